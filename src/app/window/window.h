/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/page.h"
#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The window: sidebar, pages, toasts. It appears before the book is open and is
 * given the store, or the reason why there is none, afterwards. */
#define DAYBOOK_TYPE_WINDOW (daybook_window_get_type ())
G_DECLARE_FINAL_TYPE (DaybookWindow, daybook_window, DAYBOOK, WINDOW, AdwApplicationWindow)

DaybookWindow *daybook_window_new        (AdwApplication *application);
/* Once. Shows the page asked for before, or the first one. */
void           daybook_window_set_store  (DaybookWindow  *self,
                                          DaybookStore   *store);
/* Says why the book in `folder` could not be opened, and what to do. */
void           daybook_window_set_failed (DaybookWindow  *self,
                                          const char     *folder,
                                          const GError   *error);
/* NULL until there is one. (transfer none) */
DaybookStore  *daybook_window_get_store  (DaybookWindow  *self);
/* The page in view, or NULL. (transfer none) */
DaybookPage   *daybook_window_get_page   (DaybookWindow  *self);
/* Turns to a page of the table; before there is a store it is remembered.
 * FALSE when there is no such page. */
gboolean       daybook_window_show_page  (DaybookWindow  *self,
                                          const char     *id);
/* Turns to a view of a page. FALSE when there is no such page. */
gboolean       daybook_window_show_view  (DaybookWindow  *self,
                                          const char     *id,
                                          const char     *view);
/* Turns to the register of that key and begins a new case: of a row (an order, a customer, a line
 * of the order `owner`, else NULL), or of none (`id` NULL). */
void           daybook_window_new_case   (DaybookWindow  *self,
                                          const char     *key,
                                          const DaybookTable *table,
                                          const DaybookId *id,
                                          const DaybookId *owner);
/* Opens the palette (Ctrl+K). */
void           daybook_window_show_palette (DaybookWindow *self);
/* Says something over the page, or in the dialog over it. Takes over the toast. */
void           daybook_window_add_toast  (DaybookWindow  *self,
                                          AdwToast       *toast);
/* What was said over the page is seen no longer. */
void           daybook_window_hush       (DaybookWindow  *self);
/* Whether something said before can still be read, or a dialog is over the page. */
gboolean       daybook_window_is_saying  (DaybookWindow  *self);
/* Shows at the foot how far a long act is (window/work-bar.h). `bar` is sunk. */
void           daybook_window_add_work   (DaybookWindow  *self,
                                          GtkWidget      *bar);
void           daybook_window_remove_work (GtkWidget     *bar);
/* Moves the focus to the next of the panes in sight, or by -1 to the previous. */
void           daybook_window_turn_pane (DaybookWindow  *self,
                                         int             step);
/* Turns back to the sidebar where it is folded away. */
void           daybook_window_show_sidebar (DaybookWindow *self);

G_END_DECLS
