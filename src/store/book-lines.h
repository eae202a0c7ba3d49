/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"
#include "store/database.h"

G_BEGIN_DECLS

/* Lines with a number of the platform's stand each for itself. Without one, what the
 * file says of the order is the list of its lines, and so is what an order file's
 * joined titles let guess: of these the newest list goes. */
typedef enum
{
  DAYBOOK_LIST_NUMBERED, /* or lines of which the record tells only some */
  DAYBOOK_LIST_WHOLE,
  DAYBOOK_LIST_GUESSED,
} DaybookLineList;

/* A line as the book has it, the deleted ones too. */
typedef struct
{
  gint64           key;
  DaybookId        id;
  DaybookLineList  list;
  gboolean         deleted;
  int              told_by; /* which of the lines of the record at hand; -1: none */
  char            *title;
  char            *variant;
  char            *sku;
  gint64           price;    /* 0: none */
  gint64           quantity; /* likewise */
} DaybookBookLine;

DaybookLineList  daybook_line_list_of       (const DaybookOrderRecord *record);

/* The lines of the order (a key), by their position. (element-type DaybookBookLine) */
GArray          *daybook_book_lines_read    (DaybookDatabase          *db,
                                             gint64                    order,
                                             GError                  **error);
/* Finds those of which the record tells: by their id (`ids`, see daybook_merge_line_ids());
 * of a whole list also by SKU, price, quantity and title, since a file of few columns tells
 * of the same lines and may leave out the SKU. FALSE: the record tells of some that the book
 * has not. */
gboolean         daybook_book_lines_tell    (GArray                   *lines,
                                             const DaybookOrderRecord *record,
                                             GArray                   *ids);
/* The one that the record's line `index` tells of, or NULL. */
DaybookBookLine *daybook_book_lines_told_by (GArray                   *lines,
                                             guint                     index);
/* Whether the record's line `index` has the id of one before it: the platform's number of a
 * line stands in the file twice. */
gboolean         daybook_book_lines_repeat  (GArray                   *ids,
                                             guint                     index);
/* Changes an id that a line of the book has into one that none has. */
void             daybook_book_lines_free_id (GArray                   *lines,
                                             DaybookId                *id);
/* The order (a key) of a line; 0 with the error set, or where there is no such line. */
gint64           daybook_line_order         (DaybookDatabase          *db,
                                             gint64                    line,
                                             GError                  **error);
/* Whether any of them is of the list. */
gboolean         daybook_book_lines_have    (GArray                   *lines,
                                             DaybookLineList           list);

G_END_DECLS
