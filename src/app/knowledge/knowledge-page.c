/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/knowledge/knowledge-page.h"

#include "app/common/shell.h"
#include "app/knowledge/article-editor.h"
#include "app/knowledge/article-panel.h"
#include "app/knowledge/article-removal.h"
#include "app/knowledge/article-transfer.h"
#include "core/article.h"
#include "core/shop.h"
#include "store/article-product.h"

#include <glib/gi18n-lib.h>

#define ALL_VIEW "articles"

struct _DaybookKnowledgePage
{
  DaybookViewPage parent_instance;
};

G_DEFINE_FINAL_TYPE (DaybookKnowledgePage, daybook_knowledge_page, DAYBOOK_TYPE_VIEW_PAGE)

static const int COLUMNS[] = {
  DAYBOOK_ARTICLE_TITLE, DAYBOOK_ARTICLE_KIND, DAYBOOK_ARTICLE_CATEGORY, DAYBOOK_ARTICLE_REVIEW_BY, -1,
};

static const DaybookShippedView VIEWS[] = {
  { ALL_VIEW, N_("Articles"), "daybook-knowledge-symbolic", "state = in_use", NULL },
  { "drafts", N_("Drafts"), "daybook-knowledge-symbolic", "state = draft",
    N_("What was learnt from a case waits here until somebody has looked at it (KB-07).") },
  { "retired", N_("Retired Articles"), "daybook-knowledge-symbolic", "state = retired", NULL },
  { NULL },
};

static char *
count (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u article", "%u articles", n), n);
}

static const DaybookViewPageSpec SPEC = {
  &daybook_articles, COLUMNS, VIEWS, ALL_VIEW, ALL_VIEW, N_("There is no such article."), count,
};

DaybookViewList *
daybook_article_views_for (DaybookStore *store)
{
  return daybook_view_page_views_for (store, &SPEC);
}

static DaybookArticlePanel *
get_panel (DaybookKnowledgePage *self)
{
  return DAYBOOK_ARTICLE_PANEL (daybook_page_obtain_panel (DAYBOOK_PAGE (self)));
}

/* --- Acts ------------------------------------------------------------------------------------ */

static void
on_saved (DaybookKnowledgePage *self,
          DaybookEdit          *edit,
          const DaybookId      *id)
{
  daybook_view_page_commit (DAYBOOK_VIEW_PAGE (self), edit);
  daybook_article_panel_expect (get_panel (self), id);
}

static void
present_editor (DaybookKnowledgePage *self,
                GtkWindow            *editor)
{
  g_signal_connect_object (editor, "saved", G_CALLBACK (on_saved), self, G_CONNECT_SWAPPED);
  gtk_window_present (editor);
}

static void
show_editor (DaybookKnowledgePage *self,
             const DaybookRow     *row)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  present_editor (self, daybook_article_editor_new (window, daybook_list_page_get_desk (DAYBOOK_LIST_PAGE (self)), row));
}

void
daybook_knowledge_page_write_product (DaybookKnowledgePage *self,
                                      const DaybookId      *product)
{
  DaybookStore *store = daybook_list_page_get_store (DAYBOOK_LIST_PAGE (self));
  DaybookReader *reader = daybook_store_get_reader (store);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookRow) row = daybook_reader_find (reader, &daybook_products, product, &error);
  g_autoptr(DaybookRow) draft = row != NULL
    ? daybook_article_of_product (reader, row, daybook_store_get_agent (store), daybook_store_get_now (store), &error) : NULL;

  if (draft != NULL)
    present_editor (self, daybook_article_editor_new_draft (window, daybook_list_page_get_desk (DAYBOOK_LIST_PAGE (self)), draft));
  else
    daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error);
}

void
daybook_knowledge_page_add (DaybookKnowledgePage *self)
{
  show_editor (self, NULL);
}

void
daybook_knowledge_page_edit (DaybookKnowledgePage *self)
{
  g_autoptr(DaybookRow) row = daybook_list_page_get_current (DAYBOOK_LIST_PAGE (self));

  if (row != NULL)
    show_editor (self, row);
}

/* What leads to them is said. */
static void
remove_articles (DaybookViewPage *page,
                 DaybookEdit     *edit,
                 GPtrArray       *rows)
{
  daybook_article_removal_commit (GTK_WIDGET (page), daybook_list_page_get_desk (DAYBOOK_LIST_PAGE (page)), edit, rows);
}

static void
retire_articles (DaybookKnowledgePage *self)
{
  g_autoptr(GPtrArray) rows = daybook_view_page_rows (DAYBOOK_VIEW_PAGE (self));

  if (rows->len > 0)
    daybook_article_removal_retire (GTK_WIDGET (self), daybook_list_page_get_desk (DAYBOOK_LIST_PAGE (self)), rows);
}

/* What was searched for is marked in the article too. */
static void
on_query_changed (DaybookListPage *list)
{
  DaybookKnowledgePage *self = DAYBOOK_KNOWLEDGE_PAGE (list);

  DAYBOOK_LIST_PAGE_CLASS (daybook_knowledge_page_parent_class)->query_changed (list);
  if (daybook_page_is_panel_open (DAYBOOK_PAGE (list)))
    daybook_article_panel_set_search (get_panel (self), daybook_list_page_get_query (list)->search);
}

/* --- The page ------------------------------------------------------------------------------------ */

static GtkWidget *
make_panel (DaybookPage *page)
{
  GtkWidget *panel = daybook_article_panel_new (daybook_list_page_get_desk (DAYBOOK_LIST_PAGE (page)));

  g_signal_connect_object (panel, "edit", G_CALLBACK (daybook_view_page_commit), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (panel, "change-wanted", G_CALLBACK (daybook_knowledge_page_edit), page, G_CONNECT_SWAPPED);
  return panel;
}

static void
show_row (DaybookListPage  *list,
          const DaybookRow *row)
{
  DaybookArticlePanel *panel;

  if (row == NULL)
    return;

  panel = get_panel (DAYBOOK_KNOWLEDGE_PAGE (list));
  daybook_article_panel_set_search (panel, daybook_list_page_get_query (list)->search);
  daybook_article_panel_show (panel, row);
}

static gboolean
has_current (DaybookPage *page)
{
  g_autoptr(DaybookRow) row = daybook_list_page_get_current (DAYBOOK_LIST_PAGE (page));

  return row != NULL;
}

static gboolean
can (DaybookPage *page,
     const char  *command)
{
  gboolean possible;

  if (g_str_equal (command, "new-article"))
    return TRUE;
  if (g_str_equal (command, "edit-article") || g_str_equal (command, "retire-article"))
    return has_current (page);
  if (g_str_equal (command, "done") || g_str_equal (command, "note"))
    return has_current (page) && daybook_page_is_panel_open (page);
  if (daybook_article_transfer_can (DAYBOOK_LIST_PAGE (page), command, &possible))
    return possible;

  return DAYBOOK_PAGE_CLASS (daybook_knowledge_page_parent_class)->can (page, command);
}

static void
perform (DaybookPage *page,
         const char  *command)
{
  DaybookKnowledgePage *self = DAYBOOK_KNOWLEDGE_PAGE (page);

  if (g_str_equal (command, "new-article"))
    daybook_knowledge_page_add (self);
  else if (g_str_equal (command, "edit-article"))
    daybook_knowledge_page_edit (self);
  else if (g_str_equal (command, "retire-article"))
    retire_articles (self);
  else if (g_str_equal (command, "done"))
    daybook_article_panel_mark_read (get_panel (self));
  else if (g_str_equal (command, "note"))
    daybook_article_panel_begin_comment (get_panel (self));
  else if (!daybook_article_transfer_perform (DAYBOOK_LIST_PAGE (page), command))
    DAYBOOK_PAGE_CLASS (daybook_knowledge_page_parent_class)->perform (page, command);
}

static void
daybook_knowledge_page_class_init (DaybookKnowledgePageClass *klass)
{
  DaybookPageClass *page_class = DAYBOOK_PAGE_CLASS (klass);
  DaybookListPageClass *list_class = DAYBOOK_LIST_PAGE_CLASS (klass);

  page_class->make_panel = make_panel;
  page_class->can = can;
  page_class->perform = perform;
  DAYBOOK_VIEW_PAGE_CLASS (klass)->remove_rows = remove_articles;
  list_class->show_row = show_row;
  list_class->query_changed = on_query_changed;

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/io/github/daybook/Daybook/knowledge/knowledge-page.ui");
}

static void
daybook_knowledge_page_init (DaybookKnowledgePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

DaybookPage *
daybook_knowledge_page_new (DaybookStore *store)
{
  DaybookKnowledgePage *self = g_object_new (DAYBOOK_TYPE_KNOWLEDGE_PAGE, NULL);

  daybook_view_page_set_up (DAYBOOK_VIEW_PAGE (self), store, &SPEC);
  daybook_article_transfer_watch (DAYBOOK_LIST_PAGE (self));
  return DAYBOOK_PAGE (self);
}
