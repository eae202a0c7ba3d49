/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/call-plan-starter.h"

#include "core/customer.h"
#include "core/error.h"
#include "core/register-read.h"

#include <glib/gi18n-lib.h>

/* By DaybookCallPlanOn, and by DaybookGrade. */
static const char *const ON[] = { "interval", "delivered", "closed", NULL };
static const char *const GRADES[] = { "none", "vip_1", "vip_2", "vip_3", NULL };

static void
add_question (DaybookRegisterRead *read,
              JsonObject          *object,
              const char          *key,
              gpointer             data)
{
  g_autofree char *question = daybook_register_label (read, object, key, DAYBOOK_MEMBER_REQUIRED);
  GString *questions = data;

  if (question != NULL)
    g_string_append_printf (questions, "%s%s", questions->len > 0 ? "\n" : "", question);
}

static void
read_root (DaybookRegisterRead *read,
           JsonObject          *root,
           DaybookCallStarter  *self)
{
  GString *questions = g_string_new (NULL);

  self->key = g_strdup (daybook_register_text (read, root, "plan", DAYBOOK_MEMBER_REQUIRED));
  self->title = daybook_register_label (read, root, "title", DAYBOOK_MEMBER_REQUIRED);
  self->help = daybook_register_label (read, root, "help", DAYBOOK_MEMBER_REQUIRED);
  self->on = (DaybookCallPlanOn) daybook_register_word (read, root, "on", ON, DAYBOOK_CALL_PLAN_INTERVAL);
  self->of = g_strdup (daybook_register_text (read, root, "of", DAYBOOK_MEMBER_OPTIONAL));
  self->days = daybook_register_count (read, root, "days", DAYBOOK_CALL_PLAN_MOST_DAYS, 0);
  self->grade = daybook_register_word (read, root, "grade", GRADES, DAYBOOK_GRADE_NONE);
  self->survey = daybook_register_flag (read, root, "survey");
  daybook_register_each (read, root, "questions", DAYBOOK_MEMBER_OPTIONAL, add_question, questions);
  self->questions = g_string_free (questions, FALSE);
}

DaybookCallStarter *
daybook_call_starter_parse (const char  *json,
                            const char  *name,
                            GError     **error)
{
  g_autoptr(DaybookCallStarter) self = g_new0 (DaybookCallStarter, 1);
  g_autoptr(GError) failure = NULL;
  g_autoptr(JsonNode) node = json_from_string (json, &failure);
  DaybookRegisterRead read = { 0 };

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    read_root (&read, json_node_get_object (node), self);
  else if (node != NULL)
    read.wrong = g_strdup (_("it does not begin with {"));

  g_autofree char *wrong = read.wrong;
  if (node != NULL && wrong == NULL)
    return g_steal_pointer (&self);

  /* Translators: the file's name, and what is wrong in it. */
  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT, _("The file “%1$s” of a call-back plan cannot be used: %2$s."),
               name, wrong != NULL ? wrong : failure->message);
  return NULL;
}

void
daybook_call_starter_free (DaybookCallStarter *self)
{
  g_free (self->key);
  g_free (self->title);
  g_free (self->help);
  g_free (self->of);
  g_free (self->questions);
  g_free (self);
}

void
daybook_call_starter_id (const char *key,
                         DaybookId  *id)
{
  daybook_id_derive (id, daybook_call_plans.kind, &key, 1);
}

void
daybook_call_starter_adopt (const DaybookCallStarter *self,
                            DaybookEdit              *edit,
                            gboolean                  used,
                            gint64                    now)
{
  DaybookId id;

  daybook_call_starter_id (self->key, &id);
  daybook_edit_create (edit, &daybook_call_plans, &id);
  daybook_edit_give (edit, DAYBOOK_CALL_PLAN_NAME, daybook_value_text (self->title));
  daybook_edit_give (edit, DAYBOOK_CALL_PLAN_ON, daybook_value_int (self->on));
  daybook_edit_give (edit, DAYBOOK_CALL_PLAN_REGISTER, daybook_value_text (self->of));
  daybook_edit_give (edit, DAYBOOK_CALL_PLAN_DAYS, daybook_value_int (self->days));
  daybook_edit_give (edit, DAYBOOK_CALL_PLAN_GRADE, daybook_value_int (self->grade));
  daybook_edit_give (edit, DAYBOOK_CALL_PLAN_QUESTIONS, daybook_value_text (self->questions));
  daybook_edit_give (edit, DAYBOOK_CALL_PLAN_SURVEY, daybook_value_int (self->survey));
  daybook_edit_give (edit, DAYBOOK_CALL_PLAN_USED, daybook_value_int (used));
  daybook_edit_give (edit, DAYBOOK_CALL_PLAN_SINCE, daybook_value_int (now));
  daybook_edit_give (edit, DAYBOOK_CALL_PLAN_STARTER, daybook_value_text (self->key));
}
