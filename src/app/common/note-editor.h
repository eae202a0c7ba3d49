/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A note that is edited where it stands: what was typed is saved when the focus
 * leaves it or with Ctrl+Enter. There is no button to forget. */
#define DAYBOOK_TYPE_NOTE_EDITOR (daybook_note_editor_get_type ())
G_DECLARE_FINAL_TYPE (DaybookNoteEditor, daybook_note_editor, DAYBOOK, NOTE_EDITOR, AdwBin)

/* Shows a saved note. What the person is typing stays unless it is the same note's
 * owner who turns away: flush first. */
void daybook_note_editor_set_text (DaybookNoteEditor *self,
                                   const char        *text);
/* What it is called, and what it says while it is empty; without this, “Our Note”. */
void daybook_note_editor_set_hint (DaybookNoteEditor *self,
                                   const char        *label,
                                   const char        *hint);
/* Emits `edited` now if there is something unsaved. */
void daybook_note_editor_flush    (DaybookNoteEditor *self);
/* Puts the focus at the end of the note. */
void daybook_note_editor_begin    (DaybookNoteEditor *self);

/* In which the note is typed. (transfer none) */
GtkTextView *daybook_note_editor_get_view (DaybookNoteEditor *self);

/* Signal `edited` (const char *text): to be saved. */

G_END_DECLS
