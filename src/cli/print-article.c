/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/print-article.h"

#include "cli/print-row.h"

#include "core/moment.h"
#include "core/shop.h"
#include "store/article-text.h"
#include "store/articles.h"
#include "store/read-marks.h"
#include "store/trainings.h"

#include <glib/gi18n-lib.h>

static DaybookReader *
reader_of (DaybookCli *cli)
{
  return daybook_store_get_reader (cli->store);
}

/* --- As JSON -------------------------------------------------------------------------------- */

/* Without the texts: `--revision` shows one. */
static JsonArray *
list_revisions (DaybookCli *cli,
                GPtrArray  *revisions)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < revisions->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (revisions, i);
      JsonObject *object = json_object_new ();

      json_object_set_int_member (object, "number", revisions->len - i);
      daybook_json_set_id (object, "id", &row->id);
      json_object_set_string_member (object, "title", daybook_row_text (row, DAYBOOK_REVISION_TITLE));
      daybook_json_set_text (object, "note", daybook_row_has (row, DAYBOOK_REVISION_NOTE) ? daybook_row_text (row, DAYBOOK_REVISION_NOTE) : NULL);
      daybook_json_set_moment (object, "at", cli, daybook_row_int (row, DAYBOOK_REVISION_AT));
      daybook_json_set_id (object, "agent", daybook_row_ref_id (row, DAYBOOK_REVISION_AGENT));
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
list_rows (DaybookCli *cli,
           GPtrArray  *rows)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < rows->len; i++)
    json_array_add_object_element (array, daybook_row_to_json (cli, g_ptr_array_index (rows, i)));
  return array;
}

static JsonObject *
describe_uses (DaybookCli               *cli,
               const DaybookArticleUses *uses)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "total", uses->n);
  json_object_set_int_member (object, "right", uses->n_right);
  json_object_set_int_member (object, "wrong", uses->n_wrong);
  daybook_json_set_moment (object, "last", cli, uses->last);
  return object;
}

static JsonArray *
list_links (GPtrArray *links)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < links->len; i++)
    {
      const DaybookArticleLink *link = g_ptr_array_index (links, i);
      JsonObject *object = json_object_new ();

      daybook_json_set_id (object, "id", &link->id);
      daybook_json_set_text (object, "title", link->title);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
list_trainees (DaybookCli *cli,
               GPtrArray  *trainees)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < trainees->len; i++)
    {
      const DaybookTrainee *self = g_ptr_array_index (trainees, i);
      JsonObject *object = json_object_new ();

      daybook_json_set_id (object, "agent", &self->agent->id);
      json_object_set_string_member (object, "name", daybook_row_text (self->agent, DAYBOOK_AGENT_NAME));
      json_object_set_int_member (object, "done", self->n_done);
      json_object_set_int_member (object, "points", self->n_points);
      if (self->n_judged > 0)
        json_object_set_double_member (object, "stars", self->stars);
      else
        json_object_set_null_member (object, "stars");
      daybook_json_set_moment (object, "last", cli, self->last);
      json_array_add_object_element (array, object);
    }
  return array;
}

/* --- All of it -------------------------------------------------------------------------------- */

typedef struct
{
  GPtrArray         *revisions;
  GPtrArray         *comments;
  GPtrArray         *links;
  GPtrArray         *trainees;
  DaybookArticleUses uses;
} Whole;

static void
clear_whole (Whole *self)
{
  g_clear_pointer (&self->revisions, g_ptr_array_unref);
  g_clear_pointer (&self->comments, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_clear_pointer (&self->trainees, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Whole, clear_whole)

static gboolean
read_whole (DaybookCli        *cli,
            const DaybookRow  *row,
            Whole             *self,
            GError           **error)
{
  return (self->revisions = daybook_article_revisions (reader_of (cli), row, 0, error)) != NULL
         && (self->comments = daybook_article_comments (reader_of (cli), row, 0, error)) != NULL
         && (self->links = daybook_article_links (reader_of (cli), row, error)) != NULL
         && (self->trainees = daybook_trainees (reader_of (cli), row, error)) != NULL
         && daybook_article_uses (reader_of (cli), row, &self->uses, error);
}

static void
print_comments (DaybookCli *cli,
                GPtrArray  *comments)
{
  g_autoptr(DaybookTextTable) table = daybook_print_new_table ();

  daybook_print ("\n");
  daybook_print_add_columns (table, &daybook_comments);
  daybook_text_table_column (table, _("Text"), DAYBOOK_ALIGN_LEFT);
  for (guint i = 0; i < comments->len; i++)
    {
      daybook_print_add_row (table, cli, &daybook_comments, g_ptr_array_index (comments, i));
      daybook_text_table_cell (table, daybook_row_text (g_ptr_array_index (comments, i), DAYBOOK_COMMENT_TEXT));
    }
  daybook_print_table (table);
}

static void
print_revisions (DaybookCli *cli,
                 GPtrArray  *revisions)
{
  g_autoptr(DaybookTextTable) table = daybook_print_new_table ();

  daybook_print ("\n");
  daybook_text_table_column (table, _("Revision"), DAYBOOK_ALIGN_RIGHT);
  daybook_text_table_column (table, _("When"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Agent"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("What was changed"), DAYBOOK_ALIGN_LEFT);
  for (guint i = 0; i < revisions->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (revisions, i);
      g_autofree char *number = g_strdup_printf ("%u", revisions->len - i);
      g_autofree char *at = daybook_row_field_text (cli, row, DAYBOOK_REVISION_AT);
      g_autofree char *agent = daybook_row_field_text (cli, row, DAYBOOK_REVISION_AGENT);

      daybook_text_table_row (table);
      daybook_text_table_cell (table, number);
      daybook_text_table_cell (table, at);
      daybook_text_table_cell (table, agent);
      daybook_text_table_cell (table, daybook_row_text (row, DAYBOOK_REVISION_NOTE));
    }
  daybook_print_table (table);
}

static void
print_text (DaybookCli       *cli,
            const DaybookRow *row,
            const Whole      *whole)
{
  daybook_print_details (cli, row);
  if (whole->uses.n > 0)
    daybook_print (g_dngettext (GETTEXT_PACKAGE, "\nOf use %1$u time; right %2$u, wrong %3$u.\n", "\nOf use %1$u times; right %2$u, wrong %3$u.\n",
                                whole->uses.n), whole->uses.n, whole->uses.n_right, whole->uses.n_wrong);
  for (guint i = 0; i < whole->trainees->len; i++)
    {
      const DaybookTrainee *self = g_ptr_array_index (whole->trainees, i);

      /* Translators: who learns, how many points are done, and of how many. */
      daybook_print (_("%1$s: %2$u of %3$u points\n"), daybook_row_text (self->agent, DAYBOOK_AGENT_NAME), self->n_done, self->n_points);
    }
  if (whole->comments->len > 0)
    print_comments (cli, whole->comments);
  print_revisions (cli, whole->revisions);
}

gboolean
daybook_print_article (DaybookCli        *cli,
                       const DaybookRow  *row,
                       GError           **error)
{
  g_auto(Whole) whole = { 0 };
  g_autoptr(JsonObject) object = NULL;

  if (!read_whole (cli, row, &whole, error))
    return FALSE;
  if (!daybook_cli_is_json (cli))
    {
      print_text (cli, row, &whole);
      return TRUE;
    }

  object = daybook_row_to_json (cli, row);
  json_object_set_array_member (object, "revisions", list_revisions (cli, whole.revisions));
  json_object_set_array_member (object, "comments", list_rows (cli, whole.comments));
  json_object_set_object_member (object, "uses", describe_uses (cli, &whole.uses));
  json_object_set_array_member (object, "links", list_links (whole.links));
  json_object_set_array_member (object, "training", list_trainees (cli, whole.trainees));
  daybook_print_json (object);
  return TRUE;
}

/* --- Readers ------------------------------------------------------------------------------------ */

static const struct
{
  const char *word;
  const char *label;
} STATES[] = {
  [DAYBOOK_READ_NOT] = { "not", NC_ ("article", "Not read") },
  [DAYBOOK_READ_OLDER] = { "older", NC_ ("article", "Read before it was changed") },
  [DAYBOOK_READ_CURRENT] = { "current", NC_ ("article", "Read") },
};

static void
print_readers_text (DaybookCli *cli,
                    GPtrArray  *readers)
{
  g_autoptr(DaybookTextTable) table = daybook_print_new_table ();

  daybook_text_table_column (table, _("Agent"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("State"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("When"), DAYBOOK_ALIGN_LEFT);
  for (guint i = 0; i < readers->len; i++)
    {
      const DaybookArticleReader *self = g_ptr_array_index (readers, i);
      g_autofree char *at = self->at != 0 ? daybook_moment_format (self->at, daybook_store_get_now (cli->store), daybook_store_get_zone (cli->store)) : NULL;

      daybook_text_table_row (table);
      daybook_text_table_cell (table, daybook_row_text (self->agent, DAYBOOK_AGENT_NAME));
      daybook_text_table_cell (table, g_dpgettext2 (GETTEXT_PACKAGE, "article", STATES[self->state].label));
      daybook_text_table_cell (table, at != NULL ? at : "");
    }
  daybook_print_table (table);
}

gboolean
daybook_print_article_readers (DaybookCli        *cli,
                               const DaybookRow  *row,
                               GError           **error)
{
  g_autoptr(GPtrArray) readers = daybook_article_readers (reader_of (cli), row, error);

  if (readers == NULL)
    return FALSE;
  if (!daybook_cli_is_json (cli))
    {
      print_readers_text (cli, readers);
      return TRUE;
    }

  daybook_print_list_begin ("readers", readers->len);
  for (guint i = 0; i < readers->len; i++)
    {
      const DaybookArticleReader *self = g_ptr_array_index (readers, i);
      g_autoptr(JsonObject) object = json_object_new ();

      daybook_json_set_id (object, "agent", &self->agent->id);
      json_object_set_string_member (object, "name", daybook_row_text (self->agent, DAYBOOK_AGENT_NAME));
      json_object_set_string_member (object, "state", STATES[self->state].word);
      daybook_json_set_moment (object, "at", cli, self->at);
      json_object_set_boolean_member (object, "must", self->must);
      daybook_print_list_row (object, i);
    }
  daybook_print_list_end ();
  return TRUE;
}
