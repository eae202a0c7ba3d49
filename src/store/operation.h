/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "core/merge.h"
#include "store/database.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* An operation as it travels: one line of JSON with all that another laptop
 * needs to know of it and of its act.
 *   {"op":"DEVICE:N","laptop":"A",
 *    "act":{"id":…,"agent":…,"hlc":…,"kind":0,"of":…,"as_of":…,"title":…},
 *    "kind":"set","rows":[{"t":"order","id":…,"f":{"note":"…"}}],"old":…,"base":"DEVICE:N"}
 * A set of a row that is looked up within its owner has the owner's id as "of" beside
 * "id".
 * A create ("kind":"create") has the row and the parts born with it, and neither
 * old nor base. The line follows from what is append-only in the book, so it is
 * the same whenever it is written. */

/* One field, by the name its author's version gave it. */
typedef struct
{
  const char   *field; /* borrowed from the operation */
  DaybookValue  value; /* owned */
} DaybookOpCell;

typedef struct
{
  const char *kind;  /* of the table; borrowed */
  DaybookId   id;
  DaybookId   owner; /* set: of the row that this is a part of; null: not told */
  GArray     *cells; /* DaybookOpCell */
} DaybookOpRow;

typedef struct
{
  DaybookOpName      name;
  const char        *laptop;   /* its author's letter */
  DaybookId          act;
  DaybookId          agent;    /* null: the program */
  gint64             hlc;
  DaybookActKind     act_kind;
  DaybookId          of_act;   /* null: it takes nothing back */
  gint64             as_of;    /* import: export time, UTC seconds; else 0 */
  const char        *title;
  DaybookChangeKind  kind;
  GArray            *rows;     /* DaybookOpRow; a set has one row of one cell */
  DaybookValue       old;      /* set: what its author saw */
  DaybookOpName      base;     /* set: whose that was */
  JsonNode          *root;     /* owns the borrowed texts */
} DaybookOperation;

/* The longest line that is read: far more than an order with its lines. */
#define DAYBOOK_OPERATION_MAX (8 * 1024 * 1024)

/* Reads a line from outside. Errors: FORMAT. */
DaybookOperation *daybook_operation_parse (const char        *line,
                                           GError           **error);
void              daybook_operation_free  (DaybookOperation  *self);
/* Cells of all rows: a verdict has one letter for each. */
guint             daybook_operation_count (const DaybookOperation *self);

/* The lines of this laptop's operations after number `after`, oldest first, at
 * most `limit` and then as many as its last act still has: an act that is no
 * import is never split. (element-type utf8)
 * Errors: CORRUPT, when a create has lost what it made. */
GPtrArray        *daybook_operation_print_after (DaybookDatabase *db,
                                           gint64             after,
                                           guint              limit,
                                           GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookOperation, daybook_operation_free)

G_END_DECLS
