/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fixture.h"

#include "store/operation.h"
#include "store/replica.h"

/* Two laptops of one shop and what the server has logged; the verdicts are the
 * test's own. */
typedef struct
{
  Book       a;
  Book       b;
  gint64     end;      /* of the log */
  GPtrArray *lines;
  GPtrArray *verdicts;
} Shop;

void       shop_open         (Shop       *shop);
void       shop_close        (Shop       *shop);
/* What waits on a laptop for the server, at least `limit` lines. */
GPtrArray *shop_outbox       (Book       *book,
                              guint       limit);
/* All that waits on a laptop goes into the log, every cell with `letter`. */
void       shop_publish      (Shop       *shop,
                              Book       *author,
                              char        letter);
/* The log goes to both laptops; what they have already, they leave. */
void       shop_deliver      (Shop       *shop);
/* The log from line `from` on goes to one. */
gboolean   shop_deliver_from (Shop       *shop,
                              Book       *book,
                              guint       from,
                              GError    **error);
/* A copy of the book in a folder of its own, as a snapshot is taken. */
void       shop_copy_book    (Book       *from,
                              Book       *to);
