/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/register-private.h"

#include "core/intern.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A register's cases as a table of the record registry: the fields of every case, and its own. */

/* A word for each choice, retired ones too: cases keep them. They live for good. */
static const DaybookWord *
make_words (GPtrArray *options)
{
  DaybookWord *words = g_new0 (DaybookWord, options->len + 1);

  for (guint i = 0; i < options->len; i++)
    {
      const DaybookOption *option = g_ptr_array_index (options, i);

      words[i] = (DaybookWord) { daybook_intern (option->key), NULL, daybook_intern (option->label), NULL };
    }
  return words;
}

/* For whom a case in the stage waits, by DaybookWaits. */
static const char *const TONES[] = { "shop", "customer", "courier", "platform", "department", "nobody" };

static const DaybookWord *
make_stage_words (DaybookRegister *self)
{
  DaybookWord *words = g_new0 (DaybookWord, self->stages->len + 1);

  for (guint i = 0; i < self->stages->len; i++)
    {
      const DaybookStageRule *stage = g_ptr_array_index (self->stages, i);

      words[i] = (DaybookWord) { daybook_intern (stage->key), NULL, daybook_intern (stage->label),
                                 stage->ends ? "end" : TONES[stage->waits] };
    }
  return words;
}

/* What is covered is not found out by searching, digit by digit. */
static DaybookFieldFlags
searched (const DaybookRegisterField *own)
{
  return own->mask == DAYBOOK_MASK_NONE || own->mask == DAYBOOK_MASK_NAME ? DAYBOOK_FIELD_SEARCH : DAYBOOK_FIELD_PLAIN;
}

static DaybookFieldFlags
flags_of (const DaybookRegisterField *own)
{
  DaybookFieldFlags flags = own->retired ? DAYBOOK_FIELD_HIDDEN : DAYBOOK_FIELD_PLAIN;

  switch (own->input)
    {
    case DAYBOOK_INPUT_TEXT:
      return flags | searched (own) | (own->mask == DAYBOOK_MASK_NAME ? DAYBOOK_FIELD_PERSON : DAYBOOK_FIELD_PLAIN);
    case DAYBOOK_INPUT_LONG_TEXT:
      return flags | searched (own) | DAYBOOK_FIELD_MULTILINE;
    case DAYBOOK_INPUT_PARCEL:
      return flags | DAYBOOK_FIELD_NUMBER;
    case DAYBOOK_INPUT_STARS:
      return flags | DAYBOOK_FIELD_STARS;
    default:
      return flags;
    }
}

DaybookType
daybook_register_field_type (const DaybookRegisterField *own)
{
  switch (own->input)
    {
    case DAYBOOK_INPUT_MONEY:
      return DAYBOOK_TYPE_MONEY;
    case DAYBOOK_INPUT_NUMBER:
    case DAYBOOK_INPUT_STARS:
      return DAYBOOK_TYPE_INT;
    case DAYBOOK_INPUT_DATE:
      return DAYBOOK_TYPE_DATE;
    case DAYBOOK_INPUT_TIME:
      return DAYBOOK_TYPE_TIME;
    case DAYBOOK_INPUT_CHOICE:
      return DAYBOOK_TYPE_CHOICE;
    case DAYBOOK_INPUT_CHOICES:
      return DAYBOOK_TYPE_CHOICES;
    case DAYBOOK_INPUT_YES_NO:
      return DAYBOOK_TYPE_ENUM;
    case DAYBOOK_INPUT_PERSON:
    case DAYBOOK_INPUT_LINK:
      return DAYBOOK_TYPE_REF;
    case DAYBOOK_INPUT_TEXT:
    case DAYBOOK_INPUT_LONG_TEXT:
    case DAYBOOK_INPUT_PARCEL:
    case DAYBOOK_INPUT_LINES:
    case DAYBOOK_INPUT_PHOTOS:
    default:
      return DAYBOOK_TYPE_TEXT;
    }
}

static const DaybookWord *
words_of (const DaybookRegisterField *own)
{
  if (own->choices != NULL)
    return make_words (own->choices);

  return own->input == DAYBOOK_INPUT_YES_NO ? daybook_answer_words : NULL;
}

static const char *
intern_name (const char *key,
             const char *suffix)
{
  g_autofree char *name = g_strconcat (DAYBOOK_EXTRA_PREFIX, key, suffix, NULL);

  return daybook_intern (name);
}

static void
add_field (GArray                     *fields,
           const DaybookRegisterField *own)
{
  DaybookField field = {
    .name = intern_name (own->key, ""),
    .label = daybook_intern (own->label),
    .type = daybook_register_field_type (own),
    .field_class = own->field_class,
    .mask = own->mask,
    .flags = flags_of (own),
    .ref = own->input == DAYBOOK_INPUT_PERSON ? "agent" : own->input == DAYBOOK_INPUT_LINK ? "case" : NULL,
    .words = words_of (own),
    .digits = own->digits,
  };

  g_array_append_val (fields, field);
}

/* Beside a parcel's number. */
static void
add_courier (GArray                     *fields,
             const DaybookRegisterField *own)
{
  /* Translators: of a parcel; %s is what the register calls it: “Parcel back: courier”. */
  g_autofree char *label = g_strdup_printf (_("%s: courier"), own->label);
  DaybookField field = {
    .name = intern_name (own->key, DAYBOOK_COURIER_SUFFIX),
    .label = daybook_intern (label),
    .type = DAYBOOK_TYPE_TEXT,
    .field_class = own->field_class,
    .flags = own->retired ? DAYBOOK_FIELD_HIDDEN : DAYBOOK_FIELD_PLAIN,
  };

  g_array_append_val (fields, field);
}

static void
choose (GArray            *fields,
        guint              field,
        const DaybookWord *words)
{
  DaybookField *chosen = &g_array_index (fields, DaybookField, field);

  chosen->type = DAYBOOK_TYPE_CHOICE;
  chosen->words = words;
  if (words->word == NULL)
    chosen->flags |= DAYBOOK_FIELD_HIDDEN;
}

static void
add_own_fields (DaybookRegister *self,
                GArray          *fields)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const DaybookRegisterField *own = g_ptr_array_index (self->fields, i);

      if (own->input == DAYBOOK_INPUT_LINES || own->input == DAYBOOK_INPUT_PHOTOS)
        continue; /* rows of their own */
      add_field (fields, own);
      if (own->input == DAYBOOK_INPUT_PARCEL)
        add_courier (fields, own);
    }
}

static DaybookTable *
make_table (DaybookRegister *self)
{
  DaybookTable *table = g_memdup2 (&daybook_cases, sizeof daybook_cases);
  GArray *fields = g_array_new (FALSE, TRUE, sizeof (DaybookField));

  g_array_append_vals (fields, daybook_cases.fields, daybook_cases.n_fields);
  choose (fields, DAYBOOK_CASE_STAGE, make_stage_words (self));
  choose (fields, DAYBOOK_CASE_REASON, make_words (self->reasons));
  choose (fields, DAYBOOK_CASE_CAUSE, make_words (self->causes));
  add_own_fields (self, fields);

  table->label = daybook_intern (self->label);
  table->labels = daybook_intern (self->title);
  table->n_fields = fields->len;
  table->fields = (DaybookField *) (void *) g_array_free (fields, FALSE);
  table->base = &daybook_cases;
  table->part = daybook_intern (self->key);
  return table;
}

/* --- One for each definition ------------------------------------------------ */

static void
print_options (GString   *text,
               GPtrArray *options)
{
  for (guint i = 0; options != NULL && i < options->len; i++)
    {
      const DaybookOption *option = g_ptr_array_index (options, i);

      g_string_append_printf (text, "%s\x1f%s\x1e", option->key, option->label);
    }
  g_string_append_c (text, '\x1d');
}

/* All of which the table is made: equal definitions have one table. */
static char *
print (DaybookRegister *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s\x1f%s\x1f%s\x1d", self->key, self->label, self->title);
  for (guint i = 0; i < self->stages->len; i++)
    {
      const DaybookStageRule *stage = g_ptr_array_index (self->stages, i);

      g_string_append_printf (text, "%s\x1f%s\x1f%d\x1f%d\x1e", stage->key, stage->label, (int) stage->waits, stage->ends);
    }
  g_string_append_c (text, '\x1d');
  print_options (text, self->reasons);
  print_options (text, self->causes);
  for (guint i = 0; i < self->fields->len; i++)
    {
      const DaybookRegisterField *own = g_ptr_array_index (self->fields, i);

      g_string_append_printf (text, "%s\x1f%s\x1f%d\x1f%d\x1f%d\x1f%d\x1f%u\x1f", own->key, own->label, (int) own->input,
                              (int) own->field_class, (int) own->mask, own->retired, own->digits);
      print_options (text, own->choices);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const DaybookTable *
find_table (DaybookRegister *self)
{
  static GMutex mutex;
  static GHashTable *made = NULL; /* what print() gives → DaybookTable */
  g_autofree char *name = print (self);

  g_mutex_lock (&mutex);
  if (made == NULL)
    made = g_hash_table_new (g_str_hash, g_str_equal);
  DaybookTable *table = g_hash_table_lookup (made, name);
  if (table == NULL)
    {
      table = make_table (self);
      g_hash_table_insert (made, g_steal_pointer (&name), table);
    }
  g_mutex_unlock (&mutex);
  return table;
}

/* It is asked for with every case that is read; two threads that ask first find the same. */
const DaybookTable *
daybook_register_get_table (DaybookRegister *self)
{
  const DaybookTable *table = g_atomic_pointer_get (&self->table);

  if (table == NULL)
    {
      table = find_table (self);
      g_atomic_pointer_set (&self->table, table);
    }
  return table;
}
