/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/register-private.h"

#include "core/fields.h"
#include "core/json.h"

#include <string.h>

#define LONGEST_SPAN (366 * 24 * 60 * 60)

G_DEFINE_FINAL_TYPE (DaybookRegister, daybook_register, G_TYPE_OBJECT)

/* --- What a shop has said ---------------------------------------------------- */

static gboolean
check_changes (const char  *text,
               GError     **error)
{
  g_autoptr(JsonNode) node = daybook_json_read (text, -1, NULL);

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return TRUE;

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT,
                       _("This is no register’s definition: it is not written as JSON is. Take a file that “register export” has made."));
  return FALSE;
}

static const DaybookField FIELDS[] = {
  [DAYBOOK_REGISTER_DELETED] = DELETED_FIELD,
  [DAYBOOK_REGISTER_KEY] = { "key", N_("Key"), TEXT (APPEND_ONLY), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_REGISTER_CHANGES] = { "changes", N_("Definition"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_MULTILINE, .check = check_changes },
  [DAYBOOK_REGISTER_USED] = { "used", N_("Used"), ENUM (REGISTER, daybook_answer_words) },
};

const DaybookTable daybook_registers = {
  "register", "registers", N_("Register"), N_("Registers"),
  FIELDS, G_N_ELEMENTS (FIELDS), -1, DAYBOOK_REGISTER_KEY, -1,
};

void
daybook_register_row_id (DaybookId  *id,
                         const char *key)
{
  daybook_id_derive (id, daybook_registers.kind, &key, 1);
}

/* --- Spans --------------------------------------------------------------- */

gboolean
daybook_span_parse (const char *text,
                    guint      *seconds)
{
  static const struct
  {
    const char *unit;
    guint       seconds;
  } UNITS[] = { { "min", 60 }, { "h", 60 * 60 }, { "d", 24 * 60 * 60 } };
  char *end;
  guint64 number = g_ascii_strtoull (text, &end, 10);

  if (!g_ascii_isdigit (*text) || number == 0 || number > LONGEST_SPAN)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (UNITS); i++)
    if (g_str_equal (end, UNITS[i].unit) && number * UNITS[i].seconds <= LONGEST_SPAN)
      {
        *seconds = (guint) number * UNITS[i].seconds;
        return TRUE;
      }

  return FALSE;
}

char *
daybook_span_print (guint seconds)
{
  const guint hour = 60 * 60, day = 24 * hour;

  if (seconds % day == 0 && seconds > day)
    return g_strdup_printf ("%ud", seconds / day);

  return seconds % hour == 0 ? g_strdup_printf ("%uh", seconds / hour) : g_strdup_printf ("%umin", seconds / 60);
}

/* --- Parts --------------------------------------------------------------- */

static void
free_option (gpointer data)
{
  DaybookOption *option = data;

  g_free (option->key);
  g_free (option->label);
  g_free (option);
}

GPtrArray *
daybook_options_new (void)
{
  return g_ptr_array_new_with_free_func (free_option);
}

const DaybookOption *
daybook_option_find (GPtrArray  *choices,
                     const char *key)
{
  for (guint i = 0; choices != NULL && i < choices->len; i++)
    {
      const DaybookOption *option = g_ptr_array_index (choices, i);

      if (g_str_equal (option->key, key))
        return option;
    }

  return NULL;
}

static void
free_field (gpointer data)
{
  DaybookRegisterField *field = data;

  g_free (field->key);
  g_free (field->label);
  g_free (field->help);
  g_free (field->target);
  g_clear_pointer (&field->choices, g_ptr_array_unref);
  g_free (field);
}

static void
free_stage (gpointer data)
{
  DaybookStageRule *stage = data;

  g_free (stage->key);
  g_free (stage->label);
  g_clear_pointer (&stage->step, g_ptr_array_unref);
  g_clear_pointer (&stage->required, g_ptr_array_unref);
  g_free (stage);
}

static void
free_part (gpointer data)
{
  DaybookPrintPart *part = data;

  g_free (part->heading);
  g_strfreev (part->fields);
  g_free (part);
}

/* --- The register ---------------------------------------------------------- */

static void
finalize (GObject *object)
{
  DaybookRegister *self = DAYBOOK_REGISTER (object);

  g_free (self->key);
  g_free (self->prefix);
  g_free (self->title);
  g_free (self->label);
  g_free (self->help);
  g_free (self->icon);
  g_free (self->color);
  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->stages);
  g_ptr_array_unref (self->reasons);
  g_ptr_array_unref (self->causes);
  g_ptr_array_unref (self->respond);
  g_ptr_array_unref (self->resolve);
  daybook_register_clear_when (&self->call_first.when);
  g_strfreev (self->call_first.questions);
  g_strfreev (self->questions);
  g_strfreev (self->words);
  g_strfreev (self->columns);
  g_ptr_array_unref (self->print);
  daybook_register_clear_roles (self);
  g_clear_pointer (&self->birth, daybook_birth_free);

  G_OBJECT_CLASS (daybook_register_parent_class)->finalize (object);
}

static void
daybook_register_class_init (DaybookRegisterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
}

static void
daybook_register_init (DaybookRegister *self)
{
  self->fields = g_ptr_array_new_with_free_func (free_field);
  self->stages = g_ptr_array_new_with_free_func (free_stage);
  self->reasons = daybook_options_new ();
  self->causes = daybook_options_new ();
  self->respond = g_ptr_array_new ();
  self->resolve = g_ptr_array_new ();
  self->print = g_ptr_array_new_with_free_func (free_part);
  daybook_register_init_roles (self);
}

DaybookRegister *
daybook_register_new (void)
{
  return g_object_new (DAYBOOK_TYPE_REGISTER, NULL);
}

const char *
daybook_register_get_key (DaybookRegister *self)
{
  return self->key;
}

const char *
daybook_register_get_prefix (DaybookRegister *self)
{
  return self->prefix;
}

const char *
daybook_register_get_title (DaybookRegister *self)
{
  return self->title;
}

const char *
daybook_register_get_label (DaybookRegister *self)
{
  return self->label;
}

const char *
daybook_register_get_help (DaybookRegister *self)
{
  return self->help;
}

const char *
daybook_register_get_icon (DaybookRegister *self)
{
  return self->icon;
}

const char *
daybook_register_get_color (DaybookRegister *self)
{
  return self->color;
}

gboolean
daybook_register_is_first (DaybookRegister *self)
{
  return self->first;
}

guint
daybook_register_get_n_fields (DaybookRegister *self)
{
  return self->fields->len;
}

const DaybookRegisterField *
daybook_register_get_field (DaybookRegister *self,
                            guint            i)
{
  g_return_val_if_fail (i < self->fields->len, NULL);

  return g_ptr_array_index (self->fields, i);
}

const DaybookRegisterField *
daybook_register_find_field (DaybookRegister *self,
                             const char      *key)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const DaybookRegisterField *field = g_ptr_array_index (self->fields, i);

      if (g_str_equal (field->key, key))
        return field;
    }

  return NULL;
}

guint
daybook_register_get_n_stages (DaybookRegister *self)
{
  return self->stages->len;
}

const DaybookStageRule *
daybook_register_get_stage (DaybookRegister *self,
                            guint            i)
{
  g_return_val_if_fail (i < self->stages->len, NULL);

  return g_ptr_array_index (self->stages, i);
}

int
daybook_register_find_stage (DaybookRegister *self,
                             const char      *key)
{
  for (guint i = 0; i < self->stages->len; i++)
    {
      const DaybookStageRule *stage = g_ptr_array_index (self->stages, i);

      if (g_str_equal (stage->key, key))
        return (int) i;
    }

  return -1;
}

guint
daybook_register_get_start (DaybookRegister *self)
{
  return self->start;
}

gboolean
daybook_register_may_move (DaybookRegister *self,
                           guint            from,
                           guint            to)
{
  const DaybookStageRule *stage = daybook_register_get_stage (self, from);
  const DaybookStageRule *goal = daybook_register_get_stage (self, to);

  return stage != NULL && goal != NULL && !goal->retired && (stage->moves >> to & 1) != 0;
}

GPtrArray *
daybook_register_get_reasons (DaybookRegister *self)
{
  return self->reasons;
}

GPtrArray *
daybook_register_get_causes (DaybookRegister *self)
{
  return self->causes;
}

GPtrArray *
daybook_register_get_respond (DaybookRegister *self)
{
  return self->respond;
}

GPtrArray *
daybook_register_get_resolve (DaybookRegister *self)
{
  return self->resolve;
}

gboolean
daybook_register_may_assign (DaybookRegister *self,
                             DaybookRole      role)
{
  return (self->roles >> role & 1) != 0;
}

DaybookCallBackWhen
daybook_register_get_call_back (DaybookRegister   *self,
                                DaybookCallBackBy *by,
                                guint             *after)
{
  *by = self->call_back_by;
  *after = self->call_back_after;
  return self->call_back_when;
}

const DaybookCallFirst *
daybook_register_get_call_first (DaybookRegister *self)
{
  return self->call_first.within > 0 ? &self->call_first : NULL;
}

const char *const *
daybook_register_get_names (DaybookRegister *self)
{
  return (const char *const *) self->words;
}

const char *const *
daybook_register_get_questions (DaybookRegister *self)
{
  return (const char *const *) self->questions;
}

const char *const *
daybook_register_get_columns (DaybookRegister *self)
{
  return (const char *const *) self->columns;
}

GPtrArray *
daybook_register_get_print (DaybookRegister *self)
{
  return self->print;
}

const DaybookBirth *
daybook_register_get_birth (DaybookRegister *self)
{
  return self->birth;
}

gboolean
daybook_register_has_goods (DaybookRegister *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (((const DaybookRegisterField *) g_ptr_array_index (self->fields, i))->input == DAYBOOK_INPUT_LINES)
      return TRUE;

  return FALSE;
}
