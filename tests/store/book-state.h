/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fixture.h"

#include "store/staging.h"

/* How many of a long act's disk calls are tried, spread over it. Under the sanitizers, which
 * take four times as long and look at the code on the way, fewer do. */
#ifdef __SANITIZE_ADDRESS__
#define BOOK_POINTS 5
#else
#define BOOK_POINTS 12
#endif

/* Rows in a transaction of a long act, where there shall be several on any machine. */
#define BOOK_ROWS_PER_STEP 800

/* What a book holds, as text that can be compared; and acts to leave it in one
 * state or another. Shared by the tests of faults, kills and several processes. */

/* What people can see: every row that is not deleted, with what it refers to.
 * Keys and random ids, which differ from one run to the next, are left out. The search index
 * follows by itself; book_assert_sound() looks rows up in it. */
char           *book_state_visible  (const char       *folder);
/* Every row of every table of the file, the history included. */
char           *book_state_exact    (const char       *folder);
/* Fails, with the first line that differs, unless both are the same. */
void            book_state_assert_equal (const char   *is,
                                     const char       *expected,
                                     const char       *when);

/* Checks the book with daybook_store_verify(): nothing may be found. */
void            book_assert_sound   (DaybookStore     *store,
                                     const char       *when);
/* Fails unless the search index holds just what one made anew would hold. */
void            book_assert_index   (DaybookStore     *store,
                                     const char       *when);
/* Fails when a file is left in the folder or in `backups/` that only a running
 * process needs. */
void            book_assert_tidy    (const char       *folder,
                                     const char       *when);
/* Fails unless the error is there and is a sentence for a person. */
void            book_assert_sentence (const GError    *error,
                                     const char       *when);

/* A book of its own that is opened, closed and copied by hand. */
DaybookStore   *book_open_folder    (const char       *folder,
                                     GError          **error);
/* Closes for real: nothing holds the file afterwards. */
void            book_close_store    (DaybookStore    **store);
/* A new folder with the files of `from`, which is closed. */
char           *book_copy_folder    (const char       *from);

/* Stages `n` orders, numbered from `first`, as a file of customers, lines,
 * phones and parcels would. NULL on error, with nothing left behind. */
DaybookStaging *book_stage_orders   (DaybookStore     *store,
                                     guint             first,
                                     guint             n,
                                     GError          **error);
/* Stages and merges them, and discards the staging file. */
gboolean        book_import_orders  (DaybookStore     *store,
                                     guint             first,
                                     guint             n,
                                     DaybookId        *act,
                                     GError          **error);
/* An act that has nothing to do with orders. */
gboolean        book_rename_owner   (DaybookStore     *store,
                                     const char       *name,
                                     GError          **error);
/* The first `n` orders of the book get a note, in one act. */
gboolean        book_note_orders    (DaybookStore     *store,
                                     guint             n,
                                     const char       *note,
                                     GError          **error);
