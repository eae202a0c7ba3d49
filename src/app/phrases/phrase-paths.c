/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/phrases/phrase-paths.h"

#include "core/phrase-path.h"
#include "core/phrase.h"
#include "store/phrases.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  DaybookPathChosen  chosen;
  gpointer           data;
  DaybookRow        *phrase;
} Path;

static void
path_free (gpointer  data,
           GClosure *closure)
{
  Path *path = data;

  daybook_row_unref (path->phrase);
  g_free (path);
}

/* The buttons go when another one is chosen. */
static void
on_clicked (GtkWidget *button,
            Path      *path)
{
  g_autoptr(DaybookRow) phrase = daybook_row_ref (path->phrase);

  path->chosen (path->data, phrase);
}

/* In the language of the phrase from which it leads on. (transfer full), or NULL */
static DaybookRow *
find_next (DaybookDesk      *desk,
           const DaybookRow *phrase,
           const char       *key)
{
  DaybookStore *store = daybook_desk_get_store (desk);
  const DaybookPhraseFor wanted = {
    .language = (DaybookLanguage) daybook_row_int (phrase, DAYBOOK_PHRASE_LANGUAGE), .agent = daybook_store_get_agent (store),
  };

  return daybook_reader_find_phrase (daybook_store_get_reader (store), key, &wanted, NULL);
}

static void
add_path (GtkBox                  *box,
          DaybookDesk             *desk,
          const DaybookRow        *phrase,
          const DaybookPhrasePath *path,
          DaybookPathChosen        chosen,
          gpointer                 data)
{
  g_autoptr(DaybookRow) next = find_next (desk, phrase, path->key);
  /* Translators: what a customer may say, and the phrase for that: “Still too dear”: A small gift. */
  g_autofree char *text = g_strdup_printf (_("“%1$s”: %2$s"), path->label, next != NULL ? daybook_row_text (next, DAYBOOK_PHRASE_TITLE) : path->key);
  GtkWidget *button = gtk_button_new (), *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_tooltip_text (button, next != NULL ? text : _("There is no such phrase any more."));
  gtk_widget_set_sensitive (button, next != NULL);
  if (next != NULL)
    {
      Path *leads = g_new0 (Path, 1);

      *leads = (Path) { chosen, data, g_steal_pointer (&next) };
      g_signal_connect_data (button, "clicked", G_CALLBACK (on_clicked), leads, path_free, 0);
    }
  gtk_box_append (box, button);
}

gboolean
daybook_phrase_paths_fill (GtkBox            *box,
                           DaybookDesk       *desk,
                           const DaybookRow  *phrase,
                           DaybookPathChosen  chosen,
                           gpointer           data)
{
  g_autoptr(GPtrArray) paths = phrase != NULL ? daybook_phrase_paths_parse (daybook_row_text (phrase, DAYBOOK_PHRASE_PATHS), NULL) : NULL;
  GtkWidget *child, *heading;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  gtk_widget_set_visible (GTK_WIDGET (box), paths != NULL && paths->len > 0);
  if (paths == NULL || paths->len == 0)
    return FALSE;

  heading = gtk_label_new (_("If the customer says then"));
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "caption-heading");
  gtk_box_append (box, heading);
  for (guint i = 0; i < paths->len; i++)
    add_path (box, desk, phrase, g_ptr_array_index (paths, i), chosen, data);
  return TRUE;
}
