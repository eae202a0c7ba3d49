/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mask.h"
#include "core/row.h"
#include "store/reader.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Rows of any kind for other programs (CLI.md): what the command line answers and
 * what an export writes. */

/* In what manner values are told. All borrowed. */
typedef struct
{
  DaybookReader *reader;   /* of the titles of rows that have no name of their own */
  GTimeZone     *zone;     /* the shop's */
  const char    *currency; /* of rows that name none */
  DaybookShow    show;
} DaybookManner;

/* The currency of a row's amounts: its own, else the shop's. (transfer none) */
const char *daybook_row_currency (const DaybookManner *manner,
                                  const DaybookRow    *row);
/* The text of a field. (transfer full) */
char       *daybook_row_tell     (const DaybookManner *manner,
                                  const DaybookRow    *row,
                                  guint                field);
/* What names the row to a person. (transfer full) */
char       *daybook_row_call     (const DaybookManner *manner,
                                  const DaybookRow    *row);
/* `id`, `kind`, `title` and the fields of `columns` (element-type guint), of which others
 * are left out; NULL: every field. (transfer full) */
JsonObject *daybook_row_json     (const DaybookManner *manner,
                                  const DaybookRow    *row,
                                  const GArray        *columns);

G_END_DECLS
