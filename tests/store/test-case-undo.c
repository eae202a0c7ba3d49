/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-book.h"

#include <string.h>

/* What a person did to a case is taken back and done again, whatever has become of the
 * definition meanwhile. */

#define N_ROUNDS 3

typedef struct
{
  Book      book;
  DaybookId adopted; /* the act that made the register */
  DaybookId lost;    /* ... and the one that took that back */
  DaybookId id;      /* a case with none of its own fields */
} Fixture;

static void
set_up (Fixture *fixture)
{
  book_open (&fixture->book);
  fixture->adopted = case_adopt (&fixture->book, case_keys_register);
  case_add_agent (&fixture->book, "小王", DAYBOOK_ROLE_AGENT);
  case_make (&fixture->book, "keys", "first");
  case_make (&fixture->book, "keys", "second");
  fixture->id = case_make (&fixture->book, "keys", "to be filled");
}

static void
tear_down (Fixture *fixture)
{
  book_close (&fixture->book);
}

/* The value of the round; of none before the first. */
static DaybookValue
value_of (Fixture    *fixture,
          const char *name,
          int         round)
{
  const DaybookField *field = &case_table (&fixture->book, "keys")->fields[case_field (&fixture->book, "keys", name)];

  if (round >= 0)
    return case_keys_value (&fixture->book, name, (guint) round);

  return field->type == DAYBOOK_TYPE_ENUM ? daybook_value_int (0) : (DaybookValue) DAYBOOK_VALUE_INIT;
}

static void
assert_round (Fixture    *fixture,
              const char *name,
              int         round)
{
  g_auto(DaybookValue) expected = value_of (fixture, name, round);

  case_assert (&fixture->book, &fixture->id, name, &expected);
}

static void
assert_deleted (Book            *book,
                const DaybookId *id,
                gint64           deleted)
{
  case_assert_int (book, id, "deleted", deleted);
}

/* --- Each type ---------------------------------------------------------------- */

static void
undo_and_redo (Fixture    *fixture,
               const char *name)
{
  for (int round = 0; round < N_ROUNDS; round++)
    case_set (&fixture->book, &fixture->id, name, case_keys_value (&fixture->book, name, (guint) round));

  for (int round = N_ROUNDS - 2; round >= -1; round--)
    {
      g_autoptr(DaybookOutcome) undone = case_undo (&fixture->book, NULL);
      g_assert_cmpuint (undone->n_changes, ==, 1);
      g_assert_cmpuint (undone->n_kept, ==, 0);
      assert_round (fixture, name, round);
    }
  for (int round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr(DaybookOutcome) redone = case_redo (&fixture->book);
      g_assert_cmpuint (redone->n_kept, ==, 0);
      assert_round (fixture, name, round);
    }
}

static void
test_each_type_is_undone_and_redone (void)
{
  Fixture fixture;
  set_up (&fixture);

  for (const char *const *name = case_keys_fields; *name != NULL; name++)
    {
      g_test_message ("%s", *name);
      undo_and_redo (&fixture, *name);
    }
  tear_down (&fixture);
}

/* Emptied and filled: nothing, and back. */
static void
test_an_emptied_field_comes_back (void)
{
  Fixture fixture;
  set_up (&fixture);

  for (const char *const *name = case_keys_fields; *name != NULL; name++)
    {
      g_test_message ("%s", *name);
      case_set (&fixture.book, &fixture.id, *name, case_keys_value (&fixture.book, *name, 0));
      case_set (&fixture.book, &fixture.id, *name, (DaybookValue) DAYBOOK_VALUE_INIT);
      assert_round (&fixture, *name, -1);
      g_autoptr(DaybookOutcome) undone = case_undo (&fixture.book, NULL);
      assert_round (&fixture, *name, 0);
    }
  tear_down (&fixture);
}

static void
test_what_a_colleague_has_changed_since_is_kept (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId colleague = case_add_agent (&fixture.book, "小李", DAYBOOK_ROLE_AGENT);
  DaybookId mine = case_set (&fixture.book, &fixture.id, "fee", daybook_value_int (100));

  daybook_store_set_agent (fixture.book.store, &colleague);
  case_set (&fixture.book, &fixture.id, "fee", daybook_value_int (200));
  g_autoptr(DaybookOutcome) undone = case_undo (&fixture.book, &mine);
  g_assert_cmpuint (undone->n_kept, ==, 1);
  const DaybookKept *kept = g_ptr_array_index (undone->kept, 0);
  g_assert_cmpstr (daybook_field_get_name (&kept->table->fields[kept->field]), ==, "fee");
  g_assert_true (kept->table == case_table (&fixture.book, "keys"));
  g_assert_cmpstr (kept->title, ==, "K-A1003");
  g_assert_cmpstr (kept->by, ==, "小李");
  case_assert_int (&fixture.book, &fixture.id, "fee", 200);
  tear_down (&fixture);
}

/* --- Without the definition ------------------------------------------------------ */

/* "old→value" of the act's only change, whose field has this name. */
static void
assert_listed (Fixture            *fixture,
               const DaybookId    *act,
               const char         *name,
               const DaybookValue *old,
               const DaybookValue *value)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) changes = daybook_reader_act_changes (daybook_store_get_reader (fixture->book.store), act, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, ==, 1);
  const DaybookActChange *change = g_ptr_array_index (changes, 0);
  g_assert_cmpstr (daybook_field_get_name (&change->table->fields[change->field]), ==, name);
  g_assert_true (daybook_table_base (change->table) == &daybook_cases);
  g_assert_true (daybook_value_equal (&change->old, old));
  g_assert_true (daybook_value_equal (&change->value, value));
  g_assert_true (daybook_id_equal (&change->row, &fixture->id));
  g_assert_cmpstr (change->row_title, ==, "K-A1003");
}

/* All fields are set, the definition is lost, the sets are taken back and done again, and the
 * definition comes back: it is as if nothing had been. */
static void
undo_without_definition (void (*lose) (Fixture *fixture),
                         void (*find) (Fixture *fixture))
{
  Fixture fixture;
  set_up (&fixture);
  guint n = g_strv_length ((char **) case_keys_fields);
  g_autofree DaybookId *acts = g_new0 (DaybookId, n);
  g_autofree DaybookId *undos = g_new0 (DaybookId, n);

  for (guint i = 0; i < n; i++)
    acts[i] = case_set (&fixture.book, &fixture.id, case_keys_fields[i], case_keys_value (&fixture.book, case_keys_fields[i], 0));
  lose (&fixture);
  for (guint i = 0; i < n; i++)
    {
      g_test_message ("%s", case_keys_fields[i]);
      g_autoptr(DaybookOutcome) undone = case_undo (&fixture.book, &acts[i]);
      g_assert_cmpuint (undone->n_changes, ==, 1);
      undos[i] = undone->act;
    }
  find (&fixture);
  for (guint i = 0; i < n; i++)
    {
      g_test_message ("%s", case_keys_fields[i]);
      assert_round (&fixture, case_keys_fields[i], -1);
    }

  lose (&fixture);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DaybookOutcome) redone = case_undo (&fixture.book, &undos[i]);
      g_assert_cmpuint (redone->n_changes, ==, 1);
    }
  for (guint i = 0; i < n; i++)
    {
      g_auto(DaybookValue) value = case_keys_value (&fixture.book, case_keys_fields[i], 0);
      const DaybookValue none = g_str_equal (case_keys_fields[i], "ours") ? daybook_value_int (0) : (DaybookValue) DAYBOOK_VALUE_INIT;

      g_test_message ("%s", case_keys_fields[i]);
      assert_listed (&fixture, &acts[i], case_keys_fields[i], &none, &value);
      assert_listed (&fixture, &undos[i], case_keys_fields[i], &value, &none);
    }
  find (&fixture);
  for (guint i = 0; i < n; i++)
    assert_round (&fixture, case_keys_fields[i], 0);
  tear_down (&fixture);
}

static void
put_register_in_trash (Fixture *fixture)
{
  g_autoptr(DaybookOutcome) undone = case_undo (&fixture->book, &fixture->adopted);

  g_assert_null (daybook_reader_register (daybook_store_get_reader (fixture->book.store), "keys"));
  fixture->lost = undone->act;
}

static void
bring_register_back (Fixture *fixture)
{
  g_autoptr(DaybookOutcome) redone = case_undo (&fixture->book, &fixture->lost);

  g_assert_nonnull (daybook_reader_register (daybook_store_get_reader (fixture->book.store), "keys"));
}

static void
test_undo_where_the_register_was_undone (void)
{
  undo_without_definition (put_register_in_trash, bring_register_back);
}

static void
take_fields_out (Fixture *fixture)
{
  case_adopt (&fixture->book, "{\"register\": \"keys\", \"prefix\": \"K\", \"title\": \"Lost keys\","
              " \"stages\": {\"open\": {\"label\": \"Open\", \"moves\": [\"shut\"]}, \"shut\": {\"label\": \"Shut\", \"ends\": true}}}");
  g_assert_cmpuint (case_table (&fixture->book, "keys")->n_fields, ==, daybook_cases.n_fields);
}

static void
put_fields_in (Fixture *fixture)
{
  case_adopt (&fixture->book, case_keys_register);
}

static void
test_undo_where_the_fields_were_taken_out (void)
{
  undo_without_definition (take_fields_out, put_fields_in);
}

/* What is kept is told by its name even where nobody knows the field. */
static void
test_what_is_kept_of_an_unknown_field (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId colleague = case_add_agent (&fixture.book, "小李", DAYBOOK_ROLE_LEAD);
  DaybookId mine = case_set (&fixture.book, &fixture.id, "fee", daybook_value_int (100));

  daybook_store_set_agent (fixture.book.store, &colleague);
  case_set (&fixture.book, &fixture.id, "fee", daybook_value_int (200));
  put_register_in_trash (&fixture);
  g_autoptr(DaybookOutcome) undone = case_undo (&fixture.book, &mine);
  g_assert_cmpuint (undone->n_kept, ==, 1);
  const DaybookKept *kept = g_ptr_array_index (undone->kept, 0);
  g_assert_cmpstr (daybook_field_get_name (&kept->table->fields[kept->field]), ==, "fee");
  tear_down (&fixture);
}

/* The courier of a parcel whose name is as long as a name may be. */
static void
test_a_courier_with_a_long_name_is_undone (void)
{
  Fixture fixture;
  set_up (&fixture);
  g_autoptr(GString) changed = g_string_new (case_keys_register);

  g_string_replace (changed, "\"back\"", "\"abcdefghijklmnopqrstuvwxyz012345\"", 1);
  case_adopt (&fixture.book, changed->str);
  case_set (&fixture.book, &fixture.id, "abcdefghijklmnopqrstuvwxyz012345", daybook_value_text ("YT998877"));
  case_set (&fixture.book, &fixture.id, "abcdefghijklmnopqrstuvwxyz012345_courier", daybook_value_text ("圆通"));
  g_autoptr(DaybookOutcome) undone = case_undo (&fixture.book, NULL);
  g_assert_cmpuint (undone->n_changes, ==, 1);
  case_assert_text (&fixture.book, &fixture.id, "abcdefghijklmnopqrstuvwxyz012345", "YT998877");
  const DaybookValue none = DAYBOOK_VALUE_INIT;
  case_assert (&fixture.book, &fixture.id, "abcdefghijklmnopqrstuvwxyz012345_courier", &none);
  tear_down (&fixture);
}

/* --- The history -------------------------------------------------------------------- */

static void
test_the_history_of_a_case (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookReader *reader = daybook_store_get_reader (fixture.book.store);
  DaybookId set = case_set (&fixture.book, &fixture.id, "door", daybook_value_text ("side"));
  g_autoptr(GPtrArray) acts = daybook_reader_history (reader, case_table (&fixture.book, "keys"), &fixture.id, 0, 0, NULL);
  const DaybookValue none = DAYBOOK_VALUE_INIT;
  g_auto(DaybookValue) side = daybook_value_text ("side");

  g_assert_cmpuint (acts->len, ==, 2);
  g_assert_true (daybook_id_equal (&((DaybookAct *) g_ptr_array_index (acts, 0))->id, &set));
  assert_listed (&fixture, &set, "door", &none, &side);

  const DaybookAct *creation = g_ptr_array_index (acts, 1);
  g_autoptr(GPtrArray) changes = daybook_reader_act_changes (reader, &creation->id, 0, NULL);
  g_assert_cmpuint (changes->len, ==, 1);
  const DaybookActChange *made = g_ptr_array_index (changes, 0);
  g_assert_cmpint (made->kind, ==, DAYBOOK_CHANGE_CREATE);
  g_assert_true (made->table == case_table (&fixture.book, "keys"));

  case_set (&fixture.book, &fixture.id, "deleted", daybook_value_int (1));
  g_autoptr(DaybookAct) deleted = daybook_reader_deleted_by (reader, case_table (&fixture.book, "keys"), &fixture.id, NULL);
  g_assert_nonnull (deleted);
  tear_down (&fixture);
}

/* --- The creation of a case ----------------------------------------------------------- */

/* Returns the act that made the case. */
static DaybookId
creation_of (Fixture         *fixture,
             const DaybookId *id)
{
  g_autoptr(GPtrArray) acts = daybook_reader_history (daybook_store_get_reader (fixture->book.store), &daybook_cases, id, 0, 0, NULL);

  return ((DaybookAct *) g_ptr_array_index (acts, acts->len - 1))->id;
}

static void
test_a_new_case_is_undone (void)
{
  Fixture fixture;
  set_up (&fixture);

  for (int round = 0; round < 2; round++)
    {
      g_autoptr(DaybookOutcome) undone = case_undo (&fixture.book, NULL);
      g_assert_cmpuint (undone->n_kept, ==, 0);
      assert_deleted (&fixture.book, &fixture.id, 1);
      g_assert_cmpuint (case_count (&fixture.book, "keys", ""), ==, 2);
      g_autoptr(DaybookOutcome) redone = case_redo (&fixture.book);
      assert_deleted (&fixture.book, &fixture.id, 0);
      case_assert_text (&fixture.book, &fixture.id, "number", "K-A1003");
    }
  tear_down (&fixture);
}

/* Undo of the creation keeps the case, and says who has done something since. */
static void
assert_kept (Fixture    *fixture,
             const char *by)
{
  DaybookId act = creation_of (fixture, &fixture->id);
  g_autoptr(DaybookOutcome) undone = case_undo (&fixture->book, &act);

  assert_deleted (&fixture->book, &fixture->id, 0);
  g_assert_cmpuint (undone->n_kept, ==, 1);
  const DaybookKept *kept = g_ptr_array_index (undone->kept, 0);
  g_assert_cmpstr (kept->title, ==, "K-A1003");
  g_assert_cmpstr (kept->by, ==, by);
  g_assert_true (daybook_id_equal (&kept->row, &fixture->id));
}

static void
test_a_case_with_a_note_is_kept (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId colleague = case_add_agent (&fixture.book, "小李", DAYBOOK_ROLE_AGENT);

  daybook_store_set_agent (fixture.book.store, &colleague);
  case_note (&fixture.book, &fixture.id, "she called");
  assert_kept (&fixture, "小李");
  tear_down (&fixture);
}

static void
test_a_case_with_goods_is_kept (void)
{
  static const CaseGoods goods = { NULL, 1, -1, -1 };
  Fixture fixture;
  set_up (&fixture);
  g_autoptr(DaybookEdit) edit = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);

  case_add_goods (edit, &fixture.id, &goods);
  case_commit (&fixture.book, edit);
  assert_kept (&fixture, "Owner");
  tear_down (&fixture);
}

static void
test_a_case_with_a_photo_is_kept (void)
{
  Fixture fixture;
  set_up (&fixture);
  g_autoptr(DaybookEdit) edit = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);

  case_add_photo (edit, &fixture.id, "aa");
  case_commit (&fixture.book, edit);
  assert_kept (&fixture, "Owner");
  tear_down (&fixture);
}

static void
test_a_case_with_a_task_is_kept (void)
{
  Fixture fixture;
  set_up (&fixture);
  g_autoptr(DaybookEdit) edit = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);
  DaybookId task;

  daybook_id_random (&task);
  daybook_edit_create (edit, &daybook_tasks, &task);
  daybook_edit_give (edit, DAYBOOK_TASK_TITLE, daybook_value_text ("Call her"));
  daybook_edit_give (edit, DAYBOOK_TASK_CASE, daybook_value_id (&fixture.id));
  case_commit (&fixture.book, edit);
  assert_kept (&fixture, "Owner");
  tear_down (&fixture);
}

/* Another case says that it came of this one. */
static void
test_a_case_that_another_is_linked_to_is_kept (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId other = case_make (&fixture.book, "inquiry", "follows");
  g_autoptr(DaybookEdit) edit = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);
  DaybookId link;

  daybook_case_link_id (&link, &other, &fixture.id);
  daybook_edit_create (edit, &daybook_case_links, &link);
  daybook_edit_give (edit, DAYBOOK_CASE_LINK_CASE, daybook_value_id (&other));
  daybook_edit_give (edit, DAYBOOK_CASE_LINK_OTHER, daybook_value_id (&fixture.id));
  case_commit (&fixture.book, edit);
  assert_kept (&fixture, "Owner");
  tear_down (&fixture);
}

static void
test_a_case_with_an_own_field_set_is_kept (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId act = creation_of (&fixture, &fixture.id);

  case_set (&fixture.book, &fixture.id, "fee", daybook_value_int (5));
  g_autoptr(DaybookOutcome) undone = case_undo (&fixture.book, &act);
  g_assert_cmpuint (undone->n_kept, ==, 1);
  const DaybookKept *kept = g_ptr_array_index (undone->kept, 0);
  g_assert_cmpstr (daybook_field_get_name (&kept->table->fields[kept->field]), ==, "fee");
  tear_down (&fixture);
}

/* What was written into it and taken back is no work. */
static void
test_an_undone_note_keeps_nothing (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId act = creation_of (&fixture, &fixture.id);
  DaybookId note = case_note (&fixture.book, &fixture.id, "she called");

  g_autoptr(DaybookOutcome) back = case_undo (&fixture.book, &note);
  g_autoptr(DaybookOutcome) undone = case_undo (&fixture.book, &act);
  g_assert_cmpuint (undone->n_kept, ==, 0);
  assert_deleted (&fixture.book, &fixture.id, 1);
  tear_down (&fixture);
}

/* What came with the case goes with it: its goods, photos, first note and call-back. */
static void
test_what_came_with_the_case_goes_with_it (void)
{
  static const DaybookCaseEvent event = { .kind = DAYBOOK_EVENT_NOTE, .text = "at once" };
  static const CaseGoods goods = { NULL, 1, -1, -1 };
  Fixture fixture;
  set_up (&fixture);
  g_autoptr(DaybookEdit) edit = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);
  g_autoptr(DaybookCaseDraft) draft = case_begin (&fixture.book, "inquiry");
  DaybookId id = daybook_case_draft_row (draft)->id;

  daybook_case_draft_build (draft, NULL, edit);
  case_add_goods (edit, &id, &goods);
  case_add_photo (edit, &id, "aa");
  daybook_case_event_add (edit, daybook_case_draft_row (draft), &event, daybook_edit_agent (edit), BOOK_NOW, NULL);
  DaybookId act = case_commit (&fixture.book, edit);
  g_assert_cmpuint (book_count (&fixture.book, &daybook_case_lines, ""), ==, 1);

  for (int round = 0; round < 2; round++)
    {
      g_autoptr(DaybookOutcome) undone = case_undo (&fixture.book, round == 0 ? &act : NULL);
      g_assert_cmpuint (undone->n_kept, ==, 0);
      assert_deleted (&fixture.book, &id, 1);
      g_assert_cmpuint (book_count (&fixture.book, &daybook_case_lines, ""), ==, 0);
      g_assert_cmpuint (book_count (&fixture.book, &daybook_attachments, ""), ==, 0);
      g_assert_cmpuint (book_count (&fixture.book, &daybook_events, ""), ==, 0);
      g_autoptr(DaybookOutcome) redone = case_redo (&fixture.book);
      assert_deleted (&fixture.book, &id, 0);
      g_assert_cmpuint (book_count (&fixture.book, &daybook_case_lines, ""), ==, 1);
      g_assert_cmpuint (book_count (&fixture.book, &daybook_attachments, ""), ==, 1);
      g_assert_cmpuint (book_count (&fixture.book, &daybook_events, ""), ==, 1);
    }
  tear_down (&fixture);
}

/* A case that was made again out of the trash goes back there, as it was. */
static void
test_a_case_brought_back_goes_back (void)
{
  Fixture fixture;
  set_up (&fixture);

  case_set (&fixture.book, &fixture.id, "fee", daybook_value_int (5));
  case_set (&fixture.book, &fixture.id, "deleted", daybook_value_int (1));
  DaybookCaseDraft *draft = case_begin (&fixture.book, "keys");
  daybook_case_draft_name (draft, &fixture.id);
  case_put (draft, "fee", daybook_value_int (7));
  case_save (&fixture.book, draft);
  case_assert_int (&fixture.book, &fixture.id, "fee", 7);

  g_autoptr(DaybookOutcome) undone = case_undo (&fixture.book, NULL);
  assert_deleted (&fixture.book, &fixture.id, 1);
  case_assert_int (&fixture.book, &fixture.id, "fee", 5);
  tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/case-undo/each-type-is-undone-and-redone", test_each_type_is_undone_and_redone);
  g_test_add_func ("/case-undo/an-emptied-field-comes-back", test_an_emptied_field_comes_back);
  g_test_add_func ("/case-undo/what-a-colleague-has-changed-since-is-kept", test_what_a_colleague_has_changed_since_is_kept);
  g_test_add_func ("/case-undo/undo-where-the-register-was-undone", test_undo_where_the_register_was_undone);
  g_test_add_func ("/case-undo/undo-where-the-fields-were-taken-out", test_undo_where_the_fields_were_taken_out);
  g_test_add_func ("/case-undo/what-is-kept-of-an-unknown-field", test_what_is_kept_of_an_unknown_field);
  g_test_add_func ("/case-undo/the-history-of-a-case", test_the_history_of_a_case);
  g_test_add_func ("/case-undo/a-new-case-is-undone", test_a_new_case_is_undone);
  g_test_add_func ("/case-undo/a-case-with-a-note-is-kept", test_a_case_with_a_note_is_kept);
  g_test_add_func ("/case-undo/a-case-with-goods-is-kept", test_a_case_with_goods_is_kept);
  g_test_add_func ("/case-undo/a-case-with-a-photo-is-kept", test_a_case_with_a_photo_is_kept);
  g_test_add_func ("/case-undo/a-case-with-a-task-is-kept", test_a_case_with_a_task_is_kept);
  g_test_add_func ("/case-undo/a-case-that-another-is-linked-to-is-kept", test_a_case_that_another_is_linked_to_is_kept);
  g_test_add_func ("/case-undo/a-case-with-an-own-field-set-is-kept", test_a_case_with_an_own_field_set_is_kept);
  g_test_add_func ("/case-undo/an-undone-note-keeps-nothing", test_an_undone_note_keeps_nothing);
  g_test_add_func ("/case-undo/what-came-with-the-case-goes-with-it", test_what_came_with_the_case_goes_with_it);
  g_test_add_func ("/case-undo/a-case-brought-back-goes-back", test_a_case_brought_back_goes_back);
  g_test_add_func ("/case-undo/a-courier-with-a-long-name-is-undone", test_a_courier_with_a_long_name_is_undone);

  return g_test_run ();
}
