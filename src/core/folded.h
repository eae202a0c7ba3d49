/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A line as it is compared (core/han.h), each of whose characters came of one of the line's: so what is
 * found in it is found in the line. */
typedef struct
{
  char  *text;
  gsize  length;  /* in bytes */
  gsize *origins; /* for each byte of `text`, and its end, where it came from: a byte of the line */
} DaybookFolded;

/* `line` may be any bytes; what is no UTF-8 becomes U+FFFD, and `origins` then are those of the line
 * that g_utf8_make_valid() gives. */
DaybookFolded *daybook_folded_new  (const char    *line);
void           daybook_folded_free (DaybookFolded *folded);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookFolded, daybook_folded_free)

G_END_DECLS
