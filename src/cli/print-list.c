/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/print-list.h"

#include "cli/find-row.h"
#include "cli/looks.h"
#include "cli/read-query.h"

#include <glib/gi18n-lib.h>

/* A table of more rows than this is printed in pieces, so that a list of a
 * million needs no memory. */
#define TABLE_ROWS 1000

void
daybook_list_range_clear (DaybookListRange *range)
{
  g_clear_pointer (&range->after, g_free);
}

gboolean
daybook_list_range_cut (const DaybookListRange  *range,
                        guint                    n,
                        DaybookListIdAt          id_at,
                        gpointer                 data,
                        guint                   *first,
                        guint                   *last,
                        GError                 **error)
{
  DaybookId after, id;
  guint from = 0;

  if (range->limit < 0 || (range->after != NULL && !daybook_id_parse (range->after, &after)))
    {
      g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE,
                           range->limit < 0 ? _("--limit takes a number that is not negative.") : _("--after takes the id of a row."));
      return FALSE;
    }

  if (range->after != NULL)
    {
      while (from < n && !(id_at (data, from, &id) && daybook_id_equal (&id, &after)))
        from++;
      if (from == n)
        {
          g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND,
                       _("The row “%s” is not in this list."), range->after);
          return FALSE;
        }
      from++;
    }

  *first = from;
  *last = range->limit == 0 || range->limit > n - from ? n : from + (guint) range->limit;
  return TRUE;
}

/* The ids of a query's rows, looked up only when --after asks for one. */
typedef struct
{
  DaybookReader      *reader;
  const DaybookTable *table;
  GArray             *keys;
} Keys;

static gboolean
id_of_key (gpointer   data,
           guint      place,
           DaybookId *id)
{
  Keys *keys = data;

  return daybook_reader_id (keys->reader, keys->table, g_array_index (keys->keys, gint64, place), id, NULL);
}

static gboolean
print_json_rows (DaybookCli          *cli,
                 const DaybookTable  *table,
                 const gint64        *keys,
                 guint                n_keys,
                 GError             **error)
{
  for (guint i = 0; i < n_keys; i++)
    {
      g_autoptr(DaybookRow) row = daybook_reader_row (daybook_store_get_reader (cli->store), table, keys[i], error);
      g_autoptr(JsonObject) object = row != NULL ? daybook_row_to_json (cli, row) : NULL;

      if (object == NULL)
        return FALSE;
      daybook_print_list_row (object, i);
    }

  return TRUE;
}

static gboolean
print_table_rows (DaybookCli          *cli,
                  const DaybookTable  *table,
                  const gint64        *keys,
                  guint                n_keys,
                  GError             **error)
{
  for (guint i = 0; i < n_keys; i += TABLE_ROWS)
    {
      g_autoptr(DaybookTextTable) text = daybook_print_new_table ();

      daybook_print_add_columns (text, table);
      for (guint j = i; j < MIN (n_keys, i + TABLE_ROWS); j++)
        {
          g_autoptr(DaybookRow) row = daybook_reader_row (daybook_store_get_reader (cli->store), table, keys[j], error);

          if (row == NULL)
            return FALSE;
          daybook_print_add_row (text, cli, table, row);
        }
      daybook_print_table (text);
    }

  return TRUE;
}

static gboolean
log_rows (DaybookCli          *cli,
          const DaybookTable  *table,
          const gint64        *keys,
          guint                n_keys,
          GError             **error)
{
  g_autoptr(DaybookLooks) looks = daybook_looks_new (cli);

  for (guint i = 0; i < n_keys; i++)
    daybook_looks_add (looks, table, keys[i]);
  return daybook_looks_log (looks, error);
}

static gboolean
print_rows (DaybookCli          *cli,
            const char          *kind,
            const DaybookTable  *table,
            const gint64        *keys,
            guint                n_keys,
            gint64               total,
            GError             **error)
{
  if (daybook_cli_is_json (cli))
    {
      daybook_print_list_begin (kind, total);
      if (!print_json_rows (cli, table, keys, n_keys, error))
        return FALSE;
      daybook_print_list_end ();
      return TRUE;
    }

  if (!print_table_rows (cli, table, keys, n_keys, error))
    return FALSE;

  if (n_keys < total)
    daybook_print (_("%u of %lld rows; --limit 0 shows all.\n"), n_keys, (long long) total);
  else if (total == 0)
    daybook_print ("%s\n", _("There are none."));
  return TRUE;
}

gboolean
daybook_print_query (DaybookCli              *cli,
                     const char              *kind,
                     const DaybookQuery      *query,
                     const DaybookListRange  *range,
                     GError                 **error)
{
  DaybookReader *reader = daybook_store_get_reader (cli->store);
  gint64 total = daybook_reader_count (reader, query, 0, error);
  gint64 enough = range->after == NULL ? MIN (MAX (range->limit, 0), G_MAXUINT) : 0;
  g_autoptr(GArray) keys = total >= 0 ? daybook_reader_keys (reader, query, (guint) enough, error) : NULL;
  guint first, last;

  if (keys == NULL)
    return daybook_blame_words (error);

  if (!daybook_list_range_cut (range, keys->len, id_of_key, &(Keys) { reader, query->table, keys }, &first, &last, error))
    return FALSE;

  if (!daybook_cli_check_bulk (cli, query->table, last - first, error) || !daybook_cli_log_question (cli, query, total, error)
      || !log_rows (cli, query->table, &g_array_index (keys, gint64, first), last - first, error))
    return FALSE;

  return print_rows (cli, kind, query->table, &g_array_index (keys, gint64, first), last - first, total, error);
}
