/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/phone-log.h"

#include "core/reveal.h"
#include "core/terms.h"
#include "store/reader.h"

static void
on_committed (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit_finish (DAYBOOK_STORE (source), result, &error);

  if (outcome == NULL)
    g_warning ("A search for a phone number was not written down: %s", error->message);
}

static DaybookLook
look_of (DaybookStore *store)
{
  return (DaybookLook) {
    .agent = *daybook_store_get_agent (store),
    .at = daybook_store_get_now (store),
    .how = DAYBOOK_REVEAL_SEARCH,
  };
}

void
daybook_phone_log_note (DaybookStore *store,
                        const char   *text,
                        GPtrArray    *rows)
{
  const DaybookLook look = look_of (store);
  g_autoptr(DaybookEdit) edit = NULL;

  if (!daybook_terms_have_phone (text))
    return;

  edit = daybook_reveal_edit_new (&look);
  for (guint i = 0; i < rows->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (rows, i);

      if (daybook_reader_finds_by_phone (daybook_store_get_reader (store), row, text))
        daybook_reveal_add_found (edit, &look, row->table, &row->id);
    }

  if (daybook_edit_size (edit) > 0)
    daybook_store_commit_async (store, edit, NULL, NULL, NULL, on_committed, NULL);
}

void
daybook_phone_log_note_question (DaybookStore       *store,
                                 const DaybookQuery *query,
                                 guint64             n_rows)
{
  const DaybookLook look = look_of (store);
  g_autoptr(DaybookEdit) edit = daybook_reveal_edit_new (&look);

  if (daybook_reveal_add_question (edit, &look, query, n_rows))
    daybook_store_commit_async (store, edit, NULL, NULL, NULL, on_committed, NULL);
}
