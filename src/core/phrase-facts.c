/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/phrase-facts.h"

#include "core/case-parts.h"
#include "core/customer.h"
#include "core/daypart.h"
#include "core/mask.h"
#include "core/money.h"
#include "core/order.h"
#include "core/register-money.h"
#include "core/shop.h"

/* So many goods are named; more would be no sentence. */
#define MOST_NAMED 3

struct _DaybookPhraseFacts
{
  char *values[DAYBOOK_N_PLACEHOLDERS]; /* or NULL */
};

/* The text of a field, or NULL. */
static const char *
text_of (const DaybookRow *row,
         guint             field)
{
  const char *text = row != NULL ? daybook_row_text (row, field) : "";

  return *text != '\0' ? text : NULL;
}

static guint
count (GPtrArray *rows)
{
  return rows != NULL ? rows->len : 0;
}

/* --- The customer ------------------------------------------------------------------------ */

/* The text where it can be shown as it is. */
static char *
dup_uncovered (DaybookMask  mask,
               const char  *text)
{
  g_autofree char *shown = daybook_mask (mask, text);

  return text != NULL && g_str_equal (shown, text) && !daybook_mask_is_masked (text) ? g_strdup (text) : NULL;
}

static char *
find_nick (const DaybookPhraseAbout *about)
{
  char *nick = dup_uncovered (DAYBOOK_MASK_ACCOUNT, text_of (about->order, DAYBOOK_ORDER_BUYER));

  for (guint i = 0; i < count (about->handles) && nick == NULL; i++)
    nick = dup_uncovered (DAYBOOK_MASK_ACCOUNT, text_of (g_ptr_array_index (about->handles, i), DAYBOOK_HANDLE_ACCOUNT));
  return nick;
}

static char *
find_customer (const DaybookPhraseAbout *about)
{
  char *name = dup_uncovered (DAYBOOK_MASK_NAME, text_of (about->customer, DAYBOOK_CUSTOMER_NAME));

  return name != NULL ? name : find_nick (about);
}

/* --- The order ---------------------------------------------------------------------------- */

static char *
find_order (const DaybookPhraseAbout *about)
{
  const char *number = text_of (about->order, DAYBOOK_ORDER_NUMBER);

  return number != NULL && !daybook_order_number_is_derived (number) ? g_strdup (number) : NULL;
}

static const DaybookRow *
find_line (const DaybookPhraseAbout *about,
           const DaybookId          *id)
{
  for (guint i = 0; i < count (about->lines) && id != NULL; i++)
    {
      const DaybookRow *line = g_ptr_array_index (about->lines, i);

      if (daybook_id_equal (&line->id, id))
        return line;
    }

  return NULL;
}

static void
add_title (GPtrArray  *titles,
           const char *title)
{
  if (title != NULL && !g_ptr_array_find_with_equal_func (titles, title, g_str_equal, NULL))
    g_ptr_array_add (titles, (char *) title);
}

/* Each title once: of what the case is about, else of the order. */
static GPtrArray *
collect_titles (const DaybookPhraseAbout *about)
{
  GPtrArray *titles = g_ptr_array_new ();

  for (guint i = 0; i < count (about->goods); i++)
    {
      const DaybookRow *good = g_ptr_array_index (about->goods, i);
      const char *own = text_of (good, DAYBOOK_CASE_LINE_TITLE);

      add_title (titles, own != NULL ? own
                                     : text_of (find_line (about, daybook_row_ref_id (good, DAYBOOK_CASE_LINE_LINE)), DAYBOOK_LINE_TITLE));
    }
  for (guint i = 0; i < count (about->lines) && count (about->goods) == 0; i++)
    add_title (titles, text_of (g_ptr_array_index (about->lines, i), DAYBOOK_LINE_TITLE));
  return titles;
}

static char *
find_product (const DaybookPhraseAbout *about)
{
  g_autoptr(GPtrArray) titles = collect_titles (about);
  guint n = titles->len;

  if (n == 0)
    return g_strdup (text_of (about->order, DAYBOOK_ORDER_TITLE));
  return n > MOST_NAMED ? daybook_phrase_and_more (about->language, g_ptr_array_index (titles, 0), n)
                        : daybook_phrase_list (about->language, titles);
}

static gint64
sum (GPtrArray *rows,
     guint      field)
{
  gint64 all = 0;

  for (guint i = 0; i < count (rows); i++)
    all += daybook_row_int (g_ptr_array_index (rows, i), field);
  return all;
}

static char *
find_quantity (const DaybookPhraseAbout *about)
{
  gint64 quantity = sum (about->goods, DAYBOOK_CASE_LINE_QUANTITY);

  if (quantity == 0 && about->order != NULL)
    quantity = daybook_row_int (about->order, DAYBOOK_ORDER_QUANTITY);
  if (quantity == 0)
    quantity = sum (about->lines, DAYBOOK_LINE_QUANTITY);
  return quantity > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, quantity) : NULL;
}

/* --- Money -------------------------------------------------------------------------------- */

static char *
print_money (const DaybookRow *row,
             guint             field,
             guint             currency)
{
  return daybook_row_int (row, field) > 0 ? daybook_money_format (daybook_row_int (row, field), text_of (row, currency)) : NULL;
}

static char *
find_amount (const DaybookPhraseAbout *about)
{
  char *paid = about->order != NULL ? print_money (about->order, DAYBOOK_ORDER_PAID, DAYBOOK_ORDER_CURRENCY) : NULL;

  if (paid == NULL && about->order != NULL)
    paid = print_money (about->order, DAYBOOK_ORDER_TOTAL, DAYBOOK_ORDER_CURRENCY);
  return paid;
}

/* The field of the register's that plays this part. */
static char *
find_own_refund (const DaybookPhraseAbout *about)
{
  const char *role = about->definition != NULL ? daybook_register_get_money (about->definition)->refund : NULL;
  int field = role != NULL ? daybook_table_role (about->of->table, role) : -1;

  return field >= 0 ? print_money (about->of, (guint) field, DAYBOOK_CASE_CURRENCY) : NULL;
}

static char *
find_refund (const DaybookPhraseAbout *about)
{
  char *refund = about->of != NULL ? find_own_refund (about) : NULL;

  if (refund == NULL && about->order != NULL)
    refund = print_money (about->order, DAYBOOK_ORDER_REFUNDED, DAYBOOK_ORDER_CURRENCY);
  return refund;
}

/* --- Parcels ------------------------------------------------------------------------------ */

typedef struct
{
  const char *number;
  const char *courier; /* or NULL */
} Parcel;

static void
add_parcel (GArray     *parcels,
            const char *number,
            const char *courier)
{
  Parcel parcel = { number, courier };

  if (number != NULL)
    g_array_append_val (parcels, parcel);
}

/* A parcel's courier is in the field behind it. */
static void
add_own_parcel (GArray           *parcels,
                const DaybookRow *of)
{
  for (guint i = of->table->n_fields - 1; i > DAYBOOK_CASE_N_FIELDS && parcels->len == 0; i--)
    {
      g_autofree char *courier = g_strconcat (of->table->fields[i - 1].name, DAYBOOK_COURIER_SUFFIX, NULL);

      if (g_str_equal (of->table->fields[i].name, courier))
        add_parcel (parcels, text_of (of, i - 1), text_of (of, i));
    }
}

static GArray *
collect_parcels (const DaybookPhraseAbout *about)
{
  GArray *parcels = g_array_new (FALSE, FALSE, sizeof (Parcel));

  if (about->of != NULL)
    add_own_parcel (parcels, about->of);
  for (guint i = 0, own = parcels->len; i < count (about->parcels) && own == 0; i++)
    {
      const DaybookRow *parcel = g_ptr_array_index (about->parcels, i);

      add_parcel (parcels, text_of (parcel, DAYBOOK_PARCEL_TRACKING), text_of (parcel, DAYBOOK_PARCEL_COURIER));
    }
  if (parcels->len == 0)
    add_parcel (parcels, text_of (about->order, DAYBOOK_ORDER_TRACKING), text_of (about->order, DAYBOOK_ORDER_COURIER));
  return parcels;
}

static GPtrArray *
collect_couriers (const GArray *parcels)
{
  GPtrArray *couriers = g_ptr_array_new ();

  for (guint i = 0; i < parcels->len; i++)
    add_title (couriers, g_array_index (parcels, Parcel, i).courier);
  return couriers;
}

/* The numbers; each with its courier where there are several of these. */
static char *
print_numbers (const DaybookPhraseAbout *about,
               const GArray             *parcels,
               guint                     n_couriers)
{
  g_autoptr(GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < parcels->len; i++)
    {
      const Parcel *parcel = &g_array_index (parcels, Parcel, i);

      g_ptr_array_add (numbers, n_couriers > 1 && parcel->courier != NULL
                                  ? daybook_phrase_beside (about->language, parcel->number, parcel->courier)
                                  : g_strdup (parcel->number));
    }

  return numbers->len > 0 ? daybook_phrase_list (about->language, numbers) : NULL;
}

static void
find_parcels (const DaybookPhraseAbout  *about,
              char                     **courier,
              char                     **tracking)
{
  g_autoptr(GArray) parcels = collect_parcels (about);
  g_autoptr(GPtrArray) couriers = collect_couriers (parcels);

  if (couriers->len > 0)
    *courier = daybook_phrase_list (about->language, couriers);
  else if (parcels->len == 0)
    /* Which one it will be is known before there is a number. */
    *courier = g_strdup (text_of (about->order, DAYBOOK_ORDER_COURIER));
  *tracking = print_numbers (about, parcels, couriers->len);
}

/* --- The whole ------------------------------------------------------------------------------ */

static char *
find_promise (const DaybookPhraseAbout *about)
{
  gint64 promised = about->promised;

  /* What was promised for a time that is past is no promise any more. */
  if (promised == 0 && about->of != NULL)
    promised = daybook_row_int (about->of, DAYBOOK_CASE_PROMISED_AT);
  return promised > about->now ? daybook_phrase_time (about->language, promised, about->now, about->zone) : NULL;
}

static void
find_all (const DaybookPhraseAbout  *about,
          char                     **values)
{
  values[DAYBOOK_PLACEHOLDER_CUSTOMER] = find_customer (about);
  values[DAYBOOK_PLACEHOLDER_NICK] = find_nick (about);
  values[DAYBOOK_PLACEHOLDER_ORDER] = find_order (about);
  values[DAYBOOK_PLACEHOLDER_PRODUCT] = find_product (about);
  values[DAYBOOK_PLACEHOLDER_QUANTITY] = find_quantity (about);
  values[DAYBOOK_PLACEHOLDER_AMOUNT] = find_amount (about);
  values[DAYBOOK_PLACEHOLDER_REFUND] = find_refund (about);
  find_parcels (about, &values[DAYBOOK_PLACEHOLDER_COURIER], &values[DAYBOOK_PLACEHOLDER_TRACKING]);
  values[DAYBOOK_PLACEHOLDER_CASE] = g_strdup (text_of (about->of, DAYBOOK_CASE_NUMBER));
  values[DAYBOOK_PLACEHOLDER_AGENT] = g_strdup (text_of (about->agent, DAYBOOK_AGENT_NAME));
  values[DAYBOOK_PLACEHOLDER_AGENT_NO] = g_strdup (text_of (about->agent, DAYBOOK_AGENT_CODE));
  values[DAYBOOK_PLACEHOLDER_SHOP] = g_strdup (text_of (about->shop, DAYBOOK_SHOP_NAME));
  values[DAYBOOK_PLACEHOLDER_PROMISE_TIME] = find_promise (about);
  values[DAYBOOK_PLACEHOLDER_GREETING] = g_strdup (daybook_phrase_greeting (about->language, daybook_daypart_of (about->now, about->zone)));
  values[DAYBOOK_PLACEHOLDER_TODAY] = daybook_phrase_day (about->language, about->now, about->zone);
  values[DAYBOOK_PLACEHOLDER_WEEKDAY] = g_strdup (daybook_phrase_weekday (about->language, about->now, about->zone));
}

DaybookPhraseFacts *
daybook_phrase_facts_new (const DaybookPhraseAbout *about)
{
  DaybookPhraseFacts *self = g_new0 (DaybookPhraseFacts, 1);
  DaybookPhraseAbout read = *about;

  if (read.language == DAYBOOK_LANGUAGE_ANY)
    read.language = daybook_language_here ();
  find_all (&read, self->values);
  return self;
}

void
daybook_phrase_facts_free (DaybookPhraseFacts *self)
{
  for (guint i = 0; i < DAYBOOK_N_PLACEHOLDERS; i++)
    g_free (self->values[i]);
  g_free (self);
}

const char *
daybook_phrase_facts_get (const DaybookPhraseFacts *self,
                          DaybookPlaceholder        placeholder)
{
  return self->values[placeholder];
}

const char *
daybook_phrase_facts_lookup (DaybookPlaceholder placeholder,
                             gpointer           facts)
{
  return daybook_phrase_facts_get (facts, placeholder);
}
