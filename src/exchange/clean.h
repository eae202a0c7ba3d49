/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/error.h"
#include "exchange/table.h"

G_BEGIN_DECLS

/* What exports wrap around the values they mean (PLATFORMS §1.2). */

/* Takes off what guards a cell from a spreadsheet program: blanks of any width
 * and tabs at both ends, the `="…"` around it, an apostrophe or backquote
 * before a number, a formula or “null”. Appends what is left to `out`. */
void     daybook_clean_text      (const char  *text,
                                  gsize        length,
                                  GString     *out);

/* What a cell that should hold an order number holds. */
typedef enum
{
  DAYBOOK_ID_GOOD,
  DAYBOOK_ID_EMPTY,
  DAYBOOK_ID_RUINED, /* a spreadsheet program has rounded it: never a key */
  DAYBOOK_ID_BAD,    /* far too long, or with line breaks or other controls inside */
} DaybookIdState;

/* Takes every guard off an id at both ends, folds signs of full width and replaces
 * `out`. `kind` is the cell's: a workbook's number of more than 15 digits has lost the others. */
DaybookIdState daybook_clean_id  (const char      *text,
                                  gsize            length,
                                  DaybookCellKind  kind,
                                  GString         *out);

/* Digits behind the fifteen that a spreadsheet program keeps of a number; 0 when the id
 * is of other signs too. */
gsize    daybook_clean_unsure_digits (const char *id);
/* Whether those, of which there must be some, are all zeros. */
gboolean daybook_clean_ends_in_zeros (const char *id);

/* A tracking number without its guards and the “No:” that Taobao puts before it,
 * which people's own tables keep. Replaces `out`; empty when there is none. */
void     daybook_clean_tracking  (const char  *text,
                                  GString     *out);

/* Whether a cleaned text means that there is nothing: "-", "null", "——", ... */
gboolean daybook_clean_is_empty  (const char  *text);

/* Folds a heading or a word of a status for comparison: NFKC (so that ， and ,
 * are one), trimmed, without case. */
char    *daybook_clean_fold      (const char  *text);

/* A hash of headings: two files of one form have the same. `headings` are
 * folded; empty ones at the end do not count. */
guint64  daybook_clean_fingerprint (const char *const *headings,
                                    guint              n_headings);

/* Province and city of an address: "江苏省 扬州市" of "江苏省 扬州市 null 某路1号" and of
 * "江苏省扬州市广陵区某路". Replaces `out`; empty when the address does not say. */
void     daybook_clean_region    (const char  *address,
                                  GString     *out);

/* An address without the literal "null" of districts that do not exist. */
void     daybook_clean_address   (const char  *address,
                                  GString     *out);

G_END_DECLS
