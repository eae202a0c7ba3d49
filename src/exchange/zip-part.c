/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/zip-part.h"

#include "exchange/refuse.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#define BLOCK_SIZE (64 * 1024)
#define MAX_ENTRIES 4096
/* A table's XML shrinks to a tenth or, when its cells are all alike, to a
 * fiftieth. Deflate can do a thousandth: nothing honest comes near. */
#define MAX_RATIO 250
#define FREE_SIZE (32 * 1024 * 1024)

struct _DaybookZipPart
{
  struct archive *archive;
  guint64         packed; /* size of the whole archive */
  guint64         unpacked;
  gboolean        encrypted;
};

static gboolean
refuse_damaged (GError **error)
{
  return daybook_refuse (error, _("The file is damaged or was not saved whole. Download it again."));
}

static gboolean
refuse_locked (GError **error)
{
  return daybook_refuse (error, _("The archive is protected with a password. Unpack it with the password and "
                                  "import the file that is in it."));
}

static struct archive *
open_archive (const char  *path,
              const char  *passphrase,
              GError     **error)
{
  struct archive *archive = archive_read_new ();

  archive_read_support_format_zip_seekable (archive);
  if (passphrase != NULL)
    archive_read_add_passphrase (archive, passphrase);
  if (archive_read_open_filename (archive, path, BLOCK_SIZE) == ARCHIVE_OK)
    return archive;

  archive_read_free (archive);
  refuse_damaged (error);
  return NULL;
}

static const char *
entry_name (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname_utf8 (entry);

  if (name == NULL)
    name = archive_entry_pathname (entry);
  return name != NULL && g_utf8_validate (name, -1, NULL) ? name : "";
}

/* ARCHIVE_WARN is about names and dates, which do not matter here. */
static int
next_entry (struct archive        *archive,
            struct archive_entry **entry)
{
  int result = archive_read_next_header (archive, entry);

  return result == ARCHIVE_WARN ? ARCHIVE_OK : result;
}

/* Goes to the file of that name, or of that index where there is none; NULL when
 * there is no such file, with an error when the archive is damaged. */
static struct archive_entry *
seek_entry (struct archive  *archive,
            const char      *name,
            guint            index,
            GError         **error)
{
  struct archive_entry *entry;
  guint at = 0;
  int result;

  for (; (result = next_entry (archive, &entry)) == ARCHIVE_OK; at++)
    if (name != NULL ? g_ascii_strcasecmp (entry_name (entry), name) == 0 : at == index)
      return entry;

  if (result != ARCHIVE_EOF)
    refuse_damaged (error);
  return NULL;
}

static DaybookZipPart *
open_part (const char            *path,
           const char            *passphrase,
           const char            *name,
           guint                  index,
           GError               **error)
{
  g_autoptr(DaybookZipPart) self = g_new0 (DaybookZipPart, 1);
  struct archive_entry *entry;
  GStatBuf info;

  self->archive = open_archive (path, passphrase, error);
  if (self->archive == NULL)
    return NULL;
  self->packed = g_stat (path, &info) == 0 ? (guint64) info.st_size : 0;
  entry = seek_entry (self->archive, name, index, error);
  if (entry == NULL)
    return NULL;

  self->encrypted = archive_entry_is_encrypted (entry);
  return g_steal_pointer (&self);
}

DaybookZipPart *
daybook_zip_part_open (const char  *path,
                       const char  *name,
                       GError     **error)
{
  g_autoptr(DaybookZipPart) self = open_part (path, NULL, name, 0, error);

  if (self == NULL || !self->encrypted)
    return g_steal_pointer (&self);

  refuse_locked (error);
  return NULL;
}

GStrv
daybook_zip_passphrases (const char *passphrase)
{
  g_autoptr(GStrvBuilder) forms = g_strv_builder_new ();
  g_autofree char *local = NULL;

  if (passphrase == NULL)
    return g_strv_builder_end (forms);

  g_strv_builder_add (forms, passphrase);
  local = g_convert (passphrase, -1, "GB18030", "UTF-8", NULL, NULL, NULL);
  if (local != NULL && !g_str_equal (local, passphrase))
    g_strv_builder_add (forms, local);

  return g_strv_builder_end (forms);
}

DaybookZipPart *
daybook_zip_part_open_nth (const char  *path,
                           guint        index,
                           const char  *passphrase,
                           GError     **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(DaybookZipPart) self = open_part (path, passphrase, NULL, index, &failure);

  if (self != NULL && (!self->encrypted || passphrase != NULL))
    return g_steal_pointer (&self);

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (self == NULL)
    refuse_damaged (error);
  else
    g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_PASSPHRASE,
                         _("The archive is protected with a password, which whoever sent it knows."));
  return NULL;
}

void
daybook_zip_part_free (DaybookZipPart *self)
{
  if (self->archive != NULL)
    archive_read_free (self->archive);
  g_free (self);
}

gboolean
daybook_zip_check_ratio (guint64   packed,
                         guint64   unpacked,
                         GError  **error)
{
  if (unpacked <= FREE_SIZE || unpacked / MAX_RATIO <= packed)
    return TRUE;

  return daybook_refuse (error, _("The file unpacks to more than %d times its size: it is not a table but made "
                                  "to harm. Do not open it."), MAX_RATIO);
}

/* A wrong password may show only by what it makes of the file. */
static gboolean
refuse_unreadable (DaybookZipPart  *self,
                   GError         **error)
{
  if (!self->encrypted)
    return refuse_damaged (error);

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_PASSPHRASE,
                       _("The password does not fit this archive, or the archive is damaged."));
  return FALSE;
}

gssize
daybook_zip_part_read (DaybookZipPart  *self,
                       void            *buffer,
                       gsize            size,
                       GError         **error)
{
  gssize n = archive_read_data (self->archive, buffer, size);

  if (n < 0)
    return refuse_unreadable (self, error) ? 0 : -1;

  self->unpacked += (guint64) n;
  return daybook_zip_check_ratio (self->packed, self->unpacked, error) ? n : -1;
}

guint64
daybook_zip_part_done (DaybookZipPart *self)
{
  gint64 done = archive_filter_bytes (self->archive, -1);

  return done > 0 ? (guint64) done : 0;
}

static void
free_entry (gpointer data)
{
  g_free (((DaybookZipEntry *) data)->name);
  g_free (data);
}

/* Programs that do not say in what encoding they write names write them in that
 * of their machine: in China GBK. */
static char *
readable_name (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname (entry);
  char *converted;

  if (name == NULL || g_utf8_validate (name, -1, NULL))
    return g_strdup (name != NULL ? name : "");

  converted = g_convert (name, -1, "UTF-8", "GB18030", NULL, NULL, NULL);
  return converted != NULL ? converted : g_utf8_make_valid (name, -1);
}

static int
list_entries (struct archive *archive,
              GPtrArray      *entries)
{
  struct archive_entry *entry;
  int result;

  while ((result = next_entry (archive, &entry)) == ARCHIVE_OK && entries->len < MAX_ENTRIES)
    {
      DaybookZipEntry *listed = g_new0 (DaybookZipEntry, 1);

      listed->name = readable_name (entry);
      listed->is_file = archive_entry_filetype (entry) == AE_IFREG;
      listed->encrypted = archive_entry_is_encrypted (entry);
      g_ptr_array_add (entries, listed);
    }

  return result;
}

/* The library gives names in the encoding of the locale, or not at all where
 * that lacks their characters. */
GPtrArray *
daybook_zip_entries (const char  *path,
                     GError     **error)
{
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func (free_entry);
  struct archive *archive = open_archive (path, NULL, error);
  locale_t unicode, before;
  int result;

  if (archive == NULL)
    return NULL;

  unicode = newlocale (LC_CTYPE_MASK, "C.UTF-8", (locale_t) 0);
  before = uselocale (unicode);
  result = list_entries (archive, entries);
  archive_read_free (archive);
  uselocale (before);
  if (unicode != (locale_t) 0)
    freelocale (unicode);

  if (result == ARCHIVE_EOF || result == ARCHIVE_OK)
    return g_steal_pointer (&entries);
  refuse_damaged (error);
  return NULL;
}
