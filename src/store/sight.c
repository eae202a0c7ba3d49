/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/sight.h"

#include "store/history.h"

/* More imports than these in a row are hardly ever taken back. */
#define SIGHTS_MAX 4

static void
raise_told (DaybookSight       *seen,
            guint64             told,
            const DaybookSight *sight)
{
  for (guint i = 0; i < DAYBOOK_SIGHT_N; i++)
    if ((told >> i & 1) != 0 && sight->as_of > seen[i].as_of)
      seen[i] = *sight;
}

/* Brings `known` forward to the last file in force that only saw the order; with
 * `seen` also what is known of it, one by one. */
static gboolean
read_sights (DaybookDatabase  *db,
             gint64            order,
             gint64           *known,
             DaybookSight     *seen,
             GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT a.key, a.as_of, s.carried FROM sights s CROSS JOIN acts a ON a.key = s.act"
    " WHERE s.\"order\" = :order ORDER BY s.act DESC", error);
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":order", order);
  while (daybook_statement_next (statement, &local))
    {
      const DaybookSight sight = { sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1) };
      gboolean matters = seen != NULL || sight.as_of > *known;
      gboolean undone = FALSE;

      if (matters)
        daybook_history_last (db, sight.act, &undone);
      if (matters && !undone)
        *known = MAX (*known, sight.as_of);
      if (seen != NULL && !undone)
        raise_told (seen, (guint64) sqlite3_column_int64 (statement, 2), &sight);
    }
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

gboolean
daybook_sight_raise (DaybookDatabase  *db,
                     gint64            order,
                     DaybookSight     *seen,
                     GError          **error)
{
  gint64 known = 0;

  return read_sights (db, order, &known, seen, error);
}

gint64
daybook_sight_known (DaybookDatabase  *db,
                     gint64            order,
                     GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT as_of FROM orders WHERE rowid = :order", error);
  GError *local = NULL;

  if (statement == NULL)
    return -1;

  daybook_bind_int (statement, ":order", order);
  gint64 known = daybook_statement_next (statement, &local) ? sqlite3_column_int64 (statement, 0) : 0;
  if (local == NULL)
    return read_sights (db, order, &known, NULL, error) ? known : -1;

  g_propagate_error (error, local);
  return -1;
}

/* Counts one more note of each thing told. FALSE: there were enough of all of them. */
static gboolean
count_told (guint8  *later,
            guint64  told)
{
  gboolean needed = FALSE;

  for (guint i = 0; i < DAYBOOK_SIGHT_N; i++)
    if ((told >> i & 1) != 0 && later[i] < SIGHTS_MAX)
      {
        later[i]++;
        needed = TRUE;
      }

  return needed;
}

typedef struct
{
  gint64  act;
  guint64 told;
} Note;

/* Those of later files first. */
static GArray *
read_notes (DaybookDatabase  *db,
            gint64            order,
            GError          **error)
{
  g_autoptr(GArray) notes = g_array_new (FALSE, FALSE, sizeof (Note));
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT s.act, s.carried FROM sights s JOIN acts a ON a.key = s.act"
    " WHERE s.\"order\" = :order ORDER BY a.as_of DESC, s.act DESC", error);
  GError *local = NULL;

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":order", order);
  while (daybook_statement_next (statement, &local))
    {
      const Note note = { sqlite3_column_int64 (statement, 0), (guint64) sqlite3_column_int64 (statement, 1) };

      g_array_append_val (notes, note);
    }
  if (local == NULL)
    return g_steal_pointer (&notes);

  g_propagate_error (error, local);
  return NULL;
}

/* Which notes can go: of all that they told there are enough of later files in force. A file
 * that tells of little takes nothing from one that told of much. */
static GArray *
find_needless (DaybookDatabase  *db,
               gint64            order,
               GError          **error)
{
  g_autoptr(GArray) notes = read_notes (db, order, error);
  GArray *acts = notes != NULL ? g_array_new (FALSE, FALSE, sizeof (gint64)) : NULL;
  guint8 later[DAYBOOK_SIGHT_N] = { 0 };

  for (guint i = 0; notes != NULL && notes->len > SIGHTS_MAX && i < notes->len; i++)
    {
      const Note *note = &g_array_index (notes, Note, i);
      gboolean undone = FALSE;

      daybook_history_last (db, note->act, &undone);
      if (!undone && !count_told (later, note->told))
        g_array_append_val (acts, note->act);
    }

  return acts;
}

static gboolean
drop_needless (DaybookDatabase  *db,
               gint64            order,
               GError          **error)
{
  g_autoptr(GArray) acts = find_needless (db, order, error);

  for (guint i = 0; acts != NULL && i < acts->len; i++)
    {
      g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
        "DELETE FROM sights WHERE \"order\" = :order AND act = :act", error);

      if (statement == NULL)
        return FALSE;

      daybook_bind_int (statement, ":order", order);
      daybook_bind_int (statement, ":act", g_array_index (acts, gint64, i));
      if (!daybook_statement_run (statement, error))
        return FALSE;
    }

  return acts != NULL;
}

gboolean
daybook_sight_add (DaybookDatabase  *db,
                   gint64            order,
                   gint64            act,
                   guint64           told,
                   GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "INSERT INTO sights (\"order\", act, carried) VALUES (:order, :act, :told)"
    " ON CONFLICT DO UPDATE SET carried = carried | excluded.carried", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":order", order);
  daybook_bind_int (statement, ":act", act);
  daybook_bind_int (statement, ":told", (gint64) told);
  return daybook_statement_run (statement, error) && drop_needless (db, order, error);
}

gboolean
daybook_sight_note (DaybookTransaction  *transaction,
                    gint64               order,
                    guint64              told,
                    gint64               as_of,
                    GError             **error)
{
  DaybookDatabase *db = daybook_transaction_database (transaction);
  gint64 known = daybook_sight_known (db, order, error);

  if (known < 0 || known >= as_of)
    return known >= 0;

  gint64 act = daybook_transaction_act (transaction, error);
  return act != 0 && daybook_sight_add (db, order, act, told, error);
}

/* The acts after one whose notes of any of this count. */
static GArray *
find_later (DaybookDatabase  *db,
            gint64            order,
            gint64            act,
            guint64           told,
            GError          **error)
{
  g_autoptr(GArray) later = NULL;
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT act FROM sights WHERE \"order\" = :order AND act > :act AND carried & :told <> 0", error);

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":order", order);
  daybook_bind_int (statement, ":act", act);
  daybook_bind_int (statement, ":told", (gint64) told);
  later = daybook_statement_keys (statement, error);
  for (guint i = later != NULL ? later->len : 0; i > 0; i--)
    {
      gboolean undone = FALSE;

      daybook_history_last (db, g_array_index (later, gint64, i - 1), &undone);
      if (undone)
        g_array_remove_index (later, i - 1);
    }

  return g_steal_pointer (&later);
}

gboolean
daybook_sight_withdraw (DaybookDatabase  *db,
                        gint64            order,
                        gint64            act,
                        guint64           told,
                        GError          **error)
{
  g_autoptr(GArray) later = find_later (db, order, act, told, error);

  for (guint i = 0; later != NULL && i < later->len; i++)
    {
      g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
        "UPDATE sights SET carried = carried & ~:told WHERE \"order\" = :order AND act = :act", error);

      if (statement == NULL)
        return FALSE;

      daybook_bind_int (statement, ":order", order);
      daybook_bind_int (statement, ":act", g_array_index (later, gint64, i));
      daybook_bind_int (statement, ":told", (gint64) told);
      if (!daybook_statement_run (statement, error))
        return FALSE;
    }

  return later != NULL;
}

gboolean
daybook_sight_forget (DaybookDatabase  *db,
                      gint64            order,
                      GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, "DELETE FROM sights WHERE \"order\" = :order", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":order", order);
  return daybook_statement_run (statement, error);
}
