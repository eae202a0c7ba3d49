/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixtures.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

char *
fixture_folder (void)
{
  g_autoptr(GError) error = NULL;
  char *folder = g_dir_make_tmp ("daybook-exchange-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static void
remove_tree (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_tree (path);
      else if (g_remove (path) != 0)
        g_assert_cmpint (errno, ==, ENOENT); /* SQLite's own went when the last thread let go */
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

void
fixture_folder_free (char *folder)
{
  remove_tree (folder);
  g_free (folder);
}

char *
fixture_write (const char *folder,
               const char *name,
               const void *bytes,
               gssize      length)
{
  g_autoptr(GError) error = NULL;
  char *path = g_build_filename (folder, name, NULL);

  g_file_set_contents (path, bytes, length, &error);
  g_assert_no_error (error);
  return path;
}

char *
fixture_write_in (const char *folder,
                  const char *name,
                  const char *text,
                  const char *encoding)
{
  g_autoptr(GError) error = NULL;
  gsize length;
  g_autofree char *bytes = g_convert (text, -1, encoding, "UTF-8", NULL, &length, &error);

  g_assert_no_error (error);
  return fixture_write (folder, name, bytes, (gssize) length);
}

static void
add_member (struct archive      *archive,
            const FixtureMember *member)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, member->name);
  archive_entry_set_size (entry, (la_int64_t) member->length);
  archive_entry_set_filetype (entry, g_str_has_suffix (member->name, "/") ? AE_IFDIR : AE_IFREG);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (archive, member->bytes, member->length), ==, (la_ssize_t) member->length);
  archive_entry_free (entry);
}

void
fixture_write_archive (const char          *path,
                       const FixtureMember *members,
                       gsize                n_members,
                       const char          *encryption,
                       const char          *passphrase)
{
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  if (encryption != NULL)
    g_assert_cmpint (archive_write_set_format_option (archive, "zip", "encryption", encryption), ==, ARCHIVE_OK);
  if (passphrase != NULL)
    g_assert_cmpint (archive_write_set_passphrase (archive, passphrase), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_open_filename (archive, path), ==, ARCHIVE_OK);
  for (gsize i = 0; i < n_members; i++)
    add_member (archive, &members[i]);
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
}

void
fixture_write_zip (const char *path,
                   const char *name,
                   ...)
{
  g_autoptr(GArray) members = g_array_new (FALSE, FALSE, sizeof (FixtureMember));
  va_list args;

  va_start (args, name);
  for (; name != NULL; name = va_arg (args, const char *))
    {
      const char *text = va_arg (args, const char *);
      const FixtureMember member = { name, text, strlen (text) };

      g_array_append_val (members, member);
    }
  va_end (args);
  fixture_write_archive (path, (const FixtureMember *) (gpointer) members->data, members->len, NULL, NULL);
}

char *
fixture_sample (const char *name)
{
  const char *root = g_getenv ("DAYBOOK_SOURCE_ROOT");
  char *path = g_build_filename (root != NULL ? root : ".", "..", "shared", "samples", name, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return path;

  g_test_skip ("the shared samples are not beside the source");
  g_free (path);
  return NULL;
}

char *
fixture_dump (const char *path,
              guint       sheet,
              GError    **error)
{
  g_autoptr(DaybookTableReader) reader = daybook_table_reader_open (path, error);

  return reader != NULL ? fixture_dump_sheet (reader, sheet, error) : NULL;
}

char *
fixture_dump_sheet (DaybookTableReader  *reader,
                    guint                sheet,
                    GError             **error)
{
  g_autoptr(GString) text = g_string_new (NULL);
  DaybookTableStep step;
  DaybookTableRow row;

  if (!daybook_table_reader_select (reader, sheet, error))
    return NULL;

  while ((step = daybook_table_reader_next (reader, &row, error)) == DAYBOOK_TABLE_ROW)
    {
      g_string_append_printf (text, "%" G_GUINT64_FORMAT, row.number);
      for (guint i = 0; i < row.n_cells; i++)
        g_string_append_printf (text, "|%s", row.cells[i].text);
      g_string_append_c (text, '\n');
    }

  return step == DAYBOOK_TABLE_END ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

void
fixture_add_row (GString    *table,
                 const char *header,
                 ...)
{
  g_auto(GStrv) headings = g_strsplit (header, ",", -1);
  guint n = g_strv_length (headings);
  g_autofree const char **cells = g_new0 (const char *, n);
  const char *heading;
  va_list pairs;

  va_start (pairs, header);
  while ((heading = va_arg (pairs, const char *)) != NULL)
    {
      guint i = 0;

      while (i < n && !g_str_equal (headings[i], heading))
        i++;
      g_assert_cmpuint (i, <, n);
      cells[i] = va_arg (pairs, const char *);
    }
  va_end (pairs);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (table, "%s\"%s\"", i > 0 ? "," : "", cells[i] != NULL ? cells[i] : "");
  g_string_append_c (table, '\n');
}
