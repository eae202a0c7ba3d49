/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/answer-row.h"

#include "app/common/agent-picker.h"
#include "app/common/entry-text.h"
#include "app/common/shell.h"
#include "app/common/words.h"
#include "core/presence.h"

#include <glib/gi18n-lib.h>

struct _DaybookAnswerRow
{
  AdwExpanderRow      parent_instance;

  /* Borrowed */
  GtkWidget          *remove_button;
  DaybookAgentPicker *agent;
  DaybookAgentPicker *deputy; /* of a channel */
  AdwEntryRow        *note;   /* of a sub-account */

  DaybookDesk        *desk;   /* owned */
  const DaybookTable *table;
  DaybookId           id;
  char               *title;  /* owned */
};

G_DEFINE_FINAL_TYPE (DaybookAnswerRow, daybook_answer_row, ADW_TYPE_EXPANDER_ROW)

static gboolean
is_channel (DaybookAnswerRow *self)
{
  return self->table == &daybook_channel_people;
}

static guint
agent_field (DaybookAnswerRow *self)
{
  return is_channel (self) ? (guint) DAYBOOK_CHANNEL_PERSON_AGENT : (guint) DAYBOOK_SUB_ACCOUNT_AGENT;
}

/* --- Acts --------------------------------------------------------------------------------- */

/* Takes over `value`. */
static void
set (DaybookAnswerRow *self,
     guint             field,
     DaybookValue      value)
{
  g_autofree char *title = g_strdup_printf (_("Who answers for: %s"), self->title);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (daybook_desk_get_store (self->desk)));

  daybook_edit_set (edit, self->table, &self->id, field, value);
  daybook_shell_commit (daybook_shell_of (GTK_WIDGET (self)), edit, NULL);
}

static DaybookValue
value_of (const DaybookRow *agent)
{
  return agent != NULL ? daybook_value_id (&agent->id) : (DaybookValue) DAYBOOK_VALUE_INIT;
}

static void
on_agent_picked (DaybookAnswerRow *self,
                 const DaybookRow *agent)
{
  set (self, agent_field (self), value_of (agent));
}

static void
on_deputy_picked (DaybookAnswerRow *self,
                  const DaybookRow *agent)
{
  set (self, DAYBOOK_CHANNEL_PERSON_DEPUTY, value_of (agent));
}

static void
on_note_applied (DaybookAnswerRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->note));

  set (self, DAYBOOK_SUB_ACCOUNT_NOTE, *text != '\0' ? daybook_value_text (text) : (DaybookValue) DAYBOOK_VALUE_INIT);
}

static void
on_remove_clicked (DaybookAnswerRow *self)
{
  /* Translators: the title of an act; %s is a channel, or an account on a platform. */
  g_autofree char *title = g_strdup_printf (_("Nobody answers for: %s"), self->title);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (daybook_desk_get_store (self->desk)));

  daybook_edit_delete (edit, self->table, &self->id);
  daybook_shell_commit (daybook_shell_of (GTK_WIDGET (self)), edit, NULL);
}

/* --- The row ------------------------------------------------------------------------------ */

static DaybookAgentPicker *
add_picker (DaybookAnswerRow *self,
            const char       *title,
            GCallback         picked)
{
  GtkWidget *row = adw_action_row_new ();
  DaybookAgentPicker *picker = g_object_new (DAYBOOK_TYPE_AGENT_PICKER, "valign", GTK_ALIGN_CENTER, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  daybook_agent_picker_set_desk (picker, self->desk);
  g_signal_connect_object (picker, "picked", picked, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (picker));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  return picker;
}

static void
add_note (DaybookAnswerRow *self)
{
  self->note = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->note), _("Note"));
  adw_entry_row_set_show_apply_button (self->note, TRUE);
  g_signal_connect_object (self->note, "apply", G_CALLBACK (on_note_applied), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->note));
}

static void
add_remove_button (DaybookAnswerRow *self)
{
  self->remove_button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_set_valign (self->remove_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->remove_button, "flat");
  g_signal_connect_swapped (self->remove_button, "clicked", G_CALLBACK (on_remove_clicked), self);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), self->remove_button);
}

static void
daybook_answer_row_dispose (GObject *object)
{
  DaybookAnswerRow *self = DAYBOOK_ANSWER_ROW (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (daybook_answer_row_parent_class)->dispose (object);
}

static void
daybook_answer_row_class_init (DaybookAnswerRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_answer_row_dispose;
}

static void
daybook_answer_row_init (DaybookAnswerRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

GtkWidget *
daybook_answer_row_new (DaybookDesk        *desk,
                        const DaybookTable *table)
{
  DaybookAnswerRow *self = g_object_new (DAYBOOK_TYPE_ANSWER_ROW, NULL);

  self->desk = g_object_ref (desk);
  self->table = table;
  self->agent = add_picker (self, _("Who answers"), G_CALLBACK (on_agent_picked));
  if (is_channel (self))
    self->deputy = add_picker (self, _("In their place"), G_CALLBACK (on_deputy_picked));
  else
    add_note (self);
  add_remove_button (self);
  return GTK_WIDGET (self);
}

char *
daybook_answer_title (const DaybookRow *row)
{
  if (row->table == &daybook_channel_people)
    return g_strdup (daybook_words_enum (&row->table->fields[DAYBOOK_CHANNEL_PERSON_CHANNEL], daybook_row_int (row, DAYBOOK_CHANNEL_PERSON_CHANNEL)));

  return g_strdup_printf ("%s %s", daybook_words_platform (daybook_row_text (row, DAYBOOK_SUB_ACCOUNT_PLATFORM)),
                          daybook_row_text (row, DAYBOOK_SUB_ACCOUNT_ACCOUNT));
}

/* "林晓 007", "林晓 007 · in their place 小陈 012"; or that nobody does. */
static char *
describe (DaybookAnswerRow *self,
          const DaybookRow *row)
{
  g_autofree char *agent = daybook_desk_name (self->desk, "agent", daybook_row_ref_id (row, agent_field (self)));
  g_autofree char *deputy = daybook_desk_name (self->desk, "agent", is_channel (self) ? daybook_row_ref_id (row, DAYBOOK_CHANNEL_PERSON_DEPUTY) : NULL);
  const char *first = *agent != '\0' ? agent : _("Nobody");

  if (*deputy == '\0')
    return g_strdup (first);

  /* Translators: both are people; the second answers when the first does not. */
  return g_strdup_printf (_("%1$s · in their place %2$s"), first, deputy);
}

void
daybook_answer_row_show (DaybookAnswerRow *self,
                         const DaybookRow *row)
{
  g_autofree char *who = describe (self, row);
  g_autofree char *removes = NULL;

  self->id = row->id;
  g_free (self->title);
  self->title = daybook_answer_title (row);
  /* Translators: %s is a channel, or an account on a platform. */
  removes = g_strdup_printf (_("Nobody answers for %s"), self->title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), self->title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), who);
  gtk_widget_set_tooltip_text (self->remove_button, removes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button), GTK_ACCESSIBLE_PROPERTY_LABEL, removes, -1);
  daybook_agent_picker_set_agent (self->agent, daybook_row_ref_id (row, agent_field (self)));
  if (self->deputy != NULL)
    daybook_agent_picker_set_agent (self->deputy, daybook_row_ref_id (row, DAYBOOK_CHANNEL_PERSON_DEPUTY));
  if (self->note != NULL)
    daybook_entry_text_show (self->note, daybook_row_text (row, DAYBOOK_SUB_ACCOUNT_NOTE));
}

const DaybookId *
daybook_answer_row_get_id (DaybookAnswerRow *self)
{
  return &self->id;
}
