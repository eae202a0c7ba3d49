/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "core/query.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What is planned, by the month (CU-12, CU-14): a bar for each campaign over its days. */
#define DAYBOOK_TYPE_CAMPAIGN_MONTH (daybook_campaign_month_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCampaignMonth, daybook_campaign_month, DAYBOOK, CAMPAIGN_MONTH, AdwBin)

GtkWidget   *daybook_campaign_month_new       (DaybookDesk          *desk);
/* Of which campaigns; copied. */
void         daybook_campaign_month_set_query (DaybookCampaignMonth *self,
                                               const DaybookQuery   *query);
/* The day at hand. */
const GDate *daybook_campaign_month_get_day   (DaybookCampaignMonth *self);

/* Signals: `opened` (gint64 key): a person wants to see that campaign. `wanted` (): a new one on the day at hand. `edit`
 * (DaybookEdit *): one was moved; complete, to be committed. */

G_END_DECLS
