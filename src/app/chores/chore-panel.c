/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/chores/chore-panel.h"

#include "app/chores/recurrence-form.h"
#include "app/common/agent-picker.h"
#include "app/common/note-editor.h"
#include "app/common/shell.h"
#include "app/passes/tick-group.h"
#include "core/moment.h"
#include "store/chores.h"
#include "store/due-acts.h"
#include "store/rules.h"

#include <glib/gi18n-lib.h>

struct _DaybookChorePanel
{
  AdwBin                 parent_instance;

  /* Template widgets */
  GtkLabel              *title;
  GtkLabel              *when;
  GtkLabel              *state;
  GtkLabel              *help;
  GtkButton             *done;
  GtkBox                *list;
  GtkBox                *past;
  GtkWidget             *settings;
  GtkSwitch             *used;
  AdwEntryRow           *name;
  DaybookRecurrenceForm *recurrence;
  GtkWidget             *whose;
  GtkDropDown           *role;
  DaybookAgentPicker    *agent;
  DaybookNoteEditor     *items;
  DaybookNoteEditor     *note;

  /* Owned */
  DaybookDesk           *desk;
  DaybookChore          *chore; /* or NULL */
  DaybookPass           *pass;  /* its list; or NULL */
  char                  *day;   /* whose list is shown: it stays in sight when the last place is ticked */
  gboolean               filling;
};

G_DEFINE_FINAL_TYPE (DaybookChorePanel, daybook_chore_panel, ADW_TYPE_BIN)

enum
{
  EDIT,
  DROPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static DaybookStore *
get_store (DaybookChorePanel *self)
{
  return daybook_desk_get_store (self->desk);
}

static DaybookReader *
get_reader (DaybookChorePanel *self)
{
  return daybook_store_get_reader (get_store (self));
}

/* --- Changing it ------------------------------------------------------------------------------ */

static void
set (DaybookChorePanel *self,
     guint              field,
     DaybookValue       value)
{
  g_autofree char *name = daybook_chore_title (self->chore);
  g_autofree char *title = g_strdup_printf (_("Chore · %s"), name);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (get_store (self)));

  daybook_chore_set (edit, self->chore, field, value, daybook_store_get_now (get_store (self)));
  g_signal_emit (self, signals[EDIT], 0, edit);
}

static DaybookValue
text_or_none (const char *text)
{
  return *text != '\0' ? daybook_value_text (text) : (DaybookValue) DAYBOOK_VALUE_INIT;
}

static void
on_switched (DaybookChorePanel *self)
{
  DaybookChoreSwitch state = gtk_switch_get_active (self->used) ? DAYBOOK_CHORE_ON : DAYBOOK_CHORE_OFF;
  g_autoptr(DaybookEdit) edit = NULL;

  if (self->filling || self->chore == NULL)
    return;

  edit = daybook_chore_act_use (self->chore, state, daybook_store_get_agent (get_store (self)), daybook_store_get_now (get_store (self)), NULL);
  g_signal_emit (self, signals[EDIT], 0, edit);
}

static void
on_named (DaybookChorePanel *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->name));

  if (*text != '\0')
    set (self, DAYBOOK_CHORE_TITLE, daybook_value_text (text));
}

static void
on_times_chosen (DaybookChorePanel *self,
                 const char        *text)
{
  set (self, DAYBOOK_CHORE_RECURRENCE, daybook_value_text (text));
}

static void
on_role_selected (DaybookChorePanel *self)
{
  if (!self->filling && self->chore != NULL)
    set (self, DAYBOOK_CHORE_ROLE, daybook_value_int (gtk_drop_down_get_selected (self->role)));
}

static void
on_agent_picked (DaybookChorePanel *self,
                 const DaybookRow  *agent)
{
  set (self, DAYBOOK_CHORE_PERSON, agent != NULL ? daybook_value_id (&agent->id) : (DaybookValue) DAYBOOK_VALUE_INIT);
}

static void
on_items_edited (DaybookChorePanel *self,
                 const char        *text)
{
  set (self, DAYBOOK_CHORE_ITEMS, text_or_none (text));
}

static void
on_note_edited (DaybookChorePanel *self,
                const char        *text)
{
  set (self, DAYBOOK_CHORE_NOTE, text_or_none (text));
}

static void
on_dropped (DaybookChorePanel *self)
{
  g_autofree char *name = daybook_chore_title (self->chore);
  /* Translators: an act in the history; %s: a chore */
  g_autofree char *title = g_strdup_printf (_("Moved to the trash: %s"), name);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (get_store (self)));

  daybook_edit_delete (edit, &daybook_chores, &self->chore->row->id);
  g_signal_emit (self, signals[EDIT], 0, edit);
  g_signal_emit (self, signals[DROPPED], 0);
}

static void
on_done (DaybookChorePanel *self)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_due_item_free);
  DaybookDueItem *item = daybook_chore_item (get_reader (self), self->chore);
  g_autoptr(DaybookEdit) edit = NULL;

  if (item == NULL)
    return;

  g_ptr_array_add (items, item);
  edit = daybook_due_act_done (get_reader (self), items, daybook_store_get_agent (get_store (self)), daybook_store_get_now (get_store (self)), NULL);
  if (edit != NULL)
    g_signal_emit (self, signals[EDIT], 0, edit);
}

/* --- Its list ------------------------------------------------------------------------------------- */

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* The list stays that of a day until another chore is shown, or time has gone on to the next one. */
static void
choose_day (DaybookChorePanel *self,
            gboolean           same)
{
  g_autofree char *day = self->chore->at_hand != 0 ? daybook_chore_day (get_reader (self), self->chore->at_hand) : NULL;
  g_autofree char *today = daybook_chore_day (get_reader (self), daybook_store_get_now (get_store (self)));

  if (same && self->day != NULL && (day == NULL || (strcmp (self->day, day) < 0 && strcmp (day, today) > 0)))
    return;

  g_free (self->day);
  self->day = g_steal_pointer (&day);
}

static char *
name_day (const char *day,
          GTimeZone  *zone)
{
  gint64 begin;
  g_autoptr(GDateTime) utc = daybook_moment_parse (day, zone, &begin, NULL) ? g_date_time_new_from_unix_utc (begin) : NULL;
  g_autoptr(GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

  /* Translators: a day, see strftime(3): Sun 11-29
   * xgettext:no-c-format */
  return local != NULL ? g_date_time_format (local, C_("moment", "%a %m-%d")) : g_strdup (day);
}

/* The time before the one that is shown. */
static char *
find_last_day (DaybookChorePanel *self)
{
  g_auto(DaybookDueTerms) terms = { 0 };
  DaybookRecurrence recurrence;
  gint64 begin, last = G_MININT64;

  if (daybook_reader_due_terms (get_reader (self), &terms, NULL) && daybook_recurrence_parse (daybook_chore_when (self->chore), &recurrence, NULL)
      && daybook_moment_parse (self->day, terms.zone, &begin, NULL))
    last = daybook_recurrence_last (&recurrence, terms.open, terms.zone, begin - 1);
  if (last == G_MININT64 || last < daybook_row_int (self->chore->row, DAYBOOK_CHORE_SINCE))
    return NULL;

  return daybook_chore_day (get_reader (self), last);
}

static void
add_group (DaybookChorePanel *self,
           GtkBox            *box,
           const char        *day,
           DaybookTicksState  state)
{
  g_autofree char *name = name_day (day, daybook_store_get_zone (get_store (self)));
  /* Translators: %s is a day: “Sun 11-29” */
  g_autofree char *label = state == DAYBOOK_TICKS_PAST ? g_strdup_printf (_("Last time: %s"), name) : g_strdup (name);

  gtk_box_append (box, daybook_tick_group_new (get_store (self), self->pass, g_ptr_array_index (self->pass->rounds, 0), day, label, state));
}

static void
show_list (DaybookChorePanel *self)
{
  int focus = daybook_ticks_find_focus (GTK_WIDGET (self->list));
  g_autofree char *last = NULL;

  clear (self->list);
  clear (self->past);
  g_clear_pointer (&self->pass, daybook_pass_free);
  self->pass = daybook_chore_list (self->chore);
  if (self->pass->steps->len == 0 || self->day == NULL)
    return;

  add_group (self, self->list, self->day, DAYBOOK_TICKS_LIVE);
  last = find_last_day (self);
  if (last != NULL)
    add_group (self, self->past, last, DAYBOOK_TICKS_PAST);
  daybook_ticks_put_focus (GTK_WIDGET (self->list), focus);
}

/* --- What is shown ---------------------------------------------------------------------------------- */

static char *
say_state (DaybookChorePanel *self)
{
  const DaybookChore *chore = self->chore;
  g_autofree char *open = chore->open != 0 ? daybook_moment_format (chore->open, daybook_store_get_now (get_store (self)),
                                                                    daybook_store_get_zone (get_store (self))) : NULL;

  if (!daybook_chore_is_used (chore))
    return g_strdup (_("Switched off: it never becomes due."));
  if (open == NULL)
    return g_strdup (_("It never becomes due: the shop is shut on all of these days."));
  if (chore->n_due > 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Due since %1$s, %2$u time", "Due since %1$s, %2$u times", chore->n_due), open, chore->n_due);
  if (chore->n_due == 1)
    /* Translators: %s is a time */
    return g_strdup_printf (_("Due since %s"), open);

  /* Translators: %s is a time */
  return g_strdup_printf (_("Next: %s"), open);
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

/* What is ticked off to the end stays in sight, and is not done once more. */
static gboolean
is_at_hand (DaybookChorePanel *self)
{
  g_autofree char *day = self->chore->at_hand != 0 ? daybook_chore_day (get_reader (self), self->chore->at_hand) : NULL;

  return day != NULL && g_strcmp0 (day, self->day) == 0;
}

static void
show_head (DaybookChorePanel *self)
{
  const DaybookRow *row = self->chore->row;
  const char *note = daybook_row_text (row, DAYBOOK_CHORE_NOTE);
  DaybookRecurrence recurrence;
  g_autofree char *when = daybook_recurrence_parse (daybook_chore_when (self->chore), &recurrence, NULL)
                            ? daybook_recurrence_words (&recurrence) : g_strdup (daybook_chore_when (self->chore));
  g_autofree char *state = say_state (self);

  gtk_label_set_text (self->title, daybook_row_text (row, DAYBOOK_CHORE_TITLE));
  gtk_label_set_text (self->when, when);
  gtk_label_set_text (self->state, state);
  if (self->chore->n_due > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->state), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->state), "warning");
  show_text (self->help, *note != '\0' ? note : self->chore->shipped != NULL ? self->chore->shipped->help : "");
  gtk_widget_set_visible (GTK_WIDGET (self->done), is_at_hand (self));
}

/* Its template's lines are shown, so that they can be changed. (transfer full) */
static char *
list_items (DaybookChorePanel *self)
{
  g_autoptr(DaybookPass) pass = daybook_chore_list (self->chore);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pass->steps->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", ((const DaybookPassStep *) g_ptr_array_index (pass->steps, i))->label);
  return g_string_free (text, FALSE);
}

static void
show_settings (DaybookChorePanel *self)
{
  const DaybookRow *row = self->chore->row;
  g_autofree char *items = list_items (self);

  self->filling = TRUE;
  gtk_switch_set_active (self->used, daybook_chore_is_used (self->chore));
  if (adw_entry_row_get_show_apply_button (self->name) && (gtk_widget_get_state_flags (GTK_WIDGET (self->name)) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    gtk_editable_set_text (GTK_EDITABLE (self->name), daybook_row_text (row, DAYBOOK_CHORE_TITLE));
  daybook_recurrence_form_show (self->recurrence, daybook_chore_when (self->chore));
  gtk_drop_down_set_selected (self->role, (guint) daybook_row_int (row, DAYBOOK_CHORE_ROLE));
  daybook_agent_picker_set_agent (self->agent, daybook_row_ref_id (row, DAYBOOK_CHORE_PERSON));
  daybook_note_editor_set_text (self->items, items);
  daybook_note_editor_set_text (self->note, daybook_row_text (row, DAYBOOK_CHORE_NOTE));
  gtk_widget_set_visible (self->settings, daybook_desk_may (self->desk, DAYBOOK_RIGHT_SETTINGS));
  /* A shop of one person does not ask whose. */
  gtk_widget_set_visible (self->whose, daybook_desk_get_agents (self->desk)->len > 1);
  self->filling = FALSE;
}

void
daybook_chore_panel_show (DaybookChorePanel *self,
                          const DaybookRow  *row)
{
  g_autoptr(DaybookRow) fresh = daybook_reader_find (get_reader (self), &daybook_chores, &row->id, NULL);
  gboolean same = self->chore != NULL && daybook_id_equal (&self->chore->row->id, &row->id);
  DaybookChore *chore;

  if (fresh == NULL)
    return;
  if (!same)
    {
      daybook_note_editor_flush (self->items);
      daybook_note_editor_flush (self->note);
    }
  chore = daybook_chore_read (get_reader (self), fresh, NULL);
  if (chore == NULL)
    return;

  g_clear_pointer (&self->chore, daybook_chore_free);
  self->chore = chore;
  choose_day (self, same);
  show_head (self);
  show_settings (self);
  show_list (self);
}

void
daybook_chore_panel_begin (DaybookChorePanel *self)
{
  if (self->pass != NULL && self->pass->steps->len > 0)
    daybook_ticks_put_focus (GTK_WIDGET (self->list), 0);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->done));
}

/* --- The panel ------------------------------------------------------------------------------------------ */

static void
daybook_chore_panel_dispose (GObject *object)
{
  DaybookChorePanel *self = DAYBOOK_CHORE_PANEL (object);

  if (self->list != NULL)
    {
      clear (self->list);
      clear (self->past);
      self->list = NULL;
    }
  g_clear_pointer (&self->chore, daybook_chore_free);
  g_clear_pointer (&self->pass, daybook_pass_free);
  g_clear_pointer (&self->day, g_free);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_chore_panel_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DaybookChorePanel, title);
  gtk_widget_class_bind_template_child (widget_class, DaybookChorePanel, when);
  gtk_widget_class_bind_template_child (widget_class, DaybookChorePanel, state);
  gtk_widget_class_bind_template_child (widget_class, DaybookChorePanel, help);
  gtk_widget_class_bind_template_child (widget_class, DaybookChorePanel, done);
  gtk_widget_class_bind_template_child (widget_class, DaybookChorePanel, list);
  gtk_widget_class_bind_template_child (widget_class, DaybookChorePanel, past);
  gtk_widget_class_bind_template_child (widget_class, DaybookChorePanel, settings);
  gtk_widget_class_bind_template_child (widget_class, DaybookChorePanel, used);
  gtk_widget_class_bind_template_child (widget_class, DaybookChorePanel, name);
  gtk_widget_class_bind_template_child (widget_class, DaybookChorePanel, recurrence);
  gtk_widget_class_bind_template_child (widget_class, DaybookChorePanel, whose);
  gtk_widget_class_bind_template_child (widget_class, DaybookChorePanel, role);
  gtk_widget_class_bind_template_child (widget_class, DaybookChorePanel, agent);
  gtk_widget_class_bind_template_child (widget_class, DaybookChorePanel, items);
  gtk_widget_class_bind_template_child (widget_class, DaybookChorePanel, note);
}

static void
daybook_chore_panel_class_init (DaybookChorePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_chore_panel_dispose;

  signals[EDIT] = g_signal_new ("edit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[DROPPED] = g_signal_new ("dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (DAYBOOK_TYPE_AGENT_PICKER);
  g_type_ensure (DAYBOOK_TYPE_NOTE_EDITOR);
  g_type_ensure (DAYBOOK_TYPE_RECURRENCE_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/chores/chore-panel.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_done);
  gtk_widget_class_bind_template_callback (widget_class, on_switched);
  gtk_widget_class_bind_template_callback (widget_class, on_named);
  gtk_widget_class_bind_template_callback (widget_class, on_times_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_role_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_agent_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_items_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_note_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_dropped);
}

static void
daybook_chore_panel_init (DaybookChorePanel *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
}

GtkWidget *
daybook_chore_panel_new (DaybookDesk *desk)
{
  DaybookChorePanel *self = g_object_new (DAYBOOK_TYPE_CHORE_PANEL, NULL);

  self->desk = g_object_ref (desk);
  daybook_agent_picker_set_desk (self->agent, desk);
  daybook_note_editor_set_hint (self->items, _("Checklist"), _("What is ticked off each time, a line each"));
  daybook_note_editor_set_hint (self->note, _("Note"), _("What is to be said of it"));
  return GTK_WIDGET (self);
}
