/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/registry.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Names the row by a field and fills it with the words of that, in their order: what is selected is the value. */
void daybook_field_choice_fill (AdwComboRow        *row,
                                const DaybookTable *table,
                                guint               field);

G_END_DECLS
