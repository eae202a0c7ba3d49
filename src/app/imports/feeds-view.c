/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/imports/feeds-view.h"

#include <glib/gi18n-lib.h>

struct _DaybookFeedsView
{
  AdwBin parent_instance;

  AdwExpanderRow *row;
  GtkFlowBox     *carried;
  GtkBox         *missing;
};

G_DEFINE_FINAL_TYPE (DaybookFeedsView, daybook_feeds_view, ADW_TYPE_BIN)

/* To a screen reader the line is `said`; the icon says nothing of its own. */
static GtkWidget *
make_line (const char *icon,
           const char *text,
           const char *said)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", icon, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
add_carried (DaybookFeedsView *self,
             DaybookFact       fact)
{
  const char *label = daybook_fact_label (fact);
  /* Translators: a fact ("Order status") that the file has; for screen readers */
  g_autofree char *said = g_strdup_printf (_("%s: in this file"), label);
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), make_line ("object-select-symbolic", label, said));
  gtk_flow_box_append (self->carried, child);
}

static void
add_missing (DaybookFeedsView   *self,
             const DaybookFeeds *feeds,
             DaybookFact         fact)
{
  g_autofree char *text = daybook_feeds_explain (feeds, fact);
  GtkWidget *line = make_line ("list-remove-symbolic", text, text);

  gtk_widget_add_css_class (line, "dim-label");
  gtk_box_append (self->missing, line);
}

static void
clear (DaybookFeedsView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->carried))) != NULL)
    gtk_flow_box_remove (self->carried, child);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->missing))) != NULL)
    gtk_box_remove (self->missing, child);
}

static void
show_follow_ups (DaybookFeedsView   *self,
                 const DaybookFeeds *feeds)
{
  g_autofree char *names = daybook_follow_ups_join (feeds->follow_ups);
  /* Translators: the follow-ups that rest on a file: "Unpaid, To Ship" */
  g_autofree char *text = names != NULL ? g_strdup_printf (_("Feeds: %s"), names) : g_strdup (_("Feeds no follow-up"));

  adw_expander_row_set_subtitle (self->row, text);
}

static void
daybook_feeds_view_class_init (DaybookFeedsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/imports/feeds-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookFeedsView, row);
  gtk_widget_class_bind_template_child (widget_class, DaybookFeedsView, carried);
  gtk_widget_class_bind_template_child (widget_class, DaybookFeedsView, missing);
}

static void
daybook_feeds_view_init (DaybookFeedsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
daybook_feeds_view_show (DaybookFeedsView   *self,
                         const DaybookFeeds *feeds)
{
  g_return_if_fail (DAYBOOK_IS_FEEDS_VIEW (self));

  clear (self);
  gtk_widget_set_visible (GTK_WIDGET (self), feeds != NULL);
  if (feeds == NULL)
    return;

  show_follow_ups (self, feeds);
  for (guint i = 0; i < DAYBOOK_N_FACTS; i++)
    if ((feeds->facts & 1u << i) != 0)
      add_carried (self, (DaybookFact) i);
    else if ((feeds->missing & 1u << i) != 0)
      add_missing (self, feeds, (DaybookFact) i);
  gtk_widget_set_visible (GTK_WIDGET (self->carried), feeds->facts != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->missing), feeds->missing != 0);
}
