/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/database.h"

G_BEGIN_DECLS

/* Without an owner a shop could never be set up again, without a shop the book would
 * begin a second time, and orders of a shop in the trash could not be named. The rules
 * are checked where a person acts (RECORDS §2): around what a commit or an undo
 * changes, before it is committed. What arrives from other laptops is not refused. */
typedef struct
{
  char   *owner;   /* name of one; NULL: there is none */
  gint64  n_shops; /* not in the trash */
} DaybookHouse;

gboolean daybook_house_read  (DaybookDatabase    *db,
                              DaybookHouse       *house,
                              GError            **error);
void     daybook_house_clear (DaybookHouse       *house);
/* Whether what the book had `before` it has still. Errors: REFUSED. */
gboolean daybook_house_check (DaybookDatabase    *db,
                              const DaybookHouse *before,
                              GError            **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DaybookHouse, daybook_house_clear)

G_END_DECLS
