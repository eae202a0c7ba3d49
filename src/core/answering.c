/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/answering.h"

#include "core/words.h"

#include <glib/gi18n-lib.h>

static gboolean
names (const DaybookRow *row,
       guint             field,
       const DaybookId  *agent)
{
  const DaybookId *id = daybook_row_ref_id (row, field);

  return id != NULL && daybook_id_equal (id, agent);
}

static void
add (GString    *text,
     const char *words)
{
  /* Translators: stands between the things that somebody answers for. */
  g_string_append_printf (text, "%s%s", text->len > 0 ? _(", ") : "", words);
}

static void
add_channel (GString          *text,
             const DaybookRow *row,
             const DaybookId  *agent)
{
  const char *channel = daybook_words_enum (&daybook_channel_people.fields[DAYBOOK_CHANNEL_PERSON_CHANNEL],
                                            daybook_row_int (row, DAYBOOK_CHANNEL_PERSON_CHANNEL));
  /* Translators: %s is a channel that somebody answers in another person's place. */
  g_autofree char *deputy = g_strdup_printf (_("%s (deputy)"), channel);

  if (names (row, DAYBOOK_CHANNEL_PERSON_AGENT, agent))
    add (text, channel);
  else if (names (row, DAYBOOK_CHANNEL_PERSON_DEPUTY, agent))
    add (text, deputy);
}

char *
daybook_answering_describe (GPtrArray       *channels,
                            GPtrArray       *accounts,
                            const DaybookId *agent)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < channels->len; i++)
    add_channel (text, g_ptr_array_index (channels, i), agent);
  for (guint i = 0; i < accounts->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (accounts, i);
      g_autofree char *account = g_strdup_printf ("%s %s", daybook_words_platform (daybook_row_text (row, DAYBOOK_SUB_ACCOUNT_PLATFORM)),
                                                  daybook_row_text (row, DAYBOOK_SUB_ACCOUNT_ACCOUNT));

      if (names (row, DAYBOOK_SUB_ACCOUNT_AGENT, agent))
        add (text, account);
    }

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
