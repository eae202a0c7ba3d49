/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/result-model.h"

G_BEGIN_DECLS

/* Writes down what a list tells of people to whoever asks for a phone number
 * (common/phone-log.h), and once only: lists are read anew again and again. */
typedef struct _DaybookListLog DaybookListLog;

/* All are borrowed, as long as it is there: the list page owns them. */
DaybookListLog *daybook_list_log_new  (DaybookStore       *store,
                                       const DaybookTable *table,
                                       DaybookResultModel *model);
void            daybook_list_log_free (DaybookListLog     *self);
/* The model has all rows of `query`. */
void            daybook_list_log_note (DaybookListLog     *self,
                                       const DaybookQuery *query);

G_END_DECLS
