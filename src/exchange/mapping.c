/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mapping.h"

#include "core/json.h"
#include "core/payment.h"
#include "core/stock.h"
#include "exchange/clean.h"
#include "exchange/mapping-private.h"
#include "exchange/new-file.h"
#include "exchange/profile.h"
#include "exchange/refuse.h"
#include "exchange/small-file.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_FILE (1024 * 1024)
#define SETTING_PREFIX "mapping."
#define ORDERS "orders"
#define NUMBER "number"

typedef struct
{
  char *field;
  char *heading;
} Column;

struct _DaybookMapping
{
  char      *platform;
  char      *kind;
  const DaybookTable *table; /* of the kind; NULL: orders */
  GPtrArray *columns; /* Column *, in the order they were given */
  char     **key;     /* or NULL */
  DaybookDecimal decimal;
};

static void
free_column (gpointer data)
{
  Column *column = data;

  g_free (column->field);
  g_free (column->heading);
  g_free (column);
}

DaybookMapping *
daybook_mapping_new (const char *platform)
{
  DaybookMapping *mapping = g_atomic_rc_box_new0 (DaybookMapping);

  mapping->platform = g_strdup (platform != NULL ? platform : DAYBOOK_PROFILE_GENERIC);
  mapping->kind = g_strdup (ORDERS);
  mapping->columns = g_ptr_array_new_with_free_func (free_column);
  mapping->decimal = DAYBOOK_DECIMAL_POINT;
  return mapping;
}

DaybookMapping *
daybook_mapping_ref (DaybookMapping *mapping)
{
  return g_atomic_rc_box_acquire (mapping);
}

static void
clear_mapping (gpointer data)
{
  DaybookMapping *mapping = data;

  g_free (mapping->platform);
  g_free (mapping->kind);
  g_ptr_array_unref (mapping->columns);
  g_strfreev (mapping->key);
}

void
daybook_mapping_unref (DaybookMapping *mapping)
{
  g_atomic_rc_box_release_full (mapping, clear_mapping);
}

gboolean
daybook_mapping_takes_kind (const char *kind)
{
  const DaybookTable *table;

  return daybook_form_kind_table (kind, &table) && (table != NULL || g_str_equal (kind, ORDERS));
}

void
daybook_mapping_set_kind (DaybookMapping *mapping,
                          const char     *kind)
{
  g_return_if_fail (daybook_mapping_takes_kind (kind));
  g_return_if_fail (mapping->columns->len == 0);

  g_free (mapping->kind);
  mapping->kind = g_strdup (kind);
  daybook_form_kind_table (kind, &mapping->table);
}

const char *
daybook_mapping_get_kind (DaybookMapping *mapping)
{
  return mapping->kind;
}

static gboolean
is_field (DaybookMapping *mapping,
          const char     *field)
{
  DaybookTarget target;

  return daybook_target_parse (field, mapping->table, NULL, &target);
}

static Column *
find_column (DaybookMapping *mapping,
             const char     *field)
{
  for (guint i = 0; i < mapping->columns->len; i++)
    {
      Column *column = g_ptr_array_index (mapping->columns, i);

      if (g_str_equal (column->field, field))
        return column;
    }

  return NULL;
}

void
daybook_mapping_set (DaybookMapping *mapping,
                     const char     *field,
                     const char     *heading)
{
  Column *column;

  g_return_if_fail (is_field (mapping, field));

  column = find_column (mapping, field);
  if (column == NULL)
    {
      column = g_new0 (Column, 1);
      column->field = g_strdup (field);
      g_ptr_array_add (mapping->columns, column);
    }

  g_free (column->heading);
  column->heading = g_strdup (heading);
}

void
daybook_mapping_set_key (DaybookMapping    *mapping,
                         const char *const *headings)
{
  g_strfreev (mapping->key);
  mapping->key = headings != NULL && headings[0] != NULL ? g_strdupv ((char **) headings) : NULL;
}

void
daybook_mapping_set_decimal (DaybookMapping *mapping,
                             DaybookDecimal  decimal)
{
  g_return_if_fail (decimal != DAYBOOK_DECIMAL_GUESSED);

  mapping->decimal = decimal;
}

DaybookDecimal
daybook_mapping_get_decimal (DaybookMapping *mapping)
{
  return mapping->decimal;
}

const char *
daybook_mapping_get (DaybookMapping *mapping,
                     const char     *field)
{
  const Column *column = find_column (mapping, field);

  return column != NULL ? column->heading : NULL;
}

const char *
daybook_mapping_field_at (DaybookMapping *mapping,
                          guint           index)
{
  return index < mapping->columns->len ? ((Column *) g_ptr_array_index (mapping->columns, index))->field : NULL;
}

const char *const *
daybook_mapping_get_key (DaybookMapping *mapping)
{
  return (const char *const *) mapping->key;
}

/* Adds "columns": {"paid": "金额"}. FALSE with the member that is wrong. */
static gboolean
read_columns (DaybookMapping  *mapping,
              JsonNode        *node,
              char           **wrong)
{
  JsonObjectIter iter;
  const char *field;
  JsonNode *heading;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      *wrong = g_strdup ("columns");
      return FALSE;
    }

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &field, &heading))
    {
      if (!is_field (mapping, field) || json_node_get_value_type (heading) != G_TYPE_STRING)
        {
          *wrong = g_strdup (field);
          return FALSE;
        }
      daybook_mapping_set (mapping, field, json_node_get_string (heading));
    }
  return TRUE;
}

static gboolean
read_key (DaybookMapping  *mapping,
          JsonNode        *node,
          char           **wrong)
{
  g_autoptr(GPtrArray) headings = g_ptr_array_new ();
  JsonArray *array;

  if (node == NULL)
    return TRUE;

  *wrong = g_strdup ("key");
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (json_node_get_value_type (element) != G_TYPE_STRING)
        return FALSE;
      g_ptr_array_add (headings, (gpointer) json_node_get_string (element));
    }

  g_clear_pointer (wrong, g_free);
  g_ptr_array_add (headings, NULL);
  daybook_mapping_set_key (mapping, (const char *const *) headings->pdata);
  return TRUE;
}

static gboolean
read_decimal (DaybookMapping  *mapping,
              JsonNode        *node,
              char           **wrong)
{
  const char *sign = node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;

  if (node == NULL || g_strcmp0 (sign, ".") == 0)
    return TRUE;
  if (g_strcmp0 (sign, ",") == 0)
    {
      mapping->decimal = DAYBOOK_DECIMAL_COMMA;
      return TRUE;
    }

  *wrong = g_strdup ("decimal");
  return FALSE;
}

/* Those of before there were kinds are of orders. */
static gboolean
read_kind (DaybookMapping  *mapping,
           JsonNode        *node,
           char           **wrong)
{
  const char *kind = node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;

  if (node == NULL)
    return TRUE;
  if (kind == NULL || !daybook_mapping_takes_kind (kind))
    {
      *wrong = g_strdup ("kind");
      return FALSE;
    }

  daybook_mapping_set_kind (mapping, kind);
  return TRUE;
}

static DaybookMapping *
mapping_from_root (JsonNode  *root,
                   char     **wrong)
{
  g_autoptr(DaybookMapping) mapping = NULL;
  JsonObject *object;
  JsonNode *platform;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;

  object = json_node_get_object (root);
  platform = json_object_get_member (object, "platform");
  if (platform != NULL && json_node_get_value_type (platform) != G_TYPE_STRING)
    {
      *wrong = g_strdup ("platform");
      return NULL;
    }

  mapping = daybook_mapping_new (platform != NULL ? json_node_get_string (platform) : NULL);
  if (!read_kind (mapping, json_object_get_member (object, "kind"), wrong) ||
      !read_columns (mapping, json_object_get_member (object, "columns"), wrong) ||
      !read_key (mapping, json_object_get_member (object, "key"), wrong) ||
      !read_decimal (mapping, json_object_get_member (object, "decimal"), wrong))
    return NULL;
  return g_steal_pointer (&mapping);
}

DaybookMapping *
daybook_mapping_from_json (const char  *json,
                           GError     **error)
{
  g_autoptr(DaybookMapping) mapping = NULL;
  g_autoptr(GError) failure = NULL;
  g_autofree char *wrong = NULL;
  g_autoptr(JsonNode) root = daybook_json_read (json, -1, &failure);

  if (root == NULL)
    {
      daybook_refuse (error, _("The mapping cannot be read: %s. Correct it, or map the columns anew."), failure->message);
      return NULL;
    }

  mapping = mapping_from_root (root, &wrong);
  if (mapping == NULL && wrong == NULL)
    daybook_refuse (error, _("This is no mapping: it says nothing of columns. Choose another file, or map the columns anew."));
  else if (mapping == NULL)
    daybook_refuse (error, _("The mapping cannot be used: “%s” in it is missing, not a field, or not as it should be. "
                             "Correct it, or map the columns anew."), wrong);
  return g_steal_pointer (&mapping);
}

DaybookMapping *
daybook_mapping_load (const char  *path,
                      GError     **error)
{
  g_autoptr(GError) failure = NULL;
  g_autofree char *name = g_filename_display_basename (path);
  gsize length;
  g_autofree char *json = daybook_small_file_read (path, MAX_FILE, &length, &failure);

  if (json == NULL)
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND,
                   _("The mapping “%s” cannot be read: %s."), name, failure->message);
      return NULL;
    }
  if (length > MAX_FILE || !g_utf8_validate_len (json, length, NULL))
    {
      daybook_refuse (error, _("“%s” is not a mapping. Choose the small JSON file that was saved as one."), name);
      return NULL;
    }
  return daybook_mapping_from_json (json, error);
}

char *
daybook_mapping_to_json (DaybookMapping *mapping)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "platform");
  json_builder_add_string_value (builder, mapping->platform);
  if (mapping->table != NULL)
    {
      json_builder_set_member_name (builder, "kind");
      json_builder_add_string_value (builder, mapping->kind);
    }
  json_builder_set_member_name (builder, "columns");
  json_builder_begin_object (builder);
  for (guint i = 0; i < mapping->columns->len; i++)
    {
      const Column *column = g_ptr_array_index (mapping->columns, i);

      json_builder_set_member_name (builder, column->field);
      json_builder_add_string_value (builder, column->heading);
    }
  json_builder_end_object (builder);
  if (mapping->key != NULL)
    {
      json_builder_set_member_name (builder, "key");
      json_builder_begin_array (builder);
      for (char **heading = mapping->key; *heading != NULL; heading++)
        json_builder_add_string_value (builder, *heading);
      json_builder_end_array (builder);
    }
  json_builder_set_member_name (builder, "decimal");
  json_builder_add_string_value (builder, mapping->decimal == DAYBOOK_DECIMAL_COMMA ? "," : ".");
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}

gboolean
daybook_mapping_save (DaybookMapping  *mapping,
                      const char      *path,
                      GError         **error)
{
  g_autofree char *json = daybook_mapping_to_json (mapping);
  g_autoptr(DaybookNewFile) file = daybook_new_file_create (path, error);

  if (file == NULL)
    return FALSE;

  daybook_new_file_write (file, json, strlen (json));
  daybook_new_file_write (file, "\n", 1);
  return daybook_new_file_keep (file, error);
}

const char *
daybook_mapping_get_platform (DaybookMapping *mapping)
{
  return mapping->platform;
}

static void
require_columns (DaybookMapping *mapping,
                 DaybookForm    *form,
                 gboolean        has_number)
{
  g_autoptr(GPtrArray) required = g_ptr_array_new ();

  for (char **heading = has_number ? NULL : mapping->key; heading != NULL && *heading != NULL; heading++)
    g_ptr_array_add (required, daybook_clean_fold (*heading));
  for (guint i = 0; has_number && i < mapping->columns->len; i++)
    {
      const Column *column = g_ptr_array_index (mapping->columns, i);

      if (g_str_equal (column->field, NUMBER))
        g_ptr_array_add (required, daybook_clean_fold (column->heading));
    }

  g_ptr_array_add (required, NULL);
  form->required = (char **) g_ptr_array_steal (required, NULL);
  if (!has_number)
    form->key = g_strdupv (form->required);
}

static void
choose_by_sign (DaybookForm    *form,
                DaybookTestKind sign,
                guint           field,
                gint64          value)
{
  DaybookTest *test = g_new0 (DaybookTest, 1);
  DaybookChoice *choice = daybook_form_add_choice (form, field, value);

  test->target = (DaybookTarget) { DAYBOOK_TARGET_ENTRY, DAYBOOK_PAYMENT_AMOUNT };
  test->kind = sign;
  g_ptr_array_add (choice->tests, test);
}

/* Where no column says which way the money went, its sign does; and a list without a word of
 * how it stands is of money that has moved. */
static void
settle_payments (DaybookMapping *mapping,
                 DaybookForm    *form)
{
  if (daybook_mapping_get (mapping, "kind") == NULL)
    {
      choose_by_sign (form, DAYBOOK_TEST_POSITIVE, DAYBOOK_PAYMENT_KIND, DAYBOOK_PAYMENT_RECEIVED);
      choose_by_sign (form, DAYBOOK_TEST_NEGATIVE, DAYBOOK_PAYMENT_KIND, DAYBOOK_PAYMENT_SPENT);
    }
  if (daybook_mapping_get (mapping, "stage") == NULL && daybook_mapping_get (mapping, "status") == NULL)
    {
      choose_by_sign (form, DAYBOOK_TEST_POSITIVE, DAYBOOK_PAYMENT_STAGE, DAYBOOK_PAYMENT_DONE);
      choose_by_sign (form, DAYBOOK_TEST_NEGATIVE, DAYBOOK_PAYMENT_STAGE, DAYBOOK_PAYMENT_DONE);
    }
}

/* What follows for rows of this kind from the columns that there are. */
static void
settle_kind (DaybookMapping *mapping,
             DaybookForm    *form)
{
  if (form->table == &daybook_stocks && daybook_mapping_get (mapping, "place") != NULL)
    form->apart = G_GUINT64_CONSTANT (1) << DAYBOOK_STOCK_PLACE;
  else if (form->table == &daybook_payments)
    settle_payments (mapping, form);
}

static gboolean
refuse_numberless (DaybookMapping  *mapping,
                   GError         **error)
{
  if (mapping->table == NULL)
    return daybook_refuse (error, _("The mapping names neither the column of the order number nor columns that together "
                                    "identify a row. Choose one or the other."));

  /* Translators: of a table of reviews, payments or stock. The number is that of a review, a payment or an SKU. */
  return daybook_refuse (error, _("The mapping names neither the column of the rows’ numbers nor columns that together "
                                  "identify a row. Choose one or the other."));
}

DaybookForm *
daybook_mapping_to_form (DaybookMapping  *mapping,
                         GError         **error)
{
  g_autoptr(DaybookForm) form = daybook_form_new (mapping->kind);
  gboolean has_number = daybook_mapping_get (mapping, NUMBER) != NULL;
  DaybookTarget target;

  if (!has_number && mapping->key == NULL)
    {
      refuse_numberless (mapping, error);
      return NULL;
    }

  for (guint i = 0; i < mapping->columns->len; i++)
    {
      const Column *column = g_ptr_array_index (mapping->columns, i);
      const char *headings[] = { column->heading, NULL };

      daybook_target_parse (column->field, mapping->table, NULL, &target);
      daybook_source_add_part (daybook_form_add_source (form, target), headings);
    }

  form->decimal = mapping->decimal;
  require_columns (mapping, form, has_number);
  settle_kind (mapping, form);
  return g_steal_pointer (&form);
}

static gboolean
has_heading (const char        *heading,
             const char *const *headings,
             guint              n_headings)
{
  g_autofree char *wanted = daybook_clean_fold (heading);

  for (guint i = 0; i < n_headings; i++)
    {
      g_autofree char *folded = daybook_clean_fold (headings[i]);

      if (g_str_equal (folded, wanted))
        return TRUE;
    }

  return FALSE;
}

const char *
daybook_mapping_find_missing (DaybookMapping    *mapping,
                              const char *const *headings,
                              guint              n_headings)
{
  for (guint i = 0; i < mapping->columns->len; i++)
    {
      const Column *column = g_ptr_array_index (mapping->columns, i);

      if (!has_heading (column->heading, headings, n_headings))
        return column->heading;
    }
  for (char **heading = mapping->key; heading != NULL && *heading != NULL; heading++)
    if (!has_heading (*heading, headings, n_headings))
      return *heading;

  return NULL;
}

char *
daybook_mapping_setting_key (guint64 fingerprint)
{
  return g_strdup_printf (SETTING_PREFIX "%016" G_GINT64_MODIFIER "x", fingerprint);
}

gboolean
daybook_mapping_is_setting (const char *key)
{
  return g_str_has_prefix (key, SETTING_PREFIX);
}

void
daybook_unknown_table_free (DaybookUnknownTable *table)
{
  g_strfreev (table->headings);
  g_strfreev (table->examples);
  g_clear_pointer (&table->rows, g_ptr_array_unref);
  g_free (table->why);
  g_free (table);
}
