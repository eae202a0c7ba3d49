/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/imports/import-result.h"

#include "app/common/words.h"
#include "app/compat/wrap-box.h"
#include "app/imports/describe.h"
#include "app/imports/figures.h"
#include "app/imports/problem-list.h"
#include "app/imports/sums-view.h"
#include "exchange/form.h"

#include <glib/gi18n-lib.h>

struct _DaybookImportResult
{
  AdwBin parent_instance;

  GtkScrolledWindow  *scroller;
  GtkImage           *icon;
  GtkLabel           *title_label;
  GtkLabel           *text_label;
  GtkWidget          *undo_button;
  GtkWidget          *orders_button;
  GtkButton          *done_button;
  GtkWidget          *details;
  DaybookFigures     *figures;
  GtkLabel           *cases_label;
  DaybookSumsView    *sums;
  DaybookProblemList *problems;
};

G_DEFINE_FINAL_TYPE (DaybookImportResult, daybook_import_result, ADW_TYPE_BIN)

enum
{
  UNDO_REQUESTED,
  ORDERS_REQUESTED,
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_undo_clicked (DaybookImportResult *self)
{
  g_signal_emit (self, signals[UNDO_REQUESTED], 0);
}

static void
on_orders_clicked (DaybookImportResult *self)
{
  g_signal_emit (self, signals[ORDERS_REQUESTED], 0);
}

static void
on_done_clicked (DaybookImportResult *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

/* "120 orders imported": the new and the changed ones. */
static char *
title_of (const DaybookStagingCounts *counts,
          gboolean                    of_orders)
{
  guint64 n = counts->n_new + counts->n_updated;
  g_autofree char *count = daybook_words_count (n);

  if (n == 0)
    return g_strdup (_("Everything Is Up to Date"));

  if (!of_orders)
    return g_strdup_printf (ngettext ("%s Row Imported", "%s Rows Imported", n), count);

  return g_strdup_printf (ngettext ("%s Order Imported", "%s Orders Imported", n), count);
}

static guint
new_signal (const char *name)
{
  return g_signal_new (name, DAYBOOK_TYPE_IMPORT_RESULT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
daybook_import_result_class_init (DaybookImportResultClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[UNDO_REQUESTED] = new_signal ("undo-requested");
  signals[ORDERS_REQUESTED] = new_signal ("orders-requested");
  signals[DONE] = new_signal ("done");

  g_type_ensure (DAYBOOK_TYPE_FIGURES);
  g_type_ensure (DAYBOOK_TYPE_PROBLEM_LIST);
  g_type_ensure (DAYBOOK_TYPE_SUMS_VIEW);
  g_type_ensure (DAYBOOK_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/imports/import-result.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookImportResult, scroller);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportResult, icon);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportResult, title_label);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportResult, text_label);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportResult, undo_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportResult, orders_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportResult, done_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportResult, details);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportResult, figures);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportResult, cases_label);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportResult, sums);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportResult, problems);
  gtk_widget_class_bind_template_callback (widget_class, on_undo_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_orders_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_done_clicked);
}

static void
daybook_import_result_init (DaybookImportResult *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
daybook_import_result_set_waiting (DaybookImportResult *self,
                                   guint                n_waiting)
{
  g_autofree char *count = daybook_words_count (n_waiting);
  g_autofree char *next = NULL;

  if (n_waiting == 0)
    {
      gtk_button_set_label (self->done_button, _("_Done"));
      return;
    }

  next = g_strdup_printf (ngettext ("_Next File (%s Waiting)", "_Next File (%s Waiting)", n_waiting), count);
  gtk_button_set_label (self->done_button, next);
}

void
daybook_import_result_show (DaybookImportResult  *self,
                            DaybookStore         *store,
                            DaybookImport        *import,
                            const DaybookOutcome *outcome,
                            guint                 n_waiting)
{
  const DaybookStagingCounts *counts = daybook_import_get_counts (import);
  gboolean of_orders = daybook_form_kind_about (daybook_import_get_kind (import)) == &daybook_orders;
  g_autofree char *title = title_of (counts, of_orders);

  g_return_if_fail (DAYBOOK_IS_IMPORT_RESULT (self));

  gtk_image_set_from_icon_name (self->icon, "object-select-symbolic");
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->text_label, daybook_import_get_file (import));
  gtk_widget_set_visible (self->undo_button, !daybook_id_is_null (&outcome->act));
  gtk_widget_set_visible (self->orders_button, of_orders);
  gtk_widget_set_visible (self->details, TRUE);
  gtk_widget_set_valign (gtk_widget_get_parent (self->details), GTK_ALIGN_START);
  daybook_import_result_set_waiting (self, n_waiting);

  daybook_figures_show (self->figures, counts);
  daybook_describe_show_cases (self->cases_label, import, DAYBOOK_BORN_PAST);
  daybook_sums_view_show (self->sums, store, daybook_import_get_kind (import), daybook_import_get_sums (import));
  daybook_problem_list_show (self->problems, store, import, DAYBOOK_PROBLEMS_PAST);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->done_button));
}

void
daybook_import_result_show_undone (DaybookImportResult  *self,
                                   const DaybookOutcome *outcome,
                                   guint                 n_waiting)
{
  g_autofree char *count = daybook_words_count (outcome->n_kept);
  g_autofree char *text = NULL;

  g_return_if_fail (DAYBOOK_IS_IMPORT_RESULT (self));

  if (outcome->n_kept == 0)
    text = g_strdup (_("The book is again as it was before the import."));
  else
    text = g_strdup_printf (ngettext ("%s change was kept, because somebody has worked on it since. History lists it.",
                                      "%s changes were kept, because somebody has worked on them since. History lists them.",
                                      outcome->n_kept), count);

  gtk_image_set_from_icon_name (self->icon, "edit-undo-symbolic");
  gtk_label_set_label (self->title_label, _("Import Undone"));
  gtk_label_set_label (self->text_label, text);
  gtk_widget_set_visible (self->undo_button, FALSE);
  gtk_widget_set_visible (self->details, FALSE);
  gtk_widget_set_valign (gtk_widget_get_parent (self->details), GTK_ALIGN_CENTER);
  daybook_import_result_set_waiting (self, n_waiting);
  gtk_widget_grab_focus (GTK_WIDGET (self->done_button));
}
