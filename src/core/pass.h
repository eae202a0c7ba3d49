/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/id.h"
#include "core/registry.h"

G_BEGIN_DECLS

/* A pass: the same places looked through one by one, each with a tick that says who and when
 * (IN-20, RECORDS §6). It is data: data/passes/README.md says what its members mean. */

typedef struct
{
  char *key;
  char *label;
  char *hint;   /* what is looked for, and by when; or NULL */
  char *begins; /* key of the register of what is found there; or NULL */
  char *found;  /* what that is called: “New review found”; NULL where nothing begins */
} DaybookPassStep;

/* When of a day it is gone through. */
typedef struct
{
  char *key;
  char *label;
  char *when; /* how often it comes when it is a chore (core/recurrence.h); or NULL: it is none */
} DaybookPassRound;

/* Whose work it is, as the handbook has it. */
typedef enum
{
  DAYBOOK_PASS_EVERYONE,
  DAYBOOK_PASS_PRESALE,
  DAYBOOK_PASS_AFTER_SALES,
  DAYBOOK_PASS_LEAD,
} DaybookPassWho;

typedef struct
{
  char      *key;
  char      *title;
  char      *help;   /* the handbook's rule */
  DaybookPassWho who;
  GPtrArray *rounds; /* DaybookPassRound */
  GPtrArray *steps;  /* DaybookPassStep */
} DaybookPass;

/* One place that was looked at: a shared row. */
enum
{
  DAYBOOK_PASS_TICK_DELETED,
  DAYBOOK_PASS_TICK_PASS,
  DAYBOOK_PASS_TICK_DAY,   /* 2026-11-29, in the shop's zone */
  DAYBOOK_PASS_TICK_ROUND,
  DAYBOOK_PASS_TICK_STEP,
  DAYBOOK_PASS_TICK_AT,
  DAYBOOK_PASS_TICK_AGENT,
  DAYBOOK_PASS_TICK_N_FIELDS,
};

extern const DaybookTable daybook_pass_ticks;

/* The id of that tick: the same on every laptop. */
void                    daybook_pass_tick_id    (DaybookId          *id,
                                                 const char         *pass,
                                                 const char         *day,
                                                 const char         *round,
                                                 const char         *step);

/* Reads a definition; texts are in the person's language. `name` is the file's, for messages.
 * Errors: FORMAT. */
DaybookPass            *daybook_pass_parse      (const char         *json,
                                                 const char         *name,
                                                 GError            **error);
/* One of a single round, without places. */
DaybookPass            *daybook_pass_new        (const char         *key,
                                                 const char         *title,
                                                 const char         *round);
/* Adds a place. `like`: what else is known of it (hint, begins, found), or NULL. */
void                    daybook_pass_add_step   (DaybookPass        *self,
                                                 const char         *key,
                                                 const char         *label,
                                                 const DaybookPassStep *like);
void                    daybook_pass_free       (DaybookPass        *self);
/* NULL when there is none of that key. */
const DaybookPassRound *daybook_pass_find_round (const DaybookPass  *self,
                                                 const char         *key);
const DaybookPassStep  *daybook_pass_find_step  (const DaybookPass  *self,
                                                 const char         *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookPass, daybook_pass_free)

G_END_DECLS
