/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Platform files, which a shop may have from anybody. */

#include "harness.h"

#include "exchange/profile.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) size);
  g_autoptr(DaybookProfile) profile = daybook_profile_parse (text, -1, "fuzz", NULL);

  g_assert_true (profile == NULL || profile->id != NULL);
  return 0;
}
