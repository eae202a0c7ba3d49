/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Which row of a kind something is about: words are typed, what they find stands below (no popover: UX), and one is chosen
 * or taken away again. Not shown where the book has no such rows. */
#define DAYBOOK_TYPE_ROW_PICKER (daybook_row_picker_get_type ())
G_DECLARE_FINAL_TYPE (DaybookRowPicker, daybook_row_picker, DAYBOOK, ROW_PICKER, AdwBin)

/* Of which kind, and what a person is told. The words are borrowed for good. */
typedef struct
{
  const DaybookTable *table;
  const char         *prompt; /* what is to be typed */
  const char         *chosen; /* what the one that was chosen is */
  const char         *remove; /* what taking it away means */
  int                 detail; /* a field that tells those apart that are called the same; -1: none */
  gboolean          (*fits)   (const DaybookRow *row); /* whether it is offered; NULL: all are */
} DaybookRowPicking;

/* Once. `picking` is static. */
void daybook_row_picker_set_up  (DaybookRowPicker        *self,
                                 DaybookDesk             *desk,
                                 const DaybookRowPicking *picking);
/* Shows a row without emitting `picked`; NULL is none. What is being typed stays. */
void daybook_row_picker_set_row (DaybookRowPicker        *self,
                                 const DaybookId         *id);

/* Signal `picked` (const DaybookId *id): a person chose; NULL is none. */

G_END_DECLS
