/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/error.h"
#include "core/id.h"
#include "core/registry.h"
#include "core/value.h"

G_BEGIN_DECLS

/* A screen is a query (DESIGN §1.2): a kind, a filter, a sort and a search
 * text. The filter is a conjunction of conditions, or of brackets of which one is
 * enough, written by people and by saved views as EXPR (CLI.md):
 *
 *   EXPR  := TERM ("and" TERM)*
 *   TERM  := COND | "(" COND ("or" COND)* ")"
 *   COND  := FIELD OP VALUE | FIELD "in" "(" VALUE ("," VALUE)* ")"
 *   OP    := = != < <= > >= ~            (~ is "contains", texts only)
 *   VALUE := word | number | 'quoted, with '' for a quote' | null
 *
 * `and`, `or`, `in` and `null` may be written in capitals. < <= > >= do not go with
 * references, truth values and null.
 *
 * Values are written as people write them: enumeration words, true and false,
 * money as 128.00 (in the shop's currency), times as 2026-11-22 or
 * 2026-11-22T10:20, and `today`, `today-3`, `today+1` (midnights), `now`,
 * `now-2h`, `now-30m`, `now+1d` and `month` (the midnight that begins this month)
 * for times that move, or what core/time-word.h reads as one of them. Relative times stay
 * relative in the query and are resolved when it runs. */
typedef enum
{
  DAYBOOK_OP_EQ,
  DAYBOOK_OP_NE,
  DAYBOOK_OP_LT,
  DAYBOOK_OP_LE,
  DAYBOOK_OP_GT,
  DAYBOOK_OP_GE,
  DAYBOOK_OP_CONTAINS,
  DAYBOOK_OP_IN,
} DaybookOp;

typedef enum
{
  DAYBOOK_JOIN_AND,
  DAYBOOK_JOIN_OR, /* this one or the one before it is enough */
} DaybookJoin;

typedef struct
{
  guint       field;
  DaybookOp   op;
  GPtrArray  *words; /* char *: the values as written; NULL element = null */
  DaybookJoin join;  /* to the condition before it; the first has AND */
} DaybookCondition;

typedef enum
{
  DAYBOOK_SORT_ASCENDING,
  DAYBOOK_SORT_DESCENDING,
} DaybookSortOrder;

typedef enum
{
  DAYBOOK_ROWS_LIVE,
  DAYBOOK_ROWS_DELETED, /* the trash */
} DaybookRows;

typedef struct
{
  const DaybookTable *table;
  GPtrArray          *conditions; /* DaybookCondition * */
  int                 sort;       /* field, or -1: newest first */
  DaybookSortOrder    order;
  char               *search;     /* words of the search box, or NULL */
  DaybookRows         rows;
  DaybookId           act;        /* only what this act made or changed, or null */
  GArray             *keys;       /* gint64: only these rows, or NULL; see daybook_query_set_keys() */
  char               *keys_name;  /* ... and what they are called, or NULL */
} DaybookQuery;

DaybookQuery *daybook_query_new   (const DaybookTable  *table);
DaybookQuery *daybook_query_copy  (const DaybookQuery  *query);
void          daybook_query_free  (DaybookQuery        *query);

/* Adds one condition. Takes over nothing; `words` is NULL-terminated and has at
 * least one, and a NULL `words` is the one value null. */
void          daybook_query_add   (DaybookQuery        *query,
                                   guint                field,
                                   DaybookOp            op,
                                   const char *const   *words);
/* How many conditions from `index` on stand in one bracket; 1: none but itself.
 * `index` is that of a bracket's first. */
guint         daybook_query_alternatives (const DaybookQuery *query,
                                   guint                index);
/* With all of its bracket; `index` is that of the first. */
void          daybook_query_remove (DaybookQuery       *query,
                                   guint                index);

/* That only these rows are meant, and what they are called: what was counted has been found in a way that no
 * EXPR has. NULL: all. (element-type gint64) */
void          daybook_query_set_keys (DaybookQuery     *query,
                                   GArray              *keys,
                                   const char          *name);
/* Whether it is of certain rows, those of an act or of a count, whatever else is asked of them. */
gboolean      daybook_query_names_rows (const DaybookQuery *query);

/* The first condition that holds a whole value of a covered field (=, != or in): its
 * answer tells whose it is (RECORDS §8). -1: none asks so. */
int           daybook_query_asks_person (const DaybookQuery *query);

/* Parses EXPR onto the query; an empty one adds nothing. Values are not looked
 * into: that is daybook_query_resolve()'s. Errors: DAYBOOK_ERROR_FORMAT with the
 * place and what was expected; the query is then unchanged. */
gboolean      daybook_query_parse_where (DaybookQuery  *query,
                                         const char    *expr,
                                         GError       **error);
/* "[-]field", or "" for newest first. Errors: FORMAT, also for a covered field that has
 * no order. */
gboolean      daybook_query_parse_sort  (DaybookQuery  *query,
                                         const char    *sort,
                                         GError       **error);
/* EXPR again: parsing it gives the same conditions. */
char         *daybook_query_print_where (const DaybookQuery *query);
char         *daybook_query_print_sort  (const DaybookQuery *query);

/* Turns a value as written into the value stored in `field`; a NULL `word`,
 * and `null` for all but texts, into none.
 * `now` is UTC seconds, `zone` the shop's, `currency` that of money.
 * Errors: DAYBOOK_ERROR_FORMAT, naming the values that would do. */
gboolean      daybook_query_resolve (const DaybookField *field,
                                     const char         *word,
                                     gint64              now,
                                     GTimeZone          *zone,
                                     const char         *currency,
                                     DaybookValue       *value,
                                     GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookQuery, daybook_query_free)

G_END_DECLS
