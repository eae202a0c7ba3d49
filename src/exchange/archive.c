/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A ZIP with exports in it, as platforms give and mail them: a summary and its
 * details, a file a month. Each table in it is a sheet of the reader, so that
 * recognition finds the details behind the summary. One file at a time is
 * unpacked, since workbooks are read from their ends; it has no name, so that
 * nothing of it stays. What else is in there (a readme, pictures, what macOS
 * adds) is passed over. */

#include "exchange/nameless.h"
#include "exchange/refuse.h"
#include "exchange/table-private.h"
#include "exchange/zip-part.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define BLOCK_SIZE (64 * 1024)
#define MAX_MEMBERS 1000
#define MAX_MEMBER ((guint64) 1024 * 1024 * 1024)
/* So many rows tell whether a text stands in columns. */
#define N_SAMPLE_ROWS 20

/* Where a sheet is. */
typedef struct
{
  guint entry;
  guint sheet; /* of the file */
} Place;

typedef struct
{
  DaybookTableReader  parent;
  char               *path;
  GStrv               passphrases; /* the forms of what was given: none or more */
  GPtrArray          *entries;
  GArray             *places;   /* Place, of each sheet */
  int                 fd;       /* the file at hand, unpacked */
  char               *unpacked; /* the path to that */
  guint               entry;    /* which one it is */
  DaybookTableReader *member;   /* reads it, or NULL */
} Archive;

typedef enum
{
  UNPACKED,        /* the best comes first */
  UNPACK_NO_TABLE, /* by its first bytes */
  UNPACK_FAILED,
} Unpack;

/* Files that somebody takes for tables: they are not passed over in silence. */
static gboolean
is_named_table (const char *name)
{
  static const char *const SUFFIXES[] = {
    ".csv", ".tsv", ".xls", ".xlsx", ".xlsm", ".xlsb", ".ods", ".zip", ".rar", ".7z", ".gz",
  };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (SUFFIXES); i++)
    if (g_str_has_suffix (lower, SUFFIXES[i]))
      return TRUE;

  return FALSE;
}

/* Hidden files, and the resource forks that macOS puts beside each file. */
static gboolean
is_hidden (const char *name)
{
  const char *slash = strrchr (name, '/');

  return (slash != NULL ? slash[1] : name[0]) == '.' || g_str_has_prefix (name, "__MACOSX/");
}

static const char *
entry_name (Archive *self,
            guint    entry)
{
  return ((DaybookZipEntry *) g_ptr_array_index (self->entries, entry))->name;
}

/* Says in which file something is wrong. Takes over `failure`. */
static void
name_failure (Archive  *self,
              guint     entry,
              GError   *failure,
              GError  **error)
{
  /* Translators: the name of a file in an archive, a sentence about it */
  g_set_error (error, failure->domain, failure->code, _("“%s” in the archive: %s"), entry_name (self, entry), failure->message);
  g_error_free (failure);
}

static gboolean
check_size (guint64   size,
            GError  **error)
{
  return size <= MAX_MEMBER ||
         daybook_refuse (error, _("A file in the archive is larger than %d MB. Unpack the archive and import the file that is in it."),
                         (int) (MAX_MEMBER / (1024 * 1024)));
}

static Unpack
copy_out (Archive         *self,
          DaybookZipPart  *part,
          guint64         *size,
          GError         **error)
{
  g_autofree char *block = g_malloc (BLOCK_SIZE);
  gssize n;

  while ((n = daybook_zip_part_read (part, block, BLOCK_SIZE, error)) > 0)
    {
      if (*size == 0 && !daybook_table_may_be (block, (gsize) n) && !is_named_table (entry_name (self, self->entry)))
        return UNPACK_NO_TABLE;
      *size += (guint64) n;
      if (!check_size (*size, error) || !daybook_nameless_write (self->fd, block, (gsize) n, error))
        return UNPACK_FAILED;
    }

  return n == 0 ? UNPACKED : UNPACK_FAILED;
}

/* Puts one file in the place of the one before, with one form of the passphrase or
 * NULL; `size` gets how long it is. */
static Unpack
unpack_with (Archive     *self,
             guint        entry,
             const char  *passphrase,
             guint64     *size,
             GError     **error)
{
  g_autoptr(DaybookZipPart) part = daybook_zip_part_open_nth (self->path, entry, passphrase, error);

  *size = 0;
  if (part == NULL || !daybook_nameless_empty (self->fd, error))
    return UNPACK_FAILED;

  return copy_out (self, part, size, error);
}

static gboolean
may_be_passphrase (const GError *failure)
{
  return failure == NULL || g_error_matches (failure, DAYBOOK_ERROR, DAYBOOK_ERROR_PASSPHRASE);
}

/* Each form of the passphrase has its turn where one is needed: what a wrong one makes of a
 * file may look like no table, or like a damaged one. */
static Unpack
unpack (Archive  *self,
        guint     entry,
        guint64  *size,
        GError  **error)
{
  const DaybookZipEntry *wanted = g_ptr_array_index (self->entries, entry);
  guint n_tries = wanted->encrypted ? MAX (g_strv_length (self->passphrases), 1) : 1;
  g_autoptr(GError) failure = NULL;
  Unpack best = UNPACK_FAILED;

  g_clear_pointer (&self->member, daybook_table_reader_free);
  self->entry = entry;
  for (guint i = 0; i < n_tries && best != UNPACKED && may_be_passphrase (failure); i++)
    {
      Unpack unpacked;

      g_clear_error (&failure);
      unpacked = unpack_with (self, entry, self->passphrases[i], size, &failure);
      best = MIN (best, unpacked);
    }

  if (best != UNPACK_FAILED && may_be_passphrase (failure))
    return best;
  g_propagate_error (error, g_steal_pointer (&failure));
  return UNPACK_FAILED;
}

/* A readme is text too. */
static gboolean
stands_in_columns (DaybookTableReader *reader)
{
  DaybookTableRow row;

  for (guint i = 0; i < N_SAMPLE_ROWS && daybook_table_reader_next (reader, &row, NULL) == DAYBOOK_TABLE_ROW; i++)
    {
      guint n_filled = 0;

      for (guint c = 0; c < row.n_cells; c++)
        n_filled += row.cells[c].length > 0;
      if (n_filled > 1)
        return TRUE;
    }

  return FALSE;
}

static gboolean
add_sheets (Archive  *self,
            GError  **error)
{
  guint n = daybook_table_reader_n_sheets (self->member);

  if (self->places->len + n > DAYBOOK_TABLE_MAX_SHEETS)
    return daybook_refuse (error, _("The archive has more than %d tables. Unpack it and import the files that are in it."),
                           DAYBOOK_TABLE_MAX_SHEETS);

  for (guint i = 0; i < n; i++)
    {
      const Place place = { self->entry, i };
      const char *name = entry_name (self, self->entry);

      g_array_append_val (self->places, place);
      g_ptr_array_add (self->parent.files, g_path_get_basename (name));
      g_ptr_array_add (self->parent.sheets, n == 1 ? g_strdup (name)
                                                   : g_strdup_printf ("%s: %s", name, daybook_table_reader_sheet_name (self->member, i)));
    }

  return TRUE;
}

/* Takes the tables of the file that is unpacked, if it has any. */
static gboolean
take_member (Archive  *self,
             GError  **error)
{
  gboolean named = is_named_table (entry_name (self, self->entry));
  GError *failure = NULL;

  self->member = daybook_table_open_member (self->unpacked, &failure);
  if (self->member != NULL)
    return named || stands_in_columns (self->member) ? add_sheets (self, error) : TRUE;
  if (named || !g_error_matches (failure, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT))
    {
      name_failure (self, self->entry, failure, error);
      return FALSE;
    }

  g_error_free (failure);
  return TRUE;
}

/* Every file is unpacked once to see what it is. */
static gboolean
find_tables (Archive  *self,
             GError  **error)
{
  guint64 total = 0;
  guint64 size;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const DaybookZipEntry *entry = g_ptr_array_index (self->entries, i);
      Unpack unpacked;

      if (!entry->is_file || is_hidden (entry->name))
        continue;

      unpacked = unpack (self, i, &size, error);
      total += size;
      if (unpacked == UNPACK_FAILED || !daybook_zip_check_ratio (self->parent.total, total, error) ||
          (unpacked == UNPACKED && !take_member (self, error)))
        return FALSE;
    }

  if (self->places->len > 0)
    return TRUE;
  return daybook_refuse (error, _("There is no table in this archive. Choose the file that the platform gave you."));
}

static gboolean
refuse_changed (GError **error)
{
  return daybook_refuse (error, _("The file has changed while it was read. Import it again."));
}

static DaybookTableStep
archive_next (DaybookTableReader  *reader,
              DaybookTableRow     *row,
              GError             **error)
{
  Archive *self = (Archive *) reader;
  GError *failure = NULL;
  DaybookTableStep step;

  if (self->member == NULL)
    return DAYBOOK_TABLE_END;

  step = daybook_table_reader_next (self->member, row, &failure);
  if (step == DAYBOOK_TABLE_ERROR)
    name_failure (self, self->entry, failure, error);
  return step;
}

static gboolean
open_entry (Archive  *self,
            guint     entry,
            GError  **error)
{
  GError *failure = NULL;
  guint64 size;
  Unpack unpacked;

  if (self->member != NULL && self->entry == entry)
    return TRUE;
  unpacked = unpack (self, entry, &size, error);
  if (unpacked != UNPACKED)
    return unpacked == UNPACK_NO_TABLE && refuse_changed (error);

  self->member = daybook_table_open_member (self->unpacked, &failure);
  if (failure != NULL)
    name_failure (self, entry, failure, error);
  return self->member != NULL;
}

static gboolean
archive_select (DaybookTableReader  *reader,
                guint                sheet,
                GError             **error)
{
  Archive *self = (Archive *) reader;
  const Place place = g_array_index (self->places, Place, sheet);
  GError *failure = NULL;

  if (!open_entry (self, place.entry, error))
    return FALSE;
  if (place.sheet >= daybook_table_reader_n_sheets (self->member))
    return refuse_changed (error);
  if (daybook_table_reader_select (self->member, place.sheet, &failure))
    return TRUE;

  name_failure (self, place.entry, failure, error);
  return FALSE;
}

static guint64
archive_done (DaybookTableReader *reader)
{
  Archive *self = (Archive *) reader;
  guint64 done = 0;
  guint64 total = 0;

  if (self->member != NULL)
    daybook_table_reader_progress (self->member, &done, &total);
  return total > 0 ? (guint64) ((double) reader->total * (double) done / (double) total) : 0;
}

static void
archive_free (DaybookTableReader *reader)
{
  Archive *self = (Archive *) reader;

  g_clear_pointer (&self->member, daybook_table_reader_free);
  if (self->fd >= 0)
    close (self->fd);
  g_ptr_array_unref (self->entries);
  g_array_unref (self->places);
  g_free (self->unpacked);
  g_strfreev (self->passphrases);
  g_free (self->path);
  g_free (self);
}

static const DaybookTableClass ARCHIVE_CLASS = { archive_next, archive_select, archive_done, archive_free };

static gboolean
check_entries (GPtrArray  *entries,
               GError    **error)
{
  return entries->len <= MAX_MEMBERS ||
         daybook_refuse (error, _("The archive has more than %d files. Unpack it and import the files that are in it."), MAX_MEMBERS);
}

DaybookTableReader *
daybook_archive_open (const char                *path,
                      GPtrArray                 *entries,
                      const DaybookTableAccess  *access,
                      GError                   **error)
{
  Archive *self = g_new0 (Archive, 1);
  GStatBuf info;

  self->parent.klass = &ARCHIVE_CLASS;
  self->parent.encoding = "ZIP";
  self->parent.sheets = g_ptr_array_new_with_free_func (g_free);
  self->parent.files = g_ptr_array_new_with_free_func (g_free);
  self->parent.total = g_stat (path, &info) == 0 ? (guint64) info.st_size : 0;
  self->path = g_strdup (path);
  self->passphrases = daybook_zip_passphrases (access->passphrase);
  self->entries = entries;
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  self->fd = check_entries (entries, error) ? daybook_nameless_open (access->folder, error) : -1;
  self->unpacked = g_strdup_printf ("/proc/self/fd/%d", self->fd);

  if (self->fd >= 0 && find_tables (self, error) && archive_select (&self->parent, 0, error))
    return &self->parent;
  daybook_table_reader_free (&self->parent);
  return NULL;
}
