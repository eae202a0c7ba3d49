/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entry.h"
#include "core/record.h"
#include "store/database.h"

G_BEGIN_DECLS

/* Who was erased (core/erasure.h), so that no file brings them back: keyed hashes of their accounts, phones and e-mails. */
typedef struct _DaybookErased DaybookErased;

/* NULL with an error; of a book that erased nobody it costs nothing to ask. */
DaybookErased *daybook_erased_read     (DaybookDatabase     *db,
                                        GError             **error);
void           daybook_erased_free     (DaybookErased       *self);
gboolean       daybook_erased_is_empty (const DaybookErased *self);

/* Whether an order's buyer was erased, by account, phone or e-mail. */
gboolean       daybook_erased_has_record (DaybookErased            *self,
                                          const char               *platform,
                                          const DaybookOrderRecord *record);
gboolean       daybook_erased_has_entry  (DaybookErased            *self,
                                          const char               *platform,
                                          const DaybookEntry       *entry);
/* Whether any cell of a row is an account, phone or e-mail of one of them. `raw`: cells with `separator` between. */
gboolean       daybook_erased_has_cells  (DaybookErased            *self,
                                          const char               *platform,
                                          const char               *raw,
                                          const char               *separator);

/* Whether the field says who somebody is, or is free text that may. */
gboolean       daybook_erased_is_personal (const DaybookField *field);

/* What a file may still say of an order, or of an entry, whose person was erased: its figures. They borrow from what they
 * are of. */
DaybookOrderRecord daybook_erased_record (const DaybookOrderRecord *record);
DaybookEntry   daybook_erased_entry       (const DaybookEntry       *entry);

/* The hash of an account on a platform, or of a phone or e-mail; NULL: it is none, or a masked one. (transfer full) */
char          *daybook_erased_hash_account (DaybookDatabase        *db,
                                            const char             *platform,
                                            const char             *account,
                                            GError                **error);
char          *daybook_erased_hash_reach   (DaybookDatabase        *db,
                                            const char             *text,
                                            GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookErased, daybook_erased_free)

G_END_DECLS
