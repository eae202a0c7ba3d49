/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/find-row.h"
#include "cli/print-act.h"
#include "cli/read-query.h"

#include "core/shop.h"
#include "core/view-order.h"

#include <glib/gi18n-lib.h>

/* What `view save` was told of a view, in the registry's own words. */
typedef struct
{
  char *where;
  char *sort;
  char *search;
  char *icon;
} Definition;

static void
clear_definition (Definition *definition)
{
  g_free (definition->where);
  g_free (definition->sort);
  g_free (definition->search);
  g_free (definition->icon);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Definition, clear_definition)

/* A view that could not be shown must not be saved. Its filter is kept as the
 * window reads it too: with ids where a name was given. */
static gboolean
check_definition (DaybookCli          *cli,
                  const DaybookTable  *table,
                  Definition          *definition,
                  GError             **error)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (table);

  if (!daybook_read_where (cli, query, definition->where, error) || !daybook_read_sort (query, definition->sort, error))
    return FALSE;

  if (definition->where != NULL)
    {
      g_free (definition->where);
      definition->where = daybook_query_print_where (query);
    }
  return TRUE;
}

static void
set_or_give (DaybookEdit      *edit,
             const DaybookRow *view,
             guint             field,
             const char       *text)
{
  if (view != NULL)
    daybook_edit_set (edit, &daybook_views, &view->id, field, daybook_value_text (text));
  else
    daybook_edit_give (edit, field, daybook_value_text (text));
}

/* The shop's views of one kind, in the sidebar's order. */
static GPtrArray *
read_views (DaybookCli  *cli,
            const char  *kind,
            GError     **error)
{
  g_autoptr(GPtrArray) views = daybook_reader_all (daybook_store_get_reader (cli->store), &daybook_views, error);

  return views != NULL ? daybook_view_order_sort (views, kind) : NULL;
}

/* Saves under a new name, or over the view that has this name already. */
static gboolean
save_view (DaybookCli          *cli,
           const char          *name,
           const DaybookTable  *table,
           const Definition    *definition,
           GError             **error)
{
  GError *local = NULL;
  g_autoptr(DaybookRow) view = daybook_find_row (cli->store, &daybook_views, name, &local);
  g_autofree char *title = g_strdup_printf (_("View “%s” saved"), name);
  g_autoptr(DaybookEdit) edit = daybook_cli_new_edit (cli, title);
  g_autoptr(GPtrArray) others = NULL;
  g_autofree char *kind = NULL;
  DaybookId id;

  /* That there is none means a new one; that it could not be told means neither. */
  if (view == NULL && !g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  g_clear_error (&local);

  kind = daybook_table_name (table);
  others = read_views (cli, kind, error);
  if (others == NULL)
    return FALSE;

  if (view != NULL)
    id = view->id;
  else
    {
      daybook_id_fresh (&id, daybook_store_get_now (cli->store) * 1000);
      daybook_edit_create (edit, &daybook_views, &id);
      daybook_edit_give (edit, DAYBOOK_VIEW_NAME, daybook_value_text (name));
      daybook_edit_give (edit, DAYBOOK_VIEW_POSITION, daybook_value_int (daybook_view_order_next (others)));
    }

  set_or_give (edit, view, DAYBOOK_VIEW_KIND, kind);
  set_or_give (edit, view, DAYBOOK_VIEW_WHERE, definition->where);
  set_or_give (edit, view, DAYBOOK_VIEW_SORT, definition->sort);
  set_or_give (edit, view, DAYBOOK_VIEW_SEARCH, definition->search);
  set_or_give (edit, view, DAYBOOK_VIEW_ICON, definition->icon);
  return daybook_commit_and_print_row (cli, edit, &daybook_views, &id, error);
}

static gboolean
run_save (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  g_auto(Definition) definition = { 0 };
  const GOptionEntry entries[] = {
    { "where", 0, 0, G_OPTION_ARG_FILENAME, &definition.where, N_("Only rows for which this holds"), N_("EXPR") },
    { "sort", 0, 0, G_OPTION_ARG_FILENAME, &definition.sort, N_("In the order of this field; - before it turns it round"), N_("[-]FIELD") },
    { "search", 0, 0, G_OPTION_ARG_FILENAME, &definition.search, N_("Only what these words find"), N_("TEXT") },
    { "icon", 0, 0, G_OPTION_ARG_FILENAME, &definition.icon, N_("The name of an icon"), N_("NAME") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 2, 2, error);
  const DaybookTable *table = words != NULL ? daybook_find_table (cli, words[1], error) : NULL;

  return table != NULL && daybook_cli_open (cli, DAYBOOK_STORE_CREATE, error) != NULL &&
         daybook_cli_check_author (cli, error) &&
         check_definition (cli, table, &definition, error) &&
         save_view (cli, words[0], table, &definition, error);
}

static gboolean
run_list (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 0, 0, error);
  const DaybookListRange all = { 0, NULL };
  g_autoptr(DaybookQuery) query = NULL;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL)
    return FALSE;

  query = daybook_query_new (&daybook_views);
  query->sort = DAYBOOK_VIEW_POSITION;
  query->order = DAYBOOK_SORT_ASCENDING;
  return daybook_print_query (cli, daybook_views.plural, query, &all, error);
}

/* A name is what names a view on the command line: no two have the same. */
static gboolean
check_name (DaybookCli        *cli,
            const DaybookRow  *view,
            const char        *name,
            GError           **error)
{
  g_autoptr(GPtrArray) views = daybook_reader_all (daybook_store_get_reader (cli->store), &daybook_views, error);

  for (guint i = 0; views != NULL && i < views->len; i++)
    {
      const DaybookRow *other = g_ptr_array_index (views, i);

      if (!daybook_id_equal (&other->id, &view->id) && g_str_equal (daybook_row_text (other, DAYBOOK_VIEW_NAME), name))
        {
          g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONFLICT, _("There is already a view “%s”."), name);
          return FALSE;
        }
    }

  return views != NULL;
}

static gboolean
rename_view (DaybookCli  *cli,
             const char  *old,
             const char  *name,
             const char  *icon,
             GError     **error)
{
  g_autoptr(DaybookRow) view = daybook_find_row (cli->store, &daybook_views, old, error);
  g_autofree char *title = g_strdup_printf (_("View renamed: %s"), name);
  g_autoptr(DaybookEdit) edit = daybook_cli_new_edit (cli, title);

  if (view == NULL || !check_name (cli, view, name, error))
    return FALSE;

  daybook_edit_set (edit, &daybook_views, &view->id, DAYBOOK_VIEW_NAME, daybook_value_text (name));
  if (icon != NULL)
    daybook_edit_set (edit, &daybook_views, &view->id, DAYBOOK_VIEW_ICON, daybook_value_text (icon));
  return daybook_commit_and_print_row (cli, edit, &daybook_views, &view->id, error);
}

static gboolean
run_rename (DaybookCli  *cli,
            char       **arguments,
            GError     **error)
{
  g_autofree char *icon = NULL;
  const GOptionEntry entries[] = {
    { "icon", 0, 0, G_OPTION_ARG_FILENAME, &icon, N_("The name of an icon"), N_("NAME") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 2, 2, error);

  return words != NULL && daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) != NULL &&
         daybook_cli_check_author (cli, error) && rename_view (cli, words[0], words[1], icon, error);
}

/* "up", "down", or a place counted from 1; it ends at the first and the last. */
static gboolean
read_place (const char  *word,
            guint        from,
            guint       *to,
            GError     **error)
{
  guint64 place;

  if (g_str_equal (word, "up"))
    *to = from > 0 ? from - 1 : 0;
  else if (g_str_equal (word, "down"))
    *to = from + 1;
  else if (g_ascii_string_to_unsigned (word, 10, 1, G_MAXUINT, &place, NULL))
    *to = (guint) place - 1;
  else
    {
      g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE,
                   _("“%s” is no place: say up, down, or a number from 1 on."), word);
      return FALSE;
    }

  return TRUE;
}

static gboolean
move_view (DaybookCli  *cli,
           const char  *name,
           const char  *word,
           GError     **error)
{
  g_autoptr(DaybookRow) view = daybook_find_row (cli->store, &daybook_views, name, error);
  g_autofree char *title = g_strdup_printf (_("View moved: %s"), name);
  g_autoptr(DaybookEdit) edit = daybook_cli_new_edit (cli, title);
  g_autoptr(GPtrArray) views = view != NULL ? read_views (cli, daybook_row_text (view, DAYBOOK_VIEW_KIND), error) : NULL;
  int from = views != NULL ? daybook_view_order_find (views, &view->id) : -1;
  guint to;

  if (views != NULL && from < 0)
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND, _("The view “%s” is in the trash."), name);
  if (from < 0 || !read_place (word, (guint) from, &to, error))
    return FALSE;

  daybook_view_order_move (edit, views, (guint) from, to);
  return daybook_commit_and_print_row (cli, edit, &daybook_views, &view->id, error);
}

static gboolean
run_move (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 2, 2, error);

  return words != NULL && daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) != NULL &&
         daybook_cli_check_author (cli, error) && move_view (cli, words[0], words[1], error);
}

static gboolean
delete_view (DaybookCli  *cli,
             const char  *name,
             GError     **error)
{
  g_autoptr(DaybookRow) view = daybook_find_row (cli->store, &daybook_views, name, error);
  g_autofree char *title = g_strdup_printf (_("View “%s” deleted"), name);
  g_autoptr(DaybookEdit) edit = daybook_cli_new_edit (cli, title);

  if (view == NULL)
    return FALSE;

  daybook_edit_delete (edit, &daybook_views, &view->id);
  return daybook_commit_and_print (cli, edit, error);
}

static gboolean
run_delete (DaybookCli  *cli,
            char       **arguments,
            GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 1, 1, error);

  return words != NULL && daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) != NULL &&
         daybook_cli_check_author (cli, error) && delete_view (cli, words[0], error);
}

static gboolean
run_view (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  static const DaybookVerb VERBS[] = {
    { "save", run_save },
    { "list", run_list },
    { "rename", run_rename },
    { "move", run_move },
    { "delete", run_delete },
    { NULL, NULL },
  };

  return daybook_cli_run_verb (cli, VERBS, arguments, error);
}

const DaybookCommand daybook_command_view = {
  "view", "save NAME KIND [--where EXPR] [--sort [-]FIELD] [--search TEXT] [--icon NAME] | list | rename NAME NEW [--icon NAME] | move NAME up|down|PLACE | delete NAME",
  N_("Save, list, rename, move or delete views: lists with a name"),
  DAYBOOK_WORDS_TEXT,
  run_view,
};
