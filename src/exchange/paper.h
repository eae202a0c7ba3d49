/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/new-file.h"

#include <gio/gio.h>
#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Pages of A4 that are being filled, for a printer and for PDF alike; no window is needed.
 * Whatever is put on a page is drawn at once and kept, and goes on paper later: how many pages
 * there are is only known at the end, and stands at the foot of each.
 *
 * Lengths are points (1/72 inch), from the left margin, and downwards from where the page is
 * filled to so far. Any thread, one at a time. */
typedef struct _DaybookPaper DaybookPaper;

typedef enum
{
  DAYBOOK_PAPER_PORTRAIT,
  DAYBOOK_PAPER_LANDSCAPE,
} DaybookPaperTurn;

/* What a text is on the page: its size, weight and colour. */
typedef enum
{
  DAYBOOK_INK_TITLE,
  DAYBOOK_INK_HEADING,
  DAYBOOK_INK_TEXT,
  DAYBOOK_INK_STRONG,
  DAYBOOK_INK_LABEL,  /* what a text is about */
  DAYBOOK_INK_CELL,   /* of a table: all digits are of one width */
  DAYBOOK_INK_SUM,    /* the same of a sum */
  DAYBOOK_INK_COLUMN, /* what a column is about */
  DAYBOOK_INK_TINY,   /* a cell among too many */
  DAYBOOK_INK_FOOT,   /* at the head and the foot of the page */
  DAYBOOK_N_INKS,
} DaybookInk;

/* How strong a rule is. */
typedef enum
{
  DAYBOOK_RULE_HAIR,  /* between rows */
  DAYBOOK_RULE_THIN,  /* to write on, and under a heading */
  DAYBOOK_RULE_STRONG,
} DaybookPaperRule;

/* At the head of each page stand the shop and the title, at its foot when it was `printed`. */
DaybookPaper *daybook_paper_new       (const char        *shop,
                                       const char        *title,
                                       const char        *printed);
void          daybook_paper_free      (DaybookPaper      *self);
/* Of all pages; before anything is put on the first. */
void          daybook_paper_turn      (DaybookPaper      *self,
                                       DaybookPaperTurn   turn);
/* How wide a line may be. */
double        daybook_paper_width     (DaybookPaper      *self);
/* The same of paper turned so. */
double        daybook_paper_width_of  (DaybookPaperTurn   turn);

/* --- Filling --- */

/* Begins another page where less than `height` is left on this one. TRUE: it did. */
gboolean      daybook_paper_need      (DaybookPaper      *self,
                                       double             height);
/* Goes down, below what was put there. */
void          daybook_paper_advance   (DaybookPaper      *self,
                                       double             height);
/* Leaves something free before what comes next; nothing at the head of a page. */
void          daybook_paper_gap       (DaybookPaper      *self,
                                       double             height);
/* A text's layout, wrapped at `width` (below 0: one line), to be measured before it is put down.
 * (transfer full) */
PangoLayout  *daybook_paper_layout    (DaybookPaper      *self,
                                       DaybookInk         ink,
                                       double             width,
                                       const char        *text);
/* How high, and how wide, a layout is. */
double        daybook_layout_height   (PangoLayout       *layout);
double        daybook_layout_width    (PangoLayout       *layout);
/* How far below its top its first line stands. */
double        daybook_layout_baseline (PangoLayout       *layout);
/* Puts it down; what is filled stays as it is. The page has room for it. */
void          daybook_paper_put       (DaybookPaper      *self,
                                       PangoLayout       *layout,
                                       DaybookInk         ink,
                                       double             x,
                                       double             y);
/* Puts a text down line by line, over as many pages as it needs, and goes below it. */
void          daybook_paper_flow      (DaybookPaper      *self,
                                       DaybookInk         ink,
                                       double             x,
                                       double             width,
                                       const char        *text);
void          daybook_paper_rule      (DaybookPaper      *self,
                                       DaybookPaperRule   rule,
                                       double             x,
                                       double             y,
                                       double             width);
/* Puts a JPEG or PNG down, no larger than it is at 96 pixels to the inch, than `width`, and than a page, and goes below it.
 * FALSE: it is no picture. */
gboolean      daybook_paper_picture   (DaybookPaper      *self,
                                       GBytes            *content,
                                       double             x,
                                       double             width);
/* An empty frame, to be ticked or written into. */
void          daybook_paper_frame     (DaybookPaper      *self,
                                       double             x,
                                       double             y,
                                       double             width,
                                       double             height);

/* --- What was filled --- */

guint         daybook_paper_get_n_pages (DaybookPaper    *self);
/* With its margins: 595 × 842 and the other way round. */
void          daybook_paper_get_size  (DaybookPaper      *self,
                                       double            *width,
                                       double            *height);
/* Draws a page, from 0, with its head and foot. */
void          daybook_paper_draw      (DaybookPaper      *self,
                                       guint              page,
                                       cairo_t           *cairo);
/* As PDF, with the letters of its fonts that are in use; the file is then to be kept.
 * Errors: as daybook_new_file_flush(); CANCELLED. */
gboolean      daybook_paper_write     (DaybookPaper      *self,
                                       DaybookNewFile    *file,
                                       GCancellable      *cancellable,
                                       GError           **error);
/* The same into a file of that name. Errors: as daybook_new_file_keep(). */
gboolean      daybook_paper_save      (DaybookPaper      *self,
                                       const char        *path,
                                       GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookPaper, daybook_paper_free)

G_END_DECLS
