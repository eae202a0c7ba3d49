/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/customer-box.h"

#include "app/common/last-act.h"
#include "core/customer.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  /* Owned */
  DaybookDesk *desk;
  DaybookRow  *customer;

  DaybookShow  show;
  gboolean     is_other;
} DaybookCustomerBoxPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DaybookCustomerBox, daybook_customer_box, ADW_TYPE_BIN)

static DaybookCustomerBoxPrivate *
get_private (DaybookCustomerBox *self)
{
  return daybook_customer_box_get_instance_private (self);
}

static void
daybook_customer_box_dispose (GObject *object)
{
  DaybookCustomerBoxPrivate *priv = get_private (DAYBOOK_CUSTOMER_BOX (object));

  g_clear_object (&priv->desk);
  g_clear_pointer (&priv->customer, daybook_row_unref);

  G_OBJECT_CLASS (daybook_customer_box_parent_class)->dispose (object);
}

static void
daybook_customer_box_class_init (DaybookCustomerBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_customer_box_dispose;
}

static void
daybook_customer_box_init (DaybookCustomerBox *self)
{
}

void
daybook_customer_box_show (DaybookCustomerBox *self,
                           DaybookDesk        *desk,
                           const DaybookRow   *customer,
                           DaybookShow         show)
{
  DaybookCustomerBoxPrivate *priv = get_private (self);
  g_autoptr(DaybookRow) before = g_steal_pointer (&priv->customer);

  g_set_object (&priv->desk, desk);
  priv->customer = daybook_row_ref ((DaybookRow *) customer);
  priv->is_other = before == NULL || !daybook_id_equal (&before->id, &customer->id);
  priv->show = show;
  DAYBOOK_CUSTOMER_BOX_GET_CLASS (self)->show (self);
}

void
daybook_customer_box_leave (DaybookCustomerBox *self)
{
  if (get_private (self)->customer != NULL && DAYBOOK_CUSTOMER_BOX_GET_CLASS (self)->leave != NULL)
    DAYBOOK_CUSTOMER_BOX_GET_CLASS (self)->leave (self);
}

void
daybook_customer_box_add_personal (DaybookCustomerBox *self,
                                   GPtrArray          *rows)
{
  if (DAYBOOK_CUSTOMER_BOX_GET_CLASS (self)->add_personal != NULL)
    DAYBOOK_CUSTOMER_BOX_GET_CLASS (self)->add_personal (self, rows);
}

DaybookDesk *
daybook_customer_box_get_desk (DaybookCustomerBox *self)
{
  return get_private (self)->desk;
}

DaybookStore *
daybook_customer_box_get_store (DaybookCustomerBox *self)
{
  return daybook_desk_get_store (get_private (self)->desk);
}

DaybookReader *
daybook_customer_box_get_reader (DaybookCustomerBox *self)
{
  return daybook_store_get_reader (daybook_customer_box_get_store (self));
}

const DaybookRow *
daybook_customer_box_get_customer (DaybookCustomerBox *self)
{
  return get_private (self)->customer;
}

DaybookShow
daybook_customer_box_get_show (DaybookCustomerBox *self)
{
  return get_private (self)->show;
}

gboolean
daybook_customer_box_is_other (DaybookCustomerBox *self)
{
  return get_private (self)->is_other;
}

void
daybook_customer_box_set_group (DaybookCustomerBox *self,
                                const char         *title,
                                GtkWidget          *suffix)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  if (suffix != NULL)
    adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), suffix);
  adw_bin_set_child (ADW_BIN (self), group);
}

void
daybook_customer_box_append (DaybookCustomerBox *self,
                             GtkWidget          *child)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (adw_bin_get_child (ADW_BIN (self))), child);
}

GtkWidget *
daybook_customer_box_append_older (DaybookCustomerBox *self)
{
  GtkWidget *older = gtk_button_new_with_label (_("Show Older"));

  gtk_widget_set_halign (older, GTK_ALIGN_START);
  gtk_widget_set_margin_top (older, 8);
  gtk_widget_add_css_class (older, "flat");
  daybook_customer_box_append (self, older);
  return older;
}

DaybookEdit *
daybook_customer_box_new_edit (DaybookCustomerBox *self,
                               const char         *title)
{
  return daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (daybook_customer_box_get_store (self)));
}

void
daybook_customer_box_commit (DaybookCustomerBox *self,
                             DaybookEdit        *edit)
{
  daybook_last_act_commit (GTK_WIDGET (self), daybook_customer_box_get_store (self), edit);
}

void
daybook_customer_box_set (DaybookCustomerBox *self,
                          guint               field,
                          DaybookValue        value,
                          const char         *title)
{
  g_autoptr(DaybookEdit) edit = daybook_customer_box_new_edit (self, title);

  daybook_edit_set (edit, &daybook_customers, &get_private (self)->customer->id, field, value);
  daybook_customer_box_commit (self, edit);
}
