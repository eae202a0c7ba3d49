/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/reports/report-part.h"

#include "app/common/plot-view.h"
#include "app/common/shell.h"
#include "core/query.h"

#include <glib/gi18n-lib.h>

/* A longer table is no page: its file has all of it. */
#define MOST_ROWS 120

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  return label;
}

/* --- Figures -------------------------------------------------------------------------------- */

static void
free_query (gpointer query,
            GClosure *closure)
{
  daybook_query_free (query);
}

static void
on_rows_wanted (GtkWidget *button,
                gpointer   query)
{
  daybook_shell_show_query (daybook_shell_of (button), query);
}

static DaybookQuery *
make_query (const DaybookReportPart *part,
            GArray                  *keys,
            const char              *name)
{
  DaybookQuery *query = daybook_query_new (part->table);

  daybook_query_set_keys (query, keys, name);
  return query;
}

/* Cases of several registers have no page of their own. */
static gboolean
leads_on (const DaybookReportPart *part,
          const GArray            *keys)
{
  return keys != NULL && keys->len > 0 && !g_str_equal (part->table->kind, "case");
}

/* What is advised stands in files; on a page it is no column but a hint. */
static gboolean
is_advice (const DaybookReportPart *part,
           guint                    column)
{
  return g_str_equal (g_array_index (part->columns, DaybookReportColumn, column).key, "advice");
}

/* (transfer full), or NULL */
static char *
find_advice (const DaybookReport     *report,
             const DaybookReportPart *part,
             guint                    row)
{
  for (guint i = 0; i < part->columns->len; i++)
    if (is_advice (part, i))
      return daybook_report_say (report, part, row, i);

  return NULL;
}

/* The first cell of a row that has rows of the book behind it is the way to them, and so is a figure that counts others. */
static GtkWidget *
make_way (const char              *text,
          const char              *advice,
          const DaybookReportPart *part,
          GArray                  *keys,
          const char              *name)
{
  GtkWidget *button = gtk_button_new_with_label (text);
  /* Translators: leads to the rows behind a figure; %s is what they are called. */
  g_autofree char *list = g_strdup_printf (_("Show these as a list: %s"), name != NULL ? name : text);
  g_autofree char *tip = advice != NULL ? g_strjoin ("\n", advice, list, NULL) : g_strdup (list);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "report-way");
  gtk_widget_set_tooltip_text (button, tip);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_rows_wanted), make_query (part, keys, name), free_query, 0);
  return button;
}

/* To whoever does not see in which column and line it stands. */
static void
name_figure (GtkWidget  *way,
             const char *name,
             const char *figure)
{
  g_autofree char *said = g_strdup_printf ("%s: %s", name, figure);

  gtk_accessible_update_property (GTK_ACCESSIBLE (way), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

static GtkWidget *
make_cell (const DaybookReport     *report,
           const DaybookReportPart *part,
           guint                    row,
           guint                    column)
{
  const DaybookReportRow *counted = g_ptr_array_index (part->rows, row);
  const DaybookReportCell *cell = &g_array_index (counted->cells, DaybookReportCell, column);
  DaybookReportKind kind = g_array_index (part->columns, DaybookReportColumn, column).kind;
  g_autofree char *text = daybook_report_say (report, part, row, column);
  g_autofree char *advice = column == 0 ? find_advice (report, part, row) : NULL;
  GtkWidget *way, *label;

  if (column == 0 && leads_on (part, counted->keys))
    {
      way = make_way (text, advice, part, counted->keys, counted->name);
      gtk_widget_set_halign (way, GTK_ALIGN_START);
      return way;
    }
  if (leads_on (part, cell->keys))
    {
      way = make_way (text, NULL, part, cell->keys, cell->name);
      name_figure (way, cell->name, text);
      gtk_widget_add_css_class (way, "numeric");
      gtk_widget_set_halign (way, GTK_ALIGN_END);
      return way;
    }

  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), kind == DAYBOOK_REPORT_TEXT ? 0 : 1);
  gtk_widget_add_css_class (label, kind == DAYBOOK_REPORT_TEXT ? "report-text" : "numeric");
  return label;
}

/* At the end of the line. */
static GtkWidget *
make_act (const DaybookReportAct *act,
          const DaybookReportRow *row)
{
  const DaybookReportCell *first = &g_array_index (row->cells, DaybookReportCell, 0);
  GtkWidget *button = gtk_button_new_from_icon_name (act->icon);
  g_autofree char *label = g_strdup_printf ("%s: %s", _(act->label), first->text);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "small-button");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), act->action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", first->word != NULL ? first->word : first->text);
  return button;
}

static void
add_acts (GtkGrid                 *grid,
          const DaybookReportPart *part,
          const DaybookReportAct  *act)
{
  for (guint i = 0; i < part->rows->len; i++)
    {
      const DaybookReportRow *row = g_ptr_array_index (part->rows, i);

      if (leads_on (part, row->keys))
        gtk_grid_attach (grid, make_act (act, row), (int) part->columns->len, (int) i + 1, 1, 1);
    }
}

static void
add_head (GtkGrid                 *grid,
          const DaybookReportPart *part)
{
  for (guint i = 0; i < part->columns->len; i++)
    {
      const DaybookReportColumn *column = &g_array_index (part->columns, DaybookReportColumn, i);
      GtkWidget *label;

      if (is_advice (part, i))
        continue;

      label = gtk_label_new (column->label);
      gtk_label_set_xalign (GTK_LABEL (label), column->kind == DAYBOOK_REPORT_TEXT ? 0 : 1);
      gtk_widget_add_css_class (label, "caption-heading");
      gtk_widget_add_css_class (label, "report-head");
      gtk_grid_attach (grid, label, (int) i, 0, 1, 1);
    }
}

static GtkWidget *
make_table (const DaybookReport     *report,
            const DaybookReportPart *part,
            const DaybookReportAct  *act)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());

  gtk_grid_set_column_spacing (grid, 18);
  gtk_grid_set_row_spacing (grid, 2);
  gtk_widget_set_margin_bottom (GTK_WIDGET (grid), 10);
  add_head (grid, part);
  for (guint row = 0; row < part->rows->len; row++)
    for (guint i = 0; i < part->columns->len; i++)
      if (!is_advice (part, i))
        gtk_grid_attach (grid, make_cell (report, part, row, i), (int) i, (int) row + 1, 1, 1);
  if (act != NULL && g_str_equal (act->part, part->key))
    add_acts (grid, part, act);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (grid));
  return scroller;
}

/* --- The part --------------------------------------------------------------------------------- */

static void
add_figures (GtkBox                  *box,
             const DaybookReport     *report,
             const DaybookReportPart *part,
             const DaybookReportAct  *act)
{
  g_autofree char *long_note = NULL;

  if (part->rows->len > MOST_ROWS)
    {
      long_note = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u line, which the file has that is exported",
                                                "%'u lines, which the file has that is exported", part->rows->len), part->rows->len);
      gtk_box_append (box, make_label (long_note, "dim-label"));
    }
  else if (part->rows->len > 0)
    gtk_box_append (box, make_table (report, part, act));
}

GtkWidget *
daybook_report_part_new (DaybookStore            *store,
                         const DaybookReport     *report,
                         const DaybookReportPart *part,
                         const DaybookReportAct  *act)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  GtkWidget *plot;

  if (part->plot == NULL || daybook_plot_is_empty (part->plot))
    gtk_box_append (box, make_label (part->title, "heading"));
  else
    {
      plot = daybook_plot_view_new (store);
      daybook_plot_view_set (DAYBOOK_PLOT_VIEW (plot), part->plot);
      gtk_box_append (box, plot);
    }
  if (part->note != NULL)
    gtk_box_append (box, make_label (part->note, "dim-label"));
  add_figures (box, report, part, act);
  return GTK_WIDGET (box);
}
