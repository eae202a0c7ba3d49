/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Where tracking numbers are scanned or typed, one after the other, and what was found of the last
 * one. A scanner types a number and Enter; Enter alone is a person’s, who wants the next step. */
#define DAYBOOK_TYPE_BOX_SCAN (daybook_box_scan_get_type ())
G_DECLARE_FINAL_TYPE (DaybookBoxScan, daybook_box_scan, DAYBOOK, BOX_SCAN, AdwBin)

typedef enum
{
  DAYBOOK_SCAN_FOUND,
  DAYBOOK_SCAN_WAITS,   /* for a case, or for a person to say which */
  DAYBOOK_SCAN_REFUSED, /* nothing was done */
} DaybookScanResult;

GtkWidget *daybook_box_scan_new   (void);
/* Says what became of it. `next` is what Enter, or the button, does now; NULL: nothing. */
void       daybook_box_scan_say   (DaybookBoxScan    *self,
                                   DaybookScanResult  result,
                                   const char        *title,
                                   const char        *detail,
                                   const char        *next);
/* Puts the focus into the entry, on all of its text. */
void       daybook_box_scan_begin (DaybookBoxScan    *self);

/* Signals: `scanned` (const char *text): not empty; the entry is empty by then. `next`. */

G_END_DECLS
