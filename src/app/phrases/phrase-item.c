/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/phrases/phrase-item.h"

#include "core/row-excerpt.h"
#include "core/terms.h"

/* No row of the list is longer. */
#define LINE_CHARS 160

struct _DaybookPhraseItem
{
  GObject         parent_instance;

  DaybookRow     *row;
  guint           slot;
  guint           n_uses;
  DaybookExcerpt *line;
  GArray         *title_matches;
};

G_DEFINE_FINAL_TYPE (DaybookPhraseItem, daybook_phrase_item, G_TYPE_OBJECT)

static void
daybook_phrase_item_finalize (GObject *object)
{
  DaybookPhraseItem *self = DAYBOOK_PHRASE_ITEM (object);

  daybook_row_unref (self->row);
  daybook_excerpt_free (self->line);
  g_array_unref (self->title_matches);

  G_OBJECT_CLASS (daybook_phrase_item_parent_class)->finalize (object);
}

static void
daybook_phrase_item_class_init (DaybookPhraseItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_phrase_item_finalize;
}

static void
daybook_phrase_item_init (DaybookPhraseItem *self)
{
}

DaybookPhraseItem *
daybook_phrase_item_new (const DaybookPhraseOffer *offer,
                         GPtrArray                *terms)
{
  DaybookPhraseItem *self = g_object_new (DAYBOOK_TYPE_PHRASE_ITEM, NULL);

  self->row = daybook_row_ref (offer->row);
  self->slot = offer->slot;
  self->n_uses = offer->n_uses;
  self->line = daybook_row_excerpt (offer->row, terms, LINE_CHARS);
  self->title_matches = daybook_row_title_matches (offer->row, terms);
  return self;
}

const DaybookRow *
daybook_phrase_item_get_row (DaybookPhraseItem *self)
{
  return self->row;
}

guint
daybook_phrase_item_get_slot (DaybookPhraseItem *self)
{
  return self->slot;
}

guint
daybook_phrase_item_get_uses (DaybookPhraseItem *self)
{
  return self->n_uses;
}

const DaybookExcerpt *
daybook_phrase_item_get_line (DaybookPhraseItem *self)
{
  return self->line;
}

GArray *
daybook_phrase_item_get_title_matches (DaybookPhraseItem *self)
{
  return self->title_matches;
}

/* --- Finding ------------------------------------------------------------------------------ */

typedef struct
{
  DaybookPhraseWish wish;
  DaybookId         agent;
  guint             limit;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free ((char *) question->wish.text);
  g_free ((char *) question->wish.reg);
  g_free ((char *) question->wish.stage);
  g_free ((char *) question->wish.channel);
  g_free (question);
}

static Question *
question_new (const DaybookPhraseWish *wish,
              guint                    limit)
{
  Question *question = g_new0 (Question, 1);

  question->wish = *wish;
  question->wish.text = g_strdup (wish->text);
  question->wish.reg = g_strdup (wish->reg);
  question->wish.stage = g_strdup (wish->stage);
  question->wish.channel = g_strdup (wish->channel);
  if (wish->agent != NULL)
    question->agent = *wish->agent;
  question->wish.agent = wish->agent != NULL ? &question->agent : NULL;
  question->limit = limit;
  return question;
}

static gpointer
find_in_db (DaybookReader  *reader,
            gpointer        data,
            GCancellable   *cancellable,
            GError        **error)
{
  const Question *question = data;
  g_autoptr(GPtrArray) offers = daybook_reader_offer_phrases (reader, &question->wish, question->limit, error);
  g_autoptr(GPtrArray) terms = daybook_terms_parse (question->wish.text != NULL ? question->wish.text : "");
  GPtrArray *items = offers != NULL ? g_ptr_array_new_with_free_func (g_object_unref) : NULL;

  for (guint i = 0; offers != NULL && i < offers->len; i++)
    g_ptr_array_add (items, daybook_phrase_item_new (g_ptr_array_index (offers, i), terms));
  return items;
}

void
daybook_phrase_items_find_async (DaybookLane             *lane,
                                 const DaybookPhraseWish *wish,
                                 guint                    limit,
                                 GCancellable            *cancellable,
                                 GAsyncReadyCallback      callback,
                                 gpointer                 data)
{
  daybook_lane_run_async (lane, find_in_db, question_new (wish, limit), question_free, (GDestroyNotify) g_ptr_array_unref,
                          cancellable, callback, data);
}

GPtrArray *
daybook_phrase_items_find_finish (GAsyncResult  *result,
                                  GError       **error)
{
  return daybook_lane_run_finish (result, error);
}
