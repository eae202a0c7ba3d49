/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/case-number.h"

#include "store/local.h"
#include "store/registers.h"

#define UNKNOWN_PREFIX "C"
/* The first one a person sees has four digits, as the last one of a year has. */
#define FIRST 1001

static char *
read_letter (DaybookDatabase  *db,
             GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, "SELECT letter FROM devices WHERE key = 1", error);

  if (statement == NULL || !daybook_statement_next (statement, error))
    return NULL;

  return g_strdup (daybook_column_text (statement, 0));
}

char *
daybook_case_number_next (DaybookDatabase  *db,
                          const char       *key,
                          GError          **error)
{
  DaybookRegister *definition = key != NULL ? daybook_register_in_force (db, key) : NULL;
  const char *prefix = definition != NULL ? daybook_register_get_prefix (definition) : UNKNOWN_PREFIX;
  g_autofree char *letter = read_letter (db, error);
  g_autofree char *counter = letter != NULL ? g_strdup_printf ("number %s-%s", prefix, letter) : NULL;
  gint64 last;

  if (counter == NULL || !daybook_local_read (db, counter, &last, error))
    return NULL;

  gint64 next = MAX (FIRST, last + 1);
  return daybook_local_write (db, counter, next, error) ? g_strdup_printf ("%s-%s%" G_GINT64_FORMAT, prefix, letter, next) : NULL;
}
