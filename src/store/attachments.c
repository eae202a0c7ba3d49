/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/attachments.h"

#include "store/backup-file.h"
#include "store/database.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define NEW "new"
#define HASH_LENGTH 64
/* In seconds: as long as a form may stay open in which it was added. */
#define WAIT (24 * 60 * 60)

gboolean
daybook_attachments_is_hash (const char *text)
{
  return strlen (text) == HASH_LENGTH && strspn (text, "0123456789abcdef") == HASH_LENGTH;
}

static char *
path_of_new (const char *folder,
             const char *name)
{
  return g_build_filename (folder, "attachments", NEW, name, NULL);
}

static char *
path_of_kept (const char *folder,
              const char *hash)
{
  const char part[] = { hash[0], hash[1], '\0' };

  return g_build_filename (folder, "attachments", part, hash, NULL);
}

static gboolean
make_folder (const char  *path,
             GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  daybook_database_set_system_error (error, errno);
  return FALSE;
}

/* --- Reading ------------------------------------------------------------------ */

/* -1 with errno: it is not there, or no file. */
static int
open_file (const char *path,
           gsize      *size)
{
  struct stat info;
  int file = g_open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0);

  if (file < 0)
    return -1;
  if (fstat (file, &info) == 0 && S_ISREG (info.st_mode))
    {
      *size = (gsize) info.st_size;
      return file;
    }

  close (file);
  errno = EINVAL;
  return -1;
}

/* An act may settle it between two looks: it is looked for once more where it came to be. */
static int
open_any (const char *folder,
          const char *hash,
          gsize      *size)
{
  g_autofree char *kept = path_of_kept (folder, hash);
  g_autofree char *fresh = path_of_new (folder, hash);
  const char *const paths[] = { kept, fresh, kept };
  int file = -1;

  for (gsize i = 0; i < G_N_ELEMENTS (paths) && file < 0; i++)
    {
      file = open_file (paths[i], size);
      if (file < 0 && errno != ENOENT)
        break;
    }

  return file;
}

/* FALSE with errno; fewer bytes than `size` are EIO. */
static gboolean
read_all (int     file,
          guint8 *to,
          gsize   size)
{
  while (size > 0)
    {
      gssize n = read (file, to, size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n == 0)
        errno = EIO;
      if (n <= 0)
        return FALSE;
      to += n;
      size -= (gsize) n;
    }

  return TRUE;
}

static gboolean
refuse_changed (GError **error)
{
  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CORRUPT,
                       _("The file in the book’s folder is no longer what was put there. Add it again."));
  return FALSE;
}

static GBytes *
take_bytes (int      file,
            gsize    size,
            GError **error)
{
  g_autofree guint8 *content = NULL;

  if (size > DAYBOOK_ATTACHMENT_MAX)
    {
      refuse_changed (error);
      return NULL;
    }

  content = g_malloc (MAX (size, 1));
  if (read_all (file, content, size))
    return g_bytes_new_take (g_steal_pointer (&content), size);

  daybook_database_set_system_error (error, errno);
  return NULL;
}

static gboolean
has_hash (GBytes     *content,
          const char *hash)
{
  g_autofree char *real = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);

  return g_str_equal (real, hash);
}

static gboolean
refuse_missing (GError **error)
{
  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND,
                       _("The file is missing in the book’s folder. Add it again, or restore a backup that has it."));
  return FALSE;
}

GBytes *
daybook_attachments_read (const char  *folder,
                          const char  *hash,
                          GError     **error)
{
  g_autoptr(GBytes) content = NULL;
  gsize size = 0;
  int file = daybook_attachments_is_hash (hash) ? open_any (folder, hash, &size) : -1;

  if (file < 0 && daybook_attachments_is_hash (hash) && errno != ENOENT && errno != EINVAL && errno != ELOOP)
    daybook_database_set_system_error (error, errno);
  else if (file < 0)
    refuse_missing (error);
  else
    {
      content = take_bytes (file, size, error);
      close (file);
    }

  if (content == NULL)
    return NULL;
  if (!has_hash (content, hash))
    {
      refuse_changed (error);
      return NULL;
    }
  return g_steal_pointer (&content);
}

gboolean
daybook_attachments_has (const char *folder,
                         const char *hash)
{
  gsize size;
  int file = daybook_attachments_is_hash (hash) ? open_any (folder, hash, &size) : -1;

  if (file >= 0)
    close (file);
  return file >= 0;
}

/* --- Writing ------------------------------------------------------------------ */

static gboolean
write_all (int           file,
           const guint8 *from,
           gsize         size)
{
  while (size > 0)
    {
      gssize n = write (file, from, size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      from += n;
      size -= (gsize) n;
    }

  return TRUE;
}

/* Under another name first: nobody ever sees half of it. */
static gboolean
write_file (const char  *path,
            GBytes      *content,
            GError     **error)
{
  g_autofree char *part = g_strconcat (path, ".XXXXXX", NULL);
  int file = g_mkstemp_full (part, O_WRONLY | O_CLOEXEC, 0600);
  gboolean written;

  if (file < 0)
    {
      daybook_database_set_system_error (error, errno);
      return FALSE;
    }

  written = write_all (file, g_bytes_get_data (content, NULL), g_bytes_get_size (content));
  if (close (file) != 0)
    written = FALSE;
  if (!written)
    daybook_database_set_system_error (error, errno);
  else if (!daybook_file_sync (part, error))
    written = FALSE;
  else if (g_rename (part, path) != 0)
    {
      daybook_database_set_system_error (error, errno);
      written = FALSE;
    }
  if (!written)
    g_unlink (part);

  return written && daybook_file_sync (path, error);
}

static gboolean
is_sound (const char *path,
          const char *hash)
{
  g_autoptr(GBytes) content = NULL;
  gsize size;
  int file = open_file (path, &size);

  if (file < 0)
    return FALSE;

  content = take_bytes (file, size, NULL);
  close (file);
  return content != NULL && has_hash (content, hash);
}

gboolean
daybook_attachments_keep (const char  *folder,
                          const char  *hash,
                          GBytes      *content,
                          GError     **error)
{
  g_autofree char *kept = NULL;
  g_autofree char *fresh = NULL;

  if (!daybook_attachments_is_hash (hash) || !has_hash (content, hash) || g_bytes_get_size (content) > DAYBOOK_ATTACHMENT_MAX)
    {
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("The file is not what its hash says."));
      return FALSE;
    }

  kept = path_of_kept (folder, hash);
  if (is_sound (kept, hash))
    return TRUE;
  if (g_file_test (kept, G_FILE_TEST_EXISTS))
    return write_file (kept, content, error);

  /* Written anew though it may wait there already: now it has waited for no time. */
  fresh = path_of_new (folder, hash);
  return make_folder (fresh, error) && write_file (fresh, content, error);
}

gboolean
daybook_attachments_settle (const char  *folder,
                            const char  *hash,
                            GError     **error)
{
  g_autofree char *kept = NULL;
  g_autofree char *fresh = NULL;

  if (!daybook_attachments_is_hash (hash))
    return TRUE;

  kept = path_of_kept (folder, hash);
  fresh = path_of_new (folder, hash);
  if (!g_file_test (fresh, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!make_folder (kept, error))
    return FALSE;
  /* Another process may have done so just now. */
  if (g_rename (fresh, kept) == 0 || errno == ENOENT)
    return TRUE;

  daybook_database_set_system_error (error, errno);
  return FALSE;
}

GPtrArray *
daybook_attachments_list_new (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path = g_build_filename (folder, "attachments", NEW, NULL);
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));

  return names;
}

void
daybook_attachments_sweep (const char *folder,
                           const char *name)
{
  g_autofree char *path = path_of_new (folder, name);
  GStatBuf info;

  if (g_lstat (path, &info) == 0 && info.st_mtime < g_get_real_time () / G_USEC_PER_SEC - WAIT)
    g_unlink (path);
}

gboolean
daybook_attachments_erase (const char *folder,
                           const char *hash)
{
  g_autofree char *kept = daybook_attachments_is_hash (hash) ? path_of_kept (folder, hash) : NULL;
  g_autofree char *fresh = kept != NULL ? path_of_new (folder, hash) : NULL;

  return kept != NULL && (daybook_file_shred (kept) | daybook_file_shred (fresh));
}
