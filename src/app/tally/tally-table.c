/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/tally/tally-table.h"

#include "core/words.h"
#include "store/tally-sums.h"

#include <glib/gi18n-lib.h>

static void
add_unknown (GArray *channels,
             gint64  channel)
{
  for (guint i = 0; i < channels->len; i++)
    if (g_array_index (channels, gint64, i) == channel)
      return;

  g_array_append_val (channels, channel);
}

static int
compare_channels (gconstpointer a,
                  gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

/* (element-type gint64): those that have any. */
static GArray *
list_channels (GPtrArray *sums)
{
  GArray *channels = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < sums->len; i++)
    add_unknown (channels, ((const DaybookTallySum *) g_ptr_array_index (sums, i))->channel);
  g_array_sort (channels, compare_channels);
  return channels;
}

/* (element-type char): in the order in which they come. */
static GPtrArray *
list_classes (GPtrArray *sums)
{
  GPtrArray *classes = g_ptr_array_new ();

  for (guint i = 0; i < sums->len; i++)
    {
      char *class = ((const DaybookTallySum *) g_ptr_array_index (sums, i))->class;

      if (!g_ptr_array_find_with_equal_func (classes, class, g_str_equal, NULL))
        g_ptr_array_add (classes, class);
    }
  return classes;
}

/* `class` NULL, or `channel` -1: all. */
static gint64
count (GPtrArray  *sums,
       const char *class,
       gint64      channel)
{
  gint64 n = 0;

  for (guint i = 0; i < sums->len; i++)
    {
      const DaybookTallySum *sum = g_ptr_array_index (sums, i);

      if ((class == NULL || g_str_equal (class, sum->class)) && (channel < 0 || channel == sum->channel))
        n += sum->count;
    }
  return n;
}

static void
add_label (GtkGrid    *grid,
           int         column,
           int         row,
           const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_label_set_ellipsize (GTK_LABEL (label), column == 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_hexpand (label, column == 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

static void
add_number (GtkGrid    *grid,
            int         column,
            int         row,
            gint64      number,
            const char *style)
{
  g_autofree char *text = number > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : g_strdup ("–");

  add_label (grid, column, row, text, style != NULL ? style : number > 0 ? "numeric" : "dim-label");
}

/* One line: of a class, or of all. */
static void
add_line (GtkGrid    *grid,
          int         row,
          const char *label,
          GPtrArray  *sums,
          const char *class,
          GArray     *channels)
{
  const char *style = class == NULL ? "heading" : NULL;

  add_label (grid, 0, row, label, style);
  for (guint i = 0; i < channels->len; i++)
    add_number (grid, (int) i + 1, row, count (sums, class, g_array_index (channels, gint64, i)), style);
  add_number (grid, (int) channels->len + 1, row, count (sums, class, -1), "heading");
}

GtkWidget *
daybook_tally_table_new (DaybookReader *reader,
                         GPtrArray     *sums)
{
  GtkWidget *grid = gtk_grid_new ();
  g_autoptr(GArray) channels = list_channels (sums);
  g_autoptr(GPtrArray) classes = list_classes (sums);

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  for (guint i = 0; i < channels->len; i++)
    add_label (GTK_GRID (grid), (int) i + 1, 0,
               daybook_words_enum (&daybook_tallies.fields[DAYBOOK_TALLY_CHANNEL], g_array_index (channels, gint64, i)), "dim-label");
  add_label (GTK_GRID (grid), (int) channels->len + 1, 0, _("All"), "dim-label");
  for (guint i = 0; i < classes->len; i++)
    {
      g_autofree char *label = daybook_tally_class_label (reader, g_ptr_array_index (classes, i));

      add_line (GTK_GRID (grid), (int) i + 1, label, sums, g_ptr_array_index (classes, i), channels);
    }
  add_line (GTK_GRID (grid), (int) classes->len + 1, _("All"), sums, NULL, channels);
  return grid;
}
