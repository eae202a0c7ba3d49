/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/word-form.h"

#include "app/common/shell.h"
#include "core/guarded-word.h"
#include "core/words.h"
#include "store/word-guard.h"

#include <glib/gi18n-lib.h>

struct _DaybookWordForm
{
  AdwBin               parent_instance;

  /* Template widgets */
  AdwPreferencesGroup *group;
  GtkEditable         *text;
  GtkEditable         *instead;
  GtkEditable         *why;
  AdwComboRow         *rule;
  GtkSwitch           *spares;
  GtkFlowBox          *channels;
  GtkWidget           *remove_button;
  GtkWidget           *save_button;

  /* Owned */
  DaybookStore        *store;
  GHashTable          *keys;
  char                *key;   /* of the word as it was, or NULL */
  GPtrArray           *rules; /* keys, in the order of the list; NULL: none */

  DaybookId            id; /* null: a new word */
};

G_DEFINE_FINAL_TYPE (DaybookWordForm, daybook_word_form, ADW_TYPE_BIN)

enum
{
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The channel of a check button. */
#define CHANNEL "channel"

/* --- What is wrong ------------------------------------------------------------------------- */

static char *
read_text (GtkEditable *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (row)));
}

/* NULL: it can be saved. (transfer full) */
static char *
find_fault (DaybookWordForm *self)
{
  g_autofree char *text = read_text (self->text);
  g_autofree char *key = daybook_guard_word_key (text);
  g_autoptr(GError) error = NULL;

  if (!daybook_guard_check_word (text, &error))
    return g_strdup (error->message);
  if (self->keys != NULL && g_hash_table_contains (self->keys, key) && g_strcmp0 (key, self->key) != 0)
    return g_strdup_printf (_("“%s” is guarded already."), text);
  return NULL;
}

/* What people write is no markup. NULL: nothing. */
static void
say (DaybookWordForm *self,
     const char      *text)
{
  g_autofree char *escaped = text != NULL ? g_markup_escape_text (text, -1) : NULL;

  adw_preferences_group_set_description (self->group, escaped);
}

static void
on_changed (DaybookWordForm *self)
{
  g_autofree char *text = read_text (self->text);
  g_autofree char *fault = *text != '\0' ? find_fault (self) : NULL;

  say (self, fault);
  gtk_widget_set_sensitive (self->save_button, *text != '\0' && fault == NULL);
  if (fault != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->text), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->text), "error");
}

/* --- Saving -------------------------------------------------------------------------------- */

static GtkCheckButton *
check_at (DaybookWordForm *self,
          int              place)
{
  GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (self->channels, place);

  return child != NULL ? GTK_CHECK_BUTTON (gtk_flow_box_child_get_child (child)) : NULL;
}

static guint
channel_of (GtkCheckButton *check)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), CHANNEL));
}

static guint
read_channels (DaybookWordForm *self)
{
  GtkCheckButton *check;
  guint channels = 0;

  for (int i = 0; (check = check_at (self, i)) != NULL; i++)
    if (gtk_check_button_get_active (check))
      channels |= DAYBOOK_GUARD_CHANNEL (channel_of (check));
  return channels;
}

static void
commit (DaybookWordForm *self,
        DaybookEdit     *edit)
{
  daybook_shell_commit (daybook_shell_of (GTK_WIDGET (self)), edit, NULL);
  g_signal_emit (self, signals[DONE], 0);
}

static DaybookEdit *
begin (DaybookWordForm *self,
       const char      *title)
{
  return daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (self->store));
}

static void
save (DaybookWordForm *self)
{
  g_autofree char *text = read_text (self->text), *instead = read_text (self->instead), *why = read_text (self->why);
  guint rule = adw_combo_row_get_selected (self->rule);
  const DaybookGuardOwn own = {
    .text = text, .instead = instead, .why = why, .rule = rule < self->rules->len ? g_ptr_array_index (self->rules, rule) : NULL,
    .channels = read_channels (self), .passes = gtk_switch_get_active (self->spares),
  };
  gboolean is_new = daybook_word_form_is_new (self);
  g_autofree char *title = g_strdup_printf (is_new ? _("Guarded word added: %s") : _("Guarded word changed: %s"), text);
  g_autofree char *fault = find_fault (self);
  g_autoptr(DaybookEdit) edit = NULL;

  if (fault != NULL)
    {
      say (self, fault);
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  edit = begin (self, title);
  if (is_new)
    {
      DaybookId id;

      daybook_id_fresh (&id, daybook_store_get_now (self->store) * 1000);
      daybook_guarded_word_create (edit, &id, &own);
    }
  else
    daybook_guarded_word_change (edit, &self->id, &own);
  commit (self, edit);
}

static void
on_remove_clicked (DaybookWordForm *self)
{
  g_autofree char *text = read_text (self->text);
  g_autofree char *title = g_strdup_printf (_("No longer guarded: %s"), text);
  g_autoptr(DaybookEdit) edit = begin (self, title);

  daybook_edit_delete (edit, &daybook_guarded_words, &self->id);
  commit (self, edit);
}

/* --- The widget ---------------------------------------------------------------------------- */

/* Those that Daybook brings, and one that the word alone has. */
static void
offer_rules (DaybookWordForm *self,
             const char      *rule)
{
  GPtrArray *lists = daybook_guard_shipped ();
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = 0;

  g_ptr_array_set_size (self->rules, 0);
  g_ptr_array_add (self->rules, NULL);
  gtk_string_list_append (names, _("The shop’s own word"));
  for (guint i = 0; i < lists->len; i++)
    {
      const DaybookGuardList *list = g_ptr_array_index (lists, i);

      if (g_strcmp0 (list->rule, rule) == 0)
        chosen = self->rules->len;
      g_ptr_array_add (self->rules, g_strdup (list->rule));
      gtk_string_list_append (names, list->title);
    }
  if (rule != NULL && chosen == 0)
    {
      chosen = self->rules->len;
      g_ptr_array_add (self->rules, g_strdup (rule));
      gtk_string_list_append (names, rule);
    }
  adw_combo_row_set_model (self->rule, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->rule, chosen);
}

static void
add_checks (DaybookWordForm *self)
{
  for (guint i = DAYBOOK_CHANNEL_UNKNOWN + 1; daybook_channel_words[i].word != NULL; i++)
    {
      GtkWidget *check = gtk_check_button_new_with_label (daybook_words_label (&daybook_channel_words[i]));

      g_object_set_data (G_OBJECT (check), CHANNEL, GUINT_TO_POINTER (i));
      gtk_flow_box_insert (self->channels, check, -1);
      gtk_widget_set_focusable (gtk_widget_get_parent (check), FALSE);
    }
}

static void
daybook_word_form_dispose (GObject *object)
{
  DaybookWordForm *self = DAYBOOK_WORD_FORM (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->keys, g_hash_table_unref);
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  g_clear_pointer (&self->key, g_free);

  G_OBJECT_CLASS (daybook_word_form_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/settings/word-form.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookWordForm, group);
  gtk_widget_class_bind_template_child (widget_class, DaybookWordForm, text);
  gtk_widget_class_bind_template_child (widget_class, DaybookWordForm, instead);
  gtk_widget_class_bind_template_child (widget_class, DaybookWordForm, why);
  gtk_widget_class_bind_template_child (widget_class, DaybookWordForm, rule);
  gtk_widget_class_bind_template_child (widget_class, DaybookWordForm, spares);
  gtk_widget_class_bind_template_child (widget_class, DaybookWordForm, channels);
  gtk_widget_class_bind_template_child (widget_class, DaybookWordForm, remove_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookWordForm, save_button);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, save);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
}

static void
daybook_word_form_class_init (DaybookWordFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_word_form_dispose;
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
daybook_word_form_init (DaybookWordForm *self)
{
  self->rules = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_checks (self);
}

void
daybook_word_form_set_store (DaybookWordForm *self,
                             DaybookStore    *store)
{
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
}

static void
fill_text (GtkEditable *row,
           const char  *text)
{
  gtk_editable_set_text (row, text != NULL ? text : "");
}

void
daybook_word_form_show (DaybookWordForm           *self,
                        const DaybookGuardedEntry *entry,
                        GHashTable                *keys)
{
  const DaybookGuardedEntry none = { 0 }, *from = entry != NULL ? entry : &none;
  gboolean own = entry != NULL && !entry->shipped;
  GtkCheckButton *check;

  g_clear_pointer (&self->keys, g_hash_table_unref);
  g_clear_pointer (&self->key, g_free);
  self->keys = keys;
  self->key = own && entry->text != NULL ? daybook_guard_word_key (entry->text) : NULL;
  self->id = own ? entry->id : (DaybookId) { { 0 } };
  fill_text (self->text, from->text);
  fill_text (self->instead, from->instead);
  fill_text (self->why, from->why);
  offer_rules (self, from->rule);
  gtk_switch_set_active (self->spares, from->spares);
  for (int i = 0; (check = check_at (self, i)) != NULL; i++)
    gtk_check_button_set_active (check, (from->channels & DAYBOOK_GUARD_CHANNEL (channel_of (check))) != 0);
  gtk_widget_set_visible (self->remove_button, own);
  on_changed (self);
  if (entry != NULL && entry->shipped)
    say (self, _("Daybook brings this word. What you save here is the shop’s own, and goes before it."));
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

void
daybook_word_form_suggest (DaybookWordForm *self,
                           const char      *text)
{
  gtk_editable_set_text (self->text, text);
  gtk_editable_set_position (self->text, -1);
}

gboolean
daybook_word_form_is_new (DaybookWordForm *self)
{
  return daybook_id_is_null (&self->id);
}
