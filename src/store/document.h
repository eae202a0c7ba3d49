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
  GString *numbers; /* with the keys of phones and e-mails */
  GString *heads;   /* words that are no long text: what it is called, where it belongs */
} DaybookDocument;

/* Whether there is anything to be indexed. */
typedef enum
{
  DAYBOOK_DOCUMENT_FAILED,
  DAYBOOK_DOCUMENT_NONE,   /* the row is in the trash, or was never there */
  DAYBOOK_DOCUMENT_MADE,
} DaybookDocumentState;

/* The book's own key for hashes of phone numbers: without it all numbers could
 * be tried in minutes (RECORDS §4). */
typedef struct
{
  guint8 bytes[crypto_shorthash_KEYBYTES];
} DaybookSecret;

DaybookDocument *daybook_document_new  (void);
void             daybook_document_free (DaybookDocument      *document);
/* Makes the document of a row that is searched. `db`: the book. */
DaybookDocumentState
                 daybook_document_make (DaybookDatabase      *db,
                                        const DaybookSecret  *secret,
                                        const DaybookTable   *table,
                                        gint64                rowid,
                                        DaybookDocument      *document,
                                        GError              **error);

gboolean         daybook_secret_read   (DaybookDatabase      *db,
                                        DaybookSecret        *secret,
                                        GError              **error);
/* The key under which a full phone number or e-mail is looked up, a token of the
 * index of numbers; NULL for a text that is neither. (transfer full) */
char            *daybook_phone_key     (const DaybookSecret  *secret,
                                        const char           *text);
/* The key of the last four digits, or NULL. (transfer full) */
char            *daybook_tail_key      (const char           *phone);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookDocument, daybook_document_free)

G_END_DECLS
