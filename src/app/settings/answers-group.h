/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/registry.h"
#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Who answers for each channel (IN-05), or under each sub-account of a platform (SH-11): the list, and another of it. */
#define DAYBOOK_TYPE_ANSWERS_GROUP (daybook_answers_group_get_type ())
G_DECLARE_FINAL_TYPE (DaybookAnswersGroup, daybook_answers_group, DAYBOOK, ANSWERS_GROUP, AdwPreferencesGroup)

/* `table`: daybook_channel_people or daybook_sub_accounts. Once. */
void daybook_answers_group_set_store (DaybookAnswersGroup *self,
                                      DaybookStore        *store,
                                      const DaybookTable  *table);

G_END_DECLS
