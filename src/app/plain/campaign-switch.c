/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/plain/campaign-switch.h"

#include "app/common/prefs.h"
#include "app/plain/campaign-month.h"
#include "core/campaign.h"

#include <glib/gi18n-lib.h>

#define KEY "campaigns-by-month"
#define SWITCH "daybook-campaign-switch"

struct _DaybookCampaignSwitch
{
  GObject               parent_instance;

  /* Borrowed */
  DaybookPlainPage     *page;  /* it owns this */
  DaybookCampaignMonth *month; /* in sight, or NULL */

  /* Owned */
  GSettings            *settings; /* or NULL */
};

G_DEFINE_FINAL_TYPE (DaybookCampaignSwitch, daybook_campaign_switch, G_TYPE_OBJECT)

static void
on_opened (DaybookCampaignSwitch *self,
           gint64                 key)
{
  DaybookListPage *page = DAYBOOK_LIST_PAGE (self->page);
  DaybookId id;

  if (daybook_reader_id (daybook_store_get_reader (daybook_list_page_get_store (page)), &daybook_campaigns, key, &id, NULL))
    daybook_list_page_open (page, &id);
}

static void
on_edit (DaybookCampaignSwitch *self,
         DaybookEdit           *edit)
{
  daybook_view_page_commit (DAYBOOK_VIEW_PAGE (self->page), edit);
}

static void
show_month (DaybookCampaignSwitch *self)
{
  DaybookListPage *page = DAYBOOK_LIST_PAGE (self->page);

  self->month = DAYBOOK_CAMPAIGN_MONTH (daybook_campaign_month_new (daybook_list_page_get_desk (page)));
  g_signal_connect_object (self->month, "opened", G_CALLBACK (on_opened), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->month, "wanted", G_CALLBACK (daybook_plain_page_make), self->page, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->month, "edit", G_CALLBACK (on_edit), self, G_CONNECT_SWAPPED);
  daybook_list_page_unselect (page);
  daybook_list_page_set_body (page, GTK_WIDGET (self->month));
  daybook_campaign_switch_query_changed (self);
}

/* A month that nobody sees asks the book nothing. */
static void
show_list (DaybookCampaignSwitch *self)
{
  self->month = NULL;
  daybook_list_page_set_body (DAYBOOK_LIST_PAGE (self->page), NULL);
}

static void
on_toggled (DaybookCampaignSwitch *self,
            GtkToggleButton       *button)
{
  gboolean month = gtk_toggle_button_get_active (button);

  if (self->settings != NULL)
    g_settings_set_boolean (self->settings, KEY, month);
  if (month)
    show_month (self);
  else
    show_list (self);
}

static void
daybook_campaign_switch_dispose (GObject *object)
{
  g_clear_object (&DAYBOOK_CAMPAIGN_SWITCH (object)->settings);

  G_OBJECT_CLASS (daybook_campaign_switch_parent_class)->dispose (object);
}

static void
daybook_campaign_switch_class_init (DaybookCampaignSwitchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_campaign_switch_dispose;
}

static void
daybook_campaign_switch_init (DaybookCampaignSwitch *self)
{
  self->settings = daybook_prefs_new ();
}

static GtkWidget *
make_buttons (DaybookCampaignSwitch *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *list = gtk_toggle_button_new_with_label (_("List"));
  GtkWidget *month = gtk_toggle_button_new_with_label (C_("calendar", "Month"));

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), month);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (list), TRUE);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (month), GTK_TOGGLE_BUTTON (list));
  g_signal_connect_object (month, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (month), self->settings != NULL && g_settings_get_boolean (self->settings, KEY));
  return box;
}

void
daybook_campaign_switch_attach (DaybookPlainPage *page)
{
  DaybookCampaignSwitch *self = g_object_new (DAYBOOK_TYPE_CAMPAIGN_SWITCH, NULL);

  self->page = page;
  g_object_set_data_full (G_OBJECT (page), SWITCH, self, g_object_unref);
  daybook_list_page_add_switch (DAYBOOK_LIST_PAGE (page), make_buttons (self));
}

DaybookCampaignSwitch *
daybook_campaign_switch_of (DaybookPlainPage *page)
{
  return g_object_get_data (G_OBJECT (page), SWITCH);
}

const GDate *
daybook_campaign_switch_get_day (DaybookCampaignSwitch *self)
{
  return self->month != NULL ? daybook_campaign_month_get_day (self->month) : NULL;
}

void
daybook_campaign_switch_query_changed (DaybookCampaignSwitch *self)
{
  if (self->month != NULL)
    daybook_campaign_month_set_query (self->month, daybook_list_page_get_query (DAYBOOK_LIST_PAGE (self->page)));
}
