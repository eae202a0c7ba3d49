/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window.h"

G_BEGIN_DECLS

/* Rows opened in the panel of a list page, one after the other: how long it takes from the act until the panel is drawn,
 * how much of the main thread's processor time goes into it until then, and until nothing more happens. */

typedef struct _Openings Openings;

/* Of one kind of rows; milliseconds. */
typedef struct
{
  GArray *drawn;
  GArray *drawn_cpu;
  GArray *cpu;
} OpeningSeries;

/* Opens the book in `folder` at the page. Needs a display. */
Openings     *openings_begin     (const char      *folder,
                                  const char      *page);
void          openings_end       (Openings        *self);
DaybookStore *openings_get_store (Openings        *self);
DaybookWindow *openings_get_window (Openings      *self);

void          opening_series_init  (OpeningSeries   *series);
/* Opens the row of the page's kind, and adds what it took. */
void          openings_add         (Openings        *self,
                                    const DaybookId *id,
                                    OpeningSeries   *series);
/* Prints and ends it. */
void          opening_series_print (OpeningSeries   *series,
                                    const char      *name);

G_END_DECLS
