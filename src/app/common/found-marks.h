/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How words stand out that were found by a search: by their weight, and on the colour of found words. What is shown
 * stays text, so that a screen reader reads nothing else. */

typedef enum
{
  DAYBOOK_MARK_GROUND, /* the colour alone: the text keeps its size */
  DAYBOOK_MARK_BOLD,   /* also bold */
} DaybookMarks;

/* Adds that to the attributes of a text that `widget` shows. `matches`: DaybookSpan, or NULL. */
void           daybook_found_marks_add (PangoAttrList *attributes,
                                        GtkWidget     *widget,
                                        GArray        *matches,
                                        DaybookMarks   marks);
/* Lets a label show a text with its matches in bold; `matches` as above. */
void           daybook_found_marks_set (GtkLabel      *label,
                                        const char    *text,
                                        GArray        *matches);

G_END_DECLS
