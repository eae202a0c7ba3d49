/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a phrase may leave open for Daybook to fill: {customer}, {promise_time}, … Their names are the same in
 * every language, since phrases are passed on. */
typedef enum
{
  DAYBOOK_PLACEHOLDER_NONE = -1,
  DAYBOOK_PLACEHOLDER_CUSTOMER,
  DAYBOOK_PLACEHOLDER_NICK,
  DAYBOOK_PLACEHOLDER_ORDER,
  DAYBOOK_PLACEHOLDER_PRODUCT,
  DAYBOOK_PLACEHOLDER_QUANTITY,
  DAYBOOK_PLACEHOLDER_AMOUNT,
  DAYBOOK_PLACEHOLDER_REFUND,
  DAYBOOK_PLACEHOLDER_COURIER,
  DAYBOOK_PLACEHOLDER_TRACKING,
  DAYBOOK_PLACEHOLDER_CASE,
  DAYBOOK_PLACEHOLDER_AGENT,
  DAYBOOK_PLACEHOLDER_AGENT_NO,
  DAYBOOK_PLACEHOLDER_SHOP,
  DAYBOOK_PLACEHOLDER_PROMISE_TIME,
  DAYBOOK_PLACEHOLDER_GREETING,
  DAYBOOK_PLACEHOLDER_TODAY,
  DAYBOOK_PLACEHOLDER_WEEKDAY,
  DAYBOOK_N_PLACEHOLDERS,
} DaybookPlaceholder;

const char        *daybook_placeholder_name    (DaybookPlaceholder  placeholder);
/* What it stands for, in the person's language. */
const char        *daybook_placeholder_label   (DaybookPlaceholder  placeholder);
/* The one of that name, however wide or large it is written; NONE: there is none. */
DaybookPlaceholder daybook_placeholder_find    (const char         *name);
/* The one that was meant by a name that is none: with a letter too many, too few, wrong or out of its
 * place, with more words behind it, or called as its label is; NONE: nothing is near. */
DaybookPlaceholder daybook_placeholder_nearest (const char         *name);

G_END_DECLS
