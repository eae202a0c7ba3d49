/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "core/edit.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Commits an act that takes articles away, or out of use, through the shell that `widget` stands in, which says how much
 * leads to them: that leads nowhere then. Nobody is asked; there is Undo. `rows`: those articles. */
void daybook_article_removal_commit (GtkWidget   *widget,
                                     DaybookDesk *desk,
                                     DaybookEdit *edit,
                                     GPtrArray   *rows);
/* Takes articles out of use. `rows` as above. */
void daybook_article_removal_retire (GtkWidget   *widget,
                                     DaybookDesk *desk,
                                     GPtrArray   *rows);

G_END_DECLS
