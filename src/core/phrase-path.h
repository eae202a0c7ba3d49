/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/error.h"

G_BEGIN_DECLS

/* Where a conversation goes on behind a phrase (PH-11): what the customer may say next, and the phrase for that.
 * Kept as a text, a line each: “Still too dear -> bargain_gift”. Pure; any thread. */
typedef struct
{
  char *label; /* what the customer says, or does */
  char *key;   /* of the phrase that follows */
} DaybookPhrasePath;

#define DAYBOOK_PHRASE_ARROW "->"

/* Lines without words count nothing. `text` NULL: none. (element-type DaybookPhrasePath) (transfer full)
 * Errors: CONSTRAINT: a line that names no phrase, with a sentence that quotes it. */
GPtrArray *daybook_phrase_paths_parse (const char  *text,
                                       GError     **error);
/* As they are kept; NULL: there are none. (transfer full) */
char      *daybook_phrase_paths_print (GPtrArray   *paths);
/* One more path; copies both. */
void       daybook_phrase_paths_add   (GPtrArray   *paths,
                                       const char  *label,
                                       const char  *key);
GPtrArray *daybook_phrase_paths_new   (void);
/* For a field of text: whether people can have written such paths. Errors: as above. */
gboolean   daybook_phrase_paths_check (const char  *text,
                                       GError     **error);

/* When what a phrase proposes is to be (snooze, promise): a span from now such as “2h” (daybook_span_parse()),
 * or a moment as people write it (core/soon-word.h). UTC seconds, after `now`.
 * Errors: CONSTRAINT: it is neither. */
gboolean   daybook_phrase_when        (const char  *text,
                                       gint64       now,
                                       GTimeZone   *zone,
                                       gint64      *moment,
                                       GError     **error);
/* For a field of text: whether it is such a time. Errors: as above. */
gboolean   daybook_phrase_when_check  (const char  *text,
                                       GError     **error);

G_END_DECLS
