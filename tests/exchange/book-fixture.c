/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-fixture.h"

#include "fixtures.h"

#include "exchange/import.h"
#include "store/reader.h"

#define NOW G_GINT64_CONSTANT (1795305600) /* 22 November 2026 */

void
book_fixture_set_up (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->folder = fixture_folder ();
  fixture->book = g_build_filename (fixture->folder, "book", NULL);
  fixture->store = daybook_store_open (fixture->book, DAYBOOK_STORE_CREATE, &error);
  g_assert_no_error (error);
  daybook_store_fix_now (fixture->store, NOW);
}

void
book_fixture_tear_down (Fixture       *fixture,
                        gconstpointer  data)
{
  daybook_store_close (fixture->store);
  g_object_unref (fixture->store);
  g_free (fixture->book);
  fixture_folder_free (fixture->folder);
}

DaybookImport *
book_import_file (Fixture    *fixture,
                  const char *name,
                  const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = fixture_write (fixture->folder, name, text, -1);
  DaybookImport *import = daybook_import_new (fixture->store, path);

  daybook_import_prepare (import, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_autoptr(DaybookOutcome) outcome = daybook_store_merge (fixture->store, daybook_import_get_staging (import), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return import;
}

DaybookRow *
book_import (Fixture    *fixture,
             const char *name,
             const char *text,
             const char *number)
{
  g_autoptr(DaybookImport) import = book_import_file (fixture, name, text);
  g_autoptr(GPtrArray) found = daybook_reader_orders_numbered (daybook_store_get_reader (fixture->store), number, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  return daybook_row_ref (g_ptr_array_index (found, 0));
}

void
book_commit (Fixture     *fixture,
             DaybookEdit *edit)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (fixture->store, edit, &error);

  g_assert_no_error (error);
}

DaybookId
book_last_act (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) acts = daybook_reader_history (daybook_store_get_reader (fixture->store), NULL, NULL, 0, 1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (acts->len, ==, 1);
  return ((DaybookAct *) g_ptr_array_index (acts, 0))->id;
}

void
book_undo (Fixture         *fixture,
           const DaybookId *act)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = daybook_store_undo (fixture->store, act, &error);

  g_assert_no_error (error);
}
