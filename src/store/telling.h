/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/case.h"
#include "core/edit.h"
#include "core/row.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* That a customer was told something in the words of phrases and articles, and what goes with it: one act (UX 5). */

/* Everything is borrowed. */
typedef struct
{
  const DaybookRow *of;          /* a case in its register's table, an order or a customer; NULL: nobody in particular */
  const char       *text;        /* what was said */
  GPtrArray        *phrases;     /* DaybookRow: the phrases and articles that it was made of, each once; or NULL */
  DaybookChannel    channel;     /* by which way; of a case that of the case, where it is UNKNOWN */
  gint64            promised_at; /* by when the customer hears again, UTC seconds; 0: nothing was promised */
  const char       *stage;       /* of a case: key of the stage to which it goes; or NULL */
  gint64            until;       /* of a case: what is due of it is put off until then, UTC seconds; 0: it is not */
} DaybookTelling;

/* The act of the store's agent, now, to be committed; with nobody in particular it is only noted that the phrases were
 * of use. Errors: CONSTRAINT: nothing was written, or the case may not go there or be put off (a sentence); as the
 * reader. */
DaybookEdit *daybook_telling_act        (DaybookStore          *store,
                                         const DaybookTelling  *telling,
                                         GError               **error);
/* Adds to an edit that each of the phrases and articles was of use for the row, as above. `channel`: UNKNOWN: as above. */
void         daybook_telling_add_uses   (DaybookEdit           *edit,
                                         DaybookStore          *store,
                                         const DaybookRow      *of,
                                         DaybookChannel         channel,
                                         GPtrArray             *phrases);
/* Whether the row is a case that may go to the stage of that key. Errors: CONSTRAINT, with a sentence why not; as
 * the reader. */
gboolean     daybook_telling_may_move   (DaybookReader         *reader,
                                         const DaybookRow      *of,
                                         const char            *stage,
                                         GError               **error);
/* Whether the row is a case of which something is due that may be put off. Errors: as above. */
gboolean     daybook_telling_may_snooze (DaybookReader         *reader,
                                         const DaybookRow      *of,
                                         GError               **error);

G_END_DECLS
