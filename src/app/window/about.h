/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/window.h"

G_BEGIN_DECLS

/* Shows what the program is, its version and its licence. */
void daybook_about_show (DaybookWindow *window);

G_END_DECLS
