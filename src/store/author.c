/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/author.h"

#include "store/presence-bound.h"

#define AUTHOR \
  "SELECT a.rowid, a.name, a.role, a.trusted, a.quota," \
  " EXISTS (SELECT 1 FROM presences p WHERE p.agent = a.rowid AND p.ended IS NULL AND p.deleted = 0 AND p.kind = 0 AND p.began > :bound)," \
  " (SELECT count (*) FROM agents WHERE deleted = 0)," \
  " (SELECT value FROM local WHERE key = '" DAYBOOK_LAPTOP_ROLE "')" \
  " FROM agents a WHERE a.id = :agent"

enum
{
  COLUMN_KEY,
  COLUMN_NAME,
  COLUMN_ROLE,
  COLUMN_TRUSTED,
  COLUMN_QUOTA,
  COLUMN_ON_SHIFT,
  COLUMN_PEOPLE,
  COLUMN_LAPTOP,
};

/* A role that only a newer Daybook knows has the rights of the least of ours. */
static DaybookRole
read_role (DaybookStatement *statement,
           int               column)
{
  return (DaybookRole) CLAMP (sqlite3_column_int64 (statement, column), DAYBOOK_ROLE_OWNER, DAYBOOK_ROLE_READ_ONLY);
}

static guint
read_quota (DaybookStatement *statement,
            DaybookRole       role)
{
  if (sqlite3_column_type (statement, COLUMN_QUOTA) == SQLITE_NULL)
    return daybook_right_quota (role);

  return (guint) CLAMP (sqlite3_column_int64 (statement, COLUMN_QUOTA), 0, G_MAXINT);
}

static void
take (DaybookStatement *statement,
      DaybookAuthor    *author)
{
  DaybookPerson *person = &author->person;

  author->key = sqlite3_column_int64 (statement, COLUMN_KEY);
  author->name = g_strdup (daybook_column_text (statement, COLUMN_NAME));
  person->name = author->name;
  person->role = read_role (statement, COLUMN_ROLE);
  person->laptop = read_role (statement, COLUMN_LAPTOP);
  person->duty = sqlite3_column_int (statement, COLUMN_ON_SHIFT) != 0 ? DAYBOOK_DUTY_ON : DAYBOOK_DUTY_OFF;
  person->alone = sqlite3_column_int64 (statement, COLUMN_PEOPLE) <= 1;
  author->rights = daybook_person_rights (person);
  author->trusted = person->alone || person->role == DAYBOOK_ROLE_OWNER || sqlite3_column_int (statement, COLUMN_TRUSTED) != 0;
  author->quota = person->alone ? 0 : read_quota (statement, person->role);
}

gboolean
daybook_author_read (DaybookDatabase  *db,
                     const DaybookId  *agent,
                     gint64            now,
                     DaybookAuthor    *author,
                     GError          **error)
{
  GError *local = NULL;
  gint64 bound;

  *author = (DaybookAuthor) { .rights = DAYBOOK_RIGHTS_ALL, .trusted = TRUE };
  if (agent == NULL || daybook_id_is_null (agent))
    return TRUE;

  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, AUTHOR, error);
  if (statement == NULL || !daybook_presence_bound (db, now, &bound, error))
    return FALSE;

  author->id = *agent;
  daybook_bind_id (statement, ":agent", agent);
  daybook_bind_int (statement, ":bound", bound);
  if (daybook_statement_next (statement, &local))
    take (statement, author);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

gboolean
daybook_author_may (const DaybookAuthor *author,
                    DaybookRight         right)
{
  return daybook_rights_have (author->rights, right);
}

gboolean
daybook_author_check (const DaybookAuthor  *author,
                      DaybookRight          right,
                      GError              **error)
{
  return author->key == 0 || daybook_person_check (&author->person, right, error);
}

void
daybook_author_clear (DaybookAuthor *author)
{
  g_clear_pointer (&author->name, g_free);
}
