/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "store/database.h"

#include <glib/gstdio.h>

/* A thread that still reads for a window which is gone keeps the store, and is to find its book: so long it is waited for. */
#define READERS_US (2 * G_USEC_PER_SEC)

void
book_open (Book *book)
{
  g_autoptr(GError) error = NULL;

  book->folder = g_dir_make_tmp ("daybook-test-XXXXXX", &error);
  g_assert_no_error (error);
  book->store = daybook_store_open_at (book->folder, DAYBOOK_STORE_CREATE, BOOK_NOW, &error);
  g_assert_no_error (error);
}

void
book_reopen (Book *book)
{
  g_autoptr(GError) error = NULL;

  g_object_unref (book->store);
  book->store = daybook_store_open_at (book->folder, DAYBOOK_STORE_EXISTING, BOOK_NOW, &error);
  g_assert_no_error (error);
}

void
book_remove_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        book_remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static gboolean
is_alive (GWeakRef *store)
{
  g_autoptr(GObject) alive = g_weak_ref_get (store);

  return alive != NULL;
}

void
book_close (Book *book)
{
  const gint64 until = g_get_monotonic_time () + READERS_US;
  GWeakRef store;

  g_weak_ref_init (&store, book->store);
  g_clear_object (&book->store);
  while (is_alive (&store) && g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  g_weak_ref_clear (&store);
  book_remove_folder (book->folder);
  g_clear_pointer (&book->folder, g_free);
}

DaybookId
book_add_order (Book       *book,
                const char *number,
                gint64      created)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "Imported", daybook_store_get_agent (book->store));
  g_autoptr(GError) error = NULL;
  g_autofree char *shop = daybook_id_to_string (daybook_store_get_shop (book->store));
  const char *parts[] = { shop, "tmall", number };
  DaybookId order, line;

  daybook_id_derive (&order, "order", parts, G_N_ELEMENTS (parts));
  daybook_edit_create (edit, &daybook_orders, &order);
  daybook_edit_give (edit, DAYBOOK_ORDER_SHOP, daybook_value_id (daybook_store_get_shop (book->store)));
  daybook_edit_give (edit, DAYBOOK_ORDER_PLATFORM, daybook_value_text ("tmall"));
  daybook_edit_give (edit, DAYBOOK_ORDER_NUMBER, daybook_value_text (number));
  daybook_edit_give (edit, DAYBOOK_ORDER_STAGE, daybook_value_int (DAYBOOK_STAGE_PAID));
  daybook_edit_give (edit, DAYBOOK_ORDER_CREATED, daybook_value_int (created));
  daybook_edit_give (edit, DAYBOOK_ORDER_CURRENCY, daybook_value_text ("CNY"));
  daybook_edit_give (edit, DAYBOOK_ORDER_PAID, daybook_value_int (12800));
  daybook_id_random (&line);
  daybook_edit_create (edit, &daybook_order_lines, &line);
  daybook_edit_give (edit, DAYBOOK_LINE_ORDER, daybook_value_id (&order));
  daybook_edit_give (edit, DAYBOOK_LINE_TITLE, daybook_value_text ("红色连衣裙"));

  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (book->store, edit, &error);
  g_assert_no_error (error);
  return order;
}

DaybookId
book_set (Book               *book,
          const DaybookTable *table,
          const DaybookId    *row,
          guint               field,
          DaybookValue        value)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Set", daybook_store_get_agent (book->store));
  g_autoptr(GError) error = NULL;

  daybook_edit_set (edit, table, row, field, value);
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (book->store, edit, &error);
  g_assert_no_error (error);
  return outcome->act;
}

DaybookRow *
book_row (Book               *book,
          const DaybookTable *table,
          const DaybookId    *row)
{
  g_autoptr(GError) error = NULL;
  DaybookRow *found = daybook_reader_find (daybook_store_get_reader (book->store), table, row, &error);

  g_assert_no_error (error);
  return found;
}

guint
book_count (Book               *book,
            const DaybookTable *table,
            const char         *where)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (table);
  g_autoptr(GError) error = NULL;

  daybook_query_parse_where (query, where, &error);
  g_assert_no_error (error);
  gint64 count = daybook_reader_count (daybook_store_get_reader (book->store), query, 0, &error);
  g_assert_no_error (error);
  return (guint) count;
}

static DaybookDatabase *
open_database (Book                *book,
               DaybookDatabaseMode  mode)
{
  g_autoptr(GError) error = NULL;
  DaybookDatabase *db = daybook_database_open (daybook_store_get_path (book->store), mode, 1000, &error);

  g_assert_no_error (error);
  return db;
}

gint64
book_number (Book       *book,
             const char *sql)
{
  g_autoptr(DaybookDatabase) db = open_database (book, DAYBOOK_DATABASE_READ);
  g_autoptr(GError) error = NULL;
  gint64 number = daybook_database_number (db, sql, -1, &error);

  g_assert_no_error (error);
  return number;
}

void
book_run_sql (Book       *book,
              const char *sql)
{
  g_autoptr(DaybookDatabase) db = open_database (book, DAYBOOK_DATABASE_WRITE);
  g_autoptr(GError) error = NULL;

  daybook_database_run (db, sql, &error);
  g_assert_no_error (error);
}
