/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/input.h"
#include "cli/interrupt.h"
#include "cli/output.h"
#include "cli/print-act.h"
#include "cli/privacy-keep.h"
#include "cli/privacy-person.h"

#include "core/disclosure.h"
#include "store/safe-place.h"
#include "store/setting.h"

#include <glib/gi18n-lib.h>

/* So many bytes can no text of DAYBOOK_DISCLOSURE_TEXT_MOST characters have. */
#define TEXT_BYTES (4 * DAYBOOK_DISCLOSURE_TEXT_MOST)

/* --- What is read before data is given away ------------------------------------------------ */

static void
print_text (DaybookCli *cli)
{
  g_autofree char *own = daybook_setting_get (daybook_store_get_reader (cli->store), DAYBOOK_DISCLOSURE_TEXT_SETTING);
  g_autoptr(JsonObject) object = json_object_new ();

  if (!daybook_cli_is_json (cli))
    {
      g_autofree char *clean = daybook_text_clean (daybook_disclosure_text (own));

      daybook_print ("%s\n", clean);
      return;
    }

  json_object_set_string_member (object, "text", daybook_disclosure_text (own));
  json_object_set_boolean_member (object, "own", *own != '\0');
  daybook_print_json (object);
}

static gboolean
set_text (DaybookCli        *cli,
          const char        *word,
          DaybookInterrupt  *interrupt,
          GError           **error)
{
  g_autofree char *text = daybook_input_text (word, TEXT_BYTES, daybook_interrupt_get_cancellable (interrupt), error);
  g_autoptr(DaybookEdit) edit = NULL;

  if (text == NULL || !daybook_disclosure_text_check (g_strstrip (text), error))
    return FALSE;

  edit = daybook_cli_new_edit (cli, _("Text on confidentiality"));
  daybook_setting_set (edit, daybook_store_get_reader (cli->store), DAYBOOK_DISCLOSURE_TEXT_SETTING, text);
  return daybook_commit_and_print (cli, edit, error);
}

static gboolean
run_text (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 0, 1, error);
  /* Before the book is opened: its threads are not to be interrupted. */
  g_autoptr(DaybookInterrupt) interrupt = daybook_interrupt_new ();

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL)
    return FALSE;
  if (words[0] != NULL)
    return daybook_cli_check_right (cli, DAYBOOK_RIGHT_SETTINGS, error) && set_text (cli, words[0], interrupt, error);

  print_text (cli);
  return TRUE;
}

/* --- How safe the place is ------------------------------------------------------------------- */

static void
print_place (DaybookCli  *cli,
             DaybookDisk  disk,
             GPtrArray   *open)
{
  static const char *const WORDS[] = { "unknown", "no", "yes" };
  static const char *const SENTENCES[] = {
    N_("Whether the disk is encrypted is not known."),
    N_("The disk is not encrypted: whoever takes this computer can read everything."),
    N_("The disk is encrypted."),
  };
  g_autoptr(JsonObject) object = json_object_new ();

  if (!daybook_cli_is_json (cli))
    {
      daybook_print ("%s\n", _(SENTENCES[disk]));
      daybook_print (ngettext ("%u file is open to others on this computer.\n", "%u files are open to others on this computer.\n", open->len),
                     open->len);
      return;
    }

  json_object_set_string_member (object, "encrypted", WORDS[disk]);
  json_object_set_int_member (object, "open", open->len);
  daybook_print_json (object);
}

static gboolean
run_check (DaybookCli  *cli,
           char       **arguments,
           GError     **error)
{
  gboolean mends = FALSE;
  const GOptionEntry entries[] = {
    { "mend", 0, 0, G_OPTION_ARG_NONE, &mends, N_("Close to others what they may read"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 0, 0, error);
  g_autoptr(GPtrArray) found = NULL;
  const char *folder;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || (mends && !daybook_cli_check_right (cli, DAYBOOK_RIGHT_SETTINGS, error)))
    return FALSE;

  folder = daybook_store_get_folder (cli->store);
  found = daybook_safe_place_open (folder, error);
  if (found == NULL || (mends && !daybook_safe_place_mend (found, error)))
    return FALSE;
  if (mends)
    g_ptr_array_set_size (found, 0);

  print_place (cli, daybook_safe_place_disk (folder, "/sys"), found);
  return TRUE;
}

/* --- The command --------------------------------------------------------------------------- */

static gboolean
run_privacy (DaybookCli  *cli,
             char       **arguments,
             GError     **error)
{
  static const DaybookVerb VERBS[] = {
    { "check", run_check },
    { "find", daybook_privacy_run_find },
    { "export", daybook_privacy_run_export },
    { "erase", daybook_privacy_run_erase },
    { "keep", daybook_run_privacy_keep },
    { "text", run_text },
    { NULL, NULL },
  };

  return daybook_cli_run_verb (cli, VERBS, arguments, error);
}

const DaybookCommand daybook_command_privacy = {
  "privacy",
  "find TEXT… | export CUSTOMER --to DIR | erase CUSTOMER [--reason TEXT] | text [TEXT] | keep [KIND NUMBER|off [--preview]] | keep run | check [--mend]",
  N_("What the shop does for the privacy of its customers"),
  DAYBOOK_WORDS_FILES,
  run_privacy,
};
