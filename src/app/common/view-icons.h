/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The icons that a view may have. */
typedef struct
{
  const char *icon; /* of the theme */
  const char *name; /* msgid with context "icon": what a screen reader says */
} DaybookViewIcon;

const DaybookViewIcon *daybook_view_icons     (guint      *n_icons);
/* Translated. */
const char            *daybook_view_icon_name (guint       index);
/* Which of them has this name in the theme; the number of them when none has:
 * the command line takes any icon. */
guint                  daybook_view_icon_find (const char *icon);

G_END_DECLS
