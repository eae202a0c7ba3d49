/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/box.h"

#include "core/fields.h"

static const DaybookWord STATE_WORDS[] = {
  [DAYBOOK_BOX_WAITING] = WORD ("waiting", "box", "Without a case"),
  [DAYBOOK_BOX_MATCHED] = QUIET_WORD ("matched", "box", "With its case"),
  { NULL, NULL, NULL, NULL },
};

static const DaybookField FIELDS[] = {
  [DAYBOOK_BOX_DELETED] = DELETED_FIELD,
  [DAYBOOK_BOX_NUMBER] = { "number", N_("Tracking number"), TEXT (APPEND_ONLY), .flags = DAYBOOK_FIELD_REQUIRED | DAYBOOK_FIELD_NUMBER },
  [DAYBOOK_BOX_COURIER] = { "courier", N_("Courier"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_SEARCH },
  [DAYBOOK_BOX_AT] = { "at", N_("On the table since"), TIME (APPEND_ONLY), .flags = DAYBOOK_FIELD_REQUIRED | DAYBOOK_FIELD_SORT },
  [DAYBOOK_BOX_AGENT] = { "agent", N_("Agent"), REF (APPEND_ONLY, "agent") },
  [DAYBOOK_BOX_STATE] = { "state", N_("State"), ENUM (REGISTER, STATE_WORDS) },
  [DAYBOOK_BOX_CASE] = { "case", N_("Case"), REF (REGISTER, "case") },
  [DAYBOOK_BOX_ORDER] = { "order", N_("Order"), REF (REGISTER, "order") },
  [DAYBOOK_BOX_RECEIVED] = { "received", N_("What was in it"), TEXT (TEXT), .flags = DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_MULTILINE },
  [DAYBOOK_BOX_REMARK] = { "remark", N_("Remark"), TEXT (TEXT), .flags = DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_MULTILINE },
};

const DaybookTable daybook_boxes = {
  "box", "boxes", N_("Box"), N_("Boxes"),
  FIELDS, G_N_ELEMENTS (FIELDS), -1, DAYBOOK_BOX_NUMBER, DAYBOOK_BOX_AT,
};

void
daybook_box_id (DaybookId  *id,
                const char *number)
{
  daybook_id_derive (id, daybook_boxes.kind, &number, 1);
}
