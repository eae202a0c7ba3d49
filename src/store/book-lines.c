/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/book-lines.h"

DaybookLineList
daybook_line_list_of (const DaybookOrderRecord *record)
{
  if (daybook_record_lines_bit (record) == DAYBOOK_RECORD_GUESS_BIT)
    return DAYBOOK_LIST_GUESSED;

  if ((record->carried & DAYBOOK_RECORD_PART) != 0)
    return DAYBOOK_LIST_NUMBERED;
  for (guint i = 0; i < record->lines->len; i++)
    if (!daybook_value_is_empty (&g_array_index (record->lines, DaybookLineRecord, i).values[DAYBOOK_LINE_NUMBER]))
      return DAYBOOK_LIST_NUMBERED;

  return DAYBOOK_LIST_WHOLE;
}

gint64
daybook_line_order (DaybookDatabase  *db,
                    gint64            line,
                    GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT \"order\" FROM order_lines WHERE rowid = :row", error);

  if (statement == NULL)
    return 0;

  daybook_bind_int (statement, ":row", line);
  return daybook_statement_next (statement, error) ? sqlite3_column_int64 (statement, 0) : 0;
}

static void
clear_line (gpointer data)
{
  DaybookBookLine *line = data;

  g_free (line->title);
  g_free (line->variant);
  g_free (line->sku);
}

static DaybookBookLine
read_line (DaybookStatement *statement)
{
  DaybookBookLine line = {
    .key = sqlite3_column_int64 (statement, 0),
    .deleted = sqlite3_column_int64 (statement, 2) != 0,
    .list = sqlite3_column_int64 (statement, 3) != 0 ? DAYBOOK_LIST_GUESSED
            : sqlite3_column_int64 (statement, 4) != 0 ? DAYBOOK_LIST_NUMBERED : DAYBOOK_LIST_WHOLE,
    .told_by = -1,
    .title = g_strdup (daybook_column_text (statement, 5)),
    .variant = g_strdup (daybook_column_text (statement, 6)),
    .sku = g_strdup (daybook_column_text (statement, 7)),
    .price = sqlite3_column_int64 (statement, 8),
    .quantity = sqlite3_column_int64 (statement, 9),
  };

  daybook_column_id (statement, 1, &line.id);
  return line;
}

GArray *
daybook_book_lines_read (DaybookDatabase  *db,
                         gint64            order,
                         GError          **error)
{
  g_autoptr(GArray) lines = g_array_new (FALSE, FALSE, sizeof (DaybookBookLine));
  GError *local = NULL;
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT rowid, id, deleted, provisional, ifnull (number, '') <> '', ifnull (title, ''), ifnull (variant, ''), ifnull (sku, ''),"
    " price, quantity FROM order_lines WHERE \"order\" = :order ORDER BY position, rowid", error);

  g_array_set_clear_func (lines, clear_line);
  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":order", order);
  while (daybook_statement_next (statement, &local))
    {
      DaybookBookLine line = read_line (statement);

      g_array_append_val (lines, line);
    }
  if (local == NULL)
    return g_steal_pointer (&lines);

  g_propagate_error (error, local);
  return NULL;
}

static gboolean
has_id (GArray          *lines,
        const DaybookId *id)
{
  for (guint i = 0; i < lines->len; i++)
    if (daybook_id_equal (&g_array_index (lines, DaybookBookLine, i).id, id))
      return TRUE;

  return FALSE;
}

static const char *
text_of (const DaybookLineRecord *told,
         guint                    field)
{
  return told->values[field].type == DAYBOOK_VALUE_TEXT ? told->values[field].text : "";
}

/* Whether they are the same, or one of them is not told. */
static gboolean
do_agree (const char *a,
          const char *b)
{
  return *a == '\0' || *b == '\0' || g_str_equal (a, b);
}

static gboolean
is_named_alike (const DaybookBookLine   *line,
                const DaybookLineRecord *told)
{
  const char *title = text_of (told, DAYBOOK_LINE_TITLE);

  return *title != '\0'
         && g_str_equal (line->title, title)
         && do_agree (line->sku, text_of (told, DAYBOOK_LINE_SKU))
         && do_agree (line->variant, text_of (told, DAYBOOK_LINE_VARIANT));
}

/* How a line of the record may be found, the surest first. */
typedef enum
{
  BY_SKU,
  BY_AMOUNTS, /* what it is called, and the same price and quantity */
  BY_ID,
  BY_NAME,
  BY_ID_GONE,
  N_WAYS,
} Way;

static gboolean
is_found (const DaybookBookLine   *line,
          const DaybookLineRecord *told,
          const DaybookId         *id,
          Way                      way)
{
  const char *sku = text_of (told, DAYBOOK_LINE_SKU);

  if (line->deleted != (way == BY_ID_GONE))
    return FALSE;

  switch (way)
    {
    case BY_SKU:
      return *sku != '\0' && g_str_equal (line->sku, sku) && is_named_alike (line, told);
    case BY_AMOUNTS:
      return line->list == DAYBOOK_LIST_WHOLE && is_named_alike (line, told)
             && line->price == told->values[DAYBOOK_LINE_PRICE].number
             && line->quantity == told->values[DAYBOOK_LINE_QUANTITY].number;
    case BY_NAME:
      return line->list == DAYBOOK_LIST_WHOLE && is_named_alike (line, told);
    case BY_ID:
    case BY_ID_GONE:
    default:
      return daybook_id_equal (&line->id, id) && do_agree (line->sku, sku);
    }
}

static DaybookBookLine *
find_line (GArray                  *lines,
           const DaybookLineRecord *told,
           const DaybookId         *id,
           Way                      way)
{
  for (guint i = 0; i < lines->len; i++)
    {
      DaybookBookLine *line = &g_array_index (lines, DaybookBookLine, i);

      if (line->told_by < 0 && is_found (line, told, id, way))
        return line;
    }

  return NULL;
}

/* `found`: by line of the record, whether the book's is found. */
static void
find_lines (GArray                   *lines,
            const DaybookOrderRecord *record,
            GArray                   *ids,
            Way                       way,
            gboolean                 *found)
{
  for (guint i = 0; i < ids->len; i++)
    {
      DaybookBookLine *line = found[i] ? NULL : find_line (lines, &g_array_index (record->lines, DaybookLineRecord, i),
                                                           &g_array_index (ids, DaybookId, i), way);

      if (line != NULL)
        {
          line->told_by = (int) i;
          found[i] = TRUE;
        }
    }
}

gboolean
daybook_book_lines_repeat (GArray *ids,
                           guint   index)
{
  for (guint i = 0; i < index; i++)
    if (daybook_id_equal (&g_array_index (ids, DaybookId, i), &g_array_index (ids, DaybookId, index)))
      return TRUE;

  return FALSE;
}

gboolean
daybook_book_lines_tell (GArray                   *lines,
                         const DaybookOrderRecord *record,
                         GArray                   *ids)
{
  gboolean is_list = daybook_line_list_of (record) == DAYBOOK_LIST_WHOLE;
  g_autofree gboolean *found = g_new0 (gboolean, ids->len);

  for (guint way = 0; way < N_WAYS; way++)
    if (is_list || way == BY_ID || way == BY_ID_GONE)
      find_lines (lines, record, ids, (Way) way, found);

  for (guint i = 0; i < ids->len; i++)
    {
      const DaybookBookLine *line = daybook_book_lines_told_by (lines, i);

      if ((line == NULL || line->deleted) && !daybook_book_lines_repeat (ids, i))
        return FALSE;
    }

  return TRUE;
}

DaybookBookLine *
daybook_book_lines_told_by (GArray *lines,
                            guint   index)
{
  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, DaybookBookLine, i).told_by == (int) index)
      return &g_array_index (lines, DaybookBookLine, i);

  return NULL;
}

gboolean
daybook_book_lines_have (GArray          *lines,
                         DaybookLineList  list)
{
  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, DaybookBookLine, i).list == list && !g_array_index (lines, DaybookBookLine, i).deleted)
      return TRUE;

  return FALSE;
}

void
daybook_book_lines_free_id (GArray    *lines,
                            DaybookId *id)
{
  while (has_id (lines, id))
    {
      char taken[DAYBOOK_ID_STRING_SIZE];
      const char *parts[] = { taken };

      daybook_id_print (id, taken);
      daybook_id_derive (id, "order_line", parts, G_N_ELEMENTS (parts));
    }
}
