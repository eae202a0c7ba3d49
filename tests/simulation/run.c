/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "simulation.h"

#include <sodium.h>
#include <string.h>

#define BEGIN G_GINT64_CONSTANT (1763800000)
#define YEAR (G_GINT64_CONSTANT (365) * 86400)
#define DRAIN_ROUNDS 12

/* What is on its way to the server. */
typedef struct
{
  char **lines;
  guint  n_lines;
} Push;

typedef struct
{
  GRand      *dice;
  SimServer  *server;
  GPtrArray  *laptops;  /* SimLaptop */
  GPtrArray  *pushes;   /* Push: delayed ones are overtaken by later ones */
  gint64      now;
  SimFault    fault;
  gboolean    damaged;  /* the fault of one laptop or delivery has been done */
  SimFigures *figures;
} Run;

/* --- Random numbers of the seed ----------------------------------------- */

/* Ids are random: drawn from the seed, a run is the same every time. */
static GRand *id_dice;

static const char *
dice_name (void)
{
  return "simulation";
}

static uint32_t
throw_one (void)
{
  return g_rand_int (id_dice);
}

static void
throw_many (void *const buffer,
            const size_t size)
{
  for (size_t i = 0; i < size; i++)
    ((guint8 *) buffer)[i] = (guint8) (g_rand_int (id_dice) >> 24);
}

static void
seed_ids (guint64 seed)
{
  static randombytes_implementation implementation = {
    .implementation_name = dice_name,
    .random = throw_one,
    .buf = throw_many,
  };

  g_clear_pointer (&id_dice, g_rand_free);
  id_dice = g_rand_new_with_seed ((guint32) (seed * 2654435761u + 17));
  randombytes_set_implementation (&implementation);
  daybook_id_draw_anew ();
}

/* --- To the server ------------------------------------------------------ */

static void
free_push (gpointer data)
{
  g_strfreev (((Push *) data)->lines);
  g_free (data);
}

static gboolean
chance (Run *self,
        int  percent)
{
  return g_rand_int_range (self->dice, 0, 100) < percent;
}

static SimLaptop *
any_laptop (Run *self)
{
  return g_ptr_array_index (self->laptops, g_rand_int_range (self->dice, 0, (gint32) self->laptops->len));
}

/* A part of the outbox goes on its way; some of it may be cut off. */
static void
send (Run       *self,
      SimLaptop *laptop)
{
  GError *error = NULL;
  g_autoptr(GPtrArray) lines = daybook_replica_outbox (laptop->store, (guint) g_rand_int_range (self->dice, 1, 40), &error);

  if (lines == NULL)
    {
      sim_laptop_fail (laptop, "reading the outbox", error);
      return;
    }

  Push *push = g_new0 (Push, 1);
  push->n_lines = lines->len == 0 || chance (self, 70) ? lines->len : (guint) g_rand_int_range (self->dice, 0, (gint32) lines->len);
  push->lines = g_new0 (char *, push->n_lines + 1);
  for (guint i = 0; i < push->n_lines; i++)
    push->lines[i] = g_strdup (g_ptr_array_index (lines, i));
  g_ptr_array_add (self->pushes, push);
}

/* One of those on their way arrives, in whatever order; sometimes it is lost,
 * sometimes it will arrive again. */
static void
arrive (Run *self)
{
  if (self->pushes->len == 0)
    return;

  guint which = (guint) g_rand_int_range (self->dice, 0, (gint32) self->pushes->len);
  Push *push = g_ptr_array_index (self->pushes, which);
  if (chance (self, 85))
    sim_server_push (self->server, push->lines, push->n_lines, self->now * 1000);
  if (chance (self, 80))
    g_ptr_array_remove_index_fast (self->pushes, which);
}

/* --- From the server ---------------------------------------------------- */

/* Faults that strike between server and laptop: once in a run. */
static void
disturb (Run             *self,
         DaybookLogEntry *entries,
         guint           *n_entries)
{
  if (self->damaged || *n_entries < 2)
    return;

  if (self->fault == SIM_FAULT_ENTRY_WITHHELD)
    {
      for (guint i = 1; i < *n_entries; i++)
        {
          gint64 seq = entries[i - 1].seq;
          entries[i - 1] = entries[i];
          entries[i - 1].seq = seq;
        }
      (*n_entries)--;
    }
  else if (self->fault == SIM_FAULT_ENTRIES_SWAPPED)
    {
      DaybookLogEntry first = entries[0];
      gint64 seq = entries[1].seq;

      entries[0] = entries[1];
      entries[0].seq = first.seq;
      entries[1] = first;
      entries[1].seq = seq;
    }
  else
    return;

  self->damaged = TRUE;
}

/* The text of a note is another one when it arrives. */
static char *
garble (Run        *self,
        const char *line)
{
  const char *found = self->fault == SIM_FAULT_VALUE_CHANGED && !self->damaged ? strstr (line, " says ") : NULL;
  char *copy = g_strdup (line);

  if (found != NULL)
    {
      copy[found - line + 1] = 'S';
      self->damaged = TRUE;
    }
  return copy;
}

static void
deliver (Run       *self,
         SimLaptop *laptop,
         gint64     after,
         guint      n)
{
  guint from = (guint) (after - self->server->first);
  guint last = MIN (self->server->log->len, from + n);
  g_autofree DaybookLogEntry *entries = g_new0 (DaybookLogEntry, n);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  guint n_entries = 0;
  GError *error = NULL;

  for (guint i = from; i < last; i++)
    {
      const SimEntry *entry = g_ptr_array_index (self->server->log, i);
      gboolean own = entry->op->laptop[0] == (char) ('A' + laptop->index);
      char *line = own ? g_strdup (entry->line) : garble (self, entry->line);

      g_ptr_array_add (lines, line);
      entries[n_entries++] = (DaybookLogEntry) { entry->seq, entry->stamp, entry->verdicts, line };
    }
  disturb (self, entries, &n_entries);
  self->figures->deliveries++;

  if (!daybook_replica_apply (laptop->store, entries, n_entries, &error))
    sim_laptop_fail (laptop, "applying", error);
}

/* A delivery that begins too late must change nothing, not even the cursor. */
static void
deliver_gap (Run       *self,
             SimLaptop *laptop,
             gint64     cursor)
{
  guint from = (guint) (cursor - self->server->first) + 1;
  g_autoptr(GError) error = NULL;

  if (from >= self->server->log->len)
    return;

  const SimEntry *entry = g_ptr_array_index (self->server->log, from);
  const DaybookLogEntry late = { entry->seq, entry->stamp, entry->verdicts, entry->line };
  if (daybook_replica_apply (laptop->store, &late, 1, &error)
      || !g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONFLICT)
      || sim_laptop_cursor (laptop) != cursor)
    sim_laptop_fail (laptop, "a delivery with a gap", NULL);
}

static void
pull (Run       *self,
      SimLaptop *laptop)
{
  gint64 cursor = sim_laptop_cursor (laptop);
  gint64 after = cursor;

  if (laptop->failure != NULL)
    return;
  if (chance (self, 10))
    {
      deliver_gap (self, laptop, cursor);
      return;
    }
  if (chance (self, 30)) /* some of it has come before */
    after = MAX (self->server->first, cursor - g_rand_int_range (self->dice, 0, 20));

  deliver (self, laptop, after, (guint) g_rand_int_range (self->dice, 1, 80));
}

/* --- Faults of one laptop ----------------------------------------------- */

static const struct
{
  SimFault    fault;
  const char *due; /* SQL: whether there is something to break */
  const char *sql;
} DAMAGES[] = {
  { SIM_FAULT_SHADOW_FORGOTTEN, "SELECT count (*) FROM shadows WHERE op < -20", "DELETE FROM shadows" },
  { SIM_FAULT_CONFLICTS_LOST, "SELECT count (*) FROM conflicts", "DELETE FROM conflicts" },
  { SIM_FAULT_OUTBOX_TRIMMED,
    "SELECT max (n) > (SELECT value FROM local WHERE key = 'confirmed') FROM ops",
    "UPDATE local SET value = value + 1 WHERE key = 'confirmed'" },
  { SIM_FAULT_PAYLOAD_LOST,
    "SELECT count (*) FROM ops WHERE kind = 0 AND n > (SELECT value FROM local WHERE key = 'confirmed')",
    "UPDATE ops SET value = NULL WHERE kind = 0" },
  { SIM_FAULT_CURSOR_AHEAD, "SELECT 1", "UPDATE local SET value = value + 1 WHERE key = 'cursor'" },
  { SIM_FAULT_CURSOR_BACK, "SELECT count (*) FROM ops WHERE n < 0 AND seq > 2",
    "UPDATE local SET value = value - 1 WHERE key = 'cursor'" },
  { SIM_FAULT_ORIGIN_FORGOTTEN, "SELECT count (*) > 25 FROM field_ops", "DELETE FROM field_ops" },
  { SIM_FAULT_NUMBER_REUSED,
    "SELECT max (n) > 1 + (SELECT value FROM local WHERE key = 'confirmed') FROM ops",
    "DELETE FROM ops WHERE n = (SELECT max (n) FROM ops)" },
  { SIM_FAULT_STAMPS_RESTART, "SELECT count (*) > 3 FROM acts WHERE device = 1",
    "UPDATE local SET value = 1 WHERE key = 'hlc'" },
};

static gboolean
is_due (SimLaptop  *laptop,
        const char *sql)
{
  g_autoptr(DaybookDatabase) db = daybook_database_open (daybook_store_get_path (laptop->store), DAYBOOK_DATABASE_READ, 1000, NULL);

  return daybook_database_number (db, sql, 0, NULL) != 0;
}

static void
damage (Run       *self,
        SimLaptop *laptop)
{
  for (gsize i = 0; i < G_N_ELEMENTS (DAMAGES); i++)
    if (DAMAGES[i].fault == self->fault && !self->damaged && is_due (laptop, DAMAGES[i].due))
      {
        sim_laptop_damage (laptop, DAMAGES[i].sql);
        self->damaged = TRUE;
      }
}

/* --- One run ------------------------------------------------------------ */

static gint64
random_skew (Run *self)
{
  const gint64 skews[] = { 0, 0, 7, -40, 3600, 3 * YEAR, -2 * YEAR };

  return skews[g_rand_int_range (self->dice, 0, G_N_ELEMENTS (skews))];
}

static void
open_laptops (Run *self)
{
  guint n = chance (self, 30) ? 3 : 2;
  DaybookId device;

  self->laptops = g_ptr_array_new_with_free_func ((GDestroyNotify) sim_laptop_free);
  SimLaptop *first = sim_laptop_first (self->now);
  g_ptr_array_add (self->laptops, first);
  for (guint i = 1; first->failure == NULL && i < n; i++)
    g_ptr_array_add (self->laptops, sim_laptop_copy (first, i, self->now));

  sim_laptop_device (first, &device);
  self->server = sim_server_new (sim_laptop_cursor (first), &device, self->fault);
  for (guint i = 0; i < self->laptops->len; i++)
    ((SimLaptop *) g_ptr_array_index (self->laptops, i))->skew = random_skew (self);
}

static char *
find_failure (Run *self)
{
  for (guint i = 0; i < self->laptops->len; i++)
    {
      const SimLaptop *laptop = g_ptr_array_index (self->laptops, i);

      if (laptop->failure != NULL)
        return g_strdup (laptop->failure);
    }

  return g_strdup (self->server->failure);
}

static void
step (Run *self)
{
  SimLaptop *laptop = any_laptop (self);
  gint32 thrown = g_rand_int_range (self->dice, 0, 100);

  self->now += g_rand_int_range (self->dice, 0, 90);
  sim_laptop_set_now (laptop, self->now);
  if (thrown < 50)
    {
      self->figures->acts += sim_act (laptop, self->dice, self->now);
      if (laptop->failure == NULL)
        sim_laptop_record (laptop);
    }
  else if (thrown < 66)
    send (self, laptop);
  else if (thrown < 80)
    arrive (self);
  else if (thrown < 97)
    pull (self, laptop);
  else
    {
      sim_laptop_restart (laptop, self->now);
      self->figures->restarts++;
    }

  if (laptop->failure == NULL && chance (self, 20))
    damage (self, laptop);
}

/* The network is quiet: in a bounded number of rounds everything has arrived. */
static gboolean
drain (Run *self)
{
  gboolean quiet = FALSE;

  for (guint round = 0; round < DRAIN_ROUNDS && !quiet; round++)
    {
      quiet = TRUE;
      for (guint i = 0; i < self->laptops->len; i++)
        {
          SimLaptop *laptop = g_ptr_array_index (self->laptops, i);
          g_autoptr(GPtrArray) lines = daybook_replica_outbox (laptop->store, G_MAXUINT, NULL);
          gint64 cursor = sim_laptop_cursor (laptop);

          if (lines == NULL || laptop->failure != NULL)
            return FALSE;
          if (lines->len > 0 || cursor < sim_server_end (self->server))
            quiet = FALSE;
          sim_server_push (self->server, (char **) lines->pdata, lines->len, self->now * 1000);
          if (cursor >= self->server->first && cursor < sim_server_end (self->server))
            deliver (self, laptop, cursor, self->server->log->len);
          if (laptop->failure != NULL)
            return FALSE;
        }
    }

  return quiet;
}

static void
count (Run        *self,
       const char *dump)
{
  SimFigures *figures = self->figures;

  figures->runs++;
  figures->operations += self->server->log->len;
  figures->own += self->server->own;
  for (const char *p = dump; (p = strstr (p, "\nlost ")) != NULL; p++)
    figures->conflicts++;
  for (guint i = 0; i < self->server->log->len; i++)
    {
      const SimEntry *entry = g_ptr_array_index (self->server->log, i);
      gsize other = strlen (entry->verdicts) - strcspn (entry->verdicts, "ewlrs");

      figures->concurrent += other > 0;
      figures->doubled += other > 0 && entry->op->kind == DAYBOOK_CHANGE_CREATE;
    }
}

static char *
check (Run *self)
{
  g_autofree char *first = sim_dump (g_ptr_array_index (self->laptops, 0));
  char *fault = sim_check_log (self->server, self->laptops);

  for (guint i = 1; fault == NULL && i < self->laptops->len; i++)
    {
      g_autofree char *other = sim_dump (g_ptr_array_index (self->laptops, i));
      fault = sim_compare (first, other);
    }
  for (guint i = 0; fault == NULL && i < self->laptops->len; i++)
    fault = sim_check_book (g_ptr_array_index (self->laptops, i));
  if (fault == NULL)
    fault = sim_check_loss (self->server, first);

  count (self, first);
  return fault;
}

static char *
run_steps (Run   *self,
           guint  steps)
{
  char *failure = NULL;

  open_laptops (self);
  for (guint i = 0; (failure = find_failure (self)) == NULL && i < steps; i++)
    step (self);
  if (failure != NULL)
    return failure;

  if (!drain (self))
    {
      failure = find_failure (self);
      return failure != NULL ? failure : g_strdup ("the outboxes do not become empty");
    }

  failure = find_failure (self);
  return failure != NULL ? failure : check (self);
}

char *
sim_run (guint64     seed,
         guint       steps,
         SimFault    fault,
         SimFigures *figures)
{
  Run self = { .now = BEGIN, .fault = fault, .figures = figures };

  seed_ids (seed);
  self.dice = g_rand_new_with_seed ((guint32) seed);
  self.pushes = g_ptr_array_new_with_free_func (free_push);

  char *failure = run_steps (&self, steps);
  g_ptr_array_unref (self.laptops);
  sim_server_free (self.server);
  g_ptr_array_unref (self.pushes);
  g_rand_free (self.dice);
  while (g_main_context_iteration (NULL, FALSE))
    ;

  return failure;
}

const char *
sim_fault_name (SimFault fault)
{
  static const char *const NAMES[SIM_N_FAULTS] = {
    [SIM_FAULT_NONE] = "none",
    [SIM_FAULT_BASE_SKIPPED] = "base-skipped",
    [SIM_FAULT_CLOCK_DECIDES] = "clock-decides",
    [SIM_FAULT_LOSERS_DROPPED] = "losers-dropped",
    [SIM_FAULT_LOGGED_TWICE] = "logged-twice",
    [SIM_FAULT_ENTRY_WITHHELD] = "entry-withheld",
    [SIM_FAULT_ENTRIES_SWAPPED] = "entries-swapped",
    [SIM_FAULT_VALUE_CHANGED] = "value-changed",
    [SIM_FAULT_SHADOW_FORGOTTEN] = "shadow-forgotten",
    [SIM_FAULT_CONFLICTS_LOST] = "conflicts-lost",
    [SIM_FAULT_OUTBOX_TRIMMED] = "outbox-trimmed",
    [SIM_FAULT_PAYLOAD_LOST] = "payload-lost",
    [SIM_FAULT_CURSOR_AHEAD] = "cursor-ahead",
    [SIM_FAULT_CURSOR_BACK] = "cursor-back",
    [SIM_FAULT_ORIGIN_FORGOTTEN] = "origin-forgotten",
    [SIM_FAULT_NUMBER_REUSED] = "number-reused",
    [SIM_FAULT_STAMPS_RESTART] = "stamps-restart",
  };

  return NAMES[fault];
}
