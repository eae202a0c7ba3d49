/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A text of which nobody can be known, made of one that was written about somebody: what is known of that person, and
 * what can be nothing but a phone, an account number or an e-mail address, becomes “…”. What it does not know it leaves:
 * somebody reads it before others do. */

typedef enum
{
  DAYBOOK_COVERED_WORD, /* an account, a phone, an address: as it stands */
  DAYBOOK_COVERED_NAME, /* of a person: also its parts, and 张先生 for 张三 */
} DaybookCoveredKind;

typedef struct
{
  DaybookCoveredKind  kind;
  char               *text;
} DaybookCovered;

/* For what follows. (element-type DaybookCovered) (transfer full) */
GPtrArray *daybook_covered_new   (void);
/* Empty texts, masked ones and single characters say nothing and are left out. `text` may be NULL. */
void       daybook_covered_add   (GPtrArray          *all,
                                  DaybookCoveredKind  kind,
                                  const char         *text);
/* Written in other width, case or Chinese script it is the same. `text` may be any bytes; what is no UTF-8 becomes
 * U+FFFD. (transfer full) */
char      *daybook_cover         (const char         *text,
                                  GPtrArray          *all);

G_END_DECLS
