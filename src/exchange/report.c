/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/report.h"

#include "core/money.h"

#include <glib/gi18n-lib.h>

static void
clear_column (gpointer data)
{
  DaybookReportColumn *column = data;

  g_free (column->key);
  g_free (column->label);
}

static void
clear_cell (gpointer data)
{
  DaybookReportCell *cell = data;

  g_free (cell->text);
  g_free (cell->word);
  g_clear_pointer (&cell->keys, g_array_unref);
  g_free (cell->name);
}

static void
free_row (gpointer data)
{
  DaybookReportRow *row = data;

  g_array_unref (row->cells);
  g_clear_pointer (&row->keys, g_array_unref);
  g_free (row->currency);
  g_free (row->name);
  g_free (row);
}

static void
free_part (gpointer data)
{
  DaybookReportPart *part = data;

  g_clear_pointer (&part->plot, daybook_plot_unref);
  g_array_unref (part->columns);
  g_ptr_array_unref (part->rows);
  g_free (part->key);
  g_free (part->title);
  g_free (part->note);
  g_free (part);
}

DaybookReport *
daybook_report_new (const char *key,
                    const char *title,
                    const char *currency)
{
  DaybookReport *self = g_new0 (DaybookReport, 1);

  self->key = g_strdup (key);
  self->title = g_strdup (title);
  self->currency = g_strdup (currency);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->parts = g_ptr_array_new_with_free_func (free_part);
  return self;
}

void
daybook_report_free (DaybookReport *self)
{
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->parts);
  g_free (self->key);
  g_free (self->title);
  g_free (self->currency);
  g_free (self);
}

void
daybook_report_take_note (DaybookReport *self,
                          char          *note)
{
  g_ptr_array_add (self->notes, note);
}

DaybookReportPart *
daybook_report_add_part (DaybookReport *self,
                         const char    *key,
                         const char    *title)
{
  DaybookReportPart *part = g_new0 (DaybookReportPart, 1);

  part->key = g_strdup (key);
  part->title = g_strdup (title);
  part->columns = g_array_new (FALSE, FALSE, sizeof (DaybookReportColumn));
  g_array_set_clear_func (part->columns, clear_column);
  part->rows = g_ptr_array_new_with_free_func (free_row);
  g_ptr_array_add (self->parts, part);
  return part;
}

DaybookReportPart *
daybook_report_find_part (DaybookReport *self,
                          const char    *key)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      DaybookReportPart *part = g_ptr_array_index (self->parts, i);

      if (g_str_equal (part->key, key))
        return part;
    }

  return NULL;
}

void
daybook_report_part_add_column (DaybookReportPart *part,
                                const char        *key,
                                const char        *label,
                                DaybookReportKind  kind)
{
  DaybookReportColumn column = { g_strdup (key), g_strdup (label), kind };

  g_array_append_val (part->columns, column);
}

void
daybook_report_part_add_heads (DaybookReportPart       *part,
                               const DaybookReportHead *heads,
                               guint                    n_heads)
{
  for (guint i = 0; i < n_heads; i++)
    daybook_report_part_add_column (part, heads[i].key, _(heads[i].label), heads[i].kind);
}

/* --- Rows ----------------------------------------------------------------------------------- */

DaybookReportRow *
daybook_report_part_add_row (DaybookReportPart *part)
{
  DaybookReportRow *row = g_new0 (DaybookReportRow, 1);

  row->cells = g_array_new (FALSE, FALSE, sizeof (DaybookReportCell));
  g_array_set_clear_func (row->cells, clear_cell);
  g_ptr_array_add (part->rows, row);
  return row;
}

void
daybook_report_row_add_text (DaybookReportRow *row,
                             const char       *word,
                             const char       *text)
{
  DaybookReportCell cell = { .given = TRUE, .text = g_strdup (text), .word = g_strdup (word) };

  g_array_append_val (row->cells, cell);
}

void
daybook_report_row_add_count (DaybookReportRow *row,
                              gint64            count)
{
  DaybookReportCell cell = { .given = TRUE, .number = count };

  g_array_append_val (row->cells, cell);
}

void
daybook_report_row_take_counted (DaybookReportRow *row,
                                 GArray           *keys,
                                 char             *name)
{
  DaybookReportCell cell = { .given = TRUE, .number = keys->len, .keys = keys, .name = name };

  g_array_append_val (row->cells, cell);
}

void
daybook_report_row_add_money (DaybookReportRow *row,
                              gint64            minor)
{
  daybook_report_row_add_count (row, minor);
}

void
daybook_report_row_add_share (DaybookReportRow *row,
                              double            share)
{
  DaybookReportCell cell = { .given = TRUE, .share = share };

  g_array_append_val (row->cells, cell);
}

void
daybook_report_row_add_nothing (DaybookReportRow *row)
{
  DaybookReportCell cell = { .given = FALSE };

  g_array_append_val (row->cells, cell);
}

void
daybook_report_row_take_keys (DaybookReportRow *row,
                              GArray           *keys,
                              const char       *name)
{
  g_clear_pointer (&row->keys, g_array_unref);
  g_free (row->name);
  row->keys = keys;
  row->name = g_strdup (name);
}

char *
daybook_report_say (const DaybookReport     *self,
                    const DaybookReportPart *part,
                    guint                    row_index,
                    guint                    column)
{
  const DaybookReportRow *row = g_ptr_array_index (part->rows, row_index);
  const DaybookReportCell *cell = &g_array_index (row->cells, DaybookReportCell, column);

  if (!cell->given)
    return g_strdup ("");

  switch (g_array_index (part->columns, DaybookReportColumn, column).kind)
    {
    case DAYBOOK_REPORT_COUNT:
      return g_strdup_printf ("%'" G_GINT64_FORMAT, cell->number);
    case DAYBOOK_REPORT_MONEY:
      return daybook_money_format (cell->number, row->currency != NULL ? row->currency : self->currency);
    case DAYBOOK_REPORT_PERCENT:
      return g_strdup_printf (_("%.1f %%"), cell->share);
    case DAYBOOK_REPORT_TEXT:
    default:
      return g_strdup (cell->text);
    }
}
