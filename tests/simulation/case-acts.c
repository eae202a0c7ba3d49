/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "simulation.h"

#include "core/case-draft.h"
#include "core/case-event.h"
#include "core/case-parts.h"
#include "core/order.h"
#include "store/case-merge.h"
#include "store/registers.h"

/* What people do to cases, few of them, so that laptops meet on them. One is born from a
 * platform's number, and so on several laptops; the others are one laptop's own. */

static const char *const KEYS[] = { "return", "return", "refund" };
static const char *const NUMBERS[] = { "RF-1", "RF-2", "RF-3" };

/* DaybookTable: of the registers in which cases were opened. Tables live for good. */
static GPtrArray *known;

static void
learn (const DaybookTable *table)
{
  if (known == NULL)
    known = g_ptr_array_new ();
  if (!g_ptr_array_find (known, table, NULL))
    g_ptr_array_add (known, (gpointer) table);
}

const DaybookTable *
sim_field_table (const char *kind,
                 const char *name,
                 int        *field)
{
  const DaybookTable *base = daybook_registry_find (kind);

  for (guint i = 0; base == &daybook_cases && known != NULL && i < known->len; i++)
    if ((*field = daybook_table_field (g_ptr_array_index (known, i), name)) >= 0)
      return g_ptr_array_index (known, i);

  return daybook_table_of_field (base, name, field);
}

static DaybookReader *
reader_of (SimLaptop *self)
{
  return daybook_store_get_reader (self->store);
}

static DaybookEdit *
begin (SimLaptop  *self,
       const char *title)
{
  return daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (self->store));
}

/* What a register's rules refuse is an answer. */
static gboolean
commit (SimLaptop   *self,
        DaybookEdit *edit)
{
  GError *error = NULL;
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (self->store, edit, &error);

  if (outcome == NULL && g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT))
    g_clear_error (&error);
  else if (outcome == NULL)
    sim_laptop_fail (self, "committing a case", error);
  return outcome != NULL && outcome->n_changes > 0;
}

static DaybookRow *
random_row (SimLaptop          *self,
            GRand              *dice,
            const DaybookTable *table)
{
  g_autoptr(GPtrArray) rows = daybook_reader_all (reader_of (self), table, NULL);

  if (rows == NULL || rows->len == 0)
    return NULL;

  const DaybookRow *row = g_ptr_array_index (rows, g_rand_int_range (dice, 0, (gint32) MIN (rows->len, 3)));
  return daybook_reader_find (reader_of (self), table, &row->id, NULL);
}

static DaybookRegister *
definition_of (SimLaptop        *self,
               const DaybookRow *row)
{
  return daybook_reader_register (reader_of (self), daybook_row_text (row, DAYBOOK_CASE_REGISTER));
}

/* --- Acts --------------------------------------------------------------------- */

static gboolean
open_case (SimLaptop *self,
           GRand     *dice,
           gint64     now)
{
  const char *key = KEYS[g_rand_int_range (dice, 0, G_N_ELEMENTS (KEYS))];
  DaybookRegister *definition = daybook_reader_register (reader_of (self), key);
  g_autoptr(DaybookCaseDraft) draft = daybook_case_draft_new (definition, daybook_store_get_shop (self->store),
                                                              daybook_store_get_agent (self->store), "CNY", now);
  g_autoptr(DaybookRow) order = random_row (self, dice, &daybook_orders);
  g_autoptr(DaybookEdit) edit = begin (self, "Opened");

  learn (daybook_register_get_table (definition));
  if (order != NULL)
    daybook_case_draft_take_order (draft, order);
  if (g_rand_boolean (dice))
    {
      const char *parts[] = { key, NUMBERS[g_rand_int_range (dice, 0, G_N_ELEMENTS (NUMBERS))] };
      DaybookId id;

      daybook_id_derive (&id, "case", parts, G_N_ELEMENTS (parts));
      daybook_case_draft_name (draft, &id);
      daybook_case_draft_set (draft, DAYBOOK_CASE_PLATFORM_NUMBER, daybook_value_text (parts[1]));
    }
  daybook_case_draft_build (draft, NULL, edit);
  return commit (self, edit);
}

/* To one of the stages to which it may go from where this laptop sees it; what that demands is
 * given, where a word or a sum will do. */
static void
give_required (DaybookCaseDraft      *draft,
               GRand                 *dice,
               const DaybookStageRule *stage)
{
  const DaybookTable *table = daybook_case_draft_row (draft)->table;

  for (guint i = 0; i < stage->required->len; i++)
    {
      const DaybookRequirement *requirement = g_ptr_array_index (stage->required, i);
      int field = daybook_table_field (table, requirement->fields[0]);

      if (field < 0)
        continue;
      if (table->fields[field].type == DAYBOOK_TYPE_CHOICE)
        daybook_case_draft_set (draft, (guint) field, daybook_value_text (table->fields[field].words[0].word));
      else if (table->fields[field].type == DAYBOOK_TYPE_MONEY)
        daybook_case_draft_set (draft, (guint) field, daybook_value_int (g_rand_int_range (dice, 0, 300)));
      else if (table->fields[field].type == DAYBOOK_TYPE_TEXT)
        daybook_case_draft_set (draft, (guint) field, daybook_value_text ("as said"));
    }
}

static gboolean
move_case (SimLaptop *self,
           GRand     *dice,
           gint64     now)
{
  g_autoptr(DaybookRow) row = random_row (self, dice, &daybook_cases);
  g_autoptr(DaybookEdit) edit = begin (self, "Moved");

  if (row == NULL)
    return FALSE;

  DaybookRegister *definition = definition_of (self, row);
  guint n = daybook_register_get_n_stages (definition);
  int from = daybook_register_find_stage (definition, daybook_row_text (row, DAYBOOK_CASE_STAGE));
  guint to = (guint) g_rand_int_range (dice, 0, (gint32) n);
  g_autoptr(DaybookCaseDraft) draft = daybook_case_draft_of (definition, row, now);

  for (guint i = 0; i < n && from >= 0 && !daybook_register_may_move (definition, (guint) from, to); i++)
    to = (to + 1) % n;
  give_required (draft, dice, daybook_register_get_stage (definition, to));
  daybook_case_draft_set (draft, DAYBOOK_CASE_RESULT, daybook_value_text ("done"));
  daybook_case_draft_set (draft, DAYBOOK_CASE_TOLD, daybook_value_int (DAYBOOK_ANSWER_NO));
  daybook_case_draft_move (draft, to);
  daybook_case_draft_build (draft, NULL, edit);
  return commit (self, edit);
}

/* Fields of every case and of the register: one of which the last counts, one of which the first
 * does, a text. */
static gboolean
set_case (SimLaptop *self,
          GRand     *dice,
          gint64     now)
{
  static const char *const FIELDS[] = { "refund", "refund", "freight_by", "content", "subject", "tags" };
  g_autoptr(DaybookRow) row = random_row (self, dice, &daybook_cases);
  int field = row != NULL ? daybook_table_field (row->table, FIELDS[g_rand_int_range (dice, 0, G_N_ELEMENTS (FIELDS))]) : -1;
  g_autoptr(DaybookEdit) edit = begin (self, "Set");

  if (field < 0)
    return FALSE;

  g_autofree char *text = g_strdup_printf ("laptop %u says %u", self->index, g_rand_int (dice));
  const DaybookField *of = &row->table->fields[field];
  daybook_edit_set (edit, row->table, &row->id, (guint) field,
                    of->type == DAYBOOK_TYPE_MONEY ? daybook_value_int (g_rand_int_range (dice, 0, 500))
                    : of->type == DAYBOOK_TYPE_CHOICE ? daybook_value_text (of->words[g_rand_int_range (dice, 0, 3)].word)
                    : daybook_value_text (text));
  return commit (self, edit);
}

static gboolean
write_into_case (SimLaptop *self,
                 GRand     *dice,
                 gint64     now)
{
  static const DaybookCaseEvent EVENTS[] = {
    { .kind = DAYBOOK_EVENT_NOTE, .text = "打过电话" },
    { .kind = DAYBOOK_EVENT_MONEY, .amount = 100, .way = DAYBOOK_WAY_ALIPAY },
    { .kind = DAYBOOK_EVENT_TOLD, .text = "明天答复", .promised_at = G_GINT64_CONSTANT (1800000000) },
  };
  g_autoptr(DaybookRow) row = random_row (self, dice, &daybook_cases);
  g_autoptr(DaybookEdit) edit = begin (self, "Written");
  GError *error = NULL;

  if (row == NULL)
    return FALSE;
  if (!daybook_case_event_add (edit, row, &EVENTS[g_rand_int_range (dice, 0, G_N_ELEMENTS (EVENTS))], daybook_edit_agent (edit), now, &error))
    sim_laptop_fail (self, "writing into a case", error);
  return commit (self, edit);
}

static gboolean
add_goods (SimLaptop *self,
           GRand     *dice,
           gint64     now)
{
  g_autoptr(DaybookRow) row = random_row (self, dice, &daybook_cases);
  g_autoptr(DaybookEdit) edit = begin (self, "Goods");
  DaybookId id;

  if (row == NULL)
    return FALSE;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_case_lines, &id);
  daybook_edit_give (edit, DAYBOOK_CASE_LINE_CASE, daybook_value_id (&row->id));
  daybook_edit_give (edit, DAYBOOK_CASE_LINE_TITLE, daybook_value_text ("红色连衣裙"));
  daybook_edit_give (edit, DAYBOOK_CASE_LINE_QUANTITY, daybook_value_int (g_rand_int_range (dice, 1, 4)));
  return commit (self, edit);
}

static gboolean
link_cases (SimLaptop *self,
            GRand     *dice,
            gint64     now)
{
  g_autoptr(DaybookRow) from = random_row (self, dice, &daybook_cases);
  g_autoptr(DaybookRow) to = random_row (self, dice, &daybook_cases);
  g_autoptr(DaybookEdit) edit = begin (self, "Linked");
  DaybookId id;

  if (from == NULL || to == NULL || daybook_id_equal (&from->id, &to->id))
    return FALSE;

  daybook_case_link_id (&id, &from->id, &to->id);
  daybook_edit_create (edit, &daybook_case_links, &id);
  daybook_edit_give (edit, DAYBOOK_CASE_LINK_CASE, daybook_value_id (&from->id));
  daybook_edit_give (edit, DAYBOOK_CASE_LINK_OTHER, daybook_value_id (&to->id));
  return commit (self, edit);
}

static gboolean
merge_cases (SimLaptop *self,
             GRand     *dice,
             gint64     now)
{
  g_autoptr(DaybookRow) keep = random_row (self, dice, &daybook_cases);
  g_autoptr(DaybookRow) other = random_row (self, dice, &daybook_cases);
  g_autoptr(DaybookEdit) edit = begin (self, "Merged");
  g_autoptr(GPtrArray) cases = g_ptr_array_new ();

  if (keep == NULL || other == NULL || daybook_id_equal (&keep->id, &other->id))
    return FALSE;

  g_ptr_array_add (cases, keep);
  g_ptr_array_add (cases, other);
  return daybook_case_merge (reader_of (self), edit, cases, keep, NULL, now, NULL) && commit (self, edit);
}

static const struct
{
  gboolean (*act) (SimLaptop *self,
                   GRand     *dice,
                   gint64     now);
  gint32   weight;
} ACTS[] = {
  { open_case, 16 },
  { move_case, 24 },
  { set_case, 36 },
  { write_into_case, 10 },
  { add_goods, 6 },
  { link_cases, 5 },
  { merge_cases, 3 },
};

gboolean
sim_case_act (SimLaptop *self,
              GRand     *dice,
              gint64     now)
{
  gint32 thrown = g_rand_int_range (dice, 0, 100);

  for (gsize i = 0; i < G_N_ELEMENTS (ACTS); i++)
    {
      thrown -= ACTS[i].weight;
      if (thrown < 0)
        return ACTS[i].act (self, dice, now);
    }

  g_return_val_if_reached (FALSE);
}
