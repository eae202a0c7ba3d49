/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-book.h"

#include <string.h>

const char case_keys_register[] =
  "{\"register\": \"keys\", \"prefix\": \"K\", \"title\": \"Lost keys\", \"one\": \"Lost key\","
  " \"reasons\": {\"theft\": \"Theft\", \"loan\": \"Lent\"},"
  " \"fields\": {"
  "  \"place\": {\"type\": \"text\", \"label\": \"Place\"},"
  "  \"story\": {\"type\": \"long_text\", \"label\": \"Story\"},"
  "  \"fee\": {\"type\": \"money\", \"label\": \"Fee\"},"
  "  \"weight\": {\"type\": \"number\", \"label\": \"Weight\", \"digits\": 3},"
  "  \"found\": {\"type\": \"date\", \"label\": \"Found\"},"
  "  \"seen_at\": {\"type\": \"time\", \"label\": \"Seen\"},"
  "  \"door\": {\"type\": \"choice\", \"label\": \"Door\", \"choices\": {\"front\": \"Front\", \"side\": \"Side\"}},"
  "  \"marks\": {\"type\": \"choices\", \"label\": \"Marks\", \"choices\": {\"rust\": \"Rust\", \"dent\": \"Dent\", \"rusty\": \"Rusty\"}},"
  "  \"ours\": {\"type\": \"yes_no\", \"label\": \"Ours\"},"
  "  \"finder\": {\"type\": \"person\", \"label\": \"Finder\"},"
  "  \"back\": {\"type\": \"parcel\", \"label\": \"Back\"},"
  "  \"mood\": {\"type\": \"stars\", \"label\": \"Mood\"},"
  "  \"other\": {\"type\": \"link\", \"label\": \"Other\"},"
  "  \"code\": {\"type\": \"text\", \"label\": \"Code\", \"class\": \"guarded\"},"
  "  \"stamp\": {\"type\": \"text\", \"label\": \"Stamp\", \"class\": \"append_only\"},"
  "  \"witness\": {\"type\": \"text\", \"label\": \"Witness\", \"mask\": \"name\"},"
  "  \"phone\": {\"type\": \"text\", \"label\": \"Phone\", \"mask\": \"phone\"},"
  "  \"goods\": {\"type\": \"lines\", \"label\": \"Goods\"}},"
  " \"stages\": {\"open\": {\"label\": \"Open\", \"moves\": [\"away\", \"shut\"]},"
  "  \"away\": {\"label\": \"Away\", \"moves\": [\"open\", \"shut\"]},"
  "  \"shut\": {\"label\": \"Shut\", \"ends\": true, \"moves\": [\"open\", \"away\"]}}}";

const char *const case_keys_fields[] = {
  "place", "story", "fee", "weight", "found", "seen_at", "door", "marks", "ours", "finder", "back", "back_courier", "mood", "other",
  "code", "witness", "phone", NULL,
};

/* Two for each. */
static const struct
{
  const char *name;
  const char *texts[2];
  gint64      numbers[2];
} VALUES[] = {
  { "place", { "Under the mat", "门垫下 'quoted' \"twice\" \\ {}" }, { 0 } },
  { "story", { "First.\nThen.", "Then.\n\n最后。" }, { 0 } },
  { "fee", { NULL }, { 12800, -5 } },
  { "weight", { NULL }, { 1250, G_MAXINT64 } },
  { "found", { "2026-11-29", "2024-02-29" }, { 0 } },
  { "seen_at", { NULL }, { BOOK_NOW, 0 } },
  { "door", { "front", "side" }, { 0 } },
  { "marks", { "rust dent", "rusty" }, { 0 } },
  { "ours", { NULL }, { DAYBOOK_ANSWER_YES, DAYBOOK_ANSWER_NO } },
  { "back", { "SF1234567890123", "YT998877" }, { 0 } },
  { "back_courier", { "顺丰", "" }, { 0 } },
  { "mood", { NULL }, { 5, 1 } },
  { "code", { "4711", "null" }, { 0 } },
  { "witness", { "王小明", "Lin" }, { 0 } },
  { "phone", { "13800138000", "+86 139 0013 9000" }, { 0 } },
};

static DaybookReader *
reader_of (Book *book)
{
  return daybook_store_get_reader (book->store);
}

DaybookId
case_adopt (Book       *book,
            const char *definition)
{
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_EDIT);
  g_autoptr(GError) error = NULL;
  g_autofree char *key = daybook_registers_adopt (reader_of (book), edit, definition, "test.json", &error);

  g_assert_no_error (error);
  g_assert_nonnull (key);
  return case_commit (book, edit);
}

static DaybookRegister *
definition_of (Book       *book,
               const char *key)
{
  DaybookRegister *definition = daybook_reader_register (reader_of (book), key);

  g_assert_nonnull (definition);
  return definition;
}

const DaybookTable *
case_table (Book       *book,
            const char *key)
{
  return daybook_register_get_table (definition_of (book, key));
}

guint
case_field (Book       *book,
            const char *key,
            const char *name)
{
  int field = daybook_table_field (case_table (book, key), name);

  g_assert_cmpint (field, >=, 0);
  return (guint) field;
}

/* --- Drafts ------------------------------------------------------------------ */

DaybookCaseDraft *
case_begin (Book       *book,
            const char *key)
{
  return daybook_case_draft_new (definition_of (book, key), daybook_store_get_shop (book->store),
                                 daybook_store_get_agent (book->store), daybook_store_get_currency (book->store),
                                 daybook_store_get_now (book->store));
}

DaybookCaseDraft *
case_open (Book            *book,
           const DaybookId *id)
{
  g_autoptr(DaybookRow) row = case_row (book, id);

  return daybook_case_draft_of (definition_of (book, daybook_row_text (row, DAYBOOK_CASE_REGISTER)), row,
                                daybook_store_get_now (book->store));
}

void
case_put (DaybookCaseDraft *draft,
          const char       *name,
          DaybookValue      value)
{
  int field = daybook_table_field (daybook_case_draft_row (draft)->table, name);

  g_assert_cmpint (field, >=, 0);
  daybook_case_draft_set (draft, (guint) field, value);
}

/* The draft keeps its definition to itself; its table has the stages in the same order. */
void
case_move (DaybookCaseDraft *draft,
           const char       *stage)
{
  const DaybookField *field = &daybook_case_draft_row (draft)->table->fields[DAYBOOK_CASE_STAGE];
  int place = daybook_field_word (field, stage);

  g_assert_cmpint (place, >=, 0);
  daybook_case_draft_move (draft, (guint) place);
}

DaybookId
case_save (Book             *book,
           DaybookCaseDraft *draft)
{
  g_autoptr(DaybookCaseDraft) owned = draft;
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_EDIT);

  daybook_case_draft_build (draft, NULL, edit);
  case_commit (book, edit);
  return daybook_case_draft_row (draft)->id;
}

void
case_save_refused (Book             *book,
                   DaybookCaseDraft *draft,
                   const char       *said)
{
  g_autoptr(DaybookCaseDraft) owned = draft;
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_EDIT);

  daybook_case_draft_build (draft, NULL, edit);
  case_commit_refused (book, edit, said);
}

DaybookId
case_make (Book       *book,
           const char *key,
           const char *subject)
{
  DaybookCaseDraft *draft = case_begin (book, key);

  case_put (draft, "subject", daybook_value_text (subject));
  return case_save (book, draft);
}

DaybookId
case_make_full (Book *book)
{
  DaybookCaseDraft *draft = case_begin (book, "keys");

  for (const char *const *name = case_keys_fields; *name != NULL; name++)
    case_put (draft, *name, case_keys_value (book, *name, 0));
  case_put (draft, "stamp", daybook_value_text ("2025-K"));
  case_put (draft, "subject", daybook_value_text ("A bunch of keys"));
  return case_save (book, draft);
}

/* --- Edits ---------------------------------------------------------------------- */

DaybookRow *
case_row (Book            *book,
          const DaybookId *id)
{
  return book_row (book, &daybook_cases, id);
}

DaybookEdit *
case_edit (Book           *book,
           DaybookActKind  kind)
{
  return daybook_edit_new (kind, "Case", daybook_store_get_agent (book->store));
}

DaybookId
case_set (Book            *book,
          const DaybookId *id,
          const char      *name,
          DaybookValue     value)
{
  g_autoptr(DaybookRow) row = case_row (book, id);
  int field = daybook_table_field (row->table, name);

  g_assert_cmpint (field, >=, 0);
  return book_set (book, row->table, id, (guint) field, value);
}

DaybookId
case_note (Book            *book,
           const DaybookId *id,
           const char      *text)
{
  const DaybookCaseEvent event = { .kind = DAYBOOK_EVENT_NOTE, .text = text };
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_EDIT);
  g_autoptr(DaybookRow) row = case_row (book, id);

  g_assert_true (daybook_case_event_add (edit, row, &event, daybook_edit_agent (edit), daybook_store_get_now (book->store), NULL));
  return case_commit (book, edit);
}

DaybookId
case_commit (Book        *book,
             DaybookEdit *edit)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (book->store, edit, &error);

  g_assert_no_error (error);
  return outcome->act;
}

void
case_commit_refused (Book        *book,
                     DaybookEdit *edit,
                     const char  *said)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (book->store, edit, &error);

  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
  if (strstr (error->message, said) == NULL)
    g_error ("%s\nnot: %s", error->message, said);
  g_assert_null (outcome);
}

static void
give_count (DaybookEdit *edit,
            guint        field,
            int          count)
{
  if (count >= 0)
    daybook_edit_give (edit, field, daybook_value_int (count));
}

DaybookId
case_add_goods (DaybookEdit     *edit,
                const DaybookId *of,
                const CaseGoods *goods)
{
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_case_lines, &id);
  daybook_edit_give (edit, DAYBOOK_CASE_LINE_CASE, daybook_value_id (of));
  daybook_edit_give (edit, DAYBOOK_CASE_LINE_LINE, daybook_value_id (goods->line));
  daybook_edit_give (edit, DAYBOOK_CASE_LINE_TITLE, daybook_value_text (goods->line == NULL ? "A hinge" : NULL));
  give_count (edit, DAYBOOK_CASE_LINE_QUANTITY, goods->quantity);
  give_count (edit, DAYBOOK_CASE_LINE_RECEIVED, goods->received);
  give_count (edit, DAYBOOK_CASE_LINE_DAMAGED, goods->damaged);
  return id;
}

void
case_add_photo (DaybookEdit     *edit,
                const DaybookId *of,
                const char      *hash)
{
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_attachments, &id);
  daybook_edit_give (edit, DAYBOOK_ATTACHMENT_CASE, daybook_value_id (of));
  daybook_edit_give (edit, DAYBOOK_ATTACHMENT_HASH, daybook_value_text (hash));
  daybook_edit_give (edit, DAYBOOK_ATTACHMENT_NAME, daybook_value_text ("photo.jpg"));
}

DaybookId
case_add_order (Book       *book,
                const char *number,
                gint64      quantity,
                DaybookId  *line)
{
  DaybookId order = book_add_order (book, number, BOOK_NOW);
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_IMPORT);
  g_autoptr(GPtrArray) lines = daybook_reader_parts (reader_of (book), &daybook_order_lines, DAYBOOK_LINE_ORDER, &order, NULL);

  g_assert_cmpuint (lines->len, ==, 1);
  *line = ((DaybookRow *) g_ptr_array_index (lines, 0))->id;
  daybook_edit_set (edit, &daybook_order_lines, line, DAYBOOK_LINE_QUANTITY, daybook_value_int (quantity));
  case_commit (book, edit);
  return order;
}

DaybookId
case_add_agent (Book        *book,
                const char  *name,
                DaybookRole  role)
{
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_EDIT);
  DaybookId agent;

  daybook_id_random (&agent);
  daybook_edit_create (edit, &daybook_agents, &agent);
  daybook_edit_give (edit, DAYBOOK_AGENT_NAME, daybook_value_text (name));
  daybook_edit_give (edit, DAYBOOK_AGENT_ROLE, daybook_value_int (role));
  case_commit (book, edit);
  return agent;
}

/* --- Looking ---------------------------------------------------------------------- */

guint
case_count (Book       *book,
            const char *key,
            const char *where)
{
  return book_count (book, case_table (book, key), where);
}

void
case_assert (Book               *book,
             const DaybookId    *id,
             const char         *name,
             const DaybookValue *value)
{
  g_autoptr(DaybookRow) row = case_row (book, id);
  int field = daybook_table_field (row->table, name);

  g_test_message ("%s", name);
  g_assert_cmpint (field, >=, 0);
  g_assert_cmpint (row->values[field].type, ==, value->type);
  if (value->type == DAYBOOK_VALUE_TEXT)
    g_assert_cmpstr (row->values[field].text, ==, value->text);
  if (value->type == DAYBOOK_VALUE_INT)
    g_assert_cmpint (row->values[field].number, ==, value->number);
  g_assert_true (daybook_value_equal (&row->values[field], value));
}

void
case_assert_text (Book            *book,
                  const DaybookId *id,
                  const char      *name,
                  const char      *text)
{
  g_auto(DaybookValue) value = daybook_value_text (text);

  case_assert (book, id, name, &value);
}

void
case_assert_int (Book            *book,
                 const DaybookId *id,
                 const char      *name,
                 gint64           number)
{
  const DaybookValue value = daybook_value_int (number);

  case_assert (book, id, name, &value);
}

DaybookOutcome *
case_undo (Book            *book,
           const DaybookId *act)
{
  g_autoptr(GError) error = NULL;
  DaybookOutcome *outcome = daybook_store_undo (book->store, act, &error);

  g_assert_no_error (error);
  return outcome;
}

DaybookOutcome *
case_redo (Book *book)
{
  g_autoptr(GError) error = NULL;
  DaybookOutcome *outcome = daybook_store_redo (book->store, &error);

  g_assert_no_error (error);
  return outcome;
}

/* --- Values ------------------------------------------------------------------------- */

/* The row of the table that was made first, or last. */
static DaybookValue
reference_to (Book               *book,
              const DaybookTable *table,
              guint               round)
{
  g_autoptr(GPtrArray) rows = daybook_reader_all (reader_of (book), table, NULL);

  g_assert_cmpuint (rows->len, >, 1);
  return daybook_value_id (&((DaybookRow *) g_ptr_array_index (rows, round % 2 == 0 ? 0 : rows->len - 1))->id);
}

DaybookValue
case_keys_value (Book       *book,
                 const char *name,
                 guint       round)
{
  if (g_str_equal (name, "finder"))
    return reference_to (book, &daybook_agents, round);
  if (g_str_equal (name, "other"))
    return reference_to (book, &daybook_cases, round);

  for (gsize i = 0; i < G_N_ELEMENTS (VALUES); i++)
    if (g_str_equal (VALUES[i].name, name))
      return VALUES[i].texts[0] != NULL ? daybook_value_text (VALUES[i].texts[round % 2]) : daybook_value_int (VALUES[i].numbers[round % 2]);

  g_assert_not_reached ();
}
