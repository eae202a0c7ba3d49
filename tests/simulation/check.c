/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "simulation.h"

#include "store/payload.h"

#include <string.h>

/* --- Nothing is lost ---------------------------------------------------- */

/* What one operation said about one field. */
typedef struct
{
  const SimEntry *entry;
  char           *value;
  char           *old;   /* set: what its author saw */
} Said;

static void
free_said (gpointer data)
{
  Said *said = data;

  g_free (said->value);
  g_free (said->old);
  g_free (said);
}

static char *
print_value (const DaybookValue *value)
{
  g_autoptr(JsonNode) node = daybook_payload_value_to_json (value);

  return json_to_string (node, FALSE);
}

static void
add_said (GHashTable          *fields,
          const SimEntry      *entry,
          const DaybookOpRow  *row,
          const DaybookOpCell *cell)
{
  g_autofree char *id = daybook_id_to_string (&row->id);
  g_autofree char *key = g_strdup_printf ("%s/%s/%s", row->kind, id, cell->field);
  GPtrArray *all = g_hash_table_lookup (fields, key);
  Said *said = g_new0 (Said, 1);

  if (all == NULL)
    {
      all = g_ptr_array_new_with_free_func (free_said);
      g_hash_table_insert (fields, g_steal_pointer (&key), all);
    }
  said->entry = entry;
  said->value = print_value (&cell->value);
  said->old = entry->op->kind == DAYBOOK_CHANGE_SET ? print_value (&entry->op->old) : NULL;
  g_ptr_array_add (all, said);
}

/* "kind/id/field" → all that was said about it, in the order of the log. */
static GHashTable *
collect (SimServer *server)
{
  GHashTable *fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < server->log->len; i++)
    {
      const SimEntry *entry = g_ptr_array_index (server->log, i);

      for (guint r = 0; r < entry->op->rows->len; r++)
        {
          const DaybookOpRow *row = &g_array_index (entry->op->rows, DaybookOpRow, r);

          for (guint c = 0; c < row->cells->len; c++)
            add_said (fields, entry, row, &g_array_index (row->cells, DaybookOpCell, c));
        }
    }

  return fields;
}

/* What the dump says is visible or was kept: "key\tvalue" lines, without and
 * with "lost " before them. */
static GHashTable *
collect_kept (const char *dump)
{
  GHashTable *kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto(GStrv) lines = g_strsplit (dump, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *tab = strrchr (lines[i], '\t');

      if (tab == NULL)
        continue;
      *tab = '\0';
      g_hash_table_add (kept, g_strdup (g_str_has_prefix (lines[i], "lost ") ? lines[i] + 5 : lines[i]));
    }

  return kept;
}

static gboolean
is_platform (const char *key)
{
  g_auto(GStrv) parts = g_strsplit (key, "/", 3);
  int field;
  const DaybookTable *table = sim_field_table (parts[0], parts[2], &field);

  return table->fields[field].field_class == DAYBOOK_CLASS_PLATFORM;
}

/* Somebody replaced the value who had seen it, or a newer export did. */
static gboolean
was_replaced (const Said *said,
              GPtrArray  *all,
              gboolean    platform)
{
  for (guint i = 0; i < all->len; i++)
    {
      const Said *other = g_ptr_array_index (all, i);

      if (other == said)
        continue;
      if (daybook_op_name_equal (&other->entry->op->base, &said->entry->op->name)
          || g_strcmp0 (other->old, said->value) == 0)
        return TRUE;
      if (platform && other->entry->op->as_of > said->entry->op->as_of)
        return TRUE;
    }

  return FALSE;
}

char *
sim_check_loss (SimServer  *server,
                const char *dump)
{
  g_autoptr(GHashTable) fields = collect (server);
  g_autoptr(GHashTable) kept = collect_kept (dump);
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, fields);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      GPtrArray *all = value;

      for (guint i = 0; i < all->len; i++)
        {
          const Said *said = g_ptr_array_index (all, i);
          g_autofree char *line = g_strdup_printf ("%s\t%s", (char *) key, said->value);

          if (!g_hash_table_contains (kept, line) && !was_replaced (said, all, is_platform (key)))
            return g_strdup_printf ("lost without a trace: %s (log %" G_GINT64_FORMAT ")", line, said->entry->seq);
        }
    }

  return NULL;
}

/* --- The log ------------------------------------------------------------ */

static char *
check_exactly_once (SimServer *server,
                    GPtrArray *laptops)
{
  g_autoptr(GHashTable) logged = g_hash_table_new (g_str_hash, g_str_equal);
  guint committed = 0;

  for (guint i = 0; i < server->log->len; i++)
    {
      const SimEntry *entry = g_ptr_array_index (server->log, i);

      if (!g_hash_table_add (logged, entry->line))
        return g_strdup_printf ("twice in the log: %s", entry->line);
    }

  for (guint i = 0; i < laptops->len; i++)
    {
      const SimLaptop *laptop = g_ptr_array_index (laptops, i);

      for (guint n = 0; n < laptop->committed->len; n++)
        {
          const char *line = g_ptr_array_index (laptop->committed, n);

          if (line != NULL && !g_hash_table_contains (logged, line))
            return g_strdup_printf ("not in the log, or not as it was: %s", line);
          committed += line != NULL;
        }
    }

  return committed == server->log->len ? NULL
    : g_strdup_printf ("%u operations were committed, %u are in the log", committed, server->log->len);
}

/* A laptop's numbers grow by one, and its stamps with its acts. */
static char *
check_stamps (SimServer *server)
{
  g_autoptr(GHashTable) newest = g_hash_table_new (daybook_id_hash, daybook_id_equal);

  for (guint i = 0; i < server->log->len; i++)
    {
      const SimEntry *entry = g_ptr_array_index (server->log, i);
      const SimEntry *last = g_hash_table_lookup (newest, &entry->op->name.device);

      if (last != NULL && entry->op->name.n != last->op->name.n + 1)
        return g_strdup_printf ("numbers do not follow: %s", entry->line);
      if (last != NULL && (daybook_id_equal (&last->op->act, &entry->op->act)
                           ? last->op->hlc != entry->op->hlc : last->op->hlc >= entry->op->hlc))
        return g_strdup_printf ("stamps do not grow: %s", entry->line);
      g_hash_table_insert (newest, &entry->op->name.device, (gpointer) entry);
    }

  return NULL;
}

/* One verdict, against what the log says was there. */
static char *
check_cell (GHashTable          *current,
            const SimEntry      *entry,
            const DaybookOpRow  *row,
            const DaybookOpCell *cell,
            char                 letter)
{
  g_autofree char *id = daybook_id_to_string (&row->id);
  g_autofree char *key = g_strdup_printf ("%s/%s", id, cell->field);
  const SimEntry *there = g_hash_table_lookup (current, key);
  DaybookVerdict verdict;

  if (!daybook_verdict_parse (letter, &verdict))
    return g_strdup_printf ("no verdict: %s", entry->line);
  if (!daybook_verdict_takes (verdict) && there != NULL
      && daybook_op_name_equal (&entry->op->base, &there->op->name))
    return g_strdup_printf ("lost to what its author had seen: %s", entry->line);
  if (daybook_verdict_takes (verdict))
    g_hash_table_insert (current, g_steal_pointer (&key), (gpointer) entry);

  return NULL;
}

/* No edit loses to a value that its author had seen. */
static char *
check_seen (SimServer *server)
{
  g_autoptr(GHashTable) current = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  char *fault = NULL;

  for (guint i = 0; i < server->log->len; i++)
    {
      const SimEntry *entry = g_ptr_array_index (server->log, i);
      const char *letter = entry->verdicts;

      for (guint r = 0; r < entry->op->rows->len; r++)
        {
          const DaybookOpRow *row = &g_array_index (entry->op->rows, DaybookOpRow, r);

          for (guint c = 0; fault == NULL && c < row->cells->len; c++)
            fault = check_cell (current, entry, row, &g_array_index (row->cells, DaybookOpCell, c), *letter++);
        }
    }

  return fault;
}

char *
sim_check_log (SimServer *server,
               GPtrArray *laptops)
{
  char *fault = check_exactly_once (server, laptops);

  if (fault == NULL)
    fault = check_stamps (server);
  if (fault == NULL)
    fault = check_seen (server);

  return fault;
}
