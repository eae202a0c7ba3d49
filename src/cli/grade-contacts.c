/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/grade-contacts.h"

#include "cli/due-key.h"
#include "cli/output.h"
#include "cli/print-list.h"
#include "cli/print-row.h"

#include "core/customer.h"
#include "core/moment.h"
#include "store/day-words.h"
#include "store/days-ahead.h"
#include "store/grades.h"
#include "store/reach.h"
#include "store/rhythm.h"

#include <glib/gi18n-lib.h>

/* One of them, and the day of theirs that comes next. */
typedef struct
{
  const DaybookRhythmMark *mark;
  DaybookRow              *customer;
  DaybookRow              *day; /* or NULL */
  DaybookYearlyTime        next;
  GDate                    today;
} Contact;

static void
clear_contact (Contact *contact)
{
  g_clear_pointer (&contact->customer, daybook_row_unref);
  g_clear_pointer (&contact->day, daybook_row_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Contact, clear_contact)

static DaybookReader *
reader_of (DaybookCli *cli)
{
  return daybook_store_get_reader (cli->store);
}

/* FALSE: the customer is gone meanwhile. */
static gboolean
read_contact (DaybookCli              *cli,
              const DaybookRhythmMark *mark,
              Contact                 *contact)
{
  contact->mark = mark;
  contact->customer = daybook_reader_row (reader_of (cli), &daybook_customers, mark->customer, NULL);
  daybook_day_now (cli->store, &contact->today);
  if (contact->customer != NULL)
    contact->day = daybook_reader_next_day (reader_of (cli), contact->customer, &contact->today, &contact->next, NULL);
  return contact->customer != NULL;
}

static JsonObject *
day_to_json (const Contact *contact)
{
  JsonObject *object = json_object_new ();
  char date[16];

  g_date_strftime (date, sizeof date, "%Y-%m-%d", &contact->next.date);
  json_object_set_string_member (object, "name", daybook_remembered_day_name (contact->day));
  json_object_set_string_member (object, "date", date);
  json_object_set_int_member (object, "in_days", g_date_days_between (&contact->today, &contact->next.date));
  json_object_set_boolean_member (object, "lunar", daybook_row_int (contact->day, DAYBOOK_REMEMBERED_LUNAR) != 0);
  return object;
}

static JsonObject *
contact_to_json (DaybookCli    *cli,
                 const Contact *contact)
{
  g_autofree char *title = daybook_row_display_title (cli, contact->customer);
  gint64 grade = daybook_row_int (contact->customer, DAYBOOK_CUSTOMER_GRADE);
  JsonObject *object = json_object_new ();

  daybook_json_set_id (object, "id", &contact->customer->id);
  json_object_set_string_member (object, "kind", daybook_customers.kind);
  json_object_set_string_member (object, "title", title);
  json_object_set_string_member (object, "grade", daybook_grade_words[CLAMP (grade, 0, DAYBOOK_N_GRADES - 1)].word);
  daybook_json_set_moment (object, "since", cli, contact->mark->began);
  daybook_json_set_moment (object, "due", cli, contact->mark->due);
  json_object_set_boolean_member (object, "late", contact->mark->due <= daybook_store_get_now (cli->store));
  if (contact->day != NULL)
    json_object_set_object_member (object, "next_day", day_to_json (contact));
  else
    json_object_set_null_member (object, "next_day");
  return object;
}

static void
add_line (DaybookCli       *cli,
          DaybookTextTable *table,
          const Contact    *contact)
{
  gint64 now = daybook_store_get_now (cli->store);
  GTimeZone *zone = daybook_store_get_zone (cli->store);
  g_autofree char *title = daybook_row_display_title (cli, contact->customer);
  g_autofree char *since = daybook_moment_format (contact->mark->began, now, zone);
  g_autofree char *due = daybook_moment_format (contact->mark->due, now, zone);
  g_autofree char *day = contact->day != NULL ? daybook_day_announce (contact->day, &contact->today, &contact->next.date) : g_strdup ("");
  g_autofree char *id = daybook_id_to_string (&contact->customer->id);

  daybook_text_table_row (table);
  daybook_text_table_cell (table, title);
  daybook_text_table_cell (table, since);
  daybook_text_table_cell (table, due);
  daybook_text_table_cell (table, day);
  daybook_text_table_cell (table, id);
}

static DaybookTextTable *
new_table (void)
{
  DaybookTextTable *table = daybook_print_new_table ();

  daybook_text_table_column (table, _("Customer"), DAYBOOK_ALIGN_LEFT);
  /* Translators: since when a customer has not heard from the shop, and when they are to again. */
  daybook_text_table_column (table, C_("contact", "Since"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, C_("contact", "Due"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Next day to remember"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("ID"), DAYBOOK_ALIGN_WHOLE);
  return table;
}

typedef struct
{
  DaybookReader *reader;
  GArray        *marks;
} Listed;

static gboolean
id_at (gpointer    data,
       guint       place,
       DaybookId  *id)
{
  const Listed *listed = data;
  g_autoptr(DaybookRow) row = daybook_reader_row (listed->reader, &daybook_customers, g_array_index (listed->marks, DaybookRhythmMark, place).customer,
                                                  NULL);

  if (row != NULL)
    *id = row->id;
  return row != NULL;
}

static void
print_json (DaybookCli *cli,
            GArray     *marks,
            guint       first,
            guint       last)
{
  guint n = 0;

  daybook_print_list_begin ("contacts", marks->len);
  for (guint i = first; i < last; i++)
    {
      g_auto(Contact) contact = { 0 };
      g_autoptr(JsonObject) object = read_contact (cli, &g_array_index (marks, DaybookRhythmMark, i), &contact) ? contact_to_json (cli, &contact) : NULL;

      if (object != NULL)
        daybook_print_list_row (object, n++);
    }
  daybook_print_list_end ();
}

static void
print_table (DaybookCli *cli,
             GArray     *marks,
             guint       first,
             guint       last)
{
  g_autoptr(DaybookTextTable) table = new_table ();

  for (guint i = first; i < last; i++)
    {
      g_auto(Contact) contact = { 0 };

      if (read_contact (cli, &g_array_index (marks, DaybookRhythmMark, i), &contact))
        add_line (cli, table, &contact);
    }
  daybook_print_table (table);
}

gboolean
daybook_grade_run_contacts (DaybookCli  *cli,
                            char       **arguments,
                            GError     **error)
{
  g_auto(DaybookListRange) range = DAYBOOK_LIST_RANGE_INIT;
  const GOptionEntry entries[] = {
    DAYBOOK_LIST_OPTIONS (range),
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 0, 0, error);
  g_autoptr(GArray) marks = NULL;
  guint first, last;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL
      || !daybook_reader_check (reader_of (cli), DAYBOOK_RIGHT_LIST, error) || !daybook_cli_settle_due (cli, error))
    return FALSE;

  marks = daybook_reader_rhythms (reader_of (cli), DAYBOOK_RHYTHMS_BY_TIME, error);
  if (marks == NULL || !daybook_list_range_cut (&range, marks->len, id_at, &(Listed) { reader_of (cli), marks }, &first, &last, error)
      || !daybook_cli_check_bulk (cli, &daybook_customers, last - first, error))
    return FALSE;

  if (daybook_cli_is_json (cli))
    print_json (cli, marks, first, last);
  else
    print_table (cli, marks, first, last);
  return TRUE;
}
