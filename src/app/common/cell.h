/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "app/common/item.h"
#include "app/common/sought.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Makes the cells that show `field` of the rows of a list of DaybookItem, from
 * what the registry says of the field: money and counts at the right in tabular
 * figures, stages and flags as chips, of numbers the last four digits
 * emphasised, personal data masked. */
GtkListItemFactory *daybook_cell_factory_new (DaybookDesk        *desk,
                                              const DaybookTable *table,
                                              guint               field);

/* How a row stands out among the others. */
typedef enum
{
  DAYBOOK_EMPHASIS_NONE,
  DAYBOOK_EMPHASIS_STRONG, /* what names it is bold */
  DAYBOOK_EMPHASIS_DIM,
} DaybookEmphasis;

typedef DaybookEmphasis (*DaybookEmphasise) (DaybookDesk      *desk,
                                             const DaybookRow *row);

/* Lets the texts of such cells say so too; before they are shown. */
void                daybook_cell_factory_set_emphasis (GtkListItemFactory *factory,
                                                       DaybookEmphasise    emphasise);

/* Marks in the texts of such cells what is sought, and shows below what names a row where it stands in the row's text;
 * before they are shown. */
void                daybook_cell_factory_set_sought   (GtkListItemFactory *factory,
                                                       DaybookSought      *sought);

/* Whether the field's column takes what the others leave: its texts are sentences. */
gboolean            daybook_cell_is_wide     (const DaybookField *field);
/* Whether the field's cells stand at the end of their column. */
gboolean            daybook_cell_is_figure   (const DaybookField *field);

/* What a cell of a view's row shows, as those of compat/column-view.h are. NULL for a
 * cell that was not made here, or shows nothing now. (transfer none) */
DaybookItem        *daybook_cell_read        (GtkWidget          *cell,
                                              guint              *field);

/* A chip for what a choice or an enumeration says, as in the lists: for panels too.
 * `chip` is a GtkLabel; where nothing is the matter it is hidden. */
void                daybook_chip_show        (GtkLabel           *chip,
                                              const DaybookRow   *row,
                                              guint               field);
/* The attributes that emphasise the last four digits of a number. NULL when it
 * is too short for that, or ends in other characters, as SKUs do: people tell
 * numbers apart by their last digits, words by their first letters. (transfer full) */
PangoAttrList      *daybook_number_attributes (const char        *number);

G_END_DECLS
