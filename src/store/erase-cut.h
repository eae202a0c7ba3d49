/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/erase-plan.h"

G_BEGIN_DECLS

/* Cutting what is a person's out of texts, and nothing else: a number is none with digits beside it, and a nick may be a word
 * that others use, or part of another's nick. */

/* What may be cut out of a text, by whose it is. Phones, addresses and e-mails go out of each but the first. In SQL by number. */
typedef enum
{
  DAYBOOK_CUT_NOTHING, /* by which the book knows things: platforms, keys, numbers */
  DAYBOOK_CUT_SHOP,    /* the shop's own words: nothing more */
  DAYBOOK_CUT_OTHERS,  /* names, and nicks that stand alone */
  DAYBOOK_CUT_FIELDS,  /* registers' own fields, among them the keys of choices: names */
  DAYBOOK_CUT_OWN,     /* the person's rows: names, and nicks but within a word */
  DAYBOOK_CUT_TITLES,  /* of acts on them: masked names too */
  DAYBOOK_CUT_CELLS,   /* a row of a file: nicks that are a whole cell */
  DAYBOOK_CUT_ROWS,    /* ... of which nothing came: names too */
} DaybookCut;


/* Gives the connection erase_hit (CUT, text), whether there is something to cut out of the text, and erase_cut (CUT, text), the text
 * without it. They borrow the plan. */
gboolean daybook_erase_cut_register (DaybookErasePlan  *plan,
                                     DaybookDatabase   *db,
                                     GError           **error);
/* Cuts what is the person's out of every text of the rows that fulfil `where`. */
gboolean daybook_erase_cut_table    (DaybookDatabase   *db,
                                     const char        *table,
                                     const char        *where,
                                     DaybookCut         what,
                                     GError           **error);
/* Wherever else the person is spoken of. */
gboolean daybook_erase_cut_rest     (DaybookErasePlan  *plan,
                                     DaybookDatabase   *db,
                                     GError           **error);

G_END_DECLS
