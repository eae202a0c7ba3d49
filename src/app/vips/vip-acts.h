/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "app/vips/vip-row.h"

G_BEGIN_DECLS

/* What people do with those on the page of VIPs. Each commits through the shell that `widget` stands in. */

/* What a step does with these. (element-type DaybookVipObject) */
void daybook_vip_act_step    (GtkWidget               *widget,
                              DaybookDesk             *desk,
                              const DaybookGradeRules *rules,
                              GPtrArray               *objects,
                              DaybookVipStep           step);
/* They have the grades that are proposed. (element-type DaybookGradeCandidate) */
void daybook_vip_act_confirm (GtkWidget               *widget,
                              DaybookDesk             *desk,
                              const DaybookGradeRules *rules,
                              GArray                  *candidates);

G_END_DECLS
