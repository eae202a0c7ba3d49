/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/phrases/phrase-warning.h"

#include "core/case.h"
#include "core/phrase-text.h"
#include "core/phrase.h"
#include "store/word-guard.h"

#define KEY "daybook-phrase-guard"
#define SIGN "⚠ %s"

/* The store owns it. */
typedef struct
{
  DaybookGuard *guard; /* or NULL */
  gint64        version;
} Known;

static void
known_free (gpointer data)
{
  Known *known = data;

  g_clear_pointer (&known->guard, daybook_guard_free);
  g_free (known);
}

/* (transfer none); NULL: it cannot be read now. */
static DaybookGuard *
obtain_guard (DaybookStore *store)
{
  DaybookReader *reader = daybook_store_get_reader (store);
  Known *known = g_object_get_data (G_OBJECT (store), KEY);
  gint64 version = daybook_reader_version (reader);

  if (known == NULL)
    {
      known = g_new0 (Known, 1);
      g_object_set_data_full (G_OBJECT (store), KEY, known, known_free);
    }
  if (known->guard == NULL || known->version != version)
    {
      g_clear_pointer (&known->guard, daybook_guard_free);
      known->guard = daybook_reader_guard (reader, NULL);
      known->version = version;
    }
  return known->guard;
}

/* The channel by which alone it is said; else any may be meant. */
static DaybookChannel
channel_of (const DaybookRow *row)
{
  int channel = daybook_word_index (daybook_channel_words, daybook_row_text (row, DAYBOOK_PHRASE_CHANNELS));

  return channel > DAYBOOK_CHANNEL_UNKNOWN ? (DaybookChannel) channel : DAYBOOK_CHANNEL_UNKNOWN;
}

char *
daybook_phrase_warning (DaybookDesk      *desk,
                        const DaybookRow *row)
{
  const char *text = daybook_row_text (row, DAYBOOK_PHRASE_TEXT);
  g_autoptr(DaybookPhraseText) parsed = daybook_phrase_text_parse (text);
  DaybookGuard *guard = obtain_guard (daybook_desk_get_store (desk));
  g_autoptr(GArray) findings = NULL;

  if (parsed->faults->len > 0)
    {
      const DaybookPhraseFault *fault = g_ptr_array_index (parsed->faults, 0);
      g_autofree char *name = g_strdup_printf ("{%s}", fault->words);

      return g_strdup_printf (SIGN, fault->kind == DAYBOOK_PHRASE_STRAY ? fault->words : name);
    }
  if (guard == NULL)
    return g_strdup ("");

  findings = daybook_guard_check (guard, parsed->clean, channel_of (row), NULL);
  if (findings->len == 0)
    return g_strdup ("");

  const DaybookGuardFinding *first = &g_array_index (findings, DaybookGuardFinding, 0);
  g_autofree char *words = g_strndup (parsed->clean + first->from, first->to - first->from);
  return g_strdup_printf (SIGN, words);
}
