/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "core/case-event.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Where something is written into a case: a note, what the customer was told or says, a call,
 * money that was moved, a step up. */
#define DAYBOOK_TYPE_NOTE_BOX (daybook_note_box_get_type ())
G_DECLARE_FINAL_TYPE (DaybookNoteBox, daybook_note_box, DAYBOOK, NOTE_BOX, AdwBin)

/* Shows the box for a case; what is typed stays while it is the same one. */
void daybook_note_box_show  (DaybookNoteBox   *self,
                             DaybookDesk      *desk,
                             const DaybookRow *row);
/* Puts the focus into the text, for something of that kind. */
void daybook_note_box_begin (DaybookNoteBox   *self,
                             DaybookEventKind  kind);
gboolean daybook_note_box_is_empty (DaybookNoteBox *self);
/* Forgets what was typed: it is in the book. */
void daybook_note_box_clear (DaybookNoteBox   *self);

/* Signal `written` (DaybookEdit *edit): complete, to be committed. */

G_END_DECLS
