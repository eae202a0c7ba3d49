/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/excerpt.h"
#include "core/language.h"
#include "core/query.h"
#include "core/row.h"
#include "store/store.h"

G_BEGIN_DECLS

/* A read-only connection with its statement cache. It holds no snapshot between
 * calls. One thread at a time; the main thread uses daybook_store_get_reader(),
 * long reads make a reader of their own in a worker. */
DaybookReader *daybook_reader_new   (DaybookStore        *store,
                                     GError             **error);
/* From now on it waits for a lock (BUSY) for a part of a frame only, as who draws a window must, and
 * asks again at the next one. Others wait for some seconds, while they are not cancelled. */
void           daybook_reader_hurry (DaybookReader       *self);
void           daybook_reader_free  (DaybookReader       *self);
/* A number that differs whenever another connection has changed the book. */
gint64         daybook_reader_version (DaybookReader     *self);
/* While set, cancelling interrupts the running statement (CANCELLED). */
void           daybook_reader_set_cancellable (DaybookReader *self,
                                     GCancellable        *cancellable);

/* One row. NOT_FOUND when there is none; deleted rows are found too. A case comes in the table of
 * its register, which begins with the fields of every case: its `table` is no other than
 * daybook_table_base() of it says. So it is everywhere here. */
DaybookRow    *daybook_reader_row   (DaybookReader       *self,
                                     const DaybookTable  *table,
                                     gint64               rowid,
                                     GError             **error);
DaybookRow    *daybook_reader_find  (DaybookReader       *self,
                                     const DaybookTable  *table,
                                     const DaybookId     *id,
                                     GError             **error);
/* Several rows as they are at one moment, in the order of their keys; what is no longer
 * there is left out. (element-type DaybookRow) */
GPtrArray     *daybook_reader_rows  (DaybookReader       *self,
                                     const DaybookTable  *table,
                                     const gint64        *keys,
                                     guint                n_keys,
                                     GError             **error);
/* What names the row to a person, in full, and how that is masked: its title; of a
 * customer without a name an account or a contact. "" when there is none. */
char          *daybook_reader_title (DaybookReader       *self,
                                     const DaybookRow    *row,
                                     DaybookMask         *mask);
/* The rows of `table` whose REF field `field` points at `row`, not deleted,
 * in order of making. (element-type DaybookRow) */
GPtrArray     *daybook_reader_parts (DaybookReader       *self,
                                     const DaybookTable  *table,
                                     guint                field,
                                     const DaybookId     *row,
                                     GError             **error);
/* Of so many parts only a few: one nick of a reseller has thousands of contacts. */
typedef enum
{
  DAYBOOK_PARTS_FIRST, /* those made first */
  DAYBOOK_PARTS_LAST,  /* those made last */
} DaybookPartsEnd;

/* At most `limit` of daybook_reader_parts(), in the same order. */
GPtrArray     *daybook_reader_some_parts (DaybookReader  *self,
                                     const DaybookTable  *table,
                                     guint                field,
                                     const DaybookId     *row,
                                     DaybookPartsEnd      end,
                                     guint                limit,
                                     GError             **error);
/* How many there are; -1 on error. `limit` > 0 stops counting there. */
gint64         daybook_reader_count_parts (DaybookReader *self,
                                     const DaybookTable  *table,
                                     guint                field,
                                     const DaybookId     *row,
                                     guint                limit,
                                     GError             **error);
/* Every row of a small table (shops, agents, views), not deleted. */
GPtrArray     *daybook_reader_all   (DaybookReader       *self,
                                     const DaybookTable  *table,
                                     GError             **error);

/* Row keys of a query, in its order: a GArray of gint64. `limit` 0 is all. */
GArray        *daybook_reader_keys  (DaybookReader       *self,
                                     const DaybookQuery  *query,
                                     guint                limit,
                                     GError             **error);
/* How many rows; -1 on error. `limit` > 0 stops counting there. */
gint64         daybook_reader_count (DaybookReader       *self,
                                     const DaybookQuery  *query,
                                     guint                limit,
                                     GError             **error);
/* The id of a row by its local key. */
gboolean       daybook_reader_id    (DaybookReader       *self,
                                     const DaybookTable  *table,
                                     gint64               rowid,
                                     DaybookId           *id,
                                     GError             **error);
/* The key of the case of that number, deleted ones too; 0: there is none; -1: an error. */
gint64         daybook_reader_case_numbered (DaybookReader *self,
                                     const char          *number,
                                     GError             **error);
/* A shop's orders by number: one, or several when two shops have the same. */
GPtrArray     *daybook_reader_orders_numbered (DaybookReader *self,
                                     const char          *number,
                                     GError             **error);

/* How new what a shop knows of one platform is (OR-17). */
typedef struct
{
  char   *platform;
  gint64  as_of; /* UTC seconds: the newest export time over the finished imports */
} DaybookPlatformAsOf;

void           daybook_platform_as_of_free (DaybookPlatformAsOf *platform);
/* How old the orders are, by platform, the oldest first; empty when none were imported.
 * (element-type DaybookPlatformAsOf) */
GPtrArray     *daybook_reader_as_of (DaybookReader       *self,
                                     const DaybookId     *shop,
                                     GError             **error);

/* --- Search (RECORDS §8) ------------------------------------------------ */

typedef struct
{
  const DaybookTable *table;
  gint64              rowid;
} DaybookHit;

/* Rows of `table` that the words find, newest first, of articles and phrases the best first; at most `limit`
 * (0: all): a GArray of gint64 keys. Numbers are found by any part of three or more, phones by a tail of four or
 * more or in full, Han words by one or more characters, Latin words by prefix,
 * names by pinyin. */
GArray        *daybook_reader_search (DaybookReader      *self,
                                      const DaybookTable *table,
                                      const char         *text,
                                      guint               limit,
                                      GError            **error);
/* The field in which the words stand and an excerpt around them, for a row that
 * daybook_reader_search() gave; a customer's may be one of an account or contact.
 * Masked fields give a masked excerpt, in which nothing is marked. (transfer full) excerpt. NULL
 * when they stand in no one field. */
const DaybookField *daybook_reader_explain (DaybookReader    *self,
                                       const DaybookRow  *row,
                                       const char        *text,
                                       DaybookExcerpt   **excerpt);

/* For whom, and where, something near to a question is looked for. */
typedef struct
{
  DaybookLanguage  language; /* what is in another one comes later */
  const DaybookId *agent;    /* whose own phrases are among them; NULL: nobody's */
  const char      *reg;      /* key of the register at hand: what belongs there comes first; or NULL */
  const char      *stage;
} DaybookNearBy;

typedef struct
{
  gint64 rowid;
  double score; /* to be compared with others' of the same question */
} DaybookNear;

/* The articles or phrases (`table`) that are nearest to a text in plain words, the nearest first: those in use
 * that have its rarest words, best in what they are called. Empty where none is near.
 * (element-type DaybookNear) (transfer full) */
GArray        *daybook_reader_nearest (DaybookReader       *self,
                                       const DaybookTable  *table,
                                       const char          *text,
                                       const DaybookNearBy *by,
                                       guint                limit,
                                       GError             **error);

/* Whether the words hold this row's whole phone number (RECORDS §8: that is logged). */
gboolean       daybook_reader_finds_by_phone (DaybookReader *self,
                                       const DaybookRow  *row,
                                       const char        *text);

/* --- History (RECORDS §2) ----------------------------------------------- */

typedef struct
{
  gint64         key;      /* local, for paging: newest has the largest */
  DaybookId      id;
  DaybookActKind kind;
  char          *title;
  DaybookId      agent_id;
  char          *agent;    /* name, or "" */
  gint64         at;       /* UTC seconds: what the clock showed, not the stamp that orders */
  guint64        n_changes;
  gboolean       undone;   /* by a later act that is itself in force */
  DaybookId      undone_by; /* that act: undoing it is the redo; null while not undone */
  gboolean       stays;    /* it opened the book, or erased somebody: no undo takes it back */
  gboolean       running;  /* an import whose last operation is not there yet */
} DaybookAct;

typedef struct
{
  const DaybookTable *table;
  DaybookId           row;
  char               *row_title;
  DaybookChangeKind   kind;
  guint               field; /* SET */
  DaybookValue        old;
  DaybookValue        value;
} DaybookActChange;

void           daybook_act_free        (DaybookAct          *act);
void           daybook_act_change_free (DaybookActChange    *change);

/* Acts, of off-shift part-timers only their own (RECORDS §9), newest first: those with a smaller key than `before` (0: from the
 * newest), at most `limit`; of one row (with its parts) when `table` is given, of a case with its
 * photos.
 * Looks at personal data have a log of their own (core/reveal.h) and are not
 * among them. (element-type DaybookAct) */
GPtrArray     *daybook_reader_history (DaybookReader        *self,
                                       const DaybookTable   *table,
                                       const DaybookId      *row,
                                       gint64                before,
                                       guint                 limit,
                                       GError              **error);
DaybookAct    *daybook_reader_act     (DaybookReader        *self,
                                       const DaybookId      *id,
                                       GError              **error);
/* What an act did; at most `limit`. (element-type DaybookActChange) */
GPtrArray     *daybook_reader_act_changes (DaybookReader    *self,
                                       const DaybookId      *act,
                                       guint                 limit,
                                       GError              **error);
/* The act that put the row in the trash. */
DaybookAct    *daybook_reader_deleted_by (DaybookReader     *self,
                                       const DaybookTable   *table,
                                       const DaybookId      *row,
                                       GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookReader, daybook_reader_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookAct, daybook_act_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookActChange, daybook_act_change_free)

G_END_DECLS
