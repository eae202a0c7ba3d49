/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/article-product.h"

#include "core/article-edit.h"
#include "core/shop.h"
#include "store/article-starters.h"
#include "store/reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TEMPLATE "product_page_template"

/* What stands above the first heading of its own rank tells how the template is used. */
static const char *
behind_introduction (const char *body)
{
  const char *heading = g_str_has_prefix (body, "## ") ? body : strstr (body, "\n## ");

  return heading != NULL ? heading + (*heading == '\n') : body;
}

/* (transfer full) NULL without error: there is none. */
static char *
read_own (DaybookReader    *reader,
          DaybookLanguage   language,
          GError          **error)
{
  GError *local = NULL;
  DaybookId id;

  daybook_article_starter_id (&id, TEMPLATE, language);
  g_autoptr(DaybookRow) row = daybook_reader_find (reader, &daybook_articles, &id, &local);

  if (g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND))
    g_clear_error (&local);
  if (local != NULL)
    g_propagate_error (error, local);
  return row != NULL && daybook_row_int (row, DAYBOOK_FIELD_DELETED) == 0 ? g_strdup (daybook_row_text (row, DAYBOOK_ARTICLE_BODY)) : NULL;
}

/* (transfer full) */
static char *
read_template (DaybookReader    *reader,
               GError          **error)
{
  DaybookLanguage here = daybook_language_here ();
  GError *local = NULL;
  g_autofree char *own = read_own (reader, here, &local);
  const DaybookArticleStarter *starter = daybook_article_starter_find (here, TEMPLATE);

  if (local != NULL)
    g_propagate_error (error, local);
  if (local != NULL || own != NULL)
    return g_steal_pointer (&own);

  return starter != NULL ? daybook_article_starter_body (starter) : g_strdup ("");
}

/* "- Product number: 778", and so on. */
static void
add_known (GString          *body,
           const DaybookRow *product)
{
  static const guint FIELDS[] = { DAYBOOK_PRODUCT_NUMBER, DAYBOOK_PRODUCT_SKU };

  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    if (daybook_row_has (product, FIELDS[i]))
      g_string_append_printf (body, "- %s: `%s`\n", _(daybook_products.fields[FIELDS[i]].label), daybook_row_text (product, FIELDS[i]));
  g_string_append_c (body, '\n');
}

DaybookRow *
daybook_article_of_product (DaybookReader     *reader,
                            const DaybookRow  *product,
                            const DaybookId   *agent,
                            gint64             now,
                            GError           **error)
{
  g_autofree char *template = read_template (reader, error);
  g_autoptr(GString) body = g_string_new (NULL);
  DaybookRow *draft;

  if (template == NULL)
    return NULL;

  add_known (body, product);
  g_string_append (body, behind_introduction (template));
  draft = daybook_article_draft (agent, now, daybook_store_get_zone (reader->store));
  draft->values[DAYBOOK_ARTICLE_TITLE] = daybook_value_text (daybook_row_text (product, daybook_row_has (product, DAYBOOK_PRODUCT_TITLE)
                                                                                          ? DAYBOOK_PRODUCT_TITLE : DAYBOOK_PRODUCT_NUMBER));
  draft->values[DAYBOOK_ARTICLE_BODY] = daybook_value_text (body->str);
  draft->values[DAYBOOK_ARTICLE_KIND] = daybook_value_int (DAYBOOK_ARTICLE_PRODUCT);
  draft->values[DAYBOOK_ARTICLE_PRODUCT_OF] = daybook_value_id (&product->id);
  draft->values[DAYBOOK_ARTICLE_LANGUAGE] = daybook_value_int (daybook_language_here ());
  return draft;
}
