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
