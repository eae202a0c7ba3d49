/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/case-bits.h"

#include "app/common/words.h"
#include "core/case.h"
#include "core/event.h"
#include "core/query.h"

#define LABEL_CHARS 28

DaybookEdit *
daybook_case_edit_new (DaybookDesk      *desk,
                       const DaybookRow *row,
                       const char       *what)
{
  g_autofree char *title = g_strdup_printf ("%s: %s", daybook_row_text (row, DAYBOOK_CASE_NUMBER), what);

  return daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (daybook_desk_get_store (desk)));
}

gboolean
daybook_case_read_time (DaybookDesk  *desk,
                        const char   *word,
                        gint64       *moment,
                        GError      **error)
{
  DaybookStore *store = daybook_desk_get_store (desk);
  g_auto(DaybookValue) value = DAYBOOK_VALUE_INIT;

  if (!daybook_query_resolve (&daybook_events.fields[DAYBOOK_EVENT_PROMISED_AT], word, daybook_store_get_now (store),
                              daybook_store_get_zone (store), NULL, &value, error))
    return FALSE;

  *moment = value.number;
  return TRUE;
}

char *
daybook_case_write_time (DaybookDesk *desk,
                         gint64       moment)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (moment);
  g_autoptr(GDateTime) local = g_date_time_to_timezone (utc, daybook_store_get_zone (daybook_desk_get_store (desk)));

  return g_date_time_format (local, "%Y-%m-%d %H:%M");
}

static void
append (GString    *text,
        const char *more)
{
  if (*more != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", more);
}

char *
daybook_case_describe (DaybookDesk      *desk,
                       const DaybookRow *row)
{
  guint who = daybook_row_has (row, DAYBOOK_CASE_CUSTOMER) ? DAYBOOK_CASE_CUSTOMER : DAYBOOK_CASE_NAME;
  g_autofree char *name = daybook_desk_format (desk, row, who, DAYBOOK_SHOW_MASKED);
  g_autofree char *stage = daybook_desk_format (desk, row, DAYBOOK_CASE_STAGE, DAYBOOK_SHOW_MASKED);
  GString *text = g_string_new (daybook_row_text (row, DAYBOOK_CASE_NUMBER));

  append (text, name);
  append (text, stage);
  return g_string_free (text, FALSE);
}

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

GMenuModel *
daybook_bit_priorities (const char *action)
{
  const DaybookField *field = &daybook_cases.fields[DAYBOOK_CASE_PRIORITY];
  GMenu *menu = g_menu_new ();

  for (guint i = 0; field->words[i].word != NULL; i++)
    daybook_bit_line (menu, daybook_words_enum (field, i), action, i);
  return G_MENU_MODEL (menu);
}

void
daybook_bit_empty (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_widget_unparent (child);
}
