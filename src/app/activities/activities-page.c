/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/activities/activities-page.h"

#include "app/activities/activity-panel.h"
#include "app/common/derived-column.h"
#include "store/activities.h"

#include <glib/gi18n-lib.h>

#define FIRST_VIEW "activities"
#define PROGRESS_WIDTH 110

struct _DaybookActivitiesPage
{
  DaybookViewPage parent_instance;
};

G_DEFINE_FINAL_TYPE (DaybookActivitiesPage, daybook_activities_page, DAYBOOK_TYPE_VIEW_PAGE)

static const int COLUMNS[] = {
  DAYBOOK_ACTIVITY_TITLE, DAYBOOK_ACTIVITY_MADE_AT, DAYBOOK_ACTIVITY_PHRASE, DAYBOOK_ACTIVITY_CHANNEL, DAYBOOK_ACTIVITY_AGENT, -1,
};

static const DaybookShippedView VIEWS[] = {
  { FIRST_VIEW, N_("Activities"), "daybook-activity-symbolic", "closed_at = null",
    N_("No list is open. A list is made of customers who are to be told the same: of a sale, of a new product.") },
  { "closed-activities", N_("Closed Activities"), "object-select-symbolic", "closed_at != null", NULL, .at_need = TRUE },
  { NULL },
};

static char *
count (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u list", "%u lists", n), n);
}

static const DaybookViewPageSpec SPEC = {
  &daybook_activities, COLUMNS, VIEWS, FIRST_VIEW, FIRST_VIEW, N_("There is no such list."), count,
};

DaybookViewList *
daybook_activity_views_for (DaybookStore *store)
{
  return daybook_view_page_views_for (store, &SPEC);
}

/* "12 of 80" */
static char *
describe_progress (DaybookDesk      *desk,
                   const DaybookRow *activity)
{
  DaybookActivityCounts counts;

  if (!daybook_reader_activity_counts (daybook_store_get_reader (daybook_desk_get_store (desk)), activity, &counts, NULL))
    return g_strdup ("");

  return g_strdup_printf (C_("activity", "%1$u of %2$u"), counts.all - counts.of[DAYBOOK_ACTIVITY_OPEN], counts.all);
}

/* --- The panel ---------------------------------------------------------------------------- */

static DaybookActivityPanel *
get_panel (DaybookPage *page)
{
  return DAYBOOK_ACTIVITY_PANEL (daybook_page_obtain_panel (page));
}

static GtkWidget *
make_panel (DaybookPage *page)
{
  GtkWidget *panel = daybook_activity_panel_new (daybook_list_page_get_desk (DAYBOOK_LIST_PAGE (page)));

  g_signal_connect_object (panel, "edit", G_CALLBACK (daybook_view_page_commit), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (panel, "moved", G_CALLBACK (daybook_page_commands_changed), page, G_CONNECT_SWAPPED);
  return panel;
}

static void
show_row (DaybookListPage  *list,
          const DaybookRow *row)
{
  if (row != NULL)
    daybook_activity_panel_show (get_panel (DAYBOOK_PAGE (list)), row);
}

/* Lines are no field of the list's: what was done in one shows nowhere else. */
static void
on_book_changed (DaybookPage *page)
{
  g_autoptr(DaybookRow) row = daybook_page_is_panel_open (page) ? daybook_list_page_get_current (DAYBOOK_LIST_PAGE (page)) : NULL;

  if (gtk_widget_get_mapped (GTK_WIDGET (page)))
    daybook_list_page_redraw (DAYBOOK_LIST_PAGE (page));
  if (row != NULL)
    daybook_activity_panel_show (get_panel (page), row);
}

static gboolean
is_of_panel (const char *command)
{
  return g_str_equal (command, "done") || g_str_equal (command, "decline");
}

static gboolean
can (DaybookPage *page,
     const char  *command)
{
  if (is_of_panel (command))
    return daybook_page_is_panel_open (page) && daybook_activity_panel_has_line (get_panel (page));

  return DAYBOOK_PAGE_CLASS (daybook_activities_page_parent_class)->can (page, command);
}

static void
perform (DaybookPage *page,
         const char  *command)
{
  if (g_str_equal (command, "done"))
    daybook_activity_panel_copy (get_panel (page));
  else if (g_str_equal (command, "decline"))
    daybook_activity_panel_skip (get_panel (page));
  else
    DAYBOOK_PAGE_CLASS (daybook_activities_page_parent_class)->perform (page, command);
}

static void
daybook_activities_page_class_init (DaybookActivitiesPageClass *klass)
{
  DaybookPageClass *page_class = DAYBOOK_PAGE_CLASS (klass);

  page_class->make_panel = make_panel;
  page_class->can = can;
  page_class->perform = perform;
  DAYBOOK_LIST_PAGE_CLASS (klass)->show_row = show_row;

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/io/github/daybook/Daybook/activities/activities-page.ui");
}

static void
daybook_activities_page_init (DaybookActivitiesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

DaybookPage *
daybook_activities_page_new (DaybookStore *store)
{
  DaybookActivitiesPage *self = g_object_new (DAYBOOK_TYPE_ACTIVITIES_PAGE, NULL);
  DaybookListPage *list = DAYBOOK_LIST_PAGE (self);

  daybook_view_page_set_up (DAYBOOK_VIEW_PAGE (self), store, &SPEC);
  daybook_list_page_insert_column (list, 1, daybook_derived_column_new (daybook_list_page_get_desk (list), NULL, _("Progress"), DAYBOOK_TEXT_TIME,
                                                                        PROGRESS_WIDTH, describe_progress));
  g_signal_connect_object (store, "changed", G_CALLBACK (on_book_changed), self, G_CONNECT_SWAPPED);
  return DAYBOOK_PAGE (self);
}
