/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/customer-ways.h"

#include "app/common/facts.h"
#include "app/common/words.h"
#include "core/customer.h"

#include <glib/gi18n-lib.h>

/* A reseller orders for thousands of people under one nick. */
#define CONTACTS_MAX 50

struct _DaybookCustomerWays
{
  DaybookCustomerBox parent_instance;

  DaybookFacts      *contacts;
};

G_DEFINE_FINAL_TYPE (DaybookCustomerWays, daybook_customer_ways, DAYBOOK_TYPE_CUSTOMER_BOX)

static DaybookDesk *
get_desk (DaybookCustomerWays *self)
{
  return daybook_customer_box_get_desk (DAYBOOK_CUSTOMER_BOX (self));
}

static DaybookReader *
get_reader (DaybookCustomerWays *self)
{
  return daybook_customer_box_get_reader (DAYBOOK_CUSTOMER_BOX (self));
}

static const DaybookRow *
get_customer (DaybookCustomerWays *self)
{
  return daybook_customer_box_get_customer (DAYBOOK_CUSTOMER_BOX (self));
}

static DaybookShow
get_show (DaybookCustomerWays *self)
{
  return daybook_customer_box_get_show (DAYBOOK_CUSTOMER_BOX (self));
}

/* (element-type DaybookRow), or NULL: the newest. */
static GPtrArray *
read_parts (DaybookCustomerWays *self,
            const DaybookTable   *table)
{
  return daybook_reader_some_parts (get_reader (self), table, (guint) table->owner, &get_customer (self)->id,
                                    DAYBOOK_PARTS_LAST, CONTACTS_MAX, NULL);
}

static void
add_rest (DaybookCustomerWays *self,
          const DaybookTable   *table,
          GPtrArray            *parts)
{
  g_autofree char *rest = NULL;

  if (parts == NULL || parts->len < CONTACTS_MAX)
    return;

  rest = daybook_words_rest (daybook_reader_count_parts (get_reader (self), table, (guint) table->owner,
                                                         &get_customer (self)->id, DAYBOOK_WORDS_REST_MAX, NULL), parts->len);
  daybook_facts_add (self->contacts, "", rest, DAYBOOK_FACT_REMARK);
}

static void
add_handles (DaybookCustomerWays *self)
{
  g_autoptr(GPtrArray) handles = read_parts (self, &daybook_handles);

  for (guint i = 0; handles != NULL && i < handles->len; i++)
    {
      const DaybookRow *handle = g_ptr_array_index (handles, i);
      g_autofree char *account = daybook_desk_format (get_desk (self), handle, DAYBOOK_HANDLE_ACCOUNT,
                                                      get_show (self));

      daybook_facts_add (self->contacts, daybook_words_platform (daybook_row_text (handle, DAYBOOK_HANDLE_PLATFORM)),
                         account, DAYBOOK_FACT_PERSON);
    }

  add_rest (self, &daybook_handles, handles);
}

static void
add_contacts (DaybookCustomerWays *self)
{
  g_autoptr(GPtrArray) contacts = read_parts (self, &daybook_contacts);

  for (guint i = 0; contacts != NULL && i < contacts->len; i++)
    {
      const DaybookRow *contact = g_ptr_array_index (contacts, i);
      g_autofree char *value = daybook_desk_format (get_desk (self), contact, DAYBOOK_CONTACT_VALUE,
                                                    get_show (self));

      daybook_facts_add (self->contacts,
                         daybook_words_enum (&daybook_contacts.fields[DAYBOOK_CONTACT_KIND],
                                             daybook_row_int (contact, DAYBOOK_CONTACT_KIND)),
                         value, DAYBOOK_FACT_PERSON);
    }

  add_rest (self, &daybook_contacts, contacts);
}

static void
show (DaybookCustomerBox *box)
{
  DaybookCustomerWays *self = DAYBOOK_CUSTOMER_WAYS (box);

  daybook_facts_begin (self->contacts);
  add_handles (self);
  add_contacts (self);
  daybook_facts_end (self->contacts);
  gtk_widget_set_visible (GTK_WIDGET (self), !daybook_facts_is_empty (self->contacts));
}

static void
add_personal (DaybookCustomerBox *box,
              GPtrArray          *rows)
{
  GPtrArray *handles = read_parts (DAYBOOK_CUSTOMER_WAYS (box), &daybook_handles);
  GPtrArray *contacts = read_parts (DAYBOOK_CUSTOMER_WAYS (box), &daybook_contacts);

  if (handles != NULL)
    g_ptr_array_extend_and_steal (rows, handles);
  if (contacts != NULL)
    g_ptr_array_extend_and_steal (rows, contacts);
}

static void
daybook_customer_ways_class_init (DaybookCustomerWaysClass *klass)
{
  DAYBOOK_CUSTOMER_BOX_CLASS (klass)->show = show;
  DAYBOOK_CUSTOMER_BOX_CLASS (klass)->add_personal = add_personal;
}

static void
daybook_customer_ways_init (DaybookCustomerWays *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->contacts = g_object_new (DAYBOOK_TYPE_FACTS, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->contacts), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->contacts), "panel-card");
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Accounts and Contacts"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->contacts));
  adw_bin_set_child (ADW_BIN (self), group);
}
