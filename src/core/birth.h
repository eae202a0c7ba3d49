/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/register.h"

G_BEGIN_DECLS

/* How a platform's row that an import brings (core/entry.h) becomes a case by itself (RECORDS §4). A
 * register's definition says of which rows, and what they give. Pure functions of the row: nobody
 * decides anything here, and no rule is asked. */

/* Words of a choice that a text or a number of the row stands for. */
typedef struct
{
  char  *word;
  char **texts;
} DaybookBirthChoice;

/* A field of the case, and where the row has what stands in it. */
typedef struct
{
  char       *field;
  char      **from;    /* fields of the row; of several that say something, each in a line */
  GPtrArray  *choices; /* DaybookBirthChoice, the first that fits; NULL: what is there is taken as it is */
} DaybookBirthField;

/* Of a row that has the word in that field. */
typedef struct
{
  char  *field;
  char  *word;  /* DAYBOOK_BIRTH_ANYTHING: whatever is there */
  guint  stage; /* in which the case begins, or goes on */
} DaybookBirthStage;

#define DAYBOOK_BIRTH_ANYTHING "*"

typedef struct
{
  const DaybookTable *rows;
  gboolean            by_itself; /* with the import; else only when somebody asks for it */
  DaybookWhen         when;      /* of which of the rows */
  GPtrArray          *fields;    /* DaybookBirthField */
  GPtrArray          *stages;    /* DaybookBirthStage; the first that fits, else the start */
  char               *closed;    /* the row's time at which it was over, or NULL */
} DaybookBirth;

/* What the book knows besides. */
typedef struct
{
  DaybookId         shop;
  DaybookId         customer; /* or null */
  const DaybookRow *order;    /* that the row speaks of, or NULL */
  const char       *currency; /* the shop's: of a row and an order that name none */
  gint64            as_of;    /* of the file, UTC seconds: what the row says is from then at the latest */
} DaybookBirthFacts;

/* NULL: its cases are not born of rows. */
const DaybookBirth *daybook_register_get_birth (DaybookRegister         *definition);
/* Whether the row is one of which the register has cases. */
gboolean            daybook_birth_wants        (const DaybookBirth      *birth,
                                                const DaybookRow        *from);
/* The id of the case that is born of a row: the same on every laptop. */
void                daybook_birth_id           (DaybookId               *id,
                                                const DaybookId         *from);
/* The case as the row has it, in the register's table. (transfer full) */
DaybookRow         *daybook_birth_make         (DaybookRegister         *definition,
                                                const DaybookRow        *from,
                                                const DaybookBirthFacts *facts);
/* Whether a field of the register's table is one that the row gives, as long as nobody has taken
 * the case up: not what is written once, and not when it was opened. */
gboolean            daybook_birth_gives        (DaybookRegister         *definition,
                                                guint                    field);

void                daybook_birth_free         (DaybookBirth            *birth);

G_END_DECLS
