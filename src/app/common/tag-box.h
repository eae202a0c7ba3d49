/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/id.h"
#include "core/value.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Tags (core/tags.h) as chips, and a line in which more are written: those that are in use are offered. */
#define DAYBOOK_TYPE_TAG_BOX (daybook_tag_box_get_type ())
G_DECLARE_FINAL_TYPE (DaybookTagBox, daybook_tag_box, DAYBOOK, TAG_BOX, AdwBin)

/* The tags in use; NULL: none are known. (transfer full) */
typedef char **(*DaybookTagsInUse) (gpointer data);

/* Where they are found when somebody is about to write one; `data` is borrowed. */
void daybook_tag_box_set_known (DaybookTagBox    *self,
                                DaybookTagsInUse  find,
                                gpointer          data);
/* Shows the tags of a row, or of one that is not in the book yet. What is being written stands while the row is the same. */
void daybook_tag_box_show      (DaybookTagBox    *self,
                                const DaybookId  *of,
                                const char       *tags);

/* Signal `changed` (DaybookValue *value): what the field is to have. */

G_END_DECLS
