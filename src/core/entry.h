/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/registry.h"
#include "core/value.h"

G_BEGIN_DECLS

/* One row of a file that is no order: of after-sales, reviews, a bill. What a platform's
 * mapping makes of it, and what the store merges. Its table has the fields `shop`, `platform`,
 * `number` (the natural key with the two before), `order_number` and `as_of`. Texts live in
 * the entry's own chunk, so that one serves a whole file. */
#define DAYBOOK_ENTRY_MAX_FIELDS 32

typedef struct
{
  const DaybookTable *table;
  DaybookValue        values[DAYBOOK_ENTRY_MAX_FIELDS];
  guint64             carried;   /* bit i: the file has a column for field i */
  guint64             apart;     /* bit i: field i is a part of its identity, beside the number */
  guint64             first_row; /* of the file, counted from 1 with the header */
  GString            *raw;       /* the source cells: US between cells */
  GStringChunk       *chunk;
} DaybookEntry;

/* Where a table of entries has what all of them have. */
typedef struct
{
  guint shop;
  guint platform;
  guint number;
  guint order_number;
  guint as_of;
  int   deadline; /* of somebody's answer; or -1 */
} DaybookEntryFields;

/* FALSE: rows of the table are no entries. */
gboolean      daybook_entry_fields   (const DaybookTable *table,
                                      DaybookEntryFields *fields);

DaybookEntry *daybook_entry_new      (const DaybookTable *table);
void          daybook_entry_free     (DaybookEntry       *entry);
void          daybook_entry_reset    (DaybookEntry       *entry);
/* Text is copied into the entry's chunk. */
void          daybook_entry_set_text (DaybookEntry       *entry,
                                      guint               field,
                                      const char         *text);
void          daybook_entry_set_int  (DaybookEntry       *entry,
                                      guint               field,
                                      gint64              number);
/* "" when there is none. */
const char   *daybook_entry_text     (const DaybookEntry *entry,
                                      guint               field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookEntry, daybook_entry_free)

G_END_DECLS
