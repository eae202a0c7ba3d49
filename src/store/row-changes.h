/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/reader.h"

G_BEGIN_DECLS

/* What an act set of one row; what it made of it is none of that. (element-type DaybookActChange) (transfer full) */
GPtrArray *daybook_reader_row_changes (DaybookReader    *self,
                                       const DaybookId  *act,
                                       const DaybookRow *row,
                                       GError          **error);

G_END_DECLS
