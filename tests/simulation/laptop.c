/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "simulation.h"

#include "fixture.h"
#include "store/backup.h"
#include "store/database.h"

#include <glib/gstdio.h>

void
sim_laptop_fail (SimLaptop  *self,
                 const char *what,
                 GError     *error)
{
  if (self->failure == NULL)
    self->failure = g_strdup_printf ("laptop %u, %s: %s", self->index, what,
                                     error != NULL ? error->message : "it should not have worked");
  g_clear_error (&error);
}

/* In memory where the system has such a place: the runs are many. */
static char *
make_folder (void)
{
  g_autofree char *template = g_build_filename (g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR) ? "/dev/shm" : g_get_tmp_dir (),
                                                "daybook-sim-XXXXXX", NULL);
  char *folder = g_mkdtemp (g_steal_pointer (&template));

  g_assert_nonnull (folder);
  return folder;
}

static void
open_book (SimLaptop        *self,
           DaybookStoreMode  mode,
           gint64            now)
{
  GError *error = NULL;

  self->store = daybook_store_open_at (self->folder, mode, now + self->skew, &error);
  if (self->store == NULL)
    sim_laptop_fail (self, "opening", error);
}

static SimLaptop *
make_laptop (guint index)
{
  SimLaptop *self = g_new0 (SimLaptop, 1);

  self->index = index;
  self->folder = make_folder ();
  self->committed = g_ptr_array_new_with_free_func (g_free);
  return self;
}

SimLaptop *
sim_laptop_first (gint64 now)
{
  SimLaptop *self = make_laptop (0);
  GError *error = NULL;

  open_book (self, DAYBOOK_STORE_CREATE, now);
  if (self->store != NULL && !daybook_replica_pair (self->store, &error))
    sim_laptop_fail (self, "pairing", error);

  /* What the snapshot holds was never sent. */
  for (gint64 n = 1; self->failure == NULL && n <= sim_laptop_cursor (self); n++)
    g_ptr_array_add (self->committed, NULL);
  return self;
}

SimLaptop *
sim_laptop_copy (SimLaptop *from,
                 guint      index,
                 gint64     now)
{
  SimLaptop *self = make_laptop (index);
  g_autofree char *path = g_build_filename (self->folder, "daybook.db", NULL);
  const char letter[] = { (char) ('A' + index), '\0' };
  DaybookDatabase *db;
  GError *error = NULL;

  db = daybook_database_open (daybook_store_get_path (from->store), DAYBOOK_DATABASE_WRITE, 1000, &error);
  g_assert_no_error (error);
  g_autofree char *sql = g_strdup_printf ("VACUUM INTO '%s'", path);
  daybook_database_run (db, sql, &error);
  g_assert_no_error (error);
  daybook_database_close (db);

  open_book (self, DAYBOOK_STORE_EXISTING, now);
  if (self->store != NULL && !daybook_replica_become (self->store, letter, &error))
    sim_laptop_fail (self, "becoming a laptop of its own", error);
  return self;
}

static void
close_book (SimLaptop *self)
{
  if (self->store == NULL)
    return;

  daybook_store_close (self->store);
  g_clear_object (&self->store);
}

void
sim_laptop_free (SimLaptop *self)
{
  close_book (self);
  book_remove_folder (self->folder);
  g_ptr_array_unref (self->committed);
  g_free (self->folder);
  g_free (self->failure);
  g_free (self);
}

void
sim_laptop_restart (SimLaptop *self,
                    gint64     now)
{
  close_book (self);
  open_book (self, DAYBOOK_STORE_EXISTING, now);
}

void
sim_laptop_set_now (SimLaptop *self,
                    gint64     now)
{
  daybook_store_fix_now (self->store, now + self->skew);
}

gint64
sim_laptop_cursor (SimLaptop *self)
{
  GError *error = NULL;
  gint64 cursor = daybook_replica_get_cursor (self->store, &error);

  if (cursor < 0)
    sim_laptop_fail (self, "reading the cursor", error);
  return cursor;
}

void
sim_laptop_device (SimLaptop *self,
                   DaybookId *device)
{
  g_autoptr(DaybookDatabase) db = daybook_database_open (daybook_store_get_path (self->store), DAYBOOK_DATABASE_READ, 1000, NULL);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, "SELECT id FROM devices WHERE key = 1", NULL);

  g_assert_true (daybook_statement_next (statement, NULL));
  g_assert_true (daybook_column_id (statement, 0, device));
}

void
sim_laptop_damage (SimLaptop  *self,
                   const char *sql)
{
  g_autoptr(GError) error = NULL;
  DaybookDatabase *db = daybook_database_open (daybook_store_get_path (self->store), DAYBOOK_DATABASE_WRITE, 1000, &error);

  g_assert_no_error (error);
  daybook_database_run (db, sql, &error);
  g_assert_no_error (error);
  daybook_database_close (db);
}

/* The line is what its author's book said when the act was committed; from then
 * on the book must say the same. */
static void
record_line (SimLaptop  *self,
             gint64      n,
             const char *line)
{
  if (n == self->committed->len + 1)
    {
      g_ptr_array_add (self->committed, g_strdup (line));
      return;
    }

  if (n > self->committed->len || g_strcmp0 (g_ptr_array_index (self->committed, n - 1), line) != 0)
    if (self->failure == NULL)
      self->failure = g_strdup_printf ("laptop %u: operation %" G_GINT64_FORMAT " is not what it was", self->index, n);
}

void
sim_laptop_record (SimLaptop *self)
{
  GError *error = NULL;
  g_autoptr(GPtrArray) lines = daybook_replica_outbox (self->store, G_MAXUINT, &error);

  if (lines == NULL)
    {
      sim_laptop_fail (self, "reading the outbox", error);
      return;
    }
  if (lines->len == 0)
    return;

  g_autoptr(DaybookOperation) first = daybook_operation_parse (g_ptr_array_index (lines, 0), &error);
  if (first == NULL)
    {
      sim_laptop_fail (self, "reading its own operation", error);
      return;
    }
  for (guint i = 0; i < lines->len; i++)
    record_line (self, first->name.n + i, g_ptr_array_index (lines, i));
}

char *
sim_check_book (SimLaptop *self)
{
  GError *error = NULL;
  g_autoptr(GPtrArray) checks = daybook_store_verify (self->store, NULL, &error);

  if (checks == NULL)
    {
      sim_laptop_fail (self, "verifying", error);
      return NULL;
    }
  for (guint i = 0; i < checks->len; i++)
    {
      const DaybookCheck *check = g_ptr_array_index (checks, i);

      if (check->fault != NULL)
        return g_strdup_printf ("laptop %u: %s", self->index, check->fault);
    }

  return NULL;
}
