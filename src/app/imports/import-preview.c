/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/imports/import-preview.h"

#include "app/common/desk.h"
#include "app/common/shell.h"
#include "app/common/words.h"
#include "app/imports/describe.h"
#include "app/imports/feeds-view.h"
#include "app/imports/figures.h"
#include "app/imports/problem-list.h"
#include "app/imports/shop-dialog.h"
#include "app/imports/sums-view.h"
#include "core/moment.h"
#include "core/shop.h"
#include "store/reader.h"

#include <glib/gi18n-lib.h>

struct _DaybookImportPreview
{
  AdwBin parent_instance;

  GtkScrolledWindow  *scroller;
  GtkLabel           *file_label;
  GtkLabel           *what_label;
  GtkWidget          *sample_label;
  DaybookFigures     *figures;
  GtkLabel           *cases_label;
  GtkLabel           *again_label;
  GtkLabel           *nothing_label;
  GtkWidget          *older_box;
  GtkLabel           *older_label;
  GtkWidget          *own_time_button;
  AdwEntryRow        *as_of_row;
  GtkLabel           *as_of_error;
  AdwComboRow        *shop_row;
  DaybookProblemList *problems;
  DaybookSumsView    *sums;
  DaybookFeedsView   *feeds;
  GtkWidget          *import_button;

  DaybookStore       *store;
  DaybookImport      *import;
  GPtrArray          *shops; /* DaybookRow */
  DaybookId           shop;
  DaybookId           opening; /* a shop's that is being opened */
};

G_DEFINE_FINAL_TYPE (DaybookImportPreview, daybook_import_preview, ADW_TYPE_BIN)

enum
{
  ACCEPTED,
  DECLINED,
  SHOP_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Exports that do not say when they were made are often taken for older than they are:
 * one of some orders only has no newer time in it than theirs. */
static void
show_older (DaybookImportPreview *self)
{
  guint64 n = daybook_import_get_counts (self->import)->n_older;
  g_autofree char *count = daybook_words_count (n);
  g_autofree char *text = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE,
                 "%s is in the book from a later file. What this file says otherwise of it is left out.",
                 "%s are in the book from a later file. What this file says otherwise of them is left out.", (gulong) n),
    count);

  gtk_label_set_label (self->older_label, text);
  gtk_widget_set_visible (self->older_box, n > 0);
  gtk_widget_set_visible (self->own_time_button, daybook_import_get_saved (self->import) > daybook_import_get_as_of (self->import));
}

static void
show_counts (DaybookImportPreview *self)
{
  const DaybookStagingCounts *counts = daybook_import_get_counts (self->import);
  g_autofree char *what = daybook_describe_import (self->store, self->import);

  gtk_label_set_label (self->what_label, what);
  daybook_figures_show (self->figures, counts);
  daybook_describe_show_cases (self->cases_label, self->import, DAYBOOK_BORN_AHEAD);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing_label),
                          counts->orders > 0 && counts->n_new == 0 && counts->n_updated == 0);
  show_older (self);
  gtk_widget_set_sensitive (self->import_button, counts->orders > 0);
}

/* The form that people type: "2026-11-22 09:12". */
static char *
describe_as_of (DaybookImportPreview *self)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (daybook_import_get_as_of (self->import));
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, daybook_store_get_zone (self->store)) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M") : g_strdup ("");
}

static void
show_as_of (DaybookImportPreview *self)
{
  g_autofree char *text = describe_as_of (self);

  gtk_editable_set_text (GTK_EDITABLE (self->as_of_row), text);
  gtk_widget_remove_css_class (GTK_WIDGET (self->as_of_row), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->as_of_error), FALSE);
}

/* FALSE when what is written there is no time, which the page then says. */
static gboolean
apply_as_of (DaybookImportPreview *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->as_of_row));
  g_autoptr (GError) error = NULL;
  gint64 moment;

  if (!daybook_moment_parse (text, daybook_store_get_zone (self->store), &moment, &error))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->as_of_row), "error");
      gtk_label_set_label (self->as_of_error, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->as_of_error), TRUE);
      return FALSE;
    }

  daybook_import_set_as_of (self->import, moment);
  show_as_of (self);
  show_counts (self);
  return TRUE;
}

static void
on_own_time_clicked (DaybookImportPreview *self)
{
  daybook_import_set_as_of (self->import, daybook_import_get_saved (self->import));
  show_as_of (self);
  show_counts (self);
}

static void
on_as_of_applied (DaybookImportPreview *self)
{
  apply_as_of (self);
}

static void
choose_shop (DaybookImportPreview *self,
             const DaybookId      *shop)
{
  self->shop = *shop;
  g_signal_emit (self, signals[SHOP_CHOSEN], 0);
}

static void
on_shop_selected (DaybookImportPreview *self)
{
  guint selected = adw_combo_row_get_selected (self->shop_row);

  if (self->shops == NULL || selected >= self->shops->len)
    return;

  DaybookRow *row = g_ptr_array_index (self->shops, selected);
  if (daybook_id_equal (&row->id, &self->shop))
    return;

  choose_shop (self, &row->id);
}

/* The shop's id, while it is being opened. */
static void
on_shop_opened (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr(DaybookImportPreview) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit_finish (DAYBOOK_STORE (source), result, &error);
  DaybookShell *shell = daybook_shell_of (GTK_WIDGET (self));

  if (outcome != NULL && self->import != NULL)
    choose_shop (self, &self->opening);
  else if (outcome == NULL && shell != NULL)
    daybook_shell_say_error (shell, error);
  else if (outcome == NULL)
    g_warning ("%s", error->message);
}

static void
on_shop_answered (DaybookImportPreview *self,
                  const char           *response,
                  AdwMessageDialog     *dialog)
{
  g_autofree char *name = daybook_shop_dialog_get_name (dialog);
  g_autofree char *title = g_strdup_printf (_("Shop “%s” opened"), name);
  g_autoptr(DaybookRow) first = daybook_reader_find (daybook_store_get_reader (self->store), &daybook_shops,
                                                     daybook_store_get_shop (self->store), NULL);

  if (!g_str_equal (response, DAYBOOK_SHOP_DIALOG_OPEN) || *name == '\0' || first == NULL)
    return;

  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (self->store));
  daybook_id_random (&self->opening);
  daybook_shop_open (edit, first, &self->opening, name);
  daybook_store_commit_async (self->store, edit, NULL, NULL, NULL, on_shop_opened, g_object_ref (self));
}

static void
on_another_shop_clicked (DaybookImportPreview *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  AdwMessageDialog *dialog = daybook_shop_dialog_new (GTK_WINDOW (root));

  g_signal_connect_object (dialog, "response", G_CALLBACK (on_shop_answered), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* A shop of one shop is not asked. */
static void
show_shops (DaybookImportPreview *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = GTK_INVALID_LIST_POSITION;

  g_clear_pointer (&self->shops, g_ptr_array_unref);
  g_autoptr (GPtrArray) shops = daybook_reader_all (daybook_store_get_reader (self->store), &daybook_shops, NULL);
  for (guint i = 0; shops != NULL && i < shops->len; i++)
    {
      DaybookRow *row = g_ptr_array_index (shops, i);

      gtk_string_list_append (names, daybook_row_text (row, DAYBOOK_SHOP_NAME));
      if (daybook_id_equal (&row->id, &self->shop))
        selected = i;
    }

  adw_combo_row_set_model (self->shop_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->shop_row, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->shop_row), shops != NULL && shops->len > 1);
  self->shops = g_steal_pointer (&shops);
}

static void
on_accepted (DaybookImportPreview *self)
{
  g_autofree char *shown = describe_as_of (self);

  /* A time that was written and not confirmed is meant. */
  if (g_str_equal (shown, gtk_editable_get_text (GTK_EDITABLE (self->as_of_row))) || apply_as_of (self))
    g_signal_emit (self, signals[ACCEPTED], 0);
}

static void
on_declined (DaybookImportPreview *self)
{
  g_signal_emit (self, signals[DECLINED], 0);
}

static void
daybook_import_preview_dispose (GObject *object)
{
  DaybookImportPreview *self = DAYBOOK_IMPORT_PREVIEW (object);

  g_clear_object (&self->import);
  g_clear_object (&self->store);
  g_clear_pointer (&self->shops, g_ptr_array_unref);
  G_OBJECT_CLASS (daybook_import_preview_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/imports/import-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookImportPreview, scroller);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportPreview, file_label);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportPreview, what_label);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportPreview, sample_label);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportPreview, figures);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportPreview, cases_label);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportPreview, again_label);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportPreview, nothing_label);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportPreview, older_box);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportPreview, older_label);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportPreview, own_time_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportPreview, as_of_row);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportPreview, as_of_error);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportPreview, shop_row);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportPreview, problems);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportPreview, sums);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportPreview, feeds);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportPreview, import_button);
  gtk_widget_class_bind_template_callback (widget_class, on_as_of_applied);
  gtk_widget_class_bind_template_callback (widget_class, on_own_time_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_another_shop_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_shop_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_accepted);
  gtk_widget_class_bind_template_callback (widget_class, on_declined);
}

static guint
new_signal (const char *name)
{
  return g_signal_new (name, DAYBOOK_TYPE_IMPORT_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
daybook_import_preview_class_init (DaybookImportPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_import_preview_dispose;

  g_type_ensure (DAYBOOK_TYPE_FEEDS_VIEW);
  g_type_ensure (DAYBOOK_TYPE_FIGURES);
  g_type_ensure (DAYBOOK_TYPE_PROBLEM_LIST);
  g_type_ensure (DAYBOOK_TYPE_SUMS_VIEW);
  bind_template (GTK_WIDGET_CLASS (klass));

  signals[ACCEPTED] = new_signal ("accepted");
  signals[DECLINED] = new_signal ("declined");
  signals[SHOP_CHOSEN] = new_signal ("shop-chosen");
}

static void
daybook_import_preview_init (DaybookImportPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
daybook_import_preview_show (DaybookImportPreview *self,
                             DaybookStore         *store,
                             DaybookImport        *import,
                             const DaybookId      *shop,
                             gboolean              again)
{
  g_return_if_fail (DAYBOOK_IS_IMPORT_PREVIEW (self));

  g_set_object (&self->store, store);
  g_set_object (&self->import, import);
  self->shop = *shop;

  gtk_widget_set_visible (self->sample_label, daybook_desk_is_sample (daybook_desk_of (store)));
  gtk_widget_set_visible (GTK_WIDGET (self->again_label), again);
  gtk_label_set_label (self->file_label, daybook_import_get_file (import));
  show_as_of (self);
  show_shops (self);
  show_counts (self);
  daybook_problem_list_show (self->problems, store, import, DAYBOOK_PROBLEMS_AHEAD);
  daybook_sums_view_show (self->sums, store, daybook_import_get_kind (import), daybook_import_get_sums (import));
  daybook_feeds_view_show (self->feeds, daybook_import_get_feeds (import));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_widget_grab_focus (self->import_button);
}

void
daybook_import_preview_clear (DaybookImportPreview *self)
{
  g_return_if_fail (DAYBOOK_IS_IMPORT_PREVIEW (self));

  daybook_problem_list_show (self->problems, NULL, NULL, DAYBOOK_PROBLEMS_AHEAD);
  g_clear_object (&self->import);
}

const DaybookId *
daybook_import_preview_get_shop (DaybookImportPreview *self)
{
  g_return_val_if_fail (DAYBOOK_IS_IMPORT_PREVIEW (self), NULL);

  return &self->shop;
}
