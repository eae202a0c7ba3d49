/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/money.h"
#include "exchange/form.h"

G_BEGIN_DECLS

/* The profile of tables that a person says the meaning of. */
#define DAYBOOK_PROFILE_GENERIC "generic"

/* A platform as data: a JSON file under data/platforms/, see README.md there.
 * A shop may add files of its own, and replace ours, in the folder `platforms`
 * beside its book. Immutable once read. */

/* All tests hold: then the order stands there. The first rule that fits goes. */
typedef struct
{
  GPtrArray   *tests; /* DaybookTest * */
  DaybookStage stage;
} DaybookRule;

/* A sister platform whose files look the same. */
typedef struct
{
  char  *id;
  DaybookTarget target; /* a value whose words tell it */
  char **words;         /* parts of that value, folded */
  char **file;          /* parts of file names, folded: the weakest hint */
} DaybookVariant;

typedef struct
{
  char       *id;
  char       *label;
  char       *zone;     /* IANA; or NULL: the shop's */
  char       *currency; /* or NULL: the shop's */
  DaybookDecimal decimal;
  char      **dates;    /* patterns of core/date-pattern.h, of dates that do not begin with the year; or NULL */
  GHashTable *signs;    /* what stands beside an amount ("$") -> code of the currency that this platform means */
  char       *code;     /* name of the code that finishes its orders; or NULL */
  int         account;  /* order field that names the buyer's account, or -1 */
  GHashTable *empties;  /* folded words that mean nothing is there */
  guint64     empty_lengths; /* bit n: one of them has n bytes (63: or more) */
  GHashTable *zeros;    /* folded words in money columns that mean 0 */
  GHashTable *flags;    /* folded word -> DaybookFlag + 1 */
  GHashTable *refunds;  /* folded word -> DaybookRefund + 1 */
  GHashTable *stars;    /* folded word -> stars of a review */
  GHashTable *totals;   /* folded words that the number's column of a sum row begins with */
  GHashTable *personal; /* folded heading -> DaybookMask + 1: of columns that no field is read from */
  GPtrArray  *extras;   /* char *, names */
  GPtrArray  *forms;    /* DaybookForm * */
  GPtrArray  *rules;    /* DaybookRule * */
  GPtrArray  *variants; /* DaybookVariant * */
} DaybookProfile;

/* Reads one profile. `name` is what the error calls it.
 * Errors: FORMAT, with the file and what is wrong in it. */
DaybookProfile *daybook_profile_parse  (const char      *json,
                                        gssize           length,
                                        const char      *name,
                                        GError         **error);
void            daybook_profile_free   (DaybookProfile  *profile);
/* Whether a cleaned text is one of `empties`. Asked of every cell, so that it
 * looks only where a word of that length is known. */
gboolean        daybook_profile_means_nothing (const DaybookProfile *profile,
                                        const char      *text,
                                        gsize            length);
/* Its `dates`, as daybook_moment_parse_as() takes them. */
const char *const *daybook_profile_dates (const DaybookProfile *profile);
/* Its name for people: translated when it is one of ours. */
const char     *daybook_profile_label  (const DaybookProfile *profile);
/* The place of an extra value, or -1. */
int             daybook_profile_extra  (const DaybookProfile *profile,
                                        const char      *name);

/* Every profile: the shop's own first (`folder` is that of the book, or NULL),
 * then ours. (element-type DaybookProfile)
 * Errors: FORMAT, naming the file. */
GPtrArray      *daybook_profiles_load  (const char      *folder,
                                        GError         **error);
/* By its id or one of its variants'; NULL when there is none. */
const DaybookProfile *daybook_profiles_find (GPtrArray  *profiles,
                                        const char      *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookProfile, daybook_profile_free)

G_END_DECLS
