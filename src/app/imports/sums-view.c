/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/imports/sums-view.h"

#include "app/common/words.h"
#include "app/imports/stage-plot.h"
#include "core/money.h"

#include <glib/gi18n-lib.h>

struct _DaybookSumsView
{
  AdwBin parent_instance;

  DaybookStagePlot *plot;
  GtkListBox       *list;
};

G_DEFINE_FINAL_TYPE (DaybookSumsView, daybook_sums_view, ADW_TYPE_BIN)

/* Adds a line. Takes over `value`; nothing is added for NULL. */
static void
add_line (DaybookSumsView *self,
          const char      *title,
          char            *value)
{
  GtkWidget *row, *label;

  if (value == NULL)
    return;

  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);

  label = gtk_label_new (value);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);

  gtk_list_box_append (self->list, row);
  g_free (value);
}

static void
clear_lines (DaybookSumsView *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
add_currency (DaybookSumsView          *self,
              const DaybookImportSums  *sums,
              const DaybookCurrencySum *sum)
{
  /* Translators: a currency code, e.g. "Paid in USD" */
  g_autofree char *paid = g_strdup_printf (_("Paid in %s"), sum->currency);
  g_autofree char *refunded = g_strdup_printf (_("Refunded in %s"), sum->currency);

  if (sums->has_paid)
    add_line (self, paid, daybook_money_format (sum->paid, sum->currency));
  if (sums->has_refunded)
    add_line (self, refunded, daybook_money_format (sum->refunded, sum->currency));
}

static void
add_sums (DaybookSumsView         *self,
          DaybookStore            *store,
          const DaybookImportSums *sums)
{
  const char *currency = daybook_store_get_currency (store);
  gboolean has_own = sums->currencies->len == 0 || sums->paid != 0 || sums->refunded != 0;
  gboolean of_orders = sums->table == &daybook_orders;

  add_line (self, _(sums->table->labels), daybook_words_count (sums->orders));
  if (of_orders)
    add_line (self, _("Lines"), daybook_words_count (sums->lines));
  if (has_own && sums->has_paid)
    add_line (self, _("Paid"), daybook_money_format (sums->paid, currency));
  if (has_own && sums->has_refunded)
    add_line (self, _("Refunded"), daybook_money_format (sums->refunded, currency));
  for (guint i = 0; i < sums->currencies->len; i++)
    add_currency (self, sums, g_ptr_array_index (sums->currencies, i));
  add_line (self, of_orders ? _("Earliest order") : _("Earliest date"), g_strdup (sums->first_date));
  add_line (self, of_orders ? _("Latest order") : _("Latest date"), g_strdup (sums->last_date));
}

static void
daybook_sums_view_class_init (DaybookSumsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DAYBOOK_TYPE_STAGE_PLOT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/imports/sums-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookSumsView, plot);
  gtk_widget_class_bind_template_child (widget_class, DaybookSumsView, list);
}

static void
daybook_sums_view_init (DaybookSumsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
daybook_sums_view_show (DaybookSumsView *self,
                        DaybookStore    *store,
                        const char      *kind,
                        const char      *json)
{
  g_autoptr (DaybookImportSums) sums = daybook_import_sums_parse (kind, json, daybook_store_get_currency (store));

  clear_lines (self);
  gtk_widget_set_visible (GTK_WIDGET (self), sums != NULL);
  if (sums == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->plot), sums->table == &daybook_orders);
  daybook_stage_plot_set_counts (self->plot, sums->by_stage);
  add_sums (self, store, sums);
}
