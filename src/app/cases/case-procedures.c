/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/case-procedures.h"

#include "app/common/shell.h"
#include "app/compat/wrap-box.h"
#include "core/article.h"
#include "core/case.h"
#include "store/articles.h"

#include <glib/gi18n-lib.h>

/* More is a list of its own, on the page of articles. */
#define MOST_SHOWN 3

struct _DaybookCaseProcedures
{
  AdwBin     parent_instance;

  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (DaybookCaseProcedures, daybook_case_procedures, ADW_TYPE_BIN)

static void
on_clicked (DaybookCaseProcedures *self,
            GtkWidget             *button)
{
  const DaybookRow *article = g_object_get_data (G_OBJECT (button), "article");

  daybook_shell_show_row (daybook_shell_of (GTK_WIDGET (self)), &daybook_articles, &article->id);
}

static void
add (DaybookCaseProcedures *self,
     DaybookRow            *article)
{
  const char *title = daybook_row_text (article, DAYBOOK_ARTICLE_TITLE);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (title);
  g_autofree char *name = g_strdup_printf (_("Procedure: %s"), title);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("daybook-knowledge-symbolic"));
  gtk_box_append (GTK_BOX (content), label);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "procedure");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "article", daybook_row_ref (article), (GDestroyNotify) daybook_row_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_before (button, self->box, NULL);
}

void
daybook_case_procedures_show (DaybookCaseProcedures *self,
                              DaybookDesk           *desk,
                              const DaybookRow      *row)
{
  g_autoptr(GPtrArray) articles = daybook_procedures (daybook_store_get_reader (daybook_desk_get_store (desk)),
                                                      daybook_row_text (row, DAYBOOK_CASE_REGISTER), daybook_row_text (row, DAYBOOK_CASE_STAGE),
                                                      MOST_SHOWN, NULL);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_widget_unparent (child);
  for (guint i = 0; articles != NULL && i < articles->len; i++)
    add (self, g_ptr_array_index (articles, i));
  gtk_widget_set_visible (GTK_WIDGET (self), articles != NULL && articles->len > 0);
}

static void
daybook_case_procedures_class_init (DaybookCaseProceduresClass *klass)
{
}

static void
daybook_case_procedures_init (DaybookCaseProcedures *self)
{
  self->box = g_object_new (DAYBOOK_TYPE_WRAP_BOX, NULL);
  adw_bin_set_child (ADW_BIN (self), self->box);
}
