/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/erasure.h"

#include "core/fields.h"

static const DaybookField FIELDS[] = {
  [DAYBOOK_ERASURE_DELETED] = DELETED_FIELD,
  [DAYBOOK_ERASURE_HASH] = { "hash", N_("Hash"), TEXT (APPEND_ONLY), .flags = DAYBOOK_FIELD_REQUIRED | DAYBOOK_FIELD_HIDDEN | DAYBOOK_FIELD_SECRET },
  [DAYBOOK_ERASURE_AT] = { "at", N_("When"), TIME (APPEND_ONLY) },
  [DAYBOOK_ERASURE_AGENT] = { "agent", N_("Agent"), REF (APPEND_ONLY, "agent") },
  [DAYBOOK_ERASURE_REASON] = { "reason", N_("Reason"), TEXT (APPEND_ONLY) },
};

const DaybookTable daybook_erasures = {
  "erasure", "erasures", N_("Erasure"), N_("Erasures"),
  FIELDS, G_N_ELEMENTS (FIELDS), -1, DAYBOOK_ERASURE_AT, -1,
};
