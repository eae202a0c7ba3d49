/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/round-row.h"
#include "app/vips/vip-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One customer in a list of VIPs: with the grade that is proposed and why, or with the time until the next contact. */
#define DAYBOOK_TYPE_VIP_ROW (daybook_vip_row_get_type ())
G_DECLARE_FINAL_TYPE (DaybookVipRow, daybook_vip_row, DAYBOOK, VIP_ROW, DaybookRoundRow)

typedef enum
{
  DAYBOOK_VIP_CONFIRM,
  DAYBOOK_VIP_DECLINE,
  DAYBOOK_VIP_CONTACTED,
  DAYBOOK_VIP_CALLED,
} DaybookVipStep;

GtkWidget *daybook_vip_row_new  (DaybookDesk             *desk);
/* NULL: nobody. `rules` are borrowed for the call. */
void       daybook_vip_row_show (DaybookVipRow           *self,
                                 DaybookVipObject        *object,
                                 const DaybookGradeRules *rules);

/* The steps of its signal are DaybookVipStep. */

G_END_DECLS
