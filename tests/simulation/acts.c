/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "simulation.h"

#include "core/case.h"
#include "core/customer.h"
#include "core/order.h"
#include "core/record.h"
#include "core/reveal.h"
#include "core/shop.h"
#include "store/reader.h"
#include "store/staging.h"

/* Few rows and few fields, so that laptops meet on them often. */
#define N_ORDERS 12
#define N_BUYERS 4
#define N_SKUS 3
#define DAY 86400

static const char *const WORDS[] = { "red", "blue", "call back", "打过电话", "" };

static gboolean
merges (const DaybookEdit *edit)
{
  for (guint i = 0; i < daybook_edit_size (edit); i++)
    {
      const DaybookChange *change = daybook_edit_change (edit, i);

      if (change->kind == DAYBOOK_CHANGE_SET && change->table == &daybook_customers && change->field == DAYBOOK_CUSTOMER_MERGED_INTO)
        return TRUE;
    }
  return FALSE;
}

/* Customers are merged at random: what would make a ring of them is refused. Two laptops make one all the same. */
static gboolean
commit (SimLaptop   *self,
        DaybookEdit *edit)
{
  GError *error = NULL;
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (self->store, edit, &error);

  if (g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT) && merges (edit))
    g_clear_error (&error);
  else if (outcome == NULL)
    sim_laptop_fail (self, "committing", error);
  return outcome != NULL && outcome->n_changes > 0;
}

static DaybookEdit *
begin (SimLaptop  *self,
       const char *title)
{
  return daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (self->store));
}

/* Sometimes the same as somebody else's, mostly a text of one's own. */
static DaybookValue
random_text (SimLaptop *self,
             GRand     *dice)
{
  if (g_rand_int_range (dice, 0, 4) == 0)
    {
      const char *word = WORDS[g_rand_int_range (dice, 0, G_N_ELEMENTS (WORDS))];

      return *word != '\0' ? daybook_value_text (word) : (DaybookValue) DAYBOOK_VALUE_INIT;
    }

  g_autofree char *text = g_strdup_printf ("laptop %u says %u", self->index, g_rand_int (dice));
  return daybook_value_text (text);
}

/* --- Rows to act on ----------------------------------------------------- */

/* The rows of a table, in the trash or not. */
static GPtrArray *
all_rows (SimLaptop          *self,
          const DaybookTable *table)
{
  g_autoptr(DaybookDatabase) db = daybook_database_open (daybook_store_get_path (self->store), DAYBOOK_DATABASE_READ, 1000, NULL);
  g_autofree char *sql = g_strdup_printf ("SELECT id, deleted FROM %s ORDER BY id", table->plural);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, sql, NULL);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  DaybookId id;

  while (daybook_statement_next (statement, NULL))
    if (daybook_column_id (statement, 0, &id))
      g_ptr_array_add (rows, g_memdup2 (&id, sizeof id));

  return g_steal_pointer (&rows);
}

static gboolean
random_row (SimLaptop          *self,
            GRand              *dice,
            const DaybookTable *table,
            DaybookId          *id)
{
  g_autoptr(GPtrArray) rows = all_rows (self, table);

  if (rows->len == 0)
    return FALSE;

  /* The first few more often than the rest. */
  guint last = g_rand_boolean (dice) ? MIN (rows->len, 3) : rows->len;
  *id = *(DaybookId *) g_ptr_array_index (rows, g_rand_int_range (dice, 0, (gint32) last));
  return TRUE;
}

/* --- Acts --------------------------------------------------------------- */

static const struct
{
  const DaybookTable *table;
  guint               field;
} FIELDS[] = {
  { &daybook_orders, DAYBOOK_ORDER_NOTE },
  { &daybook_orders, DAYBOOK_ORDER_NOTE },
  { &daybook_orders, DAYBOOK_ORDER_FLAG },
  { &daybook_orders, DAYBOOK_ORDER_FLAG },
  { &daybook_orders, DAYBOOK_ORDER_AGENT },
  { &daybook_customers, DAYBOOK_CUSTOMER_NOTE },
  { &daybook_customers, DAYBOOK_CUSTOMER_MERGED_INTO },
  { &daybook_products, DAYBOOK_PRODUCT_NOTE },
  { &daybook_views, DAYBOOK_VIEW_SEARCH },
  { &daybook_views, DAYBOOK_VIEW_POSITION },
  { &daybook_agents, DAYBOOK_AGENT_CODE },
  { &daybook_settings, DAYBOOK_SETTING_VALUE },
};

static DaybookValue
random_value (SimLaptop          *self,
              GRand              *dice,
              const DaybookField *field)
{
  DaybookId id;

  switch (field->type)
    {
    case DAYBOOK_TYPE_TEXT:
      return random_text (self, dice);
    case DAYBOOK_TYPE_REF:
      return random_row (self, dice, daybook_registry_find (field->ref), &id)
             ? daybook_value_id (&id) : (DaybookValue) DAYBOOK_VALUE_INIT;
    default:
      return daybook_value_int (g_rand_int_range (dice, 0, 6));
    }
}

/* One field or several, on one row or several. */
static gboolean
set_fields (SimLaptop *self,
            GRand     *dice,
            gint64     now)
{
  g_autoptr(DaybookEdit) edit = begin (self, "Set");
  guint n = (guint) g_rand_int_range (dice, 1, 4);

  for (guint i = 0; i < n; i++)
    {
      guint which = (guint) g_rand_int_range (dice, 0, G_N_ELEMENTS (FIELDS));
      const DaybookTable *table = FIELDS[which].table;
      DaybookId id;

      if (random_row (self, dice, table, &id))
        daybook_edit_set (edit, table, &id, FIELDS[which].field,
                          random_value (self, dice, &table->fields[FIELDS[which].field]));
    }

  return commit (self, edit);
}

static gboolean
trash (SimLaptop *self,
       GRand     *dice,
       gint64     now)
{
  static const DaybookTable *const TABLES[] = { &daybook_orders, &daybook_orders, &daybook_views, &daybook_customers, &daybook_products, &daybook_cases };
  const DaybookTable *table = TABLES[g_rand_int_range (dice, 0, G_N_ELEMENTS (TABLES))];
  g_autoptr(DaybookEdit) edit = begin (self, "Trash");
  DaybookId id;

  if (!random_row (self, dice, table, &id))
    return FALSE;

  if (g_rand_boolean (dice))
    daybook_edit_delete (edit, table, &id);
  else
    daybook_edit_restore (edit, table, &id);
  return commit (self, edit);
}

static gboolean
make_rows (SimLaptop *self,
           GRand     *dice,
           gint64     now)
{
  g_autoptr(DaybookEdit) edit = begin (self, "Added");
  g_autofree char *code = g_strdup_printf ("%03u", g_rand_int_range (dice, 0, 1000));
  DaybookId agent, view, setting;

  daybook_id_fresh (&agent, now * 1000);
  daybook_edit_create (edit, &daybook_agents, &agent);
  daybook_edit_give (edit, DAYBOOK_AGENT_NAME, daybook_value_text ("小王"));
  daybook_edit_give (edit, DAYBOOK_AGENT_CODE, daybook_value_text (code));
  daybook_id_fresh (&view, now * 1000);
  daybook_edit_create (edit, &daybook_views, &view);
  daybook_edit_give (edit, DAYBOOK_VIEW_NAME, daybook_value_text ("未发货"));
  daybook_edit_give (edit, DAYBOOK_VIEW_KIND, daybook_value_text ("orders"));
  daybook_edit_set (edit, &daybook_views, &view, DAYBOOK_VIEW_POSITION, daybook_value_int (g_rand_int_range (dice, 0, 6)));

  /* A setting is named by its key: both laptops make the same row. */
  const char *parts[] = { g_rand_boolean (dice) ? "cutoff" : "greeting" };
  daybook_id_derive (&setting, "setting", parts, 1);
  daybook_edit_create (edit, &daybook_settings, &setting);
  daybook_edit_give (edit, DAYBOOK_SETTING_KEY, daybook_value_text (parts[0]));
  daybook_edit_give (edit, DAYBOOK_SETTING_VALUE, random_text (self, dice));
  return commit (self, edit);
}

/* Somebody looks at rows: written once, by nobody else, and never taken back. */
static gboolean
look (SimLaptop *self,
      GRand     *dice,
      gint64     now)
{
  const DaybookLook look = { *daybook_store_get_agent (self->store), now, DAYBOOK_REVEAL_WINDOW, NULL };
  g_autoptr(DaybookEdit) edit = daybook_reveal_edit_new (&look);
  DaybookId order;

  if (!random_row (self, dice, &daybook_orders, &order))
    return FALSE;

  daybook_reveal_add_field (edit, &look, &daybook_orders, &order, DAYBOOK_ORDER_PHONE);
  if (g_rand_boolean (dice))
    daybook_reveal_add_field (edit, &look, &daybook_orders, &order, DAYBOOK_ORDER_ADDRESS);
  return commit (self, edit);
}

/* --- Imports ------------------------------------------------------------ */

static void
fill_record (DaybookOrderRecord *record,
             GRand              *dice,
             gint64              now)
{
  gint32 i = g_rand_int_range (dice, 0, N_ORDERS);
  g_autofree char *number = g_strdup_printf ("%u", 4000 + (guint) i);
  g_autofree char *sku = g_strdup_printf ("A-%d", g_rand_int_range (dice, 0, N_SKUS));
  g_autofree char *buyer = g_strdup_printf ("buyer%d", i % N_BUYERS);

  daybook_record_reset (record);
  daybook_record_set_text (record, DAYBOOK_ORDER_NUMBER, number);
  daybook_record_set_int (record, DAYBOOK_ORDER_STAGE, g_rand_int_range (dice, DAYBOOK_STAGE_UNPAID, DAYBOOK_N_STAGES));
  daybook_record_set_int (record, DAYBOOK_ORDER_PAID, 100 * g_rand_int_range (dice, 0, 20));
  daybook_record_set_int (record, DAYBOOK_ORDER_CREATED, now - now % DAY - i * DAY / 3);
  daybook_record_set_text (record, DAYBOOK_ORDER_CURRENCY, "CNY");
  daybook_record_set_text (record, DAYBOOK_ORDER_RECEIVER, g_rand_boolean (dice) ? "张三" : "张*");
  if (g_rand_boolean (dice))
    daybook_record_set_text (record, DAYBOOK_ORDER_PHONE, "13812341234");
  if (g_rand_boolean (dice))
    daybook_record_set_text (record, DAYBOOK_ORDER_TRACKING, g_rand_boolean (dice) ? "SF100" : "SF100, SF200");
  if (g_rand_boolean (dice))
    record->account = g_string_chunk_insert (record->chunk, buyer);
  g_string_append (record->raw, number);

  DaybookLineRecord *line = daybook_record_add_line (record);
  daybook_record_line_text (record, line, DAYBOOK_LINE_TITLE, "红色连衣裙");
  daybook_record_line_text (record, line, DAYBOOK_LINE_SKU, sku);
}

static DaybookStaging *
stage (SimLaptop *self,
       GRand     *dice,
       gint64     now)
{
  g_autoptr(DaybookOrderRecord) record = daybook_record_new ();
  DaybookStagingSpec spec = {
    .shop = *daybook_store_get_shop (self->store),
    .platform = "tmall", .kind = "orders", .file = "orders.csv", .encoding = "UTF-8",
    .as_of = now - 600 * g_rand_int_range (dice, 0, 4), .form = 42, .header = "订单编号",
  };
  GError *error = NULL;
  DaybookStaging *staging = daybook_staging_new (self->store, &spec, &error);
  guint n = (guint) g_rand_int_range (dice, 1, 6);

  for (guint i = 0; staging != NULL && error == NULL && i < n; i++)
    {
      fill_record (record, dice, now);
      daybook_staging_add (staging, record, &error);
    }
  if (staging != NULL && error == NULL && daybook_staging_finish (staging, n, "{}", &error))
    return staging;

  sim_laptop_fail (self, "staging", error);
  g_clear_object (&staging);
  return NULL;
}

static gboolean
import (SimLaptop *self,
        GRand     *dice,
        gint64     now)
{
  g_autoptr(DaybookStaging) staging = stage (self, dice, now);
  GError *error = NULL;

  if (staging == NULL)
    return FALSE;

  g_autoptr(DaybookOutcome) outcome = daybook_store_merge (self->store, staging, NULL, NULL, NULL, &error);
  daybook_staging_discard (staging);
  if (outcome == NULL)
    sim_laptop_fail (self, "importing", error);
  return outcome != NULL && outcome->n_changes > 0;
}

/* --- Undo --------------------------------------------------------------- */

/* Nothing to undo is an answer, and so is "undone already". */
static gboolean
is_answer (const GError *error)
{
  return g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND)
         || g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);
}

static gboolean
finish_undo (SimLaptop      *self,
             DaybookOutcome *outcome,
             GError         *error)
{
  gboolean changed = outcome != NULL && outcome->n_changes > 0;

  if (outcome != NULL)
    daybook_outcome_free (outcome);
  else if (is_answer (error))
    g_error_free (error);
  else
    sim_laptop_fail (self, "undoing", error);

  return changed;
}

static gboolean
undo_newest (SimLaptop *self,
             GRand     *dice,
             gint64     now)
{
  GError *error = NULL;
  DaybookOutcome *outcome = daybook_store_undo (self->store, NULL, &error);

  return finish_undo (self, outcome, error);
}

static gboolean
redo (SimLaptop *self,
      GRand     *dice,
      gint64     now)
{
  GError *error = NULL;
  DaybookOutcome *outcome = daybook_store_redo (self->store, &error);

  return finish_undo (self, outcome, error);
}

/* Any act, also another laptop's, but the one that made the book. */
static gboolean
undo_named (SimLaptop *self,
            GRand     *dice,
            gint64     now)
{
  GError *error = NULL;
  g_autoptr(GPtrArray) acts = daybook_reader_history (daybook_store_get_reader (self->store), NULL, NULL, 0, 30, NULL);

  if (acts == NULL || acts->len < 2)
    return FALSE;

  const DaybookAct *act = g_ptr_array_index (acts, g_rand_int_range (dice, 0, (gint32) acts->len));
  if (act->kind == DAYBOOK_ACT_RULE)
    return FALSE;

  DaybookOutcome *outcome = daybook_store_undo (self->store, &act->id, &error);
  return finish_undo (self, outcome, error);
}

static const struct
{
  gboolean (*act) (SimLaptop *self,
                   GRand     *dice,
                   gint64     now);
  guint    weight;
} ACTS[] = {
  { set_fields, 17 },
  { sim_case_act, 32 },
  { look, 3 },
  { import, 11 },
  { trash, 8 },
  { make_rows, 5 },
  { undo_newest, 8 },
  { redo, 5 },
  { undo_named, 11 },
};

gboolean
sim_act (SimLaptop *self,
         GRand     *dice,
         gint64     now)
{
  gint32 thrown = g_rand_int_range (dice, 0, 100);

  for (gsize i = 0; i < G_N_ELEMENTS (ACTS); i++)
    {
      thrown -= (gint32) ACTS[i].weight;
      if (thrown < 0)
        return ACTS[i].act (self, dice, now);
    }

  g_return_val_if_reached (FALSE);
}
