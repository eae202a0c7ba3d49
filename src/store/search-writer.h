/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/document.h"

G_BEGIN_DECLS

/* Writing documents into search.db. */

/* Where the documents of a table are. */
typedef struct
{
  const DaybookTable *table;
  const char         *words;   /* everything that is text */
  const char         *names;   /* how people's names sound */
  const char         *numbers; /* numbers of orders, parcels, payments …, and the keys of phones
                                * and e-mails (document.h), which are a customer's only ones */
  const char         *heads;   /* of what is ranked (search-rank.h): its words but for those of its text; or NULL */
} DaybookSearchPlace;

/* The places, ended by one without a table. */
extern const DaybookSearchPlace daybook_search_places[];
extern const guint daybook_search_n_places;
const DaybookSearchPlace *daybook_search_place (const DaybookTable *table);

/* Makes all of them, empty. */
gboolean daybook_search_create (DaybookDatabase           *search,
                                GError                   **error);
gboolean daybook_search_insert (DaybookDatabase           *search,
                                const DaybookSearchPlace  *place,
                                gint64                     rowid,
                                const DaybookDocument     *document,
                                GError                   **error);
gboolean daybook_search_delete (DaybookDatabase           *search,
                                const DaybookSearchPlace  *place,
                                gint64                     rowid,
                                GError                   **error);

/* Merges a few of the segments that writing has left, some 10 ms of work; `more`:
 * whether it is worth calling again. */
gboolean daybook_search_tidy   (DaybookDatabase           *search,
                                gboolean                  *more,
                                GError                   **error);

G_END_DECLS
