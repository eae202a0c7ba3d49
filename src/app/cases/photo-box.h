/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "core/register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The photos of a case: small ones in lines, a larger view, and the ways in: from files, by a drop on the
 * panel, and by Ctrl+V. What is no photo is said with the reason, while the others go in. */
#define DAYBOOK_TYPE_PHOTO_BOX (daybook_photo_box_get_type ())
G_DECLARE_FINAL_TYPE (DaybookPhotoBox, daybook_photo_box, DAYBOOK, PHOTO_BOX, AdwBin)

/* Once: `panel` is what photos are dropped on. */
void daybook_photo_box_set_up (DaybookPhotoBox  *self,
                               GtkWidget        *panel,
                               DaybookDesk      *desk,
                               DaybookRegister  *definition);
/* NULL: no case, none is taken. */
void daybook_photo_box_show   (DaybookPhotoBox  *self,
                               const DaybookRow *row);

/* Signal `edited` (DaybookEdit *edit): to be committed; the handler does not keep it. */

G_END_DECLS
