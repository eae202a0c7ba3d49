/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/phrase-edit.h"

#include "core/phrase-example.h"

#define NOW G_GINT64_CONSTANT (1763800000)

static const DaybookId AGENT = { { 1 } };

static DaybookRow *
write_phrase (const char *title,
              const char *text)
{
  DaybookRow *row = daybook_phrase_draft (NOW);

  row->values[DAYBOOK_PHRASE_TITLE] = daybook_value_text (title);
  row->values[DAYBOOK_PHRASE_TEXT] = daybook_value_text (text);
  return row;
}

/* What the edit gives or sets a field to; NULL: nothing. */
static const char *
text_in (DaybookEdit *edit,
         guint        field)
{
  const char *text = NULL;

  for (guint i = 0; i < daybook_edit_size (edit); i++)
    {
      const DaybookChange *change = daybook_edit_change (edit, i);

      if (change->kind == DAYBOOK_CHANGE_CREATE)
        text = change->values[field].text;
      else if (change->kind == DAYBOOK_CHANGE_SET && change->field == field)
        text = change->value.text;
    }
  return text;
}

/* Without a title it has the beginning of its text. */
static void
test_add (void)
{
  static const struct
  {
    const char *title;
    const char *text;
    const char *name;
  } CASES[] = {
    { "On its way", "It is", "On its way" },
    { "  ", "It is on its way.\nBye", "It is on its way." },
    { NULL, "亲爱的，", "亲爱的，" },
    { NULL, "0123456789012345678901234567890123456789ABC", "0123456789012345678901234567890123456789" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr(DaybookRow) draft = write_phrase (CASES[i].title, CASES[i].text);
      g_autoptr(GError) error = NULL;
      g_autoptr(DaybookEdit) edit = daybook_phrase_act_add (draft, &AGENT, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (text_in (edit, DAYBOOK_PHRASE_TITLE), ==, CASES[i].name);
      g_assert_cmpstr (text_in (edit, DAYBOOK_PHRASE_TEXT), ==, CASES[i].text);
    }
}

/* What cannot be kept says which field, and why. */
static void
test_refused (void)
{
  static const struct
  {
    guint       field;
    const char *text;
  } CASES[] = {
    { DAYBOOK_PHRASE_TEXT, " \n" }, { DAYBOOK_PHRASE_KEY, "Not so" }, { DAYBOOK_PHRASE_PROMISE, "soon" }, { DAYBOOK_PHRASE_PATHS, "nowhere" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr(DaybookRow) draft = write_phrase ("Title", "Text");
      g_autoptr(GError) error = NULL;
      guint field = 0;

      daybook_value_clear (&draft->values[CASES[i].field]);
      draft->values[CASES[i].field] = daybook_value_text (CASES[i].text);
      g_assert_false (daybook_phrase_check (draft, &field, &error));
      g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
      g_assert_cmpuint (field, ==, CASES[i].field);
      g_assert_null (daybook_phrase_act_add (draft, &AGENT, NULL));
    }
}

static void
test_change (void)
{
  g_autoptr(DaybookRow) before = write_phrase ("Title", "Text");
  g_autoptr(DaybookRow) after = daybook_row_copy (before);
  g_autoptr(DaybookEdit) nothing = daybook_phrase_act_change (before, after, &AGENT, NULL);

  g_assert_false (daybook_phrase_differs (before, after));
  g_assert_cmpuint (daybook_edit_size (nothing), ==, 0);
  daybook_value_clear (&after->values[DAYBOOK_PHRASE_TEXT]);
  after->values[DAYBOOK_PHRASE_TEXT] = daybook_value_text ("Better");
  g_assert_true (daybook_phrase_differs (before, after));

  g_autoptr(DaybookEdit) edit = daybook_phrase_act_change (before, after, &AGENT, NULL);
  g_assert_cmpuint (daybook_edit_size (edit), ==, 1);
  g_assert_cmpstr (text_in (edit, DAYBOOK_PHRASE_TEXT), ==, "Better");
}

/* The copy is in use, and nothing leads to it. */
static void
test_double (void)
{
  g_autoptr(DaybookRow) row = write_phrase ("Title", "Text");
  g_autoptr(DaybookRow) copy = NULL;

  row->values[DAYBOOK_PHRASE_KEY] = daybook_value_text ("title");
  row->values[DAYBOOK_PHRASE_PURPOSE] = daybook_value_int (DAYBOOK_PURPOSE_APOLOGY);
  row->values[DAYBOOK_PHRASE_RETIRED] = daybook_value_int (1);
  copy = daybook_phrase_double (row, "Title (copy)", NOW);
  g_assert_false (daybook_id_equal (&copy->id, &row->id));
  g_assert_cmpstr (daybook_row_text (copy, DAYBOOK_PHRASE_TITLE), ==, "Title (copy)");
  g_assert_cmpstr (daybook_row_text (copy, DAYBOOK_PHRASE_TEXT), ==, "Text");
  g_assert_cmpint (daybook_row_int (copy, DAYBOOK_PHRASE_PURPOSE), ==, DAYBOOK_PURPOSE_APOLOGY);
  g_assert_false (daybook_row_has (copy, DAYBOOK_PHRASE_KEY));
  g_assert_cmpint (daybook_row_int (copy, DAYBOOK_PHRASE_RETIRED), ==, 0);
}

/* Of several only those are written that are not so already. */
static void
test_several (void)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  const DaybookValue value = daybook_value_int (DAYBOOK_PURPOSE_THANKS);

  g_ptr_array_add (rows, write_phrase ("a", "a"));
  g_ptr_array_add (rows, write_phrase ("b", "b"));
  ((DaybookRow *) g_ptr_array_index (rows, 1))->values[DAYBOOK_PHRASE_PURPOSE] = value;
  g_autoptr(DaybookEdit) edit = daybook_phrase_act_set (rows, DAYBOOK_PHRASE_PURPOSE, &value, "2 phrases: Thanks", &AGENT);
  g_assert_cmpuint (daybook_edit_size (edit), ==, 1);
}

/* In every language there is an example of everything that only an order or a customer would tell. */
static void
test_examples (void)
{
  static const DaybookPlaceholder TOLD[] = {
    DAYBOOK_PLACEHOLDER_AGENT, DAYBOOK_PLACEHOLDER_SHOP, DAYBOOK_PLACEHOLDER_PROMISE_TIME, DAYBOOK_PLACEHOLDER_GREETING,
    DAYBOOK_PLACEHOLDER_TODAY, DAYBOOK_PLACEHOLDER_WEEKDAY,
  };

  for (guint p = 0; p < DAYBOOK_N_PLACEHOLDERS; p++)
    {
      gboolean is_told = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (TOLD); i++)
        is_told = is_told || TOLD[i] == (DaybookPlaceholder) p;
      for (guint language = DAYBOOK_LANGUAGE_ANY + 1; language < DAYBOOK_N_LANGUAGES; language++)
        g_assert_true (is_told == (daybook_phrase_example ((DaybookPlaceholder) p, (DaybookLanguage) language) == NULL));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/phrase-edit/add", test_add);
  g_test_add_func ("/phrase-edit/refused", test_refused);
  g_test_add_func ("/phrase-edit/change", test_change);
  g_test_add_func ("/phrase-edit/double", test_double);
  g_test_add_func ("/phrase-edit/several", test_several);
  g_test_add_func ("/phrase-edit/examples", test_examples);

  return g_test_run ();
}
