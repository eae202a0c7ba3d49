/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "core/register-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What a register's draft will look like: its list with two invented cases, and one of them in the
 * panel. It follows the draft, when the hands rest for a moment; nothing in it can be used. */
#define DAYBOOK_TYPE_REGISTER_PREVIEW (daybook_register_preview_get_type ())
G_DECLARE_FINAL_TYPE (DaybookRegisterPreview, daybook_register_preview, DAYBOOK, REGISTER_PREVIEW, AdwBin)

/* Once. */
void daybook_register_preview_set_draft (DaybookRegisterPreview *self,
                                         DaybookDesk            *desk,
                                         DaybookRegisterDraft   *draft);

G_END_DECLS
