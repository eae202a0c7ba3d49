/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-book.h"
#include "two-laptops.h"

#include "core/merge.h"

#include <string.h>

/* Cases with fields of their own on two laptops. */

/* Both know the register of keys, and have two cases and a colleague to point at. */
static void
set_up (Shop *shop)
{
  shop_open (shop);
  case_adopt (&shop->a, case_keys_register);
  case_add_agent (&shop->a, "小王", DAYBOOK_ROLE_AGENT);
  case_make (&shop->a, "keys", "first");
  case_make (&shop->a, "keys", "second");
  shop_publish (shop, &shop->a, 'a');
  shop_deliver (shop);
}

/* All that the case says, on both laptops. */
static void
assert_alike (Shop            *shop,
              const DaybookId *id)
{
  g_autoptr(DaybookRow) a = case_row (&shop->a, id);
  g_autoptr(DaybookRow) b = case_row (&shop->b, id);

  g_assert_true (a->table == b->table);
  for (guint i = 0; i < a->table->n_fields; i++)
    {
      g_test_message ("%s", a->table->fields[i].name);
      g_assert_true (daybook_value_equal (&a->values[i], &b->values[i]));
    }
}

static void
publish_and_deliver (Shop *shop,
                     Book *author)
{
  shop_publish (shop, author, 'a');
  shop_deliver (shop);
}

/* Nothing waits on the laptop, neither for the server nor for a newer version. */
static void
assert_settled (Book *book)
{
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM held_ops"), ==, 0);
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM shadows"), ==, 0);
}

/* --- From one to the other ------------------------------------------------------- */

static void
test_a_case_arrives_whole (void)
{
  Shop shop;
  set_up (&shop);
  DaybookId id = case_make_full (&shop.a);
  g_autoptr(DaybookQuery) query = NULL;

  publish_and_deliver (&shop, &shop.a);
  for (const char *const *name = case_keys_fields; *name != NULL; name++)
    {
      g_auto(DaybookValue) value = case_keys_value (&shop.a, *name, 0);

      g_test_message ("%s", *name);
      case_assert (&shop.b, &id, *name, &value);
    }
  case_assert_text (&shop.b, &id, "stamp", "2025-K");
  case_assert_text (&shop.b, &id, "number", "K-A1003");
  assert_alike (&shop, &id);
  assert_settled (&shop.a);
  assert_settled (&shop.b);

  /* Lists and the search have it, too. */
  g_assert_cmpuint (case_count (&shop.b, "keys", "fee = 128 and marks = rust"), ==, 1);
  daybook_store_settle (shop.b.store);
  query = daybook_query_new (case_table (&shop.b, "keys"));
  query->search = g_strdup ("mat");
  g_assert_cmpint (daybook_reader_count (daybook_store_get_reader (shop.b.store), query, 0, NULL), ==, 1);
  shop_close (&shop);
}

static void
test_each_change_arrives (void)
{
  Shop shop;
  set_up (&shop);
  DaybookId id = case_make (&shop.a, "keys", "to be filled");

  publish_and_deliver (&shop, &shop.a);
  for (guint round = 0; round < 2; round++)
    for (const char *const *name = case_keys_fields; *name != NULL; name++)
      case_set (&shop.a, &id, *name, case_keys_value (&shop.a, *name, round));
  publish_and_deliver (&shop, &shop.a);
  assert_alike (&shop, &id);
  for (const char *const *name = case_keys_fields; *name != NULL; name++)
    case_set (&shop.b, &id, *name, (DaybookValue) DAYBOOK_VALUE_INIT);
  publish_and_deliver (&shop, &shop.b);
  assert_alike (&shop, &id);
  const DaybookValue none = DAYBOOK_VALUE_INIT;
  case_assert (&shop.a, &id, "fee", &none);
  assert_settled (&shop.a);
  assert_settled (&shop.b);
  shop_close (&shop);
}

static void
test_each_laptop_numbers_its_own (void)
{
  Shop shop;
  set_up (&shop);
  DaybookId a = case_make (&shop.a, "keys", "third");
  DaybookId b = case_make (&shop.b, "keys", "third");

  publish_and_deliver (&shop, &shop.a);
  publish_and_deliver (&shop, &shop.b);
  case_assert_text (&shop.b, &a, "number", "K-A1003");
  case_assert_text (&shop.a, &b, "number", "K-B1001");
  shop_close (&shop);
}

static void
test_a_case_is_the_same_line_every_time (void)
{
  Shop shop;
  set_up (&shop);
  DaybookId id = case_make_full (&shop.a);
  g_autoptr(GPtrArray) before = shop_outbox (&shop.a, G_MAXUINT);

  case_set (&shop.a, &id, "fee", daybook_value_int (7));
  case_set (&shop.a, &id, "place", (DaybookValue) DAYBOOK_VALUE_INIT);
  book_reopen (&shop.a);
  g_autoptr(GPtrArray) after = shop_outbox (&shop.a, G_MAXUINT);
  g_assert_cmpuint (before->len, ==, 1);
  g_assert_cmpuint (after->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (after, 0), ==, g_ptr_array_index (before, 0));
  shop_close (&shop);
}

static void
test_a_colleagues_change_can_be_undone (void)
{
  Shop shop;
  set_up (&shop);
  DaybookId id = case_make_full (&shop.a);
  publish_and_deliver (&shop, &shop.a);
  DaybookId act = case_set (&shop.a, &id, "fee", daybook_value_int (7));
  publish_and_deliver (&shop, &shop.a);

  g_autoptr(DaybookOutcome) undone = case_undo (&shop.b, &act);
  g_assert_cmpuint (undone->n_kept, ==, 0);
  case_assert_int (&shop.b, &id, "fee", 12800);
  publish_and_deliver (&shop, &shop.b);
  case_assert_int (&shop.a, &id, "fee", 12800);
  shop_close (&shop);
}

/* --- Both at once -------------------------------------------------------------------- */

/* What the server says of a change that comes second, later by the clock, its author having
 * seen what both began with. */
static char
letter_of (DaybookFieldClass field_class)
{
  g_auto(DaybookValue) first = daybook_value_text ("first");
  g_auto(DaybookValue) second = daybook_value_text ("second");
  DaybookClaim current = { .op = { .n = 1 }, .stamp = 1, .value = &first };
  DaybookClaim arriving = { .op = { .n = 2 }, .stamp = 2, .value = &second };

  daybook_id_random (&current.op.device);
  daybook_id_random (&arriving.op.device);
  return daybook_verdict_letter (daybook_claim_decide (field_class, &current, &arriving));
}

static void
change_on_both (const char *name)
{
  Shop shop;
  set_up (&shop);
  DaybookId id = case_make_full (&shop.a);
  publish_and_deliver (&shop, &shop.a);
  const DaybookTable *table = case_table (&shop.a, "keys");
  DaybookFieldClass field_class = table->fields[case_field (&shop.a, "keys", name)].field_class;
  gboolean first_stays = field_class == DAYBOOK_CLASS_GUARDED;

  case_set (&shop.a, &id, name, daybook_value_text ("hers"));
  case_set (&shop.b, &id, name, daybook_value_text ("mine"));
  publish_and_deliver (&shop, &shop.a);
  case_assert_text (&shop.a, &id, name, "hers");
  case_assert_text (&shop.b, &id, name, "mine"); /* until the server has decided */

  shop_publish (&shop, &shop.b, letter_of (field_class));
  shop_deliver (&shop);
  case_assert_text (&shop.a, &id, name, first_stays ? "hers" : "mine");
  assert_alike (&shop, &id);
  assert_settled (&shop.b);

  /* What lost is kept, on both. */
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM conflicts WHERE tbl = 'case' AND field = 'extra.%s' AND value = '%s'",
                                          name, first_stays ? "mine" : "hers");
  g_assert_cmpint (book_number (&shop.a, sql), ==, 1);
  g_assert_cmpint (book_number (&shop.b, sql), ==, 1);
  shop_close (&shop);
}

static void
test_a_register_field_changed_on_both (void)
{
  g_assert_cmpint (letter_of (DAYBOOK_CLASS_REGISTER), ==, 'w');
  change_on_both ("place");
}

static void
test_a_text_changed_on_both (void)
{
  g_assert_cmpint (letter_of (DAYBOOK_CLASS_TEXT), ==, 'w');
  change_on_both ("story");
}

static void
test_a_guarded_field_changed_on_both (void)
{
  g_assert_cmpint (letter_of (DAYBOOK_CLASS_GUARDED), ==, 'l');
  change_on_both ("code");
}

/* --- Made on both --------------------------------------------------------------------- */

/* A case that both make of the same row of a platform. */
static void
make_twin (Book            *book,
           const DaybookId *id,
           const char      *subject,
           const char      *stamp,
           const char      *code)
{
  DaybookCaseDraft *draft = case_begin (book, "keys");

  daybook_case_draft_name (draft, id);
  case_put (draft, "subject", daybook_value_text (subject));
  case_put (draft, "stamp", daybook_value_text (stamp));
  case_put (draft, "code", daybook_value_text (code));
  case_put (draft, "door", daybook_value_text ("side"));
  case_put (draft, g_str_equal (subject, "hers") ? "fee" : "weight", daybook_value_int (5));
  case_put (draft, g_str_equal (subject, "hers") ? "ours" : "mood", daybook_value_int (2));
  case_save (book, draft);
}

static const DaybookOpCell *
find_cell (const DaybookOperation *op,
           const char             *name)
{
  GArray *cells = g_array_index (op->rows, DaybookOpRow, 0).cells;

  for (guint i = 0; i < cells->len; i++)
    if (g_str_equal (g_array_index (cells, DaybookOpCell, i).field, name))
      return &g_array_index (cells, DaybookOpCell, i);

  return NULL;
}

/* The verdicts of the last line, a create that comes after the one in line `first`. */
static void
judge_twin (Shop  *shop,
            guint  first)
{
  g_autoptr(DaybookOperation) hers = daybook_operation_parse (g_ptr_array_index (shop->lines, first), NULL);
  g_autoptr(DaybookOperation) mine = daybook_operation_parse (g_ptr_array_index (shop->lines, shop->lines->len - 1), NULL);
  GArray *cells = g_array_index (mine->rows, DaybookOpRow, 0).cells;
  char *letters = g_ptr_array_index (shop->verdicts, shop->verdicts->len - 1);

  for (guint i = 0; i < cells->len; i++)
    {
      const DaybookOpCell *cell = &g_array_index (cells, DaybookOpCell, i);
      const DaybookOpCell *other = find_cell (hers, cell->field);
      const DaybookTable *table = case_table (&shop->a, "keys");
      int field = daybook_table_field (table, cell->field);

      g_assert_cmpint (field, >=, 0);
      if (other != NULL)
        letters[i] = daybook_value_equal (&other->value, &cell->value) ? 'e' : letter_of (table->fields[field].field_class);
    }
}

static void
test_a_case_made_twice_is_one (void)
{
  Shop shop;
  set_up (&shop);
  DaybookId id;
  guint first = shop.lines->len;

  daybook_id_random (&id);
  make_twin (&shop.a, &id, "hers", "A", "4711");
  make_twin (&shop.b, &id, "mine", "B", "4712");
  publish_and_deliver (&shop, &shop.a);

  /* Of what is not decided one's own is seen, else the other's. */
  case_assert_text (&shop.b, &id, "subject", "mine");
  case_assert_text (&shop.b, &id, "code", "4712");
  case_assert_int (&shop.b, &id, "weight", 5);
  case_assert_int (&shop.b, &id, "fee", 5);
  case_assert_int (&shop.b, &id, "ours", 2);

  shop_publish (&shop, &shop.b, 'a');
  judge_twin (&shop, first);
  shop_deliver (&shop);
  assert_alike (&shop, &id);
  case_assert_text (&shop.b, &id, "subject", "mine");   /* register: the later one */
  case_assert_text (&shop.b, &id, "code", "4711");      /* guarded: the first */
  case_assert_text (&shop.b, &id, "stamp", "A");        /* written once: the first */
  case_assert_text (&shop.b, &id, "number", "K-A1003");
  case_assert_text (&shop.b, &id, "door", "side");
  case_assert_int (&shop.a, &id, "fee", 5);
  case_assert_int (&shop.a, &id, "weight", 5);
  case_assert_int (&shop.a, &id, "ours", 2);
  case_assert_int (&shop.a, &id, "mood", 2);
  g_assert_cmpint (book_number (&shop.a, "SELECT count (*) FROM cases"), ==, 3);
  g_assert_cmpint (book_number (&shop.b, "SELECT count (*) FROM cases"), ==, 3);
  g_assert_cmpint (book_number (&shop.b, "SELECT count (*) FROM conflicts WHERE field = 'extra.code' AND value = '4712'"), ==, 1);
  assert_settled (&shop.a);
  assert_settled (&shop.b);
  shop_close (&shop);
}

/* What one has said in making the case, and the other has not, is seen until the server has
 * decided: in a field of its own as in one that every case has. */
static void
test_what_was_made_covers_what_arrives (void)
{
  Shop shop;
  set_up (&shop);
  DaybookId id;
  DaybookCaseDraft *mine;

  daybook_id_random (&id);
  make_twin (&shop.a, &id, "hers", "A", "4711");
  mine = case_begin (&shop.b, "keys");
  daybook_case_draft_name (mine, &id);
  case_put (mine, "content", daybook_value_text ("mine"));
  case_put (mine, "place", daybook_value_text ("mine"));
  case_save (&shop.b, mine);
  publish_and_deliver (&shop, &shop.a);
  case_set (&shop.a, &id, "content", daybook_value_text ("hers"));
  case_set (&shop.a, &id, "place", daybook_value_text ("hers"));
  publish_and_deliver (&shop, &shop.a);

  case_assert_text (&shop.b, &id, "content", "mine");
  case_assert_text (&shop.b, &id, "place", "mine");
  shop_close (&shop);
}

/* --- What is not known here ------------------------------------------------------------- */

/* B has not got the register, or cannot read it. */
static void
forget_register (Book *book)
{
  book_run_sql (book, "UPDATE registers SET deleted = 1 WHERE key = 'keys'");
  g_assert_null (daybook_reader_register (daybook_store_get_reader (book->store), "keys"));
}

static void
test_where_the_register_is_unknown (void)
{
  Shop shop;
  set_up (&shop);
  forget_register (&shop.b);
  DaybookId id = case_make_full (&shop.a);
  DaybookId act = case_set (&shop.a, &id, "fee", daybook_value_int (7));
  case_set (&shop.a, &id, "finder", case_keys_value (&shop.a, "finder", 1));
  case_set (&shop.a, &id, "place", (DaybookValue) DAYBOOK_VALUE_INIT);
  publish_and_deliver (&shop, &shop.a);

  g_autoptr(DaybookRow) row = case_row (&shop.b, &id);
  g_assert_true (row->table == &daybook_cases);
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_CASE_SUBJECT), ==, "A bunch of keys");
  assert_settled (&shop.b);
  g_autoptr(GPtrArray) changes = daybook_reader_act_changes (daybook_store_get_reader (shop.b.store), &act, 0, NULL);
  g_assert_cmpuint (changes->len, ==, 1);

  /* A change can be taken back there all the same. */
  g_autoptr(DaybookOutcome) undone = case_undo (&shop.b, &act);
  g_assert_cmpuint (undone->n_changes, ==, 1);
  publish_and_deliver (&shop, &shop.b);
  book_run_sql (&shop.b, "UPDATE registers SET deleted = 0 WHERE key = 'keys'");
  assert_alike (&shop, &id);
  case_assert_int (&shop.a, &id, "fee", 12800);
  shop_close (&shop);
}

/* The line, with other text in it. */
static void
rewrite_line (Shop       *shop,
              guint       line,
              const char *from,
              const char *to)
{
  g_autoptr(GString) text = g_string_new (g_ptr_array_index (shop->lines, line));

  g_assert_cmpuint (g_string_replace (text, from, to, 0), >, 0);
  g_free (g_ptr_array_index (shop->lines, line));
  g_ptr_array_index (shop->lines, line) = g_strdup (text->str);
}

/* The case that it links to has not come. */
static void
test_what_an_own_field_points_at_may_come_later (void)
{
  Shop shop;
  set_up (&shop);
  DaybookId id = case_make (&shop.a, "keys", "linked");
  DaybookId nobody;
  g_autoptr(GError) error = NULL;
  DaybookId other = case_make (&shop.a, "keys", "the other");
  g_autofree char *there = daybook_id_to_string (&other);
  guint first = shop.lines->len;

  daybook_id_random (&nobody);
  g_autofree char *not_there = daybook_id_to_string (&nobody);
  case_set (&shop.a, &id, "other", daybook_value_id (&other));
  shop_publish (&shop, &shop.a, 'a');
  rewrite_line (&shop, first + 2, there, not_there);
  shop_deliver_from (&shop, &shop.b, 0, &error);
  g_assert_no_error (error);
  const DaybookValue link = daybook_value_id (&nobody);
  case_assert (&shop.b, &id, "other", &link);
  assert_settled (&shop.b);
  shop_close (&shop);
}

/* Nothing but a name gets into a path: neither in a change nor in a create. */
static void
test_names_that_no_field_may_have_wait (void)
{
  static const char *const NAMES[] = { "extra.fee'", "extra.fee.id", "extra.", "extra.$", "extra.fee[0]", "extra.FEE", "extra.fee\\\"" };

  for (gsize i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      Shop shop;
      set_up (&shop);
      guint first = shop.lines->len;
      DaybookId id = case_make_full (&shop.a);
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", NAMES[i]);
      case_set (&shop.a, &id, "fee", daybook_value_int (7));
      shop_publish (&shop, &shop.a, 'a');
      rewrite_line (&shop, first, "extra.fee", NAMES[i]);
      rewrite_line (&shop, first + 1, "extra.fee", NAMES[i]);
      shop_deliver_from (&shop, &shop.b, 0, &error);
      g_assert_no_error (error);
      g_assert_cmpint (book_number (&shop.b, "SELECT count (*) FROM held_ops"), ==, 2);
      const DaybookValue none = DAYBOOK_VALUE_INIT;
      case_assert (&shop.b, &id, "fee", &none);
      case_assert_text (&shop.b, &id, "place", "Under the mat");
      shop_close (&shop);
    }
}

/* A create of which a newer laptop knows more is looked at again and again: what has changed
 * since stays. */
static void
test_a_create_looked_at_again_changes_nothing_back (void)
{
  Shop shop;
  set_up (&shop);
  guint first = shop.lines->len;
  DaybookId id = case_make_full (&shop.a);

  shop_publish (&shop, &shop.a, 'a');
  rewrite_line (&shop, first, "\"subject\"", "\"aura\"");
  rewrite_line (&shop, first, "extra.witness", "extra.WITNESS");
  shop_deliver (&shop);
  g_assert_cmpint (book_number (&shop.b, "SELECT count (*) FROM held_ops"), ==, 1);
  case_assert_int (&shop.b, &id, "fee", 12800);

  case_set (&shop.b, &id, "place", daybook_value_text ("mine"));
  case_set (&shop.a, &id, "fee", daybook_value_int (7));
  shop_publish (&shop, &shop.a, 'a');
  for (int round = 0; round < 2; round++)
    {
      shop_deliver (&shop);
      case_assert_int (&shop.b, &id, "fee", 7);
      case_assert_text (&shop.b, &id, "place", "mine");
      case_assert_text (&shop.b, &id, "code", "4711");
    }

  /* As if this version had learnt the fields. */
  book_run_sql (&shop.b, "UPDATE held_ops SET op = replace (replace (op, '\"aura\"', '\"subject\"'), 'WITNESS', 'witness')");
  g_assert_true (daybook_replica_apply (shop.b.store, NULL, 0, NULL));
  case_assert_text (&shop.b, &id, "subject", "A bunch of keys");
  case_assert_text (&shop.b, &id, "witness", "王小明");
  case_assert_int (&shop.b, &id, "fee", 7);
  g_assert_cmpint (book_number (&shop.b, "SELECT count (*) FROM held_ops"), ==, 0);
  shop_close (&shop);
}

/* --- Undo of what another has worked on --------------------------------------------------- */

/* The note of a colleague on the other laptop keeps the case, whatever came with it here. */
static void
assert_note_keeps (gboolean with_goods)
{
  static const CaseGoods goods = { NULL, 1, -1, -1 };
  Shop shop;
  set_up (&shop);
  g_autoptr(DaybookEdit) edit = case_edit (&shop.a, DAYBOOK_ACT_EDIT);
  g_autoptr(DaybookCaseDraft) draft = case_begin (&shop.a, "keys");
  DaybookId id = daybook_case_draft_row (draft)->id;

  daybook_case_draft_build (draft, NULL, edit);
  if (with_goods)
    case_add_goods (edit, &id, &goods);
  DaybookId act = case_commit (&shop.a, edit);
  publish_and_deliver (&shop, &shop.a);
  daybook_store_fix_now (shop.b.store, BOOK_NOW + 60);
  case_note (&shop.b, &id, "she called");
  publish_and_deliver (&shop, &shop.b);

  daybook_store_fix_now (shop.a.store, BOOK_NOW + 120);
  g_autoptr(DaybookOutcome) undone = case_undo (&shop.a, &act);
  g_assert_cmpuint (undone->n_kept, ==, 1);
  case_assert_int (&shop.a, &id, "deleted", 0);
  shop_close (&shop);
}

static void
test_a_note_from_elsewhere_keeps_a_case (void)
{
  assert_note_keeps (FALSE);
}

static void
test_a_note_from_elsewhere_keeps_a_case_with_goods (void)
{
  assert_note_keeps (TRUE);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/case-replica/a-case-arrives-whole", test_a_case_arrives_whole);
  g_test_add_func ("/case-replica/each-change-arrives", test_each_change_arrives);
  g_test_add_func ("/case-replica/each-laptop-numbers-its-own", test_each_laptop_numbers_its_own);
  g_test_add_func ("/case-replica/a-case-is-the-same-line-every-time", test_a_case_is_the_same_line_every_time);
  g_test_add_func ("/case-replica/a-colleagues-change-can-be-undone", test_a_colleagues_change_can_be_undone);
  g_test_add_func ("/case-replica/a-register-field-changed-on-both", test_a_register_field_changed_on_both);
  g_test_add_func ("/case-replica/a-text-changed-on-both", test_a_text_changed_on_both);
  g_test_add_func ("/case-replica/a-guarded-field-changed-on-both", test_a_guarded_field_changed_on_both);
  g_test_add_func ("/case-replica/a-case-made-twice-is-one", test_a_case_made_twice_is_one);
  g_test_add_func ("/case-replica/where-the-register-is-unknown", test_where_the_register_is_unknown);
  g_test_add_func ("/case-replica/what-an-own-field-points-at-may-come-later", test_what_an_own_field_points_at_may_come_later);
  g_test_add_func ("/case-replica/names-that-no-field-may-have-wait", test_names_that_no_field_may_have_wait);
  g_test_add_func ("/case-replica/a-create-looked-at-again-changes-nothing-back", test_a_create_looked_at_again_changes_nothing_back);
  g_test_add_func ("/case-replica/a-note-from-elsewhere-keeps-a-case", test_a_note_from_elsewhere_keeps_a_case);
  g_test_add_func ("/case-replica/what-was-made-covers-what-arrives", test_what_was_made_covers_what_arrives);
  g_test_add_func ("/case-replica/a-note-from-elsewhere-keeps-a-case-with-goods", test_a_note_from_elsewhere_keeps_a_case_with_goods);

  return g_test_run ();
}
