/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/right.h"
#include "store/reader.h"
#include "store/store.h"

G_BEGIN_DECLS

/* One run of daybookctl: what was asked for, and the book it works on. */

/* How a run ends (CLI.md): a contract with scripts. */
typedef enum
{
  DAYBOOK_EXIT_DONE = 0,
  DAYBOOK_EXIT_FAILED = 1, /* nothing changed, one sentence on standard error */
  DAYBOOK_EXIT_USAGE = 2,  /* the command line itself is wrong */
  DAYBOOK_EXIT_PARTLY = 3, /* done in part; the answer says what was not */
} DaybookExit;

/* What has no place in DAYBOOK_ERROR, because only a command line can say it. */
#define DAYBOOK_CLI_ERROR (daybook_cli_error_quark ())

typedef enum
{
  DAYBOOK_CLI_ERROR_USAGE,   /* the message says what is wrong with the words */
  DAYBOOK_CLI_ERROR_HELP,    /* help was asked for: the message is the help */
  DAYBOOK_CLI_ERROR_VERSION, /* and so for the version */
} DaybookCliError;

GQuark daybook_cli_error_quark (void);

typedef enum
{
  DAYBOOK_FORMAT_TEXT, /* for people */
  DAYBOOK_FORMAT_JSON, /* one object a line */
} DaybookFormat;

typedef struct _DaybookCommand DaybookCommand;

typedef struct
{
  const DaybookCommand *command;
  DaybookFormat         format;
  DaybookExit           exit;     /* of a command that did not fail */
  gboolean              asks_unmasked; /* --unmasked was given */
  gboolean              unmasked;      /* and daybook_cli_check_unmasked() allowed it */
  char                 *folder;
  char                 *as;       /* --as, or NULL */
  char                 *now;      /* --now, or NULL */
  DaybookStore         *store;    /* once open */
} DaybookCli;

typedef enum
{
  DAYBOOK_WORDS_TEXT,  /* every word must be UTF-8 */
  DAYBOOK_WORDS_FILES, /* some name files, whose names are bytes */
} DaybookWords;

struct _DaybookCommand
{
  const char  *name;
  const char  *usage;   /* the words behind the name; for man page and help the same */
  const char  *summary; /* msgid */
  DaybookWords words;
  /* Does the work. `arguments` are the words behind the command's name. */
  gboolean   (*run) (DaybookCli  *cli,
                     char       **arguments,
                     GError     **error);
};

/* What a command does when its first word is `name` (`agent add`). */
typedef struct
{
  const char *name;
  gboolean  (*run) (DaybookCli  *cli,
                    char       **arguments,
                    GError     **error);
} DaybookVerb;

DaybookCli     *daybook_cli_new   (void);
void            daybook_cli_free  (DaybookCli *cli);

/* Reads the options before the command's name; what is left is the command and
 * its words. Errors: DAYBOOK_CLI_ERROR. */
char          **daybook_cli_parse_global (DaybookCli         *cli,
                                          char              **arguments,
                                          GError            **error);
/* Reads a command's own options (`entries`, or NULL for none; texts and files
 * alike as G_OPTION_ARG_FILENAME, which leaves their bytes alone whatever the
 * locale) and returns the other words, of which there must be at least `least`
 * and at most `most`. The options of daybook_cli_parse_global() are understood
 * here too. Errors: DAYBOOK_CLI_ERROR. */
char          **daybook_cli_parse (DaybookCli          *cli,
                                   const GOptionEntry  *entries,
                                   char               **arguments,
                                   guint                least,
                                   guint                most,
                                   GError             **error);

/* Runs the verb that the first word names; `verbs` ends with a NULL name.
 * Errors: DAYBOOK_CLI_ERROR, with the verbs there are; as the verb. */
gboolean        daybook_cli_run_verb (DaybookCli          *cli,
                                      const DaybookVerb   *verbs,
                                      char               **arguments,
                                      GError             **error);

/* Opens the book, fixes its clock (--now) and takes the person at the desk
 * (--as), who is asked for their PIN where they have one. The store belongs to `cli`; once it is open
 * it stays so. Errors: as daybook_store_open(); as daybook_gate_pass(); NOT_FOUND (agent); DAYBOOK_CLI_ERROR_USAGE (time). */
DaybookStore   *daybook_cli_open  (DaybookCli          *cli,
                                   DaybookStoreMode     mode,
                                   GError             **error);
/* --now as UTC seconds, or 0 when it is not given. `zone`: of a time without an
 * offset. Errors: DAYBOOK_CLI_ERROR_USAGE. */
gboolean        daybook_cli_read_now (DaybookCli    *cli,
                                      GTimeZone     *zone,
                                      gint64        *now,
                                      GError       **error);
/* Whether it is said who acts, be it a reader. Errors: DAYBOOK_CLI_ERROR_USAGE. */
gboolean        daybook_cli_check_known    (DaybookCli *cli,
                                            GError    **error);
/* Whether somebody may write, and as whom: the owner of a shop of one person,
 * else whoever --as names. Call it before changing anything.
 * Errors: DAYBOOK_CLI_ERROR_USAGE (--as is needed), REFUSED (a reader). */
gboolean        daybook_cli_check_author   (DaybookCli *cli,
                                            GError    **error);
/* "Undo" or "redo" without an act may mean the one that was cut off and that opening the
 * book has just settled: the next one is not meant. Errors: CONFLICT. */
gboolean        daybook_cli_check_settled  (DaybookCli *cli,
                                            GError    **error);
/* Whether it is said who acts, and they have the right. Errors: as above; REFUSED, with who may. */
gboolean        daybook_cli_check_right    (DaybookCli  *cli,
                                            DaybookRight right,
                                            GError     **error);
/* The words of a command that changes what only those may who have the right to the settings, with the book open.
 * (transfer full) Errors: as daybook_cli_parse(), daybook_cli_open() and daybook_cli_check_right(). */
char          **daybook_cli_parse_settings (DaybookCli *cli,
                                    char      **arguments,
                                    guint       least,
                                    guint       most,
                                    GError    **error);
/* The right that changing rows of this table takes. */
gboolean        daybook_cli_check_author_of (DaybookCli         *cli,
                                             const DaybookTable *table,
                                             GError            **error);
/* Whether rows of the table may be read: the log of reveals is the leads'. */
gboolean        daybook_cli_check_reader_of (DaybookCli         *cli,
                                             const DaybookTable *table,
                                             GError            **error);
/* More rows of buyers than these in one answer are a copy of the book (RECORDS §9). */
#define DAYBOOK_BULK_ROWS 100
gboolean        daybook_cli_check_bulk      (DaybookCli         *cli,
                                             const DaybookTable *table,
                                             guint               n_rows,
                                             GError            **error);
/* UTC seconds by which looks are counted and written down, and by which what is kept no longer goes. The owner watches over
 * both, so that for others it is the system's time, whatever --now says; whoever works alone says it themselves. */
gint64          daybook_cli_watched_now     (DaybookCli         *cli);
/* Whether --unmasked, if it was given, is allowed to this person; from then on
 * values are printed in full. What is printed so is logged before: cli/looks.h. */
gboolean        daybook_cli_check_unmasked (DaybookCli *cli,
                                            GError    **error);

gboolean        daybook_cli_is_json (DaybookCli *cli);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookCli, daybook_cli_free)

G_END_DECLS
