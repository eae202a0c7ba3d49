/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends a row below a header of many columns: pairs of a heading and what stands there as it
 * is in the file, quotes included; the list ends with NULL. All other cells are blank. */
void add_row (GString    *table,
              const char *header,
              char        delimiter,
              ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
