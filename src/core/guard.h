/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/guard-list.h"

G_BEGIN_DECLS

/* The word guard (PH-03, PH-04, PH-09, CF-04): looks through a text that is about to go to a customer, for
 * words that the shop does not use there and for contacts that it does not give out. It says what it
 * found and how it is put better; it stops nobody.
 *
 * A word is found however it is written: simplified, traditional or with variants, in full width, in capitals, with
 * letters of other scripts that look the same (wеchаt), with blanks or marks between its letters, with what nobody
 * sees among them. Between the Chinese characters of a word a blank or * . - _ / may stand; any mark, if there is
 * one between all of them. Latin words begin and end where words do, and count as spaced out only where something
 * stands between all of their letters.
 *
 * What a longer word covers in which it is harmless is not found; of words that overlap the longest is, of
 * equal ones the first. All of them are looked for in one pass (core/automaton.h). */
typedef struct _DaybookGuard DaybookGuard;

/* The rule of contacts that are not given out: no list has it. */
#define DAYBOOK_GUARD_CONTACT "contact"
/* That names of those who work here are not said, but their codes (CF-04): no list has it either. Off at first. */
#define DAYBOOK_GUARD_NAMES "names"
/* That of the shop's own words that name none. */
#define DAYBOOK_GUARD_SHOP "shop"

/* A word that the shop itself guards. Texts are borrowed. */
typedef struct
{
  const char *text;
  const char *rule;     /* the key of a list's, or one of the shop's own; or NULL */
  const char *instead;  /* or NULL */
  const char *why;      /* or NULL: what the list of that rule says */
  guint       channels; /* DAYBOOK_GUARD_CHANNEL(): only there; 0: everywhere */
  gboolean    passes;   /* whatever lies in this text may be said, also what a list has */
} DaybookGuardOwn;

typedef struct
{
  guint       start, end; /* characters of the text, from the first up to, not including, the last */
  gsize       from, to;   /* the same in bytes */
  const char *rule;       /* this and the others belong to the guard */
  const char *title;      /* of the rule; its key where no list has it */
  const char *why;
  const char *instead;    /* the better wording in the language of the text; or NULL */
} DaybookGuardFinding;

/* Of lists (element-type DaybookGuardList), which may go then, and the shop's own words, which go before
 * them. A word of the shop that daybook_guard_check_word() refuses is left out. Once made it does not
 * change: any thread. */
DaybookGuard *daybook_guard_new   (GPtrArray                 *lists,
                                   const DaybookGuardOwn     *own,
                                   guint                      n_own);
void          daybook_guard_free  (DaybookGuard              *self);

/* What is found in `text`, which is UTF-8, in its order and apart from each other. `channel`: by which way
 * it goes out; DAYBOOK_CHANNEL_UNKNOWN: what any of them forbids is found. `allowed`: phones, addresses and
 * names that may be in it, such as those of the customer; ends with NULL, or is NULL.
 * (element-type DaybookGuardFinding) (transfer full) */
GArray       *daybook_guard_check (const DaybookGuard        *self,
                                   const char                *text,
                                   DaybookChannel             channel,
                                   const char *const         *allowed);

/* The text with the better wording in the place of what was found, and the rest as it is; as a copy where
 * there is none. `finding`: of this very text. (transfer full) */
char         *daybook_guard_apply (const char                *text,
                                   const DaybookGuardFinding *finding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookGuard, daybook_guard_free)

G_END_DECLS
