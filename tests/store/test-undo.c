/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "core/reveal.h"
#include "store/database.h"

#include <string.h>

static DaybookOutcome *
undo (Book            *book,
      const DaybookId *act)
{
  g_autoptr(GError) error = NULL;
  DaybookOutcome *outcome = daybook_store_undo (book->store, act, &error);

  g_assert_no_error (error);
  return outcome;
}

static DaybookOutcome *
redo (Book *book)
{
  g_autoptr(GError) error = NULL;
  DaybookOutcome *outcome = daybook_store_redo (book->store, &error);

  g_assert_no_error (error);
  return outcome;
}

static void
assert_note (Book            *book,
             const DaybookId *order,
             const char      *note)
{
  g_autoptr(DaybookRow) row = book_row (book, &daybook_orders, order);

  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_ORDER_NOTE), ==, note);
}

static void
assert_deleted (Book            *book,
                const DaybookId *order,
                gint64           deleted)
{
  g_autoptr(DaybookRow) row = book_row (book, &daybook_orders, order);

  g_assert_cmpint (daybook_row_int (row, DAYBOOK_FIELD_DELETED), ==, deleted);
}

static void
test_undo_and_redo_a_field (void)
{
  Book book;
  book_open (&book);
  DaybookId order = book_add_order (&book, "1001", BOOK_NOW);
  book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text ("first"));
  book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text ("second"));

  /* Three rounds: a redone act can be undone again. */
  for (int round = 0; round < 3; round++)
    {
      g_autoptr(DaybookOutcome) undone = undo (&book, NULL);
      g_assert_cmpuint (undone->n_changes, ==, 1);
      assert_note (&book, &order, "first");

      g_autoptr(DaybookOutcome) undone_more = undo (&book, NULL);
      assert_note (&book, &order, "");

      g_autoptr(DaybookOutcome) redone = redo (&book);
      assert_note (&book, &order, "first");
      g_autoptr(DaybookOutcome) redone_more = redo (&book);
      assert_note (&book, &order, "second");
    }

  book_close (&book);
}

static void
test_a_field_edited_five_times_is_undone_five_times (void)
{
  static const char *const NOTES[] = { "a", "b", "c", "d", "e" };
  Book book;
  book_open (&book);
  DaybookId order = book_add_order (&book, "1001", BOOK_NOW);
  for (gsize i = 0; i < G_N_ELEMENTS (NOTES); i++)
    book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text (NOTES[i]));

  for (int round = 0; round < 2; round++)
    {
      for (gsize i = G_N_ELEMENTS (NOTES); i > 0; i--)
        {
          g_autoptr(DaybookOutcome) undone = undo (&book, NULL);
          g_assert_cmpuint (undone->n_kept, ==, 0);
          assert_note (&book, &order, i > 1 ? NOTES[i - 2] : "");
        }
      for (gsize i = 0; i < G_N_ELEMENTS (NOTES); i++)
        {
          g_autoptr(DaybookOutcome) redone = redo (&book);
          g_assert_cmpuint (redone->n_kept, ==, 0);
          assert_note (&book, &order, NOTES[i]);
        }
    }

  for (gsize i = 0; i < G_N_ELEMENTS (NOTES); i++)
    {
      g_autoptr(DaybookOutcome) undone = undo (&book, NULL);
      g_assert_cmpuint (undone->n_kept, ==, 0);
    }
  g_autoptr(DaybookOutcome) import = undo (&book, NULL);
  g_assert_cmpuint (import->n_kept, ==, 0);
  assert_deleted (&book, &order, 1);

  book_close (&book);
}

/* What was written before is no work since: the order goes back into the trash, and stays
 * out of it only for what was written after. */
static void
test_an_edited_order_goes_back_to_the_trash (void)
{
  Book book;
  book_open (&book);
  DaybookId order = book_add_order (&book, "1001", BOOK_NOW);
  book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text ("before"));
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Trash", daybook_store_get_agent (book.store));
  daybook_edit_delete (edit, &daybook_orders, &order);
  g_autoptr(DaybookOutcome) deleted = daybook_store_commit (book.store, edit, NULL);
  g_assert_nonnull (deleted);

  for (int round = 0; round < 2; round++)
    {
      g_autoptr(DaybookOutcome) undone = undo (&book, NULL);
      assert_deleted (&book, &order, 0);
      g_autoptr(DaybookOutcome) redone = redo (&book);
      g_assert_cmpuint (redone->n_kept, ==, 0);
      assert_deleted (&book, &order, 1);
    }

  g_autoptr(DaybookOutcome) back = undo (&book, NULL);
  book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text ("after"));
  g_autoptr(DaybookOutcome) kept = undo (&book, &back->act);
  g_assert_cmpuint (kept->n_kept, ==, 1);
  assert_deleted (&book, &order, 0);

  book_close (&book);
}

static DaybookId
add_colleague (Book *book)
{
  DaybookId colleague;
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Added", daybook_store_get_agent (book->store));

  daybook_id_random (&colleague);
  daybook_edit_create (edit, &daybook_agents, &colleague);
  daybook_edit_give (edit, DAYBOOK_AGENT_NAME, daybook_value_text ("小王"));
  g_autoptr(DaybookOutcome) added = daybook_store_commit (book->store, edit, NULL);
  g_assert_nonnull (added);
  return colleague;
}

/* The act of which nothing can be taken back does not stand before those before it. */
static void
test_an_act_kept_as_a_whole_is_passed (void)
{
  Book book;
  book_open (&book);
  DaybookId me = *daybook_store_get_agent (book.store);
  DaybookId colleague = add_colleague (&book);
  DaybookId first = book_add_order (&book, "1001", BOOK_NOW);
  DaybookId second = book_add_order (&book, "1002", BOOK_NOW);
  book_set (&book, &daybook_orders, &first, DAYBOOK_ORDER_NOTE, daybook_value_text ("first"));
  book_set (&book, &daybook_orders, &second, DAYBOOK_ORDER_NOTE, daybook_value_text ("mine"));

  daybook_store_set_agent (book.store, &colleague);
  book_set (&book, &daybook_orders, &second, DAYBOOK_ORDER_NOTE, daybook_value_text ("hers"));
  daybook_store_set_agent (book.store, &me);

  g_autoptr(DaybookOutcome) kept = undo (&book, NULL);
  g_assert_cmpuint (kept->n_kept, ==, 1);
  g_assert_cmpuint (kept->n_changes, ==, 0);
  g_autoptr(DaybookOutcome) undone = undo (&book, NULL);
  g_assert_cmpuint (undone->n_kept, ==, 0);
  assert_note (&book, &first, "");
  assert_note (&book, &second, "hers");

  g_autoptr(DaybookOutcome) redone = redo (&book);
  assert_note (&book, &first, "first");
  g_autoptr(DaybookOutcome) redone_kept = redo (&book);
  assert_note (&book, &second, "hers");

  book_close (&book);
}

static void
test_what_others_changed_is_kept (void)
{
  Book book;
  book_open (&book);
  DaybookId colleague = add_colleague (&book);
  DaybookId order = book_add_order (&book, "1001", BOOK_NOW);
  DaybookId first = book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text ("mine"));

  daybook_store_set_agent (book.store, &colleague);
  book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text ("hers"));

  g_autoptr(DaybookOutcome) undone = undo (&book, &first);
  assert_note (&book, &order, "hers");
  g_assert_cmpuint (undone->n_kept, ==, 1);
  const DaybookKept *kept = g_ptr_array_index (undone->kept, 0);
  g_assert_cmpuint (kept->field, ==, DAYBOOK_ORDER_NOTE);
  g_assert_cmpstr (kept->by, ==, "小王");
  g_assert_cmpint (kept->at, ==, BOOK_NOW);
  g_assert_cmpstr (kept->title, ==, "1001");

  book_close (&book);
}

static void
test_undoing_an_import_keeps_what_was_worked_on (void)
{
  Book book;
  book_open (&book);
  DaybookId plain = book_add_order (&book, "1001", BOOK_NOW);
  DaybookId import = { { 0 } };
  g_autoptr(GPtrArray) acts = daybook_reader_history (daybook_store_get_reader (book.store), &daybook_orders, &plain, 0, 0, NULL);
  g_assert_cmpuint (acts->len, ==, 1);
  import = ((DaybookAct *) g_ptr_array_index (acts, 0))->id;

  g_autoptr(DaybookOutcome) undone = undo (&book, &import);
  assert_deleted (&book, &plain, 1);
  g_assert_cmpuint (book_count (&book, &daybook_orders, ""), ==, 0);
  g_assert_cmpuint (book_count (&book, &daybook_order_lines, ""), ==, 0);

  g_autoptr(DaybookOutcome) redone = redo (&book);
  assert_deleted (&book, &plain, 0);
  g_assert_cmpuint (book_count (&book, &daybook_order_lines, ""), ==, 1);

  book_set (&book, &daybook_orders, &plain, DAYBOOK_ORDER_NOTE, daybook_value_text ("worked on"));
  g_autoptr(DaybookOutcome) kept = undo (&book, &import);
  assert_deleted (&book, &plain, 0);
  g_assert_cmpuint (kept->n_kept, ==, 1);

  book_close (&book);
}

static void
test_an_undone_note_does_not_keep_an_order (void)
{
  Book book;
  book_open (&book);
  DaybookId order = book_add_order (&book, "1001", BOOK_NOW);
  book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text ("oops"));

  g_autoptr(DaybookOutcome) note = undo (&book, NULL);
  g_autoptr(DaybookOutcome) import = undo (&book, NULL);
  g_assert_cmpuint (import->n_kept, ==, 0);
  assert_deleted (&book, &order, 1);

  book_close (&book);
}

static void
test_nothing_to_undo_is_said (void)
{
  Book book;
  g_autoptr(GError) error = NULL;
  book_open (&book);

  g_assert_null (daybook_store_undo (book.store, NULL, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (daybook_store_redo (book.store, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND);
  g_clear_error (&error);

  DaybookId order = book_add_order (&book, "1001", BOOK_NOW);
  DaybookId act = book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text ("x"));
  g_autoptr(DaybookOutcome) undone = undo (&book, &act);
  g_assert_null (daybook_store_undo (book.store, &act, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);

  book_close (&book);
}

static void
test_history_says_what_happened (void)
{
  Book book;
  book_open (&book);
  DaybookId order = book_add_order (&book, "1001", BOOK_NOW);
  DaybookId act = book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_FLAG, daybook_value_int (DAYBOOK_FLAG_RED));
  DaybookReader *reader = daybook_store_get_reader (book.store);

  g_autoptr(GPtrArray) changes = daybook_reader_act_changes (reader, &act, 0, NULL);
  g_assert_cmpuint (changes->len, ==, 1);
  const DaybookActChange *change = g_ptr_array_index (changes, 0);
  g_assert_cmpuint (change->field, ==, DAYBOOK_ORDER_FLAG);
  g_assert_cmpint (change->old.number, ==, DAYBOOK_FLAG_NONE);
  g_assert_cmpint (change->value.number, ==, DAYBOOK_FLAG_RED);
  g_assert_cmpstr (change->row_title, ==, "1001");

  g_autoptr(DaybookOutcome) undone = undo (&book, NULL);
  g_autoptr(GPtrArray) acts = daybook_reader_history (reader, &daybook_orders, &order, 0, 0, NULL);
  g_assert_cmpuint (acts->len, ==, 3);
  g_assert_cmpint (((DaybookAct *) g_ptr_array_index (acts, 0))->kind, ==, DAYBOOK_ACT_UNDO);
  g_assert_true (((DaybookAct *) g_ptr_array_index (acts, 1))->undone);
  g_assert_false (((DaybookAct *) g_ptr_array_index (acts, 2))->undone);

  book_close (&book);
}

/* A clock that stood in 2030 for a minute: what follows stands behind that in the
 * history, with the time of its own. */
static void
test_a_wrong_clock_is_not_kept (void)
{
  static const gint64 TIMES[] = { BOOK_NOW + 5 * 365 * 86400, BOOK_NOW + 60, BOOK_NOW - 400 * 86400, BOOK_NOW + 120 };
  Book book;
  book_open (&book);
  DaybookId order = book_add_order (&book, "1001", BOOK_NOW);
  DaybookReader *reader = daybook_store_get_reader (book.store);

  for (gsize i = 0; i < G_N_ELEMENTS (TIMES); i++)
    {
      g_autofree char *note = g_strdup_printf ("%d", (int) i);

      daybook_store_fix_now (book.store, TIMES[i]);
      DaybookId id = book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text (note));
      g_autoptr(GPtrArray) acts = daybook_reader_history (reader, &daybook_orders, &order, 0, 1, NULL);
      const DaybookAct *newest = g_ptr_array_index (acts, 0);
      g_assert_true (daybook_id_equal (&newest->id, &id));
      g_assert_cmpint (newest->at, ==, TIMES[i]);
    }

  /* Undone in 2030, redone today: the later of the two counts. */
  daybook_store_fix_now (book.store, TIMES[0]);
  g_autoptr(DaybookOutcome) undone = undo (&book, NULL);
  assert_note (&book, &order, "2");
  daybook_store_fix_now (book.store, TIMES[1]);
  g_autoptr(DaybookOutcome) redone = redo (&book);
  assert_note (&book, &order, "3");
  g_autoptr(GPtrArray) acts = daybook_reader_history (reader, &daybook_orders, &order, 0, 3, NULL);
  g_assert_cmpint (((DaybookAct *) g_ptr_array_index (acts, 0))->at, ==, TIMES[1]);
  g_assert_cmpint (((DaybookAct *) g_ptr_array_index (acts, 1))->at, ==, TIMES[0]);
  g_assert_false (((DaybookAct *) g_ptr_array_index (acts, 2))->undone);

  /* The stamps, which order, have grown all the while. */
  g_autoptr(DaybookDatabase) db = daybook_database_open (daybook_store_get_path (book.store), DAYBOOK_DATABASE_READ, 0, NULL);
  g_assert_cmpint (daybook_database_number (db, "SELECT count (*) FROM acts a JOIN acts b ON b.key = a.key + 1 WHERE b.hlc <= a.hlc", -1, NULL), ==, 0);
  book_close (&book);
}

/* Whose work an undo keeps, and when that was done. */
static void
test_what_is_kept_has_its_own_time (void)
{
  Book book;
  book_open (&book);
  DaybookId order = book_add_order (&book, "1001", BOOK_NOW);
  DaybookId first = book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text ("first"));

  daybook_store_fix_now (book.store, BOOK_NOW - 3600);
  book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text ("second"));
  g_autoptr(DaybookOutcome) undone = undo (&book, &first);
  g_assert_cmpuint (undone->n_kept, ==, 1);
  g_assert_cmpint (((DaybookKept *) g_ptr_array_index (undone->kept, 0))->at, ==, BOOK_NOW - 3600);
  book_close (&book);
}

static DaybookId
newest_act (Book *book)
{
  g_autoptr(GPtrArray) acts = daybook_reader_history (daybook_store_get_reader (book->store), NULL, NULL, 0, 1, NULL);

  g_assert_cmpuint (acts->len, ==, 1);
  return ((DaybookAct *) g_ptr_array_index (acts, 0))->id;
}

static void
assert_refused (Book            *book,
                const DaybookId *act,
                const char      *says)
{
  g_autoptr(GError) error = NULL;
  DaybookId before = newest_act (book);

  g_assert_null (daybook_store_undo (book->store, act, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, says));

  DaybookId after = newest_act (book);
  g_assert_true (daybook_id_equal (&before, &after));
}

static DaybookId
add_agent (Book        *book,
           const char  *name,
           DaybookRole  role)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Added", daybook_store_get_agent (book->store));
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_agents, &id);
  daybook_edit_give (edit, DAYBOOK_AGENT_NAME, daybook_value_text (name));
  daybook_edit_give (edit, DAYBOOK_AGENT_ROLE, daybook_value_int (role));
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (book->store, edit, NULL);
  g_assert_nonnull (outcome);
  return id;
}

/* The shop and its owner are there, even when there is another owner by now. */
static void
test_the_opening_of_the_book_stays (void)
{
  Book book;
  book_open (&book);
  DaybookId opening = newest_act (&book);
  DaybookId shop = *daybook_store_get_shop (book.store);
  g_autoptr(DaybookAct) act = daybook_reader_act (daybook_store_get_reader (book.store), &opening, NULL);
  g_assert_true (act->stays);

  assert_refused (&book, &opening, "opened the book");
  DaybookId second = add_agent (&book, "Wang", DAYBOOK_ROLE_OWNER);
  assert_refused (&book, &opening, "opened the book");
  DaybookId added = newest_act (&book);
  g_autoptr(DaybookAct) later = daybook_reader_act (daybook_store_get_reader (book.store), &added, NULL);
  g_assert_false (later->stays);

  book_reopen (&book);
  g_assert_true (daybook_id_equal (&shop, daybook_store_get_shop (book.store)));
  g_assert_cmpuint (book_count (&book, &daybook_agents, "role = owner"), ==, 2);
  g_autoptr(DaybookRow) row = book_row (&book, &daybook_agents, &second);
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_AGENT_NAME), ==, "Wang");
  book_close (&book);
}

/* Who was made an owner cannot be unmade by an undo when nobody else is one, nor
 * by a redo, nor by deleting the person. */
static void
test_a_shop_keeps_an_owner (void)
{
  g_autoptr(GError) error = NULL;
  Book book;
  book_open (&book);
  DaybookId first = *daybook_store_get_agent (book.store);
  DaybookId second = add_agent (&book, "Wang", DAYBOOK_ROLE_AGENT);
  DaybookId added = newest_act (&book);
  DaybookId promoted = book_set (&book, &daybook_agents, &second, DAYBOOK_AGENT_ROLE, daybook_value_int (DAYBOOK_ROLE_OWNER));
  DaybookId stepped = book_set (&book, &daybook_agents, &first, DAYBOOK_AGENT_ROLE, daybook_value_int (DAYBOOK_ROLE_AGENT));

  /* Who stepped down may no longer say who is what, by an undo neither. */
  assert_refused (&book, &promoted, "Only the owner may do this");
  assert_refused (&book, &stepped, "Only the owner may do this");
  daybook_store_set_agent (book.store, &second);
  assert_refused (&book, &promoted, "“Wang” is the only owner");
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Deleted", &second);
  daybook_edit_delete (edit, &daybook_agents, &second);
  g_assert_null (daybook_store_commit (book.store, edit, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);

  /* With the first an owner again it can be undone; then bringing it all back in
   * the other order cannot be done. */
  g_autoptr(DaybookOutcome) back = undo (&book, &stepped);
  daybook_store_set_agent (book.store, &first);
  g_autoptr(DaybookOutcome) unmade = undo (&book, &promoted);
  g_assert_cmpuint (book_count (&book, &daybook_agents, "role = owner"), ==, 1);
  assert_refused (&book, &back->act, "is the only owner");
  g_autoptr(DaybookOutcome) gone = undo (&book, &added);
  g_assert_cmpuint (book_count (&book, &daybook_agents, ""), ==, 1);
  book_close (&book);
}

static DaybookId
add_shop (Book       *book,
          const char *name)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Opened", daybook_store_get_agent (book->store));
  DaybookId shop;

  daybook_id_random (&shop);
  daybook_edit_create (edit, &daybook_shops, &shop);
  daybook_edit_give (edit, DAYBOOK_SHOP_NAME, daybook_value_text (name));
  daybook_edit_give (edit, DAYBOOK_SHOP_ZONE, daybook_value_text ("Asia/Shanghai"));
  daybook_edit_give (edit, DAYBOOK_SHOP_CURRENCY, daybook_value_text ("CNY"));
  g_autoptr(DaybookOutcome) added = daybook_store_commit (book->store, edit, NULL);
  g_assert_nonnull (added);
  return shop;
}

static void
assert_shop_stays (Book            *book,
                   const DaybookId *shop,
                   const char      *why)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Closed", daybook_store_get_agent (book->store));

  daybook_edit_delete (edit, &daybook_shops, shop);
  g_assert_null (daybook_store_commit (book->store, edit, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, why));
}

/* A book has a shop, and orders are in one that is there. */
static void
test_a_book_keeps_its_shops (void)
{
  Book book;
  book_open (&book);
  DaybookId first = *daybook_store_get_shop (book.store);

  assert_shop_stays (&book, &first, "the only shop");
  add_shop (&book, "二店");
  DaybookId opened = newest_act (&book);
  DaybookId order = book_add_order (&book, "1001", BOOK_NOW);
  assert_shop_stays (&book, &first, "has orders");

  /* One without orders goes, and its opening can be taken back. */
  g_autoptr(DaybookOutcome) closed = undo (&book, &opened);
  g_assert_cmpuint (closed->n_kept, ==, 0);
  g_assert_cmpuint (book_count (&book, &daybook_shops, ""), ==, 1);
  g_autoptr(DaybookOutcome) back = redo (&book);
  book_set (&book, &daybook_orders, &order, DAYBOOK_FIELD_DELETED, daybook_value_int (1));
  book_set (&book, &daybook_shops, &first, DAYBOOK_FIELD_DELETED, daybook_value_int (1));
  g_assert_cmpuint (book_count (&book, &daybook_shops, ""), ==, 1);

  /* An order that comes back brings its shop along. */
  book_set (&book, &daybook_orders, &order, DAYBOOK_FIELD_DELETED, daybook_value_int (0));
  g_assert_cmpuint (book_count (&book, &daybook_shops, ""), ==, 2);

  book_close (&book);
}

static void
test_no_change_makes_no_act (void)
{
  Book book;
  book_open (&book);
  DaybookId order = book_add_order (&book, "1001", BOOK_NOW);
  book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text ("same"));
  DaybookId act = book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text ("same"));

  g_assert_true (daybook_id_is_null (&act));
  book_close (&book);
}

/* What somebody has seen is in no history, and no undo takes it back. */
static void
test_looks_stay (void)
{
  Book book;
  book_open (&book);
  DaybookReader *reader = daybook_store_get_reader (book.store);
  DaybookId order = book_add_order (&book, "1001", BOOK_NOW);
  book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text ("mine"));
  g_autoptr(GPtrArray) before = daybook_reader_history (reader, NULL, NULL, 0, 0, NULL);
  const DaybookLook look = { *daybook_store_get_agent (book.store), BOOK_NOW, DAYBOOK_REVEAL_WINDOW, NULL };
  g_autoptr(DaybookEdit) edit = daybook_reveal_edit_new (&look);
  g_autoptr(GError) error = NULL;

  daybook_reveal_add_field (edit, &look, &daybook_orders, &order, DAYBOOK_ORDER_PHONE);
  g_autoptr(DaybookOutcome) looked = daybook_store_commit (book.store, edit, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (book_count (&book, &daybook_reveals, "field = phone"), ==, 1);

  g_autoptr(GPtrArray) after = daybook_reader_history (reader, NULL, NULL, 0, 0, NULL);
  g_assert_cmpuint (after->len, ==, before->len);
  g_autoptr(GPtrArray) of_order = daybook_reader_history (reader, &daybook_orders, &order, 0, 0, NULL);
  g_assert_cmpuint (of_order->len, ==, 2);

  g_assert_null (daybook_store_undo (book.store, &looked->act, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);

  g_autoptr(DaybookOutcome) undone = undo (&book, NULL);
  assert_note (&book, &order, "");
  g_assert_cmpuint (book_count (&book, &daybook_reveals, ""), ==, 1);

  book_reopen (&book);
  g_assert_cmpuint (book_count (&book, &daybook_reveals, ""), ==, 1);
  book_close (&book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/undo/undo-and-redo-a-field", test_undo_and_redo_a_field);
  g_test_add_func ("/undo/an-edited-order-goes-back-to-the-trash", test_an_edited_order_goes_back_to_the_trash);
  g_test_add_func ("/undo/a-field-edited-five-times-is-undone-five-times", test_a_field_edited_five_times_is_undone_five_times);
  g_test_add_func ("/undo/an-act-kept-as-a-whole-is-passed", test_an_act_kept_as_a_whole_is_passed);
  g_test_add_func ("/undo/what-others-changed-is-kept", test_what_others_changed_is_kept);
  g_test_add_func ("/undo/undoing-an-import-keeps-what-was-worked-on", test_undoing_an_import_keeps_what_was_worked_on);
  g_test_add_func ("/undo/an-undone-note-does-not-keep-an-order", test_an_undone_note_does_not_keep_an_order);
  g_test_add_func ("/undo/nothing-to-undo-is-said", test_nothing_to_undo_is_said);
  g_test_add_func ("/undo/history-says-what-happened", test_history_says_what_happened);
  g_test_add_func ("/undo/a-wrong-clock-is-not-kept", test_a_wrong_clock_is_not_kept);
  g_test_add_func ("/undo/what-is-kept-has-its-own-time", test_what_is_kept_has_its_own_time);
  g_test_add_func ("/undo/the-opening-of-the-book-stays", test_the_opening_of_the_book_stays);
  g_test_add_func ("/undo/a-shop-keeps-an-owner", test_a_shop_keeps_an_owner);
  g_test_add_func ("/undo/a-book-keeps-its-shops", test_a_book_keeps_its_shops);
  g_test_add_func ("/undo/no-change-makes-no-act", test_no_change_makes_no_act);
  g_test_add_func ("/undo/looks-stay", test_looks_stay);

  return g_test_run ();
}
