/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/zip-part.h"

#include "exchange/refuse.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define BLOCK_SIZE (64 * 1024)
#define MAX_NAMES 4096
/* A table's XML shrinks to a tenth or, when its cells are all alike, to a
 * fiftieth. Deflate can do a thousandth: nothing honest comes near. */
#define MAX_RATIO 250
#define FREE_SIZE (32 * 1024 * 1024)

struct _DaybookZipPart
{
  struct archive *archive;
  guint64         packed; /* size of the whole archive */
  guint64         unpacked;
};

static gboolean
refuse_damaged (GError **error)
{
  return daybook_refuse (error, _("The workbook is damaged or was not saved whole. Download it again."));
}

static gboolean
refuse_locked (GError **error)
{
  return daybook_refuse (error, _("The archive is protected with a password. Unpack it with the password and "
                                  "import the file that is in it."));
}

static struct archive *
open_archive (const char  *path,
              GError     **error)
{
  struct archive *archive = archive_read_new ();

  archive_read_support_format_zip_seekable (archive);
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

DaybookZipPart *
daybook_zip_part_open (const char  *path,
                       const char  *name,
                       GError     **error)
{
  g_autoptr(DaybookZipPart) self = g_new0 (DaybookZipPart, 1);
  struct archive_entry *entry;
  GStatBuf info;
  int result;

  self->archive = open_archive (path, error);
  if (self->archive == NULL)
    return NULL;
  self->packed = g_stat (path, &info) == 0 ? (guint64) info.st_size : 0;

  while ((result = next_entry (self->archive, &entry)) == ARCHIVE_OK)
    {
      if (g_ascii_strcasecmp (entry_name (entry), name) != 0)
        continue;
      if (!archive_entry_is_encrypted (entry))
        return g_steal_pointer (&self);
      refuse_locked (error);
      return NULL;
    }

  if (result != ARCHIVE_EOF)
    refuse_damaged (error);
  return NULL;
}

void
daybook_zip_part_free (DaybookZipPart *self)
{
  if (self->archive != NULL)
    archive_read_free (self->archive);
  g_free (self);
}

gssize
daybook_zip_part_read (DaybookZipPart  *self,
                       void            *buffer,
                       gsize            size,
                       GError         **error)
{
  gssize n = archive_read_data (self->archive, buffer, size);

  if (n < 0)
    return refuse_damaged (error) ? 0 : -1;

  self->unpacked += (guint64) n;
  if (self->unpacked > FREE_SIZE && self->unpacked / MAX_RATIO > self->packed)
    {
      daybook_refuse (error, _("The workbook unpacks to more than %d times its size: it is not a table but made "
                               "to harm. Do not open it."), MAX_RATIO);
      return -1;
    }
  return n;
}

guint64
daybook_zip_part_done (DaybookZipPart *self)
{
  gint64 done = archive_filter_bytes (self->archive, -1);

  return done > 0 ? (guint64) done : 0;
}

GPtrArray *
daybook_zip_part_names (const char  *path,
                        GError     **error)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  struct archive *archive = open_archive (path, error);
  struct archive_entry *entry;
  gboolean locked = FALSE;
  int result;

  if (archive == NULL)
    return NULL;

  while ((result = next_entry (archive, &entry)) == ARCHIVE_OK && names->len < MAX_NAMES)
    {
      locked = locked || archive_entry_is_encrypted (entry);
      g_ptr_array_add (names, g_strdup (entry_name (entry)));
    }
  archive_read_free (archive);

  if (locked)
    refuse_locked (error);
  else if (result != ARCHIVE_EOF && result != ARCHIVE_OK)
    refuse_damaged (error);
  else
    return g_steal_pointer (&names);
  return NULL;
}
