/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/compat/accel.h"

#include <string.h>

static const char *
arrow_of (guint key)
{
  switch (key)
    {
    case GDK_KEY_Up:
      return "↑";
    case GDK_KEY_Down:
      return "↓";
    case GDK_KEY_Left:
      return "←";
    case GDK_KEY_Right:
      return "→";
    default:
      return NULL;
    }
}

char *
daybook_accel_label (const char *accel)
{
  g_autofree char *label = NULL;
  g_autofree char *word = NULL;
  GdkModifierType modifiers;
  guint key;

  if (accel == NULL || !gtk_accelerator_parse (accel, &key, &modifiers))
    return NULL;

  label = gtk_accelerator_get_label (key, modifiers);
  word = gtk_accelerator_get_label (key, 0);
  if (arrow_of (key) == NULL || !g_str_has_suffix (label, word))
    return g_steal_pointer (&label);

  label[strlen (label) - strlen (word)] = '\0';
  return g_strconcat (label, arrow_of (key), NULL);
}

/* A menu's entry is a class of GTK's own; it tells its key, and its label of it is
 * known by its name in style sheets. */
static void
name_entry (GtkWidget *entry)
{
  g_autofree char *accel = NULL;
  g_autofree char *label = NULL;

  g_object_get (entry, "accel", &accel, NULL);
  label = daybook_accel_label (accel);
  for (GtkWidget *child = gtk_widget_get_first_child (entry); child != NULL && label != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LABEL (child) && g_strcmp0 (gtk_widget_get_css_name (child), "accelerator") == 0)
      gtk_label_set_label (GTK_LABEL (child), label);
}

void
daybook_accel_name_menu (GtkWidget *menu)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (menu), "GtkModelButton"))
    {
      name_entry (menu);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (menu); child != NULL; child = gtk_widget_get_next_sibling (child))
    daybook_accel_name_menu (child);
}
