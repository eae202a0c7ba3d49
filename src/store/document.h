/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/row.h"
#include "store/database.h"

#include <sodium.h>

G_BEGIN_DECLS

/* What the search index holds of one row; reused from row to row. */
typedef struct
{
  GString *words;
  GString *names;   /* pinyin keys */
  GString *numbers;
  GArray  *keys;    /* gint64, of phone_keys */
} DaybookDocument;

/* The book's own key for hashes of phone numbers: without it all numbers could
 * be tried in minutes (RECORDS §4). */
typedef struct
{
  guint8 bytes[crypto_shorthash_KEYBYTES];
} DaybookSecret;

DaybookDocument *daybook_document_new  (void);
void             daybook_document_free (DaybookDocument      *document);
/* Makes the document of an order, customer or product. `db`: the book. */
gboolean         daybook_document_make (DaybookDatabase      *db,
                                        const DaybookSecret  *secret,
                                        const DaybookRow     *row,
                                        DaybookDocument      *document,
                                        GError              **error);

gboolean         daybook_secret_read   (DaybookDatabase      *db,
                                        DaybookSecret        *secret,
                                        GError              **error);
/* The key under which a full phone number or e-mail is looked up; 0 for a text
 * that is neither. */
gint64           daybook_phone_hash    (const DaybookSecret  *secret,
                                        const char           *text);
/* The key of the last four digits, or -1. */
gint64           daybook_phone_tail    (const char           *phone);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookDocument, daybook_document_free)

G_END_DECLS
