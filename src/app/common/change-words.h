/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/reader.h"
#include "store/store.h"

G_BEGIN_DECLS

/* "Flag: None → Red", for one change. Personal data is masked. (transfer full) */
char *daybook_change_describe    (DaybookStore           *store,
                                  const DaybookActChange *change);

G_END_DECLS
