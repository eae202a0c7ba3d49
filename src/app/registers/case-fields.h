/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/register-draft.h"

G_BEGIN_DECLS

/* The fields of every case that a person may demand, or put into a list: names, ended by NULL. */
const char *const *daybook_case_fields_needed (void);
const char *const *daybook_case_fields_listed (void);
/* What a field is called, the draft's own or one of every case. (transfer full) */
char              *daybook_case_fields_label  (DaybookRegisterDraft *draft,
                                               const char           *name);

G_END_DECLS
