/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/grade-proposals.h"
#include "store/rhythm.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* A customer in a list of VIPs. */
typedef struct
{
  gint64                customer; /* key */
  gboolean              proposed; /* another grade is */
  DaybookGradeCandidate candidate;
  gint64                began;    /* of the time until they are to hear from the shop again; */
  gint64                due;      /* 0: nobody counts */
} DaybookVipMark;

#define DAYBOOK_TYPE_VIP_OBJECT (daybook_vip_object_get_type ())
G_DECLARE_FINAL_TYPE (DaybookVipObject, daybook_vip_object, DAYBOOK, VIP_OBJECT, GObject)

DaybookVipObject     *daybook_vip_object_new      (const DaybookVipMark *mark);
const DaybookVipMark *daybook_vip_object_get_mark (DaybookVipObject     *self);
/* Takes what is known of the customer by now. */
void                  daybook_vip_object_take     (DaybookVipObject     *self,
                                                   DaybookVipObject     *newer);

G_END_DECLS
