/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/find-row.h"
#include "cli/print-act.h"
#include "cli/read-field.h"

#include "core/announcement-edit.h"
#include "core/article.h"
#include "store/announcements.h"

#include <glib/gi18n-lib.h>

/* --- announce -------------------------------------------------------------------------- */

/* The options of a new one, as written. */
typedef struct
{
  char *title;
  char *kind;
  char *readers;
  char *until;
  char *article;
} AnnounceWords;

static void
clear_words (AnnounceWords *words)
{
  g_free (words->title);
  g_free (words->kind);
  g_free (words->readers);
  g_free (words->until);
  g_free (words->article);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AnnounceWords, clear_words)

/* (transfer full) */
static DaybookRow *
make_draft (DaybookCli           *cli,
            const char           *text,
            const AnnounceWords  *said,
            GError              **error)
{
  const DaybookField *fields = daybook_announcements.fields;
  g_autoptr(DaybookRow) article = said->article != NULL ? daybook_find_row_in_use (cli->store, &daybook_articles, said->article, error) : NULL;
  DaybookRow *draft;
  gint64 kind, readers, until;

  if ((said->article != NULL && article == NULL)
      || !daybook_read_word (cli, &fields[DAYBOOK_ANNOUNCEMENT_KIND], said->kind, &kind, error)
      || !daybook_read_word (cli, &fields[DAYBOOK_ANNOUNCEMENT_READERS], said->readers, &readers, error)
      || !daybook_read_soon (cli, &fields[DAYBOOK_ANNOUNCEMENT_UNTIL], said->until, &until, error))
    return NULL;

  draft = daybook_announcement_draft (daybook_store_get_agent (cli->store), daybook_store_get_now (cli->store));
  draft->values[DAYBOOK_ANNOUNCEMENT_TITLE] = daybook_value_text (said->title);
  draft->values[DAYBOOK_ANNOUNCEMENT_TEXT] = daybook_value_text (text);
  draft->values[DAYBOOK_ANNOUNCEMENT_KIND] = daybook_value_int (kind);
  draft->values[DAYBOOK_ANNOUNCEMENT_READERS] = daybook_value_int (readers);
  draft->values[DAYBOOK_ANNOUNCEMENT_ARTICLE] = daybook_value_id (article != NULL ? &article->id : NULL);
  if (until != 0)
    draft->values[DAYBOOK_ANNOUNCEMENT_UNTIL] = daybook_value_int (until);
  return draft;
}

static gboolean
run_announce (DaybookCli  *cli,
              char       **arguments,
              GError     **error)
{
  g_auto(AnnounceWords) said = { NULL };
  const GOptionEntry entries[] = {
    { "title", 0, 0, G_OPTION_ARG_FILENAME, &said.title, N_("What it is called; without it the first line of the text"), N_("TITLE") },
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &said.kind, N_("news (without it), activity, training or special"), N_("KIND") },
    { "readers", 0, 0, G_OPTION_ARG_FILENAME, &said.readers, N_("Who is to read it: anyone (without it), or those of one role"), N_("ROLE") },
    { "until", 0, 0, G_OPTION_ARG_FILENAME, &said.until, N_("Later nobody need know it"), N_("TIME") },
    { "article", 0, 0, G_OPTION_ARG_FILENAME, &said.article, N_("Where more of it stands"), N_("ID") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 1, 1, error);
  g_autoptr(DaybookRow) draft = NULL;
  g_autoptr(DaybookEdit) edit = NULL;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_author (cli, error)
      || (draft = make_draft (cli, words[0], &said, error)) == NULL)
    return FALSE;

  edit = daybook_announcement_act_add (draft, daybook_store_get_agent (cli->store), daybook_store_get_now (cli->store), error);
  return edit != NULL && daybook_commit_and_print_row (cli, edit, &daybook_announcements, &draft->id, error);
}

/* --- ack ------------------------------------------------------------------------------- */

/* Twice is once: what was read then stays so. */
static gboolean
run_ack (DaybookCli  *cli,
         char       **arguments,
         GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 1, 1, error);
  g_autoptr(DaybookRow) row = NULL;
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();
  g_autoptr(DaybookEdit) edit = NULL;
  const DaybookId *agent;
  DaybookId id;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_author (cli, error)
      || (row = daybook_find_row_in_use (cli->store, &daybook_announcements, words[0], error)) == NULL)
    return FALSE;

  agent = daybook_store_get_agent (cli->store);
  g_ptr_array_add (rows, row);
  edit = daybook_notices_act_read (daybook_store_get_reader (cli->store), rows, agent, daybook_store_get_now (cli->store), error);
  daybook_read_mark_id (&id, &row->id, agent);
  return edit != NULL && daybook_commit_and_print_row (cli, edit, &daybook_read_marks, &id, error);
}

const DaybookCommand daybook_command_announce = {
  "announce", "TEXT [--title TITLE] [--kind KIND] [--readers ROLE] [--until TIME] [--article ID]",
  N_("Say something that everyone is to read first"),
  DAYBOOK_WORDS_TEXT,
  run_announce,
};

const DaybookCommand daybook_command_ack = {
  "ack", "ID",
  N_("Say that you have read an announcement"),
  DAYBOOK_WORDS_TEXT,
  run_ack,
};
