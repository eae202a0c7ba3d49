/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* By which people at one laptop are told apart (DESIGN §9). It is no protection from whoever holds
 * the disk: four digits can all be tried. */

#define DAYBOOK_PIN_LEAST 4
#define DAYBOOK_PIN_MOST 12
/* So many wrong ones in a row cost nothing: fingers slip. */
#define DAYBOOK_PIN_FREE_FAILURES 3
#define DAYBOOK_PIN_LONGEST_WAIT (15 * 60)

/* Whether it may be somebody's PIN: digits, so many, and none that is guessed first.
 * Errors: CONSTRAINT. */
gboolean daybook_pin_check   (const char  *pin,
                              GError     **error);
/* What is kept of it: Argon2id with its salt and cost. It takes 64 MiB and a fraction of a second: never in
 * the main thread. Errors: CONSTRAINT; REFUSED (no memory). (transfer full) */
char    *daybook_pin_hash    (const char  *pin,
                              GError     **error);
/* As costly. */
gboolean daybook_pin_matches (const char  *hash,
                              const char  *pin);
/* For how many seconds after the last of so many wrong ones none is looked at. */
guint    daybook_pin_wait    (guint        n_failures);

G_END_DECLS
