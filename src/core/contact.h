/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/customer.h"
#include "core/error.h"
#include "core/row.h"

G_BEGIN_DECLS

/* Ways to reach a customer, as people write them (CU-01). */

/* Which mask a contact of that kind has; of a kind that a newer Daybook knows the strictest. */
DaybookMask daybook_contact_mask    (DaybookContactKind   kind);
/* That of a row's field: of a contact's value by the row's own kind. */
DaybookMask daybook_row_mask        (const DaybookRow    *row,
                                     guint                field);

/* What is kept of what a person typed: without blanks around it, of a phone number in the shop's country the digits
 * alone. One with stars in it, as a platform shows it, is kept as it is. Errors: CONSTRAINT, with a sentence: it is none of
 * its kind. (transfer full) */
char       *daybook_contact_read    (DaybookContactKind   kind,
                                     const char          *typed,
                                     GError             **error);

/* Whether it was the platform's for a while, and that is over at `now` (UTC seconds): nobody is reached there. */
gboolean    daybook_contact_is_over (const DaybookRow    *contact,
                                     gint64               now);
/* The phone to be called, copied or printed: never one that is over; one in full before one with stars in it, and else the
 * first of the list. NULL: there is none. (element-type DaybookRow) (transfer none) */
DaybookRow *daybook_contacts_pick_phone (GPtrArray           *contacts,
                                     gint64               now);
/* Whether the number, as an order has it, is among the contacts only as one that is over. */
gboolean    daybook_contacts_have_outlived (GPtrArray        *contacts,
                                     const char          *phone,
                                     gint64               now);
/* Puts those that are over last; else the order stays. (element-type DaybookRow) */
void        daybook_contacts_sort   (GPtrArray           *contacts,
                                     gint64               now);

/* The id of the account, the same on every laptop (RECORDS §4). */
void        daybook_handle_row_id   (DaybookId           *id,
                                     const char          *platform,
                                     const char          *account);

G_END_DECLS
