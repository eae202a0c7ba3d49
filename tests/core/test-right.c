/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/right.h"

#include "core/case.h"
#include "core/customer.h"
#include "core/erasure.h"
#include "core/event.h"
#include "core/order.h"
#include "core/phrase.h"
#include "core/presence.h"
#include "core/register.h"

#include <string.h>

/* Who may: owner, lead, agent, part-timer on shift, part-timer off shift, reader. */
static const struct
{
  DaybookRight right;
  const char  *who;
} TABLE[] = {
  { DAYBOOK_RIGHT_LOOK_OWN, "olapxr" },
  { DAYBOOK_RIGHT_LOOK_ANY, "olap-r" },
  { DAYBOOK_RIGHT_LIST, "ola--r" },
  { DAYBOOK_RIGHT_BULK, "ol----" },
  { DAYBOOK_RIGHT_WORK_OWN, "olapx-" },
  { DAYBOOK_RIGHT_WORK_ANY, "olap--" },
  { DAYBOOK_RIGHT_REVEAL, "olapx-" },
  { DAYBOOK_RIGHT_UNMASKED, "ol----" },
  { DAYBOOK_RIGHT_EXPORT, "ol----" },
  { DAYBOOK_RIGHT_IMPORT, "olap--" },
  { DAYBOOK_RIGHT_KNOWLEDGE, "ola---" },
  { DAYBOOK_RIGHT_MERGE, "ola---" },
  { DAYBOOK_RIGHT_GRADE, "ol----" },
  { DAYBOOK_RIGHT_SETTINGS, "ol----" },
  { DAYBOOK_RIGHT_PEOPLE, "ol----" },
  { DAYBOOK_RIGHT_OWNERS, "o-----" },
  { DAYBOOK_RIGHT_AUDIT, "ol----" },
  { DAYBOOK_RIGHT_BACKUP, "ol----" },
  { DAYBOOK_RIGHT_ERASE, "o-----" },
};

static const struct
{
  DaybookRole role;
  DaybookDuty duty;
} PEOPLE[] = {
  { DAYBOOK_ROLE_OWNER, DAYBOOK_DUTY_OFF },  { DAYBOOK_ROLE_LEAD, DAYBOOK_DUTY_OFF },     { DAYBOOK_ROLE_AGENT, DAYBOOK_DUTY_OFF },
  { DAYBOOK_ROLE_PART_TIME, DAYBOOK_DUTY_ON }, { DAYBOOK_ROLE_PART_TIME, DAYBOOK_DUTY_OFF }, { DAYBOOK_ROLE_READ_ONLY, DAYBOOK_DUTY_ON },
};

static void
test_each_role_and_right (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (TABLE), ==, DAYBOOK_N_RIGHTS);
  for (gsize i = 0; i < G_N_ELEMENTS (TABLE); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (PEOPLE); j++)
      {
        const DaybookPerson person = { .role = PEOPLE[j].role, .laptop = DAYBOOK_ROLE_OWNER, .duty = PEOPLE[j].duty, .name = "小李" };
        gboolean wanted = TABLE[i].who[j] != '-';
        g_autoptr(GError) error = NULL;

        g_test_message ("right %d, %c", TABLE[i].right, "olapxr"[j]);
        g_assert_cmpint (daybook_person_check (&person, TABLE[i].right, &error), ==, wanted);
        if (wanted)
          continue;
        g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);
        g_assert_nonnull (strstr (error->message, "小李"));
      }
}

/* Whoever sits at a part-timer's laptop has no more rights there than a part-timer on shift. */
static void
test_laptop_limits (void)
{
  for (guint role = DAYBOOK_ROLE_OWNER; role <= DAYBOOK_ROLE_READ_ONLY; role++)
    for (guint laptop = DAYBOOK_ROLE_OWNER; laptop <= DAYBOOK_ROLE_READ_ONLY; laptop++)
      {
        const DaybookPerson person = { .role = role, .laptop = laptop, .duty = DAYBOOK_DUTY_ON, .name = "x" };

        g_assert_cmphex (daybook_person_rights (&person), ==,
                         daybook_rights_of (role, DAYBOOK_DUTY_ON) & daybook_rights_of (laptop, DAYBOOK_DUTY_ON));
      }

  const DaybookPerson owner = { .role = DAYBOOK_ROLE_OWNER, .laptop = DAYBOOK_ROLE_PART_TIME, .name = "店主" };
  g_autoptr(GError) error = NULL;

  g_assert_true (daybook_person_check (&owner, DAYBOOK_RIGHT_WORK_ANY, NULL));
  g_assert_false (daybook_person_check (&owner, DAYBOOK_RIGHT_EXPORT, &error));
  g_assert_nonnull (strstr (error->message, "laptop"));
}

static void
test_alone_has_no_limits (void)
{
  const DaybookPerson person = { .role = DAYBOOK_ROLE_READ_ONLY, .laptop = DAYBOOK_ROLE_PART_TIME, .alone = TRUE, .name = "店主" };

  for (guint i = 0; i < DAYBOOK_N_RIGHTS; i++)
    g_assert_true (daybook_person_check (&person, (DaybookRight) i, NULL));
}

static void
test_says_to_sign_on (void)
{
  const DaybookPerson person = { .role = DAYBOOK_ROLE_PART_TIME, .name = "晚班" };
  g_autoptr(GError) error = NULL;

  g_assert_false (daybook_person_check (&person, DAYBOOK_RIGHT_WORK_ANY, &error));
  g_assert_nonnull (strstr (error->message, "off shift"));
}

static void
test_what_changes_take (void)
{
  static const struct
  {
    const DaybookTable *table;
    int                 field;
    DaybookRight        right;
    DaybookScope        scope;
  } CHANGES[] = {
    { &daybook_cases, -1, DAYBOOK_RIGHT_WORK_ANY, DAYBOOK_SCOPE_OWN },
    { &daybook_orders, DAYBOOK_ORDER_NOTE, DAYBOOK_RIGHT_WORK_ANY, DAYBOOK_SCOPE_OWN },
    { &daybook_events, -1, DAYBOOK_RIGHT_WORK_ANY, DAYBOOK_SCOPE_OWN },
    { &daybook_customers, DAYBOOK_CUSTOMER_NOTE, DAYBOOK_RIGHT_WORK_ANY, DAYBOOK_SCOPE_OWN },
    { &daybook_customers, DAYBOOK_CUSTOMER_GRADE, DAYBOOK_RIGHT_GRADE, DAYBOOK_SCOPE_ANY },
    { &daybook_customers, DAYBOOK_CUSTOMER_MERGED_INTO, DAYBOOK_RIGHT_MERGE, DAYBOOK_SCOPE_ANY },
    { &daybook_phrases, -1, DAYBOOK_RIGHT_KNOWLEDGE, DAYBOOK_SCOPE_OWN },
    { &daybook_registers, -1, DAYBOOK_RIGHT_SETTINGS, DAYBOOK_SCOPE_ANY },
    { &daybook_settings, DAYBOOK_SETTING_VALUE, DAYBOOK_RIGHT_SETTINGS, DAYBOOK_SCOPE_ANY },
    { &daybook_agents, -1, DAYBOOK_RIGHT_PEOPLE, DAYBOOK_SCOPE_ANY },
    { &daybook_agents, DAYBOOK_AGENT_PIN, DAYBOOK_RIGHT_PEOPLE, DAYBOOK_SCOPE_OWN },
    { &daybook_agents, DAYBOOK_AGENT_TRUSTED, DAYBOOK_RIGHT_OWNERS, DAYBOOK_SCOPE_ANY },
    { &daybook_erasures, -1, DAYBOOK_RIGHT_ERASE, DAYBOOK_SCOPE_ANY },
    { &daybook_presences, -1, DAYBOOK_RIGHT_WORK_OWN, DAYBOOK_SCOPE_SELF },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CHANGES); i++)
    {
      DaybookScope scope;

      g_test_message ("%s %d", CHANGES[i].table->kind, CHANGES[i].field);
      g_assert_cmpint (daybook_right_to_change (CHANGES[i].table, CHANGES[i].field, &scope), ==, CHANGES[i].right);
      g_assert_cmpint (scope, ==, CHANGES[i].scope);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/right/each-role-and-right", test_each_role_and_right);
  g_test_add_func ("/right/laptop-limits", test_laptop_limits);
  g_test_add_func ("/right/alone-has-no-limits", test_alone_has_no_limits);
  g_test_add_func ("/right/says-to-sign-on", test_says_to_sign_on);
  g_test_add_func ("/right/what-changes-take", test_what_changes_take);
  return g_test_run ();
}
