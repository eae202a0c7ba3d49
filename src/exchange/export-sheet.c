/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/export-sheet.h"

#include "core/decimal.h"
#include "core/order.h"
#include "core/words.h"
#include "exchange/derived.h"

#include <glib/gi18n-lib.h>

/* Names that are looked up once: shops and agents, and buyers who come again. */
#define MAX_NAMES 4096

DaybookExportSheet *
daybook_export_sheet_new (const DaybookTable *table,
                          GArray             *columns,
                          const char         *title,
                          DaybookReader      *reader,
                          GTimeZone          *zone,
                          const char         *currency,
                          DaybookShow         show)
{
  DaybookExportSheet *sheet = g_new0 (DaybookExportSheet, 1);

  sheet->table = table;
  sheet->columns = g_array_ref (columns);
  sheet->title = g_strdup (title);
  sheet->zone = g_time_zone_ref (zone);
  sheet->currency = g_strdup (currency);
  sheet->manner = (DaybookManner) { reader, sheet->zone, sheet->currency, show };
  sheet->names = g_hash_table_new_full (daybook_id_hash, daybook_id_equal, g_free, g_free);
  return sheet;
}

void
daybook_export_sheet_free (DaybookExportSheet *sheet)
{
  g_hash_table_unref (sheet->names);
  g_clear_pointer (&sheet->paper, daybook_paper_free);
  g_array_unref (sheet->columns);
  g_time_zone_unref (sheet->zone);
  g_free (sheet->currency);
  g_free (sheet->title);
  g_free (sheet);
}

/* --- Cells -------------------------------------------------------------- */

/* It is another row than those that may be shown in full. */
static char *
read_name (const DaybookExportSheet *sheet,
           const DaybookField       *field,
           const DaybookId          *id)
{
  DaybookManner manner = sheet->manner;
  g_autoptr(DaybookRow) row = daybook_reader_find (manner.reader, daybook_registry_find (field->ref), id, NULL);

  manner.show = DAYBOOK_SHOW_MASKED;
  return row != NULL ? daybook_row_call (&manner, row) : daybook_id_to_string (id);
}

static const char *
obtain_name (const DaybookExportSheet *sheet,
             const DaybookField       *field,
             const DaybookId          *id)
{
  char *name = g_hash_table_lookup (sheet->names, id);

  if (name != NULL)
    return name;

  if (g_hash_table_size (sheet->names) >= MAX_NAMES)
    g_hash_table_remove_all (sheet->names);
  name = read_name (sheet, field, id);
  g_hash_table_insert (sheet->names, g_memdup2 (id, sizeof *id), name);
  return name;
}

/* A number that was made up means nothing to people (core/order.h), and would be taken
 * for one where the file is read. */
static gboolean
is_made_up (const DaybookRow *row,
            guint             field)
{
  return row->table == &daybook_orders && field == DAYBOOK_ORDER_NUMBER
         && daybook_order_number_is_derived (daybook_row_text (row, field));
}

static void
set_owned (DaybookOutCell *cell,
           char           *text)
{
  cell->owned = text;
  cell->text = text;
}

static void
read_text (const DaybookExportSheet *sheet,
           const DaybookRow         *row,
           guint                     field,
           DaybookOutCell           *cell)
{
  const DaybookField *spec = &row->table->fields[field];
  const char *text = daybook_row_text (row, field);

  if (is_made_up (row, field))
    cell->text = "";
  else if (g_str_equal (spec->name, "platform"))
    cell->text = daybook_words_platform (text);
  else if (spec->mask == DAYBOOK_MASK_NONE)
    cell->text = text;
  else
    set_owned (cell, daybook_row_tell (&sheet->manner, row, field));
}

static void
read_word (const DaybookExportSheet *sheet,
           const DaybookRow         *row,
           guint                     field,
           DaybookOutCell           *cell)
{
  const DaybookField *spec = &row->table->fields[field];
  const DaybookValue *value = &row->values[field];

  switch (spec->type)
    {
    case DAYBOOK_TYPE_BOOL:
      cell->text = value->number != 0 ? _("Yes") : _("No");
      break;
    case DAYBOOK_TYPE_ENUM:
      cell->text = daybook_words_enum (spec, value->number);
      break;
    case DAYBOOK_TYPE_REF:
      cell->text = obtain_name (sheet, spec, &value->id);
      break;
    case DAYBOOK_TYPE_CHOICE:
    case DAYBOOK_TYPE_CHOICES:
      set_owned (cell, daybook_words_choices (spec, value->text));
      break;
    case DAYBOOK_TYPE_INT:
      set_owned (cell, daybook_decimal_print (value->number, spec->digits));
      break;
    default:
      read_text (sheet, row, field, cell);
      break;
    }
}

static DaybookOutKind
kind_of (const DaybookField *field)
{
  switch (field->type)
    {
    case DAYBOOK_TYPE_INT:
      return field->digits == 0 ? DAYBOOK_OUT_INT : DAYBOOK_OUT_TEXT;
    case DAYBOOK_TYPE_MONEY:
      return DAYBOOK_OUT_MONEY;
    case DAYBOOK_TYPE_TIME:
      return DAYBOOK_OUT_TIME;
    default:
      return DAYBOOK_OUT_TEXT;
    }
}

static void
read_field (const DaybookExportSheet *sheet,
            const DaybookRow         *row,
            guint                     field,
            DaybookOutCell           *cell)
{
  if (!daybook_row_has (row, field))
    {
      /* A customer without a name is called by an account. */
      if ((int) field != row->table->title)
        return;
      cell->kind = DAYBOOK_OUT_TEXT;
      set_owned (cell, daybook_row_call (&sheet->manner, row));
      return;
    }

  cell->kind = kind_of (&row->table->fields[field]);
  cell->number = cell->kind != DAYBOOK_OUT_TEXT ? daybook_row_int (row, field) : 0;
  cell->currency = cell->kind == DAYBOOK_OUT_MONEY ? daybook_row_currency (&sheet->manner, row) : NULL;
  if (cell->kind == DAYBOOK_OUT_TEXT)
    read_word (sheet, row, field, cell);
}

const char *
daybook_export_sheet_label (const DaybookExportSheet *sheet,
                            guint                     column)
{
  const DaybookDerived *derived = daybook_derived_column (sheet->table, column);

  return _(derived != NULL ? derived->label : sheet->table->fields[column].label);
}

void
daybook_out_cell_read (const DaybookExportSheet *sheet,
                       const DaybookRow         *row,
                       guint                     column,
                       DaybookOutCell           *cell)
{
  const DaybookDerived *derived = daybook_derived_column (sheet->table, column);

  *cell = (DaybookOutCell) DAYBOOK_OUT_CELL_INIT;
  if (derived != NULL)
    derived->read (sheet, row, cell);
  else
    read_field (sheet, row, column, cell);
}

void
daybook_out_cell_clear (DaybookOutCell *cell)
{
  g_clear_pointer (&cell->owned, g_free);
}

gint64
daybook_out_wall_time (const DaybookExportSheet *sheet,
                       gint64                    moment)
{
  int interval = g_time_zone_find_interval (sheet->zone, G_TIME_TYPE_UNIVERSAL, moment);

  return moment + g_time_zone_get_offset (sheet->zone, interval);
}
