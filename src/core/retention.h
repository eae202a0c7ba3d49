/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/right.h"

G_BEGIN_DECLS

/* How long the shop keeps what it no longer needs. Each is a setting of the shop, off until the owner says so. */
typedef enum
{
  DAYBOOK_KEEP_SOURCE,   /* the rows of files as they were, beside what was read of them */
  DAYBOOK_KEEP_PROBLEMS, /* the rows that were not imported, kept to be corrected */
  DAYBOOK_KEEP_VIRTUAL,  /* numbers of platforms that are no longer valid */
  DAYBOOK_KEEP_REVEALS,  /* the log of who saw what in full */
  DAYBOOK_KEEP_CUSTOMERS, /* who customers are of whom nobody has heard since */
  DAYBOOK_N_KEEPS,
} DaybookKeep;

typedef enum
{
  DAYBOOK_KEEP_IN_DAYS,
  DAYBOOK_KEEP_IN_YEARS,
} DaybookKeepUnit;

/* Whether what went can come back. */
typedef enum
{
  DAYBOOK_KEEP_FOR_GOOD, /* it is gone, but for backups */
  DAYBOOK_KEEP_TRASH,    /* it is in the trash: Undo brings it back */
  DAYBOOK_KEEP_MASKED,   /* it is there, with stars in it, for good */
} DaybookKeepEnd;

typedef struct
{
  const char      *word;    /* on the command line */
  const char      *setting; /* holds the number, in its unit; empty: for ever */
  const char      *label;   /* msgid */
  const char      *what;    /* msgid: since when it counts, and what is there afterwards */
  DaybookKeepUnit  unit;
  DaybookKeepEnd   end;
  DaybookRight     right;   /* to say for how long, and to let it go */
} DaybookKeepKind;

#define DAYBOOK_KEEP_MOST 9999

const DaybookKeepKind *daybook_keep_kind   (DaybookKeep            keep);
/* -1: there is none of that word. */
int                    daybook_keep_find   (const char            *word);
/* NULL: the setting is another one. */
const DaybookKeepKind *daybook_keep_of_setting (const char         *setting);
/* The number in a setting; 0: for ever. What is no number between 1 and DAYBOOK_KEEP_MOST is for ever. */
guint                  daybook_keep_read   (const char            *setting);
/* What is older than this moment (UTC seconds) goes: the beginning of a day of the shop. 0 where all is kept. */
gint64                 daybook_keep_before (const DaybookKeepKind *kind,
                                            guint                  number,
                                            gint64                 now,
                                            GTimeZone             *zone);
/* "90 days", "3 years"; "for ever". (transfer full) */
char                  *daybook_keep_describe (const DaybookKeepKind *kind,
                                            guint                  number);

G_END_DECLS
