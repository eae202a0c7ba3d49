/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"
#include "core/disclosure.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* By what right, why and to whom what --unmasked writes into a file is given away (CF-01, AS-22). */
typedef struct
{
  char *basis;
  char *reason;
  char *recipient;
} DaybookDisclosureWords;

/* The options of a command that writes files, among its own. */
#define DAYBOOK_DISCLOSURE_OPTIONS(words) \
  { "basis", 0, 0, G_OPTION_ARG_FILENAME, &(words).basis, N_("With --unmasked: by what right it is given away: order, consent, own or legal"), \
    N_("BASIS") }, \
  { "reason", 0, 0, G_OPTION_ARG_FILENAME, &(words).reason, N_("Why; of legal process the authority and its file number"), N_("TEXT") }, \
  { "recipient", 0, 0, G_OPTION_ARG_FILENAME, &(words).recipient, N_("Who gets the file"), N_("WHO") }

/* What was said, NULL without --unmasked. Errors: DAYBOOK_CLI_ERROR_USAGE, with the words there are. (transfer full) */
gboolean daybook_disclosure_words_read  (DaybookDisclosureWords  *words,
                                         DaybookCli              *cli,
                                         DaybookDisclosure      **disclosure,
                                         GError                 **error);
/* Says that so many rows were left out of a file that was written in full, or adds it to the answer. */
void     daybook_disclosure_tell_left_out (DaybookCli            *cli,
                                         JsonObject              *object,
                                         guint                    n_rows);
void     daybook_disclosure_words_clear (DaybookDisclosureWords  *words);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DaybookDisclosureWords, daybook_disclosure_words_clear)

G_END_DECLS
