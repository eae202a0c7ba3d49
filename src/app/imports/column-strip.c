/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/imports/column-strip.h"

#include <glib/gi18n-lib.h>

/* Of many columns so many lines are seen at once. */
#define MAX_HEIGHT 96
#define MAX_CHARS 24
#define MAX_PER_LINE 100

struct _DaybookColumnStrip
{
  AdwBin parent_instance;

  GtkFlowBox *chips;
  GPtrArray  *labels; /* GtkLabel, borrowed, one for each column */
};

G_DEFINE_FINAL_TYPE (DaybookColumnStrip, daybook_column_strip, ADW_TYPE_BIN)

/* What is dragged: the place of a column, of which nobody else has any. */
typedef struct
{
  guint column;
} DaybookColumnPlace;

#define TYPE_COLUMN (daybook_column_place_get_type ())

static GType daybook_column_place_get_type (void);

static gpointer
copy_place (gpointer place)
{
  return g_memdup2 (place, sizeof (DaybookColumnPlace));
}

G_DEFINE_BOXED_TYPE (DaybookColumnPlace, daybook_column_place, copy_place, g_free)

typedef struct
{
  DaybookColumnFunc func;
  gpointer          data;
} Taker;

static void
free_taker (gpointer  data,
            GClosure *closure)
{
  g_free (data);
}

static gboolean
on_dropped (GtkDropTarget *target,
            const GValue  *value,
            double         x,
            double         y,
            Taker         *taker)
{
  const DaybookColumnPlace *place = g_value_get_boxed (value);

  taker->func (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)), place->column, taker->data);
  return TRUE;
}

/* The chip itself goes with the pointer. */
static void
on_drag_begun (GtkDragSource *source,
               GdkDrag       *drag,
               gpointer       data)
{
  GtkWidget *chip = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (chip);

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static void
make_draggable (GtkWidget *chip,
                guint      column)
{
  GtkDragSource *source = gtk_drag_source_new ();
  DaybookColumnPlace place = { column };
  g_autoptr (GdkContentProvider) content = gdk_content_provider_new_typed (TYPE_COLUMN, &place);

  gtk_drag_source_set_content (source, content);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_drag_begun), NULL);
  gtk_widget_add_controller (chip, GTK_EVENT_CONTROLLER (source));
  gtk_widget_set_cursor_from_name (chip, "grab");
}

static GtkWidget *
new_hint (void)
{
  /* Translators: above the headings of a table's columns */
  GtkWidget *hint = gtk_label_new (_("Drag a column onto what it is, or choose it from the list there."));

  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_widget_add_css_class (hint, "caption");
  return hint;
}

static GtkWidget *
new_scroller (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  return scroller;
}

static void
daybook_column_strip_finalize (GObject *object)
{
  g_ptr_array_unref (DAYBOOK_COLUMN_STRIP (object)->labels);
  G_OBJECT_CLASS (daybook_column_strip_parent_class)->finalize (object);
}

static void
daybook_column_strip_class_init (DaybookColumnStripClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_column_strip_finalize;
}

static void
daybook_column_strip_init (DaybookColumnStrip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *chips = gtk_flow_box_new ();

  self->labels = g_ptr_array_new ();
  self->chips = GTK_FLOW_BOX (chips);
  gtk_flow_box_set_selection_mode (self->chips, GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (self->chips, MAX_PER_LINE);
  gtk_widget_set_can_focus (chips, FALSE);
  gtk_widget_set_valign (chips, GTK_ALIGN_START);

  gtk_box_append (GTK_BOX (box), new_hint ());
  gtk_box_append (GTK_BOX (box), new_scroller (chips));
  adw_bin_set_child (ADW_BIN (self), box);
}

void
daybook_column_strip_clear (DaybookColumnStrip *self)
{
  GtkWidget *chip;

  g_return_if_fail (DAYBOOK_IS_COLUMN_STRIP (self));

  g_ptr_array_set_size (self->labels, 0);
  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_flow_box_remove (self->chips, chip);
}

void
daybook_column_strip_add (DaybookColumnStrip *self,
                          const char         *heading,
                          const char         *hint)
{
  GtkWidget *chip;

  g_return_if_fail (DAYBOOK_IS_COLUMN_STRIP (self));

  chip = gtk_label_new (heading);
  gtk_label_set_ellipsize (GTK_LABEL (chip), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (chip), MAX_CHARS);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (chip, "column-chip");
  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (chip, *hint != '\0' ? hint : NULL);
  make_draggable (chip, self->labels->len);
  g_ptr_array_add (self->labels, chip);
  gtk_flow_box_insert (self->chips, chip, -1);
}

void
daybook_column_strip_set_used (DaybookColumnStrip *self,
                               guint               column,
                               gboolean            used)
{
  GtkWidget *chip;

  g_return_if_fail (DAYBOOK_IS_COLUMN_STRIP (self));
  g_return_if_fail (column < self->labels->len);

  chip = g_ptr_array_index (self->labels, column);
  if (used)
    gtk_widget_add_css_class (chip, "dim-label");
  else
    gtk_widget_remove_css_class (chip, "dim-label");
}

void
daybook_column_strip_take (GtkWidget         *target,
                           DaybookColumnFunc  func,
                           gpointer           data)
{
  GtkDropTarget *drop = gtk_drop_target_new (TYPE_COLUMN, GDK_ACTION_COPY);
  Taker *taker = g_new (Taker, 1);

  *taker = (Taker) { func, data };
  g_signal_connect_data (drop, "drop", G_CALLBACK (on_dropped), taker, free_taker, 0);
  gtk_widget_add_controller (target, GTK_EVENT_CONTROLLER (drop));
}
