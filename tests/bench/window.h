/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/result-model.h"
#include "app/window/window.h"
#include "measure.h"

G_BEGIN_DECLS

/* The real window over a book, for the programs of the bench that drive it from
 * within. Needs a display. */

/* Opens the book and shows its orders; ends the program when it cannot. */
DaybookWindow *window_open       (const char    *folder,
                                  DaybookStore **store);
void           window_close      (DaybookWindow *window,
                                  DaybookStore  *store);
/* The first mapped widget of the type below `root`, or NULL. */
GtkWidget     *window_find       (GtkWidget     *root,
                                  GType          type);
/* The list of the page in view. */
GtkColumnView *window_list       (DaybookWindow *window);
DaybookResultModel *window_model (DaybookWindow *window);

/* Turns the main loop. */
void           window_turn       (double         seconds);
/* Until the list of the page in view is whole, drawn, and nothing more happens. */
void           window_settle     (DaybookWindow *window);

/* Watches each turn of the main loop from here on: how long it took from one
 * poll to the next, without what GTK spent on its frames (styles, layout,
 * drawing), and how long those took. Milliseconds; `work` and `frame` are the
 * longest since the last watch_begin(), `cpu` the longest turn by the processor
 * time of the main thread, which other programs do not lengthen. */
typedef struct
{
  double work;
  double cpu;
  double frame;
  guint  turns;
} Watched;

void           watch_begin       (DaybookWindow *window);
Watched        watch_end         (void);
/* Processor time of the thread that asks, in seconds. */
double         window_cpu        (void);

G_END_DECLS
