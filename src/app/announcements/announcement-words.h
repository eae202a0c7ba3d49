/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "app/common/row-picker.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What cards, lists and panels say of something that is to be read: an announcement, or an article. */

/* Shows an icon by its kind, a special issue's in the colour of warnings. */
void        daybook_notice_show_icon (GtkImage         *image,
                                      const DaybookRow *row);
/* The button leads to something of that name, which may be long. */
void        daybook_notice_name_way  (GtkButton        *button,
                                      const char       *name);
/* Its kind in a word: “Special issue”. */
const char *daybook_notice_kind      (const DaybookRow *row);
/* Who said it and when, and how long it holds: “Lin · 09:12 · Until Tomorrow 18:00”; of an article by when it is to be
 * read. (transfer full) */
char       *daybook_notice_line      (DaybookDesk      *desk,
                                      const DaybookRow *row);

/* Which article an announcement is about, for a row picker: those that are retired are not offered. */
extern const DaybookRowPicking daybook_notice_article_picking;

G_END_DECLS
