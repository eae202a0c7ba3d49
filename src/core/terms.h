/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What was typed into a search box, as terms that must all be found (DESIGN §5,
 * RECORDS §8). One term may mean several things (1234 is a word, a part of an order
 * number and the end of a phone number), any of which will do. */
typedef enum
{
  DAYBOOK_TERM_WORDS = 1 << 0,      /* `text`, as a phrase in the words */
  DAYBOOK_TERM_BY_PREFIX = 1 << 1,  /* with WORDS: its last token is a beginning */
  DAYBOOK_TERM_PINYIN = 1 << 2,     /* `text` or `sound`, as the beginning of a key of a name */
  DAYBOOK_TERM_NUMBER = 1 << 3,     /* `number`, as a part of a number */
  DAYBOOK_TERM_PHONE = 1 << 4,      /* `digits`, as a whole phone number */
  DAYBOOK_TERM_PHONE_TAIL = 1 << 5, /* `digits`, four or more, as the end of one */
  DAYBOOK_TERM_EMAIL = 1 << 6,      /* `text`, as a whole e-mail address */
} DaybookTermKinds;

typedef struct
{
  char            *text;   /* folded as by core/han.h */
  char            *sound;  /* run together with its neighbours: of zhang san
                            * both have zhangsan; or NULL */
  char            *number; /* upper case, with its dashes; or NULL */
  char            *digits; /* as by daybook_phone_normalise(); or NULL */
  DaybookTermKinds kinds;
} DaybookTerm;

/* More than so many terms, or bytes typed, are left out. */
#define DAYBOOK_TERMS_MAX 16
#define DAYBOOK_TERMS_MAX_BYTES 1000

/* Splits at blanks and commas, also Chinese ones. A mobile number written with
 * blanks is one term; what Excel and spreadsheets put around a number (="…", '…)
 * is left out. A term that nothing can be found by, such as punctuation, is none:
 * the result may be empty. (element-type DaybookTerm) (transfer full) */
GPtrArray *daybook_terms_parse (const char *typed);
/* Whether one of them is a whole phone number, not only the end of one. */
gboolean   daybook_terms_have_phone (const char *typed);

G_END_DECLS
