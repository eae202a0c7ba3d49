/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The stars of a review, as people and platforms write them. */
#define DAYBOOK_STARS_MAX 5

/* "5", "5.0", "5星", "5 stars", "4/5", "★★★★☆", or one of `words` (folded word -> stars; or NULL).
 * 0 when the text does not say how many, or none of one to five. */
guint daybook_stars_read      (const char *text,
                               GHashTable *words);
/* The same of a text that might as well be something else: a number alone is no answer. */
guint daybook_stars_recognise (const char *text,
                               GHashTable *words);

G_END_DECLS
