/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "order-fixture.h"

#include "fixtures.h"

#include "core/error.h"
#include "core/moment.h"
#include "exchange/order-code.h"
#include "exchange/recognise.h"

static void
free_seen (gpointer data)
{
  Seen *seen = data;

  daybook_record_free (seen->record);
  g_free (seen->account);
  g_free (seen);
}

void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->folder = fixture_folder ();
  fixture->profiles = daybook_profiles_load (NULL, &error);
  g_assert_no_error (error);
  fixture->orders = g_ptr_array_new_with_free_func (free_seen);
  fixture->problems = g_ptr_array_new_with_free_func (g_free);
}

void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_ptr_array_unref (fixture->profiles);
  g_ptr_array_unref (fixture->orders);
  g_ptr_array_unref (fixture->problems);
  g_free (fixture->platform);
  g_free (fixture->sums);
  fixture_folder_free (fixture->folder);
}

/* The parser uses its record again: what is looked at later is copied. */
static gboolean
on_order (DaybookOrderRecord **parsed,
          gpointer             data,
          GError             **error)
{
  const DaybookOrderRecord *record = *parsed;
  Fixture *fixture = data;
  Seen *seen = g_new0 (Seen, 1);

  seen->record = daybook_record_new ();
  seen->record->carried = record->carried;
  seen->record->first_row = record->first_row;
  seen->record->n_rows = record->n_rows;
  g_string_assign (seen->record->raw, record->raw->str);
  seen->account = g_strdup (record->account);
  seen->wall = daybook_order_parser_wall (fixture->parser);
  seen->part = daybook_order_parser_part (fixture->parser);
  for (guint i = 0; i < DAYBOOK_ORDER_N_FIELDS; i++)
    if (record->values[i].type == DAYBOOK_VALUE_TEXT)
      daybook_record_set_text (seen->record, i, record->values[i].text);
    else
      seen->record->values[i] = record->values[i];
  for (guint l = 0; l < record->lines->len; l++)
    {
      const DaybookLineRecord *line = &g_array_index (record->lines, DaybookLineRecord, l);
      DaybookLineRecord *copy = daybook_record_add_line (seen->record);

      for (guint i = 0; i < DAYBOOK_LINE_N_FIELDS; i++)
        if (line->values[i].type == DAYBOOK_VALUE_TEXT)
          daybook_record_line_text (seen->record, copy, i, line->values[i].text);
        else
          copy->values[i] = line->values[i];
    }
  g_ptr_array_add (fixture->orders, seen);
  return TRUE;
}

static gboolean
on_problem (const DaybookProblem  *problem,
            gpointer               data,
            GError               **error)
{
  Fixture *fixture = data;

  g_ptr_array_add (fixture->problems, g_strdup_printf ("%" G_GUINT64_FORMAT "|%s|%s|%s", problem->row, problem->column,
                                                       problem->value, problem->why));
  return TRUE;
}

void
parse_table (Fixture    *fixture,
             const char *path)
{
  static const DaybookOrderSink SINK = { on_order, on_problem };
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookTableReader) reader = daybook_table_reader_open (path, &error);
  g_autoptr(DaybookRecognition) found = NULL;
  g_autoptr(DaybookOrderParser) parser = NULL;
  g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr(DaybookSums) sums = NULL;
  DaybookTableRow row;

  g_assert_no_error (error);
  found = daybook_recognise (reader, fixture->profiles, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (found->form);
  g_free (fixture->platform);
  fixture->platform = g_strdup (daybook_recognise_variant (found, NULL, "orders.csv"));

  g_ptr_array_set_size (fixture->orders, 0);
  g_ptr_array_set_size (fixture->problems, 0);
  parser = daybook_order_parser_new (found->profile, found->form, (const char *const *) found->headings, found->n_headings,
                                     zone, "CNY", &SINK, fixture);
  daybook_order_parser_look_ahead (parser, found->sample);
  fixture->parser = parser;
  daybook_table_reader_select (reader, found->sheet, &error);
  while (daybook_table_reader_next (reader, &row, &error) == DAYBOOK_TABLE_ROW)
    if (row.number > found->header_row)
      g_assert_true (daybook_order_parser_row (parser, &row, &error));
  g_assert_true (daybook_order_parser_finish (parser, &error));
  g_assert_no_error (error);

  fixture->rows = daybook_order_parser_rows (parser);
  fixture->newest = daybook_order_parser_newest (parser);
  sums = daybook_sums_new ("CNY");
  for (guint i = 0; i < fixture->orders->len; i++)
    {
      const Seen *seen = g_ptr_array_index (fixture->orders, i);

      daybook_sums_add (sums, seen->record, seen->wall, seen->part);
    }
  g_free (fixture->sums);
  fixture->sums = daybook_sums_to_json (sums);
}

void
parse (Fixture    *fixture,
       const char *text)
{
  g_autofree char *path = fixture_write (fixture->folder, "table.csv", text, -1);

  parse_table (fixture, path);
}

const DaybookOrderRecord *
order (Fixture *fixture,
       guint    index)
{
  g_assert_cmpuint (index, <, fixture->orders->len);
  return ((Seen *) g_ptr_array_index (fixture->orders, index))->record;
}

void
assert_text (Fixture    *fixture,
             guint       index,
             guint       field,
             const char *expected)
{
  g_assert_cmpstr (daybook_record_text (order (fixture, index), field), ==, expected);
}

void
assert_number (Fixture *fixture,
               guint    index,
               guint    field,
               gint64   expected)
{
  g_assert_cmpint (order (fixture, index)->values[field].type, ==, DAYBOOK_VALUE_INT);
  g_assert_cmpint (daybook_record_number (order (fixture, index), field), ==, expected);
}

void
assert_none (Fixture *fixture,
             guint    index,
             guint    field)
{
  g_assert_cmpint (order (fixture, index)->values[field].type, ==, DAYBOOK_VALUE_NONE);
}

void
assert_time (Fixture    *fixture,
             guint       index,
             guint       field,
             const char *iso)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  gint64 moment;

  g_assert_true (daybook_moment_parse (iso, utc, &moment, NULL));
  assert_number (fixture, index, field, moment);
}

void
assert_line (Fixture    *fixture,
             guint       index,
             guint       line,
             const char *title,
             gint64      quantity)
{
  const DaybookLineRecord *record;

  g_assert_cmpuint (line, <, order (fixture, index)->lines->len);
  record = &g_array_index (order (fixture, index)->lines, DaybookLineRecord, line);
  g_assert_cmpstr (record->values[DAYBOOK_LINE_TITLE].text, ==, title);
  g_assert_cmpint (record->values[DAYBOOK_LINE_POSITION].number, ==, line);
  g_assert_cmpint (record->values[DAYBOOK_LINE_QUANTITY].type == DAYBOOK_VALUE_INT ? record->values[DAYBOOK_LINE_QUANTITY].number : 0,
                   ==, quantity);
}

void
assert_problem (Fixture    *fixture,
                guint       index,
                const char *expected)
{
  g_assert_cmpuint (index, <, fixture->problems->len);
  if (!g_str_has_prefix (g_ptr_array_index (fixture->problems, index), expected))
    g_error ("%s, not %s", (const char *) g_ptr_array_index (fixture->problems, index), expected);
}
