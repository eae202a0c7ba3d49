/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "core/pass.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* The daily sweep of the shop's back office (IN-20). */
#define DAYBOOK_PASS_SWEEP "sweep"

/* A pass that Daybook brings, in the person's language; read once, and it lives for good. NULL: there
 * is none of that key. Any thread. */
const DaybookPass *daybook_pass_shipped      (const char        *key);

/* The keys of all of them, in the order in which they are shown; ends with NULL. */
extern const char *const daybook_pass_shipped_keys[];

/* The ticks of a day ("2026-11-29"). (element-type DaybookRow) */
GPtrArray         *daybook_reader_pass_ticks (DaybookReader     *self,
                                              const char        *pass,
                                              const char        *day,
                                              GError           **error);
/* The one of that place among them, or NULL. */
const DaybookRow  *daybook_pass_ticks_find   (GPtrArray         *ticks,
                                              const char        *round,
                                              const char        *step);

typedef enum
{
  DAYBOOK_TICK_ON,
  DAYBOOK_TICK_OFF, /* it was not looked at, after all */
} DaybookTickState;

/* That the place was looked at on that day by `agent` at `now` (UTC seconds), or was not. */
DaybookEdit       *daybook_pass_act_tick     (const DaybookPass *pass,
                                              const char        *day,
                                              const DaybookPassRound *round,
                                              const DaybookPassStep  *step,
                                              DaybookTickState   state,
                                              const DaybookId   *agent,
                                              gint64             now);

G_END_DECLS
