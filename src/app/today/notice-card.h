/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What the person at the desk is to read before the next call, and has not (RH-12, RH-26): gone once all is read. */
#define DAYBOOK_TYPE_NOTICE_CARD (daybook_notice_card_get_type ())
G_DECLARE_FINAL_TYPE (DaybookNoticeCard, daybook_notice_card, DAYBOOK, NOTICE_CARD, AdwBin)

/* Once. */
void     daybook_notice_card_set_desk (DaybookNoticeCard *self,
                                       DaybookDesk       *desk);
/* Puts the focus on the first one; FALSE: there is none. */
gboolean daybook_notice_card_begin    (DaybookNoticeCard *self);

/* Signal `emptied`: what had the focus was the last one. */

G_END_DECLS
