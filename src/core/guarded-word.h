/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "core/guard.h"
#include "core/row.h"

G_BEGIN_DECLS

/* What the shop does not want to be said to customers, beside the lists that Daybook brings (data/guard; PH-03,
 * PH-04): its own words, and of those in the lists which it lets pass. */
enum
{
  DAYBOOK_GUARDED_DELETED,
  DAYBOOK_GUARDED_TEXT,     /* the word; of several spellings one will do */
  DAYBOOK_GUARDED_RULE,     /* key of the rule (data/guard): why; or none: the shop's own */
  DAYBOOK_GUARDED_INSTEAD,  /* better wording; or none */
  DAYBOOK_GUARDED_CHANNELS, /* words of channels, with blanks between; none: any */
  DAYBOOK_GUARDED_PASSES,   /* it is not looked for, though a list has it */
  DAYBOOK_GUARDED_NOTE,
  DAYBOOK_GUARDED_N_FIELDS,
};

extern const DaybookTable daybook_guarded_words;

/* What the word guard makes of the row, whose texts `own` borrows. FALSE: it is for channels alone that this
 * version does not know. */
gboolean daybook_guarded_word_read   (const DaybookRow      *row,
                                      DaybookGuardOwn       *own);
/* The words of channels, DAYBOOK_GUARD_CHANNEL() each, as a row has them; NULL: any. (transfer full) */
char    *daybook_guarded_channels_print (guint               channels);
/* Adds to the edit a row of such a word. */
void     daybook_guarded_word_create (DaybookEdit           *edit,
                                      const DaybookId       *id,
                                      const DaybookGuardOwn *own);
/* The same of a row that there is. */
void     daybook_guarded_word_change (DaybookEdit           *edit,
                                      const DaybookId       *id,
                                      const DaybookGuardOwn *own);

G_END_DECLS
