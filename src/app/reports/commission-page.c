/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/reports/commission-page.h"

#include "app/common/desk.h"
#include "app/common/shell.h"
#include "app/common/weak.h"
#include "app/reports/report-view.h"
#include "exchange/report-commission.h"
#include "store/order-acts.h"
#include "store/task.h"

#include <glib/gi18n-lib.h>

#define MONTHS 24 /* that are offered, the present one first */

struct _DaybookCommissionPage
{
  DaybookPage        parent_instance;

  /* Template widgets */
  GtkDropDown       *months;
  GtkWidget         *take_button;
  DaybookReportView *view;

  /* Owned */
  DaybookStore      *store;
  GArray            *moments; /* gint64: when each month that is offered begins */
  GCancellable      *reading; /* or NULL */
  GCancellable      *taking;  /* while names are looked for, or NULL */
  GArray            *nameless; /* gint64: orders, or NULL */

  gboolean           stale;   /* the book has changed since it was counted, or it never was */
  gboolean           filling; /* the months */
  gboolean           awaited; /* the next change of the book is one that was made here */
};

G_DEFINE_FINAL_TYPE (DaybookCommissionPage, daybook_commission_page, DAYBOOK_TYPE_PAGE)

/* --- Reading -------------------------------------------------------------------------------- */

static void
show_commission (DaybookCommissionPage   *self,
                 const DaybookCommission *commission)
{
  g_autoptr(GError) error = NULL;
  gboolean any = commission->rows->len + commission->nameless->len > 0;
  DaybookReport *report = any ? daybook_report_of_commission (commission, daybook_store_get_reader (self->store),
                                                              daybook_store_get_zone (self->store),
                                                              daybook_store_get_currency (self->store), &error) : NULL;

  g_clear_pointer (&self->nameless, g_array_unref);
  self->nameless = g_array_ref (commission->nameless);
  gtk_widget_set_sensitive (self->take_button, self->nameless->len > 0);
  if (error != NULL)
    daybook_report_view_fail (self->view, error->message);
  else
    daybook_report_view_take (self->view, report);
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(DaybookCommissionPage) self = daybook_weak_take (data);
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookCommission) commission = daybook_commission_read_finish (DAYBOOK_STORE (source), result, &error);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED))
    return;

  g_clear_object (&self->reading);
  if (commission != NULL)
    show_commission (self, commission);
  else
    daybook_report_view_fail (self->view, error->message);
}

static void
stop (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static void
read_month (DaybookCommissionPage *self)
{
  guint chosen = gtk_drop_down_get_selected (self->months);

  if (self->store == NULL || chosen >= self->moments->len)
    return;

  stop (&self->reading);
  self->stale = FALSE;
  self->reading = g_cancellable_new ();
  daybook_report_view_begin (self->view, self->reading);
  daybook_commission_read_async (self->store, g_array_index (self->moments, gint64, chosen), self->reading, on_read, daybook_weak_new (self));
}

/* --- Names from notes ------------------------------------------------------------------------- */

/* So many orders are read in a thread: their notes are looked through. */
static void
build_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr(DaybookReader) reader = daybook_reader_new (source, &error);
  DaybookEdit *edit = reader != NULL ? daybook_order_act_build (data, reader, cancellable, &error) : NULL;

  if (edit != NULL)
    g_task_return_pointer (task, edit, (GDestroyNotify) daybook_edit_unref);
  else
    g_task_return_error (task, error);
}

static void
on_built (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(DaybookCommissionPage) self = daybook_weak_take (data);
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = g_task_propagate_pointer (G_TASK (result), &error);
  DaybookShell *shell = self != NULL ? daybook_shell_of (GTK_WIDGET (self)) : NULL;

  if (shell == NULL)
    return;

  g_clear_object (&self->taking);
  gtk_widget_set_sensitive (self->take_button, TRUE);
  if (error != NULL)
    daybook_shell_say_error (shell, error);
  else if (daybook_edit_size (edit) == 0)
    daybook_shell_say (shell, _("The platform’s notes name nobody on these orders. Open them as a list to give them a name."));
  else
    {
      self->awaited = TRUE;
      daybook_shell_commit (shell, edit, NULL);
    }
}

static void
on_take_clicked (DaybookCommissionPage *self)
{
  g_autoptr(GTask) task = NULL;

  if (self->nameless == NULL || self->taking != NULL)
    return;

  self->taking = g_cancellable_new ();
  gtk_widget_set_sensitive (self->take_button, FALSE);
  task = g_task_new (self->store, self->taking, on_built, daybook_weak_new (self));
  g_task_set_source_tag (task, on_take_clicked);
  g_task_set_task_data (task, daybook_order_act_new (DAYBOOK_ORDER_TAKE_OVER, g_array_ref (self->nameless), daybook_store_get_agent (self->store)),
                        (GDestroyNotify) daybook_order_act_free);
  daybook_task_run_in_thread (task, build_in_thread);
}

/* --- The page ------------------------------------------------------------------------------------ */

static void
on_month_chosen (DaybookCommissionPage *self)
{
  if (!self->filling && gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_month (self);
}

static void
on_export_clicked (DaybookCommissionPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->view), "report.export", NULL);
}

static void
count_anew (DaybookCommissionPage *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_month (self);
}

/* Whoever reads the report is not torn from it by each note that is saved: it is counted anew when the page is turned
 * to, or by what was done here. */
static void
on_book_changed (DaybookCommissionPage *self)
{
  self->stale = TRUE;
  if (self->awaited)
    count_anew (self);
  self->awaited = FALSE;
}

static void
shown (DaybookPage *page)
{
  DaybookCommissionPage *self = DAYBOOK_COMMISSION_PAGE (page);

  if (self->stale)
    read_month (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->months));
}

static void
daybook_commission_page_dispose (GObject *object)
{
  DaybookCommissionPage *self = DAYBOOK_COMMISSION_PAGE (object);

  stop (&self->reading);
  stop (&self->taking);
  g_clear_pointer (&self->nameless, g_array_unref);
  g_clear_pointer (&self->moments, g_array_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (daybook_commission_page_parent_class)->dispose (object);
}

static void
daybook_commission_page_class_init (DaybookCommissionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_commission_page_dispose;
  DAYBOOK_PAGE_CLASS (klass)->shown = shown;

  g_type_ensure (DAYBOOK_TYPE_REPORT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/reports/commission-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookCommissionPage, months);
  gtk_widget_class_bind_template_child (widget_class, DaybookCommissionPage, take_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookCommissionPage, view);
  gtk_widget_class_bind_template_callback (widget_class, on_month_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_export_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_take_clicked);
}

static void
offer_months (DaybookCommissionPage *self)
{
  GTimeZone *zone = daybook_store_get_zone (self->store);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (daybook_store_get_now (self->store));
  g_autoptr(GDateTime) here = g_date_time_to_timezone (utc, zone);
  g_autoptr(GDateTime) first = g_date_time_new (zone, g_date_time_get_year (here), g_date_time_get_month (here), 1, 0, 0, 0);

  g_array_set_size (self->moments, 0);
  for (int i = 0; i < MONTHS; i++)
    {
      g_autoptr(GDateTime) month = g_date_time_add_months (first, -i);
      g_autofree char *name = g_date_time_format (month, "%Y-%m");
      gint64 moment = g_date_time_to_unix (month);

      g_array_append_val (self->moments, moment);
      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (self->months, G_LIST_MODEL (names));
}

static void
choose_month (DaybookCommissionPage *self,
              const char            *name)
{
  GtkStringList *names = GTK_STRING_LIST (gtk_drop_down_get_model (self->months));

  for (guint i = 0; i < self->moments->len; i++)
    if (g_str_equal (gtk_string_list_get_string (names, i), name))
      gtk_drop_down_set_selected (self->months, i);
}

/* Another month may have begun; the one that is chosen stays. */
static void
on_day_begun (DaybookCommissionPage *self)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (self->months);
  g_autofree char *name = g_strdup (gtk_string_object_get_string (chosen));

  self->filling = TRUE;
  offer_months (self);
  choose_month (self, name);
  self->filling = FALSE;
}

static void
daybook_commission_page_init (DaybookCommissionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->stale = TRUE;
  self->moments = g_array_new (FALSE, FALSE, sizeof (gint64));
  daybook_report_view_set_empty (self->view, "avatar-default-symbolic", _("No Orders in This Month"),
                                 _("Each order that was sold bears the name of whoever attended to it; it counts for them. Names come from the "
                                   "platform’s notes, or are given in the list of orders."));
}

DaybookPage *
daybook_commission_page_new (DaybookStore *store)
{
  DaybookCommissionPage *self = g_object_new (DAYBOOK_TYPE_COMMISSION_PAGE, NULL);

  self->store = g_object_ref (store);
  daybook_report_view_set_store (self->view, store);
  offer_months (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_book_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (daybook_desk_of (store), "agent-changed", G_CALLBACK (count_anew), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (daybook_desk_get_clock (daybook_desk_of (store)), "day", G_CALLBACK (on_day_begun), self, G_CONNECT_SWAPPED);
  return DAYBOOK_PAGE (self);
}
