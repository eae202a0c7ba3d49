/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/print-articles.h"

#include "cli/output.h"
#include "cli/print-act.h"

#include "core/article.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *word;
  const char *label;
} STATES[] = {
  [DAYBOOK_ARTICLE_COMES_NEW] = { "new", NC_ ("article", "New") },
  [DAYBOOK_ARTICLE_COMES_CHANGED] = { "changed", NC_ ("article", "Changed") },
  [DAYBOOK_ARTICLE_COMES_SAME] = { "same", NC_ ("article", "The same") },
};

/* --- As JSON ------------------------------------------------------------------------------- */

static JsonObject *
describe_file (const DaybookArticleFile *file)
{
  JsonObject *object = json_object_new ();
  JsonArray *remarks = json_array_new ();

  json_object_set_string_member (object, "file", file->file);
  json_object_set_string_member (object, "state", STATES[file->comes].word);
  daybook_json_set_id (object, "id", &file->after->id);
  json_object_set_string_member (object, "title", daybook_row_text (file->after, DAYBOOK_ARTICLE_TITLE));
  for (guint i = 0; i < file->remarks->len; i++)
    json_array_add_string_element (remarks, g_ptr_array_index (file->remarks, i));
  json_object_set_array_member (object, "remarks", remarks);
  return object;
}

static JsonArray *
list_refused (GPtrArray *refused)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < refused->len; i++)
    {
      const DaybookArticleRefusal *one = g_ptr_array_index (refused, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "file", one->file);
      json_object_set_string_member (object, "why", one->why);
      json_array_add_object_element (array, object);
    }
  return array;
}

static void
print_json (DaybookArticlesImport *import,
            const DaybookId       *act)
{
  g_autoptr(JsonObject) object = json_object_new ();
  JsonArray *files = json_array_new ();

  for (guint i = 0; i < import->files->len; i++)
    json_array_add_object_element (files, describe_file (g_ptr_array_index (import->files, i)));
  json_object_set_array_member (object, "files", files);
  json_object_set_array_member (object, "refused", list_refused (import->refused));
  for (guint i = 0; i < G_N_ELEMENTS (STATES); i++)
    json_object_set_int_member (object, STATES[i].word, daybook_articles_import_count (import, (DaybookArticleComes) i));
  daybook_json_set_id (object, "act", act);
  daybook_print_json (object);
}

/* --- For people ---------------------------------------------------------------------------- */

static void
print_text (DaybookArticlesImport *import)
{
  for (guint i = 0; i < import->files->len; i++)
    {
      const DaybookArticleFile *file = g_ptr_array_index (import->files, i);

      daybook_print ("%s: %s · %s\n", file->file, g_dpgettext2 (GETTEXT_PACKAGE, "article", STATES[file->comes].label),
                     daybook_row_text (file->after, DAYBOOK_ARTICLE_TITLE));
      for (guint j = 0; j < file->remarks->len; j++)
        daybook_print ("    %s\n", (const char *) g_ptr_array_index (file->remarks, j));
    }
  for (guint i = 0; i < import->refused->len; i++)
    {
      const DaybookArticleRefusal *one = g_ptr_array_index (import->refused, i);

      daybook_print ("%s: %s\n", one->file, one->why);
    }
  /* Translators: articles of an import. */
  daybook_print (_("new %1$u · changed %2$u · the same %3$u\n"), daybook_articles_import_count (import, DAYBOOK_ARTICLE_COMES_NEW),
                 daybook_articles_import_count (import, DAYBOOK_ARTICLE_COMES_CHANGED), daybook_articles_import_count (import, DAYBOOK_ARTICLE_COMES_SAME));
}

/* --- Committing ------------------------------------------------------------------------------- */

/* `act` gets the act, or the null id where nothing was to change. */
static gboolean
commit (DaybookCli             *cli,
        DaybookArticlesImport  *import,
        DaybookId              *act,
        GError                **error)
{
  g_autoptr(DaybookEdit) edit = daybook_articles_import_act (import, daybook_store_get_agent (cli->store), daybook_store_get_now (cli->store), error);
  g_autoptr(DaybookOutcome) outcome = edit != NULL && daybook_edit_size (edit) > 0 ? daybook_store_commit (cli->store, edit, error) : NULL;

  if (edit == NULL || (outcome == NULL && daybook_edit_size (edit) > 0))
    return FALSE;
  if (outcome != NULL)
    *act = outcome->act;
  return TRUE;
}

gboolean
daybook_commit_articles (DaybookCli             *cli,
                         DaybookArticlesImport  *import,
                         gboolean                dry,
                         GError                **error)
{
  DaybookId act = { { 0 } };

  if (import->files->len == 0)
    {
      const DaybookArticleRefusal *one = import->refused->len > 0 ? g_ptr_array_index (import->refused, 0) : NULL;

      if (one != NULL)
        g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT, _("%1$s: %2$s"), one->file, one->why);
      else
        g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND, _("There is no article in there: Markdown, HTML and .docx are read."));
      return FALSE;
    }
  if (!dry && !commit (cli, import, &act, error))
    return FALSE;

  if (daybook_cli_is_json (cli))
    print_json (import, &act);
  else
    print_text (import);
  if (import->refused->len > 0)
    cli->exit = DAYBOOK_EXIT_PARTLY;
  return TRUE;
}

void
daybook_print_articles_written (DaybookCli *cli,
                                guint       n,
                                const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr(JsonObject) object = json_object_new ();

  if (!daybook_cli_is_json (cli))
    {
      daybook_print (g_dngettext (GETTEXT_PACKAGE, "%1$u article written to %2$s.\n", "%1$u articles written to %2$s.\n", n), n, shown);
      return;
    }

  json_object_set_int_member (object, "rows", n);
  json_object_set_string_member (object, "file", shown);
  daybook_print_json (object);
}
