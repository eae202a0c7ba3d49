/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/case-attach.h"

#include "cli/output.h"
#include "cli/print-act.h"
#include "cli/print-row.h"

#include "core/attachment.h"
#include "core/case.h"

#include <glib/gi18n-lib.h>

static DaybookPhotoBatch *
take (DaybookCli        *cli,
      const DaybookRow  *row,
      char             **files,
      GError           **error)
{
  g_autoptr(DaybookPhotoBatch) batch =
    daybook_photo_batch_new (cli->store, daybook_store_get_reader (cli->store), &row->id, error);

  for (char **word = files; batch != NULL && word != NULL && *word != NULL; word++)
    {
      g_autoptr(GFile) file = g_file_new_for_path (*word);

      if (!daybook_photo_batch_take (batch, file, NULL, error))
        return NULL;
    }

  return g_steal_pointer (&batch);
}

/* "box.jpg: …" */
static void
set_refusal (const DaybookPhotoBatch  *batch,
             GError                  **error)
{
  const DaybookBatchRefusal *first = g_ptr_array_index (batch->refused, 0);

  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT, "%s: %s", first->name, first->reason);
}

DaybookPhotoBatch *
daybook_case_take_photos (DaybookCli        *cli,
                          const DaybookRow  *row,
                          char             **files,
                          GError           **error)
{
  g_autoptr(DaybookPhotoBatch) batch = take (cli, row, files, error);

  if (batch == NULL || batch->refused->len == 0)
    return g_steal_pointer (&batch);

  set_refusal (batch, error);
  return NULL;
}

/* --- What came of it ---------------------------------------------------------- */

static gboolean
is_in (const DaybookPhotoBatch *batch,
       const DaybookRow        *attachment)
{
  const char *hash = daybook_row_text (attachment, DAYBOOK_ATTACHMENT_HASH);

  for (guint i = 0; i < batch->photos->len; i++)
    if (g_str_equal (((const DaybookBatchPhoto *) g_ptr_array_index (batch->photos, i))->photo->sha256, hash))
      return TRUE;

  return FALSE;
}

static void
print_json (DaybookCli              *cli,
            const DaybookRow        *row,
            const DaybookPhotoBatch *batch,
            GPtrArray               *all)
{
  g_autoptr(JsonObject) object = json_object_new ();
  JsonArray *attachments = json_array_new ();
  JsonArray *same = json_array_new ();
  JsonArray *refused = json_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (is_in (batch, g_ptr_array_index (all, i)))
      json_array_add_object_element (attachments, daybook_row_to_json (cli, g_ptr_array_index (all, i)));
  for (guint i = 0; i < batch->same->len; i++)
    json_array_add_string_element (same, g_ptr_array_index (batch->same, i));
  for (guint i = 0; i < batch->refused->len; i++)
    {
      const DaybookBatchRefusal *one = g_ptr_array_index (batch->refused, i);
      JsonObject *refusal = json_object_new ();

      json_object_set_string_member (refusal, "file", one->name);
      json_object_set_string_member (refusal, "error", one->reason);
      json_array_add_object_element (refused, refusal);
    }

  json_object_set_string_member (object, "case", daybook_row_text (row, DAYBOOK_CASE_NUMBER));
  json_object_set_array_member (object, "attachments", attachments);
  json_object_set_array_member (object, "same", same);
  json_object_set_array_member (object, "refused", refused);
  daybook_print_json (object);
}

static void
print_text (const DaybookPhotoBatch *batch)
{
  for (guint i = 0; i < batch->photos->len; i++)
    {
      /* Translators: a file, and what became of it. */
      daybook_print (_("%s: added"), ((const DaybookBatchPhoto *) g_ptr_array_index (batch->photos, i))->name);
      daybook_print ("\n");
    }
  for (guint i = 0; i < batch->same->len; i++)
    {
      /* Translators: %s is a file. */
      daybook_print (_("%s: the case has it already"), (const char *) g_ptr_array_index (batch->same, i));
      daybook_print ("\n");
    }
  for (guint i = 0; i < batch->refused->len; i++)
    {
      const DaybookBatchRefusal *one = g_ptr_array_index (batch->refused, i);

      daybook_print ("%s: %s\n", one->name, one->reason);
    }
}

gboolean
daybook_case_attach (DaybookCli        *cli,
                     const DaybookRow  *row,
                     char             **files,
                     GError           **error)
{
  g_autoptr(DaybookPhotoBatch) batch = take (cli, row, files, error);
  g_autoptr(DaybookOutcome) outcome = NULL;
  g_autoptr(GPtrArray) all = NULL;

  if (batch == NULL)
    return FALSE;
  if (batch->photos->len == 0 && batch->refused->len > 0)
    {
      set_refusal (batch, error);
      return FALSE;
    }

  g_autofree char *what = daybook_photo_batch_title (batch);
  g_autofree char *title = g_strdup_printf ("%s: %s", daybook_row_text (row, DAYBOOK_CASE_NUMBER), what);
  g_autoptr(DaybookEdit) edit = daybook_cli_new_edit (cli, title);
  daybook_photo_batch_build (batch, edit, &row->id, daybook_store_get_now (cli->store));
  outcome = daybook_store_commit (cli->store, edit, error);
  if (outcome != NULL)
    all = daybook_reader_parts (daybook_store_get_reader (cli->store), &daybook_attachments, DAYBOOK_ATTACHMENT_CASE, &row->id, error);
  if (all == NULL)
    return FALSE;

  if (daybook_cli_is_json (cli))
    print_json (cli, row, batch, all);
  else
    print_text (batch);
  if (batch->refused->len > 0)
    cli->exit = DAYBOOK_EXIT_PARTLY;
  return TRUE;
}
