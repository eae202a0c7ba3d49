/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/bits.h"

#include "app/common/words.h"

#define LABEL_CHARS 28

GtkWidget *
daybook_bit_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LABEL_CHARS);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static void
keep_row (GtkWidget        *widget,
          const DaybookRow *row)
{
  if (row != NULL)
    g_object_set_data_full (G_OBJECT (widget), "row", daybook_row_ref ((DaybookRow *) row), (GDestroyNotify) daybook_row_unref);
}

GtkWidget *
daybook_bit_button (const char       *icon,
                    const char       *name,
                    const DaybookRow *row)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  keep_row (button, row);
  return button;
}

GtkWidget *
daybook_bit_link (const char       *text,
                  const DaybookRow *row)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = daybook_bit_label (text);

  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "case-link");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  keep_row (button, row);
  return button;
}

GtkWidget *
daybook_bit_chip (const char *text,
                  GtkWidget  *remove)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (chip, "filter-chip");
  gtk_box_append (GTK_BOX (chip), label);
  gtk_box_append (GTK_BOX (chip), remove);
  return chip;
}

gboolean
daybook_bit_is_new (char **seen,
                    char  *now)
{
  gboolean is_new = g_strcmp0 (*seen, now) != 0;

  g_free (*seen);
  *seen = now;
  return is_new;
}

void
daybook_bit_line (GMenu      *menu,
                  const char *label,
                  const char *action,
                  guint       number)
{
  g_autofree char *escaped = daybook_words_in_menu (label);
  g_autoptr(GMenuItem) item = g_menu_item_new (escaped, NULL);

  g_menu_item_set_action_and_target (item, action, "u", number);
  g_menu_append_item (menu, item);
}

void
daybook_bit_empty (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_widget_unparent (child);
}
