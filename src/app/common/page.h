/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/id.h"
#include "core/query.h"
#include "core/registry.h"
#include "core/row.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What the window shows beside the sidebar: a list with its header bar and, when
 * the page has one, a panel that folds over the list where there is no room.
 *
 * A page is made so:
 *
 *   - a final class derived from DaybookPage, with a constructor
 *     `DaybookPage *daybook_NAME_page_new (DaybookStore *store)`;
 *   - a template whose parent is DaybookPage. Its children say where they go:
 *
 *       <template class="DaybookHistoryPage" parent="DaybookPage">
 *         <property name="title" translatable="yes">History</property>
 *         <child> ... what stands under the header bar ... </child>
 *         <child type="panel"> ... what stands at the right ... </child>
 *         <child type="start"> ... a button at the header's start ... </child>
 *         <child type="end"> ... a button at the header's end ... </child>
 *         <child type="panel-start"> ... after the button that closes the panel ... </child>
 *         <child type="panel-end"> ... at the end of the panel's header ... </child>
 *       </template>
 *
 *   - a line in daybook.gresource.xml for the template, and one in the table of
 *     window/page-table.c.
 *
 * The window makes a page when it is shown first and keeps it. What a page does
 * to the shop goes through its shell (common/shell.h): commits, toasts, turning
 * to other pages. */
#define DAYBOOK_TYPE_PAGE (daybook_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (DaybookPage, daybook_page, DAYBOOK, PAGE, AdwBin)

typedef enum
{
  DAYBOOK_PANE_LIST,
  DAYBOOK_PANE_PANEL,
} DaybookPane;

struct _DaybookPageClass
{
  AdwBinClass parent_class;

  /* The content says the title itself. Of other pages it stands above the content,
   * unless the header has room for nothing else. */
  gboolean has_heading;

  /* All optional. */

  /* The page was turned to; its data may be old, its focus is to be set. */
  void     (*shown)    (DaybookPage        *self);
  /* Ctrl+F: put the focus where the page's own search is typed. FALSE when it has none. */
  gboolean (*find)     (DaybookPage        *self);
  /* Esc: closes what was opened on the way here, a line to type in. FALSE when
   * nothing is open. */
  gboolean (*back)     (DaybookPage        *self);
  /* Opens the row in the panel. The row is of the kind the page shows. */
  void     (*open_row) (DaybookPage        *self,
                        const DaybookId    *id);
  /* Shows one of the page's views, by its key; NULL is the page's plain list. */
  void     (*show_view) (DaybookPage       *self,
                         const char        *view);
  /* Shows what is asked for, of the kind the page shows. */
  void     (*show_query) (DaybookPage       *self,
                         const DaybookQuery *query);
  /* Makes what stands in the panel, when it is opened first; for a page whose
   * template has no child of type "panel". */
  GtkWidget *(*make_panel) (DaybookPage    *self);
  /* How many pixels at the foot of the list a toast is not to cover. */
  int        (*get_foot) (DaybookPage      *self);
  /* The key of the view in sight; NULL on a page without views. */
  const char *(*get_view) (DaybookPage     *self);
  /* Whether a command of the window's action table ("flag", "note", ...) is
   * possible now, and doing it. daybook_page_commands_changed() when answers change,
   * or the view. */
  gboolean (*can)      (DaybookPage        *self,
                        const char         *command);
  void     (*perform)  (DaybookPage        *self,
                        const char         *command);
};

void         daybook_page_set_title      (DaybookPage     *self,
                                          const char      *title);
/* A dim line under the title, or NULL. */
void         daybook_page_set_subtitle   (DaybookPage     *self,
                                          const char      *subtitle);
/* The panel's own title, e.g. an order number. */
void         daybook_page_set_panel_title (DaybookPage    *self,
                                          const char      *title);

void         daybook_page_open_panel     (DaybookPage     *self);
/* What stands in the panel, open or not; NULL on a page without one. (transfer none) */
GtkWidget   *daybook_page_obtain_panel   (DaybookPage     *self);
/* Closing gives the focus back to the list. */
void         daybook_page_close_panel    (DaybookPage     *self);
gboolean     daybook_page_is_panel_open  (DaybookPage     *self);
/* Puts something over the panel for a while, in the place where it stands or would stand; `title` is its heading.
 * What stood there so before goes. The panel may be opened and closed behind it. `aside` is taken over. */
void         daybook_page_show_aside     (DaybookPage     *self,
                                          GtkWidget       *aside,
                                          const char      *title);
/* NULL: nothing stands over the panel. (transfer none) */
GtkWidget   *daybook_page_get_aside      (DaybookPage     *self);
/* Takes it away; the focus goes back to where it was before. */
void         daybook_page_close_aside    (DaybookPage     *self);
/* Whether list and panel have room beside each other, be the panel open or not. */
gboolean     daybook_page_has_room       (DaybookPage     *self);
/* The panel covers the list: there is no room for both. */
gboolean     daybook_page_is_folded      (DaybookPage     *self);
/* Mapped while a person can see it. (transfer none) */
GtkWidget   *daybook_page_get_pane       (DaybookPage     *self,
                                          DaybookPane      pane);
/* Moves the focus into a pane that is in sight. */
void         daybook_page_focus_pane     (DaybookPage     *self,
                                          DaybookPane      pane);

/* For the window. */
void         daybook_page_shown          (DaybookPage     *self);
gboolean     daybook_page_find           (DaybookPage     *self);
/* What Esc goes back from: the page's own lines, then the panel. FALSE when there is
 * nothing left to close. */
gboolean     daybook_page_back           (DaybookPage     *self);
void         daybook_page_open_row       (DaybookPage     *self,
                                          const DaybookId *id);
void         daybook_page_show_view      (DaybookPage     *self,
                                          const char      *view);
const char  *daybook_page_get_view       (DaybookPage     *self);
void         daybook_page_show_query     (DaybookPage     *self,
                                          const DaybookQuery *query);
gboolean     daybook_page_can            (DaybookPage     *self,
                                          const char      *command);
void         daybook_page_perform        (DaybookPage     *self,
                                          const char      *command);
/* 0 while nothing stands there. `commands-changed` tells when it is another. */
int          daybook_page_get_foot      (DaybookPage      *self);
/* Emits `row-opened`: a person has turned to this row in the panel. */
void         daybook_page_row_opened    (DaybookPage     *self,
                                         const DaybookRow *row);
/* Emits `commands-changed`. */
void         daybook_page_commands_changed (DaybookPage   *self);

/* Properties: `title`, `subtitle`, `panel-title` (strings); `panel-open`,
 * `sidebar-folded` (set by the window: the page has the whole width and shows
 * the way back to the sidebar). Signals: `commands-changed`, `row-opened`
 * (DaybookRow *). */

G_END_DECLS
