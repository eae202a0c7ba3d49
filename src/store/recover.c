/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/undo.h"

char *
daybook_store_recover (DaybookStore  *self,
                       GError       **error)
{
  return NULL;
}
