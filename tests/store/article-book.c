/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "article-book.h"

#include "store/article-text.h"

#include <string.h>

static DaybookReader *
reader_of (Book *book)
{
  return daybook_store_get_reader (book->store);
}

static gint64
now_of (Book *book)
{
  return daybook_store_get_now (book->store);
}

DaybookId
article_make (Book       *book,
              const char *title,
              const char *body)
{
  const DaybookId *me = daybook_store_get_agent (book->store);
  g_autoptr(DaybookRow) draft = daybook_article_draft (me, now_of (book), daybook_store_get_zone (book->store));
  g_autoptr(GError) error = NULL;

  draft->values[DAYBOOK_ARTICLE_TITLE] = daybook_value_text (title);
  draft->values[DAYBOOK_ARTICLE_BODY] = daybook_value_text (body);
  daybook_article_make_ready (reader_of (book), NULL, draft, &error);
  g_assert_no_error (error);
  g_autoptr(DaybookEdit) edit = daybook_article_act_add (draft, me, now_of (book), &error);
  g_assert_no_error (error);
  case_commit (book, edit);
  return draft->id;
}

DaybookRow *
article_row (Book            *book,
             const DaybookId *id)
{
  return book_row (book, &daybook_articles, id);
}

static DaybookEdit *
build (Book             *book,
       const DaybookId  *id,
       guint             field,
       DaybookValue      value,
       GError          **error)
{
  g_autoptr(DaybookRow) before = article_row (book, id);
  g_autoptr(DaybookRow) after = daybook_row_copy (before);

  daybook_value_clear (&after->values[field]);
  after->values[field] = value;
  if (!daybook_article_make_ready (reader_of (book), before, after, error))
    return NULL;

  return daybook_article_act_change (before, after, NULL, daybook_store_get_agent (book->store), now_of (book), error);
}

DaybookId
article_set (Book            *book,
             const DaybookId *id,
             guint            field,
             DaybookValue     value)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = build (book, id, field, value, &error);

  g_assert_no_error (error);
  return case_commit (book, edit);
}

void
article_set_refused (Book            *book,
                     const DaybookId *id,
                     guint            field,
                     DaybookValue     value,
                     const char      *said)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (build (book, id, field, value, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
  if (strstr (error->message, said) == NULL)
    g_error ("%s\nnot: %s", error->message, said);
}

char *
article_body (Book            *book,
              const DaybookId *id)
{
  g_autoptr(DaybookRow) row = article_row (book, id);

  return g_strdup (daybook_row_text (row, DAYBOOK_ARTICLE_BODY));
}
