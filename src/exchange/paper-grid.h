/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/paper.h"

G_BEGIN_DECLS

/* What is known of something, or is to be written down of it by hand: short things side by side,
 * long ones over the whole width, each below what it is about. */
typedef struct _DaybookPaperGrid DaybookPaperGrid;

/* `paper` is borrowed, and nobody else fills it until the grid ends. */
DaybookPaperGrid *daybook_paper_grid_new       (DaybookPaper      *paper);
void              daybook_paper_grid_free      (DaybookPaperGrid  *self);
/* A heading over what follows, which is never alone at the foot of a page. */
void              daybook_paper_grid_head      (DaybookPaperGrid  *self,
                                                const char        *heading);
/* A value beside others; what is too long for that is put as a text. */
void              daybook_paper_grid_add       (DaybookPaperGrid  *self,
                                                const char        *label,
                                                const char        *value);
/* A text over the whole width, and over as many pages as it needs. */
void              daybook_paper_grid_add_text  (DaybookPaperGrid  *self,
                                                const char        *label,
                                                const char        *text);
/* A line beside others, to be written on. */
void              daybook_paper_grid_add_blank (DaybookPaperGrid  *self,
                                                const char        *label);
/* So many lines over the whole width. */
void              daybook_paper_grid_add_lines (DaybookPaperGrid  *self,
                                                const char        *label,
                                                guint              n_lines);
/* Words to choose from, each with a box to be ticked; ends with NULL. */
void              daybook_paper_grid_add_boxes (DaybookPaperGrid  *self,
                                                const char        *label,
                                                const char *const *words);
/* Puts down whatever is not yet, so that something else can follow. */
void              daybook_paper_grid_end       (DaybookPaperGrid  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookPaperGrid, daybook_paper_grid_free)

G_END_DECLS
