/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Every cell that says something in the rows of the files that told of an order, or of a
 * row that is none, also of columns from which no field is made: heading and value. It is
 * closed until somebody wants it, and read then. Personal data is masked: who needs it in
 * full finds it above, where it can be revealed. */
#define DAYBOOK_TYPE_ROW_SOURCE (daybook_row_source_get_type ())
G_DECLARE_FINAL_TYPE (DaybookRowSource, daybook_row_source, DAYBOOK, ROW_SOURCE, AdwExpanderRow)

void     daybook_row_source_set_desk (DaybookRowSource *self,
                                      DaybookDesk      *desk);
/* Another row than before closes it. FALSE when nothing of what files said of it is kept. */
gboolean daybook_row_source_show     (DaybookRowSource *self,
                                      DaybookRow       *row);

G_END_DECLS
