/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

G_BEGIN_DECLS

/* What happened with a customer (UX 9), of whichever kind. */
typedef enum
{
  DAYBOOK_HAPPENED_ANY, /* for asking */
  DAYBOOK_HAPPENED_ORDER,
  DAYBOOK_HAPPENED_CASE,
  DAYBOOK_HAPPENED_CALL,
  DAYBOOK_HAPPENED_MESSAGE,
  DAYBOOK_HAPPENED_NOTE,
  DAYBOOK_HAPPENED_REVIEW,
  DAYBOOK_HAPPENED_CHANGE,
  DAYBOOK_N_HAPPENED,
} DaybookHappened;

typedef struct
{
  gint64      at;
  DaybookHappened kind;
  char       *head;    /* "21:40 · 林 · Told the customer" */
  char       *text;    /* or NULL */
  DaybookRow *row;     /* a way to it: an order or a case; or NULL */
  gboolean    machine; /* the program did it: an import, a rule */
} DaybookHappening;

/* The word for a kind in a menu. (transfer none) */
const char *daybook_happened_label  (DaybookHappened   kind);
/* The newest of that kind, the newest first, at most `limit`. (element-type DaybookHappening) (transfer full) */
GPtrArray  *daybook_happenings_read (DaybookDesk      *desk,
                                     const DaybookRow *customer,
                                     DaybookHappened   kind,
                                     guint             limit);

G_END_DECLS
