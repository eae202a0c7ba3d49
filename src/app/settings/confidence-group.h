/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The shop's text on confidentiality, read before personal data is given away in full. The owner writes it. */
#define DAYBOOK_TYPE_CONFIDENCE_GROUP (daybook_confidence_group_get_type ())
G_DECLARE_FINAL_TYPE (DaybookConfidenceGroup, daybook_confidence_group, DAYBOOK, CONFIDENCE_GROUP, AdwPreferencesGroup)

void daybook_confidence_group_set_store (DaybookConfidenceGroup *self,
                                         DaybookStore           *store);

G_END_DECLS
