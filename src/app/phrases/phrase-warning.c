/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/phrases/phrase-warning.h"

#include "app/common/lane.h"
#include "core/case.h"
#include "core/guarded-word.h"
#include "core/trade-contact.h"
#include "core/phrase-text.h"
#include "core/phrase.h"
#include "store/word-guard.h"

#define KEY "daybook-phrase-guard"
#define SIGN "⚠ %s"

struct _DaybookPhraseWarnings
{
  GObject      parent_instance;

  DaybookDesk *desk;
  DaybookLane *lane;
  gboolean     asking;
  gboolean     stale; /* the book has changed since it was asked */
};

G_DEFINE_FINAL_TYPE (DaybookPhraseWarnings, daybook_phrase_warnings, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The store owns what is known. */
typedef struct
{
  DaybookGuard *guard; /* NULL in an answer: it is as it was */
  guint         print; /* of the shop's own words of which it is made */
} Known;

static void
known_free (gpointer data)
{
  Known *known = data;

  g_clear_pointer (&known->guard, daybook_guard_free);
  g_free (known);
}

/* NULL: nothing is known yet. */
static Known *
get_known (DaybookDesk *desk)
{
  return g_object_get_data (G_OBJECT (daybook_desk_get_store (desk)), KEY);
}

/* --- Reading -------------------------------------------------------------------------------- */

/* A number that is another one whenever the shop's own words are others. */
static guint
print_words (GPtrArray *rows,
             guint      before)
{
  guint print = before * 33 + rows->len + 1;

  for (guint i = 0; i < rows->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (rows, i);

      for (guint field = 0; field < row->table->n_fields; field++)
        print = print * 33 + (row->values[field].type == DAYBOOK_VALUE_TEXT ? g_str_hash (row->values[field].text) : (guint) daybook_row_int (row, field));
    }
  return print;
}

static gpointer
read_in_db (DaybookReader  *reader,
            gpointer        data,
            GCancellable   *cancellable,
            GError        **error)
{
  g_autoptr(GPtrArray) rows = daybook_reader_all (reader, &daybook_guarded_words, error);
  g_autoptr(GPtrArray) contacts = rows != NULL ? daybook_reader_all (reader, &daybook_trade_contacts, error) : NULL;
  guint before = GPOINTER_TO_UINT (data), print = contacts != NULL ? print_words (contacts, print_words (rows, 0)) : 0;
  DaybookGuard *guard = contacts != NULL && print != before ? daybook_reader_guard (reader, error) : NULL;
  Known *known;

  if (contacts == NULL || (guard == NULL && print != before))
    return NULL;

  known = g_new0 (Known, 1);
  *known = (Known) { guard, print };
  return known;
}

static void ask (DaybookPhraseWarnings *self);

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(DaybookPhraseWarnings) self = data;
  g_autoptr(GError) error = NULL;
  Known *known = daybook_lane_run_finish (result, &error);

  self->asking = FALSE;
  /* The page is closed, most likely. */
  if (self->lane == NULL)
    {
      g_clear_pointer (&known, known_free);
      return;
    }

  if (known != NULL && known->guard != NULL)
    {
      g_object_set_data_full (G_OBJECT (daybook_desk_get_store (self->desk)), KEY, known, known_free);
      g_signal_emit (self, signals[CHANGED], 0);
    }
  else
    g_clear_pointer (&known, known_free);
  if (error != NULL)
    g_info ("%s", error->message);
  else if (self->stale)
    ask (self);
}

static void
ask (DaybookPhraseWarnings *self)
{
  const Known *known = get_known (self->desk);

  self->stale = self->asking;
  if (self->asking)
    return;

  self->asking = TRUE;
  daybook_lane_run_async (self->lane, read_in_db, GUINT_TO_POINTER (known != NULL ? known->print : 0), NULL, known_free,
                          NULL, on_read, g_object_ref (self));
}

static void
daybook_phrase_warnings_dispose (GObject *object)
{
  DaybookPhraseWarnings *self = DAYBOOK_PHRASE_WARNINGS (object);

  g_clear_pointer (&self->lane, daybook_lane_free);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_phrase_warnings_parent_class)->dispose (object);
}

static void
daybook_phrase_warnings_class_init (DaybookPhraseWarningsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_phrase_warnings_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
daybook_phrase_warnings_init (DaybookPhraseWarnings *self)
{
}

DaybookPhraseWarnings *
daybook_phrase_warnings_new (DaybookDesk *desk)
{
  DaybookPhraseWarnings *self = g_object_new (DAYBOOK_TYPE_PHRASE_WARNINGS, NULL);

  self->desk = g_object_ref (desk);
  self->lane = daybook_lane_new (daybook_desk_get_store (desk));
  g_signal_connect_object (daybook_desk_get_store (desk), "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  ask (self);
  return self;
}

/* --- Saying ----------------------------------------------------------------------------------- */

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
  const Known *known = get_known (desk);
  g_autoptr(GArray) findings = NULL;

  if (parsed->faults->len > 0)
    {
      const DaybookPhraseFault *fault = g_ptr_array_index (parsed->faults, 0);
      g_autofree char *name = g_strdup_printf ("{%s}", fault->words);

      return g_strdup_printf (SIGN, fault->kind == DAYBOOK_PHRASE_STRAY ? fault->words : name);
    }
  if (known == NULL)
    return g_strdup ("");

  findings = daybook_guard_check (known->guard, parsed->clean, channel_of (row), NULL);
  if (findings->len == 0)
    return g_strdup ("");

  const DaybookGuardFinding *first = &g_array_index (findings, DaybookGuardFinding, 0);
  g_autofree char *words = g_strndup (parsed->clean + first->from, first->to - first->from);
  return g_strdup_printf (SIGN, words);
}
