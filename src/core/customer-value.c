/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/customer-value.h"

#include "core/number-order.h"

#define SECONDS_PER_DAY 86400
#define NO_MONTH G_MAXUINT

/* --- Months --------------------------------------------------------------------------------- */

static void
clear_month (gpointer data)
{
  DaybookValueMonth *month = data;

  g_free (month->returned);
  g_free (month->brought);
}

static void
add_month (DaybookCustomerValue *self,
           GDateTime            *begins,
           guint                 n_later)
{
  g_autofree char *label = g_date_time_format (begins, "%Y-%m");
  DaybookValueMonth month = { .begins = g_date_time_to_unix (begins) };

  g_strlcpy (month.label, label, sizeof month.label);
  month.returned = g_new0 (guint, n_later);
  month.brought = g_new0 (gint64, n_later);
  g_array_append_val (self->months, month);
}

static void
add_months (DaybookCustomerValue *self,
            GTimeZone            *zone,
            guint                 n_months)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (self->now);
  g_autoptr(GDateTime) here = g_date_time_to_timezone (utc, zone);
  g_autoptr(GDateTime) first = g_date_time_new (zone, g_date_time_get_year (here), g_date_time_get_month (here), 1, 0, 0, 0);

  for (guint i = n_months; i > 0; i--)
    {
      g_autoptr(GDateTime) month = g_date_time_add_months (first, 1 - (gint) i);

      add_month (self, month, i);
    }
}

static DaybookValueMonth *
get_month (DaybookCustomerValue *self,
           guint                 month)
{
  return &g_array_index (self->months, DaybookValueMonth, month);
}

/* Sales come in order: the month of one is no earlier than that of the last. NO_MONTH: before the first. */
static guint
month_of (DaybookCustomerValue *self,
          gint64                at,
          guint                 from)
{
  guint low = from == NO_MONTH ? 0 : from, high = self->months->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (get_month (self, middle)->begins <= at)
        low = middle + 1;
      else
        high = middle;
    }
  return low == 0 ? NO_MONTH : low - 1;
}

DaybookCustomerValue *
daybook_customer_value_new (gint64      now,
                            GTimeZone  *zone,
                            const char *currency,
                            guint       n_months)
{
  DaybookCustomerValue *self = g_new0 (DaybookCustomerValue, 1);

  self->now = now;
  self->currency = g_strdup (currency);
  self->months = g_array_new (FALSE, FALSE, sizeof (DaybookValueMonth));
  g_array_set_clear_func (self->months, clear_month);
  self->buyers = g_array_new (FALSE, FALSE, sizeof (DaybookBuyer));
  self->others = g_array_new (FALSE, FALSE, sizeof (DaybookOtherMoney));
  add_months (self, zone, CLAMP (n_months, 1, DAYBOOK_VALUE_MOST_MONTHS));
  return self;
}

void
daybook_customer_value_free (DaybookCustomerValue *self)
{
  g_array_unref (self->months);
  g_array_unref (self->buyers);
  g_array_unref (self->others);
  g_free (self->currency);
  g_free (self);
}

/* --- Adding ----------------------------------------------------------------------------------- */

static void
add_other_money (DaybookCustomerValue *self,
                 DaybookOtherMoney     other)
{
  for (guint i = 0; i < self->others->len; i++)
    {
      DaybookOtherMoney *known = &g_array_index (self->others, DaybookOtherMoney, i);

      if (g_str_equal (known->currency, other.currency))
        {
          known->spent += other.spent;
          known->n_sales += other.n_sales;
          return;
        }
    }
  g_array_append_val (self->others, other);
}

/* What a sale is to its month: the customer's first at all, a return, or one more. */
static void
count_sale (DaybookCustomerValue *self,
            guint                 month,
            guint                 came,
            gboolean              is_first,
            gboolean              is_new_month,
            gint64                net)
{
  DaybookValueMonth *in = get_month (self, month);
  DaybookValueMonth *cohort = came != NO_MONTH ? get_month (self, came) : NULL;

  in->n_sales++;
  in->spent += net;
  in->n_first += is_first;
  in->n_buyers += is_new_month;
  in->n_again += is_new_month && !is_first;
  if (cohort == NULL)
    return;

  cohort->returned[month - came] += is_new_month;
  cohort->brought[month - came] += net;
}

void
daybook_customer_value_add (DaybookCustomerValue *self,
                            gint64                customer,
                            const DaybookSale    *sales,
                            guint                 n_sales)
{
  DaybookBuyer buyer = { .customer = customer, .came = DAYBOOK_VALUE_EARLIER };
  guint month = NO_MONTH, came = NO_MONTH, n = 0;

  for (; n < n_sales && sales[n].at <= self->now; n++)
    {
      guint next = month_of (self, sales[n].at, month);
      gint64 net = sales[n].currency == NULL ? sales[n].net : 0;

      if (n == 0)
        came = next;
      if (next == NO_MONTH)
        continue;
      count_sale (self, next, came, n == 0, next != month, net);
      if (sales[n].currency != NULL)
        add_other_money (self, (DaybookOtherMoney) { sales[n].currency, sales[n].net, 1 });
      month = next;
      buyer.months |= G_GUINT64_CONSTANT (1) << next;
      buyer.n_sales++;
      buyer.spent += net;
      buyer.last = sales[n].at;
    }

  if (came != NO_MONTH)
    buyer.came = (guint8) came;
  self->n_ever += n > 0;
  self->n_again += n > 1;
  self->spent += buyer.spent;
  if (buyer.n_sales > 0)
    g_array_append_val (self->buyers, buyer);
}

static void
join_month (DaybookValueMonth       *month,
            const DaybookValueMonth *other,
            guint                    n_later)
{
  month->n_buyers += other->n_buyers;
  month->n_again += other->n_again;
  month->n_sales += other->n_sales;
  month->spent += other->spent;
  month->n_first += other->n_first;
  for (guint i = 0; i < n_later; i++)
    {
      month->returned[i] += other->returned[i];
      month->brought[i] += other->brought[i];
    }
}

void
daybook_customer_value_join (DaybookCustomerValue       *self,
                             const DaybookCustomerValue *other)
{
  g_return_if_fail (self->months->len == other->months->len);

  for (guint i = 0; i < self->months->len; i++)
    join_month (get_month (self, i), &g_array_index (other->months, DaybookValueMonth, i), self->months->len - i);
  for (guint i = 0; i < other->others->len; i++)
    add_other_money (self, g_array_index (other->others, DaybookOtherMoney, i));
  g_array_append_vals (self->buyers, other->buyers->data, other->buyers->len);
  self->n_ever += other->n_ever;
  self->n_again += other->n_again;
  self->n_undated += other->n_undated;
  self->spent += other->spent;
}

/* --- Scores ----------------------------------------------------------------------------------- */

static gint64
days_since (DaybookCustomerValue *self,
            const DaybookBuyer   *buyer)
{
  return (self->now - buyer->last) / SECONDS_PER_DAY;
}

static void
propose (DaybookCustomerValue *self)
{
  guint n = self->buyers->len;
  g_autofree gint64 *days = g_new (gint64, n), *sales = g_new (gint64, n), *spent = g_new (gint64, n);

  for (guint i = 0; i < n; i++)
    {
      const DaybookBuyer *buyer = &g_array_index (self->buyers, DaybookBuyer, i);

      days[i] = days_since (self, buyer);
      sales[i] = buyer->n_sales;
      spent[i] = buyer->spent;
    }
  daybook_rfm_propose (&self->bounds, days, sales, spent, n);
}

static void
score (DaybookCustomerValue *self,
       DaybookBuyer         *buyer)
{
  DaybookSegmentSum *sum;

  buyer->score = daybook_rfm_score (&self->bounds, days_since (self, buyer), buyer->n_sales, buyer->spent);
  buyer->segment = (guint8) daybook_segment_of (buyer->score);
  sum = &self->segments[buyer->segment];
  sum->n++;
  sum->spent += buyer->spent;
  self->cells[buyer->score.recency - 1][buyer->score.frequency - 1]++;
}

static gint64
key_of (const DaybookBuyer *buyer)
{
  return buyer->customer;
}

/* Who spent most comes first. */
static gint64
saved_of (const DaybookBuyer *buyer)
{
  return -buyer->spent;
}

static gboolean
is_arranged (DaybookCustomerValue *self,
             gint64              (*number_of) (const DaybookBuyer *buyer))
{
  for (guint i = 1; i < self->buyers->len; i++)
    if (number_of (&g_array_index (self->buyers, DaybookBuyer, i)) < number_of (&g_array_index (self->buyers, DaybookBuyer, i - 1)))
      return FALSE;

  return TRUE;
}

/* Equal ones stay as they are. */
static void
arrange (DaybookCustomerValue *self,
         gint64              (*number_of) (const DaybookBuyer *buyer))
{
  g_autoptr(GArray) arranged = NULL;
  g_autofree gint64 *numbers = NULL;
  g_autofree guint32 *order = NULL;

  if (is_arranged (self, number_of))
    return;

  arranged = g_array_sized_new (FALSE, FALSE, sizeof (DaybookBuyer), self->buyers->len);
  numbers = g_new (gint64, self->buyers->len);
  for (guint i = 0; i < self->buyers->len; i++)
    numbers[i] = number_of (&g_array_index (self->buyers, DaybookBuyer, i));
  order = daybook_number_order (numbers, self->buyers->len);
  for (guint i = 0; i < self->buyers->len; i++)
    g_array_append_val (arranged, g_array_index (self->buyers, DaybookBuyer, order[i]));
  g_array_unref (self->buyers);
  self->buyers = g_steal_pointer (&arranged);
}

void
daybook_customer_value_finish (DaybookCustomerValue   *self,
                               const DaybookRfmBounds *bounds)
{
  self->proposed = bounds == NULL;
  if (bounds != NULL)
    self->bounds = *bounds;
  else
    propose (self);
  for (guint i = 0; i < self->buyers->len; i++)
    score (self, &g_array_index (self->buyers, DaybookBuyer, i));
  arrange (self, key_of);
  arrange (self, saved_of);
}

/* --- Who they are ------------------------------------------------------------------------------- */

typedef gboolean (*FitsFunc) (const DaybookBuyer *buyer,
                              guint               first,
                              guint               second);

static GArray *
find_keys (const DaybookCustomerValue *self,
           FitsFunc                    fits,
           guint                       first,
           guint                       second)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->buyers->len; i++)
    if (fits (&g_array_index (self->buyers, DaybookBuyer, i), first, second))
      g_array_append_val (keys, g_array_index (self->buyers, DaybookBuyer, i).customer);
  return keys;
}

static gboolean
is_of_segment (const DaybookBuyer *buyer,
               guint               segment,
               guint               unused)
{
  return buyer->segment == segment;
}

static gboolean
is_of_cell (const DaybookBuyer *buyer,
            guint               recency,
            guint               frequency)
{
  return buyer->score.recency == recency && buyer->score.frequency == frequency;
}

GArray *
daybook_customer_value_segment (const DaybookCustomerValue *self,
                                guint                       segment)
{
  return find_keys (self, is_of_segment, segment, 0);
}

GArray *
daybook_customer_value_cell (const DaybookCustomerValue *self,
                             guint                       recency,
                             guint                       frequency)
{
  return find_keys (self, is_of_cell, recency, frequency);
}

static GPtrArray *
new_lists (guint n)
{
  GPtrArray *lists = g_ptr_array_new_full (n, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (lists, g_array_new (FALSE, FALSE, sizeof (gint64)));
  return lists;
}

typedef enum
{
  ALL_BUYERS,
  REPEAT_BUYERS, /* not those who came in the month */
} WhichBuyers;

/* `first`: the month of the first list. */
static void
add_by_month (GPtrArray          *lists,
              const DaybookBuyer *buyer,
              guint               first,
              WhichBuyers         which)
{
  for (guint i = first; i < first + lists->len; i++)
    if ((buyer->months & G_GUINT64_CONSTANT (1) << i) != 0 && (which == ALL_BUYERS || buyer->came != i))
      g_array_append_val ((GArray *) g_ptr_array_index (lists, i - first), buyer->customer);
}

static GPtrArray *
list_by_month (const DaybookCustomerValue *self,
               WhichBuyers                 which)
{
  GPtrArray *lists = new_lists (self->months->len);

  for (guint i = 0; i < self->buyers->len; i++)
    add_by_month (lists, &g_array_index (self->buyers, DaybookBuyer, i), 0, which);
  return lists;
}

GPtrArray *
daybook_customer_value_buyers (const DaybookCustomerValue *self)
{
  return list_by_month (self, ALL_BUYERS);
}

GPtrArray *
daybook_customer_value_again (const DaybookCustomerValue *self)
{
  return list_by_month (self, REPEAT_BUYERS);
}

GPtrArray *
daybook_customer_value_cohort (const DaybookCustomerValue *self,
                               guint                       month)
{
  GPtrArray *lists = new_lists (self->months->len - month);

  for (guint i = 0; i < self->buyers->len; i++)
    {
      const DaybookBuyer *buyer = &g_array_index (self->buyers, DaybookBuyer, i);

      if (buyer->came == month)
        add_by_month (lists, buyer, month, ALL_BUYERS);
    }
  return lists;
}
