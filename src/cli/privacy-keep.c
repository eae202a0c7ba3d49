/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/privacy-keep.h"

#include "cli/interrupt.h"
#include "cli/output.h"
#include "cli/print-act.h"

#include "store/retention.h"
#include "store/setting.h"

#include <glib/gi18n-lib.h>

#define FOR_EVER "off"

/* --- What would go ------------------------------------------------------------------------- */

static JsonObject *
keep_to_json (const DaybookKeepKind  *kind,
              const DaybookRetention *due)
{
  JsonObject *object = json_object_new ();
  JsonArray *ids = json_array_new ();

  for (guint i = 0; i < due->ids->len; i++)
    {
      g_autofree char *id = daybook_id_to_string (&g_array_index (due->ids, DaybookId, i));

      json_array_add_string_element (ids, id);
    }

  json_object_set_string_member (object, "keep", kind->word);
  if (due->number > 0)
    json_object_set_int_member (object, "after", due->number);
  else
    json_object_set_null_member (object, "after");
  json_object_set_string_member (object, "unit", kind->unit == DAYBOOK_KEEP_IN_YEARS ? "years" : "days");
  json_object_set_boolean_member (object, "for_good", kind->end != DAYBOOK_KEEP_TRASH);
  json_object_set_int_member (object, "due", (gint64) due->n_due);
  json_object_set_array_member (object, "ids", ids);
  return object;
}

static void
print_keep (const DaybookKeepKind  *kind,
            const DaybookRetention *due)
{
  g_autofree char *kept = daybook_keep_describe (kind, due->number);

  /* Translators: what is kept, its word on the command line, and for how long: "Virtual numbers (virtual): 30 days". */
  daybook_print (_("%s (%s): %s\n"), _(kind->label), kind->word, kept);
  if (due->number > 0)
    daybook_print (ngettext ("  %llu row would go now.\n", "  %llu rows would go now.\n", (gulong) due->n_due), (unsigned long long) due->n_due);
}

static gboolean
show (DaybookCli  *cli,
      GError     **error)
{
  g_autoptr(JsonObject) answer = json_object_new ();
  JsonArray *rows = json_array_new ();

  json_object_set_string_member (answer, "kind", "keeps");
  json_object_set_int_member (answer, "total", DAYBOOK_N_KEEPS);
  json_object_set_array_member (answer, "rows", rows);
  for (int i = 0; i < DAYBOOK_N_KEEPS; i++)
    {
      const DaybookKeepKind *kind = daybook_keep_kind ((DaybookKeep) i);
      g_auto(DaybookRetention) due = { 0 };

      if (!daybook_reader_retention (daybook_store_get_reader (cli->store), (DaybookKeep) i, &due, error))
        return FALSE;
      if (daybook_cli_is_json (cli))
        json_array_add_object_element (rows, keep_to_json (kind, &due));
      else
        print_keep (kind, &due);
    }

  if (daybook_cli_is_json (cli))
    daybook_print_json (answer);
  return TRUE;
}

/* --- For how long ----------------------------------------------------------------------------- */

static const DaybookKeepKind *
find_kind (const char  *word,
           GError     **error)
{
  g_autoptr(GString) words = g_string_new (NULL);
  int keep = daybook_keep_find (word);

  if (keep >= 0)
    return daybook_keep_kind ((DaybookKeep) keep);

  for (int i = 0; i < DAYBOOK_N_KEEPS; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", daybook_keep_kind ((DaybookKeep) i)->word);
  g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("“%s” is nothing of which is said how long it is kept: %s."), word, words->str);
  return NULL;
}

/* "" for ever. (transfer full) */
static char *
read_number (const char  *word,
             GError     **error)
{
  guint number = daybook_keep_read (word);

  if (g_str_equal (word, FOR_EVER))
    return g_strdup ("");
  if (number > 0)
    return g_strdup_printf ("%u", number);

  g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("“%s” is no number from 1 to %d; “off” keeps it for ever."), word, DAYBOOK_KEEP_MOST);
  return NULL;
}

static gboolean
set (DaybookCli  *cli,
     char       **words,
     GError     **error)
{
  const DaybookKeepKind *kind = find_kind (words[0], error);
  g_autofree char *value = kind != NULL ? read_number (words[1], error) : NULL;
  g_autofree char *kept = value != NULL ? daybook_keep_describe (kind, daybook_keep_read (value)) : NULL;
  g_autofree char *title = NULL;
  g_autoptr(DaybookEdit) edit = NULL;

  if (value == NULL || !daybook_cli_check_right (cli, kind->right, error))
    return FALSE;

  /* Translators: what is kept, and for how long: "Virtual numbers: kept 30 days". */
  title = g_strdup_printf (_("%s: kept %s"), _(kind->label), kept);
  edit = daybook_cli_new_edit (cli, title);
  daybook_setting_set (edit, daybook_store_get_reader (cli->store), kind->setting, value);
  return daybook_commit_and_print (cli, edit, error);
}

/* --- Now ------------------------------------------------------------------------------------------ */

/* What goes is what was said; whoever may not say that does not let it go. */
static gboolean
check_run (DaybookCli  *cli,
           GError     **error)
{
  if (!daybook_cli_check_right (cli, DAYBOOK_RIGHT_SETTINGS, error))
    return FALSE;

  for (int i = 0; i < DAYBOOK_N_KEEPS; i++)
    {
      const DaybookKeepKind *kind = daybook_keep_kind ((DaybookKeep) i);
      g_autofree char *value = daybook_setting_get (daybook_store_get_reader (cli->store), kind->setting);

      if (daybook_keep_read (value) > 0 && !daybook_cli_check_right (cli, kind->right, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
run (DaybookCli        *cli,
     DaybookInterrupt  *interrupt,
     GError           **error)
{
  g_autoptr(DaybookOutcome) outcome = NULL;
  g_autoptr(DaybookOutcome) nothing = daybook_outcome_new ();
  GError *local = NULL;

  if (!check_run (cli, error))
    return FALSE;

  outcome = daybook_retention_run (cli->store, daybook_cli_watched_now (cli), daybook_interrupt_show_progress, interrupt, daybook_interrupt_get_cancellable (interrupt), &local);
  if (local == NULL)
    {
      daybook_print_outcome (cli, outcome != NULL ? outcome : nothing);
      return TRUE;
    }

  g_propagate_error (error, local);
  return FALSE;
}

/* What would go if that were set. */
static gboolean
preview (DaybookCli  *cli,
         char       **words,
         GError     **error)
{
  const DaybookKeepKind *kind = find_kind (words[0], error);
  g_autofree char *value = kind != NULL ? read_number (words[1], error) : NULL;
  g_auto(DaybookRetention) due = { 0 };
  g_autoptr(JsonObject) object = NULL;

  if (value == NULL || !daybook_reader_retention_at (daybook_store_get_reader (cli->store), (DaybookKeep) daybook_keep_find (words[0]),
                                                     daybook_keep_read (value), &due, error))
    return FALSE;
  if (!daybook_cli_is_json (cli))
    {
      print_keep (kind, &due);
      return TRUE;
    }

  object = keep_to_json (kind, &due);
  daybook_print_json (object);
  return TRUE;
}

gboolean
daybook_run_privacy_keep (DaybookCli  *cli,
                          char       **arguments,
                          GError     **error)
{
  gboolean previews = FALSE;
  const GOptionEntry entries[] = {
    { "preview", 0, 0, G_OPTION_ARG_NONE, &previews, N_("Say how much would go, and set nothing"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 0, 2, error);
  /* Before the book is opened: its threads are not to be interrupted. */
  g_autoptr(DaybookInterrupt) interrupt = daybook_interrupt_new ();

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL)
    return FALSE;
  if (words[0] == NULL)
    return show (cli, error);
  if (words[1] != NULL)
    return previews ? preview (cli, words, error) : set (cli, words, error);
  if (g_str_equal (words[0], "run"))
    return run (cli, interrupt, error);

  g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("Say how long it is kept, or “off”; or “run” alone."));
  return FALSE;
}
