/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "core/edit.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the parts of a case's panel are made of. */

/* An act of the person at the desk, named as the history shows it: "R-A2031: Links". */
DaybookEdit *daybook_case_edit_new  (DaybookDesk      *desk,
                                     const DaybookRow *row,
                                     const char       *what);
/* "R-A2031 · 张* · Asked for": what tells a case from others. (transfer full) */
char        *daybook_case_describe  (DaybookDesk      *desk,
                                     const DaybookRow *row);

/* The time that somebody has written. UTC seconds. Errors: FORMAT. */
gboolean     daybook_case_read_time (DaybookDesk      *desk,
                                     const char       *word,
                                     gint64           *moment,
                                     GError          **error);

/* A time as it is typed: "2026-11-22 10:20". (transfer full) */
char        *daybook_case_write_time (DaybookDesk     *desk,
                                     gint64            moment);

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
/* The priorities that a case may have, for an action of ours that takes a DaybookUrgency. (transfer full) */
GMenuModel  *daybook_bit_priorities (const char       *action);
/* Takes all children out. */
void         daybook_bit_empty      (GtkWidget        *box);

G_END_DECLS
