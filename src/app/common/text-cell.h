/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/sought.h"
#include "core/row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One line of text in a cell of a long list. GTK 4.8 keeps some 200 rows ready for
 * a list of which a screen shows 25; a GtkLabel shapes its text to say how large it
 * would like to be, here it is shaped when it is drawn first. To a screen reader it
 * is a label. */
#define DAYBOOK_TYPE_TEXT_CELL (daybook_text_cell_get_type ())
G_DECLARE_FINAL_TYPE (DaybookTextCell, daybook_text_cell, DAYBOOK, TEXT_CELL, GtkWidget)

typedef enum
{
  DAYBOOK_TEXT_PLAIN,
  DAYBOOK_TEXT_FIGURE, /* tabular figures, at the right */
  DAYBOOK_TEXT_TIME,   /* tabular figures, at the left */
  DAYBOOK_TEXT_NUMBER, /* as a time; its end counts: shortened in the middle */
} DaybookTextKind;

/* `width_chars`: so many characters are needed for it to be of use. */
GtkWidget *daybook_text_cell_new      (DaybookTextKind  kind,
                                       int              width_chars);
/* `attributes` may be NULL. */
void       daybook_text_cell_set_text (DaybookTextCell *self,
                                       const char      *text,
                                       PangoAttrList   *attributes);
/* Once: marks what is sought in its text. */
void       daybook_text_cell_follow   (DaybookTextCell *self,
                                       DaybookSought   *sought);
/* What is sought is looked for in this row's text too: while there is something, an excerpt of that stands below, in a
 * second line, worked out when it is drawn first (core/row-excerpt.h). Before the cell is drawn; NULL: no row. */
void       daybook_text_cell_set_row  (DaybookTextCell *self,
                                       DaybookRow      *row);
/* Whether the cell is too narrow for its text, as it was drawn last. */
gboolean   daybook_text_cell_is_cut   (DaybookTextCell *self);

G_END_DECLS
