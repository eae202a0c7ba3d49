/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/id.h"
#include "core/registry.h"

G_BEGIN_DECLS

/* What people said of something that is due: done, or not before a time. A shared row, so that
 * it outlives the reckoning of what is due, imports and sync (RECORDS §6). */
enum
{
  DAYBOOK_ATTENTION_DELETED,
  DAYBOOK_ATTENTION_RULE,  /* key */
  DAYBOOK_ATTENTION_KIND,  /* of the row that it is about: case, task … */
  DAYBOOK_ATTENTION_ROW,   /* its id, as text */
  DAYBOOK_ATTENTION_CYCLE, /* which time it is due, in decimals (core/due.h) */
  DAYBOOK_ATTENTION_DONE_AT,
  DAYBOOK_ATTENTION_SNOOZED_AT,
  DAYBOOK_ATTENTION_UNTIL,
  DAYBOOK_ATTENTION_KEEP,  /* snoozed even if the customer answers */
  DAYBOOK_ATTENTION_AGENT, /* who said so last */
  DAYBOOK_ATTENTION_N_FIELDS,
};

extern const DaybookTable daybook_attentions;

/* The id of the row: the same on every laptop. */
void daybook_attention_row_id (DaybookId       *id,
                               const char      *rule,
                               const char      *kind,
                               const DaybookId *row,
                               gint64           cycle);

G_END_DECLS
