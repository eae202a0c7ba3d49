/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/find-chore.h"

#include <glib/gi18n-lib.h>

char *
daybook_chore_name (const DaybookChore *chore)
{
  if (chore->shipped == NULL || chore->round == NULL)
    return NULL;

  return chore->shipped->rounds->len > 1 ? g_strdup_printf ("%s/%s", chore->shipped->key, chore->round->key) : g_strdup (chore->shipped->key);
}

static gboolean
is_named (const DaybookChore *chore,
          const char         *word)
{
  g_autofree char *name = daybook_chore_name (chore);
  g_autofree char *title = daybook_chore_title (chore);
  char id[DAYBOOK_ID_STRING_SIZE] = "";

  if (chore->row != NULL)
    daybook_id_print (&chore->row->id, id);
  return g_strcmp0 (name, word) == 0 || g_str_equal (title, word) || g_str_equal (id, word);
}

DaybookChore *
daybook_find_chore (DaybookCli  *cli,
                    const char  *word,
                    GError     **error)
{
  g_autoptr(GPtrArray) all = daybook_chores_read (daybook_store_get_reader (cli->store), error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (is_named (g_ptr_array_index (all, i), word))
      return g_ptr_array_steal_index (all, i);

  if (all != NULL)
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND, _("There is no chore “%s”; “daybookctl chore list” names them."), word);
  return NULL;
}
