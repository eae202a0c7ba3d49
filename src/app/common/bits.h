/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Small things of which panels are made. */

/* A text of several lines that gives way in a narrow panel. */
GtkWidget   *daybook_bit_label      (const char       *text);
/* A flat button with an icon, called `name`. It has `row` as its data "row" (NULL: none). */
GtkWidget   *daybook_bit_button     (const char       *icon,
                                     const char       *name,
                                     const DaybookRow *row);
/* A flat button with a text, at the start of its line, with `row` as its data "row". */
GtkWidget   *daybook_bit_link       (const char       *text,
                                     const DaybookRow *row);
/* A word with a button that takes it away, for a DaybookWrapBox. */
GtkWidget   *daybook_bit_chip       (const char       *text,
                                     GtkWidget        *remove);
/* Whether `now`, which is taken over, is not what was seen before; it is what is seen from now on. What is
 * filled in anew only then keeps the focus. */
gboolean     daybook_bit_is_new     (char            **seen,
                                     char             *now);
/* A line of a menu; the action is one of ours, with that number. */
void         daybook_bit_line       (GMenu            *menu,
                                     const char       *label,
                                     const char       *action,
                                     guint             number);
/* Takes all children out. */
void         daybook_bit_empty      (GtkWidget        *box);

G_END_DECLS
