/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/field-row.h"
#include "app/cases/fields-box.h"
#include "app/common/desk.h"
#include "app/registers/register-editor.h"
#include "app/registers/register-exchange.h"
#include "app/registers/register-preview.h"
#include "core/case-draft.h"
#include "stage.h"
#include "store/registers.h"

#include <string.h>

static TestStage *
open_stage (Book *book)
{
  book_open (book);
  return test_stage_new (book->store, gtk_label_new ("page"));
}

static void
type_into (GtkWidget  *editor,
           const char *title,
           const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (test_await (editor, ADW_TYPE_ENTRY_ROW, title)), text);
}

static const char *
typed_in (GtkWidget  *editor,
          const char *title)
{
  return gtk_editable_get_text (GTK_EDITABLE (test_await (editor, ADW_TYPE_ENTRY_ROW, title)));
}

/* Enter in the line for a new one. */
static void
add (GtkWidget  *editor,
     const char *question,
     const char *name)
{
  type_into (editor, question, name);
  g_signal_emit_by_name (test_find (editor, ADW_TYPE_ENTRY_ROW, question), "entry-activated");
}

static GtkWidget *
open_row (GtkWidget  *editor,
          const char *name)
{
  GtkWidget *row = test_await (editor, ADW_TYPE_EXPANDER_ROW, name);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  return row;
}

static gboolean
may_save (GtkWidget *editor)
{
  return gtk_widget_get_sensitive (test_find (editor, GTK_TYPE_BUTTON, "Save"));
}

static void
save (GtkWidget *editor)
{
  test_press (editor, "Save");
  test_await_no_dialog (DAYBOOK_TYPE_REGISTER_EDITOR);
}

static DaybookRegister *
in_force (Book       *book,
          const char *key)
{
  return daybook_reader_register (daybook_store_get_reader (book->store), key);
}

static gboolean
is_changed (Book       *book,
            const char *key)
{
  g_autoptr(GPtrArray) registers = daybook_registers_read (daybook_store_get_reader (book->store), NULL, NULL);

  for (guint i = 0; i < registers->len; i++)
    {
      const DaybookShopRegister *one = g_ptr_array_index (registers, i);

      if (g_str_equal (daybook_register_get_key (one->definition), key))
        return one->changed;
    }
  g_assert_not_reached ();
}

static void
undo (Book *book)
{
  g_autoptr(DaybookOutcome) outcome = daybook_store_undo (book->store, NULL, NULL);

  g_assert_nonnull (outcome);
}

/* --- From nothing ------------------------------------------------------------------- */

static void
test_made_from_nothing (void)
{
  Book book;
  TestStage *stage = open_stage (&book);
  GtkWidget *editor;
  DaybookRegister *made;

  daybook_register_editor_begin (GTK_WINDOW (stage), book.store);
  editor = test_await_dialog (DAYBOOK_TYPE_REGISTER_EDITOR);
  type_into (editor, "Title", "Loaned tools");
  g_assert_cmpstr (typed_in (editor, "Numbers begin with"), ==, "L");
  add (editor, "New Field", "Tool");
  add (editor, "New Stage", "Lent");
  type_into (editor, "New Field", "Deposit"); /* typed, and not confirmed, as the next */
  open_row (editor, "Reasons");
  type_into (editor, "New Reason", "Borrowed");
  save (editor);

  made = in_force (&book, "loaned_tools");
  g_assert_cmpstr (daybook_register_get_title (made), ==, "Loaned tools");
  g_assert_cmpuint (daybook_register_get_n_fields (made), ==, 2);
  g_assert_cmpstr (daybook_register_get_field (made, 1)->label, ==, "Deposit");
  g_assert_cmpuint (daybook_register_get_n_stages (made), ==, 4);
  g_assert_cmpuint (daybook_register_get_reasons (made)->len, ==, 1);
  g_assert_cmpstr (test_stage_get_said (stage), ==, "Register made: Loaned tools");
  undo (&book);
  g_assert_null (in_force (&book, "loaned_tools"));
  test_stage_close (stage);
  book_close (&book);
}

/* --- One of ours ---------------------------------------------------------------------- */

static void
test_ours_keeps_only_what_differs (void)
{
  Book book;
  TestStage *stage = open_stage (&book);
  DaybookId id;
  GtkWidget *editor;

  daybook_register_editor_open (GTK_WINDOW (stage), book.store, "suggestion");
  editor = test_await_dialog (DAYBOOK_TYPE_REGISTER_EDITOR);
  g_assert_false (may_save (editor));
  type_into (open_row (editor, "Product"), "Name", "Goods");
  save (editor);
  g_assert_cmpstr (test_stage_get_said (stage), ==, "Register changed: Suggestions");

  daybook_register_row_id (&id, "suggestion");
  g_autoptr(DaybookRow) row = book_row (&book, &daybook_registers, &id);
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_REGISTER_CHANGES), ==, "{\"fields\":{\"product\":{\"label\":{\"en\":\"Goods\"}}}}");
  g_assert_cmpint (daybook_row_int (row, DAYBOOK_REGISTER_USED), ==, DAYBOOK_ANSWER_UNKNOWN);

  daybook_register_editor_open (GTK_WINDOW (stage), book.store, "suggestion");
  editor = test_await_dialog (DAYBOOK_TYPE_REGISTER_EDITOR);
  test_await (editor, ADW_TYPE_EXPANDER_ROW, "Goods");
  gtk_widget_activate_action (editor, "register.reset", NULL);
  test_await_no_dialog (DAYBOOK_TYPE_REGISTER_EDITOR);
  g_assert_false (is_changed (&book, "suggestion"));
  undo (&book);
  g_assert_true (is_changed (&book, "suggestion"));
  test_stage_close (stage);
  book_close (&book);
}

/* --- Two people ------------------------------------------------------------------------ */

/* As somebody else does, at the same computer or another. */
static void
rename_stage (Book       *book,
              const char *key,
              const char *path,
              const char *label)
{
  DaybookReader *reader = daybook_store_get_reader (book->store);
  g_autoptr(JsonNode) node = daybook_registers_definition (reader, key, NULL);
  g_autofree char *text = json_to_string (node, FALSE);
  g_autoptr(DaybookRegisterDraft) draft = daybook_register_draft_new_of (text, NULL, NULL);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Theirs", daybook_store_get_agent (book->store));
  g_autofree char *changed = NULL;
  g_autoptr(DaybookOutcome) outcome = NULL;

  daybook_register_draft_set_text (draft, path, label);
  changed = daybook_register_draft_print (draft);
  g_assert_true (daybook_registers_save (reader, edit, changed, NULL));
  outcome = daybook_store_commit (book->store, edit, NULL);
  g_assert_nonnull (outcome);
}


/* Of what both have changed one's own stays, and that is said. */
static void
test_what_both_have_changed_is_said (void)
{
  Book book;
  TestStage *stage = open_stage (&book);
  GtkWidget *editor;

  daybook_register_editor_open (GTK_WINDOW (stage), book.store, "suggestion");
  editor = test_await_dialog (DAYBOOK_TYPE_REGISTER_EDITOR);
  type_into (open_row (editor, "Product"), "Name", "Mine");
  rename_stage (&book, "suggestion", "fields/product/label", "Theirs");
  test_await (editor, GTK_TYPE_LABEL,
              "Somebody else has changed this register meanwhile, also what you have changed: Mine."
              " Yours is shown here, and would be saved; theirs is in the history.");
  save (editor);
  g_assert_cmpstr (daybook_register_find_field (in_force (&book, "suggestion"), "product")->label, ==, "Mine");
  test_stage_close (stage);
  book_close (&book);
}

static void
test_what_others_save_is_kept (void)
{
  Book book;
  TestStage *stage = open_stage (&book);
  GtkWidget *editor;

  daybook_register_editor_open (GTK_WINDOW (stage), book.store, "suggestion");
  editor = test_await_dialog (DAYBOOK_TYPE_REGISTER_EDITOR);
  type_into (open_row (editor, "Product"), "Name", "Mine");
  rename_stage (&book, "suggestion", "stages/noted/label", "Theirs");
  test_await (editor, ADW_TYPE_EXPANDER_ROW, "Theirs");
  test_await (editor, GTK_TYPE_LABEL,
              "Somebody else has changed this register meanwhile. What they have changed is shown here, with what you have changed.");
  save (editor);

  g_assert_cmpstr (daybook_register_find_field (in_force (&book, "suggestion"), "product")->label, ==, "Mine");
  g_assert_cmpstr (daybook_register_get_stage (in_force (&book, "suggestion"), 0)->label, ==, "Theirs");
  test_stage_close (stage);
  book_close (&book);
}

/* --- Closing and problems ----------------------------------------------------------------- */

static void
test_closing_asks (void)
{
  Book book;
  TestStage *stage = open_stage (&book);
  GtkWidget *editor, *question;

  daybook_register_editor_open (GTK_WINDOW (stage), book.store, "suggestion");
  editor = test_await_dialog (DAYBOOK_TYPE_REGISTER_EDITOR);
  type_into (editor, "Title", "Wishes");
  gtk_window_close (GTK_WINDOW (editor));
  question = test_await_dialog (ADW_TYPE_MESSAGE_DIALOG);
  test_press (question, "Go On Editing");
  test_await_no_dialog (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_cmpstr (typed_in (editor, "Title"), ==, "Wishes");

  gtk_window_close (GTK_WINDOW (editor));
  test_press (test_await_dialog (ADW_TYPE_MESSAGE_DIALOG), "Discard");
  test_await_no_dialog (DAYBOOK_TYPE_REGISTER_EDITOR);
  g_assert_false (is_changed (&book, "suggestion"));
  test_stage_close (stage);
  book_close (&book);
}

static void
test_nothing_wrong_is_saved (void)
{
  Book book;
  TestStage *stage = open_stage (&book);
  GtkWidget *editor, *row;

  daybook_register_editor_open (GTK_WINDOW (stage), book.store, "suggestion");
  editor = test_await_dialog (DAYBOOK_TYPE_REGISTER_EDITOR);
  type_into (editor, "Numbers begin with", "R");
  g_assert_false (may_save (editor));
  test_await (editor, GTK_TYPE_LABEL, "Numbers begin with: The numbers of “Returns” begin with R too: take other letters");
  type_into (editor, "Numbers begin with", "G");
  row = open_row (editor, "Adopted");
  type_into (row, "Name", "");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==, "It needs a name");
  g_assert_false (may_save (editor));
  type_into (row, "Name", "Taken up");
  g_assert_true (may_save (editor));
  save (editor);
  test_stage_close (stage);
  book_close (&book);
}

/* --- Files ------------------------------------------------------------------------------------ */

#define OWN \
  "{\"register\": \"keys\", \"prefix\": \"R\", \"title\": \"Lost keys\",\n \"stages\": {\"open\": {\"label\": \"Open\", \"moves\": [\"shut\"]}," \
  " \"shut\": {\"label\": \"Shut\", \"ends\": true}}}"

static void
test_a_file_is_looked_at_first (void)
{
  Book book;
  TestStage *stage = open_stage (&book);
  g_autoptr(GFile) broken = test_write_file (&book, "broken.json", "{\n\"register\": 5}");
  g_autoptr(GFile) own = test_write_file (&book, "keys.json", OWN);
  GtkWidget *dialog, *editor;

  daybook_register_import_from (GTK_WINDOW (stage), book.store, broken);
  dialog = test_await_dialog (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "“broken.json” cannot be used, line 2"));
  test_press (dialog, "Close");
  test_await_no_dialog (ADW_TYPE_MESSAGE_DIALOG);

  daybook_register_import_from (GTK_WINDOW (stage), book.store, own);
  editor = test_await_dialog (DAYBOOK_TYPE_REGISTER_EDITOR);
  g_assert_false (may_save (editor));
  type_into (editor, "Numbers begin with", "K");
  save (editor);
  g_assert_cmpstr (daybook_register_get_prefix (in_force (&book, "keys")), ==, "K");
  test_stage_close (stage);
  book_close (&book);
}

/* --- Cases that have what is retired ---------------------------------------------------------- */

#define RETIRED \
  "{\"register\": \"keys\", \"prefix\": \"K\", \"title\": \"Lost keys\"," \
  " \"fields\": {\"door\": {\"type\": \"text\", \"label\": \"Door\", \"retired\": true}, \"lock\": {\"type\": \"text\", \"label\": \"Lock\", \"retired\": true}}," \
  " \"stages\": {\"open\": {\"label\": \"Open\", \"moves\": [\"shut\"]}, \"shut\": {\"label\": \"Shut\", \"ends\": true}}}"

static void
test_a_retired_field_is_still_read (void)
{
  Book book;
  g_autoptr(DaybookRegister) definition = daybook_register_parse (RETIRED, -1, "x", NULL);
  GtkWidget *box = g_object_new (DAYBOOK_TYPE_FIELDS_BOX, NULL);
  const DaybookCaseFacts facts = { 0 };

  book_open (&book);
  g_autoptr(DaybookCaseDraft) draft = daybook_case_draft_new (definition, daybook_store_get_shop (book.store), NULL, "CNY", BOOK_NOW);
  daybook_case_draft_set (draft, (guint) daybook_table_field (daybook_register_get_table (definition), "door"), daybook_value_text ("front"));
  TestStage *stage = test_stage_new (book.store, box);
  daybook_fields_box_set_up (DAYBOOK_FIELDS_BOX (box), daybook_desk_of (book.store), definition);
  daybook_fields_box_show (DAYBOOK_FIELDS_BOX (box), daybook_case_draft_row (draft), &facts);

  test_await (box, GTK_TYPE_LABEL, "No Longer Asked");
  GtkWidget *door = gtk_widget_get_ancestor (test_find (box, GTK_TYPE_LABEL, "Door"), DAYBOOK_TYPE_FIELD_ROW);
  g_assert_false (gtk_widget_is_sensitive (test_find (door, GTK_TYPE_ENTRY, NULL)));
  g_assert_null (test_find (box, GTK_TYPE_LABEL, "Lock"));
  test_stage_close (stage);
  book_close (&book);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("LANGUAGE", "en", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/register-editor/made-from-nothing", test_made_from_nothing);
  g_test_add_func ("/register-editor/ours-keeps-only-what-differs", test_ours_keeps_only_what_differs);
  g_test_add_func ("/register-editor/what-others-save-is-kept", test_what_others_save_is_kept);
  g_test_add_func ("/register-editor/what-both-have-changed-is-said", test_what_both_have_changed_is_said);
  g_test_add_func ("/register-editor/closing-asks", test_closing_asks);
  g_test_add_func ("/register-editor/nothing-wrong-is-saved", test_nothing_wrong_is_saved);
  g_test_add_func ("/register-editor/a-file-is-looked-at-first", test_a_file_is_looked_at_first);
  g_test_add_func ("/register-editor/a-retired-field-is-still-read", test_a_retired_field_is_still_read);
  return g_test_run ();
}
