/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/registry.h"
#include "core/value.h"

G_BEGIN_DECLS

/* How what two laptops did to one field meets: the accept rule of DESIGN §8,
 * as a pure function. Only the server decides by it, in the order of its log;
 * laptops follow the verdicts, so that versions that decide differently still
 * end alike. */

/* The name of an operation everywhere: whose it is, and its author's running
 * number. A number of 0 names none. */
typedef struct
{
  DaybookId device;
  gint64    n;
} DaybookOpName;

/* What one operation says about one field. Values are borrowed. */
typedef struct
{
  DaybookOpName       op;
  gint64              stamp;  /* hybrid logical clock, clamped by the server:
                               * milliseconds << 16 | counter */
  gint64              as_of;  /* export time of a platform's value, UTC seconds; 0: none */
  const DaybookValue *value;
  DaybookOpName       base;   /* arriving: the operation whose value its author saw */
  const DaybookValue *seen;   /* arriving: that value; NULL: nothing, the row was made anew */
} DaybookClaim;

/* What becomes of an arriving claim. Its letter is in the log: append only. */
typedef enum
{
  DAYBOOK_VERDICT_ACCEPTED, /* a: its author had seen what it replaces */
  DAYBOOK_VERDICT_EQUAL,    /* e: says what is there already */
  DAYBOOK_VERDICT_WON,      /* w: concurrent; replaces, and the former value is kept as lost */
  DAYBOOK_VERDICT_LOST,     /* l: concurrent; it is kept as lost itself */
  DAYBOOK_VERDICT_RENEWED,  /* r: a newer export replaces an older one, or says the same anew */
  DAYBOOK_VERDICT_STALE,    /* s: an older export comes after a newer one */
  DAYBOOK_N_VERDICTS,
} DaybookVerdict;

/* Decides about `arriving`. `current` NULL: nothing has written the field yet.
 *
 * A claim whose author had seen the current operation, or its very value, is
 * accepted, whatever the clocks say. Otherwise the two are concurrent. Equal
 * values are no conflict. Then by class:
 *   register    the larger (stamp, device, n) wins, the other value is kept;
 *   text        as register: what is lost is kept whole, to be taken over by hand;
 *   guarded     the first accepted stands, and so does what is written once;
 *   platform    the newer export wins and nothing is kept, for the platform itself
 *               has replaced it; of one age, as register.
 * Deleting is a field of its own (register): a row that one laptop deleted and
 * another edited is in the trash with the edit in place, and comes back with it. */
DaybookVerdict daybook_claim_decide   (DaybookFieldClass    field_class,
                                       const DaybookClaim  *current,
                                       const DaybookClaim  *arriving);

/* Whether the arriving claim becomes the current one. */
gboolean       daybook_verdict_takes  (DaybookVerdict       verdict);
char           daybook_verdict_letter (DaybookVerdict       verdict);
/* FALSE: a letter that this version does not know. */
gboolean       daybook_verdict_parse  (char                 letter,
                                       DaybookVerdict      *verdict);

/* A stamp as the server counts it: at most a minute ahead of its own clock, so
 * that a clock set wrong by years does not win for years. */
gint64         daybook_stamp_clamp    (gint64               stamp,
                                       gint64               now_ms);

gboolean       daybook_op_name_equal  (const DaybookOpName *a,
                                       const DaybookOpName *b);

G_END_DECLS
