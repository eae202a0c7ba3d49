/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/book.h"

#include "core/order.h"
#include "exchange/sample.h"
#include "store/reader.h"
#include "store/starters.h"
#include "store/task.h"

typedef struct
{
  char        *folder;
  DaybookBook  book;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->folder);
  g_free (request);
}

static gboolean
is_empty (DaybookStore *store)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);
  g_autoptr(DaybookReader) reader = daybook_reader_new (store, NULL);

  return reader != NULL && daybook_reader_count (reader, query, 1, NULL) == 0;
}

/* A shop is not without knowledge on its first day: of each kind it is given all, unless it ever had any. One that cannot
 * be given it (its disk is full) opens all the same. */
static void
bring_starters (DaybookStore *store)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookReader) reader = daybook_reader_new (store, &error);
  g_autoptr(DaybookEdit) edit = NULL;
  g_autoptr(DaybookOutcome) outcome = NULL;
  int known = reader != NULL ? daybook_starters_known (reader, &error) : -1;

  if (known >= 0)
    edit = daybook_starters_act (reader, (DaybookStarters) (DAYBOOK_STARTERS_ALL & ~known), daybook_language_here (), daybook_store_get_now (store), &error);
  if (edit != NULL && daybook_edit_size (edit) > 0)
    outcome = daybook_store_commit (store, edit, &error);
  if (error != NULL)
    g_message ("%s", error->message);
}

static DaybookStore *
open_book (const Request *request,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr(DaybookStore) store = NULL;

  if (request->book == DAYBOOK_BOOK_SAMPLE && !daybook_sample_found (request->folder, 0, error))
    return NULL;

  store = daybook_store_open_in_thread (request->folder, DAYBOOK_STORE_CREATE, 0, error);
  if (store == NULL)
    return NULL;
  if (request->book == DAYBOOK_BOOK_SAMPLE && is_empty (store)
      && !daybook_sample_make (store, DAYBOOK_SAMPLE_ORDERS, DAYBOOK_SAMPLE_SEED, NULL, NULL, cancellable, error))
    return NULL;

  bring_starters (store);
  return g_steal_pointer (&store);
}

static void
open_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Request *request = data;
  GError *error = NULL;
  DaybookStore *store = open_book (request, cancellable, &error);

  if (store == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, store, g_object_unref);
}

void
daybook_book_open_async (const char          *folder,
                         DaybookBook          book,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, data);
  Request *request = g_new0 (Request, 1);

  request->folder = g_strdup (folder);
  request->book = book;
  g_task_set_source_tag (task, daybook_book_open_async);
  g_task_set_task_data (task, request, request_free);
  daybook_task_run_in_thread (task, open_in_thread);
}

DaybookStore *
daybook_book_open_finish (GAsyncResult *result,
                          GError      **error)
{
  DaybookStore *store;

  g_return_val_if_fail (g_async_result_is_tagged (result, daybook_book_open_async), NULL);

  store = g_task_propagate_pointer (G_TASK (result), error);
  if (store != NULL)
    daybook_store_begin (store);
  return store;
}
