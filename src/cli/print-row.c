/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/print-row.h"

#include "core/mask.h"
#include "core/moment.h"
#include "core/money.h"
#include "core/order.h"

#include <glib/gi18n-lib.h>

static const char *const OWN_MEMBERS[] = { "id", "kind", "title", NULL };

/* The member of a JSON row that holds a field: its name in the registry. The
 * three members that every row has (`id`, `kind`, `title`) stand for
 * themselves, so a field of such a name that means something else has its
 * kind before it (`contact_kind`, `order_title`). (transfer full) */
static char *
name_member (const DaybookTable *table,
             guint               field)
{
  const char *name = table->fields[field].name;

  if (g_strv_contains (OWN_MEMBERS, name) && (int) field != table->title)
    return g_strdup_printf ("%s_%s", table->kind, name);

  return g_strdup (name);
}

static char *
show_text (DaybookCli         *cli,
           const DaybookField *field,
           const char         *text)
{
  return cli->unmasked ? g_strdup (text) : daybook_mask (field->mask, text);
}

/* The currency of a row's amounts: its own, else the shop's. */
static const char *
currency_of (DaybookCli       *cli,
             const DaybookRow *row)
{
  int field = row != NULL ? daybook_table_field (row->table, "currency") : -1;

  if (field >= 0 && daybook_row_has (row, (guint) field))
    return daybook_row_text (row, (guint) field);

  return daybook_store_get_currency (cli->store);
}

static JsonNode *
money_node (DaybookCli       *cli,
            const DaybookRow *row,
            gint64            minor)
{
  g_autoptr(JsonObject) money = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_int_member (money, "minor", minor);
  json_object_set_string_member (money, "currency", currency_of (cli, row));
  json_node_set_object (node, money);
  return node;
}

/* NULL text becomes null. Takes over `text`. */
static JsonNode *
text_node (char *text)
{
  g_autofree char *owned = text;

  return owned != NULL ? json_node_init_string (json_node_alloc (), owned) : json_node_init_null (json_node_alloc ());
}

/* One value as JSON. `row` is where it comes from, for money its currency;
 * NULL when that row is not at hand. */
static JsonNode *
make_value (DaybookCli         *cli,
            const DaybookField *field,
            const DaybookValue *value,
            const DaybookRow   *row)
{
  if (value->type == DAYBOOK_VALUE_NONE)
    return json_node_init_null (json_node_alloc ());

  switch (field->type)
    {
    case DAYBOOK_TYPE_TEXT:
      return text_node (show_text (cli, field, value->text));
    case DAYBOOK_TYPE_INT:
      return json_node_init_int (json_node_alloc (), value->number);
    case DAYBOOK_TYPE_BOOL:
      return json_node_init_boolean (json_node_alloc (), value->number != 0);
    case DAYBOOK_TYPE_MONEY:
      return money_node (cli, row, value->number);
    case DAYBOOK_TYPE_TIME:
      return text_node (daybook_moment_to_iso (value->number, daybook_store_get_zone (cli->store)));
    case DAYBOOK_TYPE_ENUM:
      return text_node (g_strdup (daybook_field_word_name (field, value->number)));
    case DAYBOOK_TYPE_REF:
      return text_node (daybook_id_to_string (&value->id));
    default:
      g_return_val_if_reached (json_node_init_null (json_node_alloc ()));
    }
}

char *
daybook_row_masked_title (DaybookCli       *cli,
                          const DaybookRow *row)
{
  DaybookMask mask;
  g_autofree char *title = daybook_reader_title (daybook_store_get_reader (cli->store), row, &mask);

  return daybook_mask (mask, title);
}

char *
daybook_row_display_title (DaybookCli       *cli,
                   const DaybookRow *row)
{
  DaybookMask mask;
  g_autofree char *title = daybook_reader_title (daybook_store_get_reader (cli->store), row, &mask);

  return cli->unmasked ? g_steal_pointer (&title) : daybook_mask (mask, title);
}

JsonObject *
daybook_row_to_json (DaybookCli       *cli,
                     const DaybookRow *row)
{
  JsonObject *object = json_object_new ();
  g_autofree char *title = daybook_row_display_title (cli, row);

  daybook_json_set_id (object, "id", &row->id);
  json_object_set_string_member (object, "kind", row->table->kind);
  json_object_set_string_member (object, "title", title);

  for (guint i = 0; i < row->table->n_fields; i++)
    {
      g_autofree char *member = name_member (row->table, i);

      if ((int) i != row->table->title || !g_strv_contains (OWN_MEMBERS, member))
        json_object_set_member (object, member,
                                make_value (cli, &row->table->fields[i], &row->values[i], row));
    }

  return object;
}

/* What a reference points at, by name; an id helps nobody in a table. It is
 * another row than the one that is shown in full. */
static char *
ref_text (DaybookCli         *cli,
          const DaybookField *field,
          const DaybookId    *id)
{
  const DaybookTable *table = daybook_registry_find (field->ref);
  g_autoptr(DaybookRow) row = daybook_reader_find (daybook_store_get_reader (cli->store), table, id, NULL);

  return row != NULL ? daybook_row_masked_title (cli, row) : daybook_id_to_string (id);
}

char *
daybook_row_field_text (DaybookCli       *cli,
                        const DaybookRow *row,
                        guint             index)
{
  const DaybookField *field = &row->table->fields[index];
  const DaybookValue *value = &row->values[index];

  if (value->type == DAYBOOK_VALUE_NONE)
    return (int) index == row->table->title ? daybook_row_display_title (cli, row) : g_strdup ("");

  switch (field->type)
    {
    case DAYBOOK_TYPE_TEXT:
      if (row->table == &daybook_orders && index == DAYBOOK_ORDER_NUMBER && daybook_order_number_is_derived (value->text))
        /* Translators: of an order whose file gave no number; %s is what to call it on the command line */
        return g_strdup_printf (_("no number (%s)"), value->text);
      return show_text (cli, field, value->text);
    case DAYBOOK_TYPE_BOOL:
      return g_strdup (value->number != 0 ? _("yes") : _("no"));
    case DAYBOOK_TYPE_MONEY:
      return daybook_money_format (value->number, currency_of (cli, row));
    case DAYBOOK_TYPE_TIME:
      return daybook_moment_format (value->number, daybook_store_get_now (cli->store), daybook_store_get_zone (cli->store));
    case DAYBOOK_TYPE_ENUM:
      /* The word that --where and set take, not its translation. */
      return g_strdup (daybook_field_word_name (field, value->number));
    case DAYBOOK_TYPE_REF:
      return ref_text (cli, field, &value->id);
    case DAYBOOK_TYPE_INT:
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->number);
    }
}

/* --- For people --------------------------------------------------------- */

static gboolean
has_column (const DaybookField *field)
{
  return (field->flags & (DAYBOOK_FIELD_HIDDEN | DAYBOOK_FIELD_MULTILINE)) == 0;
}

/* Orders are named by their number; everything else needs its id to be named
 * on the next command line. */
static gboolean
shows_id (const DaybookTable *table)
{
  return table != &daybook_orders;
}

void
daybook_print_add_columns (DaybookTextTable   *text,
                           const DaybookTable *table)
{
  if (shows_id (table))
    daybook_text_table_column (text, _("Id"), DAYBOOK_ALIGN_LEFT);

  for (guint i = 0; i < table->n_fields; i++)
    {
      const DaybookField *field = &table->fields[i];
      gboolean number = field->type == DAYBOOK_TYPE_MONEY || field->type == DAYBOOK_TYPE_INT;

      if (has_column (field))
        daybook_text_table_column (text, _(field->label), number ? DAYBOOK_ALIGN_RIGHT : DAYBOOK_ALIGN_LEFT);
    }
}

void
daybook_print_add_row (DaybookTextTable *text,
                       DaybookCli       *cli,
                       const DaybookRow *row)
{
  g_autofree char *id = daybook_id_to_string (&row->id);

  daybook_text_table_row (text);
  if (shows_id (row->table))
    daybook_text_table_cell (text, id);

  for (guint i = 0; i < row->table->n_fields; i++)
    {
      g_autofree char *cell = NULL;

      if (!has_column (&row->table->fields[i]))
        continue;

      cell = daybook_row_field_text (cli, row, i);
      daybook_text_table_cell (text, cell != NULL ? cell : "");
    }
}

void
daybook_print_detail (const char *label,
                      guint       width,
                      const char *value)
{
  g_autofree char *name = daybook_text_clean (label);
  g_autofree char *clean = daybook_text_clean (value);
  guint used = daybook_text_width (name);

  daybook_print ("%s%*s  %s\n", name, (int) (width - MIN (width, used)), "", clean);
}

void
daybook_print_details (DaybookCli       *cli,
                       const DaybookRow *row)
{
  g_autofree char *id = daybook_id_to_string (&row->id);
  guint width = daybook_text_width (_("Id"));

  for (guint i = 0; i < row->table->n_fields; i++)
    if (daybook_row_has (row, i))
      width = MAX (width, daybook_text_width (_(row->table->fields[i].label)));

  daybook_print_detail (_("Id"), width, id);
  for (guint i = 0; i < row->table->n_fields; i++)
    {
      const DaybookField *field = &row->table->fields[i];
      g_autofree char *value = daybook_row_field_text (cli, row, i);

      if (value != NULL && *value != '\0' && (field->flags & DAYBOOK_FIELD_HIDDEN) == 0)
        daybook_print_detail (_(field->label), width, value);
    }
}
