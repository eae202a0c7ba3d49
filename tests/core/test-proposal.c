/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/proposal.h"

#include "core/shop.h"

static void
add_agent (GPtrArray  *agents,
           const char *code,
           const char *name)
{
  DaybookRow *row = daybook_row_new (&daybook_agents);

  daybook_id_random (&row->id);
  row->values[DAYBOOK_AGENT_CODE] = daybook_value_text (code);
  row->values[DAYBOOK_AGENT_NAME] = daybook_value_text (name);
  g_ptr_array_add (agents, row);
}

static GPtrArray *
make_agents (void)
{
  GPtrArray *agents = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);

  add_agent (agents, "007", "林小美");
  add_agent (agents, "A12", "Ann");
  add_agent (agents, NULL, "王芳");
  return agents;
}

static DaybookProposer *
make_proposer (const char *pattern)
{
  g_autoptr(GPtrArray) agents = make_agents ();
  g_autoptr(GError) error = NULL;
  DaybookProposer *proposer = daybook_proposer_new (pattern, agents, &error);

  g_assert_no_error (error);
  return proposer;
}

static void
test_a_note_names_an_agent (void)
{
  static const struct { const char *pattern, *note, *name; } CASES[] = {
    { NULL, "林小美 已联系", "林小美" },
    { NULL, "客服林小美跟进", "林小美" },
    { NULL, "07", NULL },
    { NULL, "单号10075", NULL },
    { NULL, "007", "林小美" },
    { NULL, "客服007跟进", "林小美" },
    { NULL, "ANN told her", "Ann" },
    { NULL, "Ａ１２", "Ann" },
    { NULL, "Annabel asked", NULL },
    { NULL, "planned", NULL },
    { NULL, "", NULL },
    { NULL, "林小美 转 王芳", NULL },
    { "", "王芳", "王芳" },
    { "客服{agent}", "客服 007", NULL },
    { "客服 {agent}", "客服007", "林小美" },
    { "客服 {agent}", "客服  007", "林小美" },
    { "客服{agent}", "007", NULL },
    { "[{agent}]", "please call [ann] back", "Ann" },
    { "[{agent}]", "please call ann back", NULL },
    { "({agent}).*", "(ann)xx", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr(DaybookProposer) proposer = make_proposer (CASES[i].pattern);
      const DaybookRow *agent = daybook_proposer_find (proposer, CASES[i].note);

      g_test_message ("%s in “%s”", CASES[i].pattern, CASES[i].note);
      g_assert_cmpstr (agent != NULL ? daybook_row_text (agent, DAYBOOK_AGENT_NAME) : NULL, ==, CASES[i].name);
    }
}

static void
test_a_pattern_needs_one_place (void)
{
  static const char *const BAD[] = { "客服", "{agent}{agent}", "{AGENT}" };
  g_autoptr(GPtrArray) agents = make_agents ();

  for (gsize i = 0; i < G_N_ELEMENTS (BAD); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (daybook_proposer_new (BAD[i], agents, &error));
      g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
    }
}

static DaybookRow *
make_order (const char  *note,
            DaybookFlag  platform_flag)
{
  DaybookRow *order = daybook_row_new (&daybook_orders);

  order->values[DAYBOOK_ORDER_SELLER_NOTE] = daybook_value_text (note);
  order->values[DAYBOOK_ORDER_SELLER_FLAG] = daybook_value_int (platform_flag);
  return order;
}

static void
test_only_what_is_empty_is_proposed (void)
{
  g_autoptr(DaybookProposer) proposer = make_proposer (NULL);
  g_autoptr(DaybookRow) order = make_order ("007", DAYBOOK_FLAG_BLUE);
  g_autoptr(DaybookRow) plain = make_order ("nobody", DAYBOOK_FLAG_NONE);
  DaybookProposal proposal;
  DaybookId somebody;

  g_assert_true (daybook_proposer_propose (proposer, order, &proposal));
  g_assert_cmpstr (daybook_row_text (proposal.agent, DAYBOOK_AGENT_CODE), ==, "007");
  g_assert_cmpint (proposal.flag, ==, DAYBOOK_FLAG_BLUE);

  daybook_id_random (&somebody);
  order->values[DAYBOOK_ORDER_AGENT] = daybook_value_id (&somebody);
  g_assert_true (daybook_proposer_propose (proposer, order, &proposal));
  g_assert_null (proposal.agent);

  order->values[DAYBOOK_ORDER_FLAG] = daybook_value_int (DAYBOOK_FLAG_RED);
  g_assert_false (daybook_proposer_propose (proposer, order, &proposal));
  g_assert_false (daybook_proposer_propose (proposer, plain, &proposal));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/proposal/a-note-names-an-agent", test_a_note_names_an_agent);
  g_test_add_func ("/proposal/a-pattern-needs-one-place", test_a_pattern_needs_one_place);
  g_test_add_func ("/proposal/only-what-is-empty-is-proposed", test_only_what_is_empty_is_proposed);
  return g_test_run ();
}
