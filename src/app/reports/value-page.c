/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/reports/value-page.h"

#include "app/common/desk.h"
#include "app/common/shell.h"
#include "app/common/weak.h"
#include "app/reports/bounds-dialog.h"
#include "app/reports/report-view.h"
#include "exchange/report-value.h"
#include "store/customer-value.h"
#include "store/setting.h"
#include "store/task.h"

#include <glib/gi18n-lib.h>

struct _DaybookValuePage
{
  DaybookPage        parent_instance;

  /* Template widgets */
  GtkDropDown       *period;
  GtkWidget         *bounds_button;
  DaybookReportView *view;

  /* Owned */
  DaybookStore      *store;
  GCancellable      *reading; /* or NULL */

  DaybookRfmBounds   bounds_now; /* of what is in sight */
  char              *bounds;  /* owned: the setting by which it was counted, or NULL */
  gboolean           stale;   /* the book has changed since it was counted, or it never was */
};

G_DEFINE_FINAL_TYPE (DaybookValuePage, daybook_value_page, DAYBOOK_TYPE_PAGE)

/* Months that are offered; a year at first. */
static const guint PERIODS[] = { 3, 6, 12, 24, 36, 60 };
#define FIRST_PERIOD 2

/* --- Reading -------------------------------------------------------------------------------- */

static void
on_progress (goffset  done,
             goffset  total,
             gpointer weak)
{
  g_autoptr(DaybookValuePage) self = daybook_weak_peek (weak);

  if (self != NULL && total > 0)
    daybook_report_view_progress (self->view, (double) done / (double) total);
}

/* The rows behind each figure are looked for among all customers: not on the main thread either. */
static void
report_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      value,
                  GCancellable *cancellable)
{
  g_task_return_pointer (task, daybook_report_of_value (value), (GDestroyNotify) daybook_report_free);
}

static void
on_reported (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  DaybookValuePage *self = DAYBOOK_VALUE_PAGE (source);
  g_autoptr(DaybookReport) report = g_task_propagate_pointer (G_TASK (result), NULL);

  if (report == NULL || self->store == NULL)
    return;

  g_clear_object (&self->reading);
  gtk_widget_set_sensitive (self->bounds_button, daybook_desk_may (daybook_desk_of (self->store), DAYBOOK_RIGHT_SETTINGS));
  daybook_report_view_take (self->view, g_steal_pointer (&report));
}

static void
show_value (DaybookValuePage     *self,
            DaybookCustomerValue *value)
{
  g_autoptr(GTask) task = NULL;

  self->bounds_now = value->bounds;
  if (value->n_ever == 0)
    {
      daybook_customer_value_free (value);
      daybook_report_view_take (self->view, NULL);
      return;
    }

  task = g_task_new (self, self->reading, on_reported, NULL);
  g_task_set_source_tag (task, show_value);
  g_task_set_task_data (task, value, (GDestroyNotify) daybook_customer_value_free);
  daybook_task_run_in_thread (task, report_in_thread);
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(DaybookValuePage) self = daybook_weak_take (data);
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookCustomerValue) value = daybook_customer_value_read_finish (DAYBOOK_STORE (source), result, &error);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED))
    return;

  if (value != NULL)
    show_value (self, g_steal_pointer (&value));
  else
    daybook_report_view_fail (self->view, error->message);
}

static void
stop_reading (DaybookValuePage *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
read_period (DaybookValuePage *self)
{
  guint chosen = gtk_drop_down_get_selected (self->period);
  gpointer weak;

  if (self->store == NULL || chosen >= G_N_ELEMENTS (PERIODS))
    return;

  stop_reading (self);
  self->stale = FALSE;
  g_free (self->bounds);
  self->bounds = daybook_setting_get (daybook_store_get_reader (self->store), DAYBOOK_RFM_SETTING);
  self->reading = g_cancellable_new ();
  daybook_report_view_begin (self->view, self->reading);
  weak = daybook_weak_new (self);
  daybook_customer_value_read_async (self->store, PERIODS[chosen], on_progress, weak, self->reading, on_read, weak);
}

/* --- Acts --------------------------------------------------------------------------------------- */

static void
on_period_chosen (DaybookValuePage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_period (self);
}

static void
on_export_clicked (DaybookValuePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->view), "report.export", NULL);
}

static void
on_bounds_clicked (DaybookValuePage *self)
{
  daybook_bounds_dialog_run (GTK_WIDGET (self), self->store, &self->bounds_now);
}

/* --- The page ------------------------------------------------------------------------------------ */

/* A pass is no answer to each note that is saved: it is counted anew when the page is turned to, or by other
 * bounds. */
static void
on_book_changed (DaybookValuePage *self)
{
  g_autofree char *setting = daybook_setting_get (daybook_store_get_reader (self->store), DAYBOOK_RFM_SETTING);

  self->stale = TRUE;
  if (g_strcmp0 (setting, self->bounds) != 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_period (self);
}

static void
shown (DaybookPage *page)
{
  DaybookValuePage *self = DAYBOOK_VALUE_PAGE (page);

  if (self->stale)
    read_period (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->period));
}

static void
daybook_value_page_dispose (GObject *object)
{
  DaybookValuePage *self = DAYBOOK_VALUE_PAGE (object);

  stop_reading (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (daybook_value_page_parent_class)->dispose (object);
}

static void
daybook_value_page_finalize (GObject *object)
{
  g_free (DAYBOOK_VALUE_PAGE (object)->bounds);
  G_OBJECT_CLASS (daybook_value_page_parent_class)->finalize (object);
}

static void
daybook_value_page_class_init (DaybookValuePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_value_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = daybook_value_page_finalize;
  DAYBOOK_PAGE_CLASS (klass)->shown = shown;

  g_type_ensure (DAYBOOK_TYPE_REPORT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/reports/value-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookValuePage, period);
  gtk_widget_class_bind_template_child (widget_class, DaybookValuePage, bounds_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookValuePage, view);
  gtk_widget_class_bind_template_callback (widget_class, on_period_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_export_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_bounds_clicked);
}

static void
offer_periods (DaybookValuePage *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (PERIODS); i++)
    {
      g_autofree char *name = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The Last %u Month", "The Last %u Months", PERIODS[i]), PERIODS[i]);

      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (self->period, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->period, FIRST_PERIOD);
}

static const DaybookReportAct SEGMENT_ACT = {
  "segments", "daybook-activity-symbolic", N_("Make an activity list of these"), "win.new-activity-of",
};

static void
daybook_value_page_init (DaybookValuePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  offer_periods (self);
  self->stale = TRUE;
  daybook_report_view_set_act (self->view, &SEGMENT_ACT);
  daybook_report_view_set_empty (self->view, "system-users-symbolic", _("No Sales Yet"),
                                 _("When orders of customers are in the book, this page says who buys often and for much, who buys again, "
                                   "and who has not been seen for long. Import orders to begin."));
}

DaybookPage *
daybook_value_page_new (DaybookStore *store)
{
  DaybookValuePage *self = g_object_new (DAYBOOK_TYPE_VALUE_PAGE, NULL);

  self->store = g_object_ref (store);
  daybook_report_view_set_store (self->view, store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_book_changed), self, G_CONNECT_SWAPPED);
  return DAYBOOK_PAGE (self);
}
