/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/error.h"

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
/* Whether it is such a place: "return", "return/agreed". Which registers there are is not looked at. */
gboolean        daybook_place_is        (const char  *word);
/* For a field of text: whether it is such a list. Errors: CONSTRAINT. */
gboolean        daybook_place_list_check (const char  *list,
                                          GError     **error);

G_END_DECLS
