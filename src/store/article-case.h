/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/row.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* The draft of an article of what a case has taught (KB-07): what happened, the cause, what was done, and what the
 * customer was told. Names, accounts, phones and addresses are left out (core/cover.h); whoever takes the draft over
 * reads it before others do. Once in use it is a procedure of the case's register. For daybook_article_act_add(). `row` is a case; `now` UTC seconds. (transfer full) Errors: as the reader. */
DaybookRow *daybook_article_of_case (DaybookReader     *reader,
                                     const DaybookRow  *row,
                                     const DaybookId   *agent,
                                     gint64             now,
                                     GError           **error);

G_END_DECLS
