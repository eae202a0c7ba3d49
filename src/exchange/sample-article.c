/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sample-article.h"

#include "core/article-edit.h"
#include "core/chore.h"
#include "core/shop.h"
#include "exchange/sample-order.h"
#include "store/article-starters.h"
#include "store/phrase-starters.h"
#include "store/reader.h"

#include <glib/gi18n-lib.h>

#define HOUR 3600
#define DAY (24 * HOUR)

/* So often the most used one was of use; each further one a few times less. */
#define MOST_USES 9
#define USED_EVERY (5 * HOUR)

/* By how many an article has been used, the most used first. */
static const char *const USED[] = { "return_flow", "faq_starter", "exchange_flow", "bargaining", "parcel_trace_flow", "bad_review_flow" };

/* What was said most, as above; nobody has said the rest. */
static const char *const SAID[] = { "greet_clock", "fb_received", "ship_sent", "apology_ours", "ask_photos", "as_return_agreed", "thanks_patience",
                                    "farewell_chat" };

static const struct
{
  const char *key;   /* of the article */
  const char *text;  /* msgid */
  guint       agent;
  gint64      ago;   /* seconds */
} COMMENTS[] = {
  { "return_flow", N_("For tea the seal decides: ask for a photo of it before you agree."), 1, 3 * DAY },
  { "bargaining", N_("The second step works best in the evening."), 2, 2 * DAY },
  { "faq_starter", N_("Question 4 is asked about Sichuan most: name the three days at once."), 1, 5 * HOUR },
};

#define TO_READ "evening_shift"
#define OVER "policy_returns"

DaybookEdit *
daybook_sample_articles_begin (DaybookStore  *store,
                               gint64         now,
                               GError       **error)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_SAMPLE, _("The shop’s knowledge base"), NULL);

  DaybookReader *reader = daybook_store_get_reader (store);

  return daybook_article_starters_add (edit, reader, daybook_language_here (), now, NULL, error)
         && daybook_phrase_starters_add (edit, reader, daybook_language_here (), error) ? g_steal_pointer (&edit) : NULL;
}

/* --- What people made of it ------------------------------------------------------------------ */

static DaybookId
article_of (const char *key)
{
  DaybookId id;

  daybook_article_starter_id (&id, key, daybook_language_here ());
  return id;
}

static void
add_use (DaybookEdit     *edit,
         guint            field, /* what was used: DAYBOOK_USE_ARTICLE, DAYBOOK_USE_PHRASE */
         const DaybookId *what,
         DaybookVerdict   verdict,
         const DaybookId *agent,
         gint64           at)
{
  DaybookId id;

  daybook_id_fresh (&id, at * 1000);
  daybook_edit_create (edit, &daybook_uses, &id);
  daybook_edit_give (edit, field, daybook_value_id (what));
  daybook_edit_give (edit, DAYBOOK_USE_VERDICT, daybook_value_int (verdict));
  daybook_edit_give (edit, DAYBOOK_USE_AT, daybook_value_int (at));
  daybook_edit_give (edit, DAYBOOK_USE_AGENT, daybook_value_id (agent));
}

static void
add_uses (DaybookEdit     *edit,
          guint            seed,
          const DaybookId *agents,
          gint64           now)
{
  DaybookDice dice = daybook_dice (seed, DAYBOOK_DICE_NOTE, 0);

  for (guint i = 0; i < G_N_ELEMENTS (USED); i++)
    for (guint n = 0; n < MOST_USES - i; n++)
      {
        DaybookId article = article_of (USED[i]);
        DaybookVerdict verdict = daybook_dice_chance (&dice, 60) ? DAYBOOK_VERDICT_RIGHT
                                 : daybook_dice_chance (&dice, 15) ? DAYBOOK_VERDICT_WRONG : DAYBOOK_VERDICT_NONE;

        add_use (edit, DAYBOOK_USE_ARTICLE, &article, verdict, &agents[daybook_dice_roll (&dice, DAYBOOK_SAMPLE_N_AGENTS)],
                 now - (n + 1) * USED_EVERY - daybook_dice_roll (&dice, HOUR));
      }
}

static void
add_sayings (DaybookEdit     *edit,
             guint            seed,
             const DaybookId *agents,
             gint64           now)
{
  DaybookDice dice = daybook_dice (seed, DAYBOOK_DICE_NOTE, 1);

  for (guint i = 0; i < G_N_ELEMENTS (SAID); i++)
    for (guint n = 0; n < 2 * (G_N_ELEMENTS (SAID) - i); n++)
      {
        DaybookId phrase;

        daybook_phrase_starter_id (&phrase, SAID[i], daybook_language_here ());
        add_use (edit, DAYBOOK_USE_PHRASE, &phrase, DAYBOOK_VERDICT_NONE, &agents[daybook_dice_roll (&dice, DAYBOOK_SAMPLE_N_AGENTS)],
                 now - (n + 1) * USED_EVERY - daybook_dice_roll (&dice, HOUR));
      }
}

static void
add_comments (DaybookEdit     *edit,
              const DaybookId *agents,
              gint64           now)
{
  for (guint i = 0; i < G_N_ELEMENTS (COMMENTS); i++)
    {
      DaybookId article = article_of (COMMENTS[i].key), id;

      daybook_id_fresh (&id, (now - COMMENTS[i].ago) * 1000);
      daybook_edit_create (edit, &daybook_comments, &id);
      daybook_edit_give (edit, DAYBOOK_COMMENT_ARTICLE, daybook_value_id (&article));
      daybook_edit_give (edit, DAYBOOK_COMMENT_TEXT, daybook_value_text (_(COMMENTS[i].text)));
      daybook_edit_give (edit, DAYBOOK_COMMENT_AT, daybook_value_int (now - COMMENTS[i].ago));
      daybook_edit_give (edit, DAYBOOK_COMMENT_AGENT, daybook_value_id (&agents[COMMENTS[i].agent]));
    }
}

static void
set (DaybookEdit  *edit,
     const char   *key,
     guint         field,
     DaybookValue  value)
{
  DaybookId article = article_of (key);

  daybook_edit_set (edit, &daybook_articles, &article, field, value);
}

/* Of the first of what the shop sells, where its stock is known. */
static gboolean
add_product_page (DaybookEdit      *edit,
                  DaybookStore     *store,
                  const DaybookId  *agent,
                  gint64            now,
                  GError          **error)
{
  g_autoptr(GPtrArray) products = daybook_reader_all (daybook_store_get_reader (store), &daybook_products, error);
  const DaybookRow *product = products != NULL && products->len > 0 ? g_ptr_array_index (products, 0) : NULL;
  g_autoptr(DaybookRow) draft = daybook_article_draft (agent, now, daybook_store_get_zone (store));

  if (product == NULL)
    return products != NULL;

  draft->values[DAYBOOK_ARTICLE_TITLE] = daybook_value_text (daybook_row_text (product, DAYBOOK_PRODUCT_TITLE));
  draft->values[DAYBOOK_ARTICLE_KIND] = daybook_value_int (DAYBOOK_ARTICLE_PRODUCT);
  draft->values[DAYBOOK_ARTICLE_LANGUAGE] = daybook_value_int (daybook_language_here ());
  draft->values[DAYBOOK_ARTICLE_PRODUCT_OF] = daybook_value_id (&product->id);
  draft->values[DAYBOOK_ARTICLE_BODY] = daybook_value_text (_("A tea for every day: full and mild, without bitterness even after five infusions.\n\n"
    "## Selling points\n\n- Picked by hand before the rains\n- Packed in 50 g bags: the rest stays fresh\n\n"
    "## Doubts\n\n- “Too dear”: one bag is 25 cups\n- “Is it fresh?”: the date of picking is on the bag\n"));
  return daybook_article_add (edit, draft, agent, now, error);
}

DaybookEdit *
daybook_sample_articles_use (DaybookStore     *store,
                             guint             seed,
                             const DaybookId  *agents,
                             gint64            now,
                             GError          **error)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_SAMPLE, _("Work on the knowledge base"), &agents[0]);

  add_uses (edit, seed, agents, now);
  add_sayings (edit, seed, agents, now);
  add_comments (edit, agents, now);
  set (edit, TO_READ, DAYBOOK_ARTICLE_READ_BY, daybook_value_int (now + 2 * DAY));
  set (edit, TO_READ, DAYBOOK_ARTICLE_READERS, daybook_value_int (DAYBOOK_CHORE_PART_TIME));
  set (edit, OVER, DAYBOOK_ARTICLE_OWNER, daybook_value_id (&agents[0]));
  set (edit, OVER, DAYBOOK_ARTICLE_REVIEW_BY, daybook_value_int (now - 2 * DAY));
  return add_product_page (edit, store, &agents[0], now, error) ? g_steal_pointer (&edit) : NULL;
}
