/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/history/change-list.h"

#include "app/common/change-words.h"
#include "app/common/desk.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* "Order 1234": the kind of the row and its title. */
static GtkWidget *
new_heading (const DaybookActChange *change)
{
  const char *kind = _(change->table->label);
  g_autofree char *text = NULL;

  if (change->row_title != NULL && *change->row_title != '\0')
    /* Translators: the heading of a row’s changes: its kind ("Order"), its title ("1234567890") */
    text = g_strdup_printf (_("%s %s"), kind, change->row_title);

  return new_label (text != NULL ? text : kind, "caption-heading");
}

/* A line of the list: one row of the book, with its changes below its title. */
static GtkWidget *
new_entry (const DaybookActChange *change)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (box), new_heading (change));
  return box;
}

static gboolean
same_row (const DaybookActChange *a,
          const DaybookActChange *b)
{
  return a->table == b->table && daybook_id_equal (&a->row, &b->row);
}

static void
append_entry (GtkListBox *list,
              GtkWidget  *entry)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), entry);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (list, row);
}

void
daybook_change_list_fill (GtkListBox   *list,
                          DaybookStore *store,
                          GPtrArray    *changes)
{
  const DaybookActChange *before = NULL;
  GtkWidget *entry = NULL;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));

  for (guint i = 0; i < changes->len; i++)
    {
      const DaybookActChange *change = g_ptr_array_index (changes, i);
      g_autofree char *text = daybook_change_describe (store, change);

      if (before == NULL || !same_row (before, change))
        {
          entry = new_entry (change);
          append_entry (list, entry);
        }
      gtk_box_append (GTK_BOX (entry), new_label (text, NULL));
      before = change;
    }
}
