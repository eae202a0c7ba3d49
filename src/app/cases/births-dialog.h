/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/register.h"
#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Whether imports open cases of a register by themselves, and those of rows that were there before it
 * wanted them (core/birth.h). */
#define DAYBOOK_TYPE_BIRTHS_DIALOG (daybook_births_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DaybookBirthsDialog, daybook_births_dialog, DAYBOOK, BIRTHS_DIALOG, AdwPreferencesWindow)

GtkWindow *daybook_births_dialog_new (GtkWindow       *parent,
                                      DaybookStore    *store,
                                      DaybookRegister *definition);

G_END_DECLS
