/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What is being searched for in a list, for all its cells to mark. */
#define DAYBOOK_TYPE_SOUGHT (daybook_sought_get_type ())
G_DECLARE_FINAL_TYPE (DaybookSought, daybook_sought, DAYBOOK, SOUGHT, GObject)

DaybookSought *daybook_sought_new       (void);
/* NULL: nothing. */
void           daybook_sought_set_text  (DaybookSought *self,
                                         const char    *text);
/* NULL: nothing is. (element-type DaybookTerm) (transfer none) */
GPtrArray     *daybook_sought_get_terms (DaybookSought *self);

/* Signal `changed`: something else is. */

G_END_DECLS
