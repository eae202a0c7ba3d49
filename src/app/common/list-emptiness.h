/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/query.h"
#include "store/reader.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Whether the book has no rows of the query's table at all, whatever it asks for, after it found
 * none. */
gboolean daybook_list_is_bare (DaybookReader      *reader,
                               const DaybookQuery *query);

/* Turns to the page “failed”, with why. */
void     daybook_list_say_failure (GtkStack           *stack,
                                   AdwStatusPage      *failed,
                                   const GError       *error);

G_END_DECLS
