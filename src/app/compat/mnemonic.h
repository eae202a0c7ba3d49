/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets a screen reader call every button of the program that marks a key by
 * what is written on it. In GTK 4.8 it is told the label with the mark of the
 * key, and after it the same without: "_Import Import". Since GTK 4.10 only
 * the second. Call it once, before the first window. */
void daybook_mnemonics_name_once (void);

G_END_DECLS
