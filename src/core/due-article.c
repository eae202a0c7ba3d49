/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/due-article.h"

#include "core/article-edit.h"
#include "core/chore.h"
#include "core/moment.h"

void
daybook_due_of_article (const DaybookDueTerms *terms,
                        const DaybookRow      *row,
                        GArray                *items)
{
  const DaybookId *owner = daybook_row_ref_id (row, DAYBOOK_ARTICLE_OWNER);
  DaybookDue due = { 0 };

  if (!terms->rules.of[DAYBOOK_RULE_REVIEW_BY].used || !daybook_row_has (row, DAYBOOK_ARTICLE_REVIEW_BY)
      || daybook_row_int (row, DAYBOOK_ARTICLE_DELETED) != 0 || daybook_row_int (row, DAYBOOK_ARTICLE_STATE) != DAYBOOK_ARTICLE_IN_USE)
    return;

  daybook_due_moment (&due, terms, DAYBOOK_RULE_REVIEW_BY,
                      daybook_moment_at (daybook_row_int (row, DAYBOOK_ARTICLE_REVIEW_BY), terms->zone, DAYBOOK_ARTICLE_REVIEW_AT));
  if (owner != NULL)
    due.agent = *owner;
  else
    due.role = DAYBOOK_DUE_ROLE (DAYBOOK_CHORE_OWNER);
  g_array_append_val (items, due);
}
