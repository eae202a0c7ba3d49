/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/imports/stage-plot.h"

#include "app/common/words.h"
#include "app/compat/colour.h"

#include <glib/gi18n-lib.h>

#define BAR_HEIGHT 16
#define BAR_GAP 2
#define MIN_PART 3

struct _DaybookStagePlot
{
  GtkWidget parent_instance;

  GtkWidget *bar;    /* room for the bar; drawn by the plot itself */
  GtkWidget *legend; /* GtkFlowBox */

  guint64    counts[DAYBOOK_N_STAGES];
  guint64    total;
};

G_DEFINE_FINAL_TYPE (DaybookStagePlot, daybook_stage_plot, GTK_TYPE_WIDGET)

/* In the order of an order's life, what cannot be placed last. */
static const DaybookStage ORDER[] = {
  DAYBOOK_STAGE_UNPAID, DAYBOOK_STAGE_PAID, DAYBOOK_STAGE_SHIPPED, DAYBOOK_STAGE_DELIVERED,
  DAYBOOK_STAGE_COMPLETED, DAYBOOK_STAGE_CLOSED, DAYBOOK_STAGE_UNKNOWN,
};

/* The colour of the stage's chips in the lists (style.css). */
static GdkRGBA
colour_of (DaybookStagePlot *self,
           DaybookStage      stage)
{
  g_autofree char *name = g_strconcat ("stage_", daybook_orders.fields[DAYBOOK_ORDER_STAGE].words[stage].word, NULL);
  GdkRGBA colour = { 0.5f, 0.5f, 0.5f, 1.0f };

  daybook_widget_named_colour (GTK_WIDGET (self), name, &colour);
  return colour;
}

static guint
count_parts (DaybookStagePlot *self)
{
  guint n = 0;

  for (guint i = 0; i < DAYBOOK_N_STAGES; i++)
    n += self->counts[i] > 0;

  return n;
}

static void
append_parts (DaybookStagePlot      *self,
              GtkSnapshot           *snapshot,
              const graphene_rect_t *area)
{
  guint n_parts = count_parts (self);
  float room = area->size.width - BAR_GAP * (n_parts - 1) - MIN_PART * n_parts;
  float x = area->origin.x;

  for (guint i = 0; i < G_N_ELEMENTS (ORDER); i++)
    {
      guint64 count = self->counts[ORDER[i]];
      float width = MIN_PART + MAX (room, 0) * ((float) count / (float) self->total);
      GdkRGBA colour = colour_of (self, ORDER[i]);

      if (count == 0)
        continue;

      gtk_snapshot_append_color (snapshot, &colour,
                                 &GRAPHENE_RECT_INIT (x, area->origin.y, width, area->size.height));
      x += width + BAR_GAP;
    }
}

static void
daybook_stage_plot_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  DaybookStagePlot *self = DAYBOOK_STAGE_PLOT (widget);
  graphene_rect_t area;
  GskRoundedRect rounded;

  if (self->total > 0 && gtk_widget_compute_bounds (self->bar, widget, &area))
    {
      gsk_rounded_rect_init_from_rect (&rounded, &area, BAR_HEIGHT / 2.0f);
      gtk_snapshot_push_rounded_clip (snapshot, &rounded);
      append_parts (self, snapshot, &area);
      gtk_snapshot_pop (snapshot);
    }

  GTK_WIDGET_CLASS (daybook_stage_plot_parent_class)->snapshot (widget, snapshot);
}

/* The legend's dot is text, so that it takes part in the line's baseline. */
static GtkWidget *
new_legend_entry (DaybookStagePlot *self,
                  DaybookStage      stage,
                  guint64           count)
{
  const GdkRGBA rgba = colour_of (self, stage);
  g_autofree char *colour = g_strdup_printf ("#%02x%02x%02x", (guint) (rgba.red * 255), (guint) (rgba.green * 255),
                                             (guint) (rgba.blue * 255));
  GtkWidget *label = gtk_label_new (NULL);
  const char *word = daybook_words_enum (&daybook_orders.fields[DAYBOOK_ORDER_STAGE], stage);
  g_autofree char *number = daybook_words_count (count);
  g_autofree char *markup = g_markup_printf_escaped ("<span color=\"%s\">●</span> %s  <b>%s</b>",
                                                     colour, word, number);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

static void
fill_legend (DaybookStagePlot *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->legend)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->legend), child);

  for (guint i = 0; i < G_N_ELEMENTS (ORDER); i++)
    {
      if (self->counts[ORDER[i]] == 0)
        continue;

      gtk_flow_box_append (GTK_FLOW_BOX (self->legend), new_legend_entry (self, ORDER[i], self->counts[ORDER[i]]));
      gtk_widget_set_focusable (gtk_widget_get_last_child (self->legend), FALSE);
    }
}

static void
daybook_stage_plot_dispose (GObject *object)
{
  DaybookStagePlot *self = DAYBOOK_STAGE_PLOT (object);

  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_pointer (&self->legend, gtk_widget_unparent);
  G_OBJECT_CLASS (daybook_stage_plot_parent_class)->dispose (object);
}

static void
daybook_stage_plot_class_init (DaybookStagePlotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_stage_plot_dispose;
  widget_class->snapshot = daybook_stage_plot_snapshot;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
daybook_stage_plot_init (DaybookStagePlot *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);

  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_size_request (self->bar, -1, BAR_HEIGHT);
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));

  self->legend = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->legend), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->legend), DAYBOOK_N_STAGES);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->legend), 12);
  gtk_widget_set_parent (self->legend, GTK_WIDGET (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Orders by stage"), -1);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
daybook_stage_plot_set_counts (DaybookStagePlot *self,
                               const guint64     counts[DAYBOOK_N_STAGES])
{
  g_return_if_fail (DAYBOOK_IS_STAGE_PLOT (self));

  self->total = 0;
  for (guint i = 0; i < DAYBOOK_N_STAGES; i++)
    {
      self->counts[i] = counts[i];
      self->total += counts[i];
    }

  fill_legend (self);
  gtk_widget_set_visible (GTK_WIDGET (self), self->total > 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
