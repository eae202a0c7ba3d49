/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/search-walk.h"

/* A step costs some 0.3 µs, asking again some 30. */
#define STEPS_BEFORE_SEEK 100

#define OVER G_MININT64

typedef struct
{
  DaybookSelect    *select;
  DaybookStatement *statement; /* NULL until it is looked at first */
  DaybookWalkKind   kind;
  gint64            row;       /* where it stands, or OVER */
} Way;

struct _DaybookWalk
{
  DaybookDatabase *db;
  GPtrArray       *terms;  /* GPtrArray of Way */
  guint            n_ways;
  gint64           bound;  /* no row above it is wanted any more */
  GError          *error;
};

static void
way_free (gpointer data)
{
  Way *way = data;

  g_clear_pointer (&way->statement, daybook_statement_done);
  daybook_select_free (way->select);
  g_free (way);
}

DaybookWalk *
daybook_walk_new (DaybookDatabase *db)
{
  DaybookWalk *self = g_new0 (DaybookWalk, 1);

  self->db = db;
  self->terms = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->bound = G_MAXINT64;
  return self;
}

void
daybook_walk_free (DaybookWalk *self)
{
  g_ptr_array_unref (self->terms);
  g_clear_error (&self->error);
  g_free (self);
}

void
daybook_walk_add_term (DaybookWalk *self)
{
  g_ptr_array_add (self->terms, g_ptr_array_new_with_free_func (way_free));
}

void
daybook_walk_add_way (DaybookWalk     *self,
                      DaybookSelect   *select,
                      DaybookWalkKind  kind)
{
  Way *way = g_new0 (Way, 1);

  g_string_append (select->sql, " AND h.rowid <= ");
  daybook_select_bind (select, daybook_value_int (G_MAXINT64));
  /* Two ways that read the same are two statements, by their number. */
  g_string_append_printf (select->sql, " ORDER BY h.rowid DESC /* %u */", self->n_ways++);
  way->select = select;
  way->kind = kind;
  way->row = G_MAXINT64;
  g_ptr_array_add (g_ptr_array_index (self->terms, self->terms->len - 1), way);
}

static void
step (DaybookWalk *self,
      Way         *way)
{
  way->row = daybook_statement_next (way->statement, &self->error)
    ? sqlite3_column_int64 (way->statement, 0) : OVER;
}

/* Asks from the bound on. */
static void
ask (DaybookWalk *self,
     Way         *way)
{
  if (way->statement == NULL)
    way->statement = daybook_select_prepare (way->select, self->db, &self->error);
  else
    sqlite3_reset (way->statement);

  if (way->statement == NULL)
    {
      way->row = OVER;
      return;
    }

  sqlite3_bind_int64 (way->statement, (int) way->select->values->len, self->bound);
  step (self, way);
}

static void
move (DaybookWalk *self,
      Way         *way)
{
  guint steps = 0;

  if (way->statement == NULL && way->row != OVER)
    ask (self, way);

  while (way->row > self->bound)
    if (way->kind == DAYBOOK_WALK_SEEKS && ++steps > STEPS_BEFORE_SEEK)
      ask (self, way);
    else
      step (self, way);
}

/* The newest row of the term that is not above the bound, or OVER. */
static gint64
newest (DaybookWalk *self,
        GPtrArray   *ways)
{
  gint64 row = OVER;

  for (guint i = 0; i < ways->len; i++)
    {
      Way *way = g_ptr_array_index (ways, i);

      move (self, way);
      row = MAX (row, way->row);
    }

  return row;
}

gboolean
daybook_walk_next (DaybookWalk  *self,
                   gint64       *row,
                   GError      **error)
{
  guint agreed = 0;

  for (guint i = 0; agreed < self->terms->len; i = (i + 1) % self->terms->len)
    {
      gint64 here = newest (self, g_ptr_array_index (self->terms, i));

      if (self->error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&self->error));
          return FALSE;
        }
      if (here == OVER)
        return FALSE;
      agreed = here == self->bound ? agreed + 1 : 1;
      self->bound = here;
    }

  *row = self->bound--;
  return self->terms->len > 0;
}
