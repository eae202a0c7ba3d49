/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which order numbers a file has had, and what stood beside them: 64 and 32 bits of
 * hashes each, so that a million of them take 24 MB. Two numbers of one file share a
 * hash once in some thirty million files of a million orders. */
typedef struct _DaybookSeen DaybookSeen;

typedef enum
{
  DAYBOOK_SEEN_NEW,
  DAYBOOK_SEEN_AGAIN,
  DAYBOOK_SEEN_OTHERWISE, /* with other contents than the first time */
} DaybookSeenState;

DaybookSeen     *daybook_seen_new  (void);
void             daybook_seen_free (DaybookSeen *seen);
/* `content` is a hash of what stands beside the number; the first one stays. */
DaybookSeenState daybook_seen_add  (DaybookSeen *seen,
                                    const char  *number,
                                    guint32      content);
gboolean         daybook_seen_has  (DaybookSeen *seen,
                                    const char  *number);

G_END_DECLS
