/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/today/task-dialog.h"

#include "app/common/agent-picker.h"
#include "app/common/shell.h"
#include "app/common/typed-time.h"
#include "core/case-call.h"
#include "core/moment.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Lives as long as the dialog. */
typedef struct
{
  DaybookDesk        *desk;  /* a reference, as the next */
  DaybookRow         *of;    /* or NULL */
  GtkEditable        *title; /* borrowed, as the following */
  GtkEditable        *due;
  GtkLabel           *says;
  GtkCheckButton     *about; /* or NULL */
  DaybookId           agent; /* null: nobody */
} Question;

static void
free_question (gpointer data,
               GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->desk);
  g_clear_pointer (&question->of, daybook_row_unref);
  g_free (question);
}

static DaybookStore *
get_store (Question *question)
{
  return daybook_desk_get_store (question->desk);
}

static gboolean
read_due (Question  *question,
          gint64    *due,
          GError   **error)
{
  return daybook_typed_time_read (gtk_editable_get_text (question->due), daybook_store_get_now (get_store (question)),
                                  daybook_store_get_zone (get_store (question)), due, error);
}

static char *
typed_title (Question *question)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (question->title)));
}

/* --- The answer ------------------------------------------------------------------------ */

static void
on_response (AdwMessageDialog *dialog,
             const char       *response,
             Question         *question)
{
  g_autofree char *title = typed_title (question);
  gboolean about = question->about != NULL && gtk_check_button_get_active (question->about);
  DaybookCaseCall task = { .kind = DAYBOOK_TASK_TODO, .title = title };
  g_autoptr(DaybookEdit) edit = NULL;

  if (!g_str_equal (response, "save") || *title == '\0' || !read_due (question, &task.due, NULL))
    return;

  if (!daybook_id_is_null (&question->agent))
    task.agent = &question->agent;
  edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (get_store (question)));
  daybook_case_call_add (edit, about ? question->of : NULL, &task, daybook_store_get_now (get_store (question)));
  daybook_shell_commit (daybook_shell_of (GTK_WIDGET (dialog)), edit, NULL);
}

/* What Enter would do now. */
static void
show_answer (AdwMessageDialog *dialog,
             Question         *question)
{
  g_autofree char *title = typed_title (question);
  g_autoptr(GError) error = NULL;
  gint64 due;
  gboolean is_time = read_due (question, &due, &error);
  g_autofree char *moment = is_time && due != 0 ? daybook_moment_format_long (due, daybook_store_get_zone (get_store (question))) : NULL;

  gtk_label_set_text (question->says, !is_time ? error->message : moment != NULL ? moment : _("Without a time it is a memo."));
  if (is_time)
    gtk_widget_remove_css_class (GTK_WIDGET (question->says), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (question->says), "error");
  adw_message_dialog_set_response_enabled (dialog, "save", *title != '\0' && is_time);
}

static void
on_changed (AdwMessageDialog *dialog)
{
  show_answer (dialog, g_object_get_data (G_OBJECT (dialog), "question"));
}

static void
on_agent_picked (Question         *question,
                 const DaybookRow *agent)
{
  question->agent = agent != NULL ? agent->id : (DaybookId) { { 0 } };
}

/* --- What is asked ------------------------------------------------------------------------ */

static GtkEditable *
make_entry (const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  return GTK_EDITABLE (row);
}

static GtkWidget *
make_list (Question *question)
{
  GtkWidget *list = gtk_list_box_new ();

  question->title = make_entry (_("What is to be done"));
  question->due = make_entry (_("By when: 14:30, tomorrow, 2026-12-01 10:00"));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (question->title));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (question->due));
  return list;
}

/* A shop of one person does not ask whose. */
static void
add_agent (Question *question,
           GtkBox   *box)
{
  const DaybookId *agent = daybook_store_get_agent (get_store (question));
  GtkWidget *picker;

  if (agent != NULL)
    question->agent = *agent;
  if (daybook_desk_get_agents (question->desk)->len < 2)
    return;

  picker = g_object_new (DAYBOOK_TYPE_AGENT_PICKER, NULL);
  daybook_agent_picker_set_desk (DAYBOOK_AGENT_PICKER (picker), question->desk);
  daybook_agent_picker_set_agent (DAYBOOK_AGENT_PICKER (picker), agent);
  g_signal_connect_swapped (picker, "picked", G_CALLBACK (on_agent_picked), question);
  gtk_box_append (box, picker);
}

static void
add_about (Question *question,
           GtkBox   *box)
{
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  if (question->of == NULL)
    return;

  name = daybook_desk_name (question->desk, daybook_table_base (question->of->table)->kind, &question->of->id);
  /* Translators: %s is an order, a case, a customer or a product */
  label = g_strdup_printf (_("About %s"), name);
  question->about = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (label));
  gtk_check_button_set_active (question->about, TRUE);
  gtk_box_append (box, GTK_WIDGET (question->about));
}

static GtkWidget *
make_content (Question *question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (box), make_list (question));
  question->says = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (question->says, 0);
  gtk_label_set_wrap (question->says, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (question->says), "dim-label");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (question->says));
  add_agent (question, GTK_BOX (box));
  add_about (question, GTK_BOX (box));
  return box;
}

void
daybook_task_dialog_present (GtkWidget        *widget,
                             DaybookDesk      *desk,
                             const DaybookRow *of)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (widget));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, _("New Task or Memo"), NULL));
  Question *question = g_new0 (Question, 1);

  question->desk = g_object_ref (desk);
  question->of = of != NULL ? daybook_row_ref ((DaybookRow *) of) : NULL;
  adw_message_dialog_set_extra_child (dialog, make_content (question));
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "save", _("_Save"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_object_set_data (G_OBJECT (dialog), "question", question);
  g_signal_connect_swapped (question->title, "changed", G_CALLBACK (on_changed), dialog);
  g_signal_connect_swapped (question->due, "changed", G_CALLBACK (on_changed), dialog);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), question, free_question, 0);
  show_answer (dialog, question);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (GTK_WIDGET (question->title));
}
