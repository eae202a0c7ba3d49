/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The quality record of a product or a customer (CU-10), for their panels: what was sold, what came of it, why, and over
 * time. It is counted in the background; nothing stands there while there is nothing to say. */
#define DAYBOOK_TYPE_QUALITY_BOX (daybook_quality_box_get_type ())
G_DECLARE_FINAL_TYPE (DaybookQualityBox, daybook_quality_box, DAYBOOK, QUALITY_BOX, GtkBox)

/* `row`: of daybook_products or daybook_customers; NULL: none. */
void daybook_quality_box_show (DaybookQualityBox *self,
                               DaybookDesk       *desk,
                               const DaybookRow  *row);

G_END_DECLS
