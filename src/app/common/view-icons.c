/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/view-icons.h"

#include <glib/gi18n-lib.h>

static const DaybookViewIcon ICONS[] = {
  { "view-list-symbolic", NC_ ("icon", "List") },
  { "starred-symbolic", NC_ ("icon", "Star") },
  { "alarm-symbolic", NC_ ("icon", "Clock") },
  { "package-x-generic-symbolic", NC_ ("icon", "Parcel") },
  { "emoji-flags-symbolic", NC_ ("icon", "Flag") },
  { "avatar-default-symbolic", NC_ ("icon", "Person") },
  { "mail-unread-symbolic", NC_ ("icon", "Letter") },
  { "emblem-important-symbolic", NC_ ("icon", "Exclamation Mark") },
  { "emblem-favorite-symbolic", NC_ ("icon", "Heart") },
  { "face-sad-symbolic", NC_ ("icon", "Sad Face") },
};

const DaybookViewIcon *
daybook_view_icons (guint *n_icons)
{
  *n_icons = G_N_ELEMENTS (ICONS);
  return ICONS;
}

const char *
daybook_view_icon_name (guint index)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "icon", ICONS[index].name);
}

guint
daybook_view_icon_find (const char *icon)
{
  for (guint i = 0; i < G_N_ELEMENTS (ICONS); i++)
    if (g_strcmp0 (ICONS[i].icon, icon) == 0)
      return i;

  return G_N_ELEMENTS (ICONS);
}
