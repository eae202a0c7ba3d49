/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/pasted-review.h"
#include "exchange/profile.h"

G_BEGIN_DECLS

/* Reviews that a person has copied from a page of the platform: some platforms give no file
 * of them. What the text looks like is in data/platforms/README.md. */

/* So much text is read at once. */
#define DAYBOOK_PASTE_MAX (1024 * 1024)

typedef struct
{
  gboolean   is_table; /* with a header row of reviews: it is read as a file would be */
  GPtrArray *reviews;  /* DaybookPastedReview *; none of a table */
  GPtrArray *left_out; /* char *: lines that are of no review */
} DaybookPaste;

/* Reads valid UTF-8. `profiles`: those of the book; the generic one has the words for stars.
 * Errors: FORMAT: it is too long, or a table of something else. */
DaybookPaste *daybook_paste_read   (const char         *text,
                                    gsize               length,
                                    GPtrArray          *profiles,
                                    GError            **error);
void          daybook_paste_free   (DaybookPaste       *paste);
/* The reviews as a table in the generic form without numbers. (transfer full) */
GString      *daybook_paste_to_csv (const DaybookPaste *paste);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookPaste, daybook_paste_free)

G_END_DECLS
