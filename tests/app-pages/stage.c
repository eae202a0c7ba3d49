/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stage.h"

#include "store/task.h"

#define PATIENCE_S 60

struct _TestStage
{
  AdwWindow parent_instance;

  DaybookStore *store;
  TestAnswer    answer;
  char         *said;
  char         *shown;
  char         *exported;
  DaybookId     act;
};

static void shell_init (DaybookShellInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TestStage, test_stage, ADW_TYPE_WINDOW,
                               G_IMPLEMENT_INTERFACE (DAYBOOK_TYPE_SHELL, shell_init))

static void
say (DaybookShell *shell,
     const char   *text)
{
  TestStage *self = TEST_STAGE (shell);

  g_free (self->said);
  self->said = g_strdup (text);
}

static void
commit (DaybookShell *shell,
        DaybookEdit  *edit,
        const char   *done)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DaybookOutcome) outcome = NULL;

  if (TEST_STAGE (shell)->answer == TEST_ANSWER_REFUSE)
    {
      say (shell, "Refused");
      return;
    }

  outcome = daybook_store_commit (TEST_STAGE (shell)->store, edit, &error);
  g_assert_no_error (error);
  say (shell, done != NULL ? done : daybook_edit_title (edit));
}

static void
tell (DaybookShell         *shell,
      const DaybookOutcome *outcome,
      const char           *done)
{
  say (shell, done != NULL ? done : outcome->title);
}

static void
show_page (DaybookShell *shell,
           const char   *page)
{
  TestStage *self = TEST_STAGE (shell);

  g_free (self->shown);
  self->shown = g_strdup (page);
}

static gboolean
can_show (DaybookShell       *shell,
          const DaybookTable *table)
{
  return TRUE;
}

static void
show_row (DaybookShell       *shell,
          const DaybookTable *table,
          const DaybookId    *id)
{
  show_page (shell, table->plural);
}

static void
show_query (DaybookShell       *shell,
            const DaybookQuery *query)
{
  show_page (shell, query->table->plural);
  TEST_STAGE (shell)->act = query->act;
}

static void
export_list (DaybookShell            *shell,
             const DaybookListExport *list)
{
  TestStage *self = TEST_STAGE (shell);

  g_free (self->exported);
  self->exported = g_strdup_printf ("%u rows, %u columns", list->n_rows, list->columns->len);
}

static void
shell_init (DaybookShellInterface *iface)
{
  iface->commit = commit;
  iface->tell = tell;
  iface->say = say;
  iface->can_show = can_show;
  iface->show_row = show_row;
  iface->show_query = show_query;
  iface->export = export_list;
}

static void
test_stage_finalize (GObject *object)
{
  TestStage *self = TEST_STAGE (object);

  g_object_unref (self->store);
  g_free (self->said);
  g_free (self->shown);
  g_free (self->exported);
  G_OBJECT_CLASS (test_stage_parent_class)->finalize (object);
}

static void
test_stage_class_init (TestStageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_stage_finalize;
}

static void
test_stage_init (TestStage *self)
{
  self->said = g_strdup ("");
  self->shown = g_strdup ("");
  self->exported = g_strdup ("");
}

TestStage *
test_stage_new (DaybookStore *store,
                GtkWidget    *page)
{
  TestStage *self = g_object_new (TEST_TYPE_STAGE, "default-width", 1000, "default-height", 700, NULL);

  self->store = g_object_ref (store);
  /* What fades out is still there for a while. */
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", FALSE, NULL);
  adw_window_set_content (ADW_WINDOW (self), page);
  gtk_window_present (GTK_WINDOW (self));
  test_turn_loop ();
  return self;
}

void
test_stage_set_answer (TestStage  *self,
                       TestAnswer  answer)
{
  self->answer = answer;
}

const char *
test_stage_get_said (TestStage *self)
{
  return self->said;
}

const char *
test_stage_get_shown (TestStage *self)
{
  return self->shown;
}

DaybookId
test_stage_get_act (TestStage *self)
{
  return self->act;
}

void
test_stage_close (TestStage *self)
{
  gtk_window_destroy (GTK_WINDOW (self));
  daybook_tasks_wait ();
  test_turn_loop ();
}

/* The sanitizers have the patience that the journeys have (tests/lib/session.py), and a disk that much is written to
 * takes its time. */
static guint
get_patience (void)
{
  const char *times = g_getenv ("DAYBOOK_TEST_PATIENCE");

  return PATIENCE_S * (times != NULL ? (guint) MAX (g_ascii_strtoull (times, NULL, 10), 1) : 1);
}

static gboolean
on_too_late (gpointer data)
{
  g_assert_not_reached ();
}

void
test_wait_until (TestCondition condition,
                 gpointer      data)
{
  guint watchdog = g_timeout_add_seconds (get_patience (), on_too_late, NULL);

  while (!condition (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (watchdog);
}

void
test_turn_loop (void)
{
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

static gboolean
reads (GtkWidget  *widget,
       const char *wanted)
{
  const char *text = "";

  if (GTK_IS_LABEL (widget))
    text = gtk_label_get_label (GTK_LABEL (widget));
  else if (GTK_IS_BUTTON (widget))
    text = gtk_button_get_label (GTK_BUTTON (widget));
  else if (ADW_IS_PREFERENCES_ROW (widget))
    text = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));
  else if (ADW_IS_STATUS_PAGE (widget))
    text = adw_status_page_get_title (ADW_STATUS_PAGE (widget));
  if (text == NULL)
    text = gtk_widget_get_tooltip_text (widget);

  /* An underline in a button's label marks its key. */
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", "_", -1);
  g_autofree char *plain = g_strjoinv (GTK_IS_BUTTON (widget) ? "" : "_", parts);
  return g_str_equal (plain, wanted);
}

GtkWidget *
test_find (GtkWidget  *root,
           GType       type,
           const char *text)
{
  if (gtk_widget_get_mapped (root) && g_type_is_a (G_OBJECT_TYPE (root), type)
      && (text == NULL || reads (root, text)))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = test_find (child, type, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

typedef struct
{
  GtkWidget  *root;
  GType       type;
  const char *text;
  GtkWidget  *found;
} Wanted;

static gboolean
is_there (gpointer data)
{
  Wanted *wanted = data;

  wanted->found = test_find (wanted->root, wanted->type, wanted->text);
  return wanted->found != NULL && gtk_widget_is_sensitive (wanted->found);
}

GtkWidget *
test_await (GtkWidget  *root,
            GType       type,
            const char *text)
{
  Wanted wanted = { root, type, text, NULL };

  test_wait_until (is_there, &wanted);
  return wanted.found;
}

void
test_press (GtkWidget  *root,
            const char *label)
{
  g_signal_emit_by_name (test_await (root, GTK_TYPE_BUTTON, label), "clicked");
}

static gboolean
find_dialog (gpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();
  Wanted *wanted = data;

  wanted->found = NULL;
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), wanted->type) && gtk_widget_get_mapped (window))
        wanted->found = window;
    }
  return wanted->found != NULL;
}

static gboolean
is_without_dialog (gpointer data)
{
  return !find_dialog (data);
}

GtkWidget *
test_await_dialog (GType type)
{
  Wanted wanted = { .type = type };

  test_wait_until (find_dialog, &wanted);
  return wanted.found;
}

void
test_await_no_dialog (GType type)
{
  Wanted wanted = { .type = type };

  test_wait_until (is_without_dialog, &wanted);
}

GFile *
test_write_file (Book       *book,
                 const char *name,
                 const char *text)
{
  g_autofree char *path = g_build_filename (book->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

const char *
test_stage_get_exported (TestStage *self)
{
  return self->exported;
}
