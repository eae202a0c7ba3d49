/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where profiles are found: in the shop's folder, then beside the program, and
 * compiled into it, so that ours are never missing. */

#include "config.h"

#include "exchange/platforms-resource.h"
#include "exchange/profile.h"
#include "exchange/refuse.h"
#include "exchange/small-file.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define RESOURCE_PATH "/io/github/daybook/Daybook/platforms/"
#define MAX_FILE (1024 * 1024)

static gboolean
is_known (GPtrArray  *profiles,
          const char *id)
{
  for (guint i = 0; i < profiles->len; i++)
    if (strcmp (((DaybookProfile *) g_ptr_array_index (profiles, i))->id, id) == 0)
      return TRUE;

  return FALSE;
}

/* The first of an id goes: a shop's own replaces ours. */
static gboolean
add_profile (GPtrArray   *profiles,
             const char  *json,
             gsize        length,
             const char  *name,
             GError     **error)
{
  g_autoptr(DaybookProfile) profile = daybook_profile_parse (json, (gssize) length, name, error);

  if (profile == NULL)
    return FALSE;
  if (!is_known (profiles, profile->id))
    g_ptr_array_add (profiles, g_steal_pointer (&profile));
  return TRUE;
}

static gboolean
load_file (GPtrArray   *profiles,
           const char  *path,
           const char  *name,
           GError     **error)
{
  g_autoptr(GError) failure = NULL;
  gsize length;
  g_autofree char *json = daybook_small_file_read (path, MAX_FILE, &length, &failure);

  if (json == NULL)
    return daybook_refuse (error, _("The platform file “%s” cannot be read: %s. Correct it, or take it away."),
                           name, failure->message);
  if (length > MAX_FILE)
    return daybook_refuse (error, _("The platform file “%s” is larger than any can be. Take it away."), name);
  return add_profile (profiles, json, length, name, error);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* In order of their names, so that the same folder always means the same. A
 * folder that is not there holds none. */
static gboolean
load_folder (GPtrArray   *profiles,
             const char  *folder,
             GError     **error)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);

      if (!load_file (profiles, path, g_ptr_array_index (names, i), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
load_resource (GPtrArray  *profiles,
               GError    **error)
{
  GResource *resource = daybook_platforms_get_resource ();
  g_auto(GStrv) names = g_resource_enumerate_children (resource, RESOURCE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (RESOURCE_PATH, names[i], NULL);
      g_autoptr(GBytes) bytes = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

      if (bytes == NULL || !add_profile (profiles, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), names[i], error))
        return FALSE;
    }
  return names != NULL;
}

GPtrArray *
daybook_profiles_load (const char  *folder,
                       GError     **error)
{
  g_autoptr(GPtrArray) profiles = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_profile_free);
  const char *ours = g_getenv ("DAYBOOK_PLATFORMS_DIR");

  if (folder != NULL)
    {
      g_autofree char *own = g_build_filename (folder, "platforms", NULL);

      if (!load_folder (profiles, own, error))
        return NULL;
    }
  if (!load_folder (profiles, ours != NULL ? ours : DAYBOOK_PKGDATADIR "/platforms", error))
    return NULL;
  if (!load_resource (profiles, error))
    return NULL;

  return g_steal_pointer (&profiles);
}

const DaybookProfile *
daybook_profiles_find (GPtrArray  *profiles,
                       const char *id)
{
  for (guint i = 0; i < profiles->len; i++)
    {
      const DaybookProfile *profile = g_ptr_array_index (profiles, i);

      if (strcmp (profile->id, id) == 0)
        return profile;
      for (guint v = 0; v < profile->variants->len; v++)
        if (strcmp (((DaybookVariant *) g_ptr_array_index (profile->variants, v))->id, id) == 0)
          return profile;
    }

  return NULL;
}
