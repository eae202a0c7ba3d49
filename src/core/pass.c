/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/pass.h"

#include "core/error.h"
#include "core/fields.h"
#include "core/recurrence.h"
#include "core/register-read.h"

#define MOST_ROUNDS 8
#define MOST_STEPS 50

static const DaybookField FIELDS[] = {
  [DAYBOOK_PASS_TICK_DELETED] = DELETED_FIELD,
  [DAYBOOK_PASS_TICK_PASS] = { "pass", N_("Pass"), TEXT (APPEND_ONLY), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_PASS_TICK_DAY] = { "day", N_("Day"), TEXT (APPEND_ONLY), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_PASS_TICK_ROUND] = { "round", N_("Round"), TEXT (APPEND_ONLY), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_PASS_TICK_STEP] = { "step", N_("Checkpoint"), TEXT (APPEND_ONLY), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_PASS_TICK_AT] = { "at", N_("When"), TIME (APPEND_ONLY), .flags = DAYBOOK_FIELD_REQUIRED | DAYBOOK_FIELD_SORT },
  [DAYBOOK_PASS_TICK_AGENT] = { "agent", N_("Agent"), REF (APPEND_ONLY, "agent") },
};

const DaybookTable daybook_pass_ticks = {
  "pass_tick", "pass_ticks", N_("Tick of a pass"), N_("Ticks of passes"),
  FIELDS, G_N_ELEMENTS (FIELDS), -1, DAYBOOK_PASS_TICK_STEP, DAYBOOK_PASS_TICK_AT,
};

void
daybook_pass_tick_id (DaybookId  *id,
                      const char *pass,
                      const char *day,
                      const char *round,
                      const char *step)
{
  const char *const parts[] = { pass, day, round, step };

  daybook_id_derive (id, daybook_pass_ticks.kind, parts, G_N_ELEMENTS (parts));
}

/* --- Reading a definition --------------------------------------------------------------- */

static void
free_round (gpointer data)
{
  DaybookPassRound *round = data;

  g_free (round->key);
  g_free (round->label);
  g_free (round->when);
  g_free (round);
}

static void
free_step (gpointer data)
{
  DaybookPassStep *step = data;

  g_free (step->key);
  g_free (step->label);
  g_free (step->hint);
  g_free (step->begins);
  g_free (step->found);
  g_free (step);
}

static void
read_round (DaybookRegisterRead *read,
            JsonObject          *object,
            const char          *key,
            gpointer             data)
{
  DaybookPassRound *round = g_new0 (DaybookPassRound, 1);

  round->key = g_strdup (key);
  round->label = daybook_register_label (read, object, key, DAYBOOK_MEMBER_REQUIRED);
  g_ptr_array_add (data, round);
}

static void
read_step (DaybookRegisterRead *read,
           JsonObject          *object,
           const char          *key,
           gpointer             data)
{
  JsonObject *one = daybook_register_object (read, object, key, DAYBOOK_MEMBER_REQUIRED);
  DaybookPassStep *step;

  if (one == NULL)
    return;

  step = g_new0 (DaybookPassStep, 1);
  step->key = g_strdup (key);
  step->label = daybook_register_label (read, one, "label", DAYBOOK_MEMBER_REQUIRED);
  step->hint = daybook_register_label (read, one, "hint", DAYBOOK_MEMBER_OPTIONAL);
  step->begins = g_strdup (daybook_register_text (read, one, "begins", DAYBOOK_MEMBER_OPTIONAL));
  step->found = daybook_register_label (read, one, "found", step->begins != NULL ? DAYBOOK_MEMBER_REQUIRED : DAYBOOK_MEMBER_OPTIONAL);
  g_ptr_array_add (data, step);
}

static void
read_when (DaybookRegisterRead *read,
           JsonObject          *object,
           const char          *key,
           gpointer             data)
{
  DaybookPassRound *round = (DaybookPassRound *) daybook_pass_find_round (data, key);
  const char *when = daybook_register_text (read, object, key, DAYBOOK_MEMBER_REQUIRED);
  g_autoptr(GError) error = NULL;
  DaybookRecurrence recurrence;

  if (round == NULL)
    daybook_register_wrong (read, object, key, g_strdup_printf (_("there is no round “%s”"), key));
  else if (when != NULL && !daybook_recurrence_parse (when, &recurrence, &error))
    daybook_register_wrong (read, object, key, g_strdup (error->message));
  else if (when != NULL)
    {
      g_free (round->when);
      round->when = g_strdup (when);
    }
}

/* By DaybookPassWho. */
static const char *const WHO[] = { "everyone", "presale", "after_sales", "lead", NULL };

static void
read_root (DaybookRegisterRead *read,
           JsonObject          *root,
           DaybookPass         *self)
{
  self->key = g_strdup (daybook_register_text (read, root, "pass", DAYBOOK_MEMBER_REQUIRED));
  self->title = daybook_register_label (read, root, "title", DAYBOOK_MEMBER_REQUIRED);
  self->help = daybook_register_label (read, root, "help", DAYBOOK_MEMBER_REQUIRED);
  self->who = (DaybookPassWho) daybook_register_word (read, root, "who", WHO, DAYBOOK_PASS_EVERYONE);
  daybook_register_each (read, root, "rounds", DAYBOOK_MEMBER_REQUIRED, read_round, self->rounds);
  daybook_register_each (read, root, "when", DAYBOOK_MEMBER_OPTIONAL, read_when, self);
  daybook_register_each (read, root, "steps", DAYBOOK_MEMBER_REQUIRED, read_step, self->steps);
  if (self->rounds->len == 0 || self->rounds->len > MOST_ROUNDS)
    daybook_register_wrong (read, root, "rounds", g_strdup_printf (_("a pass has one to %d rounds"), MOST_ROUNDS));
  if (self->steps->len == 0 || self->steps->len > MOST_STEPS)
    daybook_register_wrong (read, root, "steps", g_strdup_printf (_("a pass has one to %d places"), MOST_STEPS));
}

static DaybookPass *
new_empty (void)
{
  DaybookPass *self = g_new0 (DaybookPass, 1);

  self->rounds = g_ptr_array_new_with_free_func (free_round);
  self->steps = g_ptr_array_new_with_free_func (free_step);
  return self;
}

DaybookPass *
daybook_pass_new (const char *key,
                  const char *title,
                  const char *round)
{
  DaybookPass *self = new_empty ();
  DaybookPassRound *only = g_new0 (DaybookPassRound, 1);

  self->key = g_strdup (key);
  self->title = g_strdup (title);
  self->help = g_strdup ("");
  only->key = g_strdup (round);
  only->label = g_strdup ("");
  g_ptr_array_add (self->rounds, only);
  return self;
}

void
daybook_pass_add_step (DaybookPass           *self,
                       const char            *key,
                       const char            *label,
                       const DaybookPassStep *like)
{
  DaybookPassStep *step = g_new0 (DaybookPassStep, 1);

  step->key = g_strdup (key);
  step->label = g_strdup (label);
  step->hint = like != NULL ? g_strdup (like->hint) : NULL;
  step->begins = like != NULL ? g_strdup (like->begins) : NULL;
  step->found = like != NULL ? g_strdup (like->found) : NULL;
  g_ptr_array_add (self->steps, step);
}

void
daybook_pass_free (DaybookPass *self)
{
  g_free (self->key);
  g_free (self->title);
  g_free (self->help);
  g_ptr_array_unref (self->rounds);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

DaybookPass *
daybook_pass_parse (const char  *json,
                    const char  *name,
                    GError     **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(DaybookJsonLines) lines = daybook_json_lines_new (json, -1, &failure);
  JsonNode *node = lines != NULL ? daybook_json_lines_root (lines) : NULL;
  DaybookRegisterRead read = { lines, NULL, 0 };
  g_autoptr(DaybookPass) self = new_empty ();

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    read_root (&read, json_node_get_object (node), self);
  else if (node != NULL)
    read.wrong = g_strdup (_("it does not begin with {"));

  g_autofree char *wrong = read.wrong;
  if (lines != NULL && wrong == NULL)
    return g_steal_pointer (&self);

  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT,
               /* Translators: the file's name, the number of a line of it, and what is wrong there. */
               _("The file “%s” of a pass cannot be used, line %u: %s. Correct it, or take it away."),
               name, MAX (1, read.line), wrong != NULL ? wrong : failure->message);
  return NULL;
}

/* --- Looking -------------------------------------------------------------------------------- */

const DaybookPassRound *
daybook_pass_find_round (const DaybookPass *self,
                         const char        *key)
{
  for (guint i = 0; i < self->rounds->len; i++)
    if (g_str_equal (((const DaybookPassRound *) g_ptr_array_index (self->rounds, i))->key, key))
      return g_ptr_array_index (self->rounds, i);

  return NULL;
}

const DaybookPassStep *
daybook_pass_find_step (const DaybookPass *self,
                        const char        *key)
{
  for (guint i = 0; i < self->steps->len; i++)
    if (g_str_equal (((const DaybookPassStep *) g_ptr_array_index (self->steps, i))->key, key))
      return g_ptr_array_index (self->steps, i);

  return NULL;
}
