/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which order numbers a file has had: 64 bits of a hash each, so that a million
 * of them take 16 MB. Two numbers of one file share a hash once in some thirty
 * million files of a million orders. */
typedef struct _DaybookSeen DaybookSeen;

DaybookSeen *daybook_seen_new  (void);
void         daybook_seen_free (DaybookSeen *seen);
/* TRUE when the text is new. */
gboolean     daybook_seen_add  (DaybookSeen *seen,
                                const char  *text);

G_END_DECLS
