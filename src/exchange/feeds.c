/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/feeds.h"

#include "core/aftersale.h"
#include "core/membership.h"
#include "core/payment.h"
#include "core/review.h"
#include "core/stock.h"
#include "core/words.h"
#include "exchange/binding.h"

#include <glib/gi18n-lib.h>

#define BIT(n) (G_GUINT64_CONSTANT (1) << (n))
#define FACT(fact) (1u << DAYBOOK_FACT_##fact)
#define ORDER_FACTS (FACT (DEADLINE) - 1)

typedef struct
{
  const char *name;
  const char *label; /* msgid */
} Word;

static const Word FACTS[] = {
  [DAYBOOK_FACT_BUYER] = { "buyer", N_("Buyer account") },
  [DAYBOOK_FACT_RECEIVER] = { "receiver", N_("Receiver and address") },
  [DAYBOOK_FACT_STATUS] = { "status", N_("Order status") },
  [DAYBOOK_FACT_TIMES] = { "times", N_("Times") },
  [DAYBOOK_FACT_MONEY] = { "money", N_("Amounts") },
  [DAYBOOK_FACT_REFUND] = { "refund", N_("Refund") },
  [DAYBOOK_FACT_TRACKING] = { "tracking", N_("Tracking number") },
  [DAYBOOK_FACT_ITEMS] = { "items", N_("Single items") },
  [DAYBOOK_FACT_BUYER_NOTE] = { "buyer_note", N_("Buyer’s message") },
  [DAYBOOK_FACT_SELLER_NOTE] = { "seller_note", N_("Agent’s note or flag") },
  [DAYBOOK_FACT_DEADLINE] = { "deadline", N_("After-sales deadline") },
  [DAYBOOK_FACT_REVIEW] = { "review", N_("Reviews") },
  [DAYBOOK_FACT_PAYMENT] = { "payment", N_("Payments") },
  [DAYBOOK_FACT_STOCK] = { "stock", N_("Stock") },
};

/* Those that are views are called as these are (exchange/shipped-views.h). */
static const Word FOLLOW_UPS[] = {
  [DAYBOOK_FOLLOW_UNPAID] = { "unpaid", N_("Unpaid") },
  [DAYBOOK_FOLLOW_TO_SHIP] = { "to-ship", N_("To Ship") },
  [DAYBOOK_FOLLOW_NO_TRACKING] = { "no-tracking", N_("No Tracking Number") },
  [DAYBOOK_FOLLOW_NO_AGENT] = { "no-agent", N_("No Agent Name") },
  [DAYBOOK_FOLLOW_REFUND] = { "refund", N_("With Refund") },
  [DAYBOOK_FOLLOW_DEADLINE] = { "deadline", N_("After-Sales Deadlines") },
  [DAYBOOK_FOLLOW_BUYERS] = { "buyers", N_("Who Buys Again") },
  [DAYBOOK_FOLLOW_REVIEWS] = { "reviews", N_("Reviews to Answer") },
  [DAYBOOK_FOLLOW_BILLS] = { "bills", N_("Bills Differ") },
  [DAYBOOK_FOLLOW_STOCK] = { "stock", N_("How Much Is in Stock") },
};

/* What the names of our own forms are, where they are no file names. */
static const char *const FORM_NAMES[] G_GNUC_UNUSED = {
  NC_ ("form", "with numbers"),
  NC_ ("form", "without numbers"),
  NC_ ("form", "personal account"),
  NC_ ("form", "merchant account"),
  NC_ ("form", "settlement"),
};

/* --- What a table has columns for ------------------------------------------ */

typedef struct
{
  guint64 own;    /* fields of the order or entry */
  guint64 lines;  /* fields of order lines */
  guint64 extras;
} Columns;

typedef struct
{
  const DaybookTable *table;
  DaybookFact         fact;
  guint64             fields; /* any of them */
} Source;

static const Source SOURCES[] = {
  { &daybook_orders, DAYBOOK_FACT_RECEIVER, BIT (DAYBOOK_ORDER_RECEIVER) | BIT (DAYBOOK_ORDER_PHONE) | BIT (DAYBOOK_ORDER_ADDRESS) },
  { &daybook_orders, DAYBOOK_FACT_STATUS, BIT (DAYBOOK_ORDER_STATUS) },
  { &daybook_orders, DAYBOOK_FACT_TIMES, BIT (DAYBOOK_ORDER_CREATED) | BIT (DAYBOOK_ORDER_PAID_AT) | BIT (DAYBOOK_ORDER_SHIPPED_AT) | BIT (DAYBOOK_ORDER_COMPLETED_AT) },
  { &daybook_orders, DAYBOOK_FACT_MONEY, BIT (DAYBOOK_ORDER_TOTAL) | BIT (DAYBOOK_ORDER_PAID) },
  { &daybook_orders, DAYBOOK_FACT_REFUND, BIT (DAYBOOK_ORDER_REFUND) | BIT (DAYBOOK_ORDER_REFUNDED) },
  { &daybook_orders, DAYBOOK_FACT_TRACKING, BIT (DAYBOOK_ORDER_TRACKING) },
  { &daybook_orders, DAYBOOK_FACT_BUYER_NOTE, BIT (DAYBOOK_ORDER_BUYER_NOTE) },
  { &daybook_orders, DAYBOOK_FACT_SELLER_NOTE, BIT (DAYBOOK_ORDER_SELLER_NOTE) | BIT (DAYBOOK_ORDER_SELLER_FLAG) },
  { &daybook_aftersales, DAYBOOK_FACT_BUYER, BIT (DAYBOOK_AFTERSALE_BUYER) },
  { &daybook_aftersales, DAYBOOK_FACT_REFUND, BIT (DAYBOOK_AFTERSALE_AMOUNT) },
  { &daybook_aftersales, DAYBOOK_FACT_ITEMS, BIT (DAYBOOK_AFTERSALE_TITLE) | BIT (DAYBOOK_AFTERSALE_SKU) },
  { &daybook_aftersales, DAYBOOK_FACT_SELLER_NOTE, BIT (DAYBOOK_AFTERSALE_SELLER_NOTE) },
  { &daybook_aftersales, DAYBOOK_FACT_DEADLINE, BIT (DAYBOOK_AFTERSALE_DEADLINE) },
  { &daybook_reviews, DAYBOOK_FACT_BUYER, BIT (DAYBOOK_REVIEW_BUYER) },
  { &daybook_reviews, DAYBOOK_FACT_ITEMS, BIT (DAYBOOK_REVIEW_PRODUCT) | BIT (DAYBOOK_REVIEW_SKU) },
  { &daybook_reviews, DAYBOOK_FACT_REVIEW, BIT (DAYBOOK_REVIEW_WORDS) | BIT (DAYBOOK_REVIEW_STARS) },
  { &daybook_payments, DAYBOOK_FACT_PAYMENT, BIT (DAYBOOK_PAYMENT_AMOUNT) },
  { &daybook_memberships, DAYBOOK_FACT_BUYER, BIT (DAYBOOK_MEMBERSHIP_ACCOUNT) },
  { &daybook_memberships, DAYBOOK_FACT_RECEIVER, BIT (DAYBOOK_MEMBERSHIP_NAME) | BIT (DAYBOOK_MEMBERSHIP_PHONE) | BIT (DAYBOOK_MEMBERSHIP_ADDRESS) },
  { &daybook_stocks, DAYBOOK_FACT_ITEMS, BIT (DAYBOOK_STOCK_NUMBER) },
  { &daybook_stocks, DAYBOOK_FACT_STOCK, BIT (DAYBOOK_STOCK_ON_HAND) },
};

static const DaybookTable *
about (const DaybookForm *form)
{
  return form->table != NULL ? form->table : &daybook_orders;
}

/* Every heading that the form reads, so that a table of them has all columns. */
static GPtrArray *
all_headings (const DaybookForm *form)
{
  GPtrArray *headings = g_ptr_array_new ();

  for (guint i = 0; i < form->sources->len; i++)
    {
      const DaybookSource *source = g_ptr_array_index (form->sources, i);

      for (guint p = 0; p < source->parts->len; p++)
        for (char **heading = g_ptr_array_index (source->parts, p); *heading != NULL; heading++)
          g_ptr_array_add (headings, *heading);
    }
  for (guint i = 0; i < form->sums->len; i++)
    for (char **heading = ((DaybookFormSum *) g_ptr_array_index (form->sums, i))->of; *heading != NULL; heading++)
      g_ptr_array_add (headings, *heading);

  return headings;
}

static void
add_columns (Columns              *columns,
             const DaybookBinding *binding)
{
  columns->own |= binding->carried;
  columns->extras |= binding->present;
  for (guint i = 0; i < binding->line->len; i++)
    columns->lines |= BIT (((DaybookBound *) g_ptr_array_index (binding->line, i))->target.index);
}

static void
read_columns (Columns               *columns,
              const DaybookFedTable *table)
{
  g_autoptr(GPtrArray) all = table->headings == NULL ? all_headings (table->form) : NULL;
  g_autoptr(DaybookBinding) binding = all != NULL
    ? daybook_binding_new (table->form, (const char *const *) all->pdata, all->len)
    : daybook_binding_new (table->form, table->headings, table->n_headings);

  add_columns (columns, binding);
}

/* --- Facts, and the follow-ups that rest on them ----------------------------- */

/* Who buys again is known by the account alone, where the platform has one. */
static guint
find_order_facts (const DaybookProfile *profile,
                  const Columns        *columns)
{
  guint facts = 0;

  if (profile->account >= 0 && (columns->own & BIT (profile->account)) != 0)
    facts |= FACT (BUYER);
  if ((columns->lines & (BIT (DAYBOOK_LINE_TITLE) | BIT (DAYBOOK_LINE_SKU))) != 0)
    facts |= FACT (ITEMS);
  return facts;
}

static guint
find_facts (const DaybookProfile *profile,
            const DaybookTable   *table,
            const Columns        *columns)
{
  guint facts = table == &daybook_orders ? find_order_facts (profile, columns) : 0;

  for (gsize i = 0; i < G_N_ELEMENTS (SOURCES); i++)
    if (SOURCES[i].table == table && (SOURCES[i].fields & columns->own) != 0)
      facts |= 1u << SOURCES[i].fact;
  return facts;
}

/* What a table of this kind might carry. */
static guint
possible_facts (const DaybookTable *table)
{
  guint facts = table == &daybook_orders ? ORDER_FACTS : 0;

  for (gsize i = 0; i < G_N_ELEMENTS (SOURCES); i++)
    if (SOURCES[i].table == table)
      facts |= 1u << SOURCES[i].fact;
  return facts;
}

static gboolean
can_fit (const DaybookRule *rule,
         const Columns     *columns)
{
  for (guint i = 0; i < rule->tests->len; i++)
    {
      const DaybookTest *test = g_ptr_array_index (rule->tests, i);
      guint64 bits = test->target.kind == DAYBOOK_TARGET_EXTRA ? columns->extras : columns->own;
      gboolean present = (bits & BIT (test->target.index)) != 0;

      if (present == (test->kind == DAYBOOK_TEST_ABSENT))
        return FALSE;
    }

  return TRUE;
}

/* The platform's own rules say which stages the columns can tell; without rules the status does. */
static gboolean
tells_stage (const DaybookProfile *profile,
             const Columns        *columns,
             DaybookStage          stage)
{
  for (guint i = 0; i < profile->rules->len; i++)
    {
      const DaybookRule *rule = g_ptr_array_index (profile->rules, i);

      if (rule->stage == stage && can_fit (rule, columns))
        return TRUE;
    }

  return profile->rules->len == 0 && (columns->own & BIT (DAYBOOK_ORDER_STATUS)) != 0;
}

static guint
find_order_follow_ups (const DaybookProfile *profile,
                       const Columns        *columns,
                       guint                 facts)
{
  const gboolean feeds[DAYBOOK_N_FOLLOW_UPS] = {
    [DAYBOOK_FOLLOW_UNPAID] = tells_stage (profile, columns, DAYBOOK_STAGE_UNPAID),
    [DAYBOOK_FOLLOW_TO_SHIP] = tells_stage (profile, columns, DAYBOOK_STAGE_PAID),
    [DAYBOOK_FOLLOW_NO_TRACKING] = (facts & FACT (TRACKING)) != 0 && tells_stage (profile, columns, DAYBOOK_STAGE_SHIPPED),
    [DAYBOOK_FOLLOW_NO_AGENT] = (facts & FACT (SELLER_NOTE)) != 0,
    [DAYBOOK_FOLLOW_REFUND] = (facts & FACT (REFUND)) != 0,
    [DAYBOOK_FOLLOW_BUYERS] = (facts & FACT (BUYER)) != 0,
  };
  guint follow_ups = 0;

  for (guint i = 0; i < DAYBOOK_N_FOLLOW_UPS; i++)
    follow_ups |= feeds[i] ? 1u << i : 0;
  return follow_ups;
}

/* A bill whose lines name no order cannot be laid beside one; nor can what the platform has paid
 * out, which is not what the buyer paid. */
static gboolean
can_be_compared (const DaybookForm *form,
                 const Columns     *columns)
{
  gboolean is_told = FALSE, is_received = FALSE;

  for (guint i = 0; i < form->choices->len; i++)
    {
      const DaybookChoice *choice = g_ptr_array_index (form->choices, i);

      is_told |= choice->field == DAYBOOK_PAYMENT_KIND;
      is_received |= choice->field == DAYBOOK_PAYMENT_KIND && choice->value == DAYBOOK_PAYMENT_RECEIVED;
    }

  return (columns->own & BIT (DAYBOOK_PAYMENT_ORDER_NUMBER)) != 0 && (is_received || !is_told);
}

static guint
find_follow_ups (const DaybookProfile *profile,
                 const DaybookForm    *form,
                 const Columns        *columns,
                 guint                 facts)
{
  const DaybookTable *table = about (form);
  guint follow_ups = 0;

  if (table == &daybook_orders)
    return find_order_follow_ups (profile, columns, facts);
  if ((facts & FACT (DEADLINE)) != 0)
    follow_ups |= 1u << DAYBOOK_FOLLOW_DEADLINE;
  if ((facts & FACT (REVIEW)) != 0)
    follow_ups |= 1u << DAYBOOK_FOLLOW_REVIEWS;
  if ((facts & FACT (PAYMENT)) != 0 && can_be_compared (form, columns))
    follow_ups |= 1u << DAYBOOK_FOLLOW_BILLS;
  if ((facts & FACT (STOCK)) != 0)
    follow_ups |= 1u << DAYBOOK_FOLLOW_STOCK;
  return follow_ups;
}

/* --- Which other export has the rest ------------------------------------------ */

static gboolean
form_carries (const DaybookProfile *profile,
              const DaybookForm    *form,
              DaybookFact           fact)
{
  const DaybookFedTable table = { form, NULL, 0 };
  Columns columns = { 0 };

  read_columns (&columns, &table);
  return (find_facts (profile, about (form), &columns) & 1u << fact) != 0;
}

/* What an order lacks only files of orders restore: a list of refunds names the buyers of
 * those alone. */
GPtrArray *
daybook_feeds_companions (const DaybookProfile *profile,
                          const DaybookForm    *form,
                          DaybookFact           fact)
{
  GPtrArray *companions = g_ptr_array_new ();
  gboolean of_orders = (ORDER_FACTS & 1u << fact) != 0;

  for (guint i = 0; i < profile->forms->len; i++)
    {
      DaybookForm *other = g_ptr_array_index (profile->forms, i);

      if (other != form && (!of_orders || other->table == NULL)
          && form_carries (profile, other, fact))
        g_ptr_array_add (companions, other);
    }

  return companions;
}

static guint
count_kind (const GPtrArray *forms,
            const char      *kind)
{
  guint n = 0;

  for (guint i = 0; i < forms->len; i++)
    n += g_str_equal (((DaybookForm *) g_ptr_array_index (forms, i))->kind, kind);
  return n;
}

char *
daybook_form_describe (const DaybookForm *form)
{
  const char *kind = daybook_words_kind (form->kind);

  if (form->name == NULL)
    return g_strdup (kind);

  /* Translators: a file of a platform: what it holds ("order lines"), and what it is called ("ExportItemList") */
  return g_strdup_printf (C_("form", "%s (%s)"), kind, g_dpgettext2 (GETTEXT_PACKAGE, "form", form->name));
}

static char *
join_words (GPtrArray *words)
{
  if (words->len == 0)
    return NULL;

  g_ptr_array_add (words, NULL);
  /* Translators: between the members of a list */
  return g_strjoinv (C_("list", ", "), (char **) words->pdata);
}

/* Where all of one kind have it, the kind is name enough. */
static char *
join_companions (const DaybookProfile *profile,
                 const GPtrArray      *companions)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < companions->len; i++)
    {
      const DaybookForm *form = g_ptr_array_index (companions, i);
      gboolean all = count_kind (companions, form->kind) == count_kind (profile->forms, form->kind);
      g_autofree char *word = all ? g_strdup (daybook_words_kind (form->kind)) : daybook_form_describe (form);

      if (!g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL))
        g_ptr_array_add (words, g_steal_pointer (&word));
    }

  return join_words (words);
}

/* Facts of other kinds of rows are missed only where the platform has an export of them. */
static void
find_missing (DaybookFeeds         *feeds,
              const DaybookProfile *profile,
              const DaybookForm    *form)
{
  guint possible = possible_facts (about (form));

  for (guint fact = 0; fact < DAYBOOK_N_FACTS; fact++)
    {
      g_autoptr(GPtrArray) companions = NULL;

      if ((feeds->facts & 1u << fact) != 0 || ((possible & 1u << fact) == 0 && form->table != NULL))
        continue;
      companions = feeds->platform != NULL ? daybook_feeds_companions (profile, form, fact) : g_ptr_array_new ();
      feeds->companions[fact] = join_companions (profile, companions);
      if ((possible & 1u << fact) != 0 || companions->len > 0)
        feeds->missing |= 1u << fact;
    }
}

/* --- The answer ----------------------------------------------------------------- */

DaybookFeeds *
daybook_feeds_new (const DaybookProfile  *profile,
                   const char            *platform,
                   const DaybookFedTable *tables,
                   guint                  n_tables)
{
  DaybookFeeds *feeds = g_new0 (DaybookFeeds, 1);
  const DaybookTable *table = about (tables[0].form);
  Columns columns = { 0 };

  if (!g_str_equal (profile->id, DAYBOOK_PROFILE_GENERIC))
    feeds->platform = g_strdup (platform != NULL && !g_str_equal (platform, profile->id) ? daybook_words_platform (platform)
                                                                                        : daybook_profile_label (profile));
  for (guint i = 0; i < n_tables; i++)
    read_columns (&columns, &tables[i]);
  feeds->facts = find_facts (profile, table, &columns);
  feeds->follow_ups = find_follow_ups (profile, tables[0].form, &columns, feeds->facts);
  find_missing (feeds, profile, tables[0].form);
  return feeds;
}

void
daybook_feeds_free (DaybookFeeds *feeds)
{
  for (guint i = 0; i < DAYBOOK_N_FACTS; i++)
    g_free (feeds->companions[i]);
  g_free (feeds->platform);
  g_free (feeds);
}

char *
daybook_feeds_explain (const DaybookFeeds *feeds,
                       DaybookFact         fact)
{
  const char *label = daybook_fact_label (fact);

  if (feeds->companions[fact] != NULL)
    /* Translators: what a file does not tell ("Tracking number"), and the platform's other exports that do ("order lines") */
    return g_strdup_printf (_("%s: in the %s"), label, feeds->companions[fact]);
  if (feeds->platform != NULL && fact == DAYBOOK_FACT_BUYER)
    /* Translators: what a file does not tell ("Buyer account"), and the platform ("Taobao") */
    return g_strdup_printf (_("%1$s: in no other export of %2$s, so these orders make no customers"), label, feeds->platform);
  if (feeds->platform != NULL)
    /* Translators: what a file does not tell ("Order status"), and the platform ("Taobao") */
    return g_strdup_printf (_("%s: in no other export of %s"), label, feeds->platform);

  /* Translators: what a file does not tell ("Buyer account") */
  return g_strdup_printf (_("%s: not in this file"), label);
}

static char *
join_labels (const Word *words,
             guint       n_words,
             guint       bits)
{
  g_autoptr(GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; i < n_words; i++)
    if ((bits & 1u << i) != 0)
      g_ptr_array_add (labels, _(words[i].label));
  return join_words (labels);
}

char *
daybook_facts_join (guint facts)
{
  return join_labels (FACTS, DAYBOOK_N_FACTS, facts);
}

char *
daybook_follow_ups_join (guint follow_ups)
{
  return join_labels (FOLLOW_UPS, DAYBOOK_N_FOLLOW_UPS, follow_ups);
}

const char *
daybook_fact_name (DaybookFact fact)
{
  return FACTS[fact].name;
}

const char *
daybook_fact_label (DaybookFact fact)
{
  return _(FACTS[fact].label);
}

const char *
daybook_follow_up_name (DaybookFollowUp follow_up)
{
  return FOLLOW_UPS[follow_up].name;
}

const char *
daybook_follow_up_label (DaybookFollowUp follow_up)
{
  return _(FOLLOW_UPS[follow_up].label);
}
