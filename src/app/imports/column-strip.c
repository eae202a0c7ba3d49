/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/imports/column-strip.h"

#include <glib/gi18n-lib.h>

#define MAX_CHARS 24

struct _DaybookColumnStrip
{
  AdwBin parent_instance;

  GtkBox    *chips;
  GPtrArray *labels; /* GtkLabel, borrowed, one for each column */
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

/* One line, however many columns there are. */
static GtkWidget *
new_scroller (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  /* Headings are shortened no further before it scrolls. */
  gtk_scrollable_set_hscroll_policy (GTK_SCROLLABLE (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller))),
                                     GTK_SCROLL_NATURAL);
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
  GtkWidget *chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->labels = g_ptr_array_new ();
  self->chips = GTK_BOX (chips);
  /* The scroll bar lies over what is below. */
  gtk_widget_set_margin_bottom (chips, 6);

  gtk_box_append (GTK_BOX (box), new_hint ());
  gtk_box_append (GTK_BOX (box), new_scroller (chips));
  adw_bin_set_child (ADW_BIN (self), box);
}

void
daybook_column_strip_clear (DaybookColumnStrip *self)
{
  g_return_if_fail (DAYBOOK_IS_COLUMN_STRIP (self));

  for (guint i = 0; i < self->labels->len; i++)
    gtk_box_remove (self->chips, g_ptr_array_index (self->labels, i));
  g_ptr_array_set_size (self->labels, 0);
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
  gtk_widget_set_tooltip_text (chip, *hint != '\0' ? hint : NULL);
  make_draggable (chip, self->labels->len);
  g_ptr_array_add (self->labels, chip);
  gtk_box_append (self->chips, chip);
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
