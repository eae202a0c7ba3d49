/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/error.h"
#include "core/order.h"
#include "core/row.h"

G_BEGIN_DECLS

/* Who attended to an order, as the platform's note and colour say it (OR-03, OR-14): agents
 * write their name or code into the platform's note for their commission, and nobody is to
 * type it twice.
 *
 * The shop's pattern (setting `agent-pattern`) says how its agents write: `{agent}`
 * stands for the name or code, blanks for any run of blanks, everything else for itself; e.g.
 * "客服{agent}" or "[{agent}]". Code or name must stand as a whole word: "007" is not in
 * "10075". Han text has no blanks between words, so a name in Han is found anywhere in it.
 * Case and width do not matter. */
#define DAYBOOK_PROPOSAL_SETTING "agent-pattern"
#define DAYBOOK_PROPOSAL_DEFAULT "{agent}"

typedef struct _DaybookProposer DaybookProposer;

typedef struct
{
  const DaybookRow *agent; /* of those given, or NULL: none, or more than one are named */
  DaybookFlag       flag;  /* the platform's colour; NONE proposes nothing */
} DaybookProposal;

/* `agents`: (element-type DaybookRow) of daybook_agents; references are taken.
 * `pattern` NULL or empty: the default. Errors: FORMAT (no `{agent}` in it, or two). */
DaybookProposer *daybook_proposer_new     (const char       *pattern,
                                           GPtrArray        *agents,
                                           GError          **error);
void             daybook_proposer_free    (DaybookProposer  *self);
/* What the order's platform columns say, for the columns of ours that are still empty: nothing
 * that a person set is proposed away. FALSE when there is nothing to propose. */
gboolean         daybook_proposer_propose (DaybookProposer  *self,
                                           const DaybookRow *order,
                                           DaybookProposal  *proposal);
/* The agent that a note names, or NULL: for trying a pattern. */
const DaybookRow *daybook_proposer_find   (DaybookProposer  *self,
                                           const char       *note);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookProposer, daybook_proposer_free)

G_END_DECLS
