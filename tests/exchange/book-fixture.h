/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/row.h"
#include "exchange/import.h"
#include "store/store.h"

G_BEGIN_DECLS

/* A new book in a folder of the test's own, on 22 November 2026. */
typedef struct
{
  char         *folder;
  char         *book;  /* its own folder in there */
  DaybookStore *store;
} Fixture;

void book_fixture_set_up    (Fixture       *fixture,
                             gconstpointer  data);
void book_fixture_tear_down (Fixture       *fixture,
                             gconstpointer  data);
/* Imports a file of this name and text. */
DaybookImport *book_import_file (Fixture       *fixture,
                             const char    *name,
                             const char    *text);
/* ... and gives the order of this number. */
DaybookRow *book_import     (Fixture       *fixture,
                             const char    *name,
                             const char    *text,
                             const char    *number);
/* Commits an edit. */
void book_commit            (Fixture       *fixture,
                             DaybookEdit   *edit);
/* The act that was done last. */
DaybookId book_last_act     (Fixture       *fixture);
/* Takes back an act, or the last one (NULL). */
void book_undo              (Fixture         *fixture,
                             const DaybookId *act);

G_END_DECLS
