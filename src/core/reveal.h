/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "core/query.h"
#include "core/row.h"

G_BEGIN_DECLS

/* Who has seen whose personal data in full (DESIGN §9, RECORDS §9): a log, with
 * the row and the field, never the value. Its rows are written once and stay. */
enum
{
  DAYBOOK_REVEAL_DELETED,  /* never */
  DAYBOOK_REVEAL_ROW_KIND, /* "order": what was looked at */
  DAYBOOK_REVEAL_ROW,      /* its id, as text; none: many rows of that kind at once */
  DAYBOOK_REVEAL_FIELD,    /* none: every field of it that is masked */
  DAYBOOK_REVEAL_ROWS,     /* how many rows: 1, or those of a long list; 0: it was refused, and none were shown */
  DAYBOOK_REVEAL_AGENT,
  DAYBOOK_REVEAL_AT,
  DAYBOOK_REVEAL_REASON,   /* none: nobody asked for one */
  DAYBOOK_REVEAL_HOW,      /* DaybookRevealHow */
  DAYBOOK_REVEAL_BASIS,    /* DaybookRevealBasis */
  DAYBOOK_REVEAL_N_FIELDS,
};

/* Stored: append only. */
typedef enum
{
  DAYBOOK_REVEAL_WINDOW,  /* the eye of a panel */
  DAYBOOK_REVEAL_COMMAND, /* daybookctl reveal, or --unmasked */
  DAYBOOK_REVEAL_EXPORT,  /* into a file */
  DAYBOOK_REVEAL_SEARCH,  /* a whole phone number was typed, and found whose it is */
} DaybookRevealHow;

/* By what right data leaves the shop (CF-01, AS-22). Stored: append only. */
typedef enum
{
  DAYBOOK_BASIS_NONE,    /* it does not leave the shop */
  DAYBOOK_BASIS_ORDER,   /* to carry out an order or settle a case: the courier, the platform */
  DAYBOOK_BASIS_CONSENT, /* the customer's */
  DAYBOOK_BASIS_OWN,     /* the customer asked for it */
  DAYBOOK_BASIS_LEGAL,   /* a court or an authority asked for it by law */
} DaybookRevealBasis;

/* Whoever is about to see something. */
typedef struct
{
  DaybookId        agent;
  gint64           at;     /* UTC seconds */
  DaybookRevealHow how;
  const char      *reason; /* or NULL */
  DaybookRevealBasis basis;
} DaybookLook;

/* Of more rows than this that are shown at once only the number is written down: those
 * a list prints unless it is told otherwise. */
#define DAYBOOK_LOOKS_MAX 100

extern const DaybookTable daybook_reveals;

/* An act of the kind that the history keeps out of sight and that no undo takes
 * back. Commit it before anything is shown: what cannot be written down is not
 * to be seen. */
DaybookEdit *daybook_reveal_edit_new  (const DaybookLook  *look);
/* Adds one field of one row to the look. */
void         daybook_reveal_add_field (DaybookEdit        *edit,
                                       const DaybookLook  *look,
                                       const DaybookTable *table,
                                       const DaybookId    *row,
                                       guint               field);
/* Adds that the same was asked for and refused: the day's number was used up. No row was shown, and so it says. */
void         daybook_reveal_add_refused (DaybookEdit      *edit,
                                       const DaybookLook  *look,
                                       const DaybookTable *table,
                                       const DaybookId    *row);
/* Adds every masked field of one row. */
void         daybook_reveal_add_row   (DaybookEdit        *edit,
                                       const DaybookLook  *look,
                                       const DaybookTable *table,
                                       const DaybookId    *row);
/* Adds a row that was found by its whole phone number. */
void         daybook_reveal_add_found (DaybookEdit        *edit,
                                       const DaybookLook  *look,
                                       const DaybookTable *table,
                                       const DaybookId    *row);
/* Adds a list of so many rows that nobody reads one by one. */
void         daybook_reveal_add_list  (DaybookEdit        *edit,
                                       const DaybookLook  *look,
                                       const DaybookTable *table,
                                       guint64             n_rows);

/* Adds a filter by a whole value of a masked field, whose answer, `n_rows` rows, tells
 * whose it is or that it is nobody's (RECORDS §8). FALSE when the query asks no such
 * thing. */
gboolean     daybook_reveal_add_question (DaybookEdit        *edit,
                                       const DaybookLook  *look,
                                       const DaybookQuery *query,
                                       guint64             n_rows);

/* Whether rows of the table hold anything that is masked. */
gboolean     daybook_table_has_masks  (const DaybookTable *table);
/* Whether the field of this row is shown otherwise than it is: empty, or an
 * account that is no address, it hides nothing. */
gboolean     daybook_row_hides        (const DaybookRow   *row,
                                       guint               field);

G_END_DECLS
