/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/place-list.h"

#include "core/clip.h"
#include "core/registry.h"

#include <glib/gi18n-lib.h>
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

gboolean
daybook_place_is (const char *word)
{
  g_auto(GStrv) parts = g_strsplit (word, "/", -1);
  guint n = g_strv_length (parts);

  return (n == 1 || n == 2) && daybook_is_key (parts[0]) && daybook_is_key (parts[n - 1]);
}

gboolean
daybook_place_list_check (const char  *list,
                          GError     **error)
{
  g_auto(GStrv) places = g_strsplit (list, " ", -1);

  for (guint i = 0; places[i] != NULL; i++)
    if (*places[i] != '\0' && !daybook_place_is (places[i]))
      {
        g_autofree char *clip = daybook_clip (places[i]);

        g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT,
                     _("“%s” is no register such as return, nor a stage of one such as return/agreed."), clip);
        return FALSE;
      }

  return TRUE;
}
