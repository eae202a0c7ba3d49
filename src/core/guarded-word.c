/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/guarded-word.h"

#include "core/fields.h"

static const DaybookField FIELDS[] = {
  [DAYBOOK_GUARDED_DELETED] = DELETED_FIELD,
  [DAYBOOK_GUARDED_TEXT] = { "text", N_("Guarded word"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_GUARDED_RULE] = { "rule", N_("Rule"), TEXT (REGISTER) },
  [DAYBOOK_GUARDED_INSTEAD] = { "instead", N_("Better wording"), TEXT (REGISTER) },
  [DAYBOOK_GUARDED_CHANNELS] = { "channels", N_("Channels"), TEXT (REGISTER) },
  [DAYBOOK_GUARDED_PASSES] = { "passes", N_("May be said"), BOOL (REGISTER) },
  [DAYBOOK_GUARDED_NOTE] = { "note", N_("Note"), TEXT (REGISTER) },
};

const DaybookTable daybook_guarded_words = {
  "guarded_word", "guarded_words", N_("Guarded word"), N_("Guarded words"),
  FIELDS, G_N_ELEMENTS (FIELDS), -1, DAYBOOK_GUARDED_TEXT, -1,
};
