/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "two-laptops.h"

void
shop_copy_book (Book *from,
                Book *to)
{
  g_autoptr(GError) error = NULL;

  to->folder = g_dir_make_tmp ("daybook-test-XXXXXX", &error);
  g_assert_no_error (error);
  g_autofree char *sql = g_strdup_printf ("VACUUM INTO '%s/daybook.db'", to->folder);
  book_run_sql (from, sql);
  to->store = daybook_store_open_at (to->folder, DAYBOOK_STORE_EXISTING, BOOK_NOW, &error);
  g_assert_no_error (error);
}

void
shop_open (Shop *shop)
{
  g_autoptr(GError) error = NULL;

  book_open (&shop->a);
  daybook_replica_pair (shop->a.store, &error);
  g_assert_no_error (error);
  shop_copy_book (&shop->a, &shop->b);
  daybook_replica_become (shop->b.store, "B", &error);
  g_assert_no_error (error);

  shop->end = daybook_replica_get_cursor (shop->a.store, &error);
  g_assert_no_error (error);
  shop->lines = g_ptr_array_new_with_free_func (g_free);
  shop->verdicts = g_ptr_array_new_with_free_func (g_free);
}

void
shop_close (Shop *shop)
{
  book_close (&shop->a);
  book_close (&shop->b);
  g_ptr_array_unref (shop->lines);
  g_ptr_array_unref (shop->verdicts);
}

GPtrArray *
shop_outbox (Book  *book,
             guint  limit)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *lines = daybook_replica_outbox (book->store, limit, &error);

  g_assert_no_error (error);
  return lines;
}

void
shop_publish (Shop *shop,
              Book *author,
              char  letter)
{
  g_autoptr(GPtrArray) lines = shop_outbox (author, G_MAXUINT);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      const char *line = g_ptr_array_index (lines, i);
      g_autoptr(DaybookOperation) op = daybook_operation_parse (line, &error);

      g_assert_no_error (error);
      g_ptr_array_add (shop->lines, g_strdup (line));
      g_ptr_array_add (shop->verdicts, g_strnfill (daybook_operation_count (op), letter));
    }
}

gboolean
shop_deliver_from (Shop    *shop,
                   Book    *book,
                   guint    from,
                   GError **error)
{
  g_autofree DaybookLogEntry *entries = g_new0 (DaybookLogEntry, shop->lines->len);
  guint n = 0;

  for (guint i = from; i < shop->lines->len; i++)
    entries[n++] = (DaybookLogEntry) {
      shop->end + i + 1, (BOOK_NOW * 1000) << 16,
      g_ptr_array_index (shop->verdicts, i), g_ptr_array_index (shop->lines, i),
    };

  return daybook_replica_apply (book->store, entries, n, error);
}

void
shop_deliver (Shop *shop)
{
  g_autoptr(GError) error = NULL;

  shop_deliver_from (shop, &shop->a, 0, &error);
  g_assert_no_error (error);
  shop_deliver_from (shop, &shop->b, 0, &error);
  g_assert_no_error (error);
}
