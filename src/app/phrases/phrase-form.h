/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Where a phrase is written: what it says, with its blanks and placeholders in colour, what the word guard says of it and
 * how a customer would read it; where it is offered, and what it proposes. */
#define DAYBOOK_TYPE_PHRASE_FORM (daybook_phrase_form_get_type ())
G_DECLARE_FINAL_TYPE (DaybookPhraseForm, daybook_phrase_form, DAYBOOK, PHRASE_FORM, AdwBin)

/* Once. */
void              daybook_phrase_form_set_desk   (DaybookPhraseForm *self,
                                                  DaybookDesk       *desk);
/* `before`: as it is in the book; NULL: it is new. `draft`: what stands in the form at first. Both are copied. */
void              daybook_phrase_form_begin      (DaybookPhraseForm *self,
                                                  const DaybookRow  *before,
                                                  const DaybookRow  *draft);
/* NULL: it is new. (transfer none) */
const DaybookRow *daybook_phrase_form_get_before (DaybookPhraseForm *self);
/* As it stands here. (transfer none) */
const DaybookRow *daybook_phrase_form_get_row    (DaybookPhraseForm *self);
/* Says under the form why it cannot be kept, and goes to that field. */
void              daybook_phrase_form_refuse     (DaybookPhraseForm *self,
                                                  guint              field,
                                                  const GError      *error);
/* Puts the focus into the text, or the title of one that has none. */
void              daybook_phrase_form_focus      (DaybookPhraseForm *self);

/* Signals: `save`, `discard`: the person wants that. */

G_END_DECLS
