/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/chore.h"

#include "core/fields.h"

/* A pile of more than that is a pile. */
#define MOST_MISSED 99

static gboolean
check_recurrence (const char  *text,
                  GError     **error)
{
  DaybookRecurrence recurrence;
  g_autoptr(GError) local = NULL;

  if (daybook_recurrence_parse (text, &recurrence, &local))
    return TRUE;

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, local->message);
  return FALSE;
}

const DaybookWord daybook_chore_who_words[] = {
  [DAYBOOK_CHORE_ANYONE] = QUIET_WORD ("anyone", "chore", "Anyone"),
  [DAYBOOK_CHORE_OWNER] = WORD ("owner", "role", "Owner"),
  [DAYBOOK_CHORE_LEAD] = WORD ("lead", "role", "Lead"),
  [DAYBOOK_CHORE_AGENT] = WORD ("agent", "role", "Agent"),
  [DAYBOOK_CHORE_PART_TIME] = WORD ("part_time", "role", "Part-time"),
  { NULL, NULL, NULL },
};

static const DaybookField FIELDS[] = {
  [DAYBOOK_CHORE_DELETED] = DELETED_FIELD,
  [DAYBOOK_CHORE_TITLE] = { "title", N_("Title"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_CHORE_RECURRENCE] = { "recurrence", N_("How often"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_REQUIRED, .check = check_recurrence },
  [DAYBOOK_CHORE_ROLE] = { "role", N_("Role"), ENUM (REGISTER, daybook_chore_who_words) },
  [DAYBOOK_CHORE_PERSON] = { "agent", N_("Agent"), REF (REGISTER, "agent") },
  [DAYBOOK_CHORE_ITEMS] = { "items", N_("Checklist"), TEXT (TEXT), .flags = DAYBOOK_FIELD_MULTILINE },
  [DAYBOOK_CHORE_NOTE] = { "note", N_("Note"), TEXT (TEXT), .flags = DAYBOOK_FIELD_MULTILINE },
  [DAYBOOK_CHORE_USED] = { "used", N_("In use"), BOOL (REGISTER) },
  [DAYBOOK_CHORE_SINCE] = { "since", N_("Since"), TIME (REGISTER), .flags = DAYBOOK_FIELD_HIDDEN },
  [DAYBOOK_CHORE_TEMPLATE] = { "template", N_("Template"), TEXT (APPEND_ONLY), .flags = DAYBOOK_FIELD_HIDDEN },
  [DAYBOOK_CHORE_ROUND] = { "round", N_("Round"), TEXT (APPEND_ONLY), .flags = DAYBOOK_FIELD_HIDDEN },
};

const DaybookTable daybook_chores = {
  "chore", "chores", N_("Chore"), N_("Chores"),
  FIELDS, G_N_ELEMENTS (FIELDS), -1, DAYBOOK_CHORE_TITLE, -1,
};

/* --- Its list ---------------------------------------------------------------------------- */

void
daybook_chore_template_id (DaybookId  *id,
                           const char *pass,
                           const char *round)
{
  const char *const parts[] = { pass, round };

  daybook_id_derive (id, daybook_chores.kind, parts, G_N_ELEMENTS (parts));
}

char *
daybook_chore_pass_key (const DaybookRow *row)
{
  return daybook_row_has (row, DAYBOOK_CHORE_TEMPLATE) ? g_strdup (daybook_row_text (row, DAYBOOK_CHORE_TEMPLATE)) : daybook_id_to_string (&row->id);
}

const char *
daybook_chore_round_key (const DaybookRow *row)
{
  return daybook_row_has (row, DAYBOOK_CHORE_ROUND) ? daybook_row_text (row, DAYBOOK_CHORE_ROUND) : DAYBOOK_CHORE_ONCE;
}

static void
add_lines (DaybookPass *self,
           const char  *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0' && daybook_pass_find_step (self, lines[i]) == NULL)
      daybook_pass_add_step (self, lines[i], lines[i], NULL);
}

DaybookPass *
daybook_chore_checklist (const DaybookRow  *row,
                         const DaybookPass *shipped)
{
  g_autofree char *key = daybook_chore_pass_key (row);
  DaybookPass *self = daybook_pass_new (key, daybook_row_text (row, DAYBOOK_CHORE_TITLE), daybook_chore_round_key (row));

  add_lines (self, daybook_row_text (row, DAYBOOK_CHORE_ITEMS));
  if (self->steps->len > 0 || shipped == NULL)
    return self;

  for (guint i = 0; i < shipped->steps->len; i++)
    {
      const DaybookPassStep *step = g_ptr_array_index (shipped->steps, i);

      daybook_pass_add_step (self, step->key, step->label, step);
    }
  return self;
}

/* --- When ---------------------------------------------------------------------------------- */

static gboolean
read_recurrence (const DaybookRow  *row,
                 DaybookRecurrence *recurrence)
{
  return daybook_recurrence_parse (daybook_row_text (row, DAYBOOK_CHORE_RECURRENCE), recurrence, NULL);
}

void
daybook_due_of_chore (const DaybookDueTerms *terms,
                      const DaybookRow      *row,
                      gint64                 done,
                      GArray                *items)
{
  const DaybookId *agent = daybook_row_ref_id (row, DAYBOOK_CHORE_PERSON);
  DaybookRecurrence recurrence;
  DaybookDue due = { 0 };
  gint64 next;

  if (daybook_row_int (row, DAYBOOK_CHORE_DELETED) != 0 || daybook_row_int (row, DAYBOOK_CHORE_USED) == 0 || !read_recurrence (row, &recurrence))
    return;
  next = daybook_recurrence_next (&recurrence, terms->open, terms->zone, MAX (done, daybook_row_int (row, DAYBOOK_CHORE_SINCE)));
  if (next == G_MAXINT64)
    return;

  daybook_due_moment (&due, terms, DAYBOOK_RULE_CHORE, next);
  if (agent != NULL)
    due.agent = *agent;
  else
    due.role = DAYBOOK_DUE_ROLE (daybook_row_int (row, DAYBOOK_CHORE_ROLE));
  g_array_append_val (items, due);
}

guint
daybook_chore_count_due (const DaybookDueTerms *terms,
                         const DaybookRow      *row,
                         gint64                 cycle,
                         gint64                 now)
{
  DaybookRecurrence recurrence;

  if (!read_recurrence (row, &recurrence))
    return 0;

  return daybook_recurrence_count (&recurrence, terms->open, terms->zone, cycle - 1, now, MOST_MISSED);
}

gint64
daybook_chore_at_hand (const DaybookDueTerms *terms,
                       const DaybookRow      *row,
                       gint64                 cycle,
                       gint64                 now)
{
  DaybookRecurrence recurrence;

  if (!read_recurrence (row, &recurrence))
    return cycle;

  return MAX (cycle, daybook_recurrence_last (&recurrence, terms->open, terms->zone, now));
}
