/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/safe-place.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

#define OTHERS (S_IRWXG | S_IRWXO)
#define CRYPT "CRYPT-"
/* A disk on disks on disks … */
#define DEPTH_MOST 8

/* --- The disk ------------------------------------------------------------------------------ */

static gboolean
is_crypt (const char *device)
{
  g_autofree char *path = g_build_filename (device, "dm", "uuid", NULL);
  g_autofree char *uuid = NULL;

  return g_file_get_contents (path, &uuid, NULL, NULL) && g_str_has_prefix (uuid, CRYPT);
}

/* What it is made of: each must be encrypted, one that is made of nothing else is not. */
static gboolean
is_encrypted (const char *device,
              guint       depth)
{
  g_autofree char *path = g_build_filename (device, "slaves", NULL);
  g_autoptr(GDir) dir = NULL;
  const char *name;
  guint n = 0;

  if (is_crypt (device))
    return TRUE;

  dir = depth < DEPTH_MOST ? g_dir_open (path, 0, NULL) : NULL;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *slave = g_build_filename (path, name, NULL);

      if (!is_encrypted (slave, depth + 1))
        return FALSE;
      n++;
    }

  return n > 0;
}

DaybookDisk
daybook_safe_place_disk (const char *folder,
                         const char *sys)
{
  g_autofree char *number = NULL;
  g_autofree char *device = NULL;
  GStatBuf info;

  if (g_stat (folder, &info) != 0)
    return DAYBOOK_DISK_UNKNOWN;

  number = g_strdup_printf ("%u:%u", major (info.st_dev), minor (info.st_dev));
  device = g_build_filename (sys, "dev", "block", number, NULL);
  if (!g_file_test (device, G_FILE_TEST_IS_DIR))
    return DAYBOOK_DISK_UNKNOWN;

  return is_encrypted (device, 0) ? DAYBOOK_DISK_ENCRYPTED : DAYBOOK_DISK_PLAIN;
}

/* --- Who may read it -------------------------------------------------------------------------- */

static gboolean
look (const char  *path,
      GPtrArray   *found,
      GError     **error)
{
  GStatBuf info;
  g_autoptr(GDir) dir = NULL;
  const char *name;

  /* Gone meanwhile, it is open to nobody. */
  if (g_lstat (path, &info) != 0 || S_ISLNK (info.st_mode))
    return TRUE;
  if ((info.st_mode & OTHERS) != 0)
    g_ptr_array_add (found, g_strdup (path));
  if (!S_ISDIR (info.st_mode))
    return TRUE;

  dir = g_dir_open (path, 0, error);
  if (dir == NULL)
    return FALSE;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (!look (inner, found, error))
        return FALSE;
    }

  return TRUE;
}

GPtrArray *
daybook_safe_place_open (const char  *folder,
                         GError     **error)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) local = NULL;

  if (look (folder, found, &local))
    return g_steal_pointer (&found);

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FAILED, local->message);
  return NULL;
}

gboolean
daybook_safe_place_mend (GPtrArray  *paths,
                         GError    **error)
{
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      GStatBuf info;

      if (g_lstat (path, &info) != 0 || S_ISLNK (info.st_mode))
        continue;
      if (g_chmod (path, (int) (info.st_mode & 07777 & ~(mode_t) OTHERS)) != 0)
        {
          g_autofree char *name = g_filename_display_name (path);

          g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED, _("%s could not be closed to others: %s. Whoever it belongs to can do it."),
                       name, g_strerror (errno));
          return FALSE;
        }
    }

  return TRUE;
}
