/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Words by which cases are told apart, kept in one text with blanks between them. People may write
 * # before each, which is not kept; each is there once. */

/* (transfer full) */
char **daybook_tags_split   (const char *text);
/* The text with one more tag, or several; NULL where it has none then. (transfer full) */
char  *daybook_tags_with    (const char *text,
                             const char *more);
/* The text without the tag; NULL where it has none then. (transfer full) */
char  *daybook_tags_without (const char *text,
                             const char *tag);

G_END_DECLS
