/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/plain/plain-page.h"

G_BEGIN_DECLS

/* Turns the page of campaigns from its list to the month and back, and remembers on this device which it was. */
#define DAYBOOK_TYPE_CAMPAIGN_SWITCH (daybook_campaign_switch_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCampaignSwitch, daybook_campaign_switch, DAYBOOK, CAMPAIGN_SWITCH, GObject)

/* `page` owns it. */
void                   daybook_campaign_switch_attach        (DaybookPlainPage      *page);
/* (transfer none) */
DaybookCampaignSwitch *daybook_campaign_switch_of            (DaybookPlainPage      *page);
/* The day at hand; NULL: the list is shown, which has none. */
const GDate           *daybook_campaign_switch_get_day       (DaybookCampaignSwitch *self);
/* The page asks another question. */
void                   daybook_campaign_switch_query_changed (DaybookCampaignSwitch *self);

G_END_DECLS
