/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/statistics-window.h"

#include "app/cases/statistics-plot.h"
#include "app/common/file-chooser.h"
#include "app/common/weak.h"
#include "app/compat/toasts.h"
#include "app/compat/wrap-box.h"
#include "app/watch/watch-folder.h"
#include "core/moment.h"
#include "core/money.h"
#include "exchange/statistics-file.h"

#include <glib/gi18n-lib.h>

struct _DaybookStatisticsWindow
{
  AdwWindow          parent_instance;

  /* Template widgets */
  AdwToastOverlay   *toasts;
  AdwWindowTitle    *heading;
  GtkDropDown       *period;
  GtkStack          *stack;
  GtkBox            *plots;
  GtkBox            *tables;

  /* Owned */
  DaybookStore      *store;
  DaybookRegister   *definition;
  DaybookStatistics *statistics; /* NULL: they are on their way */
  GCancellable      *reading;
  GCancellable      *chooser;    /* of the file that is being chosen */
};

G_DEFINE_FINAL_TYPE (DaybookStatisticsWindow, daybook_statistics_window, ADW_TYPE_WINDOW)

/* Months that are offered; a year at first. */
static const guint PERIODS[] = { 1, 3, 6, 12, 24 };
#define FIRST_PERIOD 3

static void
say (DaybookStatisticsWindow *self,
     const char              *text)
{
  adw_toast_overlay_add_toast (self->toasts, daybook_toast_new (text));
}

/* --- What is seen --------------------------------------------------------------------- */

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static guint
count_given (const DaybookStatisticsPart *part)
{
  guint n = 0;

  for (guint i = 0; i < part->rows->len; i++)
    {
      const DaybookStatisticsRow *row = g_ptr_array_index (part->rows, i);

      n += *row->key != '\0' ? row->total : 0;
    }
  return n;
}

static void
add_plot (DaybookStatisticsWindow     *self,
          const DaybookStatisticsPart *part)
{
  guint given = count_given (part);
  guint missing = self->statistics->n_cases - given;
  g_autofree char *rest = missing == 0 ? NULL
    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Not given in %u case", "Not given in %u cases", missing), missing);

  gtk_box_append (self->plots, make_label (part->label, "heading"));
  if (given > 0)
    gtk_box_append (self->plots, daybook_statistics_plot_new (part));
  if (rest != NULL)
    gtk_box_append (self->plots, make_label (rest, "dim-label"));
}

static void
attach (GtkGrid    *grid,
        const char *text,
        int         column,
        int         row,
        const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_widget_add_css_class (label, "numeric");
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

/* None is not said: the eye finds what there is. */
static void
attach_number (GtkGrid *grid,
               guint    number,
               int      column,
               int      row)
{
  g_autofree char *text = number > 0 ? g_strdup_printf ("%u", number) : g_strdup ("·");

  attach (grid, text, column, row, number > 0 ? NULL : "dim-label");
}

/* The present month stands first: what was a year ago is further away. */
static int
column_of (GPtrArray *months,
           guint      month)
{
  return (int) (months->len - month) + 1;
}

/* With its head: what is counted, in all, in each month. */
static GtkGrid *
make_grid (DaybookStatisticsWindow *self,
           const char              *heading)
{
  GPtrArray *months = self->statistics->months;
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());

  gtk_grid_set_column_spacing (grid, 12);
  gtk_grid_set_row_spacing (grid, 4);
  attach (grid, heading, 0, 0, "heading");
  attach (grid, _("Total"), 1, 0, "heading");
  for (guint m = 0; m < months->len; m++)
    attach (grid, g_ptr_array_index (months, m), column_of (months, m), 0, "dim-label");
  return grid;
}

static void
add_table (DaybookStatisticsWindow     *self,
           const DaybookStatisticsPart *part)
{
  GPtrArray *months = self->statistics->months;
  GtkGrid *grid = make_grid (self, part->label);

  for (guint i = 0; i < part->rows->len; i++)
    {
      const DaybookStatisticsRow *row = g_ptr_array_index (part->rows, i);

      attach (grid, row->label, 0, (int) i + 1, NULL);
      attach_number (grid, row->total, 1, (int) i + 1);
      for (guint m = 0; m < months->len; m++)
        attach_number (grid, row->months[m], column_of (months, m), (int) i + 1);
    }
  gtk_box_append (self->tables, GTK_WIDGET (grid));
}

/* --- The ledger, for the owner -------------------------------------------------------- */

/* "3 · ¥140.00" */
static void
attach_fine (DaybookStatisticsWindow *self,
             GtkGrid                 *grid,
             guint                    n,
             gint64                   fine,
             int                      column,
             int                      row)
{
  g_autofree char *money = daybook_money_format (fine, self->statistics->ledger->currency);
  g_autofree char *text = g_strdup_printf ("%u · %s", n, money);

  attach (grid, n > 0 ? text : "·", column, row, n > 0 ? NULL : "dim-label");
}

static void
add_ledger_table (DaybookStatisticsWindow *self)
{
  const DaybookStatistics *statistics = self->statistics;
  const DaybookStatisticsPart *agents = &statistics->ledger->agents;
  GtkGrid *grid = make_grid (self, agents->label);

  for (guint i = 0; i < agents->rows->len; i++)
    {
      const DaybookStatisticsRow *row = g_ptr_array_index (agents->rows, i);

      attach (grid, row->label, 0, (int) i + 1, NULL);
      attach_fine (self, grid, row->total, daybook_statistics_ledger_total (statistics, row), 1, (int) i + 1);
      for (guint m = 0; m < statistics->months->len; m++)
        attach_fine (self, grid, row->months[m], daybook_statistics_ledger_sum (statistics, row, m), column_of (statistics->months, m),
                     (int) i + 1);
    }
  gtk_box_append (self->tables, make_label (_("Ledger of Complaints"), "heading"));
  gtk_box_append (self->tables, GTK_WIDGET (grid));
}

static void
add_ledger (DaybookStatisticsWindow *self)
{
  const DaybookStatisticsPart *agents = &self->statistics->ledger->agents;

  gtk_box_append (self->plots, make_label (_("Ledger of Complaints"), "heading"));
  if (agents->rows->len > 0)
    gtk_box_append (self->plots, daybook_statistics_plot_new (agents));
  else
    gtk_box_append (self->plots, make_label (_("No complaint because of our service names an agent."), "dim-label"));
  if (agents->rows->len > 0)
    add_ledger_table (self);
}

/* --- All of it -------------------------------------------------------------------------- */

/* "25 cases, 18 answered (72 %); of 4 whose limit counts round the clock, 3 in time" */
static char *
describe (const DaybookStatistics *statistics)
{
  g_autofree char *cases = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u case", "%u cases", statistics->n_cases), statistics->n_cases);
  guint share = statistics->n_answered * 100 / MAX (1, statistics->n_cases);

  if (statistics->n_timed == 0)
    /* Translators: %1$s is “25 cases”. */
    return g_strdup_printf (_("%1$s, %2$u answered (%3$u %%)"), cases, statistics->n_answered, share);

  /* Translators: %1$s is “25 cases”. */
  return g_strdup_printf (_("%1$s, %2$u answered (%3$u %%); of %4$u whose limit counts round the clock, %5$u in time"), cases,
                          statistics->n_answered, share, statistics->n_timed, statistics->n_in_time);
}

static void
show (DaybookStatisticsWindow *self)
{
  g_autofree char *text = describe (self->statistics);

  clear (self->plots);
  clear (self->tables);
  gtk_box_append (self->plots, make_label (text, NULL));
  gtk_box_append (self->tables, make_label (text, NULL));
  for (guint i = 0; i < self->statistics->parts->len && self->statistics->n_cases > 0; i++)
    {
      add_plot (self, g_ptr_array_index (self->statistics->parts, i));
      add_table (self, g_ptr_array_index (self->statistics->parts, i));
    }
  if (self->statistics->ledger != NULL)
    add_ledger (self);
}

/* --- Reading ------------------------------------------------------------------------------ */

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(DaybookStatisticsWindow) self = daybook_weak_take (data);
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookStatistics) statistics = daybook_case_statistics_read_finish (DAYBOOK_STORE (source), result, &error);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    {
      say (self, error->message);
      return;
    }

  g_clear_pointer (&self->statistics, daybook_case_statistics_free);
  self->statistics = g_steal_pointer (&statistics);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "statistics.export", TRUE);
  show (self);
}

static void
stop (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static void
read_period (DaybookStatisticsWindow *self)
{
  guint chosen = gtk_drop_down_get_selected (self->period);

  if (self->store == NULL || chosen >= G_N_ELEMENTS (PERIODS))
    return;

  stop (&self->reading);
  self->reading = g_cancellable_new ();
  daybook_case_statistics_read_async (self->store, daybook_register_get_key (self->definition), PERIODS[chosen], self->reading, on_read,
                                      daybook_weak_new (self));
}

static void
on_period_chosen (DaybookStatisticsWindow *self)
{
  read_period (self);
}

/* --- The file ------------------------------------------------------------------------------ */

static void
write_to (DaybookStatisticsWindow *self,
          const char              *path,
          DaybookExportFormat      format)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  /* Corrected, it would be offered as a file to import. */
  daybook_watch_folder_ignore (daybook_watch_folder_of (self->store), path);
  if (daybook_statistics_write (self->store, self->statistics, path, format, &error))
    /* Translators: %s is the name of a file. */
    text = g_strdup_printf (_("Statistics exported: %s"), name);
  say (self, text != NULL ? text : error->message);
}

static void
on_target_chosen (GListModel *files,
                  gpointer    data)
{
  DaybookStatisticsWindow *self = data;
  g_autoptr(GFile) file = g_list_model_get_item (files, 0);
  const char *path = g_file_peek_path (file);
  DaybookExportFormat format;

  if (path != NULL && daybook_export_format_find (path, &format) && format != DAYBOOK_EXPORT_JSON)
    write_to (self, path, format);
  else
    say (self, path == NULL ? _("A list can be exported only to a folder of this computer.")
                            : _("Give the file a name that ends with .xlsx or .csv."));
  g_clear_object (&self->chooser);
}

/* "Reviews 2026-11-22.xlsx" */
static char *
propose_name (DaybookStatisticsWindow *self)
{
  g_autofree char *now = daybook_moment_to_iso (daybook_store_get_now (self->store), daybook_store_get_zone (self->store));
  g_autofree char *name = g_strdup_printf ("%s %s %.10s.xlsx", daybook_register_get_title (self->definition), _("Statistics"), now);

  return g_strdup (g_strdelimit (name, "/\\:", '-'));
}

static void
begin_export (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  static const char *const SUFFIXES[] = { "xlsx", "csv", NULL };
  DaybookStatisticsWindow *self = DAYBOOK_STATISTICS_WINDOW (widget);
  g_autoptr(GError) error = NULL;
  g_autofree char *name = propose_name (self);
  GtkFileChooser *chooser;

  if (!daybook_export_check_person (self->store, &error))
    {
      say (self, error->message);
      return;
    }

  stop (&self->chooser);
  self->chooser = g_cancellable_new ();
  chooser = daybook_file_chooser_new (widget, GTK_FILE_CHOOSER_ACTION_SAVE, _("Export the Statistics"), _("_Export"));
  daybook_file_chooser_offer (chooser, _("Workbook (.xlsx) or text (.csv)"), SUFFIXES);
  daybook_file_chooser_keep_folder (chooser, "exports-folder");
  gtk_file_chooser_set_current_name (chooser, name);
  daybook_file_chooser_run (chooser, self->chooser, on_target_chosen, self);
}

/* --- The window ------------------------------------------------------------------------------- */

static void
turn_page (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  GtkStack *stack = DAYBOOK_STATISTICS_WINDOW (widget)->stack;

  gtk_stack_set_visible_child_name (stack, g_strcmp0 (gtk_stack_get_visible_child_name (stack), "plot") == 0 ? "table" : "plot");
}

static void
daybook_statistics_window_dispose (GObject *object)
{
  DaybookStatisticsWindow *self = DAYBOOK_STATISTICS_WINDOW (object);

  stop (&self->reading);
  stop (&self->chooser);
  g_clear_pointer (&self->statistics, daybook_case_statistics_free);
  g_clear_object (&self->definition);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (daybook_statistics_window_parent_class)->dispose (object);
}

static void
daybook_statistics_window_class_init (DaybookStatisticsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_statistics_window_dispose;
  g_type_ensure (DAYBOOK_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/cases/statistics-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookStatisticsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, DaybookStatisticsWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, DaybookStatisticsWindow, period);
  gtk_widget_class_bind_template_child (widget_class, DaybookStatisticsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, DaybookStatisticsWindow, plots);
  gtk_widget_class_bind_template_child (widget_class, DaybookStatisticsWindow, tables);
  gtk_widget_class_bind_template_callback (widget_class, on_period_chosen);
  gtk_widget_class_install_action (widget_class, "statistics.export", NULL, begin_export);
  gtk_widget_class_install_action (widget_class, "statistics.turn", NULL, turn_page);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, 0, "statistics.turn", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "statistics.export", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
offer_periods (DaybookStatisticsWindow *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (PERIODS); i++)
    {
      g_autofree char *name = PERIODS[i] == 1 ? g_strdup (_("This Month"))
        : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The Last %u Month", "The Last %u Months", PERIODS[i]), PERIODS[i]);

      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (self->period, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->period, FIRST_PERIOD);
}

static void
daybook_statistics_window_init (DaybookStatisticsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  daybook_toasts_mend (GTK_WIDGET (self));
  offer_periods (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "statistics.export", FALSE);
}

GtkWindow *
daybook_statistics_window_new (GtkWindow       *parent,
                               DaybookStore    *store,
                               DaybookRegister *definition)
{
  DaybookStatisticsWindow *self = g_object_new (DAYBOOK_TYPE_STATISTICS_WINDOW, "transient-for", parent, NULL);

  self->store = g_object_ref (store);
  self->definition = g_object_ref (definition);
  gtk_window_set_title (GTK_WINDOW (self), _("Statistics"));
  adw_window_title_set_title (self->heading, daybook_register_get_title (definition));
  adw_window_title_set_subtitle (self->heading, _("Statistics"));
  read_period (self);
  return GTK_WINDOW (self);
}
