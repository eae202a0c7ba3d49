/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/database.h"
#include "store/erased.h"
#include "store/merge-rule.h"
#include "store/staging.h"

G_BEGIN_DECLS

#define DAYBOOK_STAGING_PREFIX "staging-"

/* Lines are found by the order's number: key = n << 16 | position. */
#define DAYBOOK_STAGING_LINE_SHIFT 16
#define DAYBOOK_STAGING_LINES_MAX (1 << DAYBOOK_STAGING_LINE_SHIFT)

struct _DaybookStaging
{
  GObject              parent_instance;

  DaybookStore        *store;
  DaybookDatabase     *db;        /* the staging file */
  DaybookDatabase     *book;      /* a reader, to compare with */
  char                *path;
  int                  lock;      /* the file once more: shows other processes that somebody works with it */

  DaybookStagingSpec   spec;      /* texts owned */
  char                 shop[DAYBOOK_ID_STRING_SIZE];
  char                *sums;
  DaybookStagingCounts counts;

  DaybookErased       *erased;    /* whose rows bring figures alone; NULL: not read yet */
  GPtrArray           *born;      /* DaybookBornOf, with how many cases of each the import opens; NULL: of no entries, or not known yet */
  GHashTable          *seen;      /* half of an order's id → n, or SEEN_SAME; of an entry's → a digest */
  gint64               next_n;
  GArray              *order;     /* gint64: of the orders, in that of their dates; once finished, or NULL */
  GArray              *effects;   /* DaybookRecordEffect of order n at n - 1 */
  GArray              *followed;  /* DaybookFollowed of order n at n - 1; as long as the last that has one */
  gint64               read_from; /* key of the last act whose changes the reading has seen for certain */
  gint64               known_from; /* the earliest time from when the book knows an order that is not staged */
  gboolean             repeats;   /* some orders are told in several places */
  guint64              in_transaction;
  guint                looks;     /* at the book, in one view of it */
  gboolean             finished;
  char                *insert_order;
  char                *add_order;
  char                *select_order;
};

/* One staged order on its way into the book. */
typedef struct
{
  DaybookId order;
  guint64   digest;
} DaybookStagedOrder;

DaybookStaging *daybook_staging_make      (DaybookStore        *store,
                                           const char          *path);
/* Makes the file unless it is there. FALSE with errno (see claim.h); the lock goes
 * with the process. */
gboolean        daybook_staging_lock      (DaybookStaging      *self,
                                           gint64               wait_us);
gboolean        daybook_staging_open      (DaybookStaging      *self,
                                           DaybookDatabaseMode  mode,
                                           GError             **error);
gboolean        daybook_staging_write_text (DaybookStaging     *self,
                                           const char          *key,
                                           const char          *text,
                                           GError             **error);

/* What a staging file's columns mean. A later version of the program may have others. */
char           *daybook_staging_shape     (void);
/* Finds the finished staging file that a killed import of this act left; NULL
 * when there is none, or it is in use, damaged, or of another version of the program. */
DaybookStaging *daybook_staging_find_left (DaybookStore        *store,
                                           const DaybookId     *act);
/* Whether the book no longer is what the file was held against: what was found to be
 * in it already is not staged. `db` is the writer's. */
gboolean        daybook_staging_is_stale  (DaybookStaging      *self,
                                           DaybookDatabase     *db,
                                           GError             **error);
/* Who was erased from the book. Errors: as reading. (transfer none) */
DaybookErased  *daybook_staging_erased    (DaybookStaging      *self,
                                           GError             **error);
/* Remembers in the file which act merges it. */
gboolean        daybook_staging_set_act   (DaybookStaging      *self,
                                           const DaybookId     *act,
                                           GError             **error);
/* The staged orders that change something, oldest first: a GArray of gint64. */
GArray         *daybook_staging_order     (DaybookStaging      *self,
                                           GError             **error);
/* A file of entries: makes what they are staged in; reads one. */
gboolean        daybook_staging_make_entries (DaybookStaging   *self,
                                           GError             **error);
/* Who has cases of the file's rows, as the book (`db`) stands; none is counted yet. Of rows of
 * which there are no cases `born` stays NULL. */
gboolean        daybook_staging_find_born (DaybookStaging      *self,
                                           DaybookDatabase     *db,
                                           GError             **error);
gboolean        daybook_staging_read_entry (DaybookStaging     *self,
                                           gint64               n,
                                           DaybookEntry        *entry,
                                           DaybookId           *id,
                                           GError             **error);
/* While adding: a key of `seen`; a view of the book to compare with; what the row written
 * last does to it, which also commits now and then. */
gpointer        daybook_staging_seen_key  (const DaybookId     *id);
gboolean        daybook_staging_look      (DaybookStaging      *self,
                                           GError             **error);
gboolean        daybook_staging_note      (DaybookStaging      *self,
                                           const DaybookFinding *finding,
                                           GError             **error);
/* Reads one into `record`. */
gboolean        daybook_staging_read      (DaybookStaging      *self,
                                           gint64               n,
                                           DaybookOrderRecord  *record,
                                           DaybookStagedOrder  *staged,
                                           GError             **error);
/* An order of which the file says what the book has already. */
typedef struct
{
  gint64  order; /* its key */
  guint64 told;  /* see daybook_record_tells() */
} DaybookStagedSight;

/* Those after the order `last` (0: the first ones), at most `limit`: a GArray of
 * DaybookStagedSight. Empty when the book knows them all from a file that is not older. */
GArray         *daybook_staging_sights    (DaybookStaging      *self,
                                           gint64               last,
                                           guint                limit,
                                           GError             **error);
guint           daybook_staging_count_sights (DaybookStaging   *self);
/* Deletes the staging files of processes that are gone. */
void            daybook_staging_sweep     (DaybookStore        *store);

G_END_DECLS
