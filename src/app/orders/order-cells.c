/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/orders/order-cells.h"

#include "app/common/cell-entry.h"
#include "app/common/words.h"
#include "app/common/agent-picker.h"
#include "app/orders/flag-picker.h"
#include "store/order-acts.h"
#include "core/shop.h"

#include <glib/gi18n-lib.h>

/* The target of "Nobody" in the menu of people. */
#define NOBODY ""

struct _DaybookOrderCells
{
  GObject             parent_instance;

  DaybookListPage    *page;    /* borrowed */
  DaybookCellEdits   *edits;
  gint64              key;     /* of the order that is edited */

  /* Made when they are wanted first; the page and its list are their parents */
  GtkWidget          *flags;   /* GtkPopover */
  DaybookFlagPicker  *flag;
  GtkWidget          *people;  /* GtkPopoverMenu */
  GSimpleAction      *agent;   /* its state is the agent in force */
  DaybookCellEntry   *note;

  GtkWidget          *popover; /* that was opened last */
  gint64              opened;  /* when, in µs; 0 once a key or a choice has answered it */
  guint               source;  /* it is going to open again */
};

G_DEFINE_FINAL_TYPE (DaybookOrderCells, daybook_order_cells, G_TYPE_OBJECT)

enum
{
  ACT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static DaybookOrderAct *
new_act (DaybookOrderCells   *self,
         DaybookOrderActKind  kind)
{
  return daybook_order_act_new_one (kind, self->key, daybook_store_get_agent (daybook_list_page_get_store (self->page)));
}

/* --- Popovers ------------------------------------------------------------------------ */

/* By a key or a choice: the list has the focus again, as it stood before. */
static void
leave (DaybookOrderCells *self)
{
  daybook_cell_edits_end (self->edits);
  daybook_list_page_focus (self->page);
}

static gboolean
on_opening_due (gpointer data)
{
  DaybookOrderCells *self = data;

  self->source = 0;
  if (self->opened != 0)
    gtk_popover_popup (GTK_POPOVER (self->popover));
  self->opened = 0;
  return G_SOURCE_REMOVE;
}

/* A popover goes with a press beside it: with the second one of a double click, too. */
static gboolean
is_double_click (DaybookOrderCells *self)
{
  int limit;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self->page)), "gtk-double-click-time", &limit, NULL);
  return self->opened != 0 && g_get_monotonic_time () - self->opened < limit * G_GINT64_CONSTANT (1000);
}

static void
on_closed (DaybookOrderCells *self)
{
  leave (self);
  if (is_double_click (self) && self->source == 0)
    self->source = g_idle_add (on_opening_due, self);
}

static void
on_answered (DaybookOrderCells *self)
{
  self->opened = 0;
}

static gboolean
on_key_pressed (DaybookOrderCells *self)
{
  on_answered (self);
  return FALSE;
}

static void
adopt (DaybookOrderCells *self,
       GtkWidget         *popover,
       const char        *label)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_set_parent (popover, GTK_WIDGET (self->page));
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (popover, "closed", G_CALLBACK (on_closed), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (popover, keys);
}

static void
pop_up (DaybookOrderCells *self,
        GtkWidget         *popover,
        GtkWidget         *cell)
{
  graphene_rect_t place;

  if (!gtk_widget_compute_bounds (cell, GTK_WIDGET (self->page), &place))
    return;

  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle) { (int) place.origin.x, (int) place.origin.y,
                                                                        (int) place.size.width,
                                                                        (int) place.size.height });
  self->popover = popover;
  self->opened = g_get_monotonic_time ();
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* --- The flag -------------------------------------------------------------------------- */

static void
on_flag_picked (DaybookOrderCells *self,
                int                flag)
{
  g_autoptr(DaybookOrderAct) act = new_act (self, DAYBOOK_ORDER_SET_FLAG);

  act->flag = (DaybookFlag) flag;
  g_signal_emit (self, signals[ACT], 0, act);
}

static void
make_flags (DaybookOrderCells *self)
{
  self->flag = DAYBOOK_FLAG_PICKER (daybook_flag_picker_new ());
  self->flags = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->flags), GTK_WIDGET (self->flag));
  adopt (self, self->flags, _("Flag"));
  g_signal_connect_object (self->flag, "picked", G_CALLBACK (on_flag_picked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flag, "done", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flag, "done", G_CALLBACK (gtk_popover_popdown), self->flags, G_CONNECT_SWAPPED);
}

static void
edit_flag (DaybookOrderCells *self,
           DaybookRow        *order,
           GtkWidget         *cell)
{
  if (self->flags == NULL)
    make_flags (self);

  daybook_flag_picker_set_flag (self->flag, (DaybookFlag) daybook_row_int (order, DAYBOOK_ORDER_FLAG));
  pop_up (self, self->flags, cell);
  daybook_flag_picker_begin (self->flag);
}

/* --- The agent --------------------------------------------------------------------------- */

static DaybookDesk *
get_desk (DaybookOrderCells *self)
{
  return daybook_list_page_get_desk (self->page);
}

static void
on_agent_chosen (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  DaybookOrderCells *self = data;
  const char *chosen = g_variant_get_string (parameter, NULL);
  g_autoptr(GVariant) state = g_action_get_state (G_ACTION (action));
  g_autoptr(DaybookOrderAct) act = new_act (self, DAYBOOK_ORDER_SET_AGENT);

  on_answered (self);
  if (g_str_equal (chosen, g_variant_get_string (state, NULL)))
    return;

  if (daybook_id_parse (chosen, &act->agent))
    act->name = daybook_desk_name (get_desk (self), "agent", &act->agent);
  g_signal_emit (self, signals[ACT], 0, act);
}

static void
add_person (GMenu      *menu,
            const char *label,
            const char *target)
{
  g_autofree char *escaped = daybook_words_in_menu (label);
  g_autoptr(GMenuItem) item = g_menu_item_new (escaped, NULL);

  g_menu_item_set_action_and_target (item, "cell.agent", "s", target);
  g_menu_append_item (menu, item);
}

static GMenuModel *
list_people (DaybookOrderCells *self)
{
  GPtrArray *agents = daybook_desk_get_agents (get_desk (self));
  GMenu *menu = g_menu_new ();

  add_person (menu, _("Nobody"), NOBODY);
  for (guint i = 0; i < agents->len; i++)
    {
      const DaybookRow *agent = g_ptr_array_index (agents, i);
      g_autofree char *label = daybook_agent_label (agent);
      g_autofree char *target = daybook_id_to_string (&agent->id);

      add_person (menu, label, target);
    }

  return G_MENU_MODEL (menu);
}

static void
make_people (DaybookOrderCells *self)
{
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();

  self->agent = g_simple_action_new_stateful ("agent", G_VARIANT_TYPE_STRING, g_variant_new_string (NOBODY));
  g_signal_connect_object (self->agent, "activate", G_CALLBACK (on_agent_chosen), self, 0);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (self->agent));
  self->people = gtk_popover_menu_new_from_model (NULL);
  gtk_widget_insert_action_group (self->people, "cell", G_ACTION_GROUP (actions));
  adopt (self, self->people, _("Agent"));
}

static void
edit_agent (DaybookOrderCells *self,
            DaybookRow        *order,
            GtkWidget         *cell)
{
  const DaybookId *agent = daybook_row_ref_id (order, DAYBOOK_ORDER_AGENT);
  g_autofree char *target = agent != NULL && !daybook_id_is_null (agent) ? daybook_id_to_string (agent)
                                                                           : g_strdup (NOBODY);
  g_autoptr(GMenuModel) model = list_people (self);

  if (self->people == NULL)
    make_people (self);

  g_simple_action_set_state (self->agent, g_variant_new_string (target));
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->people), model);
  pop_up (self, self->people, cell);
}

/* --- The note ------------------------------------------------------------------------------ */

static void
on_note_edited (DaybookOrderCells *self,
                const char        *text)
{
  g_autoptr(DaybookOrderAct) act = new_act (self, DAYBOOK_ORDER_SET_NOTE);

  act->note = g_strdup (text);
  g_signal_emit (self, signals[ACT], 0, act);
}

static void
make_note (DaybookOrderCells *self)
{
  GtkWidget *entry = daybook_cell_entry_new (_("Our Note"));

  self->note = DAYBOOK_CELL_ENTRY (entry);
  g_signal_connect_object (entry, "edited", G_CALLBACK (on_note_edited), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "left", G_CALLBACK (leave), self, G_CONNECT_SWAPPED);
  daybook_cell_edits_cover (self->edits, entry);
}

/* --- The object ------------------------------------------------------------------------------ */

static void
daybook_order_cells_dispose (GObject *object)
{
  DaybookOrderCells *self = DAYBOOK_ORDER_CELLS (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->flags, gtk_widget_unparent);
  g_clear_pointer (&self->people, gtk_widget_unparent);
  g_clear_object (&self->agent);
  g_clear_object (&self->edits);

  G_OBJECT_CLASS (daybook_order_cells_parent_class)->dispose (object);
}

static void
daybook_order_cells_class_init (DaybookOrderCellsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_order_cells_dispose;
  signals[ACT] = g_signal_new ("act", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                               0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
daybook_order_cells_init (DaybookOrderCells *self)
{
}

DaybookOrderCells *
daybook_order_cells_new (DaybookListPage  *page,
                         DaybookCellEdits *edits)
{
  DaybookOrderCells *self = g_object_new (DAYBOOK_TYPE_ORDER_CELLS, NULL);

  self->page = page;
  self->edits = edits;
  return self;
}

void
daybook_order_cells_edit (DaybookOrderCells *self,
                          guint              field,
                          DaybookRow        *order,
                          GtkWidget         *cell)
{
  daybook_order_cells_end (self);
  self->key = order->rowid;
  if (field == DAYBOOK_ORDER_FLAG)
    edit_flag (self, order, cell);
  else if (field == DAYBOOK_ORDER_AGENT)
    edit_agent (self, order, cell);
  else
    {
      if (self->note == NULL)
        make_note (self);
      daybook_cell_entry_begin (self->note, daybook_row_text (order, DAYBOOK_ORDER_NOTE));
    }
}

void
daybook_order_cells_end (DaybookOrderCells *self)
{
  if (self->note != NULL)
    daybook_cell_entry_save (self->note);
}
