/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/reader.h"

G_BEGIN_DECLS

/* What whoever talks to a customer next has to know (UX 18). */
typedef struct
{
  GPtrArray  *notes;   /* DaybookRow of daybook_events: the last that was said and written, the newest first */
  DaybookRow *promise; /* of daybook_events: the last one, or NULL */
  DaybookRow *order;   /* the last one, or NULL */
} DaybookCustomerContext;

#define DAYBOOK_CONTEXT_NOTES 3

DaybookCustomerContext *daybook_reader_customer_context (DaybookReader           *reader,
                                                         const DaybookRow        *customer,
                                                         GError                 **error);
void                    daybook_customer_context_free   (DaybookCustomerContext  *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookCustomerContext, daybook_customer_context_free)

G_END_DECLS
