/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/orders/as-of.h"
#include "core/moment.h"
#include "core/shop.h"
#include "stage.h"

#include <string.h>

/* How old what the list shows is (OR-17): by platform, since one export says nothing of
 * another platform's orders. */

#define DAY (24 * 60 * 60)

typedef struct
{
  Book       book;
  GtkWidget *as_of;
  TestStage *stage;
} Desk;

static void
desk_open (Desk *desk)
{
  book_open (&desk->book);
  desk->as_of = g_object_new (DAYBOOK_TYPE_AS_OF, NULL);
  daybook_as_of_set_desk (DAYBOOK_AS_OF (desk->as_of), daybook_desk_of (desk->book.store));
  desk->stage = test_stage_new (desk->book.store, desk->as_of);
}

static void
desk_close (Desk *desk)
{
  test_stage_close (desk->stage);
  book_close (&desk->book);
}

/* As a finished import does, or one that runs still. */
static DaybookId
add_import (Book               *book,
            const char         *platform,
            gint64              as_of,
            DaybookImportState  state)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "Imported", daybook_store_get_agent (book->store));
  g_autoptr(GError) error = NULL;
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_imports, &id);
  daybook_edit_give (edit, DAYBOOK_IMPORT_ACT, daybook_value_text ("6ba7b810-9dad-11d1-80b4-00c04fd430c8"));
  daybook_edit_give (edit, DAYBOOK_IMPORT_SHOP, daybook_value_id (daybook_store_get_shop (book->store)));
  daybook_edit_give (edit, DAYBOOK_IMPORT_PLATFORM, daybook_value_text (platform));
  daybook_edit_give (edit, DAYBOOK_IMPORT_AS_OF, daybook_value_int (as_of));
  daybook_edit_give (edit, DAYBOOK_IMPORT_STATE, daybook_value_int (state));
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (book->store, edit, &error);
  g_assert_no_error (error);
  return id;
}

static char *
write_time (Book   *book,
            gint64  moment)
{
  return daybook_moment_format (moment, BOOK_NOW, daybook_store_get_zone (book->store));
}

typedef struct
{
  Desk *desk;
  char *label;
} Awaited;

static gboolean
says (gpointer data)
{
  Awaited *awaited = data;

  return test_find (awaited->desk->as_of, GTK_TYPE_BUTTON, awaited->label) != NULL;
}

/* The chip says this time; returns it. */
static GtkWidget *
await_chip (Desk   *desk,
            gint64  moment)
{
  g_autofree char *when = write_time (&desk->book, moment);
  g_autofree char *label = g_strdup_printf ("As of %s", when);
  Awaited awaited = { desk, label };

  test_wait_until (says, &awaited);
  return test_find (desk->as_of, GTK_TYPE_BUTTON, label);
}

static void
assert_told (Desk       *desk,
             GtkWidget  *chip,
             const char *platform,
             gint64      moment)
{
  g_autofree char *when = write_time (&desk->book, moment);
  g_autofree char *line = g_strdup_printf (", %s: as of %s\n", platform, when);

  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (chip), line));
}

static void
test_nothing_was_imported (void)
{
  Desk desk;
  desk_open (&desk);

  test_turn_loop ();
  g_assert_false (gtk_widget_get_visible (desk.as_of));
  add_import (&desk.book, "taobao", BOOK_NOW - 60, DAYBOOK_IMPORT_RUNNING);
  test_turn_loop ();
  g_assert_false (gtk_widget_get_visible (desk.as_of));

  desk_close (&desk);
}

/* A newer export of one platform makes the other one's orders no newer. */
static void
test_the_oldest_platform_counts (void)
{
  Desk desk;
  desk_open (&desk);

  add_import (&desk.book, "taobao", BOOK_NOW - 60, DAYBOOK_IMPORT_FINISHED);
  g_assert_false (gtk_widget_has_css_class (await_chip (&desk, BOOK_NOW - 60), "warning"));

  add_import (&desk.book, "shopify", BOOK_NOW - 3 * DAY, DAYBOOK_IMPORT_FINISHED);
  add_import (&desk.book, "shopify", BOOK_NOW - 2 * DAY, DAYBOOK_IMPORT_FINISHED);
  GtkWidget *chip = await_chip (&desk, BOOK_NOW - 2 * DAY);
  g_assert_true (gtk_widget_has_css_class (chip, "warning"));
  assert_told (&desk, chip, "Taobao", BOOK_NOW - 60);
  assert_told (&desk, chip, "Shopify", BOOK_NOW - 2 * DAY);

  desk_close (&desk);
}

/* An import that was taken back says nothing any more. */
static void
test_what_was_taken_back_says_nothing (void)
{
  Desk desk;
  desk_open (&desk);

  add_import (&desk.book, "taobao", BOOK_NOW - 2 * DAY, DAYBOOK_IMPORT_FINISHED);
  DaybookId newer = add_import (&desk.book, "taobao", BOOK_NOW - 60, DAYBOOK_IMPORT_FINISHED);
  await_chip (&desk, BOOK_NOW - 60);
  book_set (&desk.book, &daybook_imports, &newer, DAYBOOK_FIELD_DELETED, daybook_value_int (1));
  await_chip (&desk, BOOK_NOW - 2 * DAY);

  desk_close (&desk);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/as-of/nothing-was-imported", test_nothing_was_imported);
  g_test_add_func ("/as-of/the-oldest-platform-counts", test_the_oldest_platform_counts);
  g_test_add_func ("/as-of/what-was-taken-back-says-nothing", test_what_was_taken_back_says_nothing);

  return g_test_run ();
}
