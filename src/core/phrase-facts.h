/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/phrase-fill.h"
#include "core/phrase-words.h"
#include "core/register.h"
#include "core/row.h"

G_BEGIN_DECLS

/* What the placeholders of a phrase stand for, out of rows. Pure; any thread. */

/* Of whom and what a phrase speaks. Whatever is NULL or 0 is not known; all of it is borrowed. */
typedef struct
{
  const DaybookRow      *order;
  GPtrArray             *lines;      /* its daybook_order_lines */
  GPtrArray             *parcels;    /* its daybook_parcels */
  const DaybookRow      *of;         /* the case, in its register's table */
  DaybookRegister       *definition; /* its register's */
  GPtrArray             *goods;      /* its daybook_case_lines: only of these it speaks then */
  const DaybookRow      *customer;
  GPtrArray             *handles;    /* the customer's daybook_handles */
  const DaybookRow      *agent;      /* who speaks */
  const DaybookRow      *shop;
  GTimeZone             *zone;       /* the shop's; required */
  gint64                 now;        /* UTC seconds */
  gint64                 promised;   /* what is promised with the phrase, UTC seconds; else what the case has to come */
  DaybookLanguage        language;   /* of the phrase; ANY: that of whoever uses the program */
} DaybookPhraseAbout;

typedef struct _DaybookPhraseFacts DaybookPhraseFacts;

DaybookPhraseFacts *daybook_phrase_facts_new    (const DaybookPhraseAbout *about);
void                daybook_phrase_facts_free   (DaybookPhraseFacts       *self);
/* What it stands for, as customers read it; NULL where that is not known.
 *
 * Nothing is put in that the screen covers (core/mask.h), and nothing that the export has covered: of a
 * buyer that is the nick, and the name only where it needs no cover. The order's number, and a parcel's,
 * are whole: they are the customer's. Money is what was paid, or is to be; the refund is what the case
 * gives back, or what went back. Of a case with a parcel of its own it is that one, the last in the
 * register's order that has a number; else all of the order's. */
const char         *daybook_phrase_facts_get    (const DaybookPhraseFacts *self,
                                                 DaybookPlaceholder        placeholder);
/* The same for daybook_phrase_fill(): `facts` is its data. */
const char         *daybook_phrase_facts_lookup (DaybookPlaceholder        placeholder,
                                                 gpointer                  facts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookPhraseFacts, daybook_phrase_facts_free)

G_END_DECLS
