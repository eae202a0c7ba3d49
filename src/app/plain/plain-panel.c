/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/plain/plain-panel.h"

#include "app/common/agent-picker.h"
#include "app/common/entry-text.h"
#include "app/common/field-choice.h"
#include "app/common/note-editor.h"
#include "app/common/shell.h"
#include "core/day.h"

#include <glib/gi18n-lib.h>

#define FIELD "daybook-field"

/* Of what is only shown, in characters: what is longer is wrapped. */
#define FACT_WIDTH 24

struct _DaybookPlainPanel
{
  AdwBin               parent_instance;

  GtkBox              *column;
  AdwPreferencesGroup *group;
  GPtrArray           *widgets; /* GtkWidget, borrowed, in the order of the fields: what shows each */

  /* Owned */
  DaybookDesk         *desk;
  DaybookRow          *row;
  gboolean             filling;

  /* Static */
  const DaybookTable  *table;
  const int           *fields;
  DaybookPlainFollows  follows;
};

G_DEFINE_FINAL_TYPE (DaybookPlainPanel, daybook_plain_panel, ADW_TYPE_BIN)

enum
{
  EDIT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static guint
field_of (gpointer widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (widget, FIELD));
}

static const DaybookField *
definition_of (DaybookPlainPanel *self,
               guint              field)
{
  return &self->table->fields[field];
}

/* --- Acts -------------------------------------------------------------------------------------- */

/* Takes over `value`. FALSE: it is refused, and that was said. */
static gboolean
set (DaybookPlainPanel *self,
     guint              field,
     DaybookValue       value)
{
  g_autofree char *title = g_strdup_printf (_("%1$s: %2$s"), _(self->table->label), daybook_row_text (self->row, (guint) self->table->title));
  DaybookStore *store = daybook_desk_get_store (self->desk);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (store));
  gint64 number = value.type == DAYBOOK_VALUE_INT ? value.number : 0;
  g_autoptr(GError) error = NULL;

  daybook_edit_set (edit, self->table, &self->row->id, field, value);
  if (self->follows != NULL)
    self->follows (edit, store, self->row, field, number);
  if (daybook_edit_check (edit, &error))
    {
      g_signal_emit (self, signals[EDIT], 0, edit);
      return TRUE;
    }

  daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error);
  return FALSE;
}

static DaybookValue
text_or_none (const char *text)
{
  return *text != '\0' ? daybook_value_text (text) : (DaybookValue) DAYBOOK_VALUE_INIT;
}

static gboolean
is_day (DaybookPlainPanel *self,
        guint              field,
        const char        *text)
{
  if (definition_of (self, field)->type != DAYBOOK_TYPE_DATE || *text == '\0' || daybook_day_is (text))
    return TRUE;

  g_autoptr(GError) error = g_error_new (DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT, _("“%s” is no day; one is written 2026-11-29."), text);
  daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error);
  return FALSE;
}

/* FALSE: it is not what the field takes, and that was said. */
static gboolean
read_typed (DaybookPlainPanel *self,
            guint              field,
            const char        *text,
            DaybookValue      *value)
{
  g_autoptr(GError) error = NULL;
  gint64 number;

  *value = text_or_none (text);
  if (definition_of (self, field)->type != DAYBOOK_TYPE_INT || *text == '\0')
    return is_day (self, field, text);

  if (!g_ascii_string_to_signed (text, 10, 0, G_MAXINT32, &number, NULL))
    error = g_error_new (DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT, _("“%s” is no number; one is written 7."), text);
  else
    *value = daybook_value_int (number);
  if (error != NULL)
    daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error);
  return error == NULL;
}

static void
on_applied (DaybookPlainPanel *self,
            GtkWidget         *entry)
{
  guint field = field_of (entry);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  DaybookValue value;

  if (read_typed (self, field, text, &value) && set (self, field, value))
    gtk_widget_remove_css_class (entry, "error");
  else
    gtk_widget_add_css_class (entry, "error");
}

static void
on_chosen (DaybookPlainPanel *self,
           GParamSpec        *pspec,
           GtkWidget         *choice)
{
  if (!self->filling)
    set (self, field_of (choice), daybook_value_int (adw_combo_row_get_selected (ADW_COMBO_ROW (choice))));
}

static void
on_switched (DaybookPlainPanel *self,
             GParamSpec        *pspec,
             GtkWidget         *on_switch)
{
  if (!self->filling)
    set (self, field_of (on_switch), daybook_value_int (gtk_switch_get_active (GTK_SWITCH (on_switch))));
}

static void
on_picked (DaybookPlainPanel *self,
           const DaybookRow  *agent,
           GtkWidget         *picker)
{
  set (self, field_of (picker), agent != NULL ? daybook_value_id (&agent->id) : (DaybookValue) DAYBOOK_VALUE_INIT);
}

static void
on_written (DaybookPlainPanel *self,
            const char        *text,
            GtkWidget         *editor)
{
  if (self->row != NULL)
    set (self, field_of (editor), text_or_none (text));
}

/* --- One field ---------------------------------------------------------------------------------- */

static void
add_row (DaybookPlainPanel *self,
         GtkWidget         *row,
         GtkWidget         *shows,
         guint              field)
{
  g_object_set_data (G_OBJECT (shows), FIELD, GUINT_TO_POINTER (field));
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->widgets, shows);
}

static GtkWidget *
make_line (DaybookPlainPanel *self,
           guint              field)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(definition_of (self, field)->label));
  return row;
}

static void
add_entry (DaybookPlainPanel *self,
           guint              field)
{
  GtkWidget *entry = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _(definition_of (self, field)->label));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (entry), TRUE);
  g_signal_connect_object (entry, "apply", G_CALLBACK (on_applied), self, G_CONNECT_SWAPPED);
  add_row (self, entry, entry, field);
}

static void
add_choice (DaybookPlainPanel *self,
            guint              field)
{
  GtkWidget *choice = adw_combo_row_new ();

  daybook_field_choice_fill (ADW_COMBO_ROW (choice), self->table, field);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  add_row (self, choice, choice, field);
}

static void
add_switch (DaybookPlainPanel *self,
            guint              field)
{
  GtkWidget *row = make_line (self, field);
  GtkWidget *on_switch = gtk_switch_new ();

  gtk_widget_set_valign (on_switch, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (on_switch), GTK_ACCESSIBLE_PROPERTY_LABEL, _(definition_of (self, field)->label), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), on_switch);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), on_switch);
  g_signal_connect_object (on_switch, "notify::active", G_CALLBACK (on_switched), self, G_CONNECT_SWAPPED);
  add_row (self, row, on_switch, field);
}

static void
add_person (DaybookPlainPanel *self,
            guint              field)
{
  GtkWidget *row = make_line (self, field);
  GtkWidget *picker = g_object_new (DAYBOOK_TYPE_AGENT_PICKER, "valign", GTK_ALIGN_CENTER, NULL);

  daybook_agent_picker_set_desk (DAYBOOK_AGENT_PICKER (picker), self->desk);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), picker);
  g_signal_connect_object (picker, "picked", G_CALLBACK (on_picked), self, G_CONNECT_SWAPPED);
  add_row (self, row, picker, field);
}

static void
add_text (DaybookPlainPanel *self,
          guint              field)
{
  GtkWidget *editor = g_object_new (DAYBOOK_TYPE_NOTE_EDITOR, NULL);

  daybook_note_editor_set_hint (DAYBOOK_NOTE_EDITOR (editor), _(definition_of (self, field)->label), _(definition_of (self, field)->label));
  g_object_set_data (G_OBJECT (editor), FIELD, GUINT_TO_POINTER (field));
  g_signal_connect_object (editor, "edited", G_CALLBACK (on_written), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->column, editor);
  g_ptr_array_add (self->widgets, editor);
}

/* Written once. */
static void
add_fact (DaybookPlainPanel *self,
          guint              field)
{
  GtkWidget *row = make_line (self, field);
  GtkWidget *value = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (value), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (value), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_max_width_chars (GTK_LABEL (value), FACT_WIDTH);
  gtk_label_set_selectable (GTK_LABEL (value), TRUE);
  gtk_label_set_xalign (GTK_LABEL (value), 1);
  gtk_widget_add_css_class (value, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), value);
  add_row (self, row, value, field);
}

static void
add_field (DaybookPlainPanel *self,
           guint              field)
{
  const DaybookField *definition = definition_of (self, field);

  if (definition->field_class == DAYBOOK_CLASS_APPEND_ONLY || definition->type == DAYBOOK_TYPE_TIME)
    add_fact (self, field);
  else if (definition->type == DAYBOOK_TYPE_ENUM)
    add_choice (self, field);
  else if (definition->type == DAYBOOK_TYPE_BOOL)
    add_switch (self, field);
  else if (definition->type == DAYBOOK_TYPE_REF)
    add_person (self, field);
  else if ((definition->flags & DAYBOOK_FIELD_MULTILINE) != 0)
    add_text (self, field);
  else
    add_entry (self, field);
}

/* --- What is seen --------------------------------------------------------------------------------- */

/* What is being typed stands. */
static void
show_entry (GtkWidget  *entry,
            const char *text,
            gboolean    same)
{
  if (same)
    daybook_entry_text_show (ADW_ENTRY_ROW (entry), text);
  else
    daybook_entry_text_turn (ADW_ENTRY_ROW (entry), text);
  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), text))
    gtk_widget_remove_css_class (entry, "error");
}

/* As it is typed. (transfer full) */
static char *
print_typed (DaybookPlainPanel *self,
             guint              field)
{
  if (definition_of (self, field)->type != DAYBOOK_TYPE_INT)
    return g_strdup (daybook_row_text (self->row, field));

  return daybook_row_has (self->row, field) ? g_strdup_printf ("%" G_GINT64_FORMAT, daybook_row_int (self->row, field)) : g_strdup ("");
}

static void
show_field (DaybookPlainPanel *self,
            GtkWidget         *shows,
            gboolean           same)
{
  guint field = field_of (shows);
  g_autofree char *text = NULL;

  if (ADW_IS_ENTRY_ROW (shows))
    {
      text = print_typed (self, field);
      show_entry (shows, text, same);
    }
  else if (ADW_IS_COMBO_ROW (shows))
    adw_combo_row_set_selected (ADW_COMBO_ROW (shows), (guint) daybook_row_int (self->row, field));
  else if (GTK_IS_SWITCH (shows))
    gtk_switch_set_active (GTK_SWITCH (shows), daybook_row_int (self->row, field) != 0);
  else if (DAYBOOK_IS_AGENT_PICKER (shows))
    daybook_agent_picker_set_agent (DAYBOOK_AGENT_PICKER (shows), daybook_row_ref_id (self->row, field));
  else if (DAYBOOK_IS_NOTE_EDITOR (shows))
    daybook_note_editor_set_text (DAYBOOK_NOTE_EDITOR (shows), daybook_row_text (self->row, field));
  else
    {
      text = daybook_desk_format (self->desk, self->row, field, DAYBOOK_SHOW_MASKED);
      gtk_label_set_text (GTK_LABEL (shows), text);
      /* Nobody can fill it in. */
      gtk_widget_set_visible (gtk_widget_get_ancestor (shows, ADW_TYPE_ACTION_ROW), *text != '\0');
    }
}

/* What was typed into a text and not left yet belongs to the row that goes. */
static void
flush (DaybookPlainPanel *self)
{
  for (guint i = 0; self->row != NULL && i < self->widgets->len; i++)
    if (DAYBOOK_IS_NOTE_EDITOR (g_ptr_array_index (self->widgets, i)))
      daybook_note_editor_flush (g_ptr_array_index (self->widgets, i));
}

/* --- The panel -------------------------------------------------------------------------------------- */

static void
daybook_plain_panel_dispose (GObject *object)
{
  DaybookPlainPanel *self = DAYBOOK_PLAIN_PANEL (object);

  g_clear_pointer (&self->row, daybook_row_unref);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->widgets, g_ptr_array_unref);

  G_OBJECT_CLASS (daybook_plain_panel_parent_class)->dispose (object);
}

static void
daybook_plain_panel_class_init (DaybookPlainPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_plain_panel_dispose;
  signals[EDIT] = g_signal_new ("edit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
daybook_plain_panel_init (DaybookPlainPanel *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->widgets = g_ptr_array_new ();
  self->column = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  gtk_widget_set_margin_top (GTK_WIDGET (self->column), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->column), 18);
  gtk_widget_set_margin_start (GTK_WIDGET (self->column), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->column), 12);
  gtk_box_append (self->column, GTK_WIDGET (self->group));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->column));
  adw_bin_set_child (ADW_BIN (self), scroller);
}

GtkWidget *
daybook_plain_panel_new (DaybookDesk         *desk,
                         const DaybookTable  *table,
                         const int           *fields,
                         DaybookPlainFollows  follows)
{
  DaybookPlainPanel *self = g_object_new (DAYBOOK_TYPE_PLAIN_PANEL, NULL);

  self->desk = g_object_ref (desk);
  self->table = table;
  self->fields = fields;
  self->follows = follows;
  for (const int *field = fields; *field >= 0; field++)
    add_field (self, (guint) *field);
  return GTK_WIDGET (self);
}

void
daybook_plain_panel_add (DaybookPlainPanel *self,
                         GtkWidget         *widget)
{
  gtk_box_append (self->column, widget);
}

void
daybook_plain_panel_show (DaybookPlainPanel *self,
                          const DaybookRow  *row)
{
  gboolean same = self->row != NULL && daybook_id_equal (&self->row->id, &row->id);

  if (!same)
    flush (self);
  g_clear_pointer (&self->row, daybook_row_unref);
  self->row = daybook_row_ref ((DaybookRow *) row);
  self->filling = TRUE;
  for (guint i = 0; i < self->widgets->len; i++)
    show_field (self, g_ptr_array_index (self->widgets, i), same);
  self->filling = FALSE;
}
