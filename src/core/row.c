/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/row.h"

G_DEFINE_BOXED_TYPE (DaybookRow, daybook_row, daybook_row_ref, daybook_row_unref)

DaybookRow *
daybook_row_new (const DaybookTable *table)
{
  DaybookRow *row = g_atomic_rc_box_alloc0 (sizeof *row + table->n_fields * sizeof row->values[0]);

  row->table = table;
  return row;
}

DaybookRow *
daybook_row_copy (const DaybookRow *row)
{
  DaybookRow *copy = daybook_row_new (row->table);

  copy->rowid = row->rowid;
  copy->id = row->id;
  for (guint i = 0; i < row->table->n_fields; i++)
    copy->values[i] = daybook_value_copy (&row->values[i]);
  return copy;
}

DaybookRow *
daybook_row_ref (DaybookRow *row)
{
  return g_atomic_rc_box_acquire (row);
}

static void
clear (gpointer data)
{
  DaybookRow *row = data;

  for (guint i = 0; i < row->table->n_fields; i++)
    daybook_value_clear (&row->values[i]);
}

void
daybook_row_unref (DaybookRow *row)
{
  g_atomic_rc_box_release_full (row, clear);
}

const char *
daybook_row_text (const DaybookRow *row,
                  guint             field)
{
  const DaybookValue *value = &row->values[field];

  return value->type == DAYBOOK_VALUE_TEXT ? value->text : "";
}

char *
daybook_row_text_with (const DaybookRow *row,
                       guint             field,
                       const char       *line)
{
  const char *old = daybook_row_text (row, field);

  return *old != '\0' ? g_strconcat (old, "\n", line, NULL) : g_strdup (line);
}

gint64
daybook_row_int (const DaybookRow *row,
                 guint             field)
{
  const DaybookValue *value = &row->values[field];

  return value->type == DAYBOOK_VALUE_INT ? value->number : 0;
}

const DaybookId *
daybook_row_ref_id (const DaybookRow *row,
                    guint             field)
{
  const DaybookValue *value = &row->values[field];

  return value->type == DAYBOOK_VALUE_ID ? &value->id : NULL;
}

gboolean
daybook_row_has (const DaybookRow *row,
                 guint             field)
{
  return row->values[field].type != DAYBOOK_VALUE_NONE;
}

gboolean
daybook_rows_hold (GPtrArray        *rows,
                   const DaybookRow *row)
{
  for (guint i = 0; i < rows->len; i++)
    if (((const DaybookRow *) g_ptr_array_index (rows, i))->rowid == row->rowid)
      return TRUE;

  return FALSE;
}
