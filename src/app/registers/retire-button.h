/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/register-draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  DAYBOOK_RETIRE_ICON,
  DAYBOOK_RETIRE_LABEL,
} DaybookRetireLook;

/* A button that takes a member of a register's draft away: what cases may have is retired, and used
 * again by the same button; what was never saved, and questions, which no case keeps, go. */
GtkWidget *daybook_retire_button_new (DaybookRegisterDraft *draft,
                                      const char           *path,
                                      DaybookRetireLook     look);

G_END_DECLS
