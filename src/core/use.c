/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/use.h"

#include "core/case.h"
#include "core/fields.h"

static const DaybookWord VERDICT_WORDS[] = {
  [DAYBOOK_VERDICT_NONE] = QUIET_WORD ("none", "verdict", "Not said"),
  [DAYBOOK_VERDICT_RIGHT] = WORD ("right", "verdict", "Right"),
  [DAYBOOK_VERDICT_WRONG] = WORD ("wrong", "verdict", "Wrong"),
  { NULL, NULL, NULL },
};

static const DaybookField FIELDS[] = {
  [DAYBOOK_USE_DELETED] = DELETED_FIELD,
  [DAYBOOK_USE_ARTICLE] = { "article", N_("Article"), REF (APPEND_ONLY, "article") },
  [DAYBOOK_USE_PHRASE] = { "phrase", N_("Phrase"), REF (APPEND_ONLY, "phrase") },
  [DAYBOOK_USE_VERDICT] = { "verdict", N_("Was it right?"), ENUM (REGISTER, VERDICT_WORDS) },
  [DAYBOOK_USE_NOTE] = { "note", N_("Note"), TEXT (REGISTER) },
  [DAYBOOK_USE_CASE] = { "case", N_("Case"), REF (APPEND_ONLY, "case") },
  [DAYBOOK_USE_ORDER] = { "order", N_("Order"), REF (APPEND_ONLY, "order") },
  [DAYBOOK_USE_CUSTOMER] = { "customer", N_("Customer"), REF (APPEND_ONLY, "customer") },
  [DAYBOOK_USE_CHANNEL] = { "channel", N_("Channel"), ENUM (APPEND_ONLY, daybook_channel_words) },
  [DAYBOOK_USE_AT] = { "at", N_("When"), TIME (APPEND_ONLY) },
  [DAYBOOK_USE_AGENT] = { "agent", N_("Agent"), REF (APPEND_ONLY, "agent") },
};

const DaybookTable daybook_uses = {
  "use", "uses", N_("Use"), N_("Uses"),
  FIELDS, G_N_ELEMENTS (FIELDS), -1, DAYBOOK_USE_AT, -1,
};
