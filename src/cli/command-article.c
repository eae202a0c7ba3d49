/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/find-article.h"
#include "cli/find-case.h"
#include "cli/find-row.h"
#include "cli/interrupt.h"
#include "cli/print-act.h"
#include "cli/print-article.h"
#include "cli/print-articles.h"
#include "cli/print-diff.h"
#include "cli/print-row.h"
#include "cli/read-field.h"

#include "core/article-edit.h"
#include "core/shop.h"
#include "exchange/articles-export.h"
#include "store/article-case.h"
#include "store/article-text.h"
#include "store/articles.h"
#include "store/read-marks.h"
#include "store/starters.h"
#include "store/trainings.h"

#include <glib/gi18n-lib.h>

static DaybookReader *
reader_of (DaybookCli *cli)
{
  return daybook_store_get_reader (cli->store);
}

static const DaybookId *
agent_of (DaybookCli *cli)
{
  return daybook_store_get_agent (cli->store);
}

static gint64
now_of (DaybookCli *cli)
{
  return daybook_store_get_now (cli->store);
}

static GTimeZone *
zone_of (DaybookCli *cli)
{
  return daybook_store_get_zone (cli->store);
}

static gboolean
open_to_write (DaybookCli  *cli,
               GError     **error)
{
  return daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) != NULL && daybook_cli_check_author (cli, error);
}

/* The words of a command on one article that is changed; `*row` is that. */
static char **
begin (DaybookCli          *cli,
       const GOptionEntry  *entries,
       char               **arguments,
       guint                n,
       DaybookRow         **row,
       GError             **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, n, n, error);

  if (words == NULL || !open_to_write (cli, error) || (*row = daybook_find_article (cli, words[0], error)) == NULL)
    return NULL;
  return g_steal_pointer (&words);
}

/* --- new and set ---------------------------------------------------------------------------- */

/* What follows from others, and what is said with commands of its own. */
static gboolean
may_set (guint field)
{
  return field != DAYBOOK_ARTICLE_DELETED && field != DAYBOOK_ARTICLE_CHANGED_AT && field != DAYBOOK_ARTICLE_CHANGED_BY
         && field != DAYBOOK_ARTICLE_STARTER;
}

static void
put (DaybookRow   *row,
     guint         field,
     DaybookValue  value)
{
  daybook_value_clear (&row->values[field]);
  row->values[field] = value;
}

static gboolean
put_body (DaybookRow  *row,
          const char  *word,
          GError     **error)
{
  g_autofree char *text = daybook_read_text (word, error);

  if (text != NULL)
    put (row, DAYBOOK_ARTICLE_BODY, daybook_value_text (*text != '\0' ? text : NULL));
  return text != NULL;
}

/* FIELD=VALUE, FIELD+=LINE; a body also from where `body=` says. */
static gboolean
put_word (DaybookCli  *cli,
          DaybookRow  *row,
          const char  *word,
          GError     **error)
{
  DaybookAssignManner manner;
  const char *text;
  DaybookValue value;
  int field = daybook_split_assignment (&daybook_articles, word, &manner, &text, error);
  g_autofree char *both = field >= 0 && manner == DAYBOOK_ASSIGN_ADD_A_LINE ? daybook_row_text_with (row, (guint) field, text) : NULL;

  if (field < 0)
    return FALSE;
  if (!may_set ((guint) field))
    {
      g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("“%s” is not set by hand."), daybook_articles.fields[field].name);
      return FALSE;
    }
  if (field == DAYBOOK_ARTICLE_BODY && manner == DAYBOOK_ASSIGN_PUT_IN_PLACE)
    return put_body (row, text, error);
  if (!daybook_read_value (cli, row, &daybook_articles.fields[field], both != NULL ? both : text, &value, error))
    return FALSE;

  put (row, (guint) field, value);
  return TRUE;
}

static gboolean
put_words (DaybookCli  *cli,
           DaybookRow  *row,
           char       **words,
           GError     **error)
{
  for (char **word = words; *word != NULL; word++)
    if (!put_word (cli, row, *word, error))
      return FALSE;

  return TRUE;
}

static gboolean
run_new (DaybookCli  *cli,
         char       **arguments,
         GError     **error)
{
  g_autofree char *body = NULL, *kind = NULL;
  const GOptionEntry entries[] = {
    { "body", 0, 0, G_OPTION_ARG_FILENAME, &body, N_("What it says, in Markdown: the text itself, - for standard input, @FILE"), N_("TEXT") },
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &kind, N_("What it is: guide, faq, procedure, product, policy, training, runbook or legal"), N_("KIND") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 1, G_MAXUINT, error);
  g_autoptr(DaybookRow) draft = NULL;
  g_autoptr(DaybookEdit) edit = NULL;
  gint64 word;

  if (words == NULL || !open_to_write (cli, error)
      || !daybook_read_word (cli, &daybook_articles.fields[DAYBOOK_ARTICLE_KIND], kind, &word, error))
    return FALSE;

  draft = daybook_article_draft (agent_of (cli), now_of (cli), zone_of (cli));
  put (draft, DAYBOOK_ARTICLE_TITLE, daybook_value_text (words[0]));
  put (draft, DAYBOOK_ARTICLE_KIND, daybook_value_int (word));
  if ((body != NULL && !put_body (draft, body, error)) || !put_words (cli, draft, words + 1, error)
      || !daybook_article_make_ready (reader_of (cli), NULL, draft, error)
      || (edit = daybook_article_act_add (draft, agent_of (cli), now_of (cli), error)) == NULL)
    return FALSE;

  return daybook_commit_and_print_row (cli, edit, &daybook_articles, &draft->id, error);
}

static gboolean
run_set (DaybookCli  *cli,
         char       **arguments,
         GError     **error)
{
  g_autofree char *note = NULL;
  const GOptionEntry entries[] = {
    { "note", 0, 0, G_OPTION_ARG_FILENAME, &note, N_("What was changed, for those who read the revisions"), N_("TEXT") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 2, G_MAXUINT, error);
  g_autoptr(DaybookRow) row = NULL;
  g_autoptr(DaybookRow) after = NULL;
  g_autoptr(DaybookEdit) edit = NULL;

  if (words == NULL || !open_to_write (cli, error) || (row = daybook_find_article (cli, words[0], error)) == NULL)
    return FALSE;

  after = daybook_row_copy (row);
  if (!put_words (cli, after, words + 1, error) || !daybook_article_make_ready (reader_of (cli), row, after, error)
      || (edit = daybook_article_act_change (row, after, note, agent_of (cli), now_of (cli), error)) == NULL)
    return FALSE;

  return daybook_commit_and_print_row (cli, edit, &daybook_articles, &row->id, error);
}

/* --- show and restore -------------------------------------------------------------------------- */

static gboolean
print_revision (DaybookCli        *cli,
                const DaybookRow  *row,
                guint              number,
                GError           **error)
{
  g_autoptr(DaybookRow) revision = daybook_article_revision_numbered (reader_of (cli), row, number, error);
  g_autoptr(JsonObject) object = NULL;

  if (revision == NULL)
    return FALSE;
  if (!daybook_cli_is_json (cli))
    {
      daybook_print_details (cli, revision);
      return TRUE;
    }

  object = daybook_row_to_json (cli, revision);
  daybook_print_json (object);
  return TRUE;
}

static gboolean
run_show (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  int revision = 0;
  g_autofree char *diff = NULL;
  const GOptionEntry entries[] = {
    { "diff", 0, 0, G_OPTION_ARG_FILENAME, &diff, N_("What was changed since this revision, or between two"), N_("N[..M]") },
    { "revision", 0, 0, G_OPTION_ARG_INT, &revision, N_("As it was in this revision; the first one is 1"), N_("N") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 1, 1, error);
  g_autoptr(DaybookRow) row = NULL;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_unmasked (cli, error)
      || (row = daybook_find_article (cli, words[0], error)) == NULL)
    return FALSE;

  if (diff != NULL)
    return daybook_print_diff (cli, row, diff, error);
  return revision != 0 ? print_revision (cli, row, (guint) MAX (revision, 0), error) : daybook_print_article (cli, row, error);
}

static gboolean
run_restore (DaybookCli  *cli,
             char       **arguments,
             GError     **error)
{
  g_autoptr(DaybookRow) row = NULL;
  g_auto(GStrv) words = begin (cli, NULL, arguments, 2, &row, error);
  g_autoptr(DaybookRow) revision = NULL;
  g_autoptr(DaybookEdit) edit = NULL;
  guint64 number;

  if (words == NULL)
    return FALSE;
  if (!g_ascii_string_to_unsigned (words[1], 10, 1, G_MAXINT, &number, NULL))
    {
      g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("“%s” is no number of a revision; “daybookctl article show” lists them."), words[1]);
      return FALSE;
    }
  if ((revision = daybook_article_revision_numbered (reader_of (cli), row, (guint) number, error)) == NULL
      || (edit = daybook_article_act_restore (row, revision, agent_of (cli), now_of (cli), zone_of (cli), error)) == NULL)
    return FALSE;

  return daybook_commit_and_print_row (cli, edit, &daybook_articles, &row->id, error);
}

/* --- What people say of it ----------------------------------------------------------------------- */

static gboolean
run_comment (DaybookCli  *cli,
             char       **arguments,
             GError     **error)
{
  g_autoptr(DaybookRow) row = NULL;
  g_auto(GStrv) words = begin (cli, NULL, arguments, 2, &row, error);
  g_autoptr(DaybookEdit) edit = NULL;
  DaybookId id;

  if (words == NULL || (edit = daybook_article_act_comment (row, words[1], agent_of (cli), now_of (cli), &id, error)) == NULL)
    return FALSE;

  return daybook_commit_and_print_row (cli, edit, &daybook_comments, &id, error);
}

static gboolean
run_review (DaybookCli  *cli,
            char       **arguments,
            GError     **error)
{
  g_autoptr(DaybookRow) row = NULL;
  g_auto(GStrv) words = begin (cli, NULL, arguments, 1, &row, error);
  g_autoptr(DaybookEdit) edit = words != NULL ? daybook_article_act_review (row, agent_of (cli), now_of (cli), zone_of (cli)) : NULL;

  return edit != NULL && daybook_commit_and_print_row (cli, edit, &daybook_articles, &row->id, error);
}

static gboolean
run_used (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  gboolean right = FALSE, wrong = FALSE;
  g_autofree char *of = NULL, *note = NULL;
  const GOptionEntry entries[] = {
    { "right", 0, 0, G_OPTION_ARG_NONE, &right, N_("It was right"), NULL },
    { "wrong", 0, 0, G_OPTION_ARG_NONE, &wrong, N_("It was wrong"), NULL },
    { "for", 0, 0, G_OPTION_ARG_FILENAME, &of, N_("The case, order or customer for which"), N_("ID") },
    { "note", 0, 0, G_OPTION_ARG_FILENAME, &note, N_("What is to be said of it"), N_("TEXT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr(DaybookRow) row = NULL;
  g_auto(GStrv) words = begin (cli, entries, arguments, 1, &row, error);
  g_autoptr(DaybookRow) target = words != NULL && of != NULL ? daybook_find_any_row (cli->store, of, error) : NULL;
  DaybookArticleUse use = { .verdict = right ? DAYBOOK_VERDICT_RIGHT : wrong ? DAYBOOK_VERDICT_WRONG : DAYBOOK_VERDICT_NONE, .note = note, .of = target };
  g_autoptr(DaybookEdit) edit = NULL;
  DaybookId id;

  if (words == NULL || (of != NULL && target == NULL))
    return FALSE;
  if (right && wrong)
    {
      g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("It was right or wrong, not both."));
      return FALSE;
    }

  edit = daybook_article_act_use (row, &use, agent_of (cli), now_of (cli), &id, error);
  return edit != NULL && daybook_commit_and_print_row (cli, edit, &daybook_uses, &id, error);
}

/* --- Cases, training, readers ---------------------------------------------------------------------- */

static gboolean
run_from_case (DaybookCli  *cli,
               char       **arguments,
               GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 1, 1, error);
  g_autoptr(DaybookRow) row = NULL;
  g_autoptr(DaybookRow) draft = NULL;
  g_autoptr(DaybookEdit) edit = NULL;

  if (words == NULL || !open_to_write (cli, error) || (row = daybook_find_case (cli, words[0], error)) == NULL
      || (draft = daybook_article_of_case (reader_of (cli), row, agent_of (cli), now_of (cli), error)) == NULL
      || (edit = daybook_article_act_add (draft, agent_of (cli), now_of (cli), error)) == NULL)
    return FALSE;

  return daybook_commit_and_print_row (cli, edit, &daybook_articles, &draft->id, error);
}

static gboolean
run_train (DaybookCli  *cli,
           char       **arguments,
           GError     **error)
{
  gboolean undo = FALSE;
  int stars = 0;
  g_autofree char *note = NULL;
  const GOptionEntry entries[] = {
    { "stars", 0, 0, G_OPTION_ARG_INT, &stars, N_("How it was found, from 1 to 5"), N_("N") },
    { "note", 0, 0, G_OPTION_ARG_FILENAME, &note, N_("What is to be said of it"), N_("TEXT") },
    { "to-do", 0, 0, G_OPTION_ARG_NONE, &undo, N_("It is not done after all"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr(DaybookRow) row = NULL;
  g_auto(GStrv) words = begin (cli, entries, arguments, 3, &row, error);
  gboolean judges = stars != 0 || note != NULL;
  g_autoptr(DaybookRow) learner = words != NULL && (!judges || daybook_cli_check_right (cli, DAYBOOK_RIGHT_PEOPLE, error)) ? daybook_find_agent (cli->store, words[1], error) : NULL;
  g_autoptr(DaybookTrainingFound) found = learner != NULL ? daybook_training_find (reader_of (cli), row, learner, words[2], error) : NULL;
  g_autoptr(DaybookEdit) edit = NULL;
  DaybookId id;

  if (found == NULL)
    return FALSE;

  const DaybookTrainingPoint point = { learner, found->item, found->label, found->mark };
  if (judges)
    edit = daybook_article_act_judge (row, &point, (guint) (stars < 0 ? G_MAXINT : stars), note, agent_of (cli), now_of (cli), error);
  else
    edit = daybook_article_act_tick (row, &point, undo ? DAYBOOK_TRAINING_TO_DO : DAYBOOK_TRAINING_DONE, agent_of (cli), now_of (cli));
  daybook_training_id (&id, &row->id, &learner->id, found->item);
  return edit != NULL && daybook_commit_and_print_row (cli, edit, &daybook_trainings, &id, error);
}

static gboolean
run_readers (DaybookCli  *cli,
             char       **arguments,
             GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 1, 1, error);
  g_autoptr(DaybookRow) row = NULL;

  return words != NULL && daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) != NULL
         && (row = daybook_find_article (cli, words[0], error)) != NULL && daybook_print_article_readers (cli, row, error);
}

/* --- starters ------------------------------------------------------------------------------------- */

static gboolean
read_language (DaybookCli       *cli,
               const char       *word,
               DaybookLanguage  *language,
               GError          **error)
{
  g_autofree char *small = word != NULL ? g_ascii_strdown (word, -1) : NULL;
  gint64 number;

  if (!daybook_read_word (cli, &daybook_articles.fields[DAYBOOK_ARTICLE_LANGUAGE], small, &number, error))
    return FALSE;

  *language = number != DAYBOOK_LANGUAGE_ANY ? (DaybookLanguage) number : daybook_language_here ();
  return TRUE;
}

static gboolean
run_starters (DaybookCli  *cli,
              char       **arguments,
              GError     **error)
{
  g_autofree char *word = NULL;
  const GOptionEntry entries[] = {
    { "language", 0, 0, G_OPTION_ARG_FILENAME, &word, N_("In which language: en, zh_CN or zh_TW; without it the program’s"), N_("LANGUAGE") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 0, 0, error);
  g_autoptr(DaybookEdit) edit = NULL;
  DaybookLanguage language;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_right (cli, DAYBOOK_RIGHT_EXPORT, error)
      || !read_language (cli, word, &language, error)
      || (edit = daybook_starters_act (reader_of (cli), DAYBOOK_STARTERS_ALL, language, now_of (cli), error)) == NULL)
    return FALSE;

  return daybook_commit_and_print (cli, edit, error);
}

/* --- import and export ------------------------------------------------------------------------------ */

static gboolean
run_import (DaybookCli  *cli,
            char       **arguments,
            GError     **error)
{
  gboolean dry = FALSE;
  const GOptionEntry entries[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry, N_("Show what would come, and change nothing"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 1, G_MAXUINT, error);
  g_autoptr(DaybookInterrupt) interrupt = daybook_interrupt_new ();
  g_autoptr(DaybookArticlesImport) import = NULL;

  if (words == NULL || !open_to_write (cli, error)
      || (import = daybook_articles_import_read (cli->store, reader_of (cli), words, NULL, NULL, daybook_interrupt_get_cancellable (interrupt), error)) == NULL)
    return FALSE;

  return daybook_commit_articles (cli, import, dry, error);
}

static gboolean
run_export (DaybookCli  *cli,
            char       **arguments,
            GError     **error)
{
  g_autofree char *to = NULL;
  const GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_("Into this folder, as Markdown, or as one document: FILE.html, FILE.pdf"), N_("PATH") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 0, 0, error);
  g_autoptr(DaybookInterrupt) interrupt = daybook_interrupt_new ();
  GCancellable *cancellable = daybook_interrupt_get_cancellable (interrupt);
  DaybookArticlesFormat format;
  guint n = 0;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_right (cli, DAYBOOK_RIGHT_EXPORT, error))
    return FALSE;
  if (to == NULL)
    {
      g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("Say with --to where: a folder, FILE.html or FILE.pdf."));
      return FALSE;
    }
  if (!(daybook_articles_format_find (to, &format) ? daybook_articles_export_file (cli->store, reader_of (cli), NULL, to, format, &n, cancellable, error)
                                                   : daybook_articles_export_folder (cli->store, reader_of (cli), NULL, to, &n, cancellable, error)))
    return FALSE;

  daybook_print_articles_written (cli, n, to);
  return TRUE;
}

/* --- The commands ------------------------------------------------------------------------------------ */

static gboolean
run_article (DaybookCli  *cli,
             char       **arguments,
             GError     **error)
{
  static const DaybookVerb VERBS[] = {
    { "new", run_new },
    { "set", run_set },
    { "show", run_show },
    { "restore", run_restore },
    { "comment", run_comment },
    { "review", run_review },
    { "used", run_used },
    { "from-case", run_from_case },
    { "train", run_train },
    { "readers", run_readers },
    { "starters", run_starters },
    { "import", run_import },
    { "export", run_export },
    { NULL, NULL },
  };

  return daybook_cli_run_verb (cli, VERBS, arguments, error);
}

const DaybookCommand daybook_command_article = {
  "article", "new TITLE [--body TEXT|-|@FILE] [--kind KIND] [FIELD=VALUE…] | set ARTICLE FIELD=VALUE… [--note TEXT] | show ARTICLE [--revision N|--diff N[..M]]"
  " | restore ARTICLE N | comment ARTICLE TEXT | review ARTICLE | used ARTICLE [--right|--wrong] [--for ID] [--note TEXT] | from-case CASE"
  " | train ARTICLE AGENT POINT [--stars N] [--note TEXT] [--to-do] | readers ARTICLE | starters [--language LANGUAGE] | import PATH… [--dry-run] | export --to FOLDER|FILE.(html|pdf)",
  N_("Write what the shop knows, and say what it was good for"),
  DAYBOOK_WORDS_TEXT,
  run_article,
};

static gboolean
run_read (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  g_autoptr(DaybookRow) row = NULL;
  g_auto(GStrv) words = begin (cli, NULL, arguments, 1, &row, error);
  g_autoptr(DaybookRow) revision = words != NULL ? daybook_article_revision (reader_of (cli), row, error) : NULL;
  g_autoptr(GError) local = NULL;
  g_autoptr(DaybookRow) mark = revision != NULL ? daybook_read_mark_find (reader_of (cli), &row->id, agent_of (cli), &local) : NULL;
  g_autoptr(DaybookEdit) edit = NULL;

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (revision != NULL)
    edit = daybook_article_act_read (row, &revision->id, mark, agent_of (cli), now_of (cli));
  return edit != NULL && daybook_commit_and_print_row (cli, edit, &daybook_articles, &row->id, error);
}

const DaybookCommand daybook_command_read = {
  "read", "ARTICLE",
  N_("Say that you have read an article"),
  DAYBOOK_WORDS_TEXT,
  run_read,
};
