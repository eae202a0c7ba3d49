/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/reminders.h"

G_BEGIN_DECLS

/* What a bubble says. It stands on a locked screen too: of a thing it gives the rule and the end of a number,
 * never a name, a phone number, an address or what people wrote (DESIGN §7). */
typedef struct
{
  char *summary;
  char *body; /* plain text */
} DaybookNotifyText;

/* "Answer the customer · …2031": of the item alone. (transfer full) */
char     *daybook_notify_name       (DaybookReader        *reader,
                                     const DaybookDueItem *item);
/* `worst` is the first of `n` things; `n_due` of them are due, the others near. `zone` is the
 * shop's. */
void      daybook_notify_say        (DaybookNotifyText    *text,
                                     DaybookReader        *reader,
                                     const DaybookDueItem *worst,
                                     guint                 n,
                                     guint                 n_due,
                                     GTimeZone            *zone,
                                     gint64                now);
void      daybook_notify_text_clear (DaybookNotifyText    *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DaybookNotifyText, daybook_notify_text_clear)

G_END_DECLS
