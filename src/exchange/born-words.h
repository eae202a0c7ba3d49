/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/registers.h"

G_BEGIN_DECLS

typedef enum
{
  DAYBOOK_BORN_AHEAD, /* importing will open them */
  DAYBOOK_BORN_PAST,  /* it has */
} DaybookBornTime;

/* "12 cases will be opened: Refunds 5, Returns 7". `born` (DaybookBornOf) as
 * daybook_staging_get_born() gives it. NULL: there are none. (transfer full) */
char *daybook_born_describe (GPtrArray       *born,
                             DaybookBornTime  time);

G_END_DECLS
