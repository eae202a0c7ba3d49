/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/desk.h"
#include "app/settings/maintenance.h"
#include "app/settings/people-group.h"
#include "app/settings/preferences.h"
#include "app/settings/work-row.h"
#include "app/watch/watch-folder.h"
#include "core/call-plan.h"
#include "core/disclosure.h"
#include "core/ledger.h"
#include "core/opening.h"
#include "core/shift.h"
#include "stage.h"
#include "store/rules.h"
#include "store/setting.h"

#include <glib/gstdio.h>
#include <string.h>

static GtkWidget *
open_preferences (Book                   *book,
                  TestStage             **stage,
                  DaybookPreferencesPage  page)
{
  GtkWindow *window;

  *stage = test_stage_new (book->store, gtk_label_new ("page"));
  window = daybook_preferences_new (GTK_WINDOW (*stage), book->store, page);
  gtk_window_present (window);
  test_turn_loop ();
  return GTK_WIDGET (window);
}

static void
type_and_apply (GtkWidget  *row,
                const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "apply");
}

static void
test_the_shop_is_changed_through_the_one_door (void)
{
  Book book;
  TestStage *stage;
  book_open (&book);
  GtkWidget *window = open_preferences (&book, &stage, DAYBOOK_PREFERENCES_SHOP);
  GtkWidget *name = test_await (window, ADW_TYPE_ENTRY_ROW, "Shop name");
  GtkWidget *zone = test_find (window, ADW_TYPE_ENTRY_ROW, "Time zone, such as Asia/Shanghai");
  GtkWidget *currency = test_find (window, ADW_TYPE_ENTRY_ROW, "Currency, such as CNY");

  type_and_apply (name, "  Tom & Jerry’s ");
  type_and_apply (zone, "Europe/Berlin");
  type_and_apply (currency, "eur");
  type_and_apply (zone, "Middle/Earth");
  g_assert_true (gtk_widget_has_css_class (zone, "error"));
  type_and_apply (currency, "euros");
  g_assert_true (gtk_widget_has_css_class (currency, "error"));

  g_autoptr (DaybookRow) shop = book_row (&book, &daybook_shops, daybook_store_get_shop (book.store));
  g_assert_cmpstr (daybook_row_text (shop, DAYBOOK_SHOP_NAME), ==, "Tom & Jerry’s");
  g_assert_cmpstr (daybook_row_text (shop, DAYBOOK_SHOP_ZONE), ==, "Europe/Berlin");
  g_assert_cmpstr (daybook_row_text (shop, DAYBOOK_SHOP_CURRENCY), ==, "EUR");

  g_autoptr (DaybookOutcome) undone = daybook_store_undo (book.store, NULL, NULL);
  g_assert_nonnull (undone);
  test_stage_close (stage);
  book_close (&book);
}

typedef struct
{
  GtkWidget  *row;
  const char *text;
} Shown;

static gboolean
is_shown (gpointer data)
{
  Shown *shown = data;

  return g_str_equal (gtk_editable_get_text (GTK_EDITABLE (shown->row)), shown->text);
}

static void
undo_last (Book *book)
{
  g_autoptr (DaybookOutcome) outcome = daybook_store_undo (book->store, NULL, NULL);

  g_assert_nonnull (outcome);
}

/* The toast that offers it stands right below. What is being typed meanwhile stays. */
static void
test_what_is_undone_is_shown (void)
{
  Book book;
  TestStage *stage;
  book_open (&book);
  GtkWidget *window = open_preferences (&book, &stage, DAYBOOK_PREFERENCES_SHOP);
  Shown name = { test_await (window, ADW_TYPE_ENTRY_ROW, "Shop name"), "Tea house" };
  Shown currency = { test_find (window, ADW_TYPE_ENTRY_ROW, "Currency, such as CNY"), "EU" };
  g_autofree char *before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (name.row)));

  type_and_apply (name.row, name.text);
  test_turn_loop ();
  gtk_editable_set_text (GTK_EDITABLE (currency.row), currency.text);
  undo_last (&book);
  name.text = before;
  test_wait_until (is_shown, &name);
  g_assert_true (is_shown (&currency));

  test_stage_close (stage);
  book_close (&book);
}

/* What is saved has no blanks around it and its code in capitals; that was typed otherwise. */
static void
test_what_was_typed_otherwise_is_shown_as_saved (void)
{
  Book book;
  TestStage *stage;
  book_open (&book);
  GtkWidget *window = open_preferences (&book, &stage, DAYBOOK_PREFERENCES_SHOP);
  Shown name = { test_await (window, ADW_TYPE_ENTRY_ROW, "Shop name"), "Tea house" };
  Shown currency = { test_find (window, ADW_TYPE_ENTRY_ROW, "Currency, such as CNY"), "USD" };

  type_and_apply (currency.row, "usd");
  test_wait_until (is_shown, &currency);
  type_and_apply (name.row, "  Tea house ");
  test_wait_until (is_shown, &name);

  /* Nothing changes; then something does. */
  type_and_apply (currency.row, "usd ");
  undo_last (&book);
  undo_last (&book);
  currency.text = "CNY";
  test_wait_until (is_shown, &currency);

  test_stage_close (stage);
  book_close (&book);
}

/* Somebody else works meanwhile. A blank at the end is the one before the next word, and a
 * name in capitals another name. */
static void
test_what_is_being_typed_is_left_alone (void)
{
  Book book;
  TestStage *stage;
  book_open (&book);
  GtkWidget *window = open_preferences (&book, &stage, DAYBOOK_PREFERENCES_SHOP);
  Shown name = { test_await (window, ADW_TYPE_ENTRY_ROW, "Shop name"), "Tea " };
  Shown zone = { test_find (window, ADW_TYPE_ENTRY_ROW, "Time zone, such as Asia/Shanghai"), "Europe/Berlin" };
  Shown currency = { test_find (window, ADW_TYPE_ENTRY_ROW, "Currency, such as CNY"), "cny" };

  type_and_apply (name.row, "Tea");
  test_turn_loop ();
  gtk_editable_set_text (GTK_EDITABLE (name.row), name.text);
  gtk_editable_set_text (GTK_EDITABLE (currency.row), currency.text);
  book_set (&book, &daybook_shops, daybook_store_get_shop (book.store), DAYBOOK_SHOP_ZONE, daybook_value_text (zone.text));
  test_wait_until (is_shown, &zone);
  g_assert_true (is_shown (&name));
  g_assert_true (is_shown (&currency));

  test_stage_close (stage);
  book_close (&book);
}

static void
test_a_setting_is_one_row (void)
{
  Book book;
  book_open (&book);
  DaybookReader *reader = daybook_store_get_reader (book.store);
  const char *const values[] = { "first", "second", "third" };

  g_autofree char *before = daybook_setting_get (reader, "colour");
  g_assert_cmpstr (before, ==, "");
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "t", daybook_store_get_agent (book.store));

      daybook_setting_set (edit, reader, "colour", values[i]);
      g_autoptr (DaybookOutcome) outcome = daybook_store_commit (book.store, edit, NULL);
      g_assert_nonnull (outcome);
      g_autofree char *value = daybook_setting_get (reader, "colour");
      g_assert_cmpstr (value, ==, values[i]);
    }
  g_assert_cmpuint (book_count (&book, &daybook_settings, "key = colour"), ==, 1);

  book_close (&book);
}

static gboolean
is_check_there (gpointer window)
{
  GtkWidget *work = test_find (window, DAYBOOK_TYPE_WORK_ROW, NULL);
  GtkWidget *button = test_find (window, GTK_TYPE_BUTTON, "Check Now");

  return work == NULL && gtk_widget_is_sensitive (button);
}

static guint
count_rows (GtkWidget *root)
{
  guint n = ADW_IS_ACTION_ROW (root) && gtk_widget_get_mapped (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);
  return n;
}

static void
test_the_book_is_checked_and_backed_up (void)
{
  Book book;
  TestStage *stage;
  book_open (&book);
  GtkWidget *window = open_preferences (&book, &stage, DAYBOOK_PREFERENCES_DATA);
  guint n = count_rows (window);

  test_press (window, "Check Now");
  test_wait_until (is_check_there, window);
  g_assert_cmpuint (count_rows (window), >, n);

  test_press (window, "Back Up Now");
  while (*test_stage_get_said (stage) == '\0')
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (test_stage_get_said (stage), ==, "Backup made and checked");
  gint64 made_at;
  g_autofree char *file = daybook_backup_newest (book.folder, &made_at);
  g_assert_nonnull (file);
  g_assert_true (g_file_test (file, G_FILE_TEST_IS_REGULAR));

  test_stage_close (stage);
  book_close (&book);
}

typedef struct
{
  GAsyncResult *result;
  guint         n_progress;
} Answer;

static void
on_answer (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  ((Answer *) data)->result = g_object_ref (result);
}

static void
on_progress (goffset  current,
             goffset  total,
             gpointer data)
{
  g_assert_cmpint (current, <=, total);
  ((Answer *) data)->n_progress++;
}

static gboolean
is_answered (gpointer answer)
{
  return ((Answer *) answer)->result != NULL;
}

static void
test_going_back_to_an_encrypted_backup (void)
{
  Book book;
  book_open (&book);
  Answer made = { 0 }, wrong = { 0 }, restored = { 0 };
  g_autofree char *file = g_build_filename (book.folder, "elsewhere.backup", NULL);
  g_autoptr (GError) error = NULL;

  DaybookId order = book_add_order (&book, "1001", BOOK_NOW);
  daybook_backup_make_async (book.store, file, "secret", NULL, on_answer, &made);
  test_wait_until (is_answered, &made);
  g_autofree char *path = daybook_backup_make_finish (made.result, &error);
  g_assert_no_error (error);
  g_assert_true (daybook_backup_is_encrypted (file));
  book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text ("later"));

  daybook_backup_restore_async (book.store, file, "guess", on_answer, &wrong);
  test_wait_until (is_answered, &wrong);
  g_assert_false (daybook_backup_restore_finish (wrong.result, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);
  g_clear_error (&error);

  daybook_backup_restore_async (book.store, file, "secret", on_answer, &restored);
  test_wait_until (is_answered, &restored);
  g_assert_true (daybook_backup_restore_finish (restored.result, &error));
  g_assert_no_error (error);
  g_autoptr (DaybookRow) row = book_row (&book, &daybook_orders, &order);
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_ORDER_NOTE), ==, "");

  g_object_unref (made.result);
  g_object_unref (wrong.result);
  g_object_unref (restored.result);
  book_close (&book);
}

static void
test_rebuilding_and_cancelling (void)
{
  Book book;
  book_open (&book);
  Answer done = { 0 }, stopped = { 0 };
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  book_add_order (&book, "1001", BOOK_NOW);
  daybook_store_rebuild_async (book.store, on_progress, &done, NULL, NULL, on_answer, &done);
  test_wait_until (is_answered, &done);
  g_assert_true (daybook_store_rebuild_finish (done.result, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (done.n_progress, >, 0);

  g_cancellable_cancel (cancelled);
  daybook_store_verify_async (book.store, cancelled, on_answer, &stopped);
  test_wait_until (is_answered, &stopped);
  g_assert_null (daybook_store_verify_finish (stopped.result, &error));
  g_assert_nonnull (error);

  g_object_unref (done.result);
  g_object_unref (stopped.result);
  book_close (&book);
}

static void
test_a_damaged_book_is_rescued (void)
{
  Book book;
  book_open (&book);
  Answer refused = { 0 }, rescued = { 0 };
  g_autoptr (GError) error = NULL;
  DaybookId order = book_add_order (&book, "1001", BOOK_NOW);
  g_autofree char *path = g_strdup (daybook_store_get_path (book.store));
  g_autofree char *file = daybook_backup_make (book.store, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_clear_object (&book.store);
  g_assert_true (g_file_set_contents (path, "nothing of the kind", -1, NULL));

  daybook_backup_rescue_async (book.folder, path, NULL, on_answer, &refused);
  test_wait_until (is_answered, &refused);
  g_assert_false (daybook_backup_rescue_finish (refused.result, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);
  g_clear_error (&error);

  daybook_backup_rescue_async (book.folder, file, NULL, on_answer, &rescued);
  test_wait_until (is_answered, &rescued);
  g_assert_true (daybook_backup_rescue_finish (rescued.result, &error));
  g_assert_no_error (error);
  book.store = daybook_store_open (book.folder, DAYBOOK_STORE_EXISTING, &error);
  g_assert_no_error (error);
  g_autoptr (DaybookRow) row = book_row (&book, &daybook_orders, &order);
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_ORDER_NUMBER), ==, "1001");

  g_object_unref (refused.result);
  g_object_unref (rescued.result);
  book_close (&book);
}

static DaybookId
add_person (Book       *book,
            const char *name)
{
  g_autoptr (DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Added", daybook_store_get_agent (book->store));
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_agents, &id);
  daybook_edit_give (edit, DAYBOOK_AGENT_NAME, daybook_value_text (name));
  daybook_edit_give (edit, DAYBOOK_AGENT_ROLE, daybook_value_int (DAYBOOK_ROLE_AGENT));
  g_autoptr (DaybookOutcome) outcome = daybook_store_commit (book->store, edit, NULL);
  g_assert_nonnull (outcome);
  return id;
}

static GtkWidget *
open_people (Book       *book,
             TestStage **stage)
{
  DaybookPeopleGroup *group = g_object_new (DAYBOOK_TYPE_PEOPLE_GROUP, NULL);

  daybook_people_group_set_store (group, book->store);
  *stage = test_stage_new (book->store, GTK_WIDGET (group));
  return GTK_WIDGET (group);
}

/* The disk is full, or whatever else: nobody was added. Who comes by another way is
 * not the one whose name was to be typed. */
static void
test_only_who_was_added_here_is_opened (void)
{
  Book book;
  TestStage *stage;
  book_open (&book);
  GtkWidget *group = open_people (&book, &stage);

  test_stage_set_answer (stage, TEST_ANSWER_REFUSE);
  test_press (group, "Add a Person");
  add_person (&book, "Wang");
  g_assert_false (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (test_await (group, ADW_TYPE_EXPANDER_ROW, "Wang"))));
  test_stage_set_answer (stage, TEST_ANSWER_COMMIT);
  test_press (group, "Add a Person");
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (test_await (group, ADW_TYPE_EXPANDER_ROW, "New person"))));

  test_stage_close (stage);
  book_close (&book);
}

/* Who removes himself signs that, and nothing after it. */
static void
test_who_removes_himself_leaves_the_desk (void)
{
  Book book;
  TestStage *stage;
  book_open (&book);
  DaybookId owner = *daybook_store_get_agent (book.store);
  DaybookId wang = add_person (&book, "Wang");
  book_set (&book, &daybook_agents, &wang, DAYBOOK_AGENT_ROLE, daybook_value_int (DAYBOOK_ROLE_LEAD));
  daybook_desk_set_agent (daybook_desk_of (book.store), &wang);
  GtkWidget *group = open_people (&book, &stage);
  GtkWidget *row = test_await (group, ADW_TYPE_EXPANDER_ROW, "Wang");

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  test_press (row, "Move to the Trash");
  g_assert_cmpstr (test_stage_get_said (stage), ==, "Wang was removed. At the desk now: Owner");
  g_assert_true (daybook_id_equal (daybook_store_get_agent (book.store), &owner));

  g_autoptr (DaybookAct) act = daybook_reader_deleted_by (daybook_store_get_reader (book.store), &daybook_agents, &wang, NULL);
  g_assert_nonnull (act);
  g_assert_true (daybook_id_equal (&act->agent_id, &wang));

  test_stage_close (stage);
  book_close (&book);
}

typedef struct
{
  Book      *book;
  DaybookId  agent;
  gboolean   works;
} Working;

static gboolean
works_a_shift (gpointer data)
{
  Working *working = data;
  g_autoptr (DaybookRow) row = book_row (working->book, &daybook_agents, &working->agent);

  return (daybook_row_ref_id (row, DAYBOOK_AGENT_SHIFT) != NULL) == working->works;
}

/* A shift is made of a name and hours, and given to somebody; what is none is named at its line. */
static void
test_shifts (void)
{
  Book book;
  TestStage *stage;
  book_open (&book);
  Working wang = { &book, add_person (&book, "Wang"), TRUE };
  GtkWidget *window = open_preferences (&book, &stage, DAYBOOK_PREFERENCES_SHOP);
  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (window), "people");
  GtkWidget *add = test_await (window, ADW_TYPE_ENTRY_ROW, "Add a shift, such as Late 15:00-18:00, 18:00-24:00");

  type_and_apply (add, "Late 15:00-18:00, 17:00-24:00");
  g_assert_true (gtk_widget_has_css_class (add, "error"));
  type_and_apply (add, "15:00-18:00");
  g_assert_true (gtk_widget_has_css_class (add, "error"));
  g_assert_cmpuint (book_count (&book, &daybook_shift_templates, ""), ==, 0);
  type_and_apply (add, "Late 15:00-18:00, 18:00-24:00");
  GtkWidget *late = test_await (window, ADW_TYPE_ENTRY_ROW, "Late");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (late)), ==, "15:00-18:00, 18:00-24:00");

  GtkWidget *person = test_await (window, ADW_TYPE_EXPANDER_ROW, "Wang");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (person), TRUE);
  GtkWidget *choice = test_await (person, ADW_TYPE_COMBO_ROW, "Shift");
  adw_combo_row_set_selected (ADW_COMBO_ROW (choice), 1);
  test_wait_until (works_a_shift, &wang);
  adw_combo_row_set_selected (ADW_COMBO_ROW (choice), 0);
  wang.works = FALSE;
  test_wait_until (works_a_shift, &wang);

  test_stage_close (stage);
  book_close (&book);
}

static gboolean
has_problem (gpointer data)
{
  return daybook_watch_folder_get_problem (data) != NULL;
}

/* Nothing is watched until somebody wants it; a folder that is not there is said. */
static void
test_a_folder_is_watched_when_it_is_wanted (void)
{
  Book book;
  TestStage *stage;
  book_open (&book);
  DaybookWatchFolder *folder = daybook_watch_folder_of (book.store);
  g_autofree char *path = g_build_filename (book.folder, "exports", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *window = open_preferences (&book, &stage, DAYBOOK_PREFERENCES_DATA);
  GtkWidget *row = test_await (window, ADW_TYPE_ACTION_ROW, "Watch a folder for exports");
  GtkWidget *toggle = test_find (row, GTK_TYPE_SWITCH, NULL);

  g_assert_false (gtk_switch_get_active (GTK_SWITCH (toggle)));
  g_assert_false (daybook_watch_folder_is_watching (folder));
  daybook_watch_folder_set_folder (folder, file);
  GtkWidget *place = test_await (window, ADW_TYPE_ACTION_ROW, "Folder");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (place)), ==, path);
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (toggle)));

  gtk_switch_set_active (GTK_SWITCH (toggle), TRUE);
  g_assert_true (daybook_watch_folder_is_on (folder));
  test_wait_until (has_problem, folder);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (place)), ==, daybook_watch_folder_get_problem (folder));
  g_assert_true (gtk_widget_has_css_class (place, "error"));
  gtk_switch_set_active (GTK_SWITCH (toggle), FALSE);
  g_assert_false (daybook_watch_folder_is_on (folder));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (place)), ==, path);

  test_stage_close (stage);
  book_close (&book);
}

static gboolean
is_first (gpointer data)
{
  g_autofree char *first = daybook_setting_get (daybook_store_get_reader (((Book *) data)->store), DAYBOOK_LEDGER_SETTING);

  return g_str_equal (first, "50");
}

static gboolean
is_twenty (gpointer spin)
{
  return gtk_spin_button_get_value_as_int (spin) == 20;
}

static void
test_the_ledger_is_switched_on (void)
{
  Book book;
  TestStage *stage;
  book_open (&book);
  GtkWidget *window = open_preferences (&book, &stage, DAYBOOK_PREFERENCES_SHOP);
  DaybookReader *reader = daybook_store_get_reader (book.store);
  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (window), "registers");
  GtkWidget *row = test_await (window, ADW_TYPE_ACTION_ROW, "Count complaints by agents");
  GtkWidget *toggle = test_find (row, GTK_TYPE_SWITCH, NULL);
  GtkWidget *first_row = test_find (window, ADW_TYPE_ACTION_ROW, "The first complaint of a month");
  GtkWidget *first = test_find (first_row, GTK_TYPE_SPIN_BUTTON, NULL);

  g_assert_false (gtk_switch_get_active (GTK_SWITCH (toggle)));
  g_assert_false (gtk_widget_get_sensitive (first_row));
  gtk_switch_set_active (GTK_SWITCH (toggle), TRUE);
  g_autofree char *on = daybook_setting_get (reader, DAYBOOK_LEDGER_SETTING);
  g_assert_cmpstr (on, ==, "20");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (first), 50);
  test_wait_until (is_first, &book);
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (first_row)), "350.00"));

  /* What is undone is shown. */
  g_autoptr(DaybookOutcome) undone = daybook_store_undo (book.store, NULL, NULL);
  g_assert_nonnull (undone);
  test_wait_until (is_twenty, first);
  /* Nor is anything lost that was typed just before the window is closed. */
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (first), 30);
  gtk_window_close (GTK_WINDOW (window));
  test_turn_loop ();
  g_autofree char *kept = daybook_setting_get (reader, DAYBOOK_LEDGER_SETTING);
  g_assert_cmpstr (kept, ==, "30");

  window = GTK_WIDGET (daybook_preferences_new (GTK_WINDOW (stage), book.store, DAYBOOK_PREFERENCES_SHOP));
  gtk_window_present (GTK_WINDOW (window));
  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (window), "registers");
  row = test_await (window, ADW_TYPE_ACTION_ROW, "Count complaints by agents");
  toggle = test_find (row, GTK_TYPE_SWITCH, NULL);
  gtk_switch_set_active (GTK_SWITCH (toggle), FALSE);
  g_autofree char *off = daybook_setting_get (reader, DAYBOOK_LEDGER_SETTING);
  g_assert_cmpstr (off, ==, "");

  test_stage_close (stage);
  book_close (&book);
}

/* --- Privacy ------------------------------------------------------------------------------------ */

static char *
setting_of (Book       *book,
            const char *key)
{
  return daybook_setting_get (daybook_store_get_reader (book->store), key);
}

/* For ever at first; a number that was set elsewhere is offered, too. */
static void
test_what_is_kept_no_longer (void)
{
  Book book;
  TestStage *stage;
  book_open (&book);
  GtkWidget *window = open_preferences (&book, &stage, DAYBOOK_PREFERENCES_SHOP);

  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (window), "privacy");
  AdwComboRow *row = ADW_COMBO_ROW (test_await (window, ADW_TYPE_COMBO_ROW, "Virtual numbers"));
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
  adw_combo_row_set_selected (row, 1);
  g_autofree char *month = setting_of (&book, "keep-virtual");
  g_assert_cmpstr (month, ==, "30");

  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Kept", daybook_store_get_agent (book.store));
  daybook_setting_set (edit, daybook_store_get_reader (book.store), "keep-virtual", "45");
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (book.store, edit, NULL);
  test_turn_loop ();
  g_autoptr(GtkStringObject) chosen = g_object_ref (adw_combo_row_get_selected_item (row));
  g_assert_cmpstr (gtk_string_object_get_string (chosen), ==, "45 days");

  adw_combo_row_set_selected (row, 0);
  g_autofree char *ever = setting_of (&book, "keep-virtual");
  g_assert_cmpstr (ever, ==, "");
  test_stage_close (stage);
  book_close (&book);
}

/* The text that is read is the shop's own, until Daybook's is put back. */
static void
test_the_text_on_confidentiality (void)
{
  Book book;
  TestStage *stage;
  book_open (&book);
  GtkWidget *window = open_preferences (&book, &stage, DAYBOOK_PREFERENCES_SHOP);

  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (window), "privacy");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (test_await (window, GTK_TYPE_TEXT_VIEW, NULL)));
  GtkWidget *save = test_find (window, GTK_TYPE_BUTTON, "Save Text");

  g_assert_false (gtk_widget_get_sensitive (save));
  gtk_text_buffer_set_text (buffer, " Ours stay ours. ", -1);
  g_assert_true (gtk_widget_get_sensitive (save));
  g_signal_emit_by_name (save, "clicked");
  g_autofree char *own = setting_of (&book, DAYBOOK_DISCLOSURE_TEXT_SETTING);
  g_assert_cmpstr (own, ==, "Ours stay ours.");

  test_turn_loop ();
  g_signal_emit_by_name (test_find (window, GTK_TYPE_BUTTON, "Daybook’s Own Text"), "clicked");
  g_autofree char *none = setting_of (&book, DAYBOOK_DISCLOSURE_TEXT_SETTING);
  g_assert_cmpstr (none, ==, "");
  test_stage_close (stage);
  book_close (&book);
}

/* --- Hours ------------------------------------------------------------------------------------ */

static GtkWidget *
open_hours (Book       *book,
            TestStage **stage)
{
  GtkWidget *window = open_preferences (book, stage, DAYBOOK_PREFERENCES_SHOP);

  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (window), "hours");
  test_await (window, ADW_TYPE_ENTRY_ROW, "Monday");
  return window;
}

static char *
read_hours (Book *book)
{
  g_autoptr(DaybookRow) row = daybook_reader_opening (daybook_store_get_reader (book->store), NULL);

  return g_strdup (row != NULL && daybook_row_int (row, DAYBOOK_OPENING_DELETED) == 0 ? daybook_row_text (row, DAYBOOK_OPENING_WEEK) : "");
}

/* The example stands before anything is saved; what cannot be is named, and the hours before stay. The
 * book's clock stands at 16:26 of a Saturday in Shanghai. */
static void
test_opening_hours (void)
{
  Book book;
  TestStage *stage;
  book_open (&book);
  GtkWidget *window = open_hours (&book, &stage);
  GtkWidget *saturday = test_find (window, ADW_TYPE_ENTRY_ROW, "Saturday");

  test_await (window, GTK_TYPE_LABEL, "24 h of opening hours since Sat 11-22 16:26: due Mon 11-24 08:26.");
  gtk_editable_set_text (GTK_EDITABLE (saturday), "9:00-12:00，13:00–17:26");
  test_await (window, GTK_TYPE_LABEL, "24 h of opening hours since Sat 11-22 16:26: due Mon 11-24 15:00.");
  gtk_editable_set_text (GTK_EDITABLE (saturday), "9:00-12:00, 11:00-17:00");
  test_await (window, GTK_TYPE_LABEL, "On Saturday two spans overlap at 11:00.");
  g_assert_true (gtk_widget_has_css_class (saturday, "error"));
  type_and_apply (saturday, "9:00-12:00, 11:00-17:00");
  g_autofree char *before = read_hours (&book);
  g_assert_cmpstr (before, ==, "");

  type_and_apply (saturday, "9-12");
  g_assert_true (gtk_widget_has_css_class (saturday, "error"));
  type_and_apply (saturday, "");
  g_assert_false (gtk_widget_has_css_class (saturday, "error"));
  g_autofree char *after = read_hours (&book);
  g_assert_nonnull (strstr (after, "\"sat\":[]"));
  undo_last (&book);
  Shown shown = { saturday, "08:00-24:00" };
  test_wait_until (is_shown, &shown);

  test_stage_close (stage);
  book_close (&book);
}

/* All seven closed: nothing would ever be due. */
static void
test_a_shop_that_never_opens (void)
{
  Book book;
  TestStage *stage;
  book_open (&book);
  GtkWidget *window = open_hours (&book, &stage);
  static const char *const DAYS[] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };

  for (gsize i = 0; i < G_N_ELEMENTS (DAYS); i++)
    gtk_editable_set_text (GTK_EDITABLE (test_find (window, ADW_TYPE_ENTRY_ROW, DAYS[i])), "");
  test_await (window, GTK_TYPE_LABEL, "The shop never opens in such a week: nothing would ever be due. Give at least one day its hours.");
  g_signal_emit_by_name (test_find (window, ADW_TYPE_ENTRY_ROW, "Monday"), "apply");
  g_autofree char *hours = read_hours (&book);
  g_assert_cmpstr (hours, ==, "");

  test_stage_close (stage);
  book_close (&book);
}

static void
test_holidays (void)
{
  Book book;
  TestStage *stage;
  book_open (&book);
  GtkWidget *window = open_hours (&book, &stage);
  GtkWidget *add = test_find (window, ADW_TYPE_ENTRY_ROW, "Add a day, or several, such as 2026-10-01..2026-10-07");

  type_and_apply (add, "2026-02-30");
  g_assert_true (gtk_widget_has_css_class (add, "error"));
  type_and_apply (add, "2025-12-24..2025-12-26");
  GtkWidget *day = test_await (window, ADW_TYPE_ENTRY_ROW, "2025-12-25, Thursday: closed");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (add)), ==, "");
  type_and_apply (day, "10:00-12:00");
  test_await (window, ADW_TYPE_ENTRY_ROW, "2025-12-25, Thursday");
  test_press (window, "2025-12-24 is a day as any other");
  g_autoptr(DaybookRow) row = NULL;
  do
    {
      test_turn_loop ();
      g_clear_pointer (&row, daybook_row_unref);
      row = daybook_reader_opening (daybook_store_get_reader (book.store), NULL);
    }
  while (strstr (daybook_row_text (row, DAYBOOK_OPENING_DAYS), "2025-12-24") != NULL);
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_OPENING_DAYS), ==, "{\"2025-12-25\":[\"10:00-12:00\"],\"2025-12-26\":[]}");

  test_stage_close (stage);
  book_close (&book);
}

static void
add_plan (Book       *book,
          const char *name)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, name, daybook_store_get_agent (book->store));
  g_autoptr(DaybookOutcome) outcome = NULL;
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_call_plans, &id);
  daybook_edit_give (edit, DAYBOOK_CALL_PLAN_NAME, daybook_value_text (name));
  daybook_edit_give (edit, DAYBOOK_CALL_PLAN_ON, daybook_value_int (DAYBOOK_CALL_PLAN_CLOSED));
  daybook_edit_give (edit, DAYBOOK_CALL_PLAN_DAYS, daybook_value_int (3));
  daybook_edit_give (edit, DAYBOOK_CALL_PLAN_SINCE, daybook_value_int (BOOK_NOW));
  outcome = daybook_store_commit (book->store, edit, NULL);
  g_assert_nonnull (outcome);
}

/* Every change of the book looks at all plans again. */
static void
test_the_name_of_a_plan_is_typed (void)
{
  Book book;
  TestStage *stage;
  book_open (&book);
  add_plan (&book, "Refunds");
  GtkWidget *window = open_preferences (&book, &stage, DAYBOOK_PREFERENCES_SHOP);
  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (window), "calls");
  GtkWidget *plan = test_await (window, ADW_TYPE_EXPANDER_ROW, "Refunds");

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (plan), TRUE);
  Shown name = { test_await (plan, ADW_TYPE_ENTRY_ROW, "Name"), "Refunds and" };
  gtk_editable_set_text (GTK_EDITABLE (name.row), name.text);
  add_plan (&book, "Returns");
  test_await (window, ADW_TYPE_EXPANDER_ROW, "Returns");
  g_assert_true (is_shown (&name));
  type_and_apply (name.row, "Refunds and thanks");
  test_await (window, ADW_TYPE_EXPANDER_ROW, "Refunds and thanks");

  test_stage_close (stage);
  book_close (&book);
}

static void
test_rules (void)
{
  Book book;
  TestStage *stage;
  g_auto(DaybookDueTerms) terms = { 0 };
  book_open (&book);
  GtkWidget *window = open_hours (&book, &stage);
  GtkWidget *before = test_find (gtk_widget_get_ancestor (test_find (window, GTK_TYPE_LABEL, "Promise"), ADW_TYPE_ACTION_ROW), GTK_TYPE_ENTRY, NULL);
  GtkWidget *share = test_find (gtk_widget_get_ancestor (test_find (window, GTK_TYPE_LABEL, "VIP 2"), ADW_TYPE_ACTION_ROW), GTK_TYPE_SPIN_BUTTON, NULL);
  GtkWidget *step = test_find (gtk_widget_get_ancestor (test_find (window, GTK_TYPE_LABEL, "Next step"), ADW_TYPE_ACTION_ROW), GTK_TYPE_SWITCH, NULL);

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (before)), ==, "30min");
  gtk_editable_set_text (GTK_EDITABLE (before), "0min");
  g_signal_emit_by_name (before, "activate");
  g_assert_true (gtk_widget_has_css_class (before, "error"));
  gtk_editable_set_text (GTK_EDITABLE (before), "2h");
  g_signal_emit_by_name (before, "activate");
  gtk_switch_set_active (GTK_SWITCH (step), FALSE);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (share), 40);
  /* What was typed last is kept when the window is shut at once. */
  test_stage_close (stage);

  g_assert_true (daybook_reader_due_terms (daybook_store_get_reader (book.store), &terms, NULL));
  g_assert_cmpuint (terms.rules.of[DAYBOOK_RULE_PROMISE].within, ==, 2 * 60 * 60);
  g_assert_false (terms.rules.of[DAYBOOK_RULE_STEP].used);
  g_assert_cmpuint (terms.rules.of[DAYBOOK_RULE_GRADE_2].number, ==, 40);
  book_close (&book);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/preferences/the-shop-is-changed-through-the-one-door", test_the_shop_is_changed_through_the_one_door);
  g_test_add_func ("/preferences/who-removes-himself-leaves-the-desk", test_who_removes_himself_leaves_the_desk);
  g_test_add_func ("/preferences/shifts", test_shifts);
  g_test_add_func ("/preferences/only-who-was-added-here-is-opened", test_only_who_was_added_here_is_opened);
  g_test_add_func ("/preferences/what-is-undone-is-shown", test_what_is_undone_is_shown);
  g_test_add_func ("/preferences/what-was-typed-otherwise-is-shown-as-saved", test_what_was_typed_otherwise_is_shown_as_saved);
  g_test_add_func ("/preferences/what-is-being-typed-is-left-alone", test_what_is_being_typed_is_left_alone);
  g_test_add_func ("/preferences/a-setting-is-one-row", test_a_setting_is_one_row);
  g_test_add_func ("/preferences/the-book-is-checked-and-backed-up", test_the_book_is_checked_and_backed_up);
  g_test_add_func ("/preferences/going-back-to-an-encrypted-backup", test_going_back_to_an_encrypted_backup);
  g_test_add_func ("/preferences/a-damaged-book-is-rescued", test_a_damaged_book_is_rescued);
  g_test_add_func ("/preferences/rebuilding-and-cancelling", test_rebuilding_and_cancelling);
  g_test_add_func ("/preferences/a-folder-is-watched-when-it-is-wanted", test_a_folder_is_watched_when_it_is_wanted);
  g_test_add_func ("/preferences/the-ledger-is-switched-on", test_the_ledger_is_switched_on);
  g_test_add_func ("/preferences/what-is-kept-no-longer", test_what_is_kept_no_longer);
  g_test_add_func ("/preferences/the-text-on-confidentiality", test_the_text_on_confidentiality);
  g_test_add_func ("/preferences/opening-hours", test_opening_hours);
  g_test_add_func ("/preferences/a-shop-that-never-opens", test_a_shop_that_never_opens);
  g_test_add_func ("/preferences/holidays", test_holidays);
  g_test_add_func ("/preferences/the-name-of-a-plan-is-typed", test_the_name_of_a_plan_is_typed);
  g_test_add_func ("/preferences/rules", test_rules);

  return g_test_run ();
}
