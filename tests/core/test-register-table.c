/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/edit.h"
#include "core/query.h"
#include "core/register.h"
#include "core/words.h"

#include <string.h>

#define NOW G_GINT64_CONSTANT (1795910400) /* 2026-11-29 00:00 UTC */

#define STAGES \
  "\"stages\": {\"open\": {\"label\": \"Open\", \"moves\": [\"away\", \"shut\"]}," \
  " \"away\": {\"label\": \"Away\", \"retired\": true, \"moves\": [\"shut\"]}," \
  " \"shut\": {\"label\": \"Shut\", \"ends\": true}}"

/* One field of each type, and some with what a field may have besides. */
#define FIELDS \
  "\"fields\": {" \
  "\"place\": {\"type\": \"text\", \"label\": \"Place\"}," \
  "\"finder\": {\"type\": \"text\", \"label\": \"Finder\", \"mask\": \"name\"}," \
  "\"phone\": {\"type\": \"text\", \"label\": \"Phone\", \"mask\": \"phone\"}," \
  "\"story\": {\"type\": \"long_text\", \"label\": \"Story\"}," \
  "\"fee\": {\"type\": \"money\", \"label\": \"Fee\", \"class\": \"guarded\"}," \
  "\"weight\": {\"type\": \"number\", \"label\": \"Weight\", \"digits\": 3}," \
  "\"pieces\": {\"type\": \"number\", \"label\": \"Pieces\"}," \
  "\"day\": {\"type\": \"date\", \"label\": \"Day\"}," \
  "\"moment\": {\"type\": \"time\", \"label\": \"Moment\"}," \
  "\"door\": {\"type\": \"choice\", \"label\": \"Door\", \"choices\": {\"front\": \"Front door\", \"side\": {\"label\": \"Side door\", \"retired\": true}}}," \
  "\"marks\": {\"type\": \"choices\", \"label\": \"Marks\", \"choices\": {\"rust\": \"Rust\", \"dent\": \"Dent\", \"tag\": \"Tag\"}}," \
  "\"ours\": {\"type\": \"yes_no\", \"label\": \"Ours\"}," \
  "\"guard\": {\"type\": \"person\", \"label\": \"Guard\"}," \
  "\"goods\": {\"type\": \"lines\", \"label\": \"Goods\"}," \
  "\"back\": {\"type\": \"parcel\", \"label\": \"Parcel back\"}," \
  "\"photos\": {\"type\": \"photos\", \"label\": \"Photos\"}," \
  "\"mood\": {\"type\": \"stars\", \"label\": \"Mood\"}," \
  "\"other\": {\"type\": \"link\", \"label\": \"Other\", \"register\": \"return\"}," \
  "\"stamp\": {\"type\": \"text\", \"label\": \"Stamp\", \"class\": \"append_only\"}," \
  "\"old\": {\"type\": \"parcel\", \"label\": \"Old\", \"retired\": true}" \
  "}, "

static DaybookRegister *
parse (const char *title,
       const char *members)
{
  g_autofree char *json = g_strdup_printf ("{\"register\": \"lost_keys\", \"prefix\": \"K\", \"title\": \"%s\", \"one\": \"Lost key\", %s " STAGES "}",
                                           title, members);
  g_autoptr(GError) error = NULL;
  DaybookRegister *self = daybook_register_parse (json, -1, "lost.json", &error);

  g_assert_no_error (error);
  return self;
}

static const DaybookTable *
table_of (const char *members)
{
  g_autoptr(DaybookRegister) self = parse ("Lost keys", members);

  return daybook_register_get_table (self);
}

static const DaybookField *
field_of (const DaybookTable *table,
          const char         *name)
{
  int field = daybook_table_field (table, name);

  g_test_message ("%s", name);
  g_assert_cmpint (field, >=, 0);
  return &table->fields[field];
}

/* --- The table -------------------------------------------------------------- */

/* So a case's row can be read with the fields of every case, whatever its register. */
static void
test_the_fields_of_every_case_come_first (void)
{
  const DaybookTable *table = table_of (FIELDS);

  g_assert_true (table->base == &daybook_cases);
  g_assert_true (daybook_table_base (table) == &daybook_cases);
  g_assert_true (daybook_table_base (&daybook_cases) == &daybook_cases);
  g_assert_cmpstr (table->part, ==, "lost_keys");
  g_assert_cmpstr (table->label, ==, "Lost key");
  g_assert_cmpstr (table->labels, ==, "Lost keys");
  g_assert_cmpstr (table->kind, ==, daybook_cases.kind);
  g_assert_cmpstr (table->plural, ==, daybook_cases.plural);
  g_assert_cmpuint (table->parted, ==, DAYBOOK_CASE_REGISTER);
  for (guint i = 0; i < daybook_cases.n_fields; i++)
    {
      g_assert_cmpstr (table->fields[i].name, ==, daybook_cases.fields[i].name);
      g_assert_cmpint (table->fields[i].field_class, ==, daybook_cases.fields[i].field_class);
      g_assert_false (daybook_field_is_extra (&table->fields[i]));
    }
  for (guint i = daybook_cases.n_fields; i < table->n_fields; i++)
    g_assert_true (daybook_field_is_extra (&table->fields[i]));
}

static void
test_each_type (void)
{
  static const struct
  {
    const char       *name;
    DaybookType       type;
    DaybookFieldClass field_class;
    DaybookFieldFlags flags;
  } EXPECTED[] = {
    { "place", DAYBOOK_TYPE_TEXT, DAYBOOK_CLASS_REGISTER, DAYBOOK_FIELD_SEARCH },
    { "finder", DAYBOOK_TYPE_TEXT, DAYBOOK_CLASS_REGISTER, DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_PERSON },
    { "story", DAYBOOK_TYPE_TEXT, DAYBOOK_CLASS_TEXT, DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_MULTILINE },
    { "fee", DAYBOOK_TYPE_MONEY, DAYBOOK_CLASS_GUARDED, DAYBOOK_FIELD_PLAIN },
    { "weight", DAYBOOK_TYPE_INT, DAYBOOK_CLASS_REGISTER, DAYBOOK_FIELD_PLAIN },
    { "day", DAYBOOK_TYPE_DATE, DAYBOOK_CLASS_REGISTER, DAYBOOK_FIELD_PLAIN },
    { "moment", DAYBOOK_TYPE_TIME, DAYBOOK_CLASS_REGISTER, DAYBOOK_FIELD_PLAIN },
    { "door", DAYBOOK_TYPE_CHOICE, DAYBOOK_CLASS_REGISTER, DAYBOOK_FIELD_PLAIN },
    { "marks", DAYBOOK_TYPE_CHOICES, DAYBOOK_CLASS_REGISTER, DAYBOOK_FIELD_PLAIN },
    { "ours", DAYBOOK_TYPE_ENUM, DAYBOOK_CLASS_REGISTER, DAYBOOK_FIELD_PLAIN },
    { "guard", DAYBOOK_TYPE_REF, DAYBOOK_CLASS_REGISTER, DAYBOOK_FIELD_PLAIN },
    { "back", DAYBOOK_TYPE_TEXT, DAYBOOK_CLASS_REGISTER, DAYBOOK_FIELD_NUMBER },
    { "mood", DAYBOOK_TYPE_INT, DAYBOOK_CLASS_REGISTER, DAYBOOK_FIELD_STARS },
    { "other", DAYBOOK_TYPE_REF, DAYBOOK_CLASS_REGISTER, DAYBOOK_FIELD_PLAIN },
    { "stamp", DAYBOOK_TYPE_TEXT, DAYBOOK_CLASS_APPEND_ONLY, DAYBOOK_FIELD_SEARCH },
  };
  const DaybookTable *table = table_of (FIELDS);

  for (gsize i = 0; i < G_N_ELEMENTS (EXPECTED); i++)
    {
      const DaybookField *field = field_of (table, EXPECTED[i].name);

      g_assert_cmpint (field->type, ==, EXPECTED[i].type);
      g_assert_cmpint (field->field_class, ==, EXPECTED[i].field_class);
      g_assert_cmpint (field->flags, ==, EXPECTED[i].flags);
    }
  g_assert_cmpuint (field_of (table, "weight")->digits, ==, 3);
  g_assert_cmpuint (field_of (table, "pieces")->digits, ==, 0);
  g_assert_cmpint (field_of (table, "phone")->mask, ==, DAYBOOK_MASK_PHONE);
  g_assert_cmpstr (field_of (table, "guard")->ref, ==, "agent");
  g_assert_cmpstr (field_of (table, "other")->ref, ==, "case");
}

/* Goods and files have rows of their own. */
static void
test_lines_and_photos_are_no_fields (void)
{
  const DaybookTable *table = table_of (FIELDS);

  g_assert_cmpint (daybook_table_field (table, "goods"), ==, -1);
  g_assert_cmpint (daybook_table_field (table, "photos"), ==, -1);
  /* What stands in the definition, without these two and with two couriers. */
  g_assert_cmpuint (table->n_fields, ==, daybook_cases.n_fields + 20 - 2 + 2);
}

static void
test_a_courier_stands_beside_a_parcel (void)
{
  const DaybookTable *table = table_of (FIELDS);
  int back = daybook_table_field (table, "back");
  const DaybookField *courier = field_of (table, "back" DAYBOOK_COURIER_SUFFIX);

  g_assert_true (courier == &table->fields[back + 1]);
  g_assert_cmpint (courier->type, ==, DAYBOOK_TYPE_TEXT);
  g_assert_cmpint (courier->flags, ==, DAYBOOK_FIELD_PLAIN);
  g_assert_cmpstr (courier->label, ==, "Parcel back: courier");
}

/* Cases keep what they have in it; nobody is asked for it any more. */
static void
test_what_is_retired_is_hidden (void)
{
  const DaybookTable *table = table_of (FIELDS);

  g_assert_cmpint (field_of (table, "old")->flags & DAYBOOK_FIELD_HIDDEN, !=, 0);
  g_assert_cmpint (field_of (table, "old" DAYBOOK_COURIER_SUFFIX)->flags & DAYBOOK_FIELD_HIDDEN, !=, 0);
  g_assert_cmpint (field_of (table, "back")->flags & DAYBOOK_FIELD_HIDDEN, ==, 0);
}

static void
assert_words (const DaybookField *field,
              const char         *expected)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (const DaybookWord *word = field->words; word->word != NULL; word++)
    g_string_append_printf (text, "%s%s=%s", text->len > 0 ? " " : "", word->word, daybook_words_label (word));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_words (void)
{
  const DaybookTable *table = table_of (FIELDS "\"reasons\": {\"theft\": \"Theft\", \"loan\": {\"label\": \"Lent\", \"retired\": true}},");

  assert_words (field_of (table, "door"), "front=Front door side=Side door");
  assert_words (field_of (table, "marks"), "rust=Rust dent=Dent tag=Tag");
  assert_words (field_of (table, "ours"), "unknown=Unknown yes=Yes no=No");
  assert_words (field_of (table, "stage"), "open=Open away=Away shut=Shut");
  assert_words (field_of (table, "reason"), "theft=Theft loan=Lent");
  g_assert_cmpint (field_of (table, "stage")->type, ==, DAYBOOK_TYPE_CHOICE);
  g_assert_cmpint (field_of (table, "reason")->type, ==, DAYBOOK_TYPE_CHOICE);
  g_assert_cmpint (field_of (&daybook_cases, "stage")->type, ==, DAYBOOK_TYPE_TEXT);
}

/* A register that names no causes does not ask for one. */
static void
test_reasons_and_causes_that_there_are_none_of_are_hidden (void)
{
  const DaybookTable *table = table_of ("\"causes\": {\"haste\": \"Haste\"},");

  g_assert_cmpint (field_of (table, "reason")->flags & DAYBOOK_FIELD_HIDDEN, !=, 0);
  g_assert_cmpint (field_of (table, "cause")->flags & DAYBOOK_FIELD_HIDDEN, ==, 0);
  g_assert_cmpint (field_of (table, "stage")->flags & DAYBOOK_FIELD_HIDDEN, ==, 0);
  g_assert_cmpint (field_of (&daybook_cases, "reason")->flags & DAYBOOK_FIELD_HIDDEN, ==, 0);
}

static void
test_a_word_that_nobody_has_stands_for_itself (void)
{
  const DaybookField *marks = field_of (table_of (FIELDS), "marks");
  g_autofree char *two = daybook_words_choices (marks, "tag rust");
  g_autofree char *unknown = daybook_words_choices (marks, "rust chewed");
  g_autofree char *none = daybook_words_choices (marks, "");
  g_autofree char *door = daybook_words_choices (field_of (table_of (FIELDS), "door"), "side");

  g_assert_cmpstr (two, ==, "Tag, Rust");
  g_assert_cmpstr (unknown, ==, "Rust, chewed");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (door, ==, "Side door");
}

/* Rows, queries and windows compare tables by their addresses. */
static void
test_equal_definitions_have_one_table (void)
{
  static const char *const MEMBERS[] = {
    "",
    "\"reasons\": {\"rust\": \"Rust\"},",
    "\"reasons\": {\"rust\": \"Rusty\"},",
    "\"causes\": {\"rust\": \"Rust\"},",
    "\"fields\": {\"a\": {\"type\": \"text\", \"label\": \"A\"}},",
    "\"fields\": {\"b\": {\"type\": \"text\", \"label\": \"A\"}},",
    "\"fields\": {\"a\": {\"type\": \"text\", \"label\": \"B\"}},",
    "\"fields\": {\"a\": {\"type\": \"text\", \"label\": \"A\", \"retired\": true}},",
    "\"fields\": {\"a\": {\"type\": \"text\", \"label\": \"A\", \"class\": \"guarded\"}},",
    "\"fields\": {\"a\": {\"type\": \"text\", \"label\": \"A\", \"mask\": \"name\"}},",
    "\"fields\": {\"a\": {\"type\": \"number\", \"label\": \"A\"}},",
    "\"fields\": {\"a\": {\"type\": \"number\", \"label\": \"A\", \"digits\": 1}},",
    "\"fields\": {\"a\": {\"type\": \"choice\", \"label\": \"A\", \"choices\": {\"x\": \"X\"}}},",
    "\"fields\": {\"a\": {\"type\": \"choice\", \"label\": \"A\", \"choices\": {\"x\": \"Y\"}}},",
  };
  g_autoptr(DaybookRegister) renamed = parse ("Keys", "");

  for (gsize i = 0; i < G_N_ELEMENTS (MEMBERS); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (MEMBERS); j++)
      {
        g_test_message ("%s and %s", MEMBERS[i], MEMBERS[j]);
        g_assert_true ((table_of (MEMBERS[i]) == table_of (MEMBERS[j])) == (i == j));
      }
  g_assert_true (daybook_register_get_table (renamed) != table_of (""));
}

/* --- Fields by name ----------------------------------------------------------- */

static void
test_an_own_field_is_found_with_and_without_its_prefix (void)
{
  const DaybookTable *table = table_of (FIELDS);
  int fee = daybook_table_field (table, "fee");

  g_assert_cmpint (fee, >=, (int) daybook_cases.n_fields);
  g_assert_cmpint (daybook_table_field (table, "extra.fee"), ==, fee);
  g_assert_cmpstr (table->fields[fee].name, ==, "extra.fee");
  g_assert_cmpstr (daybook_field_get_name (&table->fields[fee]), ==, "fee");
  g_assert_cmpstr (daybook_field_get_name (&table->fields[DAYBOOK_CASE_STAGE]), ==, "stage");

  g_assert_cmpint (daybook_table_field (table, "extra.stage"), ==, -1);
  g_assert_cmpint (daybook_table_field (table, "extra.extra.fee"), ==, -1);
  g_assert_cmpint (daybook_table_field (table, "extra."), ==, -1);
  g_assert_cmpint (daybook_table_field (table, "window"), ==, -1);
  g_assert_cmpint (daybook_table_field (&daybook_cases, "fee"), ==, -1);
  g_assert_cmpint (daybook_table_field (&daybook_cases, "extra.fee"), ==, -1);
}

static void
test_keys (void)
{
  static const char *const GOOD[] = { "a", "a1", "paid_back", "z_", "abcdefghijklmnopqrstuvwxyz012345" };
  static const char *const BAD[] = { "", "1a", "_a", "A", "aB", "a-b", "a.b", "a b", "ä", "a'", "abcdefghijklmnopqrstuvwxyz0123456" };

  for (gsize i = 0; i < G_N_ELEMENTS (GOOD); i++)
    g_assert_true (daybook_is_key (GOOD[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (BAD); i++)
    g_assert_false (daybook_is_key (BAD[i]));
}

static void
test_a_field_that_is_not_looked_at (void)
{
  const DaybookTable *any = daybook_table_with_any (&daybook_cases, "extra.fee");
  const DaybookField *field = &any->fields[daybook_cases.n_fields];

  g_assert_true (any->base == &daybook_cases);
  g_assert_cmpuint (any->n_fields, ==, daybook_cases.n_fields + 1);
  g_assert_cmpint (field->type, ==, DAYBOOK_TYPE_ANY);
  g_assert_cmpstr (field->name, ==, "extra.fee");
  g_assert_cmpstr (daybook_field_get_name (field), ==, "fee");

  /* One for each name, whatever it was asked of. */
  g_assert_true (daybook_table_with_any (&daybook_cases, "extra.fee") == any);
  g_assert_true (daybook_table_with_any (any, "extra.fee") == any);
  g_assert_true (daybook_table_with_any (table_of (FIELDS), "extra.fee") == any);
  g_assert_true (daybook_table_with_any (&daybook_cases, "extra.fees") != any);
}

/* Whatever comes from another laptop, nothing but a name gets into a path within the column. */
static void
test_names_that_no_field_may_have (void)
{
  static const char *const NAMES[] = {
    "", "fee", "extra", "extra.", "extra.Fee", "extra.1", "extra._", "extra.a.b", "extra.a\"b", "extra.a'b", "extra.a b", "extra.a[0]", "extra.$",
    "extra.extra.fee", "Extra.fee", "extra.abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      int field = 7;

      g_test_message ("“%s”", NAMES[i]);
      g_assert_null (daybook_table_with_any (&daybook_cases, NAMES[i]));
      g_assert_null (daybook_table_of_field (&daybook_cases, NAMES[i], &field));
      g_assert_cmpint (field, ==, -1);
    }
  /* A table whose rows no definition adds to. */
  g_assert_null (daybook_table_with_any (&daybook_agents, "extra.fee"));
}

static void
test_the_table_of_an_operations_field (void)
{
  const DaybookTable *any = daybook_table_with_any (&daybook_cases, "extra.fee");
  int field;

  g_assert_true (daybook_table_of_field (&daybook_cases, "stage", &field) == &daybook_cases);
  g_assert_cmpint (field, ==, DAYBOOK_CASE_STAGE);
  g_assert_true (daybook_table_of_field (&daybook_cases, "extra.fee", &field) == any);
  g_assert_cmpint (field, ==, (int) daybook_cases.n_fields);
  g_assert_null (daybook_table_of_field (&daybook_cases, "fee", &field));
  g_assert_cmpint (field, ==, -1);
  g_assert_true (daybook_table_of_field (&daybook_agents, "name", &field) == &daybook_agents);
  g_assert_cmpint (field, ==, DAYBOOK_AGENT_NAME);
}

/* An undo and another laptop know an own field by its name alone: each must have one that they
 * find, the courier beside a parcel whose name is as long as a name may be, too. */
static void
test_every_own_field_is_found_by_an_operation (void)
{
  const DaybookTable *table = table_of ("\"fields\": {"
    "\"abcdefghijklmnopqrstuvwxyz012345\": {\"type\": \"parcel\", \"label\": \"Long\"}},");

  for (guint i = daybook_cases.n_fields; i < table->n_fields; i++)
    {
      int field;

      g_test_message ("%s", table->fields[i].name);
      g_assert_nonnull (daybook_table_of_field (&daybook_cases, table->fields[i].name, &field));
    }
}

/* --- Words in queries ------------------------------------------------------------ */

static gboolean
resolve (const char    *name,
         const char    *word,
         DaybookValue  *value,
         GError       **error)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");

  return daybook_query_resolve (field_of (table_of (FIELDS), name), word, NOW, zone, "CNY", value, error);
}

static void
assert_text (const char *name,
             const char *word,
             const char *text)
{
  g_auto(DaybookValue) value = DAYBOOK_VALUE_INIT;
  g_autoptr(GError) error = NULL;

  g_assert_true (resolve (name, word, &value, &error));
  g_assert_no_error (error);
  g_assert_cmpint (value.type, ==, DAYBOOK_VALUE_TEXT);
  g_assert_cmpstr (value.text, ==, text);
}

static void
assert_number (const char *name,
               const char *word,
               gint64      number)
{
  g_auto(DaybookValue) value = DAYBOOK_VALUE_INIT;
  g_autoptr(GError) error = NULL;

  g_assert_true (resolve (name, word, &value, &error));
  g_assert_no_error (error);
  g_assert_cmpint (value.type, ==, DAYBOOK_VALUE_INT);
  g_assert_cmpint (value.number, ==, number);
}

static void
assert_unreadable (const char *name,
                   const char *word,
                   const char *said)
{
  g_auto(DaybookValue) value = DAYBOOK_VALUE_INIT;
  g_autoptr(GError) error = NULL;

  g_assert_false (resolve (name, word, &value, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  if (strstr (error->message, said) == NULL)
    g_error ("%s\nnot: %s", error->message, said);
}

static void
test_words_of_choices (void)
{
  assert_text ("door", "side", "side");
  assert_text ("stage", "shut", "shut");
  assert_text ("marks", "rust", "rust");
  assert_text ("marks", "rust tag", "rust tag");
  assert_text ("marks", "rust,tag", "rust tag");
  assert_text ("marks", " tag ,  rust, ", "rust tag"); /* in the definition’s order: equal ones are the same text */
  assert_number ("ours", "yes", DAYBOOK_ANSWER_YES);

  assert_unreadable ("door", "back", "“door” is one of: front, side");
  assert_unreadable ("door", "Front", "“door” is one of");
  assert_unreadable ("door", "front side", "“door” is one of");
  assert_unreadable ("marks", "rust, chewed", "“chewed”: “marks” is one of: rust, dent, tag");
  assert_unreadable ("ours", "maybe", "“ours” is one of: unknown, yes, no");
}

/* In Shanghai the day has begun eight hours before. */
static void
test_words_of_days (void)
{
  assert_text ("day", "today", "2026-11-29");
  assert_text ("day", "today-1", "2026-11-28");
  assert_text ("day", "today+3", "2026-12-02");
  assert_text ("day", "month", "2026-11-01");
  assert_text ("day", "2026-02-28", "2026-02-28");
  assert_text ("day", "2026-11-29T23:59", "2026-11-29");
  assert_text ("day", "now+16h", "2026-11-30");
  assert_text ("day", "yesterday", "2026-11-28");
  assert_unreadable ("day", "2026-02-29", "A time is expected");
  assert_unreadable ("day", "soon", "A time is expected");
}

static void
test_words_of_numbers (void)
{
  assert_number ("weight", "1.25", 1250);
  assert_number ("weight", "-0.005", -5);
  assert_number ("weight", "7", 7000);
  assert_number ("pieces", "7", 7);
  assert_number ("fee", "128.00", 12800);
  assert_number ("mood", "5", 5);
  assert_unreadable ("weight", "1.2345", "such as 12.5");
  assert_unreadable ("weight", "much", "such as 12.5");
  assert_unreadable ("pieces", "1.5", "such as 12.");
}

static void
test_null_is_no_value (void)
{
  static const char *const NAMES[] = { "fee", "weight", "day", "moment", "door", "marks", "ours", "guard", "mood", "other" };

  for (gsize i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      g_auto(DaybookValue) value = daybook_value_int (7);

      g_assert_true (resolve (NAMES[i], "null", &value, NULL));
      g_assert_cmpint (value.type, ==, DAYBOOK_VALUE_NONE);
    }
  assert_text ("place", "null", "null");
}

static void
test_references (void)
{
  g_auto(DaybookValue) value = DAYBOOK_VALUE_INIT;
  g_autofree char *text = NULL;
  DaybookId id;

  daybook_id_random (&id);
  text = daybook_id_to_string (&id);
  g_assert_true (resolve ("other", text, &value, NULL));
  g_assert_cmpint (value.type, ==, DAYBOOK_VALUE_ID);
  g_assert_true (daybook_id_equal (&value.id, &id));
  assert_unreadable ("guard", "Lin", "The id of a row is expected");
}

/* --- What an edit takes ------------------------------------------------------------- */

/* Takes over `value`. */
static gboolean
takes (const char  *name,
       DaybookValue value,
       GError     **error)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "test", NULL);
  const DaybookTable *table = table_of (FIELDS);
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_set (edit, table, &id, (guint) daybook_table_field (table, name), value);
  return daybook_edit_check (edit, error);
}

static void
assert_takes (const char  *name,
              DaybookValue value)
{
  g_autoptr(GError) error = NULL;

  takes (name, value, &error);
  g_assert_no_error (error);
}

static void
assert_refuses (const char  *name,
                DaybookValue value,
                int          code,
                const char  *said)
{
  g_autoptr(GError) error = NULL;

  g_test_message ("%s", name);
  g_assert_false (takes (name, value, &error));
  g_assert_error (error, DAYBOOK_ERROR, code);
  g_assert_nonnull (strstr (error->message, said));
}

static void
test_stars_are_one_to_five (void)
{
  for (int stars = 1; stars <= 5; stars++)
    assert_takes ("mood", daybook_value_int (stars));
  assert_takes ("mood", (DaybookValue) DAYBOOK_VALUE_INIT);
  assert_takes ("pieces", daybook_value_int (6));

  assert_refuses ("mood", daybook_value_int (0), DAYBOOK_ERROR_CONSTRAINT, "“Mood”");
  assert_refuses ("mood", daybook_value_int (6), DAYBOOK_ERROR_CONSTRAINT, "“Mood”");
  assert_refuses ("mood", daybook_value_int (-1), DAYBOOK_ERROR_CONSTRAINT, "“Mood”");
}

static void
test_choices_are_of_the_field (void)
{
  assert_takes ("door", daybook_value_text ("side"));
  assert_takes ("marks", daybook_value_text ("tag"));
  assert_takes ("marks", daybook_value_text ("tag rust"));
  assert_takes ("marks", (DaybookValue) DAYBOOK_VALUE_INIT);

  assert_refuses ("door", daybook_value_text ("back"), DAYBOOK_ERROR_CONSTRAINT, "“Door”");
  assert_refuses ("door", daybook_value_text ("front side"), DAYBOOK_ERROR_CONSTRAINT, "“Door”");
  assert_refuses ("door", daybook_value_int (0), DAYBOOK_ERROR_CONSTRAINT, "“Door”");
  assert_refuses ("marks", daybook_value_text ("tag chewed"), DAYBOOK_ERROR_CONSTRAINT, "“Marks”");
  assert_refuses ("marks", daybook_value_text ("tag,rust"), DAYBOOK_ERROR_CONSTRAINT, "“Marks”");
  assert_refuses ("stage", daybook_value_text ("ajar"), DAYBOOK_ERROR_CONSTRAINT, "“Stage”");
}

static void
test_days_are_in_the_calendar (void)
{
  assert_takes ("day", daybook_value_text ("2026-11-29"));
  assert_refuses ("day", daybook_value_text ("2026-02-29"), DAYBOOK_ERROR_CONSTRAINT, "“Day”");
  assert_refuses ("day", daybook_value_text ("today"), DAYBOOK_ERROR_CONSTRAINT, "“Day”");
  assert_refuses ("day", daybook_value_text (""), DAYBOOK_ERROR_CONSTRAINT, "“Day”");
  assert_refuses ("day", daybook_value_int (NOW), DAYBOOK_ERROR_CONSTRAINT, "“Day”");
}

static void
test_other_types (void)
{
  DaybookId id;

  daybook_id_random (&id);
  assert_takes ("guard", daybook_value_id (&id));
  assert_takes ("fee", daybook_value_int (-5));
  assert_takes ("back" DAYBOOK_COURIER_SUFFIX, daybook_value_text ("SF"));
  assert_refuses ("guard", daybook_value_text ("Lin"), DAYBOOK_ERROR_CONSTRAINT, "“Guard”");
  assert_refuses ("fee", daybook_value_text ("5"), DAYBOOK_ERROR_CONSTRAINT, "“Fee”");
  assert_refuses ("ours", daybook_value_int (3), DAYBOOK_ERROR_CONSTRAINT, "“Ours”");
  assert_refuses ("stamp", daybook_value_text ("again"), DAYBOOK_ERROR_REFUSED, "written once");
}

static void
test_what_is_not_looked_at_takes_all (void)
{
  const DaybookTable *any = daybook_table_with_any (&daybook_cases, "extra.fee");
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_UNDO, "test", NULL);
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_set (edit, any, &id, daybook_cases.n_fields, daybook_value_int (7));
  daybook_edit_set (edit, any, &id, daybook_cases.n_fields, daybook_value_text ("seven"));
  daybook_edit_set (edit, any, &id, daybook_cases.n_fields, daybook_value_id (&id));
  daybook_edit_set (edit, any, &id, daybook_cases.n_fields, (DaybookValue) DAYBOOK_VALUE_INIT);
  g_assert_true (daybook_edit_check (edit, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/register-table/the-fields-of-every-case-come-first", test_the_fields_of_every_case_come_first);
  g_test_add_func ("/register-table/each-type", test_each_type);
  g_test_add_func ("/register-table/lines-and-photos-are-no-fields", test_lines_and_photos_are_no_fields);
  g_test_add_func ("/register-table/a-courier-stands-beside-a-parcel", test_a_courier_stands_beside_a_parcel);
  g_test_add_func ("/register-table/what-is-retired-is-hidden", test_what_is_retired_is_hidden);
  g_test_add_func ("/register-table/words", test_words);
  g_test_add_func ("/register-table/reasons-and-causes-that-there-are-none-of-are-hidden", test_reasons_and_causes_that_there_are_none_of_are_hidden);
  g_test_add_func ("/register-table/a-word-that-nobody-has-stands-for-itself", test_a_word_that_nobody_has_stands_for_itself);
  g_test_add_func ("/register-table/equal-definitions-have-one-table", test_equal_definitions_have_one_table);
  g_test_add_func ("/register-table/an-own-field-is-found-with-and-without-its-prefix", test_an_own_field_is_found_with_and_without_its_prefix);
  g_test_add_func ("/register-table/keys", test_keys);
  g_test_add_func ("/register-table/a-field-that-is-not-looked-at", test_a_field_that_is_not_looked_at);
  g_test_add_func ("/register-table/names-that-no-field-may-have", test_names_that_no_field_may_have);
  g_test_add_func ("/register-table/the-table-of-an-operations-field", test_the_table_of_an_operations_field);
  g_test_add_func ("/register-table/every-own-field-is-found-by-an-operation", test_every_own_field_is_found_by_an_operation);
  g_test_add_func ("/register-table/words-of-choices", test_words_of_choices);
  g_test_add_func ("/register-table/words-of-days", test_words_of_days);
  g_test_add_func ("/register-table/words-of-numbers", test_words_of_numbers);
  g_test_add_func ("/register-table/null-is-no-value", test_null_is_no_value);
  g_test_add_func ("/register-table/references", test_references);
  g_test_add_func ("/register-table/stars-are-one-to-five", test_stars_are_one_to_five);
  g_test_add_func ("/register-table/choices-are-of-the-field", test_choices_are_of_the_field);
  g_test_add_func ("/register-table/days-are-in-the-calendar", test_days_are_in_the_calendar);
  g_test_add_func ("/register-table/other-types", test_other_types);
  g_test_add_func ("/register-table/what-is-not-looked-at-takes-all", test_what_is_not_looked_at_takes_all);

  return g_test_run ();
}
