/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/today/follow-panel.h"

#include "app/common/clock-chip.h"
#include "app/common/shell.h"
#include "app/compat/wrap-box.h"
#include "app/customers/customer-panel.h"
#include "app/orders/order-panel.h"
#include "core/article.h"
#include "core/campaign.h"
#include "core/customer.h"
#include "core/due-order.h"
#include "core/order.h"
#include "core/remembered-day.h"
#include "core/shop.h"
#include "store/customer-merge.h"
#include "store/due-acts.h"

#include <glib/gi18n-lib.h>

struct _DaybookFollowPanel
{
  AdwBin                parent_instance;

  /* Template widgets */
  GtkBox               *content;
  GtkLabel             *title;
  DaybookClockChip     *chip;
  GtkLabel             *about;
  GtkLabel             *why;
  GtkWidget            *buttons;

  DaybookOrderPanel    *order;    /* made for the first order; or NULL */
  DaybookCustomerPanel *customer; /* likewise */

  /* Owned */
  DaybookDesk          *desk;
  DaybookRow           *row;
};

G_DEFINE_FINAL_TYPE (DaybookFollowPanel, daybook_follow_panel, ADW_TYPE_BIN)

enum
{
  EDIT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static DaybookStore *
get_store (DaybookFollowPanel *self)
{
  return daybook_desk_get_store (self->desk);
}

/* --- The order -------------------------------------------------------------------------------- */

static void
on_act_wanted (DaybookFollowPanel *self,
               DaybookOrderAct    *act)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = daybook_order_act_build (act, daybook_store_get_reader (get_store (self)), NULL, &error);

  if (edit == NULL)
    daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error);
  else if (daybook_edit_size (edit) > 0)
    g_signal_emit (self, signals[EDIT], 0, edit);
}

static void
on_customer_wanted (DaybookFollowPanel *self)
{
  const DaybookId *customer = daybook_row_ref_id (self->row, DAYBOOK_ORDER_CUSTOMER);

  if (customer != NULL)
    daybook_shell_show_row (daybook_shell_of (GTK_WIDGET (self)), &daybook_customers, customer);
}

static void
show_order (DaybookFollowPanel *self)
{
  gboolean is_order = self->row->table == &daybook_orders;

  if (is_order && self->order == NULL)
    {
      self->order = g_object_new (DAYBOOK_TYPE_ORDER_PANEL, "vexpand", TRUE, NULL);
      daybook_order_panel_set_desk (self->order, self->desk);
      g_signal_connect_object (self->order, "act", G_CALLBACK (on_act_wanted), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->order, "customer-wanted", G_CALLBACK (on_customer_wanted), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->content, GTK_WIDGET (self->order));
    }
  if (self->order == NULL)
    return;

  daybook_order_panel_show (self->order, is_order ? self->row : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->order), is_order);
}

/* --- The customer ------------------------------------------------------------------------------ */

/* Whose day it is. */
static void
show_customer (DaybookFollowPanel *self)
{
  const DaybookId *id = self->row->table == &daybook_remembered_days ? daybook_row_ref_id (self->row, DAYBOOK_REMEMBERED_CUSTOMER) : NULL;
  g_autoptr(DaybookRow) customer = id != NULL ? daybook_reader_customer_on_card (daybook_store_get_reader (get_store (self)), id, NULL) : NULL;

  if (customer != NULL && self->customer == NULL)
    {
      self->customer = g_object_new (DAYBOOK_TYPE_CUSTOMER_PANEL, "vexpand", TRUE, NULL);
      daybook_customer_panel_set_desk (self->customer, self->desk);
      gtk_box_append (self->content, GTK_WIDGET (self->customer));
    }
  if (self->customer == NULL)
    return;

  daybook_customer_panel_show (self->customer, customer);
  gtk_widget_set_visible (GTK_WIDGET (self->customer), customer != NULL);
}

/* --- What to do ----------------------------------------------------------------------------------- */

static GtkWidget *
add_button (DaybookFollowPanel *self,
            const char         *label)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_insert_before (button, self->buttons, NULL);
  return button;
}

/* `target` NULL: the action takes none. */
static void
add_action (DaybookFollowPanel *self,
            const char         *label,
            const char         *action,
            GVariant           *target)
{
  GtkWidget *button = add_button (self, label);

  /* In this order: an action is looked up with what it is given. */
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}

static void
on_row_wanted (DaybookFollowPanel *self)
{
  daybook_shell_show_row (daybook_shell_of (GTK_WIDGET (self)), self->row->table, &self->row->id);
}

/* What it is about, on its own page. */
static void
add_row (DaybookFollowPanel *self,
         const char         *label)
{
  g_signal_connect_object (add_button (self, label), "clicked", G_CALLBACK (on_row_wanted), self, G_CONNECT_SWAPPED);
}

/* "红色连衣裙: 7 left" (transfer full) */
static char *
describe_stock (DaybookFollowPanel *self)
{
  /* Translators: a product, its SKU, and how many of it are left: told to the others of the shop. */
  return g_strdup_printf (_("%1$s (%2$s): %3$ld left"), daybook_row_text (self->row, DAYBOOK_PRODUCT_TITLE),
                          daybook_row_text (self->row, DAYBOOK_PRODUCT_SKU), (long) daybook_row_int (self->row, DAYBOOK_PRODUCT_ON_HAND));
}

/* For the shop's chat: the others are told what is really left (OR-09). */
static void
on_copy_wanted (DaybookFollowPanel *self)
{
  g_autofree char *text = describe_stock (self);

  daybook_shell_copy (GTK_WIDGET (self), text, text);
}

static void
add_stock (DaybookFollowPanel *self)
{
  g_signal_connect_object (add_button (self, _("_Copy for the Others")), "clicked", G_CALLBACK (on_copy_wanted), self, G_CONNECT_SWAPPED);
  add_row (self, _("Show the _Product"));
}

static void
show_buttons (DaybookFollowPanel *self,
              DaybookRuleId       rule)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->buttons)) != NULL)
    gtk_widget_unparent (child);

  switch ((int) rule)
    {
    case DAYBOOK_RULE_TRACE:
      add_action (self, _("_Look Up the Parcels"), "win.show-page", g_variant_new_string ("parcels"));
      break;
    case DAYBOOK_RULE_NO_AGENT:
      add_action (self, _("Show _These Orders"), "win.show-view", g_variant_new ("(ss)", "orders", "no-agent"));
      break;
    case DAYBOOK_RULE_STALE:
      add_action (self, _("_Import a File…"), "win.import", NULL);
      break;
    case DAYBOOK_RULE_STOCK:
      add_stock (self);
      break;
    case DAYBOOK_RULE_CAMPAIGN:
    case DAYBOOK_RULE_CAMPAIGN_END:
      add_row (self, _("Show the _Campaign"));
      break;
    case DAYBOOK_RULE_DAY:
      add_action (self, _("Con_gratulate…"), "win.phrase", NULL);
      break;
    default:
      break;
    }
  gtk_widget_set_visible (self->buttons, gtk_widget_get_first_child (self->buttons) != NULL);
}

/* (transfer full), or NULL */
static char *
describe (DaybookFollowPanel   *self,
          const DaybookDueItem *item)
{
  if (self->row->table == &daybook_products)
    return describe_stock (self);
  if (self->row->table == &daybook_articles)
    return g_strdup (daybook_row_text (self->row, DAYBOOK_ARTICLE_TITLE));
  if (self->row->table == &daybook_remembered_days)
    return g_strdup (daybook_remembered_day_name (self->row));
  if (self->row->table == &daybook_campaigns)
    return g_strdup (daybook_row_text (self->row, DAYBOOK_CAMPAIGN_TITLE));

  return daybook_due_of_which (&item->due, daybook_store_get_zone (get_store (self)));
}

/* --- The panel --------------------------------------------------------------------------------------- */

static void
daybook_follow_panel_dispose (GObject *object)
{
  DaybookFollowPanel *self = DAYBOOK_FOLLOW_PANEL (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->row, daybook_row_unref);

  G_OBJECT_CLASS (daybook_follow_panel_parent_class)->dispose (object);
}

static void
daybook_follow_panel_class_init (DaybookFollowPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_follow_panel_dispose;
  signals[EDIT] = g_signal_new ("edit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (DAYBOOK_TYPE_CLOCK_CHIP);
  g_type_ensure (DAYBOOK_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/today/follow-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookFollowPanel, content);
  gtk_widget_class_bind_template_child (widget_class, DaybookFollowPanel, title);
  gtk_widget_class_bind_template_child (widget_class, DaybookFollowPanel, chip);
  gtk_widget_class_bind_template_child (widget_class, DaybookFollowPanel, about);
  gtk_widget_class_bind_template_child (widget_class, DaybookFollowPanel, why);
  gtk_widget_class_bind_template_child (widget_class, DaybookFollowPanel, buttons);
}

static void
daybook_follow_panel_init (DaybookFollowPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
daybook_follow_panel_new (DaybookDesk *desk)
{
  DaybookFollowPanel *self = g_object_new (DAYBOOK_TYPE_FOLLOW_PANEL, NULL);

  self->desk = g_object_ref (desk);
  return GTK_WIDGET (self);
}

void
daybook_follow_panel_show (DaybookFollowPanel   *self,
                           const DaybookDueItem *item,
                           const DaybookRow     *row)
{
  GTimeZone *zone = daybook_store_get_zone (get_store (self));
  g_autofree char *why = daybook_due_item_explain (daybook_store_get_reader (get_store (self)), item);
  g_autofree char *about = NULL;

  g_clear_pointer (&self->row, daybook_row_unref);
  self->row = daybook_row_ref ((DaybookRow *) row);
  about = describe (self, item);

  gtk_label_set_text (self->title, _(daybook_rule_kind (item->due.rule)->label));
  daybook_clock_chip_show (self->chip, &item->due, daybook_store_get_now (get_store (self)), zone);
  gtk_label_set_text (self->about, about != NULL ? about : "");
  gtk_widget_set_visible (GTK_WIDGET (self->about), about != NULL);
  gtk_label_set_text (self->why, why);
  show_buttons (self, item->due.rule);
  show_order (self);
  show_customer (self);
}
