/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/row.h"
#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One person: opened, their name, code and role can be changed. */
#define DAYBOOK_TYPE_PERSON_ROW (daybook_person_row_get_type ())
G_DECLARE_FINAL_TYPE (DaybookPersonRow, daybook_person_row, DAYBOOK, PERSON_ROW, AdwExpanderRow)

GtkWidget       *daybook_person_row_new    (DaybookStore     *store);
/* `n_owners`: a shop keeps one owner at least. */
void             daybook_person_row_show   (DaybookPersonRow *self,
                                            const DaybookRow *agent,
                                            guint             n_owners);
const DaybookId *daybook_person_row_get_id (DaybookPersonRow *self);

G_END_DECLS
