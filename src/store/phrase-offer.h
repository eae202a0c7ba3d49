/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/phrase.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* The phrases that are offered to somebody who is about to say something, the likeliest first (UX 5). */

typedef enum
{
  DAYBOOK_PHRASES_ALL,
  DAYBOOK_PHRASES_OWN,
  DAYBOOK_PHRASES_SHOP,
} DaybookPhrasesOf;

#define DAYBOOK_PURPOSE_ANY (-1)

/* Texts and ids are borrowed. */
typedef struct
{
  const char       *text;     /* words that find them; "" or NULL: none */
  int               purpose;  /* DaybookPurpose, or DAYBOOK_PURPOSE_ANY */
  DaybookPhrasesOf  of;
  const DaybookId  *agent;    /* who speaks; nobody is offered what is somebody else's own */
  const char       *reg;      /* key of the register at hand, or NULL */
  const char       *stage;    /* ... and of the case's stage, or NULL */
  const char       *channel;  /* word of the channel by which it is said, or NULL */
  DaybookLanguage   language; /* what is in another one comes later */
  DaybookDaypart    daypart;  /* what is for another one comes later */
} DaybookPhraseWish;

typedef struct
{
  DaybookRow *row;
  guint       slot;   /* the key that takes it, of the agent's favourites; 0: none */
  guint       n_uses; /* more than DAYBOOK_USES_MOST is told as that */
} DaybookPhraseOffer;

#define DAYBOOK_USES_MOST 256

void       daybook_phrase_offer_free    (DaybookPhraseOffer      *offer);
/* At most `limit` of those that are in use and fit. Where words are given, in the order in which they find them,
 * those in the language first; else the agent's favourites by their keys, then what is in the language, belongs
 * to the stage, to the register, to nowhere in particular, is for the channel and the part of the day, and was
 * of use most often. (element-type DaybookPhraseOffer) (transfer full) */
GPtrArray *daybook_reader_offer_phrases (DaybookReader           *reader,
                                         const DaybookPhraseWish *wish,
                                         guint                    limit,
                                         GError                 **error);
/* The phrase of that favourite, in use; NULL and no error: there is none. (transfer full) */
DaybookRow *daybook_reader_favourite    (DaybookReader           *reader,
                                         const DaybookId         *agent,
                                         guint                    slot,
                                         GError                 **error);
/* Adds to the edit that the phrase is the favourite of that key, instead of what was there and of the key that it had;
 * `slot` 0: it is none any more. Errors: as the reader. */
gboolean   daybook_favourite_set        (DaybookEdit             *edit,
                                         DaybookReader           *reader,
                                         const DaybookId         *agent,
                                         guint                    slot,
                                         const DaybookId         *phrase,
                                         GError                 **error);
/* Adds to the edit a copy of the phrase which is the agent's own. Returns nothing: `id` is that of the copy. */
void       daybook_phrase_copy          (DaybookEdit             *edit,
                                         const DaybookRow        *phrase,
                                         const DaybookId         *agent,
                                         gint64                   now,
                                         DaybookId               *id);

G_END_DECLS
