/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/order-acts.h"
#include "fixture.h"

typedef struct
{
  Book      book;
  DaybookId orders[3];
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  book_open (&fixture->book);
  for (guint i = 0; i < G_N_ELEMENTS (fixture->orders); i++)
    {
      g_autofree char *number = g_strdup_printf ("%010u", i);

      fixture->orders[i] = book_add_order (&fixture->book, number, BOOK_NOW - 60 * i);
    }
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  book_close (&fixture->book);
}

static GArray *
all_keys (Fixture *fixture)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < G_N_ELEMENTS (fixture->orders); i++)
    {
      g_autoptr(DaybookRow) row = book_row (&fixture->book, &daybook_orders, &fixture->orders[i]);

      g_array_append_val (keys, row->rowid);
    }

  return keys;
}

static DaybookOrderAct *
new_act (Fixture             *fixture,
         DaybookOrderActKind  kind)
{
  return daybook_order_act_new (kind, all_keys (fixture), daybook_store_get_agent (fixture->book.store));
}

/* Builds and commits; returns how many operations were written. */
static guint64
commit (Fixture         *fixture,
        DaybookOrderAct *act)
{
  DaybookReader *reader = daybook_store_get_reader (fixture->book.store);
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = daybook_order_act_build (act, reader, NULL, &error);
  g_autoptr(DaybookOutcome) outcome = NULL;

  g_assert_no_error (error);
  if (daybook_edit_size (edit) == 0)
    return 0;

  outcome = daybook_store_commit (fixture->book.store, edit, &error);
  g_assert_no_error (error);
  return outcome->n_changes;
}

static void
test_a_note_is_added_under_the_old_one (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autoptr(DaybookOrderAct) act = new_act (fixture, DAYBOOK_ORDER_ADD_NOTE);
  g_autoptr(DaybookRow) with_old = NULL;
  g_autoptr(DaybookRow) without = NULL;

  book_set (&fixture->book, &daybook_orders, &fixture->orders[0], DAYBOOK_ORDER_NOTE, daybook_value_text ("first"));
  act->note = g_strdup ("second");
  g_assert_cmpuint (commit (fixture, act), ==, 3);

  with_old = book_row (&fixture->book, &daybook_orders, &fixture->orders[0]);
  without = book_row (&fixture->book, &daybook_orders, &fixture->orders[1]);
  g_assert_cmpstr (daybook_row_text (with_old, DAYBOOK_ORDER_NOTE), ==, "first\nsecond");
  g_assert_cmpstr (daybook_row_text (without, DAYBOOK_ORDER_NOTE), ==, "second");
}

/* One act over many orders is undone as one. */
static void
test_many_are_one_act (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr(DaybookOrderAct) act = new_act (fixture, DAYBOOK_ORDER_SET_FLAG);
  g_autoptr(DaybookOutcome) undone = NULL;
  g_autoptr(GError) error = NULL;

  act->flag = DAYBOOK_FLAG_BLUE;
  g_assert_cmpuint (commit (fixture, act), ==, 3);
  g_assert_cmpuint (book_count (&fixture->book, &daybook_orders, "flag = blue"), ==, 3);

  undone = daybook_store_undo (fixture->book.store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (book_count (&fixture->book, &daybook_orders, "flag = blue"), ==, 0);
}

static void
test_trash_hides_them (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr(DaybookOrderAct) act = new_act (fixture, DAYBOOK_ORDER_TRASH);

  g_assert_cmpuint (commit (fixture, act), ==, 3);
  g_assert_cmpuint (book_count (&fixture->book, &daybook_orders, ""), ==, 0);
}

static void
note_on_platform (Fixture    *fixture,
                  guint       i,
                  const char *note)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "import", NULL);
  g_autoptr(DaybookOutcome) outcome = NULL;
  g_autoptr(GError) error = NULL;

  daybook_edit_set (edit, &daybook_orders, &fixture->orders[i], DAYBOOK_ORDER_SELLER_NOTE, daybook_value_text (note));
  outcome = daybook_store_commit (fixture->book.store, edit, &error);
  g_assert_no_error (error);
}

static void
test_names_are_taken_over (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr(DaybookOrderAct) act = new_act (fixture, DAYBOOK_ORDER_TAKE_OVER);
  g_autoptr(DaybookEdit) hire = daybook_edit_new (DAYBOOK_ACT_EDIT, "hire", daybook_store_get_agent (fixture->book.store));
  g_autoptr(DaybookOutcome) outcome = NULL;
  g_autoptr(DaybookRow) named = NULL;
  g_autoptr(DaybookRow) unnamed = NULL;
  DaybookId agent;

  daybook_id_fresh (&agent, BOOK_NOW * 1000);
  daybook_edit_create (hire, &daybook_agents, &agent);
  daybook_edit_give (hire, DAYBOOK_AGENT_NAME, daybook_value_text ("林小美"));
  daybook_edit_give (hire, DAYBOOK_AGENT_CODE, daybook_value_text ("007"));
  outcome = daybook_store_commit (fixture->book.store, hire, NULL);
  g_assert_nonnull (outcome);

  note_on_platform (fixture, 1, "客服007 已联系");
  g_assert_cmpuint (commit (fixture, act), ==, 1);
  named = book_row (&fixture->book, &daybook_orders, &fixture->orders[1]);
  unnamed = book_row (&fixture->book, &daybook_orders, &fixture->orders[0]);
  g_assert_true (daybook_id_equal (daybook_row_ref_id (named, DAYBOOK_ORDER_AGENT), &agent));
  g_assert_null (daybook_row_ref_id (unnamed, DAYBOOK_ORDER_AGENT));

  /* Nothing is left to take over. */
  g_assert_cmpuint (commit (fixture, act), ==, 0);
}

/* Rows that vanished between choosing and acting are no reason to fail. */
static void
test_orders_that_are_gone_are_left_out (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autoptr(DaybookOrderAct) act = new_act (fixture, DAYBOOK_ORDER_SET_FLAG);
  gint64 nowhere = G_MAXINT64 - 1;

  g_array_append_val (act->keys, nowhere);
  act->flag = DAYBOOK_FLAG_RED;
  g_assert_cmpuint (commit (fixture, act), ==, 3);
}

static void
test_building_can_be_stopped (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr(DaybookOrderAct) act = new_act (fixture, DAYBOOK_ORDER_TRASH);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (daybook_order_act_build (act, daybook_store_get_reader (fixture->book.store), cancellable, &error));
  g_assert_nonnull (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/order-acts/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("a-note-is-added-under-the-old-one", test_a_note_is_added_under_the_old_one);
  ADD ("many-are-one-act", test_many_are_one_act);
  ADD ("trash-hides-them", test_trash_hides_them);
  ADD ("names-are-taken-over", test_names_are_taken_over);
  ADD ("orders-that-are-gone-are-left-out", test_orders_that_are_gone_are_left_out);
  ADD ("building-can-be-stopped", test_building_can_be_stopped);
  return g_test_run ();
}
