/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/phrases/phrase-picker.h"

G_BEGIN_DECLS

/* A text of a page into which phrases are taken: “/” where a word begins opens the picker, and what is chosen there
 * stands in the text then. */
#define DAYBOOK_TYPE_PHRASE_TAKING (daybook_phrase_taking_get_type ())
G_DECLARE_FINAL_TYPE (DaybookPhraseTaking, daybook_phrase_taking, DAYBOOK, PHRASE_TAKING, GObject)

/* Of the text, which is borrowed and outlives it or ends with it. */
DaybookPhraseTaking *daybook_phrase_taking_new         (GtkTextView         *text,
                                                        DaybookDesk         *desk);
/* To whom the text goes: a case in its register's table, an order, a customer. Of another one nothing is taken yet. */
void                 daybook_phrase_taking_set_of      (DaybookPhraseTaking *self,
                                                        const DaybookRow    *of);
/* Opens the picker, or lets the one that is open in the page put what is chosen into this text. (transfer none) NULL: the
 * text stands in no page, or goes to nobody. */
DaybookPhrasePicker *daybook_phrase_taking_open        (DaybookPhraseTaking *self);
/* Gives those that were taken since the last time, each once, and what was promised with them (UTC seconds; 0: nothing):
 * they are written down. (element-type DaybookRow) (transfer full) */
GPtrArray           *daybook_phrase_taking_steal       (DaybookPhraseTaking *self,
                                                        gint64              *promised);
/* Forgets them: their text is gone. */
void                 daybook_phrase_taking_drop        (DaybookPhraseTaking *self);

/* Signal: `taken` (gint64 promised): something was put in, with a promise for then (UTC seconds; 0: none). */

G_END_DECLS
