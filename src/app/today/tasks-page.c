/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/today/tasks-page.h"

#include "app/common/last-act.h"
#include "app/common/list-views.h"
#include "app/common/shared-views.h"
#include "app/common/shell.h"
#include "app/today/task-panel.h"
#include "core/task.h"
#include "store/due-acts.h"

#include <glib/gi18n-lib.h>

#define FIRST_VIEW "tasks"
#define ALL_VIEW "done"

struct _DaybookTasksPage
{
  DaybookListPage   parent_instance;

  /* Owned */
  DaybookListViews *views;
};

G_DEFINE_FINAL_TYPE (DaybookTasksPage, daybook_tasks_page, DAYBOOK_TYPE_LIST_PAGE)

static const int COLUMNS[] = {
  DAYBOOK_TASK_TITLE, DAYBOOK_TASK_DUE, DAYBOOK_TASK_AGENT, DAYBOOK_TASK_CASE, DAYBOOK_TASK_ORDER, DAYBOOK_TASK_CUSTOMER, -1,
};

static const DaybookShippedView VIEWS[] = {
  { FIRST_VIEW, N_("Tasks"), "daybook-tasks-symbolic", "done_at = null and due != null",
    N_("Nothing is to be done by a time. W writes down a task, or a memo without a time.") },
  { "memos", N_("Memos"), "daybook-memos-symbolic", "done_at = null and due = null",
    N_("No memo is left. W writes one down at once, whatever page is in sight: a problem, an idea.") },
  { ALL_VIEW, N_("Done Tasks"), "object-select-symbolic", "done_at != null", NULL },
  { NULL },
};

DaybookViewList *
daybook_task_views_for (DaybookStore *store)
{
  return daybook_shared_views (store, &daybook_tasks, VIEWS);
}

static DaybookStore *
get_store (DaybookTasksPage *self)
{
  return daybook_list_page_get_store (DAYBOOK_LIST_PAGE (self));
}

/* --- Acts ------------------------------------------------------------------------------------ */

static void
on_edit_wanted (DaybookTasksPage *self,
                DaybookEdit      *edit)
{
  daybook_last_act_commit (GTK_WIDGET (self), get_store (self), edit);
}

/* (element-type DaybookRow) (transfer full) */
static GPtrArray *
rows_at_hand (DaybookTasksPage *self)
{
  g_autoptr(GArray) keys = daybook_list_page_get_at_hand (DAYBOOK_LIST_PAGE (self));
  GPtrArray *rows = daybook_reader_rows (daybook_store_get_reader (get_store (self)), &daybook_tasks,
                                         (const gint64 *) (void *) keys->data, keys->len, NULL);

  return rows != NULL ? rows : g_ptr_array_new ();
}

/* "Buy tape", "3 tasks" */
static char *
name_rows (GPtrArray *rows)
{
  if (rows->len == 1)
    return g_strdup (daybook_row_text (g_ptr_array_index (rows, 0), DAYBOOK_TASK_TITLE));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u task", "%u tasks", rows->len), rows->len);
}

/* What is done already stays so. */
static void
end_tasks (DaybookTasksPage *self)
{
  g_autoptr(GPtrArray) rows = rows_at_hand (self);
  DaybookStore *store = get_store (self);
  g_autoptr(GError) error = NULL;
  g_autofree char *name = name_rows (rows);
  g_autofree char *title = g_strdup_printf (_("Done: %s"), name);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (store));

  for (guint i = 0; i < rows->len && error == NULL; i++)
    if (!daybook_row_has (g_ptr_array_index (rows, i), DAYBOOK_TASK_DONE_AT))
      daybook_task_end (edit, daybook_store_get_reader (store), g_ptr_array_index (rows, i), daybook_store_get_agent (store),
                        daybook_store_get_now (store), &error);

  if (error != NULL)
    daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error);
  else if (daybook_edit_size (edit) > 0)
    on_edit_wanted (self, edit);
}

static void
drop_tasks (DaybookTasksPage *self)
{
  g_autoptr(GPtrArray) rows = rows_at_hand (self);
  g_autofree char *name = name_rows (rows);
  g_autofree char *title = g_strdup_printf (_("Moved to the trash: %s"), name);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (get_store (self)));

  for (guint i = 0; i < rows->len; i++)
    daybook_edit_delete (edit, &daybook_tasks, &((const DaybookRow *) g_ptr_array_index (rows, i))->id);
  if (rows->len > 0)
    on_edit_wanted (self, edit);
}

/* --- Views -------------------------------------------------------------------------------------- */

/* What is next stands first. */
static void
sort_by_time (DaybookTasksPage *self)
{
  g_autoptr(DaybookQuery) query = daybook_query_copy (daybook_list_page_get_query (DAYBOOK_LIST_PAGE (self)));

  if (!g_str_equal (daybook_list_views_get_key (self->views), FIRST_VIEW) || query->sort >= 0)
    return;

  daybook_query_parse_sort (query, "due", NULL);
  daybook_list_page_set_query (DAYBOOK_LIST_PAGE (self), query);
}

static void
show_view (DaybookPage *page,
           const char  *key)
{
  daybook_list_views_turn_to (DAYBOOK_TASKS_PAGE (page)->views, key);
  sort_by_time (DAYBOOK_TASKS_PAGE (page));
}

static void
show_act (DaybookPage     *page,
          const DaybookId *act)
{
  daybook_list_views_show_act (DAYBOOK_TASKS_PAGE (page)->views, ALL_VIEW, act);
}

static const char *
get_view (DaybookPage *page)
{
  return daybook_list_views_get_key (DAYBOOK_TASKS_PAGE (page)->views);
}

static void
on_query_changed (DaybookListPage *list)
{
  DaybookTasksPage *self = DAYBOOK_TASKS_PAGE (list);

  if (self->views != NULL)
    daybook_list_views_query_changed (self->views);
}

/* --- The page ------------------------------------------------------------------------------------- */

static GtkWidget *
make_panel (DaybookPage *page)
{
  GtkWidget *panel = g_object_new (DAYBOOK_TYPE_TASK_PANEL, NULL);

  g_signal_connect_object (panel, "edit", G_CALLBACK (on_edit_wanted), page, G_CONNECT_SWAPPED);
  return panel;
}

static void
show_row (DaybookListPage  *list,
          const DaybookRow *row)
{
  if (row != NULL)
    daybook_task_panel_show (DAYBOOK_TASK_PANEL (daybook_page_obtain_panel (DAYBOOK_PAGE (list))), daybook_list_page_get_desk (list), row);
}

static gboolean
has_any (DaybookTasksPage *self)
{
  g_autoptr(GArray) keys = daybook_list_page_get_at_hand (DAYBOOK_LIST_PAGE (self));

  return keys->len > 0;
}

static gboolean
can (DaybookPage *page,
     const char  *command)
{
  DaybookTasksPage *self = DAYBOOK_TASKS_PAGE (page);
  gboolean possible;

  if (g_str_equal (command, "done") || g_str_equal (command, "trash"))
    return has_any (self);
  if (daybook_list_views_can (self->views, command, &possible))
    return possible;

  return DAYBOOK_PAGE_CLASS (daybook_tasks_page_parent_class)->can (page, command);
}

static void
perform (DaybookPage *page,
         const char  *command)
{
  DaybookTasksPage *self = DAYBOOK_TASKS_PAGE (page);

  if (g_str_equal (command, "done"))
    end_tasks (self);
  else if (g_str_equal (command, "trash"))
    drop_tasks (self);
  else if (!daybook_list_views_perform (self->views, command))
    DAYBOOK_PAGE_CLASS (daybook_tasks_page_parent_class)->perform (page, command);
}

static gboolean
back (DaybookPage *page)
{
  return daybook_list_views_end (DAYBOOK_TASKS_PAGE (page)->views) || DAYBOOK_PAGE_CLASS (daybook_tasks_page_parent_class)->back (page);
}

static void
daybook_tasks_page_dispose (GObject *object)
{
  g_clear_object (&DAYBOOK_TASKS_PAGE (object)->views);
  G_OBJECT_CLASS (daybook_tasks_page_parent_class)->dispose (object);
}

static void
daybook_tasks_page_class_init (DaybookTasksPageClass *klass)
{
  DaybookPageClass *page_class = DAYBOOK_PAGE_CLASS (klass);
  DaybookListPageClass *list_class = DAYBOOK_LIST_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_tasks_page_dispose;
  page_class->show_view = show_view;
  page_class->show_act = show_act;
  page_class->get_view = get_view;
  page_class->make_panel = make_panel;
  page_class->can = can;
  page_class->perform = perform;
  page_class->back = back;
  list_class->show_row = show_row;
  list_class->query_changed = on_query_changed;

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/io/github/daybook/Daybook/today/tasks-page.ui");
}

static void
daybook_tasks_page_init (DaybookTasksPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

DaybookPage *
daybook_tasks_page_new (DaybookStore *store)
{
  DaybookTasksPage *self = g_object_new (DAYBOOK_TYPE_TASKS_PAGE, NULL);

  daybook_list_page_set_up (DAYBOOK_LIST_PAGE (self), store, &daybook_tasks, COLUMNS);
  self->views = daybook_list_views_new (DAYBOOK_LIST_PAGE (self), daybook_task_views_for (store), FIRST_VIEW, _("There is no such task."));
  show_view (DAYBOOK_PAGE (self), NULL);
  return DAYBOOK_PAGE (self);
}
