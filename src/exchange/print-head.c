/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/print-head.h"

#include "core/money.h"
#include "core/shop.h"

#include <glib/gi18n-lib.h>

DaybookPaper *
daybook_print_begin (const DaybookManner  *manner,
                     const DaybookPrinted *printed,
                     const char           *title)
{
  g_autoptr(DaybookRow) shop = daybook_reader_find (manner->reader, &daybook_shops, &printed->shop, NULL);
  g_autofree char *now = daybook_print_time (manner->zone, printed->now);
  /* Translators: at the foot of a printed page; %s is a time. */
  g_autofree char *foot = g_strdup_printf (_("Printed %s"), now);

  return daybook_paper_new (shop != NULL ? daybook_row_text (shop, DAYBOOK_SHOP_NAME) : "", title, foot);
}

DaybookExportSheet *
daybook_print_sheet (const DaybookManner *manner,
                     const DaybookTable  *table)
{
  g_autoptr(GArray) none = g_array_new (FALSE, FALSE, sizeof (guint));

  return daybook_export_sheet_new (table, none, "", manner->reader, manner->zone, manner->currency, manner->show);
}

char *
daybook_print_time (GTimeZone *zone,
                    gint64     moment)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (moment);
  g_autoptr(GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M") : g_strdup ("");
}

gboolean
daybook_print_is_quiet (const DaybookRow *row,
                        guint             field)
{
  const DaybookField *spec = &row->table->fields[field];
  const char *word;

  if (!daybook_row_has (row, field) || spec->type != DAYBOOK_TYPE_ENUM)
    return !daybook_row_has (row, field);

  word = daybook_field_word_name (spec, daybook_row_int (row, field));
  return word != NULL && (g_str_equal (word, "none")
                          || g_strcmp0 (spec->words[daybook_row_int (row, field)].tone, DAYBOOK_TONE_QUIET) == 0);
}

char *
daybook_print_cell (const DaybookExportSheet *sheet,
                    const DaybookOutCell     *cell)
{
  switch (cell->kind)
    {
    case DAYBOOK_OUT_TEXT:
      return g_strstrip (g_strdup (cell->text));
    case DAYBOOK_OUT_INT:
      return g_strdup_printf ("%" G_GINT64_FORMAT, cell->number);
    case DAYBOOK_OUT_MONEY:
      return daybook_money_format (cell->number, cell->currency);
    case DAYBOOK_OUT_TIME:
      return daybook_print_time (sheet->zone, cell->number);
    case DAYBOOK_OUT_NONE:
    default:
      return g_strdup ("");
    }
}

char *
daybook_print_value (const DaybookExportSheet *sheet,
                     const DaybookRow         *row,
                     guint                     column)
{
  g_auto(DaybookOutCell) cell = DAYBOOK_OUT_CELL_INIT;

  daybook_out_cell_read (sheet, row, column, &cell);
  return daybook_print_cell (sheet, &cell);
}
