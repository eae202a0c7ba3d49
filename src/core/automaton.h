/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Many words looked for at once, in one pass over a text (Aho and Corasick, 1975): how many there are makes
 * no difference to a step. What the letters of a text are is for the caller to say, who feeds them one by
 * one. Once made it does not change: any thread. */
typedef struct _DaybookAutomaton DaybookAutomaton;

/* A word: its code points. */
typedef struct
{
  const gunichar *letters;
  guint           length;
} DaybookAutomatonWord;

/* The words are borrowed until it returns. One without letters is never found. */
DaybookAutomaton *daybook_automaton_new  (const DaybookAutomatonWord *words,
                                          guint                       n_words);
void              daybook_automaton_free (DaybookAutomaton           *self);

/* The state after one more letter; at the beginning of a text it is 0. */
guint             daybook_automaton_step (const DaybookAutomaton     *self,
                                          guint                       state,
                                          gunichar                    letter);

/* The words that end with the letter that led to a state. Fields are private. */
typedef struct
{
  const DaybookAutomaton *automaton;
  guint                   state;
  guint                   next;
} DaybookAutomatonEnds;

void              daybook_automaton_ends_init (DaybookAutomatonEnds   *ends,
                                               const DaybookAutomaton *automaton,
                                               guint                   state);
/* The next of them, as its place among the words: the longest first, of equal ones the first that was
 * given. FALSE: there are no more. */
gboolean          daybook_automaton_ends_next (DaybookAutomatonEnds   *ends,
                                               guint                  *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookAutomaton, daybook_automaton_free)

G_END_DECLS
