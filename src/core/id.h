/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A row's identity, 128 bits, the only name of a row that leaves the laptop
 * (RECORDS §4). What stands for something outside has a derived id (name-based
 * UUID, version 5); what people make up has a fresh one (version 7). */
typedef struct
{
  guint8 bytes[16];
} DaybookId;

/* "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx" and its NUL. */
#define DAYBOOK_ID_STRING_SIZE 37

/* Derives the id of the row of `kind` ("order", "customer", ...) that the
 * parts name. Each part is NFKC-normalised and trimmed; platform ids are to be
 * given in lower-case ASCII. The order of the parts matters; an empty part
 * counts. Source: RFC 4122 §4.3 over "kind U+001F part U+001F part ...". */
void     daybook_id_derive      (DaybookId          *out,
                                 const char         *kind,
                                 const char *const  *parts,
                                 gsize               n_parts);

/* Forgets the random bytes that were drawn ahead: after a fork, or where they come from elsewhere by
 * now. Any thread. */
void     daybook_id_draw_anew   (void);

/* A random id (version 4). */
void     daybook_id_random      (DaybookId          *out);

/* A fresh id (version 7) that sorts by time. `unix_ms` is the time in
 * milliseconds; two calls with the same time differ in their random part. */
void     daybook_id_fresh       (DaybookId          *out,
                                 gint64              unix_ms);

/* When a fresh id was made, in milliseconds since 1970: what the clock of its
 * laptop showed then. FALSE: the id is no fresh one. */
gboolean daybook_id_made_at     (const DaybookId    *id,
                                 gint64             *unix_ms);

gboolean daybook_id_parse       (const char         *text,
                                 DaybookId          *out);
void     daybook_id_print       (const DaybookId    *id,
                                 char                text[DAYBOOK_ID_STRING_SIZE]);
char    *daybook_id_to_string   (const DaybookId    *id);

gboolean daybook_id_is_null     (const DaybookId    *id);
int      daybook_id_compare     (const DaybookId    *a,
                                 const DaybookId    *b);
/* For GHashTable, keys are `DaybookId *`. */
guint    daybook_id_hash        (gconstpointer       id);
gboolean daybook_id_equal       (gconstpointer       a,
                                 gconstpointer       b);

G_END_DECLS
