/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/knowledge/article-ways.h"

#include "app/common/shell.h"
#include "core/announcement.h"
#include "core/article.h"
#include "core/shop.h"
#include "store/articles.h"
#include "store/registers.h"

#include <glib/gi18n-lib.h>

/* More is a search. */
#define MOST_SHOWN 50

struct _DaybookArticleWays
{
  AdwBin               parent_instance;

  AdwPreferencesGroup *group;
  AdwActionRow        *product;
  AdwExpanderRow      *to_it; /* what leads to it */
  GPtrArray           *lines; /* GtkWidget: in there; borrowed */

  /* Owned */
  DaybookDesk         *desk;
  DaybookId            product_id;
};

G_DEFINE_FINAL_TYPE (DaybookArticleWays, daybook_article_ways, ADW_TYPE_BIN)

static DaybookReader *
get_reader (DaybookArticleWays *self)
{
  return daybook_store_get_reader (daybook_desk_get_store (self->desk));
}

/* --- Lines ------------------------------------------------------------------------------------- */

/* Texts are no markup; the arrow says that it leads somewhere. */
static GtkWidget *
make_line (const char *title,
           const char *subtitle)
{
  GtkWidget *line = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (line), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line), TRUE);
  gtk_widget_add_css_class (arrow, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), arrow);
  return line;
}

static void
add_line (DaybookArticleWays *self,
          GtkWidget          *line)
{
  adw_expander_row_add_row (self->to_it, line);
  g_ptr_array_add (self->lines, line);
}

/* --- What leads to it ------------------------------------------------------------------------------ */

static void
on_row_activated (DaybookArticleWays *self,
                  GtkWidget          *line)
{
  const DaybookRow *row = g_object_get_data (G_OBJECT (line), "row");

  daybook_shell_show_row (daybook_shell_of (GTK_WIDGET (self)), row->table, &row->id);
}

static void
add_row (DaybookArticleWays *self,
         DaybookRow         *row)
{
  GtkWidget *line = make_line (daybook_row_text (row, (guint) row->table->title), _(row->table->label));

  g_object_set_data_full (G_OBJECT (line), "row", daybook_row_ref (row), (GDestroyNotify) daybook_row_unref);
  g_signal_connect_object (line, "activated", G_CALLBACK (on_row_activated), self, G_CONNECT_SWAPPED);
  add_line (self, line);
}

static void
on_place_activated (DaybookArticleWays *self,
                    GtkWidget          *line)
{
  g_autofree char *page = g_strconcat ("cases.", (const char *) g_object_get_data (G_OBJECT (line), "register"), NULL);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", page);
}

/* “Returns · Agreed” of "return/agreed"; what is not there any more leads nowhere. */
static void
add_place (DaybookArticleWays *self,
           const char         *place)
{
  g_auto(GStrv) parts = g_strsplit (place, "/", 2);
  DaybookRegister *definition = parts[0] != NULL ? daybook_reader_register (get_reader (self), parts[0]) : NULL;
  int stage = definition != NULL && parts[1] != NULL ? daybook_register_find_stage (definition, parts[1]) : -1;
  g_autofree char *title = NULL;
  GtkWidget *line;

  if (definition == NULL)
    return;

  title = stage >= 0 ? g_strdup_printf ("%s · %s", daybook_register_get_title (definition), daybook_register_get_stage (definition, (guint) stage)->label)
                     : g_strdup (daybook_register_get_title (definition));
  line = make_line (title, _("Its procedure"));
  g_object_set_data_full (G_OBJECT (line), "register", g_strdup (parts[0]), g_free);
  g_signal_connect_object (line, "activated", G_CALLBACK (on_place_activated), self, G_CONNECT_SWAPPED);
  add_line (self, line);
}

static void
show_to_it (DaybookArticleWays *self,
            const DaybookRow   *article)
{
  g_autoptr(GPtrArray) rows = daybook_article_backlinks (get_reader (self), article, MOST_SHOWN, NULL);
  g_auto(GStrv) places = g_strsplit (daybook_row_text (article, DAYBOOK_ARTICLE_REGISTERS), " ", -1);

  for (guint i = 0; i < self->lines->len; i++)
    adw_expander_row_remove (self->to_it, g_ptr_array_index (self->lines, i));
  g_ptr_array_set_size (self->lines, 0);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    add_row (self, g_ptr_array_index (rows, i));
  for (guint i = 0; places[i] != NULL; i++)
    add_place (self, places[i]);

  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place", "%u places", self->lines->len), self->lines->len);
  adw_expander_row_set_subtitle (self->to_it, count);
  gtk_widget_set_visible (GTK_WIDGET (self->to_it), self->lines->len > 0);
}

/* --- Its product ---------------------------------------------------------------------------------------- */

static void
on_product_activated (DaybookArticleWays *self)
{
  daybook_shell_show_row (daybook_shell_of (GTK_WIDGET (self)), &daybook_products, &self->product_id);
}

static void
show_product (DaybookArticleWays *self,
              const DaybookRow   *article)
{
  const DaybookId *id = daybook_row_ref_id (article, DAYBOOK_ARTICLE_PRODUCT_OF);
  g_autoptr(DaybookRow) product = id != NULL ? daybook_reader_find (get_reader (self), &daybook_products, id, NULL) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->product), product != NULL);
  if (product == NULL)
    return;

  self->product_id = product->id;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->product), daybook_row_text (product, DAYBOOK_PRODUCT_TITLE));
}

void
daybook_article_ways_show (DaybookArticleWays *self,
                           DaybookDesk        *desk,
                           const DaybookRow   *article)
{
  g_set_object (&self->desk, desk);
  show_product (self, article);
  show_to_it (self, article);
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_visible (GTK_WIDGET (self->product)) || gtk_widget_get_visible (GTK_WIDGET (self->to_it)));
}

static void
daybook_article_ways_dispose (GObject *object)
{
  DaybookArticleWays *self = DAYBOOK_ARTICLE_WAYS (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->lines, g_ptr_array_unref);

  G_OBJECT_CLASS (daybook_article_ways_parent_class)->dispose (object);
}

static void
daybook_article_ways_class_init (DaybookArticleWaysClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_article_ways_dispose;
}

static void
daybook_article_ways_init (DaybookArticleWays *self)
{
  self->lines = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->product = ADW_ACTION_ROW (make_line ("", _("Page of this product")));
  self->to_it = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->to_it), _("What Leads Here"));
  g_signal_connect_object (self->product, "activated", G_CALLBACK (on_product_activated), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, GTK_WIDGET (self->product));
  adw_preferences_group_add (self->group, GTK_WIDGET (self->to_it));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}
