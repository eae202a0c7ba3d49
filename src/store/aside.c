/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/aside.h"

#include "store/backup-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* The bytes that SQLite locks: whoever has a book open holds one of them. */
#define LOCK_START 0x40000000
#define LOCK_LENGTH 512

#define PIECE_BYTES (64 * 1024)

static const char *const PARTS[] = { "-wal", "-shm", "-journal", "" };

static gboolean
is_free (const char *path)
{
  for (gsize i = 0; i < G_N_ELEMENTS (PARTS); i++)
    {
      g_autofree char *part = g_strconcat (path, PARTS[i], NULL);

      if (g_file_test (part, G_FILE_TEST_EXISTS))
        return FALSE;
    }

  return TRUE;
}

char *
daybook_aside_path (const char *folder,
                    gint64      now,
                    GTimeZone  *zone)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (now);
  g_autoptr(GDateTime) local = g_date_time_to_timezone (utc, zone);
  g_autofree char *stamp = g_date_time_format (local, "daybook-damaged-%Y-%m-%dT%H%M%S");
  g_autofree char *name = g_strconcat (stamp, ".db", NULL);
  char *path = g_build_filename (folder, name, NULL);

  for (guint i = 2; !is_free (path); i++)
    {
      g_autofree char *next = g_strdup_printf ("%s-%u.db", stamp, i);

      g_free (path);
      path = g_build_filename (folder, next, NULL);
    }

  return path;
}

/* --- Of a file that is open --------------------------------------------- */

/* A disk that becomes full takes a part first, and says why with the rest. */
static gboolean
write_all (int           file,
           const guint8 *bytes,
           gsize         n,
           GError      **error)
{
  while (n > 0)
    {
      gssize written = write (file, bytes, n);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        {
          daybook_database_set_system_error (error, written < 0 ? errno : ENOSPC);
          return FALSE;
        }
      bytes += written;
      n -= (gsize) written;
    }

  return TRUE;
}

static gboolean
copy_pieces_to (sqlite3_file  *from,
                int            to,
                GError       **error)
{
  g_autofree guint8 *piece = g_malloc (PIECE_BYTES);
  sqlite3_int64 size = 0;
  int code = from->pMethods->xFileSize (from, &size);

  for (sqlite3_int64 at = 0; code == SQLITE_OK && at < size; at += PIECE_BYTES)
    {
      int n = (int) MIN (PIECE_BYTES, size - at);

      code = from->pMethods->xRead (from, piece, n, at);
      if (code == SQLITE_OK && !write_all (to, piece, (gsize) n, error))
        return FALSE;
    }

  if (code != SQLITE_OK)
    daybook_database_set_error (error, NULL, code);
  return code == SQLITE_OK;
}

static gboolean
copy_pieces (sqlite3_file  *from,
             const char    *to,
             GError       **error)
{
  int file = g_open (to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  gboolean copied;

  if (file < 0)
    {
      daybook_database_set_system_error (error, errno);
      return FALSE;
    }

  copied = copy_pieces_to (from, file, error);
  close (file);
  return copied && daybook_file_sync (to, error);
}

/* With SQLite's own handles: closing another of the same file would let go of
 * this process's locks. */
gboolean
daybook_aside_copy (DaybookDatabase  *db,
                    const char       *aside,
                    GError          **error)
{
  g_autofree char *log = g_strconcat (aside, "-wal", NULL);
  sqlite3_file *file = NULL, *log_file = NULL;

  sqlite3_file_control (db->handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  sqlite3_file_control (db->handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log_file);

  /* The log first: what a checkpoint moves meanwhile is in both then. */
  return (log_file == NULL || log_file->pMethods == NULL || copy_pieces (log_file, log, error))
         && copy_pieces (file, aside, error);
}

/* --- Of a file that nobody has open ------------------------------------- */

static gboolean
link_or_copy (const char  *from,
              const char  *to,
              GError     **error)
{
  if (link (from, to) == 0)
    return TRUE;

  return daybook_file_copy (from, to, error) && g_chmod (to, 0600) == 0 && daybook_file_sync (to, error);
}

gboolean
daybook_aside_keep (const char  *path,
                    const char  *aside,
                    GError     **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (PARTS); i++)
    {
      g_autofree char *from = g_strconcat (path, PARTS[i], NULL);
      g_autofree char *to = g_strconcat (aside, PARTS[i], NULL);

      if (g_file_test (from, G_FILE_TEST_EXISTS) && !link_or_copy (from, to, error))
        return FALSE;
    }
  if (!daybook_file_sync (aside, error))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (PARTS); i++)
    {
      g_autofree char *part = g_strconcat (path, PARTS[i], NULL);

      if (*PARTS[i] != '\0')
        g_unlink (part);
    }

  return TRUE;
}

gboolean
daybook_aside_is_in_use (const char *path)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = LOCK_START, .l_len = LOCK_LENGTH };
  int file = g_open (path, O_RDWR | O_CLOEXEC, 0);
  gboolean used = file >= 0 && fcntl (file, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;

  if (file >= 0)
    close (file);
  return used;
}
