/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/prefs.h"

#include "config.h"

GSettings *
daybook_prefs_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = NULL;

  /* g_settings_new() would end the program. */
  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, DAYBOOK_APP_ID, TRUE);

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}
