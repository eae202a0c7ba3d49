/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/phrases/phrase-row.h"

#include "app/common/found-marks.h"
#include "app/phrases/phrase-item.h"
#include "core/words.h"

typedef struct
{
  GtkLabel *slot;
  GtkLabel *title;
  GtkLabel *purpose;
  GtkLabel *line;
  GtkLabel *uses;
} Parts;

static GtkLabel *
make_label (GtkWidget  *box,
            const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkLabel *
make_caption (GtkWidget *box)
{
  GtkLabel *label = make_label (box, "caption");

  gtk_widget_add_css_class (GTK_WIDGET (label), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (label), "numeric");
  return label;
}

static void
on_setup (GtkListItemFactory *factory,
          GtkListItem        *list_item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *below = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  Parts *parts = g_new0 (Parts, 1);

  parts->slot = make_label (row, "keycap");
  gtk_widget_set_valign (GTK_WIDGET (parts->slot), GTK_ALIGN_CENTER);
  parts->title = make_label (head, NULL);
  gtk_widget_set_hexpand (GTK_WIDGET (parts->title), TRUE);
  parts->purpose = make_caption (head);
  gtk_label_set_ellipsize (parts->purpose, PANGO_ELLIPSIZE_NONE);
  parts->line = make_caption (below);
  gtk_widget_set_hexpand (GTK_WIDGET (parts->line), TRUE);
  parts->uses = make_caption (below);
  gtk_label_set_ellipsize (parts->uses, PANGO_ELLIPSIZE_NONE);
  gtk_box_append (GTK_BOX (text), head);
  gtk_box_append (GTK_BOX (text), below);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (row), text);
  g_object_set_data_full (G_OBJECT (list_item), "parts", parts, g_free);
  gtk_list_item_set_child (list_item, row);
}

static char *
write_uses (guint n)
{
  if (n == 0)
    return g_strdup ("");

  return g_strdup_printf (n >= DAYBOOK_USES_MOST ? "%u+" : "%u×", n);
}

static void
on_bind (GtkListItemFactory *factory,
         GtkListItem        *list_item)
{
  DaybookPhraseItem *item = gtk_list_item_get_item (list_item);
  const Parts *parts = g_object_get_data (G_OBJECT (list_item), "parts");
  const DaybookRow *row = daybook_phrase_item_get_row (item);
  const DaybookExcerpt *line = daybook_phrase_item_get_line (item);
  guint slot = daybook_phrase_item_get_slot (item);
  g_autofree char *key = g_strdup_printf ("%u", slot);
  g_autofree char *uses = write_uses (daybook_phrase_item_get_uses (item));

  gtk_label_set_label (parts->slot, key);
  gtk_widget_set_visible (GTK_WIDGET (parts->slot), slot > 0);
  daybook_found_marks_set (parts->title, daybook_row_text (row, DAYBOOK_PHRASE_TITLE), daybook_phrase_item_get_title_matches (item));
  gtk_label_set_label (parts->purpose, daybook_words_enum (&daybook_phrases.fields[DAYBOOK_PHRASE_PURPOSE], daybook_row_int (row, DAYBOOK_PHRASE_PURPOSE)));
  daybook_found_marks_set (parts->line, line->text, line->matches);
  gtk_label_set_label (parts->uses, uses);
}

GtkListItemFactory *
daybook_phrase_row_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  return factory;
}
