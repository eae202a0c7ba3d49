/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/cell-edits.h"

#include "app/common/cell.h"
#include "app/compat/column-view.h"

struct _DaybookCellEdits
{
  GObject             parent_instance;

  /* Borrowed: the page owns them and this */
  GtkOverlay         *overlay;
  GtkColumnView      *view;
  DaybookColumns     *columns; /* owned */
  DaybookResultModel *model;   /* owned */
  const int          *fields;

  GtkWidget          *editor;  /* that lies over a cell, or NULL */
  guint               following; /* it is going to where its row went */
  GtkWidget          *pointed; /* the cell under the pointer, if it can be edited; weak */
  gboolean            is_armed; /* the row pressed on was selected before */

  /* The cell wanted last */
  gint64              key;
  guint               field;
  GdkFrameClock      *clock;  /* owned, of the frame that brings it into sight */
  gulong              waiting;
  graphene_rect_t     place;  /* in the overlay, when it was seen last */
  gboolean            is_away; /* the list went sideways for it */
  double              home;    /* from here */
};

G_DEFINE_FINAL_TYPE (DaybookCellEdits, daybook_cell_edits, G_TYPE_OBJECT)

enum
{
  WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

gboolean
daybook_field_is_editable (const DaybookField *field)
{
  gboolean is_ours = field->field_class == DAYBOOK_CLASS_REGISTER || field->field_class == DAYBOOK_CLASS_TEXT;

  return is_ours && field->mask == DAYBOOK_MASK_NONE && (field->flags & DAYBOOK_FIELD_HIDDEN) == 0;
}

static gboolean
has_editor (DaybookCellEdits *self,
            guint             field)
{
  for (const int *known = self->fields; *known >= 0; known++)
    if ((guint) *known == field)
      return daybook_field_is_editable (&daybook_columns_get_table (self->columns)->fields[field]);

  return FALSE;
}

/* --- Cells ------------------------------------------------------------------------- */

static gboolean
is_wanted (GtkWidget *cell,
           gpointer   data)
{
  DaybookCellEdits *self = data;
  guint field;
  DaybookItem *item = daybook_cell_read (cell, &field);

  return item != NULL && field == self->field && daybook_item_get_key (item) == self->key;
}

/* The list keeps the selected row, where it was last, when that is out of sight: only
 * what is mapped has a place. */
static GtkWidget *
find_wanted (DaybookCellEdits *self)
{
  GtkWidget *cell = daybook_column_view_find_cell (self->view, is_wanted, self);

  return cell != NULL && gtk_widget_get_mapped (cell) ? cell : NULL;
}

/* The cell under a place, if it can be edited. */
static GtkWidget *
pick (DaybookCellEdits *self,
      double            x,
      double            y)
{
  GtkWidget *cell = daybook_column_view_pick_cell (self->view, x, y);
  guint field;

  return cell != NULL && daybook_cell_read (cell, &field) != NULL && has_editor (self, field) ? cell : NULL;
}

static void
stop_waiting (DaybookCellEdits *self)
{
  if (self->waiting != 0)
    g_clear_signal_handler (&self->waiting, self->clock);
  g_clear_object (&self->clock);
}

static void
want (DaybookCellEdits *self,
      GtkWidget        *cell)
{
  guint field;
  DaybookItem *item = daybook_cell_read (cell, &field);

  stop_waiting (self);
  self->key = daybook_item_get_key (item);
  self->field = field;
  g_signal_emit (self, signals[WANTED], 0, field, item, cell);
}

/* --- The pointer ------------------------------------------------------------------- */

static void
point_at (DaybookCellEdits *self,
          GtkWidget        *cell)
{
  if (cell == self->pointed)
    return;

  if (self->pointed != NULL)
    gtk_widget_remove_css_class (self->pointed, "editable");
  g_set_weak_pointer (&self->pointed, cell);
  if (cell != NULL)
    gtk_widget_add_css_class (cell, "editable");
}

static void
on_pointer_moved (DaybookCellEdits *self,
                  double            x,
                  double            y)
{
  point_at (self, pick (self, x, y));
}

static void
on_pointer_left (DaybookCellEdits *self)
{
  point_at (self, NULL);
}

static gboolean
is_alone_selected (DaybookCellEdits *self,
                   GtkWidget        *cell)
{
  g_autoptr(GtkBitset) selection = gtk_selection_model_get_selection (gtk_column_view_get_model (self->view));

  return gtk_bitset_get_size (selection) == 1
         && (gtk_widget_get_state_flags (gtk_widget_get_parent (cell)) & GTK_STATE_FLAG_SELECTED) != 0;
}

static gboolean
is_extending (GtkGesture *click)
{
  GdkModifierType held = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));

  return (held & gtk_accelerator_get_default_mod_mask ()) != 0;
}

/* The first press of a row selects it, and the second would open its panel. */
static void
on_pressed (DaybookCellEdits *self,
            int               n_press,
            double            x,
            double            y,
            GtkGesture       *click)
{
  GtkWidget *cell = pick (self, x, y);

  self->is_armed = cell != NULL && !is_extending (click) && (n_press == 2 || is_alone_selected (self, cell));
  if (self->is_armed && n_press == 2)
    gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_released (DaybookCellEdits *self,
             int               n_press,
             double            x,
             double            y)
{
  GtkWidget *cell = self->is_armed ? pick (self, x, y) : NULL;

  self->is_armed = FALSE;
  if (cell != NULL)
    want (self, cell);
}

static void
watch (DaybookCellEdits *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (motion, "enter", G_CALLBACK (on_pointer_moved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (on_pointer_moved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (on_pointer_left), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), motion);

  /* Before the rows, which take the second press. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (on_released), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
}

/* --- What lies over a cell ---------------------------------------------------------- */

/* A row that is out of sight has no cell with a place: it is put above. Of one that the list
 * has no longer, it stays at the last place. */
static int
last_height (DaybookCellEdits *self)
{
  gboolean is_far = daybook_result_model_find (self->model, self->key) != GTK_INVALID_LIST_POSITION;

  return is_far ? -2 * (int) self->place.size.height : (int) self->place.origin.y;
}

static gboolean
on_place_asked (DaybookCellEdits *self,
                GtkWidget        *editor,
                GdkRectangle     *place)
{
  GtkWidget *cell = find_wanted (self);

  if (cell != NULL && !gtk_widget_compute_bounds (cell, GTK_WIDGET (self->overlay), &self->place))
    return FALSE;

  place->x = (int) self->place.origin.x;
  place->y = cell != NULL ? (int) self->place.origin.y : last_height (self);
  place->width = (int) self->place.size.width;
  place->height = (int) self->place.size.height;
  return TRUE;
}

static gboolean
on_follow_due (gpointer data)
{
  DaybookCellEdits *self = data;

  self->following = 0;
  gtk_widget_queue_allocate (GTK_WIDGET (self->overlay));
  return G_SOURCE_REMOVE;
}

/* The overlay is laid out before the rows are in their new places. */
static void
follow (DaybookCellEdits *self)
{
  if (self->editor != NULL && gtk_widget_get_visible (self->editor) && self->following == 0)
    self->following = g_idle_add_full (GDK_PRIORITY_REDRAW + 5, on_follow_due, self, NULL);
}

static void
connect_overlay (DaybookCellEdits *self)
{
  GtkScrollable *scrollable = GTK_SCROLLABLE (self->view);

  g_signal_connect_object (self->overlay, "get-child-position", G_CALLBACK (on_place_asked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrollable_get_vadjustment (scrollable), "value-changed", G_CALLBACK (follow), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrollable_get_hadjustment (scrollable), "value-changed", G_CALLBACK (follow), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_model (self->view), "items-changed", G_CALLBACK (follow), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

void
daybook_cell_edits_cover (DaybookCellEdits *self,
                          GtkWidget        *editor)
{
  self->editor = editor;
  gtk_overlay_add_overlay (self->overlay, editor);
  gtk_overlay_set_clip_overlay (self->overlay, editor, TRUE);
}

/* --- By the keyboard ------------------------------------------------------------------ */

/* Whether a cell lies wholly in the view, below its header. */
static gboolean
is_in_sight (DaybookCellEdits *self,
             GtkWidget        *cell)
{
  GtkWidget *list = gtk_widget_get_parent (gtk_widget_get_parent (cell));
  graphene_rect_t place;
  graphene_rect_t around;

  graphene_rect_init (&around, 0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self->view)),
                      (float) gtk_widget_get_height (list));
  return gtk_widget_compute_bounds (cell, list, &place) && place.size.height > 0
         && place.origin.y >= 0 && place.origin.y + place.size.height <= around.size.height
         && gtk_widget_compute_bounds (cell, GTK_WIDGET (self->view), &place)
         && place.origin.x >= 0 && place.origin.x + place.size.width <= around.size.width;
}

static void
scroll_sideways_to (DaybookCellEdits *self,
                    GtkWidget        *cell)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->view));
  double here = gtk_adjustment_get_value (adjustment);
  graphene_rect_t place;

  if (gtk_widget_compute_bounds (cell, GTK_WIDGET (self->view), &place))
    gtk_adjustment_clamp_page (adjustment, here + place.origin.x, here + place.origin.x + place.size.width);
  self->home = here;
  self->is_away = TRUE;
}

/* Its row has been laid out; where it lies aside, it comes with the next frame. */
static void
on_frame_painted (DaybookCellEdits *self)
{
  GtkWidget *cell = find_wanted (self);

  if (cell != NULL && !is_in_sight (self, cell) && !self->is_away)
    {
      scroll_sideways_to (self, cell);
      gdk_frame_clock_request_phase (self->clock, GDK_FRAME_CLOCK_PHASE_LAYOUT);
      return;
    }

  stop_waiting (self);
  if (cell != NULL)
    want (self, cell);
}

static void
wait_for_frame (DaybookCellEdits *self)
{
  stop_waiting (self);
  self->is_away = FALSE;
  self->clock = g_object_ref (gtk_widget_get_frame_clock (GTK_WIDGET (self->view)));
  self->waiting = g_signal_connect_object (self->clock, "after-paint", G_CALLBACK (on_frame_painted), self,
                                           G_CONNECT_SWAPPED);
  gdk_frame_clock_request_phase (self->clock, GDK_FRAME_CLOCK_PHASE_LAYOUT);
}

gboolean
daybook_cell_edits_begin (DaybookCellEdits *self,
                          gint64            key,
                          guint             field)
{
  guint position = daybook_result_model_find (self->model, key);
  GtkWidget *cell;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self->view)) || position == GTK_INVALID_LIST_POSITION
      || !daybook_columns_is_shown (self->columns, field))
    return FALSE;

  self->key = key;
  self->field = field;
  cell = find_wanted (self);
  if (cell != NULL && is_in_sight (self, cell))
    {
      want (self, cell);
      return TRUE;
    }

  daybook_column_view_scroll_to (self->view, position);
  wait_for_frame (self);
  return TRUE;
}

void
daybook_cell_edits_end (DaybookCellEdits *self)
{
  if (self->is_away)
    gtk_adjustment_set_value (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->view)), self->home);
  self->is_away = FALSE;
}

/* --- The object ------------------------------------------------------------------------ */

static void
daybook_cell_edits_dispose (GObject *object)
{
  DaybookCellEdits *self = DAYBOOK_CELL_EDITS (object);

  stop_waiting (self);
  g_clear_handle_id (&self->following, g_source_remove);
  g_clear_weak_pointer (&self->pointed);
  g_clear_object (&self->columns);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (daybook_cell_edits_parent_class)->dispose (object);
}

static void
daybook_cell_edits_class_init (DaybookCellEditsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_cell_edits_dispose;

  signals[WANTED] = g_signal_new ("wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT, DAYBOOK_TYPE_ITEM, GTK_TYPE_WIDGET);
}

static void
daybook_cell_edits_init (DaybookCellEdits *self)
{
}

DaybookCellEdits *
daybook_cell_edits_new (GtkOverlay         *overlay,
                        GtkColumnView      *view,
                        DaybookColumns     *columns,
                        DaybookResultModel *model,
                        const int          *fields)
{
  DaybookCellEdits *self = g_object_new (DAYBOOK_TYPE_CELL_EDITS, NULL);

  self->overlay = overlay;
  self->view = view;
  self->columns = g_object_ref (columns);
  self->model = g_object_ref (model);
  self->fields = fields;
  watch (self);
  connect_overlay (self);
  return self;
}
