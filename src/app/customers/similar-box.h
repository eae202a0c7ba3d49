/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/customers/customer-box.h"

G_BEGIN_DECLS

/* Who else may be the customer at hand (UX 6): how many they are, and the way to make one of them; of one who was merged
 * of several, the way back. In sight only where there is anything to offer. */
#define DAYBOOK_TYPE_SIMILAR_BOX (daybook_similar_box_get_type ())
G_DECLARE_FINAL_TYPE (DaybookSimilarBox, daybook_similar_box, DAYBOOK, SIMILAR_BOX, DaybookCustomerBox)

G_END_DECLS
