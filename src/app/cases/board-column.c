/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/board-column.h"

#include "app/cases/case-card.h"
#include "app/common/result-model.h"
#include "app/common/words.h"
#include "core/case.h"

#include <glib/gi18n-lib.h>

struct _DaybookBoardColumn
{
  AdwBin              parent_instance;

  /* Template widgets */
  GtkToggleButton    *head;
  GtkLabel           *title;
  GtkLabel           *count;
  GtkWidget          *body;
  GtkWidget          *scroller;
  GtkListView        *list;
  GtkWidget          *empty;

  /* Owned */
  DaybookDesk        *desk;
  DaybookRegister    *definition;
  DaybookResultModel *model;
  GtkSelectionModel  *selection;

  guint               stage;
  gint64              awaited; /* key of a case that is on its way here, or 0 */
};

G_DEFINE_FINAL_TYPE (DaybookBoardColumn, daybook_board_column, ADW_TYPE_BIN)

enum
{
  OPENED,
  MOVED,
  TURNED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const DaybookStageRule *
get_rule (DaybookBoardColumn *self)
{
  return daybook_register_get_stage (self->definition, self->stage);
}

/* --- Where a card may go ------------------------------------------------------------------- */

static gboolean
can_go (DaybookBoardColumn *self,
        guint               stage)
{
  return daybook_register_may_move (self->definition, self->stage, stage);
}

/* The card that has the focus, or in which it is. */
static DaybookCaseCard *
find_focused (DaybookBoardColumn *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *child = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)))
    return NULL;
  if (DAYBOOK_IS_CASE_CARD (child))
    return DAYBOOK_CASE_CARD (child);

  return (DaybookCaseCard *) gtk_widget_get_ancestor (focus, DAYBOOK_TYPE_CASE_CARD);
}

/* The nearest stage in that direction to which a case may go from here; -1: none. */
static int
find_goal (DaybookBoardColumn *self,
           int                 direction)
{
  int n = (int) daybook_register_get_n_stages (self->definition);

  for (int i = (int) self->stage + direction; i >= 0 && i < n; i += direction)
    if (can_go (self, (guint) i))
      return i;

  return -1;
}

static gboolean
push_card (DaybookBoardColumn *self,
           int                 direction)
{
  DaybookCaseCard *card = find_focused (self);
  int goal = find_goal (self, direction);

  if (card == NULL)
    return FALSE;
  if (goal < 0)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    g_signal_emit (self, signals[MOVED], 0, daybook_case_card_get_key (card), (guint) goal);
  return TRUE;
}

static void
on_menu_wanted (DaybookBoardColumn *self,
                GMenu              *menu,
                DaybookCaseCard    *card)
{
  for (guint i = 0; i < daybook_register_get_n_stages (self->definition); i++)
    if (can_go (self, i))
      {
        g_autofree char *label = daybook_words_in_menu (daybook_register_get_stage (self->definition, i)->label);
        g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

        g_menu_item_set_action_and_target (item, "column.move", "(xu)", daybook_case_card_get_key (card), i);
        g_menu_append_item (menu, item);
      }
}

static void
on_goal_chosen (GSimpleAction *action,
                GVariant      *goal,
                gpointer       data)
{
  gint64 key;
  guint stage;

  g_variant_get (goal, "(xu)", &key, &stage);
  g_signal_emit (data, signals[MOVED], 0, key, stage);
}

/* What is let go over its own column stays. */
static gboolean
on_dropped (DaybookBoardColumn *self,
            const GValue       *value)
{
  gint64 key = g_value_get_int64 (value);

  if (daybook_result_model_find (self->model, key) != GTK_INVALID_LIST_POSITION)
    return FALSE;

  g_signal_emit (self, signals[MOVED], 0, key, self->stage);
  return TRUE;
}

/* --- Keys ------------------------------------------------------------------------------------ */

/* The menu of a card stands in the column, too. */
static gboolean
is_in_menu (DaybookBoardColumn *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL;
}

static gboolean
on_key_pressed (DaybookBoardColumn *self,
                guint               key,
                guint               code,
                GdkModifierType     state)
{
  GdkModifierType held = state & gtk_accelerator_get_default_mod_mask ();
  int direction = key == GDK_KEY_Left || key == GDK_KEY_KP_Left ? -1 : key == GDK_KEY_Right || key == GDK_KEY_KP_Right ? 1 : 0;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    direction = -direction;
  if (direction == 0 || (held != 0 && held != GDK_SHIFT_MASK) || is_in_menu (self))
    return FALSE;
  if (held == GDK_SHIFT_MASK)
    return push_card (self, direction);

  g_signal_emit (self, signals[TURNED], 0, direction);
  return TRUE;
}

static void
on_activated (DaybookBoardColumn *self,
              guint               position)
{
  g_signal_emit (self, signals[OPENED], 0, daybook_result_model_get_key (self->model, position));
}

/* --- What is in it --------------------------------------------------------------------------- */

static void
update_body (DaybookBoardColumn *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  gboolean ready = daybook_result_model_get_state (self->model) == DAYBOOK_RESULT_READY;
  g_autofree char *count = ready ? daybook_words_count (n) : NULL;
  /* Translators: for a screen reader: a stage, and how many cases are in it. */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), get_rule (self)->label, count != NULL ? count : "…");

  gtk_label_set_label (self->count, count != NULL ? count : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->head), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (self->scroller, n > 0);
  gtk_widget_set_visible (self->empty, n == 0 && ready);
  /* Of a stage that is no more, what is left in it. */
  gtk_widget_set_visible (GTK_WIDGET (self), !get_rule (self)->retired || n > 0);
}

static GtkWidget *
find_selected (DaybookBoardColumn *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL; row = gtk_widget_get_next_sibling (row))
    if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0)
      return row;

  return NULL;
}

static void
on_settled (DaybookBoardColumn *self)
{
  guint position = self->awaited != 0 ? daybook_result_model_find (self->model, self->awaited) : GTK_INVALID_LIST_POSITION;

  if (position == GTK_INVALID_LIST_POSITION)
    return;

  self->awaited = 0;
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.select-item", "(ubb)", position, FALSE, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  daybook_board_column_focus (self);
}

/* Cards are made for who looks at them. */
static void
on_head_toggled (DaybookBoardColumn *self)
{
  gboolean open = gtk_toggle_button_get_active (self->head);

  gtk_widget_set_visible (self->body, open);
  gtk_list_view_set_model (self->list, open ? self->selection : NULL);
  gtk_widget_set_size_request (GTK_WIDGET (self), open ? 252 : 120, -1);
}

static void
on_card_setup (DaybookBoardColumn *self,
               GtkListItem        *list_item)
{
  GtkWidget *card = daybook_case_card_new (self->desk);

  g_signal_connect_object (card, "menu", G_CALLBACK (on_menu_wanted), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (list_item, card);
}

static void
on_card_bind (DaybookBoardColumn *self,
              GtkListItem        *list_item)
{
  daybook_case_card_show (DAYBOOK_CASE_CARD (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item));
}

static void
on_card_unbind (DaybookBoardColumn *self,
                GtkListItem        *list_item)
{
  daybook_case_card_show (DAYBOOK_CASE_CARD (gtk_list_item_get_child (list_item)), NULL);
}

/* --- The column -------------------------------------------------------------------------------- */

static void
daybook_board_column_dispose (GObject *object)
{
  DaybookBoardColumn *self = DAYBOOK_BOARD_COLUMN (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->definition);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_board_column_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/cases/board-column.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookBoardColumn, head);
  gtk_widget_class_bind_template_child (widget_class, DaybookBoardColumn, title);
  gtk_widget_class_bind_template_child (widget_class, DaybookBoardColumn, count);
  gtk_widget_class_bind_template_child (widget_class, DaybookBoardColumn, body);
  gtk_widget_class_bind_template_child (widget_class, DaybookBoardColumn, scroller);
  gtk_widget_class_bind_template_child (widget_class, DaybookBoardColumn, list);
  gtk_widget_class_bind_template_child (widget_class, DaybookBoardColumn, empty);
  gtk_widget_class_bind_template_callback (widget_class, on_head_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_card_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_card_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_card_unbind);
}

static void
daybook_board_column_class_init (DaybookBoardColumnClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_board_column_dispose;
  signals[OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_UINT);
  signals[TURNED] = g_signal_new ("turned", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
daybook_board_column_init (DaybookBoardColumn *self)
{
  static const GActionEntry ACTIONS[] = { { .name = "move", .activate = on_goal_chosen, .parameter_type = "(xu)" } };
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (actions), ACTIONS, G_N_ELEMENTS (ACTIONS), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "column", G_ACTION_GROUP (actions));
  g_signal_connect_object (target, "drop", G_CALLBACK (on_dropped), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
make_model (DaybookBoardColumn *self)
{
  GtkSingleSelection *selection;

  self->model = daybook_result_model_new (daybook_desk_get_store (self->desk));
  selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_selected (selection, GTK_INVALID_LIST_POSITION);
  self->selection = GTK_SELECTION_MODEL (selection);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (update_body), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "notify::state", G_CALLBACK (update_body), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "settled", G_CALLBACK (on_settled), self, G_CONNECT_SWAPPED);
}

GtkWidget *
daybook_board_column_new (DaybookDesk     *desk,
                          DaybookRegister *definition,
                          guint            stage)
{
  DaybookBoardColumn *self = g_object_new (DAYBOOK_TYPE_BOARD_COLUMN, NULL);

  self->desk = g_object_ref (desk);
  self->definition = g_object_ref (definition);
  self->stage = stage;
  make_model (self);
  gtk_label_set_label (self->title, get_rule (self)->label);
  gtk_toggle_button_set_active (self->head, !get_rule (self)->ends);
  on_head_toggled (self);
  update_body (self);
  return GTK_WIDGET (self);
}

void
daybook_board_column_set_query (DaybookBoardColumn *self,
                                const DaybookQuery *query)
{
  g_autoptr(DaybookQuery) own = daybook_query_copy (query);

  daybook_query_add (own, DAYBOOK_CASE_STAGE, DAYBOOK_OP_EQ, (const char *const[]) { get_rule (self)->key, NULL });
  daybook_result_model_set_query (self->model, own);
}

gboolean
daybook_board_column_focus (DaybookBoardColumn *self)
{
  GtkWidget *row = find_selected (self);

  if (!gtk_widget_get_visible (self->body) || !gtk_widget_get_visible (self->scroller))
    return FALSE;

  return row != NULL ? gtk_widget_grab_focus (row) : gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

void
daybook_board_column_await (DaybookBoardColumn *self,
                            gint64              key)
{
  self->awaited = key;
}
