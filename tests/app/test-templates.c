/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/case-bulk.h"
#include "app/cases/refusals.h"
#include "app/common/filter-editor.h"
#include "app/common/view-saver.h"
#include "app/orders/order-bulk.h"
#include "app/quick/quick-add-window.h"
#include "app/window/page-table.h"
#include "core/order.h"
#include "store/registers.h"
#include "app/window/window.h"

#include <glib/gstdio.h>

/* Properties and callbacks that GTK 4.8 does not have are found at run time only:
 * each template is made once, over a real book. */

typedef struct
{
  char         *folder;
  DaybookStore *store;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("daybook-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->store = daybook_store_open (fixture->folder, DAYBOOK_STORE_CREATE, &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static gboolean
on_too_late (gpointer data)
{
  g_assert_not_reached ();
}

/* Workers that were cancelled hold the store until they have heard of it. */
static void
assert_store_is_let_go (DaybookStore *store)
{
  guint watchdog = g_timeout_add_seconds (10, on_too_late, NULL);
  gpointer weak = store;

  g_object_add_weak_pointer (G_OBJECT (store), &weak);
  g_object_unref (store);
  while (weak != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (watchdog);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  assert_store_is_let_go (fixture->store);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static void
turn_loop (void)
{
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

static void
test_each_page_is_made_and_shown (Fixture       *fixture,
                                  gconstpointer  data)
{
  DaybookWindow *window = daybook_window_new ((AdwApplication *) data);
  guint n_pages = 0;

  gtk_window_present (GTK_WINDOW (window));
  g_assert_null (daybook_window_get_page (window));
  daybook_window_set_store (window, fixture->store);

  for (const DaybookPageEntry *entry = daybook_page_table (); entry->id != NULL; entry++, n_pages++)
    {
      g_assert_true (daybook_window_show_page (window, entry->id));
      g_assert_nonnull (daybook_window_get_page (window));
      daybook_page_open_panel (daybook_window_get_page (window));
      turn_loop ();
      daybook_page_close_panel (daybook_window_get_page (window));
      turn_loop ();
    }

  g_assert_cmpuint (n_pages, >, 0);
  g_assert_false (daybook_window_show_page (window, "no-such-page"));
  gtk_window_destroy (GTK_WINDOW (window));
  turn_loop ();
}

/* A start does not make them. */
static void
test_what_is_made_when_it_is_needed (Fixture       *fixture,
                                     gconstpointer  data)
{
  DaybookDesk *desk = daybook_desk_of (fixture->store);
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  DaybookRegister *returns = daybook_reader_register (daybook_store_get_reader (fixture->store), "return");

  gtk_box_append (GTK_BOX (box), daybook_order_bulk_new (desk));
  gtk_box_append (GTK_BOX (box), daybook_case_bulk_new (desk, returns));
  gtk_box_append (GTK_BOX (box), g_object_new (DAYBOOK_TYPE_REFUSALS, NULL));
  gtk_box_append (GTK_BOX (box), g_object_new (DAYBOOK_TYPE_VIEW_SAVER, NULL));
  gtk_box_append (GTK_BOX (box), daybook_filter_editor_new (desk, &daybook_orders));
  g_object_unref (box);
  turn_loop ();
}

/* Over a window, which is a shell. */
static void
test_quick_add (Fixture       *fixture,
                gconstpointer  data)
{
  DaybookWindow *window = daybook_window_new ((AdwApplication *) data);
  GtkWindow *quick;

  gtk_window_present (GTK_WINDOW (window));
  daybook_window_set_store (window, fixture->store);
  quick = daybook_quick_add_window_new (GTK_WINDOW (window), fixture->store, "return tomorrow 10:00 @nobody");
  gtk_window_present (quick);
  turn_loop ();
  gtk_window_close (quick);
  gtk_window_destroy (GTK_WINDOW (window));
  turn_loop ();
}

/* Whatever is asked for meanwhile is shown, and not the page that would have come. */
static void
test_the_first_page_comes_after_the_first_frame (Fixture       *fixture,
                                                 gconstpointer  data)
{
  DaybookWindow *window = daybook_window_new ((AdwApplication *) data);
  g_autofree char *title = NULL;
  DaybookPage *page;

  gtk_window_present (GTK_WINDOW (window));
  daybook_window_show_page (window, "customers");
  daybook_window_set_store (window, fixture->store);
  g_assert_null (daybook_window_get_page (window));
  while (daybook_window_get_page (window) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_object_get (daybook_window_get_page (window), "title", &title, NULL);
  g_assert_cmpstr (title, ==, "Customers");
  gtk_window_destroy (GTK_WINDOW (window));

  window = daybook_window_new ((AdwApplication *) data);
  gtk_window_present (GTK_WINDOW (window));
  daybook_window_show_page (window, "customers");
  daybook_window_set_store (window, fixture->store);
  daybook_window_show_page (window, "products");
  page = daybook_window_get_page (window);
  for (int i = 0; i < 50; i++)
    {
      g_usleep (4000);
      turn_loop ();
    }
  g_assert_true (daybook_window_get_page (window) == page);
  gtk_window_destroy (GTK_WINDOW (window));
  turn_loop ();
}

static void
test_a_book_that_cannot_be_opened_is_explained (gconstpointer data)
{
  DaybookWindow *window = daybook_window_new ((AdwApplication *) data);
  g_autoptr(GError) error = g_error_new_literal (DAYBOOK_ERROR, DAYBOOK_ERROR_CORRUPT, "Tom & <Jerry>");

  gtk_window_present (GTK_WINDOW (window));
  daybook_window_set_failed (window, "/nowhere", error);
  turn_loop ();
  g_assert_null (daybook_window_get_store (window));
  gtk_window_destroy (GTK_WINDOW (window));
  turn_loop ();
}

static GtkWidget *
find_button (GtkWidget  *root,
             const char *label)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Of a damaged book, not of one that a newer Daybook wrote: that one is sound. */
static void
test_a_damaged_book_offers_a_backup (gconstpointer data)
{
  static const struct
  {
    int      code;
    gboolean offered;
  } CASES[] = { { DAYBOOK_ERROR_CORRUPT, TRUE }, { DAYBOOK_ERROR_NEWER, FALSE }, { DAYBOOK_ERROR_REFUSED, FALSE } };
  DaybookWindow *window = daybook_window_new ((AdwApplication *) data);

  gtk_window_present (GTK_WINDOW (window));
  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr(GError) error = g_error_new_literal (DAYBOOK_ERROR, CASES[i].code, "Why");

      daybook_window_set_failed (window, "/nowhere", error);
      turn_loop ();
      GtkWidget *button = find_button (GTK_WIDGET (window), "_Restore a Backup…");
      g_assert_nonnull (button);
      g_assert_cmpint (gtk_widget_get_mapped (button), ==, CASES[i].offered);
    }

  gtk_window_destroy (GTK_WINDOW (window));
  turn_loop ();
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(AdwApplication) application = NULL;

  g_test_init (&argc, &argv, NULL);
  application = adw_application_new ("io.github.daybook.Test", G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  g_test_add ("/templates/each-page-is-made-and-shown", Fixture, application,
              set_up, test_each_page_is_made_and_shown, tear_down);
  g_test_add ("/templates/what-is-made-when-it-is-needed", Fixture, application,
              set_up, test_what_is_made_when_it_is_needed, tear_down);
  g_test_add ("/templates/quick-add", Fixture, application,
              set_up, test_quick_add, tear_down);
  g_test_add ("/templates/the-first-page-comes-after-the-first-frame", Fixture, application,
              set_up, test_the_first_page_comes_after_the_first_frame, tear_down);
  g_test_add_data_func ("/templates/a-book-that-cannot-be-opened-is-explained", application,
                        test_a_book_that_cannot_be_opened_is_explained);
  g_test_add_data_func ("/templates/a-damaged-book-offers-a-backup", application,
                        test_a_damaged_book_offers_a_backup);
  return g_test_run ();
}
