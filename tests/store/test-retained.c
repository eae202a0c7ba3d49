/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "core/case.h"
#include "core/event.h"
#include "core/membership.h"
#include "core/reveal.h"
#include "core/task.h"
#include "store/backup.h"
#include "store/registers.h"
#include "store/retention.h"
#include "store/setting.h"

#include <string.h>

/* What is no longer needed goes, and nothing else does. */

#define DAY 86400
#define SECRET "13800001111"

static void
set_up (Book          *book,
        gconstpointer  data)
{
  book_open (book);
}

static void
tear_down (Book          *book,
           gconstpointer  data)
{
  book_close (book);
}

static DaybookReader *
reader_of (Book *book)
{
  return daybook_store_get_reader (book->store);
}

static void
keep (Book        *book,
      DaybookKeep  kind,
      const char  *number)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Kept", daybook_store_get_agent (book->store));
  g_autoptr(DaybookOutcome) outcome = NULL;

  daybook_setting_set (edit, reader_of (book), daybook_keep_kind (kind)->setting, number);
  outcome = daybook_store_commit (book->store, edit, NULL);
  g_assert_nonnull (outcome);
}

static guint64
count_due (Book        *book,
           DaybookKeep  kind)
{
  g_autoptr(GError) error = NULL;
  g_auto(DaybookRetention) due = { 0 };

  g_assert_true (daybook_reader_retention (reader_of (book), kind, &due, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (due.ids->len, ==, MIN (due.n_due, DAYBOOK_RETENTION_IDS));
  return due.n_due;
}

/* FALSE: nothing was due. */
static gboolean
run (Book *book)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = daybook_retention_run (book->store, daybook_store_get_now (book->store), NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return outcome != NULL;
}

/* An order of so many days ago, with the row of its file. */
static void
add_order (Book *book,
           guint days)
{
  g_autofree char *number = g_strdup_printf ("90%u", days);
  g_autofree char *sql = g_strdup_printf ("INSERT INTO source_rows (\"order\", form, digest, raw)"
                                          " SELECT rowid, 7, 42, 'x" SECRET "' FROM orders WHERE number = '%s'", number);

  book_add_order (book, number, BOOK_NOW - (gint64) days * DAY);
  book_run_sql (book, sql);
}

static void
test_rows_of_files (Book          *book,
                    gconstpointer  data)
{
  for (guint i = 0; i < 40; i++)
    add_order (book, i);

  g_assert_cmpuint (count_due (book, DAYBOOK_KEEP_SOURCE), ==, 0);
  g_assert_false (run (book));

  /* The keys know days of UTC: the shop's own day, not over there yet, stays. */
  keep (book, DAYBOOK_KEEP_SOURCE, "30");
  g_assert_cmpuint (count_due (book, DAYBOOK_KEEP_SOURCE), ==, 8);
  g_assert_true (run (book));
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM source_rows WHERE raw = ''"), ==, 8);
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM source_rows WHERE raw <> ''"), ==, 32);
  /* By the digest the next import knows that nothing has changed. */
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM source_rows WHERE digest = 42"), ==, 40);
  g_assert_false (run (book));
}

/* By the time that is said, whatever the book takes for now. */
static void
test_time_said (Book          *book,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = NULL;

  add_order (book, 0);
  keep (book, DAYBOOK_KEEP_SOURCE, "30");
  daybook_store_fix_now (book->store, BOOK_NOW + 365 * DAY);
  outcome = daybook_retention_run (book->store, BOOK_NOW, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (outcome);
  g_assert_true (run (book));
}

/* More than one transaction takes. */
static void
test_many_rows (Book          *book,
                gconstpointer  data)
{
  book_run_sql (book, "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 1750)"
                      " INSERT INTO source_rows (\"order\", form, digest, raw) SELECT i, 1 + i % 2, i, 'x' FROM n");
  keep (book, DAYBOOK_KEEP_SOURCE, "1");
  g_assert_true (run (book));
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM source_rows WHERE raw = ''"), ==, 1750);
}

static void
test_problems (Book          *book,
               gconstpointer  data)
{
  book_run_sql (book, "INSERT INTO import_problems (act, place, row, value) SELECT key, 0, 2, 'bad' FROM acts");
  book_run_sql (book, "INSERT INTO import_problem_rows (act, tbl, sheet, row, raw) SELECT key, 0, 0, 2, 'x" SECRET "' FROM acts");
  keep (book, DAYBOOK_KEEP_PROBLEMS, "10");
  g_assert_cmpuint (count_due (book, DAYBOOK_KEEP_PROBLEMS), ==, 0);
  g_assert_false (run (book));

  daybook_store_fix_now (book->store, BOOK_NOW + 12 * DAY);
  g_assert_cmpuint (count_due (book, DAYBOOK_KEEP_PROBLEMS), >, 0);
  g_assert_true (run (book));
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM import_problems"), ==, 0);
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM import_problem_rows"), ==, 0);
}

static DaybookId
add_contact (Book   *book,
             gint64  until)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Number", daybook_store_get_agent (book->store));
  g_autoptr(DaybookOutcome) outcome = NULL;
  DaybookId customer, id;

  daybook_id_random (&customer);
  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_customers, &customer);
  daybook_edit_give (edit, DAYBOOK_CUSTOMER_NOTE, daybook_value_text ("regular"));
  daybook_edit_create (edit, &daybook_contacts, &id);
  daybook_edit_give (edit, DAYBOOK_CONTACT_CUSTOMER, daybook_value_id (&customer));
  daybook_edit_give (edit, DAYBOOK_CONTACT_VALUE, daybook_value_text (SECRET));
  if (until != 0)
    daybook_edit_give (edit, DAYBOOK_CONTACT_VALID_UNTIL, daybook_value_int (until));
  outcome = daybook_store_commit (book->store, edit, NULL);
  g_assert_nonnull (outcome);
  return id;
}

static gboolean
is_gone (Book            *book,
         const DaybookId *contact)
{
  g_autoptr(DaybookRow) row = book_row (book, &daybook_contacts, contact);

  return daybook_row_int (row, DAYBOOK_CONTACT_DELETED) != 0;
}

/* Into the trash, by an act of the program that the history has and that can be undone. */
static void
test_virtual_numbers (Book          *book,
                      gconstpointer  data)
{
  DaybookId over = add_contact (book, BOOK_NOW - 40 * DAY), lately = add_contact (book, BOOK_NOW - 2 * DAY), own = add_contact (book, 0);
  g_autoptr(DaybookOutcome) outcome = NULL;
  g_autoptr(DaybookOutcome) undone = NULL;

  keep (book, DAYBOOK_KEEP_VIRTUAL, "30");
  outcome = daybook_retention_run (book->store, daybook_store_get_now (book->store), NULL, NULL, NULL, NULL);
  g_assert_nonnull (outcome);
  g_assert_nonnull (strstr (outcome->title, "Virtual numbers: 1"));
  g_assert_true (is_gone (book, &over));
  g_assert_false (is_gone (book, &lately));
  g_assert_false (is_gone (book, &own));

  undone = daybook_store_undo (book->store, &outcome->act, NULL);
  g_assert_nonnull (undone);
  g_assert_false (is_gone (book, &over));
}

static void
assert_sound (Book *book)
{
  g_autoptr(GPtrArray) checks = daybook_store_verify (book->store, NULL, NULL);

  for (guint i = 0; i < checks->len; i++)
    g_assert_null (((DaybookCheck *) g_ptr_array_index (checks, i))->fault);
}

static void
test_log (Book          *book,
          gconstpointer  data)
{
  const gint64 ages[] = { 0, 300, 800 };

  for (gsize i = 0; i < G_N_ELEMENTS (ages); i++)
    {
      const DaybookLook look = { .agent = *daybook_store_get_agent (book->store), .at = BOOK_NOW - ages[i] * DAY, .how = DAYBOOK_REVEAL_EXPORT };
      g_autoptr(DaybookEdit) edit = daybook_reveal_edit_new (&look);
      g_autoptr(DaybookOutcome) outcome = NULL;

      daybook_reveal_add_list (edit, &look, &daybook_orders, 3);
      outcome = daybook_store_commit (book->store, edit, NULL);
      g_assert_nonnull (outcome);
    }

  keep (book, DAYBOOK_KEEP_REVEALS, "2");
  g_assert_cmpuint (count_due (book, DAYBOOK_KEEP_REVEALS), ==, 1);
  g_assert_true (run (book));
  g_assert_cmpuint (count_due (book, DAYBOOK_KEEP_REVEALS), ==, 0);
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM reveals"), ==, 2);
  assert_sound (book);
}

/* On one day what is due goes once; on the next again. */
static void
test_daily (Book          *book,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  keep (book, DAYBOOK_KEEP_SOURCE, "30");
  add_order (book, 35);
  g_assert_true (daybook_retention_run_daily (book->store, &error));
  g_assert_no_error (error);
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM source_rows WHERE raw <> ''"), ==, 0);

  add_order (book, 36);
  g_assert_true (daybook_retention_run_daily (book->store, &error));
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM source_rows WHERE raw <> ''"), ==, 1);

  daybook_store_fix_now (book->store, BOOK_NOW + DAY);
  g_assert_true (daybook_retention_run_daily (book->store, &error));
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM source_rows WHERE raw <> ''"), ==, 0);
}

/* Stopped before it began, nothing has gone. */
static void
test_cancel (Book          *book,
             gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  keep (book, DAYBOOK_KEEP_SOURCE, "30");
  add_order (book, 35);
  g_cancellable_cancel (cancellable);
  g_assert_null (daybook_retention_run (book->store, daybook_store_get_now (book->store), NULL, NULL, cancellable, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED);
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM source_rows WHERE raw <> ''"), ==, 1);
}

/* --- Customers who have not come again -------------------------------------------------- */

#define YEAR (366 * DAY)
#define STREET "听涛路八十八号望江苑"
#define NAME "慕容雪晴"

/* Of so long ago, with a phone and an order; the history has what the phone was before. */
static DaybookId
add_customer (Book       *book,
              gint64      ago,
              const char *number)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "File", NULL);
  g_autoptr(DaybookOutcome) outcome = NULL;
  g_autoptr(GError) error = NULL;
  DaybookId customer, contact, order;

  daybook_id_random (&customer);
  daybook_id_random (&contact);
  daybook_id_random (&order);
  daybook_edit_create (edit, &daybook_customers, &customer);
  daybook_edit_give (edit, DAYBOOK_CUSTOMER_NAME, daybook_value_text (NAME));
  daybook_edit_give (edit, DAYBOOK_CUSTOMER_FIRST_SEEN, daybook_value_int (BOOK_NOW - ago));
  daybook_edit_create (edit, &daybook_contacts, &contact);
  daybook_edit_give (edit, DAYBOOK_CONTACT_CUSTOMER, daybook_value_id (&customer));
  daybook_edit_give (edit, DAYBOOK_CONTACT_VALUE, daybook_value_text ("13911112222"));
  daybook_edit_create (edit, &daybook_orders, &order);
  daybook_edit_give (edit, DAYBOOK_ORDER_SHOP, daybook_value_id (daybook_store_get_shop (book->store)));
  daybook_edit_give (edit, DAYBOOK_ORDER_PLATFORM, daybook_value_text ("tmall"));
  daybook_edit_give (edit, DAYBOOK_ORDER_CURRENCY, daybook_value_text ("CNY"));
  daybook_edit_give (edit, DAYBOOK_ORDER_NUMBER, daybook_value_text (number));
  daybook_edit_give (edit, DAYBOOK_ORDER_CREATED, daybook_value_int (BOOK_NOW - ago));
  daybook_edit_give (edit, DAYBOOK_ORDER_CUSTOMER, daybook_value_id (&customer));
  daybook_edit_give (edit, DAYBOOK_ORDER_RECEIVER, daybook_value_text (NAME));
  daybook_edit_give (edit, DAYBOOK_ORDER_PHONE, daybook_value_text (SECRET));
  daybook_edit_give (edit, DAYBOOK_ORDER_ADDRESS, daybook_value_text ("杭州市" STREET));
  outcome = daybook_store_commit (book->store, edit, &error);
  g_assert_no_error (error);
  book_set (book, &daybook_contacts, &contact, DAYBOOK_CONTACT_VALUE, daybook_value_text (SECRET));
  return customer;
}

static gboolean
has_bytes (Book       *book,
           const char *text)
{
  g_autoptr(GDir) dir = g_dir_open (book->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (book->folder, name, NULL);
      g_autofree char *content = NULL;
      gsize length;

      if (g_file_get_contents (path, &content, &length, NULL) && memmem (content, length, text, strlen (text)) != NULL)
        return TRUE;
    }

  return FALSE;
}

static guint64
preview (Book  *book,
         guint  years)
{
  g_auto(DaybookRetention) due = { 0 };

  g_assert_true (daybook_reader_retention_at (reader_of (book), DAYBOOK_KEEP_CUSTOMERS, years, &due, NULL));
  return due.n_due;
}

/* In place, in every byte of the folder; figures stay, and so does whoever was there since. */
static void
test_idle_customers (Book          *book,
                     gconstpointer  data)
{
  add_customer (book, 4 * YEAR, "5001");
  g_assert_cmpuint (preview (book, 5), ==, 0);
  g_assert_cmpuint (preview (book, 3), ==, 1);
  g_assert_cmpuint (count_due (book, DAYBOOK_KEEP_CUSTOMERS), ==, 0);
  g_assert_false (run (book));
  g_assert_true (has_bytes (book, SECRET) && has_bytes (book, NAME) && has_bytes (book, STREET));

  keep (book, DAYBOOK_KEEP_CUSTOMERS, "3");
  g_assert_cmpuint (count_due (book, DAYBOOK_KEEP_CUSTOMERS), ==, 1);
  g_assert_true (run (book));
  g_assert_cmpuint (count_due (book, DAYBOOK_KEEP_CUSTOMERS), ==, 0);
  g_assert_false (run (book));
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM contacts WHERE value LIKE '138%*%1111' AND masked = 1"), ==, 1);
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM orders WHERE phone LIKE '138%*%1111' AND number = '5001'"), ==, 1);
  /* What is in force is what the history says. */
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM field_ops f JOIN ops o ON o.n = f.op JOIN contacts c ON c.rowid = f.row"
                                      " WHERE f.tbl = 'contact' AND f.field = 'value' AND o.value = c.value AND o.old LIKE '139%*%2222'"), ==, 1);
  g_assert_false (has_bytes (book, SECRET));
  g_assert_false (has_bytes (book, "13911112222"));
  g_assert_false (has_bytes (book, NAME));
  g_assert_false (has_bytes (book, STREET));
}

/* Whoever bought, is a VIP or has something open is none of them; nor is who is the same person as one who is not. */
static void
test_who_is_not_idle (Book          *book,
                      gconstpointer  data)
{
  DaybookId lately = add_customer (book, 2 * YEAR, "5001");
  DaybookId vip = add_customer (book, 4 * YEAR, "5002");
  DaybookId due = add_customer (book, 4 * YEAR, "5003");
  DaybookId merged = add_customer (book, 4 * YEAR, "5004");
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Task", daybook_store_get_agent (book->store));
  g_autoptr(DaybookOutcome) outcome = NULL;
  DaybookId task;

  g_assert_cmpuint (preview (book, 3), ==, 3);
  book_set (book, &daybook_customers, &vip, DAYBOOK_CUSTOMER_GRADE, daybook_value_int (1));
  g_assert_cmpuint (preview (book, 3), ==, 2);
  book_set (book, &daybook_customers, &merged, DAYBOOK_CUSTOMER_MERGED_INTO, daybook_value_id (&lately));
  g_assert_cmpuint (preview (book, 3), ==, 1);
  daybook_id_random (&task);
  daybook_edit_create (edit, &daybook_tasks, &task);
  daybook_edit_give (edit, DAYBOOK_TASK_TITLE, daybook_value_text ("Call"));
  daybook_edit_give (edit, DAYBOOK_TASK_CUSTOMER, daybook_value_id (&due));
  outcome = daybook_store_commit (book->store, edit, NULL);
  g_assert_nonnull (outcome);
  g_assert_cmpuint (preview (book, 3), ==, 0);
}

/* Files of orders have long covered who buys: what people wrote down, and lists of members, have not. */
typedef struct
{
  const DaybookTable *table;
  guint               customer;
  guint               field;
  const char         *text;
} Wrote;

/* A case that was closed four years ago. */
static void
give_closed (Book        *book,
             DaybookEdit *edit,
             const char  *key,
             const char  *stage)
{
  daybook_edit_give (edit, DAYBOOK_CASE_SHOP, daybook_value_id (daybook_store_get_shop (book->store)));
  daybook_edit_give (edit, DAYBOOK_CASE_REGISTER, daybook_value_text (key));
  daybook_edit_give (edit, DAYBOOK_CASE_STAGE, daybook_value_text (stage));
  daybook_edit_give (edit, DAYBOOK_CASE_OPENED_AT, daybook_value_int (BOOK_NOW - 4 * YEAR));
  daybook_edit_give (edit, DAYBOOK_CASE_CLOSED_AT, daybook_value_int (BOOK_NOW - 4 * YEAR));
  daybook_edit_give (edit, DAYBOOK_CASE_RESULT, daybook_value_text ("Nobody asked again."));
  daybook_edit_give (edit, DAYBOOK_CASE_TOLD, daybook_value_int (DAYBOOK_ANSWER_YES));
  daybook_edit_give (edit, DAYBOOK_CASE_SATISFIED, daybook_value_int (DAYBOOK_ANSWER_YES));
}

static void
write_down (Book            *book,
            const DaybookId *customer,
            const Wrote     *wrote)
{
  DaybookActKind kind = wrote->table == &daybook_memberships ? DAYBOOK_ACT_IMPORT : DAYBOOK_ACT_EDIT;
  g_autoptr(DaybookEdit) edit = daybook_edit_new (kind, "Wrote", daybook_store_get_agent (book->store));
  g_autoptr(DaybookOutcome) outcome = NULL;
  g_autoptr(GError) error = NULL;
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, wrote->table, &id);
  daybook_edit_give (edit, wrote->customer, daybook_value_id (customer));
  daybook_edit_give (edit, wrote->field, daybook_value_text (wrote->text));
  if (wrote->table == &daybook_events)
    daybook_edit_give (edit, DAYBOOK_EVENT_AT, daybook_value_int (BOOK_NOW - 4 * YEAR));
  if (wrote->table == &daybook_memberships)
    {
      daybook_edit_give (edit, DAYBOOK_MEMBERSHIP_SHOP, daybook_value_id (daybook_store_get_shop (book->store)));
      daybook_edit_give (edit, DAYBOOK_MEMBERSHIP_PLATFORM, daybook_value_text ("tmall"));
      daybook_edit_give (edit, DAYBOOK_MEMBERSHIP_NUMBER, daybook_value_text ("0123456789abcdef"));
    }
  if (wrote->table == &daybook_cases)
    give_closed (book, edit, "inquiry", "dropped");
  outcome = daybook_store_commit (book->store, edit, &error);
  g_assert_no_error (error);
}

static DaybookId
add_covered (Book *book)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "File", NULL);
  g_autoptr(DaybookOutcome) outcome = NULL;
  DaybookId customer;

  daybook_id_random (&customer);
  daybook_edit_create (edit, &daybook_customers, &customer);
  daybook_edit_give (edit, DAYBOOK_CUSTOMER_NAME, daybook_value_text ("慕***"));
  daybook_edit_give (edit, DAYBOOK_CUSTOMER_FIRST_SEEN, daybook_value_int (BOOK_NOW - 4 * YEAR));
  outcome = daybook_store_commit (book->store, edit, NULL);
  g_assert_nonnull (outcome);
  return customer;
}

static void
test_idle_covered_by_files (Book          *book,
                            gconstpointer  data)
{
  static const Wrote WROTE[] = {
    { &daybook_cases, DAYBOOK_CASE_CUSTOMER, DAYBOOK_CASE_NAME, NAME },
    { &daybook_cases, DAYBOOK_CASE_CUSTOMER, DAYBOOK_CASE_CONTACT, SECRET },
    { &daybook_events, DAYBOOK_EVENT_CUSTOMER, DAYBOOK_EVENT_CONTACT, "13911112222" },
    { &daybook_memberships, DAYBOOK_MEMBERSHIP_CUSTOMER, DAYBOOK_MEMBERSHIP_NAME, NAME },
    { &daybook_memberships, DAYBOOK_MEMBERSHIP_CUSTOMER, DAYBOOK_MEMBERSHIP_PHONE, SECRET },
    { &daybook_memberships, DAYBOOK_MEMBERSHIP_CUSTOMER, DAYBOOK_MEMBERSHIP_EMAIL, "xueqing@example.com" },
    { &daybook_memberships, DAYBOOK_MEMBERSHIP_CUSTOMER, DAYBOOK_MEMBERSHIP_ADDRESS, "杭州市" STREET },
  };

  keep (book, DAYBOOK_KEEP_CUSTOMERS, "3");
  for (gsize i = 0; i < G_N_ELEMENTS (WROTE); i++)
    {
      DaybookId customer = add_covered (book);

      g_test_message ("%s %u", WROTE[i].table->plural, WROTE[i].field);
      g_assert_cmpuint (count_due (book, DAYBOOK_KEEP_CUSTOMERS), ==, 0);
      write_down (book, &customer, &WROTE[i]);
      g_assert_cmpuint (count_due (book, DAYBOOK_KEEP_CUSTOMERS), ==, 1);
      g_assert_true (run (book));
      g_assert_cmpuint (count_due (book, DAYBOOK_KEEP_CUSTOMERS), ==, 0);
      g_assert_false (has_bytes (book, WROTE[i].text));
    }
}

#define NEW_STREET "宁波市月湖街九十九号柳汀公寓"
#define OLD_STREET "绍兴市鲁迅中路一百零一号"

/* What a register asks for is covered with the rest: in force, in the history and among numbers. */
static void
test_idle_own_fields (Book          *book,
                      gconstpointer  data)
{
  DaybookId customer = add_customer (book, 4 * YEAR, "5001");
  const DaybookTable *table = daybook_register_get_table (daybook_reader_register (reader_of (book), "resend"));
  guint address = (guint) daybook_table_field (table, "new_address");
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Case", daybook_store_get_agent (book->store));
  g_autoptr(DaybookOutcome) outcome = NULL;
  g_autoptr(GError) error = NULL;
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, table, &id);
  give_closed (book, edit, "resend", "withdrawn");
  daybook_edit_give (edit, DAYBOOK_CASE_CAUSE, daybook_value_text ("courier"));
  daybook_edit_give (edit, DAYBOOK_CASE_CUSTOMER, daybook_value_id (&customer));
  daybook_edit_give (edit, address, daybook_value_text (OLD_STREET));
  daybook_edit_give (edit, (guint) daybook_table_field (table, "cost_by"), daybook_value_text ("shop"));
  outcome = daybook_store_commit (book->store, edit, &error);
  g_assert_no_error (error);
  book_set (book, table, &id, address, daybook_value_text (NEW_STREET));

  keep (book, DAYBOOK_KEEP_CUSTOMERS, "3");
  g_assert_true (run (book));
  g_assert_false (has_bytes (book, NEW_STREET));
  g_assert_false (has_bytes (book, OLD_STREET));
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM cases"
                                      " WHERE extra ->> '$.new_address' GLOB '*[*][*][*]' AND extra ->> '$.cost_by' = 'shop'"), ==, 1);
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM ops o JOIN cases c ON c.rowid = o.row WHERE o.tbl = 'case' AND o.field = 'extra.new_address'"
                                      " AND o.value = c.extra ->> '$.new_address' AND o.old IS NOT NULL"), ==, 1);
}

#define TEST(path, test) g_test_add (path, Book, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  TEST ("/retained/rows-of-files", test_rows_of_files);
  TEST ("/retained/many-rows", test_many_rows);
  TEST ("/retained/time-said", test_time_said);
  TEST ("/retained/problems", test_problems);
  TEST ("/retained/virtual-numbers", test_virtual_numbers);
  TEST ("/retained/log", test_log);
  TEST ("/retained/idle-customers", test_idle_customers);
  TEST ("/retained/idle-covered-by-files", test_idle_covered_by_files);
  TEST ("/retained/idle-own-fields", test_idle_own_fields);
  TEST ("/retained/who-is-not-idle", test_who_is_not_idle);
  TEST ("/retained/daily", test_daily);
  TEST ("/retained/cancel", test_cancel);

  return g_test_run ();
}
