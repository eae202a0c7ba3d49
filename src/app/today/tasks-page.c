/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/today/tasks-page.h"

#include "app/common/shell.h"
#include "app/today/task-panel.h"
#include "core/task.h"
#include "store/due-acts.h"

#include <glib/gi18n-lib.h>

#define FIRST_VIEW "tasks"
#define ALL_VIEW "done"

struct _DaybookTasksPage
{
  DaybookViewPage parent_instance;
};

G_DEFINE_FINAL_TYPE (DaybookTasksPage, daybook_tasks_page, DAYBOOK_TYPE_VIEW_PAGE)

static const int COLUMNS[] = {
  DAYBOOK_TASK_TITLE, DAYBOOK_TASK_DUE, DAYBOOK_TASK_AGENT, DAYBOOK_TASK_CASE, DAYBOOK_TASK_ORDER, DAYBOOK_TASK_CUSTOMER, -1,
};

static const DaybookShippedView VIEWS[] = {
  { FIRST_VIEW, N_("Tasks"), "daybook-tasks-symbolic", "done_at = null and due != null",
    N_("Nothing is to be done by a time. W writes down a task, or a memo without a time."), .sort = "due" },
  { "memos", N_("Memos"), "daybook-memos-symbolic", "done_at = null and due = null",
    N_("No memo is left. W writes one down at once, whatever page is in sight: a problem, an idea.") },
  { ALL_VIEW, N_("Done Tasks"), "object-select-symbolic", "done_at != null", NULL },
  { NULL },
};

static char *
count (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u task", "%u tasks", n), n);
}

static const DaybookViewPageSpec SPEC = {
  &daybook_tasks, COLUMNS, VIEWS, FIRST_VIEW, ALL_VIEW, N_("There is no such task."), count,
};

DaybookViewList *
daybook_task_views_for (DaybookStore *store)
{
  return daybook_view_page_views_for (store, &SPEC);
}

/* --- Acts ------------------------------------------------------------------------------------ */

/* What is done already stays so. */
static void
end_tasks (DaybookTasksPage *self)
{
  g_autoptr(GPtrArray) rows = daybook_view_page_rows (DAYBOOK_VIEW_PAGE (self));
  DaybookStore *store = daybook_list_page_get_store (DAYBOOK_LIST_PAGE (self));
  g_autoptr(GError) error = NULL;
  g_autofree char *name = daybook_view_page_name_rows (DAYBOOK_VIEW_PAGE (self), rows);
  g_autofree char *title = g_strdup_printf (_("Done: %s"), name);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (store));

  for (guint i = 0; i < rows->len && error == NULL; i++)
    if (!daybook_row_has (g_ptr_array_index (rows, i), DAYBOOK_TASK_DONE_AT))
      daybook_task_end (edit, daybook_store_get_reader (store), g_ptr_array_index (rows, i), daybook_store_get_agent (store),
                        daybook_store_get_now (store), &error);

  if (error != NULL)
    daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error);
  else if (daybook_edit_size (edit) > 0)
    daybook_view_page_commit (DAYBOOK_VIEW_PAGE (self), edit);
}

/* --- The page ------------------------------------------------------------------------------------- */

static GtkWidget *
make_panel (DaybookPage *page)
{
  GtkWidget *panel = g_object_new (DAYBOOK_TYPE_TASK_PANEL, NULL);

  g_signal_connect_object (panel, "edit", G_CALLBACK (daybook_view_page_commit), page, G_CONNECT_SWAPPED);
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
can (DaybookPage *page,
     const char  *command)
{
  return g_str_equal (command, "done") ? daybook_view_page_has_rows (DAYBOOK_VIEW_PAGE (page))
                                       : DAYBOOK_PAGE_CLASS (daybook_tasks_page_parent_class)->can (page, command);
}

static void
perform (DaybookPage *page,
         const char  *command)
{
  if (g_str_equal (command, "done"))
    end_tasks (DAYBOOK_TASKS_PAGE (page));
  else
    DAYBOOK_PAGE_CLASS (daybook_tasks_page_parent_class)->perform (page, command);
}

static void
daybook_tasks_page_class_init (DaybookTasksPageClass *klass)
{
  DaybookPageClass *page_class = DAYBOOK_PAGE_CLASS (klass);

  page_class->make_panel = make_panel;
  page_class->can = can;
  page_class->perform = perform;
  DAYBOOK_LIST_PAGE_CLASS (klass)->show_row = show_row;

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

  daybook_view_page_set_up (DAYBOOK_VIEW_PAGE (self), store, &SPEC);
  return DAYBOOK_PAGE (self);
}
