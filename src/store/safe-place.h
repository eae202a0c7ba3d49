/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/error.h"

G_BEGIN_DECLS

/* How well the folder of a book is guarded by the computer it is on (DESIGN §9): a PIN is no lock for whoever has the disk. */

typedef enum
{
  DAYBOOK_DISK_UNKNOWN,   /* a disk of the network, one in memory, another system */
  DAYBOOK_DISK_PLAIN,
  DAYBOOK_DISK_ENCRYPTED, /* all that it is made of is */
} DaybookDisk;

/* Whether the disk that `folder` is on is encrypted, as the kernel tells in `sys` ("/sys"). */
DaybookDisk daybook_safe_place_disk (const char  *folder,
                                     const char  *sys);
/* Files and folders in it that others on this computer may read or change; nobody follows links. (element-type filename)
 * (transfer full) Errors: FAILED. */
GPtrArray  *daybook_safe_place_open (const char  *folder,
                                     GError     **error);
/* Takes from others what they may do with these. Errors: REFUSED (they are somebody else's). */
gboolean    daybook_safe_place_mend (GPtrArray   *paths,
                                     GError     **error);

G_END_DECLS
