/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/operation.h"
#include "store/replica.h"

G_BEGIN_DECLS

typedef enum
{
  DAYBOOK_ARRIVAL_NEW,   /* the next entry of the log */
  DAYBOOK_ARRIVAL_AGAIN, /* one that could not be placed when it came */
} DaybookArrivalMode;

/* One entry of the log on its way into the book, within a transaction. */
typedef struct
{
  DaybookDatabase        *db;        /* borrowed */
  const DaybookLogEntry  *entry;     /* borrowed */
  const DaybookOperation *op;        /* borrowed; the entry's */
  DaybookArrivalMode      mode;
  gint64                  device;    /* key of its author's laptop; 1: this one */
  gint64                  n;         /* its key here: own number, or -seq */
  gint64                  base;      /* key of its base; 0: none that is known */
  gint64                  confirmed; /* own operations up to this one are in the log */
  gint64                  first_row; /* key of its first row; 0: not placed */
  gboolean                held;      /* something of it could not be placed */
} DaybookArrival;

/* Brings the rows and fields of the operation to where its verdicts say. */
gboolean daybook_arrival_place (DaybookArrival  *self,
                                GError         **error);

G_END_DECLS
