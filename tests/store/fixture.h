/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/customer.h"
#include "core/order.h"
#include "core/shop.h"
#include "store/reader.h"
#include "store/store.h"

/* A book in a temporary folder, with a fixed clock that tests move. */

#define BOOK_NOW G_GINT64_CONSTANT (1763800000) /* 2025-11-22 08:26:40 UTC */

typedef struct
{
  char         *folder;
  DaybookStore *store;
} Book;

void   book_open      (Book           *book);
/* Closes the store and opens it again, as another start would. */
void   book_reopen    (Book           *book);
/* Closes and deletes the folder. */
void   book_close     (Book           *book);
void   book_remove_folder (const char *folder);

/* Makes an order as an import would, and returns its id. */
DaybookId book_add_order (Book        *book,
                          const char  *number,
                          gint64       created);
/* Sets a field as the person at the desk; returns the act. */
DaybookId book_set      (Book         *book,
                         const DaybookTable *table,
                         const DaybookId *row,
                         guint         field,
                         DaybookValue  value);
DaybookRow *book_row    (Book         *book,
                         const DaybookTable *table,
                         const DaybookId *row);
guint  book_count       (Book         *book,
                         const DaybookTable *table,
                         const char   *where);
/* The one number that the statement gives, as another program would read it; -1: none. */
gint64 book_number       (Book         *book,
                         const char   *sql);
void   book_run_sql      (Book         *book,
                         const char   *sql);
