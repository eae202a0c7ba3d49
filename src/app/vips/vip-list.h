/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/lane.h"
#include "app/vips/vip-object.h"

G_BEGIN_DECLS

/* What the page of VIPs shows, read beside the main thread. */
typedef enum
{
  DAYBOOK_VIPS_PROPOSALS,
  DAYBOOK_VIPS_ALL,
  DAYBOOK_VIPS_CONTACT,
} DaybookVipsView;

typedef enum
{
  DAYBOOK_VIPS_BY_TIME,  /* who has waited longest first */
  DAYBOOK_VIPS_BY_GRADE, /* the highest first */
} DaybookVipsOrder;

/* So many are shown; the others are counted. */
#define DAYBOOK_VIPS_MAX 5000

typedef struct
{
  GArray           *marks; /* DaybookVipMark */
  GArray           *candidates; /* DaybookGradeCandidate: all that are proposed, also those not shown; or NULL */
  guint             n_late;
  DaybookGradeRules rules;
} DaybookVipList;

typedef struct
{
  DaybookVipsView  view;
  DaybookVipsOrder order;
  gint64           now;
} DaybookVipQuestion;

void            daybook_vip_list_free        (DaybookVipList           *self);
/* `ear`: told how far it is (common/told-bar.h); taken over. */
void            daybook_vip_list_read_async  (DaybookLane              *lane,
                                              const DaybookVipQuestion *question,
                                              gpointer                  ear,
                                              GCancellable             *cancellable,
                                              GAsyncReadyCallback       callback,
                                              gpointer                  data);
DaybookVipList *daybook_vip_list_read_finish (GAsyncResult             *result,
                                              GError                  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookVipList, daybook_vip_list_free)

G_END_DECLS
