/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/row-cases.h"

#include "app/common/case-menu.h"
#include "app/common/cell.h"
#include "app/common/shell.h"
#include "core/case.h"
#include "core/order.h"

#include <glib/gi18n-lib.h>

/* More are read in the registers. */
#define MOST 10

struct _DaybookRowCases
{
  AdwBin         parent_instance;

  GtkBox        *list;
  GtkMenuButton *button;
  DaybookDesk   *desk;
  DaybookRow    *row;
};

G_DEFINE_FINAL_TYPE (DaybookRowCases, daybook_row_cases, ADW_TYPE_BIN)

static DaybookReader *
get_reader (DaybookRowCases *self)
{
  return daybook_store_get_reader (daybook_desk_get_store (self->desk));
}

static gboolean
is_order (DaybookRowCases *self)
{
  return self->row->table == &daybook_orders;
}

/* --- Those there are ---------------------------------------------------------------- */

static void
on_clicked (DaybookRowCases *self,
            GtkWidget       *button)
{
  const DaybookRow *row = g_object_get_data (G_OBJECT (button), "row");

  daybook_shell_show_row (daybook_shell_of (GTK_WIDGET (self)), &daybook_cases, &row->id);
}

/* "R-A2031 · Return and refund", and where it stands. */
static void
add_case (DaybookRowCases  *self,
          const DaybookRow *row)
{
  g_autofree char *text = g_strdup_printf ("%s · %s", daybook_row_text (row, DAYBOOK_CASE_NUMBER), _(row->table->label));
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *chip = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  daybook_chip_show (GTK_LABEL (chip), row, DAYBOOK_CASE_STAGE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), chip);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "case-link");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data_full (G_OBJECT (button), "row", daybook_row_ref ((DaybookRow *) row), (GDestroyNotify) daybook_row_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->list, button);
}

static void
fill_list (DaybookRowCases *self)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_cases);
  g_autofree char *id = daybook_id_to_string (&self->row->id);
  g_autoptr(GArray) keys = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);

  daybook_query_add (query, is_order (self) ? DAYBOOK_CASE_ORDER : DAYBOOK_CASE_CUSTOMER, DAYBOOK_OP_EQ, (const char *const[]) { id, NULL });
  keys = daybook_reader_keys (get_reader (self), query, MOST, NULL);
  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      g_autoptr(DaybookRow) row = daybook_reader_row (get_reader (self), &daybook_cases, g_array_index (keys, gint64, i), NULL);

      if (row != NULL)
        add_case (self, row);
    }
}

static void
daybook_row_cases_dispose (GObject *object)
{
  DaybookRowCases *self = DAYBOOK_ROW_CASES (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->row, daybook_row_unref);

  G_OBJECT_CLASS (daybook_row_cases_parent_class)->dispose (object);
}

static void
daybook_row_cases_class_init (DaybookRowCasesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_row_cases_dispose;
}

static void
daybook_row_cases_init (DaybookRowCases *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_label (self->button, _("New Case"));
  gtk_widget_set_halign (GTK_WIDGET (self->button), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->button));
  adw_bin_set_child (ADW_BIN (self), box);
}

void
daybook_row_cases_show (DaybookRowCases  *self,
                        DaybookDesk      *desk,
                        const DaybookRow *row)
{
  g_set_object (&self->desk, desk);
  g_clear_pointer (&self->row, daybook_row_unref);
  self->row = daybook_row_ref ((DaybookRow *) row);
  daybook_case_menu_attach (self->button, desk, row);
  fill_list (self);
}
