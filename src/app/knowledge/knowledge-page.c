/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/knowledge/knowledge-page.h"

#include "app/common/last-act.h"
#include "app/common/list-views.h"
#include "app/common/shared-views.h"
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
  DaybookListPage   parent_instance;

  /* Owned */
  DaybookListViews *views;
};

G_DEFINE_FINAL_TYPE (DaybookKnowledgePage, daybook_knowledge_page, DAYBOOK_TYPE_LIST_PAGE)

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

DaybookViewList *
daybook_article_views_for (DaybookStore *store)
{
  return daybook_shared_views (store, &daybook_articles, VIEWS);
}

static DaybookStore *
get_store (DaybookKnowledgePage *self)
{
  return daybook_list_page_get_store (DAYBOOK_LIST_PAGE (self));
}

static DaybookArticlePanel *
get_panel (DaybookKnowledgePage *self)
{
  return DAYBOOK_ARTICLE_PANEL (daybook_page_obtain_panel (DAYBOOK_PAGE (self)));
}

/* --- Acts ------------------------------------------------------------------------------------ */

static void
on_edit_wanted (DaybookKnowledgePage *self,
                DaybookEdit          *edit)
{
  daybook_last_act_commit (GTK_WIDGET (self), get_store (self), edit);
}

static void
on_saved (DaybookKnowledgePage *self,
          DaybookEdit          *edit,
          const DaybookId      *id)
{
  on_edit_wanted (self, edit);
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
  DaybookReader *reader = daybook_store_get_reader (get_store (self));
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookRow) row = daybook_reader_find (reader, &daybook_products, product, &error);
  g_autoptr(DaybookRow) draft = row != NULL
    ? daybook_article_of_product (reader, row, daybook_store_get_agent (get_store (self)), daybook_store_get_now (get_store (self)), &error) : NULL;

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

/* (element-type DaybookRow) (transfer full), or NULL */
static GPtrArray *
get_at_hand (DaybookKnowledgePage *self)
{
  g_autoptr(GArray) keys = daybook_list_page_get_at_hand (DAYBOOK_LIST_PAGE (self));

  return daybook_reader_rows (daybook_store_get_reader (get_store (self)), &daybook_articles, (const gint64 *) (void *) keys->data, keys->len, NULL);
}

static void
retire_articles (DaybookKnowledgePage *self)
{
  g_autoptr(GPtrArray) rows = get_at_hand (self);

  if (rows != NULL && rows->len > 0)
    daybook_article_removal_retire (GTK_WIDGET (self), daybook_list_page_get_desk (DAYBOOK_LIST_PAGE (self)), rows);
}

static void
drop_articles (DaybookKnowledgePage *self)
{
  g_autoptr(GPtrArray) rows = get_at_hand (self);
  g_autoptr(DaybookEdit) edit = NULL;
  g_autofree char *title = NULL;

  if (rows == NULL || rows->len == 0)
    return;

  title = rows->len == 1
    ? g_strdup_printf (_("Moved to the trash: %s"), daybook_row_text (g_ptr_array_index (rows, 0), DAYBOOK_ARTICLE_TITLE))
    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Moved %u article to the trash", "Moved %u articles to the trash", rows->len), rows->len);
  edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (get_store (self)));
  for (guint i = 0; i < rows->len; i++)
    daybook_edit_delete (edit, &daybook_articles, &((const DaybookRow *) g_ptr_array_index (rows, i))->id);
  daybook_article_removal_commit (GTK_WIDGET (self), daybook_list_page_get_desk (DAYBOOK_LIST_PAGE (self)), edit, rows);
}

/* --- Views ------------------------------------------------------------------------------------- */

static void
show_view (DaybookPage *page,
           const char  *key)
{
  daybook_list_views_turn_to (DAYBOOK_KNOWLEDGE_PAGE (page)->views, key);
}

static void
show_act (DaybookPage     *page,
          const DaybookId *act)
{
  daybook_list_views_show_act (DAYBOOK_KNOWLEDGE_PAGE (page)->views, ALL_VIEW, act);
}

static const char *
get_view (DaybookPage *page)
{
  return daybook_list_views_get_key (DAYBOOK_KNOWLEDGE_PAGE (page)->views);
}

/* What was searched for is marked in the article too. */
static void
on_query_changed (DaybookListPage *list)
{
  DaybookKnowledgePage *self = DAYBOOK_KNOWLEDGE_PAGE (list);

  if (self->views != NULL)
    daybook_list_views_query_changed (self->views);
  if (daybook_page_is_panel_open (DAYBOOK_PAGE (list)))
    daybook_article_panel_set_search (get_panel (self), daybook_list_page_get_query (list)->search);
}

/* --- The page ------------------------------------------------------------------------------------ */

static GtkWidget *
make_panel (DaybookPage *page)
{
  GtkWidget *panel = daybook_article_panel_new (daybook_list_page_get_desk (DAYBOOK_LIST_PAGE (page)));

  g_signal_connect_object (panel, "edit", G_CALLBACK (on_edit_wanted), page, G_CONNECT_SWAPPED);
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
  DaybookKnowledgePage *self = DAYBOOK_KNOWLEDGE_PAGE (page);
  gboolean possible;

  if (g_str_equal (command, "new-article"))
    return TRUE;
  if (g_str_equal (command, "edit-article") || g_str_equal (command, "trash") || g_str_equal (command, "retire-article"))
    return has_current (page);
  if (g_str_equal (command, "done") || g_str_equal (command, "note"))
    return has_current (page) && daybook_page_is_panel_open (page);
  if (daybook_article_transfer_can (DAYBOOK_LIST_PAGE (page), command, &possible) || daybook_list_views_can (self->views, command, &possible))
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
  else if (g_str_equal (command, "trash"))
    drop_articles (self);
  else if (g_str_equal (command, "retire-article"))
    retire_articles (self);
  else if (g_str_equal (command, "done"))
    daybook_article_panel_mark_read (get_panel (self));
  else if (g_str_equal (command, "note"))
    daybook_article_panel_begin_comment (get_panel (self));
  else if (!daybook_article_transfer_perform (DAYBOOK_LIST_PAGE (page), command) && !daybook_list_views_perform (self->views, command))
    DAYBOOK_PAGE_CLASS (daybook_knowledge_page_parent_class)->perform (page, command);
}

static gboolean
back (DaybookPage *page)
{
  return daybook_list_views_end (DAYBOOK_KNOWLEDGE_PAGE (page)->views)
         || DAYBOOK_PAGE_CLASS (daybook_knowledge_page_parent_class)->back (page);
}

static void
daybook_knowledge_page_dispose (GObject *object)
{
  g_clear_object (&DAYBOOK_KNOWLEDGE_PAGE (object)->views);
  G_OBJECT_CLASS (daybook_knowledge_page_parent_class)->dispose (object);
}

static void
daybook_knowledge_page_class_init (DaybookKnowledgePageClass *klass)
{
  DaybookPageClass *page_class = DAYBOOK_PAGE_CLASS (klass);
  DaybookListPageClass *list_class = DAYBOOK_LIST_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_knowledge_page_dispose;
  page_class->show_view = show_view;
  page_class->show_act = show_act;
  page_class->get_view = get_view;
  page_class->make_panel = make_panel;
  page_class->can = can;
  page_class->perform = perform;
  page_class->back = back;
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

  daybook_list_page_set_up (DAYBOOK_LIST_PAGE (self), store, &daybook_articles, COLUMNS);
  self->views = daybook_list_views_new (DAYBOOK_LIST_PAGE (self), daybook_article_views_for (store), ALL_VIEW,
                                        _("There is no such article."));
  daybook_article_transfer_watch (DAYBOOK_LIST_PAGE (self));
  show_view (DAYBOOK_PAGE (self), NULL);
  return DAYBOOK_PAGE (self);
}
