/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/attention.h"

#include "core/fields.h"

static const DaybookField FIELDS[] = {
  [DAYBOOK_ATTENTION_DELETED] = DELETED_FIELD,
  [DAYBOOK_ATTENTION_RULE] = { "rule", N_("Rule"), TEXT (APPEND_ONLY), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_ATTENTION_KIND] = { "of", N_("Of"), TEXT (APPEND_ONLY), .flags = DAYBOOK_FIELD_REQUIRED | DAYBOOK_FIELD_HIDDEN },
  [DAYBOOK_ATTENTION_ROW] = { "row", N_("Record"), TEXT (APPEND_ONLY), .flags = DAYBOOK_FIELD_REQUIRED | DAYBOOK_FIELD_HIDDEN },
  [DAYBOOK_ATTENTION_CYCLE] = { "cycle", N_("Which time"), TEXT (APPEND_ONLY), .flags = DAYBOOK_FIELD_HIDDEN },
  [DAYBOOK_ATTENTION_DONE_AT] = { "done_at", N_("Done at"), TIME (REGISTER) },
  [DAYBOOK_ATTENTION_SNOOZED_AT] = { "snoozed_at", N_("Snoozed"), TIME (REGISTER) },
  [DAYBOOK_ATTENTION_UNTIL] = { "until", N_("Until"), TIME (REGISTER) },
  [DAYBOOK_ATTENTION_KEEP] = { "keep", N_("Stays snoozed if the customer answers"), BOOL (REGISTER) },
  [DAYBOOK_ATTENTION_AGENT] = { "agent", N_("Agent"), REF (REGISTER, "agent") },
};

const DaybookTable daybook_attentions = {
  "attention", "attentions", N_("Done or snoozed"), N_("Done or snoozed"),
  FIELDS, G_N_ELEMENTS (FIELDS), -1, DAYBOOK_ATTENTION_RULE, -1,
};

void
daybook_attention_row_id (DaybookId       *id,
                          const char      *rule,
                          const char      *kind,
                          const DaybookId *row,
                          gint64           cycle)
{
  char text[DAYBOOK_ID_STRING_SIZE];
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, cycle);

  daybook_id_print (row, text);

  const char *const parts[] = { rule, kind, text, number };
  daybook_id_derive (id, daybook_attentions.kind, parts, G_N_ELEMENTS (parts));
}
