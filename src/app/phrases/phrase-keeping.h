/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a person does with a phrase that is offered: makes it a favourite, or their own. The acts are committed through
 * the shell that `widget` stands in, which says so. */

/* Gives the button the menu of a phrase, of which `slot` (0: none) is the key. Its actions are phrases.favourite (u),
 * phrases.own and phrases.edit. */
void daybook_phrase_keeping_show (GtkMenuButton    *button,
                                  const DaybookRow *phrase,
                                  guint             slot);
/* The phrase is the favourite of that key from now on; 0: it is none any more. */
void daybook_phrase_keeping_set  (GtkWidget        *widget,
                                  DaybookDesk      *desk,
                                  const DaybookRow *phrase,
                                  guint             slot);
/* A copy of the phrase is the person's own from now on, to be changed. */
void daybook_phrase_keeping_copy (GtkWidget        *widget,
                                  DaybookDesk      *desk,
                                  const DaybookRow *phrase);

G_END_DECLS
