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
    "SELECT rowid, id, deleted, provisional, ifnull (number, '') <> '', ifnull (title, ''), ifnull (variant, ''), ifnull (sku, '')"
    " FROM order_lines WHERE \"order\" = :order ORDER BY position, rowid", error);

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

static DaybookBookLine *
find_by_id (GArray          *lines,
            const DaybookId *id,
            gboolean         deleted)
{
  for (guint i = 0; i < lines->len; i++)
    {
      DaybookBookLine *line = &g_array_index (lines, DaybookBookLine, i);

      if (line->deleted == deleted && daybook_id_equal (&line->id, id))
        return line;
    }

  return NULL;
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

static DaybookBookLine *
find_by_name (GArray                  *lines,
              const DaybookLineRecord *told)
{
  for (guint i = 0; i < lines->len; i++)
    {
      DaybookBookLine *line = &g_array_index (lines, DaybookBookLine, i);

      if (line->list == DAYBOOK_LIST_WHOLE && !line->deleted && line->told_by < 0 && is_named_alike (line, told))
        return line;
    }

  return NULL;
}

gboolean
daybook_book_lines_tell (GArray                   *lines,
                         const DaybookOrderRecord *record,
                         GArray                   *ids)
{
  gboolean all = TRUE;

  for (guint i = 0; i < ids->len; i++)
    {
      DaybookBookLine *line = find_by_id (lines, &g_array_index (ids, DaybookId, i), FALSE);

      if (line != NULL)
        line->told_by = (int) i;
    }

  for (guint i = 0; i < ids->len; i++)
    {
      DaybookBookLine *line = daybook_book_lines_told_by (lines, i);

      if (line == NULL && daybook_line_list_of (record) == DAYBOOK_LIST_WHOLE)
        line = find_by_name (lines, &g_array_index (record->lines, DaybookLineRecord, i));
      if (line == NULL)
        line = find_by_id (lines, &g_array_index (ids, DaybookId, i), TRUE);
      if (line != NULL)
        line->told_by = (int) i;
      all = all && line != NULL && !line->deleted;
    }

  return all;
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
