/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "simulation.h"

/* A toy of the server to come: its log in memory, its decisions those of
 * core/merge.h. */

typedef struct
{
  DaybookClaim claim; /* `value` points at the copy below */
  DaybookValue value;
} Field;

static void
free_field (gpointer data)
{
  daybook_value_clear (&((Field *) data)->value);
  g_free (data);
}

static void
free_entry (gpointer data)
{
  SimEntry *entry = data;

  g_free (entry->verdicts);
  g_free (entry->line);
  daybook_operation_free (entry->op);
  g_free (entry);
}

/* The number that this laptop has used last. */
static gint64 *
last_of (SimServer       *self,
         const DaybookId *device)
{
  gint64 *last = g_hash_table_lookup (self->lasts, device);

  if (last == NULL)
    {
      last = g_new0 (gint64, 1);
      g_hash_table_insert (self->lasts, g_memdup2 (device, sizeof *device), last);
    }

  return last;
}

SimServer *
sim_server_new (gint64           first,
                const DaybookId *laptop,
                SimFault         fault)
{
  SimServer *self = g_new0 (SimServer, 1);

  self->fault = fault;
  self->first = first;
  self->log = g_ptr_array_new_with_free_func (free_entry);
  self->lasts = g_hash_table_new_full (daybook_id_hash, daybook_id_equal, g_free, g_free);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_field);
  *last_of (self, laptop) = first;
  return self;
}

void
sim_server_free (SimServer *self)
{
  g_ptr_array_unref (self->log);
  g_hash_table_unref (self->lasts);
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->fields);
  g_free (self->failure);
  g_free (self);
}

gint64
sim_server_end (SimServer *self)
{
  return self->first + self->log->len;
}

static char *
name_of (const DaybookOpName *name)
{
  g_autofree char *device = daybook_id_to_string (&name->device);

  return g_strdup_printf ("%s:%" G_GINT64_FORMAT, device, name->n);
}

/* --- Deciding ----------------------------------------------------------- */

static DaybookVerdict
decide (SimServer          *self,
        DaybookFieldClass   field_class,
        const DaybookClaim *current,
        const DaybookClaim *arriving)
{
  DaybookClaim blind = *arriving;

  switch (self->fault)
    {
    case SIM_FAULT_BASE_SKIPPED:
      return DAYBOOK_VERDICT_ACCEPTED;
    case SIM_FAULT_CLOCK_DECIDES:
      blind.base = (DaybookOpName) { .n = 0 };
      blind.seen = NULL;
      return daybook_claim_decide (DAYBOOK_CLASS_REGISTER, current, &blind);
    default:
      return daybook_claim_decide (field_class, current, arriving);
    }
}

static char
letter_of (SimServer      *self,
           DaybookVerdict  verdict)
{
  if (self->fault == SIM_FAULT_LOSERS_DROPPED && verdict == DAYBOOK_VERDICT_WON)
    verdict = DAYBOOK_VERDICT_ACCEPTED;
  if (self->fault == SIM_FAULT_LOSERS_DROPPED && verdict == DAYBOOK_VERDICT_LOST)
    verdict = DAYBOOK_VERDICT_EQUAL;

  return daybook_verdict_letter (verdict);
}

static char
decide_cell (SimServer           *self,
             const SimEntry      *entry,
             const DaybookOpRow  *row,
             const DaybookOpCell *cell)
{
  int field;
  const DaybookTable *table = sim_field_table (row->kind, cell->field, &field);
  g_autofree char *id = daybook_id_to_string (&row->id);
  g_autofree char *key = g_strdup_printf ("%s/%s/%s", row->kind, id, cell->field);
  Field *current = g_hash_table_lookup (self->fields, key);
  const DaybookClaim arriving = {
    entry->op->name, entry->stamp, entry->op->as_of, &cell->value, entry->op->base,
    entry->op->kind == DAYBOOK_CHANGE_SET ? &entry->op->old : NULL,
  };

  self->own += current != NULL && daybook_field_is_extra (&table->fields[field]);
  DaybookVerdict verdict = decide (self, table->fields[field].field_class,
                                   current != NULL ? &current->claim : NULL, &arriving);

  if (daybook_verdict_takes (verdict))
    {
      Field *taken = g_new0 (Field, 1);

      taken->value = daybook_value_copy (&cell->value);
      taken->claim = arriving;
      taken->claim.value = &taken->value;
      taken->claim.seen = NULL;
      g_hash_table_insert (self->fields, g_steal_pointer (&key), taken);
    }

  return letter_of (self, verdict);
}

static void
append (SimServer        *self,
        const char       *line,
        DaybookOperation *op,
        gint64            now_ms)
{
  SimEntry *entry = g_new0 (SimEntry, 1);
  g_autoptr(GString) verdicts = g_string_new (NULL);

  entry->seq = sim_server_end (self) + 1;
  entry->stamp = daybook_stamp_clamp (op->hlc, now_ms);
  entry->line = g_strdup (line);
  entry->op = op;
  for (guint i = 0; i < op->rows->len; i++)
    {
      const DaybookOpRow *row = &g_array_index (op->rows, DaybookOpRow, i);

      for (guint j = 0; j < row->cells->len; j++)
        g_string_append_c (verdicts, decide_cell (self, entry, row, &g_array_index (row->cells, DaybookOpCell, j)));
    }
  entry->verdicts = g_strdup (verdicts->str);
  g_ptr_array_add (self->log, entry);
}

/* FALSE: a gap; what follows is to be sent again. */
static gboolean
take (SimServer  *self,
      const char *line,
      gint64      now_ms)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOperation) op = daybook_operation_parse (line, &error);

  if (op == NULL)
    {
      self->failure = g_strdup_printf ("the server cannot read an operation: %s", line);
      return FALSE;
    }

  g_autofree char *name = name_of (&op->name);
  gint64 *last = last_of (self, &op->name.device);
  const char *known = g_hash_table_lookup (self->known, name);

  if (known != NULL && !g_str_equal (known, line) && self->failure == NULL)
    self->failure = g_strdup_printf ("%s came again with other content", name);
  if (known != NULL && self->fault != SIM_FAULT_LOGGED_TWICE)
    return TRUE;
  if (known == NULL && op->name.n != *last + 1)
    return FALSE;

  *last = MAX (*last, op->name.n);
  g_hash_table_insert (self->known, g_steal_pointer (&name), g_strdup (line));
  append (self, line, g_steal_pointer (&op), now_ms);
  return TRUE;
}

void
sim_server_push (SimServer  *self,
                 char      **lines,
                 guint       n_lines,
                 gint64      now_ms)
{
  for (guint i = 0; i < n_lines && self->failure == NULL; i++)
    if (!take (self, lines[i], now_ms))
      return;
}
