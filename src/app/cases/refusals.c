/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/refusals.h"

#include "app/common/words.h"

#include <glib/gi18n-lib.h>

/* Nobody reads more of them one by one. */
#define MOST 100

struct _DaybookRefusals
{
  AdwBin      parent_instance;

  /* Template widgets */
  GtkLabel   *heading;
  GtkListBox *list;
  GtkLabel   *rest;
};

G_DEFINE_FINAL_TYPE (DaybookRefusals, daybook_refusals, ADW_TYPE_BIN)

enum
{
  OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_row_activated (DaybookRefusals *self,
                  GtkListBoxRow   *row)
{
  g_signal_emit (self, signals[OPENED], 0, g_object_get_data (G_OBJECT (row), "case"));
}

static void
on_close_clicked (DaybookRefusals *self)
{
  daybook_refusals_end (self);
}

static GtkWidget *
new_row (const DaybookCaseRefusal *refusal)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), refusal->number);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), refusal->why);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "case", g_memdup2 (&refusal->id, sizeof refusal->id), g_free);
  return row;
}

static void
clear (DaybookRefusals *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
daybook_refusals_class_init (DaybookRefusalsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/cases/refusals.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookRefusals, heading);
  gtk_widget_class_bind_template_child (widget_class, DaybookRefusals, list);
  gtk_widget_class_bind_template_child (widget_class, DaybookRefusals, rest);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked);
}

static void
daybook_refusals_init (DaybookRefusals *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
daybook_refusals_show (DaybookRefusals *self,
                       GPtrArray       *refused)
{
  guint shown = MIN (MOST, refused->len);
  g_autofree char *heading = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u case stays as it is", "%u cases stay as they are", refused->len),
                                              refused->len);
  g_autofree char *rest = daybook_words_rest (refused->len, shown);

  clear (self);
  for (guint i = 0; i < shown; i++)
    gtk_list_box_append (self->list, new_row (g_ptr_array_index (refused, i)));
  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->rest, rest);
  gtk_widget_set_visible (GTK_WIDGET (self->rest), *rest != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self), refused->len > 0);
}

gboolean
daybook_refusals_end (DaybookRefusals *self)
{
  gboolean was_open = gtk_widget_get_visible (GTK_WIDGET (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  clear (self);
  return was_open;
}
