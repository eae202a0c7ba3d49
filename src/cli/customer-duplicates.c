/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/customer-duplicates.h"

#include "cli/interrupt.h"
#include "cli/output.h"
#include "cli/print-act.h"
#include "cli/print-list.h"
#include "cli/print-row.h"

#include "store/duplicates.h"

#include <glib/gi18n-lib.h>

/* A group is named by the first of its customers. */
typedef struct
{
  DaybookReader *reader;
  GPtrArray     *all;
} Groups;

static gboolean
id_at (gpointer   data,
       guint      place,
       DaybookId *id)
{
  const Groups *groups = data;
  const DaybookDuplicates *found = g_ptr_array_index (groups->all, place);

  return daybook_reader_id (groups->reader, &daybook_customers, g_array_index (found->customers, gint64, 0), id, NULL);
}

static GPtrArray *
read_customers (DaybookCli              *cli,
                const DaybookDuplicates *found,
                GError                 **error)
{
  return daybook_reader_rows (daybook_store_get_reader (cli->store), &daybook_customers,
                              (const gint64 *) (gpointer) found->customers->data, found->customers->len, error);
}

static JsonObject *
found_to_json (DaybookCli              *cli,
               const DaybookDuplicates *found,
               GError                 **error)
{
  g_autoptr(GPtrArray) rows = read_customers (cli, found, error);
  g_autofree char *why = daybook_likeness_words (found->likeness);
  g_autoptr(JsonObject) object = json_object_new ();
  JsonArray *customers = json_array_new ();

  if (rows != NULL && rows->len > 0)
    daybook_json_set_id (object, "id", &((DaybookRow *) g_ptr_array_index (rows, 0))->id);
  json_object_set_string_member (object, "kind", "duplicates");
  json_object_set_string_member (object, "title", why);
  json_object_set_boolean_member (object, "same_phone", (found->likeness & DAYBOOK_LIKE_PHONE) != 0);
  json_object_set_boolean_member (object, "same_nick", (found->likeness & DAYBOOK_LIKE_NICK) != 0);
  json_object_set_boolean_member (object, "same_address", (found->likeness & DAYBOOK_LIKE_ADDRESS) != 0);
  json_object_set_boolean_member (object, "exact", found->exact);
  json_object_set_array_member (object, "customers", customers);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    json_array_add_object_element (customers, daybook_row_to_json (cli, g_ptr_array_index (rows, i)));
  return rows != NULL ? g_steal_pointer (&object) : NULL;
}

static gboolean
print_found_json (DaybookCli  *cli,
                  GPtrArray   *all,
                  guint        first,
                  guint        last,
                  GError     **error)
{
  daybook_print_list_begin ("duplicates", all->len);
  for (guint i = first; i < last; i++)
    {
      g_autoptr(JsonObject) object = found_to_json (cli, g_ptr_array_index (all, i), error);

      if (object == NULL)
        return FALSE;
      daybook_print_list_row (object, i - first);
    }
  daybook_print_list_end ();
  return TRUE;
}

static gboolean
print_found (DaybookCli              *cli,
             const DaybookDuplicates *found,
             GError                 **error)
{
  g_autoptr(GPtrArray) rows = read_customers (cli, found, error);
  g_autofree char *why = daybook_likeness_words (found->likeness);

  if (rows == NULL)
    return FALSE;

  daybook_print (found->exact ? _("%s · same name\n") : "%s\n", why);
  for (guint i = 0; i < rows->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (rows, i);
      g_autofree char *id = daybook_id_to_string (&row->id);
      g_autofree char *title = daybook_row_display_title (cli, row);

      daybook_print ("  %s  %s\n", id, title);
    }
  return TRUE;
}

static gboolean
print_all (DaybookCli              *cli,
           GPtrArray               *all,
           const DaybookListRange  *range,
           GError                 **error)
{
  Groups groups = { daybook_store_get_reader (cli->store), all };
  guint first, last;

  if (!daybook_list_range_cut (range, all->len, id_at, &groups, &first, &last, error)
      || !daybook_cli_check_bulk (cli, &daybook_customers, last - first, error))
    return FALSE;
  if (daybook_cli_is_json (cli))
    return print_found_json (cli, all, first, last, error);

  for (guint i = first; i < last; i++)
    if (!print_found (cli, g_ptr_array_index (all, i), error))
      return FALSE;
  daybook_print (g_dngettext (GETTEXT_PACKAGE, "%u group of customers looks like one person.\n",
                              "%u groups of customers look like one person each.\n", all->len), all->len);
  return TRUE;
}

static gboolean
merge_exact (DaybookCli        *cli,
             GPtrArray         *all,
             DaybookInterrupt  *interrupt,
             GError           **error)
{
  g_autoptr(DaybookEdit) edit = daybook_cli_new_edit (cli, "");
  g_autoptr(DaybookOutcome) outcome = NULL;

  if (daybook_duplicates_merge_exact (daybook_store_get_reader (cli->store), edit, all, error) < 0)
    return FALSE;
  outcome = daybook_store_commit_watched (cli->store, edit, daybook_interrupt_show_progress, interrupt,
                                          daybook_interrupt_get_cancellable (interrupt), error);
  if (outcome == NULL)
    return FALSE;

  daybook_print_outcome (cli, outcome);
  return TRUE;
}

gboolean
daybook_customer_run_duplicates (DaybookCli  *cli,
                                 char       **arguments,
                                 GError     **error)
{
  g_auto(DaybookListRange) range = DAYBOOK_LIST_RANGE_INIT;
  gboolean exact = FALSE;
  const GOptionEntry entries[] = {
    DAYBOOK_LIST_OPTIONS (range),
    { "merge-exact", 0, 0, G_OPTION_ARG_NONE, &exact, N_("Merge those with the same full phone number and the same full name"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 0, 0, error);
  g_autoptr(DaybookInterrupt) interrupt = words != NULL ? daybook_interrupt_new () : NULL;
  g_autoptr(GPtrArray) all = NULL;
  DaybookReader *reader;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL
      || !daybook_cli_check_right (cli, exact ? DAYBOOK_RIGHT_MERGE : DAYBOOK_RIGHT_LIST, error))
    return FALSE;

  reader = daybook_store_get_reader (cli->store);
  daybook_reader_set_cancellable (reader, daybook_interrupt_get_cancellable (interrupt));
  all = daybook_reader_duplicates (reader, daybook_interrupt_show_progress, interrupt, error);
  daybook_reader_set_cancellable (reader, NULL);
  if (all == NULL)
    return FALSE;

  return exact ? merge_exact (cli, all, interrupt, error) : print_all (cli, all, &range, error);
}
