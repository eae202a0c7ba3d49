/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/quality-box.h"

#include "app/common/plot-view.h"
#include "app/common/weak.h"
#include "exchange/report-quality.h"

#include <glib/gi18n-lib.h>

struct _DaybookQualityBox
{
  GtkBox        parent_instance;

  GtkLabel     *says;
  GtkLabel     *kinds;
  GtkWidget    *causes; /* DaybookPlotView, once there is a store */
  GtkWidget    *months;

  /* Owned */
  GCancellable *reading; /* or NULL */

  DaybookId     shown; /* whose record stands there, or is to */
};

G_DEFINE_FINAL_TYPE (DaybookQualityBox, daybook_quality_box, GTK_TYPE_BOX)

/* --- What is seen ------------------------------------------------------------------------------ */

/* "Returns 3 · Exchanges 1" */
static char *
say_kinds (const DaybookQuality *quality)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < quality->kinds->len; i++)
    {
      const DaybookQualityKind *kind = g_ptr_array_index (quality->kinds, i);

      g_string_append_printf (text, "%s%s %u", i > 0 ? " · " : "", kind->title, kind->n);
    }
  return g_string_free (text, FALSE);
}

static void
set_plot (GtkWidget   *view,
          DaybookPlot *plot)
{
  daybook_plot_view_set (DAYBOOK_PLOT_VIEW (view), plot);
  g_clear_pointer (&plot, daybook_plot_unref);
}

static void
show_quality (DaybookQualityBox    *self,
              const DaybookQuality *quality)
{
  g_autofree char *text = daybook_quality_say (quality);
  g_autofree char *kinds = say_kinds (quality);
  gboolean any_trouble = quality->n_cases + quality->n_reviews > 0;

  gtk_label_set_text (self->says, text);
  gtk_label_set_text (self->kinds, kinds);
  gtk_widget_set_visible (GTK_WIDGET (self->kinds), *kinds != '\0');
  set_plot (self->causes, daybook_quality_plot_causes (quality));
  set_plot (self->months, any_trouble ? daybook_quality_plot_months (quality) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), quality->n_sold > 0 || any_trouble);
}

/* --- Reading ------------------------------------------------------------------------------------- */

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(DaybookQualityBox) self = daybook_weak_take (data);
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookQuality) quality = daybook_quality_read_finish (DAYBOOK_STORE (source), result, &error);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED))
    return;

  g_clear_object (&self->reading);
  if (quality != NULL)
    show_quality (self, quality);
  else
    g_warning ("quality record: %s", error->message);
}

static void
stop_reading (DaybookQualityBox *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

/* --- The box ---------------------------------------------------------------------------------------- */

static void
daybook_quality_box_dispose (GObject *object)
{
  stop_reading (DAYBOOK_QUALITY_BOX (object));
  G_OBJECT_CLASS (daybook_quality_box_parent_class)->dispose (object);
}

static void
daybook_quality_box_class_init (DaybookQualityBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_quality_box_dispose;
}

static GtkLabel *
add_label (DaybookQualityBox *self,
           const char        *text,
           const char        *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (self), label);
  return GTK_LABEL (label);
}

static void
daybook_quality_box_init (DaybookQualityBox *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  add_label (self, _("Quality Record"), "heading");
  self->says = add_label (self, NULL, "numeric");
  self->kinds = add_label (self, NULL, "dim-label");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
obtain_plots (DaybookQualityBox *self,
              DaybookStore      *store)
{
  if (self->causes != NULL)
    return;

  self->causes = daybook_plot_view_new (store);
  self->months = daybook_plot_view_new (store);
  gtk_box_append (GTK_BOX (self), self->causes);
  gtk_box_append (GTK_BOX (self), self->months);
}

void
daybook_quality_box_show (DaybookQualityBox *self,
                          DaybookDesk       *desk,
                          const DaybookRow  *row)
{
  DaybookStore *store = daybook_desk_get_store (desk);

  g_return_if_fail (DAYBOOK_IS_QUALITY_BOX (self));

  stop_reading (self);
  if (row == NULL || !daybook_id_equal (&row->id, &self->shown))
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->shown = row != NULL ? row->id : (DaybookId) { { 0 } };
  if (row == NULL)
    return;

  obtain_plots (self, store);
  self->reading = g_cancellable_new ();
  daybook_quality_read_async (store, row->table, row->rowid, self->reading, on_read, daybook_weak_new (self));
}
