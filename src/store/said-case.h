/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/survey.h"
#include "store/store.h"

G_BEGIN_DECLS

/* What becomes of what a customer says when asked: a low score a complaint, an opinion a suggestion (RV-06, CU-08), each a
 * case of the register of that name, with the customer, the order and their words. */
typedef enum
{
  DAYBOOK_SAID_COMPLAINT,
  DAYBOOK_SAID_SUGGESTION,
  DAYBOOK_SAID_N,
} DaybookSaidCase;

/* The field of a survey in which the case stands. */
#define DAYBOOK_SAID_FIELD(what) (DAYBOOK_SURVEY_COMPLAINT + (guint) (what))

/* Whether such a case can come of it: scores that are low, an opinion; and the shop shows the register, or whoever is at
 * the desk may have it shown, which is then part of the act. */
gboolean     daybook_said_case_fits (DaybookReader            *reader,
                                     DaybookSaidCase           what,
                                     const DaybookSurveySaid  *said);
/* Adds the case to the edit. `of`: the case, order or customer that it is about; a case is linked. `id` gets the new one's.
 * Errors: NOT_FOUND: the shop has no such register; as the reader. */
gboolean     daybook_said_case_add  (DaybookEdit              *edit,
                                     DaybookStore             *store,
                                     DaybookSaidCase           what,
                                     const DaybookRow         *of,
                                     const DaybookSurveySaid  *said,
                                     DaybookId                *id,
                                     GError                  **error);
/* Those of `becomes` (DAYBOOK_SAID_N of them) alike, whose ids get into `ids`; `said` then names them. */
gboolean     daybook_said_cases_add (DaybookEdit              *edit,
                                     DaybookStore             *store,
                                     const DaybookRow         *of,
                                     const gboolean           *becomes,
                                     DaybookId                *ids,
                                     DaybookSurveySaid        *said,
                                     GError                  **error);
/* The same of a survey that stands in the book, which then names it.
 * Errors: CONSTRAINT: it has one, or nobody is known to have said it; as above. */
DaybookEdit *daybook_said_case_act  (DaybookStore             *store,
                                     DaybookSaidCase           what,
                                     const DaybookRow         *survey,
                                     DaybookId                *id,
                                     GError                  **error);
/* The survey of which a case came; NULL without error: of none. (transfer full) */
DaybookRow  *daybook_said_case_origin (DaybookReader          *reader,
                                     const DaybookId          *of,
                                     GError                  **error);

G_END_DECLS
