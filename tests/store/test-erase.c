/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-book.h"

#include "core/event.h"
#include "core/remembered-day.h"
#include "store/backup.h"
#include "store/erase.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* One person is erased: all that is hers is gone, from the book and from its backups, and nothing of anybody else's. */

#define NAME "慕容雪晴"
#define PHONE "13987651234"
#define STREET "杭州市听涛路八十八号望江苑"

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

/* --- A shop ------------------------------------------------------------------------- */

typedef struct
{
  const char *nick;
  const char *name;
  const char *phone;
  const char *address;
  const char *number; /* of the order */
} Buyer;

static const Buyer HERS = { "xueqing_murong", NAME, PHONE, STREET, "5001" };

static void
give_buyer (DaybookEdit *edit,
            const Buyer *buyer)
{
  daybook_edit_give (edit, DAYBOOK_ORDER_BUYER, daybook_value_text (buyer->nick));
  daybook_edit_give (edit, DAYBOOK_ORDER_RECEIVER, daybook_value_text (buyer->name));
  daybook_edit_give (edit, DAYBOOK_ORDER_PHONE, daybook_value_text (buyer->phone));
  daybook_edit_give (edit, DAYBOOK_ORDER_ADDRESS, daybook_value_text (buyer->address));
}

/* As a file brings them: a customer with an account and an order. */
static DaybookId
add_buyer (Book        *book,
           const Buyer *buyer,
           DaybookId   *order)
{
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_IMPORT);
  DaybookId customer, handle, id;

  daybook_id_random (&customer);
  daybook_id_random (&handle);
  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_customers, &customer);
  daybook_edit_give (edit, DAYBOOK_CUSTOMER_NAME, daybook_value_text (buyer->name));
  daybook_edit_create (edit, &daybook_handles, &handle);
  daybook_edit_give (edit, DAYBOOK_HANDLE_CUSTOMER, daybook_value_id (&customer));
  daybook_edit_give (edit, DAYBOOK_HANDLE_PLATFORM, daybook_value_text ("tmall"));
  daybook_edit_give (edit, DAYBOOK_HANDLE_ACCOUNT, daybook_value_text (buyer->nick));
  daybook_edit_create (edit, &daybook_orders, &id);
  daybook_edit_give (edit, DAYBOOK_ORDER_SHOP, daybook_value_id (daybook_store_get_shop (book->store)));
  daybook_edit_give (edit, DAYBOOK_ORDER_PLATFORM, daybook_value_text ("tmall"));
  daybook_edit_give (edit, DAYBOOK_ORDER_NUMBER, daybook_value_text (buyer->number));
  daybook_edit_give (edit, DAYBOOK_ORDER_CREATED, daybook_value_int (BOOK_NOW));
  daybook_edit_give (edit, DAYBOOK_ORDER_CURRENCY, daybook_value_text ("CNY"));
  daybook_edit_give (edit, DAYBOOK_ORDER_CUSTOMER, daybook_value_id (&customer));
  give_buyer (edit, buyer);
  case_commit (book, edit);
  if (order != NULL)
    *order = id;
  return customer;
}

static DaybookId
add_text (Book               *book,
          const DaybookTable *table,
          guint               field,
          const char         *text)
{
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_EDIT);
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, table, &id);
  daybook_edit_give (edit, field, daybook_value_text (text));
  case_commit (book, edit);
  return id;
}

/* --- Erasing, and looking ------------------------------------------------------------- */

/* (element-type DaybookCheck) (transfer full) */
static GPtrArray *
erase (Book            *book,
       const DaybookId *customer)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *cleared = daybook_store_erase (book->store, customer, NULL, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return cleared;
}

static void
erase_cleanly (Book            *book,
               const DaybookId *customer)
{
  g_autoptr(GPtrArray) cleared = erase (book, customer);

  for (guint i = 0; i < cleared->len; i++)
    g_assert_cmpstr (((const DaybookCheck *) g_ptr_array_index (cleared, i))->fault, ==, NULL);
}

static guint
count_faults (GPtrArray  *cleared,
              const char *said)
{
  guint n = 0;

  for (guint i = 0; i < cleared->len; i++)
    {
      const DaybookCheck *check = g_ptr_array_index (cleared, i);

      n += check->fault != NULL && (strstr (check->what, said) != NULL || strstr (check->fault, said) != NULL);
    }
  return n;
}

static gboolean
has_bytes (const char *folder,
           const char *text)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *content = NULL;
      gsize length;

      if (g_file_test (path, G_FILE_TEST_IS_DIR) ? has_bytes (path, text)
          : g_file_get_contents (path, &content, &length, NULL) && memmem (content, length, text, strlen (text)) != NULL)
        return TRUE;
    }

  return FALSE;
}

static char *
job_path (Book *book)
{
  return g_build_filename (book->folder, "daybook.erasing", NULL);
}

static gboolean
has_job (Book *book)
{
  g_autofree char *path = job_path (book);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
back_up (Book *book)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = daybook_backup_make (book->store, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
}

static void
assert_text (Book               *book,
             const DaybookTable *table,
             const DaybookId    *id,
             guint               field,
             const char         *text)
{
  g_autoptr(DaybookRow) row = book_row (book, table, id);

  g_assert_cmpstr (daybook_row_text (row, field), ==, text);
}

/* --- The job ---------------------------------------------------------------------------- */

/* What cannot be read cannot be cleared: that is said, and tried again until it is gone. */
static void
test_broken_backup (Book          *book,
                    gconstpointer  data)
{
  DaybookId hers = add_buyer (book, &HERS, NULL);
  g_autofree char *folder = g_build_filename (book->folder, "backups", NULL);
  g_autofree char *broken = g_build_filename (folder, "daybook-2025-11-01T080000.db", NULL);
  g_autoptr(GPtrArray) cleared = NULL;

  back_up (book);
  g_assert_true (g_file_set_contents (broken, "no database, but " PHONE, -1, NULL));
  cleared = erase (book, &hers);
  g_assert_cmpuint (count_faults (cleared, "Backup daybook-2025-11-01T080000.db"), ==, 1);
  g_assert_cmpuint (count_faults (cleared, "daybook.erasing"), ==, 1);
  g_assert_true (has_job (book));

  book_reopen (book);
  g_assert_true (has_job (book));
  g_assert_cmpint (g_unlink (broken), ==, 0);
  book_reopen (book);
  g_assert_false (has_job (book));
  g_assert_false (has_bytes (book->folder, PHONE));
}

/* Refused is refused: the next start does not do it after all. */
static void
test_busy (Book          *book,
           gconstpointer  data)
{
  DaybookId hers = add_buyer (book, &HERS, NULL);
  g_autofree char *path = g_build_filename (book->folder, "daybook.lock", NULL);
  int other = g_open (path, O_RDWR | O_CLOEXEC, 0600);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (flock (other, LOCK_EX | LOCK_NB), ==, 0);
  g_assert_null (daybook_store_erase (book->store, &hers, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_BUSY);
  close (other);
  g_assert_false (has_job (book));
  book_reopen (book);
  assert_text (book, &daybook_customers, &hers, DAYBOOK_CUSTOMER_NAME, NAME);
}

/* --- What is due --------------------------------------------------------------------------- */

static void
add_day (Book            *book,
         const DaybookId *customer)
{
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_EDIT);
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_remembered_days, &id);
  daybook_edit_give (edit, DAYBOOK_REMEMBERED_CUSTOMER, daybook_value_id (customer));
  daybook_edit_give (edit, DAYBOOK_REMEMBERED_MONTH, daybook_value_int (11));
  daybook_edit_give (edit, DAYBOOK_REMEMBERED_DAY, daybook_value_int (24));
  case_commit (book, edit);
}

/* Of who is gone nothing is due, nor is it of whoever gets the free key. */
static void
test_due_items (Book          *book,
                gconstpointer  data)
{
  DaybookId hers = add_buyer (book, &HERS, NULL);

  add_day (book, &hers);
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM due_items WHERE kind = 'remembered_day'"), >, 0);
  book_run_sql (book, "INSERT INTO due_items (kind, row, rule, cycle, due, warn, shows, began, within, hours, paused, waits, generation)"
                      " SELECT 'customer', rowid, 'care', 0, 1, 1, 0, 0, 0, 0, 0, 0, 0 FROM customers");
  book_run_sql (book, "INSERT INTO reminders (kind, row, rule, cycle, due, shows, told, told_at, seen, missed_at)"
                      " SELECT kind, row, rule, cycle, due, 0, 1, 1, 0, 1 FROM due_items WHERE kind IN ('customer', 'remembered_day')");
  back_up (book);
  erase_cleanly (book, &hers);
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM due_items WHERE kind IN ('customer', 'remembered_day')"), ==, 0);
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM reminders WHERE kind IN ('customer', 'remembered_day')"), ==, 0);
}

/* --- Registers' own fields -------------------------------------------------------------------- */

#define NEW_STREET "宁波市月湖街九十九号柳汀公寓"
#define OLD_STREET "绍兴市鲁迅中路一百零一号"
#define ALIPAY "6222020011112233445"
#define CALLED "13655554444"
#define WROTE "13744443333"

static DaybookId
add_resend (Book            *book,
            const DaybookId *customer)
{
  DaybookCaseDraft *draft = case_begin (book, "resend");

  case_put (draft, "customer", daybook_value_id (customer));
  case_put (draft, "contact", daybook_value_text (WROTE));
  case_put (draft, "extra.new_address", daybook_value_text (OLD_STREET));
  case_put (draft, "extra.cost_by", daybook_value_text ("shop"));
  return case_save (book, draft);
}

static void
add_call (Book            *book,
          const DaybookId *of)
{
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_EDIT);
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_events, &id);
  daybook_edit_give (edit, DAYBOOK_EVENT_CASE, daybook_value_id (of));
  daybook_edit_give (edit, DAYBOOK_EVENT_AT, daybook_value_int (BOOK_NOW));
  daybook_edit_give (edit, DAYBOOK_EVENT_CONTACT, daybook_value_text (CALLED));
  case_commit (book, edit);
}

/* They say where she lives and what account she has; what they say of the case stays. */
static void
test_own_fields (Book          *book,
                 gconstpointer  data)
{
  static const char *const HERS_TOO[] = { NEW_STREET, OLD_STREET, ALIPAY, CALLED, WROTE };
  DaybookId hers = add_buyer (book, &HERS, NULL);
  DaybookId resend = add_resend (book, &hers);
  DaybookCaseDraft *draft = case_begin (book, "refund");
  DaybookId task;

  case_set (book, &resend, "extra.new_address", daybook_value_text (NEW_STREET));
  case_put (draft, "customer", daybook_value_id (&hers));
  case_put (draft, "extra.pay_to", daybook_value_text (ALIPAY));
  case_save (book, draft);
  add_call (book, &resend);
  task = add_text (book, &daybook_tasks, DAYBOOK_TASK_TITLE, "寄到" NEW_STREET "，付到 " ALIPAY "，打 " CALLED " 或 " WROTE);
  back_up (book);
  for (gsize i = 0; i < G_N_ELEMENTS (HERS_TOO); i++)
    g_assert_true (has_bytes (book->folder, HERS_TOO[i]));

  erase_cleanly (book, &hers);
  for (gsize i = 0; i < G_N_ELEMENTS (HERS_TOO); i++)
    {
      g_test_message ("%s", HERS_TOO[i]);
      g_assert_false (has_bytes (book->folder, HERS_TOO[i]));
    }
  case_assert_text (book, &resend, "extra.cost_by", "shop");
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM case_parcels"), ==, 0);
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM cases WHERE register = 'refund' AND extra = '{}'"), ==, 1);
  assert_text (book, &daybook_tasks, &task, DAYBOOK_TASK_TITLE, "寄到***，付到 ***，打 *** 或 ***");
}

#define TEST(path, test) g_test_add (path, Book, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/erase/broken-backup", test_broken_backup);
  TEST ("/erase/busy", test_busy);
  TEST ("/erase/due-items", test_due_items);
  TEST ("/erase/own-fields", test_own_fields);
  return g_test_run ();
}
