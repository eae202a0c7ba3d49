/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/id.h"
#include "core/registry.h"

G_BEGIN_DECLS

/* A parcel that came back and was put on the table (OR-15). It belongs to a case, or waits for the
 * one it belongs to: the buyer sent it before anybody was told, or wrote no number down. */

/* Stored: append only. */
typedef enum
{
  DAYBOOK_BOX_WAITING, /* a box without a case */
  DAYBOOK_BOX_MATCHED,
} DaybookBoxState;

enum
{
  DAYBOOK_BOX_DELETED,
  DAYBOOK_BOX_NUMBER,   /* as numbers are compared (core/parcel-number.h) */
  DAYBOOK_BOX_COURIER,
  DAYBOOK_BOX_AT,       /* when it was put on the table */
  DAYBOOK_BOX_AGENT,    /* who did */
  DAYBOOK_BOX_STATE,
  DAYBOOK_BOX_CASE,     /* MATCHED: its case */
  DAYBOOK_BOX_ORDER,    /* as far as that is known */
  DAYBOOK_BOX_RECEIVED, /* what was in it: “two cups, one broken” */
  DAYBOOK_BOX_REMARK,
  DAYBOOK_BOX_N_FIELDS,
};

extern const DaybookTable daybook_boxes;

/* The id of the box with that number: scanned on two laptops, it is one. */
void daybook_box_id (DaybookId  *id,
                     const char *number);

G_END_DECLS
