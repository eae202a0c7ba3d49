/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/register.h"

G_BEGIN_DECLS

/* What a person may make of a case: pure functions over its row before and after. The store asks
 * them with every edit of a person; forms ask them before. Nothing else is held to them: what
 * an import or another laptop brings is shown as it is (RECORDS §2). */

/* What the book knows of a case besides its row. Amounts are in minor units of its currency. */
typedef struct
{
  guint       n_lines;      /* goods that it names */
  guint       n_photos;     /* files */
  guint       lines_before; /* the same before what is to be checked was done */
  guint       photos_before;
  gboolean    paid_known;   /* it has an order whose payment is known, in its currency */
  gint64      paid;
  gint64      elsewhere;    /* is to go back by other open cases of that order, or went back by closed ones */
  DaybookRole handler_role;
  DaybookId   agent;        /* who does it; null: that is not known yet */
} DaybookCaseFacts;

/* The requirements of the stage that the case does not meet: DaybookRequirement, borrowed from
 * the register. (transfer container) */
GPtrArray *daybook_case_missing (DaybookRegister         *definition,
                                 guint                    stage,
                                 const DaybookRow        *row,
                                 const DaybookCaseFacts  *facts);
/* What closing in the stage asks and the case does not answer yet. */
DaybookAsks daybook_case_unanswered (DaybookRegister     *definition,
                                 guint                    stage,
                                 const DaybookRow        *row);
/* The names of the requirement's fields for people: “Customer or Name”. (transfer full) */
char      *daybook_case_name_requirement (DaybookRegister *definition,
                                 const DaybookRequirement *requirement);
/* Whether a person may make the one of the other; `before` NULL: a new case. Both in the
 * register's table.
 * Errors: DAYBOOK_ERROR_CONSTRAINT, with a sentence for who does it. */
gboolean   daybook_case_check   (DaybookRegister         *definition,
                                 const DaybookRow        *before,
                                 const DaybookRow        *after,
                                 const DaybookCaseFacts  *facts,
                                 GError                 **error);
/* Whether an undo may make the one of the other: not every way back is a move of the register, but
 * a case is closed where its stage ends and only there, has what its stage demands, and
 * gives back no more than was paid. Errors: as above. */
gboolean   daybook_case_check_back (DaybookRegister      *definition,
                                 const DaybookRow        *before,
                                 const DaybookRow        *after,
                                 const DaybookCaseFacts  *facts,
                                 GError                 **error);

/* What a change does with the goods that a case names. */
typedef enum
{
  DAYBOOK_CASE_DOES_NEITHER,
  DAYBOOK_CASE_PAYS_BACK,  /* money goes, or is now to go, back for them */
  DAYBOOK_CASE_SENDS,      /* others go out for them */
} DaybookCaseDoes;

/* `before` NULL: a new case. `moves`: money is written down as gone to the customer. */
DaybookCaseDoes daybook_case_does (DaybookRegister       *definition,
                                 const DaybookRow        *before,
                                 const DaybookRow        *after,
                                 gboolean                 moves);
/* Always FALSE, with the sentence: the case `other` does the opposite, and nobody has said that
 * both are meant. */
gboolean   daybook_case_refuse_double (DaybookCaseDoes    does,
                                 const char              *other,
                                 GError                 **error);

G_END_DECLS
