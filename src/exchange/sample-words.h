/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the sample shop is made of: nothing here is a real person, number or
 * address. Lists end with NULL and count with g_strv_length() once. */

/* Something the shop sells, in both of its languages and currencies. */
typedef struct
{
  const char *sku;
  const char *zh;
  const char *en;
  gint64      fen;
  gint64      cents;
  const char *zh_variants[3];
  const char *en_variants[3];
} DaybookSampleProduct;

/* Where somebody lives. */
typedef struct
{
  const char *region;
  const char *streets[3];
} DaybookSamplePlace;

/* A courier and how its tracking numbers begin and how many digits follow. */
typedef struct
{
  const char *name;
  const char *prefix;
  guint       digits;
} DaybookSampleCourier;

/* Somebody who works in the shop, beside its owner. */
typedef struct
{
  const char *code;
  const char *name;
  int         role; /* DaybookRole */
} DaybookSampleAgent;

/* What a buyer says afterwards, and what the shop answers. */
typedef struct
{
  int         stars;
  const char *words;
  const char *reply;
} DaybookSampleReview;

#define DAYBOOK_SAMPLE_N_REVIEWS 4
#define DAYBOOK_SAMPLE_N_PRODUCTS 18
#define DAYBOOK_SAMPLE_N_PLACES 12
#define DAYBOOK_SAMPLE_N_COURIERS 4
#define DAYBOOK_SAMPLE_N_AGENTS 3

extern const DaybookSampleProduct daybook_sample_products[DAYBOOK_SAMPLE_N_PRODUCTS];
extern const DaybookSamplePlace   daybook_sample_places_zh[DAYBOOK_SAMPLE_N_PLACES];
extern const DaybookSamplePlace   daybook_sample_places_en[DAYBOOK_SAMPLE_N_PLACES];
extern const DaybookSampleCourier daybook_sample_couriers_zh[DAYBOOK_SAMPLE_N_COURIERS];
extern const DaybookSampleCourier daybook_sample_couriers_en[DAYBOOK_SAMPLE_N_COURIERS];
extern const DaybookSampleAgent   daybook_sample_agents[DAYBOOK_SAMPLE_N_AGENTS];

extern const DaybookSampleReview  daybook_sample_good_reviews[DAYBOOK_SAMPLE_N_REVIEWS];
extern const DaybookSampleReview  daybook_sample_bad_reviews[DAYBOOK_SAMPLE_N_REVIEWS];

extern const char *const daybook_sample_refund_reasons[];
extern const char *const daybook_sample_surnames[];
extern const char *const daybook_sample_given_zh[];
extern const char *const daybook_sample_first_en[];
extern const char *const daybook_sample_last_en[];
extern const char *const daybook_sample_nicks[];
extern const char *const daybook_sample_buyer_notes_zh[];
extern const char *const daybook_sample_buyer_notes_en[];
extern const char *const daybook_sample_seller_notes_zh[];
extern const char *const daybook_sample_seller_notes_en[];
extern const char *const daybook_sample_notes_zh[];
extern const char *const daybook_sample_notes_en[];
extern const char *const daybook_sample_close_reasons_zh[];
extern const char *const daybook_sample_close_reasons_en[];

G_END_DECLS
