/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/brake.h"

#include <glib/gi18n-lib.h>

#define MUCH_ROWS 1000
#define MUCH_ONE_IN 5 /* more than 20 % */

/* Of a table this small 20 % are a handful, which anybody has in sight and Undo brings
 * back: a question at every second deletion would be answered without being read. */
#define SMALL_ROWS 20

gboolean
daybook_brake_is_much (guint64 n,
                       guint64 total)
{
  return n > MUCH_ROWS || (total > SMALL_ROWS && n * MUCH_ONE_IN > total);
}

/* The rows in use, counted no further than the answer depends on them. */
static guint64
count_in_use (DaybookDatabase     *db,
              const DaybookTable  *table,
              guint64              most,
              GError             **error)
{
  g_autofree char *sql = g_strdup_printf (
    "SELECT count (*) FROM (SELECT 1 FROM \"%s\" WHERE deleted = 0 LIMIT %" G_GUINT64_FORMAT ")", table->plural, most);

  return (guint64) MAX (0, daybook_database_number (db, sql, 0, error));
}

gboolean
daybook_brake_holds (DaybookDatabase     *db,
                     const DaybookTable  *table,
                     guint                n,
                     guint                n_gone,
                     GError             **error)
{
  GError *local = NULL;

  /* The usual act asks nothing of the book. */
  if (n > MUCH_ROWS || n * MUCH_ONE_IN <= SMALL_ROWS)
    return n > MUCH_ROWS;

  guint64 total = n_gone + count_in_use (db, table, (guint64) n * MUCH_ONE_IN, &local);
  if (local == NULL)
    return daybook_brake_is_much (n, total);

  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
check_table (DaybookDatabase     *db,
             const DaybookEdit   *edit,
             const DaybookTable  *table,
             GError             **error)
{
  guint n = daybook_edit_count_deleted (edit, table);
  GError *local = NULL;

  if (daybook_brake_holds (db, table, n, 0, &local))
    g_set_error (&local, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSENT,
                 /* Translators: %1$s is what the rows are: “Orders”. */
                 g_dngettext (GETTEXT_PACKAGE, "%1$s: %2$u row would go to the trash at once, and nobody was asked.",
                              "%1$s: %2$u rows would go to the trash at once, and nobody was asked.", n),
                 _(table->labels), n);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

gboolean
daybook_brake_check (DaybookDatabase    *db,
                     const DaybookEdit  *edit,
                     GError            **error)
{
  guint n_tables;
  const DaybookTable *const *tables = daybook_registry_tables (&n_tables);

  if (daybook_edit_has_consent (edit) || daybook_edit_kind (edit) != DAYBOOK_ACT_EDIT
      || daybook_edit_count_deleted (edit, NULL) * MUCH_ONE_IN <= SMALL_ROWS)
    return TRUE;

  for (guint i = 0; i < n_tables; i++)
    if (!check_table (db, edit, tables[i], error))
      return FALSE;

  return TRUE;
}
