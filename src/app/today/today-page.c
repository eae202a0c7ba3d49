/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/today/today-page.h"

#include "app/common/agent-picker.h"
#include "app/common/last-act.h"
#include "app/common/prefs.h"
#include "app/common/shell.h"
#include "app/common/words.h"
#include "app/customers/day-words.h"
#include "app/today/due-model.h"
#include "app/today/due-panels.h"
#include "app/today/due-row.h"
#include "app/today/missed-card.h"
#include "app/today/notice-card.h"
#include "app/today/snooze-form.h"
#include "core/case.h"
#include "core/chore.h"
#include "core/customer.h"
#include "core/order.h"
#include "core/task.h"
#include "store/assign.h"
#include "store/customer-merge.h"
#include "store/registers.h"

#include <glib/gi18n-lib.h>

#define KEY_MINE "today-mine"
#define MOMENT_US 500000

struct _DaybookTodayPage
{
  DaybookPage        parent_instance;

  /* Template widgets */
  GtkLabel          *count;
  GtkWidget         *whose;
  GtkToggleButton   *mine;
  GtkProgressBar    *progress; /* of reckoning everything anew */
  DaybookNoticeCard *notices;
  DaybookMissedCard *missed;
  GtkStack          *stack;
  GtkListView       *list;
  GtkWidget         *foot;   /* hidden, and no closed revealer: that keeps its room */
  DaybookSnoozeForm *form;
  DaybookAgentPicker *give; /* whose what is chosen is */
  GtkLabel          *chosen;
  DaybookDuePanels  *panels;

  /* Owned */
  DaybookDesk       *desk;
  DaybookDueModel   *model;
  GSettings         *settings; /* or NULL */
  GtkMultiSelection *selection;
  gint64             open;   /* key of what is in the panel; 0: nothing */
  gint64             wanted; /* key of what is to be opened once it is in the list; 0: nothing */
  gint64             reckoning_since; /* monotonic microseconds; 0: nothing is reckoned anew */
  guint              next;   /* once what was done is gone, what stands here is opened; or INVALID */
};

G_DEFINE_FINAL_TYPE (DaybookTodayPage, daybook_today_page, DAYBOOK_TYPE_PAGE)

static DaybookStore *
get_store (DaybookTodayPage *self)
{
  return daybook_desk_get_store (self->desk);
}

static guint
count_all (DaybookTodayPage *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->model));
}

static guint
count_selected (DaybookTodayPage *self)
{
  g_autoptr(GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return (guint) gtk_bitset_get_size (selected);
}

/* (transfer full) */
static DaybookDueObject *
object_at (DaybookTodayPage *self,
           guint             position)
{
  return g_list_model_get_item (G_LIST_MODEL (self->model), position);
}

/* --- The panel ------------------------------------------------------------------------------ */

static void
on_edit_wanted (DaybookTodayPage *self,
                DaybookEdit      *edit)
{
  daybook_last_act_commit (GTK_WIDGET (self), get_store (self), edit);
}

static void
on_dropped (DaybookTodayPage *self)
{
  daybook_page_close_panel (DAYBOOK_PAGE (self));
}

/* What is in the panel when the panel shows a case; NULL otherwise. */
static DaybookCasePanel *
get_case_panel (DaybookTodayPage *self)
{
  return daybook_page_is_panel_open (DAYBOOK_PAGE (self)) ? daybook_due_panels_get_case (self->panels) : NULL;
}

static void
open_at (DaybookTodayPage *self,
         guint             position)
{
  g_autoptr(DaybookDueObject) object = object_at (self, position);

  if (object == NULL)
    return;

  self->open = daybook_due_object_get_key (object);
  daybook_due_panels_show (self->panels, object);
  daybook_page_open_panel (DAYBOOK_PAGE (self));
  daybook_page_commands_changed (DAYBOOK_PAGE (self));
}

static void
on_activated (DaybookTodayPage *self,
              guint             position)
{
  self->wanted = 0;
  open_at (self, position);
}

/* --- What is at hand ----------------------------------------------------------------------------- */

/* Positions of what a key acts on: of what is selected, else of what is open. */
static GtkBitset *
find_at_hand (DaybookTodayPage *self)
{
  GtkBitset *selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint open = daybook_page_is_panel_open (DAYBOOK_PAGE (self)) ? daybook_due_model_find (self->model, self->open) : GTK_INVALID_LIST_POSITION;

  if (gtk_bitset_is_empty (selected) && open != GTK_INVALID_LIST_POSITION)
    {
      gtk_bitset_unref (selected);
      selected = gtk_bitset_new_range (open, 1);
    }
  return selected;
}

/* (element-type DaybookDueItem) (transfer full) */
static GPtrArray *
items_at_hand (DaybookTodayPage *self)
{
  g_autoptr(GtkBitset) at_hand = find_at_hand (self);
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_due_item_free);

  for (guint i = 0; i < gtk_bitset_get_size (at_hand); i++)
    {
      g_autoptr(DaybookDueObject) object = object_at (self, gtk_bitset_get_nth (at_hand, i));
      const DaybookDueItem *item = object != NULL ? daybook_due_object_get_item (object) : NULL;

      if (item != NULL)
        g_ptr_array_add (items, g_memdup2 (item, sizeof *item));
    }
  return items;
}

/* What people call it by: the number of its case, else of its order. (transfer full), or NULL */
static char *
find_number (DaybookTodayPage *self,
             guint             position)
{
  g_autoptr(DaybookDueObject) object = object_at (self, position);
  const DaybookRow *row = object != NULL ? daybook_due_object_get_row (object) : NULL;
  gboolean is_task = row != NULL && row->table == &daybook_tasks;
  const DaybookId *of = is_task ? daybook_row_ref_id (row, DAYBOOK_TASK_CASE) : NULL;
  const DaybookId *order = is_task ? daybook_row_ref_id (row, DAYBOOK_TASK_ORDER) : NULL;
  DaybookReader *reader = daybook_store_get_reader (get_store (self));
  g_autoptr(DaybookRow) other = NULL;

  if (row == NULL || (is_task && of == NULL && order == NULL))
    return NULL;
  if (is_task)
    other = of != NULL ? daybook_reader_find (reader, &daybook_cases, of, NULL) : daybook_reader_find (reader, &daybook_orders, order, NULL);
  else
    other = daybook_row_ref ((DaybookRow *) row);
  if (other == NULL)
    return NULL;

  const DaybookTable *base = daybook_table_base (other->table);
  if (base == &daybook_cases)
    return g_strdup (daybook_row_text (other, DAYBOOK_CASE_NUMBER));
  return base == &daybook_orders ? g_strdup (daybook_row_text (other, DAYBOOK_ORDER_NUMBER)) : NULL;
}

static void
copy_number (DaybookTodayPage *self,
             guint             position)
{
  g_autofree char *number = find_number (self, position);

  if (number != NULL)
    daybook_shell_copy (GTK_WIDGET (self), number, number);
}

/* --- Acts -------------------------------------------------------------------------------------------- */

static void
shut_form (DaybookTodayPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->form), FALSE);
}

/* The edit makes these things go: the next one is opened, or chosen, in the place of the first. */
static void
commit (DaybookTodayPage *self,
        DaybookEdit      *edit)
{
  g_autoptr(GtkBitset) at_hand = find_at_hand (self);

  self->next = gtk_bitset_is_empty (at_hand) ? GTK_INVALID_LIST_POSITION : gtk_bitset_get_minimum (at_hand);
  shut_form (self);
  daybook_shell_commit (daybook_shell_of (GTK_WIDGET (self)), edit, NULL);
}

static void
end_items (DaybookTodayPage *self)
{
  g_autoptr(GPtrArray) items = items_at_hand (self);
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = daybook_due_act_done (daybook_store_get_reader (get_store (self)), items, daybook_store_get_agent (get_store (self)),
                                                      daybook_store_get_now (get_store (self)), &error);

  if (edit == NULL)
    daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error);
  else
    commit (self, edit);
}

static void
on_snooze_chosen (DaybookTodayPage *self,
                  gint64            until,
                  DaybookSnooze     manner)
{
  g_autoptr(GPtrArray) items = items_at_hand (self);
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = daybook_due_act_snooze (daybook_store_get_reader (get_store (self)), items, until, manner,
                                                        daybook_store_get_agent (get_store (self)), daybook_store_get_now (get_store (self)), &error);

  if (edit == NULL)
    daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error);
  else
    commit (self, edit);
}

/* The rows of what is at hand that can be given to somebody, each once. (element-type DaybookRow) (transfer full) */
static GPtrArray *
rows_at_hand (DaybookTodayPage *self)
{
  g_autoptr(GtkBitset) at_hand = find_at_hand (self);
  g_autoptr(GHashTable) seen = g_hash_table_new ((GHashFunc) daybook_id_hash, (GEqualFunc) daybook_id_equal);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);

  for (guint i = 0; i < gtk_bitset_get_size (at_hand); i++)
    {
      g_autoptr(DaybookDueObject) object = object_at (self, gtk_bitset_get_nth (at_hand, i));
      const DaybookRow *row = object != NULL ? daybook_due_object_get_row (object) : NULL;

      if (row != NULL && daybook_assign_can (row->table) && g_hash_table_add (seen, (gpointer) &row->id))
        g_ptr_array_add (rows, daybook_row_ref ((DaybookRow *) row));
    }
  return rows;
}

static void
on_given (DaybookTodayPage *self,
          const DaybookRow *agent)
{
  DaybookStore *store = get_store (self);
  g_autoptr(GPtrArray) rows = rows_at_hand (self);
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = daybook_assign_act (daybook_store_get_reader (store), rows, agent, daybook_store_get_agent (store),
                                                    daybook_store_get_now (store), &error);

  if (edit == NULL)
    daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error);
  else
    daybook_shell_commit (daybook_shell_of (GTK_WIDGET (self)), edit, NULL);
}

static void
begin_giving (DaybookTodayPage *self)
{
  if (get_case_panel (self) != NULL && count_selected (self) < 2)
    daybook_case_panel_assign (get_case_panel (self));
  else
    daybook_agent_picker_begin (self->give);
}

static void
begin_snooze (DaybookTodayPage *self)
{
  gtk_widget_set_visible (self->foot, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->form), TRUE);
  daybook_snooze_form_begin (self->form, self->desk);
}

/* Turns so many rows on, with the panel where it is open. */
static void
turn (DaybookTodayPage *self,
      int               step)
{
  g_autoptr(GtkBitset) at_hand = find_at_hand (self);
  guint n = count_all (self);
  gint64 position = gtk_bitset_is_empty (at_hand) ? (step > 0 ? 0 : (gint64) n - 1) : (gint64) gtk_bitset_get_minimum (at_hand) + step;

  if (position < 0 || position >= n)
    return;
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", (guint) position);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), (guint) position, TRUE);
}

/* --- What is shown ---------------------------------------------------------------------------------------- */

/* Whose what is at hand is; a shop of one person has nobody to give it to. */
static void
show_given (DaybookTodayPage *self)
{
  g_autoptr(GPtrArray) items = items_at_hand (self);
  g_autoptr(GPtrArray) rows = rows_at_hand (self);
  const DaybookId *first = items->len > 0 ? &((const DaybookDueItem *) g_ptr_array_index (items, 0))->due.agent : NULL;
  gboolean is_mixed = FALSE;

  for (guint i = 1; i < items->len; i++)
    is_mixed = is_mixed || !daybook_id_equal (first, &((const DaybookDueItem *) g_ptr_array_index (items, i))->due.agent);

  gtk_widget_set_visible (GTK_WIDGET (self->give), rows->len > 0 && daybook_desk_get_agents (self->desk)->len > 1);
  if (is_mixed)
    daybook_agent_picker_set_mixed (self->give);
  else
    daybook_agent_picker_set_agent (self->give, first != NULL && !daybook_id_is_null (first) ? first : NULL);
}

static void
show_foot (DaybookTodayPage *self)
{
  guint n_selected = count_selected (self);
  g_autofree char *chosen = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u selected", "%u selected", n_selected), n_selected);

  gtk_label_set_text (self->chosen, n_selected > 1 ? chosen : "");
  show_given (self);
  gtk_widget_set_visible (self->foot, n_selected > 0);
  if (n_selected == 0)
    shut_form (self);
  daybook_page_commands_changed (DAYBOOK_PAGE (self));
}

/* An open panel follows the one row that is selected. */
static void
on_selection_changed (DaybookTodayPage *self)
{
  g_autoptr(GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  if (gtk_bitset_get_size (selected) == 1 && daybook_page_is_panel_open (DAYBOOK_PAGE (self)) && !daybook_page_is_folded (DAYBOOK_PAGE (self)))
    open_at (self, gtk_bitset_get_minimum (selected));
  show_foot (self);
}

/* The next one takes the place of what was done. */
static void
go_to_next (DaybookTodayPage *self)
{
  guint n = count_all (self), position = n > 0 ? MIN (self->next, n - 1) : GTK_INVALID_LIST_POSITION;
  gboolean was_open = daybook_page_is_panel_open (DAYBOOK_PAGE (self));

  self->next = GTK_INVALID_LIST_POSITION;
  if (position == GTK_INVALID_LIST_POSITION)
    {
      daybook_page_close_panel (DAYBOOK_PAGE (self));
      return;
    }

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  if (was_open)
    open_at (self, position);
}

/* What was asked for from outside the page, or is in the card above the list. */
static void
open_wanted (DaybookTodayPage *self)
{
  guint position = self->wanted != 0 ? daybook_due_model_find (self->model, self->wanted) : GTK_INVALID_LIST_POSITION;

  if (position == GTK_INVALID_LIST_POSITION)
    return;

  self->wanted = 0;
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  open_at (self, position);
}

static void
want (DaybookTodayPage *self,
      gint64            key)
{
  self->wanted = key;
  open_wanted (self);
}

/* People go on with what is there meanwhile; what takes but a moment is not told. */
static void
show_progress (DaybookTodayPage *self)
{
  int percent = daybook_store_get_due_percent (get_store (self));
  gint64 now = g_get_monotonic_time ();

  if (percent < 0)
    self->reckoning_since = 0;
  else if (self->reckoning_since == 0)
    self->reckoning_since = now;

  gtk_widget_set_visible (GTK_WIDGET (self->progress), percent >= 0 && now - self->reckoning_since > MOMENT_US);
  gtk_progress_bar_set_fraction (self->progress, MAX (percent, 0) / 100.0);
}

/* How many there are is told once all have come. */
static void
on_items_changed (DaybookTodayPage *self)
{
  if (count_all (self) > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
}

static void
on_settled (DaybookTodayPage *self)
{
  guint n = count_all (self), open = daybook_due_model_find (self->model, self->open);
  guint n_due = daybook_due_model_count_due (self->model);
  g_autofree char *count = daybook_words_count (n_due);

  gtk_label_set_text (self->count, n_due > 0 ? count : "");
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "nothing");
  if (self->wanted != 0)
    open_wanted (self);
  else if (self->next != GTK_INVALID_LIST_POSITION)
    go_to_next (self);
  else if (open != GTK_INVALID_LIST_POSITION && daybook_page_is_panel_open (DAYBOOK_PAGE (self)))
    {
      g_autoptr(DaybookDueObject) object = object_at (self, open);

      daybook_due_panels_show (self->panels, object);
    }
  show_foot (self);
  show_progress (self);
}

/* A shop of one person does not ask whose. */
static void
show_whose (DaybookTodayPage *self)
{
  gtk_widget_set_visible (self->whose, daybook_desk_get_agents (self->desk)->len > 1);
}

static void
on_whose_toggled (DaybookTodayPage *self)
{
  gboolean mine = gtk_toggle_button_get_active (self->mine);

  if (self->model == NULL)
    return;
  daybook_due_model_set_mine (self->model, mine);
  if (self->settings != NULL)
    g_settings_set_boolean (self->settings, KEY_MINE, mine);
}

/* As it was chosen last, where there is somebody to choose among. */
static void
recall_whose (DaybookTodayPage *self)
{
  self->settings = daybook_prefs_new ();
  if (self->settings != NULL && daybook_desk_get_agents (self->desk)->len > 1 && g_settings_get_boolean (self->settings, KEY_MINE))
    gtk_toggle_button_set_active (self->mine, TRUE);
}

static void
on_row_set_up (DaybookTodayPage *self,
               GtkListItem      *item)
{
  gtk_list_item_set_child (item, daybook_due_row_new (self->desk));
}

static void
on_row_bound (DaybookTodayPage *self,
              GtkListItem      *item)
{
  daybook_due_row_set_object (DAYBOOK_DUE_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
on_row_unbound (DaybookTodayPage *self,
                GtkListItem      *item)
{
  daybook_due_row_set_object (DAYBOOK_DUE_ROW (gtk_list_item_get_child (item)), NULL);
}

/* --- The page ------------------------------------------------------------------------------------------------ */

static gboolean
has_one (DaybookTodayPage *self)
{
  g_autoptr(GtkBitset) at_hand = find_at_hand (self);

  return gtk_bitset_get_size (at_hand) == 1;
}

static gboolean
can (DaybookPage *page,
     const char  *command)
{
  DaybookTodayPage *self = DAYBOOK_TODAY_PAGE (page);
  g_autoptr(GtkBitset) at_hand = self->model != NULL ? find_at_hand (self) : gtk_bitset_new_empty ();

  if (g_str_equal (command, "done") || g_str_equal (command, "snooze"))
    return !gtk_bitset_is_empty (at_hand);
  if (g_str_equal (command, "next") || g_str_equal (command, "previous") || g_str_equal (command, "select-all"))
    return self->model != NULL && count_all (self) > 0;
  if (g_str_equal (command, "open"))
    return gtk_bitset_get_size (at_hand) == 1;
  if (g_str_equal (command, "copy"))
    {
      g_autofree char *number = gtk_bitset_get_size (at_hand) == 1 ? find_number (self, gtk_bitset_get_minimum (at_hand)) : NULL;

      return number != NULL;
    }
  if (g_str_equal (command, "agent") && gtk_widget_get_visible (self->foot) && gtk_widget_get_visible (GTK_WIDGET (self->give)))
    return TRUE;
  if (g_str_equal (command, "agent") || g_str_equal (command, "priority") || g_str_equal (command, "note"))
    return has_one (self) && get_case_panel (self) != NULL;

  return FALSE;
}

static void
perform (DaybookPage *page,
         const char  *command)
{
  DaybookTodayPage *self = DAYBOOK_TODAY_PAGE (page);
  g_autoptr(GtkBitset) at_hand = find_at_hand (self);

  if (g_str_equal (command, "done"))
    end_items (self);
  else if (g_str_equal (command, "snooze"))
    begin_snooze (self);
  else if (g_str_equal (command, "next"))
    turn (self, 1);
  else if (g_str_equal (command, "previous"))
    turn (self, -1);
  else if (g_str_equal (command, "select-all"))
    gtk_selection_model_select_all (GTK_SELECTION_MODEL (self->selection));
  else if (g_str_equal (command, "open"))
    open_at (self, gtk_bitset_get_minimum (at_hand));
  else if (g_str_equal (command, "copy"))
    copy_number (self, gtk_bitset_get_minimum (at_hand));
  else if (g_str_equal (command, "agent"))
    begin_giving (self);
  else if (get_case_panel (self) == NULL)
    return;
  else if (g_str_equal (command, "priority"))
    daybook_case_panel_prioritise (get_case_panel (self));
  else if (g_str_equal (command, "note"))
    daybook_case_panel_write (get_case_panel (self));
}

static gboolean
back (DaybookPage *page)
{
  DaybookTodayPage *self = DAYBOOK_TODAY_PAGE (page);

  if (gtk_widget_get_visible (GTK_WIDGET (self->form)))
    {
      shut_form (self);
      gtk_widget_grab_focus (GTK_WIDGET (self->list));
      return TRUE;
    }
  return get_case_panel (self) != NULL && daybook_case_panel_end (get_case_panel (self));
}

static void
focus_list (DaybookTodayPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* What is to be read is read first. */
static void
shown (DaybookPage *page)
{
  DaybookTodayPage *self = DAYBOOK_TODAY_PAGE (page);

  if (!daybook_notice_card_begin (self->notices))
    focus_list (self);
}

static int
get_foot (DaybookPage *page)
{
  DaybookTodayPage *self = DAYBOOK_TODAY_PAGE (page);

  return gtk_widget_get_visible (self->foot) ? gtk_widget_get_height (self->foot) : 0;
}

static void
daybook_today_page_dispose (GObject *object)
{
  DaybookTodayPage *self = DAYBOOK_TODAY_PAGE (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->settings);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_today_page_parent_class)->dispose (object);
}

static void
daybook_today_page_class_init (DaybookTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DaybookPageClass *page_class = DAYBOOK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_today_page_dispose;
  page_class->has_heading = TRUE;
  page_class->can = can;
  page_class->perform = perform;
  page_class->back = back;
  page_class->shown = shown;
  page_class->get_foot = get_foot;

  g_type_ensure (DAYBOOK_TYPE_AGENT_PICKER);
  g_type_ensure (DAYBOOK_TYPE_DUE_PANELS);
  g_type_ensure (DAYBOOK_TYPE_MISSED_CARD);
  g_type_ensure (DAYBOOK_TYPE_NOTICE_CARD);
  g_type_ensure (DAYBOOK_TYPE_SNOOZE_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/today/today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookTodayPage, count);
  gtk_widget_class_bind_template_child (widget_class, DaybookTodayPage, whose);
  gtk_widget_class_bind_template_child (widget_class, DaybookTodayPage, mine);
  gtk_widget_class_bind_template_child (widget_class, DaybookTodayPage, notices);
  gtk_widget_class_bind_template_child (widget_class, DaybookTodayPage, missed);
  gtk_widget_class_bind_template_child (widget_class, DaybookTodayPage, progress);
  gtk_widget_class_bind_template_child (widget_class, DaybookTodayPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DaybookTodayPage, list);
  gtk_widget_class_bind_template_child (widget_class, DaybookTodayPage, foot);
  gtk_widget_class_bind_template_child (widget_class, DaybookTodayPage, form);
  gtk_widget_class_bind_template_child (widget_class, DaybookTodayPage, give);
  gtk_widget_class_bind_template_child (widget_class, DaybookTodayPage, chosen);
  gtk_widget_class_bind_template_child (widget_class, DaybookTodayPage, panels);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, want);
  gtk_widget_class_bind_template_callback (widget_class, focus_list);
  gtk_widget_class_bind_template_callback (widget_class, on_whose_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_snooze_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_given);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_wanted);
  gtk_widget_class_bind_template_callback (widget_class, on_dropped);
}

static void
daybook_today_page_init (DaybookTodayPage *self)
{
  self->next = GTK_INVALID_LIST_POSITION;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_up_list (DaybookTodayPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_row_set_up), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_row_bound), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_row_unbound), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

/* (transfer full), or NULL */
static DaybookRow *
get_open_row (DaybookTodayPage *self)
{
  guint position = daybook_page_is_panel_open (DAYBOOK_PAGE (self)) ? daybook_due_model_find (self->model, self->open) : GTK_INVALID_LIST_POSITION;
  g_autoptr(DaybookDueObject) object = position != GTK_INVALID_LIST_POSITION ? object_at (self, position) : NULL;
  const DaybookRow *row = object != NULL ? daybook_due_object_get_row (object) : NULL;

  return row != NULL ? daybook_row_ref ((DaybookRow *) row) : NULL;
}

DaybookRow *
daybook_today_page_get_open (DaybookTodayPage *self)
{
  g_autoptr(DaybookRow) row = get_open_row (self);
  const DaybookId *of = row != NULL && row->table == &daybook_tasks ? daybook_row_ref_id (row, DAYBOOK_TASK_CASE) : NULL;
  const DaybookId *whose = row != NULL && row->table == &daybook_remembered_days ? daybook_row_ref_id (row, DAYBOOK_REMEMBERED_CUSTOMER) : NULL;
  DaybookReader *reader = daybook_store_get_reader (get_store (self));

  if (of != NULL)
    return daybook_reader_find (reader, &daybook_cases, of, NULL);
  if (whose != NULL)
    return daybook_reader_customer_on_card (reader, whose, NULL);
  if (row == NULL || (daybook_table_base (row->table) != &daybook_cases && row->table != &daybook_orders))
    return NULL;

  return g_steal_pointer (&row);
}

const char *
daybook_today_page_get_greeting (DaybookTodayPage *self)
{
  g_autoptr(DaybookRow) row = get_open_row (self);

  return row != NULL && row->table == &daybook_remembered_days
    ? daybook_day_greeting ((DaybookDayKind) daybook_row_int (row, DAYBOOK_REMEMBERED_KIND)) : NULL;
}

DaybookPage *
daybook_today_page_new (DaybookStore *store)
{
  DaybookTodayPage *self = g_object_new (DAYBOOK_TYPE_TODAY_PAGE, NULL);

  self->desk = g_object_ref (daybook_desk_of (store));
  self->model = daybook_due_model_new (self->desk);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  daybook_agent_picker_set_desk (self->give, self->desk);
  daybook_due_panels_set_desk (self->panels, self->desk);
  set_up_list (self);
  daybook_notice_card_set_desk (self->notices, self->desk);
  daybook_missed_card_set_desk (self->missed, self->desk);
  show_whose (self);
  recall_whose (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (show_progress), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "settled", G_CALLBACK (on_settled), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (on_selection_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "names-changed", G_CALLBACK (show_whose), self, G_CONNECT_SWAPPED);
  return DAYBOOK_PAGE (self);
}

/* The due item that the key names; 0: it is due no longer. What has that id may be of any kind. */
static gint64
find_key (DaybookReader *reader,
          const char    *text)
{
  g_autofree char *name = NULL;
  const DaybookTable *const *tables;
  DaybookRuleId rule;
  DaybookId id;
  gint64 cycle;
  guint n_tables;

  if (!daybook_due_key_parse (text, &rule, &name, &cycle) || !daybook_id_parse (name, &id))
    return 0;

  tables = daybook_registry_tables (&n_tables);
  for (guint i = 0; i < n_tables; i++)
    {
      g_autoptr(DaybookRow) row = daybook_reader_find (reader, tables[i], &id, NULL);
      g_autoptr(DaybookDueItem) item = row != NULL ? daybook_due_find (reader, row, rule, cycle, NULL) : NULL;

      if (item != NULL)
        return item->key;
    }
  return 0;
}

void
daybook_today_page_open_key (DaybookTodayPage *self,
                             const char       *key)
{
  want (self, find_key (daybook_store_get_reader (get_store (self)), key));
}
