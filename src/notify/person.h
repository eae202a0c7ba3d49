/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/calendar.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Who sits at this laptop is the store's agent from now on: they act with the buttons of a bubble, too. `person`:
 * whose things are told (transfer none); NULL: nobody has said who sits here, so it is the owner, and everyone's
 * things are. `shift`: the hours of the agent's shift, or NULL (transfer full); one that cannot be read, another
 * laptop's, is none. Errors: as the reader. */
gboolean daybook_notify_find_person (DaybookStore      *store,
                                     const DaybookId  **person,
                                     DaybookCalendar  **shift,
                                     GError           **error);

G_END_DECLS
