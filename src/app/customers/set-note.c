/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/set-note.h"

#include "app/common/last-act.h"

#include <glib/gi18n-lib.h>

void
daybook_set_note (GtkWidget        *widget,
                  DaybookStore     *store,
                  const DaybookRow *row,
                  guint             field,
                  const char       *text)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, _("Note saved"), daybook_store_get_agent (store));

  daybook_edit_set (edit, row->table, &row->id, field, daybook_value_text (*text != '\0' ? text : NULL));
  daybook_last_act_commit (widget, store, edit);
}
