/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/quick/quick-chip.h"

#include <glib/gi18n-lib.h>

static const char *
icon_of (const DaybookQuickChip *chip)
{
  if (!chip->resolved)
    return "dialog-warning-symbolic";

  switch (chip->kind)
    {
    case DAYBOOK_QUICK_REGISTER: return "view-list-symbolic";
    case DAYBOOK_QUICK_NUMBER: return "edit-copy-symbolic";
    case DAYBOOK_QUICK_PARCEL: return "daybook-box-symbolic";
    case DAYBOOK_QUICK_CASE: return "document-open-symbolic";
    case DAYBOOK_QUICK_PHONE: return "call-start-symbolic";
    case DAYBOOK_QUICK_TIME: return "alarm-symbolic";
    case DAYBOOK_QUICK_AGENT: return "avatar-default-symbolic";
    case DAYBOOK_QUICK_TAG: return "starred-symbolic";
    case DAYBOOK_QUICK_WORD:
    default: return "avatar-default-symbolic";
    }
}

static GtkWidget *
make (const char  *icon,
      const char  *text,
      const char  *button_icon,
      const char  *button_name,
      GtkWidget  **button)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new (text);

  *button = gtk_button_new_from_icon_name (button_icon);
  gtk_widget_add_css_class (*button, "flat");
  gtk_widget_add_css_class (*button, "circular");
  gtk_widget_set_tooltip_text (*button, button_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (*button), GTK_ACCESSIBLE_PROPERTY_LABEL, button_name, -1);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_box_append (GTK_BOX (chip), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (chip), label);
  gtk_box_append (GTK_BOX (chip), *button);
  gtk_widget_add_css_class (chip, "filter-chip");
  gtk_widget_add_css_class (chip, "quick-chip");
  return chip;
}

GtkWidget *
daybook_quick_chip_widget (const DaybookQuickChip  *chip,
                           GtkWidget              **button)
{
  /* Translators: %s is a part of a line that was typed. */
  g_autofree char *name = g_strdup_printf (_("Take “%s” for Plain Words"), chip->text);
  GtkWidget *widget = make (icon_of (chip), chip->resolved ? chip->label : chip->text, "window-close-symbolic", name, button);

  gtk_widget_set_tooltip_text (widget, chip->remark != NULL ? chip->remark : chip->text);
  if (!chip->resolved)
    gtk_widget_add_css_class (widget, "warning");
  return widget;
}

GtkWidget *
daybook_quick_chip_plain (const char  *text,
                          GtkWidget  **button)
{
  /* Translators: %s is a part of a line that was taken for plain words. */
  g_autofree char *name = g_strdup_printf (_("Read “%s” Again"), text);
  GtkWidget *widget = make ("text-x-generic-symbolic", text, "edit-undo-symbolic", name, button);

  gtk_widget_add_css_class (widget, "dim-label");
  return widget;
}
