/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Registers, which shops pass on to each other; and changes to one. */

#include "harness.h"

#include "core/json-patch.h"
#include "core/register.h"

#define OURS \
  "{\"register\": \"r\", \"prefix\": \"R\", \"title\": \"R\", \"stages\": {\"a\": {\"label\": \"A\", \"moves\": [\"b\"]}," \
  " \"b\": {\"label\": \"B\", \"ends\": true, \"moves\": [\"a\"]}}}"

/* What it names is there. */
static void
check (DaybookRegister *self)
{
  guint n = daybook_register_get_n_stages (self);

  g_assert_cmpuint (daybook_register_get_start (self), <, n);
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < n; k++)
      daybook_register_may_move (self, i, k);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) size);
  g_autoptr(DaybookRegister) own = daybook_register_parse (text, -1, "fuzz", NULL);
  g_autoptr(DaybookRegister) changed = daybook_register_parse_with (OURS, "fuzz", text, NULL);
  g_autofree char *changes = daybook_json_diff_text (OURS, text, NULL);
  g_autofree char *whole = changes != NULL ? daybook_json_patch_text (OURS, changes, NULL) : NULL;

  if (own != NULL)
    check (own);
  if (changed != NULL)
    check (changed);
  g_assert_true ((changes == NULL) == (whole == NULL));
  return 0;
}
