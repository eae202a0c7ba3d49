/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/cases-page.h"

#include "app/cases/births-dialog.h"
#include "app/cases/board-switch.h"
#include "app/cases/case-bulk.h"
#include "app/cases/case-panel.h"
#include "app/cases/case-views.h"
#include "app/cases/many-acts.h"
#include "app/cases/merge-cases.h"
#include "app/cases/statistics-window.h"
#include "app/common/last-act.h"
#include "app/common/list-views.h"
#include "app/common/shell.h"
#include "core/article-edit.h"
#include "core/birth.h"
#include "core/case.h"
#include "store/article-case.h"
#include "store/case-guard.h"
#include "store/registers.h"

#include <glib/gi18n-lib.h>

struct _DaybookCasesPage
{
  DaybookListPage   parent_instance;

  /* Template widgets */
  GtkToggleButton  *board_button;
  GtkDropDown      *view_choice;
  AdwStatusPage    *empty;
  DaybookRefusals  *refusals;

  /* Borrowed; made when several are selected first */
  DaybookCaseBulk  *bulk;

  /* Owned */
  DaybookRegister  *definition;
  DaybookManyActs  *many;
  DaybookBoardSwitch *board;
  DaybookListViews *views;
  DaybookId         wanted;   /* a case that is on its way into the book, or null */
  gboolean          choosing; /* the choice of views is made to say which is in sight */
};

G_DEFINE_FINAL_TYPE (DaybookCasesPage, daybook_cases_page, DAYBOOK_TYPE_LIST_PAGE)

static DaybookStore *
get_store (DaybookCasesPage *self)
{
  return daybook_list_page_get_store (DAYBOOK_LIST_PAGE (self));
}

static DaybookCasePanel *
get_panel (DaybookCasesPage *self)
{
  return DAYBOOK_CASE_PANEL (daybook_page_obtain_panel (DAYBOOK_PAGE (self)));
}

/* --- Acts --------------------------------------------------------------------------- */

static void
on_edit_wanted (DaybookCasesPage *self,
                DaybookEdit      *edit)
{
  daybook_last_act_commit (GTK_WIDGET (self), get_store (self), edit);
}

/* It is opened once it is there. */
static void
on_made (DaybookCasesPage *self,
         const DaybookId  *id)
{
  self->wanted = *id;
}

static void
on_store_changed (DaybookCasesPage *self)
{
  DaybookId wanted = self->wanted;
  g_autoptr(DaybookRow) row = daybook_id_is_null (&wanted) ? NULL
    : daybook_reader_find (daybook_store_get_reader (get_store (self)), &daybook_cases, &wanted, NULL);

  if (row == NULL)
    return;

  self->wanted = (DaybookId) { { 0 } };
  if (g_str_equal (daybook_row_text (row, DAYBOOK_CASE_REGISTER), daybook_register_get_key (self->definition)))
    daybook_list_page_open (DAYBOOK_LIST_PAGE (self), &wanted);
  else
    daybook_shell_show_row (daybook_shell_of (GTK_WIDGET (self)), &daybook_cases, &wanted);
}

static void
on_dropped (DaybookCasesPage *self)
{
  g_autoptr(DaybookRow) row = NULL;

  daybook_page_close_panel (DAYBOOK_PAGE (self));
  row = daybook_list_page_get_current (DAYBOOK_LIST_PAGE (self));
  daybook_case_panel_show (get_panel (self), row);
}

static void
move_to_trash (DaybookCasesPage *self)
{
  DaybookStore *store = get_store (self);

  daybook_many_acts_run (self->many, daybook_case_act_new (DAYBOOK_CASES_TRASH, daybook_list_page_get_at_hand (DAYBOOK_LIST_PAGE (self)),
                                                           daybook_store_get_agent (store), daybook_store_get_now (store)));
}

/* The hands were in the bar for this one act: what is struck next is for the rows. */
static void
on_bulk_act_wanted (DaybookCasesPage *self,
                    DaybookCaseAct   *act)
{
  daybook_case_bulk_end (self->bulk);
  daybook_many_acts_run (self->many, act);
  daybook_list_page_focus (DAYBOOK_LIST_PAGE (self));
}

/* What was selected is one case now, and what is struck next is for it. */
static void
on_merged (DaybookCasesPage *self,
           DaybookEdit      *edit)
{
  on_edit_wanted (self, edit);
  daybook_list_page_focus (DAYBOOK_LIST_PAGE (self));
}

static void
begin_merge (DaybookCasesPage *self)
{
  DaybookListPage *list = DAYBOOK_LIST_PAGE (self);
  g_autoptr(GArray) keys = daybook_list_page_get_selected (list);
  g_autoptr(GPtrArray) cases = daybook_reader_rows (daybook_store_get_reader (get_store (self)), daybook_register_get_table (self->definition),
                                                    (const gint64 *) (void *) keys->data, keys->len, NULL);
  GtkWindow *dialog;

  if (cases == NULL || cases->len < 2)
    return;

  dialog = daybook_merge_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), daybook_list_page_get_desk (list),
                                     &daybook_merge_cases, cases, G_OBJECT (self->definition));
  g_signal_connect_object (dialog, "merged", G_CALLBACK (on_merged), self, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

/* One of those that were left as they are. */
static void
on_case_wanted (DaybookCasesPage *self,
                const DaybookId  *id)
{
  daybook_list_page_open (DAYBOOK_LIST_PAGE (self), id);
}

static void
copy_number (DaybookCasesPage *self)
{
  g_autoptr(DaybookRow) row = daybook_list_page_get_current (DAYBOOK_LIST_PAGE (self));
  const char *number = daybook_row_text (row, DAYBOOK_CASE_NUMBER);

  daybook_shell_copy (GTK_WIDGET (self), number, number);
}

static void
print_case (DaybookCasesPage *self,
            DaybookTake       as)
{
  g_autoptr(DaybookRow) row = daybook_list_page_get_current (DAYBOOK_LIST_PAGE (self));
  g_autoptr(DaybookPrint) print = daybook_print_new_case (get_store (self), &row->id);

  daybook_shell_print (daybook_shell_of (GTK_WIDGET (self)), print, daybook_row_text (row, DAYBOOK_CASE_NUMBER), as);
}

static void
print_form (DaybookCasesPage *self)
{
  g_autoptr(DaybookPrint) print = daybook_print_new_form (get_store (self), daybook_register_get_key (self->definition));

  daybook_shell_print (daybook_shell_of (GTK_WIDGET (self)), print, daybook_register_get_title (self->definition), DAYBOOK_TAKE_PAPER);
}

static void
open_panel (DaybookCasesPage *self)
{
  if (!daybook_page_is_panel_open (DAYBOOK_PAGE (self)))
    DAYBOOK_PAGE_CLASS (daybook_cases_page_parent_class)->perform (DAYBOOK_PAGE (self), "open");
}

static void
write_note (DaybookCasesPage *self)
{
  open_panel (self);
  daybook_case_panel_write (get_panel (self));
}

/* A shop of one person has nobody to assign it to. */
static gboolean
has_colleagues (DaybookCasesPage *self)
{
  return daybook_desk_get_agents (daybook_list_page_get_desk (DAYBOOK_LIST_PAGE (self)))->len > 1;
}

static void
assign (DaybookCasesPage *self)
{
  open_panel (self);
  daybook_case_panel_assign (get_panel (self));
}

static void
prioritise (DaybookCasesPage *self)
{
  if (daybook_list_page_count_selected (DAYBOOK_LIST_PAGE (self)) > 1)
    daybook_case_bulk_begin_priority (self->bulk);
  else
    {
      open_panel (self);
      daybook_case_panel_prioritise (get_panel (self));
    }
}

/* --- The board ------------------------------------------------------------------------ */

static void
on_card_opened (DaybookCasesPage *self,
                gint64            key)
{
  DaybookId id;

  if (daybook_reader_id (daybook_store_get_reader (get_store (self)), &daybook_cases, key, &id, NULL))
    daybook_list_page_open (DAYBOOK_LIST_PAGE (self), &id);
}

/* Whether the case lacks what the stage demands, so that it is asked first. */
static gboolean
is_asked (DaybookCasesPage *self,
          const DaybookRow *row,
          guint             stage)
{
  DaybookCaseFacts facts;
  g_autoptr(GPtrArray) missing = NULL;

  if (!daybook_reader_case_facts (daybook_store_get_reader (get_store (self)), row, &facts, NULL))
    return FALSE;

  missing = daybook_case_missing (self->definition, stage, row, &facts);
  return missing->len > 0 || (daybook_register_get_stage (self->definition, stage)->ends
                              && daybook_case_unanswered (self->definition, stage, row) != DAYBOOK_ASKS_NOTHING);
}

static void
move_card (DaybookCasesPage *self,
           gint64            key,
           guint             stage)
{
  DaybookStore *store = get_store (self);
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  DaybookCaseAct *act;

  g_array_append_val (keys, key);
  act = daybook_case_act_new (DAYBOOK_CASES_MOVE, keys, daybook_store_get_agent (store), daybook_store_get_now (store));
  act->stage = g_strdup (daybook_register_get_stage (self->definition, stage)->key);
  daybook_many_acts_run (self->many, act);
}

/* What a stage demands is asked in the panel; where a case may not go is said below the board. */
static void
on_card_moved (DaybookCasesPage *self,
               gint64            key,
               guint             stage)
{
  g_autoptr(DaybookRow) row = daybook_reader_row (daybook_store_get_reader (get_store (self)), &daybook_cases, key, NULL);
  int from = row != NULL ? daybook_register_find_stage (self->definition, daybook_row_text (row, DAYBOOK_CASE_STAGE)) : -1;

  if (row == NULL)
    return;
  if (from >= 0 && daybook_register_may_move (self->definition, (guint) from, stage) && is_asked (self, row, stage))
    {
      daybook_list_page_open (DAYBOOK_LIST_PAGE (self), &row->id);
      daybook_case_panel_move (get_panel (self), stage);
    }
  else
    move_card (self, key, stage);
}

static void
make_board (DaybookCasesPage *self)
{
  self->board = daybook_board_switch_new (DAYBOOK_LIST_PAGE (self), self->board_button, self->definition);
  g_signal_connect_object (self->board, "opened", G_CALLBACK (on_card_opened), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "moved", G_CALLBACK (on_card_moved), self, G_CONNECT_SWAPPED);
}

/* --- Views ---------------------------------------------------------------------------- */

/* Those that come along, of which the last only where claims are known: the shop's own stand in
 * the sidebar. */
static const char *const VIEWS[] = { DAYBOOK_CASE_VIEW_OPEN, DAYBOOK_CASE_VIEW_MINE, DAYBOOK_CASE_VIEW_AGEING, DAYBOOK_CASE_VIEW_ALL,
                                     DAYBOOK_CASE_VIEW_CLAIMS };

static void
show_choice (DaybookCasesPage *self)
{
  const char *key = daybook_list_views_get_key (self->views);
  guint chosen = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < G_N_ELEMENTS (VIEWS); i++)
    if (g_strcmp0 (VIEWS[i], key) == 0)
      chosen = i;

  self->choosing = TRUE;
  gtk_drop_down_set_selected (self->view_choice, chosen);
  self->choosing = FALSE;
}

static void
show_view (DaybookPage *page,
           const char  *key)
{
  DaybookCasesPage *self = DAYBOOK_CASES_PAGE (page);

  daybook_list_views_turn_to (self->views, key);
  show_choice (self);
}

static void
on_view_chosen (DaybookCasesPage *self)
{
  guint chosen = gtk_drop_down_get_selected (self->view_choice);

  if (!self->choosing && chosen < G_N_ELEMENTS (VIEWS))
    show_view (DAYBOOK_PAGE (self), VIEWS[chosen]);
}

static void
show_query (DaybookPage        *page,
            const DaybookQuery *query)
{
  DaybookCasesPage *self = DAYBOOK_CASES_PAGE (page);

  daybook_list_views_show_query (self->views, DAYBOOK_CASE_VIEW_ALL, query);
  show_choice (self);
}

static const char *
get_view (DaybookPage *page)
{
  return daybook_list_views_get_key (DAYBOOK_CASES_PAGE (page)->views);
}

static void
on_query_changed (DaybookListPage *list)
{
  DaybookCasesPage *self = DAYBOOK_CASES_PAGE (list);

  if (self->views != NULL)
    daybook_list_views_query_changed (self->views);
  if (self->board != NULL)
    daybook_board_switch_query_changed (self->board);
}

static void
offer_views (DaybookCasesPage *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (VIEWS); i++)
    {
      DaybookView *view = daybook_view_list_find (daybook_list_views_get_list (self->views), VIEWS[i]);

      if (view != NULL)
        gtk_string_list_append (names, daybook_view_get_name (view));
    }

  self->choosing = TRUE;
  gtk_drop_down_set_model (self->view_choice, G_LIST_MODEL (names));
  self->choosing = FALSE;
}

/* --- The page ---------------------------------------------------------------------------- */

static GtkWidget *
make_panel (DaybookPage *page)
{
  DaybookCasesPage *self = DAYBOOK_CASES_PAGE (page);
  DaybookCasePanel *panel = g_object_new (DAYBOOK_TYPE_CASE_PANEL, NULL);

  daybook_case_panel_set_up (panel, daybook_list_page_get_desk (DAYBOOK_LIST_PAGE (page)), self->definition);
  g_signal_connect_object (panel, "edit", G_CALLBACK (on_edit_wanted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (panel, "made", G_CALLBACK (on_made), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (panel, "dropped", G_CALLBACK (on_dropped), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (panel);
}

static GtkWidget *
make_bulk (DaybookListPage *list)
{
  DaybookCasesPage *self = DAYBOOK_CASES_PAGE (list);

  self->bulk = DAYBOOK_CASE_BULK (daybook_case_bulk_new (daybook_list_page_get_desk (list), self->definition));
  g_signal_connect_object (self->bulk, "act", G_CALLBACK (on_bulk_act_wanted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bulk, "close", G_CALLBACK (daybook_list_page_unselect), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bulk, "resized", G_CALLBACK (daybook_page_commands_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self->bulk);
}

static void
on_selection_changed (DaybookListPage *list)
{
  DaybookCasesPage *self = DAYBOOK_CASES_PAGE (list);

  if (daybook_list_page_count_selected (list) > 1)
    daybook_bulk_bar_set_keys (DAYBOOK_BULK_BAR (self->bulk), daybook_list_page_get_selected (list));
  else if (self->bulk != NULL)
    daybook_case_bulk_end (self->bulk);
}

static void
show_row (DaybookListPage  *list,
          const DaybookRow *row)
{
  daybook_case_panel_show (get_panel (DAYBOOK_CASES_PAGE (list)), row);
}

static gboolean
is_making (DaybookCasesPage *self)
{
  return daybook_page_is_panel_open (DAYBOOK_PAGE (self)) && daybook_case_panel_is_new (get_panel (self));
}

/* The case that was open before a new one was begun is not at hand. */
static gboolean
has_one (DaybookCasesPage *self)
{
  g_autoptr(DaybookRow) row = daybook_list_page_get_current (DAYBOOK_LIST_PAGE (self));

  return row != NULL && !is_making (self);
}

/* What the case has taught, as a draft that somebody reads before others do (KB-07). */
static void
learn (DaybookCasesPage *self)
{
  g_autoptr(DaybookRow) row = daybook_list_page_get_current (DAYBOOK_LIST_PAGE (self));
  DaybookStore *store = get_store (self);
  DaybookShell *shell = daybook_shell_of (GTK_WIDGET (self));
  const DaybookId *agent = daybook_store_get_agent (store);
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookRow) draft = row != NULL
    ? daybook_article_of_case (daybook_store_get_reader (store), row, agent, daybook_store_get_now (store), &error) : NULL;
  g_autoptr(DaybookEdit) edit = draft != NULL ? daybook_article_act_add (draft, agent, daybook_store_get_now (store), &error) : NULL;

  if (edit != NULL)
    daybook_shell_commit (shell, edit, _("A draft of an article was made of it: Knowledge → Drafts"));
  else if (error != NULL)
    daybook_shell_say_error (shell, error);
}

static GtkWindow *
get_window (DaybookCasesPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static gboolean
can (DaybookPage *page,
     const char  *command)
{
  DaybookCasesPage *self = DAYBOOK_CASES_PAGE (page);
  guint n_selected = daybook_list_page_count_selected (DAYBOOK_LIST_PAGE (self));
  gboolean possible;

  if (g_str_equal (command, "new-case") || g_str_equal (command, "print-form") || g_str_equal (command, "edit-register")
      || g_str_equal (command, "statistics"))
    return TRUE;
  if ((g_str_equal (command, "print") || g_str_equal (command, "take-phrase")) && daybook_page_is_panel_open (page))
    return has_one (self);
  if (g_str_equal (command, "births"))
    return daybook_register_get_birth (self->definition) != NULL;
  if (g_str_equal (command, "merge"))
    return n_selected > 1 && n_selected <= DAYBOOK_MERGE_MOST;
  if (g_str_equal (command, "trash") || g_str_equal (command, "priority"))
    return n_selected > 1 || has_one (self);
  if (g_str_equal (command, "copy") || g_str_equal (command, "note") || g_str_equal (command, "save-case-pdf") || g_str_equal (command, "learn"))
    return has_one (self);
  if (g_str_equal (command, "agent"))
    return (n_selected > 1 || has_one (self)) && has_colleagues (self);
  if (daybook_list_views_can (self->views, command, &possible))
    return possible;

  return DAYBOOK_PAGE_CLASS (daybook_cases_page_parent_class)->can (page, command);
}

static void
perform (DaybookPage *page,
         const char  *command)
{
  DaybookCasesPage *self = DAYBOOK_CASES_PAGE (page);

  if (g_str_equal (command, "new-case"))
    daybook_cases_page_begin_new (self, NULL);
  else if (g_str_equal (command, "agent") && daybook_list_page_count_selected (DAYBOOK_LIST_PAGE (self)) > 1)
    daybook_case_bulk_begin_assign (self->bulk);
  else if (g_str_equal (command, "priority"))
    prioritise (self);
  else if (g_str_equal (command, "merge"))
    begin_merge (self);
  else if (g_str_equal (command, "trash"))
    move_to_trash (self);
  else if (g_str_equal (command, "copy"))
    copy_number (self);
  else if (g_str_equal (command, "note"))
    write_note (self);
  else if (g_str_equal (command, "take-phrase"))
    daybook_case_panel_take (get_panel (self));
  else if (g_str_equal (command, "learn"))
    learn (self);
  else if (g_str_equal (command, "print") && daybook_page_is_panel_open (page))
    print_case (self, DAYBOOK_TAKE_PAPER);
  else if (g_str_equal (command, "save-case-pdf"))
    print_case (self, DAYBOOK_TAKE_PDF);
  else if (g_str_equal (command, "print-form"))
    print_form (self);
  else if (g_str_equal (command, "agent"))
    assign (self);
  else if (g_str_equal (command, "statistics"))
    gtk_window_present (daybook_statistics_window_new (get_window (self), get_store (self), self->definition));
  else if (g_str_equal (command, "births"))
    gtk_window_present (daybook_births_dialog_new (get_window (self), get_store (self), self->definition));
  else if (!daybook_list_views_perform (self->views, command))
    DAYBOOK_PAGE_CLASS (daybook_cases_page_parent_class)->perform (page, command);
}

/* What was begun goes first, then the panel. */
static gboolean
back (DaybookPage *page)
{
  DaybookCasesPage *self = DAYBOOK_CASES_PAGE (page);
  gboolean was_open = (self->bulk != NULL && daybook_case_bulk_end (self->bulk)) || daybook_refusals_end (self->refusals)
                      || daybook_list_views_end (self->views);

  if (!was_open && daybook_page_is_panel_open (page) && daybook_case_panel_end (get_panel (self)))
    {
      on_dropped (self);
      was_open = TRUE;
    }
  if (was_open)
    daybook_list_page_focus (DAYBOOK_LIST_PAGE (page));
  return was_open || DAYBOOK_PAGE_CLASS (daybook_cases_page_parent_class)->back (page);
}

static void
daybook_cases_page_dispose (GObject *object)
{
  DaybookCasesPage *self = DAYBOOK_CASES_PAGE (object);

  g_clear_object (&self->views);
  g_clear_object (&self->board);
  g_clear_object (&self->many);
  g_clear_object (&self->definition);

  G_OBJECT_CLASS (daybook_cases_page_parent_class)->dispose (object);
}

static void
daybook_cases_page_class_init (DaybookCasesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DaybookPageClass *page_class = DAYBOOK_PAGE_CLASS (klass);
  DaybookListPageClass *list_class = DAYBOOK_LIST_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_cases_page_dispose;
  page_class->show_view = show_view;
  page_class->get_view = get_view;
  page_class->show_query = show_query;
  page_class->back = back;
  page_class->can = can;
  page_class->perform = perform;
  page_class->make_panel = make_panel;
  list_class->show_row = show_row;
  list_class->make_bulk = make_bulk;
  list_class->selection_changed = on_selection_changed;
  list_class->query_changed = on_query_changed;

  g_type_ensure (DAYBOOK_TYPE_REFUSALS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/cases/cases-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookCasesPage, board_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasesPage, view_choice);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasesPage, empty);
  gtk_widget_class_bind_template_child (widget_class, DaybookCasesPage, refusals);
  gtk_widget_class_bind_template_callback (widget_class, on_view_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_case_wanted);
}

static void
daybook_cases_page_init (DaybookCasesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The register's columns that are fields, ended by -1. */
static int *
make_columns (DaybookRegister *definition)
{
  const DaybookTable *table = daybook_register_get_table (definition);
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (int));
  int end = -1;

  for (const char *const *name = daybook_register_get_columns (definition); *name != NULL; name++)
    {
      int field = daybook_table_field (table, *name);

      if (field >= 0)
        g_array_append_val (columns, field);
    }
  g_array_append_val (columns, end);
  return (int *) (void *) g_array_free (columns, FALSE);
}

static void
show_definition (DaybookCasesPage *self)
{
  const char *help = daybook_register_get_help (self->definition);
  /* A status page's description is markup in libadwaita 1.2. */
  g_autofree char *escaped = g_markup_escape_text (help != NULL ? help : "", -1);
  /* Translators: of an empty register; %s is its name: “Returns”. */
  g_autofree char *title = g_strdup_printf (_("%s: None Yet"), daybook_register_get_title (self->definition));
  g_autofree char *escaped_title = g_markup_escape_text (title, -1);

  adw_status_page_set_icon_name (self->empty, daybook_register_get_icon (self->definition));
  adw_status_page_set_title (self->empty, escaped_title);
  adw_status_page_set_description (self->empty, escaped);
  daybook_page_set_panel_title (DAYBOOK_PAGE (self), daybook_register_get_label (self->definition));
}

DaybookPage *
daybook_cases_page_new (DaybookStore *store,
                        const char   *part)
{
  DaybookCasesPage *self = g_object_new (DAYBOOK_TYPE_CASES_PAGE, NULL);
  DaybookRegister *definition = daybook_reader_register (daybook_store_get_reader (store), part);
  const DaybookTable *table = daybook_register_get_table (definition);
  g_autofree int *columns = make_columns (definition);

  self->definition = g_object_ref (definition);
  show_definition (self);
  daybook_list_page_set_up (DAYBOOK_LIST_PAGE (self), store, table, columns);
  self->many = daybook_many_acts_new (DAYBOOK_LIST_PAGE (self), self->refusals);
  self->views = daybook_list_views_new (DAYBOOK_LIST_PAGE (self), daybook_case_views_for (store, table), DAYBOOK_CASE_VIEW_OPEN,
                                        _("No case of this register fits these filters and words."));
  daybook_list_views_set_heading (self->views, daybook_register_get_title (definition));
  offer_views (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  show_view (DAYBOOK_PAGE (self), NULL);
  make_board (self);
  return DAYBOOK_PAGE (self);
}

void
daybook_cases_page_begin_new (DaybookCasesPage *self,
                              const DaybookRow *from)
{
  daybook_page_open_panel (DAYBOOK_PAGE (self));
  daybook_case_panel_begin_new (get_panel (self), from);
  daybook_page_commands_changed (DAYBOOK_PAGE (self));
}

const char *
daybook_cases_page_get_part (DaybookCasesPage *self)
{
  return daybook_register_get_key (self->definition);
}

gboolean
daybook_cases_page_is_writing (DaybookCasesPage *self)
{
  return daybook_page_is_panel_open (DAYBOOK_PAGE (self)) && daybook_case_panel_is_writing (get_panel (self));
}
