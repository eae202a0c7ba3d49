/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"

G_BEGIN_DECLS

/* Who is on, and who is away from the desk for a while (SH-06, SH-07): a row from when on, and until when. */

/* Stored: append only. */
typedef enum
{
  DAYBOOK_PRESENCE_ON,   /* on a shift */
  DAYBOOK_PRESENCE_AWAY, /* from the desk, within it */
} DaybookPresenceKind;

enum
{
  DAYBOOK_PRESENCE_DELETED,
  DAYBOOK_PRESENCE_AGENT,
  DAYBOOK_PRESENCE_KIND,
  DAYBOOK_PRESENCE_BEGAN,
  DAYBOOK_PRESENCE_ENDED, /* none: still so */
  DAYBOOK_PRESENCE_NOTE,  /* away: why, and until when */
  DAYBOOK_PRESENCE_FORGOTTEN, /* nobody signed off: it was ended for them, at the last thing they did */
  DAYBOOK_PRESENCE_N_FIELDS,
};

extern const DaybookTable daybook_presences;

/* Setting of the shop: so many hours after it began, a presence that nobody has ended is over. */
#define DAYBOOK_PRESENCE_HOURS_SETTING "presence-hours"
#define DAYBOOK_PRESENCE_HOURS 14
#define DAYBOOK_PRESENCE_HOURS_MOST 72

/* The hours in a setting; DAYBOOK_PRESENCE_HOURS where it holds no number from 1 to DAYBOOK_PRESENCE_HOURS_MOST. */
guint  daybook_presence_hours (const char *setting);
/* When an open presence that began then is to have ended, if the last thing that person did was at `last`. UTC seconds. */
gint64 daybook_presence_end   (gint64      began,
                               gint64      last,
                               guint       hours);

/* Which agent answers under which sub-account of a platform, 旺旺子账号 (SH-11). The id is derived from platform
 * and account. */
enum
{
  DAYBOOK_SUB_ACCOUNT_DELETED,
  DAYBOOK_SUB_ACCOUNT_SHOP,
  DAYBOOK_SUB_ACCOUNT_PLATFORM,
  DAYBOOK_SUB_ACCOUNT_ACCOUNT,
  DAYBOOK_SUB_ACCOUNT_AGENT,
  DAYBOOK_SUB_ACCOUNT_NOTE,
  DAYBOOK_SUB_ACCOUNT_N_FIELDS,
};

extern const DaybookTable daybook_sub_accounts;

/* Adds to an edit that the account is answered by `agent` (a REF; none: by nobody, and it goes). */
void daybook_sub_account_give    (DaybookEdit     *edit,
                                  const DaybookId *shop,
                                  const char      *platform,
                                  const char      *account,
                                  DaybookValue     agent,
                                  DaybookId       *id);

/* Who answers for a channel, and who in their place (IN-05). The id is derived from the channel. */
enum
{
  DAYBOOK_CHANNEL_PERSON_DELETED,
  DAYBOOK_CHANNEL_PERSON_CHANNEL,
  DAYBOOK_CHANNEL_PERSON_AGENT,
  DAYBOOK_CHANNEL_PERSON_DEPUTY,
  DAYBOOK_CHANNEL_PERSON_N_FIELDS,
};

extern const DaybookTable daybook_channel_people;

/* Adds to an edit who answers for the channel (DaybookChannel) and who in their place, both as a REF or none. */
void daybook_channel_person_give (DaybookEdit     *edit,
                                  guint            channel,
                                  DaybookValue     agent,
                                  DaybookValue     deputy,
                                  DaybookId       *id);

G_END_DECLS
