/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/pass.h"
#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The places of one round of a day: a tick each, with who and when; what is found there begins a case. Space
 * ticks a place and goes on to the next one. */
typedef enum
{
  DAYBOOK_TICKS_LIVE,
  DAYBOOK_TICKS_PAST, /* looked at only */
} DaybookTicksState;

/* `pass` lives as long as the group. `label`: its heading, behind which stands how many are ticked. */
GtkWidget *daybook_tick_group_new (DaybookStore           *store,
                                   const DaybookPass      *pass,
                                   const DaybookPassRound *round,
                                   const char             *day,
                                   const char             *label,
                                   DaybookTicksState       state);

/* Groups are made anew when the book changes. In which row below `widget` the focus is, -1: in none; and putting
 * it there again. */
int        daybook_ticks_find_focus (GtkWidget *widget);
void       daybook_ticks_put_focus  (GtkWidget *widget,
                                     int        row);

G_END_DECLS
