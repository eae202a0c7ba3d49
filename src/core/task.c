/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/task.h"

#include "core/fields.h"

static const DaybookWord KIND_WORDS[] = {
  [DAYBOOK_TASK_TODO] = WORD ("todo", "task", "To do"),
  [DAYBOOK_TASK_CALL] = WORD ("call", "task", "Call"),
  [DAYBOOK_TASK_CALL_BACK] = WORD ("call_back", "task", "Call-back"),
  { NULL, NULL, NULL },
};

static const DaybookWord OUTCOME_WORDS[] = {
  [DAYBOOK_CALL_OPEN] = QUIET_WORD ("open", "call", "Open"),
  [DAYBOOK_CALL_REACHED] = WORD ("reached", "call", "Reached"),
  [DAYBOOK_CALL_NOT_REACHED] = WORD ("not_reached", "call", "Not reached"),
  [DAYBOOK_CALL_GIVEN_UP] = WORD ("given_up", "call", "Given up"),
  { NULL, NULL, NULL },
};

static const DaybookField FIELDS[] = {
  [DAYBOOK_TASK_DELETED] = DELETED_FIELD,
  [DAYBOOK_TASK_KIND] = { "kind", N_("Kind"), ENUM (APPEND_ONLY, KIND_WORDS) },
  [DAYBOOK_TASK_TITLE] = { "title", N_("Title"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_TASK_CASE] = { "case", N_("Case"), REF (REGISTER, "case") },
  [DAYBOOK_TASK_ORDER] = { "order", N_("Order"), REF (REGISTER, "order") },
  [DAYBOOK_TASK_CUSTOMER] = { "customer", N_("Customer"), REF (REGISTER, "customer") },
  [DAYBOOK_TASK_AGENT] = { "agent", N_("Agent"), REF (REGISTER, "agent") },
  [DAYBOOK_TASK_DUE] = { "due", N_("Due"), TIME (REGISTER) },
  [DAYBOOK_TASK_DONE_AT] = { "done_at", N_("Done at"), TIME (REGISTER) },
  [DAYBOOK_TASK_OUTCOME] = { "outcome", N_("Outcome"), ENUM (REGISTER, OUTCOME_WORDS) },
  [DAYBOOK_TASK_ANSWERS] = { "answers", N_("Answers"), TEXT (TEXT), .flags = DAYBOOK_FIELD_MULTILINE },
  [DAYBOOK_TASK_PRODUCT] = { "product", N_("Product"), REF (REGISTER, "product") },
  [DAYBOOK_TASK_PLAN] = { "plan", N_("Call-back plan"), REF (REGISTER, "call_plan") },
  [DAYBOOK_TASK_TRIES] = { "tries", N_("Tries"), INT (REGISTER) },
};

const DaybookTable daybook_tasks = {
  "task", "tasks", N_("Task"), N_("Tasks"),
  FIELDS, G_N_ELEMENTS (FIELDS), -1, DAYBOOK_TASK_TITLE, -1,
};
