/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/announcements/article-picker.h"

#include "core/article.h"

#include <glib/gi18n-lib.h>

/* Whoever has not found it among so many types another word. */
#define SHOWN 5
/* Of those that the words find some are retired. */
#define LOOKED_AT 50
/* Below the two lines that are always there. */
#define FIRST_FOUND 2

struct _DaybookArticlePicker
{
  AdwBin         parent_instance;

  GtkListBox    *list;
  AdwEntryRow   *entry;  /* while none is chosen */
  AdwActionRow  *chosen; /* else */

  /* Owned */
  DaybookDesk   *desk;
  GPtrArray     *found;  /* DaybookRow: what stands below the entry */
  DaybookId      article; /* null: none */
};

G_DEFINE_FINAL_TYPE (DaybookArticlePicker, daybook_article_picker, ADW_TYPE_BIN)

enum
{
  PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static DaybookReader *
get_reader (DaybookArticlePicker *self)
{
  return daybook_store_get_reader (daybook_desk_get_store (self->desk));
}

/* --- What the words find ---------------------------------------------------------------------- */

/* (element-type DaybookRow) (transfer full) */
static GPtrArray *
find (DaybookArticlePicker *self,
      const char           *text)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  g_autoptr(GArray) keys = *text != '\0' ? daybook_reader_search (get_reader (self), &daybook_articles, text, LOOKED_AT, NULL) : NULL;
  g_autoptr(GPtrArray) rows = keys != NULL
    ? daybook_reader_rows (get_reader (self), &daybook_articles, (const gint64 *) (void *) keys->data, keys->len, NULL) : NULL;

  for (guint i = 0; rows != NULL && i < rows->len && found->len < SHOWN; i++)
    {
      DaybookRow *row = g_ptr_array_index (rows, i);

      if (daybook_row_int (row, DAYBOOK_ARTICLE_DELETED) == 0 && daybook_row_int (row, DAYBOOK_ARTICLE_STATE) != DAYBOOK_ARTICLE_RETIRED)
        g_ptr_array_add (found, daybook_row_ref (row));
    }
  return found;
}

static void
set_title (AdwActionRow     *line,
           const DaybookRow *article)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), daybook_row_text (article, DAYBOOK_ARTICLE_TITLE));
  adw_action_row_set_title_lines (line, 2);
}

static void
show_found (DaybookArticlePicker *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  GtkListBoxRow *line;

  while ((line = gtk_list_box_get_row_at_index (self->list, FIRST_FOUND)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (line));
  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = find (self, daybook_id_is_null (&self->article) ? text : "");
  for (guint i = 0; i < self->found->len; i++)
    {
      GtkWidget *made = adw_action_row_new ();

      set_title (ADW_ACTION_ROW (made), g_ptr_array_index (self->found, i));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (made), TRUE);
      gtk_list_box_append (self->list, made);
    }
}

static void
show (DaybookArticlePicker *self)
{
  gboolean is_chosen = !daybook_id_is_null (&self->article);
  g_autoptr(DaybookRow) row = is_chosen ? daybook_reader_find (get_reader (self), &daybook_articles, &self->article, NULL) : NULL;

  if (row != NULL)
    set_title (self->chosen, row);
  gtk_widget_set_visible (GTK_WIDGET (self->chosen), is_chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->entry), !is_chosen);
  show_found (self);
}

static void
show_at_all (DaybookArticlePicker *self)
{
  DaybookQuery *query = daybook_query_new (&daybook_articles);

  gtk_widget_set_visible (GTK_WIDGET (self), !daybook_id_is_null (&self->article)
                                               || daybook_reader_count (get_reader (self), query, 1, NULL) > 0);
  daybook_query_free (query);
  show_found (self);
}

/* --- Choosing ----------------------------------------------------------------------------------- */

static void
pick (DaybookArticlePicker *self,
      const DaybookId      *article)
{
  DaybookId id = article != NULL ? *article : (DaybookId) { { 0 } };

  self->article = id;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  show (self);
  g_signal_emit (self, signals[PICKED], 0, daybook_id_is_null (&id) ? NULL : &id);
}

static void
pick_found (DaybookArticlePicker *self,
            guint                 index)
{
  if (index >= self->found->len)
    return;

  pick (self, &((const DaybookRow *) g_ptr_array_index (self->found, index))->id);
  gtk_widget_child_focus (GTK_WIDGET (self->chosen), GTK_DIR_TAB_FORWARD);
}

/* The best one. */
static void
on_entry_activated (DaybookArticlePicker *self)
{
  pick_found (self, 0);
}

static void
on_row_activated (DaybookArticlePicker *self,
                  GtkListBoxRow        *line)
{
  int index = gtk_list_box_row_get_index (line) - FIRST_FOUND;

  if (index >= 0)
    pick_found (self, (guint) index);
}

static void
on_removed (DaybookArticlePicker *self)
{
  pick (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
daybook_article_picker_dispose (GObject *object)
{
  DaybookArticlePicker *self = DAYBOOK_ARTICLE_PICKER (object);

  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_article_picker_parent_class)->dispose (object);
}

static void
daybook_article_picker_class_init (DaybookArticlePickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_article_picker_dispose;

  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static GtkWidget *
make_remove_button (DaybookArticlePicker *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("It is not about this article"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("It is not about this article"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_removed), self, G_CONNECT_SWAPPED);
  return button;
}

static void
daybook_article_picker_init (DaybookArticlePicker *self)
{
  self->found = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");

  self->entry = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry), _("About an article: words of its title"));
  self->chosen = ADW_ACTION_ROW (adw_action_row_new ());
  adw_action_row_set_subtitle (self->chosen, _("Article"));
  adw_action_row_add_suffix (self->chosen, make_remove_button (self));
  gtk_list_box_append (self->list, GTK_WIDGET (self->entry));
  gtk_list_box_append (self->list, GTK_WIDGET (self->chosen));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

void
daybook_article_picker_set_desk (DaybookArticlePicker *self,
                                 DaybookDesk          *desk)
{
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (show_found), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "entry-activated", G_CALLBACK (on_entry_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated), self, G_CONNECT_SWAPPED);
  /* What was written just now is found a moment later. */
  g_signal_connect_object (daybook_desk_get_store (desk), "changed", G_CALLBACK (show_at_all), self, G_CONNECT_SWAPPED);
  show (self);
  show_at_all (self);
}

void
daybook_article_picker_set_article (DaybookArticlePicker *self,
                                    const DaybookId      *article)
{
  self->article = article != NULL ? *article : (DaybookId) { { 0 } };
  show (self);
  show_at_all (self);
}
