/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Characters written as HTML and Markdown have it: &amp; &hellip; &#22909; &#x597D; */

/* Appends the character that the `n` bytes at `entity` stand for, from & to ;. TRUE when they do; of a
 * name that nobody knows, and of what is none, nothing is appended. A number that is no character is
 * U+FFFD, as CommonMark has it. */
gboolean daybook_html_entity_append (GString    *out,
                                     const char *entity,
                                     gsize       n);
/* How many bytes of `text` are an entity with which it begins; 0: it begins with none. */
gsize    daybook_html_entity_length (const char *text,
                                     gsize       n);

G_END_DECLS
