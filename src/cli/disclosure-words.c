/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/disclosure-words.h"

#include "cli/output.h"

#include <glib/gi18n-lib.h>

static DaybookRevealBasis
find_basis (const char *word)
{
  const DaybookWord *words = daybook_reveals.fields[DAYBOOK_REVEAL_BASIS].words;

  for (guint i = DAYBOOK_BASIS_ORDER; word != NULL && words[i].word != NULL; i++)
    if (g_str_equal (words[i].word, word))
      return (DaybookRevealBasis) i;

  return DAYBOOK_BASIS_NONE;
}

static gboolean
refuse (const char  *sentence,
        GError     **error)
{
  g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, sentence);
  return FALSE;
}

/* What is wrong with the words is for the rules in core to say: here it is wrong usage. */
static gboolean
check (const DaybookDisclosure  *said,
       GError                  **error)
{
  g_autoptr(GError) local = NULL;

  return daybook_disclosure_check (said, &local) || refuse (local->message, error);
}

gboolean
daybook_disclosure_words_read (DaybookDisclosureWords  *words,
                               DaybookCli              *cli,
                               DaybookDisclosure      **disclosure,
                               GError                 **error)
{
  DaybookRevealBasis basis = find_basis (words->basis);
  g_autoptr(DaybookDisclosure) said = NULL;

  *disclosure = NULL;
  if (!cli->asks_unmasked)
    return (words->basis == NULL && words->reason == NULL && words->recipient == NULL)
           || refuse (_("--basis, --reason and --recipient are of what is written in full: say so with --unmasked."), error);
  if (basis == DAYBOOK_BASIS_NONE)
    return refuse (_("Say with --basis by what right personal data is given away in full: order (to carry out an order or settle a case), "
                     "consent (the customer’s), own (the customer asked for it) or legal (legal process, with its --reason)."), error);

  said = daybook_disclosure_new (basis, words->recipient, words->reason);
  if (!check (said, error))
    return FALSE;

  *disclosure = g_steal_pointer (&said);
  return TRUE;
}

void
daybook_disclosure_tell_left_out (DaybookCli *cli,
                                  JsonObject *object,
                                  guint       n_rows)
{
  if (!cli->unmasked)
    return;

  json_object_set_int_member (object, "left_out", n_rows);
  if (n_rows > 0 && !daybook_cli_is_json (cli))
    daybook_print (ngettext ("%u row left out: the customer has not given consent.\n",
                             "%u rows left out: the customers have not given consent.\n", n_rows), n_rows);
}

void
daybook_disclosure_words_clear (DaybookDisclosureWords *words)
{
  g_free (words->basis);
  g_free (words->reason);
  g_free (words->recipient);
}
