/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/history/act-filter.h"

static DaybookActItem *
make_item (DaybookActKind  kind,
           const char     *title,
           guint8          agent)
{
  DaybookAct *act = g_new0 (DaybookAct, 1);

  act->kind = kind;
  act->title = g_strdup (title);
  act->agent = g_strdup ("");
  act->agent_id.bytes[0] = agent;
  return daybook_act_item_new (act);
}

static void
test_everything_passes_at_first (void)
{
  g_autoptr (DaybookActFilter) filter = daybook_act_filter_new ();
  g_autoptr (DaybookActItem) item = make_item (DAYBOOK_ACT_EDIT, "x", 1);

  g_assert_true (daybook_act_filter_is_open (filter));
  g_assert_cmpint (gtk_filter_get_strictness (GTK_FILTER (filter)), ==, GTK_FILTER_MATCH_ALL);
  g_assert_true (gtk_filter_match (GTK_FILTER (filter), item));
}

static void
test_one_kind (void)
{
  g_autoptr (DaybookActFilter) filter = daybook_act_filter_new ();
  g_autoptr (DaybookActItem) edit = make_item (DAYBOOK_ACT_EDIT, "x", 1);
  g_autoptr (DaybookActItem) undo = make_item (DAYBOOK_ACT_UNDO, "x", 1);
  g_autoptr (DaybookActItem) redo = make_item (DAYBOOK_ACT_REDO, "x", 1);

  daybook_act_filter_set_kind (filter, DAYBOOK_ACT_UNDO);
  g_assert_false (daybook_act_filter_is_open (filter));
  g_assert_false (gtk_filter_match (GTK_FILTER (filter), edit));
  g_assert_true (gtk_filter_match (GTK_FILTER (filter), undo));
  g_assert_true (gtk_filter_match (GTK_FILTER (filter), redo));

  daybook_act_filter_set_kind (filter, DAYBOOK_ACT_ANY_KIND);
  g_assert_true (gtk_filter_match (GTK_FILTER (filter), edit));
}

static void
test_one_person (void)
{
  g_autoptr (DaybookActFilter) filter = daybook_act_filter_new ();
  g_autoptr (DaybookActItem) mine = make_item (DAYBOOK_ACT_EDIT, "x", 1);
  g_autoptr (DaybookActItem) hers = make_item (DAYBOOK_ACT_EDIT, "x", 2);
  DaybookId me = { { 1 } };

  daybook_act_filter_set_agent (filter, &me);
  g_assert_true (gtk_filter_match (GTK_FILTER (filter), mine));
  g_assert_false (gtk_filter_match (GTK_FILTER (filter), hers));
  daybook_act_filter_set_agent (filter, NULL);
  g_assert_true (gtk_filter_match (GTK_FILTER (filter), hers));
}

static void
test_words_in_any_case_and_order (void)
{
  g_autoptr (DaybookActFilter) filter = daybook_act_filter_new ();
  g_autoptr (DaybookActItem) item = make_item (DAYBOOK_ACT_EDIT, "Set Flag on 12 orders 退款", 1);

  daybook_act_filter_set_words (filter, "ORDERS flag");
  g_assert_true (gtk_filter_match (GTK_FILTER (filter), item));
  daybook_act_filter_set_words (filter, "退");
  g_assert_true (gtk_filter_match (GTK_FILTER (filter), item));
  daybook_act_filter_set_words (filter, "flag note");
  g_assert_false (gtk_filter_match (GTK_FILTER (filter), item));
  daybook_act_filter_set_words (filter, "  ");
  g_assert_true (daybook_act_filter_is_open (filter));
  g_assert_true (gtk_filter_match (GTK_FILTER (filter), item));
}

static void
count (GtkFilter       *filter,
       GtkFilterChange  change,
       guint           *n)
{
  (*n)++;
}

static void
test_each_setting_tells_once (void)
{
  g_autoptr (DaybookActFilter) filter = daybook_act_filter_new ();
  guint n = 0;

  g_signal_connect (filter, "changed", G_CALLBACK (count), &n);
  daybook_act_filter_set_words (filter, "x");
  daybook_act_filter_set_kind (filter, DAYBOOK_ACT_EDIT);
  daybook_act_filter_set_agent (filter, NULL);
  g_assert_cmpuint (n, ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/act-filter/everything-passes-at-first", test_everything_passes_at_first);
  g_test_add_func ("/act-filter/one-kind", test_one_kind);
  g_test_add_func ("/act-filter/one-person", test_one_person);
  g_test_add_func ("/act-filter/words-in-any-case-and-order", test_words_in_any_case_and_order);
  g_test_add_func ("/act-filter/each-setting-tells-once", test_each_setting_tells_once);
  return g_test_run ();
}
