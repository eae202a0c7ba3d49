/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-book.h"
#include "two-laptops.h"

#include "core/attachment.h"
#include "store/attachments.h"
#include "store/backup.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <utime.h>

/* What files of cases hold, beside the book: there once, there for good, and said when it is not. */

#define TWO_DAYS (2 * 24 * 60 * 60)

typedef struct
{
  Book      book;
  DaybookId id; /* of a case */
} Fixture;

static void
set_up (Fixture *fixture)
{
  book_open (&fixture->book);
  case_adopt (&fixture->book, case_keys_register);
  fixture->id = case_make (&fixture->book, "keys", "a broken lid");
}

static void
tear_down (Fixture *fixture)
{
  book_close (&fixture->book);
}

static char *
hash_of (const char *content)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, content, -1);
}

static char *
path_of (Book       *book,
         const char *hash)
{
  g_autofree char *part = g_strndup (hash, 2);

  return g_build_filename (book->folder, "attachments", part, hash, NULL);
}

static char *
path_of_new (Book       *book,
             const char *hash)
{
  return g_build_filename (book->folder, "attachments", "new", hash, NULL);
}

/* Lays it beside the book; returns its hash. */
static char *
keep (Book       *book,
      const char *content)
{
  g_autoptr(GBytes) bytes = g_bytes_new (content, strlen (content));
  g_autoptr(GError) error = NULL;
  char *hash = hash_of (content);

  daybook_attachments_keep (book->folder, hash, bytes, &error);
  g_assert_no_error (error);
  return hash;
}

/* ... and tells the case of it; returns the act. */
static DaybookId
attach (Book            *book,
        const DaybookId *of,
        const char      *content)
{
  g_autofree char *hash = keep (book, content);
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_EDIT);
  const DaybookAttachment attachment = {
    .hash = hash, .name = "lid.jpg", .media = "image/jpeg", .size = (gint64) strlen (content), .width = 4, .height = 3,
  };

  daybook_attachment_add (edit, of, &attachment, daybook_store_get_agent (book->store), BOOK_NOW);
  return case_commit (book, edit);
}

static void
assert_holds (Book       *book,
              const char *content)
{
  g_autofree char *hash = hash_of (content);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = daybook_attachments_read (book->folder, hash, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), content, strlen (content));
}

static void
assert_not_read (Book        *book,
                 const char  *hash,
                 DaybookError code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (daybook_attachments_read (book->folder, hash, &error));
  g_assert_error (error, DAYBOOK_ERROR, (int) code);
}

static guint
count_photos (Book            *book,
              const DaybookId *of)
{
  return (guint) daybook_reader_count_parts (daybook_store_get_reader (book->store), &daybook_attachments,
                                             DAYBOOK_ATTACHMENT_CASE, of, 0, NULL);
}

/* What verifying says of the photos; NULL: all are there. */
static char *
verify (Book *book)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) checks = daybook_store_verify (book->store, NULL, &error);
  const DaybookCheck *last;

  g_assert_no_error (error);
  last = g_ptr_array_index (checks, checks->len - 1);
  g_assert_cmpstr (last->what, ==, "Every photo is there, and unchanged");
  return g_strdup (last->fault);
}

static void
assert_sound (Book *book)
{
  g_autofree char *fault = verify (book);

  g_assert_cmpstr (fault, ==, NULL);
}

static void
backup_of_day (Book *book)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (daybook_backup_make_daily (book->store, &error));
  g_assert_no_error (error);
}

static char *
backup_to (Book       *book,
           const char *name,
           const char *passphrase)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = name != NULL ? g_build_filename (book->folder, name, NULL) : NULL;
  char *made = daybook_backup_make (book->store, path, passphrase, NULL, &error);

  g_assert_no_error (error);
  return made;
}

static void
restore (Book       *book,
         const char *file,
         const char *passphrase)
{
  g_autoptr(GError) error = NULL;

  daybook_backup_restore (book->store, file, passphrase, NULL, &error);
  g_assert_no_error (error);
}

/* --- Content -------------------------------------------------------------------- */

static void
test_the_same_content_is_there_once (void)
{
  Fixture fixture;
  GStatBuf first, second;
  set_up (&fixture);
  g_autofree char *hash = hash_of ("a lid");
  g_autofree char *path = path_of (&fixture.book, hash);
  DaybookId other = case_make (&fixture.book, "keys", "another");

  attach (&fixture.book, &fixture.id, "a lid");
  backup_of_day (&fixture.book);
  g_assert_cmpint (g_stat (path, &first), ==, 0);
  attach (&fixture.book, &other, "a lid");
  assert_holds (&fixture.book, "a lid");
  g_assert_cmpint (g_stat (path, &second), ==, 0);
  g_assert_cmpuint (first.st_ino, ==, second.st_ino);
  g_autofree char *waiting = path_of_new (&fixture.book, hash);
  g_assert_false (g_file_test (waiting, G_FILE_TEST_EXISTS));
  tear_down (&fixture);
}

static void
test_nobody_else_reads_it (void)
{
  Fixture fixture;
  GStatBuf info;
  set_up (&fixture);
  g_autofree char *hash = keep (&fixture.book, "a lid");
  g_autofree char *file = path_of_new (&fixture.book, hash);
  g_autofree char *folder = g_build_filename (fixture.book.folder, "attachments", NULL);

  g_assert_cmpint (g_stat (file, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0700);
  tear_down (&fixture);
}

/* The hash comes from the book, and that may come from anywhere. */
static void
test_nothing_but_a_hash_is_a_name (void)
{
  static const char *const NAMES[] = { "", "aa", "../secret", "../../../../../../../../../../../../../../../../etc/passwd0000" };
  Fixture fixture;
  set_up (&fixture);
  g_autoptr(GBytes) content = g_bytes_new ("x", 1);
  g_autofree char *other = hash_of ("x");
  g_autofree char *waiting = keep (&fixture.book, "y");
  g_autofree char *secret = g_build_filename (fixture.book.folder, "attachments", "secret", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (secret, "of nobody's business", -1, NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      assert_not_read (&fixture.book, NAMES[i], DAYBOOK_ERROR_NOT_FOUND);
      g_assert_false (daybook_attachments_keep (fixture.book.folder, NAMES[i], content, &error));
      g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
      g_clear_error (&error);
    }
  other[0] = other[0] == '0' ? '1' : '0';
  g_assert_false (daybook_attachments_keep (fixture.book.folder, other, content, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
  tear_down (&fixture);
}

static void
test_what_is_damaged_is_replaced (void)
{
  Fixture fixture;
  set_up (&fixture);
  g_autofree char *hash = hash_of ("a lid");
  g_autofree char *path = path_of (&fixture.book, hash);

  attach (&fixture.book, &fixture.id, "a lid");
  backup_of_day (&fixture.book);
  g_assert_true (g_file_set_contents (path, "another lid", -1, NULL));
  assert_not_read (&fixture.book, hash, DAYBOOK_ERROR_CORRUPT);
  g_free (keep (&fixture.book, "a lid"));
  assert_holds (&fixture.book, "a lid");
  g_unlink (path);
  assert_not_read (&fixture.book, hash, DAYBOOK_ERROR_NOT_FOUND);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  assert_not_read (&fixture.book, hash, DAYBOOK_ERROR_NOT_FOUND);
  g_rmdir (path);
  tear_down (&fixture);
}

/* --- What stays, and what is swept ------------------------------------------------ */

static void
make_old (const char *path)
{
  const struct utimbuf old = { g_get_real_time () / G_USEC_PER_SEC - TWO_DAYS, g_get_real_time () / G_USEC_PER_SEC - TWO_DAYS };

  g_assert_cmpint (utime (path, &old), ==, 0);
}

static void
test_only_what_no_act_told_of_is_swept (void)
{
  Fixture fixture;
  set_up (&fixture);
  g_autofree char *told = hash_of ("told of");
  g_autofree char *forgotten = keep (&fixture.book, "forgotten");
  g_autofree char *waiting = keep (&fixture.book, "waiting");
  g_autofree char *told_path = path_of_new (&fixture.book, told);
  g_autofree char *forgotten_path = path_of_new (&fixture.book, forgotten);
  g_autofree char *waiting_path = path_of_new (&fixture.book, waiting);

  attach (&fixture.book, &fixture.id, "told of");
  g_autoptr(DaybookOutcome) undone = case_undo (&fixture.book, NULL);
  make_old (told_path);
  make_old (forgotten_path);
  backup_of_day (&fixture.book);
  assert_holds (&fixture.book, "told of");
  assert_holds (&fixture.book, "waiting");
  g_assert_false (g_file_test (forgotten_path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (waiting_path, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (told_path, G_FILE_TEST_EXISTS));
  tear_down (&fixture);
}

static void
test_undo_takes_it_away_and_brings_it_back (void)
{
  Fixture fixture;
  set_up (&fixture);

  attach (&fixture.book, &fixture.id, "a lid");
  g_assert_cmpuint (count_photos (&fixture.book, &fixture.id), ==, 1);
  g_autoptr(DaybookOutcome) undone = case_undo (&fixture.book, NULL);
  g_assert_cmpuint (count_photos (&fixture.book, &fixture.id), ==, 0);
  backup_of_day (&fixture.book);
  g_autoptr(DaybookOutcome) redone = case_redo (&fixture.book);
  g_assert_cmpuint (count_photos (&fixture.book, &fixture.id), ==, 1);
  assert_holds (&fixture.book, "a lid");
  assert_sound (&fixture.book);
  tear_down (&fixture);
}

static void
test_it_goes_with_its_case_into_the_trash (void)
{
  Fixture fixture;
  set_up (&fixture);
  attach (&fixture.book, &fixture.id, "a lid");
  g_autoptr(DaybookEdit) away = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);
  g_autoptr(DaybookEdit) back = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);

  daybook_edit_delete (away, &daybook_cases, &fixture.id);
  case_commit (&fixture.book, away);
  g_assert_cmpuint (book_count (&fixture.book, &daybook_attachments, ""), ==, 0);
  backup_of_day (&fixture.book);
  daybook_edit_restore (back, &daybook_cases, &fixture.id);
  case_commit (&fixture.book, back);
  g_assert_cmpuint (book_count (&fixture.book, &daybook_attachments, ""), ==, 1);
  assert_holds (&fixture.book, "a lid");
  tear_down (&fixture);
}

/* --- Verifying --------------------------------------------------------------------- */

static void
test_verifying_names_what_is_not_there (void)
{
  Fixture fixture;
  set_up (&fixture);
  g_autofree char *hash = hash_of ("a lid");
  g_autofree char *path = path_of (&fixture.book, hash);

  attach (&fixture.book, &fixture.id, "a lid");
  attach (&fixture.book, &fixture.id, "a box");
  assert_sound (&fixture.book);
  backup_of_day (&fixture.book);
  g_assert_true (g_file_set_contents (path, "a lie", -1, NULL));
  g_autofree char *changed = verify (&fixture.book);
  g_assert_cmpstr (changed, ==,
                   "1 photo is missing or was changed: lid.jpg (K-A1001). Add it again, or restore a backup that has it.");
  g_unlink (path);
  g_autofree char *missing = verify (&fixture.book);
  g_assert_cmpstr (missing, ==, changed);
  tear_down (&fixture);
}

/* --- Backups ------------------------------------------------------------------------ */

static void
come_back_elsewhere (const char *passphrase)
{
  Fixture fixture;
  Book other;
  set_up (&fixture);
  book_open (&other);
  attach (&fixture.book, &fixture.id, "a lid");
  attach (&fixture.book, &fixture.id, "a box");
  g_autofree char *made = backup_to (&fixture.book, "whole.db", passphrase);
  g_autofree char *far = g_build_filename (other.folder, "from-a-stick.db", NULL);

  /* Alone on another machine: what it was made of is gone. */
  g_assert_cmpint (g_rename (made, far), ==, 0);
  tear_down (&fixture);
  restore (&other, far, passphrase);
  g_assert_cmpuint (count_photos (&other, &fixture.id), ==, 2);
  assert_holds (&other, "a lid");
  assert_holds (&other, "a box");
  assert_sound (&other);
  g_assert_cmpint (book_number (&other, "SELECT count (*) FROM sqlite_schema WHERE name LIKE '%packed%'"), ==, 0);
  book_reopen (&other);
  assert_sound (&other);
  book_close (&other);
}

static void
test_a_backup_by_hand_has_them_within (void)
{
  come_back_elsewhere (NULL);
}

static void
test_so_has_an_encrypted_one (void)
{
  come_back_elsewhere ("correct horse");
}

static void
test_the_days_backup_shares_them (void)
{
  Fixture fixture;
  gint64 when;
  set_up (&fixture);

  attach (&fixture.book, &fixture.id, "a lid");
  g_autofree char *before = backup_to (&fixture.book, "before.db", NULL);
  DaybookId late = case_make (&fixture.book, "keys", "late");
  attach (&fixture.book, &late, "too late");
  backup_of_day (&fixture.book);
  g_autofree char *newest = daybook_backup_newest (fixture.book.folder, &when);

  /* The book forgets the later one; the day's backup does not. */
  restore (&fixture.book, before, NULL);
  daybook_store_fix_now (fixture.book.store, BOOK_NOW + 3 * TWO_DAYS);
  backup_of_day (&fixture.book);
  restore (&fixture.book, newest, NULL);
  g_assert_cmpuint (count_photos (&fixture.book, &late), ==, 1);
  assert_holds (&fixture.book, "too late");
  assert_sound (&fixture.book);
  tear_down (&fixture);
}

static void
test_another_books_folder_gives_them (void)
{
  Fixture fixture;
  Book other;
  gint64 when;
  set_up (&fixture);
  book_open (&other);

  attach (&fixture.book, &fixture.id, "a lid");
  backup_of_day (&fixture.book);
  g_autofree char *day = daybook_backup_newest (fixture.book.folder, &when);
  restore (&other, day, NULL);
  assert_holds (&other, "a lid");
  assert_sound (&other);
  book_close (&other);
  tear_down (&fixture);
}

/* What is missing cannot be saved, but all else is. */
static void
test_a_backup_is_made_without_what_is_missing (void)
{
  Fixture fixture;
  set_up (&fixture);
  g_autofree char *hash = hash_of ("a lid");
  g_autofree char *path = path_of_new (&fixture.book, hash);

  attach (&fixture.book, &fixture.id, "a lid");
  attach (&fixture.book, &fixture.id, "a box");
  g_unlink (path);
  g_autofree char *made = backup_to (&fixture.book, "whole.db", NULL);
  restore (&fixture.book, made, NULL);
  assert_holds (&fixture.book, "a box");
  assert_not_read (&fixture.book, hash, DAYBOOK_ERROR_NOT_FOUND);
  tear_down (&fixture);
}

static void
test_a_backup_that_was_changed_within_is_refused (void)
{
  Fixture fixture;
  g_autoptr(GError) error = NULL;
  g_autofree char *content = NULL;
  gsize length;
  set_up (&fixture);

  attach (&fixture.book, &fixture.id, "a lid that is broken");
  g_autofree char *made = backup_to (&fixture.book, "whole.db", NULL);
  g_assert_true (g_file_get_contents (made, &content, &length, NULL));
  char *place = memmem (content, length, "a lid that is broken", 20);
  g_assert_nonnull (place);
  place[0] = 'A';
  g_assert_true (g_file_set_contents (made, content, (gssize) length, NULL));
  g_assert_false (daybook_backup_restore (fixture.book.store, made, NULL, NULL, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  assert_holds (&fixture.book, "a lid that is broken");
  tear_down (&fixture);
}

/* --- Two laptops -------------------------------------------------------------------- */

static void
test_the_other_laptop_knows_what_it_lacks (void)
{
  Shop shop;
  shop_open (&shop);
  case_adopt (&shop.a, case_keys_register);
  DaybookId id = case_make (&shop.a, "keys", "a broken lid");

  attach (&shop.a, &id, "a lid");
  shop_publish (&shop, &shop.a, 'a');
  shop_deliver (&shop);
  g_assert_cmpuint (count_photos (&shop.b, &id), ==, 1);
  assert_sound (&shop.a);
  g_autofree char *fault = verify (&shop.b);
  g_assert_nonnull (strstr (fault, "lid.jpg (K-A1001)"));
  g_free (keep (&shop.b, "a lid"));
  assert_sound (&shop.b);
  shop_close (&shop);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/attachments/the-same-content-is-there-once", test_the_same_content_is_there_once);
  g_test_add_func ("/attachments/nobody-else-reads-it", test_nobody_else_reads_it);
  g_test_add_func ("/attachments/nothing-but-a-hash-is-a-name", test_nothing_but_a_hash_is_a_name);
  g_test_add_func ("/attachments/what-is-damaged-is-replaced", test_what_is_damaged_is_replaced);
  g_test_add_func ("/attachments/only-what-no-act-told-of-is-swept", test_only_what_no_act_told_of_is_swept);
  g_test_add_func ("/attachments/undo-takes-it-away-and-brings-it-back", test_undo_takes_it_away_and_brings_it_back);
  g_test_add_func ("/attachments/it-goes-with-its-case-into-the-trash", test_it_goes_with_its_case_into_the_trash);
  g_test_add_func ("/attachments/verifying-names-what-is-not-there", test_verifying_names_what_is_not_there);
  g_test_add_func ("/attachments/a-backup-by-hand-has-them-within", test_a_backup_by_hand_has_them_within);
  g_test_add_func ("/attachments/so-has-an-encrypted-one", test_so_has_an_encrypted_one);
  g_test_add_func ("/attachments/the-days-backup-shares-them", test_the_days_backup_shares_them);
  g_test_add_func ("/attachments/another-books-folder-gives-them", test_another_books_folder_gives_them);
  g_test_add_func ("/attachments/a-backup-is-made-without-what-is-missing", test_a_backup_is_made_without_what_is_missing);
  g_test_add_func ("/attachments/a-backup-that-was-changed-within-is-refused", test_a_backup_that_was_changed_within_is_refused);
  g_test_add_func ("/attachments/the-other-laptop-knows-what-it-lacks", test_the_other_laptop_knows_what_it_lacks);

  return g_test_run ();
}
