/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/announcements/announcement-dialog.h"

#include "app/announcements/announcement-words.h"
#include "app/common/field-choice.h"
#include "app/common/note-editor.h"
#include "app/common/shell.h"
#include "app/common/typed-time.h"
#include "core/announcement-edit.h"
#include "core/moment.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define QUESTION "question"

/* Lives as long as the dialog. */
typedef struct
{
  DaybookDesk       *desk;    /* a reference */
  char              *text;    /* owned */
  GtkEditable       *title;   /* borrowed, as the following */
  DaybookNoteEditor *editor;
  AdwComboRow       *kind;
  AdwComboRow       *readers; /* NULL: the shop has one person */
  GtkEditable       *until;
  GtkLabel          *says;
  DaybookId          article; /* null: none */
} Question;

static void
free_question (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->desk);
  g_free (question->text);
  g_free (question);
}

static DaybookStore *
get_store (Question *question)
{
  return daybook_desk_get_store (question->desk);
}

/* --- The answer ------------------------------------------------------------------------ */

/* What would be announced now. (transfer full) Errors: FORMAT, CONSTRAINT. */
static DaybookRow *
read_draft (Question  *question,
            GError   **error)
{
  DaybookStore *store = get_store (question);
  gint64 now = daybook_store_get_now (store), until;
  g_autoptr(DaybookRow) draft = daybook_announcement_draft (daybook_store_get_agent (store), now);
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (question->title)));

  if (!daybook_typed_time_read (gtk_editable_get_text (question->until), now, daybook_store_get_zone (store), &until, error))
    return NULL;

  draft->values[DAYBOOK_ANNOUNCEMENT_TITLE] = daybook_value_text (title);
  draft->values[DAYBOOK_ANNOUNCEMENT_TEXT] = daybook_value_text (question->text != NULL && *question->text != '\0' ? question->text : NULL);
  draft->values[DAYBOOK_ANNOUNCEMENT_KIND] = daybook_value_int (adw_combo_row_get_selected (question->kind));
  draft->values[DAYBOOK_ANNOUNCEMENT_READERS] = daybook_value_int (question->readers != NULL ? adw_combo_row_get_selected (question->readers) : 0);
  draft->values[DAYBOOK_ANNOUNCEMENT_ARTICLE] = daybook_value_id (&question->article);
  if (until != 0)
    draft->values[DAYBOOK_ANNOUNCEMENT_UNTIL] = daybook_value_int (until);
  return daybook_announcement_check (NULL, draft, now, error) ? g_steal_pointer (&draft) : NULL;
}

static void
on_response (AdwMessageDialog *dialog,
             const char       *response,
             Question         *question)
{
  const DaybookId *agent = daybook_store_get_agent (get_store (question));
  gint64 now = daybook_store_get_now (get_store (question));
  g_autoptr(DaybookRow) draft = NULL;
  g_autoptr(DaybookEdit) edit = NULL;

  if (!g_str_equal (response, "announce"))
    return;

  daybook_note_editor_flush (question->editor);
  draft = read_draft (question, NULL);
  edit = draft != NULL ? daybook_announcement_act_add (draft, agent, now, NULL) : NULL;
  if (edit == NULL)
    return;

  daybook_read_mark_add (edit, draft, NULL, NULL, agent, now);
  daybook_shell_commit (daybook_shell_of (GTK_WIDGET (dialog)), edit, NULL);
}

/* What Enter would do now. */
static void
show_answer (AdwMessageDialog *dialog,
             Question         *question)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookRow) draft = read_draft (question, &error);
  gint64 until = draft != NULL ? daybook_row_int (draft, DAYBOOK_ANNOUNCEMENT_UNTIL) : 0;
  g_autofree char *moment = until != 0 ? daybook_moment_format_long (until, daybook_store_get_zone (get_store (question))) : NULL;
  gboolean blank = gtk_editable_get_text (question->title)[0] == '\0';

  gtk_label_set_text (question->says, draft == NULL && !blank ? error->message : moment != NULL ? moment
                                      : _("It stands first in Today until everyone has read it."));
  if (draft == NULL && !blank)
    gtk_widget_add_css_class (GTK_WIDGET (question->says), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (question->says), "error");
  adw_message_dialog_set_response_enabled (dialog, "announce", draft != NULL && !blank);
}

static void
on_changed (AdwMessageDialog *dialog)
{
  show_answer (dialog, g_object_get_data (G_OBJECT (dialog), QUESTION));
}

static void
on_text_edited (Question   *question,
                const char *text)
{
  g_free (question->text);
  question->text = g_strdup (text);
}

static void
on_article_picked (Question        *question,
                   const DaybookId *article)
{
  question->article = article != NULL ? *article : (DaybookId) { { 0 } };
}

/* --- What is asked ------------------------------------------------------------------------ */

static GtkEditable *
add_entry (GtkListBox *list,
           const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_list_box_append (list, row);
  return GTK_EDITABLE (row);
}

static AdwComboRow *
add_choice (GtkListBox *list,
            guint       field)
{
  GtkWidget *row = adw_combo_row_new ();

  daybook_field_choice_fill (ADW_COMBO_ROW (row), &daybook_announcements, field);
  gtk_list_box_append (list, row);
  return ADW_COMBO_ROW (row);
}

static GtkListBox *
add_list (GtkBox *box)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_box_append (box, list);
  return GTK_LIST_BOX (list);
}

static void
add_article (Question *question,
             GtkBox   *box)
{
  GtkWidget *picker = g_object_new (DAYBOOK_TYPE_ROW_PICKER, NULL);

  daybook_row_picker_set_up (DAYBOOK_ROW_PICKER (picker), question->desk, &daybook_notice_article_picking);
  daybook_row_picker_set_row (DAYBOOK_ROW_PICKER (picker), daybook_id_is_null (&question->article) ? NULL : &question->article);
  g_signal_connect_swapped (picker, "picked", G_CALLBACK (on_article_picked), question);
  gtk_box_append (box, picker);
}

static GtkWidget *
make_content (Question *question)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkBox *box = GTK_BOX (content);
  GtkListBox *list;

  question->title = add_entry (add_list (box), _("What everyone is to know"));
  question->editor = g_object_new (DAYBOOK_TYPE_NOTE_EDITOR, NULL);
  daybook_note_editor_set_hint (question->editor, _("Text"), _("What more is to be said, if anything"));
  g_signal_connect_swapped (question->editor, "edited", G_CALLBACK (on_text_edited), question);
  gtk_box_append (box, GTK_WIDGET (question->editor));

  list = add_list (box);
  question->kind = add_choice (list, DAYBOOK_ANNOUNCEMENT_KIND);
  /* A shop of one person does not ask for whom. */
  if (daybook_desk_get_agents (question->desk)->len > 1)
    question->readers = add_choice (list, DAYBOOK_ANNOUNCEMENT_READERS);
  question->until = add_entry (list, _("Until when: tomorrow, Fri 18:00, 2026-12-01"));

  question->says = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (question->says, 0);
  gtk_label_set_wrap (question->says, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (question->says), "dim-label");
  gtk_box_append (box, GTK_WIDGET (question->says));
  add_article (question, box);
  return content;
}

void
daybook_announcement_dialog_present (GtkWidget        *widget,
                                     DaybookDesk      *desk,
                                     const DaybookRow *article)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (widget));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, _("New Announcement"), NULL));
  Question *question = g_new0 (Question, 1);

  question->desk = g_object_ref (desk);
  if (article != NULL)
    question->article = article->id;
  adw_message_dialog_set_extra_child (dialog, make_content (question));
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "announce", _("_Announce"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "announce", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "announce");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_object_set_data (G_OBJECT (dialog), QUESTION, question);
  g_signal_connect_swapped (question->title, "changed", G_CALLBACK (on_changed), dialog);
  g_signal_connect_swapped (question->until, "changed", G_CALLBACK (on_changed), dialog);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), question, free_question, 0);
  show_answer (dialog, question);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (GTK_WIDGET (question->title));
}
