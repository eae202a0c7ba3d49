/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/reader.h"

G_BEGIN_DECLS

/* Whether the agent owns the shop. What cannot be read is no owner. */
gboolean daybook_reader_is_owner (DaybookReader   *self,
                                  const DaybookId *agent);

G_END_DECLS
