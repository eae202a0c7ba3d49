/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/guarded-word.h"

#include "core/error.h"
#include "core/fields.h"

/* The channels of those words, with blanks between; of `unknown` the first that is none. */
static guint
read_channels (const char  *words,
               char       **unknown)
{
  g_auto(GStrv) names = g_strsplit (words, " ", -1);
  guint channels = 0;

  for (char **name = names; *name != NULL; name++)
    {
      int channel = daybook_word_index (daybook_channel_words, *name);

      if (channel > DAYBOOK_CHANNEL_UNKNOWN)
        channels |= DAYBOOK_GUARD_CHANNEL (channel);
      else if (**name != '\0' && *unknown == NULL)
        *unknown = g_strdup (*name);
    }

  return channels;
}

static gboolean
check_channels (const char  *text,
                GError     **error)
{
  g_autofree char *unknown = NULL;

  read_channels (text, &unknown);
  if (unknown == NULL)
    return TRUE;

  g_autofree char *known = daybook_guard_list_channels ();
  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("“%1$s” is no channel; there are: %2$s."), unknown, known);
  return FALSE;
}

static const DaybookField FIELDS[] = {
  [DAYBOOK_GUARDED_DELETED] = DELETED_FIELD,
  [DAYBOOK_GUARDED_TEXT] = { "text", N_("Guarded word"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_REQUIRED, .check = daybook_guard_check_word },
  [DAYBOOK_GUARDED_RULE] = { "rule", N_("Rule"), TEXT (REGISTER) },
  [DAYBOOK_GUARDED_INSTEAD] = { "instead", N_("Better wording"), TEXT (REGISTER) },
  [DAYBOOK_GUARDED_CHANNELS] = { "channels", N_("Channels"), TEXT (REGISTER), .check = check_channels },
  [DAYBOOK_GUARDED_PASSES] = { "passes", N_("May be said"), BOOL (REGISTER) },
  [DAYBOOK_GUARDED_NOTE] = { "note", N_("Note"), TEXT (REGISTER) },
};

const DaybookTable daybook_guarded_words = {
  "guarded_word", "guarded_words", N_("Guarded word"), N_("Guarded words"),
  FIELDS, G_N_ELEMENTS (FIELDS), -1, DAYBOOK_GUARDED_TEXT, -1,
};

gboolean
daybook_guarded_word_read (const DaybookRow *row,
                           DaybookGuardOwn  *own)
{
  const char *words = daybook_row_text (row, DAYBOOK_GUARDED_CHANNELS);
  g_autofree char *unknown = NULL;

  *own = (DaybookGuardOwn) {
    .text = daybook_row_text (row, DAYBOOK_GUARDED_TEXT),
    .rule = daybook_row_text (row, DAYBOOK_GUARDED_RULE),
    .instead = daybook_row_text (row, DAYBOOK_GUARDED_INSTEAD),
    .why = daybook_row_text (row, DAYBOOK_GUARDED_NOTE),
    .channels = read_channels (words, &unknown),
    .passes = daybook_row_int (row, DAYBOOK_GUARDED_PASSES) != 0,
  };
  return own->channels != 0 || unknown == NULL;
}

char *
daybook_guarded_channels_print (guint channels)
{
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = DAYBOOK_CHANNEL_UNKNOWN + 1; daybook_channel_words[i].word != NULL; i++)
    if ((channels & DAYBOOK_GUARD_CHANNEL (i)) != 0)
      g_string_append_printf (words, words->len > 0 ? " %s" : "%s", daybook_channel_words[i].word);
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

static DaybookValue
text_or_none (const char *text)
{
  return daybook_value_text (text != NULL && *text != '\0' ? text : NULL);
}

/* What the row has in each of its fields then. */
static DaybookValue
value_of (const DaybookGuardOwn *own,
          guint                  field)
{
  g_autofree char *channels = NULL;

  switch (field)
    {
    case DAYBOOK_GUARDED_TEXT:
      return daybook_value_text (own->text);
    case DAYBOOK_GUARDED_RULE:
      return text_or_none (own->rule);
    case DAYBOOK_GUARDED_INSTEAD:
      return text_or_none (own->instead);
    case DAYBOOK_GUARDED_CHANNELS:
      channels = daybook_guarded_channels_print (own->channels);
      return daybook_value_text (channels);
    case DAYBOOK_GUARDED_PASSES:
      return daybook_value_int (own->passes);
    default:
      return text_or_none (own->why);
    }
}

void
daybook_guarded_word_create (DaybookEdit           *edit,
                             const DaybookId       *id,
                             const DaybookGuardOwn *own)
{
  daybook_edit_create (edit, &daybook_guarded_words, id);
  for (guint i = DAYBOOK_GUARDED_TEXT; i < DAYBOOK_GUARDED_N_FIELDS; i++)
    daybook_edit_give (edit, i, value_of (own, i));
}

void
daybook_guarded_word_change (DaybookEdit           *edit,
                             const DaybookId       *id,
                             const DaybookGuardOwn *own)
{
  for (guint i = DAYBOOK_GUARDED_TEXT; i < DAYBOOK_GUARDED_N_FIELDS; i++)
    daybook_edit_set (edit, &daybook_guarded_words, id, i, value_of (own, i));
}
