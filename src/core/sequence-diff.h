/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The shortest way from one sequence of numbers to another (Myers 1986, in linear space). Sets the flags of what only
 * one of them has: TRUE of `a` goes, TRUE of `b` comes, and what is left of both is the same. Time grows with the length
 * times the differences: `budget` is the steps that may be taken, and is less by those that were. When it is used up,
 * what was not yet compared goes and comes as a whole. */
void daybook_sequence_diff (const guint *a,
                            gsize        n_a,
                            const guint *b,
                            gsize        n_b,
                            gboolean    *goes,
                            gboolean    *comes,
                            gint64      *budget);

G_END_DECLS
