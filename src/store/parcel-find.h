/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/reader.h"

G_BEGIN_DECLS

/* What the book knows of a parcel by its tracking number, be it scanned or typed (OR-15). */
typedef struct
{
  char       *number;   /* under which it was found, or the likeliest one of the text */
  DaybookRow *box;      /* it lies on the table already; or NULL */
  GPtrArray  *cases;    /* DaybookRow: those that name the number, open ones first */
  GPtrArray  *orders;   /* DaybookRow: it went out with them, or the platform says that it comes back */
  GPtrArray  *beside;   /* DaybookRow: open cases of these orders that do not name the number */
} DaybookParcelFind;

/* Cases are found at once; orders as soon as the search knows them (RECORDS §8).
 * Errors: FORMAT: the text holds no tracking number; as the reader. */
DaybookParcelFind *daybook_reader_find_parcel (DaybookReader     *self,
                                               const char        *text,
                                               GError           **error);
void               daybook_parcel_find_free   (DaybookParcelFind *find);
/* The case to which the parcel belongs beyond doubt: the only open one, or the only one. NULL: none, or
 * a person must choose. (transfer none) */
const DaybookRow  *daybook_parcel_find_case   (const DaybookParcelFind *find);

/* The box of that number, deleted ones left out; NULL without error: there is none. `number` is as
 * numbers are compared. */
DaybookRow        *daybook_reader_box         (DaybookReader     *self,
                                               const char        *number,
                                               GError           **error);
/* Boxes of the case: those that were matched to it, and such as wait and have the number of one of its
 * parcels, or came of its order. `row` is in its register's table. (element-type DaybookRow) */
GPtrArray         *daybook_reader_boxes_of    (DaybookReader     *self,
                                               const DaybookRow  *row,
                                               GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookParcelFind, daybook_parcel_find_free)

G_END_DECLS
