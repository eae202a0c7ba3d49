/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/tally.h"

#include "core/fields.h"

static const DaybookField FIELDS[] = {
  [DAYBOOK_TALLY_DELETED] = DELETED_FIELD,
  [DAYBOOK_TALLY_CLASS] = { "class", N_("Class"), TEXT (APPEND_ONLY), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_TALLY_CHANNEL] = { "channel", N_("Channel"), ENUM (APPEND_ONLY, daybook_channel_words) },
  [DAYBOOK_TALLY_COUNT] = { "count", N_("Count"), INT (APPEND_ONLY), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_TALLY_AT] = { "at", N_("When"), TIME (APPEND_ONLY), .flags = DAYBOOK_FIELD_REQUIRED | DAYBOOK_FIELD_SORT },
  [DAYBOOK_TALLY_AGENT] = { "agent", N_("Agent"), REF (APPEND_ONLY, "agent") },
};

const DaybookTable daybook_tallies = {
  "tally", "tallies", N_("Enquiry answered at once"), N_("Enquiries answered at once"),
  FIELDS, G_N_ELEMENTS (FIELDS), -1, DAYBOOK_TALLY_CLASS, DAYBOOK_TALLY_AT,
};
