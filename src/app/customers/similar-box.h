/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Who else may be the customer at hand (UX 6): how many they are, and the way to make one of them; of one who was merged
 * of several, the way back. In sight only where there is anything to offer. */
#define DAYBOOK_TYPE_SIMILAR_BOX (daybook_similar_box_get_type ())
G_DECLARE_FINAL_TYPE (DaybookSimilarBox, daybook_similar_box, DAYBOOK, SIMILAR_BOX, AdwBin)

GtkWidget *daybook_similar_box_new  (void);
/* NULL: nobody. */
void       daybook_similar_box_show (DaybookSimilarBox *self,
                                     DaybookDesk       *desk,
                                     const DaybookRow  *customer);

G_END_DECLS
