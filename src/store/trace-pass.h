/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* The pass over yesterday's parcels (RH-05, TM-12): no export says whether a parcel moves, so somebody looks
 * each of them up. That it was looked up is a row of attentions; what does not move is a case of the
 * register of parcel traces. */
#define DAYBOOK_TRACE_REGISTER "trace"

/* One of them, in short: an order on its way. */
typedef struct
{
  gint64 order;      /* its key */
  gint64 shipped_at; /* UTC seconds */
  gint64 looked_up;  /* when somebody did; 0: nobody has */
} DaybookTraceMark;

/* ... and in full. */
typedef struct
{
  DaybookRow *order;
  gint64      looked_up;
  DaybookId   agent;       /* who looked it up; null: nobody, or nobody knows */
  gint64      confirms_at; /* when the platform ends the order by itself; 0: it does not */
  DaybookRow *trace;       /* its case; NULL: none */
  gboolean    asked;       /* the courier was */
  gboolean    told;        /* the customer was */
  gboolean    extended;    /* the receipt was */
} DaybookTraceLine;

void              daybook_trace_line_free (DaybookTraceLine  *line);

/* What somebody does with one. All but the first begin a case where there is none; each says that it was
 * looked up. */
typedef enum
{
  DAYBOOK_TRACE_MOVES,
  DAYBOOK_TRACE_ASK_COURIER,
  DAYBOOK_TRACE_TELL_CUSTOMER,
  DAYBOOK_TRACE_EXTEND,
} DaybookTraceStep;

/* Those that left on one of the few days before that of `now` and are on their way still, the oldest first.
 * (element-type DaybookTraceMark) */
GArray           *daybook_reader_traces   (DaybookReader     *reader,
                                           gint64             now,
                                           GError           **error);
/* Errors: NOT_FOUND: there is no such order. */
DaybookTraceLine *daybook_reader_trace    (DaybookReader     *reader,
                                           gint64             order,
                                           GError           **error);
/* The edit for orders (gint64, keys). `agent`: who does it. Errors: as the reader; NOT_FOUND: the shop has no
 * register of parcel traces; CONSTRAINT: it does not let the case do that. */
DaybookEdit      *daybook_trace_act       (DaybookReader     *reader,
                                           GArray            *orders,
                                           DaybookTraceStep   step,
                                           const DaybookId   *agent,
                                           gint64             now,
                                           GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookTraceLine, daybook_trace_line_free)

G_END_DECLS
