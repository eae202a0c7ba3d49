/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "core/query.h"

G_BEGIN_DECLS

/* A comparison as people choose it: "contains", "is empty". */
typedef enum
{
  DAYBOOK_COMPARISON_VALUE, /* with a value that is chosen or typed */
  DAYBOOK_COMPARISON_NONE,  /* with nothing: the field is empty */
} DaybookComparisonKind;

typedef struct
{
  const char            *label; /* msgid */
  DaybookOp              op;
  DaybookComparisonKind  kind;
} DaybookComparison;

/* The comparisons that make sense for the field, the usual one first. */
const DaybookComparison *daybook_comparisons      (const DaybookField     *field,
                                                   guint                  *n);
/* Whether a person can filter by it. */
gboolean                 daybook_condition_can    (const DaybookField     *field);
/* "Stage is To ship", with all of its bracket: for a chip. `index` is that of a
 * bracket's first. (transfer full) */
char                    *daybook_condition_describe (DaybookDesk           *desk,
                                                   const DaybookQuery     *query,
                                                   guint                   index);

G_END_DECLS
