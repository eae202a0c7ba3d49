/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/database.h"

G_BEGIN_DECLS

/* The numbers that belong to this laptop (001.sql, local). */

/* 0 when it was never written. */
gboolean daybook_local_read  (DaybookDatabase  *db,
                              const char       *key,
                              gint64           *number,
                              GError          **error);
gboolean daybook_local_write (DaybookDatabase  *db,
                              const char       *key,
                              gint64            number,
                              GError          **error);

G_END_DECLS
