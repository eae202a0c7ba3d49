/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/guard-text.h"

G_BEGIN_DECLS

/* Ways to reach a person in an outgoing text, which no list can name (CF-04). Of core/guard.c alone. */

/* Characters from `start` up to, not including, `end`. */
typedef struct
{
  guint start;
  guint end;
} DaybookGuardSpan;

/* The words behind which a number or a name of WeChat, QQ or LINE stands; ends with NULL. */
extern const char *const daybook_guard_contact_words[];

/* Adds to `spans` (DaybookGuardSpan) the e-mail addresses and the mobile numbers of the mainland and of Taiwan. */
void        daybook_guard_contact_find   (const DaybookGuardText *text,
                                          GArray                 *spans);
/* Adds the number or name behind one of those words, of which `place` is the first letter no more. */
void        daybook_guard_contact_behind (const DaybookGuardText *text,
                                          guint                   place,
                                          GArray                 *spans);
/* Contacts, which end with NULL (or NULL: none), as a set: however they are written. (transfer full) */
GHashTable *daybook_guard_contacts_read  (const char *const      *contacts);
/* Whether what stands there is one of them. */
gboolean    daybook_guard_contacts_have  (GHashTable             *contacts,
                                          const DaybookGuardText *text,
                                          const DaybookGuardSpan *span);

G_END_DECLS
