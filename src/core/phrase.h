/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/id.h"
#include "core/language.h"

G_BEGIN_DECLS

/* What is said to customers again and again, with places that are filled from what is at hand (PH-01 …). */

/* Stored: append only. Their words are the names of the files in data/phrases. */
typedef enum
{
  DAYBOOK_PURPOSE_OTHER,
  DAYBOOK_PURPOSE_GREETING,
  DAYBOOK_PURPOSE_CONGRATULATION,
  DAYBOOK_PURPOSE_FAREWELL,
  DAYBOOK_PURPOSE_APOLOGY,
  DAYBOOK_PURPOSE_THANKS,
  DAYBOOK_PURPOSE_ANSWER,
  DAYBOOK_PURPOSE_INQUIRY,
  DAYBOOK_PURPOSE_EXPLANATION,
  DAYBOOK_PURPOSE_NEGOTIATION,
  DAYBOOK_PURPOSE_PAYMENT,
  DAYBOOK_PURPOSE_SHIPPING,
  DAYBOOK_PURPOSE_DELAY,
  DAYBOOK_PURPOSE_WORKING,
  DAYBOOK_PURPOSE_FEEDBACK,
  DAYBOOK_PURPOSE_PHONE,
  DAYBOOK_PURPOSE_PAUSE,
  DAYBOOK_PURPOSE_UNCLEAR,
  DAYBOOK_PURPOSE_REVIEW,
  DAYBOOK_PURPOSE_AFTERSALE,
  DAYBOOK_PURPOSE_DOUBT,
  DAYBOOK_PURPOSE_BARGAIN,
} DaybookPurpose;

/* When of a day it fits (PH-02). Stored: append only. */
typedef enum
{
  DAYBOOK_DAYPART_ANY,
  DAYBOOK_DAYPART_MORNING,
  DAYBOOK_DAYPART_NOON,
  DAYBOOK_DAYPART_AFTERNOON,
  DAYBOOK_DAYPART_EVENING,
  DAYBOOK_DAYPART_NIGHT,
} DaybookDaypart;

enum
{
  DAYBOOK_PHRASE_DELETED,
  DAYBOOK_PHRASE_TITLE,
  DAYBOOK_PHRASE_KEY,       /* by which paths of other phrases name it; of one that Daybook brings its own; or none */
  DAYBOOK_PHRASE_TEXT,      /* core/phrase-text.h */
  DAYBOOK_PHRASE_PURPOSE,
  DAYBOOK_PHRASE_LANGUAGE,
  DAYBOOK_PHRASE_DAYPART,
  DAYBOOK_PHRASE_AGENT,     /* whose own it is; none: the shop's */
  DAYBOOK_PHRASE_CHANNELS,  /* words of channels, with blanks between; none: any */
  DAYBOOK_PHRASE_REGISTERS, /* core/place-list.h */
  DAYBOOK_PHRASE_PATHS,     /* what may come next, a line each: “Still too dear -> bargain_gift” */
  DAYBOOK_PHRASE_STAGE,     /* what it proposes: to which stage the case goes, */
  DAYBOOK_PHRASE_SNOOZE,    /* how long it is put off, */
  DAYBOOK_PHRASE_PROMISE,   /* and when the customer hears again: 2h, tomorrow 10:00 */
  DAYBOOK_PHRASE_RETIRED,
  DAYBOOK_PHRASE_STARTER,   /* Daybook has brought it */
  DAYBOOK_PHRASE_N_FIELDS,
};

/* The same with what became of it (core/use.h), to be asked for and shown; whatever is written is a phrase. */
enum
{
  DAYBOOK_PHRASE_USES = DAYBOOK_PHRASE_N_FIELDS, /* how often it was said, and not found wrong */
  DAYBOOK_PHRASE_USED_AT,                        /* when last; or none */
  DAYBOOK_USED_PHRASE_N_FIELDS,
};

/* A person's favourites, by the key that takes them (UX 5). */
enum
{
  DAYBOOK_FAVOURITE_DELETED,
  DAYBOOK_FAVOURITE_AGENT,
  DAYBOOK_FAVOURITE_SLOT,   /* 1 to 9 */
  DAYBOOK_FAVOURITE_PHRASE,
  DAYBOOK_FAVOURITE_N_FIELDS,
};

#define DAYBOOK_N_FAVOURITES 9

extern const DaybookTable daybook_phrases;
extern const DaybookTable daybook_used_phrases;
extern const DaybookTable daybook_favourites;
extern const DaybookWord daybook_purpose_words[];

/* The id of the phrase that Daybook brings, and of that favourite: the same on every laptop. */
void daybook_phrase_starter_id (DaybookId       *id,
                                const char      *key,
                                DaybookLanguage  language);
void daybook_favourite_id      (DaybookId       *id,
                                const DaybookId *agent,
                                guint            slot);

G_END_DECLS
