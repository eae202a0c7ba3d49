/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/panes.h"

enum
{
  SIDEBAR,
  LIST,
  PANEL,
  N_PANES,
};

static GtkWidget *
get_pane (DaybookSidebar *sidebar,
          DaybookPage    *page,
          int             nth)
{
  if (nth == SIDEBAR)
    return GTK_WIDGET (sidebar);

  return page != NULL ? daybook_page_get_pane (page, nth == LIST ? DAYBOOK_PANE_LIST : DAYBOOK_PANE_PANEL) : NULL;
}

static int
find_focused (DaybookSidebar *sidebar,
              DaybookPage    *page)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (sidebar));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (int nth = SIDEBAR; focus != NULL && nth < N_PANES; nth++)
    {
      GtkWidget *pane = get_pane (sidebar, page, nth);

      if (pane != NULL && gtk_widget_is_ancestor (focus, pane))
        return nth;
    }

  return SIDEBAR;
}

static void
focus_pane (DaybookSidebar *sidebar,
            DaybookPage    *page,
            int             nth)
{
  if (nth == SIDEBAR)
    daybook_sidebar_focus (sidebar);
  else
    daybook_page_focus_pane (page, nth == LIST ? DAYBOOK_PANE_LIST : DAYBOOK_PANE_PANEL);
}

void
daybook_panes_turn (DaybookSidebar *sidebar,
                    DaybookPage    *page,
                    int             step)
{
  int here = find_focused (sidebar, page);

  for (int i = 1; i < N_PANES; i++)
    {
      int nth = (here + i * step + N_PANES) % N_PANES;
      GtkWidget *pane = get_pane (sidebar, page, nth);

      /* A pane that is folded away is not mapped. */
      if (pane != NULL && gtk_widget_get_mapped (pane))
        {
          focus_pane (sidebar, page, nth);
          return;
        }
    }
}
