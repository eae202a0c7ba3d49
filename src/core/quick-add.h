/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/register.h"

G_BEGIN_DECLS

/* One line, plain words (UX 12, IN-09): 退货 张三 1234567890123456789 运费我们出 明天10点 @小王 #易碎. It is cut into
 * parts, in whatever order they stand and with or without blanks between. What they name in a book,
 * store/quick-add.h says. Pure. */

typedef enum
{
  DAYBOOK_QUICK_REGISTER, /* a case of it is wanted */
  DAYBOOK_QUICK_NUMBER,   /* of an order, most likely */
  DAYBOOK_QUICK_PARCEL,   /* a tracking number, most likely */
  DAYBOOK_QUICK_CASE,     /* R-A2031 */
  DAYBOOK_QUICK_PHONE,
  DAYBOOK_QUICK_TIME,
  DAYBOOK_QUICK_AGENT,    /* @小王 */
  DAYBOOK_QUICK_TAG,      /* #易碎 */
  DAYBOOK_QUICK_WORD,     /* everything else, cut at blanks and at the other parts */
} DaybookQuickKind;

typedef struct
{
  DaybookQuickKind kind;
  gsize            from; /* bytes of the line */
  gsize            to;
  char            *text; /* as it stands there */
  char            *name; /* what it names: a register's key, a number without marks, a person or tag
                          * without its sign */
  gint64           at;   /* TIME: UTC seconds */
} DaybookQuickPart;

/* The first line of what was typed or pasted that has words, without blanks around it. (transfer full) */
char      *daybook_quick_line  (const char        *text);

/* The parts of `line`, which may be any bytes, in their order; none overlaps another. Of registers, times
 * there is one at most. `registers`: DaybookRegister. `plain`: what is taken as plain words though it
 * looks like more, as it stands in the line; or NULL. (element-type DaybookQuickPart) (transfer full) */
GPtrArray *daybook_quick_parse (const char        *line,
                                GPtrArray         *registers,
                                const char *const *plain,
                                gint64             now,
                                GTimeZone         *zone);

G_END_DECLS
