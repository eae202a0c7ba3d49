/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/row.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* What whoever calls a customer looks at first (UX 18): a bounded look, for the thread of the window too. */
#define DAYBOOK_CALL_CONTEXT_NOTES 3

typedef struct
{
  DaybookRow *customer; /* whom it is about; NULL: nobody is known, or they were deleted */
  DaybookRow *number;   /* a contact: the number that is best: in full, the newest; never one that has run out; NULL: none is known */
  gboolean    outlived; /* there are numbers, and all have run out */
  gboolean    order_outlived; /* that of the order is one of them */
  GPtrArray  *notes;    /* DaybookRow: the last events in words, the newest first */
  DaybookRow *order;    /* the newest, or the one the call is about; or NULL */
  DaybookRow *promise;  /* the last event that promised anything; or NULL */
  GPtrArray  *cases;    /* DaybookRow: those open, the newest first, at most five */
} DaybookCallContext;

void     daybook_call_context_clear (DaybookCallContext *self);
/* `of`: a case, an order or a customer. */
gboolean daybook_call_context_read  (DaybookReader       *reader,
                                     const DaybookRow    *of,
                                     DaybookCallContext  *self,
                                     GError             **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DaybookCallContext, daybook_call_context_clear)

G_END_DECLS
