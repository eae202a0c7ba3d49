/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "exchange/sample-words.h"
#include "store/store.h"

G_BEGIN_DECLS

/* What the sample shop's people did with its cases: a few stories in several registers, told step by
 * step, some at their end, some in the middle, some late. The rules of the registers hold for them
 * too. */

/* Files are brought in and their orders taken over in so many seconds. */
#define DAYBOOK_SAMPLE_ROUND_TAKES (15 * 60)

typedef struct
{
  DaybookStore    *store;
  const DaybookId *agents;   /* DAYBOOK_SAMPLE_N_AGENTS; borrowed, as the rounds are */
  const gint64    *rounds;   /* when files come in, UTC seconds: whoever is at the desk is busy then */
  guint            n_rounds;
  gint64           now;      /* of whoever looks at it, UTC seconds */
  GArray          *begun;    /* DaybookId of each story's case; null: not begun, or none was there */
} DaybookSampleDesk;

void         daybook_sample_desk_init  (DaybookSampleDesk *desk,
                                        DaybookStore      *store,
                                        const DaybookId   *agents,
                                        const gint64      *rounds,
                                        guint              n_rounds,
                                        gint64             now);
void         daybook_sample_desk_clear (DaybookSampleDesk *desk);
/* So many minutes ago, or when the files of a round are in. */
gint64       daybook_sample_desk_at    (const DaybookSampleDesk *desk,
                                        guint              minutes);
/* One of the newest orders of a known buyer who has the goods at that time, the newest first, and pays in CNY; NULL without an
 * error: there is none. (transfer full) */
DaybookRow  *daybook_sample_desk_order (const DaybookSampleDesk *desk,
                                        guint              nth,
                                        gint64             at,
                                        GError           **error);

/* Steps of all stories, each story's own in their order. */
guint        daybook_sample_n_steps    (void);
/* When it is done, and by whom (an index of `agents`). */
gint64       daybook_sample_step_at    (const DaybookSampleDesk *desk,
                                        guint              step);
guint        daybook_sample_step_agent (guint              step);
/* The edit of the step, once those before it are in the book; NULL without an error: there is nothing
 * to do it with. (transfer full) */
DaybookEdit *daybook_sample_step_edit  (DaybookSampleDesk *desk,
                                        guint              step,
                                        GError           **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DaybookSampleDesk, daybook_sample_desk_clear)

G_END_DECLS
