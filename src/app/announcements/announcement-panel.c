/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/announcements/announcement-panel.h"

#include "app/announcements/announcement-words.h"
#include "app/common/field-choice.h"
#include "app/common/note-editor.h"
#include "app/common/shell.h"
#include "app/common/typed-time.h"
#include "core/announcement-edit.h"
#include "core/article.h"
#include "core/moment.h"
#include "store/announcements.h"
#include "store/read-marks.h"

#include <glib/gi18n-lib.h>

struct _DaybookAnnouncementPanel
{
  AdwBin                parent_instance;

  /* Template widgets */
  GtkScrolledWindow    *scroller;
  GtkImage             *icon;
  GtkLabel             *kind_label;
  GtkLabel             *title;
  GtkLabel             *line;
  GtkLabel             *body;
  GtkButton            *article_button;
  GtkWidget            *read;
  GtkWidget            *end;
  AdwPreferencesGroup  *readings;
  AdwEntryRow          *name;
  AdwComboRow          *kind;
  AdwComboRow          *readers;
  AdwEntryRow          *until;
  DaybookNoteEditor    *text;
  DaybookRowPicker *article;

  /* Owned */
  DaybookDesk          *desk;
  DaybookRow           *row;     /* or NULL */
  GPtrArray            *lines;   /* of `readings`; borrowed */
  gboolean              filling;
};

G_DEFINE_FINAL_TYPE (DaybookAnnouncementPanel, daybook_announcement_panel, ADW_TYPE_BIN)

enum
{
  EDIT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static DaybookStore *
get_store (DaybookAnnouncementPanel *self)
{
  return daybook_desk_get_store (self->desk);
}

/* --- Changing it ------------------------------------------------------------------------------ */

/* Takes over `value`. FALSE: it was refused, and that was said. */
static gboolean
set (DaybookAnnouncementPanel *self,
     guint                     field,
     DaybookValue              value)
{
  DaybookStore *store = get_store (self);
  g_autoptr(DaybookRow) after = daybook_row_copy (self->row);
  g_autoptr(DaybookEdit) edit = NULL;
  g_autoptr(GError) error = NULL;

  daybook_value_clear (&after->values[field]);
  after->values[field] = value;
  edit = daybook_announcement_act_change (self->row, after, daybook_store_get_agent (store), daybook_store_get_now (store), &error);
  if (edit == NULL)
    daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error);
  else if (daybook_edit_size (edit) > 0)
    g_signal_emit (self, signals[EDIT], 0, edit);
  return edit != NULL;
}

/* What is refused stays, marked, to be mended. */
static void
mark (AdwEntryRow *entry,
      gboolean     taken)
{
  if (taken)
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
}

static void
on_named (DaybookAnnouncementPanel *self)
{
  mark (self->name, set (self, DAYBOOK_ANNOUNCEMENT_TITLE, daybook_value_text (gtk_editable_get_text (GTK_EDITABLE (self->name)))));
}

static void
on_until_applied (DaybookAnnouncementPanel *self)
{
  g_autoptr(GError) error = NULL;
  gint64 until;

  if (!daybook_typed_time_read (gtk_editable_get_text (GTK_EDITABLE (self->until)), daybook_store_get_now (get_store (self)),
                                daybook_store_get_zone (get_store (self)), &until, &error))
    {
      mark (self->until, FALSE);
      daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error);
      return;
    }

  mark (self->until, set (self, DAYBOOK_ANNOUNCEMENT_UNTIL, until != 0 ? daybook_value_int (until) : (DaybookValue) DAYBOOK_VALUE_INIT));
}

static void
on_kind_selected (DaybookAnnouncementPanel *self)
{
  if (!self->filling)
    set (self, DAYBOOK_ANNOUNCEMENT_KIND, daybook_value_int (adw_combo_row_get_selected (self->kind)));
}

static void
on_readers_selected (DaybookAnnouncementPanel *self)
{
  if (!self->filling)
    set (self, DAYBOOK_ANNOUNCEMENT_READERS, daybook_value_int (adw_combo_row_get_selected (self->readers)));
}

static void
on_text_edited (DaybookAnnouncementPanel *self,
                const char               *text)
{
  if (self->row != NULL)
    set (self, DAYBOOK_ANNOUNCEMENT_TEXT, daybook_value_text (*text != '\0' ? text : NULL));
}

static void
on_article_picked (DaybookAnnouncementPanel *self,
                   const DaybookId          *article)
{
  set (self, DAYBOOK_ANNOUNCEMENT_ARTICLE, daybook_value_id (article));
}

static void
on_end_clicked (DaybookAnnouncementPanel *self)
{
  DaybookStore *store = get_store (self);
  g_autoptr(DaybookEdit) edit = daybook_announcement_act_end (self->row, daybook_store_get_agent (store), daybook_store_get_now (store));

  g_signal_emit (self, signals[EDIT], 0, edit);
}

static void
on_article_clicked (DaybookAnnouncementPanel *self)
{
  daybook_shell_show_row (daybook_shell_of (GTK_WIDGET (self)), &daybook_articles, daybook_row_ref_id (self->row, DAYBOOK_ANNOUNCEMENT_ARTICLE));
}

/* --- Who has read it ---------------------------------------------------------------------------- */

static GtkWidget *
make_line (DaybookAnnouncementPanel *self,
           const DaybookReading     *reading)
{
  DaybookStore *store = get_store (self);
  GtkWidget *line = adw_action_row_new ();
  GtkWidget *when;
  g_autofree char *time = reading->at != 0 ? daybook_moment_format (reading->at, daybook_store_get_now (store), daybook_store_get_zone (store))
                                           : g_strdup (_("Not yet"));
  g_autofree char *name = daybook_desk_name (self->desk, "agent", &reading->agent->id);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), name);
  when = gtk_label_new (time);
  gtk_widget_add_css_class (when, reading->at != 0 ? "dim-label" : "warning");
  gtk_widget_add_css_class (when, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), when);
  return line;
}

static void
show_readings (DaybookAnnouncementPanel *self)
{
  g_autoptr(GPtrArray) all = daybook_announcement_readers (daybook_store_get_reader (get_store (self)), self->row, NULL);
  g_autofree char *count = NULL;
  guint n_read = 0;

  /* Locked for a moment: what is shown stays. */
  if (all == NULL)
    return;

  for (guint i = 0; i < self->lines->len; i++)
    adw_preferences_group_remove (self->readings, g_ptr_array_index (self->lines, i));
  g_ptr_array_set_size (self->lines, 0);
  for (guint i = 0; i < all->len; i++)
    {
      const DaybookReading *reading = g_ptr_array_index (all, i);
      GtkWidget *line = make_line (self, reading);

      n_read += reading->at != 0;
      adw_preferences_group_add (self->readings, line);
      g_ptr_array_add (self->lines, line);
    }
  /* Translators: people who have read something, of those who are to. */
  count = g_strdup_printf (_("%1$u of %2$u"), n_read, all->len);
  adw_preferences_group_set_description (self->readings, all->len > 0 ? count : _("Nobody in the shop has this role."));
}

/* --- What is shown ---------------------------------------------------------------------------------- */

static gboolean
is_typed_in (AdwEntryRow *entry)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (entry)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0
         && gtk_widget_has_css_class (GTK_WIDGET (entry), "error");
}

static void
show_entry (AdwEntryRow *entry,
            const char  *text,
            gboolean     same)
{
  if (same && is_typed_in (entry))
    return;

  mark (entry, TRUE);
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), text))
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
show_article (DaybookAnnouncementPanel *self)
{
  const DaybookId *id = daybook_row_ref_id (self->row, DAYBOOK_ANNOUNCEMENT_ARTICLE);
  DaybookShell *shell = daybook_shell_of (GTK_WIDGET (self));
  g_autofree char *name = daybook_desk_name (self->desk, "article", id);

  daybook_notice_name_way (self->article_button, name);
  gtk_widget_set_visible (GTK_WIDGET (self->article_button), id != NULL && shell != NULL && daybook_shell_can_show (shell, &daybook_articles));
  daybook_row_picker_set_row (self->article, id);
}

static void
show_settings (DaybookAnnouncementPanel *self,
               gboolean                  same)
{
  g_autofree char *until = daybook_typed_time_print (daybook_row_int (self->row, DAYBOOK_ANNOUNCEMENT_UNTIL), daybook_store_get_zone (get_store (self)));

  self->filling = TRUE;
  show_entry (self->name, daybook_row_text (self->row, DAYBOOK_ANNOUNCEMENT_TITLE), same);
  show_entry (self->until, until, same);
  adw_combo_row_set_selected (self->kind, (guint) daybook_row_int (self->row, DAYBOOK_ANNOUNCEMENT_KIND));
  adw_combo_row_set_selected (self->readers, (guint) daybook_row_int (self->row, DAYBOOK_ANNOUNCEMENT_READERS));
  daybook_note_editor_set_text (self->text, daybook_row_text (self->row, DAYBOOK_ANNOUNCEMENT_TEXT));
  /* A shop of one person does not ask for whom. */
  gtk_widget_set_visible (GTK_WIDGET (self->readers), daybook_desk_get_agents (self->desk)->len > 1);
  self->filling = FALSE;
}

static void
show_head (DaybookAnnouncementPanel *self)
{
  DaybookStore *store = get_store (self);
  g_autoptr(DaybookRow) own = daybook_read_mark_find (daybook_store_get_reader (store), &self->row->id, daybook_store_get_agent (store), NULL);
  gboolean over = daybook_announcement_is_over (self->row, daybook_store_get_now (store));
  const char *body = daybook_announcement_body (self->row);
  g_autofree char *line = daybook_notice_line (self->desk, self->row);

  daybook_notice_show_icon (self->icon, self->row);
  gtk_label_set_text (self->kind_label, daybook_notice_kind (self->row));
  gtk_label_set_text (self->title, daybook_row_text (self->row, DAYBOOK_ANNOUNCEMENT_TITLE));
  gtk_label_set_text (self->line, line);
  gtk_label_set_text (self->body, body);
  gtk_widget_set_visible (GTK_WIDGET (self->body), *body != '\0');
  gtk_widget_set_visible (self->read, own == NULL);
  gtk_widget_set_visible (self->end, !over);
}

void
daybook_announcement_panel_show (DaybookAnnouncementPanel *self,
                                 DaybookDesk              *desk,
                                 const DaybookRow         *row)
{
  gboolean same = self->row != NULL && daybook_id_equal (&self->row->id, &row->id);

  if (self->desk == NULL)
    {
      self->desk = g_object_ref (desk);
      daybook_row_picker_set_up (self->article, desk, &daybook_notice_article_picking);
    }
  if (!same)
    daybook_announcement_panel_flush (self);
  g_clear_pointer (&self->row, daybook_row_unref);
  self->row = daybook_row_ref ((DaybookRow *) row);
  show_head (self);
  show_article (self);
  show_readings (self);
  show_settings (self, same);
  if (!same)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

void
daybook_announcement_panel_flush (DaybookAnnouncementPanel *self)
{
  daybook_note_editor_flush (self->text);
}

/* --- The panel ------------------------------------------------------------------------------------------ */

static void
daybook_announcement_panel_dispose (GObject *object)
{
  DaybookAnnouncementPanel *self = DAYBOOK_ANNOUNCEMENT_PANEL (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->row, daybook_row_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);

  G_OBJECT_CLASS (daybook_announcement_panel_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DaybookAnnouncementPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, DaybookAnnouncementPanel, icon);
  gtk_widget_class_bind_template_child (widget_class, DaybookAnnouncementPanel, kind_label);
  gtk_widget_class_bind_template_child (widget_class, DaybookAnnouncementPanel, title);
  gtk_widget_class_bind_template_child (widget_class, DaybookAnnouncementPanel, line);
  gtk_widget_class_bind_template_child (widget_class, DaybookAnnouncementPanel, body);
  gtk_widget_class_bind_template_child (widget_class, DaybookAnnouncementPanel, article_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookAnnouncementPanel, read);
  gtk_widget_class_bind_template_child (widget_class, DaybookAnnouncementPanel, end);
  gtk_widget_class_bind_template_child (widget_class, DaybookAnnouncementPanel, readings);
  gtk_widget_class_bind_template_child (widget_class, DaybookAnnouncementPanel, name);
  gtk_widget_class_bind_template_child (widget_class, DaybookAnnouncementPanel, kind);
  gtk_widget_class_bind_template_child (widget_class, DaybookAnnouncementPanel, readers);
  gtk_widget_class_bind_template_child (widget_class, DaybookAnnouncementPanel, until);
  gtk_widget_class_bind_template_child (widget_class, DaybookAnnouncementPanel, text);
  gtk_widget_class_bind_template_child (widget_class, DaybookAnnouncementPanel, article);
}

static void
daybook_announcement_panel_class_init (DaybookAnnouncementPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_announcement_panel_dispose;

  signals[EDIT] = g_signal_new ("edit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (DAYBOOK_TYPE_ROW_PICKER);
  g_type_ensure (DAYBOOK_TYPE_NOTE_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/announcements/announcement-panel.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_article_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_end_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_named);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_readers_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_until_applied);
  gtk_widget_class_bind_template_callback (widget_class, on_text_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_article_picked);
}

static void
daybook_announcement_panel_init (DaybookAnnouncementPanel *self)
{
  self->lines = g_ptr_array_new ();
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  daybook_field_choice_fill (self->kind, &daybook_announcements, DAYBOOK_ANNOUNCEMENT_KIND);
  daybook_field_choice_fill (self->readers, &daybook_announcements, DAYBOOK_ANNOUNCEMENT_READERS);
  daybook_note_editor_set_hint (self->text, _("Text"), _("What more is to be said, if anything"));
  self->filling = FALSE;
}
