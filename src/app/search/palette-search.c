/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/search/palette-search.h"

#include "core/aftersale.h"
#include "core/announcement.h"
#include "core/article.h"
#include "core/box.h"
#include "core/case.h"
#include "core/customer.h"
#include "core/mask.h"
#include "core/moment.h"
#include "core/money.h"
#include "core/order.h"
#include "core/payment.h"
#include "core/phrase.h"
#include "core/review.h"
#include "core/row-excerpt.h"
#include "core/shop.h"
#include "core/stock.h"
#include "core/terms.h"
#include "core/words.h"

#include <glib/gi18n-lib.h>

/* Of each kind so many: what is looked for is among the first, or more letters
 * are typed. */
#define ROWS_EACH 8
/* More than a line of the palette has room for. */
#define DETAIL_CHARS 100

typedef enum
{
  KIND_PLAIN,
  KIND_BESIDE,   /* what files say beside orders: it is found with them */
  KIND_WITH_PAGE, /* where the window has a page for it */
} Kind;

static const struct
{
  const DaybookTable *table;
  Kind                kind;
} KINDS[] = {
  { &daybook_orders, KIND_PLAIN },
  { &daybook_cases, KIND_PLAIN },
  { &daybook_boxes, KIND_PLAIN },
  { &daybook_customers, KIND_PLAIN },
  { &daybook_products, KIND_PLAIN },
  { &daybook_phrases, KIND_PLAIN },
  { &daybook_articles, KIND_WITH_PAGE },
  { &daybook_announcements, KIND_WITH_PAGE },
  { &daybook_aftersales, KIND_BESIDE },
  { &daybook_payments, KIND_BESIDE },
  { &daybook_reviews, KIND_BESIDE },
  { &daybook_stocks, KIND_BESIDE },
};

typedef struct
{
  char         *text;
  GPtrArray    *terms; /* of it */
  DaybookStore *store;
  DaybookId     agent; /* whose own phrases are found */
  guint         kinds; /* bit i: KINDS[i] is looked for */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->text);
  g_ptr_array_unref (question->terms);
  g_object_unref (question->store);
  g_free (question);
}

/* The number, or the day of an order whose file gave none. In any thread. */
static char *
name_number (DaybookStore     *store,
             const DaybookRow *order)
{
  const char *number = daybook_row_text (order, DAYBOOK_ORDER_NUMBER);
  g_autofree char *day = NULL;

  if (!daybook_order_number_is_derived (number))
    return g_strdup (number);
  if (!daybook_row_has (order, DAYBOOK_ORDER_CREATED))
    return g_strdup (_("No number"));

  day = daybook_moment_format (daybook_row_int (order, DAYBOOK_ORDER_CREATED), daybook_store_get_now (store),
                               daybook_store_get_zone (store));
  return g_strjoin (" · ", _("No number"), day, NULL);
}

static char *
format_money (DaybookStore     *store,
              const DaybookRow *row,
              guint             field,
              guint             currency_field)
{
  const char *currency = daybook_row_text (row, currency_field);

  return daybook_money_format (daybook_row_int (row, field), *currency != '\0' ? currency : daybook_store_get_currency (store));
}

/* "3795300909004750013 · 韩* · ¥168.00" */
static char *
name_order (DaybookStore     *store,
            const DaybookRow *order)
{
  const char *receiver = daybook_row_text (order, DAYBOOK_ORDER_RECEIVER);
  const char *person = *receiver != '\0' ? receiver : daybook_row_text (order, DAYBOOK_ORDER_BUYER);
  g_autofree char *number = name_number (store, order);
  g_autofree char *masked = *person != '\0' ? daybook_mask (person == receiver ? DAYBOOK_MASK_NAME : DAYBOOK_MASK_ACCOUNT, person)
                                            : g_strdup ("");
  g_autofree char *paid = format_money (store, order, DAYBOOK_ORDER_PAID, DAYBOOK_ORDER_CURRENCY);

  return g_strjoin (" · ", number, *masked != '\0' ? masked : paid, *masked != '\0' ? paid : NULL, NULL);
}

/* "20261120001 · Refund only · ¥56.00" */
static char *
name_sum (DaybookStore     *store,
          const DaybookRow *row,
          guint             number,
          guint             kind,
          guint             amount,
          guint             currency)
{
  g_autofree char *sum = format_money (store, row, amount, currency);

  return g_strjoin (" · ", daybook_row_text (row, number),
                    daybook_words_enum (&row->table->fields[kind], daybook_row_int (row, kind)), sum, NULL);
}

/* "R-A2031 · Return and refund · Agreed" */
static char *
name_case (const DaybookRow *row)
{
  g_autofree char *stage = daybook_words_choices (&row->table->fields[DAYBOOK_CASE_STAGE], daybook_row_text (row, DAYBOOK_CASE_STAGE));

  return g_strjoin (" · ", daybook_row_text (row, DAYBOOK_CASE_NUMBER), _(row->table->label), stage, NULL);
}

/* By the reader of the thread that asks: the palette's lane has its own. */
static char *
name_row (DaybookStore     *store,
          DaybookReader    *reader,
          const DaybookRow *row)
{
  DaybookMask mask;
  g_autofree char *title = NULL;

  if (row->table == &daybook_orders)
    return name_order (store, row);
  if (row->table == &daybook_aftersales)
    return name_sum (store, row, DAYBOOK_AFTERSALE_NUMBER, DAYBOOK_AFTERSALE_KIND, DAYBOOK_AFTERSALE_AMOUNT, DAYBOOK_AFTERSALE_CURRENCY);
  if (row->table == &daybook_payments)
    return name_sum (store, row, DAYBOOK_PAYMENT_NUMBER, DAYBOOK_PAYMENT_KIND, DAYBOOK_PAYMENT_AMOUNT, DAYBOOK_PAYMENT_CURRENCY);

  if (daybook_table_base (row->table) == &daybook_cases)
    return name_case (row);

  title = daybook_reader_title (reader, row, &mask);
  return *title != '\0' ? daybook_mask (mask, title) : g_strdup (_(row->table->label));
}

static gboolean
is_beside (const DaybookTable *table)
{
  for (gsize i = 0; i < G_N_ELEMENTS (KINDS); i++)
    if (KINDS[i].table == daybook_table_base (table))
      return KINDS[i].kind == KIND_BESIDE;

  return FALSE;
}

/* "Note: … told her the refund comes …"; of what an order can be found with beside itself
 * also what it is: "After-sales · Order number: …". */
static DaybookExcerpt *
describe_field (DaybookReader    *reader,
                const DaybookRow *row,
                const char       *text)
{
  g_autoptr(DaybookExcerpt) excerpt = NULL;
  const DaybookField *field = daybook_reader_explain (reader, row, text, &excerpt);
  g_autofree char *lead = NULL;

  if (field == NULL)
    return daybook_excerpt_new_plain (g_strdup (_(row->table->label)));

  /* Translators: a field's name, and the words around what was found in it. */
  lead = g_strdup_printf (_("%s: %s"), _(field->label), "");
  daybook_excerpt_put_before (excerpt, lead);
  if (is_beside (row->table))
    daybook_excerpt_put_before (excerpt, " · ");
  if (is_beside (row->table))
    daybook_excerpt_put_before (excerpt, _(row->table->label));
  return g_steal_pointer (&excerpt);
}

/* What has a title and a text is found by both. */
static DaybookPaletteItem *
make_item (const Question   *question,
           DaybookReader    *reader,
           const DaybookRow *row)
{
  gboolean has_text = daybook_table_has_excerpts (row->table);
  g_autoptr(DaybookExcerpt) detail = has_text ? daybook_row_excerpt (row, question->terms, DETAIL_CHARS)
                                              : describe_field (reader, row, question->text);
  g_autoptr(GArray) in_title = has_text ? daybook_row_title_matches (row, question->terms) : NULL;
  g_autofree char *title = name_row (question->store, reader, row);
  DaybookPaletteItem *item = daybook_palette_item_new_row (row->table, &row->id, title, detail->text);

  daybook_palette_item_mark (item, in_title, detail->matches);
  return item;
}

DaybookPaletteItem *
daybook_palette_item_of_row (DaybookStore     *store,
                             const DaybookRow *row)
{
  g_autofree char *title = name_row (store, daybook_store_get_reader (store), row);

  return daybook_palette_item_new_row (row->table, &row->id, title, _(row->table->label));
}

/* A phrase that is not offered in the picker is none here. */
static gboolean
is_offered (const Question   *question,
            const DaybookRow *row)
{
  const DaybookId *own = row->table == &daybook_phrases ? daybook_row_ref_id (row, DAYBOOK_PHRASE_AGENT) : NULL;

  return row->table != &daybook_phrases
         || (daybook_row_int (row, DAYBOOK_PHRASE_RETIRED) == 0 && (own == NULL || daybook_id_equal (own, &question->agent)));
}

static gboolean
search_kind (const Question     *question,
             const DaybookTable *table,
             DaybookReader      *reader,
             GPtrArray          *items,
             GError            **error)
{
  g_autoptr(GArray) keys = daybook_reader_search (reader, table, question->text, ROWS_EACH, error);

  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      g_autoptr(DaybookRow) row = daybook_reader_row (reader, table, g_array_index (keys, gint64, i), NULL);

      if (row != NULL && is_offered (question, row))
        g_ptr_array_add (items, make_item (question, reader, row));
    }

  return keys != NULL;
}

static gpointer
search_in_db (DaybookReader *reader,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  const Question *question = data;
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (KINDS); i++)
    if ((question->kinds >> i & 1) != 0 && !search_kind (question, KINDS[i].table, reader, items, error))
      return NULL;

  return g_steal_pointer (&items);
}

void
daybook_palette_search_async (DaybookLane         *lane,
                              DaybookStore        *store,
                              DaybookShell        *shell,
                              const char          *text,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             data)
{
  Question *question = g_new0 (Question, 1);

  question->text = g_strdup (text);
  question->terms = daybook_terms_parse (text);
  question->store = g_object_ref (store);
  question->agent = *daybook_store_get_agent (store);
  for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++)
    if (KINDS[i].kind != KIND_WITH_PAGE || (shell != NULL && daybook_shell_can_show (shell, KINDS[i].table)))
      question->kinds |= 1U << i;
  daybook_lane_run_async (lane, search_in_db, question, question_free, (GDestroyNotify) g_ptr_array_unref,
                          cancellable, callback, data);
}

GPtrArray *
daybook_palette_search_finish (GAsyncResult *result,
                               GError      **error)
{
  return daybook_lane_run_finish (result, error);
}
