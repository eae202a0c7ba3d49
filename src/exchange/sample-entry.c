/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sample-entry.h"

#include "core/aftersale.h"
#include "core/mask.h"
#include "core/order.h"
#include "core/payment.h"
#include "core/review.h"
#include "core/stock.h"
#include "exchange/sample-words.h"

#define HOUR (60 * 60)
#define DAY (24 * HOUR)

/* What a bill that is fetched now goes back to. */
#define BILL_DAYS 31
#define VARIANTS_MAX 3

typedef struct
{
  const DaybookSamplePlan  *plan;
  const DaybookOrderRecord *order;
  DaybookEntry             *entry;
  DaybookDice               dice;
} Draft;

static const DaybookSampleFileSpec FILES[DAYBOOK_SAMPLE_N_FILES] = {
  [DAYBOOK_SAMPLE_TMALL_REFUNDS] = { &daybook_aftersales, "tmall", "refunds" },
  [DAYBOOK_SAMPLE_TAOBAO_REFUNDS] = { &daybook_aftersales, "taobao", "refunds" },
  [DAYBOOK_SAMPLE_PDD_REFUNDS] = { &daybook_aftersales, "pdd", "refunds" },
  [DAYBOOK_SAMPLE_BILL] = { &daybook_payments, "alipay", "bill" },
  [DAYBOOK_SAMPLE_REVIEWS] = { &daybook_reviews, "tmall", "reviews" },
  [DAYBOOK_SAMPLE_STOCK] = { &daybook_stocks, "generic", "stock", VARIANTS_MAX * DAYBOOK_SAMPLE_N_PRODUCTS },
};

static gint64
number_of (const Draft *draft,
           guint        field)
{
  return draft->order->values[field].number;
}

static const char *
text_of (const Draft *draft,
         guint        field)
{
  const DaybookValue *value = &draft->order->values[field];

  return value->type == DAYBOOK_VALUE_TEXT ? value->text : "";
}

static void
copy_text (Draft *draft,
           guint  field,
           guint  from)
{
  daybook_entry_set_text (draft->entry, field, text_of (draft, from));
}

/* The number of a row: the order's with digits of its own. */
static void
number_row (Draft      *draft,
            guint       field,
            const char *prefix,
            guint       which)
{
  g_autofree char *number = g_strdup_printf ("%s%s%u%05u", prefix, text_of (draft, DAYBOOK_ORDER_PAYMENT), which,
                                             daybook_dice_roll (&draft->dice, 100000));

  daybook_entry_set_text (draft->entry, field, number);
}

/* --- After-sales ---------------------------------------------------------------- */

typedef struct
{
  DaybookAftersaleKind  kind;
  DaybookAftersaleStage stage;
  const char           *status;
  gint64                answer; /* seconds from the request to when somebody has to have answered; 0: nobody */
} Asked;

/* The platforms' own words (PLATFORMS §1). */
static const Asked OPEN[] = {
  { DAYBOOK_AFTERSALE_REFUND, DAYBOOK_AFTERSALE_ASKED, "买家已经申请退款，等待卖家同意", 2 * DAY },
  { DAYBOOK_AFTERSALE_RETURN, DAYBOOK_AFTERSALE_ASKED, "买家已经申请退款，等待卖家同意", 3 * DAY },
  { DAYBOOK_AFTERSALE_RETURN, DAYBOOK_AFTERSALE_AGREED, "卖家已经同意退款，等待买家退货", 7 * DAY },
  { DAYBOOK_AFTERSALE_RETURN, DAYBOOK_AFTERSALE_RETURNING, "买家已经退货，等待卖家确认收货", 10 * DAY },
};
static const Asked ENDED[] = {
  { DAYBOOK_AFTERSALE_REFUND, DAYBOOK_AFTERSALE_DONE, "退款成功", 0 },
  { DAYBOOK_AFTERSALE_RETURN, DAYBOOK_AFTERSALE_DONE, "退款成功", 0 },
};

/* What is asked for an order that was not sent yet is money alone. */
static const Asked *
choose_asked (Draft *draft)
{
  gboolean is_sent = number_of (draft, DAYBOOK_ORDER_SHIPPED_AT) != 0;

  if (number_of (draft, DAYBOOK_ORDER_REFUND) == DAYBOOK_REFUND_ASKED)
    return &OPEN[is_sent ? daybook_dice_roll (&draft->dice, G_N_ELEMENTS (OPEN)) : 0];

  return &ENDED[is_sent ? daybook_dice_roll (&draft->dice, G_N_ELEMENTS (ENDED)) : 0];
}

/* After the parcel or the payment; an open one some days ago at most. */
static gint64
choose_moment (Draft *draft)
{
  gint64 from = MAX (number_of (draft, DAYBOOK_ORDER_PAID_AT), number_of (draft, DAYBOOK_ORDER_SHIPPED_AT)) + 2 * HOUR;

  if (number_of (draft, DAYBOOK_ORDER_REFUND) == DAYBOOK_REFUND_ASKED)
    from = MAX (from, draft->plan->now - 3 * DAY);
  return MIN (draft->plan->now, from + daybook_dice_roll (&draft->dice, 2 * DAY));
}

static void
fill_return (Draft *draft)
{
  const DaybookSampleCourier *courier = &daybook_sample_couriers_zh[daybook_dice_roll (&draft->dice, DAYBOOK_SAMPLE_N_COURIERS)];
  g_autoptr(GString) tracking = g_string_new (courier->prefix);

  for (guint i = 0; i < courier->digits; i++)
    g_string_append_c (tracking, (char) ('0' + daybook_dice_roll (&draft->dice, 10)));
  daybook_entry_set_text (draft->entry, DAYBOOK_AFTERSALE_COURIER, courier->name);
  daybook_entry_set_text (draft->entry, DAYBOOK_AFTERSALE_TRACKING, tracking->str);
}

static void
fill_asked (Draft       *draft,
            const Asked *asked)
{
  gint64 asked_at = choose_moment (draft);
  gint64 refunded = number_of (draft, DAYBOOK_ORDER_REFUNDED);
  gint64 amount = refunded != 0 ? refunded : number_of (draft, DAYBOOK_ORDER_PAID);

  daybook_entry_set_int (draft->entry, DAYBOOK_AFTERSALE_KIND, asked->kind);
  daybook_entry_set_int (draft->entry, DAYBOOK_AFTERSALE_STAGE, asked->stage);
  daybook_entry_set_text (draft->entry, DAYBOOK_AFTERSALE_STATUS, asked->status);
  daybook_entry_set_int (draft->entry, DAYBOOK_AFTERSALE_PAID, number_of (draft, DAYBOOK_ORDER_PAID));
  daybook_entry_set_int (draft->entry, DAYBOOK_AFTERSALE_AMOUNT, amount);
  daybook_entry_set_int (draft->entry, DAYBOOK_AFTERSALE_ASKED_AT, asked_at);
  if (asked->answer != 0)
    daybook_entry_set_int (draft->entry, DAYBOOK_AFTERSALE_DEADLINE, asked_at + asked->answer);
  else
    daybook_entry_set_int (draft->entry, DAYBOOK_AFTERSALE_ENDED_AT, MIN (draft->plan->now, asked_at + DAY));
  if (asked->stage == DAYBOOK_AFTERSALE_RETURNING)
    fill_return (draft);
}

static gboolean
fill_aftersale (Draft *draft,
                guint  which)
{
  if (which > 0 || number_of (draft, DAYBOOK_ORDER_REFUND) == DAYBOOK_REFUND_NONE)
    return FALSE;

  number_row (draft, DAYBOOK_AFTERSALE_NUMBER, "", which);
  copy_text (draft, DAYBOOK_AFTERSALE_ORDER_NUMBER, DAYBOOK_ORDER_NUMBER);
  copy_text (draft, DAYBOOK_AFTERSALE_BUYER, DAYBOOK_ORDER_BUYER);
  copy_text (draft, DAYBOOK_AFTERSALE_TITLE, DAYBOOK_ORDER_TITLE);
  copy_text (draft, DAYBOOK_AFTERSALE_CURRENCY, DAYBOOK_ORDER_CURRENCY);
  daybook_entry_set_text (draft->entry, DAYBOOK_AFTERSALE_REASON, daybook_dice_pick (&draft->dice, daybook_sample_refund_reasons));
  fill_asked (draft, choose_asked (draft));
  return TRUE;
}

/* --- The bill ---------------------------------------------------------------------- */

static void
fill_sum (Draft              *draft,
          DaybookPaymentKind  kind,
          gint64              amount,
          gint64              at)
{
  g_autofree char *reference = g_strconcat ("T200P", text_of (draft, DAYBOOK_ORDER_NUMBER), NULL);

  number_row (draft, DAYBOOK_PAYMENT_NUMBER, "", (guint) kind);
  daybook_entry_set_text (draft->entry, DAYBOOK_PAYMENT_MERCHANT_NUMBER, reference);
  copy_text (draft, DAYBOOK_PAYMENT_ORDER_NUMBER, DAYBOOK_ORDER_NUMBER);
  copy_text (draft, DAYBOOK_PAYMENT_CURRENCY, DAYBOOK_ORDER_CURRENCY);
  copy_text (draft, DAYBOOK_PAYMENT_TITLE, DAYBOOK_ORDER_TITLE);
  copy_text (draft, DAYBOOK_PAYMENT_PARTY, DAYBOOK_ORDER_RECEIVER);
  daybook_entry_set_text (draft->entry, DAYBOOK_PAYMENT_STATUS, kind == DAYBOOK_PAYMENT_REFUNDED ? "交易退款" : "交易付款");
  daybook_entry_set_int (draft->entry, DAYBOOK_PAYMENT_KIND, kind);
  daybook_entry_set_int (draft->entry, DAYBOOK_PAYMENT_STAGE, DAYBOOK_PAYMENT_DONE);
  daybook_entry_set_int (draft->entry, DAYBOOK_PAYMENT_AMOUNT, amount);
  daybook_entry_set_int (draft->entry, DAYBOOK_PAYMENT_AT, at);
}

/* Now and then somebody has sent back another sum than the order says; or has not yet. */
static gboolean
fill_refund (Draft *draft)
{
  gint64 refunded = number_of (draft, DAYBOOK_ORDER_REFUNDED);
  gint64 at = MIN (draft->plan->now, number_of (draft, DAYBOOK_ORDER_PAID_AT) + 2 * DAY);
  guint roll = daybook_dice_roll (&draft->dice, 6);

  if (refunded == 0 || roll == 0)
    return FALSE;

  fill_sum (draft, DAYBOOK_PAYMENT_REFUNDED, roll == 1 ? refunded - refunded / 4 : refunded, at);
  return TRUE;
}

static gboolean
fill_bill (Draft *draft,
           guint  which)
{
  gint64 paid_at = number_of (draft, DAYBOOK_ORDER_PAID_AT);

  if (paid_at == 0 || paid_at < draft->plan->now - BILL_DAYS * DAY)
    return FALSE;
  if (which > 0)
    return fill_refund (draft);

  fill_sum (draft, DAYBOOK_PAYMENT_RECEIVED, number_of (draft, DAYBOOK_ORDER_PAID), paid_at);
  return TRUE;
}

/* --- Reviews ------------------------------------------------------------------------ */

/* As platforms show nicks: the first and the last character. */
static void
fill_reviewer (Draft *draft)
{
  g_autofree char *buyer = daybook_mask (DAYBOOK_MASK_ACCOUNT, text_of (draft, DAYBOOK_ORDER_BUYER));

  daybook_entry_set_text (draft->entry, DAYBOOK_REVIEW_BUYER, buyer);
}

static gboolean
fill_review (Draft *draft,
             guint  which)
{
  gint64 completed_at = number_of (draft, DAYBOOK_ORDER_COMPLETED_AT);
  gint64 written_at = completed_at + daybook_dice_roll (&draft->dice, 2 * DAY);
  gboolean is_good = daybook_dice_chance (&draft->dice, 85);
  const DaybookSampleReview *review;

  if (which > 0 || completed_at == 0 || written_at > draft->plan->now || !daybook_dice_chance (&draft->dice, 25))
    return FALSE;

  review = is_good ? &daybook_sample_good_reviews[daybook_dice_roll (&draft->dice, DAYBOOK_SAMPLE_N_REVIEWS)]
                   : &daybook_sample_bad_reviews[daybook_dice_roll (&draft->dice, DAYBOOK_SAMPLE_N_REVIEWS)];
  number_row (draft, DAYBOOK_REVIEW_NUMBER, "R", which);
  copy_text (draft, DAYBOOK_REVIEW_ORDER_NUMBER, DAYBOOK_ORDER_NUMBER);
  copy_text (draft, DAYBOOK_REVIEW_PRODUCT, DAYBOOK_ORDER_TITLE);
  fill_reviewer (draft);
  daybook_entry_set_int (draft->entry, DAYBOOK_REVIEW_STARS, review->stars);
  daybook_entry_set_text (draft->entry, DAYBOOK_REVIEW_WORDS, review->words);
  daybook_entry_set_int (draft->entry, DAYBOOK_REVIEW_WRITTEN_AT, written_at);
  if (daybook_dice_chance (&draft->dice, 60))
    {
      daybook_entry_set_text (draft->entry, DAYBOOK_REVIEW_REPLY, review->reply);
      daybook_entry_set_int (draft->entry, DAYBOOK_REVIEW_REPLIED_AT, MIN (draft->plan->now, written_at + 10 * HOUR));
    }
  return TRUE;
}

/* --- Stock ---------------------------------------------------------------------------- */

static gboolean
fill_stock (Draft *draft,
            guint  index,
            guint  which)
{
  const DaybookSampleProduct *product = &daybook_sample_products[index / VARIANTS_MAX];
  guint variant = index % VARIANTS_MAX;
  g_autofree char *sku = g_strdup_printf ("%s-%c", product->sku, 'A' + variant);

  if (which > 0 || product->zh_variants[variant] == NULL)
    return FALSE;

  daybook_entry_set_text (draft->entry, DAYBOOK_STOCK_NUMBER, sku);
  daybook_entry_set_text (draft->entry, DAYBOOK_STOCK_TITLE, product->zh);
  daybook_entry_set_text (draft->entry, DAYBOOK_STOCK_VARIANT, product->zh_variants[variant]);
  daybook_entry_set_int (draft->entry, DAYBOOK_STOCK_ON_HAND,
                         daybook_dice_chance (&draft->dice, 20) ? daybook_dice_roll (&draft->dice, 4) : daybook_dice_roll (&draft->dice, 80));
  daybook_entry_set_int (draft->entry, DAYBOOK_STOCK_COUNTED_AT, draft->plan->now);
  return TRUE;
}

/* --- All of them ---------------------------------------------------------------------- */

const DaybookSampleFileSpec *
daybook_sample_file (DaybookSampleFile file)
{
  return &FILES[file];
}

/* Whose orders a file speaks of: Alipay's bill and the reviews are of both of Taobao's. */
static gboolean
speaks_of (const DaybookSamplePlan *plan,
           DaybookSampleFile        file,
           guint                    index)
{
  DaybookSamplePlatform platform = daybook_sample_order_platform (plan, index);

  switch (file)
    {
    case DAYBOOK_SAMPLE_TMALL_REFUNDS:
    case DAYBOOK_SAMPLE_REVIEWS:
      return platform == DAYBOOK_SAMPLE_TMALL;
    case DAYBOOK_SAMPLE_TAOBAO_REFUNDS:
      return platform == DAYBOOK_SAMPLE_TAOBAO;
    case DAYBOOK_SAMPLE_PDD_REFUNDS:
      return platform == DAYBOOK_SAMPLE_PDD;
    case DAYBOOK_SAMPLE_BILL:
      return platform == DAYBOOK_SAMPLE_TMALL || platform == DAYBOOK_SAMPLE_TAOBAO;
    case DAYBOOK_SAMPLE_STOCK:
    case DAYBOOK_SAMPLE_N_FILES:
    default:
      return TRUE;
    }
}

/* The made-up file has a column for everything that its table can say. */
static void
carry_all (DaybookEntry *entry)
{
  DaybookEntryFields fields;

  daybook_entry_fields (entry->table, &fields);
  for (guint i = fields.number; i < fields.as_of; i++)
    entry->carried |= G_GUINT64_CONSTANT (1) << i;
}

gboolean
daybook_sample_entry_fill (const DaybookSamplePlan  *plan,
                           DaybookSampleFile         file,
                           guint                     index,
                           guint                     which,
                           const DaybookOrderRecord *order,
                           DaybookEntry             *entry)
{
  guint row = (index * DAYBOOK_SAMPLE_ROWS_MAX + which) * DAYBOOK_SAMPLE_N_FILES + file;
  Draft draft = { plan, order, entry, daybook_dice (plan->seed, DAYBOOK_DICE_ENTRY, row) };

  if (FILES[file].n_things == 0 && !speaks_of (plan, file, index))
    return FALSE;

  carry_all (entry);
  if (file == DAYBOOK_SAMPLE_STOCK)
    return fill_stock (&draft, index, which);
  if (file == DAYBOOK_SAMPLE_BILL)
    return fill_bill (&draft, which);

  return file == DAYBOOK_SAMPLE_REVIEWS ? fill_review (&draft, which) : fill_aftersale (&draft, which);
}
