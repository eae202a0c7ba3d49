/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sample-order.h"

#include "core/moment.h"
#include "exchange/sample-words.h"

#define HOUR (60 * 60)
#define DAY (24 * HOUR)
#define MAX_LINES 3

/* Every so many of the first customers are people who are customers already. */
#define TWICE_EVERY 40
#define TWICE_MAX 400

/* Postage is free from here on. */
#define FREE_FROM_FEN 9900
#define FREE_FROM_CENTS 7500

static const char *const PLATFORM_NAMES[DAYBOOK_SAMPLE_N_PLATFORMS] = {
  [DAYBOOK_SAMPLE_TMALL] = "tmall",
  [DAYBOOK_SAMPLE_TAOBAO] = "taobao",
  [DAYBOOK_SAMPLE_PDD] = "pdd",
  [DAYBOOK_SAMPLE_SHOPIFY] = "shopify",
};

/* The platforms' own words for our stages (PLATFORMS §1). */
static const char *const TAOBAO_STATUS[DAYBOOK_N_STAGES] = {
  [DAYBOOK_STAGE_UNKNOWN] = "交易冻结",
  [DAYBOOK_STAGE_UNPAID] = "等待买家付款",
  [DAYBOOK_STAGE_PAID] = "买家已付款，等待卖家发货",
  [DAYBOOK_STAGE_SHIPPED] = "卖家已发货，等待买家确认",
  [DAYBOOK_STAGE_DELIVERED] = "卖家已发货，等待买家确认",
  [DAYBOOK_STAGE_COMPLETED] = "交易成功",
  [DAYBOOK_STAGE_CLOSED] = "交易关闭",
};

static const char *const PDD_STATUS[DAYBOOK_N_STAGES] = {
  [DAYBOOK_STAGE_UNKNOWN] = "风控审核中",
  [DAYBOOK_STAGE_UNPAID] = "待付款",
  [DAYBOOK_STAGE_PAID] = "待发货",
  [DAYBOOK_STAGE_SHIPPED] = "已发货，待收货",
  [DAYBOOK_STAGE_DELIVERED] = "已收货",
  [DAYBOOK_STAGE_COMPLETED] = "已收货",
  [DAYBOOK_STAGE_CLOSED] = "已取消",
};

static const char *const SHOPIFY_STATUS[DAYBOOK_N_STAGES] = {
  [DAYBOOK_STAGE_UNKNOWN] = "paid / on_hold",
  [DAYBOOK_STAGE_UNPAID] = "pending / unfulfilled",
  [DAYBOOK_STAGE_PAID] = "paid / unfulfilled",
  [DAYBOOK_STAGE_SHIPPED] = "paid / fulfilled",
  [DAYBOOK_STAGE_DELIVERED] = "paid / fulfilled",
  [DAYBOOK_STAGE_COMPLETED] = "paid / fulfilled",
  [DAYBOOK_STAGE_CLOSED] = "refunded / unfulfilled",
};

static const char *const *const STATUS[DAYBOOK_SAMPLE_N_PLATFORMS] = {
  [DAYBOOK_SAMPLE_TMALL] = TAOBAO_STATUS,
  [DAYBOOK_SAMPLE_TAOBAO] = TAOBAO_STATUS,
  [DAYBOOK_SAMPLE_PDD] = PDD_STATUS,
  [DAYBOOK_SAMPLE_SHOPIFY] = SHOPIFY_STATUS,
};

/* An order while it is made up. */
typedef struct
{
  const DaybookSamplePlan *plan;
  DaybookOrderRecord      *record;
  guint                    index;
  DaybookDice              dice;
  guint                    customer;
  DaybookSamplePlatform    platform;
  DaybookStage             stage;
  DaybookRefund            refund;
  gint64                   created;
  gint64                   paid_at;    /* 0: never */
  gint64                   shipped_at; /* 0: not yet */
  gint64                   completed_at;
} Draft;

static gboolean
is_english (const Draft *draft)
{
  return draft->platform == DAYBOOK_SAMPLE_SHOPIFY;
}

/* Most people order once or twice; the product of two dice makes some come
 * back again and again. */
static guint
choose_customer (const DaybookSamplePlan *plan,
                 DaybookDice             *dice)
{
  guint pool = MAX (3, plan->n_orders / 8 * 5);
  guint often = daybook_dice_roll (dice, pool);

  return daybook_dice_chance (dice, 60) ? often : (guint) ((guint64) often * daybook_dice_roll (dice, pool) / pool);
}

static DaybookSamplePlatform
customer_platform (const DaybookSamplePlan *plan,
                   guint                    customer)
{
  DaybookDice person = daybook_dice (plan->seed, DAYBOOK_DICE_CUSTOMER, customer);
  guint roll = daybook_dice_roll (&person, 100);

  if (roll < 45)
    return DAYBOOK_SAMPLE_TMALL;
  if (roll < 67)
    return DAYBOOK_SAMPLE_TAOBAO;
  return roll < 77 ? DAYBOOK_SAMPLE_PDD : DAYBOOK_SAMPLE_SHOPIFY;
}

/* How long ago the order was made, in seconds: a shop that grows, over two
 * months when it is small and two years when it is large. */
static gint64
age_of (const DaybookSamplePlan *plan,
        guint                    index)
{
  gint64 span = CLAMP (60 + (gint64) plan->n_orders / 16, 60, 730) * DAY;
  gint64 ppm = (gint64) (plan->n_orders - index) * 1000000 / plan->n_orders;

  return span * (300000 + ppm * 7 / 10) / 1000000 * ppm / 1000000;
}

static void
draft_created (Draft *draft)
{
  static const guint8 HOURS[] = { 9, 10, 10, 11, 11, 12, 12, 13, 14, 15, 16, 17, 18, 19, 20, 20, 20, 21, 21, 21, 22, 22, 23, 0 };
  gint64 age = age_of (draft->plan, draft->index);
  guint hour = HOURS[daybook_dice_roll (&draft->dice, G_N_ELEMENTS (HOURS))];
  guint second = daybook_dice_roll (&draft->dice, HOUR);

  draft->created = draft->plan->now - age;
  if (age >= DAY)
    draft->created = daybook_moment_day (draft->plan->now, draft->plan->zone, -(int) (age / DAY)) + hour * HOUR + second;
}

/* When a step was taken, or 0 when that is still to come. */
static gint64
step (Draft  *draft,
      gint64  from,
      guint   least,
      guint   spread)
{
  gint64 when = from + least + daybook_dice_roll (&draft->dice, spread);

  return from != 0 && when <= draft->plan->now ? when : 0;
}

static void
draft_steps (Draft *draft)
{
  gboolean pays = !daybook_dice_chance (&draft->dice, 7);
  gint64 delivered;

  draft->paid_at = step (draft, pays ? draft->created : 0, 20, 40 * 60);
  draft->shipped_at = step (draft, draft->paid_at, 5 * HOUR, 36 * HOUR);
  delivered = step (draft, draft->shipped_at, 2 * DAY, 3 * DAY);
  draft->completed_at = is_english (draft) ? 0 : step (draft, delivered, 2 * DAY, 6 * DAY);

  if (draft->paid_at == 0)
    draft->stage = draft->created + DAY < draft->plan->now ? DAYBOOK_STAGE_CLOSED : DAYBOOK_STAGE_UNPAID;
  else if (draft->shipped_at == 0)
    draft->stage = DAYBOOK_STAGE_PAID;
  else if (draft->completed_at != 0)
    draft->stage = DAYBOOK_STAGE_COMPLETED;
  else
    /* Of these platforms only Pinduoduo says that a parcel was received. */
    draft->stage = delivered != 0 && draft->platform == DAYBOOK_SAMPLE_PDD ? DAYBOOK_STAGE_DELIVERED : DAYBOOK_STAGE_SHIPPED;
}

static void
draft_refund (Draft *draft)
{
  guint roll = daybook_dice_roll (&draft->dice, 200);

  if (draft->paid_at == 0)
    return;

  if (roll < 8)
    {
      draft->refund = DAYBOOK_REFUND_FULL;
      draft->stage = DAYBOOK_STAGE_CLOSED;
      draft->completed_at = 0;
    }
  else if (roll < 12)
    draft->refund = DAYBOOK_REFUND_PART;
  else if (roll < 24 && draft->completed_at == 0)
    draft->refund = DAYBOOK_REFUND_ASKED;
  else if (roll == 199)
    draft->stage = DAYBOOK_STAGE_UNKNOWN;
}

static gint64
add_line (Draft *draft,
          guint  position,
          guint  product_index)
{
  const DaybookSampleProduct *product = &daybook_sample_products[product_index];
  const char *const *variants = is_english (draft) ? product->en_variants : product->zh_variants;
  guint n_variants = variants[2] != NULL ? 3 : 2;
  guint variant = daybook_dice_roll (&draft->dice, n_variants);
  gint64 price = is_english (draft) ? product->cents : product->fen;
  guint roll = daybook_dice_roll (&draft->dice, 20);
  gint64 quantity = roll == 0 ? 3 : roll < 4 ? 2 : 1;
  g_autofree char *sku = g_strdup_printf ("%s-%c", product->sku, 'A' + variant);
  DaybookLineRecord *line = daybook_record_add_line (draft->record);

  price += price * variant / 400 * 100; /* the better variants cost more */
  line->values[DAYBOOK_LINE_POSITION] = daybook_value_int (position);
  line->values[DAYBOOK_LINE_QUANTITY] = daybook_value_int (quantity);
  line->values[DAYBOOK_LINE_PRICE] = daybook_value_int (price);
  line->values[DAYBOOK_LINE_PROVISIONAL] = daybook_value_int (0);
  daybook_record_line_text (draft->record, line, DAYBOOK_LINE_TITLE, is_english (draft) ? product->en : product->zh);
  daybook_record_line_text (draft->record, line, DAYBOOK_LINE_VARIANT, variants[variant]);
  daybook_record_line_text (draft->record, line, DAYBOOK_LINE_SKU, sku);
  daybook_record_line_text (draft->record, line, DAYBOOK_LINE_CURRENCY, is_english (draft) ? "USD" : "CNY");
  daybook_record_line_text (draft->record, line, DAYBOOK_LINE_STATUS, STATUS[draft->platform][draft->stage]);
  return price * quantity;
}

/* Adds what was bought and returns what it costs. */
static gint64
add_lines (Draft *draft)
{
  /* None of these shares a factor with the number of products: no order holds
   * the same one twice. */
  static const guint STRIDES[] = { 5, 7, 11, 13 };
  guint roll = daybook_dice_roll (&draft->dice, 10);
  guint n_lines = roll == 0 ? MAX_LINES : roll < 4 ? 2 : 1;
  guint a = daybook_dice_roll (&draft->dice, DAYBOOK_SAMPLE_N_PRODUCTS);
  guint b = daybook_dice_roll (&draft->dice, DAYBOOK_SAMPLE_N_PRODUCTS);
  guint stride = STRIDES[daybook_dice_roll (&draft->dice, G_N_ELEMENTS (STRIDES))];
  g_autoptr(GString) title = g_string_new (NULL);
  gint64 goods = 0;

  for (guint i = 0; i < n_lines; i++)
    {
      /* The smaller of two dice makes some products sell better. */
      guint product = (MIN (a, b) + i * stride) % DAYBOOK_SAMPLE_N_PRODUCTS;

      if (i > 0)
        g_string_append (title, is_english (draft) ? "; " : "，");
      g_string_append (title, is_english (draft) ? daybook_sample_products[product].en : daybook_sample_products[product].zh);
      goods += add_line (draft, i + 1, product);
    }

  daybook_record_set_text (draft->record, DAYBOOK_ORDER_TITLE, title->str);
  return goods;
}

static gint64
refunded_of (const Draft *draft,
             gint64       paid)
{
  if (draft->refund == DAYBOOK_REFUND_FULL)
    return paid;

  return draft->refund == DAYBOOK_REFUND_PART ? paid / 5 : 0;
}

static void
fill_money (Draft *draft)
{
  DaybookOrderRecord *record = draft->record;
  gint64 goods = add_lines (draft);
  gint64 free_from = is_english (draft) ? FREE_FROM_CENTS : FREE_FROM_FEN;
  gint64 postage = goods >= free_from ? 0 : is_english (draft) ? 650 : 800;
  gint64 discount = daybook_dice_chance (&draft->dice, 20) ? goods / 10 : 0;
  gint64 paid = draft->paid_at != 0 ? goods + postage - discount : 0;
  gint64 quantity = 0;

  for (guint i = 0; i < record->lines->len; i++)
    quantity += g_array_index (record->lines, DaybookLineRecord, i).values[DAYBOOK_LINE_QUANTITY].number;

  daybook_record_set_text (record, DAYBOOK_ORDER_CURRENCY, is_english (draft) ? "USD" : "CNY");
  daybook_record_set_int (record, DAYBOOK_ORDER_QUANTITY, quantity);
  daybook_record_set_int (record, DAYBOOK_ORDER_TOTAL, goods + postage);
  daybook_record_set_int (record, DAYBOOK_ORDER_POSTAGE, postage);
  daybook_record_set_int (record, DAYBOOK_ORDER_PAID, paid);
  daybook_record_set_int (record, DAYBOOK_ORDER_REFUNDED, refunded_of (draft, paid));
}

static void
set_printed (Draft      *draft,
             guint       field,
             const char *format,
             ...) G_GNUC_PRINTF (3, 4);

static void
set_printed (Draft      *draft,
             guint       field,
             const char *format,
             ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  daybook_record_set_text (draft->record, field, text);
}

/* Now and then, among the first ones, somebody has an account on another platform too. By whom of all customers a customer
 * is that person; most are their own. */
static guint
person_of (const DaybookSamplePlan *plan,
           guint                    customer)
{
  DaybookSamplePlatform platform = customer_platform (plan, customer);

  if (customer >= TWICE_MAX || customer % TWICE_EVERY != TWICE_EVERY - 1)
    return customer;

  for (guint other = customer; other-- > 0;)
    {
      DaybookSamplePlatform of_other = customer_platform (plan, other);

      if (of_other != platform && of_other != DAYBOOK_SAMPLE_SHOPIFY)
        return other;
    }
  return customer;
}

/* No number here belongs to anybody: 0000 blocks in China, 555-01xx in North
 * America, example.com for mail. */
static void
fill_chinese_buyer (Draft *draft)
{
  static const guint8 PREFIXES[] = { 135, 136, 138, 139, 150, 151, 158, 159, 177, 186, 188, 189 };
  guint who = person_of (draft->plan, draft->customer);
  DaybookDice person = daybook_dice (draft->plan->seed, DAYBOOK_DICE_CUSTOMER, who);
  /* A second phone is kept for half of them. */
  guint last = who != draft->customer && draft->customer / TWICE_EVERY % 2 == 1 ? 1 : 0;
  const DaybookSamplePlace *place;

  daybook_dice_roll (&person, 100); /* the platform's own roll */
  place = &daybook_sample_places_zh[daybook_dice_roll (&person, DAYBOOK_SAMPLE_N_PLACES)];
  set_printed (draft, DAYBOOK_ORDER_BUYER, "%s%u", daybook_dice_pick (&person, daybook_sample_nicks), draft->customer + 88);
  set_printed (draft, DAYBOOK_ORDER_RECEIVER, "%s%s", daybook_dice_pick (&person, daybook_sample_surnames),
               daybook_dice_pick (&person, daybook_sample_given_zh));
  set_printed (draft, DAYBOOK_ORDER_PHONE, "%u0000%04u", PREFIXES[daybook_dice_roll (&person, G_N_ELEMENTS (PREFIXES))],
               (daybook_dice_roll (&person, 10000) + last) % 10000);
  daybook_record_set_text (draft->record, DAYBOOK_ORDER_REGION, place->region);
  set_printed (draft, DAYBOOK_ORDER_ADDRESS, "%s %s%u号%u幢%u室", place->region, place->streets[daybook_dice_roll (&person, 3)],
               1 + daybook_dice_roll (&person, 400), 1 + daybook_dice_roll (&person, 20), 101 + daybook_dice_roll (&person, 900));
  draft->record->account = draft->record->values[DAYBOOK_ORDER_BUYER].text;
}

static void
fill_english_buyer (Draft *draft)
{
  static const guint16 AREAS[] = { 212, 312, 415, 503, 512, 604, 617, 718 };
  DaybookDice person = daybook_dice (draft->plan->seed, DAYBOOK_DICE_CUSTOMER, draft->customer);
  const DaybookSamplePlace *place;
  const char *first;

  daybook_dice_roll (&person, 100); /* the platform's own roll */
  place = &daybook_sample_places_en[daybook_dice_roll (&person, DAYBOOK_SAMPLE_N_PLACES)];
  first = daybook_dice_pick (&person, daybook_sample_first_en);
  set_printed (draft, DAYBOOK_ORDER_RECEIVER, "%s %s", first, daybook_dice_pick (&person, daybook_sample_last_en));
  set_printed (draft, DAYBOOK_ORDER_EMAIL, "%s.%u@example.com", first, draft->customer + 88);
  daybook_record_set_text (draft->record, DAYBOOK_ORDER_BUYER, draft->record->values[DAYBOOK_ORDER_EMAIL].text);
  set_printed (draft, DAYBOOK_ORDER_PHONE, "+1 %u 555 01%02u", AREAS[daybook_dice_roll (&person, G_N_ELEMENTS (AREAS))],
               daybook_dice_roll (&person, 100));
  daybook_record_set_text (draft->record, DAYBOOK_ORDER_REGION, place->region);
  set_printed (draft, DAYBOOK_ORDER_ADDRESS, "%u %s, %s", 1 + daybook_dice_roll (&person, 400),
               place->streets[daybook_dice_roll (&person, 3)], place->region);
  draft->record->account = draft->record->values[DAYBOOK_ORDER_EMAIL].text;
}

static void
fill_parcel (Draft *draft)
{
  const DaybookSampleCourier *couriers = is_english (draft) ? daybook_sample_couriers_en : daybook_sample_couriers_zh;
  const DaybookSampleCourier *courier = &couriers[daybook_dice_roll (&draft->dice, DAYBOOK_SAMPLE_N_COURIERS)];
  g_autoptr(GString) number = g_string_new (courier->prefix);

  /* Now and then somebody ships and forgets to enter the number. */
  if (draft->shipped_at == 0 || daybook_dice_chance (&draft->dice, 2))
    return;

  for (guint i = 0; i < courier->digits; i++)
    g_string_append_c (number, (char) ('0' + daybook_dice_roll (&draft->dice, 10)));

  daybook_record_set_text (draft->record, DAYBOOK_ORDER_COURIER, courier->name);
  daybook_record_set_text (draft->record, DAYBOOK_ORDER_TRACKING, number->str);
}

static void
fill_notes (Draft *draft)
{
  const char *const *said = is_english (draft) ? daybook_sample_buyer_notes_en : daybook_sample_buyer_notes_zh;
  const char *const *noted = is_english (draft) ? daybook_sample_seller_notes_en : daybook_sample_seller_notes_zh;
  const char *const *reasons = is_english (draft) ? daybook_sample_close_reasons_en : daybook_sample_close_reasons_zh;
  const DaybookSampleAgent *agent = &daybook_sample_agents[daybook_dice_roll (&draft->dice, DAYBOOK_SAMPLE_N_AGENTS)];

  if (daybook_dice_chance (&draft->dice, 9))
    daybook_record_set_text (draft->record, DAYBOOK_ORDER_BUYER_NOTE, daybook_dice_pick (&draft->dice, said));

  if (draft->paid_at != 0 && daybook_dice_chance (&draft->dice, 34))
    {
      gboolean more = daybook_dice_chance (&draft->dice, 30);

      /* The name for the commission in blue (OR-03), what needs care in red. */
      set_printed (draft, DAYBOOK_ORDER_SELLER_NOTE, "%s %s %s", agent->code, agent->name,
                   more ? daybook_dice_pick (&draft->dice, noted) : noted[0]);
      daybook_record_set_int (draft->record, DAYBOOK_ORDER_SELLER_FLAG, more ? DAYBOOK_FLAG_RED : DAYBOOK_FLAG_BLUE);
    }

  if (draft->stage == DAYBOOK_STAGE_CLOSED)
    daybook_record_set_text (draft->record, DAYBOOK_ORDER_CLOSE_REASON, daybook_dice_pick (&draft->dice, reasons));
}

/* Each platform numbers in its own way; all numbers are unique, since `index`
 * or the second and the buyer are in them. */
static void
fill_number (Draft *draft)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (draft->created);
  g_autofree char *day = g_date_time_format (utc, "%y%m%d");

  if (draft->platform == DAYBOOK_SAMPLE_SHOPIFY)
    set_printed (draft, DAYBOOK_ORDER_NUMBER, "#%u", 1001 + draft->index);
  else if (draft->platform == DAYBOOK_SAMPLE_PDD)
    set_printed (draft, DAYBOOK_ORDER_NUMBER, "%s-%07u%08u", day, draft->index, daybook_dice_roll (&draft->dice, 100000000));
  else
    set_printed (draft, DAYBOOK_ORDER_NUMBER, "%" G_GINT64_FORMAT "%05u%04u", 2000000000 + draft->created,
                 draft->index % 100000, (draft->customer * 7919 + 13) % 10000);

  set_printed (draft, DAYBOOK_ORDER_PAYMENT, "%s22001%07u%06u", day, draft->index, daybook_dice_roll (&draft->dice, 1000000));
}

static void
set_moment (Draft  *draft,
            guint   field,
            gint64  moment)
{
  if (moment != 0)
    daybook_record_set_int (draft->record, field, moment);
}

static void
fill_state (Draft *draft)
{
  daybook_record_set_int (draft->record, DAYBOOK_ORDER_STAGE, draft->stage);
  daybook_record_set_text (draft->record, DAYBOOK_ORDER_STATUS, STATUS[draft->platform][draft->stage]);
  daybook_record_set_int (draft->record, DAYBOOK_ORDER_REFUND, draft->refund);
  set_moment (draft, DAYBOOK_ORDER_CREATED, draft->created);
  set_moment (draft, DAYBOOK_ORDER_PAID_AT, draft->paid_at);
  set_moment (draft, DAYBOOK_ORDER_SHIPPED_AT, draft->shipped_at);
  set_moment (draft, DAYBOOK_ORDER_COMPLETED_AT, draft->completed_at);

  /* The made-up file has a column for everything that a file can say. */
  for (guint field = DAYBOOK_ORDER_NUMBER; field < DAYBOOK_ORDER_AS_OF; field++)
    if (field != DAYBOOK_ORDER_CUSTOMER)
      draft->record->carried |= G_GUINT64_CONSTANT (1) << field;
}

const char *
daybook_sample_platform_name (DaybookSamplePlatform platform)
{
  return PLATFORM_NAMES[platform];
}

DaybookSamplePlatform
daybook_sample_order_platform (const DaybookSamplePlan *plan,
                               guint                    index)
{
  DaybookDice dice = daybook_dice (plan->seed, DAYBOOK_DICE_ORDER, index);

  return customer_platform (plan, choose_customer (plan, &dice));
}

void
daybook_sample_order_fill (const DaybookSamplePlan *plan,
                           guint                    index,
                           DaybookOrderRecord      *record)
{
  Draft draft = { .plan = plan, .record = record, .index = index };

  draft.dice = daybook_dice (plan->seed, DAYBOOK_DICE_ORDER, index);
  draft.customer = choose_customer (plan, &draft.dice);
  draft.platform = customer_platform (plan, draft.customer);
  draft_created (&draft);
  draft_steps (&draft);
  draft_refund (&draft);

  fill_number (&draft);
  fill_state (&draft);
  fill_money (&draft);
  if (is_english (&draft))
    fill_english_buyer (&draft);
  else
    fill_chinese_buyer (&draft);
  fill_parcel (&draft);
  fill_notes (&draft);
}
