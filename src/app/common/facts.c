/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/facts.h"

#include "app/common/shell.h"

#include <glib/gi18n-lib.h>

struct _DaybookFacts
{
  AdwBin   parent_instance;

  GtkGrid *grid;
  int      n_rows;
};

G_DEFINE_FINAL_TYPE (DaybookFacts, daybook_facts, ADW_TYPE_BIN)

static void
daybook_facts_class_init (DaybookFactsClass *klass)
{
}

static void
daybook_facts_init (DaybookFacts *self)
{
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_spacing (self->grid, 6);
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "facts");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->grid));
}

void
daybook_facts_clear (DaybookFacts *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  self->n_rows = 0;
}

static void
on_copy_clicked (DaybookFacts *self,
                 GtkButton    *button)
{
  daybook_shell_copy (GTK_WIDGET (self), g_object_get_data (G_OBJECT (button), "value"),
                      g_object_get_data (G_OBJECT (button), "said"));
}

static GtkWidget *
make_name (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static GtkWidget *
make_value (const char      *text,
            DaybookFactKind  kind)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), kind == DAYBOOK_FACT_FIGURE ? 1 : 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  /* Tab goes to what can be done, not through every value. */
  gtk_widget_set_focusable (label, FALSE);
  if (kind == DAYBOOK_FACT_FIGURE)
    gtk_widget_add_css_class (label, "numeric");
  return label;
}

static GtkWidget *
make_copy_button (DaybookFacts *self,
                  const char   *label,
                  const char   *value,
                  const char   *said)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  /* Translators: %s is the name of a field, e.g. "Tracking number". */
  g_autofree char *tooltip = g_strdup_printf (_("Copy “%s”"), label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "small-button");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  g_object_set_data_full (G_OBJECT (button), "value", g_strdup (value), g_free);
  g_object_set_data_full (G_OBJECT (button), "said", g_strdup (said), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_copy_clicked), self);
  return button;
}

void
daybook_facts_add (DaybookFacts    *self,
                   const char      *label,
                   const char      *value,
                   DaybookFactKind  kind)
{
  GtkWidget *name;
  GtkWidget *shown;

  if (value == NULL || *value == '\0')
    return;

  name = make_name (label);
  shown = make_value (value, kind);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (shown), GTK_ACCESSIBLE_RELATION_LABELLED_BY, name, NULL, -1);
  gtk_grid_attach (self->grid, name, 0, self->n_rows, 1, 1);
  gtk_grid_attach (self->grid, shown, 1, self->n_rows, 1, 1);
  if (kind == DAYBOOK_FACT_COPY)
    gtk_grid_attach (self->grid, make_copy_button (self, label, value, value), 2, self->n_rows, 1, 1);
  else if (kind == DAYBOOK_FACT_PERSON)
    gtk_grid_attach (self->grid, make_copy_button (self, label, value, label), 2, self->n_rows, 1, 1);
  self->n_rows++;
}

gboolean
daybook_facts_is_empty (DaybookFacts *self)
{
  return self->n_rows == 0;
}
