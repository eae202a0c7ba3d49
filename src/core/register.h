/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/case.h"
#include "core/error.h"
#include "core/id.h"
#include "core/row.h"
#include "core/shop.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* A register (登记表): a kind of case with its own fields and stages. It is data: ours are
 * files under data/registers/ (their README says what the members mean), and a shop changes
 * them or adds its own. None has code of its own (DESIGN §1). */

#define DAYBOOK_TYPE_REGISTER (daybook_register_get_type ())
G_DECLARE_FINAL_TYPE (DaybookRegister, daybook_register, DAYBOOK, REGISTER, GObject)

/* For whom a case in a stage waits. */
typedef enum
{
  DAYBOOK_WAITS_FOR_SHOP,
  DAYBOOK_WAITS_FOR_CUSTOMER,
  DAYBOOK_WAITS_FOR_COURIER,
  DAYBOOK_WAITS_FOR_PLATFORM,
  DAYBOOK_WAITS_FOR_DEPARTMENT, /* another one of the company, a supplier, a repairer */
  DAYBOOK_WAITS_FOR_NOBODY,
} DaybookWaits;

/* Which hours count. */
typedef enum
{
  DAYBOOK_HOURS_SHOP,   /* those of the shop's calendar */
  DAYBOOK_HOURS_ALWAYS, /* round the clock */
} DaybookHours;

/* Of a case whose field has one of the words; without a field, of every case. */
typedef struct
{
  char  *field;
  char **words;
} DaybookWhen;

typedef struct
{
  DaybookWhen  when;
  guint        within; /* seconds; 0: no limit */
  DaybookHours hours;
  guint        warn;   /* percent of the time after which it is said to be near */
  gboolean     restarts; /* whenever the customer is told something, its time begins anew */
} DaybookLimit;

/* What a field of a register takes. */
typedef enum
{
  DAYBOOK_INPUT_TEXT,
  DAYBOOK_INPUT_LONG_TEXT,
  DAYBOOK_INPUT_MONEY,
  DAYBOOK_INPUT_NUMBER,
  DAYBOOK_INPUT_DATE,
  DAYBOOK_INPUT_TIME,
  DAYBOOK_INPUT_CHOICE,
  DAYBOOK_INPUT_CHOICES,
  DAYBOOK_INPUT_YES_NO,
  DAYBOOK_INPUT_PERSON,
  DAYBOOK_INPUT_LINES,   /* of the order, each with a quantity */
  DAYBOOK_INPUT_PARCEL,  /* courier and number */
  DAYBOOK_INPUT_PHOTOS,
  DAYBOOK_INPUT_STARS,
  DAYBOOK_INPUT_LINK,    /* another case */
} DaybookInput;

/* What the name of a parcel's courier ends with, after the parcel's own. */
#define DAYBOOK_COURIER_SUFFIX "_courier"

/* One of the words that a choice, a reason or a cause has. */
typedef struct
{
  char     *key;
  char     *label;   /* in the person's language */
  gboolean  retired; /* kept by the cases that have it; no longer offered */
} DaybookOption;

typedef struct
{
  char             *key;
  char             *label;
  char             *help;    /* or NULL */
  DaybookInput      input;
  DaybookFieldClass field_class;
  DaybookMask       mask;
  gboolean          retired;
  gboolean          told;    /* LONG_TEXT: customers read it */
  guint             digits;  /* NUMBER: behind the decimal sign */
  GPtrArray        *choices; /* CHOICE, CHOICES: DaybookOption; else NULL */
  char             *target;  /* LINK: key of the register, or NULL: any */
} DaybookRegisterField;

/* What a case cannot be without: one of the fields is enough. */
typedef struct
{
  DaybookWhen   when;
  char        **fields;
} DaybookRequirement;

/* What closing asks (UX 16). */
typedef enum
{
  DAYBOOK_ASKS_NOTHING = 0,
  DAYBOOK_ASKS_RESULT = 1 << 0,
  DAYBOOK_ASKS_CAUSE = 1 << 1,
  DAYBOOK_ASKS_TOLD = 1 << 2,
  DAYBOOK_ASKS_SATISFIED = 1 << 3,
} DaybookAsks;

typedef struct
{
  char         *key;
  char         *label;
  DaybookWaits  waits;
  gboolean      pauses;   /* the case's clocks stand still */
  gboolean      ends;     /* the case is closed */
  gboolean      retired;
  gboolean      paid_first; /* what the customer owes is to be here before */
  GPtrArray    *step;     /* DaybookLimit, maybe none: until it should have left the stage (TM-10) */
  guint64       moves;    /* bit i: to stage i */
  GPtrArray    *required; /* DaybookRequirement: without them a case does not come here */
  DaybookAsks   asks;     /* where it ends */
} DaybookStageRule;

/* When a call-back is made at the end (AS-14). */
typedef enum
{
  DAYBOOK_CALL_BACK_NEVER,
  DAYBOOK_CALL_BACK_UNTOLD, /* where the customer was not told */
  DAYBOOK_CALL_BACK_ALWAYS,
} DaybookCallBackWhen;

/* Who makes it (AS-23). */
typedef enum
{
  DAYBOOK_CALL_BACK_BY_OWNER,
  DAYBOOK_CALL_BACK_BY_HANDLER,
  DAYBOOK_CALL_BACK_BY_LEAD,
} DaybookCallBackBy;

/* The call that is made first, before anything is decided (RV-03, RV-08). */
typedef struct
{
  DaybookWhen       when;   /* of which cases */
  guint             within; /* seconds after the case has become one of them; 0: nobody calls */
  DaybookCallBackBy by;
  char            **questions; /* that the caller asks then */
} DaybookCallFirst;

/* A part of the printed case. */
typedef struct
{
  char  *heading; /* or NULL */
  char **fields;
} DaybookPrintPart;

/* What a shop has said of a register: a shared row. One of Daybook's own has none until then. */
enum
{
  DAYBOOK_REGISTER_DELETED,
  DAYBOOK_REGISTER_KEY,
  DAYBOOK_REGISTER_CHANGES, /* of one of ours: a JSON merge patch; of the shop's own: all of it */
  DAYBOOK_REGISTER_USED,    /* DaybookAnswer: whether the shop wants to see it */
  DAYBOOK_REGISTER_N_FIELDS,
};

extern const DaybookTable daybook_registers;

/* The id of that row: the same on every laptop. */
void                 daybook_register_row_id          (DaybookId        *id,
                                                       const char       *key);

/* A number of hours, minutes or days: "24h", "10min", "3d". FALSE when it is none, or
 * more than a year. `seconds` is not touched then. */
gboolean             daybook_span_parse               (const char       *text,
                                                       guint            *seconds);

/* Such a time in its largest unit: "3d", "24h", "90min". (transfer full) */
char                *daybook_span_print               (guint             seconds);

/* Reads a definition. `json`, of `length` bytes or -1, may be what a shop has written: what
 * is wrong in it is named with its line. `name` is the file's, for messages.
 * Errors: FORMAT. */
DaybookRegister     *daybook_register_parse           (const char       *json,
                                                       gssize            length,
                                                       const char       *name,
                                                       GError          **error);
/* The same with a shop's changes to it: a JSON merge patch (RFC 7396), in which null takes a
 * member away. So they go on where the definition has a new version. */
DaybookRegister     *daybook_register_parse_with      (const char       *json,
                                                       const char       *name,
                                                       const char       *changes,
                                                       GError          **error);

const char          *daybook_register_get_key         (DaybookRegister  *self);
/* What a case's number begins with: R. */
const char          *daybook_register_get_prefix      (DaybookRegister  *self);
const char          *daybook_register_get_title       (DaybookRegister  *self);
/* One case of it. */
const char          *daybook_register_get_label       (DaybookRegister  *self);
/* What else people call one, in whatever language; ends with NULL. */
const char *const   *daybook_register_get_names       (DaybookRegister  *self);
/* What is said where there are none yet: the handbook's rule. Or NULL. */
const char          *daybook_register_get_help        (DaybookRegister  *self);
const char          *daybook_register_get_icon        (DaybookRegister  *self);
/* One of blue, teal, green, yellow, orange, red, pink, purple, slate. */
const char          *daybook_register_get_color       (DaybookRegister  *self);
/* Whether a new shop sees it before anybody has chosen. */
gboolean             daybook_register_is_first        (DaybookRegister  *self);

guint                daybook_register_get_n_fields    (DaybookRegister  *self);
const DaybookRegisterField *
                     daybook_register_get_field       (DaybookRegister  *self,
                                                       guint             i);
/* NULL when there is none. */
const DaybookRegisterField *
                     daybook_register_find_field      (DaybookRegister  *self,
                                                       const char       *key);
/* Whether its cases are about goods: lines of the order. */
gboolean             daybook_register_has_goods       (DaybookRegister  *self);
guint                daybook_register_get_n_stages    (DaybookRegister  *self);
const DaybookStageRule *
                     daybook_register_get_stage       (DaybookRegister  *self,
                                                       guint             i);
/* The stage's place, or -1. */
int                  daybook_register_find_stage      (DaybookRegister  *self,
                                                       const char       *key);
/* The stage of a new case. */
guint                daybook_register_get_start       (DaybookRegister  *self);
/* Whether a case may go from the one stage to the other. */
gboolean             daybook_register_may_move        (DaybookRegister  *self,
                                                       guint             from,
                                                       guint             to);
/* DaybookOption, maybe none. */
GPtrArray           *daybook_register_get_reasons     (DaybookRegister  *self);
GPtrArray           *daybook_register_get_causes      (DaybookRegister  *self);
/* DaybookLimit: until the customer is answered, and until the case is closed. */
GPtrArray           *daybook_register_get_respond     (DaybookRegister  *self);
GPtrArray           *daybook_register_get_resolve     (DaybookRegister  *self);
/* Whether people of that role may be given its cases (AS-05). */
gboolean             daybook_register_may_assign      (DaybookRegister  *self,
                                                       DaybookRole       role);
DaybookCallBackWhen  daybook_register_get_call_back   (DaybookRegister  *self,
                                                       DaybookCallBackBy *by,
                                                       guint            *after);
/* NULL where no call is made first. */
const DaybookCallFirst *
                     daybook_register_get_call_first  (DaybookRegister  *self);
/* The questions that the caller asks; ends with NULL. */
const char *const   *daybook_register_get_questions   (DaybookRegister  *self);
/* Names of fields, the register's and those of every case, as the list has them. */
const char *const   *daybook_register_get_columns     (DaybookRegister  *self);
/* DaybookPrintPart. */
GPtrArray           *daybook_register_get_print       (DaybookRegister  *self);

/* Its cases as a table: the fields of every case, then its own; `lines` and `photos` are rows of
 * their own, and a parcel has a field for its courier beside its number. Definitions that say
 * the same have one table, and it lives for good: rows, queries and windows point at it. */
const DaybookTable  *daybook_register_get_table       (DaybookRegister  *self);

/* Whether the case, in its register's table, is one of which `when` speaks. */
gboolean             daybook_when_holds               (const DaybookWhen *when,
                                                       const DaybookRow *row);
/* The first of the limits that is one for the case; NULL: for a case of which nothing is known.
 * One without a time where there is none. */
const DaybookLimit  *daybook_limit_of                 (GPtrArray        *limits,
                                                       const DaybookRow *row);

/* The choice of that key, or NULL. */
const DaybookOption *daybook_option_find              (GPtrArray        *choices,
                                                       const char       *key);

G_END_DECLS
