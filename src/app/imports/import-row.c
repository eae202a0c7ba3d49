/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/imports/import-row.h"

#include "app/common/shell.h"
#include "app/common/words.h"
#include "app/compat/wrap-box.h"
#include "app/imports/describe.h"
#include "app/imports/figures.h"
#include "app/imports/problem-list.h"
#include "app/imports/sums-view.h"
#include "core/moment.h"
#include "core/order.h"
#include "core/shop.h"
#include "exchange/form.h"
#include "store/reader.h"

#include <glib/gi18n-lib.h>

struct _DaybookImportRow
{
  AdwExpanderRow parent_instance;

  GtkLabel           *state_label;
  DaybookFigures     *figures;
  GtkLabel           *what_label;
  DaybookSumsView    *sums;
  GtkWidget          *undo_button;
  GtkWidget          *orders_button;
  DaybookProblemList *problems;

  DaybookStore       *store;
  DaybookRow         *row;
  DaybookId           act;
  gboolean            filled; /* what is inside is made when it is opened first */
};

G_DEFINE_FINAL_TYPE (DaybookImportRow, daybook_import_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  UNDO_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static DaybookStagingCounts
counts_of (const DaybookRow *row)
{
  return (DaybookStagingCounts) {
    .rows = daybook_row_int (row, DAYBOOK_IMPORT_ROWS),
    .n_new = daybook_row_int (row, DAYBOOK_IMPORT_NEW),
    .n_updated = daybook_row_int (row, DAYBOOK_IMPORT_UPDATED),
    .n_same = daybook_row_int (row, DAYBOOK_IMPORT_SAME),
    .n_problems = daybook_row_int (row, DAYBOOK_IMPORT_PROBLEMS),
  };
}

static const char *
describe_state (DaybookImportRow *self,
                gboolean          undone)
{
  gint64 state = daybook_row_int (self->row, DAYBOOK_IMPORT_STATE);

  if (undone)
    return C_("import", "Undone");
  if (state == DAYBOOK_IMPORT_FINISHED)
    return "";

  return daybook_words_enum (&daybook_imports.fields[DAYBOOK_IMPORT_STATE], state);
}

/* Whether there are orders to be shown that it brought or changed. */
static gboolean
has_orders (DaybookImportRow *self)
{
  return daybook_form_kind_about (daybook_row_text (self->row, DAYBOOK_IMPORT_KIND)) == &daybook_orders
         && daybook_row_int (self->row, DAYBOOK_IMPORT_NEW) + daybook_row_int (self->row, DAYBOOK_IMPORT_UPDATED) > 0;
}

static void
show_state (DaybookImportRow *self)
{
  DaybookReader *reader = daybook_store_get_reader (self->store);
  g_autoptr (DaybookAct) act = NULL;
  gboolean finished = daybook_row_int (self->row, DAYBOOK_IMPORT_STATE) == DAYBOOK_IMPORT_FINISHED;

  if (daybook_id_parse (daybook_row_text (self->row, DAYBOOK_IMPORT_ACT), &self->act))
    act = daybook_reader_act (reader, &self->act, NULL);

  gtk_label_set_label (self->state_label, describe_state (self, act != NULL && act->undone));
  gtk_widget_set_visible (self->undo_button, act != NULL && finished && !act->undone && !act->running);
  gtk_widget_set_visible (self->orders_button, act != NULL && finished && !act->undone && has_orders (self));
}

static void
show_summary (DaybookImportRow *self)
{
  GTimeZone *zone = daybook_store_get_zone (self->store);
  DaybookStagingCounts counts = counts_of (self->row);
  g_autofree char *at = daybook_moment_format (daybook_row_int (self->row, DAYBOOK_IMPORT_AT),
                                               daybook_store_get_now (self->store), zone);
  g_autofree char *result = daybook_describe_counts (&counts);
  /* Translators: an import of the past: the platform, when it was, what came of it */
  g_autofree char *subtitle = g_strdup_printf (_("%s · %s · %s"),
                                               daybook_words_platform (daybook_row_text (self->row, DAYBOOK_IMPORT_PLATFORM)),
                                               at, result);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), daybook_row_text (self->row, DAYBOOK_IMPORT_FILE));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
}

static void
fill (DaybookImportRow *self)
{
  DaybookStagingCounts counts = counts_of (self->row);
  g_autofree char *as_of = daybook_moment_format_long (daybook_row_int (self->row, DAYBOOK_IMPORT_AS_OF),
                                                       daybook_store_get_zone (self->store));
  g_autofree char *rows = daybook_words_count (counts.rows);
  g_autofree char *n_rows = g_strdup_printf (ngettext ("%s row", "%s rows", counts.rows), rows);
  /* Translators: what a file was: "Tmall orders, GB18030, 28,010 rows, as of 22 November 2026 09:12" */
  g_autofree char *what = g_strdup_printf (_("%s %s, %s, %s, as of %s"),
                                           daybook_words_platform (daybook_row_text (self->row, DAYBOOK_IMPORT_PLATFORM)),
                                           daybook_words_kind (daybook_row_text (self->row, DAYBOOK_IMPORT_KIND)),
                                           daybook_row_text (self->row, DAYBOOK_IMPORT_ENCODING), n_rows, as_of);

  gtk_label_set_label (self->what_label, what);
  daybook_figures_show (self->figures, &counts);
  daybook_sums_view_show (self->sums, self->store, daybook_row_text (self->row, DAYBOOK_IMPORT_KIND),
                          daybook_row_text (self->row, DAYBOOK_IMPORT_SUMS));
  daybook_problem_list_show_kept (self->problems, self->store, self->row, &self->act);
  self->filled = TRUE;
}

static void
on_expanded (DaybookImportRow *self)
{
  if (!self->filled && adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    fill (self);
}

static void
on_undo_clicked (DaybookImportRow *self)
{
  g_signal_emit (self, signals[UNDO_REQUESTED], 0);
}

static void
on_orders_clicked (DaybookImportRow *self)
{
  daybook_shell_show_act (daybook_shell_of (GTK_WIDGET (self)), &daybook_orders, &self->act);
}

static void
daybook_import_row_dispose (GObject *object)
{
  DaybookImportRow *self = DAYBOOK_IMPORT_ROW (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->row, daybook_row_unref);
  G_OBJECT_CLASS (daybook_import_row_parent_class)->dispose (object);
}

static void
daybook_import_row_class_init (DaybookImportRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_import_row_dispose;

  signals[UNDO_REQUESTED] = g_signal_new ("undo-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (DAYBOOK_TYPE_FIGURES);
  g_type_ensure (DAYBOOK_TYPE_PROBLEM_LIST);
  g_type_ensure (DAYBOOK_TYPE_SUMS_VIEW);
  g_type_ensure (DAYBOOK_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/imports/import-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookImportRow, state_label);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportRow, figures);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportRow, what_label);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportRow, sums);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportRow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportRow, orders_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportRow, problems);
  gtk_widget_class_bind_template_callback (widget_class, on_expanded);
  gtk_widget_class_bind_template_callback (widget_class, on_undo_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_orders_clicked);
}

static void
daybook_import_row_init (DaybookImportRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
daybook_import_row_new (DaybookStore *store,
                        DaybookRow   *row)
{
  DaybookImportRow *self = g_object_new (DAYBOOK_TYPE_IMPORT_ROW, NULL);

  self->store = g_object_ref (store);
  daybook_import_row_show (self, row);
  return GTK_WIDGET (self);
}

void
daybook_import_row_show (DaybookImportRow *self,
                         DaybookRow       *row)
{
  gboolean is_over;

  g_return_if_fail (DAYBOOK_IS_IMPORT_ROW (self));

  is_over = self->row != NULL
            && daybook_row_int (self->row, DAYBOOK_IMPORT_STATE) == daybook_row_int (row, DAYBOOK_IMPORT_STATE);
  daybook_row_ref (row);
  g_clear_pointer (&self->row, daybook_row_unref);
  self->row = row;
  show_summary (self);
  show_state (self);
  /* What a file brought is known at its end, and stays. */
  self->filled = self->filled && is_over;
  on_expanded (self);
}

DaybookRow *
daybook_import_row_get_row (DaybookImportRow *self)
{
  g_return_val_if_fail (DAYBOOK_IS_IMPORT_ROW (self), NULL);

  return self->row;
}

const DaybookId *
daybook_import_row_get_act (DaybookImportRow *self)
{
  g_return_val_if_fail (DAYBOOK_IS_IMPORT_ROW (self), NULL);

  return &self->act;
}
