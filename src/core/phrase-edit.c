/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/phrase-edit.h"

#include <glib/gi18n-lib.h>

static gboolean
is_blank (const char *text)
{
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text == '\0';
}

/* (transfer full) */
static char *
name_of (const DaybookRow *row)
{
  g_autofree char *text = g_strstrip (g_strdup (daybook_row_text (row, DAYBOOK_PHRASE_TITLE)));
  g_auto(GStrv) lines = NULL;

  if (*text != '\0')
    return g_steal_pointer (&text);

  g_free (text);
  text = g_strstrip (g_strdup (daybook_row_text (row, DAYBOOK_PHRASE_TEXT)));
  lines = g_strsplit (text, "\n", 2);
  return lines[0] != NULL ? g_utf8_substring (lines[0], 0, MIN (g_utf8_strlen (lines[0], -1), DAYBOOK_PHRASE_TITLE_MOST)) : g_strdup ("");
}

static gboolean
differs (const DaybookRow *before,
         const DaybookRow *after,
         guint             field)
{
  return !daybook_value_equal (&before->values[field], &after->values[field]);
}

/* --- At a form ------------------------------------------------------------------------------- */

DaybookRow *
daybook_phrase_draft (gint64 now)
{
  DaybookRow *row = daybook_row_new (&daybook_phrases);

  daybook_id_fresh (&row->id, now * 1000);
  for (guint i = 0; i < DAYBOOK_PHRASE_N_FIELDS; i++)
    if (daybook_phrases.fields[i].type == DAYBOOK_TYPE_ENUM || daybook_phrases.fields[i].type == DAYBOOK_TYPE_BOOL)
      row->values[i] = daybook_value_int (0);
  return row;
}

DaybookRow *
daybook_phrase_double (const DaybookRow *phrase,
                       const char       *title,
                       gint64            now)
{
  DaybookRow *row = daybook_phrase_draft (now);

  for (guint i = DAYBOOK_PHRASE_TEXT; i < DAYBOOK_PHRASE_STARTER; i++)
    if (i != DAYBOOK_PHRASE_RETIRED)
      {
        daybook_value_clear (&row->values[i]);
        row->values[i] = daybook_value_copy (&phrase->values[i]);
      }
  row->values[DAYBOOK_PHRASE_TITLE] = daybook_value_text (title);
  return row;
}

gboolean
daybook_phrase_is_written (const DaybookRow *draft)
{
  return !is_blank (daybook_row_text (draft, DAYBOOK_PHRASE_TITLE)) || !is_blank (daybook_row_text (draft, DAYBOOK_PHRASE_TEXT));
}

gboolean
daybook_phrase_differs (const DaybookRow *before,
                        const DaybookRow *after)
{
  if (before == NULL)
    return daybook_phrase_is_written (after);

  for (guint i = DAYBOOK_PHRASE_TITLE; i < DAYBOOK_PHRASE_N_FIELDS; i++)
    if (differs (before, after, i))
      return TRUE;
  return FALSE;
}

gboolean
daybook_phrase_check (const DaybookRow  *after,
                      guint             *field,
                      GError           **error)
{
  if (is_blank (daybook_row_text (after, DAYBOOK_PHRASE_TEXT)))
    {
      if (field != NULL)
        *field = DAYBOOK_PHRASE_TEXT;
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("Write what the phrase says: without a text it is none."));
      return FALSE;
    }

  for (guint i = DAYBOOK_PHRASE_TITLE; i < DAYBOOK_PHRASE_N_FIELDS; i++)
    {
      const DaybookField *of = &daybook_phrases.fields[i];

      if (of->check == NULL || !daybook_row_has (after, i) || of->check (daybook_row_text (after, i), error))
        continue;
      if (field != NULL)
        *field = i;
      return FALSE;
    }
  return TRUE;
}

/* --- Acts ---------------------------------------------------------------------------------------- */

/* An edit whose title names it. `format` has one %s. */
static DaybookEdit *
begin (const char       *format,
       const DaybookRow *row,
       const DaybookId  *agent)
{
  g_autoptr(GString) title = g_string_new (format);
  g_autofree char *name = name_of (row);

  g_string_replace (title, "%s", name, 1);
  return daybook_edit_new (DAYBOOK_ACT_EDIT, title->str, agent);
}

DaybookEdit *
daybook_phrase_act_add (const DaybookRow  *draft,
                        const DaybookId   *agent,
                        GError           **error)
{
  /* Translators: acts in the history; %s: the title of a phrase. */
  g_autoptr(DaybookEdit) edit = begin (_("New phrase: %s"), draft, agent);
  g_autofree char *name = name_of (draft);

  if (!daybook_phrase_check (draft, NULL, error))
    return NULL;

  daybook_edit_create (edit, &daybook_phrases, &draft->id);
  daybook_edit_give (edit, DAYBOOK_PHRASE_TITLE, daybook_value_text (name));
  for (guint i = DAYBOOK_PHRASE_KEY; i < DAYBOOK_PHRASE_N_FIELDS; i++)
    daybook_edit_give (edit, i, daybook_value_copy (&draft->values[i]));
  return g_steal_pointer (&edit);
}

DaybookEdit *
daybook_phrase_act_change (const DaybookRow  *before,
                           const DaybookRow  *after,
                           const DaybookId   *agent,
                           GError           **error)
{
  g_autoptr(DaybookEdit) edit = begin (_("Phrase · %s"), after, agent);
  g_autofree char *name = name_of (after);

  if (!daybook_phrase_check (after, NULL, error))
    return NULL;

  if (!g_str_equal (name, daybook_row_text (before, DAYBOOK_PHRASE_TITLE)))
    daybook_edit_set (edit, &daybook_phrases, &before->id, DAYBOOK_PHRASE_TITLE, daybook_value_text (name));
  for (guint i = DAYBOOK_PHRASE_KEY; i < DAYBOOK_PHRASE_N_FIELDS; i++)
    if (differs (before, after, i))
      daybook_edit_set (edit, &daybook_phrases, &before->id, i, daybook_value_copy (&after->values[i]));
  return g_steal_pointer (&edit);
}

DaybookEdit *
daybook_phrase_act_set (GPtrArray          *rows,
                        guint               field,
                        const DaybookValue *value,
                        const char         *what,
                        const DaybookId    *agent)
{
  DaybookEdit *edit = daybook_edit_new (DAYBOOK_ACT_EDIT, what, agent);

  for (guint i = 0; i < rows->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (rows, i);

      if (!daybook_value_equal (&row->values[field], value))
        daybook_edit_set (edit, &daybook_phrases, &row->id, field, daybook_value_copy (value));
    }
  return edit;
}
