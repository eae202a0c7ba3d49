/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/place-row.h"

#include "app/common/words.h"

#include <glib/gi18n-lib.h>

/* --- Sections --------------------------------------------------------------------------- */

static const struct
{
  const char *key;
  const char *title;
} SECTIONS[] = {
  [DAYBOOK_SECTION_ORDERS] = { "orders", N_("Orders") },
  [DAYBOOK_SECTION_REGISTERS] = { "registers", N_("Registers") },
  [DAYBOOK_SECTION_DESK] = { "desk", N_("Desk") },
  [DAYBOOK_SECTION_PEOPLE] = { "people", N_("Customers and Products") },
  [DAYBOOK_SECTION_BOOK] = { "book", N_("The Book") },
};

gboolean
daybook_section_has_heading (DaybookSection section)
{
  return (gsize) section < G_N_ELEMENTS (SECTIONS) && SECTIONS[section].title != NULL;
}

const char *
daybook_section_get_key (DaybookSection section)
{
  return daybook_section_has_heading (section) ? SECTIONS[section].key : "";
}

/* --- Places ----------------------------------------------------------------------------- */

/* "12" beside the title, and "All orders, 12" to a screen reader. */
static void
on_count_changed (DaybookPlace  *place,
                  GParamSpec    *pspec,
                  GtkListBoxRow *row)
{
  GtkLabel *label = g_object_get_data (G_OBJECT (row), "count");
  gint64 count = daybook_place_get_count (place);
  g_autofree char *text = count > 0 ? daybook_words_count ((guint64) count) : g_strdup ("");
  g_autofree char *spoken = NULL;

  gtk_label_set_label (label, text);
  /* Translators: a list's name and how many rows it has, for a screen reader. */
  spoken = count > 0 ? g_strdup_printf (_("%s, %s"), daybook_place_get_title (place), text)
                     : g_strdup (daybook_place_get_title (place));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static GtkWidget *
make_title (const char *title)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static void
set_section (GtkWidget      *row,
             DaybookSection  section)
{
  g_object_set_data (G_OBJECT (row), "section", GINT_TO_POINTER (section));
}

GtkWidget *
daybook_place_row_new (DaybookPlace *place)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (daybook_place_get_icon (place)));
  gtk_box_append (GTK_BOX (box), make_title (daybook_place_get_title (place)));
  gtk_box_append (GTK_BOX (box), count);
  gtk_widget_add_css_class (count, "sidebar-count");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  set_section (row, daybook_place_get_entry (place)->section);
  g_object_set_data_full (G_OBJECT (row), "place", g_object_ref (place), g_object_unref);
  g_object_set_data (G_OBJECT (row), "count", count);
  if (daybook_place_is_own_view (place))
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE, -1);
  g_signal_connect_object (place, "notify::count", G_CALLBACK (on_count_changed), row, 0);
  on_count_changed (place, NULL, GTK_LIST_BOX_ROW (row));
  return row;
}

GtkWidget *
daybook_place_heading_new (DaybookSection section)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *arrow = gtk_image_new ();

  g_return_val_if_fail (daybook_section_has_heading (section), row);

  gtk_box_append (GTK_BOX (box), make_title (_(SECTIONS[section].title)));
  gtk_box_append (GTK_BOX (box), arrow);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_add_css_class (row, "sidebar-heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _(SECTIONS[section].title), -1);
  g_object_set_data (G_OBJECT (row), "arrow", arrow);
  set_section (row, section);
  daybook_place_heading_set_folded (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

DaybookPlace *
daybook_place_row_get_place (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "place");
}

DaybookSection
daybook_place_row_get_section (GtkListBoxRow *row)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "section"));
}

void
daybook_place_heading_set_folded (GtkListBoxRow *row,
                                  gboolean       folded)
{
  GtkImage *arrow = g_object_get_data (G_OBJECT (row), "arrow");

  gtk_image_set_from_icon_name (arrow, folded ? "pan-end-symbolic" : "pan-down-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_EXPANDED, !folded, -1);
}
