/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes as a file: opened by what they are, recognised, and read into
 * orders, as an import does before anything is stored. */

#include "harness.h"

#include "exchange/entries.h"
#include "exchange/orders.h"
#include "exchange/recognise.h"

static gboolean
on_order (DaybookOrderRecord **parsed,
          gpointer             data,
          GError             **error)
{
  const DaybookOrderRecord *record = *parsed;
  for (guint i = 0; i < DAYBOOK_ORDER_N_FIELDS; i++)
    if (record->values[i].type == DAYBOOK_VALUE_TEXT)
      g_assert_true (g_utf8_validate (record->values[i].text, -1, NULL));
  g_assert_true (record->values[DAYBOOK_ORDER_NUMBER].type == DAYBOOK_VALUE_TEXT);
  return TRUE;
}

static gboolean
on_problem (const DaybookProblem  *problem,
            gpointer               data,
            GError               **error)
{
  g_assert_true (problem->row > 0 && *problem->why != '\0');
  g_assert_true (g_utf8_validate (problem->value, -1, NULL));
  return TRUE;
}

static gboolean
on_entry (const DaybookEntry  *entry,
          gpointer             data,
          GError             **error)
{
  for (guint i = 0; i < entry->table->n_fields; i++)
    if (entry->values[i].type == DAYBOOK_VALUE_TEXT)
      g_assert_true (g_utf8_validate (entry->values[i].text, -1, NULL));
  g_assert_true (g_utf8_validate (entry->raw->str, (gssize) entry->raw->len, NULL));
  return TRUE;
}

static void
read_entries (DaybookTableReader       *reader,
              const DaybookRecognition *found)
{
  static const DaybookEntrySink SINK = { on_entry, on_problem };
  g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();
  DaybookEntryParser *parser;
  DaybookTableRow row;

  if (!daybook_table_reader_select (reader, found->sheet, NULL))
    return;

  parser = daybook_entry_parser_new (found->profile, found->form, (const char *const *) found->headings, found->n_headings,
                                     zone, "CNY", &SINK, NULL);
  daybook_entry_parser_look_ahead (parser, found->sample);
  while (daybook_table_reader_next (reader, &row, NULL) == DAYBOOK_TABLE_ROW)
    daybook_entry_parser_row (parser, &row, NULL);
  daybook_entry_parser_finish (parser, NULL);
  daybook_entry_parser_free (parser);
}

static void
read_orders (DaybookTableReader       *reader,
             const DaybookRecognition *found)
{
  static const DaybookOrderSink SINK = { on_order, on_problem };
  g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr(DaybookOrderParser) parser = NULL;
  DaybookTableRow row;

  if (!daybook_table_reader_select (reader, found->sheet, NULL))
    return;

  parser = daybook_order_parser_new (found->profile, found->form, (const char *const *) found->headings, found->n_headings,
                                     zone, "CNY", &SINK, NULL);
  daybook_order_parser_look_ahead (parser, found->sample);
  while (daybook_table_reader_next (reader, &row, NULL) == DAYBOOK_TABLE_ROW)
    daybook_order_parser_row (parser, &row, NULL);
  daybook_order_parser_finish (parser, NULL);
}

static void
read_rows (DaybookTableReader *reader,
           guint               sheet)
{
  g_autoptr(GError) error = NULL;
  DaybookTableStep step = DAYBOOK_TABLE_ROW;
  DaybookTableRow row;

  if (!daybook_table_reader_select (reader, sheet, &error))
    {
      g_assert_nonnull (error);
      return;
    }
  while ((step = daybook_table_reader_next (reader, &row, &error)) == DAYBOOK_TABLE_ROW)
    {
      g_assert_cmpuint (row.n_cells, <=, DAYBOOK_TABLE_MAX_COLUMNS);
      for (guint i = 0; i < row.n_cells; i++)
        g_assert_true (g_utf8_validate_len (row.cells[i].text, row.cells[i].length, NULL));
    }
  g_assert_true ((step == DAYBOOK_TABLE_ERROR) == (error != NULL));
}

void
harness_read_table (const char *path)
{
  static GPtrArray *profiles = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookTableReader) reader = daybook_table_reader_open (path, &error);
  g_autoptr(DaybookRecognition) found = NULL;

  g_assert_true ((reader == NULL) == (error != NULL));
  if (reader == NULL)
    return;
  if (profiles == NULL)
    profiles = daybook_profiles_load (NULL, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < daybook_table_reader_n_sheets (reader); i++)
    read_rows (reader, i);
  found = daybook_recognise (reader, profiles, NULL, NULL, NULL, NULL, NULL);
  if (found != NULL && found->form != NULL)
    (found->form->table != NULL ? read_entries : read_orders) (reader, found);
}
