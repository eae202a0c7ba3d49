/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "merge-rows.h"

#include <string.h>


static void
add_line (DaybookOrderRecord *record,
          const char         *text)
{
  DaybookLineRecord *line = daybook_record_add_line (record);
  const char *colon = strchr (text, ':');
  g_autofree char *number = colon != NULL ? g_strndup (text, (gsize) (colon - text)) : NULL;

  line->values[DAYBOOK_LINE_POSITION] = daybook_value_int (record->lines->len - 1);
  line->values[DAYBOOK_LINE_PROVISIONAL] = daybook_value_int (*text == '?');
  daybook_record_line_text (record, line, DAYBOOK_LINE_NUMBER, number);
  daybook_record_line_text (record, line, DAYBOOK_LINE_TITLE, colon != NULL ? colon + 1 : text + (*text == '?'));
}

static void
add_lines (DaybookOrderRecord *record,
           const char         *text)
{
  g_auto(GStrv) lines = text != NULL ? g_strsplit (text, "|", -1) : NULL;

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    add_line (record, lines[i]);
  if (lines != NULL)
    return;

  DaybookLineRecord *line = daybook_record_add_line (record);
  daybook_record_line_text (record, line, DAYBOOK_LINE_TITLE, "红色连衣裙");
  daybook_record_line_text (record, line, DAYBOOK_LINE_SKU, "A-100");
}

DaybookStaging *
stage_rows (Book      *book,
            const Row *rows,
            guint      n_rows,
            gint64     as_of)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOrderRecord) record = daybook_record_new ();
  DaybookStagingSpec spec = {
    .shop = *daybook_store_get_shop (book->store),
    .platform = "tmall", .kind = "orders", .file = "orders.csv", .encoding = "UTF-8",
    .form = 42, .header = "订单编号",
  };
  DaybookStaging *staging = daybook_staging_new (book->store, &spec, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < n_rows; i++)
    {
      daybook_record_reset (record);
      daybook_record_set_text (record, DAYBOOK_ORDER_NUMBER, rows[i].number);
      daybook_record_set_int (record, DAYBOOK_ORDER_STAGE, rows[i].stage);
      daybook_record_set_text (record, DAYBOOK_ORDER_STATUS, rows[i].guessed ? NULL :
                               daybook_field_word_name (&daybook_orders.fields[DAYBOOK_ORDER_STAGE], rows[i].stage));
      daybook_record_set_int (record, DAYBOOK_ORDER_PAID, rows[i].paid);
      daybook_record_set_int (record, DAYBOOK_ORDER_CREATED, BOOK_NOW - 86400 * (i % 30));
      daybook_record_set_text (record, DAYBOOK_ORDER_CURRENCY, "CNY");
      daybook_record_set_text (record, DAYBOOK_ORDER_PHONE, rows[i].phone);
      daybook_record_set_text (record, DAYBOOK_ORDER_RECEIVER, rows[i].receiver);
      daybook_record_set_text (record, DAYBOOK_ORDER_TRACKING, rows[i].tracking);
      if (rows[i].shipped_at != 0)
        daybook_record_set_int (record, DAYBOOK_ORDER_SHIPPED_AT, rows[i].shipped_at);
      if (rows[i].completed_at != 0)
        daybook_record_set_int (record, DAYBOOK_ORDER_COMPLETED_AT, rows[i].completed_at);
      record->carried = rows[i].guessed ? 0 : ~DAYBOOK_RECORD_PART;
      record->account = rows[i].account != NULL ? g_string_chunk_insert (record->chunk, rows[i].account) : NULL;
      g_string_append (record->raw, rows[i].number);
      add_lines (record, rows[i].lines);
      g_assert_true (daybook_staging_add (staging, record, &error));
      g_assert_no_error (error);
    }

  /* As with a real file, whose newest row may say when it was made. */
  daybook_staging_set_as_of (staging, as_of);
  g_assert_true (daybook_staging_finish (staging, n_rows, "{}", &error));
  g_assert_no_error (error);
  return staging;
}

void
assert_counts (DaybookStaging *staging,
               guint64         n_new,
               guint64         n_updated,
               guint64         n_same)
{
  const DaybookStagingCounts *counts = daybook_staging_get_counts (staging);

  g_assert_cmpuint (counts->n_new, ==, n_new);
  g_assert_cmpuint (counts->n_updated, ==, n_updated);
  g_assert_cmpuint (counts->n_same, ==, n_same);
}

/* Stages and merges, checking what the preview said. */
DaybookId
import_rows (Book      *book,
             const Row *rows,
             guint      n_rows,
             gint64     as_of,
             guint64    n_new,
             guint64    n_updated,
             guint64    n_same)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookStaging) staging = stage_rows (book, rows, n_rows, as_of);
  assert_counts (staging, n_new, n_updated, n_same);

  g_autoptr(DaybookOutcome) outcome = daybook_store_merge (book->store, staging, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  daybook_staging_discard (staging);
  return outcome->act;
}

DaybookRow *
find_order (Book       *book,
            const char *number)
{
  g_autoptr(GPtrArray) found = daybook_reader_orders_numbered (daybook_store_get_reader (book->store), number, NULL);

  return found->len == 1 ? daybook_row_ref (g_ptr_array_index (found, 0)) : NULL;
}

const Row THREE[N_THREE] = {
  { "1001", DAYBOOK_STAGE_PAID, 12800, "小王子88", "13812341234", "张三", NULL },
  { "1002", DAYBOOK_STAGE_SHIPPED, 5600, "小王子88", "13812341234", "张三", "SF100, SF200" },
  { "1003", DAYBOOK_STAGE_UNPAID, 0, NULL, "1******6198", "李*", NULL },
};

void
assert_paid (Book       *book,
             const char *number,
             gint64      paid)
{
  g_autoptr(DaybookRow) row = find_order (book, number);

  g_assert_cmpint (daybook_row_int (row, DAYBOOK_ORDER_PAID), ==, paid);
}

void
undo_act (Book            *book,
          const DaybookId *act,
          guint64          n_kept)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) undone = daybook_store_undo (book->store, act, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (undone->n_kept, ==, n_kept);
}

/* The titles of an order's lines, or the numbers of its parcels, that are seen. */
void
assert_parts (Book               *book,
              const char         *number,
              const DaybookTable *table,
              guint               field,
              const char         *expected)
{
  g_autoptr(DaybookRow) order = find_order (book, number);
  g_autoptr(GPtrArray) parts =
    daybook_reader_parts (daybook_store_get_reader (book->store), table, (guint) table->owner, &order->id, NULL);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", daybook_row_text (g_ptr_array_index (parts, i), field));
  g_assert_cmpstr (text->str, ==, expected);
}

void
assert_lines (Book       *book,
              const char *number,
              const char *expected)
{
  assert_parts (book, number, &daybook_order_lines, DAYBOOK_LINE_TITLE, expected);
}

void
assert_parcels (Book       *book,
                const char *number,
                const char *expected)
{
  assert_parts (book, number, &daybook_parcels, DAYBOOK_PARCEL_TRACKING, expected);
}
