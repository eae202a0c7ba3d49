/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/knowledge/article-removal.h"

#include "app/common/last-act.h"
#include "app/common/shell.h"
#include "core/article.h"
#include "store/articles.h"

#include <glib/gi18n-lib.h>

/* Whoever takes more away at once knows why. */
#define MOST_LOOKED_AT 50

static gboolean
is_among (GPtrArray        *rows,
          const DaybookRow *row)
{
  for (guint i = 0; i < rows->len; i++)
    if (daybook_id_equal (&((const DaybookRow *) g_ptr_array_index (rows, i))->id, &row->id))
      return TRUE;

  return FALSE;
}

/* What is taken away with them does not count, and what leads to several counts once. */
static guint
count_leading (DaybookReader *reader,
               GPtrArray     *rows)
{
  g_autoptr(GHashTable) leading = g_hash_table_new_full (daybook_id_hash, daybook_id_equal, g_free, NULL);

  for (guint i = 0; i < MIN (rows->len, MOST_LOOKED_AT); i++)
    {
      g_autoptr(GPtrArray) found = daybook_article_backlinks (reader, g_ptr_array_index (rows, i), 0, NULL);

      for (guint k = 0; found != NULL && k < found->len; k++)
        {
          const DaybookRow *row = g_ptr_array_index (found, k);

          if (!is_among (rows, row))
            g_hash_table_add (leading, g_memdup2 (&row->id, sizeof row->id));
        }
    }
  return g_hash_table_size (leading);
}

void
daybook_article_removal_commit (GtkWidget   *widget,
                                DaybookDesk *desk,
                                DaybookEdit *edit,
                                GPtrArray   *rows)
{
  DaybookStore *store = daybook_desk_get_store (desk);
  DaybookShell *shell = daybook_shell_of (widget);
  guint n = count_leading (daybook_store_get_reader (store), rows);
  g_autofree char *leads = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u other leads to it", "%u others lead to it", n), n);
  g_autofree char *done = g_strdup_printf ("%s · %s", daybook_edit_title (edit), leads);

  if (shell != NULL && n > 0)
    daybook_shell_commit (shell, edit, done);
  else
    daybook_last_act_commit (widget, store, edit);
}

void
daybook_article_removal_retire (GtkWidget   *widget,
                                DaybookDesk *desk,
                                GPtrArray   *rows)
{
  g_autofree char *title = rows->len == 1
    ? g_strdup_printf (_("Retired: %s"), daybook_row_text (g_ptr_array_index (rows, 0), DAYBOOK_ARTICLE_TITLE))
    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Retired %u article", "Retired %u articles", rows->len), rows->len);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (daybook_desk_get_store (desk)));

  for (guint i = 0; i < rows->len; i++)
    daybook_edit_set (edit, &daybook_articles, &((const DaybookRow *) g_ptr_array_index (rows, i))->id, DAYBOOK_ARTICLE_STATE,
                      daybook_value_int (DAYBOOK_ARTICLE_RETIRED));
  daybook_article_removal_commit (widget, desk, edit, rows);
}
