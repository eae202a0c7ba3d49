/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/shop-group.h"

#include "app/common/entry-text.h"
#include "app/common/shell.h"
#include "core/shop.h"
#include "store/reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CURRENCY_LENGTH 3

struct _DaybookShopGroup
{
  AdwPreferencesGroup parent_instance;

  AdwEntryRow  *name_row;
  AdwEntryRow  *zone_row;
  AdwEntryRow  *currency_row;

  DaybookStore *store;
};

G_DEFINE_FINAL_TYPE (DaybookShopGroup, daybook_shop_group, ADW_TYPE_PREFERENCES_GROUP)

static void
show_shop (DaybookShopGroup *self)
{
  DaybookReader *reader = daybook_store_get_reader (self->store);
  g_autoptr (GError) error = NULL;
  g_autoptr (DaybookRow) shop = daybook_reader_find (reader, &daybook_shops, daybook_store_get_shop (self->store), &error);

  gtk_widget_set_sensitive (GTK_WIDGET (self), shop != NULL);
  if (shop == NULL)
    {
      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), error->message);
      return;
    }

  daybook_entry_text_show (self->name_row, daybook_row_text (shop, DAYBOOK_SHOP_NAME));
  daybook_entry_text_show (self->zone_row, daybook_row_text (shop, DAYBOOK_SHOP_ZONE));
  daybook_entry_text_show (self->currency_row, daybook_row_text (shop, DAYBOOK_SHOP_CURRENCY));
}

static void
set_field (DaybookShopGroup *self,
           guint             field,
           const char       *text,
           const char       *title)
{
  g_autoptr (DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (self->store));

  daybook_edit_set (edit, &daybook_shops, daybook_store_get_shop (self->store), field, daybook_value_text (text));
  daybook_shell_commit (daybook_shell_of (GTK_WIDGET (self)), edit, NULL);
}

static char *
text_of (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
refuse (DaybookShopGroup *self,
        AdwEntryRow      *row,
        const char       *why)
{
  gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  daybook_shell_say (daybook_shell_of (GTK_WIDGET (self)), why);
}

static void
on_text_changed (AdwEntryRow      *row,
                 DaybookShopGroup *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
}

/* Nobody means a shop without a name. */
static void
show_name_again (DaybookShopGroup *self)
{
  g_autoptr (DaybookRow) shop = daybook_reader_find (daybook_store_get_reader (self->store), &daybook_shops,
                                                     daybook_store_get_shop (self->store), NULL);

  if (shop != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->name_row), daybook_row_text (shop, DAYBOOK_SHOP_NAME));
}

static void
on_name_applied (DaybookShopGroup *self)
{
  g_autofree char *name = text_of (self->name_row);

  if (*name == '\0')
    show_name_again (self);
  else
    set_field (self, DAYBOOK_SHOP_NAME, name, _("Rename the shop"));
}

static void
on_zone_applied (DaybookShopGroup *self)
{
  g_autofree char *name = text_of (self->zone_row);
  g_autoptr (GTimeZone) zone = *name != '\0' ? g_time_zone_new_identifier (name) : NULL;

  if (zone == NULL)
    refuse (self, self->zone_row, _("There is no such time zone. They are named like Asia/Shanghai or Europe/Berlin."));
  else
    set_field (self, DAYBOOK_SHOP_ZONE, name, _("Set the shop’s time zone"));
}

static gboolean
is_currency (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isupper (*p))
      return FALSE;

  return strlen (text) == CURRENCY_LENGTH;
}

static void
on_currency_applied (DaybookShopGroup *self)
{
  g_autofree char *text = text_of (self->currency_row);
  g_autofree char *code = g_ascii_strup (text, -1);

  if (!is_currency (code))
    refuse (self, self->currency_row, _("A currency has three letters, like CNY or EUR."));
  else
    set_field (self, DAYBOOK_SHOP_CURRENCY, code, _("Set the shop’s currency"));
}

static void
daybook_shop_group_dispose (GObject *object)
{
  g_clear_object (&DAYBOOK_SHOP_GROUP (object)->store);
  G_OBJECT_CLASS (daybook_shop_group_parent_class)->dispose (object);
}

static void
daybook_shop_group_class_init (DaybookShopGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_shop_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/settings/shop-group.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookShopGroup, name_row);
  gtk_widget_class_bind_template_child (widget_class, DaybookShopGroup, zone_row);
  gtk_widget_class_bind_template_child (widget_class, DaybookShopGroup, currency_row);
  gtk_widget_class_bind_template_callback (widget_class, on_text_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_name_applied);
  gtk_widget_class_bind_template_callback (widget_class, on_zone_applied);
  gtk_widget_class_bind_template_callback (widget_class, on_currency_applied);
}

static void
daybook_shop_group_init (DaybookShopGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
daybook_shop_group_set_store (DaybookShopGroup *self,
                              DaybookStore     *store)
{
  g_return_if_fail (DAYBOOK_IS_SHOP_GROUP (self));

  g_set_object (&self->store, store);
  g_signal_connect_object (store, "changed", G_CALLBACK (show_shop), self, G_CONNECT_SWAPPED);
  show_shop (self);
}
