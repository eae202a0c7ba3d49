/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/registry.h"
#include "store/database.h"

G_BEGIN_DECLS

/* The day in a key of a table that is dated: 16 million rows a day. */
#define DAYBOOK_KEY_DAY_SHIFT 24
#define daybook_key_day(key) ((key) >> DAYBOOK_KEY_DAY_SHIFT)

/* One field of one row in the file: its visible value with the operation that
 * made it, and, under operations that no server has confirmed yet, its confirmed
 * one (RECORDS §2). Visible = confirmed + this laptop's own outbox. */
typedef struct
{
  const DaybookTable *table;
  gint64              row;
  guint               field;
} DaybookSpot;

/* A value and where it is from. */
typedef struct
{
  DaybookValue value; /* owned */
  gint64       op;
} DaybookStanding;

#define DAYBOOK_STANDING_INIT { DAYBOOK_VALUE_INIT, 0 }

typedef enum
{
  DAYBOOK_SHADOW_KEEP,    /* leave one that is there */
  DAYBOOK_SHADOW_REPLACE,
} DaybookShadowMode;

/* Enumerations and booleans have no NULL in the file: none is 0. Borrows. */
DaybookValue daybook_value_as_stored   (const DaybookField    *field,
                                        const DaybookValue    *value);

/* What is visible. Errors: NOT_FOUND (the row). */
gboolean     daybook_spot_read         (DaybookDatabase       *db,
                                        const DaybookSpot     *spot,
                                        DaybookStanding       *standing,
                                        GError               **error);
/* Changes the value alone. */
gboolean     daybook_spot_write_value  (DaybookDatabase       *db,
                                        const DaybookSpot     *spot,
                                        const DaybookValue    *value,
                                        GError               **error);
gboolean     daybook_spot_write_op     (DaybookDatabase       *db,
                                        const DaybookSpot     *spot,
                                        gint64                 op,
                                        GError               **error);
/* FALSE without error: the field has none. */
gboolean     daybook_spot_read_shadow  (DaybookDatabase       *db,
                                        const DaybookSpot     *spot,
                                        DaybookStanding       *standing,
                                        GError               **error);
gboolean     daybook_spot_write_shadow (DaybookDatabase       *db,
                                        const DaybookSpot     *spot,
                                        const DaybookStanding *standing,
                                        DaybookShadowMode      mode,
                                        GError               **error);
gboolean     daybook_spot_drop_shadow  (DaybookDatabase       *db,
                                        const DaybookSpot     *spot,
                                        GError               **error);

/* Writes a row, under the next key of its day where its table has dates (see
 * 001.sql, customers). `values`: one per field, references as ids or keys.
 * Returns the key, 0 on error. */
gint64       daybook_row_insert        (DaybookDatabase       *db,
                                        const DaybookTable    *table,
                                        const DaybookId       *id,
                                        gint64                 born,
                                        const DaybookValue    *values,
                                        GError               **error);

void         daybook_standing_clear    (DaybookStanding       *standing);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DaybookStanding, daybook_standing_clear)

G_END_DECLS
