/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/orders/order-lines.h"

#include "app/common/case-menu.h"
#include "core/order.h"

#include <glib/gi18n-lib.h>

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static GtkWidget *
make_label (const char *text,
            float       xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  return label;
}

static GtkWidget *
make_names (const char *title,
            const char *variant)
{
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (names), make_label (title, 0));
  if (*variant != '\0')
    {
      GtkWidget *label = make_label (variant, 0);

      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "caption");
      gtk_box_append (GTK_BOX (names), label);
    }
  gtk_widget_set_hexpand (names, TRUE);
  return names;
}

/* The row, for what is put at its end. */
static GtkBox *
append (GtkBox     *box,
        const char *title,
        const char *variant,
        const char *quantity,
        const char *price)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *figures = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  /* Translators: how many pieces of a product were bought. */
  g_autofree char *times = g_strdup_printf (_("× %s"), quantity);

  gtk_box_append (GTK_BOX (row), make_names (title, variant));
  if (*price != '\0')
    gtk_box_append (GTK_BOX (figures), make_label (price, 1));
  if (*quantity != '\0')
    gtk_box_append (GTK_BOX (figures), make_label (times, 1));
  gtk_widget_add_css_class (figures, "numeric");
  gtk_box_append (GTK_BOX (row), figures);
  gtk_widget_add_css_class (row, "order-line");
  gtk_box_append (box, row);
  return GTK_BOX (row);
}

/* A case begins where the goods are that it is about. */
static GtkWidget *
make_case_button (DaybookDesk      *desk,
                  const DaybookRow *line,
                  const char       *title)
{
  GtkWidget *button = gtk_menu_button_new ();
  /* Translators: %s is a product of an order. */
  g_autofree char *name = g_strdup_printf (_("New Case: %s"), title);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "list-add-symbolic");
  daybook_case_menu_attach (GTK_MENU_BUTTON (button), desk, line);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("New Case of This"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static void
append_line (GtkBox           *box,
             DaybookDesk      *desk,
             const DaybookRow *line)
{
  const char *title = daybook_row_text (line, DAYBOOK_LINE_TITLE);
  g_autofree char *quantity = daybook_desk_format (desk, line, DAYBOOK_LINE_QUANTITY, DAYBOOK_SHOW_MASKED);
  g_autofree char *price = daybook_desk_format (desk, line, DAYBOOK_LINE_PRICE, DAYBOOK_SHOW_MASKED);

  if (*title == '\0')
    title = daybook_row_text (line, DAYBOOK_LINE_SKU);
  gtk_box_append (append (box, title, daybook_row_text (line, DAYBOOK_LINE_VARIANT), quantity, price),
                  make_case_button (desk, line, title));
}

void
daybook_order_lines_fill (GtkBox           *box,
                          DaybookDesk      *desk,
                          const DaybookRow *order,
                          GPtrArray        *lines,
                          const char       *rest)
{
  const char *title = daybook_row_text (order, DAYBOOK_ORDER_TITLE);

  clear (box);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    append_line (box, desk, g_ptr_array_index (lines, i));
  if (*rest != '\0')
    append (box, rest, "", "", "");

  if ((lines == NULL || lines->len == 0) && *title != '\0')
    {
      g_autofree char *quantity = daybook_desk_format (desk, order, DAYBOOK_ORDER_QUANTITY, DAYBOOK_SHOW_MASKED);

      append (box, title, "", quantity, "");
    }
}
