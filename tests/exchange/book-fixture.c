/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-fixture.h"

#include "fixtures.h"

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
