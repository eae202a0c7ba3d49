/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "core/row.h"

G_BEGIN_DECLS

/* Two or more customers that are one person (UX 6). One stays; the others point at it, keep what is theirs, and are in no
 * list: whoever reads the one that stays reads them along (store/customer-group.h). */

/* Whether the shop says it of a customer, so that one of several values has to stay. What the platform says is not chosen:
 * the next file would say it again. */
gboolean     daybook_customer_merge_asks  (guint             field);
/* Whether the values may stay together, one under the other or side by side. */
gboolean     daybook_customer_merge_joins (guint             field);
/* Whether the customer has a value for it to give. */
gboolean     daybook_customer_merge_gives (const DaybookRow *row,
                                           guint             field);
/* All of it, that of `keep` first, each once. (transfer full) */
DaybookValue daybook_customer_merge_join  (GPtrArray        *customers,
                                           const DaybookRow *keep,
                                           guint             field);
/* What stays unless a person says otherwise: no text is lost, the higher grade, and of consent and of wanting no messages
 * whatever lets the shop do less. (transfer full) */
DaybookValue daybook_customer_merge_usual (GPtrArray        *customers,
                                           const DaybookRow *keep,
                                           guint             field);

/* What a person has chosen. */
typedef struct
{
  guint        field;
  DaybookValue value; /* owned */
} DaybookCustomerChoice;

GArray      *daybook_customer_choices_new (void);

/* Adds the merge to the edit. `customers` (DaybookRow) holds `keep` too. `choices`: of DaybookCustomerChoice; of other
 * fields, or where it is NULL, the usual one stays. Errors: CONSTRAINT: there are less than two, or one is merged already or in the trash. */
gboolean     daybook_customer_merge       (DaybookEdit      *edit,
                                           GPtrArray        *customers,
                                           const DaybookRow *keep,
                                           GArray           *choices,
                                           GError          **error);

/* What such an act is called in the history: "2 customers merged". (transfer full) */
char        *daybook_customer_merge_title (guint             n);

/* --- Not the same person ------------------------------------------------ */

/* Rule and kind of the attention row in which it is remembered. */
#define DAYBOOK_NOT_SAME_RULE "not_same_person"

/* The id of that row: the same for both orders of the two. */
void         daybook_not_same_id          (DaybookId        *id,
                                           const DaybookId  *one,
                                           const DaybookId  *other);
/* Remembers it of each two of them (element-type DaybookRow). */
void         daybook_not_same_add         (DaybookEdit      *edit,
                                           GPtrArray        *customers,
                                           gint64            now);

G_END_DECLS
