/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/list-log.h"

#include "app/common/phone-log.h"
#include "core/terms.h"
#include "store/reader.h"

/* Found by a phone number, of which few people have two. */
#define LOGGED_MAX 50

struct _DaybookListLog
{
  DaybookStore       *store;
  const DaybookTable *table;
  DaybookResultModel *model;
  char               *logged; /* the search text that was looked at for phones */
  char               *asked;  /* the filter, in the same way */
};

static DaybookRow *
read_row (DaybookListLog *self,
          guint           position)
{
  return daybook_reader_row (daybook_store_get_reader (self->store), self->table,
                             daybook_result_model_get_key (self->model, position), NULL);
}

/* Once for each number, and only of so few rows that somebody may look at them. */
static void
note_phones (DaybookListLog     *self,
             const DaybookQuery *query)
{
  const char *text = query->search != NULL ? query->search : "";
  guint n_items = MIN (g_list_model_get_n_items (G_LIST_MODEL (self->model)), LOGGED_MAX);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);

  if (g_strcmp0 (text, self->logged) == 0)
    return;

  g_free (self->logged);
  self->logged = g_strdup (text);
  for (guint i = 0; daybook_terms_have_phone (text) && i < n_items; i++)
    {
      DaybookRow *row = read_row (self, i);

      if (row != NULL)
        g_ptr_array_add (rows, row);
    }

  daybook_phone_log_note (self->store, text, rows);
}

/* The same of a filter by a whole number, once for each filter. */
static void
note_question (DaybookListLog     *self,
               const DaybookQuery *query)
{
  g_autofree char *asked = daybook_query_print_where (query);

  if (g_strcmp0 (asked, self->asked) == 0)
    return;

  g_free (self->asked);
  self->asked = g_steal_pointer (&asked);
  daybook_phone_log_note_question (self->store, query, g_list_model_get_n_items (G_LIST_MODEL (self->model)));
}

DaybookListLog *
daybook_list_log_new (DaybookStore       *store,
                      const DaybookTable *table,
                      DaybookResultModel *model)
{
  DaybookListLog *self = g_new0 (DaybookListLog, 1);

  self->store = store;
  self->table = table;
  self->model = model;
  return self;
}

void
daybook_list_log_free (DaybookListLog *self)
{
  g_free (self->logged);
  g_free (self->asked);
  g_free (self);
}

void
daybook_list_log_note (DaybookListLog     *self,
                       const DaybookQuery *query)
{
  note_phones (self, query);
  note_question (self, query);
}
