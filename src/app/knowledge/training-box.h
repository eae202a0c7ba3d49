/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* How far people have come on a training path (KB-03), and how that was found (KB-04). Hidden where the article is
 * none. */
#define DAYBOOK_TYPE_TRAINING_BOX (daybook_training_box_get_type ())
G_DECLARE_FINAL_TYPE (DaybookTrainingBox, daybook_training_box, DAYBOOK, TRAINING_BOX, AdwBin)

void daybook_training_box_show (DaybookTrainingBox *self,
                                DaybookDesk        *desk,
                                const DaybookRow   *article);

/* Signal `edit` (DaybookEdit *edit): to be committed; the handler does not keep it. */

G_END_DECLS
