/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/query.h"
#include "store/store.h"

G_BEGIN_DECLS

/* What a person does with the shop's views, as edits to commit. Each gives NULL
 * when there is nothing to do: the view is gone, or is so already. */

/* A new view, behind the others of its kind. */
DaybookEdit *daybook_view_act_save   (DaybookStore       *store,
                                      const DaybookQuery *query,
                                      const char         *name,
                                      const char         *icon);
/* Another name, another icon (NULL: the icon stays). */
DaybookEdit *daybook_view_act_change (DaybookStore       *store,
                                      const DaybookId    *view,
                                      const char         *name,
                                      const char         *icon);
/* So many places down, or up when negative, among those of its kind. */
DaybookEdit *daybook_view_act_move   (DaybookStore       *store,
                                      const DaybookId    *view,
                                      int                 step);
DaybookEdit *daybook_view_act_delete (DaybookStore       *store,
                                      const DaybookId    *view);

G_END_DECLS
