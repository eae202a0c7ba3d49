/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "core/guard.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* What is guarded, for people who look at it and change it: the shop's own words (core/guarded-word.h) and those
 * of the lists that Daybook brings, of which the shop switches off a whole rule or a single word. */

/* One word. Texts are NULL where there is none. */
typedef struct
{
  DaybookId  id;       /* of its row; of one that Daybook brings derived from the word */
  gboolean   shipped;
  gboolean   off;      /* it is not looked for, because the shop lets it pass */
  gboolean   rule_off; /* or does without its rule */
  gboolean   spares;   /* one of the shop's own that makes harmless what it holds */
  char      *text;
  char      *rule;     /* key */
  char      *title;    /* of the rule */
  char      *why;
  char      *instead;
  guint      channels; /* DAYBOOK_GUARD_CHANNEL(); 0: everywhere */
  char      *folded;   /* in which words are looked for (core/han.h) */
  GArray    *let_pass; /* DaybookId: rows that let one pass that Daybook brings; else NULL */
} DaybookGuardedEntry;

/* The shop's own first, the newest of them at the top; then rule by rule those that Daybook brings, of which
 * those in the person's language come first. (element-type DaybookGuardedEntry) (transfer full) */
GPtrArray *daybook_reader_guarded          (DaybookReader             *self,
                                            GError                   **error);
void       daybook_guarded_entry_free      (DaybookGuardedEntry       *entry);
/* Whether the word, its rule or the better wording holds that text, folded by daybook_han_fold(); or the reason of one
 * of the shop's own. "": it does. */
gboolean   daybook_guarded_entry_holds     (const DaybookGuardedEntry *entry,
                                            const char                *folded);
/* The keys (core/guard-list.h) of the shop's own words. (element-type utf8 utf8: a set) (transfer full) */
GHashTable *daybook_guarded_entries_keys   (GPtrArray                 *entries);

/* Adds to the edit that a word that Daybook brings is looked for, or not. */
void       daybook_guarded_entry_switch    (DaybookEdit               *edit,
                                            const DaybookGuardedEntry *entry,
                                            gboolean                   on);
/* Whether a rule that Daybook brings, or DAYBOOK_GUARD_NAMES, is in use. */
gboolean   daybook_reader_guard_rule_is_on (DaybookReader             *self,
                                            const char                *rule);
/* Adds to the edit that it is, or not. */
void       daybook_guard_rule_switch       (DaybookEdit               *edit,
                                            DaybookReader             *reader,
                                            const char                *rule,
                                            gboolean                   on);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookGuardedEntry, daybook_guarded_entry_free)

G_END_DECLS
