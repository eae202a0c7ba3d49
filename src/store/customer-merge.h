/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* Customers that were merged (core/customer-merge.h), as the window and the command line read them. */

/* Puts in the place of a customer the one whose card they are on: themselves, unless they were merged. FALSE with an
 * error; the row stays then. */
gboolean   daybook_reader_take_customer_root (DaybookReader     *self,
                                              DaybookRow       **row,
                                              GError           **error);
/* The id of that one; the same id where the row cannot be read. */
void       daybook_reader_customer_root_id   (DaybookReader     *self,
                                              const DaybookId   *id,
                                              DaybookId         *root);
/* Everyone who is the same person as the customer, the one whose card it is first. (element-type DaybookRow) */
GPtrArray *daybook_reader_customer_group     (DaybookReader     *self,
                                              const DaybookRow  *row,
                                              GError           **error);

/* Adds to the edit what takes a merged customer apart from the one that they were merged into, as a new act: what the
 * merge had changed of that one goes back as it was, and what the one whose card it is has of it by way of that one is
 * made as it would be without. Where somebody has changed it since, or a merge was of more than two, it stays: `kept` gets
 * the fields (guint). Errors: CONSTRAINT: the customer was not merged; as the reader. */
gboolean   daybook_customer_unmerge          (DaybookReader     *self,
                                              DaybookEdit       *edit,
                                              const DaybookRow  *row,
                                              GArray            *kept,
                                              GError           **error);

/* Lists what stayed in what came of the act, once that is done: of the one whose card it is. */
void       daybook_customer_tell_kept        (DaybookReader     *self,
                                              const DaybookRow  *row,
                                              GArray            *kept,
                                              DaybookOutcome    *outcome);

G_END_DECLS
