/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/customer.h"
#include "core/edit.h"
#include "core/remembered-day.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* What people do to the card of a customer (CU-01 … CU-07), for window and command line. Each adds to an edit. */

/* A way to reach somebody, as typed. */
typedef struct
{
  DaybookContactKind kind;
  const char        *value;
  gint64             valid_until; /* UTC seconds; 0: for good */
  const char        *note;        /* or NULL */
} DaybookContactDraft;

/* Makes a contact. `id`: the new row's, or NULL. Errors: CONSTRAINT: what is typed is none of its kind; CONFLICT: the customer
 * has it already. */
gboolean daybook_customer_add_contact (DaybookEdit               *edit,
                                       DaybookReader             *reader,
                                       const DaybookId           *customer,
                                       const DaybookContactDraft *draft,
                                       DaybookId                 *id,
                                       GError                   **error);
/* Makes of a contact what is typed. Errors: as above. */
gboolean daybook_customer_set_contact (DaybookEdit               *edit,
                                       DaybookReader             *reader,
                                       const DaybookRow          *contact,
                                       const DaybookContactDraft *draft,
                                       GError                   **error);
/* Gives the customer an account on a platform. Errors: CONSTRAINT: a masked one is nobody's, or there is none; CONFLICT, with
 * a sentence that says whose it is: it is somebody's already. */
gboolean daybook_customer_add_handle  (DaybookEdit               *edit,
                                       DaybookReader             *reader,
                                       const DaybookId           *customer,
                                       const char                *platform,
                                       const char                *account,
                                       GError                   **error);

/* A day to remember, as said. */
typedef struct
{
  DaybookDayKind   kind;
  DaybookYearlyDay day;
  const char      *name;  /* or NULL */
  const char      *note;  /* or NULL */
  gint64           ahead; /* -1: as the shop has it */
  gboolean         once;
} DaybookDayDraft;

/* Makes a day. `id`: the new row's, or NULL. Errors: CONSTRAINT: there is no such day. */
gboolean daybook_customer_add_day     (DaybookEdit               *edit,
                                       DaybookReader             *reader,
                                       const DaybookId           *customer,
                                       const DaybookDayDraft     *draft,
                                       DaybookId                 *id,
                                       GError                   **error);
/* Makes of a day what is said. Errors: as above. */
gboolean daybook_customer_set_day     (DaybookEdit               *edit,
                                       const DaybookRow          *row,
                                       const DaybookDayDraft     *draft,
                                       GError                   **error);

/* The birthday that a platform's list tells of the customer, and that stands among no days of theirs; FALSE: there is none.
 * `text`: as the list has it. (transfer full) */
gboolean daybook_customer_listed_birthday (DaybookReader    *reader,
                                           const DaybookRow *customer,
                                           DaybookYearlyDay *day,
                                           char            **text);

/* Says of the customer whether their data may be given to others, when and how. */
void     daybook_customer_add_consent (DaybookEdit       *edit,
                                       const DaybookId   *customer,
                                       DaybookConsent     consent,
                                       gint64             at,
                                       const char        *how);
/* Gives each of the customers these tags too, and takes those away; NULL: none. Those who have them so are left.
 * (element-type DaybookRow) */
void     daybook_customers_tag        (DaybookEdit       *edit,
                                       GPtrArray         *customers,
                                       const char        *with,
                                       const char        *without);

G_END_DECLS
