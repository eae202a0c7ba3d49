/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "core/case.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The word guard under a text that goes to a customer (PH-03): what it finds is underlined while the person types and
 * listed here, with why and the better wording. Alt+G puts the better wording in, F8 goes from one to the next. It
 * stops nobody, and is hidden while there is nothing to say. */
#define DAYBOOK_TYPE_GUARD_BOX (daybook_guard_box_get_type ())
G_DECLARE_FINAL_TYPE (DaybookGuardBox, daybook_guard_box, DAYBOOK, GUARD_BOX, AdwBin)

/* Once: the text, which stands in the same window. */
void     daybook_guard_box_watch       (DaybookGuardBox  *self,
                                        GtkTextView      *text,
                                        DaybookDesk      *desk);
/* To whom it goes, of whom the row is (NULL: nobody in particular), and by which channel. */
void     daybook_guard_box_set_for     (DaybookGuardBox  *self,
                                        const DaybookRow *of,
                                        DaybookChannel    channel);
/* Whether the text goes to a customer at all; TRUE at first. */
void     daybook_guard_box_set_active  (DaybookGuardBox  *self,
                                        gboolean          active);
/* FALSE while a text that was changed is still being looked through; `settled` tells when it is. */
gboolean daybook_guard_box_is_settled  (DaybookGuardBox  *self);
/* How many there are, as of the last look. */
guint    daybook_guard_box_count       (DaybookGuardBox  *self);
/* Puts the better wording in for what the cursor is at, else for the next that has one, once the text was looked
 * through. FALSE: none has. */
gboolean daybook_guard_box_put_better  (DaybookGuardBox  *self);
/* Selects the next one behind the cursor, and begins anew at the end. FALSE: there is none. */
gboolean daybook_guard_box_go_to_next  (DaybookGuardBox  *self);

/* Signal `settled`: the text as it is was looked through. */

G_END_DECLS
