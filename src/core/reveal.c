/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/reveal.h"

#include "core/fields.h"
#include "core/mask.h"
#include "core/order.h"

static const DaybookWord HOW_WORDS[] = {
  [DAYBOOK_REVEAL_WINDOW] = WORD ("window", "reveal", "Window"),
  [DAYBOOK_REVEAL_COMMAND] = WORD ("command", "reveal", "Command Line"),
  [DAYBOOK_REVEAL_EXPORT] = WORD ("export", "reveal", "Export"),
  [DAYBOOK_REVEAL_SEARCH] = WORD ("search", "reveal", "Search"),
  { NULL, NULL, NULL },
};

static const DaybookWord BASIS_WORDS[] = {
  [DAYBOOK_BASIS_NONE] = QUIET_WORD ("none", "basis", "None"),
  [DAYBOOK_BASIS_ORDER] = WORD ("order", "basis", "Order or case"),
  [DAYBOOK_BASIS_CONSENT] = WORD ("consent", "basis", "Customer’s consent"),
  [DAYBOOK_BASIS_OWN] = WORD ("own", "basis", "Customer’s own wish"),
  [DAYBOOK_BASIS_LEGAL] = WORD ("legal", "basis", "Legal process"),
  { NULL, NULL, NULL },
};

static const DaybookField REVEAL_FIELDS[] = {
  [DAYBOOK_REVEAL_DELETED] = { "deleted", N_("Deleted"), BOOL (APPEND_ONLY), .flags = DAYBOOK_FIELD_HIDDEN },
  [DAYBOOK_REVEAL_ROW_KIND] = { "row_kind", N_("Kind"), TEXT (APPEND_ONLY), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_REVEAL_ROW] = { "row", N_("Row"), TEXT (APPEND_ONLY) },
  [DAYBOOK_REVEAL_FIELD] = { "field", N_("Field"), TEXT (APPEND_ONLY) },
  [DAYBOOK_REVEAL_ROWS] = { "rows", N_("Rows"), INT (APPEND_ONLY), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_REVEAL_AGENT] = { "agent", N_("Agent"), REF (APPEND_ONLY, "agent"), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_REVEAL_AT] = { "at", N_("When"), TIME (APPEND_ONLY), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_REVEAL_REASON] = { "reason", N_("Reason"), TEXT (APPEND_ONLY) },
  [DAYBOOK_REVEAL_HOW] = { "how", N_("How"), ENUM (APPEND_ONLY, HOW_WORDS), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_REVEAL_BASIS] = { "basis", N_("Basis"), ENUM (APPEND_ONLY, BASIS_WORDS) },
};

const DaybookTable daybook_reveals = {
  "reveal", "reveals", N_("Reveal"), N_("Reveals"),
  REVEAL_FIELDS, G_N_ELEMENTS (REVEAL_FIELDS), -1, DAYBOOK_REVEAL_ROW_KIND, DAYBOOK_REVEAL_AT,
};

DaybookEdit *
daybook_reveal_edit_new (const DaybookLook *look)
{
  return daybook_edit_new (DAYBOOK_ACT_REVEAL, _("Personal data shown in full"), &look->agent);
}

static void
add (DaybookEdit        *edit,
     const DaybookLook  *look,
     const DaybookTable *table,
     guint64             n_rows)
{
  DaybookId id;

  daybook_id_fresh (&id, look->at * 1000);
  daybook_edit_create (edit, &daybook_reveals, &id);
  daybook_edit_give (edit, DAYBOOK_REVEAL_ROW_KIND, daybook_value_text (table->kind));
  daybook_edit_give (edit, DAYBOOK_REVEAL_ROWS, daybook_value_int ((gint64) n_rows));
  daybook_edit_give (edit, DAYBOOK_REVEAL_AGENT, daybook_value_id (&look->agent));
  daybook_edit_give (edit, DAYBOOK_REVEAL_AT, daybook_value_int (look->at));
  daybook_edit_give (edit, DAYBOOK_REVEAL_REASON, daybook_value_text (look->reason));
  daybook_edit_give (edit, DAYBOOK_REVEAL_HOW, daybook_value_int (look->how));
  daybook_edit_give (edit, DAYBOOK_REVEAL_BASIS, daybook_value_int (look->basis));
}

void
daybook_reveal_add_refused (DaybookEdit        *edit,
                            const DaybookLook  *look,
                            const DaybookTable *table,
                            const DaybookId    *row)
{
  g_autofree char *id = daybook_id_to_string (row);

  add (edit, look, table, 0);
  daybook_edit_give (edit, DAYBOOK_REVEAL_ROW, daybook_value_text (id));
}

void
daybook_reveal_add_row (DaybookEdit        *edit,
                        const DaybookLook  *look,
                        const DaybookTable *table,
                        const DaybookId    *row)
{
  g_autofree char *id = daybook_id_to_string (row);

  add (edit, look, table, 1);
  daybook_edit_give (edit, DAYBOOK_REVEAL_ROW, daybook_value_text (id));
}

void
daybook_reveal_add_field (DaybookEdit        *edit,
                          const DaybookLook  *look,
                          const DaybookTable *table,
                          const DaybookId    *row,
                          guint               field)
{
  daybook_reveal_add_row (edit, look, table, row);
  daybook_edit_give (edit, DAYBOOK_REVEAL_FIELD, daybook_value_text (daybook_field_get_name (&table->fields[field])));
}

void
daybook_reveal_add_found (DaybookEdit        *edit,
                          const DaybookLook  *look,
                          const DaybookTable *table,
                          const DaybookId    *row)
{
  daybook_reveal_add_row (edit, look, table, row);
  daybook_edit_give (edit, DAYBOOK_REVEAL_FIELD, daybook_value_text (daybook_orders.fields[DAYBOOK_ORDER_PHONE].name));
}

void
daybook_reveal_add_list (DaybookEdit        *edit,
                         const DaybookLook  *look,
                         const DaybookTable *table,
                         guint64             n_rows)
{
  add (edit, look, table, n_rows);
}

gboolean
daybook_reveal_add_question (DaybookEdit        *edit,
                             const DaybookLook  *look,
                             const DaybookQuery *query,
                             guint64             n_rows)
{
  int asks = daybook_query_asks_person (query);

  if (asks < 0)
    return FALSE;

  const DaybookCondition *condition = g_ptr_array_index (query->conditions, asks);
  daybook_reveal_add_list (edit, look, query->table, n_rows);
  daybook_edit_give (edit, DAYBOOK_REVEAL_FIELD, daybook_value_text (daybook_field_get_name (&query->table->fields[condition->field])));
  return TRUE;
}

gboolean
daybook_table_has_masks (const DaybookTable *table)
{
  for (guint i = 0; i < table->n_fields; i++)
    if (table->fields[i].mask != DAYBOOK_MASK_NONE)
      return TRUE;

  return FALSE;
}

gboolean
daybook_row_hides (const DaybookRow *row,
                   guint             field)
{
  DaybookMask mask = row->table->fields[field].mask;
  const char *text = mask != DAYBOOK_MASK_NONE ? daybook_row_text (row, field) : "";
  g_autofree char *shown = daybook_mask (mask, text);

  return !g_str_equal (shown, text);
}
