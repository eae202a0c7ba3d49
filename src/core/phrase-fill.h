/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/phrase-text.h"

G_BEGIN_DECLS

/* A phrase with what is known put in, and where something is missing still (UX 5). Pure; any thread. */

/* Where something stands in the filled text: from `from` up to, not including, `to` in bytes, from `first` to `end`
 * in characters (code points, as GTK and Python count them). */
typedef struct
{
  gsize from;
  gsize to;
  guint first;
  guint end;
} DaybookPhrasePlace;

/* What was put in came of: */
typedef enum
{
  DAYBOOK_FILLED_GIVEN,     /* the person */
  DAYBOOK_FILLED_KNOWN,     /* the book or the clock */
  DAYBOOK_FILLED_OTHERWISE, /* the phrase: nothing is known */
} DaybookFilledFrom;

typedef struct
{
  char               *name;        /* of the placeholder, or the blank's label */
  DaybookPlaceholder  placeholder; /* or NONE */
  DaybookFilledFrom   from;
  DaybookPhrasePlace  place;       /* empty where nothing stands there */
} DaybookPhraseFilled;

/* Asked once, wherever it stands. */
typedef struct
{
  char               *name;        /* a value is given by it: of a placeholder its name, else the blank's label */
  DaybookPlaceholder  placeholder; /* one of which nothing is known; or NONE */
  GArray             *places;      /* DaybookPhrasePlace: of “[name]” in the text, in order */
} DaybookPhraseBlank;

typedef struct
{
  char      *text;
  GPtrArray *blanks; /* DaybookPhraseBlank, by where each stands first */
  GPtrArray *filled; /* DaybookPhraseFilled, as they stand in the text */
} DaybookPhraseFilling;

/* What is known of the placeholder, or NULL. What it gives is copied at once. */
typedef const char * (*DaybookPhraseLookup) (DaybookPlaceholder placeholder,
                                             gpointer           data);

/* Values that a person gives, by name of a placeholder or label of a blank, as names are compared. */
GHashTable           *daybook_phrase_values_new  (void);
/* An empty value, or NULL, is none. */
void                  daybook_phrase_values_set  (GHashTable              *values,
                                                  const char              *name,
                                                  const char              *value);

/* One of the ways to say it, filled: with what is given, else with what is known, else with what the phrase has
 * for that. Where a blank remains stands its name in square brackets: what is not known is seen, and is
 * never sent as a name in braces. What is put in is not read again. `values` and `lookup` may be NULL. */
DaybookPhraseFilling *daybook_phrase_fill        (const DaybookPhraseText *text,
                                                  guint                    variant,
                                                  GHashTable              *values,
                                                  DaybookPhraseLookup      lookup,
                                                  gpointer                 data);
void                  daybook_phrase_filling_free (DaybookPhraseFilling   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookPhraseFilling, daybook_phrase_filling_free)

G_END_DECLS
