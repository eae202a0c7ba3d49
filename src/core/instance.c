/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/instance.h"

char *
daybook_instance_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "daybook", NULL);
}

char *
daybook_instance_name (const char *name,
                       const char *folder)
{
  g_autofree char *usual = daybook_instance_folder ();
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, folder, -1);

  return g_str_equal (folder, usual) ? g_strdup (name) : g_strdup_printf ("%s.Folder%.12s", name, digest);
}
