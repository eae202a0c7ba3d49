/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/imports/imports-page.h"
#include "app/imports/mapping-fields.h"
#include "app/imports/mapping-view.h"
#include "core/review.h"
#include "core/stock.h"
#include "stage.h"

#include <string.h>

/* The page on which a person says what is in a table that nobody knows. */

/* Of stock, which nothing but the person knows. */
#define SHELF \
  "Code,What,Left,Where\n" \
  "CUP,Cup,12,Hall\n" \
  "BOWL,Bowl,3,Attic\n"
/* Of reviews, by its headings. */
#define GUESTBOOK \
  "Who wrote it,Review Date,Rating,What they said in their comment,Our reply\n" \
  "Ann,2024-05-01,5,Lovely,Thank you\n"

typedef struct
{
  Book         book;
  DaybookPage *page;
  TestStage   *stage;
} Scene;

static void
open_scene (Scene *scene)
{
  book_open (&scene->book);
  scene->page = daybook_imports_page_new (scene->book.store);
  scene->stage = test_stage_new (scene->book.store, GTK_WIDGET (scene->page));
}

static void
close_scene (Scene *scene)
{
  test_stage_close (scene->stage);
  book_close (&scene->book);
}

/* Gives the page a table that it asks about. */
static DaybookMappingView *
give (Scene      *scene,
      const char *text)
{
  g_autoptr (GFile) file = test_write_file (&scene->book, "own.csv", text);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  g_list_store_append (files, file);
  daybook_imports_page_import (DAYBOOK_IMPORTS_PAGE (scene->page), G_LIST_MODEL (files));
  return DAYBOOK_MAPPING_VIEW (test_await (GTK_WIDGET (scene->page), DAYBOOK_TYPE_MAPPING_VIEW, NULL));
}

static AdwComboRow *
combo (Scene      *scene,
       const char *title)
{
  return ADW_COMBO_ROW (test_await (GTK_WIDGET (scene->page), ADW_TYPE_COMBO_ROW, title));
}

/* The entry that a list shows. */
static const char *
chosen (Scene      *scene,
        const char *title)
{
  return gtk_string_object_get_string (adw_combo_row_get_selected_item (combo (scene, title)));
}

static void
choose (Scene      *scene,
        const char *title,
        const char *entry)
{
  AdwComboRow *row = combo (scene, title);
  GListModel *model = adw_combo_row_get_model (row);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (model, i);

      if (g_str_equal (gtk_string_object_get_string (item), entry))
        {
          adw_combo_row_set_selected (row, i);
          test_turn_loop ();
          return;
        }
    }

  g_error ("“%s” is not in the list “%s”", entry, title);
}

#define KIND "What is in this table?"

/* What a cell of several columns of one name means is said. */
static void
assert_told_apart (const DaybookMappingKind *kind)
{
  g_autoptr (GHashTable) labels = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const char *label = daybook_mapping_field_label (&kind->fields[i]);

      g_test_message ("%s %s: %s", kind->name, kind->fields[i].name, label);
      g_assert_true (g_hash_table_add (labels, (gpointer) label));
    }
}

static void
test_fields_are_told_apart (void)
{
  guint n_kinds;
  const DaybookMappingKind *kinds = daybook_mapping_kinds (&n_kinds);

  g_assert_cmpuint (n_kinds, >=, 6);
  for (guint i = 0; i < n_kinds; i++)
    assert_told_apart (&kinds[i]);
}

/* The fields follow the kind; the import is of it; the next such file needs no answer. */
static void
test_a_kind_is_chosen (void)
{
  Scene scene;
  open_scene (&scene);

  give (&scene, SHELF);
  g_assert_cmpstr (chosen (&scene, KIND), ==, "Orders");
  g_assert_nonnull (combo (&scene, "Receiver"));
  choose (&scene, KIND, "Stock");
  g_assert_null (test_find (GTK_WIDGET (scene.page), ADW_TYPE_COMBO_ROW, "Receiver"));
  test_await (GTK_WIDGET (scene.page), GTK_TYPE_LABEL, "Choose the number, or the columns that identify a row.");

  choose (&scene, "SKU", "Code");
  choose (&scene, "On hand", "Left");
  choose (&scene, "Place", "Where");
  g_assert_null (test_find (GTK_WIDGET (scene.page), GTK_TYPE_LABEL, "Choose the number, or the columns that identify a row."));
  test_await (GTK_WIDGET (scene.page), ADW_TYPE_ACTION_ROW, "SKU: BOWL · On hand: 3 · Place: Attic");
  test_press (GTK_WIDGET (scene.page), "Read the File");
  test_press (GTK_WIDGET (scene.page), "Import");
  test_press (GTK_WIDGET (scene.page), "Done");
  g_assert_cmpuint (book_count (&scene.book, &daybook_stocks, ""), ==, 2);
  g_assert_cmpuint (book_count (&scene.book, &daybook_orders, ""), ==, 0);

  close_scene (&scene);
}

/* Headings that clearly speak of reviews say so; another kind can still be chosen. */
static void
test_a_kind_is_guessed (void)
{
  Scene scene;
  open_scene (&scene);

  give (&scene, GUESTBOOK);
  g_assert_cmpstr (chosen (&scene, KIND), ==, "Reviews");
  g_assert_cmpstr (chosen (&scene, "Stars"), ==, "Rating");
  g_assert_cmpstr (chosen (&scene, "Our reply"), ==, "Our reply");
  choose (&scene, "Buyer", "Who wrote it");
  choose (&scene, KIND, "Orders");
  g_assert_cmpstr (chosen (&scene, "Buyer"), ==, "Not chosen");
  choose (&scene, KIND, "Reviews");
  choose (&scene, "Buyer", "Who wrote it");
  test_press (GTK_WIDGET (scene.page), "Read the File");
  test_press (GTK_WIDGET (scene.page), "Import");
  test_press (GTK_WIDGET (scene.page), "Done");
  g_assert_cmpuint (book_count (&scene.book, &daybook_reviews, ""), ==, 1);

  close_scene (&scene);
}

static gboolean
is_said (gpointer data)
{
  return *test_stage_get_said (data) != '\0';
}

/* What is saved names fields and headings alone, and fills the page again. */
static void
test_choices_are_saved_and_loaded (void)
{
  Scene scene;
  open_scene (&scene);
  g_autoptr (GFile) target = g_file_new_build_filename (scene.book.folder, "m.json", NULL);
  g_autofree char *text = NULL;
  DaybookMappingView *view = give (&scene, SHELF);

  choose (&scene, KIND, "Stock");
  choose (&scene, "SKU", "Code");
  choose (&scene, "On hand", "Left");
  daybook_mapping_view_save_to (view, target);
  test_wait_until (is_said, scene.stage);
  g_assert_cmpstr (test_stage_get_said (scene.stage), ==, "Answer saved");
  g_assert_true (g_file_load_contents (target, NULL, &text, NULL, NULL, NULL));
  g_assert_nonnull (strstr (text, "\"stock\""));
  g_assert_null (strstr (text, "CUP"));
  g_assert_null (strstr (text, "Attic"));

  choose (&scene, KIND, "Orders");
  daybook_mapping_view_load_from (view, target);
  test_await (GTK_WIDGET (scene.page), ADW_TYPE_COMBO_ROW, "On hand");
  g_assert_cmpstr (chosen (&scene, KIND), ==, "Stock");
  g_assert_cmpstr (chosen (&scene, "SKU"), ==, "Code");
  g_assert_cmpstr (chosen (&scene, "On hand"), ==, "Left");
  g_assert_cmpstr (chosen (&scene, "Place"), ==, "Not chosen");

  close_scene (&scene);
}

/* Headings are found as the import finds them, whatever their case. */
static void
test_headings_in_another_case (void)
{
  Scene scene;
  open_scene (&scene);
  DaybookMappingView *view = give (&scene, SHELF);
  g_autoptr (GFile) file = test_write_file (&scene.book, "m.json",
    "{\"kind\": \"stock\", \"key\": [\"WHAT\", \"where \"], \"columns\": {\"on_hand\": \"LEFT \"}}");
  g_autoptr (DaybookMapping) mapping = NULL;

  daybook_mapping_view_load_from (view, file);
  test_await (GTK_WIDGET (scene.page), ADW_TYPE_COMBO_ROW, "On hand");
  g_assert_cmpstr (chosen (&scene, "On hand"), ==, "Left");
  mapping = daybook_mapping_view_get_mapping (view);
  g_assert_cmpstrv (daybook_mapping_get_key (mapping), ((const char *const[]) { "What", "Where", NULL }));

  close_scene (&scene);
}

static gboolean
says (gpointer data)
{
  const char **wanted = data;

  return strstr (test_stage_get_said ((TestStage *) wanted[0]), wanted[1]) != NULL;
}

/* A file that does not fit is told why, and changes nothing. */
static void
assert_unfit (Scene      *scene,
              const char *json,
              const char *why)
{
  DaybookMappingView *view = DAYBOOK_MAPPING_VIEW (test_find (GTK_WIDGET (scene->page), DAYBOOK_TYPE_MAPPING_VIEW, NULL));
  g_autoptr (GFile) file = test_write_file (&scene->book, "m.json", json);
  const char *wanted[] = { (const char *) scene->stage, why };

  daybook_mapping_view_load_from (view, file);
  test_wait_until (says, wanted);
  g_assert_cmpstr (chosen (scene, KIND), ==, "Stock");
  g_assert_cmpstr (chosen (scene, "SKU"), ==, "Code");
}

static void
test_files_that_do_not_fit (void)
{
  Scene scene;
  open_scene (&scene);
  g_autofree char *large = g_strnfill (1024 * 1024 + 1, ' ');

  give (&scene, SHELF);
  choose (&scene, KIND, "Stock");
  choose (&scene, "SKU", "Code");
  assert_unfit (&scene, "{\"kind\": \"stock\", \"columns\": {\"number\": \"Code\", \"place\": \"Shelf\"}}", "“Shelf”");
  assert_unfit (&scene, "{\"kind\": \"stock\", \"columns\": {}, \"key\": [\"Box\"]}", "“Box”");
  assert_unfit (&scene, "{\"kind\": \"wishes\", \"columns\": {}}", "“kind”");
  assert_unfit (&scene, "{\"columns\": {\"number\": \"Code\", \"stage\": \"What\"}}", "“stage”");
  assert_unfit (&scene, SHELF, "cannot be read");
  assert_unfit (&scene, "[]", "This is no mapping");
  assert_unfit (&scene, large, "is not a mapping");

  close_scene (&scene);
}

/* The widget's own controller of a type. (transfer none) */
static gpointer
controller_of (GtkWidget *widget,
               GType      type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_type_is_a (G_OBJECT_TYPE (controller), type))
        return controller;
    }

  g_error ("%s has no %s", G_OBJECT_TYPE_NAME (widget), g_type_name (type));
}

/* As a chip says it that is dragged. */
static GdkContentProvider *
content_of (Scene      *scene,
            const char *heading)
{
  GtkWidget *chip = test_find (GTK_WIDGET (scene->page), GTK_TYPE_LABEL, heading);

  return gtk_drag_source_get_content (controller_of (chip, GTK_TYPE_DRAG_SOURCE));
}

static void
drag (Scene      *scene,
      const char *heading,
      GtkWidget  *onto)
{
  GtkDropTarget *target = controller_of (onto, GTK_TYPE_DROP_TARGET);
  gsize n_types;
  const GType *types = gdk_content_formats_get_gtypes (gtk_drop_target_get_formats (target), &n_types);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, types[0]);
  g_assert_true (gdk_content_provider_get_value (content_of (scene, heading), &value, NULL));
  g_signal_emit_by_name (target, "drop", &value, 1.0, 1.0, &taken);
  g_assert_true (taken);
  test_turn_loop ();
}

/* A column is dragged onto what it is, or onto what identifies a row; then it is grey. */
static void
test_columns_are_dragged (void)
{
  Scene scene;
  open_scene (&scene);
  DaybookMappingView *view = give (&scene, SHELF);
  GtkWidget *chip = test_find (GTK_WIDGET (scene.page), GTK_TYPE_LABEL, "Left");
  g_autoptr (DaybookMapping) mapping = NULL;

  g_assert_false (gtk_widget_has_css_class (chip, "dim-label"));
  choose (&scene, KIND, "Stock");
  drag (&scene, "Left", GTK_WIDGET (combo (&scene, "On hand")));
  g_assert_cmpstr (chosen (&scene, "On hand"), ==, "Left");
  chip = test_find (GTK_WIDGET (scene.page), GTK_TYPE_LABEL, "Left");
  g_assert_true (gtk_widget_has_css_class (chip, "dim-label"));

  drag (&scene, "What", test_find (GTK_WIDGET (scene.page), ADW_TYPE_EXPANDER_ROW, NULL));
  mapping = daybook_mapping_view_get_mapping (view);
  g_assert_cmpstr (daybook_mapping_get (mapping, "on_hand"), ==, "Left");
  g_assert_cmpstrv (daybook_mapping_get_key (mapping), ((const char *const[]) { "What", NULL }));

  close_scene (&scene);
}

static gboolean
is_laid_out (gpointer adjustment)
{
  return gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment) + 100;
}

static gboolean
is_scrolled (gpointer adjustment)
{
  return gtk_adjustment_get_value (adjustment) > 100;
}

static gboolean
is_at_top (gpointer adjustment)
{
  return gtk_adjustment_get_value (adjustment) <= 0;
}

/* What is dragged reaches fields that are out of sight. */
static void
test_the_page_follows_a_drag (void)
{
  Scene scene;
  open_scene (&scene);
  DaybookMappingView *view = give (&scene, SHELF);
  GtkWidget *field = test_find (GTK_WIDGET (view), ADW_TYPE_EXPANDER_ROW, NULL);
  GtkWidget *scroller = gtk_widget_get_ancestor (field, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  gpointer motion = controller_of (scroller, GTK_TYPE_DROP_CONTROLLER_MOTION);

  test_wait_until (is_laid_out, adjustment);
  double height = gtk_widget_get_height (scroller);

  g_signal_emit_by_name (motion, "motion", 100.0, height / 2);
  test_turn_loop ();
  g_assert_true (is_at_top (adjustment));

  g_signal_emit_by_name (motion, "motion", 100.0, height - 10);
  test_wait_until (is_scrolled, adjustment);
  g_signal_emit_by_name (motion, "leave");
  double there = gtk_adjustment_get_value (adjustment);
  test_turn_loop ();
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment), there, 0.1);

  g_signal_emit_by_name (motion, "enter", 100.0, 5.0);
  test_wait_until (is_at_top, adjustment);
  g_signal_emit_by_name (motion, "leave");
  close_scene (&scene);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/mapping-page/fields-are-told-apart", test_fields_are_told_apart);
  g_test_add_func ("/mapping-page/a-kind-is-chosen", test_a_kind_is_chosen);
  g_test_add_func ("/mapping-page/a-kind-is-guessed", test_a_kind_is_guessed);
  g_test_add_func ("/mapping-page/choices-are-saved-and-loaded", test_choices_are_saved_and_loaded);
  g_test_add_func ("/mapping-page/headings-in-another-case", test_headings_in_another_case);
  g_test_add_func ("/mapping-page/files-that-do-not-fit", test_files_that_do_not_fit);
  g_test_add_func ("/mapping-page/columns-are-dragged", test_columns_are_dragged);
  g_test_add_func ("/mapping-page/the-page-follows-a-drag", test_the_page_follows_a_drag);
  return g_test_run ();
}
