/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "core/customer.h"
#include "store/staging.h"

#include <string.h>

/* What of a file is newer than the book, field by field. Files have one order; they are
 * written as "field=value …" of what they have columns for, its lines as "lines=title|…",
 * "guesses=title|…" or "numbered=number|…". */

static void
add_lines (DaybookOrderRecord *record,
           const char         *texts,
           guint               field,
           gboolean            guessed)
{
  g_auto(GStrv) all = g_strsplit (texts, "|", -1);

  for (guint i = 0; all[i] != NULL; i++)
    {
      DaybookLineRecord *line = daybook_record_add_line (record);

      daybook_record_line_text (record, line, field, all[i]);
      if (guessed)
        line->values[DAYBOOK_LINE_PROVISIONAL] = daybook_value_int (TRUE);
    }
}

static void
set_cell (DaybookOrderRecord *record,
          const char         *cell)
{
  const char *value = strchr (cell, '=') + 1;
  g_autofree char *name = g_strndup (cell, (gsize) (value - cell - 1));
  int index = daybook_table_field (&daybook_orders, name);

  if (g_str_equal (name, "account"))
    {
      record->account = g_string_chunk_insert (record->chunk, value);
      return;
    }
  if (g_str_equal (name, "lines") || g_str_equal (name, "guesses") || g_str_equal (name, "numbered"))
    {
      add_lines (record, value, g_str_equal (name, "numbered") ? DAYBOOK_LINE_NUMBER : DAYBOOK_LINE_TITLE,
                 g_str_equal (name, "guesses"));
      return;
    }

  g_assert_cmpint (index, >, 0);
  const DaybookField *field = &daybook_orders.fields[index];
  if (field->type == DAYBOOK_TYPE_ENUM)
    daybook_record_set_int (record, (guint) index, daybook_field_word (field, value));
  else if (field->type == DAYBOOK_TYPE_TEXT)
    daybook_record_set_text (record, (guint) index, value);
  else
    daybook_record_set_int (record, (guint) index, g_ascii_strtoll (value, NULL, 10));
  record->carried |= G_GUINT64_CONSTANT (1) << index;
}

static DaybookStaging *
stage_as (Book       *book,
          const char *cells,
          gint64      as_of,
          gboolean    numbers_are_orders)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOrderRecord) record = daybook_record_new ();
  g_auto(GStrv) all = g_strsplit (cells, " ", -1);
  DaybookStagingSpec spec = {
    .shop = *daybook_store_get_shop (book->store),
    .platform = "tmall", .kind = "orders", .file = "orders.csv", .encoding = "UTF-8",
    .form = 42, .header = "订单编号", .as_of = as_of, .numbers_are_orders = numbers_are_orders,
  };
  DaybookStaging *staging = daybook_staging_new (book->store, &spec, &error);
  g_assert_no_error (error);

  daybook_record_set_text (record, DAYBOOK_ORDER_NUMBER, "1001");
  for (guint i = 0; all[i] != NULL; i++)
    set_cell (record, all[i]);
  g_string_append (record->raw, cells);
  g_assert_true (daybook_staging_add (staging, record, &error));
  g_assert_true (daybook_staging_finish (staging, 1, "{}", &error));
  g_assert_no_error (error);
  return staging;
}

static DaybookStaging *
stage (Book       *book,
       const char *cells,
       gint64      as_of)
{
  return stage_as (book, cells, as_of, TRUE);
}

typedef enum
{
  NEW,
  UPDATED,
  SAME,
} Outcome;

/* Imports a file that is `minutes` older (negative) or newer than BOOK_NOW. The preview
 * says what comes of it. */
static DaybookId
import_file (Book       *book,
             const char *cells,
             int         minutes,
             Outcome     expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookStaging) staging = stage (book, cells, BOOK_NOW + 60 * minutes);
  const DaybookStagingCounts *counts = daybook_staging_get_counts (staging);

  g_assert_cmpuint (counts->n_new, ==, (expected == NEW));
  g_assert_cmpuint (counts->n_updated, ==, (expected == UPDATED));
  g_assert_cmpuint (counts->n_same, ==, (expected == SAME));
  g_autoptr(DaybookOutcome) outcome = daybook_store_merge (book->store, staging, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  daybook_staging_discard (staging);
  return outcome->act;
}

static DaybookRow *
find_order (Book *book)
{
  g_autoptr(GPtrArray) found = daybook_reader_orders_numbered (daybook_store_get_reader (book->store), "1001", NULL);

  g_assert_cmpuint (found->len, ==, 1);
  return daybook_row_ref (g_ptr_array_index (found, 0));
}

/* The order says all of these. */
static void
assert_order (Book       *book,
              const char *cells)
{
  g_autoptr(DaybookRow) row = find_order (book);
  g_autoptr(DaybookOrderRecord) record = daybook_record_new ();
  g_auto(GStrv) all = g_strsplit (cells, " ", -1);

  for (guint i = 0; all[i] != NULL; i++)
    set_cell (record, all[i]);
  for (guint i = 0; i < DAYBOOK_ORDER_N_FIELDS; i++)
    if (daybook_record_carries (record, i) && !daybook_value_equal (&row->values[i], &record->values[i]))
      g_error ("%s: not as in “%s”", daybook_orders.fields[i].name, cells);
}

static void
undo_act (Book            *book,
          const DaybookId *act)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) undone = daybook_store_undo (book->store, act, &error);

  g_assert_no_error (error);
}

/* "None" from a newer file is knowledge; it was taken for "unknown". */
static void
test_no_refund_is_known (Book *book)
{
  import_file (book, "stage=completed refund=none refunded=0 seller_note=ok seller_flag=none", 0, NEW);
  import_file (book, "stage=completed refund=part refunded=400 seller_note=ok seller_flag=red", -60, SAME);
  assert_order (book, "refund=none refunded=0 seller_flag=none");

  import_file (book, "stage=completed refund=part refunded=400 seller_note=ok seller_flag=red", 60, UPDATED);
  assert_order (book, "refund=part refunded=400 seller_flag=red");
}

/* Of how many orders the file says otherwise than a later one did, at this time of it. */
static void
assert_older (Book       *book,
              const char *cells,
              int         minutes,
              guint64     n_older)
{
  g_autoptr(DaybookStaging) staging = stage (book, cells, BOOK_NOW + 60 * minutes);

  g_assert_cmpuint (daybook_staging_get_counts (staging)->n_older, ==, n_older);
  daybook_staging_discard (staging);
}

/* The preview says where the book knows better, and no longer when the time is put right. */
static void
test_what_is_left_out_is_counted (Book *book)
{
  import_file (book, "stage=completed paid=1000 refund=none refunded=0", 0, NEW);
  assert_older (book, "stage=completed paid=1000 refund=part refunded=400", -60, 1);
  assert_older (book, "stage=completed paid=1000 refund=none refunded=0", -60, 0);
  assert_older (book, "stage=completed buyer_note=hello", -60, 0);
  assert_older (book, "stage=completed paid=900 buyer_note=hello", -60, 1);
  assert_older (book, "stage=completed paid=900", 0, 0);

  g_autoptr(DaybookStaging) staging = stage (book, "stage=completed paid=900", BOOK_NOW - 60);
  g_assert_cmpuint (daybook_staging_get_counts (staging)->n_older, ==, 1);
  daybook_staging_set_as_of (staging, BOOK_NOW + 60);
  g_assert_cmpuint (daybook_staging_get_counts (staging)->n_older, ==, 0);
  g_assert_cmpuint (daybook_staging_get_counts (staging)->n_updated, ==, 1);
  daybook_staging_discard (staging);
}

/* Nobody had said anything of refunds: an older file may. */
static void
test_an_older_file_fills_what_is_open (Book *book)
{
  import_file (book, "stage=completed paid=1000", 0, NEW);
  import_file (book, "stage=completed refund=part refunded=400", -60, UPDATED);
  assert_order (book, "refund=part refunded=400 paid=1000");
}

/* An export of some orders only is often dated before the last full one. Its status goes
 * forward, and with it goes all that it says: none of it is torn apart. */
static void
test_a_status_that_goes_on_is_newer (Book *book)
{
  import_file (book, "stage=paid status=paid refund=part refunded=400 paid=1000", 0, NEW);
  import_file (book, "stage=closed status=refunded refund=full refunded=1000 paid=1000", -60, UPDATED);
  assert_order (book, "stage=closed status=refunded refund=full refunded=1000");

  /* And not back again. */
  import_file (book, "stage=paid status=paid refund=none refunded=0 paid=1000", -30, SAME);
  assert_order (book, "stage=closed status=refunded refund=full refunded=1000");
}

/* A file without a status makes no status newer, nor the other way round. */
static void
test_each_column_has_its_time (Book *book)
{
  import_file (book, "stage=completed paid=1000 tracking=SF1", -120, NEW);
  import_file (book, "tracking=SF2", 0, UPDATED);
  import_file (book, "stage=completed paid=900 tracking=SF1", -60, UPDATED);
  assert_order (book, "stage=completed paid=900 tracking=SF2");
}

/* What a newer file repeats it knows as well as what it changes. */
static void
test_what_is_repeated_is_newer_too (Book *book)
{
  import_file (book, "stage=completed paid=1000 tracking=SF1", -120, NEW);
  DaybookId newest = import_file (book, "stage=completed paid=1000 tracking=SF2", 0, UPDATED);
  import_file (book, "stage=completed paid=900 tracking=SF2", -60, SAME);
  assert_order (book, "paid=1000");

  /* Until it is taken back. */
  undo_act (book, &newest);
  import_file (book, "stage=completed paid=900 tracking=SF1", -60, UPDATED);
  assert_order (book, "paid=900 tracking=SF1");
}

/* What one file tells of some columns makes nothing else newer: what is repeated of the
 * rest counts, however late those columns were told. */
static void
test_few_columns_hide_no_repetition (Book *book)
{
  import_file (book, "stage=completed paid=1000 tracking=SF1", -120, NEW);
  import_file (book, "tracking=SF2", 0, UPDATED);
  DaybookId repeated = import_file (book, "stage=completed paid=1000", -60, SAME);
  import_file (book, "stage=completed paid=900", -90, SAME);
  assert_order (book, "paid=1000");

  undo_act (book, &repeated);
  import_file (book, "stage=completed paid=900", -90, UPDATED);
  assert_order (book, "paid=900 tracking=SF2");
}

/* Many files of little do not crowd out one that told of much. */
static void
test_a_full_file_is_not_crowded_out (Book *book)
{
  import_file (book, "stage=completed paid=1000 tracking=SF1", -120, NEW);
  import_file (book, "stage=completed paid=1000 tracking=SF1", -60, SAME);
  for (int i = 0; i < 8; i++)
    import_file (book, "tracking=SF1", i - 50, SAME);
  import_file (book, "stage=completed paid=900 tracking=SF1", -90, SAME);
  assert_order (book, "paid=1000");
}

/* An empty cell says nothing, and is no confirmation of what another file said. */
static void
test_an_empty_cell_confirms_nothing (Book *book)
{
  import_file (book, "stage=completed tracking=SF1", -120, NEW);
  import_file (book, "stage=completed paid=1000 tracking=", 0, UPDATED);
  import_file (book, "stage=completed tracking=SF2", -60, UPDATED);
  assert_order (book, "paid=1000 tracking=SF2");
}

/* What hangs on the order. */
static void
assert_parts (Book               *book,
              const DaybookTable *table,
              guint               field,
              const char         *expected)
{
  g_autoptr(DaybookRow) order = find_order (book);
  g_autoptr(GPtrArray) parts = daybook_reader_parts (daybook_store_get_reader (book->store), table, (guint) table->owner,
                                                     &order->id, NULL);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", daybook_row_text (g_ptr_array_index (parts, i), field));
  g_assert_cmpstr (text->str, ==, expected);
}

/* Lines have a time of their own too: they belong to the amounts of their file. */
static void
test_lines_have_their_time (Book *book)
{
  import_file (book, "paid=1000 lines=Cup", -120, NEW);
  import_file (book, "buyer_note=hello", 0, UPDATED);
  import_file (book, "paid=1500 lines=Cup|Plate", -60, UPDATED);
  assert_order (book, "paid=1500");
  assert_parts (book, &daybook_order_lines, DAYBOOK_LINE_TITLE, "Cup|Plate");

  import_file (book, "paid=1000 lines=Cup", -90, SAME);
  assert_order (book, "paid=1500");
  assert_parts (book, &daybook_order_lines, DAYBOOK_LINE_TITLE, "Cup|Plate");
}

/* Parcels are as new as the tracking numbers. */
static void
test_parcels_have_their_time (Book *book)
{
  import_file (book, "stage=shipped tracking=SF1", -120, NEW);
  import_file (book, "buyer_note=hello", 0, UPDATED);
  import_file (book, "stage=shipped tracking=SF2", -60, UPDATED);
  assert_order (book, "tracking=SF2");
  assert_parts (book, &daybook_parcels, DAYBOOK_PARCEL_TRACKING, "SF1|SF2");
}

/* Stars take nothing away: not of the address, nor of the region in it. */
static void
test_a_masked_region (Book *book)
{
  import_file (book, "stage=paid region=江苏省/扬州市 address=江苏省扬州市文昌路1号", 0, NEW);
  import_file (book, "stage=paid region=江**/扬** address=江**扬**文**", 60, SAME);
  assert_order (book, "region=江苏省/扬州市 address=江苏省扬州市文昌路1号");
}

/* What becomes known of a parcel later is the parcel's too, and what is left out stays. */
static void
test_a_parcel_learns_its_courier (Book *book)
{
  import_file (book, "stage=shipped tracking=SF1", 0, NEW);
  import_file (book, "stage=shipped tracking=SF1 courier=SF", 60, UPDATED);
  assert_parts (book, &daybook_parcels, DAYBOOK_PARCEL_COURIER, "SF");
  import_file (book, "stage=completed tracking=SF1", 120, UPDATED);
  assert_parts (book, &daybook_parcels, DAYBOOK_PARCEL_COURIER, "SF");
}

/* What an older file with a status further on fills is as old as that file. */
static void
test_what_was_open_has_no_time_to_keep (Book *book)
{
  import_file (book, "stage=paid status=paid paid=1000", 0, NEW);
  import_file (book, "stage=completed status=done paid=900 courier=SF", -60, UPDATED);
  import_file (book, "courier=YTO", -30, UPDATED);
  assert_order (book, "stage=completed paid=900 courier=YTO");

  import_file (book, "stage=completed status=done paid=800 courier=YTO", -30, SAME);
  assert_order (book, "paid=900");
}

/* A redo tells of no more than its file had told of. */
static void
test_a_redo_tells_of_its_columns (Book *book)
{
  g_autoptr(GError) error = NULL;
  import_file (book, "stage=completed paid=1000 tracking=SF1 buyer_note=x", -120, NEW);
  DaybookId few = import_file (book, "tracking=SF2", 0, UPDATED);
  g_autoptr(DaybookOutcome) undone = daybook_store_undo (book->store, &few, &error);
  g_assert_no_error (error);
  import_file (book, "buyer_note=y", -20, UPDATED);
  undo_act (book, &undone->act);
  assert_order (book, "tracking=SF2 buyer_note=y");

  import_file (book, "tracking=SF3", -10, SAME);
  import_file (book, "stage=completed paid=900", -30, UPDATED);
  assert_order (book, "tracking=SF2 paid=900");
}

/* A file that is undone and comes again is taken, though one that came between had said
 * the same. */
static void
test_an_undone_file_comes_again (Book *book)
{
  import_file (book, "stage=completed paid=1000 tracking=SF1 lines=Cup", -120, NEW);
  DaybookId second = import_file (book, "stage=completed paid=900 tracking=SF1 lines=Cup|Plate", -60, UPDATED);
  import_file (book, "stage=completed paid=900 tracking=SF1 lines=Cup|Plate", 0, SAME);
  undo_act (book, &second);
  assert_order (book, "paid=1000");
  assert_parts (book, &daybook_order_lines, DAYBOOK_LINE_TITLE, "Cup");

  /* What was not taken back is known as before. */
  import_file (book, "tracking=SF2", -30, SAME);
  import_file (book, "stage=completed paid=900 tracking=SF1 lines=Cup|Plate", -60, UPDATED);
  assert_order (book, "paid=900 tracking=SF1");
  assert_parts (book, &daybook_order_lines, DAYBOOK_LINE_TITLE, "Cup|Plate");
}

/* The same of files that only changed the lines, and nothing of the order itself. */
static void
test_lines_come_again (Book *book)
{
  import_file (book, "stage=completed paid=1000 lines=Cup", 0, NEW);
  DaybookId more = import_file (book, "stage=completed paid=1000 lines=Cup|Plate", 0, UPDATED);
  undo_act (book, &more);
  assert_parts (book, &daybook_order_lines, DAYBOOK_LINE_TITLE, "Cup");
  import_file (book, "stage=completed paid=1000 lines=Cup|Plate", 0, UPDATED);
  assert_parts (book, &daybook_order_lines, DAYBOOK_LINE_TITLE, "Cup|Plate");

  DaybookId fewer = import_file (book, "stage=completed paid=1000 lines=Cup", 60, UPDATED);
  import_file (book, "stage=completed paid=1000 lines=Cup", 120, SAME);
  undo_act (book, &fewer);
  assert_parts (book, &daybook_order_lines, DAYBOOK_LINE_TITLE, "Cup|Plate");
  import_file (book, "stage=completed paid=1000 lines=Cup", 60, UPDATED);
  assert_parts (book, &daybook_order_lines, DAYBOOK_LINE_TITLE, "Cup");
}

/* An undone file says nothing, nor from when: one with a wrong time comes again with the
 * right one. */
static void
test_an_undone_file_rules_nothing (Book *book)
{
  DaybookId late = import_file (book, "stage=paid paid=1000 lines=Cup", 0, NEW);
  undo_act (book, &late);
  import_file (book, "stage=paid paid=1000 lines=Cup", -480, NEW);
  import_file (book, "stage=paid paid=1200 lines=Cup|Plate", -360, UPDATED);
  assert_order (book, "paid=1200");
  assert_parts (book, &daybook_order_lines, DAYBOOK_LINE_TITLE, "Cup|Plate");
}

static void
test_what_comes_again_is_as_new_as_its_file (Book *book)
{
  DaybookId early = import_file (book, "stage=closed paid=1000 lines=Cup", -600, NEW);
  undo_act (book, &early);
  import_file (book, "stage=closed paid=1000 lines=Cup", 0, NEW);
  import_file (book, "stage=paid paid=1200 lines=Cup|Plate", -360, SAME);
  assert_order (book, "stage=closed paid=1000");
  assert_parts (book, &daybook_order_lines, DAYBOOK_LINE_TITLE, "Cup");
}

static void
test_what_comes_again_without_lines_hides_none (Book *book)
{
  DaybookId early = import_file (book, "stage=paid paid=1000 lines=Cup", -600, NEW);
  undo_act (book, &early);
  import_file (book, "stage=paid buyer_note=hello", 0, NEW);
  assert_parts (book, &daybook_order_lines, DAYBOOK_LINE_TITLE, "");
  import_file (book, "stage=paid paid=1200 lines=Plate", -360, UPDATED);
  assert_parts (book, &daybook_order_lines, DAYBOOK_LINE_TITLE, "Plate");
}

/* Of an order that stays since another file told of it too, only that file speaks. */
static void
test_what_is_left_of_an_undone_file_gives_way (Book *book)
{
  DaybookId late = import_file (book, "stage=paid paid=1000", 0, NEW);
  import_file (book, "stage=paid paid=1200 buyer_note=hello", -480, UPDATED);
  undo_act (book, &late);
  import_file (book, "stage=paid paid=1200 buyer_note=hello", -480, UPDATED);
  assert_order (book, "paid=1200 buyer_note=hello");
}

static void
delete_order (Book *book)
{
  g_autoptr(DaybookRow) order = find_order (book);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Trash", daybook_store_get_agent (book->store));
  g_autoptr(GError) error = NULL;

  daybook_edit_delete (edit, &daybook_orders, &order->id);
  g_autoptr(DaybookOutcome) deleted = daybook_store_commit (book->store, edit, &error);
  g_assert_no_error (error);
}

/* What was undone does not come back with an order that a person had put in the trash. */
static void
test_a_deleted_order_of_an_undone_file (Book *book)
{
  DaybookId all = import_file (book, "stage=paid paid=1000 seller_note=wrong", 0, NEW);
  delete_order (book);
  undo_act (book, &all);
  import_file (book, "stage=paid buyer_note=hello", 60, NEW);

  g_autoptr(DaybookRow) again = find_order (book);
  g_assert_false (daybook_row_has (again, DAYBOOK_ORDER_PAID));
  g_assert_false (daybook_row_has (again, DAYBOOK_ORDER_SELLER_NOTE));
}

/* What is in force does, though the file that had brought it back is undone. */
static void
test_a_deleted_order_of_a_file_in_force (Book *book)
{
  import_file (book, "stage=paid paid=1000 lines=Cup", 0, NEW);
  delete_order (book);
  DaybookId back = import_file (book, "stage=shipped", 60, NEW);
  delete_order (book);
  undo_act (book, &back);
  import_file (book, "stage=completed", 120, NEW);
  assert_order (book, "stage=completed paid=1000");
  assert_parts (book, &daybook_order_lines, DAYBOOK_LINE_TITLE, "Cup");
}

/* Titles that differ in the width of a bracket have one name. */
static void
test_lines_of_one_name (Book *book)
{
  import_file (book, "stage=paid lines=杯（大）|杯(大)", 0, NEW);
  assert_parts (book, &daybook_order_lines, DAYBOOK_LINE_TITLE, "杯（大）|杯(大)");
  import_file (book, "stage=paid paid=1000 lines=杯（大）|杯(大)", 60, UPDATED);
  assert_parts (book, &daybook_order_lines, DAYBOOK_LINE_TITLE, "杯（大）|杯(大)");
}

/* A number that a file has twice is one line. */
static void
test_a_line_that_is_told_twice (Book *book)
{
  import_file (book, "stage=paid numbered=11|12|11", 0, NEW);
  assert_parts (book, &daybook_order_lines, DAYBOOK_LINE_NUMBER, "11|12");
  import_file (book, "stage=paid numbered=11|12|11", 60, SAME);
  import_file (book, "stage=paid paid=1000 numbered=11|12|11", 120, UPDATED);
  assert_parts (book, &daybook_order_lines, DAYBOOK_LINE_NUMBER, "11|12");
}

/* A word that nobody knows is a status all the same, and has its time. */
static void
test_a_strange_status_is_newer_too (Book *book)
{
  import_file (book, "stage=shipped status=shipped", -120, NEW);
  import_file (book, "stage=unknown status=odd", 0, UPDATED);
  import_file (book, "stage=paid status=paid", -180, SAME);
  assert_order (book, "stage=unknown status=odd");
  import_file (book, "stage=paid status=paid", 60, UPDATED);
  assert_order (book, "stage=paid status=paid");
}

/* What a file lists is guessed no longer, though it has the same title. */
static void
test_a_guessed_line_is_told (Book *book)
{
  import_file (book, "stage=paid guesses=Cup|Pot", 0, NEW);
  import_file (book, "lines=Cup|Pot", 60, UPDATED);
  import_file (book, "stage=paid guesses=Mug|Pot", 120, SAME);
  assert_parts (book, &daybook_order_lines, DAYBOOK_LINE_TITLE, "Cup|Pot");
}

/* Two shops may have an order of the same number: that of one is not made into the other's. */
static void
test_another_shops_order_is_a_problem (Book *book)
{
  static const char OURS[] = "stage=paid created=1763000000 paid=1000 account=ann";
  static const char THEIRS[] = "stage=paid created=1763900000 paid=9900 account=bob";
  DaybookStagingCounts counts;
  import_file (book, OURS, 0, NEW);

  g_autoptr(DaybookStaging) staging = stage_as (book, THEIRS, BOOK_NOW + 60, TRUE);
  counts = *daybook_staging_get_counts (staging);
  g_assert_cmpuint (counts.orders, ==, 0);
  g_assert_cmpuint (counts.n_problems, ==, 1);
  g_autoptr(GPtrArray) problems = daybook_staging_problems (staging, 0, 10, NULL);
  const DaybookProblem *problem = g_ptr_array_index (problems, 0);
  g_assert_cmpstr (problem->value, ==, "1001");
  g_assert_nonnull (strstr (problem->why, "another shop"));
  daybook_staging_discard (staging);

  /* The same order, read in another zone; and a table of which a person said what it means. */
  g_autoptr(DaybookStaging) zone = stage_as (book, "stage=paid created=1763050000 paid=1100 account=ann", BOOK_NOW + 60, TRUE);
  g_assert_cmpuint (daybook_staging_get_counts (zone)->n_updated, ==, 1);
  daybook_staging_discard (zone);
  g_autoptr(DaybookStaging) mapped = stage_as (book, THEIRS, BOOK_NOW + 60, FALSE);
  g_assert_cmpuint (daybook_staging_get_counts (mapped)->n_updated, ==, 1);
  daybook_staging_discard (mapped);
}

static guint
count_orders_of (Book       *book,
                 const char *account)
{
  g_autofree char *where = g_strdup_printf ("account = '%s'", account);
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_handles);
  g_autoptr(GError) error = NULL;
  DaybookReader *reader = daybook_store_get_reader (book->store);

  g_assert_true (daybook_query_parse_where (query, where, &error));
  g_autoptr(GArray) keys = daybook_reader_keys (reader, query, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (keys->len, ==, 1);
  g_autoptr(DaybookRow) handle = daybook_reader_row (reader, &daybook_handles, g_array_index (keys, gint64, 0), &error);
  g_autoptr(GPtrArray) orders = daybook_reader_parts (reader, &daybook_orders, DAYBOOK_ORDER_CUSTOMER,
                                                      daybook_row_ref_id (handle, DAYBOOK_HANDLE_CUSTOMER), &error);
  g_assert_no_error (error);
  return orders->len;
}

/* An account that was corrected on the platform: the order is its buyer's. */
static void
test_an_order_goes_with_its_account (Book *book)
{
  import_file (book, "stage=paid buyer=anna account=anna", 0, NEW);
  import_file (book, "stage=paid buyer=hanna account=hanna", 60, UPDATED);
  g_assert_cmpuint (count_orders_of (book, "hanna"), ==, 1);
  g_assert_cmpuint (count_orders_of (book, "anna"), ==, 0);

  import_file (book, "stage=paid buyer=anna account=anna", 30, SAME);
  g_assert_cmpuint (count_orders_of (book, "hanna"), ==, 1);

  /* A later file that names no buyer makes the name no newer. */
  import_file (book, "buyer_note=hello", 120, UPDATED);
  import_file (book, "stage=paid buyer=johanna account=johanna", 90, UPDATED);
  g_assert_cmpuint (count_orders_of (book, "johanna"), ==, 1);
}

/* A reseller's one account: each of its contacts is kept once, however many there are. */
static void
test_a_crowd_of_contacts (Book *book)
{
  for (int i = 0; i < 150; i++)
    {
      g_autofree char *cells = g_strdup_printf ("stage=paid buyer=shop account=shop phone=1380000%04d", i % 100);

      import_file (book, cells, i, i == 0 ? NEW : UPDATED);
    }

  g_assert_cmpuint (book_count (book, &daybook_contacts, ""), ==, 100);
}

static void
run (gconstpointer data)
{
  void (*test) (Book *book) = (void (*) (Book *)) data;
  Book book;

  book_open (&book);
  test (&book);
  book_close (&book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add_data_func (path, (gconstpointer) (test), run)
  ADD ("/known-order/no-refund-is-known", test_no_refund_is_known);
  ADD ("/known-order/what-is-left-out-is-counted", test_what_is_left_out_is_counted);
  ADD ("/known-order/an-older-file-fills-what-is-open", test_an_older_file_fills_what_is_open);
  ADD ("/known-order/a-status-that-goes-on-is-newer", test_a_status_that_goes_on_is_newer);
  ADD ("/known-order/each-column-has-its-time", test_each_column_has_its_time);
  ADD ("/known-order/what-is-repeated-is-newer-too", test_what_is_repeated_is_newer_too);
  ADD ("/known-order/few-columns-hide-no-repetition", test_few_columns_hide_no_repetition);
  ADD ("/known-order/a-full-file-is-not-crowded-out", test_a_full_file_is_not_crowded_out);
  ADD ("/known-order/an-empty-cell-confirms-nothing", test_an_empty_cell_confirms_nothing);
  ADD ("/known-order/an-undone-file-rules-nothing", test_an_undone_file_rules_nothing);
  ADD ("/known-order/what-comes-again-is-as-new-as-its-file", test_what_comes_again_is_as_new_as_its_file);
  ADD ("/known-order/what-comes-again-without-lines-hides-none", test_what_comes_again_without_lines_hides_none);
  ADD ("/known-order/what-is-left-of-an-undone-file-gives-way", test_what_is_left_of_an_undone_file_gives_way);
  ADD ("/known-order/a-strange-status-is-newer-too", test_a_strange_status_is_newer_too);
  ADD ("/known-order/a-guessed-line-is-told", test_a_guessed_line_is_told);
  ADD ("/known-order/a-deleted-order-of-an-undone-file", test_a_deleted_order_of_an_undone_file);
  ADD ("/known-order/a-deleted-order-of-a-file-in-force", test_a_deleted_order_of_a_file_in_force);
  ADD ("/known-order/lines-of-one-name", test_lines_of_one_name);
  ADD ("/known-order/a-line-that-is-told-twice", test_a_line_that_is_told_twice);
  ADD ("/known-order/lines-have-their-time", test_lines_have_their_time);
  ADD ("/known-order/a-parcel-learns-its-courier", test_a_parcel_learns_its_courier);
  ADD ("/known-order/a-masked-region", test_a_masked_region);
  ADD ("/known-order/parcels-have-their-time", test_parcels_have_their_time);
  ADD ("/known-order/what-was-open-has-no-time-to-keep", test_what_was_open_has_no_time_to_keep);
  ADD ("/known-order/an-undone-file-comes-again", test_an_undone_file_comes_again);
  ADD ("/known-order/lines-come-again", test_lines_come_again);
  ADD ("/known-order/a-redo-tells-of-its-columns", test_a_redo_tells_of_its_columns);
  ADD ("/known-order/an-order-goes-with-its-account", test_an_order_goes_with_its_account);
  ADD ("/known-order/another-shops-order-is-a-problem", test_another_shops_order_is_a_problem);
  ADD ("/known-order/a-crowd-of-contacts", test_a_crowd_of_contacts);
#undef ADD

  return g_test_run ();
}
