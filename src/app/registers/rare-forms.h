/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/register-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What is rarely changed of a register's draft, each in a row that opens; added to a group. */
void daybook_rare_forms_add      (AdwPreferencesGroup  *group,
                                  DaybookRegisterDraft *draft);
/* What else there is to say of the register itself: one case, help, icon, colour. */
GtkWidget *daybook_rare_forms_new_look (DaybookRegisterDraft *draft);

G_END_DECLS
