/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/case-bits.h"

#include "app/common/words.h"
#include "core/case.h"
#include "core/event.h"
#include "core/query.h"

DaybookEdit *
daybook_case_edit_new (DaybookDesk      *desk,
                       const DaybookRow *row,
                       const char       *what)
{
  g_autofree char *title = g_strdup_printf ("%s: %s", daybook_row_text (row, DAYBOOK_CASE_NUMBER), what);

  return daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (daybook_desk_get_store (desk)));
}

gboolean
daybook_case_read_time (DaybookDesk  *desk,
                        const char   *word,
                        gint64       *moment,
                        GError      **error)
{
  DaybookStore *store = daybook_desk_get_store (desk);
  g_auto(DaybookValue) value = DAYBOOK_VALUE_INIT;

  if (!daybook_query_resolve (&daybook_events.fields[DAYBOOK_EVENT_PROMISED_AT], word, daybook_store_get_now (store),
                              daybook_store_get_zone (store), NULL, &value, error))
    return FALSE;

  *moment = value.number;
  return TRUE;
}

char *
daybook_case_write_time (DaybookDesk *desk,
                         gint64       moment)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (moment);
  g_autoptr(GDateTime) local = g_date_time_to_timezone (utc, daybook_store_get_zone (daybook_desk_get_store (desk)));

  return g_date_time_format (local, "%Y-%m-%d %H:%M");
}

static void
append (GString    *text,
        const char *more)
{
  if (*more != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", more);
}

char *
daybook_case_describe (DaybookDesk      *desk,
                       const DaybookRow *row)
{
  guint who = daybook_row_has (row, DAYBOOK_CASE_CUSTOMER) ? DAYBOOK_CASE_CUSTOMER : DAYBOOK_CASE_NAME;
  g_autofree char *name = daybook_desk_format (desk, row, who, DAYBOOK_SHOW_MASKED);
  g_autofree char *stage = daybook_desk_format (desk, row, DAYBOOK_CASE_STAGE, DAYBOOK_SHOW_MASKED);
  GString *text = g_string_new (daybook_row_text (row, DAYBOOK_CASE_NUMBER));

  append (text, name);
  append (text, stage);
  return g_string_free (text, FALSE);
}

GMenuModel *
daybook_bit_priorities (const char *action)
{
  const DaybookField *field = &daybook_cases.fields[DAYBOOK_CASE_PRIORITY];
  GMenu *menu = g_menu_new ();

  for (guint i = 0; field->words[i].word != NULL; i++)
    daybook_bit_line (menu, daybook_words_enum (field, i), action, i);
  return G_MENU_MODEL (menu);
}
