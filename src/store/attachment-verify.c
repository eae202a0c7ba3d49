/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/attachment-verify.h"

#include "store/attachment-book.h"
#include "store/attachments.h"

#include <glib/gi18n-lib.h>

/* So many are named; one who has lost a folder has lost them all. */
#define NAMED 5

typedef struct
{
  guint    n;
  GString *names;
} Faults;

/* "IMG_1.jpg (R-A2031)": who it is missing to. */
static void
add_name (DaybookDatabase *db,
          const char      *hash,
          Faults          *faults)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT a.name, c.number FROM attachments a JOIN cases c ON c.rowid = a.\"case\" WHERE a.hash = :hash"
    " UNION ALL SELECT p.name, t.title FROM pictures p JOIN articles t ON t.rowid = p.article WHERE p.hash = :hash", NULL);

  if (statement == NULL || faults->n > NAMED)
    return;

  daybook_bind_text (statement, ":hash", hash);
  if (daybook_statement_next (statement, NULL))
    g_string_append_printf (faults->names, "%s%s (%s)", faults->names->len > 0 ? _(", ") : "",
                            daybook_column_text (statement, 0), daybook_column_text (statement, 1));
}

static void
look_at (DaybookDatabase *db,
         const char      *folder,
         const char      *hash,
         Faults          *faults)
{
  g_autoptr(GBytes) content = daybook_attachments_read (folder, hash, NULL);

  if (content != NULL)
    return;

  faults->n++;
  add_name (db, hash, faults);
}

static char *
describe (const Faults *faults)
{
  const guint n = faults->n;

  if (n == 0)
    return NULL;

  /* Translators: %s: the first of them, “IMG_1.jpg (R-A2031)”; then “…” where there are more. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u photo is missing or was changed: %s%s. Add it again, or restore a backup that has it.",
                                       "%u photos are missing or were changed: %s%s. Add them again, or restore a backup that has them.",
                                       n), n, faults->names->str, n > NAMED ? "…" : "");
}

gboolean
daybook_attachment_verify (DaybookDatabase  *db,
                           const char       *folder,
                           GCancellable     *cancellable,
                           gint64           *count,
                           char            **fault,
                           GError          **error)
{
  g_autoptr(GPtrArray) hashes = daybook_attachment_book_list (db, error);
  g_autoptr(GString) names = g_string_new (NULL);
  Faults faults = { 0, names };

  for (guint i = 0; hashes != NULL && i < hashes->len; i++)
    {
      if (cancellable != NULL && g_cancellable_is_cancelled (cancellable))
        {
          g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED, _("Stopped."));
          return FALSE;
        }
      look_at (db, folder, g_ptr_array_index (hashes, i), &faults);
    }
  if (hashes == NULL)
    return FALSE;

  *count = hashes->len;
  *fault = describe (&faults);
  return TRUE;
}
