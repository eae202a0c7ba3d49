/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/row-json.h"

#include "core/decimal.h"
#include "core/moment.h"

static const char *const OWN_MEMBERS[] = { "id", "kind", "title", NULL };

/* Whether the member `title` tells the field already. */
static gboolean
is_title (const DaybookTable *table,
          guint               field)
{
  return (int) field == table->title && g_str_equal (daybook_field_get_name (&table->fields[field]), "title");
}

/* The member of a JSON row that holds a field: its name in the registry. The
 * three members that every row has (`id`, `kind`, `title`) stand for
 * themselves, so a field of such a name that means something else has its
 * kind before it (`contact_kind`, `order_title`). (transfer full) */
static char *
name_member (const DaybookTable *table,
             guint               field)
{
  const char *name = daybook_field_get_name (&table->fields[field]);

  if (g_strv_contains (OWN_MEMBERS, name) && !is_title (table, field))
    return g_strdup_printf ("%s_%s", table->kind, name);

  return g_strdup (name);
}

char *
daybook_row_tell (const DaybookManner *manner,
                  const DaybookField  *field,
                  const char          *text)
{
  return manner->show == DAYBOOK_SHOW_REVEALED ? g_strdup (text) : daybook_mask (field->mask, text);
}

const char *
daybook_row_currency (const DaybookManner *manner,
                      const DaybookRow    *row)
{
  int field = daybook_table_field (row->table, "currency");

  return field >= 0 && daybook_row_has (row, (guint) field) ? daybook_row_text (row, (guint) field) : manner->currency;
}

static JsonNode *
money_node (const char *currency,
            gint64      minor)
{
  g_autoptr(JsonObject) money = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_int_member (money, "minor", minor);
  json_object_set_string_member (money, "currency", currency);
  json_node_set_object (node, money);
  return node;
}

/* 12.5 where some of the digits are behind the sign: the shortest number that says it. */
static JsonNode *
number_node (const DaybookField *field,
             gint64              number)
{
  g_autofree char *text = NULL;

  if (field->digits == 0)
    return json_node_init_int (json_node_alloc (), number);

  text = daybook_decimal_print (number, field->digits);
  return json_node_init_double (json_node_alloc (), g_ascii_strtod (text, NULL));
}

/* NULL text becomes null. Takes over `text`. */
static JsonNode *
text_node (char *text)
{
  g_autofree char *owned = text;

  return owned != NULL ? json_node_init_string (json_node_alloc (), owned) : json_node_init_null (json_node_alloc ());
}

static JsonNode *
make_value (const DaybookManner *manner,
            const DaybookRow    *row,
            guint                index)
{
  const DaybookField *field = &row->table->fields[index];
  const DaybookValue *value = &row->values[index];

  if (value->type == DAYBOOK_VALUE_NONE)
    return json_node_init_null (json_node_alloc ());

  switch (field->type)
    {
    case DAYBOOK_TYPE_TEXT:
    case DAYBOOK_TYPE_CHOICE:
    case DAYBOOK_TYPE_CHOICES:
    case DAYBOOK_TYPE_DATE:
      return text_node (daybook_row_tell (manner, field, value->text));
    case DAYBOOK_TYPE_INT:
      return number_node (field, value->number);
    case DAYBOOK_TYPE_BOOL:
      return json_node_init_boolean (json_node_alloc (), value->number != 0);
    case DAYBOOK_TYPE_MONEY:
      return money_node (daybook_row_currency (manner, row), value->number);
    case DAYBOOK_TYPE_TIME:
      return text_node (daybook_moment_to_iso (value->number, manner->zone));
    case DAYBOOK_TYPE_ENUM:
      return text_node (g_strdup (daybook_field_word_name (field, value->number)));
    case DAYBOOK_TYPE_REF:
      return text_node (daybook_id_to_string (&value->id));
    case DAYBOOK_TYPE_ANY: /* no row has one: readers give a case in its register's table */
    default:
      g_return_val_if_reached (json_node_init_null (json_node_alloc ()));
    }
}

char *
daybook_row_call (const DaybookManner *manner,
                  const DaybookRow    *row)
{
  DaybookMask mask;
  g_autofree char *title = daybook_reader_title (manner->reader, row, &mask);

  return manner->show == DAYBOOK_SHOW_REVEALED ? g_steal_pointer (&title) : daybook_mask (mask, title);
}

static void
add_field (const DaybookManner *manner,
           const DaybookRow    *row,
           guint                field,
           JsonObject          *object)
{
  g_autofree char *member = name_member (row->table, field);

  if (!is_title (row->table, field) && (row->table->fields[field].flags & DAYBOOK_FIELD_SECRET) == 0)
    json_object_set_member (object, member, make_value (manner, row, field));
}

JsonObject *
daybook_row_json (const DaybookManner *manner,
                  const DaybookRow    *row,
                  const GArray        *columns)
{
  JsonObject *object = json_object_new ();
  guint n_fields = columns != NULL ? columns->len : row->table->n_fields;
  g_autofree char *id = daybook_id_to_string (&row->id);
  g_autofree char *title = daybook_row_call (manner, row);

  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "kind", row->table->kind);
  json_object_set_string_member (object, "title", title);
  for (guint i = 0; i < n_fields; i++)
    {
      guint field = columns != NULL ? g_array_index (columns, guint, i) : i;

      if (field < row->table->n_fields)
        add_field (manner, row, field, object);
    }

  return object;
}
