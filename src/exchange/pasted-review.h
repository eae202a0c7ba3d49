/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One review as a page showed it. */

/* Texts are never NULL; "" where the page said nothing. */
typedef struct
{
  GString *nick;
  GString *time;      /* "2026-11-20 10:03", in the platform's zone */
  guint    stars;     /* 0: the page said none */
  GString *variant;
  GString *product;
  GString *order_number;
  GString *words;
  GString *follow_up;
  GString *followed_at;
  GString *reply;
  GString *replied_at;
} DaybookPastedReview;

DaybookPastedReview *daybook_pasted_review_new    (void);
void                 daybook_pasted_review_free   (DaybookPastedReview       *review);
/* Whether there is enough to tell it from others, and something of it. */
gboolean             daybook_pasted_review_is_one (const DaybookPastedReview *review);

/* The header of a table of reviews, and the row of one. (transfer full) */
GString             *daybook_pasted_review_header (void);
void                 daybook_pasted_review_write  (const DaybookPastedReview *review,
                                                   GString                   *csv);

G_END_DECLS
