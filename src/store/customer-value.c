/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/customer-value.h"

#include "core/customer.h"
#include "store/reader-private.h"
#include "store/setting.h"
#include "store/task.h"
#include "store/value-scan.h"

#include <glib/gi18n-lib.h>

/* --- Progress ------------------------------------------------------------------------------- */

/* To whom it is told in another thread. */
typedef struct
{
  GMainContext          *context;
  GFileProgressCallback  progress;
  gpointer               data;
} Listener;

typedef struct
{
  GFileProgressCallback progress;
  gpointer              data;
  goffset               done, total;
} Report;

static gboolean
on_report_due (gpointer data)
{
  const Report *report = data;

  report->progress (report->done, report->total, report->data);
  return G_SOURCE_REMOVE;
}

static void
tell (goffset  done,
      goffset  total,
      gpointer data)
{
  const Listener *listener = data;
  Report report = { listener->progress, listener->data, done, total };

  g_main_context_invoke_full (listener->context, G_PRIORITY_DEFAULT, on_report_due, g_memdup2 (&report, sizeof report), g_free);
}

/* --- Reading ----------------------------------------------------------------------------------- */

/* Bounds that this version cannot read are those of a newer one: what is proposed stands in. */
static gboolean
finish (DaybookCustomerValue  *value,
        DaybookStore          *store,
        GError               **error)
{
  g_autoptr(DaybookReader) reader = daybook_reader_new (store, error);
  g_autofree char *setting = NULL;
  DaybookRfmBounds bounds;

  if (reader == NULL)
    return FALSE;

  setting = daybook_setting_get (reader, DAYBOOK_RFM_SETTING);
  daybook_customer_value_finish (value, daybook_rfm_bounds_parse (setting, &bounds, NULL) ? &bounds : NULL);
  return TRUE;
}

DaybookCustomerValue *
daybook_customer_value_read (DaybookStore           *store,
                             guint                   n_months,
                             GFileProgressCallback   progress,
                             gpointer                progress_data,
                             GCancellable           *cancellable,
                             GError                **error)
{
  g_autoptr(DaybookCustomerValue) value = daybook_customer_value_new (daybook_store_get_now (store), daybook_store_get_zone (store),
                                                                      daybook_store_get_currency (store), n_months);

  return daybook_value_scan (store, value, progress, progress_data, cancellable, error) && finish (value, store, error)
         ? g_steal_pointer (&value) : NULL;
}

typedef struct
{
  guint                 n_months;
  GFileProgressCallback progress;
  gpointer              progress_data;
} Wish;

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Wish *wish = data;
  Listener listener = { g_task_get_context (task), wish->progress, wish->progress_data };
  GError *error = NULL;
  DaybookCustomerValue *value = daybook_customer_value_read (source, wish->n_months, wish->progress != NULL ? tell : NULL, &listener, cancellable, &error);

  if (value != NULL)
    g_task_return_pointer (task, value, (GDestroyNotify) daybook_customer_value_free);
  else
    g_task_return_error (task, error);
}

void
daybook_customer_value_read_async (DaybookStore          *store,
                                   guint                  n_months,
                                   GFileProgressCallback  progress,
                                   gpointer               progress_data,
                                   GCancellable          *cancellable,
                                   GAsyncReadyCallback    callback,
                                   gpointer               data)
{
  g_autoptr(GTask) task = g_task_new (store, cancellable, callback, data);
  Wish wish = { n_months, progress, progress_data };

  g_task_set_source_tag (task, daybook_customer_value_read_async);
  g_task_set_task_data (task, g_memdup2 (&wish, sizeof wish), g_free);
  daybook_task_run_in_thread (task, read_in_thread);
}

DaybookCustomerValue *
daybook_customer_value_read_finish (DaybookStore  *store,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

DaybookQuery *
daybook_customer_value_query (const DaybookCustomerValue *value,
                              guint                       segment)
{
  DaybookQuery *query = daybook_query_new (&daybook_customers);
  g_autoptr(GArray) keys = daybook_customer_value_segment (value, segment);

  daybook_query_set_keys (query, keys, daybook_segment_get_label (&daybook_segments[segment]));
  return query;
}

DaybookEdit *
daybook_customer_value_act_bounds (DaybookStore           *store,
                                   const DaybookRfmBounds *bounds)
{
  DaybookEdit *edit = daybook_edit_new (DAYBOOK_ACT_EDIT, bounds != NULL ? _("Bounds of customer value") : _("Bounds of customer value as proposed"),
                                        daybook_store_get_agent (store));
  g_autofree char *setting = bounds != NULL ? daybook_rfm_bounds_print (bounds) : g_strdup ("");

  daybook_setting_set (edit, daybook_store_get_reader (store), DAYBOOK_RFM_SETTING, setting);
  return edit;
}
