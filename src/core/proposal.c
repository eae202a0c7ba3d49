/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/proposal.h"

#include "core/shop.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PLACE "{agent}"

/* One agent with what finds the name and the code in a note. */
typedef struct
{
  DaybookRow *row;
  GRegex     *by_name; /* or NULL */
  GRegex     *by_code; /* or NULL */
} Candidate;

struct _DaybookProposer
{
  char      *before; /* regular expressions of the pattern's text around the place */
  char      *after;
  GPtrArray *candidates;
};

static void
candidate_free (gpointer data)
{
  Candidate *candidate = data;

  daybook_row_unref (candidate->row);
  g_clear_pointer (&candidate->by_name, g_regex_unref);
  g_clear_pointer (&candidate->by_code, g_regex_unref);
  g_free (candidate);
}

/* Text as people read it: width and case folded. */
static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);

  return normal != NULL ? g_utf8_casefold (normal, -1) : g_strdup ("");
}

/* The expression for literal text, in which a run of blanks stands for any. */
static char *
quote (const char *text,
       gssize      length)
{
  g_autofree char *part = g_strndup (text, length >= 0 ? (gsize) length : strlen (text));
  g_autofree char *folded = fold (part);
  g_auto(GStrv) words = g_strsplit_set (folded, " \t", -1);
  g_autoptr(GString) expression = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *escaped = g_regex_escape_string (words[i], -1);

      if (i > 0)
        g_string_append (expression, "\\s*");
      g_string_append (expression, escaped);
    }

  return g_string_free (g_steal_pointer (&expression), FALSE);
}

static gboolean
is_word_character (gunichar c)
{
  return g_unichar_isalnum (c) && g_unichar_get_script (c) != G_UNICODE_SCRIPT_HAN;
}

static gboolean
starts_word (const char *text)
{
  return is_word_character (g_utf8_get_char (text));
}

static gboolean
ends_word (const char *text)
{
  return is_word_character (g_utf8_get_char (g_utf8_find_prev_char (text, text + strlen (text))));
}

/* `what` between the pattern's texts, a whole word where it begins or ends like
 * one. NULL for an empty text. */
static GRegex *
compile (DaybookProposer *self,
         const char      *what)
{
  static const char NO_WORD_BEFORE[] = "(?<![\\p{L}\\p{N}])|(?<=\\p{Han})";
  static const char NO_WORD_AFTER[] = "(?![\\p{L}\\p{N}])|(?=\\p{Han})";
  g_autofree char *folded = fold (what);
  g_autofree char *trimmed = g_strdup (g_strstrip (folded));
  g_autofree char *escaped = g_regex_escape_string (trimmed, -1);
  g_autofree char *expression = NULL;

  if (*trimmed == '\0')
    return NULL;

  expression = g_strdup_printf ("%s(?:%s)%s(?:%s)%s",
                                self->before, starts_word (trimmed) ? NO_WORD_BEFORE : "",
                                escaped, ends_word (trimmed) ? NO_WORD_AFTER : "", self->after);
  return g_regex_new (expression, G_REGEX_OPTIMIZE, 0, NULL);
}

static void
add_candidate (DaybookProposer *self,
               DaybookRow      *agent)
{
  Candidate *candidate = g_new0 (Candidate, 1);

  candidate->row = daybook_row_ref (agent);
  candidate->by_name = compile (self, daybook_row_text (agent, DAYBOOK_AGENT_NAME));
  candidate->by_code = compile (self, daybook_row_text (agent, DAYBOOK_AGENT_CODE));
  g_ptr_array_add (self->candidates, candidate);
}

DaybookProposer *
daybook_proposer_new (const char  *pattern,
                      GPtrArray   *agents,
                      GError     **error)
{
  const char *text = pattern != NULL && *pattern != '\0' ? pattern : DAYBOOK_PROPOSAL_DEFAULT;
  const char *place = strstr (text, PLACE);
  DaybookProposer *self;

  if (place == NULL || strstr (place + 1, PLACE) != NULL)
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT,
                   _("“%s” should hold “{agent}” once, where the name or code stands."), text);
      return NULL;
    }

  self = g_new0 (DaybookProposer, 1);
  self->before = quote (text, place - text);
  self->after = quote (place + strlen (PLACE), -1);
  self->candidates = g_ptr_array_new_with_free_func (candidate_free);
  for (guint i = 0; i < agents->len; i++)
    add_candidate (self, g_ptr_array_index (agents, i));

  return self;
}

void
daybook_proposer_free (DaybookProposer *self)
{
  g_free (self->before);
  g_free (self->after);
  g_ptr_array_unref (self->candidates);
  g_free (self);
}

static gboolean
matches (const GRegex *regex,
         const char   *note)
{
  return regex != NULL && g_regex_match (regex, note, 0, NULL);
}

const DaybookRow *
daybook_proposer_find (DaybookProposer *self,
                       const char      *note)
{
  g_autofree char *folded = fold (note);
  const DaybookRow *found = NULL;

  for (guint i = 0; i < self->candidates->len; i++)
    {
      const Candidate *candidate = g_ptr_array_index (self->candidates, i);

      if (!matches (candidate->by_name, folded) && !matches (candidate->by_code, folded))
        continue;
      /* Two names: whose commission it is, a person decides. */
      if (found != NULL)
        return NULL;
      found = candidate->row;
    }

  return found;
}

gboolean
daybook_proposer_propose (DaybookProposer  *self,
                          const DaybookRow *order,
                          DaybookProposal  *proposal)
{
  DaybookProposal found = { NULL, DAYBOOK_FLAG_NONE };

  if (!daybook_row_has (order, DAYBOOK_ORDER_AGENT))
    found.agent = daybook_proposer_find (self, daybook_row_text (order, DAYBOOK_ORDER_SELLER_NOTE));
  if (daybook_row_int (order, DAYBOOK_ORDER_FLAG) == DAYBOOK_FLAG_NONE)
    found.flag = (DaybookFlag) daybook_row_int (order, DAYBOOK_ORDER_SELLER_FLAG);
  if (found.agent == NULL && found.flag == DAYBOOK_FLAG_NONE)
    return FALSE;

  *proposal = found;
  return TRUE;
}
