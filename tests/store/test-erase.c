/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-book.h"

#include "core/article.h"
#include "core/event.h"
#include "core/phrase.h"
#include "core/remembered-day.h"
#include "store/attachments.h"
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

/* --- What is not hers ------------------------------------------------------------------------------ */

static DaybookId
add_phrase (Book       *book,
            const char *title,
            const char *text)
{
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_EDIT);
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_phrases, &id);
  daybook_edit_give (edit, DAYBOOK_PHRASE_TITLE, daybook_value_text (title));
  daybook_edit_give (edit, DAYBOOK_PHRASE_TEXT, daybook_value_text (text));
  case_commit (book, edit);
  return id;
}

/* A nick is a word, too: it goes where it stands for her. */
static void
test_han_nick (Book          *book,
               gconstpointer  data)
{
  const Buyer buyer = { "快乐", "李白", PHONE, STREET, "5001" };
  const Buyer other = { "快乐的小鸟", "李白云", "13700001111", "苏州市平江路一号", "5002" };
  DaybookId order;
  DaybookId hers = add_buyer (book, &buyer, NULL);
  DaybookId theirs = add_buyer (book, &other, &order);
  DaybookId phrase = add_phrase (book, "快乐", "祝您生活快乐！");
  DaybookId task = add_text (book, &daybook_tasks, DAYBOOK_TASK_TITLE, "祝大家周末快乐");
  DaybookId named = add_text (book, &daybook_tasks, DAYBOOK_TASK_TITLE, "快乐");

  book_set (book, &daybook_phrases, &phrase, DAYBOOK_PHRASE_TEXT, daybook_value_text ("快乐"));
  erase_cleanly (book, &hers);
  assert_text (book, &daybook_phrases, &phrase, DAYBOOK_PHRASE_TITLE, "快乐");
  assert_text (book, &daybook_phrases, &phrase, DAYBOOK_PHRASE_TEXT, "快乐");
  assert_text (book, &daybook_tasks, &task, DAYBOOK_TASK_TITLE, "祝大家周末快乐");
  assert_text (book, &daybook_tasks, &named, DAYBOOK_TASK_TITLE, "***");
  assert_text (book, &daybook_customers, &theirs, DAYBOOK_CUSTOMER_NAME, "李白云");
  assert_text (book, &daybook_orders, &order, DAYBOOK_ORDER_BUYER, "快乐的小鸟");
  assert_text (book, &daybook_orders, &order, DAYBOOK_ORDER_RECEIVER, "李白云");
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM ops"
                                      " WHERE tbl = 'phrase' AND field = 'text' AND old = '祝您生活快乐！' AND value = '快乐'"), ==, 1);
}

static void
test_latin_nick (Book          *book,
                 gconstpointer  data)
{
  const Buyer buyer = { "lily12", "李白", PHONE, STREET, "5001" };
  const Buyer other = { "lily123", "欧阳修", "13700001111", "苏州市平江路一号", "5002" };
  DaybookId order;
  DaybookId hers = add_buyer (book, &buyer, NULL);
  DaybookId task = add_text (book, &daybook_tasks, DAYBOOK_TASK_TITLE, "回 lily12：lily123、lily12@example.com 不是 (lily12)");

  add_buyer (book, &other, &order);
  book_run_sql (book, "INSERT INTO source_rows (\"order\", form, digest, raw) SELECT rowid, 7, 42, 'x\x1f' || buyer FROM orders");
  erase_cleanly (book, &hers);
  assert_text (book, &daybook_orders, &order, DAYBOOK_ORDER_BUYER, "lily123");
  assert_text (book, &daybook_tasks, &task, DAYBOOK_TASK_TITLE, "回 ***：lily123、lily12@example.com 不是 (***)");
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM source_rows"), ==, 1);
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM handles WHERE account = 'lily123'"), ==, 1);
}

/* Words by which the book itself knows things. */
static void
test_nick_of_ours (Book          *book,
                   gconstpointer  data)
{
  static const char *const NICKS[] = { "tmall", "refund", "shop", "case", "extra.cost_by" };
  DaybookId refund, resend;
  DaybookId order = book_add_order (book, "900", BOOK_NOW);
  DaybookCaseDraft *draft = case_begin (book, "resend");

  refund = case_make (book, "refund", "somebody else’s");
  case_put (draft, "extra.cost_by", daybook_value_text ("courier"));
  resend = case_save (book, draft);
  case_set (book, &resend, "extra.cost_by", daybook_value_text ("shop"));
  for (gsize i = 0; i < G_N_ELEMENTS (NICKS); i++)
    {
      g_autofree char *number = g_strdup_printf ("500%zu", i);
      const Buyer buyer = { NICKS[i], "李白", PHONE, STREET, number };
      DaybookId hers = add_buyer (book, &buyer, NULL);

      erase_cleanly (book, &hers);
    }
  assert_text (book, &daybook_orders, &order, DAYBOOK_ORDER_PLATFORM, "tmall");
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM orders WHERE platform = 'tmall'"), ==, G_N_ELEMENTS (NICKS) + 1);
  assert_text (book, &daybook_cases, &refund, DAYBOOK_CASE_REGISTER, "refund");
  case_assert_text (book, &resend, "extra.cost_by", "shop");
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM ops"
                                      " WHERE tbl GLOB '*[*]*' OR field GLOB '*[*]*' OR value GLOB '*[*]*' OR old GLOB '*[*]*'"), ==, 0);
}

/* Two accounts of one nick, on two platforms, are two people's. */
static void
test_same_nick (Book          *book,
                gconstpointer  data)
{
  const Buyer other = { "xueqing_murong", "欧阳修", "13700001111", "杭州市听涛路八十八号望江苑二单元", "5002" };
  DaybookId order;
  DaybookId hers = add_buyer (book, &HERS, NULL);

  add_buyer (book, &other, &order);
  erase_cleanly (book, &hers);
  assert_text (book, &daybook_orders, &order, DAYBOOK_ORDER_BUYER, "xueqing_murong");
  assert_text (book, &daybook_orders, &order, DAYBOOK_ORDER_ADDRESS, "杭州市听涛路八十八号望江苑二单元");
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM handles WHERE account = 'xueqing_murong'"), ==, 1);
}

/* A file that brings the other one's phone again means the other one. */
static void
test_shared_phone (Book          *book,
                   gconstpointer  data)
{
  const Buyer other = { "sister_of_hers", "慕容雨薇", PHONE, "苏州市平江路一号", "5002" };
  DaybookId hers = add_buyer (book, &HERS, NULL);
  g_autoptr(GPtrArray) cleared = NULL;

  add_buyer (book, &other, NULL);
  cleared = erase (book, &hers);
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM erasures"), ==, 1);
}

/* A short number is part of long ones. */
static void
test_landline (Book          *book,
               gconstpointer  data)
{
  const Buyer buyer = { "xueqing_murong", NAME, "88776655", STREET, "5001" };
  DaybookId hers = add_buyer (book, &buyer, NULL);
  DaybookId order = book_add_order (book, "3908877665512", BOOK_NOW), same = book_add_order (book, "88776655", BOOK_NOW);
  DaybookId task = add_text (book, &daybook_tasks, DAYBOOK_TASK_TITLE, "打88776655，单号 3908877665512");

  erase_cleanly (book, &hers);
  assert_text (book, &daybook_orders, &order, DAYBOOK_ORDER_NUMBER, "3908877665512");
  assert_text (book, &daybook_orders, &same, DAYBOOK_ORDER_NUMBER, "88776655");
  assert_text (book, &daybook_tasks, &task, DAYBOOK_TASK_TITLE, "打***，单号 3908877665512");
}

/* ... and an e-mail part of others; a whole number has its country's code before it. */
static void
test_borders (Book          *book,
              gconstpointer  data)
{
  DaybookId hers = add_buyer (book, &HERS, NULL);
  DaybookId task = add_text (book, &daybook_tasks, DAYBOOK_TASK_TITLE,
                             "邮箱-ann@example.com, joann@example.com, my.ann@example.com；+86" PHONE "，0086" PHONE "，1" PHONE "9");
  DaybookCaseDraft *draft = case_begin (book, "resend");
  g_autoptr(GPtrArray) cleared = NULL;

  case_put (draft, "customer", daybook_value_id (&hers));
  case_put (draft, "contact", daybook_value_text ("ann@example.com"));
  case_save (book, draft);
  cleared = erase (book, &hers);
  assert_text (book, &daybook_tasks, &task, DAYBOOK_TASK_TITLE,
               "邮箱-***, joann@example.com, my.ann@example.com；+86***，0086***，1" PHONE "9");
}

/* A file is there once, whoever tells of it. */
static void
test_picture_of_an_article (Book          *book,
                            gconstpointer  data)
{
  static const char CONTENT[] = "a picture";
  g_autoptr(GBytes) bytes = g_bytes_new_static (CONTENT, sizeof CONTENT);
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  DaybookId hers = add_buyer (book, &HERS, NULL), of;
  DaybookCaseDraft *draft = case_begin (book, "resend");
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_EDIT);
  DaybookId article, picture;

  case_put (draft, "customer", daybook_value_id (&hers));
  of = case_save (book, draft);
  g_assert_true (daybook_attachments_keep (book->folder, hash, bytes, NULL));
  case_add_photo (edit, &of, hash);
  daybook_id_random (&article);
  daybook_id_random (&picture);
  daybook_edit_create (edit, &daybook_articles, &article);
  daybook_edit_give (edit, DAYBOOK_ARTICLE_TITLE, daybook_value_text ("How it is packed"));
  daybook_edit_create (edit, &daybook_pictures, &picture);
  daybook_edit_give (edit, DAYBOOK_PICTURE_ARTICLE, daybook_value_id (&article));
  daybook_edit_give (edit, DAYBOOK_PICTURE_HASH, daybook_value_text (hash));
  case_commit (book, edit);
  g_assert_true (daybook_attachments_settle (book->folder, hash, NULL));

  erase_cleanly (book, &hers);
  g_assert_true (daybook_attachments_has (book->folder, hash));
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM attachments"), ==, 0);
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
  TEST ("/erase/han-nick", test_han_nick);
  TEST ("/erase/latin-nick", test_latin_nick);
  TEST ("/erase/nick-of-ours", test_nick_of_ours);
  TEST ("/erase/same-nick", test_same_nick);
  TEST ("/erase/shared-phone", test_shared_phone);
  TEST ("/erase/landline", test_landline);
  TEST ("/erase/borders", test_borders);
  TEST ("/erase/picture-of-an-article", test_picture_of_an_article);
  return g_test_run ();
}
