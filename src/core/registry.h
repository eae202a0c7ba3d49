/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The record registry (RECORDS §1): every shared table, described once. Store,
 * undo, sync, import, lists, filters and the command line read it; nobody
 * lists fields a second time. */

typedef enum
{
  DAYBOOK_TYPE_TEXT,
  DAYBOOK_TYPE_INT,
  DAYBOOK_TYPE_BOOL,
  DAYBOOK_TYPE_MONEY, /* minor units of the row's field `currency` */
  DAYBOOK_TYPE_TIME,  /* UTC seconds */
  DAYBOOK_TYPE_ENUM,  /* index into `words`, append-only */
  DAYBOOK_TYPE_REF,   /* a row of the table named by `ref` */
  DAYBOOK_TYPE_CHOICE,  /* the key of one of `words`, as text: a register's choices are the shop's */
  DAYBOOK_TYPE_CHOICES, /* several of them, with blanks between */
  DAYBOOK_TYPE_DATE,    /* a day without a time, as text: 2026-11-29 */
  DAYBOOK_TYPE_ANY,     /* of a definition that is not looked at: whatever is there */
} DaybookType;

/* How two people's changes to one field meet (DESIGN §8). */
typedef enum
{
  DAYBOOK_CLASS_REGISTER,    /* last accepted wins, the loser is kept */
  DAYBOOK_CLASS_GUARDED,     /* first accepted wins */
  DAYBOOK_CLASS_APPEND_ONLY, /* written once, with the row */
  DAYBOOK_CLASS_TEXT,        /* merged by text */
  DAYBOOK_CLASS_PLATFORM,    /* what an export says: written by imports only */
} DaybookFieldClass;

typedef enum
{
  DAYBOOK_MASK_NONE,
  DAYBOOK_MASK_NAME,
  DAYBOOK_MASK_PHONE,
  DAYBOOK_MASK_ADDRESS,
  DAYBOOK_MASK_EMAIL,
  DAYBOOK_MASK_CONTACT, /* by the row's own `kind` */
  DAYBOOK_MASK_ACCOUNT, /* a nick is shown, an e-mail address that serves as one is masked */
} DaybookMask;

typedef enum
{
  DAYBOOK_FIELD_PLAIN = 0,
  DAYBOOK_FIELD_REQUIRED = 1 << 0,  /* a row cannot be without it */
  DAYBOOK_FIELD_SEARCH = 1 << 1,    /* its words are in the search index */
  DAYBOOK_FIELD_NUMBER = 1 << 2,    /* any part of it is found: order and tracking numbers */
  DAYBOOK_FIELD_PERSON = 1 << 3,    /* a name: found by pinyin too */
  DAYBOOK_FIELD_HIDDEN = 1 << 4,    /* bookkeeping: no column, no form */
  DAYBOOK_FIELD_MULTILINE = 1 << 5, /* free text of several lines */
  DAYBOOK_FIELD_SORT = 1 << 6,      /* an index of the schema has its order */
  DAYBOOK_FIELD_SETTLED = 1 << 7,   /* follows from other rows: no file tells it, no undo brings it back */
  DAYBOOK_FIELD_STARS = 1 << 8,     /* TYPE_INT: one to five */
  DAYBOOK_FIELD_LONG = 1 << 9,      /* TYPE_TEXT: a document (DAYBOOK_LONG_TEXT_MAX) */
  DAYBOOK_FIELD_COUNTED = 1 << 10,  /* of a table with a base: counted out of other rows whenever it is asked for, never written */
  DAYBOOK_FIELD_SECRET = 1 << 11,   /* kept, and never told: no output, no history, no filter has its value. HIDDEN too */
} DaybookFieldFlags;

#define DAYBOOK_MOST_STARS 5

typedef struct
{
  const char *word;    /* lower-case English, as in JSON and in EXPR */
  const char *context; /* msgctxt of the label; NULL: the label is what a shop has written */
  const char *label;   /* msgid */
  const char *tone;    /* how lists show it: DAYBOOK_TONE_QUIET, for whom a stage waits, or NULL */
} DaybookWord;

/* Nothing is the matter: a list stays quiet. */
#define DAYBOOK_TONE_QUIET "quiet"

typedef struct
{
  const char        *name;  /* SQL column; of a register's own field "extra.NAME", see below */
  const char        *label; /* msgid */
  DaybookType        type;
  DaybookFieldClass  field_class;
  DaybookMask        mask;
  DaybookFieldFlags  flags;
  const char        *ref;   /* TYPE_REF: kind of the row pointed at */
  const DaybookWord *words; /* TYPE_ENUM, CHOICE, CHOICES: ends with a NULL word */
  guint              digits; /* TYPE_INT: so many of the number are behind the decimal sign */
  /* TYPE_TEXT: whether a text that a person gives is one of the field's, or NULL: any is.
   * Errors: CONSTRAINT. */
  gboolean         (*check) (const char  *text,
                             GError     **error);
} DaybookField;

typedef struct _DaybookTable DaybookTable;

struct _DaybookTable
{
  const char         *kind;   /* "order": in ids, operations and JSON */
  const char         *plural; /* "orders": SQL table and name on the command line */
  const char         *label;  /* msgid, one row */
  const char         *labels; /* msgid, many rows */
  const DaybookField *fields;
  guint               n_fields;
  int                 owner;  /* field that names the row this one is a part of, or -1.
                               * A part is born, deleted and restored with its owner. */
  int                 title;  /* field that names a row to a person */
  int                 dated;  /* field whose day the row's integer key carries, or -1
                               * (RECORDS §8: newest first is the order of the index) */
  gboolean            within; /* the id is derived from the owner's and looked up within
                               * the owner: an index over all of a million derived ids
                               * would be written at a random place for each row */
  guint               parted; /* field that says by which definition a row has fields of its
                               * own (cases: the register's key), or 0 */
  const DaybookTable *base;   /* of a definition's table: the one whose rows with `part` in
                               * its field `parted` these are. The first fields are the
                               * base's, in its order. NULL: a table of the registry */
  const char         *part;   /* NULL of a table whose further fields are counted: all rows of the base are its */
};

/* A definition's own fields are kept in one JSON column of the base (RECORDS §1). In operations
 * they are called "extra.NAME"; to people, in EXPR and in JSON, NAME. */
#define DAYBOOK_EXTRA_PREFIX "extra."

/* Every row has, beside its fields: rowid (local key), `id`, and `deleted`,
 * which is field DAYBOOK_FIELD_DELETED of each table. */
#define DAYBOOK_FIELD_DELETED 0

const DaybookTable *const *daybook_registry_tables (guint              *n_tables);
/* By kind ("order") or plural ("orders"); NULL when there is none. */
const DaybookTable        *daybook_registry_find   (const char         *name);

/* The table of the registry to which its rows belong: itself, or its base. */
const DaybookTable        *daybook_table_base      (const DaybookTable *table);
/* How views and people name a table: "orders", and of a definition "cases.return". (transfer full) */
char                      *daybook_table_name      (const DaybookTable *table);
/* The base, or the table, with one more field of that name, which begins with
 * DAYBOOK_EXTRA_PREFIX, and TYPE_ANY: for whoever carries values of a definition without
 * looking at it. NULL: no field may have that name. It lives for good. */
const DaybookTable        *daybook_table_with_any  (const DaybookTable *table,
                                                    const char         *field);

/* The table in which an operation's field is, and its index there: `table`, or for a definition's
 * field daybook_table_with_any(). NULL: there is none. */
const DaybookTable        *daybook_table_of_field  (const DaybookTable *table,
                                                    const char         *name,
                                                    int                *field);

/* The field's index, or -1; a definition's own field is found with and without its prefix. */
int                        daybook_table_field     (const DaybookTable *table,
                                                    const char         *name);
/* What people, EXPR and JSON call it. */
const char                *daybook_field_get_name  (const DaybookField *field);
gboolean                   daybook_field_is_extra  (const DaybookField *field);
gboolean                   daybook_field_is_secret (const DaybookField *field);
/* As daybook_table_field(), for whoever names a field in order to see, filter, sort or write it: -1 for a
 * secret one too. */
int                        daybook_table_told_field (const DaybookTable *table,
                                                    const char         *name);
/* A name that a definition may give: small letters, digits and underlines, a letter first. */
gboolean                   daybook_is_key          (const char         *text);
/* Whether part of it must not be found out by asking (RECORDS §8): filters look at what
 * is shown of it, and nothing is sorted by what is not. Names are searched in full. */
gboolean                   daybook_field_is_covered (const DaybookField *field);
/* Whether lists offer its order. Of a buyer's account it is the order of what is shown;
 * other covered fields have none, nor has what points at rows that no index has in order. */
gboolean                   daybook_field_has_order (const DaybookField *field);
/* The index of the word in an enumeration, or -1. */
int                        daybook_word_index      (const DaybookWord  *words,
                                                    const char         *word);
int                        daybook_field_word      (const DaybookField *field,
                                                    const char         *word);
/* The word of a stored enumeration value, or NULL when this version does not
 * know it (a newer laptop wrote it). */
const char                *daybook_field_word_name (const DaybookField *field,
                                                    gint64              value);

G_END_DECLS
