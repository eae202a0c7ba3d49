/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/row.h"
#include "store/database.h"

G_BEGIN_DECLS

/* The statements that follow from the record registry: one set per table, made
 * once. References are ids outside and local keys inside the file. */
typedef struct
{
  char  *select_row;   /* :row → id, born, fields */
  char  *select_key;   /* :id → rowid, born, deleted; walks an index where ids are within owners */
  char  *select_key_within; /* :owner, :id → the same; NULL where ids are not within owners */
  char  *select_id;    /* :row → id */
  char  *select_owner; /* :row → id of the row that it is a part of; NULL where there is none */
  char  *select_last;  /* ?1 to ?2 → the last rowid between them */
  char  *insert;       /* ?1 rowid, ?2 id, ?3 born, ?4 ... fields */
  char  *insert_keys;  /* the same where every reference is given as key, every choice as number */
  char **select_field; /* :row → the value; by field */
  char **update_field; /* :value, :row; by field */
  /* Of a parted table, else NULL: see store/row-extra.h. */
  char  *select_extra;    /* :path, :id_path, :row → JSON type, value, id, born */
  char  *update_extra;    /* :path, :value, :row */
  char  *update_extra_id; /* the same; :value is the text of an id */
  char  *remove_extra;    /* :path, :row */
} DaybookTableSql;

/* Of a definition's table: its base's. */
const DaybookTableSql *daybook_table_sql (const DaybookTable  *table);

/* With the fields of `table`: NOT_FOUND when there is no such row. */
DaybookRow *daybook_row_load             (DaybookDatabase     *db,
                                          const DaybookTable  *table,
                                          gint64               rowid,
                                          GError             **error);
/* The key, or 0 when there is none (no error) or on failure (error). `born` and
 * `deleted` may be NULL. */
gint64      daybook_row_key              (DaybookDatabase     *db,
                                          const DaybookTable  *table,
                                          const DaybookId     *id,
                                          gint64              *born,
                                          gboolean            *deleted,
                                          GError             **error);
/* The same of a row within its owner (registry.h). `owner`: key. Other tables'
 * rows are found by their ids alone. */
gint64      daybook_row_key_within       (DaybookDatabase     *db,
                                          const DaybookTable  *table,
                                          gint64               owner,
                                          const DaybookId     *id,
                                          gint64              *born,
                                          gboolean            *deleted,
                                          GError             **error);
gboolean    daybook_row_id               (DaybookDatabase     *db,
                                          const DaybookTable  *table,
                                          gint64               rowid,
                                          DaybookId           *id,
                                          GError             **error);
/* The id of the row that this one is a part of. */
gboolean    daybook_row_owner            (DaybookDatabase     *db,
                                          const DaybookTable  *table,
                                          gint64               rowid,
                                          DaybookId           *owner,
                                          GError             **error);
/* What a row is called, in full, and how that is masked: its title field; of a
 * customer without a name the first account, else the first contact. */
char       *daybook_row_read_title       (DaybookDatabase     *db,
                                          const DaybookRow    *row,
                                          DaybookMask         *mask);
/* The same masked, for sentences; "" when there is none. */
char       *daybook_row_title            (DaybookDatabase     *db,
                                          const DaybookRow    *row);

G_END_DECLS
