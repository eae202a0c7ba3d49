/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/orders/order-history.h"

#include "core/moment.h"

#include <glib/gi18n-lib.h>

/* The newest; the whole history is on its page. */
#define ACTS_MAX 20

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  return label;
}

/* "Yesterday 21:40 · 林 007" */
static char *
describe_when (DaybookDesk      *desk,
               const DaybookAct *act)
{
  DaybookStore *store = daybook_desk_get_store (desk);
  g_autofree char *when = daybook_moment_format (act->at, daybook_store_get_now (store), daybook_store_get_zone (store));

  return *act->agent != '\0' ? g_strdup_printf ("%s · %s", when, act->agent) : g_steal_pointer (&when);
}

static GtkWidget *
make_entry (DaybookDesk      *desk,
            const DaybookAct *act)
{
  GtkWidget *entry = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *when = describe_when (desk, act);
  GtkWidget *title = make_label (act->title);
  GtkWidget *byline = make_label (when);

  gtk_widget_add_css_class (byline, "caption");
  gtk_widget_add_css_class (byline, "dim-label");
  gtk_widget_add_css_class (byline, "numeric");
  if (act->kind != DAYBOOK_ACT_EDIT || act->undone)
    gtk_widget_add_css_class (title, "dim-label");
  gtk_box_append (GTK_BOX (entry), title);
  gtk_box_append (GTK_BOX (entry), byline);
  gtk_widget_add_css_class (entry, "history-entry");
  return entry;
}

void
daybook_order_history_fill (GtkBox           *box,
                            DaybookDesk      *desk,
                            const DaybookRow *row)
{
  DaybookReader *reader = daybook_store_get_reader (daybook_desk_get_store (desk));
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) acts = daybook_reader_history (reader, row->table, &row->id, 0, ACTS_MAX, &error);

  clear (box);
  if (acts == NULL)
    gtk_box_append (box, make_label (error->message));
  for (guint i = 0; acts != NULL && i < acts->len; i++)
    gtk_box_append (box, make_entry (desk, g_ptr_array_index (acts, i)));
}
