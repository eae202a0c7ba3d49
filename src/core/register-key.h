/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether a name is somebody else's already. */
typedef gboolean (*DaybookKeyTaken) (const char *key,
                                     gpointer    data);

/* A name as daybook_is_key() wants it, for what people call `label`: its letters, of Chinese the
 * pinyin. `otherwise` where it has none; with a number where it is taken. (transfer full) */
char *daybook_register_make_key    (const char      *label,
                                    const char      *otherwise,
                                    DaybookKeyTaken  taken,
                                    gpointer         data);
/* One to three capital letters for the same. NULL: all are taken. (transfer full) */
char *daybook_register_make_prefix (const char      *label,
                                    DaybookKeyTaken  taken,
                                    gpointer         data);

G_END_DECLS
