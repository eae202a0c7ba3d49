/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/orders/as-of.h"

#include "app/common/words.h"
#include "core/moment.h"
#include "core/shop.h"

#include <glib/gi18n-lib.h>

/* Exports older than this say little of today. */
#define OLD_SECONDS (24 * 60 * 60)

struct _DaybookAsOf
{
  AdwBin       parent_instance;

  GtkWidget   *button;
  DaybookDesk *desk;
};

G_DEFINE_FINAL_TYPE (DaybookAsOf, daybook_as_of, ADW_TYPE_BIN)

static char *
describe (DaybookDesk *desk,
          gint64       as_of)
{
  DaybookStore *store = daybook_desk_get_store (desk);

  return daybook_moment_format (as_of, daybook_store_get_now (store), daybook_store_get_zone (store));
}

static void
add_details (DaybookDesk               *desk,
             const DaybookRow          *shop,
             const DaybookPlatformAsOf *platform,
             GString                   *details)
{
  g_autofree char *when = describe (desk, platform->as_of);

  /* Translators: a shop's name, a platform's, and the time of the newest export of it. */
  g_string_append_printf (details, _("%s, %s: as of %s\n"), daybook_row_text (shop, DAYBOOK_SHOP_NAME),
                          daybook_words_platform (platform->platform), when);
}

/* The oldest of the newest exports of the shops' platforms, with a line for each in
 * `details`; 0 when nothing was imported yet. */
static gint64
read_oldest (DaybookDesk *desk,
             GString     *details)
{
  DaybookReader *reader = daybook_store_get_reader (daybook_desk_get_store (desk));
  g_autoptr(GPtrArray) shops = daybook_reader_all (reader, &daybook_shops, NULL);
  gint64 oldest = 0;

  for (guint i = 0; shops != NULL && i < shops->len; i++)
    {
      const DaybookRow *shop = g_ptr_array_index (shops, i);
      g_autoptr(GPtrArray) platforms = daybook_reader_as_of (reader, &shop->id, NULL);

      for (guint k = 0; platforms != NULL && k < platforms->len; k++)
        {
          const DaybookPlatformAsOf *platform = g_ptr_array_index (platforms, k);

          if (oldest == 0 || platform->as_of < oldest)
            oldest = platform->as_of;
          add_details (desk, shop, platform, details);
        }
    }

  return oldest;
}

static void
update (DaybookAsOf *self)
{
  g_autoptr(GString) details = g_string_new (NULL);
  gint64 oldest = read_oldest (self->desk, details);
  gint64 now = daybook_store_get_now (daybook_desk_get_store (self->desk));
  g_autofree char *when = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), oldest != 0);
  if (oldest == 0)
    return;

  when = describe (self->desk, oldest);
  /* Translators: %s is a time: how old the newest export is. */
  text = g_strdup_printf (_("As of %s"), when);
  g_string_append (details, _("Import a newer export to refresh the orders."));
  gtk_button_set_label (GTK_BUTTON (self->button), text);
  gtk_widget_set_tooltip_text (self->button, details->str);
  if (now - oldest > OLD_SECONDS)
    gtk_widget_add_css_class (self->button, "warning");
  else
    gtk_widget_remove_css_class (self->button, "warning");
}

static void
daybook_as_of_finalize (GObject *object)
{
  g_clear_object (&DAYBOOK_AS_OF (object)->desk);

  G_OBJECT_CLASS (daybook_as_of_parent_class)->finalize (object);
}

static void
daybook_as_of_class_init (DaybookAsOfClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_as_of_finalize;
}

static void
daybook_as_of_init (DaybookAsOf *self)
{
  self->button = gtk_button_new ();
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "as-of");
  gtk_widget_add_css_class (self->button, "numeric");
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->button), "win.show-page('imports')");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  adw_bin_set_child (ADW_BIN (self), self->button);
}

void
daybook_as_of_set_desk (DaybookAsOf *self,
                        DaybookDesk *desk)
{
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (daybook_desk_get_store (desk), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (daybook_desk_get_clock (desk), "day", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
