/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-book.h"

#include "core/aftersale.h"
#include "core/birth.h"
#include "core/entry.h"
#include "core/review.h"
#include "store/late-cases.h"
#include "store/staging.h"

/* Cases that are born of rows which imports bring. */

#define DAY 86400

/* One row of after-sales. */
typedef struct
{
  const char           *number;
  const char           *order; /* its number */
  DaybookAftersaleKind  kind;
  DaybookAftersaleStage stage;
  gint64                amount;
  gint64                deadline; /* 0: none */
} Row;

static const Row TWO[] = {
  { "R1", "1001", DAYBOOK_AFTERSALE_REFUND, DAYBOOK_AFTERSALE_ASKED, 1250, BOOK_NOW + DAY },
  { "R2", "1002", DAYBOOK_AFTERSALE_RETURN, DAYBOOK_AFTERSALE_RETURNING, 800, 0 },
};

static void
fill_row (DaybookEntry *entry,
          const Row    *row)
{
  daybook_entry_reset (entry);
  daybook_entry_set_text (entry, DAYBOOK_AFTERSALE_NUMBER, row->number);
  daybook_entry_set_text (entry, DAYBOOK_AFTERSALE_ORDER_NUMBER, row->order);
  daybook_entry_set_text (entry, DAYBOOK_AFTERSALE_CURRENCY, "CNY");
  daybook_entry_set_text (entry, DAYBOOK_AFTERSALE_TITLE, "Cup");
  daybook_entry_set_text (entry, DAYBOOK_AFTERSALE_BUYER, "anna");
  daybook_entry_set_text (entry, DAYBOOK_AFTERSALE_REASON, "没收到货");
  daybook_entry_set_int (entry, DAYBOOK_AFTERSALE_KIND, row->kind);
  daybook_entry_set_int (entry, DAYBOOK_AFTERSALE_STAGE, row->stage);
  daybook_entry_set_int (entry, DAYBOOK_AFTERSALE_AMOUNT, row->amount);
  daybook_entry_set_int (entry, DAYBOOK_AFTERSALE_ASKED_AT, BOOK_NOW - DAY);
  if (row->deadline != 0)
    daybook_entry_set_int (entry, DAYBOOK_AFTERSALE_DEADLINE, row->deadline);
}

static DaybookStaging *
begin_staging (Book               *book,
               const DaybookTable *table)
{
  g_autoptr(GError) error = NULL;
  DaybookStagingSpec spec = {
    .shop = *daybook_store_get_shop (book->store), .table = table,
    .platform = "tmall", .kind = "refunds", .file = "refunds.xlsx", .encoding = "XLSX", .form = 43, .header = "x",
  };
  DaybookStaging *staging = daybook_staging_new (book->store, &spec, &error);

  g_assert_no_error (error);
  return staging;
}

static void
add (DaybookStaging *staging,
     DaybookEntry   *entry)
{
  g_autoptr(GError) error = NULL;
  DaybookStanding standing;

  g_assert_true (daybook_staging_add_entry (staging, entry, &standing, &error));
  g_assert_no_error (error);
}

static DaybookStaging *
stage (Book      *book,
       const Row *rows,
       guint      n_rows,
       gint64     as_of)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEntry) entry = daybook_entry_new (&daybook_aftersales);
  DaybookStaging *staging = begin_staging (book, &daybook_aftersales);

  for (guint i = 0; i < n_rows; i++)
    {
      fill_row (entry, &rows[i]);
      add (staging, entry);
    }
  daybook_staging_set_as_of (staging, as_of);
  g_assert_true (daybook_staging_finish (staging, n_rows, "{}", &error));
  g_assert_no_error (error);
  return staging;
}

/* Merges and discards; so many cases were foreseen, and opened. Returns the act. */
static DaybookId
merge (Book           *book,
       DaybookStaging *staging,
       guint           n_cases)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookStaging) owned = staging;

  g_assert_cmpuint (daybook_staging_count_born (staging), ==, n_cases);
  g_autoptr(DaybookOutcome) outcome = daybook_store_merge (book->store, staging, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (daybook_staging_count_born (staging), ==, n_cases);
  daybook_staging_discard (staging);
  return outcome->act;
}

static DaybookId
import (Book      *book,
        const Row *rows,
        guint      n_rows,
        gint64     as_of,
        guint      n_cases)
{
  return merge (book, stage (book, rows, n_rows, as_of), n_cases);
}

/* The case of the row of that number. */
static DaybookId
case_of (Book       *book,
         const char *number)
{
  char shop[DAYBOOK_ID_STRING_SIZE];
  const char *parts[] = { shop, "tmall", number };
  DaybookId row, id;

  daybook_id_print (daybook_store_get_shop (book->store), shop);
  daybook_id_derive (&row, "aftersale", parts, G_N_ELEMENTS (parts));
  daybook_birth_id (&id, &row);
  return id;
}

static void
assert_stage (Book       *book,
              const char *number,
              const char *stage)
{
  DaybookId id = case_of (book, number);

  case_assert_text (book, &id, "stage", stage);
}

static guint
n_cases (Book *book)
{
  return book_count (book, &daybook_cases, "");
}

static void
undo (Book            *book,
      const DaybookId *act,
      guint            n_kept)
{
  g_autoptr(DaybookOutcome) outcome = case_undo (book, act);

  g_assert_cmpuint (outcome->n_kept, ==, n_kept);
}

/* --- Once ------------------------------------------------------------------------ */

static void
test_rows_become_cases_of_their_registers (void)
{
  Book book;

  book_open (&book);
  import (&book, TWO, 2, BOOK_NOW, 2);
  g_assert_cmpuint (case_count (&book, "refund", ""), ==, 1);
  g_assert_cmpuint (case_count (&book, "return", ""), ==, 1);
  assert_stage (&book, "R1", "asked");
  assert_stage (&book, "R2", "on_the_way");

  DaybookId id = case_of (&book, "R1");
  case_assert_text (&book, &id, "number", "F-A1001");
  case_assert_text (&book, &id, "platform_number", "R1");
  case_assert_text (&book, &id, "reason", "not_received");
  case_assert_text (&book, &id, "subject", "Cup");
  case_assert_text (&book, &id, "name", "anna");
  case_assert_int (&book, &id, "refund", 1250);
  case_assert_int (&book, &id, "platform_deadline", BOOK_NOW + DAY);
  case_assert_int (&book, &id, "opened_at", BOOK_NOW - DAY);
  g_assert_cmpuint (book_count (&book, &daybook_case_lines, ""), ==, 2);
  book_close (&book);
}

static void
test_once_however_often_they_come (void)
{
  Book book;

  book_open (&book);
  import (&book, TWO, 2, BOOK_NOW, 2);
  import (&book, TWO, 2, BOOK_NOW, 0);
  import (&book, TWO, 2, BOOK_NOW + DAY, 0);
  g_assert_cmpuint (n_cases (&book), ==, 2);
  book_close (&book);
}

static void
test_reviews_become_cases_too (void)
{
  static const gint64 STARS[] = { 1, 3, 5, 5 };
  g_autoptr(DaybookEntry) entry = daybook_entry_new (&daybook_reviews);
  g_autoptr(GError) error = NULL;
  Book book;

  book_open (&book);
  DaybookStaging *staging = begin_staging (&book, &daybook_reviews);
  for (guint i = 0; i < G_N_ELEMENTS (STARS); i++)
    {
      g_autofree char *number = g_strdup_printf ("V%u", i);

      daybook_entry_reset (entry);
      daybook_entry_set_text (entry, DAYBOOK_REVIEW_NUMBER, number);
      daybook_entry_set_int (entry, DAYBOOK_REVIEW_STARS, STARS[i]);
      daybook_entry_set_text (entry, DAYBOOK_REVIEW_WORDS, "Words");
      daybook_entry_set_int (entry, DAYBOOK_REVIEW_WRITTEN_AT, BOOK_NOW - DAY);
      if (i == 3)
        daybook_entry_set_text (entry, DAYBOOK_REVIEW_REPLY, "Thanks");
      add (staging, entry);
    }
  daybook_staging_set_as_of (staging, BOOK_NOW);
  g_assert_true (daybook_staging_finish (staging, 4, "{}", &error));
  merge (&book, staging, 4);
  g_assert_cmpuint (case_count (&book, "review", "rating = bad and stage = new and stars = 1"), ==, 1);
  g_assert_cmpuint (case_count (&book, "review", "rating = neutral and stage = new"), ==, 1);
  g_assert_cmpuint (case_count (&book, "review", "rating = good and stage = to_reply"), ==, 1);
  g_assert_cmpuint (case_count (&book, "review", "rating = good and stage = replied"), ==, 1);
  book_close (&book);
}

/* --- The order ---------------------------------------------------------------------- */

static void
assert_order (Book            *book,
              const DaybookId *order)
{
  DaybookId id = case_of (book, "R1");
  g_autoptr(DaybookRow) row = case_row (book, &id);
  const DaybookId *of = daybook_row_ref_id (row, DAYBOOK_CASE_ORDER);

  g_assert_true (order == NULL ? of == NULL : of != NULL && daybook_id_equal (of, order));
}

/* An order with the platform's own id, as an import makes it. */
static DaybookId
import_order (Book *book)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOrderRecord) record = daybook_record_new ();
  const DaybookStagingSpec spec = {
    .shop = *daybook_store_get_shop (book->store), .platform = "tmall", .kind = "orders", .file = "o.csv", .encoding = "UTF-8", .header = "o",
  };
  g_autoptr(DaybookStaging) staging = daybook_staging_new (book->store, &spec, &error);
  char shop[DAYBOOK_ID_STRING_SIZE];
  DaybookId id;

  daybook_record_set_text (record, DAYBOOK_ORDER_NUMBER, "1001");
  record->values[DAYBOOK_ORDER_CREATED] = daybook_value_int (BOOK_NOW - 2 * DAY);
  g_assert_true (daybook_staging_add (staging, record, &error));
  daybook_staging_set_as_of (staging, BOOK_NOW);
  g_assert_true (daybook_staging_finish (staging, 1, "{}", &error));
  g_autoptr(DaybookOutcome) outcome = daybook_store_merge (book->store, staging, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  daybook_staging_discard (staging);
  daybook_id_print (daybook_store_get_shop (book->store), shop);
  daybook_id_derive (&id, "order", (const char *[]) { shop, "tmall", "1001" }, 3);
  return id;
}

static void
test_the_order_that_was_there (void)
{
  Book book;

  book_open (&book);
  DaybookId order = import_order (&book);
  import (&book, TWO, 2, BOOK_NOW, 2);
  assert_order (&book, &order);
  book_close (&book);
}

static void
test_the_order_that_comes_later (void)
{
  Book book;

  book_open (&book);
  import (&book, TWO, 2, BOOK_NOW, 2);
  assert_order (&book, NULL);
  DaybookId order = import_order (&book);
  assert_order (&book, &order);
  book_close (&book);
}

/* What somebody has taken away does not come back. */
static void
test_an_order_that_somebody_took_away (void)
{
  Row later = TWO[0];
  Book book;

  book_open (&book);
  import_order (&book);
  import (&book, TWO, 2, BOOK_NOW, 2);
  DaybookId id = case_of (&book, "R1");
  case_set (&book, &id, "order", (DaybookValue) DAYBOOK_VALUE_INIT);
  later.deadline += DAY;
  import (&book, &later, 1, BOOK_NOW + DAY, 0);
  assert_order (&book, NULL);
  case_assert_int (&book, &id, "platform_deadline", later.deadline);
  book_close (&book);
}

/* --- What later imports may do -------------------------------------------------------- */

static void
test_a_case_nobody_has_taken_up_follows (void)
{
  Row later = TWO[0];
  Book book;

  book_open (&book);
  import (&book, TWO, 2, BOOK_NOW, 2);
  DaybookId id = case_of (&book, "R1");
  later.stage = DAYBOOK_AFTERSALE_DONE;
  later.amount = 1000;
  import (&book, &later, 1, BOOK_NOW + DAY, 0);
  assert_stage (&book, "R1", "refunded");
  case_assert_int (&book, &id, "refund", 1000);
  case_assert_int (&book, &id, "closed_at", BOOK_NOW + DAY);

  /* An older file says nothing new. */
  import (&book, TWO, 1, BOOK_NOW, 0);
  assert_stage (&book, "R1", "refunded");

  later.stage = DAYBOOK_AFTERSALE_ASKED;
  import (&book, &later, 1, BOOK_NOW + 2 * DAY, 0);
  assert_stage (&book, "R1", "asked");
  case_assert (&book, &id, "closed_at", &(DaybookValue) DAYBOOK_VALUE_INIT);
  book_close (&book);
}

static void
assert_is_the_shops (Book *book)
{
  Row later = TWO[0];
  DaybookId id = case_of (book, "R1");

  later.stage = DAYBOOK_AFTERSALE_DONE;
  later.amount = 1000;
  later.deadline += DAY;
  import (book, &later, 1, BOOK_NOW + DAY, 0);
  assert_stage (book, "R1", "asked");
  case_assert_int (book, &id, "refund", 1250);
  case_assert_int (book, &id, "platform_deadline", later.deadline);
}

static void
test_a_case_with_a_changed_field_is_the_shops (void)
{
  Book book;

  book_open (&book);
  import (&book, TWO, 2, BOOK_NOW, 2);
  DaybookId id = case_of (&book, "R1");
  case_set (&book, &id, "need", daybook_value_text ("Look at it"));
  assert_is_the_shops (&book);
  book_close (&book);
}

static void
test_a_case_with_a_note_is_the_shops (void)
{
  Book book;

  book_open (&book);
  import (&book, TWO, 2, BOOK_NOW, 2);
  DaybookId id = case_of (&book, "R1");
  case_note (&book, &id, "Called");
  assert_is_the_shops (&book);
  book_close (&book);
}

static void
test_what_was_taken_back_was_no_work (void)
{
  Row later = TWO[0];
  Book book;

  book_open (&book);
  import (&book, TWO, 2, BOOK_NOW, 2);
  DaybookId id = case_of (&book, "R1");
  DaybookId act = case_set (&book, &id, "need", daybook_value_text ("Look at it"));
  undo (&book, &act, 0);
  later.stage = DAYBOOK_AFTERSALE_DONE;
  import (&book, &later, 1, BOOK_NOW + DAY, 0);
  assert_stage (&book, "R1", "refunded");
  book_close (&book);
}

/* A request for money that the buyer makes one for a return goes on under its number. */
static void
test_a_case_stays_in_its_register (void)
{
  Row later = TWO[0];
  Book book;

  book_open (&book);
  import (&book, TWO, 1, BOOK_NOW, 1);
  later.kind = DAYBOOK_AFTERSALE_RETURN;
  later.stage = DAYBOOK_AFTERSALE_AGREED;
  import (&book, &later, 1, BOOK_NOW + DAY, 0);
  g_assert_cmpuint (case_count (&book, "refund", ""), ==, 1);
  g_assert_cmpuint (case_count (&book, "return", ""), ==, 0);
  assert_stage (&book, "R1", "agreed");
  book_close (&book);
}

/* --- Taking back ------------------------------------------------------------------------ */

static void
test_undo_takes_the_cases_back (void)
{
  Book book;

  book_open (&book);
  DaybookId act = import (&book, TWO, 2, BOOK_NOW, 2);
  undo (&book, &act, 0);
  g_assert_cmpuint (n_cases (&book), ==, 0);

  /* They come again with the rows, under their numbers. */
  import (&book, TWO, 2, BOOK_NOW, 2);
  DaybookId id = case_of (&book, "R1");
  case_assert_text (&book, &id, "number", "F-A1001");
  g_assert_cmpuint (n_cases (&book), ==, 2);
  book_close (&book);
}

static void
test_undo_keeps_what_somebody_has_taken_up (void)
{
  Book book;

  book_open (&book);
  DaybookId act = import (&book, TWO, 2, BOOK_NOW, 2);
  DaybookId id = case_of (&book, "R1");
  case_note (&book, &id, "Called");
  undo (&book, &act, 1);
  g_assert_cmpuint (n_cases (&book), ==, 1);
  assert_stage (&book, "R1", "asked");

  import (&book, TWO, 2, BOOK_NOW, 1);
  g_assert_cmpuint (n_cases (&book), ==, 2);
  book_close (&book);
}

static void
test_undo_takes_a_later_state_back (void)
{
  Row later = TWO[0];
  Book book;

  book_open (&book);
  import (&book, TWO, 2, BOOK_NOW, 2);
  later.stage = DAYBOOK_AFTERSALE_DONE;
  DaybookId act = import (&book, &later, 1, BOOK_NOW + DAY, 0);
  undo (&book, &act, 0);
  assert_stage (&book, "R1", "asked");
  book_close (&book);
}

static void
on_progress (goffset  current,
             goffset  total,
             gpointer data)
{
  g_cancellable_cancel (data);
}

static void
test_a_stopped_import_leaves_no_case (void)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autofree Row *rows = g_new0 (Row, 9000);
  Book book;

  book_open (&book);
  for (guint i = 0; i < 9000; i++)
    {
      rows[i] = TWO[0];
      rows[i].number = g_strdup_printf ("N%u", i);
    }
  g_autoptr(DaybookStaging) staging = stage (&book, rows, 9000, BOOK_NOW);
  g_autoptr(DaybookOutcome) outcome = daybook_store_merge (book.store, staging, on_progress, cancellable, cancellable, &error);
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED);
  g_assert_null (outcome);
  g_assert_cmpint (book_number (&book, "SELECT count (*) FROM cases"), >, 0);
  g_assert_cmpuint (n_cases (&book), ==, 0);
  daybook_staging_discard (staging);
  for (guint i = 0; i < 9000; i++)
    g_free ((char *) rows[i].number);
  book_close (&book);
}

/* --- The trash ---------------------------------------------------------------------------- */

static void
move_to_trash (Book       *book,
               const char *number)
{
  DaybookId id = case_of (book, number);
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_EDIT);

  daybook_edit_delete (edit, &daybook_cases, &id);
  case_commit (book, edit);
}

/* As every row that is imported again (RECORDS §3). */
static void
test_a_case_in_the_trash_comes_back (void)
{
  Book book;

  book_open (&book);
  import (&book, TWO, 2, BOOK_NOW, 2);
  move_to_trash (&book, "R1");
  g_assert_cmpuint (n_cases (&book), ==, 1);

  g_autoptr(DaybookStaging) staging = stage (&book, TWO, 2, BOOK_NOW);
  g_assert_cmpuint (daybook_staging_get_counts (staging)->n_new, ==, 1);
  merge (&book, g_steal_pointer (&staging), 1);
  g_assert_cmpuint (n_cases (&book), ==, 2);
  assert_stage (&book, "R1", "asked");
  book_close (&book);
}

/* --- The switch ----------------------------------------------------------------------------- */

static void
say (Book       *book,
     const char *key,
     gboolean    used,
     gboolean    by_itself)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) first = case_edit (book, DAYBOOK_ACT_EDIT);
  g_autoptr(DaybookEdit) second = case_edit (book, DAYBOOK_ACT_EDIT);

  g_assert_true (daybook_registers_use (daybook_store_get_reader (book->store), first, key, used, &error));
  case_commit (book, first);
  g_assert_true (daybook_registers_set_by_itself (daybook_store_get_reader (book->store), second, key, by_itself, &error));
  g_assert_no_error (error);
  case_commit (book, second);
}

static void
test_a_register_that_is_hidden_wants_none (void)
{
  Book book;

  book_open (&book);
  say (&book, "refund", FALSE, TRUE);
  import (&book, TWO, 2, BOOK_NOW, 1);
  g_assert_cmpuint (case_count (&book, "refund", ""), ==, 0);
  book_close (&book);
}

static void
test_the_switch_of_a_register (void)
{
  Book book;

  book_open (&book);
  say (&book, "refund", TRUE, FALSE);
  import (&book, TWO, 2, BOOK_NOW, 1);

  /* Switched on, what is there already stays as it is. */
  say (&book, "refund", TRUE, TRUE);
  import (&book, TWO, 2, BOOK_NOW + DAY, 0);
  g_assert_cmpuint (case_count (&book, "refund", ""), ==, 0);
  book_close (&book);
}

static void
test_what_the_switch_says_is_only_that (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = NULL;
  Book book;

  book_open (&book);
  say (&book, "refund", TRUE, FALSE);
  g_assert_cmpint (book_number (&book, "SELECT changes = '{\"born_from\":{\"by_itself\":false}}' FROM registers WHERE key = 'refund'"), ==, 1);
  say (&book, "refund", TRUE, TRUE);
  g_assert_cmpint (book_number (&book, "SELECT changes IS NULL FROM registers WHERE key = 'refund'"), ==, 1);

  edit = case_edit (&book, DAYBOOK_ACT_EDIT);
  g_assert_false (daybook_registers_set_by_itself (daybook_store_get_reader (book.store), edit, "complaint", TRUE, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);
  book_close (&book);
}

/* --- Rows that were there -------------------------------------------------------------------- */

static DaybookId
open_late (Book  *book,
           gint64 n)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (daybook_late_cases_count (book->store, "refund", &error), ==, n);
  g_autoptr(DaybookOutcome) outcome = daybook_late_cases_open (book->store, "refund", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (daybook_late_cases_count (book->store, "refund", &error), ==, 0);
  return outcome->act;
}

static void
test_cases_of_rows_that_were_there (void)
{
  Book book;

  book_open (&book);
  say (&book, "refund", TRUE, FALSE);
  import (&book, TWO, 2, BOOK_NOW, 1);
  DaybookId act = open_late (&book, 1);
  assert_stage (&book, "R1", "asked");
  g_assert_cmpuint (n_cases (&book), ==, 2);

  undo (&book, &act, 0);
  g_assert_cmpuint (n_cases (&book), ==, 1);
  /* Taken back, it was never made; a file that comes again does not make it either. */
  import (&book, TWO, 2, BOOK_NOW, 0);
  g_assert_cmpuint (n_cases (&book), ==, 1);
  open_late (&book, 1);
  g_assert_cmpuint (n_cases (&book), ==, 2);
  book_close (&book);
}

/* What the program made is nobody's work. */
static void
test_a_late_case_follows (void)
{
  Row later = TWO[0];
  Book book;

  book_open (&book);
  say (&book, "refund", TRUE, FALSE);
  import (&book, TWO, 2, BOOK_NOW, 1);
  open_late (&book, 1);
  later.stage = DAYBOOK_AFTERSALE_DONE;
  import (&book, &later, 1, BOOK_NOW + DAY, 0);
  assert_stage (&book, "R1", "refunded");
  book_close (&book);
}

static void
test_no_such_register (void)
{
  g_autoptr(GError) error = NULL;
  Book book;

  book_open (&book);
  g_assert_cmpint (daybook_late_cases_count (book.store, "complaint", &error), ==, -1);
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (daybook_late_cases_open (book.store, "nothing", NULL, NULL, NULL, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND);
  book_close (&book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/births/registers", test_rows_become_cases_of_their_registers);
  g_test_add_func ("/births/once", test_once_however_often_they_come);
  g_test_add_func ("/births/reviews", test_reviews_become_cases_too);
  g_test_add_func ("/births/order/there", test_the_order_that_was_there);
  g_test_add_func ("/births/order/later", test_the_order_that_comes_later);
  g_test_add_func ("/births/order/taken-away", test_an_order_that_somebody_took_away);
  g_test_add_func ("/births/later/follows", test_a_case_nobody_has_taken_up_follows);
  g_test_add_func ("/births/later/changed", test_a_case_with_a_changed_field_is_the_shops);
  g_test_add_func ("/births/later/noted", test_a_case_with_a_note_is_the_shops);
  g_test_add_func ("/births/later/taken-back", test_what_was_taken_back_was_no_work);
  g_test_add_func ("/births/later/register", test_a_case_stays_in_its_register);
  g_test_add_func ("/births/undo/cases", test_undo_takes_the_cases_back);
  g_test_add_func ("/births/undo/kept", test_undo_keeps_what_somebody_has_taken_up);
  g_test_add_func ("/births/undo/state", test_undo_takes_a_later_state_back);
  g_test_add_func ("/births/undo/stopped", test_a_stopped_import_leaves_no_case);
  g_test_add_func ("/births/trash", test_a_case_in_the_trash_comes_back);
  g_test_add_func ("/births/switch/hidden", test_a_register_that_is_hidden_wants_none);
  g_test_add_func ("/births/switch/off", test_the_switch_of_a_register);
  g_test_add_func ("/births/switch/text", test_what_the_switch_says_is_only_that);
  g_test_add_func ("/births/late/opened", test_cases_of_rows_that_were_there);
  g_test_add_func ("/births/late/follows", test_a_late_case_follows);
  g_test_add_func ("/births/late/none", test_no_such_register);

  return g_test_run ();
}
