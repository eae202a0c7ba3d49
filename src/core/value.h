/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/id.h"

G_BEGIN_DECLS

typedef enum
{
  DAYBOOK_VALUE_NONE,  /* no value: SQL NULL, JSON null */
  DAYBOOK_VALUE_INT,   /* numbers, money in minor units, UTC seconds, enums, booleans */
  DAYBOOK_VALUE_TEXT,  /* UTF-8, owned */
  DAYBOOK_VALUE_ID,    /* a reference to a row */
} DaybookValueType;

/* One value of one field. A zeroed DaybookValue is NONE. Only TEXT owns memory. */
typedef struct
{
  DaybookValueType type;
  union
  {
    gint64    number;
    char     *text;
    DaybookId id;
  };
} DaybookValue;

#define DAYBOOK_VALUE_INIT { DAYBOOK_VALUE_NONE, { 0 } }

DaybookValue daybook_value_int   (gint64              number);
/* Copies `text`; NULL gives NONE. */
DaybookValue daybook_value_text  (const char         *text);
/* NULL or the null id gives NONE. */
DaybookValue daybook_value_id    (const DaybookId    *id);
DaybookValue daybook_value_copy  (const DaybookValue *value);
void         daybook_value_clear (DaybookValue       *value);
/* Whether it says nothing: NONE, or a text without characters. */
gboolean     daybook_value_is_empty (const DaybookValue *value);
gboolean     daybook_value_equal (const DaybookValue *a,
                                  const DaybookValue *b);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DaybookValue, daybook_value_clear)

G_END_DECLS
