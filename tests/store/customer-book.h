/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "merge-rows.h"
#include "two-laptops.h"

/* Customers who are one person, in the book of a test: born of orders, and merged. */

#define PHONE "13812341234"

/* Three orders; the customers of the first two have the same name and phone. */
#define N_PEOPLE 3
extern const Row PEOPLE[N_PEOPLE];

typedef struct
{
  Book      book;
  DaybookId a, b, c;
} People;

void           people_set_up    (People          *people,
                                 gconstpointer    data);
void           people_tear_down (People          *people,
                                 gconstpointer    data);

DaybookReader *reader_of        (Book            *book);
DaybookId      customer_of      (Book            *book,
                                 const char      *number);
/* Commits the merge of the one into the other; a null id with an error. */
DaybookId      try_merge        (Book            *book,
                                 const DaybookId *other,
                                 const DaybookId *keep,
                                 GError         **error);
DaybookId      merge            (Book            *book,
                                 const DaybookId *other,
                                 const DaybookId *keep);
/* Opens the shop, of the first two: each of its laptops merges them the other way. */
void           merge_into_each_other (Shop       *shop,
                                 DaybookId       *a,
                                 DaybookId       *b);
