/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/terms.h"

G_BEGIN_DECLS

/* Terms of a search as expressions of FTS5. */

/* Appends the text as a phrase, in quotes. */
void  daybook_expression_quote     (GString           *expression,
                                    const char        *text);
/* Appends how the term is found among words, and among keys of names. */
void  daybook_expression_add_words (GString           *expression,
                                    const DaybookTerm *term);
void  daybook_expression_add_names (GString           *expression,
                                    const DaybookTerm *term);
/* One expression for all terms in one document; NULL: not each of them can be found that way.
 * (transfer full) */
char *daybook_expression_words     (GPtrArray         *terms);
char *daybook_expression_names     (GPtrArray         *terms);

G_END_DECLS
