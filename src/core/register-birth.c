/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/register-private.h"

#include "core/birth.h"
#include "core/entry.h"

#include <glib/gi18n-lib.h>

/* What a definition says of rows that become cases: reading it, and whether it hangs together. */

static void
free_choice (gpointer data)
{
  DaybookBirthChoice *choice = data;

  g_free (choice->word);
  g_strfreev (choice->texts);
  g_free (choice);
}

static void
free_field (gpointer data)
{
  DaybookBirthField *field = data;

  g_free (field->field);
  g_strfreev (field->from);
  g_clear_pointer (&field->choices, g_ptr_array_unref);
  g_free (field);
}

static void
free_stage (gpointer data)
{
  DaybookBirthStage *stage = data;

  g_free (stage->field);
  g_free (stage->word);
  g_free (stage);
}

void
daybook_birth_free (DaybookBirth *birth)
{
  daybook_register_clear_when (&birth->when);
  g_ptr_array_unref (birth->fields);
  g_ptr_array_unref (birth->stages);
  g_free (birth->closed);
  g_free (birth);
}

/* --- Reading: fields ----------------------------------------------------------- */

/* One name, or a list of them. (transfer full) */
static char **
read_names (DaybookRegisterRead *read,
            JsonObject          *object,
            const char          *member)
{
  JsonNode *node = json_object_get_member (object, member);
  const char *one = node != NULL ? daybook_register_element (node) : NULL;

  return one != NULL ? g_strsplit (one, "\n", 1) : daybook_register_texts (read, object, member);
}

static void
read_choice (DaybookRegisterRead *read,
             JsonObject          *all,
             const char          *key,
             gpointer             data)
{
  DaybookBirthChoice *choice = g_new0 (DaybookBirthChoice, 1);

  choice->word = g_strdup (key);
  choice->texts = daybook_register_texts (read, all, key);
  g_ptr_array_add (data, choice);
}

/* "FIELD": "NAME", or a list of names; with `is` an object that also has the words. */
static void
read_field (DaybookRegisterRead *read,
            JsonObject          *all,
            const char          *key,
            gpointer             data)
{
  JsonNode *node = json_object_get_member (all, key);
  DaybookBirthField *field = g_new0 (DaybookBirthField, 1);

  field->field = g_strdup (key);
  g_ptr_array_add (data, field);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      field->from = read_names (read, all, key);
      return;
    }

  field->from = read_names (read, json_node_get_object (node), "from");
  field->choices = g_ptr_array_new_with_free_func (free_choice);
  daybook_register_each (read, json_node_get_object (node), "is", DAYBOOK_MEMBER_REQUIRED, read_choice, field->choices);
}

/* --- Reading: stages ------------------------------------------------------------- */

typedef struct
{
  DaybookRegister *self;
  GPtrArray       *stages;
} Stages;

static void
read_stages (DaybookRegisterRead *read,
             JsonObject          *all,
             const char          *key,
             gpointer             data)
{
  const Stages *into = data;
  JsonObject *words = daybook_register_object (read, all, key, DAYBOOK_MEMBER_REQUIRED);
  JsonObjectIter iter;
  const char *word;

  if (words == NULL)
    return;

  json_object_iter_init_ordered (&iter, words);
  while (json_object_iter_next_ordered (&iter, &word, NULL))
    {
      const char *name = daybook_register_text (read, words, word, DAYBOOK_MEMBER_REQUIRED);
      int place = name != NULL ? daybook_register_find_stage (into->self, name) : 0;
      DaybookBirthStage *stage = g_new0 (DaybookBirthStage, 1);

      *stage = (DaybookBirthStage) { g_strdup (key), g_strdup (word), (guint) MAX (0, place) };
      g_ptr_array_add (into->stages, stage);
      if (place < 0)
        daybook_register_wrong (read, words, word, g_strdup_printf (_("“stages” names “%s”, which is no stage"), name));
    }
}

/* --- Checking ---------------------------------------------------------------------- */

typedef struct
{
  DaybookType         type;
  gboolean            chosen; /* one of words */
  GPtrArray          *choices; /* DaybookOption; NULL: `words` */
  const DaybookWord  *words;
} Place;

/* What of the case a row may fill: its own fields, and those of every case that people fill in. */
static gboolean
find_place (DaybookRegister *self,
            const char      *name,
            Place           *place)
{
  const DaybookRegisterField *own = daybook_register_find_field (self, name);
  int every = daybook_table_field (&daybook_cases, name);

  *place = (Place) { .type = DAYBOOK_TYPE_TEXT };
  if (daybook_register_is_courier (self, name))
    return TRUE;
  if (own == NULL && (every < 0 || daybook_case_field_follows ((guint) every)))
    return FALSE;
  if (own != NULL)
    {
      place->type = daybook_register_field_type (own);
      place->choices = own->choices;
      place->words = own->input == DAYBOOK_INPUT_YES_NO ? daybook_answer_words : NULL;
      place->chosen = own->choices != NULL || place->words != NULL;
      return own->input != DAYBOOK_INPUT_LINES && own->input != DAYBOOK_INPUT_PHOTOS && place->type != DAYBOOK_TYPE_REF;
    }

  place->type = daybook_cases.fields[every].type;
  place->words = daybook_cases.fields[every].words;
  place->choices = every == DAYBOOK_CASE_REASON ? self->reasons : every == DAYBOOK_CASE_CAUSE ? self->causes : NULL;
  place->chosen = place->choices != NULL || place->words != NULL;
  return place->type != DAYBOOK_TYPE_REF && daybook_cases.fields[every].field_class != DAYBOOK_CLASS_APPEND_ONLY;
}

static gboolean
has_word (const Place *place,
          const char  *word)
{
  return place->choices != NULL ? daybook_option_find (place->choices, word) != NULL : daybook_word_index (place->words, word) >= 0;
}

/* FALSE: it is wrong, and that was said. */
static gboolean
check_from (const DaybookBirth      *birth,
            const DaybookBirthField *field,
            DaybookRegisterRead     *read,
            JsonObject              *object)
{
  if (field->from[0] == NULL)
    daybook_register_wrong (read, object, field->field, g_strdup_printf (_("“%s” names no field of the row"), field->field));
  for (char **from = field->from; *from != NULL; from++)
    if (daybook_table_field (birth->rows, *from) <= DAYBOOK_FIELD_DELETED)
      daybook_register_wrong (read, object, field->field,
                              /* Translators: two names of fields: of the case, of the row. */
                              g_strdup_printf (_("“%s” is filled from “%s”, which is no field of such a row"), field->field, *from));
  return read->wrong == NULL;
}

/* What is taken as it is is of one kind with where it goes. */
static gboolean
suits (const DaybookBirth      *birth,
       const DaybookBirthField *field,
       const Place             *place)
{
  if (place->chosen)
    return FALSE;
  for (char **from = field->from; *from != NULL; from++)
    if (birth->rows->fields[daybook_table_field (birth->rows, *from)].type != place->type)
      return FALSE;

  return field->from[1] == NULL || place->type == DAYBOOK_TYPE_TEXT;
}

static void
check_field (DaybookRegister         *self,
             const DaybookBirth      *birth,
             const DaybookBirthField *field,
             DaybookRegisterRead     *read,
             JsonObject              *object)
{
  Place place;

  if (!find_place (self, field->field, &place))
    daybook_register_wrong (read, object, field->field, g_strdup_printf (_("“%s” is no field that a row fills"), field->field));
  else if (!check_from (birth, field, read, object))
    return;
  else if (field->choices == NULL && !suits (birth, field, &place))
    daybook_register_wrong (read, object, field->field, g_strdup_printf (_("“%s” cannot take what stands there"), field->field));
  else if (field->choices != NULL && !place.chosen)
    daybook_register_wrong (read, object, field->field, g_strdup_printf (_("“%s” is no field with choices"), field->field));

  for (guint i = 0; field->choices != NULL && place.chosen && i < field->choices->len; i++)
    {
      const DaybookBirthChoice *choice = g_ptr_array_index (field->choices, i);

      if (!has_word (&place, choice->word))
        daybook_register_wrong (read, object, field->field,
                                g_strdup_printf (_("“%s” has no choice “%s”"), field->field, choice->word));
    }
}

static gboolean
is_time (const DaybookTable *table,
         const char         *name)
{
  int field = daybook_table_field (table, name);

  return field >= 0 && table->fields[field].type == DAYBOOK_TYPE_TIME;
}

/* A word of an enumeration is one of its words. */
static gboolean
is_word_of (const DaybookTable *table,
            const char         *name,
            const char         *word)
{
  int field = daybook_table_field (table, name);

  return field > DAYBOOK_FIELD_DELETED
         && (table->fields[field].words == NULL || g_str_equal (word, DAYBOOK_BIRTH_ANYTHING)
             || daybook_field_word (&table->fields[field], word) >= 0);
}

static void
check_words (const DaybookBirth  *birth,
             DaybookRegisterRead *read,
             JsonObject          *object)
{
  for (char **word = birth->when.words; word != NULL && *word != NULL; word++)
    if (!is_word_of (birth->rows, birth->when.field, *word))
      daybook_register_wrong (read, object, "when", g_strdup_printf (_("no such row has “%s” in “%s”"), *word, birth->when.field));
  for (guint i = 0; i < birth->stages->len; i++)
    {
      const DaybookBirthStage *stage = g_ptr_array_index (birth->stages, i);

      if (!is_word_of (birth->rows, stage->field, stage->word))
        daybook_register_wrong (read, object, "stages",
                                /* Translators: a word, and the name of a field of the row. */
                                g_strdup_printf (_("no such row has “%s” in “%s”"), stage->word, stage->field));
    }
  if (birth->closed != NULL && !is_time (birth->rows, birth->closed))
    daybook_register_wrong (read, object, "closed", g_strdup_printf (_("“closed” is “%s”, which is no time of such a row"), birth->closed));
}

/* --- The whole --------------------------------------------------------------------- */

/* Rows that know an order by its number. NULL: there are none of that kind, and it was said. */
static const DaybookTable *
read_rows (DaybookRegisterRead *read,
           JsonObject          *object)
{
  const char *kind = daybook_register_text (read, object, "rows", DAYBOOK_MEMBER_REQUIRED);
  const DaybookTable *table = kind != NULL ? daybook_registry_find (kind) : NULL;
  DaybookEntryFields fields;

  if (table != NULL && daybook_entry_fields (table, &fields) && fields.order_number >= 0)
    return table;

  if (kind != NULL)
    daybook_register_wrong (read, object, "rows", g_strdup_printf (_("“rows” is “%s”: no case is born of such rows"), kind));
  return NULL;
}

DaybookBirth *
daybook_register_read_birth (DaybookRegisterRead *read,
                             JsonObject          *root,
                             DaybookRegister     *self)
{
  JsonObject *object = daybook_register_object (read, root, "born_from", DAYBOOK_MEMBER_OPTIONAL);
  const DaybookTable *rows = object != NULL ? read_rows (read, object) : NULL;
  DaybookBirth *birth;

  if (rows == NULL)
    return NULL;

  birth = g_new0 (DaybookBirth, 1);
  birth->rows = rows;
  birth->fields = g_ptr_array_new_with_free_func (free_field);
  birth->stages = g_ptr_array_new_with_free_func (free_stage);
  birth->by_itself = !json_object_has_member (object, "by_itself") || daybook_register_flag (read, object, "by_itself");
  birth->closed = g_strdup (daybook_register_text (read, object, "closed", DAYBOOK_MEMBER_OPTIONAL));
  daybook_register_read_when (read, object, &birth->when);
  daybook_register_each (read, object, "fields", DAYBOOK_MEMBER_OPTIONAL, read_field, birth->fields);
  daybook_register_each (read, object, "stages", DAYBOOK_MEMBER_OPTIONAL, read_stages, &(Stages) { self, birth->stages });
  return birth;
}

void
daybook_register_check_birth (DaybookRegister     *self,
                              DaybookRegisterRead *read,
                              JsonObject          *root)
{
  const DaybookBirth *birth = self->birth;
  JsonObject *object = birth != NULL ? json_object_get_object_member (root, "born_from") : NULL;

  if (birth == NULL)
    return;

  check_words (birth, read, object);
  for (guint i = 0; i < birth->fields->len && read->wrong == NULL; i++)
    check_field (self, birth, g_ptr_array_index (birth->fields, i), read, json_object_get_object_member (object, "fields"));
}
