/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/profile.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* How a platform's file is read: what is wrong is kept, the first of it, and reading goes on
 * harmlessly. Of exchange/profile.c alone. */
typedef struct
{
  DaybookProfile     *profile;
  const DaybookTable *table; /* of the form at hand, see DaybookForm */
  char               *wrong; /* path of the member, or NULL */
} DaybookProfileParse;

void            daybook_parse_wrong   (DaybookProfileParse *parse,
                                       const char          *member);
/* "" where the node is no text. */
const char     *daybook_parse_text    (DaybookProfileParse *parse,
                                       JsonNode            *node,
                                       const char          *member);
/* NULL where there is no such member. */
char           *daybook_parse_dup     (DaybookProfileParse *parse,
                                       JsonObject          *object,
                                       const char          *member);
/* A text or an array of texts. */
char          **daybook_parse_texts   (DaybookProfileParse *parse,
                                       JsonNode            *node,
                                       const char          *member);
/* The same, folded; NULL where there is no such member. */
char          **daybook_parse_folded  (DaybookProfileParse *parse,
                                       JsonObject          *object,
                                       const char          *member);
/* NULL where the node is none. */
JsonObject     *daybook_parse_object  (DaybookProfileParse *parse,
                                       JsonNode            *node,
                                       const char          *member);
/* At least 1, which is what no member means. */
guint           daybook_parse_count   (DaybookProfileParse *parse,
                                       JsonObject          *object,
                                       const char          *member);
gboolean        daybook_parse_flag    (DaybookProfileParse *parse,
                                       JsonObject          *object,
                                       const char          *member);
DaybookDecimal  daybook_parse_decimal (DaybookProfileParse *parse,
                                       JsonObject          *root);
DaybookTarget   daybook_parse_target  (DaybookProfileParse *parse,
                                       const char          *name);
/* {"status": ["…"], "paid_at": "empty"} under `when`: DaybookTest *. */
GPtrArray      *daybook_parse_tests   (DaybookProfileParse *parse,
                                       JsonObject          *object);
/* One form of `forms`; for json_array_foreach_element(), `data` is the DaybookProfileParse. */
void            daybook_parse_form    (JsonArray *array,
                                       guint      index,
                                       JsonNode  *node,
                                       gpointer   data);

G_END_DECLS
