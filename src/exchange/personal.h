/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/binding.h"

G_BEGIN_DECLS

/* Which cells of an export are somebody's name, phone, address or e-mail, also where
 * no field is read from the column (DESIGN §9). A doubt is decided for the person. */

typedef enum
{
  DAYBOOK_COLUMN_SETTLED, /* the mask is that of every cell */
  DAYBOOK_COLUMN_NUMBERS, /* of orders, parcels, goods: its digits are nobody's phone */
  DAYBOOK_COLUMN_OPEN,    /* each cell is looked at */
} DaybookColumnKind;

typedef struct
{
  DaybookColumnKind kind;
  DaybookMask       mask;
} DaybookPersonalColumn;

/* What the column's use and heading say: that of a field is masked like the field,
 * else the platform's file decides (`personal`), else the heading's words. `profile`
 * and `binding` are NULL when nobody knows the table. */
DaybookPersonalColumn daybook_personal_column (const DaybookProfile        *profile,
                                               const DaybookBinding        *binding,
                                               guint                        column,
                                               const char                  *heading);
/* How a cell is masked of a row that may have shifted, under a heading by which nothing
 * personal stands there: only what can be nothing but a phone, an e-mail or an address. */
DaybookMask           daybook_personal_stray_mask (const char               *text);
/* How a cleaned cell of the column is masked. */
DaybookMask           daybook_personal_mask   (const DaybookPersonalColumn *column,
                                               const char                  *text);

G_END_DECLS
