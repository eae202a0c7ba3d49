/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/phrases/phrase-panel.h"

#include "app/common/facts.h"
#include "app/common/shell.h"
#include "app/phrases/phrase-form.h"
#include "app/phrases/phrase-keeping.h"
#include "app/phrases/phrase-paths.h"
#include "app/phrases/phrase-warning.h"
#include "app/phrases/phrase-ways.h"
#include "core/case.h"
#include "core/moment.h"
#include "core/phrase-edit.h"
#include "core/words.h"
#include "store/phrase-offer.h"
#include "store/phrases.h"

#include <glib/gi18n-lib.h>

/* So many people are named. */
#define MOST_USERS 20

struct _DaybookPhrasePanel
{
  AdwBin             parent_instance;

  /* Template widgets */
  GtkStack          *stack;
  GtkScrolledWindow *reading;
  GtkLabel          *title;
  GtkLabel          *about;
  GtkLabel          *warning;
  GtkMenuButton     *menu_button;
  GtkBox            *ways;
  DaybookFacts      *facts;
  GtkBox            *paths;
  AdwExpanderRow    *users_row;
  DaybookPhraseForm *form;

  /* Owned */
  DaybookDesk       *desk;
  DaybookRow        *row;     /* or NULL */
  GPtrArray         *users;   /* of `users_row`; borrowed */
  gboolean           editing;
};

G_DEFINE_FINAL_TYPE (DaybookPhrasePanel, daybook_phrase_panel, ADW_TYPE_BIN)

enum
{
  EDIT,
  LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static DaybookStore *
get_store (DaybookPhrasePanel *self)
{
  return daybook_desk_get_store (self->desk);
}

static DaybookReader *
get_reader (DaybookPhrasePanel *self)
{
  return daybook_store_get_reader (get_store (self));
}

/* --- What is known of it ------------------------------------------------------------------------- */

static const char *
word_of (DaybookPhrasePanel *self,
         guint               field)
{
  return daybook_words_enum (&daybook_phrases.fields[field], daybook_row_int (self->row, field));
}

/* "Shipping notice · English · The shop’s" */
static char *
say_about (DaybookPhrasePanel *self)
{
  const DaybookId *agent = daybook_row_ref_id (self->row, DAYBOOK_PHRASE_AGENT);
  gboolean is_mine = agent != NULL && daybook_id_equal (agent, daybook_store_get_agent (get_store (self)));
  g_autofree char *other = agent != NULL && !is_mine ? daybook_desk_name (self->desk, "agent", agent) : NULL;
  const char *whose = agent == NULL ? C_("phrases", "The Shop’s") : is_mine ? C_("phrases", "Mine") : other;
  const char *retired = daybook_row_int (self->row, DAYBOOK_PHRASE_RETIRED) != 0 ? _("Retired") : NULL;

  return g_strjoin (" · ", word_of (self, DAYBOOK_PHRASE_PURPOSE), word_of (self, DAYBOOK_PHRASE_LANGUAGE), whose, retired, NULL);
}

/* (transfer full) */
static char *
say_channels (DaybookPhrasePanel *self)
{
  g_auto(GStrv) words = g_strsplit (daybook_row_text (self->row, DAYBOOK_PHRASE_CHANNELS), " ", -1);
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      int channel = daybook_word_index (daybook_channel_words, words[i]);

      if (channel >= 0)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", daybook_words_label (&daybook_channel_words[channel]));
    }
  return g_strdup (names->len > 0 ? names->str : _("Any"));
}

static void
show_facts (DaybookPhrasePanel *self)
{
  static const guint TEXTS[] = {
    DAYBOOK_PHRASE_REGISTERS, DAYBOOK_PHRASE_PROMISE, DAYBOOK_PHRASE_SNOOZE, DAYBOOK_PHRASE_STAGE, DAYBOOK_PHRASE_KEY,
  };
  g_autofree char *channels = say_channels (self);

  daybook_facts_begin (self->facts);
  daybook_facts_add (self->facts, _("Channels"), channels, DAYBOOK_FACT_PLAIN);
  daybook_facts_add (self->facts, _("Time of day"), word_of (self, DAYBOOK_PHRASE_DAYPART), DAYBOOK_FACT_PLAIN);
  for (guint i = 0; i < G_N_ELEMENTS (TEXTS); i++)
    daybook_facts_add (self->facts, _(daybook_phrases.fields[TEXTS[i]].label), daybook_row_text (self->row, TEXTS[i]), DAYBOOK_FACT_PLAIN);
  daybook_facts_end (self->facts);
}

/* --- Of what use it was ---------------------------------------------------------------------------- */

/* "3 times, last on 30 November 2026 10:00" (transfer full) */
static char *
say_uses (DaybookPhrasePanel *self,
          guint               n,
          gint64              last)
{
  g_autofree char *when = last != 0 ? daybook_moment_format_long (last, daybook_store_get_zone (get_store (self))) : NULL;

  if (n == 0)
    return g_strdup (_("Nobody has used it yet"));
  if (when == NULL)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u time", "%u times", n), n);

  /* Translators: how often a phrase was used, and when last. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u time, last on %2$s", "%1$u times, last on %2$s", n), n, when);
}

static void
add_user (DaybookPhrasePanel      *self,
          const DaybookPhraseUser *user)
{
  GtkWidget *line = adw_action_row_new ();
  g_autofree char *known = daybook_id_is_null (&user->agent) ? NULL : daybook_desk_name (self->desk, "agent", &user->agent);
  g_autofree char *uses = say_uses (self, user->n_uses, user->last);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), known != NULL ? known : _("Somebody"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (line), uses);
  adw_expander_row_add_row (self->users_row, line);
  g_ptr_array_add (self->users, line);
}

static void
show_uses (DaybookPhrasePanel *self)
{
  g_autoptr(GArray) users = daybook_reader_phrase_users (get_reader (self), self->row->rowid, MOST_USERS, NULL);
  g_autofree char *uses = say_uses (self, (guint) daybook_row_int (self->row, DAYBOOK_PHRASE_USES), daybook_row_int (self->row, DAYBOOK_PHRASE_USED_AT));

  /* Locked for a moment: what is shown stays. */
  if (users == NULL)
    return;

  for (guint i = 0; i < self->users->len; i++)
    adw_expander_row_remove (self->users_row, g_ptr_array_index (self->users, i));
  g_ptr_array_set_size (self->users, 0);
  for (guint i = 0; i < users->len; i++)
    add_user (self, &g_array_index (users, DaybookPhraseUser, i));
  adw_expander_row_set_subtitle (self->users_row, uses);
  adw_expander_row_set_enable_expansion (self->users_row, users->len > 0);
}

/* The key of the person at the desk that takes it; 0: none. */
static guint
find_slot (DaybookPhrasePanel *self)
{
  for (guint i = 1; i <= DAYBOOK_N_FAVOURITES; i++)
    {
      g_autoptr(DaybookRow) favourite = daybook_reader_favourite (get_reader (self), daybook_store_get_agent (get_store (self)), i, NULL);

      if (favourite != NULL && favourite->rowid == self->row->rowid)
        return i;
    }
  return 0;
}

/* --- Reading it ---------------------------------------------------------------------------------------- */

static void
on_path_chosen (gpointer          data,
                const DaybookRow *phrase)
{
  DaybookShell *shell = daybook_shell_of (data);

  if (shell != NULL)
    daybook_shell_show_row (shell, &daybook_phrases, &phrase->id);
}

static void
show_row (DaybookPhrasePanel *self)
{
  g_autofree char *about = say_about (self), *warning = daybook_phrase_warning (self->desk, self->row);

  gtk_label_set_text (self->title, daybook_row_text (self->row, DAYBOOK_PHRASE_TITLE));
  gtk_label_set_text (self->about, about);
  gtk_label_set_text (self->warning, warning);
  gtk_widget_set_visible (GTK_WIDGET (self->warning), *warning != '\0');
  daybook_phrase_keeping_show (self->menu_button, self->row, find_slot (self));
  daybook_phrase_ways_show_text (self->ways, daybook_row_text (self->row, DAYBOOK_PHRASE_TEXT));
  show_facts (self);
  daybook_phrase_paths_fill (self->paths, self->desk, self->row, on_path_chosen, self);
  show_uses (self);
}

static void
act_favourite (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  DaybookPhrasePanel *self = DAYBOOK_PHRASE_PANEL (widget);

  if (self->row != NULL)
    daybook_phrase_keeping_set (widget, self->desk, self->row, g_variant_get_uint32 (parameter));
}

static void
act_own (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  DaybookPhrasePanel *self = DAYBOOK_PHRASE_PANEL (widget);

  if (self->row != NULL)
    daybook_phrase_keeping_copy (widget, self->desk, self->row);
}

static void
act_edit (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  daybook_phrase_panel_edit (DAYBOOK_PHRASE_PANEL (widget));
}

/* --- Writing it ---------------------------------------------------------------------------------------- */

static void
begin (DaybookPhrasePanel *self,
       const DaybookRow   *before,
       const DaybookRow   *draft)
{
  daybook_phrase_form_begin (self->form, before, draft);
  self->editing = TRUE;
  gtk_stack_set_visible_child_name (self->stack, "form");
  daybook_phrase_form_focus (self->form);
}

static void
end (DaybookPhrasePanel *self)
{
  self->editing = FALSE;
  /* A stack out of sight that is turned while the focus was in it, GTK 4.8 keeps for good. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_stack_set_visible_child_name (self->stack, self->row != NULL ? "reading" : "nothing");
  g_signal_emit (self, signals[LEFT], 0);
}

/* NULL: it cannot be kept so. */
static DaybookEdit *
make_edit (DaybookPhrasePanel  *self,
           const DaybookRow    *after,
           GError             **error)
{
  const DaybookRow *before = daybook_phrase_form_get_before (self->form);
  const DaybookId *agent = daybook_store_get_agent (get_store (self));

  return before != NULL ? daybook_phrase_act_change (before, after, agent, error) : daybook_phrase_act_add (after, agent, error);
}

static void
send (DaybookPhrasePanel *self,
      DaybookEdit        *edit)
{
  gboolean is_new = daybook_phrase_form_get_before (self->form) == NULL;
  DaybookId id = daybook_phrase_form_get_row (self->form)->id;

  if (daybook_edit_size (edit) > 0)
    g_signal_emit (self, signals[EDIT], 0, edit, is_new ? &id : NULL);
}

static gboolean
is_changed (DaybookPhrasePanel *self)
{
  return daybook_phrase_differs (daybook_phrase_form_get_before (self->form), daybook_phrase_form_get_row (self->form));
}

/* The person says so: what cannot be kept stays in the form, to be mended. */
static void
on_save (DaybookPhrasePanel *self)
{
  const DaybookRow *after = daybook_phrase_form_get_row (self->form);
  g_autoptr(DaybookEdit) edit = NULL;
  g_autoptr(GError) error = NULL;
  guint field = DAYBOOK_PHRASE_TEXT;

  if (!daybook_phrase_check (after, &field, &error))
    {
      daybook_phrase_form_refuse (self->form, field, error);
      return;
    }

  edit = is_changed (self) ? make_edit (self, after, NULL) : NULL;
  if (edit != NULL)
    send (self, edit);
  end (self);
}

static void
on_discard (DaybookPhrasePanel *self)
{
  end (self);
}

/* Puts back what was there into the field that says what it may not; a new one without a text says its title. */
static void
mend (DaybookPhrasePanel *self,
      DaybookRow         *after,
      guint               field)
{
  const DaybookRow *before = daybook_phrase_form_get_before (self->form);
  DaybookValue value = before != NULL ? daybook_value_copy (&before->values[field])
    : field == DAYBOOK_PHRASE_TEXT ? daybook_value_text (daybook_row_text (after, DAYBOOK_PHRASE_TITLE)) : (DaybookValue) DAYBOOK_VALUE_INIT;

  daybook_value_clear (&after->values[field]);
  after->values[field] = value;
}

gboolean
daybook_phrase_panel_leave (DaybookPhrasePanel *self)
{
  g_autoptr(DaybookRow) after = NULL;
  g_autoptr(DaybookEdit) edit = NULL;
  g_autoptr(GError) first = NULL;
  DaybookShell *shell = daybook_shell_of (GTK_WIDGET (self));

  if (!self->editing)
    return FALSE;

  if (is_changed (self))
    after = daybook_row_copy (daybook_phrase_form_get_row (self->form));
  for (guint i = 0; after != NULL && edit == NULL && i < DAYBOOK_PHRASE_N_FIELDS; i++)
    {
      guint field = DAYBOOK_PHRASE_TEXT;

      if (daybook_phrase_check (after, &field, first == NULL ? &first : NULL))
        edit = make_edit (self, after, NULL);
      else
        mend (self, after, field);
    }
  if (edit != NULL)
    send (self, edit);
  if (first != NULL && shell != NULL)
    daybook_shell_say_error (shell, first);
  end (self);
  return TRUE;
}

/* --- The widget ------------------------------------------------------------------------------------------ */

/* The window closes: what is typed is nowhere else. */
static void
daybook_phrase_panel_unroot (GtkWidget *widget)
{
  daybook_phrase_panel_leave (DAYBOOK_PHRASE_PANEL (widget));

  GTK_WIDGET_CLASS (daybook_phrase_panel_parent_class)->unroot (widget);
}

static void
daybook_phrase_panel_dispose (GObject *object)
{
  DaybookPhrasePanel *self = DAYBOOK_PHRASE_PANEL (object);

  g_clear_pointer (&self->row, daybook_row_unref);
  g_clear_pointer (&self->users, g_ptr_array_unref);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_phrase_panel_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/phrases/phrase-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookPhrasePanel, stack);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhrasePanel, reading);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhrasePanel, title);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhrasePanel, about);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhrasePanel, warning);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhrasePanel, menu_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhrasePanel, ways);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhrasePanel, facts);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhrasePanel, paths);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhrasePanel, users_row);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhrasePanel, form);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_discard);
}

static void
daybook_phrase_panel_class_init (DaybookPhrasePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_phrase_panel_dispose;
  widget_class->unroot = daybook_phrase_panel_unroot;
  signals[EDIT] = g_signal_new ("edit", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_POINTER);
  signals[LEFT] = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (DAYBOOK_TYPE_FACTS);
  g_type_ensure (DAYBOOK_TYPE_PHRASE_FORM);
  gtk_widget_class_install_action (widget_class, "phrases.favourite", "u", act_favourite);
  gtk_widget_class_install_action (widget_class, "phrases.own", NULL, act_own);
  gtk_widget_class_install_action (widget_class, "phrases.edit", NULL, act_edit);
  bind_template (widget_class);
}

static void
daybook_phrase_panel_init (DaybookPhrasePanel *self)
{
  self->users = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
daybook_phrase_panel_new (DaybookDesk *desk)
{
  DaybookPhrasePanel *self = g_object_new (DAYBOOK_TYPE_PHRASE_PANEL, NULL);

  self->desk = g_object_ref (desk);
  daybook_phrase_form_set_desk (self->form, desk);
  return GTK_WIDGET (self);
}

void
daybook_phrase_panel_show (DaybookPhrasePanel *self,
                           const DaybookRow   *row)
{
  gboolean same = daybook_phrase_panel_shows (self, &row->id);
  DaybookRow *shown = daybook_row_ref ((DaybookRow *) row);

  if (!same)
    daybook_phrase_panel_leave (self);
  g_clear_pointer (&self->row, daybook_row_unref);
  self->row = shown;
  show_row (self);
  if (!self->editing)
    gtk_stack_set_visible_child_name (self->stack, "reading");
  if (!same)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->reading), 0);
}

gboolean
daybook_phrase_panel_shows (DaybookPhrasePanel *self,
                            const DaybookId    *id)
{
  return self->row != NULL && daybook_id_equal (&self->row->id, id);
}

void
daybook_phrase_panel_edit (DaybookPhrasePanel *self)
{
  if (self->row != NULL && !self->editing)
    begin (self, self->row, self->row);
  else if (self->editing)
    daybook_phrase_form_focus (self->form);
}

void
daybook_phrase_panel_add (DaybookPhrasePanel *self,
                          const DaybookRow   *draft)
{
  daybook_phrase_panel_leave (self);
  begin (self, NULL, draft);
}

gboolean
daybook_phrase_panel_is_editing (DaybookPhrasePanel *self)
{
  return self->editing;
}
