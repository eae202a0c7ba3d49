/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/place-list.h"

#include <string.h>

DaybookPlaceFit
daybook_place_list_fit (const char *list,
                        const char *key,
                        const char *stage)
{
  g_auto(GStrv) places = g_strsplit (list != NULL ? list : "", " ", -1);
  gsize length = strlen (key);
  DaybookPlaceFit fit = DAYBOOK_PLACE_NONE;

  for (guint i = 0; places[i] != NULL; i++)
    {
      if (!g_str_has_prefix (places[i], key) || (places[i][length] != '\0' && places[i][length] != '/'))
        continue;
      if (places[i][length] == '/' && stage != NULL && g_str_equal (places[i] + length + 1, stage))
        return DAYBOOK_PLACE_STAGE;
      fit = DAYBOOK_PLACE_REGISTER;
    }

  return fit;
}

gboolean
daybook_place_list_has (const char *words,
                        const char *word)
{
  g_auto(GStrv) each = g_strsplit (words != NULL ? words : "", " ", -1);

  return g_strv_contains ((const char *const *) each, word);
}
