/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/automaton.h"
#include "core/guard.h"

G_BEGIN_DECLS

/* Of core/guard.c and core/guard-make.c alone: the one looks through texts with what the other has made of
 * lists. */

/* What is said of a word that is found. */
typedef struct
{
  const char *rule;
  const char *title;
  const char *why;
  const char *instead[DAYBOOK_N_LANGUAGES]; /* or NULL */
} DaybookGuardEntry;

typedef enum
{
  DAYBOOK_PATTERN_WORD,
  DAYBOOK_PATTERN_UNLESS,   /* spares the words of its entry that lie in it */
  DAYBOOK_PATTERN_HARMLESS, /* spares all of them */
  DAYBOOK_PATTERN_CONTACT,  /* the number or name behind it is looked at */
} DaybookPatternKind;

/* How a letter of a pattern belongs to the one before it. */
typedef struct
{
  guint8 gap;  /* DaybookGap */
  guint8 kind; /* DaybookLetterClass, its own */
} DaybookPatternLetter;

/* What is looked for: a word of the automaton, of the same place. */
typedef struct
{
  DaybookPatternKind kind;
  guint              entry;    /* place of its entry; of WORD and UNLESS */
  guint              language; /* DaybookLanguage; ANY: the shop's own */
  guint              channels; /* DAYBOOK_GUARD_CHANNEL(); 0: all */
  guint              first;    /* place of its first letter */
  guint              length;
  gboolean           spaced;   /* only with something between all of its letters */
} DaybookGuardPattern;

struct _DaybookGuard
{
  GStringChunk     *strings;
  GArray           *entries;  /* DaybookGuardEntry */
  GArray           *patterns; /* DaybookGuardPattern */
  GArray           *letters;  /* DaybookPatternLetter */
  DaybookAutomaton *automaton;
};

G_END_DECLS
