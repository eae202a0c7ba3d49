/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/automaton.h"

#define ROOT 0

/* The words in alphabetical order make a tree of their beginnings, which is laid down level by level: so the
 * children of a state stand beside each other, in the order of their letters, and the words that end in it
 * stand beside each other among the sorted words. */
typedef struct
{
  gunichar letter;  /* by which it is reached */
  guint    first;   /* its children: the states first … first + n - 1 */
  guint    n;
  guint    back;    /* the longest end of its letters that begins a word */
  guint    ends;    /* the words that end here: sorted[ends … ends + n_ends - 1] */
  guint    n_ends;
  guint    shorter; /* the longest such end that is a word; ROOT: none */
} State;

struct _DaybookAutomaton
{
  State *states;
  guint *sorted; /* places of words, as they were given */
};

/* The words that begin with the letters of a state. */
typedef struct
{
  guint low, high; /* sorted[low … high - 1] */
  guint depth;
} Span;

typedef struct
{
  const DaybookAutomatonWord *words;
  GArray                     *states; /* State */
  GArray                     *spans;  /* Span, of the same places */
  guint                      *sorted;
} Making;

static int
compare_words (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  guint first = *(const guint *) a, second = *(const guint *) b;
  const DaybookAutomatonWord *one = (const DaybookAutomatonWord *) data + first, *other = (const DaybookAutomatonWord *) data + second;

  for (guint i = 0; i < one->length && i < other->length; i++)
    if (one->letters[i] != other->letters[i])
      return one->letters[i] < other->letters[i] ? -1 : 1;

  if (one->length != other->length)
    return one->length < other->length ? -1 : 1;
  return first < second ? -1 : 1;
}

static guint *
sort_words (const DaybookAutomatonWord *words,
            guint                       n_words)
{
  guint *sorted = g_new (guint, n_words);

  for (guint i = 0; i < n_words; i++)
    sorted[i] = i;
  if (n_words > 0)
    g_qsort_with_data (sorted, (int) n_words, sizeof *sorted, compare_words, (gpointer) words);
  return sorted;
}

/* The child of that letter; ROOT: there is none. */
static guint
find_child (const State *states,
            guint        state,
            gunichar     letter)
{
  guint low = states[state].first, high = low + states[state].n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (states[middle].letter < letter)
        low = middle + 1;
      else
        high = middle;
    }

  return low < states[state].first + states[state].n && states[low].letter == letter ? low : ROOT;
}

static guint
step (const State *states,
      guint        state,
      gunichar     letter)
{
  guint child;

  while ((child = find_child (states, state, letter)) == ROOT && state != ROOT)
    state = states[state].back;

  return child;
}

/* The words of the span that have no more letters stand first in it. */
static void
add_state (Making *making,
           Span    span,
           State   state)
{
  const State *states = (const State *) (void *) making->states->data;

  state.ends = span.low;
  while (span.low + state.n_ends < span.high && making->words[making->sorted[span.low + state.n_ends]].length == span.depth)
    state.n_ends++;
  if (state.back != ROOT)
    state.shorter = states[state.back].n_ends > 0 ? state.back : states[state.back].shorter;

  g_array_append_val (making->states, state);
  g_array_append_val (making->spans, span);
}

static gunichar
letter_at (const Making *making,
           guint         place,
           guint         depth)
{
  return making->words[making->sorted[place]].letters[depth];
}

/* Adds the children of a state. */
static void
grow (Making *making,
      guint   parent)
{
  const Span span = g_array_index (making->spans, Span, parent);
  guint low = span.low + g_array_index (making->states, State, parent).n_ends;
  guint first = making->states->len;

  while (low < span.high)
    {
      Span part = { low, low + 1, span.depth + 1 };
      State child = { .letter = letter_at (making, low, span.depth) };
      const State *states = (const State *) (void *) making->states->data;

      while (part.high < span.high && letter_at (making, part.high, span.depth) == child.letter)
        part.high++;
      if (parent != ROOT)
        child.back = step (states, states[parent].back, child.letter);
      add_state (making, part, child);
      low = part.high;
    }

  g_array_index (making->states, State, parent).first = first;
  g_array_index (making->states, State, parent).n = making->states->len - first;
}

DaybookAutomaton *
daybook_automaton_new (const DaybookAutomatonWord *words,
                       guint                       n_words)
{
  DaybookAutomaton *self = g_new0 (DaybookAutomaton, 1);
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (Span));
  Making making = { words, g_array_new (FALSE, FALSE, sizeof (State)), spans, sort_words (words, n_words) };

  add_state (&making, (Span) { 0, n_words, 0 }, (State) { 0 });
  for (guint i = 0; i < making.states->len; i++)
    grow (&making, i);

  self->states = (State *) (void *) g_array_free (making.states, FALSE);
  self->sorted = making.sorted;
  return self;
}

void
daybook_automaton_free (DaybookAutomaton *self)
{
  g_free (self->states);
  g_free (self->sorted);
  g_free (self);
}

guint
daybook_automaton_step (const DaybookAutomaton *self,
                        guint                   state,
                        gunichar                letter)
{
  return step (self->states, state, letter);
}

void
daybook_automaton_ends_init (DaybookAutomatonEnds   *ends,
                             const DaybookAutomaton *automaton,
                             guint                   state)
{
  ends->automaton = automaton;
  ends->state = state;
  ends->next = 0;
}

gboolean
daybook_automaton_ends_next (DaybookAutomatonEnds *ends,
                             guint                *word)
{
  const State *states = ends->automaton->states;

  if (ends->state != ROOT && ends->next == states[ends->state].n_ends)
    {
      ends->state = states[ends->state].shorter;
      ends->next = 0;
    }
  if (ends->state == ROOT)
    return FALSE;

  *word = ends->automaton->sorted[states[ends->state].ends + ends->next++];
  return TRUE;
}
