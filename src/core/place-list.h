/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where an article or a phrase belongs: keys of registers, or of a register's stage behind a slash, with blanks
 * between: "complaint return/agreed". None: it belongs nowhere in particular. */

/* How well it fits a case that is there. */
typedef enum
{
  DAYBOOK_PLACE_NONE,     /* it belongs elsewhere, or nowhere in particular */
  DAYBOOK_PLACE_REGISTER, /* to the register, or to another stage of it */
  DAYBOOK_PLACE_STAGE,
} DaybookPlaceFit;

/* `list`, `stage`: NULL: none. */
DaybookPlaceFit daybook_place_list_fit  (const char *list,
                                         const char *key,
                                         const char *stage);
/* Whether one of the words, with blanks between, is `word`. `words`: NULL: none. */
gboolean        daybook_place_list_has  (const char *words,
                                         const char *word);

G_END_DECLS
