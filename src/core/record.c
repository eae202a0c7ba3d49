/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/record.h"

#include "core/mask.h"

#include <string.h>

#define CHUNK_SIZE 4096

/* Texts in a record are owned by its chunk, never freed one by one. */
static DaybookValue
chunk_text (DaybookOrderRecord *record,
            const char         *text)
{
  if (text == NULL)
    return (DaybookValue) DAYBOOK_VALUE_INIT;

  return (DaybookValue) { .type = DAYBOOK_VALUE_TEXT, .text = g_string_chunk_insert (record->chunk, text) };
}

DaybookOrderRecord *
daybook_record_new (void)
{
  DaybookOrderRecord *record = g_new0 (DaybookOrderRecord, 1);

  record->lines = g_array_new (FALSE, TRUE, sizeof (DaybookLineRecord));
  record->raw = g_string_new (NULL);
  record->chunk = g_string_chunk_new (CHUNK_SIZE);
  return record;
}

void
daybook_record_free (DaybookOrderRecord *record)
{
  g_array_unref (record->lines);
  g_string_free (record->raw, TRUE);
  g_string_chunk_free (record->chunk);
  g_free (record);
}

void
daybook_record_reset (DaybookOrderRecord *record)
{
  memset (record->values, 0, sizeof record->values);
  record->carried = 0;
  record->summed = 0;
  record->account = NULL;
  record->first_row = 0;
  record->n_rows = 0;
  g_array_set_size (record->lines, 0);
  g_string_truncate (record->raw, 0);
  g_string_chunk_clear (record->chunk);
}

void
daybook_record_set_text (DaybookOrderRecord *record,
                         guint               field,
                         const char         *text)
{
  record->values[field] = chunk_text (record, text);
}

void
daybook_record_set_int (DaybookOrderRecord *record,
                        guint               field,
                        gint64              number)
{
  record->values[field] = daybook_value_int (number);
}

gboolean
daybook_record_carries (const DaybookOrderRecord *record,
                        guint                     field)
{
  return (record->carried >> field & 1) != 0;
}

gboolean
daybook_record_has_amount (const DaybookOrderRecord *record)
{
  for (guint i = 0; i < DAYBOOK_ORDER_N_FIELDS; i++)
    if (daybook_orders.fields[i].type == DAYBOOK_TYPE_MONEY && record->values[i].type == DAYBOOK_VALUE_INT)
      return TRUE;
  for (guint i = 0; i < record->lines->len; i++)
    if (g_array_index (record->lines, DaybookLineRecord, i).values[DAYBOOK_LINE_PRICE].type == DAYBOOK_VALUE_INT)
      return TRUE;

  return FALSE;
}

guint
daybook_record_lines_bit (const DaybookOrderRecord *record)
{
  gboolean guessed = record->lines->len > 0
                     && g_array_index (record->lines, DaybookLineRecord, 0).values[DAYBOOK_LINE_PROVISIONAL].number != 0;

  return guessed ? DAYBOOK_RECORD_GUESS_BIT : DAYBOOK_RECORD_LINES_BIT;
}

/* A masked value confirms no full one. */
static gboolean
tells_field (const DaybookOrderRecord *record,
             guint                     field)
{
  const DaybookValue *value = &record->values[field];

  return daybook_record_carries (record, field)
         && !daybook_value_is_empty (value)
         && (daybook_orders.fields[field].mask == DAYBOOK_MASK_NONE || !daybook_mask_is_masked (value->text));
}

guint64
daybook_record_tells (const DaybookOrderRecord *record)
{
  guint64 told = 0;

  for (guint i = 0; i < DAYBOOK_ORDER_N_FIELDS; i++)
    if (tells_field (record, i))
      told |= G_GUINT64_CONSTANT (1) << i;
  if (record->account != NULL)
    told |= G_GUINT64_CONSTANT (1) << DAYBOOK_ORDER_CUSTOMER;
  if (record->lines->len > 0)
    told |= G_GUINT64_CONSTANT (1) << daybook_record_lines_bit (record);

  return told;
}

DaybookLineRecord *
daybook_record_add_line (DaybookOrderRecord *record)
{
  g_array_set_size (record->lines, record->lines->len + 1);
  return &g_array_index (record->lines, DaybookLineRecord, record->lines->len - 1);
}

void
daybook_record_line_text (DaybookOrderRecord *record,
                          DaybookLineRecord  *line,
                          guint               field,
                          const char         *text)
{
  line->values[field] = chunk_text (record, text);
}

DaybookProblem *
daybook_problem_new (guint64     row,
                     const char *column,
                     const char *value,
                     const char *why)
{
  DaybookProblem *problem = g_new0 (DaybookProblem, 1);

  problem->row = row;
  problem->column = g_strdup (column);
  problem->value = g_strdup (value);
  problem->why = g_strdup (why);
  return problem;
}

void
daybook_problem_free (DaybookProblem *problem)
{
  g_free (problem->column);
  g_free (problem->value);
  g_free (problem->why);
  g_free (problem);
}
