/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/backup.h"

#include "store/attachment-book.h"
#include "store/backup-check.h"
#include "store/backup-file.h"
#include "store/backup-keep.h"
#include "store/backup-private.h"
#include "store/scratch.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* One read transaction, so that the copy and the counts are of one moment. */
static gboolean
copy_book (DaybookStore  *store,
           const char    *to,
           char         **counts,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr(DaybookDatabase) db = daybook_database_open (daybook_store_get_path (store), DAYBOOK_DATABASE_READ, 1000, error);

  /* VACUUM INTO counts as writing, though it writes elsewhere. */
  if (db == NULL || !daybook_database_run (db, "PRAGMA query_only = 0", error))
    return FALSE;

  daybook_database_set_cancellable (db, cancellable);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, "VACUUM INTO :file", error);
  if (statement == NULL)
    return FALSE;

  daybook_bind_text (statement, ":file", to);
  gint64 before = daybook_database_number (db, "PRAGMA data_version", 0, NULL);
  if (!daybook_statement_run (statement, error) || (*counts = daybook_backup_count_rows (db, error)) == NULL)
    return FALSE;

  /* Somebody wrote in between: the counts are of another moment. The copy is
   * whole by itself; its check stands without them. */
  if (daybook_database_number (db, "PRAGMA data_version", 0, NULL) != before)
    g_clear_pointer (counts, g_free);
  /* Whatever the copy tells of stays from now on, whatever becomes of the book. */
  return daybook_attachment_book_settle (db, daybook_store_get_folder (store), error);
}

static gboolean
pack_files (DaybookStore  *store,
            const char    *copy,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(DaybookDatabase) db = daybook_database_open (copy, DAYBOOK_DATABASE_SCRATCH, 0, error);

  return db != NULL && daybook_attachment_book_pack (db, daybook_store_get_folder (store), cancellable, error);
}

static gboolean
put_in_place (DaybookScratch  *plain,
              const char      *path,
              const char      *passphrase,
              GCancellable    *cancellable,
              GError         **error)
{
  if (passphrase == NULL)
    return daybook_scratch_place (plain, path, error);

  g_autofree char *name = g_strconcat (path, ".sealed", NULL);
  g_autoptr(DaybookScratch) sealed = daybook_scratch_new (name, error);
  return sealed != NULL
         && daybook_file_encrypt (plain->path, sealed->path, passphrase, cancellable, error)
         && daybook_scratch_place (sealed, path, error);
}

char *
daybook_backup_make_at (DaybookStore       *store,
                        const char         *path,
                        DaybookBackupFiles  files,
                        const char         *passphrase,
                        GCancellable       *cancellable,
                        GError            **error)
{
  g_autofree char *counts = NULL;
  g_autoptr(DaybookScratch) plain = daybook_scratch_new (path, error);
  if (plain == NULL
      || !copy_book (store, plain->path, &counts, cancellable, error)
      || (files == DAYBOOK_BACKUP_FILES_WITHIN && !pack_files (store, plain->path, cancellable, error))
      || !daybook_backup_check_copy (plain->path, counts, error)
      || !put_in_place (plain, path, passphrase, cancellable, error))
    return NULL;

  return g_strdup (path);
}

/* What the book keeps in its folder begins so. */
static gboolean
is_own_name (const char *name)
{
  static const char *const OWN[] = { "daybook.", "search.", "staging-" };

  for (gsize i = 0; i < G_N_ELEMENTS (OWN); i++)
    if (g_str_has_prefix (name, OWN[i]))
      return TRUE;

  return FALSE;
}

/* A copy under the name of a file of the book would take its place, and one under that
 * of a device the device's. */
static gboolean
check_place (DaybookStore  *store,
             const char    *path,
             GError       **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  GStatBuf there, own;

  if (is_own_name (name)
      && g_stat (folder, &there) == 0 && g_stat (daybook_store_get_folder (store), &own) == 0
      && there.st_dev == own.st_dev && there.st_ino == own.st_ino)
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
                   _("“%s” is a name that the book itself uses in this folder. Choose another one for the backup."), name);
      return FALSE;
    }
  if (g_lstat (path, &there) != 0 || (S_ISREG (there.st_mode) && daybook_backup_is_one (path)))
    return TRUE;

  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
               _("“%s” is there already and is no backup. Choose another name."), name);
  return FALSE;
}

/* The folder's own name is in the sentence: it is what the person mistyped. */
static gboolean
check_folder (const char  *path,
              GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_access (folder, W_OK | X_OK) == 0)
    return TRUE;

  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED, _("The folder “%s” cannot be used: %s."), folder, g_strerror (errno));
  return FALSE;
}

char *
daybook_backup_make (DaybookStore  *store,
                     const char    *file,
                     const char    *passphrase,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autofree char *path = file != NULL ? g_canonicalize_filename (file, NULL)
    : daybook_backup_keep_path (store, DAYBOOK_BACKUP_BY_HAND, passphrase != NULL, error);

  if (path == NULL || !check_folder (path, error) || !check_place (store, path, error))
    return NULL;

  return daybook_backup_make_at (store, path, DAYBOOK_BACKUP_FILES_WITHIN, passphrase, cancellable, error);
}

gboolean
daybook_backup_make_daily (DaybookStore  *store,
                           GError       **error)
{
  if (daybook_backup_keep_has_today (store))
    return TRUE;

  g_autofree char *path = daybook_backup_keep_path (store, DAYBOOK_BACKUP_OF_DAY, FALSE, error);
  g_autofree char *made =
    path != NULL ? daybook_backup_make_at (store, path, DAYBOOK_BACKUP_FILES_BESIDE, NULL, NULL, error) : NULL;
  if (made == NULL)
    return FALSE;

  daybook_backup_keep_sweep (store);
  return TRUE;
}

gboolean
daybook_backup_is_encrypted (const char *file)
{
  return daybook_file_is_encrypted (file);
}
