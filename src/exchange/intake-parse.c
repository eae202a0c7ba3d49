/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/intake-private.h"

#include "core/mask.h"
#include "core/membership.h"
#include "core/shop.h"
#include "exchange/entry-sums.h"
#include "exchange/problem-keep.h"
#include "exchange/stray-sheet.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ROWS_BETWEEN_LOOKS 256
#define PROGRESS_INTERVAL (50 * G_TIME_SPAN_MILLISECOND)
/* A time in a row this far after now is a slip of somebody's, not news. */
#define FUTURE 86400
#define CELL_SEPARATOR "\x1f"
#define ROW_SEPARATOR "\x1e"

/* The cells of a second table stand behind those of the first, as its headings do. */
static void
shift_cells (GString *raw,
             guint    n_columns)
{
  g_autofree char *blanks = g_strnfill (n_columns, *CELL_SEPARATOR);
  g_autofree char *after = g_strconcat (ROW_SEPARATOR, blanks, NULL);

  g_string_replace (raw, ROW_SEPARATOR, after, 0);
  g_string_prepend (raw, blanks);
}

/* What an order lets guess of its lines and its status, another table tells. */
static void
leave_guesses (DaybookOrderRecord *record)
{
  g_array_set_size (record->lines, 0);
  if (!daybook_record_carries (record, DAYBOOK_ORDER_STAGE))
    record->values[DAYBOOK_ORDER_STAGE] = (DaybookValue) DAYBOOK_VALUE_INIT;
}

static gboolean
on_order_parsed (DaybookOrderRecord **record,
                 gpointer             data,
                 GError             **error)
{
  DaybookIntakeRun *run = data;
  DaybookSumsPart part = daybook_order_parser_part (run->parser);

  if (run->earlier != NULL && daybook_order_parser_has (run->earlier, (*record)->values[DAYBOOK_ORDER_NUMBER].text))
    part = DAYBOOK_SUMS_PIECE;
  if (run->companion != NULL && run->earlier == NULL)
    leave_guesses (*record);
  if (run->n_before > 0)
    shift_cells ((*record)->raw, run->n_before);
  (*record)->sheet = run->sheet;
  daybook_sums_add (run->sums, *record, daybook_order_parser_wall (run->parser), part);
  return daybook_stager_add (run->stager, record, error);
}

static gboolean
stage_problem (DaybookIntakeRun      *run,
               const DaybookProblem  *problem,
               GError               **error)
{
  return run->stager != NULL ? daybook_stager_add_problem (run->stager, problem, error)
                             : daybook_staging_add_problem (run->intake->staging, problem, error);
}

static gboolean
is_archive (DaybookIntakeRun *run)
{
  return daybook_table_reader_file_name (run->table, 0) != NULL;
}

/* Where there are several tables, it is said which. */
static char *
describe_problem (DaybookIntakeRun *run,
                  const char       *why)
{
  const char *sheet = daybook_table_reader_sheet_name (run->table, run->sheet);

  if (run->found->tables->len + run->found->others->len + run->found->strays->len == 1)
    return g_strdup (why);
  if (is_archive (run))
    /* Translators: in an archive of several files: the name of the file, a sentence about one of its rows */
    return g_strdup_printf (_("File “%s”: %s"), sheet, why);

  /* Translators: in a workbook of several sheets: the name of the sheet, a sentence about one of its rows */
  return g_strdup_printf (_("Sheet “%s”: %s"), sheet, why);
}

static gboolean
on_problem_found (const DaybookProblem  *problem,
                  gpointer               data,
                  GError               **error)
{
  DaybookIntakeRun *run = data;
  g_autofree char *why = describe_problem (run, problem->why);
  g_autoptr(DaybookProblem) placed = daybook_problem_new (problem->row, problem->column, problem->value, why);

  placed->sheet = run->sheet;
  return stage_problem (run, placed, error);
}

/* Which of two rows of one number is right, nobody knows. */
/* A customer goes by an account, a phone or an e-mail. (transfer full) */
static char *
show_number (const DaybookEntry *entry,
             const char         *number)
{
  g_autofree char *phone = entry->table == &daybook_memberships ? daybook_phone_normalise (number) : NULL;

  if (entry->table != &daybook_memberships)
    return g_strdup (number);
  return daybook_mask (phone != NULL ? DAYBOOK_MASK_PHONE : DAYBOOK_MASK_ACCOUNT, number);
}

static gboolean
report_otherwise (DaybookIntakeRun    *run,
                  const DaybookEntry  *entry,
                  GError             **error)
{
  DaybookEntryFields fields = { 0 };
  g_autofree char *number = NULL;
  g_autoptr(DaybookProblem) problem = NULL;

  daybook_entry_fields (entry->table, &fields);
  number = show_number (entry, daybook_entry_text (entry, fields.number));
  problem = daybook_problem_new (entry->first_row, _(entry->table->fields[fields.number].label), number,
                                 _("An earlier row has this number too, with other values. That row is taken; compare the two."));
  return on_problem_found (problem, run, error);
}

static gboolean
on_entry_parsed (const DaybookEntry  *entry,
                 gpointer             data,
                 GError             **error)
{
  DaybookIntakeRun *run = data;
  DaybookStanding standing;

  if (!daybook_staging_add_entry (run->intake->staging, entry, &standing, error))
    return FALSE;
  if (standing == DAYBOOK_STANDING_OTHERWISE)
    return report_otherwise (run, entry, error);
  if (standing == DAYBOOK_STANDING_NEW)
    daybook_entry_sums_add (run->sums, entry, daybook_entry_parser_zone (run->entries));
  return TRUE;
}

static void
look_up (DaybookIntakeRun *run)
{
  gint64 now = g_get_monotonic_time ();
  guint64 done, total;

  if (run->progress == NULL || now - run->last_progress < PROGRESS_INTERVAL)
    return;
  run->last_progress = now;
  daybook_table_reader_progress (run->table, &done, &total);
  run->progress (done, total, run->progress_data);
}

static gboolean
check_cancelled (DaybookIntakeRun  *run,
                 GError           **error)
{
  if (!g_cancellable_is_cancelled (run->cancellable))
    return TRUE;
  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED, _("Reading the file was stopped. Nothing has changed."));
  return FALSE;
}

static gboolean
take_row (DaybookIntakeRun       *run,
          const DaybookTableRow  *row,
          GError                **error)
{
  return run->parser != NULL ? daybook_order_parser_row (run->parser, row, error)
                             : daybook_entry_parser_row (run->entries, row, error);
}

static gboolean
end_table (DaybookIntakeRun  *run,
           GError           **error)
{
  return run->parser != NULL ? daybook_order_parser_finish (run->parser, error)
                             : daybook_entry_parser_finish (run->entries, error);
}

/* The rows of one sheet, those above and with the header left out. */
static gboolean
parse_table (DaybookIntakeRun         *run,
             const DaybookFoundTable  *table,
             GError                  **error)
{
  DaybookTableStep step = DAYBOOK_TABLE_ROW;
  gboolean in_table = FALSE;
  DaybookTableRow row;
  guint n = 0;

  run->sheet = table->sheet;
  if (run->parser != NULL)
    daybook_order_parser_look_ahead (run->parser, table->sample);
  else
    daybook_entry_parser_look_ahead (run->entries, table->sample);
  if (!daybook_table_reader_select (run->table, table->sheet, error))
    return FALSE;

  while ((step = daybook_table_reader_next (run->table, &row, error)) == DAYBOOK_TABLE_ROW)
    {
      if (in_table && !take_row (run, &row, error))
        return FALSE;
      in_table = in_table || row.number >= table->header_row;
      if (++n % ROWS_BETWEEN_LOOKS != 0)
        continue;
      look_up (run);
      if (!check_cancelled (run, error))
        return FALSE;
    }

  return step == DAYBOOK_TABLE_END && end_table (run, error);
}

static gboolean
report_sheet (DaybookIntakeRun         *run,
              const DaybookFoundTable  *table,
              const char               *why,
              GError                  **error)
{
  g_autoptr(DaybookProblem) problem = daybook_problem_new (table->header_row, "", "", why);

  run->sheet = table->sheet;
  return on_problem_found (problem, run, error);
}

static gboolean
is_number_read (const char *number,
                gpointer    data)
{
  DaybookIntakeRun *run = data;

  return daybook_order_parser_has (run->parser, number)
         || (run->earlier != NULL && daybook_order_parser_has (run->earlier, number));
}

/* Whether all the orders of a sheet that is left out were read elsewhere. */
static gboolean
check_repeated (DaybookIntakeRun         *run,
                const DaybookFoundTable  *stray,
                gboolean                 *repeated,
                GError                  **error)
{
  const DaybookRecognition *found = run->found;
  const DaybookReadTable read = { found->form, (const char *const *) found->headings, found->n_headings, found->sample };
  g_autoptr(DaybookStrayCheck) check = daybook_stray_check_new (&read, is_number_read, run);
  DaybookTableStep step;
  DaybookTableRow row;
  guint n = 0;

  *repeated = FALSE;
  if (!daybook_table_reader_select (run->table, stray->sheet, error))
    return FALSE;

  while ((step = daybook_table_reader_next (run->table, &row, error)) == DAYBOOK_TABLE_ROW)
    {
      DaybookStrayRow kind = daybook_stray_check_row (check, &row);

      *repeated = kind == DAYBOOK_STRAY_ROW_READ || (*repeated && kind != DAYBOOK_STRAY_ROW_NEW);
      if (kind == DAYBOOK_STRAY_ROW_NEW)
        return TRUE;
      if (++n % ROWS_BETWEEN_LOOKS == 0 && !check_cancelled (run, error))
        return FALSE;
    }

  return step == DAYBOOK_TABLE_END;
}

/* A file of refunds beside one of orders. */
static char *
describe_other_kind (DaybookIntakeRun   *run,
                     const DaybookTable *table)
{
  const char *kind = _(table->labels);

  return is_archive (run)
    /* Translators: %s is a kind of rows in the plural: Orders, After-sales, Payments */
    ? g_strdup_printf (_("This file has rows of another kind (%s): it is left out. Unpack the archive and import this file by itself."),
                       kind)
    /* Translators: %s is a kind of rows in the plural: Orders, After-sales, Payments */
    : g_strdup_printf (_("This sheet has rows of another kind (%s): it is left out. Save it as a file of its own and import that."), kind);
}

static char *
describe_other (DaybookIntakeRun        *run,
                const DaybookFoundTable *table)
{
  const DaybookTable *about = daybook_form_kind_about (table->form->kind);

  if (about != daybook_form_kind_about (run->found->form->kind))
    return describe_other_kind (run, about);

  return g_strdup (is_archive (run)
                     ? _("This file has orders too, but other headings than the one that is read: it is left out. "
                         "Unpack the archive and import this file by itself.")
                     : _("This sheet has orders too, but other headings than the one that is read: it is left out. "
                         "Save it as a file of its own and import that."));
}

static const char *
describe_stray (DaybookIntakeRun *run)
{
  return is_archive (run) ? _("This file seems to have orders too, but no headings that Daybook knows: it is left out. "
                              "Unpack the archive and import this file by itself.")
                          : _("This sheet seems to have orders too, but no headings that Daybook knows: it is left out. "
                              "Give it those of the sheet that is read, or save it as a file of its own and import that.");
}

/* What stands under other headings would need a reading of its own. */
static gboolean
report_left_out (DaybookIntakeRun  *run,
                 GError           **error)
{
  const char *stray = describe_stray (run);

  for (guint i = 0; i < run->found->others->len; i++)
    {
      const DaybookFoundTable *table = &g_array_index (run->found->others, DaybookFoundTable, i);
      g_autofree char *other = describe_other (run, table);

      if (table != run->companion && !report_sheet (run, table, other, error))
        return FALSE;
    }
  for (guint i = 0; i < run->found->strays->len; i++)
    {
      const DaybookFoundTable *table = &g_array_index (run->found->strays, DaybookFoundTable, i);
      gboolean repeated;

      if (!check_repeated (run, table, &repeated, error) || (!repeated && !report_sheet (run, table, stray, error)))
        return FALSE;
    }

  return TRUE;
}

/* What follows is read by a parser of its own. `before`: see shift_cells(). */
static void
begin_table (DaybookIntakeRun   *run,
             const DaybookForm  *form,
             char              **headings,
             guint               before)
{
  static const DaybookOrderSink SINK = { on_order_parsed, on_problem_found };

  run->earlier = g_steal_pointer (&run->parser);
  run->n_before = before;
  run->parser = daybook_order_parser_new (run->found->profile, form, (const char *const *) headings, g_strv_length (headings),
                                          run->zone, daybook_row_text (run->shop, DAYBOOK_SHOP_CURRENCY), &SINK, run);
  daybook_order_parser_set_limit (run->parser, daybook_store_get_now (run->request->store) + FUTURE);
}

static gboolean
parse_found (DaybookIntakeRun  *run,
             GError           **error)
{
  const DaybookRecognition *found = run->found;

  begin_table (run, found->form, found->headings, 0);
  for (guint i = 0; i < found->tables->len; i++)
    if (!parse_table (run, &g_array_index (found->tables, DaybookFoundTable, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
parse_companion (DaybookIntakeRun  *run,
                 GError           **error)
{
  begin_table (run, run->companion->form, run->companion->headings, run->found->n_headings);
  return parse_table (run, run->companion, error);
}

/* Orders go before their items. */
static gboolean
parse_orders (DaybookIntakeRun  *run,
              GError           **error)
{
  gboolean companion_first = run->companion != NULL && daybook_form_is_of_lines (run->found->form);

  run->stager = daybook_stager_new (run->intake->staging);
  if (companion_first && !parse_companion (run, error))
    return FALSE;
  if (!parse_found (run, error) || (run->companion != NULL && !companion_first && !parse_companion (run, error)))
    return FALSE;

  return report_left_out (run, error) && daybook_stager_finish (run->stager, error);
}

/* Of times without an offset in a table that is nobody's: of the platform that a person has
 * named, else the shop's. (transfer full) */
static GTimeZone *
find_zone (DaybookIntakeRun *run)
{
  const char *platform = run->request->platform;
  const DaybookProfile *profile = platform != NULL ? daybook_profiles_find (run->profiles, platform) : NULL;
  GTimeZone *zone = profile != NULL && profile->zone != NULL ? g_time_zone_new_identifier (profile->zone) : NULL;

  return zone != NULL ? zone : g_time_zone_ref (run->zone);
}

static gboolean
parse_entries (DaybookIntakeRun  *run,
               GError           **error)
{
  static const DaybookEntrySink SINK = { on_entry_parsed, on_problem_found };
  const DaybookRecognition *found = run->found;
  g_autoptr(GTimeZone) zone = find_zone (run);

  run->entries = daybook_entry_parser_new (found->profile, found->form, (const char *const *) found->headings, found->n_headings,
                                           zone, daybook_row_text (run->shop, DAYBOOK_SHOP_CURRENCY), &SINK, run);
  daybook_entry_parser_set_limit (run->entries, daybook_store_get_now (run->request->store) + FUTURE);
  for (guint i = 0; i < found->tables->len; i++)
    if (!parse_table (run, &g_array_index (found->tables, DaybookFoundTable, i), error))
      return FALSE;

  return TRUE;
}

gboolean
daybook_intake_parse (DaybookIntakeRun  *run,
                      GError           **error)
{
  run->sums = daybook_sums_new (daybook_row_text (run->shop, DAYBOOK_SHOP_CURRENCY));
  return (run->found->form->table == NULL ? parse_orders : parse_entries) (run, error)
         && daybook_problem_rows_keep (run->table, run->found, run->companion, run->intake->staging, run->cancellable, error)
         && check_cancelled (run, error);
}
