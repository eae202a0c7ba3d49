/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/customer-card.h"

#include "cli/due-key.h"
#include "cli/find-row.h"
#include "cli/print-act.h"
#include "cli/read-field.h"
#include "cli/text-table.h"

#include "core/contact.h"
#include "core/remembered-day.h"
#include "store/customer-acts.h"
#include "store/day-words.h"
#include "store/days-ahead.h"
#include "store/reach.h"

#include <glib/gi18n-lib.h>

#define DAYS_MAX 1000
#define WITHIN_DAYS 30

static DaybookReader *
reader_of (DaybookCli *cli)
{
  return daybook_store_get_reader (cli->store);
}

/* The customer of that word, to be written on by somebody who may. (transfer full) */
static DaybookRow *
open_customer (DaybookCli  *cli,
               const char  *word,
               GError     **error)
{
  if (daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_author (cli, error))
    return NULL;

  return daybook_find_row_in_use (cli->store, &daybook_customers, word, error);
}

/* --- contact and account ------------------------------------------------------------------ */

typedef struct
{
  char *until;
  char *note;
} ContactWords;

static void
clear_contact (ContactWords *words)
{
  g_free (words->until);
  g_free (words->note);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ContactWords, clear_contact)

gboolean
daybook_customer_run_contact (DaybookCli  *cli,
                              char       **arguments,
                              GError     **error)
{
  g_auto(ContactWords) said = { NULL };
  const GOptionEntry entries[] = {
    { "until", 0, 0, G_OPTION_ARG_FILENAME, &said.until, N_("It is the platform’s, and works until then"), N_("TIME") },
    { "note", 0, 0, G_OPTION_ARG_FILENAME, &said.note, N_("Whose, or where it is"), N_("TEXT") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 3, 3, error);
  g_autoptr(DaybookRow) customer = words != NULL ? open_customer (cli, words[0], error) : NULL;
  g_autoptr(DaybookEdit) edit = NULL;
  DaybookContactDraft draft = { 0 };
  gint64 kind;
  DaybookId id;

  if (customer == NULL || !daybook_read_word (cli, &daybook_contacts.fields[DAYBOOK_CONTACT_KIND], words[1], &kind, error)
      || !daybook_read_soon (cli, &daybook_contacts.fields[DAYBOOK_CONTACT_VALID_UNTIL], said.until, &draft.valid_until, error))
    return FALSE;

  draft.kind = (DaybookContactKind) kind;
  draft.value = words[2];
  draft.note = said.note;
  edit = daybook_cli_new_edit (cli, _("A way to reach the customer added"));
  return daybook_customer_add_contact (edit, reader_of (cli), &customer->id, &draft, &id, error)
         && daybook_commit_and_print_row (cli, edit, &daybook_contacts, &id, error);
}

gboolean
daybook_customer_run_account (DaybookCli  *cli,
                              char       **arguments,
                              GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 3, 3, error);
  g_autoptr(DaybookRow) customer = words != NULL ? open_customer (cli, words[0], error) : NULL;
  g_autoptr(DaybookEdit) edit = NULL;

  if (customer == NULL)
    return FALSE;

  edit = daybook_cli_new_edit (cli, _("A way to reach the customer added"));
  return daybook_customer_add_handle (edit, reader_of (cli), &customer->id, words[1], words[2], error)
         && daybook_commit_and_print_row (cli, edit, &daybook_handles, &daybook_edit_change (edit, 0)->row, error);
}

/* --- day ------------------------------------------------------------------------------------ */

typedef struct
{
  char     *kind;
  char     *name;
  char     *note;
  int       ahead;
  gboolean  lunar;
  gboolean  once;
  gboolean  listed;
} DayWords;

static void
clear_day (DayWords *words)
{
  g_free (words->kind);
  g_free (words->name);
  g_free (words->note);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DayWords, clear_day)

/* The day that is written, or that the platform's list has. */
static gboolean
read_day (DaybookCli        *cli,
          const DaybookRow  *customer,
          const char        *word,
          const DayWords    *said,
          DaybookYearlyDay  *day,
          GError           **error)
{
  g_autofree char *text = NULL;

  if (said->listed == (word != NULL))
    {
      g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("Write the day, or take the one of the platform’s list with --listed."));
      return FALSE;
    }
  if (word != NULL)
    return daybook_yearly_day_read (word, said->lunar ? DAYBOOK_CALENDAR_LUNAR : DAYBOOK_CALENDAR_SOLAR, day, error);
  if (daybook_customer_listed_birthday (reader_of (cli), customer, day, &text))
    return TRUE;

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND, _("No list tells of a birthday, or the customer has one already."));
  return FALSE;
}

gboolean
daybook_customer_run_day (DaybookCli  *cli,
                          char       **arguments,
                          GError     **error)
{
  g_auto(DayWords) said = { .ahead = -1 };
  const GOptionEntry entries[] = {
    { "lunar", 0, 0, G_OPTION_ARG_NONE, &said.lunar, N_("Month and day are those of the lunar calendar"), NULL },
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &said.kind, N_("birthday (the usual), child, wedding, maternity, anniversary, festival, other"), N_("KIND") },
    { "name", 0, 0, G_OPTION_ARG_FILENAME, &said.name, N_("Whose it is, or what it is called"), N_("TEXT") },
    { "ahead", 0, 0, G_OPTION_ARG_INT, &said.ahead, N_("So many days before it is told"), N_("DAYS") },
    { "once", 0, 0, G_OPTION_ARG_NONE, &said.once, N_("It does not come again"), NULL },
    { "note", 0, 0, G_OPTION_ARG_FILENAME, &said.note, N_("What is to be known about it"), N_("TEXT") },
    { "listed", 0, 0, G_OPTION_ARG_NONE, &said.listed, N_("The birthday of the platform’s list"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 1, 2, error);
  g_autoptr(DaybookRow) customer = words != NULL ? open_customer (cli, words[0], error) : NULL;
  DaybookDayDraft draft = { .name = said.name, .note = said.note, .ahead = said.ahead, .once = said.once };
  g_autoptr(DaybookEdit) edit = NULL;
  gint64 kind;
  DaybookId id;

  if (customer == NULL || !read_day (cli, customer, words[1], &said, &draft.day, error)
      || !daybook_read_word (cli, &daybook_remembered_days.fields[DAYBOOK_REMEMBERED_KIND], said.kind, &kind, error))
    return FALSE;

  draft.kind = (DaybookDayKind) kind;
  edit = daybook_cli_new_edit (cli, _("A day to remember added"));
  return daybook_customer_add_day (edit, reader_of (cli), &customer->id, &draft, &id, error)
         && daybook_commit_and_print_row (cli, edit, &daybook_remembered_days, &id, error);
}

/* --- days ------------------------------------------------------------------------------------- */

static void
add_line (DaybookCli           *cli,
          DaybookTextTable     *table,
          const DaybookDueItem *item,
          const DaybookRow     *row)
{
  DaybookYearlyTime time;
  g_autofree char *who = daybook_day_who (reader_of (cli), row);
  g_autofree char *date = NULL;
  g_autofree char *told = NULL;
  g_autofree char *id = daybook_id_to_string (daybook_row_ref_id (row, DAYBOOK_REMEMBERED_CUSTOMER));

  if (!daybook_remembered_day_in (row, (int) item->due.cycle, &time))
    return;

  date = daybook_date_words (&time.date);
  told = daybook_day_tell (row, &time);
  daybook_text_table_row (table);
  daybook_text_table_cell (table, date);
  daybook_text_table_cell (table, daybook_remembered_day_name (row));
  daybook_text_table_cell (table, who);
  daybook_text_table_cell (table, told);
  daybook_text_table_cell (table, id);
}

static void
print_days (DaybookCli *cli,
            GPtrArray  *items)
{
  g_autoptr(DaybookTextTable) table = daybook_print_new_table ();

  daybook_text_table_column (table, _("Date"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Day to remember"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Customer"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("What it is"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("ID"), DAYBOOK_ALIGN_WHOLE);
  for (guint i = 0; i < items->len; i++)
    {
      const DaybookDueItem *item = g_ptr_array_index (items, i);
      g_autoptr(DaybookRow) row = daybook_reader_row (reader_of (cli), &daybook_remembered_days, item->rowid, NULL);

      if (row != NULL)
        add_line (cli, table, item, row);
    }
  daybook_print_table (table);
}

static void
print_json (DaybookCli *cli,
            GPtrArray  *items)
{
  daybook_print_list_begin ("days", items->len);
  for (guint i = 0; i < items->len; i++)
    {
      const DaybookDueItem *item = g_ptr_array_index (items, i);
      g_autoptr(JsonObject) object = daybook_due_to_json (cli, item);
      g_autoptr(DaybookRow) row = daybook_reader_row (reader_of (cli), &daybook_remembered_days, item->rowid, NULL);

      daybook_json_set_id (object, "customer", row != NULL ? daybook_row_ref_id (row, DAYBOOK_REMEMBERED_CUSTOMER) : NULL);
      daybook_print_list_row (object, i);
    }
  daybook_print_list_end ();
}

gboolean
daybook_customer_run_days (DaybookCli  *cli,
                           char       **arguments,
                           GError     **error)
{
  int within = WITHIN_DAYS;
  const GOptionEntry entries[] = {
    { "within", 0, 0, G_OPTION_ARG_INT, &within, N_("So many days from today on, instead of 30"), N_("DAYS") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 0, 0, error);
  g_autoptr(GPtrArray) items = NULL;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL
      || !daybook_reader_check (reader_of (cli), DAYBOOK_RIGHT_LIST, error) || !daybook_cli_settle_due (cli, error))
    return FALSE;

  items = daybook_reader_days_ahead (reader_of (cli), daybook_store_get_now (cli->store), (guint) CLAMP (within, 0, DAYS_MAX), DAYS_MAX, error);
  if (items == NULL)
    return FALSE;
  if (daybook_cli_is_json (cli))
    print_json (cli, items);
  else
    print_days (cli, items);
  return TRUE;
}

/* --- tag and consent --------------------------------------------------------------------------- */

gboolean
daybook_customer_run_tag (DaybookCli  *cli,
                          char       **arguments,
                          GError     **error)
{
  gboolean remove = FALSE;
  const GOptionEntry entries[] = {
    { "remove", 0, 0, G_OPTION_ARG_NONE, &remove, N_("Takes the tags away"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 2, G_MAXUINT, error);
  g_autoptr(DaybookRow) customer = words != NULL ? open_customer (cli, words[0], error) : NULL;
  g_autoptr(GPtrArray) customers = g_ptr_array_new ();
  g_autoptr(DaybookEdit) edit = NULL;
  g_autofree char *tags = NULL;

  if (customer == NULL)
    return FALSE;

  tags = g_strjoinv (" ", words + 1);
  edit = daybook_cli_new_edit (cli, _(daybook_customers.fields[DAYBOOK_CUSTOMER_TAGS].label));
  g_ptr_array_add (customers, customer);
  daybook_customers_tag (edit, customers, remove ? NULL : tags, remove ? tags : NULL);
  return daybook_commit_and_print_row (cli, edit, &daybook_customers, &customer->id, error);
}

gboolean
daybook_customer_run_consent (DaybookCli  *cli,
                              char       **arguments,
                              GError     **error)
{
  g_autofree char *how = NULL;
  const GOptionEntry entries[] = {
    { "how", 0, 0, G_OPTION_ARG_FILENAME, &how, N_("How it was said: in writing, on the phone"), N_("TEXT") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 2, 2, error);
  g_autoptr(DaybookRow) customer = words != NULL ? open_customer (cli, words[0], error) : NULL;
  const DaybookField *field = &daybook_customers.fields[DAYBOOK_CUSTOMER_CONSENT];
  g_autoptr(DaybookEdit) edit = NULL;
  gint64 consent;

  if (customer == NULL || !daybook_read_word (cli, field, words[1], &consent, error))
    return FALSE;

  edit = daybook_cli_new_edit (cli, _(field->label));
  daybook_customer_add_consent (edit, &customer->id, (DaybookConsent) consent, daybook_store_get_now (cli->store), how);
  return daybook_commit_and_print_row (cli, edit, &daybook_customers, &customer->id, error);
}
