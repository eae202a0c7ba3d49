/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/note-editor.h"

#include "app/common/buffer-text.h"
#include "app/common/page.h"
#include "app/compat/wheel.h"

struct _DaybookNoteEditor
{
  AdwBin             parent_instance;

  /* Template widgets */
  GtkScrolledWindow *scroller;
  GtkTextView       *view;
  GtkWidget         *placeholder;

  char              *saved;
};

G_DEFINE_FINAL_TYPE (DaybookNoteEditor, daybook_note_editor, ADW_TYPE_BIN)

enum
{
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_dirty (DaybookNoteEditor *self)
{
  g_autofree char *text = g_strchomp (daybook_view_text (self->view));

  return !g_str_equal (text, self->saved);
}

static void
on_buffer_changed (DaybookNoteEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);

  gtk_widget_set_visible (self->placeholder, gtk_text_buffer_get_char_count (buffer) == 0);
}

/* The hands are done with the note: letters struck now are keys again, and no part of it.
 * Where the panel covers the list there is nothing to go to. */
static void
on_save (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  GtkWidget *page = gtk_widget_get_ancestor (widget, DAYBOOK_TYPE_PAGE);

  daybook_note_editor_flush (DAYBOOK_NOTE_EDITOR (widget));
  if (page != NULL && !daybook_page_is_folded (DAYBOOK_PAGE (page)))
    daybook_page_focus_pane (DAYBOOK_PAGE (page), DAYBOOK_PANE_LIST);
}

static void
daybook_note_editor_finalize (GObject *object)
{
  g_free (DAYBOOK_NOTE_EDITOR (object)->saved);

  G_OBJECT_CLASS (daybook_note_editor_parent_class)->finalize (object);
}

static void
daybook_note_editor_class_init (DaybookNoteEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = daybook_note_editor_finalize;
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "note.save", NULL, on_save);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/common/note-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookNoteEditor, scroller);
  gtk_widget_class_bind_template_child (widget_class, DaybookNoteEditor, view);
  gtk_widget_class_bind_template_child (widget_class, DaybookNoteEditor, placeholder);
  gtk_widget_class_bind_template_callback (widget_class, daybook_note_editor_flush);
}

static void
daybook_note_editor_init (DaybookNoteEditor *self)
{
  self->saved = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  daybook_wheel_at_need (self->scroller);
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (on_buffer_changed),
                           self, G_CONNECT_SWAPPED);
}

void
daybook_note_editor_set_text (DaybookNoteEditor *self,
                              const char        *text)
{
  gboolean keep = is_dirty (self);

  g_free (self->saved);
  self->saved = g_strchomp (g_strdup (text));
  if (keep || !is_dirty (self))
    return;

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), self->saved, -1);
}

void
daybook_note_editor_set_hint (DaybookNoteEditor *self,
                              const char        *label,
                              const char        *hint)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_label_set_label (GTK_LABEL (self->placeholder), hint);
}

void
daybook_note_editor_flush (DaybookNoteEditor *self)
{
  if (!is_dirty (self))
    return;

  g_free (self->saved);
  self->saved = g_strchomp (daybook_view_text (self->view));
  g_signal_emit (self, signals[EDITED], 0, self->saved);
}

void
daybook_note_editor_begin (DaybookNoteEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_place_cursor (buffer, &end);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

GtkTextView *
daybook_note_editor_get_view (DaybookNoteEditor *self)
{
  return self->view;
}
