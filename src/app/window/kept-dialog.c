/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/kept-dialog.h"

#include <glib/gi18n-lib.h>

char *
daybook_kept_dialog_describe (const DaybookKept *kept)
{
  const char *field = _(kept->table->fields[kept->field].label);

  if (kept->reason != NULL)
    /* Translators: a row's title, and a sentence that says why it stays as it is. */
    return g_strdup_printf (_("%s: %s"), kept->title, kept->reason);
  if (kept->by == NULL || *kept->by == '\0')
    /* Translators: a row's title and the name of a field of it. */
    return g_strdup_printf (_("%s · %s: changed since"), kept->title, field);

  /* Translators: a row's title, the name of a field of it, and a person. */
  return g_strdup_printf (_("%s · %s: changed since by %s"), kept->title, field, kept->by);
}

static GtkWidget *
make_line (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "kept-line");
  return label;
}

static GtkWidget *
make_list (GPtrArray *lines)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < lines->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_line (g_ptr_array_index (lines, i)));

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 360);
  return scroller;
}

GtkWindow *
daybook_kept_dialog_new (GtkWindow *parent,
                         GPtrArray *lines)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, _("Kept as They Were"),
                                              _("Their values stay: somebody has worked on them since, or going back would break a rule."));

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_list (lines));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("Close"));
  return GTK_WINDOW (dialog);
}
