/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/articles-box.h"

#include "app/common/shell.h"
#include "core/article.h"
#include "core/words.h"
#include "store/articles.h"

#include <glib/gi18n-lib.h>

/* More is a search. */
#define MOST_SHOWN 5

struct _DaybookArticlesBox
{
  AdwBin               parent_instance;

  AdwPreferencesGroup *group;
  GPtrArray           *lines;   /* GtkWidget: in there; borrowed */
  DaybookId            product;
};

G_DEFINE_FINAL_TYPE (DaybookArticlesBox, daybook_articles_box, ADW_TYPE_BIN)

/* Texts are no markup. */
static GtkWidget *
add_line (DaybookArticlesBox *self,
          const char         *title,
          const char         *subtitle,
          const char         *icon)
{
  GtkWidget *line = adw_action_row_new ();
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (line), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line), TRUE);
  gtk_widget_add_css_class (image, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), image);
  adw_preferences_group_add (self->group, line);
  g_ptr_array_add (self->lines, line);
  return line;
}

static void
on_article_activated (DaybookArticlesBox *self,
                      GtkWidget          *line)
{
  const DaybookRow *article = g_object_get_data (G_OBJECT (line), "article");

  daybook_shell_show_row (daybook_shell_of (GTK_WIDGET (self)), &daybook_articles, &article->id);
}

/* One that is no draft says what kind it is. */
static void
add_article (DaybookArticlesBox *self,
             DaybookRow         *article)
{
  gint64 state = daybook_row_int (article, DAYBOOK_ARTICLE_STATE);
  guint field = state == DAYBOOK_ARTICLE_IN_USE ? DAYBOOK_ARTICLE_KIND : DAYBOOK_ARTICLE_STATE;
  const char *word = daybook_words_label (&daybook_articles.fields[field].words[daybook_row_int (article, field)]);
  GtkWidget *line = add_line (self, daybook_row_text (article, DAYBOOK_ARTICLE_TITLE), word, "go-next-symbolic");

  g_object_set_data_full (G_OBJECT (line), "article", daybook_row_ref (article), (GDestroyNotify) daybook_row_unref);
  g_signal_connect_object (line, "activated", G_CALLBACK (on_article_activated), self, G_CONNECT_SWAPPED);
}

static void
on_write_activated (DaybookArticlesBox *self)
{
  g_autofree char *id = daybook_id_to_string (&self->product);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.write-product-page", "s", id);
}

static void
offer_one (DaybookArticlesBox *self)
{
  GtkWidget *line = add_line (self, _("Write Its Page"), _("Attributes, reasons to buy it, doubts, price talk"), "list-add-symbolic");

  g_signal_connect_object (line, "activated", G_CALLBACK (on_write_activated), self, G_CONNECT_SWAPPED);
}

void
daybook_articles_box_show (DaybookArticlesBox *self,
                           DaybookDesk        *desk,
                           const DaybookRow   *product)
{
  g_autoptr(GPtrArray) articles = daybook_product_articles (daybook_store_get_reader (daybook_desk_get_store (desk)), &product->id, MOST_SHOWN, NULL);

  self->product = product->id;
  for (guint i = 0; i < self->lines->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->lines, i));
  g_ptr_array_set_size (self->lines, 0);
  for (guint i = 0; articles != NULL && i < articles->len; i++)
    add_article (self, g_ptr_array_index (articles, i));
  if (articles != NULL && articles->len == 0)
    offer_one (self);
}

static void
daybook_articles_box_dispose (GObject *object)
{
  g_clear_pointer (&DAYBOOK_ARTICLES_BOX (object)->lines, g_ptr_array_unref);

  G_OBJECT_CLASS (daybook_articles_box_parent_class)->dispose (object);
}

static void
daybook_articles_box_class_init (DaybookArticlesBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_articles_box_dispose;
}

static void
daybook_articles_box_init (DaybookArticlesBox *self)
{
  self->lines = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}
