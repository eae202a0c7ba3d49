/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-sound.h"

#include "core/case-rule.h"

static GPtrArray *
all_of (Book               *book,
        const DaybookTable *table)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *rows = daybook_reader_all (daybook_store_get_reader (book->store), table, &error);

  g_assert_no_error (error);
  return rows;
}

static gboolean
points_at (const DaybookRow *row,
           guint             field,
           const DaybookId  *id)
{
  const DaybookId *other = daybook_row_ref_id (row, field);

  return other != NULL && daybook_id_equal (other, id);
}

static const char *
number_of (const DaybookRow *row)
{
  return daybook_row_text (row, DAYBOOK_CASE_NUMBER);
}

/* Merged ones are in no list, and held to nothing. */
static GPtrArray *
live_cases (Book *book)
{
  g_autoptr(GPtrArray) rows = all_of (book, &daybook_cases);
  GPtrArray *live = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);

  for (guint i = 0; i < rows->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (rows, i);

      if (!daybook_row_has (row, DAYBOOK_CASE_MERGED_INTO))
        g_ptr_array_add (live, case_row (book, &row->id));
    }
  return live;
}

/* --- Stages ---------------------------------------------------------------------- */

static gboolean
has_part (GPtrArray        *parts,
          guint             owner,
          const DaybookRow *row)
{
  for (guint i = 0; i < parts->len; i++)
    if (points_at (g_ptr_array_index (parts, i), owner, &row->id))
      return TRUE;

  return FALSE;
}

static gboolean
is_there (Book                       *book,
          const DaybookRow           *row,
          const DaybookRegisterField *own,
          const char                 *name)
{
  if (own != NULL && own->input == DAYBOOK_INPUT_LINES)
    {
      g_autoptr(GPtrArray) goods = all_of (book, &daybook_case_lines);

      return has_part (goods, DAYBOOK_CASE_LINE_CASE, row);
    }

  const DaybookValue *value = &row->values[daybook_table_field (row->table, name)];
  return value->type != DAYBOOK_VALUE_NONE
         && (value->type != DAYBOOK_VALUE_TEXT || *value->text != '\0')
         && !(value->type == DAYBOOK_VALUE_INT && value->number == 0
              && row->table->fields[daybook_table_field (row->table, name)].type == DAYBOOK_TYPE_ENUM);
}

static char *
find_missing (Book                   *book,
              const DaybookRow       *row,
              DaybookRegister        *definition,
              const DaybookStageRule *stage)
{
  for (guint i = 0; i < stage->required->len; i++)
    {
      const DaybookRequirement *requirement = g_ptr_array_index (stage->required, i);
      gboolean met = requirement->when.field != NULL && !daybook_when_holds (&requirement->when, row);

      for (char **field = requirement->fields; !met && *field != NULL; field++)
        met = is_there (book, row, daybook_register_find_field (definition, *field), *field);
      if (!met)
        return g_strdup_printf ("%s is in “%s” without %s", number_of (row), stage->key, requirement->fields[0]);
    }

  return NULL;
}

static char *
find_stage_fault (Book             *book,
                  const DaybookRow *row)
{
  DaybookRegister *definition =
    daybook_reader_register (daybook_store_get_reader (book->store), daybook_row_text (row, DAYBOOK_CASE_REGISTER));
  int place = daybook_register_find_stage (definition, daybook_row_text (row, DAYBOOK_CASE_STAGE));

  if (place < 0)
    return g_strdup_printf ("%s is in no stage of its register", number_of (row));

  const DaybookStageRule *stage = daybook_register_get_stage (definition, (guint) place);
  if (stage->ends != daybook_row_has (row, DAYBOOK_CASE_CLOSED_AT))
    return g_strdup_printf ("%s is in “%s” and is%s closed", number_of (row), stage->key, stage->ends ? " not" : "");
  return find_missing (book, row, definition, stage);
}

/* --- Goods ------------------------------------------------------------------------- */

static const DaybookRow *
find_row (GPtrArray       *rows,
          const DaybookId *id)
{
  for (guint i = 0; id != NULL && i < rows->len; i++)
    if (daybook_id_equal (&((const DaybookRow *) g_ptr_array_index (rows, i))->id, id))
      return g_ptr_array_index (rows, i);

  return NULL;
}

/* How many of the line are in open cases of the register. */
static gint64
count_in_cases (GPtrArray        *goods,
                GPtrArray        *cases,
                const DaybookId  *line,
                const char       *key)
{
  gint64 sum = 0;

  for (guint i = 0; i < goods->len; i++)
    {
      const DaybookRow *part = g_ptr_array_index (goods, i);
      const DaybookRow *of = find_row (cases, daybook_row_ref_id (part, DAYBOOK_CASE_LINE_CASE));

      if (points_at (part, DAYBOOK_CASE_LINE_LINE, line) && of != NULL && !daybook_row_has (of, DAYBOOK_CASE_CLOSED_AT)
          && g_str_equal (daybook_row_text (of, DAYBOOK_CASE_REGISTER), key))
        sum += daybook_row_int (part, DAYBOOK_CASE_LINE_QUANTITY);
    }
  return sum;
}

static char *
find_goods_fault (GPtrArray        *goods,
                  GPtrArray        *cases,
                  GPtrArray        *lines,
                  const DaybookRow *part)
{
  const DaybookRow *of = find_row (cases, daybook_row_ref_id (part, DAYBOOK_CASE_LINE_CASE));
  const DaybookRow *line = find_row (lines, daybook_row_ref_id (part, DAYBOOK_CASE_LINE_LINE));
  gint64 received = daybook_row_int (part, DAYBOOK_CASE_LINE_RECEIVED);
  gint64 damaged = daybook_row_int (part, DAYBOOK_CASE_LINE_DAMAGED);

  if (of == NULL || line == NULL || !daybook_row_has (line, DAYBOOK_LINE_QUANTITY))
    return NULL;

  gint64 bought = daybook_row_int (line, DAYBOOK_LINE_QUANTITY);
  gint64 all = count_in_cases (goods, cases, &line->id, daybook_row_text (of, DAYBOOK_CASE_REGISTER));
  if (all > bought)
    return g_strdup_printf ("%s: %d of a line are in open cases, %d were bought", number_of (of), (int) all, (int) bought);
  if (daybook_row_int (part, DAYBOOK_CASE_LINE_QUANTITY) > bought || received > bought || damaged > received)
    return g_strdup_printf ("%s: %d received, %d damaged, %d bought", number_of (of), (int) received, (int) damaged, (int) bought);
  return NULL;
}

/* --- Money --------------------------------------------------------------------------- */

static gint64
refund_of (const DaybookRow *row)
{
  int field = daybook_table_field (row->table, DAYBOOK_EXTRA_PREFIX "refund");

  return field >= 0 ? daybook_row_int (row, (guint) field) : 0;
}

static gint64
moved_of (GPtrArray        *events,
          const DaybookRow *row)
{
  gint64 sum = 0;

  for (guint i = 0; i < events->len; i++)
    {
      const DaybookRow *event = g_ptr_array_index (events, i);

      if (daybook_row_int (event, DAYBOOK_EVENT_KIND) == DAYBOOK_EVENT_MONEY && points_at (event, DAYBOOK_EVENT_CASE, &row->id))
        sum += daybook_row_int (event, DAYBOOK_EVENT_AMOUNT);
    }
  return MAX (0, sum);
}

static char *
find_money_fault (GPtrArray        *cases,
                  GPtrArray        *events,
                  const DaybookRow *order)
{
  gint64 sum = 0;

  for (guint i = 0; i < cases->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (cases, i);

      if (!points_at (row, DAYBOOK_CASE_ORDER, &order->id))
        continue;
      if (refund_of (row) < 0)
        return g_strdup_printf ("%s: a refund below nothing", number_of (row));
      sum += daybook_row_has (row, DAYBOOK_CASE_CLOSED_AT) ? MIN (moved_of (events, row), refund_of (row)) : refund_of (row);
    }

  return sum <= daybook_row_int (order, DAYBOOK_ORDER_PAID) ? NULL
    : g_strdup_printf ("%d goes back of order %s", (int) sum, daybook_row_text (order, DAYBOOK_ORDER_NUMBER));
}

/* --- All of it ------------------------------------------------------------------------- */

static char *
find_double (GPtrArray *cases)
{
  g_autoptr(GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < cases->len; i++)
    if (!g_hash_table_add (numbers, (gpointer) number_of (g_ptr_array_index (cases, i))))
      return g_strdup_printf ("two cases are %s", number_of (g_ptr_array_index (cases, i)));

  return NULL;
}

char *
case_find_fault (Book *book)
{
  g_autoptr(GPtrArray) cases = live_cases (book);
  g_autoptr(GPtrArray) goods = all_of (book, &daybook_case_lines);
  g_autoptr(GPtrArray) lines = all_of (book, &daybook_order_lines);
  g_autoptr(GPtrArray) events = all_of (book, &daybook_events);
  g_autoptr(GPtrArray) orders = all_of (book, &daybook_orders);
  char *fault = find_double (cases);

  for (guint i = 0; fault == NULL && i < cases->len; i++)
    fault = find_stage_fault (book, g_ptr_array_index (cases, i));
  for (guint i = 0; fault == NULL && i < goods->len; i++)
    fault = find_goods_fault (goods, cases, lines, g_ptr_array_index (goods, i));
  for (guint i = 0; fault == NULL && i < orders->len; i++)
    fault = find_money_fault (cases, events, g_ptr_array_index (orders, i));
  return fault;
}
