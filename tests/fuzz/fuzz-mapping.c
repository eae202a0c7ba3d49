/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Mappings, which come from other people's hands too. */

#include "harness.h"

#include "exchange/mapping-private.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) size);
  g_autoptr(DaybookMapping) mapping = daybook_mapping_from_json (text, NULL);
  g_autoptr(DaybookForm) form = mapping != NULL ? daybook_mapping_to_form (mapping, NULL) : NULL;
  g_autofree char *json = mapping != NULL ? daybook_mapping_to_json (mapping) : NULL;

  g_assert_true (form == NULL || json != NULL);
  return 0;
}
