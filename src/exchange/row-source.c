/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/row-source.h"

#include "core/mask.h"
#include "exchange/clean.h"
#include "exchange/mapping-private.h"
#include "exchange/personal.h"
#include "exchange/recognise.h"
#include "store/source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The columns of one form, in the order of the file. */
typedef struct
{
  char                   *kind;     /* what the form says the file holds */
  char                  **headings; /* each only once */
  DaybookPersonalColumn  *columns;
  guint                   n_columns;
} Header;

static void
clear_header (Header *header)
{
  g_free (header->kind);
  g_strfreev (header->headings);
  g_free (header->columns);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Header, clear_header)

static void
free_cell (gpointer data)
{
  DaybookSourceCell *cell = data;

  g_free (cell->heading);
  g_free (cell->text);
  g_free (cell);
}

void
daybook_source_file_free (DaybookSourceFile *file)
{
  g_free (file->platform);
  g_free (file->kind);
  g_ptr_array_unref (file->rows);
  g_free (file);
}

/* --- The header ----------------------------------------------------------- */

static char *
name_column (const char *heading,
             guint       column,
             GHashTable *taken)
{
  g_autofree char *clean = g_strstrip (g_strdup (heading));
  /* Translators: name of a table’s column without a heading; %u counts from 1 */
  g_autofree char *plain = *clean != '\0' ? g_steal_pointer (&clean) : g_strdup_printf (_("Column %u"), column + 1);
  char *name = g_strdup (plain);

  for (guint n = 2; g_hash_table_contains (taken, name); n++)
    {
      g_free (name);
      name = g_strdup_printf ("%s (%u)", plain, n);
    }
  g_hash_table_add (taken, name);
  return name;
}

static void
fill_header (Header                *header,
             char                 **headings,
             const DaybookProfile  *profile,
             const DaybookBinding  *binding)
{
  g_autoptr(GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);

  header->n_columns = g_strv_length (headings);
  header->headings = g_new0 (char *, header->n_columns + 1);
  header->columns = g_new0 (DaybookPersonalColumn, header->n_columns);
  for (guint i = 0; i < header->n_columns; i++)
    {
      header->headings[i] = name_column (headings[i], i, taken);
      header->columns[i] = daybook_personal_column (profile, binding, i, headings[i]);
    }
}

/* What a person has said of the header goes before what the platforms say. */
static void
read_header (Header                   *header,
             DaybookReader            *reader,
             GPtrArray                *profiles,
             const DaybookSourceTable *table,
             const char               *platform)
{
  g_autoptr(DaybookMapping) mapping = daybook_mapping_recall (reader, table->form);
  g_autoptr(DaybookForm) said = mapping != NULL ? daybook_mapping_to_form (mapping, NULL) : NULL;
  const char *const *headings = (const char *const *) table->headings;
  guint n_headings = g_strv_length (table->headings);
  const DaybookProfile *profile = daybook_profiles_find (profiles, platform);
  const DaybookProfile *found = NULL;
  const DaybookForm *form = said != NULL ? said : daybook_recognise_header (profiles, profile, headings, n_headings, &found);
  g_autoptr(DaybookBinding) binding = form != NULL ? daybook_binding_new (form, headings, n_headings) : NULL;

  header->kind = g_strdup (form != NULL ? form->kind : "orders");
  fill_header (header, table->headings, found != NULL ? found : profile, binding);
}

/* --- The rows ------------------------------------------------------------- */

static char *
clean_cell (char  **cells,
            guint   n_cells,
            guint   column)
{
  g_autoptr(GString) text = g_string_new (NULL);

  if (column < n_cells)
    daybook_clean_text (cells[column], strlen (cells[column]), text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static DaybookSourceCell *
make_cell (const Header *header,
           guint         column,
           char         *text,
           const char   *first)
{
  DaybookSourceCell *cell = g_new0 (DaybookSourceCell, 1);

  cell->heading = g_strdup (header->headings[column]);
  cell->text = text;
  cell->mask = daybook_personal_mask (&header->columns[column], text);
  cell->repeats = g_strcmp0 (text, first) == 0;
  return cell;
}

/* `first`: the order's first row, NULL for that itself. */
static GPtrArray *
read_row (const Header  *header,
          char         **cells,
          char         **first)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (free_cell);
  guint n_cells = g_strv_length (cells);
  guint n_first = first != NULL ? g_strv_length (first) : 0;

  for (guint i = 0; i < header->n_columns; i++)
    {
      g_autofree char *text = clean_cell (cells, n_cells, i);
      g_autofree char *above = first != NULL ? clean_cell (first, n_first, i) : NULL;

      if (!daybook_clean_is_empty (text))
        g_ptr_array_add (row, make_cell (header, i, g_steal_pointer (&text), above));
    }

  return row;
}

static DaybookSourceFile *
read_file (DaybookReader            *reader,
           GPtrArray                *profiles,
           const DaybookSourceTable *table,
           const char               *platform)
{
  DaybookSourceFile *file = g_new0 (DaybookSourceFile, 1);
  g_auto(Header) header = { 0 };

  file->platform = g_strdup (platform);
  file->n_rows = table->n_rows;
  file->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  if (table->headings != NULL)
    read_header (&header, reader, profiles, table, platform);
  file->kind = g_strdup (header.kind != NULL ? header.kind : "orders");
  if (table->headings == NULL)
    return file;

  file->n_columns = header.n_columns;
  for (guint i = 0; i < table->rows->len; i++)
    g_ptr_array_add (file->rows, read_row (&header, g_ptr_array_index (table->rows, i),
                                           i > 0 ? g_ptr_array_index (table->rows, 0) : NULL));
  return file;
}

GPtrArray *
daybook_row_source_read (DaybookReader     *reader,
                         const char        *folder,
                         const DaybookRow  *row,
                         guint              max_rows,
                         GError           **error)
{
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_source_file_free);
  g_autoptr(GPtrArray) tables = daybook_reader_source (reader, row, max_rows, error);
  g_autoptr(GPtrArray) profiles = NULL;

  if (tables == NULL)
    return NULL;
  if (tables->len == 0)
    return g_steal_pointer (&files);

  profiles = daybook_profiles_load (folder, error);
  for (guint i = 0; profiles != NULL && i < tables->len; i++)
    g_ptr_array_add (files, read_file (reader, profiles, g_ptr_array_index (tables, i),
                                       daybook_row_text (row, (guint) daybook_table_field (row->table, "platform"))));
  return profiles != NULL ? g_steal_pointer (&files) : NULL;
}

char *
daybook_source_cell_mask (const DaybookSourceCell *cell)
{
  return daybook_mask (cell->mask, cell->text);
}
