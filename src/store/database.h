/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/error.h"
#include "core/value.h"

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

#define DAYBOOK_RECENT_STATEMENTS 256 /* a power of two */

/* One SQLite connection with its statement cache: the thin floor on which the
 * rest of the store stands. One thread at a time. */
typedef struct
{
  sqlite3      *handle;
  GHashTable   *statements;  /* SQL text → sqlite3_stmt */
  struct
  {
    const char   *sql;
    sqlite3_stmt *statement;
  } recent[DAYBOOK_RECENT_STATEMENTS]; /* by the text's address; see daybook_database_prepare() */
  GCancellable *cancellable; /* asked by the progress handler */
  gint64        busy_us;     /* how long to wait for another process */
  gint64        busy_since;  /* monotonic microseconds */
  int           turn;        /* where to say that this waits (see turn.h), or -1; borrowed */
  gboolean      asks;        /* it does */
  GHashTable   *touched;     /* rows written in the transaction at hand: store/due-touched.h's; or NULL */
  GHashTable   *heard;       /* customers who heard from the shop in it, or did not after all; or NULL */
  gboolean      rules_touched; /* ... and among them one by which all others are reckoned */
  gboolean      facts_grew;    /* an export has shown what is known of its platform's now */
  gboolean      rules_changed; /* what is due is to be reckoned anew */
} DaybookDatabase;

/* A statement taken from the cache; g_autoptr resets it and clears its
 * bindings on every path. */
typedef sqlite3_stmt DaybookStatement;

typedef enum
{
  DAYBOOK_DATABASE_READ,
  DAYBOOK_DATABASE_WRITE,
  DAYBOOK_DATABASE_CREATE,
  DAYBOOK_DATABASE_MEMORY,  /* nowhere else */
  DAYBOOK_DATABASE_SCRATCH, /* a file of this process that nobody misses: no journal, no sync */
} DaybookDatabaseMode;

/* Opens a connection, registers the tokenizer, sets the pragmas of DESIGN §3
 * and reads each back. `busy_ms`: how long to wait for another writer. */
DaybookDatabase  *daybook_database_open     (const char           *path,
                                             DaybookDatabaseMode   mode,
                                             int                   busy_ms,
                                             GError              **error);
void              daybook_database_close    (DaybookDatabase      *self);
/* `file`: the descriptor of the book's lock file, which stays open as long. */
void              daybook_database_set_turn (DaybookDatabase      *self,
                                             int                   file);
/* While set, cancelling interrupts running statements. */
void              daybook_database_set_cancellable (DaybookDatabase *self,
                                             GCancellable         *cancellable);

/* Whether a commit reaches the disk before it returns (FULL: what people do), or
 * with the next one that does (an import's steps, which can be done again). Not
 * within a transaction. */
typedef enum
{
  DAYBOOK_SYNC_NOW,
  DAYBOOK_SYNC_LATER,
} DaybookSync;

gboolean          daybook_database_set_sync (DaybookDatabase      *self,
                                             DaybookSync           sync,
                                             GError              **error);
/* Runs statements that need no parameters and give no rows. */
gboolean          daybook_database_run      (DaybookDatabase      *self,
                                             const char           *sql,
                                             GError              **error);
/* The statement for `sql`, ready to be bound. NULL on error. */
DaybookStatement *daybook_database_prepare  (DaybookDatabase      *self,
                                             const char           *sql,
                                             GError              **error);
/* One integer of one row; `fallback` when there is no row or it is NULL. */
gint64            daybook_database_number   (DaybookDatabase      *self,
                                             const char           *sql,
                                             gint64                fallback,
                                             GError              **error);

void              daybook_statement_done    (DaybookStatement     *statement);
/* A row gives TRUE; the end FALSE without error, a failure FALSE with one. */
gboolean          daybook_statement_next    (DaybookStatement     *statement,
                                             GError              **error);
/* Whether there is a row. Unlike above, FALSE is a failure. */
gboolean          daybook_statement_found   (DaybookStatement     *statement,
                                             gboolean             *found,
                                             GError              **error);
/* The first number of the next row, 0 where there is none. Likewise. */
gboolean          daybook_statement_number  (DaybookStatement     *statement,
                                             gint64               *number,
                                             GError              **error);
/* Runs a statement that gives no rows. */
gboolean          daybook_statement_run     (DaybookStatement     *statement,
                                             GError              **error);

/* Binding by name (":row"). Texts are not copied: they outlive the run. */
void              daybook_bind_int          (DaybookStatement     *statement,
                                             const char           *name,
                                             gint64                number);
void              daybook_bind_text         (DaybookStatement     *statement,
                                             const char           *name,
                                             const char           *text);
void              daybook_bind_id           (DaybookStatement     *statement,
                                             const char           *name,
                                             const DaybookId      *id);
/* Its text, as a definition's fields hold it (store/row-extra.h). */
void              daybook_bind_id_text      (DaybookStatement     *statement,
                                             const char           *name,
                                             const DaybookId      *id);
void              daybook_bind_value        (DaybookStatement     *statement,
                                             const char           *name,
                                             const DaybookValue   *value);
/* The same by place, counted from 1: for generated statements. */
void              daybook_bind_value_at     (DaybookStatement     *statement,
                                             int                   place,
                                             const DaybookValue   *value);

/* Reading a column; text is copied. */
DaybookValue      daybook_column_value      (DaybookStatement     *statement,
                                             int                   column);
gboolean          daybook_column_id         (DaybookStatement     *statement,
                                             int                   column,
                                             DaybookId            *id);
/* (transfer none) "" for NULL */
const char       *daybook_column_text       (DaybookStatement     *statement,
                                             int                   column);
/* Minor units; DAYBOOK_AMOUNT_UNKNOWN for NULL */
gint64            daybook_column_amount     (DaybookStatement     *statement,
                                             int                   column);

/* The one place that turns SQLite's codes into ours and into a sentence. */
void              daybook_database_set_error (GError             **error,
                                             sqlite3              *handle,
                                             int                   code);
/* The same for files that are not SQLite's: `code` is an errno. */
void              daybook_database_set_system_error (GError    **error,
                                             int                   code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookDatabase, daybook_database_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookStatement, daybook_statement_done)

G_END_DECLS
