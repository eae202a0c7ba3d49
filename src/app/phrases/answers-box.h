/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Answers while somebody types (IN-16): under a text, up to three articles and phrases that are near to what stands in
 * it, from the book alone; before anything is typed, near to what the case is about. Alt+1 to Alt+3 open them. It has its place, in sight, as long as the text has the focus: what
 * comes there moves nothing. Otherwise it is hidden while nothing is near. */
#define DAYBOOK_TYPE_ANSWERS_BOX (daybook_answers_box_get_type ())
G_DECLARE_FINAL_TYPE (DaybookAnswersBox, daybook_answers_box, DAYBOOK, ANSWERS_BOX, AdwBin)

/* Once: the text, which stands in the same window. */
void daybook_answers_box_watch      (DaybookAnswersBox *self,
                                     GtkTextView       *text,
                                     DaybookDesk       *desk);
/* In which case (daybook_cases) it is written: what belongs to its register and stage is nearer. */
void daybook_answers_box_set_for    (DaybookAnswersBox *self,
                                     const DaybookRow  *of);
/* Whether what is written may want an answer; TRUE at first. */
void daybook_answers_box_set_active (DaybookAnswersBox *self,
                                     gboolean           active);

/* Signals: `phrase` (DaybookId *id): to be taken into the picker. `article` (DaybookId *id, const char *question): the
 * same, of one that customers may be told. An internal one is opened in its page. */

G_END_DECLS
