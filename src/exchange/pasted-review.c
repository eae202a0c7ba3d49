/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/pasted-review.h"

static void
add_cell (GString    *csv,
          const char *text,
          char        end)
{
  g_string_append_c (csv, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *text);
    }
  g_string_append_c (csv, '"');
  g_string_append_c (csv, end);
}

DaybookPastedReview *
daybook_pasted_review_new (void)
{
  DaybookPastedReview *review = g_new0 (DaybookPastedReview, 1);

  review->nick = g_string_new (NULL);
  review->time = g_string_new (NULL);
  review->variant = g_string_new (NULL);
  review->product = g_string_new (NULL);
  review->order_number = g_string_new (NULL);
  review->words = g_string_new (NULL);
  review->follow_up = g_string_new (NULL);
  review->followed_at = g_string_new (NULL);
  review->reply = g_string_new (NULL);
  review->replied_at = g_string_new (NULL);
  return review;
}

void
daybook_pasted_review_free (DaybookPastedReview *review)
{
  g_string_free (review->nick, TRUE);
  g_string_free (review->time, TRUE);
  g_string_free (review->variant, TRUE);
  g_string_free (review->product, TRUE);
  g_string_free (review->order_number, TRUE);
  g_string_free (review->words, TRUE);
  g_string_free (review->follow_up, TRUE);
  g_string_free (review->followed_at, TRUE);
  g_string_free (review->reply, TRUE);
  g_string_free (review->replied_at, TRUE);
  g_free (review);
}

gboolean
daybook_pasted_review_is_one (const DaybookPastedReview *review)
{
  gboolean named = review->nick->len > 0;
  gboolean dated = review->time->len > 0;

  return (named && dated) || ((named || dated) && (review->words->len > 0 || review->stars > 0));
}

/* Headings of the generic form without numbers. */
GString *
daybook_pasted_review_header (void)
{
  return g_string_new ("用户昵称,评价时间,评分,规格,商品标题,订单编号,评价内容,追评内容,追评时间,商家回复,回复时间\n");
}

void
daybook_pasted_review_write (const DaybookPastedReview *review,
                             GString                   *csv)
{
  const char stars[] = { (char) ('0' + review->stars), '\0' };

  add_cell (csv, review->nick->str, ',');
  add_cell (csv, review->time->str, ',');
  add_cell (csv, review->stars > 0 ? stars : "", ',');
  add_cell (csv, review->variant->str, ',');
  add_cell (csv, review->product->str, ',');
  add_cell (csv, review->order_number->str, ',');
  add_cell (csv, review->words->str, ',');
  add_cell (csv, review->follow_up->str, ',');
  add_cell (csv, review->followed_at->str, ',');
  add_cell (csv, review->reply->str, ',');
  add_cell (csv, review->replied_at->str, '\n');
}
