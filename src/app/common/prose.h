/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Text to be read, in as many lines as it needs. A GtkLabel shapes its text some ten times to say how large it would
 * like to be, and an article has hundreds: here it is shaped once. A label takes its place where there is more to do
 * than to read: where it has links, and while the pointer is over it and may select.
 *
 * Tab stops at it only where it has links: somebody who goes through a page by its keys wants what can be done there. A
 * link that is followed activates the action `prose.follow` with its target. */
#define DAYBOOK_TYPE_PROSE (daybook_prose_get_type ())
G_DECLARE_FINAL_TYPE (DaybookProse, daybook_prose, DAYBOOK, PROSE, GtkWidget)

typedef enum
{
  DAYBOOK_PROSE_FILLS, /* the width that there is */
  DAYBOOK_PROSE_FITS,  /* as wide as its text, up to a limit, or as narrow as need be */
  DAYBOOK_PROSE_FIXED, /* as wide as its text, up to that limit: its height does not depend on the room */
} DaybookProseWidth;

/* `level`: it is a heading of that level; 0: it is none. `align`: 0 is left, 1 right. */
GtkWidget *daybook_prose_new   (guint              level,
                                DaybookProseWidth  width,
                                float              align);
/* Pango's markup, with links. `broken`: where its text has links that lead nowhere, or NULL. (element-type DaybookSpan) */
void       daybook_prose_set   (DaybookProse      *self,
                                const char        *markup,
                                GArray            *broken);
/* Marks where the terms of a search stand; NULL: nothing is marked. (element-type DaybookTerm) */
void       daybook_prose_mark  (DaybookProse      *self,
                                GPtrArray         *terms);
/* Of all texts in `container`, one for each page: while the pointer is over one, it can be selected. */
void       daybook_prose_watch (GtkWidget         *container);
/* The pointer is over it: a label takes its place. */
void       daybook_prose_wake  (DaybookProse      *self);

G_END_DECLS
