/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/row-clocks.h"

#include "app/common/clock-chip.h"
#include "store/due-list.h"

#include <glib/gi18n-lib.h>

struct _DaybookRowClocks
{
  AdwBin       parent_instance;

  /* Borrowed */
  GtkGrid     *grid;

  /* Owned */
  DaybookDesk *desk;
  DaybookRow  *row;  /* or NULL */
};

G_DEFINE_FINAL_TYPE (DaybookRowClocks, daybook_row_clocks, ADW_TYPE_BIN)

static void
add_clock (DaybookRowClocks     *self,
           const DaybookDueItem *item,
           int                   line)
{
  DaybookStore *store = daybook_desk_get_store (self->desk);
  DaybookClockChip *chip = g_object_new (DAYBOOK_TYPE_CLOCK_CHIP, NULL);
  GtkWidget *label = gtk_label_new (_(daybook_rule_kind (item->due.rule)->label));

  daybook_clock_chip_show (chip, &item->due, daybook_store_get_now (store), daybook_store_get_zone (store));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_halign (GTK_WIDGET (chip), GTK_ALIGN_END);
  gtk_grid_attach (self->grid, label, 0, line, 1, 1);
  gtk_grid_attach (self->grid, GTK_WIDGET (chip), 1, line, 1, 1);
}

static void
fill (DaybookRowClocks *self)
{
  g_autoptr(GPtrArray) items = self->row == NULL ? NULL
    : daybook_due_of_row (daybook_store_get_reader (daybook_desk_get_store (self->desk)), self->row, NULL);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  for (guint i = 0; items != NULL && i < items->len; i++)
    add_clock (self, g_ptr_array_index (items, i), (int) i);
  gtk_widget_set_visible (GTK_WIDGET (self), items != NULL && items->len > 0);
}

static void
daybook_row_clocks_dispose (GObject *object)
{
  DaybookRowClocks *self = DAYBOOK_ROW_CLOCKS (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->row, daybook_row_unref);

  G_OBJECT_CLASS (daybook_row_clocks_parent_class)->dispose (object);
}

static void
daybook_row_clocks_class_init (DaybookRowClocksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_row_clocks_dispose;
}

static void
daybook_row_clocks_init (DaybookRowClocks *self)
{
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_spacing (self->grid, 4);
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What is due"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->grid));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
daybook_row_clocks_show (DaybookRowClocks *self,
                         DaybookDesk      *desk,
                         const DaybookRow *row)
{
  if (self->desk == NULL)
    {
      self->desk = g_object_ref (desk);
      g_signal_connect_object (daybook_desk_get_clock (desk), "minute", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
    }
  g_clear_pointer (&self->row, daybook_row_unref);
  self->row = row != NULL ? daybook_row_ref ((DaybookRow *) row) : NULL;
  fill (self);
}
