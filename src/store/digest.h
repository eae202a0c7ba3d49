/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A 64-bit FNV-1a digest (draft-eastlake-fnv), for telling what is the same in this
 * program's own memory and files; no protection from somebody who looks for two alike. */
#define DAYBOOK_DIGEST_START G_GUINT64_CONSTANT (14695981039346656037)
#define DAYBOOK_DIGEST_PRIME G_GUINT64_CONSTANT (1099511628211)

/* `digest` is that of what came before, or DAYBOOK_DIGEST_START. */
static inline guint64
daybook_digest_bytes (guint64     digest,
                      const void *data,
                      gsize       length)
{
  for (const guint8 *p = data, *end = p + length; p < end; p++)
    digest = (digest ^ *p) * DAYBOOK_DIGEST_PRIME;

  return digest;
}

G_END_DECLS
