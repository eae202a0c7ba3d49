/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "core/language.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The ways to say a phrase, below each other in `box`, which has nothing else in it. */

/* As they are written. */
void daybook_phrase_ways_show_text    (GtkBox          *box,
                                       const char      *text);
/* As a customer reads them, with examples for what is not known yet. `language`: of the phrase; ANY: that of whoever
 * uses the program. */
void daybook_phrase_ways_show_example (GtkBox          *box,
                                       DaybookDesk     *desk,
                                       const char      *text,
                                       DaybookLanguage  language);

G_END_DECLS
