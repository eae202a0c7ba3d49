/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/registry.h"

G_BEGIN_DECLS

/* What stored words are called for people: in the window and in the files it gives. */

/* A platform's name ("Tmall", 天猫); of a platform that a shop added itself the
 * id as it stands. */
const char *daybook_words_platform (const char         *platform);
/* The keys of those that are known, one after the other; NULL: there are no more. */
const char *daybook_words_platform_key (guint           index);
/* What a file holds, in the middle of a sentence: "orders". */
const char *daybook_words_kind     (const char         *kind);
/* The word of an enumeration's value; "" when this version does not know it. */
const char *daybook_words_enum     (const DaybookField *field,
                                    gint64              value);
const char *daybook_words_label    (const DaybookWord  *word);
/* What the keys of a choice, or of several with blanks between, stand for: “Refund, apology”.
 * A key that the definition no longer has stands for itself. (transfer full) */
char       *daybook_words_choices  (const DaybookField *field,
                                    const char         *keys);

G_END_DECLS
