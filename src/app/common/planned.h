/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where today stands to it. */
typedef enum
{
  DAYBOOK_PLANNED_TO_COME,
  DAYBOOK_PLANNED_ON,
  DAYBOOK_PLANNED_OVER,
} DaybookPlannedState;

/* Something that lasts for days, as a calendar shows it. */
typedef struct
{
  gint64              key;   /* of its row */
  GDate               first;
  GDate               last;
  DaybookPlannedState state;
  const char         *mark;  /* a sign that tells its kind without any colour; static */
  const char         *style; /* CSS class of its kind; static */
  char               *label; /* on its bar */
  char               *says;  /* all of it, for a tooltip and a screen reader */
} DaybookPlanned;

void                  daybook_planned_free (DaybookPlanned *planned);
/* NULL: there is none of that key. `planned` may be NULL, here and below. (element-type DaybookPlanned) */
const DaybookPlanned *daybook_planned_find (GPtrArray      *planned,
                                            gint64          key);
/* Those that last on that day, in their order. (element-type DaybookPlanned) (transfer container) */
GPtrArray            *daybook_planned_on   (GPtrArray      *planned,
                                            const GDate    *day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookPlanned, daybook_planned_free)

G_END_DECLS
