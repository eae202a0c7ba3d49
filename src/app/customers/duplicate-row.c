/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/duplicate-row.h"

#include "app/customers/merge-customers.h"

#include <glib/gi18n-lib.h>

struct _DaybookDuplicateRow
{
  AdwActionRow  parent_instance;

  /* Owned */
  DaybookDesk  *desk;
  GArray       *customers; /* gint64 */
};

G_DEFINE_FINAL_TYPE (DaybookDuplicateRow, daybook_duplicate_row, ADW_TYPE_ACTION_ROW)

enum
{
  DIFFER,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_differ_clicked (DaybookDuplicateRow *self)
{
  g_signal_emit (self, signals[DIFFER], 0);
}

static void
daybook_duplicate_row_dispose (GObject *object)
{
  DaybookDuplicateRow *self = DAYBOOK_DUPLICATE_ROW (object);

  g_clear_pointer (&self->customers, g_array_unref);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_duplicate_row_parent_class)->dispose (object);
}

static void
daybook_duplicate_row_class_init (DaybookDuplicateRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_duplicate_row_dispose;
  signals[DIFFER] = g_signal_new ("differ", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
daybook_duplicate_row_init (DaybookDuplicateRow *self)
{
  GtkWidget *differ = gtk_button_new_with_label (_("Not the Same"));

  gtk_widget_set_valign (differ, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (differ, "flat");
  g_signal_connect_object (differ, "clicked", G_CALLBACK (on_differ_clicked), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), differ);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
}

GPtrArray *
daybook_duplicate_row_customers (DaybookDuplicateRow *self)
{
  return daybook_reader_rows (daybook_store_get_reader (daybook_desk_get_store (self->desk)), &daybook_customers,
                              (const gint64 *) (gpointer) self->customers->data, self->customers->len, NULL);
}

GtkWidget *
daybook_duplicate_row_new (DaybookDesk             *desk,
                           const DaybookDuplicates *found)
{
  DaybookDuplicateRow *self = g_object_new (DAYBOOK_TYPE_DUPLICATE_ROW, NULL);
  g_autofree char *why = daybook_likeness_words (found->likeness);
  /* Translators: why customers look like one person, in addition to other reasons. */
  g_autofree char *all = found->exact ? g_strdup_printf (_("%s · same full name"), why) : NULL;
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(GString) title = g_string_new (NULL);

  self->desk = g_object_ref (desk);
  self->customers = g_array_ref (found->customers);
  rows = daybook_duplicate_row_customers (self);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      g_autofree char *name = daybook_merge_customers_name (desk, g_ptr_array_index (rows, i));

      g_string_append_printf (title, i > 0 ? "  =  %s" : "%s", name);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title->str);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), all != NULL ? all : why);
  return GTK_WIDGET (self);
}
