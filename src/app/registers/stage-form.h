/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/registers/member-list.h"

G_BEGIN_DECLS

/* The row of a stage of a register's draft: a DaybookMemberRow. */
GtkWidget *daybook_stage_form_new (DaybookMemberList *list,
                                   const char        *key);

G_END_DECLS
