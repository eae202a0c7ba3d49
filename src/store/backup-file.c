/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/backup-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PIECE_BYTES (64 * 1024)
#define SEALED_BYTES (PIECE_BYTES + crypto_secretstream_xchacha20poly1305_ABYTES)

static const char MAGIC[16] = "Daybook backup1";

typedef struct
{
  char    magic[sizeof MAGIC];
  guint8  salt[crypto_pwhash_SALTBYTES];
  guint8  header[crypto_secretstream_xchacha20poly1305_HEADERBYTES];
} Head;

static void
close_file (FILE *file)
{
  fclose (file);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FILE, close_file)

static gboolean
set_disk_error (GError **error)
{
  int code = errno;

  g_set_error (error, DAYBOOK_ERROR, code == ENOSPC || code == EDQUOT ? DAYBOOK_ERROR_FULL : DAYBOOK_ERROR_FAILED,
               _("The file could not be read or written: %s."), g_strerror (code));
  return FALSE;
}

static FILE *
open_file (const char  *path,
           const char  *mode,
           GError     **error)
{
  FILE *file = g_fopen (path, mode);

  if (file == NULL)
    set_disk_error (error);
  return file;
}

static gboolean
make_key (const char  *passphrase,
          const guint8 salt[crypto_pwhash_SALTBYTES],
          guint8       key[crypto_secretstream_xchacha20poly1305_KEYBYTES],
          GError     **error)
{
  if (crypto_pwhash (key, crypto_secretstream_xchacha20poly1305_KEYBYTES, passphrase, strlen (passphrase), salt,
                     crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE,
                     crypto_pwhash_ALG_ARGON2ID13) == 0)
    return TRUE;

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FAILED, _("There is not enough memory to use the passphrase."));
  return FALSE;
}

static gboolean
is_stopped (GCancellable  *cancellable,
            GError       **error)
{
  if (cancellable == NULL || !g_cancellable_is_cancelled (cancellable))
    return FALSE;

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED, _("Stopped."));
  return TRUE;
}

/* --- Encrypting --------------------------------------------------------- */

static gboolean
seal_pieces (FILE                                        *from,
             FILE                                        *to,
             crypto_secretstream_xchacha20poly1305_state *state,
             GCancellable                                *cancellable,
             GError                                     **error)
{
  g_autofree guint8 *plain = g_malloc (PIECE_BYTES);
  g_autofree guint8 *sealed = g_malloc (SEALED_BYTES);
  gboolean last = FALSE;

  while (!last)
    {
      gsize n = fread (plain, 1, PIECE_BYTES, from);
      unsigned long long length;

      last = n < PIECE_BYTES;
      if (is_stopped (cancellable, error))
        return FALSE;
      crypto_secretstream_xchacha20poly1305_push (state, sealed, &length, plain, n, NULL, 0,
                                                  last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0);
      if (ferror (from) || fwrite (sealed, 1, length, to) != length)
        return set_disk_error (error);
    }

  return fflush (to) == 0 || set_disk_error (error);
}

gboolean
daybook_file_encrypt (const char    *from,
                      const char    *to,
                      const char    *passphrase,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr(FILE) in = open_file (from, "rb", error);
  g_autoptr(FILE) out = in != NULL ? open_file (to, "wb", error) : NULL;
  guint8 key[crypto_secretstream_xchacha20poly1305_KEYBYTES];
  crypto_secretstream_xchacha20poly1305_state state;
  Head head;

  if (out == NULL)
    return FALSE;

  memcpy (head.magic, MAGIC, sizeof MAGIC);
  randombytes_buf (head.salt, sizeof head.salt);
  if (!make_key (passphrase, head.salt, key, error))
    return FALSE;

  crypto_secretstream_xchacha20poly1305_init_push (&state, head.header, key);
  gboolean done = (fwrite (&head, sizeof head, 1, out) == 1 || set_disk_error (error))
                  && seal_pieces (in, out, &state, cancellable, error);
  sodium_memzero (key, sizeof key);
  sodium_memzero (&state, sizeof state);
  return done;
}

/* --- Decrypting --------------------------------------------------------- */

static gboolean
open_pieces (FILE                                        *from,
             FILE                                        *to,
             crypto_secretstream_xchacha20poly1305_state *state,
             GCancellable                                *cancellable,
             GError                                     **error)
{
  g_autofree guint8 *plain = g_malloc (PIECE_BYTES);
  g_autofree guint8 *sealed = g_malloc (SEALED_BYTES);
  gboolean first = TRUE;
  guint8 tag = 0;

  while (tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL)
    {
      gsize n = fread (sealed, 1, SEALED_BYTES, from);
      unsigned long long length;

      if (ferror (from))
        return set_disk_error (error);
      if (is_stopped (cancellable, error))
        return FALSE;
      if (n == 0 || crypto_secretstream_xchacha20poly1305_pull (state, plain, &length, &tag, sealed, n, NULL, 0) != 0)
        {
          g_set_error_literal (error, DAYBOOK_ERROR, first ? DAYBOOK_ERROR_REFUSED : DAYBOOK_ERROR_FORMAT,
                               first ? _("The passphrase does not fit this backup, or the backup is damaged.")
                                     : _("The backup is damaged or was cut short. Take an older one."));
          return FALSE;
        }
      if (fwrite (plain, 1, length, to) != length)
        return set_disk_error (error);
      first = FALSE;
    }

  return fflush (to) == 0 || set_disk_error (error);
}

gboolean
daybook_file_decrypt (const char    *from,
                      const char    *to,
                      const char    *passphrase,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr(FILE) in = open_file (from, "rb", error);
  g_autoptr(FILE) out = NULL;
  guint8 key[crypto_secretstream_xchacha20poly1305_KEYBYTES];
  crypto_secretstream_xchacha20poly1305_state state;
  Head head;

  if (in == NULL)
    return FALSE;
  if (fread (&head, sizeof head, 1, in) != 1 || memcmp (head.magic, MAGIC, sizeof MAGIC) != 0)
    {
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT, _("The file is not an encrypted Daybook backup."));
      return FALSE;
    }
  if ((out = open_file (to, "wb", error)) == NULL || !make_key (passphrase, head.salt, key, error))
    return FALSE;

  crypto_secretstream_xchacha20poly1305_init_pull (&state, head.header, key);
  gboolean done = open_pieces (in, out, &state, cancellable, error);
  sodium_memzero (key, sizeof key);
  sodium_memzero (&state, sizeof state);
  return done;
}

gboolean
daybook_file_is_encrypted (const char *path)
{
  g_autoptr(FILE) file = g_fopen (path, "rb");
  char magic[sizeof MAGIC];

  return file != NULL && fread (magic, sizeof magic, 1, file) == 1 && memcmp (magic, MAGIC, sizeof MAGIC) == 0;
}

/* --- Copying ------------------------------------------------------------ */

gboolean
daybook_file_copy (const char  *from,
                   const char  *to,
                   GError     **error)
{
  g_autoptr(FILE) in = open_file (from, "rb", error);
  g_autoptr(FILE) out = in != NULL ? open_file (to, "wb", error) : NULL;
  g_autofree guint8 *piece = g_malloc (PIECE_BYTES);
  gsize n;

  if (out == NULL)
    return FALSE;

  while ((n = fread (piece, 1, PIECE_BYTES, in)) > 0)
    if (fwrite (piece, 1, n, out) != n)
      return set_disk_error (error);

  return (!ferror (in) && fflush (out) == 0) || set_disk_error (error);
}

/* --- Syncing ------------------------------------------------------------ */

static gboolean
sync_one (const char *path,
          int         flags)
{
  int file = g_open (path, flags | O_CLOEXEC, 0);
  gboolean synced = file >= 0 && fsync (file) == 0;

  if (file >= 0)
    close (file);
  return synced;
}

gboolean
daybook_file_sync (const char  *path,
                   GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return (sync_one (path, O_RDWR) && sync_one (folder, O_RDONLY | O_DIRECTORY)) || set_disk_error (error);
}

gboolean
daybook_file_shred (const char *path)
{
  int file = g_open (path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0);
  static const char ZEROS[4096];
  GStatBuf status;

  if (file < 0)
    return FALSE;

  if (fstat (file, &status) == 0)
    for (goffset left = status.st_size; left > 0; left -= (goffset) sizeof ZEROS)
      if (write (file, ZEROS, (gsize) MIN (left, (goffset) sizeof ZEROS)) <= 0)
        break;
  fsync (file);
  close (file);
  return g_unlink (path) == 0;
}
