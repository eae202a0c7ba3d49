/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/register-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Whether a definition hangs together, once all of it was read. */

/* Fields that the register has, or that every case has. */
static gboolean
is_field (DaybookRegister *self,
          const char      *name)
{
  return daybook_register_find_field (self, name) != NULL || daybook_table_field (&daybook_cases, name) > DAYBOOK_FIELD_DELETED;
}

static void
check_names (DaybookRegister     *self,
             DaybookRegisterRead *read,
             JsonObject          *object,
             const char          *member,
             char               **names)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (!is_field (self, names[i]))
      daybook_register_wrong (read, object, member,
                              g_strdup_printf (_("“%s” names “%s”, which is no field"), member, names[i]));
}

/* The words of a field that answers yes or no, or of one that every case has. (nullable) */
static const DaybookWord *
fixed_words (const DaybookRegisterField *own,
             const char                 *name)
{
  int every = daybook_table_field (&daybook_cases, name);

  if (own != NULL)
    return own->input == DAYBOOK_INPUT_YES_NO ? daybook_answer_words : NULL;

  return every > DAYBOOK_FIELD_DELETED ? daybook_cases.fields[every].words : NULL;
}

/* A condition is about a field that has words, and about words that it has. */
static void
check_when (DaybookRegister     *self,
            DaybookRegisterRead *read,
            JsonObject          *object,
            const char          *member,
            const DaybookWhen   *when)
{
  if (when->field == NULL)
    return;

  const DaybookRegisterField *own = daybook_register_find_field (self, when->field);
  const DaybookWord *fixed = fixed_words (own, when->field);

  if (fixed == NULL && (own == NULL || own->choices == NULL))
    {
      daybook_register_wrong (read, object, member,
                              g_strdup_printf (_("“when” names “%s”, which is no field with choices"), when->field));
      return;
    }
  for (char **word = when->words; *word != NULL; word++)
    if (fixed != NULL ? daybook_word_index (fixed, *word) < 0 : daybook_option_find (own->choices, *word) == NULL)
      daybook_register_wrong (read, object, member,
                              g_strdup_printf (_("“when” names “%s”, which is no choice of “%s”"), *word, when->field));
}

static void
check_requires (DaybookRegister     *self,
                DaybookRegisterRead *read,
                JsonObject          *stage,
                GPtrArray           *requirements)
{
  for (guint i = 0; i < requirements->len; i++)
    {
      const DaybookRequirement *requirement = g_ptr_array_index (requirements, i);

      check_names (self, read, stage, "requires", requirement->fields);
      check_when (self, read, stage, "requires", &requirement->when);
    }
}

static void
check_limits (DaybookRegister     *self,
              DaybookRegisterRead *read,
              JsonObject          *object,
              const char          *member,
              GPtrArray           *limits)
{
  for (guint i = 0; i < limits->len; i++)
    check_when (self, read, object, member, &((const DaybookLimit *) g_ptr_array_index (limits, i))->when);
}

gboolean
daybook_register_is_courier (DaybookRegister *self,
                             const char      *name)
{
  g_autofree char *parcel = g_str_has_suffix (name, DAYBOOK_COURIER_SUFFIX)
    ? g_strndup (name, strlen (name) - strlen (DAYBOOK_COURIER_SUFFIX)) : NULL;
  const DaybookRegisterField *field = parcel != NULL ? daybook_register_find_field (self, parcel) : NULL;

  return field != NULL && field->input == DAYBOOK_INPUT_PARCEL;
}

static void
check_fields (DaybookRegister     *self,
              DaybookRegisterRead *read,
              JsonObject          *root)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const DaybookRegisterField *field = g_ptr_array_index (self->fields, i);

      if (g_str_equal (field->key, "id") || g_str_equal (field->key, "kind") || g_str_equal (field->key, "title"))
        daybook_register_wrong (read, json_object_get_object_member (root, "fields"), field->key,
                                g_strdup_printf (_("“%s” is what every row has: call this field otherwise"), field->key));
      if (daybook_table_field (&daybook_cases, field->key) >= 0)
        daybook_register_wrong (read, json_object_get_object_member (root, "fields"), field->key,
                                g_strdup_printf (_("“%s” is a field that every case has: call this one otherwise"), field->key));
      if (daybook_register_is_courier (self, field->key))
        daybook_register_wrong (read, json_object_get_object_member (root, "fields"), field->key,
                                g_strdup_printf (_("“%s” is the courier of a parcel: call this field otherwise"), field->key));
    }
}

static guint64
in_use (DaybookRegister *self)
{
  guint64 stages = 0;

  for (guint i = 0; i < self->stages->len; i++)
    if (!((const DaybookStageRule *) g_ptr_array_index (self->stages, i))->retired)
      stages |= G_GUINT64_CONSTANT (1) << i;

  return stages;
}

/* The stages that can be reached from those in `from`, those among them. No case comes to one that
 * is retired. */
static guint64
reach (DaybookRegister *self,
       guint64          from)
{
  guint64 used = in_use (self);
  guint64 reached = from, before = 0;

  while (reached != before)
    {
      before = reached;
      for (guint i = 0; i < self->stages->len; i++)
        if ((before >> i & 1) != 0)
          reached |= ((const DaybookStageRule *) g_ptr_array_index (self->stages, i))->moves & used;
    }
  return reached;
}

static guint64
ends_of (DaybookRegister *self)
{
  guint64 ends = 0;

  for (guint i = 0; i < self->stages->len; i++)
    {
      const DaybookStageRule *stage = g_ptr_array_index (self->stages, i);

      if (stage->ends && !stage->retired)
        ends |= G_GUINT64_CONSTANT (1) << i;
    }
  return ends;
}

/* A case comes to each stage that is in use, and from each, also a retired one, to an end. */
static void
check_stages (DaybookRegister     *self,
              DaybookRegisterRead *read,
              JsonObject          *root)
{
  JsonObject *stages = json_object_get_object_member (root, "stages");
  guint64 reached = reach (self, G_GUINT64_CONSTANT (1) << self->start);
  guint64 ends = ends_of (self);

  for (guint i = 0; i < self->stages->len; i++)
    {
      const DaybookStageRule *stage = g_ptr_array_index (self->stages, i);

      check_requires (self, read, json_object_get_object_member (stages, stage->key), stage->required);
      check_limits (self, read, json_object_get_object_member (stages, stage->key), "step", stage->step);
      if (!stage->retired && (reached >> i & 1) == 0)
        daybook_register_wrong (read, stages, stage->key, g_strdup_printf (_("no case can come to the stage “%s”"), stage->label));
      if ((reach (self, G_GUINT64_CONSTANT (1) << i) & ends) == 0)
        daybook_register_wrong (read, stages, stage->key,
                                g_strdup_printf (_("from the stage “%s” no case can be closed"), stage->label));
    }
  if (((const DaybookStageRule *) g_ptr_array_index (self->stages, self->start))->retired)
    daybook_register_wrong (read, root, "start", g_strdup (_("new cases begin in a retired stage")));
}

void
daybook_register_check (DaybookRegister     *self,
                        DaybookRegisterRead *read,
                        JsonObject          *root)
{
  JsonObject *parts = self->print->len > 0 ? json_object_get_object_member (root, "print") : NULL;
  g_auto(GStrv) keys = daybook_register_keys (root, "print");

  check_fields (self, read, root);
  check_stages (self, read, root);
  check_limits (self, read, root, "respond", self->respond);
  check_limits (self, read, root, "resolve", self->resolve);
  check_when (self, read, root, "call_first", &self->call_first.when);
  check_names (self, read, root, "columns", self->columns);
  daybook_register_check_roles (self, read, root);
  daybook_register_check_birth (self, read, root);
  for (guint i = 0; keys[i] != NULL; i++)
    check_names (self, read, json_object_get_object_member (parts, keys[i]), "fields",
                 ((DaybookPrintPart *) g_ptr_array_index (self->print, i))->fields);
}
