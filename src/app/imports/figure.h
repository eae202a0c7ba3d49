/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A big number on a card with a word under it: "120 / New".
 *
 * Properties: `caption` (string), `value` (uint64). */
#define DAYBOOK_TYPE_FIGURE (daybook_figure_get_type ())
G_DECLARE_FINAL_TYPE (DaybookFigure, daybook_figure, DAYBOOK, FIGURE, AdwBin)

typedef enum
{
  DAYBOOK_FIGURE_CALM,
  DAYBOOK_FIGURE_WARNING, /* shown in the warning colour unless it is 0 */
} DaybookFigureTone;

void daybook_figure_set_value (DaybookFigure     *self,
                               guint64            value,
                               DaybookFigureTone  tone);

G_END_DECLS
