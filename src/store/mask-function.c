/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/mask-function.h"

#include "core/mask.h"

static void
mask (sqlite3_context  *context,
      int               n_arguments,
      sqlite3_value   **arguments)
{
  const char *text = (const char *) sqlite3_value_text (arguments[1]);

  if (text == NULL)
    sqlite3_result_null (context);
  else
    sqlite3_result_text (context, daybook_mask ((DaybookMask) sqlite3_value_int (arguments[0]), text), -1, g_free);
}

gboolean
daybook_mask_function_register (DaybookDatabase  *db,
                                GError          **error)
{
  int code = sqlite3_create_function_v2 (db->handle, DAYBOOK_MASK_FUNCTION, 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
                                         NULL, mask, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;

  daybook_database_set_error (error, db->handle, code);
  return FALSE;
}
