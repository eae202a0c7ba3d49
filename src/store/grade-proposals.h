/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "core/grade-proposal.h"
#include "store/reader.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whose VIP grade is to be another one, by what they have bought (CU-04). Nobody's is changed but by a person: who
 * declines is not asked again, which is a row of attentions (core/attention.h). */
#define DAYBOOK_GRADE_ATTENTION "vip_grade"

/* One customer for whom another grade is proposed. */
typedef struct
{
  gint64               customer; /* key */
  DaybookId            id;
  DaybookGradeProposal proposal;
} DaybookGradeCandidate;

/* All of them, promotions of the highest grades first. It goes through every order: not for the thread of the window. `progress`: of
 * customers looked at; or NULL. (element-type DaybookGradeCandidate) (transfer full) */
GArray      *daybook_reader_grade_candidates (DaybookReader           *reader,
                                              const DaybookGradeRules *rules,
                                              gint64                   now,
                                              GFileProgressCallback    progress,
                                              gpointer                 progress_data,
                                              GError                 **error);
/* What one customer's orders come to, with those of whoever was merged into them. */
gboolean     daybook_reader_grade_facts      (DaybookReader           *reader,
                                              const DaybookGradeRules *rules,
                                              gint64                   customer,
                                              gint64                   now,
                                              DaybookGradeFacts       *facts,
                                              GError                 **error);
/* Whether another grade is proposed for a customer, and nobody has declined it. */
gboolean     daybook_reader_grade_candidate  (DaybookReader           *reader,
                                              const DaybookGradeRules *rules,
                                              const DaybookRow        *customer,
                                              gint64                   now,
                                              DaybookGradeCandidate   *candidate);

/* What was taken off the customer's orders for the grade, in that currency (OR-12); 0: nothing. */
gint64       daybook_reader_vip_off          (DaybookReader           *reader,
                                              gint64                   customer,
                                              const char              *currency);

/* The customers have the grades proposed for them. (element-type DaybookGradeCandidate) */
DaybookEdit *daybook_grade_act_confirm       (DaybookReader           *reader,
                                              const DaybookGradeRules *rules,
                                              GArray                  *candidates,
                                              const DaybookId         *agent);
/* They keep those that they have. */
DaybookEdit *daybook_grade_act_decline       (DaybookReader           *reader,
                                              GArray                  *candidates,
                                              const DaybookId         *agent,
                                              gint64                   now,
                                              GError                 **error);

G_END_DECLS
