/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/print-diff.h"

#include "cli/output.h"

#include "core/text-diff.h"
#include "store/articles.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* "3" and "3..5"; `to` 0: the newest. */
static gboolean
read_range (const char *range,
            guint64    *from,
            guint64    *to)
{
  g_auto(GStrv) parts = g_strsplit (range, "..", 2);

  *to = 0;
  return parts[0] != NULL && g_ascii_string_to_unsigned (parts[0], 10, 1, G_MAXINT, from, NULL)
         && (parts[1] == NULL || g_ascii_string_to_unsigned (parts[1], 10, 1, G_MAXINT, to, NULL));
}

/* Title and text as one. (transfer full) */
static char *
whole (const DaybookRow *revision)
{
  return g_strdup_printf ("# %s\n\n%s", daybook_row_text (revision, DAYBOOK_REVISION_TITLE), daybook_row_text (revision, DAYBOOK_REVISION_BODY));
}

/* A run as it stands in the text that has it. (transfer full) */
static char *
text_of (const DaybookDiffRun *run,
         const char           *old,
         const char           *new)
{
  return run->kind == DAYBOOK_DIFF_REMOVED ? g_strndup (old + run->old_start, run->old_end - run->old_start)
                                           : g_strndup (new + run->new_start, run->new_end - run->new_start);
}

static void
print_json (const DaybookTextDiff *diff,
            const char            *old,
            const char            *new,
            guint                  from,
            guint                  to)
{
  static const char *const KINDS[] = { "same", "removed", "added" };
  g_autoptr(JsonObject) object = json_object_new ();
  JsonArray *runs = json_array_new ();

  json_object_set_int_member (object, "from", from);
  json_object_set_int_member (object, "to", to);
  json_object_set_int_member (object, "removed", diff->n_removed);
  json_object_set_int_member (object, "added", diff->n_added);
  for (guint i = 0; i < diff->runs->len; i++)
    {
      const DaybookDiffRun *run = daybook_text_diff_run (diff, i);
      g_autofree char *text = text_of (run, old, new);
      JsonObject *one = json_object_new ();

      json_object_set_string_member (one, "kind", KINDS[run->kind]);
      json_object_set_string_member (one, "text", text);
      json_array_add_object_element (runs, one);
    }
  json_object_set_array_member (object, "runs", runs);
  daybook_print_json (object);
}

static void
print_text (const DaybookTextDiff *diff,
            const char            *old,
            const char            *new)
{
  static const char SIGNS[] = { ' ', '-', '+' };

  for (guint i = 0; i < diff->runs->len; i++)
    {
      const DaybookDiffRun *run = daybook_text_diff_run (diff, i);
      g_autofree char *text = g_strchomp (text_of (run, old, new));
      g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

      for (char **line = lines; *line != NULL; line++)
        daybook_print ("%c %s\n", SIGNS[run->kind], *line);
    }
}

gboolean
daybook_print_diff (DaybookCli        *cli,
                    const DaybookRow  *row,
                    const char        *range,
                    GError           **error)
{
  DaybookReader *reader = daybook_store_get_reader (cli->store);
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(DaybookRow) before = NULL;
  g_autoptr(DaybookRow) after = NULL;
  guint64 from, to;

  if (!read_range (range, &from, &to))
    {
      g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("“%s” is no revision, such as 3, and no two of them, such as 3..5."), range);
      return FALSE;
    }
  if ((all = daybook_article_revisions (reader, row, 0, error)) == NULL)
    return FALSE;
  if (to == 0)
    to = all->len;
  if ((before = daybook_article_revision_numbered (reader, row, (guint) from, error)) == NULL
      || (after = daybook_article_revision_numbered (reader, row, (guint) to, error)) == NULL)
    return FALSE;

  g_autofree char *old = whole (before);
  g_autofree char *new = whole (after);
  g_autoptr(DaybookTextDiff) diff = daybook_text_diff_new (old, new);
  if (daybook_cli_is_json (cli))
    print_json (diff, old, new, (guint) from, (guint) to);
  else
    print_text (diff, old, new);
  return TRUE;
}
