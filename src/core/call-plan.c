/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/call-plan.h"

#include "core/case.h"
#include "core/chore.h"
#include "core/customer.h"
#include "core/fields.h"

static const DaybookWord ON_WORDS[] = {
  [DAYBOOK_CALL_PLAN_INTERVAL] = WORD ("interval", "call plan", "At intervals"),
  [DAYBOOK_CALL_PLAN_DELIVERED] = WORD ("delivered", "call plan", "After an order is completed"),
  [DAYBOOK_CALL_PLAN_CLOSED] = WORD ("closed", "call plan", "After a case is closed"),
  { NULL, NULL, NULL },
};

static const DaybookField PLAN_FIELDS[] = {
  [DAYBOOK_CALL_PLAN_DELETED] = DELETED_FIELD,
  [DAYBOOK_CALL_PLAN_NAME] = { "name", N_("Name"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_CALL_PLAN_ON] = { "on", N_("When"), ENUM (REGISTER, ON_WORDS) },
  [DAYBOOK_CALL_PLAN_REGISTER] = { "register", N_("Register"), TEXT (REGISTER) },
  [DAYBOOK_CALL_PLAN_DAYS] = { "days", N_("Days"), INT (REGISTER) },
  [DAYBOOK_CALL_PLAN_GRADE] = { "grade", N_("From VIP grade"), ENUM (REGISTER, daybook_grade_words) },
  [DAYBOOK_CALL_PLAN_AGENT] = { "agent", N_("Agent"), REF (REGISTER, "agent") },
  [DAYBOOK_CALL_PLAN_ROLE] = { "role", N_("Role"), ENUM (REGISTER, daybook_chore_who_words) },
  [DAYBOOK_CALL_PLAN_QUESTIONS] = { "questions", N_("Questions"), TEXT (TEXT), .flags = DAYBOOK_FIELD_MULTILINE },
  [DAYBOOK_CALL_PLAN_SURVEY] = { "survey", N_("Satisfaction survey"), BOOL (REGISTER) },
  [DAYBOOK_CALL_PLAN_USED] = { "used", N_("In use"), BOOL (REGISTER) },
  [DAYBOOK_CALL_PLAN_SINCE] = { "since", N_("Since"), TIME (REGISTER), .flags = DAYBOOK_FIELD_HIDDEN },
  [DAYBOOK_CALL_PLAN_STARTER] = { "starter", N_("Brought by Daybook"), TEXT (APPEND_ONLY), .flags = DAYBOOK_FIELD_HIDDEN },
};

static const DaybookField SURVEY_FIELDS[] = {
  [DAYBOOK_SURVEY_DELETED] = DELETED_FIELD,
  [DAYBOOK_SURVEY_CUSTOMER] = { "customer", N_("Customer"), REF (APPEND_ONLY, "customer") },
  [DAYBOOK_SURVEY_CASE] = { "case", N_("Case"), REF (APPEND_ONLY, "case") },
  [DAYBOOK_SURVEY_ORDER] = { "order", N_("Order"), REF (APPEND_ONLY, "order") },
  [DAYBOOK_SURVEY_TASK] = { "task", N_("Task"), REF (APPEND_ONLY, "task") },
  [DAYBOOK_SURVEY_AT] = { "at", N_("When"), TIME (APPEND_ONLY), .flags = DAYBOOK_FIELD_SORT },
  [DAYBOOK_SURVEY_AGENT] = { "agent", N_("Asked by"), REF (APPEND_ONLY, "agent") },
  [DAYBOOK_SURVEY_SERVED] = { "served", N_("Served by"), REF (APPEND_ONLY, "agent") },
  [DAYBOOK_SURVEY_CHANNEL] = { "channel", N_("Channel"), ENUM (APPEND_ONLY, daybook_channel_words) },
  [DAYBOOK_SURVEY_CONVENIENCE] = { "convenience", N_("Easy to reach"), INT (APPEND_ONLY), .flags = DAYBOOK_FIELD_STARS },
  [DAYBOOK_SURVEY_ATTITUDE] = { "attitude", N_("Attitude"), INT (APPEND_ONLY), .flags = DAYBOOK_FIELD_STARS },
  [DAYBOOK_SURVEY_ABILITY] = { "ability", N_("Ability"), INT (APPEND_ONLY), .flags = DAYBOOK_FIELD_STARS },
  [DAYBOOK_SURVEY_RESULT] = { "result", N_("Result"), INT (APPEND_ONLY), .flags = DAYBOOK_FIELD_STARS },
  [DAYBOOK_SURVEY_OPINION] = { "opinion", N_("Opinion"), TEXT (APPEND_ONLY), .flags = DAYBOOK_FIELD_MULTILINE },
  [DAYBOOK_SURVEY_COMPLAINT] = { "complaint", N_("Complaint made of it"), REF (REGISTER, "case") },
  [DAYBOOK_SURVEY_SUGGESTION] = { "suggestion", N_("Suggestion made of it"), REF (REGISTER, "case") },
};

const DaybookTable daybook_call_plans = {
  "call_plan", "call_plans", N_("Call-back plan"), N_("Call-back plans"),
  PLAN_FIELDS, G_N_ELEMENTS (PLAN_FIELDS), -1, DAYBOOK_CALL_PLAN_NAME, -1,
};

const DaybookTable daybook_surveys = {
  "survey", "surveys", N_("Survey"), N_("Surveys"),
  SURVEY_FIELDS, G_N_ELEMENTS (SURVEY_FIELDS), -1, DAYBOOK_SURVEY_AT, -1,
};
