/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/phrase-fill.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How what Daybook fills in and what it asks for stands out in the text of a phrase: placeholders, blanks, and what is
 * neither though it looks so. The colours do in light and in dark. */

/* Marks the whole buffer anew, as a phrase is written. */
void daybook_phrase_marks_apply       (GtkTextBuffer              *buffer);
/* Shows one way to say it as it is written. */
void daybook_phrase_marks_show_text   (GtkLabel                   *label,
                                       const DaybookPhraseText    *text,
                                       guint                       variant);
/* Shows what a customer would read. */
void daybook_phrase_marks_show_filled (GtkLabel                   *label,
                                       const DaybookPhraseFilling *filling);

G_END_DECLS
