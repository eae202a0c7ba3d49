/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/similar-cases.h"

#include "app/common/shell.h"
#include "core/case.h"

#include <glib/gi18n-lib.h>

#define SIMILAR_MAX 3

struct _DaybookSimilarCases
{
  AdwBin  parent_instance;

  GtkBox *list;
};

G_DEFINE_FINAL_TYPE (DaybookSimilarCases, daybook_similar_cases, ADW_TYPE_BIN)

static void
on_case_clicked (GtkWidget           *button,
                 DaybookSimilarCases *self)
{
  const DaybookRow *row = g_object_get_data (G_OBJECT (button), "row");

  daybook_shell_show_row (daybook_shell_of (GTK_WIDGET (self)), &daybook_cases, &row->id);
}

static void
add (DaybookSimilarCases *self,
     DaybookDesk         *desk,
     const DaybookRow    *row)
{
  g_autofree char *stage = daybook_desk_format (desk, row, DAYBOOK_CASE_STAGE, DAYBOOK_SHOW_MASKED);
  g_autofree char *text = g_strdup_printf ("%s · %s", daybook_row_text (row, DAYBOOK_CASE_NUMBER), stage);
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "row", daybook_row_ref ((DaybookRow *) row), (GDestroyNotify) daybook_row_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_case_clicked), self, 0);
  gtk_box_append (self->list, button);
}

/* (transfer full), NULL: there is no order, or the book cannot be asked. */
static GArray *
find (DaybookReader    *reader,
      DaybookRegister  *definition,
      const DaybookRow *row)
{
  const DaybookId *order = row != NULL ? daybook_row_ref_id (row, DAYBOOK_CASE_ORDER) : NULL;
  g_autofree char *id = order != NULL ? daybook_id_to_string (order) : NULL;
  g_autoptr(DaybookQuery) query = daybook_query_new (daybook_register_get_table (definition));

  if (id == NULL)
    return NULL;

  daybook_query_add (query, DAYBOOK_CASE_ORDER, DAYBOOK_OP_EQ, (const char *const[]) { id, NULL });
  daybook_query_add (query, DAYBOOK_CASE_CLOSED_AT, DAYBOOK_OP_EQ, NULL);
  return daybook_reader_keys (reader, query, SIMILAR_MAX, NULL);
}

static void
daybook_similar_cases_class_init (DaybookSimilarCasesClass *klass)
{
}

static void
daybook_similar_cases_init (DaybookSimilarCases *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label = gtk_label_new (_("There is one like it already:"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "move-form");
  adw_bin_set_child (ADW_BIN (self), box);
}

void
daybook_similar_cases_show (DaybookSimilarCases *self,
                            DaybookDesk         *desk,
                            DaybookRegister     *definition,
                            const DaybookRow    *row)
{
  DaybookReader *reader = daybook_store_get_reader (daybook_desk_get_store (desk));
  g_autoptr(GArray) keys = find (reader, definition, row);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      g_autoptr(DaybookRow) one = daybook_reader_row (reader, &daybook_cases, g_array_index (keys, gint64, i), NULL);

      if (one != NULL)
        add (self, desk, one);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), keys != NULL && keys->len > 0);
}
