/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/chore.h"
#include "core/shop.h"

G_BEGIN_DECLS

/* What everybody is to know before the next call (RH-12, SH-09), and who has read it. */

/* Stored: append only. */
typedef enum
{
  DAYBOOK_ANNOUNCEMENT_NEWS,
  DAYBOOK_ANNOUNCEMENT_ACTIVITY, /* a sale, a campaign */
  DAYBOOK_ANNOUNCEMENT_TRAINING,
  DAYBOOK_ANNOUNCEMENT_SPECIAL,  /* something is the matter */
} DaybookAnnouncementKind;

enum
{
  DAYBOOK_ANNOUNCEMENT_DELETED,
  DAYBOOK_ANNOUNCEMENT_TITLE,
  DAYBOOK_ANNOUNCEMENT_KIND,
  DAYBOOK_ANNOUNCEMENT_TEXT,
  DAYBOOK_ANNOUNCEMENT_ARTICLE, /* where more of it stands */
  DAYBOOK_ANNOUNCEMENT_READERS, /* DaybookChoreWho */
  DAYBOOK_ANNOUNCEMENT_AT,
  DAYBOOK_ANNOUNCEMENT_AGENT,   /* who says it */
  DAYBOOK_ANNOUNCEMENT_UNTIL,   /* later nobody need know; or none */
  DAYBOOK_ANNOUNCEMENT_N_FIELDS,
};

/* That a person has read an announcement, or an article as it was then. */
enum
{
  DAYBOOK_READ_MARK_DELETED,
  DAYBOOK_READ_MARK_ANNOUNCEMENT,
  DAYBOOK_READ_MARK_ARTICLE,
  DAYBOOK_READ_MARK_REVISION, /* which was the newest one of that */
  DAYBOOK_READ_MARK_AGENT,
  DAYBOOK_READ_MARK_AT,
  DAYBOOK_READ_MARK_N_FIELDS,
};

extern const DaybookTable daybook_announcements;
extern const DaybookTable daybook_read_marks;

/* Whether who works in that role is to read it. Who may change nothing is asked nothing. */
gboolean daybook_readers_fit (DaybookChoreWho  readers,
                              DaybookRole      role);
/* The id of that mark, of an announcement or an article: the same on every laptop. */
void daybook_read_mark_id (DaybookId       *id,
                           const DaybookId *of,
                           const DaybookId *agent);

G_END_DECLS
