/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/board-column.h"
#include "app/cases/case-board.h"
#include "app/cases/case-bulk.h"
#include "app/cases/cases-page.h"
#include "app/common/merge-dialog.h"
#include "app/cases/move-form.h"
#include "app/cases/refusals.h"
#include "app/common/prefs.h"
#include "case-book.h"
#include "stage.h"

/* What a register's page does to several cases at once. */

#define DEFINITION \
  "{\"register\": \"bulk\", \"prefix\": \"BU\", \"title\": \"Bulk\"," \
  " \"fields\": {\"place\": {\"type\": \"text\", \"label\": \"Place\"}}," \
  " \"stages\": {\"open\": {\"label\": \"Open\", \"moves\": [\"away\", \"far\"]}," \
  "  \"away\": {\"label\": \"Away\", \"requires\": [\"place\"], \"moves\": [\"open\"]}," \
  "  \"far\": {\"label\": \"Far\", \"moves\": [\"open\", \"shut\"]}," \
  "  \"shut\": {\"label\": \"Shut\", \"ends\": true, \"moves\": [\"open\"]}}}"

enum
{
  OPEN,
  AWAY,
  FAR,
  SHUT,
};

typedef struct
{
  Book         book;
  DaybookId    cases[3];
  DaybookPage *page;
  TestStage   *stage;
} Desk;

static gboolean
has_bar (gpointer data)
{
  return test_find (GTK_WIDGET (((Desk *) data)->stage), DAYBOOK_TYPE_CASE_BULK, NULL) != NULL;
}

static void
desk_open (Desk *desk)
{
  book_open (&desk->book);
  case_adopt (&desk->book, DEFINITION);
  for (guint i = 0; i < G_N_ELEMENTS (desk->cases); i++)
    {
      g_autofree char *subject = g_strdup_printf ("Case %u", i + 1);

      desk->cases[i] = case_make (&desk->book, "bulk", subject);
    }
  desk->page = daybook_cases_page_new (desk->book.store, "bulk");
  desk->stage = test_stage_new (desk->book.store, GTK_WIDGET (desk->page));
  test_await (GTK_WIDGET (desk->stage), GTK_TYPE_COLUMN_VIEW, NULL);
}

static void
desk_close (Desk *desk)
{
  test_stage_close (desk->stage);
  book_close (&desk->book);
}

/* All of them: what is chosen before they have come is not chosen of them. */
static gboolean
has_rows (gpointer data)
{
  const Desk *desk = data;
  GtkWidget *list = test_find (GTK_WIDGET (desk->stage), GTK_TYPE_COLUMN_VIEW, NULL);
  GListModel *rows = G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (list)));

  return rows != NULL && g_list_model_get_n_items (rows) == G_N_ELEMENTS (desk->cases) && daybook_page_can (desk->page, "select-all");
}

static GtkWidget *
select_all (Desk *desk)
{
  test_wait_until (has_rows, desk);
  daybook_page_perform (desk->page, "select-all");
  test_wait_until (has_bar, desk);
  return test_find (GTK_WIDGET (desk->stage), DAYBOOK_TYPE_CASE_BULK, NULL);
}

typedef struct
{
  Desk       *desk;
  const char *where;
  guint       n;
} Wanted;

static gboolean
are_so (gpointer data)
{
  const Wanted *wanted = data;

  return case_count (&wanted->desk->book, "bulk", wanted->where) == wanted->n;
}

static void
await (Desk       *desk,
       const char *where,
       guint       n)
{
  Wanted wanted = { desk, where, n };

  test_wait_until (are_so, &wanted);
}

static void
test_a_priority_for_all (void)
{
  Desk desk;
  desk_open (&desk);
  g_assert_false (daybook_page_can (desk.page, "priority"));
  GtkWidget *bar = select_all (&desk);

  g_assert_true (daybook_page_can (desk.page, "priority"));
  gtk_widget_activate_action (bar, "bulk.priority", "u", DAYBOOK_URGENCY_URGENT);
  await (&desk, "priority = urgent", 3);
  g_autoptr(DaybookOutcome) undone = case_undo (&desk.book, NULL);
  await (&desk, "priority = urgent", 0);
  desk_close (&desk);
}

static void
test_nothing_is_asked_where_nothing_is_demanded (void)
{
  Desk desk;
  desk_open (&desk);
  GtkWidget *bar = select_all (&desk);

  gtk_widget_activate_action (bar, "bulk.move", "u", FAR);
  await (&desk, "stage = far", 3);
  g_assert_null (test_find (GTK_WIDGET (desk.stage), DAYBOOK_TYPE_MOVE_FORM, NULL));
  g_assert_null (test_find (GTK_WIDGET (desk.stage), DAYBOOK_TYPE_REFUSALS, NULL));
  desk_close (&desk);
}

/* One has what the stage demands, the others have not, and nobody fills it in. */
static void
test_what_stays_is_listed (void)
{
  Desk desk;
  desk_open (&desk);
  case_set (&desk.book, &desk.cases[1], "extra.place", daybook_value_text ("here"));
  GtkWidget *bar = select_all (&desk);

  gtk_widget_activate_action (bar, "bulk.move", "u", AWAY);
  GtkWidget *form = test_await (bar, DAYBOOK_TYPE_MOVE_FORM, NULL);
  test_press (form, "Away");
  await (&desk, "stage = away", 1);
  GtkWidget *refusals = test_await (GTK_WIDGET (desk.stage), DAYBOOK_TYPE_REFUSALS, NULL);
  test_await (refusals, GTK_TYPE_LABEL, "2 cases stay as they are");
  test_await (refusals, GTK_TYPE_LABEL, "“Away” needs: Place.");
  g_assert_null (test_find (bar, DAYBOOK_TYPE_MOVE_FORM, NULL));

  /* Esc puts the list away. */
  g_assert_true (daybook_page_back (desk.page));
  g_assert_null (test_find (GTK_WIDGET (desk.stage), DAYBOOK_TYPE_REFUSALS, NULL));
  desk_close (&desk);
}

static void
test_what_is_asked_once_is_for_those_that_lack_it (void)
{
  Desk desk;
  desk_open (&desk);
  case_set (&desk.book, &desk.cases[1], "extra.place", daybook_value_text ("here"));
  GtkWidget *bar = select_all (&desk);

  gtk_widget_activate_action (bar, "bulk.move", "u", AWAY);
  GtkWidget *form = test_await (bar, DAYBOOK_TYPE_MOVE_FORM, NULL);
  gtk_editable_set_text (GTK_EDITABLE (test_await (form, GTK_TYPE_ENTRY, NULL)), "there");
  test_press (form, "Away");
  await (&desk, "stage = away", 3);
  case_assert_text (&desk.book, &desk.cases[0], "extra.place", "there");
  case_assert_text (&desk.book, &desk.cases[1], "extra.place", "here");
  desk_close (&desk);
}

/* --- Merging ------------------------------------------------------------------------- */

static GtkWidget *
open_dialog (Desk *desk)
{
  select_all (desk);
  g_assert_true (daybook_page_can (desk->page, "merge"));
  daybook_page_perform (desk->page, "merge");
  return test_await_dialog (DAYBOOK_TYPE_MERGE_DIALOG);
}

/* The choice of the case in the line: a check button with a label in it. */
static GtkWidget *
find_choice (GtkWidget  *dialog,
             const char *text)
{
  GtkWidget *label = test_await (dialog, GTK_TYPE_LABEL, text);
  GtkWidget *button = gtk_widget_get_ancestor (label, GTK_TYPE_CHECK_BUTTON);

  g_assert_nonnull (button);
  return button;
}

static void
choose (GtkWidget  *dialog,
        const char *text)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_choice (dialog, text)), TRUE);
}

static gboolean
is_chosen (GtkWidget  *dialog,
           const char *text)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (find_choice (dialog, text)));
}

/* The oldest stays, with what it says; where it says nothing, with what another one does. */
static void
test_what_is_usual_is_chosen (void)
{
  Desk desk;
  desk_open (&desk);
  case_set (&desk.book, &desk.cases[2], "extra.place", daybook_value_text ("there"));
  GtkWidget *dialog = open_dialog (&desk);

  g_assert_true (is_chosen (dialog, "Case 1"));
  g_assert_true (is_chosen (dialog, "there"));
  test_press (dialog, "Merge");
  await (&desk, "", 1);
  case_assert_text (&desk.book, &desk.cases[0], "subject", "Case 1");
  case_assert_text (&desk.book, &desk.cases[0], "extra.place", "there");
  g_autoptr(DaybookOutcome) undone = case_undo (&desk.book, NULL);
  await (&desk, "", 3);
  desk_close (&desk);
}

/* What a person has chosen stays chosen when another case is to stay; the rest follows that one. */
static void
test_a_choice_stays (void)
{
  Desk desk;
  desk_open (&desk);
  case_set (&desk.book, &desk.cases[0], "extra.place", daybook_value_text ("here"));
  case_set (&desk.book, &desk.cases[2], "extra.place", daybook_value_text ("there"));
  GtkWidget *dialog = open_dialog (&desk);
  GtkWidget *grid = test_await (dialog, GTK_TYPE_GRID, NULL);

  choose (dialog, "there");
  /* The one in the middle, with no place of its own. */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (gtk_grid_get_child_at (GTK_GRID (grid), 2, 0)), TRUE);
  g_assert_true (is_chosen (dialog, "there"));
  g_assert_true (is_chosen (dialog, "Case 2"));
  test_press (dialog, "Merge");
  await (&desk, "", 1);
  await (&desk, "subject = 'Case 2' and place = there", 1);
  desk_close (&desk);
}

/* --- The board ------------------------------------------------------------------------ */

static GtkWidget *
show_board (Desk *desk)
{
  test_wait_until (has_rows, desk);
  test_press (GTK_WIDGET (desk->stage), "Board by Stage");
  return test_await (GTK_WIDGET (desk->stage), DAYBOOK_TYPE_CASE_BOARD, NULL);
}

/* What one test has turned to, the next would begin with. */
static void
hide_board (Desk *desk)
{
  test_press (GTK_WIDGET (desk->stage), "Board by Stage");
}

static gboolean
is_remembered (void)
{
  g_autoptr(GSettings) prefs = daybook_prefs_new ();
  g_auto(GStrv) boards = g_settings_get_strv (prefs, "boards");

  return g_strv_contains ((const char *const *) boards, "bulk");
}

static GtkWidget *
find_column (GtkWidget  *board,
             const char *stage)
{
  return gtk_widget_get_ancestor (test_await (board, GTK_TYPE_LABEL, stage), DAYBOOK_TYPE_BOARD_COLUMN);
}

static gint64
key_of (Desk *desk,
        guint which)
{
  g_autoptr(DaybookRow) row = case_row (&desk->book, &desk->cases[which]);

  return row->rowid;
}

/* As the menu of a card does. */
static void
move_card (Desk      *desk,
           GtkWidget *board,
           guint      which,
           guint      stage)
{
  gtk_widget_activate_action (find_column (board, "Open"), "column.move", "(xu)", key_of (desk, which), stage);
}

static void
test_columns_have_the_cases_of_their_stages (void)
{
  Desk desk;
  desk_open (&desk);
  GtkWidget *board = show_board (&desk);

  test_await (find_column (board, "Open"), GTK_TYPE_LABEL, "BU-A1003");
  test_await (find_column (board, "Away"), GTK_TYPE_LABEL, "No cases");
  move_card (&desk, board, 0, FAR);
  await (&desk, "stage = far", 1);
  test_await (find_column (board, "Far"), GTK_TYPE_LABEL, "BU-A1001");
  test_await (find_column (board, "Open"), GTK_TYPE_LABEL, "2");

  /* Back to the list. */
  g_assert_true (is_remembered ());
  hide_board (&desk);
  g_assert_false (is_remembered ());
  test_await (GTK_WIDGET (desk.stage), GTK_TYPE_COLUMN_VIEW, NULL);
  g_assert_null (test_find (GTK_WIDGET (desk.stage), DAYBOOK_TYPE_CASE_BOARD, NULL));
  desk_close (&desk);
}

/* What the stage demands is asked in the panel, and nothing moves before it is there. */
static void
test_a_card_that_lacks_something_opens_the_form (void)
{
  Desk desk;
  desk_open (&desk);
  GtkWidget *board = show_board (&desk);

  move_card (&desk, board, 1, AWAY);
  GtkWidget *form = test_await (GTK_WIDGET (desk.stage), DAYBOOK_TYPE_MOVE_FORM, NULL);
  g_assert_cmpuint (case_count (&desk.book, "bulk", "stage = away"), ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (test_await (form, GTK_TYPE_ENTRY, NULL)), "there");
  test_press (form, "Away");
  await (&desk, "stage = away and place = there", 1);
  hide_board (&desk);
  desk_close (&desk);
}

/* From a stage that does not lead there. */
static void
test_where_a_card_may_not_go_is_said (void)
{
  Desk desk;
  desk_open (&desk);
  GtkWidget *board = show_board (&desk);

  move_card (&desk, board, 1, SHUT);
  GtkWidget *refusals = test_await (GTK_WIDGET (desk.stage), DAYBOOK_TYPE_REFUSALS, NULL);
  test_await (refusals, GTK_TYPE_LABEL, "From “Open” a case does not go to “Shut”.");
  g_assert_cmpuint (case_count (&desk.book, "bulk", "stage = open"), ==, 3);
  hide_board (&desk);
  desk_close (&desk);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/cases-many/priority", test_a_priority_for_all);
  g_test_add_func ("/cases-many/nothing-asked", test_nothing_is_asked_where_nothing_is_demanded);
  g_test_add_func ("/cases-many/what-stays-is-listed", test_what_stays_is_listed);
  g_test_add_func ("/cases-many/asked-once", test_what_is_asked_once_is_for_those_that_lack_it);
  g_test_add_func ("/cases-many/merge-usual", test_what_is_usual_is_chosen);
  g_test_add_func ("/cases-many/merge-choice", test_a_choice_stays);
  g_test_add_func ("/cases-many/board", test_columns_have_the_cases_of_their_stages);
  g_test_add_func ("/cases-many/board-form", test_a_card_that_lacks_something_opens_the_form);
  g_test_add_func ("/cases-many/board-refused", test_where_a_card_may_not_go_is_said);

  return g_test_run ();
}
