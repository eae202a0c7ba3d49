/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/money.h"
#include "core/order.h"
#include "exchange/mapping.h"

G_BEGIN_DECLS

/* Lines alone: they complete orders that another file tells of. */
#define DAYBOOK_KIND_ORDER_LINES "order_lines"

/* A form is one shape of table that a platform exports: which headings it must
 * have, and which column is which field. Profiles under data/platforms/ hold
 * forms, and a person's mapping becomes one. Immutable once read. */

typedef enum
{
  DAYBOOK_TARGET_ORDER, /* a field of core/order.h */
  DAYBOOK_TARGET_LINE,
  DAYBOOK_TARGET_EXTRA, /* a value that only the platform's rules and code look at */
  DAYBOOK_TARGET_ENTRY, /* a field of the form's table: its rows are no orders */
} DaybookTargetKind;

typedef struct
{
  DaybookTargetKind kind;
  guint             index; /* field, or place in the profile's extras */
} DaybookTarget;

/* What is taken of a cell; one that has none of it counts as empty. */
typedef enum
{
  DAYBOOK_PICK_ALL,
  DAYBOOK_PICK_CURRENCY, /* what stands beside an amount: the currency that it is in */
  DAYBOOK_PICK_NONZERO,  /* an amount that is not zero */
  DAYBOOK_PICK_BEHIND,   /* what follows one of the words, where the cell begins with it */
  DAYBOOK_PICK_NOTE,     /* the amount that follows one of the words: 131.77(已退款89.84) */
} DaybookPick;

/* From which columns a value comes. Each part is the first of its headings that
 * is not empty in the row; several parts are joined. */
typedef struct
{
  DaybookTarget target;
  GPtrArray    *parts;     /* char **, folded headings */
  char         *separator;
  DaybookPick   pick;
  char        **words;     /* of `pick`, as written; or NULL */
} DaybookSource;

typedef enum
{
  DAYBOOK_TEST_WORDS,  /* it is one of these */
  DAYBOOK_TEST_EMPTY,  /* the file has the column, the row nothing in it */
  DAYBOOK_TEST_FILLED,
  DAYBOOK_TEST_POSITIVE, /* an amount above zero */
  DAYBOOK_TEST_NEGATIVE,
  DAYBOOK_TEST_ABSENT, /* the file has no such column */
} DaybookTestKind;

typedef struct
{
  DaybookTarget   target;
  DaybookTestKind kind;
  char          **words; /* folded */
} DaybookTest;

/* All tests hold: then the entry's field, an enumeration, has the value. Of those for one
 * field the first that fits goes. */
typedef struct
{
  guint      field;
  gint64     value;
  GPtrArray *tests; /* DaybookTest * */
} DaybookChoice;

/* An amount of the order that no column has: the sum of what its rows say. */
typedef struct
{
  guint   field; /* of the order */
  char  **of;    /* folded headings; where a row has nothing under the first, the sum is not known */
  char  **less;  /* ... that are taken off, however they are signed; or NULL */
} DaybookFormSum;

typedef struct
{
  char      *kind;      /* "orders", ... as on the command line */
  char      *name;      /* what tells it from the platform's others of its kind; or NULL */
  const DaybookTable *table; /* of its rows, when they are entries (core/entry.h); NULL: orders */
  char     **required;  /* folded headings that must all be there */
  GPtrArray *any_of;    /* char **, ... of each of which one must be */
  char     **forbidden; /* ... of which none may be: the table is of another kind */
  char     **foreign;   /* ... that speak of another platform's orders; or NULL */
  guint      at_least;  /* known headings that must be there; all of a table that has fewer */
  gboolean   half;      /* of all headings half must be known */
  char     **known;     /* headings of the form that no field is read from; or NULL */
  GPtrArray *sources;   /* DaybookSource * */
  gboolean   digits;    /* an order number has some */
  gboolean   plain;     /* ... and no Chinese */
  char     **begins;    /* ... filled in an order's first row alone: where they say the same again,
                         * the order is told once more; of entries, one of them in each row; or NULL */
  gboolean   summary;   /* an order's first row may be of the order alone: then its later rows are of lines alone */
  gboolean   row_prices; /* a line's price is that of all its pieces */
  GPtrArray *sums;      /* DaybookFormSum * */
  char      *uncounted_heading; /* folded; rows that have one of these words under it ... */
  char     **uncounted; /* ... are left out of the sums, folded; or NULL */
  guint64    each;      /* bit i: each row tells order field i for its own line alone: order-each.h */
  char      *parts;     /* what joins several lines in the cells of one row; or NULL */
  char     **key;       /* folded headings that together identify a row; or NULL */
  guint64    apart;     /* bit i: field i of the table tells apart the rows of one number */
  GPtrArray *choices;   /* DaybookChoice *: what an entry's enumerations are */
  DaybookDecimal decimal; /* of its amounts; GUESSED: as the profile says */
} DaybookForm;

/* How it is known which platform a table is of. */
typedef enum
{
  DAYBOOK_PLATFORM_GUESSED, /* by the headings: most must be the form's, and none another platform's */
  DAYBOOK_PLATFORM_SAID,    /* by a person: what the form requires is enough */
} DaybookPlatformGround;

DaybookForm   *daybook_form_new        (const char         *kind);
void           daybook_form_free       (DaybookForm        *form);
DaybookSource *daybook_form_add_source (DaybookForm        *form,
                                        DaybookTarget       target);
/* A choice without tests so far, after those that there are. */
DaybookChoice *daybook_form_add_choice (DaybookForm        *form,
                                        guint               field,
                                        gint64              value);
/* Adds a part to a source: alternatives, folded here. */
void           daybook_source_add_part (DaybookSource      *source,
                                        const char *const  *headings);

/* Every kind, from 0 on; NULL behind the last. */
const char    *daybook_form_kind_at    (guint               index);
/* Which table's rows a form of this kind has: NULL: orders. FALSE: there is no such kind. */
gboolean       daybook_form_kind_table (const char         *kind,
                                        const DaybookTable **table);
/* What its rows tell of, orders included; orders as well for a kind of another version. */
const DaybookTable *daybook_form_kind_about (const char *kind);
void           daybook_test_free       (DaybookTest        *test);
/* Parses "paid", "line.title" or, when `extras` is given, "extra.NAME", whose
 * name is added to it. Only fields that an import may write. `table`: of a form of
 * entries; NULL: orders. */
gboolean       daybook_target_parse    (const char         *name,
                                        const DaybookTable *table,
                                        GPtrArray          *extras,
                                        DaybookTarget      *target);

/* Whether it says by which columns rows are told apart: a number, or a key. */
gboolean       daybook_form_has_number (const DaybookForm  *form);
/* How many of the headings the form knows; 0 when it does not fit, as where no column
 * tells the rows apart. */
guint          daybook_form_match      (const DaybookForm  *form,
                                        const char *const  *headings,
                                        guint               n_headings,
                                        DaybookPlatformGround ground);
/* The same of a table that may lack what the form requires; 0 when most of its headings
 * are not of the form, or one is there that says that it is another, or another platform's. */
guint          daybook_form_likeness   (const DaybookForm  *form,
                                        const char *const  *headings,
                                        guint               n_headings);
/* Whether a heading is there that says that the table is of another kind. */
gboolean       daybook_form_forbids    (const DaybookForm  *form,
                                        const char *const  *headings,
                                        guint               n_headings);
/* Whether a folded heading is the form's: of a field, or of what no field is read from. */
gboolean       daybook_form_knows      (const DaybookForm  *form,
                                        const char         *heading);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookForm, daybook_form_free)

/* Whether it rather tells of goods than of orders. */
gboolean             daybook_form_is_of_lines  (const DaybookForm     *form);
/* Whether a cell, or what a field's value reads as, is what the test asks for; but for
 * DAYBOOK_TEST_ABSENT, which asks of the table.
 * @text: folded where the test has words. */
gboolean             daybook_test_fits         (const DaybookTest     *test,
                                                const char            *text);

G_END_DECLS
