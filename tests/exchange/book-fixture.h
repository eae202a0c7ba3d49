/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

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

G_END_DECLS
