/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/register-money.h"

#include "core/register-private.h"

#include <glib/gi18n-lib.h>

/* Which fields play a part in money, goods and complaints: reading, checking, asking. */

static void
free_money_part (gpointer data)
{
  DaybookMoneyPart *part = data;

  g_free (part->amount);
  g_free (part->by);
  g_strfreev (part->takes);
  g_strfreev (part->gives);
  g_free (part);
}

void
daybook_register_init_roles (DaybookRegister *self)
{
  self->money.parts = g_ptr_array_new_with_free_func (free_money_part);
}

void
daybook_register_clear_roles (DaybookRegister *self)
{
  g_free (self->money.refund);
  g_free (self->money.compensation);
  g_ptr_array_unref (self->money.parts);
  g_strfreev (self->outcomes.into);
  g_free (self->outcomes.stage);
  g_free (self->outcomes.link);
  g_free (self->outcomes.from);
  g_free (self->claim.amount);
  g_free (self->claim.paid);
  g_free (self->ledger.agent);
  g_free (self->ledger.counts);
  g_free (self->replaces);
}

/* --- Reading -------------------------------------------------------------------- */

static char *
read_name (DaybookRegisterRead *read,
           JsonObject          *object,
           const char          *member)
{
  return g_strdup (daybook_register_text (read, object, member, DAYBOOK_MEMBER_OPTIONAL));
}

static void
read_money_part (DaybookRegisterRead *read,
                 JsonObject          *all,
                 const char          *key,
                 gpointer             data)
{
  JsonObject *object = daybook_register_object (read, all, key, DAYBOOK_MEMBER_REQUIRED);
  DaybookMoneyPart *part = g_new0 (DaybookMoneyPart, 1);

  part->amount = g_strdup (key);
  g_ptr_array_add (data, part);
  if (object == NULL)
    return;

  part->by = g_strdup (daybook_register_text (read, object, "by", DAYBOOK_MEMBER_REQUIRED));
  part->takes = daybook_register_texts (read, object, "takes");
  part->gives = daybook_register_texts (read, object, "gives");
}

static void
read_money (DaybookRegisterRead *read,
            JsonObject          *root,
            DaybookRegister     *self)
{
  JsonObject *object = daybook_register_object (read, root, "money", DAYBOOK_MEMBER_OPTIONAL);

  if (object == NULL)
    return;

  self->money.refund = read_name (read, object, "refund");
  self->money.compensation = read_name (read, object, "compensation");
  daybook_register_each (read, object, "parts", DAYBOOK_MEMBER_OPTIONAL, read_money_part, self->money.parts);
}

static void
read_outcomes (DaybookRegisterRead *read,
               JsonObject          *root,
               DaybookRegister     *self)
{
  JsonObject *object = daybook_register_object (read, root, "outcomes", DAYBOOK_MEMBER_OPTIONAL);

  if (object == NULL)
    return;

  self->outcomes.into = daybook_register_texts (read, object, "into");
  self->outcomes.stage = read_name (read, object, "stage");
  self->outcomes.link = read_name (read, object, "link");
  self->outcomes.from = read_name (read, object, "from");
}

/* Two fields that are there together, or not at all. */
static void
read_pair (DaybookRegisterRead *read,
           JsonObject          *root,
           const char          *part,
           const char          *first,
           char               **one,
           const char          *second,
           char               **other)
{
  JsonObject *object = daybook_register_object (read, root, part, DAYBOOK_MEMBER_OPTIONAL);

  if (object == NULL)
    return;

  *one = g_strdup (daybook_register_text (read, object, first, DAYBOOK_MEMBER_REQUIRED));
  *other = g_strdup (daybook_register_text (read, object, second, DAYBOOK_MEMBER_REQUIRED));
}

void
daybook_register_read_roles (DaybookRegisterRead *read,
                             JsonObject          *root,
                             DaybookRegister     *self)
{
  read_money (read, root, self);
  read_outcomes (read, root, self);
  read_pair (read, root, "claim", "amount", &self->claim.amount, "paid", &self->claim.paid);
  read_pair (read, root, "ledger", "agent", &self->ledger.agent, "counts", &self->ledger.counts);
  self->replaces = read_name (read, root, "replaces");
}

/* --- Checking ------------------------------------------------------------------- */

/* The field that plays a part is there, and is one of that type. */
static void
check_type (DaybookRegister     *self,
            DaybookRegisterRead *read,
            JsonObject          *object,
            const char          *member,
            const char          *name,
            DaybookInput         input)
{
  const DaybookRegisterField *field = name != NULL ? daybook_register_find_field (self, name) : NULL;

  if (name == NULL || (field != NULL && field->input == input))
    return;

  daybook_register_wrong (read, object, member,
                          g_strdup_printf (field == NULL ? _("“%s” names “%s”, which is no field of its own")
                                                         : _("“%s” names “%s”, which is a field of another type"), member, name));
}

static void
check_words (DaybookRegister        *self,
             DaybookRegisterRead    *read,
             JsonObject             *object,
             const char             *member,
             const DaybookMoneyPart *part,
             char                  **words)
{
  const DaybookRegisterField *by = daybook_register_find_field (self, part->by);

  for (char **word = words; by != NULL && by->choices != NULL && word != NULL && *word != NULL; word++)
    if (daybook_option_find (by->choices, *word) == NULL)
      daybook_register_wrong (read, object, member,
                              g_strdup_printf (_("“%s” names “%s”, which is no choice of “%s”"), member, *word, part->by));
}

/* One word does not take and give as well. */
static void
check_both_ways (DaybookRegisterRead    *read,
                 JsonObject             *object,
                 const DaybookMoneyPart *part)
{
  for (char **word = part->gives; word != NULL && *word != NULL; word++)
    if (g_strv_contains ((const char *const *) part->takes, *word))
      daybook_register_wrong (read, object, "gives", g_strdup_printf (_("“%s” both takes and gives"), *word));
}

static void
check_money (DaybookRegister     *self,
             DaybookRegisterRead *read,
             JsonObject          *object)
{
  JsonObject *parts = self->money.parts->len > 0 ? json_object_get_object_member (object, "parts") : NULL;

  check_type (self, read, object, "refund", self->money.refund, DAYBOOK_INPUT_MONEY);
  check_type (self, read, object, "compensation", self->money.compensation, DAYBOOK_INPUT_MONEY);
  if (self->money.parts->len > DAYBOOK_MONEY_PARTS_MOST)
    daybook_register_wrong (read, object, "parts", g_strdup_printf (_("a register has at most %d parts of money"), DAYBOOK_MONEY_PARTS_MOST));
  for (guint i = 0; i < self->money.parts->len && read->wrong == NULL; i++)
    {
      const DaybookMoneyPart *part = g_ptr_array_index (self->money.parts, i);
      JsonObject *own = json_object_get_object_member (parts, part->amount);

      check_type (self, read, parts, part->amount, part->amount, DAYBOOK_INPUT_MONEY);
      check_type (self, read, own, "by", part->by, DAYBOOK_INPUT_CHOICE);
      check_words (self, read, own, "takes", part, part->takes);
      check_words (self, read, own, "gives", part, part->gives);
      check_both_ways (read, own, part);
    }
}

static void
check_outcomes (DaybookRegister     *self,
                DaybookRegisterRead *read,
                JsonObject          *object)
{
  const DaybookRegisterOutcomes *outcomes = &self->outcomes;
  int stage = outcomes->stage != NULL ? daybook_register_find_stage (self, outcomes->stage) : -1;

  for (char **key = outcomes->into; key != NULL && *key != NULL; key++)
    if (!daybook_is_key (*key) || g_str_equal (*key, self->key))
      daybook_register_wrong (read, object, "into", g_strdup_printf (_("“into” names “%s”, which is no other register"), *key));
  if (outcomes->stage != NULL && (stage < 0 || !daybook_register_get_stage (self, (guint) stage)->ends))
    daybook_register_wrong (read, object, "stage", g_strdup_printf (_("“stage” is “%s”, which is no stage that ends"), outcomes->stage));
  check_type (self, read, object, "link", outcomes->link, DAYBOOK_INPUT_LINK);
  check_type (self, read, object, "from", outcomes->from, DAYBOOK_INPUT_LINK);
}

static JsonObject *
object_of (JsonObject *root,
           const char *member)
{
  JsonNode *node = json_object_get_member (root, member);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

void
daybook_register_check_roles (DaybookRegister     *self,
                              DaybookRegisterRead *read,
                              JsonObject          *root)
{
  JsonObject *money = object_of (root, "money");
  JsonObject *outcomes = object_of (root, "outcomes");
  JsonObject *claim = object_of (root, "claim");
  JsonObject *ledger = object_of (root, "ledger");

  if (money != NULL)
    check_money (self, read, money);
  if (outcomes != NULL)
    check_outcomes (self, read, outcomes);
  if (claim != NULL)
    {
      check_type (self, read, claim, "amount", self->claim.amount, DAYBOOK_INPUT_MONEY);
      check_type (self, read, claim, "paid", self->claim.paid, DAYBOOK_INPUT_MONEY);
    }
  if (ledger != NULL)
    {
      check_type (self, read, ledger, "agent", self->ledger.agent, DAYBOOK_INPUT_PERSON);
      check_type (self, read, ledger, "counts", self->ledger.counts, DAYBOOK_INPUT_YES_NO);
    }
  check_type (self, read, root, "replaces", self->replaces, DAYBOOK_INPUT_PARCEL);
}

/* --- Asking --------------------------------------------------------------------- */

const DaybookRegisterMoney *
daybook_register_get_money (DaybookRegister *self)
{
  return &self->money;
}

const DaybookRegisterOutcomes *
daybook_register_get_outcomes (DaybookRegister *self)
{
  return &self->outcomes;
}

const DaybookRegisterClaim *
daybook_register_get_claim (DaybookRegister *self)
{
  return &self->claim;
}

const DaybookRegisterLedger *
daybook_register_get_ledger (DaybookRegister *self)
{
  return &self->ledger;
}

const char *
daybook_register_get_replaces (DaybookRegister *self)
{
  return self->replaces;
}

gboolean
daybook_register_is_reckoned (DaybookRegister *self,
                              const char      *name)
{
  for (guint i = 0; i < self->money.parts->len; i++)
    {
      const DaybookMoneyPart *part = g_ptr_array_index (self->money.parts, i);

      if (g_str_equal (part->amount, name) || g_strcmp0 (part->by, name) == 0)
        return TRUE;
    }

  return g_strcmp0 (self->money.refund, name) == 0 || g_strcmp0 (self->money.compensation, name) == 0;
}

int
daybook_table_role (const DaybookTable *table,
                    const char         *role)
{
  g_autofree char *name = role != NULL ? g_strconcat (DAYBOOK_EXTRA_PREFIX, role, NULL) : NULL;

  return name != NULL ? daybook_table_field (table, name) : -1;
}

gint64
daybook_row_role_amount (const DaybookRow *row,
                         const char       *role)
{
  int field = daybook_table_role (row->table, role);

  return field >= 0 && row->table->fields[field].type == DAYBOOK_TYPE_MONEY ? daybook_row_int (row, (guint) field) : 0;
}
