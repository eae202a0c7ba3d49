/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case-book.h"

/* Whether the cases of a book are what they may be, worked out from what is in its tables by plain
 * sums: none of the program's own rules is asked. NULL, or the first thing that is not so.
 *
 *  - A case is in a stage of its register, and closed if and only if that stage ends.
 *  - It has what its stage requires.
 *  - Of no line are more in open cases of one register than were bought; not more came back
 *    than were bought, and not more are damaged than came back.
 *  - What goes back to the customer of an order by its open cases, and went back by closed ones,
 *    is not more than was paid.
 *  - No two cases have one number. */
char *case_find_fault (Book *book);
