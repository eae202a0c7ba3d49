/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/actions.h"

#include "app/activities/activity-dialog.h"
#include "app/announcements/announcement-dialog.h"
#include "app/boxes/boxes-page.h"
#include "app/calls/call-window.h"
#include "app/calls/survey-window.h"
#include "app/cases/cases-page.h"
#include "app/common/desk.h"
#include "app/common/list-page.h"
#include "app/common/shell.h"
#include "app/common/view-acts.h"
#include "app/common/view-dialog.h"
#include "app/customers/days-page.h"
#include "app/imports/forms-dialog.h"
#include "app/imports/imports-page.h"
#include "app/imports/order-files.h"
#include "app/knowledge/article-panel.h"
#include "app/knowledge/knowledge-page.h"
#include "app/phrases/phrase-picker.h"
#include "app/phrases/phrases-page.h"
#include "app/quick/quick-add-window.h"
#include "app/registers/register-editor.h"
#include "app/registers/register-exchange.h"
#include "app/settings/preferences.h"
#include "app/today/task-dialog.h"
#include "app/today/today-page.h"
#include "app/vips/vips-page.h"
#include "app/window/about.h"
#include "app/window/acts.h"
#include "app/window/lock.h"
#include "app/window/presence-acts.h"
#include "app/window/shortcuts.h"
#include "core/article.h"
#include "core/case.h"
#include "core/customer.h"
#include "core/order.h"
#include "core/shop.h"

#include <glib/gi18n-lib.h>

static void
act_find (DaybookWindow *window)
{
  DaybookPage *page = daybook_window_get_page (window);

  if (page != NULL && !daybook_page_find (page))
    gtk_widget_error_bell (GTK_WIDGET (window));
}

static void
act_undo (DaybookWindow *window)
{
  daybook_acts_undo (window, NULL);
}

static void
on_files_chosen (GListModel *files,
                 gpointer    data)
{
  daybook_shell_import (DAYBOOK_SHELL (data), files);
}

static void
act_import (DaybookWindow *window)
{
  daybook_order_files_choose (GTK_WIDGET (window), NULL, on_files_chosen, window);
}

static void
act_paste_reviews (DaybookWindow *window)
{
  daybook_window_show_page (window, "imports");
  daybook_imports_page_paste (DAYBOOK_IMPORTS_PAGE (daybook_window_get_page (window)));
}

static void
act_quick_add (DaybookWindow *window)
{
  daybook_actions_quick_add (window, NULL);
}

static void
act_box (DaybookWindow *window)
{
  daybook_window_show_page (window, "boxes");
  daybook_boxes_page_begin (DAYBOOK_BOXES_PAGE (daybook_window_get_page (window)));
}

static void
act_tally (DaybookWindow *window)
{
  daybook_window_show_page (window, "tally");
}

static void
act_duplicates (DaybookWindow *window)
{
  daybook_window_show_page (window, "duplicates");
}

static void
act_sweep (DaybookWindow *window)
{
  daybook_window_show_page (window, "sweep");
}

/* (transfer full) */
static DaybookRow *
find_open (DaybookPage *page)
{
  if (page != NULL && DAYBOOK_IS_LIST_PAGE (page))
    return daybook_list_page_get_current (DAYBOOK_LIST_PAGE (page));

  if (page != NULL && DAYBOOK_IS_VIPS_PAGE (page))
    return daybook_vips_page_get_open (DAYBOOK_VIPS_PAGE (page));

  if (page != NULL && DAYBOOK_IS_DAYS_PAGE (page))
    return daybook_days_page_get_open (DAYBOOK_DAYS_PAGE (page));

  return page != NULL && DAYBOOK_IS_TODAY_PAGE (page) ? daybook_today_page_get_open (DAYBOOK_TODAY_PAGE (page)) : NULL;
}

/* The case, order or customer that is open: to whom something can be said. (transfer full), or NULL */
static DaybookRow *
find_addressee (DaybookPage *page)
{
  /* While a new one is made, the last one is not what is at hand. */
  gboolean is_there = page != NULL && (!DAYBOOK_IS_LIST_PAGE (page) || daybook_page_can (page, "note"));
  g_autoptr(DaybookRow) row = is_there ? find_open (page) : NULL;
  const DaybookTable *base = row != NULL ? daybook_table_base (row->table) : NULL;

  return base == &daybook_cases || base == &daybook_orders || base == &daybook_customers ? g_steal_pointer (&row) : NULL;
}

/* An article that is open, and that customers may be told, is what is said: what is selected of it, or its first
 * paragraph. */
static void
take_article (DaybookPage *page)
{
  g_autoptr(DaybookRow) row = find_open (page);
  GtkWidget *panel = row != NULL && row->table == &daybook_articles ? daybook_page_obtain_panel (page) : NULL;
  g_autofree char *selected = NULL;

  if (!DAYBOOK_IS_ARTICLE_PANEL (panel) || daybook_row_int (row, DAYBOOK_ARTICLE_TOLD) == 0)
    return;

  selected = daybook_article_panel_get_selected (DAYBOOK_ARTICLE_PANEL (panel));
  daybook_phrase_picker_take_article (daybook_phrase_picker_in (page), &row->id, NULL, selected);
}

/* With its panel, so that it is in sight when the picker is closed. */
static void
act_phrase (DaybookWindow *window)
{
  DaybookPage *page = daybook_window_get_page (window);

  if (page != NULL && !daybook_page_is_panel_open (page))
    daybook_page_perform (page, "open");
  daybook_actions_phrase (window, NULL);
  if (page != NULL)
    take_article (page);
}

/* What is open in the page is what it may be about. */
static void
act_task (DaybookWindow *window)
{
  g_autoptr(DaybookRow) row = find_open (daybook_window_get_page (window));
  const DaybookTable *base = row != NULL ? daybook_table_base (row->table) : NULL;
  gboolean about = base == &daybook_cases || base == &daybook_orders || base == &daybook_customers || base == &daybook_products;

  daybook_task_dialog_present (GTK_WIDGET (window), daybook_desk_of (daybook_window_get_store (window)), about ? row : NULL);
}

static void
act_call (DaybookWindow *window)
{
  g_autoptr(DaybookRow) row = find_addressee (daybook_window_get_page (window));

  if (row != NULL)
    daybook_call_window_present (GTK_WIDGET (window), daybook_desk_of (daybook_window_get_store (window)), row);
  else
    gtk_widget_error_bell (GTK_WIDGET (window));
}

/* Of what is at hand; else the window asks whose. */
static void
act_survey (DaybookWindow *window)
{
  g_autoptr(DaybookRow) row = find_addressee (daybook_window_get_page (window));

  daybook_survey_window_present (GTK_WIDGET (window), daybook_desk_of (daybook_window_get_store (window)), row);
}

static void
act_new_article (DaybookWindow *window)
{
  daybook_window_show_page (window, "knowledge");
  daybook_page_perform (daybook_window_get_page (window), "new-article");
}

static void
act_import_articles (DaybookWindow *window)
{
  daybook_window_show_page (window, "knowledge");
  daybook_page_perform (daybook_window_get_page (window), "import-articles");
}

static void
act_import_articles_folder (DaybookWindow *window)
{
  daybook_window_show_page (window, "knowledge");
  daybook_page_perform (daybook_window_get_page (window), "import-articles-folder");
}

static void
act_new_phrase (DaybookWindow *window)
{
  daybook_window_show_page (window, "phrases");
  daybook_page_perform (daybook_window_get_page (window), "new-phrase");
}

static void
act_chores (DaybookWindow *window)
{
  daybook_window_show_page (window, "chores");
}

static void
act_announce (DaybookWindow *window)
{
  daybook_announcement_dialog_present (GTK_WIDGET (window), daybook_desk_of (daybook_window_get_store (window)), NULL);
}

static void
act_preferences (DaybookWindow *window)
{
  gtk_window_present (daybook_preferences_new (GTK_WINDOW (window), daybook_window_get_store (window),
                                               DAYBOOK_PREFERENCES_SHOP));
}

static void
act_new_activity (DaybookWindow *window)
{
  daybook_activity_dialog_present (GTK_WIDGET (window), daybook_desk_of (daybook_window_get_store (window)), NULL);
}

static void
act_vip_grades (DaybookWindow *window)
{
  gtk_window_present (daybook_preferences_new (GTK_WINDOW (window), daybook_window_get_store (window),
                                               DAYBOOK_PREFERENCES_VIPS));
}

static void
act_new_register (DaybookWindow *window)
{
  daybook_register_editor_begin (GTK_WINDOW (window), daybook_window_get_store (window));
}

static void
act_edit_register (DaybookWindow *window)
{
  daybook_register_editor_open (GTK_WINDOW (window), daybook_window_get_store (window),
                                daybook_cases_page_get_part (DAYBOOK_CASES_PAGE (daybook_window_get_page (window))));
}

static void
act_take_register (DaybookWindow *window)
{
  daybook_register_import (GTK_WINDOW (window), daybook_window_get_store (window));
}

static void
act_where (DaybookWindow *window)
{
  gtk_window_present (daybook_preferences_new (GTK_WINDOW (window), daybook_window_get_store (window),
                                               DAYBOOK_PREFERENCES_DATA));
}

static void
act_forms (DaybookWindow *window)
{
  DaybookStore *store = daybook_window_get_store (window);

  gtk_window_present (daybook_forms_dialog_new (GTK_WINDOW (window), store != NULL ? daybook_store_get_folder (store) : NULL));
}

static void
act_sign_on (DaybookWindow *window)
{
  daybook_presence_act (GTK_WIDGET (window), daybook_window_get_store (window), DAYBOOK_PRESENCE_SIGN_ON);
}

static void
act_sign_off (DaybookWindow *window)
{
  daybook_presence_act (GTK_WIDGET (window), daybook_window_get_store (window), DAYBOOK_PRESENCE_SIGN_OFF);
}

static void
act_away (DaybookWindow *window)
{
  daybook_presence_act (GTK_WIDGET (window), daybook_window_get_store (window), DAYBOOK_PRESENCE_LEAVE);
}

static void
act_at_desk (DaybookWindow *window)
{
  daybook_presence_act (GTK_WIDGET (window), daybook_window_get_store (window), DAYBOOK_PRESENCE_RETURN);
}

/* In a window of its own (see the application). */
static void
act_sample (DaybookWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "app.open-sample", NULL);
}

static void
act_close (DaybookWindow *window)
{
  gtk_window_close (GTK_WINDOW (window));
}

/* Esc: out of a line or a text first, then out of the panel. */
static void
act_back (DaybookWindow *window)
{
  DaybookPage *page = daybook_window_get_page (window);

  if (daybook_lock_is_on (window))
    daybook_lock_leave (window);
  else if (page == NULL || !daybook_page_back (page))
    daybook_window_show_sidebar (window);
}

static void
act_next_pane (DaybookWindow *window)
{
  daybook_window_turn_pane (window, 1);
}

static void
act_previous_pane (DaybookWindow *window)
{
  daybook_window_turn_pane (window, -1);
}

/* Names of commands are those of the pages' `can` and `perform`. */
static const DaybookActionEntry ACTIONS[] = {
  { "palette", NULL, NULL, "<Control>k", DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_OPEN, daybook_window_show_palette },
  { "find", N_("Find in This List"), "edit-find-symbolic", "<Control>f", DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_OPEN, act_find },
  { "undo", N_("Undo"), "edit-undo-symbolic", "<Control>z", DAYBOOK_KEYS_OUTSIDE_TEXT, DAYBOOK_WHEN_OPEN, act_undo },
  { "redo", N_("Redo"), "edit-redo-symbolic", "<Control><Shift>z", DAYBOOK_KEYS_OUTSIDE_TEXT, DAYBOOK_WHEN_OPEN, daybook_acts_redo },
  { "quick-add", N_("Quick Add…"), "list-add-symbolic", "<Control>n", DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_OPEN, act_quick_add },
  { "filter", N_("Add a Filter"), "list-add-symbolic", "<Control><Shift>f", DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_PAGE, NULL },
  { "open", N_("Open the Selected Row"), "document-open-symbolic", NULL, DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_PAGE, NULL },
  { "next", N_("Next Row"), "go-down-symbolic", "<Control>Down", DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_PAGE, NULL },
  { "previous", N_("Previous Row"), "go-up-symbolic", "<Control>Up", DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_PAGE, NULL },
  { "new-case", N_("New Case"), "list-add-symbolic", "c", DAYBOOK_KEYS_OUTSIDE_TEXT, DAYBOOK_WHEN_PAGE, NULL },
  { "new-row", N_("New in This List…"), "list-add-symbolic", "<Control><Shift>n", DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_PAGE, NULL },
  { "move-up", N_("Further Up on the Emergency List"), "go-up-symbolic", "<Control><Shift>Up", DAYBOOK_KEYS_OUTSIDE_TEXT, DAYBOOK_WHEN_PAGE, NULL },
  { "move-down", N_("Further Down on the Emergency List"), "go-down-symbolic", "<Control><Shift>Down", DAYBOOK_KEYS_OUTSIDE_TEXT, DAYBOOK_WHEN_PAGE, NULL },
  { "done", N_("Done"), "object-select-symbolic", "e", DAYBOOK_KEYS_OUTSIDE_TEXT, DAYBOOK_WHEN_PAGE, NULL },
  { "decline", N_("Decline the Proposed Grade, or Skip the Customer"), "window-close-symbolic", "x", DAYBOOK_KEYS_OUTSIDE_TEXT, DAYBOOK_WHEN_PAGE, NULL },
  { "called", N_("Called the Customer"), "call-start-symbolic", "h", DAYBOOK_KEYS_OUTSIDE_TEXT, DAYBOOK_WHEN_PAGE, NULL },
  { "snooze", N_("Snooze…"), "alarm-symbolic", "s", DAYBOOK_KEYS_OUTSIDE_TEXT, DAYBOOK_WHEN_PAGE, NULL },
  { "ask-courier", N_("It Does Not Move: Ask the Courier"), "daybook-parcel-symbolic", "1", DAYBOOK_KEYS_OUTSIDE_TEXT, DAYBOOK_WHEN_PAGE, NULL },
  { "tell-customer", N_("It Does Not Move: Tell the Customer"), "mail-send-symbolic", "2", DAYBOOK_KEYS_OUTSIDE_TEXT, DAYBOOK_WHEN_PAGE, NULL },
  { "extend-receipt", N_("It Does Not Move: Extend the Receipt"), "appointment-new-symbolic", "3", DAYBOOK_KEYS_OUTSIDE_TEXT, DAYBOOK_WHEN_PAGE, NULL },
  { "flag", N_("Set the Flag"), "emoji-flags-symbolic", "f", DAYBOOK_KEYS_OUTSIDE_TEXT, DAYBOOK_WHEN_PAGE, NULL },
  { "note", N_("Write a Note"), "document-edit-symbolic", "n", DAYBOOK_KEYS_OUTSIDE_TEXT, DAYBOOK_WHEN_PAGE, NULL },
  { "learn", N_("Make an Article of the Case"), "daybook-knowledge-symbolic", "l", DAYBOOK_KEYS_OUTSIDE_TEXT, DAYBOOK_WHEN_PAGE, NULL },
  { "phrase", N_("Phrases…"), "mail-send-symbolic", "r", DAYBOOK_KEYS_OUTSIDE_TEXT, DAYBOOK_WHEN_OPEN, act_phrase },
  { "call", N_("Call the Customer…"), "call-start-symbolic", "d", DAYBOOK_KEYS_OUTSIDE_TEXT, DAYBOOK_WHEN_OPEN, act_call },
  { "survey", N_("New Survey…"), "starred-symbolic", "<Shift>d", DAYBOOK_KEYS_OUTSIDE_TEXT, DAYBOOK_WHEN_OPEN, act_survey },
  { "edit-note", N_("Edit the Note in the List"), "document-edit-symbolic", "F2", DAYBOOK_KEYS_OUTSIDE_TEXT, DAYBOOK_WHEN_PAGE, NULL },
  { "agent", N_("Set the Agent"), "avatar-default-symbolic", "a", DAYBOOK_KEYS_OUTSIDE_TEXT, DAYBOOK_WHEN_PAGE, NULL },
  { "priority", N_("Set the Priority"), "dialog-warning-symbolic", "p", DAYBOOK_KEYS_OUTSIDE_TEXT, DAYBOOK_WHEN_PAGE, NULL },
  { "merge", N_("Merge the Selected…"), "object-select-symbolic", "m", DAYBOOK_KEYS_OUTSIDE_TEXT, DAYBOOK_WHEN_PAGE, NULL },
  { "export-person", N_("Export What We Know of This Person…"), "document-save-symbolic", NULL, DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_PAGE, NULL },
  { "erase-person", N_("Erase This Person…"), "user-trash-symbolic", NULL, DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_PAGE, NULL },
  { "copy", N_("Copy the Number"), "edit-copy-symbolic", "period", DAYBOOK_KEYS_OUTSIDE_TEXT, DAYBOOK_WHEN_PAGE, NULL },
  { "trash", N_("Move to the Trash"), "user-trash-symbolic", "Delete", DAYBOOK_KEYS_OUTSIDE_TEXT, DAYBOOK_WHEN_PAGE, NULL },
  { "take-over", N_("Take Over Agent and Flag From the Platform"), "go-jump-symbolic", NULL, DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_PAGE, NULL },
  { "select-all", N_("Select All Rows"), "edit-select-all-symbolic", "<Control>a", DAYBOOK_KEYS_OUTSIDE_TEXT, DAYBOOK_WHEN_PAGE, NULL },
  { "save-view", N_("Save the Filters as a View"), "starred-symbolic", NULL, DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_PAGE, NULL },
  { "rename-view", N_("Rename This View"), "document-edit-symbolic", NULL, DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_PAGE, NULL },
  { "delete-view", N_("Delete This View"), "user-trash-symbolic", NULL, DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_PAGE, NULL },
  { "export", N_("Export the List…"), "document-save-symbolic", "<Control>e", DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_PAGE, NULL },
  { "export-selected", N_("Export the Selected Rows…"), "document-save-symbolic", "<Control><Shift>e", DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_PAGE, NULL },
  { "print", N_("Print…"), "printer-symbolic", "<Control>p", DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_PAGE, NULL },
  { "print-list", N_("Print the List…"), "printer-symbolic", NULL, DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_PAGE, NULL },
  { "save-list-pdf", N_("Save the List as PDF…"), "document-save-symbolic", NULL, DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_PAGE, NULL },
  { "save-case-pdf", N_("Save the Case as PDF…"), "document-save-symbolic", NULL, DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_PAGE, NULL },
  { "print-form", N_("Print a Blank Form…"), "printer-symbolic", NULL, DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_PAGE, NULL },
  { "statistics", N_("Statistics of This Register"), "view-list-symbolic", NULL, DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_PAGE, NULL },
  { "births", N_("Cases From Imports…"), "document-open-symbolic", NULL, DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_PAGE, NULL },
  { "import", N_("Import a File…"), "document-open-symbolic", "<Control>o", DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_OPEN, act_import },
  { "paste-reviews", N_("Paste Reviews…"), "edit-paste-symbolic", NULL, DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_OPEN, act_paste_reviews },
  { "edit-register", N_("Edit This Register…"), "document-edit-symbolic", NULL, DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_PAGE, act_edit_register },
  { "new-register", N_("New Register…"), "list-add-symbolic", NULL, DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_OPEN, act_new_register },
  { "take-register", N_("Take a Register From a File…"), "document-open-symbolic", NULL, DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_OPEN, act_take_register },
  { "box", N_("Box on the Table"), "daybook-box-symbolic", "<Control>b", DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_OPEN, act_box },
  { "tally", N_("Count an Enquiry Answered at Once"), "daybook-tally-symbolic", "t", DAYBOOK_KEYS_OUTSIDE_TEXT, DAYBOOK_WHEN_OPEN, act_tally },
  { "sweep", N_("Daily Sweep"), "daybook-sweep-symbolic", NULL, DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_OPEN, act_sweep },
  { "duplicates", N_("Similar Customers"), "system-users-symbolic", NULL, DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_LISTS, act_duplicates },
  { "task", N_("New Task or Memo…"), "daybook-tasks-symbolic", "w", DAYBOOK_KEYS_OUTSIDE_TEXT, DAYBOOK_WHEN_OPEN, act_task },
  { "new-article", N_("New Article…"), "daybook-knowledge-symbolic", NULL, DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_OPEN, act_new_article },
  { "edit-article", N_("Edit the Article…"), "document-edit-symbolic", "F4", DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_PAGE, NULL },
  { "retire-article", N_("Retire the Article"), "user-trash-symbolic", NULL, DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_PAGE, NULL },
  { "import-articles", N_("Import Articles…"), "document-open-symbolic", NULL, DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_OPEN, act_import_articles },
  { "import-articles-folder", N_("Import a Folder of Articles…"), "folder-symbolic", NULL, DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_OPEN, act_import_articles_folder },
  { "export-articles", N_("Export All Articles as Markdown…"), "document-save-symbolic", NULL, DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_PAGE, NULL },
  { "export-some-articles", N_("Export the Selected Articles as Markdown…"), "document-save-symbolic", NULL, DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_PAGE, NULL },
  { "save-articles", N_("Save All Articles as One Document…"), "document-save-symbolic", NULL, DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_PAGE, NULL },
  { "save-some-articles", N_("Save the Selected Articles as One Document…"), "document-save-symbolic", NULL, DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_PAGE, NULL },
  { "new-phrase", N_("New Phrase…"), "mail-send-symbolic", "<Shift>r", DAYBOOK_KEYS_OUTSIDE_TEXT, DAYBOOK_WHEN_OPEN, act_new_phrase },
  { "edit-phrase", N_("Edit the Phrase"), "document-edit-symbolic", "F4", DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_PAGE, NULL },
  { "duplicate-phrase", N_("Write the Phrase Once More, Otherwise"), "edit-copy-symbolic", "<Control>d", DAYBOOK_KEYS_OUTSIDE_TEXT, DAYBOOK_WHEN_PAGE, NULL },
  { "chores", N_("Chores"), "daybook-chores-symbolic", NULL, DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_OPEN, act_chores },
  { "announce", N_("New Announcement…"), "daybook-announcements-symbolic", "g", DAYBOOK_KEYS_OUTSIDE_TEXT, DAYBOOK_WHEN_OPEN, act_announce },
  { "lock", N_("Lock, or Somebody Else at the Desk…"), "system-lock-screen-symbolic", "<Control>l", DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_SHARED, daybook_lock_shut },
  { "sign-on", N_("Sign On for a Shift"), "avatar-default-symbolic", NULL, DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_SHARED, act_sign_on },
  { "sign-off", N_("Sign Off"), "avatar-default-symbolic", NULL, DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_SHARED, act_sign_off },
  { "away", N_("Away From the Desk…"), "user-away-symbolic", NULL, DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_SHARED, act_away },
  { "at-desk", N_("Back at the Desk"), "user-available-symbolic", NULL, DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_SHARED, act_at_desk },
  { "preferences", N_("Preferences"), "preferences-system-symbolic", "<Control>comma", DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_OPEN, act_preferences },
  { "new-activity", N_("New Activity List…"), "daybook-activity-symbolic", NULL, DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_OPEN, act_new_activity },
  { "vip-grades", N_("VIP Grades…"), "daybook-vip-symbolic", NULL, DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_OPEN, act_vip_grades },
  { "where", N_("Where Is My Data"), "folder-symbolic", NULL, DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_OPEN, act_where },
  { "sample", N_("Open the Sample Shop"), "applications-science-symbolic", NULL, DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_OWN, act_sample },
  { "close", N_("Close the Window"), "window-close-symbolic", "<Control>w", DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_ALWAYS, act_close },
  { "back", NULL, NULL, "Escape", DAYBOOK_KEYS_AFTER_TEXT, DAYBOOK_WHEN_ALWAYS, act_back },
  { "show-sidebar", NULL, NULL, "F9", DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_ALWAYS, daybook_window_show_sidebar },
  { "next-pane", NULL, NULL, "F6", DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_OPEN, act_next_pane },
  { "previous-pane", NULL, NULL, "<Shift>F6", DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_OPEN, act_previous_pane },
  { "forms", N_("What Files Can Tell"), "view-grid-symbolic", NULL, DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_ALWAYS, act_forms },
  { "show-help-overlay", NULL, NULL, "<Control>question", DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_ALWAYS, daybook_shortcuts_show },
  { "about", N_("About Daybook"), "help-about-symbolic", NULL, DAYBOOK_KEYS_ANYWHERE, DAYBOOK_WHEN_ALWAYS, daybook_about_show },
};

const DaybookActionEntry *
daybook_actions (guint *n_actions)
{
  *n_actions = G_N_ELEMENTS (ACTIONS);
  return ACTIONS;
}

static void
on_activated (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  const DaybookActionEntry *entry = g_object_get_data (G_OBJECT (action), "entry");
  DaybookWindow *window = data;

  if (entry->act != NULL)
    entry->act (window);
  else if (daybook_window_get_page (window) != NULL)
    daybook_page_perform (daybook_window_get_page (window), entry->name);
}

static void
on_page_asked (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  daybook_window_show_page (data, g_variant_get_string (parameter, NULL));
}

/* In a register, of an order or of none (""). */
static void
on_new_case_asked (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  const char *key, *kind, *of, *within;
  DaybookId id, owner;

  g_variant_get (parameter, "(&s&s&s&s)", &key, &kind, &of, &within);
  if (*of == '\0')
    daybook_window_new_case (data, key, NULL, NULL, NULL);
  else if (daybook_registry_find (kind) != NULL && daybook_id_parse (of, &id))
    daybook_window_new_case (data, key, daybook_registry_find (kind), &id, daybook_id_parse (within, &owner) ? &owner : NULL);
}

static void
on_view_asked (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  const char *page;
  const char *view;

  g_variant_get (parameter, "(&s&s)", &page, &view);
  daybook_window_show_view (data, page, view);
}

/* A tracking number that was typed, or scanned, elsewhere. */
static void
on_scan_asked (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  act_box (data);
  daybook_boxes_page_scan (DAYBOOK_BOXES_PAGE (daybook_window_get_page (data)), g_variant_get_string (parameter, NULL));
}

/* The article of a product that has none. */
static void
on_product_page_asked (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       data)
{
  DaybookId product;

  if (!daybook_id_parse (g_variant_get_string (parameter, NULL), &product))
    return;

  daybook_window_show_page (data, "knowledge");
  daybook_knowledge_page_write_product (DAYBOOK_KNOWLEDGE_PAGE (daybook_window_get_page (data)), &product);
}

static void
on_sit_asked (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  DaybookId agent;

  if (daybook_id_parse (g_variant_get_string (parameter, NULL), &agent))
    daybook_lock_sit (data, &agent);
}

static void
on_undo_act_asked (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  DaybookId act;

  if (daybook_id_parse (g_variant_get_string (parameter, NULL), &act))
    daybook_acts_undo (data, &act);
}

static void
on_open_folder_asked (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       data)
{
  gtk_show_uri (GTK_WINDOW (data), g_variant_get_string (parameter, NULL), GDK_CURRENT_TIME);
}

/* Of the views in the sidebar; daybook_view_act_…() give NULL for what cannot be done. */
static void
commit_view_act (DaybookWindow *window,
                 DaybookEdit   *act)
{
  g_autoptr(DaybookEdit) edit = act;

  if (edit != NULL)
    daybook_acts_commit (window, edit, NULL);
}

static void
on_change_view_asked (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       data)
{
  DaybookId view;

  if (daybook_id_parse (g_variant_get_string (parameter, NULL), &view))
    daybook_view_dialog_present (data, daybook_window_get_store (data), &view);
}

static void
on_move_view_asked (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  const char *key;
  int step;
  DaybookId view;

  g_variant_get (parameter, "(&si)", &key, &step);
  if (daybook_id_parse (key, &view))
    commit_view_act (data, daybook_view_act_move (daybook_window_get_store (data), &view, step));
}

static void
on_remove_view_asked (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       data)
{
  DaybookId view;

  if (daybook_id_parse (g_variant_get_string (parameter, NULL), &view))
    commit_view_act (data, daybook_view_act_delete (daybook_window_get_store (data), &view));
}

static void
on_edit_register_asked (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       data)
{
  daybook_register_editor_open (data, daybook_window_get_store (data), g_variant_get_string (parameter, NULL));
}

static void
on_edit_phrase_asked (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       data)
{
  DaybookId phrase;

  if (!daybook_id_parse (g_variant_get_string (parameter, NULL), &phrase))
    return;

  daybook_window_show_page (data, "phrases");
  daybook_page_close_aside (daybook_window_get_page (data));
  daybook_phrases_page_edit (DAYBOOK_PHRASES_PAGE (daybook_window_get_page (data)), &phrase);
}

/* An activity list of a segment of customer value. */
static void
on_activity_asked (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  daybook_activity_dialog_present (data, daybook_desk_of (daybook_window_get_store (data)), g_variant_get_string (parameter, NULL));
}

/* Letters are typed into texts first: these keys are tried on the way up from
 * the focus, when no text (and no input method) has taken them. */
static GtkEventController *
make_controller (GtkPropagationPhase phase)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, phase);
  return controller;
}

static gboolean
is_in_text (GtkWidget *window)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  return GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus);
}

/* A text leaves a key that it can do nothing with, as Ctrl+Z when there is no word
 * left to take back: that does not mean the book. */
static gboolean
on_key_outside_text (GtkWidget *window,
                     GVariant  *arguments,
                     gpointer   action)
{
  return !is_in_text (window)
         && gtk_shortcut_action_activate (action, GTK_SHORTCUT_ACTION_EXCLUSIVE, window, arguments);
}

/* A toast takes Esc on its way up, though nobody looks at it: outside of texts and of
 * what has popped up, it is the window's first. */
static gboolean
on_key_before_toasts (GtkWidget *window,
                      GVariant  *arguments,
                      gpointer   action)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  return !is_in_text (window)
         && (focus == NULL || gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) == NULL)
         && gtk_shortcut_action_activate (action, GTK_SHORTCUT_ACTION_EXCLUSIVE, window, arguments);
}

static void
add_shortcut (GtkEventController *controller,
              const char         *trigger,
              GtkShortcutAction  *action)
{
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), action));
}

static void
add_outside_text (GtkEventController *controller,
                  const char         *trigger,
                  const char         *name)
{
  add_shortcut (controller, trigger,
                gtk_callback_action_new (on_key_outside_text, gtk_named_action_new (name), g_object_unref));
}

static void
add_key (DaybookWindow            *window,
         GtkEventController       *first,
         GtkEventController       *controller,
         const DaybookActionEntry *entry)
{
  g_autofree char *name = g_strconcat ("win.", entry->name, NULL);
  const char *const accels[] = { entry->accel, NULL };
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));

  switch (entry->keys)
    {
    case DAYBOOK_KEYS_OUTSIDE_TEXT:
      add_outside_text (controller, entry->accel, name);
      break;
    case DAYBOOK_KEYS_AFTER_TEXT:
      add_shortcut (first, entry->accel,
                    gtk_callback_action_new (on_key_before_toasts, gtk_named_action_new (name), g_object_unref));
      add_shortcut (controller, entry->accel, gtk_named_action_new (name));
      break;
    case DAYBOOK_KEYS_ANYWHERE:
    default:
      gtk_application_set_accels_for_action (application, name, accels);
      break;
    }
}

static void
add_action (DaybookWindow            *window,
            const DaybookActionEntry *entry)
{
  g_autoptr(GSimpleAction) action = g_simple_action_new (entry->name, NULL);

  g_object_set_data (G_OBJECT (action), "entry", (gpointer) entry);
  g_signal_connect (action, "activate", G_CALLBACK (on_activated), window);
  g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (action));
}

void
daybook_actions_install (DaybookWindow *window)
{
  static const GActionEntry WITH_TARGET[] = {
    { "show-page", on_page_asked, "s" },
    { "show-view", on_view_asked, "(ss)" },
    { "new-case-of", on_new_case_asked, "(ssss)" },
    { "scan-box", on_scan_asked, "s" },
    { "write-product-page", on_product_page_asked, "s" },
    { "undo-act", on_undo_act_asked, "s" },
    { "open-folder", on_open_folder_asked, "s" },
    { "sit", on_sit_asked, "s" },
    { "change-view", on_change_view_asked, "s" },
    { "move-view", on_move_view_asked, "(si)" },
    { "remove-view", on_remove_view_asked, "s" },
    { "edit-register-of", on_edit_register_asked, "s" },
    { "edit-phrase-of", on_edit_phrase_asked, "s" },
    { "new-activity-of", on_activity_asked, "s" },
  };
  GtkEventController *first = make_controller (GTK_PHASE_CAPTURE);
  GtkEventController *keys = make_controller (GTK_PHASE_BUBBLE);

  g_action_map_add_action_entries (G_ACTION_MAP (window), WITH_TARGET, G_N_ELEMENTS (WITH_TARGET), window);
  for (guint i = 0; i < G_N_ELEMENTS (ACTIONS); i++)
    {
      add_action (window, &ACTIONS[i]);
      if (ACTIONS[i].accel != NULL)
        add_key (window, first, keys, &ACTIONS[i]);
    }

  /* Second keys, for hands that stay on the letters. */
  add_outside_text (keys, "j", "win.next");
  add_outside_text (keys, "k", "win.previous");
  gtk_widget_add_controller (GTK_WIDGET (window), first);
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
  daybook_actions_update (window);
}

static gboolean
is_possible (DaybookWindow            *window,
             const DaybookActionEntry *entry)
{
  DaybookPage *page = daybook_window_get_page (window);

  if (daybook_lock_is_on (window))
    return g_str_equal (entry->name, "close") || g_str_equal (entry->name, "back");

  switch (entry->when)
    {
    case DAYBOOK_WHEN_SHARED:
      return daybook_window_get_store (window) != NULL
             && daybook_desk_get_agents (daybook_desk_of (daybook_window_get_store (window)))->len > 1;
    case DAYBOOK_WHEN_LISTS:
      return daybook_window_get_store (window) != NULL
             && daybook_desk_may (daybook_desk_of (daybook_window_get_store (window)), DAYBOOK_RIGHT_LIST);
    case DAYBOOK_WHEN_OPEN:
      return daybook_window_get_store (window) != NULL;
    case DAYBOOK_WHEN_OWN:
      return daybook_window_get_store (window) != NULL
             && !daybook_desk_is_sample (daybook_desk_of (daybook_window_get_store (window)));
    case DAYBOOK_WHEN_PAGE:
      return page != NULL && daybook_page_can (page, entry->name);
    case DAYBOOK_WHEN_ALWAYS:
    default:
      return TRUE;
    }
}

void
daybook_actions_update (DaybookWindow *window)
{
  for (guint i = 0; i < G_N_ELEMENTS (ACTIONS); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), ACTIONS[i].name);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_possible (window, &ACTIONS[i]));
    }
}

/* By which words the greetings for the day at hand are found; NULL: there is none. */
static const char *
find_greeting (DaybookPage *page)
{
  if (DAYBOOK_IS_DAYS_PAGE (page))
    return daybook_days_page_get_greeting (DAYBOOK_DAYS_PAGE (page));

  return DAYBOOK_IS_TODAY_PAGE (page) ? daybook_today_page_get_greeting (DAYBOOK_TODAY_PAGE (page)) : NULL;
}

void
daybook_actions_phrase (DaybookWindow   *window,
                        const DaybookId *phrase)
{
  DaybookPage *page = daybook_window_get_page (window);
  g_autoptr(DaybookRow) of = find_addressee (page);
  DaybookPhrasePicker *picker;
  const char *greeting;

  if (page == NULL)
    return;

  picker = daybook_phrase_picker_open (page, daybook_desk_of (daybook_window_get_store (window)), of);
  greeting = find_greeting (page);
  if (greeting != NULL)
    daybook_phrase_picker_look_for (picker, DAYBOOK_PURPOSE_CONGRATULATION, greeting);
  /* Where the row has a text that customers read, what is chosen can go there. */
  if (daybook_page_can (page, "take-phrase"))
    daybook_page_perform (page, "take-phrase");
  if (phrase != NULL)
    daybook_phrase_picker_take (picker, phrase);
}

void
daybook_actions_follow (DaybookWindow *window)
{
  DaybookPage *page = daybook_window_get_page (window);
  DaybookPhrasePicker *picker = page != NULL ? daybook_phrase_picker_in (page) : NULL;
  g_autoptr(DaybookRow) of = picker != NULL ? find_addressee (page) : NULL;

  /* What is done and gone from the list is still what the person writes about. */
  if (of != NULL)
    daybook_phrase_picker_set_of (picker, of);
}

void
daybook_actions_quick_add (DaybookWindow *window,
                           const char    *text)
{
  gtk_window_present (daybook_quick_add_window_new (GTK_WINDOW (window), daybook_window_get_store (window), text));
}
