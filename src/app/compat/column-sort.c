/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/compat/column-sort.h"

#define DAYBOOK_TYPE_SORT_PROBE (daybook_sort_probe_get_type ())
G_DECLARE_FINAL_TYPE (DaybookSortProbe, daybook_sort_probe, DAYBOOK, SORT_PROBE, GObject)

struct _DaybookSortProbe
{
  GObject  parent_instance;
  guint    field;
};

G_DEFINE_FINAL_TYPE (DaybookSortProbe, daybook_sort_probe, G_TYPE_OBJECT)

static void
daybook_sort_probe_class_init (DaybookSortProbeClass *klass)
{
}

static void
daybook_sort_probe_init (DaybookSortProbe *self)
{
}

#define DAYBOOK_TYPE_COLUMN_SORTER (daybook_column_sorter_get_type ())
G_DECLARE_FINAL_TYPE (DaybookColumnSorter, daybook_column_sorter, DAYBOOK, COLUMN_SORTER, GtkSorter)

struct _DaybookColumnSorter
{
  GtkSorter parent_instance;
  guint     field;
};

G_DEFINE_FINAL_TYPE (DaybookColumnSorter, daybook_column_sorter, GTK_TYPE_SORTER)

static GtkOrdering
compare (GtkSorter *sorter,
         gpointer   a,
         gpointer   b)
{
  if (!DAYBOOK_IS_SORT_PROBE (a))
    return GTK_ORDERING_EQUAL;

  DAYBOOK_SORT_PROBE (a)->field = DAYBOOK_COLUMN_SORTER (sorter)->field;
  return GTK_ORDERING_SMALLER;
}

static GtkSorterOrder
get_order (GtkSorter *sorter)
{
  return GTK_SORTER_ORDER_PARTIAL;
}

static void
daybook_column_sorter_class_init (DaybookColumnSorterClass *klass)
{
  GtkSorterClass *sorter_class = GTK_SORTER_CLASS (klass);

  sorter_class->compare = compare;
  sorter_class->get_order = get_order;
}

static void
daybook_column_sorter_init (DaybookColumnSorter *self)
{
}

GtkSorter *
daybook_column_sorter_new (guint field)
{
  DaybookColumnSorter *self = g_object_new (DAYBOOK_TYPE_COLUMN_SORTER, NULL);

  self->field = field;
  return GTK_SORTER (self);
}

gboolean
daybook_column_sort_read (GtkColumnView *view,
                          guint         *field,
                          GtkSortType   *order)
{
  g_autoptr(DaybookSortProbe) a = g_object_new (DAYBOOK_TYPE_SORT_PROBE, NULL);
  g_autoptr(DaybookSortProbe) b = g_object_new (DAYBOOK_TYPE_SORT_PROBE, NULL);
  GtkOrdering ordering = gtk_sorter_compare (gtk_column_view_get_sorter (view), a, b);

  if (ordering == GTK_ORDERING_EQUAL)
    return FALSE;

  *field = a->field;
  *order = ordering == GTK_ORDERING_SMALLER ? GTK_SORT_ASCENDING : GTK_SORT_DESCENDING;
  return TRUE;
}
