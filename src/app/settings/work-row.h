/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A long work going on: what it is, how far, and the button that stops it.
 * Hidden while nothing goes on, and then nothing moves (UX, Traps). */
#define DAYBOOK_TYPE_WORK_ROW (daybook_work_row_get_type ())
G_DECLARE_FINAL_TYPE (DaybookWorkRow, daybook_work_row, DAYBOOK, WORK_ROW, AdwPreferencesRow)

typedef enum
{
  DAYBOOK_WORK_CANCELLABLE,
  DAYBOOK_WORK_TO_ITS_END, /* cannot be stopped half-way */
} DaybookWorkKind;

/* Shows the row. Returns what its Cancel button cancels. (transfer none) */
GCancellable *daybook_work_row_begin    (DaybookWorkRow  *self,
                                         const char      *what,
                                         DaybookWorkKind  kind);
/* Without this the bar only shows that it goes on. */
void          daybook_work_row_progress (DaybookWorkRow  *self,
                                         goffset          current,
                                         goffset          total);
void          daybook_work_row_end      (DaybookWorkRow  *self);
gboolean      daybook_work_row_is_busy  (DaybookWorkRow  *self);

G_END_DECLS
