/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/registers/register-editor.h"

#include "app/common/desk.h"
#include "app/common/last-act.h"
#include "app/common/shell.h"
#include "app/registers/draft-rows.h"
#include "app/registers/field-form.h"
#include "app/registers/member-list.h"
#include "app/registers/member-row.h"
#include "app/registers/rare-forms.h"
#include "app/registers/register-exchange.h"
#include "app/registers/register-preview.h"
#include "app/registers/stage-form.h"
#include "store/registers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _DaybookRegisterEditor
{
  AdwWindow               parent_instance;

  /* Template widgets */
  AdwWindowTitle         *window_title;
  GtkToggleButton        *preview_button;
  GtkWidget              *save_button;
  GtkRevealer            *note;
  GtkLabel               *note_label;
  AdwLeaflet             *leaflet;
  AdwPreferencesPage     *form;
  AdwPreferencesGroup    *register_group;
  AdwPreferencesGroup    *fields_group;
  AdwPreferencesGroup    *stages_group;
  AdwPreferencesGroup    *rare_group;
  DaybookRegisterPreview *preview;
  GtkRevealer            *problems;
  GtkLabel               *problem_label;
  GtkWidget              *show_button;

  /* Owned */
  DaybookStore           *store;
  DaybookRegisterDraft   *draft;
  char                   *base;   /* what was in force when it was looked at last; NULL: of a new one */

  /* Borrowed */
  DaybookMemberList      *fields;
  DaybookMemberList      *stages;
  GtkWidget              *title_row;
  GtkWidget              *prefix_row;

  gboolean                saving;
  gboolean                done; /* it may be closed */
};

G_DEFINE_FINAL_TYPE (DaybookRegisterEditor, daybook_register_editor, ADW_TYPE_WINDOW)

static DaybookReader *
get_reader (DaybookRegisterEditor *self)
{
  return daybook_store_get_reader (self->store);
}

static const char *
get_key (DaybookRegisterEditor *self)
{
  return daybook_register_draft_get_word (self->draft, "register");
}

/* What is in force of the key, as text; NULL: there is none. */
static char *
read_definition (DaybookReader  *reader,
                 const char     *key,
                 GError        **error)
{
  g_autoptr(JsonNode) node = daybook_registers_definition (reader, key, error);

  return node != NULL ? json_to_string (node, FALSE) : NULL;
}

static void
say (DaybookRegisterEditor *self,
     const char            *text)
{
  gtk_label_set_label (self->note_label, text);
  gtk_revealer_set_reveal_child (self->note, *text != '\0');
}

/* --- What is wrong ------------------------------------------------------------------------ */

/* What the path leads to, for people. (transfer full) */
static char *
name_path (DaybookRegisterEditor *self,
           const char            *path)
{
  static const struct
  {
    const char *head;
    const char *title;
  } PARTS[] = {
    { "reasons", N_("Reasons") }, { "causes", N_("Causes") }, { "questions", N_("Questions of the Call-Back") }, { "columns", N_("Columns of the List") },
    { "call_back", N_("Call-back") }, { "respond", N_("Time Limits") }, { "resolve", N_("Time Limits") }, { "prefix", N_("Numbers begin with") },
    { "stages", N_("Stages") }, { "fields", N_("Fields") },
  };
  g_auto(GStrv) steps = g_strsplit (path, "/", 3);
  g_autofree char *label = steps[0] != NULL && steps[1] != NULL ? g_strconcat (steps[0], "/", steps[1], "/label", NULL) : g_strdup ("");
  const char *name = daybook_register_draft_get_text (self->draft, label);

  for (gsize i = 0; i < G_N_ELEMENTS (PARTS) && *name == '\0'; i++)
    if (g_strcmp0 (steps[0], PARTS[i].head) == 0)
      name = _(PARTS[i].title);

  return g_strdup (*name != '\0' ? name : _("Title"));
}

static gboolean
can_show (const char *path)
{
  return g_str_has_prefix (path, "fields/") || g_str_has_prefix (path, "stages/") || g_str_equal (path, "title") || g_str_equal (path, "prefix");
}

static void
show_problems (DaybookRegisterEditor *self)
{
  GPtrArray *problems = daybook_register_draft_get_problems (self->draft);
  const DaybookRegisterProblem *first = problems->len > 0 ? g_ptr_array_index (problems, 0) : NULL;

  if (first != NULL)
    {
      g_autofree char *name = name_path (self, first->path);
      /* Translators: a field or the like of a register, and what is wrong with it. */
      g_autofree char *text = g_strdup_printf (_("%s: %s"), name, first->text);

      gtk_label_set_label (self->problem_label, text);
      gtk_widget_set_visible (self->show_button, can_show (first->path));
    }
  gtk_revealer_set_reveal_child (self->problems, first != NULL);
  gtk_widget_set_sensitive (self->save_button, first == NULL && !self->saving
                            && (daybook_register_draft_is_new (self->draft) || daybook_register_draft_is_changed (self->draft)));
}

static void
show_title (DaybookRegisterEditor *self)
{
  gboolean is_new = daybook_register_draft_is_new (self->draft);

  gtk_window_set_title (GTK_WINDOW (self), is_new ? _("New Register") : _("Edit Register"));
  adw_window_title_set_title (self->window_title, gtk_window_get_title (GTK_WINDOW (self)));
  adw_window_title_set_subtitle (self->window_title, daybook_register_draft_get_text (self->draft, "title"));
}

static void
on_draft_changed (DaybookRegisterEditor *self)
{
  show_title (self);
  show_problems (self);
}

/* Where the list has the member that the path leads to, it is opened. */
static gboolean
show_member (DaybookMemberList *list,
             const char        *head,
             const char        *path)
{
  g_auto(GStrv) steps = g_strsplit (path, "/", 3);
  GtkWidget *row = g_str_has_prefix (path, head) && steps[1] != NULL ? daybook_member_list_find_row (list, steps[1]) : NULL;

  if (row != NULL)
    daybook_member_row_show (DAYBOOK_MEMBER_ROW (row));
  return row != NULL;
}

static void
on_show_clicked (DaybookRegisterEditor *self)
{
  GPtrArray *problems = daybook_register_draft_get_problems (self->draft);
  const char *path = problems->len > 0 ? ((const DaybookRegisterProblem *) problems->pdata[0])->path : "";

  if (adw_leaflet_get_folded (self->leaflet))
    gtk_toggle_button_set_active (self->preview_button, FALSE);
  if (show_member (self->fields, "fields/", path) || show_member (self->stages, "stages/", path))
    return;

  gtk_widget_grab_focus (g_str_equal (path, "prefix") ? self->prefix_row : self->title_row);
}

static void
on_preview_toggled (DaybookRegisterEditor *self)
{
  gboolean preview = gtk_toggle_button_get_active (self->preview_button);

  adw_leaflet_set_visible_child (self->leaflet, preview ? GTK_WIDGET (self->preview) : GTK_WIDGET (self->form));
}

/* --- What others do meanwhile ------------------------------------------------------------ */

/* "Found on, Stages" : what was changed at both places. (transfer full) */
static char *
name_clash (DaybookRegisterEditor  *self,
            char                  **paths)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (; *paths != NULL; paths++)
    {
      g_autofree char *name = name_path (self, *paths);

      if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, g_steal_pointer (&name));
    }
  g_ptr_array_add (names, NULL);
  /* Translators: between the things of a list. */
  return g_strjoinv (_(", "), (char **) names->pdata);
}

static void
say_clash (DaybookRegisterEditor  *self,
           char                  **clash)
{
  g_autofree char *names = name_clash (self, clash);
  /* Translators: %s names fields and stages. */
  g_autofree char *text = g_strdup_printf (_("Somebody else has changed this register meanwhile, also what you have changed: %s. Yours is shown here, and would be saved; theirs is in the history."),
                                           names);

  say (self, clash[0] != NULL ? text
       : _("Somebody else has changed this register meanwhile. What they have changed is shown here, with what you have changed."));
}

/* FALSE: it cannot be taken in; that is said. */
static gboolean
take_in (DaybookRegisterEditor *self)
{
  g_autofree char *now = self->base != NULL ? read_definition (get_reader (self), get_key (self), NULL) : NULL;
  g_autoptr(GError) error = NULL;
  gboolean was_changed = daybook_register_draft_is_changed (self->draft);
  g_auto(GStrv) clash = NULL;

  if (now == NULL || g_str_equal (now, self->base))
    return TRUE;

  clash = daybook_register_draft_rebase (self->draft, now, &error);
  if (clash == NULL)
    {
      say (self, error->message);
      return FALSE;
    }
  g_free (self->base);
  self->base = g_steal_pointer (&now);
  if (was_changed)
    say_clash (self, clash);
  return TRUE;
}

static void
on_store_changed (DaybookRegisterEditor *self)
{
  GPtrArray *others = self->saving ? NULL : daybook_registers_others (get_reader (self), NULL);

  if (others == NULL)
    return;

  daybook_register_draft_set_others (self->draft, others);
  take_in (self);
}

/* --- Saving ----------------------------------------------------------------------------------- */

static void
close_for_good (DaybookRegisterEditor *self)
{
  self->done = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_saved (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(DaybookRegisterEditor) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit_finish (DAYBOOK_STORE (source), result, &error);
  DaybookShell *shell = daybook_shell_of (GTK_WIDGET (self));

  daybook_last_act_release ();
  self->saving = FALSE;
  if (outcome == NULL)
    {
      say (self, error->message);
      show_problems (self);
      return;
    }

  if (shell != NULL)
    daybook_shell_tell (shell, outcome, NULL);
  close_for_good (self);
}

/* Takes over the act's `title`. */
static DaybookEdit *
new_edit (DaybookRegisterEditor *self,
          char                  *title)
{
  g_autofree char *owned = title;

  return daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (self->store));
}

/* It stays open, and nothing typed is lost, until it is in the book. */
static void
commit (DaybookRegisterEditor *self,
        DaybookEdit           *edit)
{
  self->saving = TRUE;
  gtk_widget_set_sensitive (self->save_button, FALSE);
  daybook_last_act_hold ();
  daybook_store_commit_async (self->store, edit, NULL, NULL, NULL, on_saved, g_object_ref (self));
}

static void
save (DaybookRegisterEditor *self)
{
  const char *title = daybook_register_draft_get_text (self->draft, "title");
  /* Translators: the title of an act; %s is a register. */
  g_autoptr(DaybookEdit) edit = new_edit (self, daybook_register_draft_is_new (self->draft) ? g_strdup_printf (_("Register made: %s"), title)
                                                                                           : g_strdup_printf (_("Register changed: %s"), title));
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  /* What was typed into a line for a new one, and not confirmed, is meant. */
  daybook_member_lists_flush (self->draft);
  if (self->saving || !take_in (self) || daybook_register_draft_get_problems (self->draft)->len > 0)
    return;

  text = daybook_register_draft_print (self->draft);
  if (daybook_registers_save (get_reader (self), edit, text, &error))
    commit (self, edit);
  else
    say (self, error->message);
}

static gboolean
on_close_due (gpointer data)
{
  close_for_good (data);
  return G_SOURCE_REMOVE;
}

/* The dialog is over this window, and not yet gone while it tells its answer. */
static void
on_answered (DaybookRegisterEditor *self,
             const char            *response)
{
  if (g_str_equal (response, "discard"))
    g_idle_add_full (G_PRIORITY_DEFAULT, on_close_due, g_object_ref (self), g_object_unref);
  else if (g_str_equal (response, "save"))
    save (self);
}

static void
ask (DaybookRegisterEditor *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Save the Register?"),
                                              _("What you have changed is in the book only when it is saved."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Go On Editing"), "discard", _("_Discard"), "save", _("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "save", daybook_register_draft_get_problems (self->draft)->len == 0);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
daybook_register_editor_close_request (GtkWindow *window)
{
  DaybookRegisterEditor *self = DAYBOOK_REGISTER_EDITOR (window);

  if (!self->done)
    daybook_member_lists_flush (self->draft);
  if (self->saving || (!self->done && daybook_register_draft_is_changed (self->draft)))
    {
      if (!self->saving)
        ask (self);
      return TRUE;
    }

  return GTK_WINDOW_CLASS (daybook_register_editor_parent_class)->close_request (window);
}

/* --- The menu ---------------------------------------------------------------------------------- */

static void
act_save (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  if (gtk_widget_get_sensitive (DAYBOOK_REGISTER_EDITOR (widget)->save_button))
    save (DAYBOOK_REGISTER_EDITOR (widget));
}

static void
act_copy (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  DaybookRegisterEditor *self = DAYBOOK_REGISTER_EDITOR (widget);
  g_autofree char *text = daybook_register_draft_print (self->draft);

  daybook_register_editor_copy (GTK_WINDOW (daybook_shell_of (widget)), self->store, text);
}

static void
act_export (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  DaybookRegisterEditor *self = DAYBOOK_REGISTER_EDITOR (widget);
  g_autofree char *text = daybook_register_draft_print (self->draft);

  daybook_register_export (widget, daybook_register_draft_get_text (self->draft, "title"), text);
}

static void
act_reset (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  DaybookRegisterEditor *self = DAYBOOK_REGISTER_EDITOR (widget);
  /* Translators: the title of an act; %s is a register. */
  g_autoptr(DaybookEdit) edit = new_edit (self, g_strdup_printf (_("Register as shipped again: %s"), daybook_register_draft_get_text (self->draft, "title")));
  g_autoptr(GError) error = NULL;

  if (daybook_registers_reset (get_reader (self), edit, get_key (self), &error))
    commit (self, edit);
  else
    say (self, error->message);
}

/* --- The window ------------------------------------------------------------------------------------ */

static void
fill_register (DaybookRegisterEditor *self)
{
  self->title_row = daybook_draft_text_row (self->draft, "title", _("Title"));
  self->prefix_row = daybook_draft_word_row (self->draft, "prefix", _("Numbers begin with"));
  adw_preferences_group_add (self->register_group, self->title_row);
  adw_preferences_group_add (self->register_group, self->prefix_row);
  adw_preferences_group_add (self->register_group, daybook_rare_forms_new_look (self->draft));
}

/* Only one of ours, that the shop has changed, can be reset. */
static gboolean
is_ours_changed (DaybookRegisterEditor *self)
{
  g_autoptr(GPtrArray) registers = daybook_registers_read (get_reader (self), NULL, NULL);

  for (guint i = 0; registers != NULL && i < registers->len; i++)
    {
      const DaybookShopRegister *one = g_ptr_array_index (registers, i);

      if (g_str_equal (daybook_register_get_key (one->definition), get_key (self)))
        return one->changed;
    }

  return FALSE;
}

static void
daybook_register_editor_dispose (GObject *object)
{
  DaybookRegisterEditor *self = DAYBOOK_REGISTER_EDITOR (object);

  g_clear_object (&self->draft);
  g_clear_object (&self->store);
  g_clear_pointer (&self->base, g_free);

  G_OBJECT_CLASS (daybook_register_editor_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/registers/register-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookRegisterEditor, window_title);
  gtk_widget_class_bind_template_child (widget_class, DaybookRegisterEditor, preview_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookRegisterEditor, save_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookRegisterEditor, note);
  gtk_widget_class_bind_template_child (widget_class, DaybookRegisterEditor, note_label);
  gtk_widget_class_bind_template_child (widget_class, DaybookRegisterEditor, leaflet);
  gtk_widget_class_bind_template_child (widget_class, DaybookRegisterEditor, form);
  gtk_widget_class_bind_template_child (widget_class, DaybookRegisterEditor, register_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookRegisterEditor, fields_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookRegisterEditor, stages_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookRegisterEditor, rare_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookRegisterEditor, preview);
  gtk_widget_class_bind_template_child (widget_class, DaybookRegisterEditor, problems);
  gtk_widget_class_bind_template_child (widget_class, DaybookRegisterEditor, problem_label);
  gtk_widget_class_bind_template_child (widget_class, DaybookRegisterEditor, show_button);
  gtk_widget_class_bind_template_callback (widget_class, save);
  gtk_widget_class_bind_template_callback (widget_class, on_show_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_preview_toggled);
}

static void
daybook_register_editor_class_init (DaybookRegisterEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_register_editor_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = daybook_register_editor_close_request;
  g_type_ensure (DAYBOOK_TYPE_REGISTER_PREVIEW);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "register.save", NULL, act_save);
  gtk_widget_class_install_action (widget_class, "register.copy", NULL, act_copy);
  gtk_widget_class_install_action (widget_class, "register.export", NULL, act_export);
  gtk_widget_class_install_action (widget_class, "register.reset", NULL, act_reset);
}

static void
daybook_register_editor_init (DaybookRegisterEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The dialog over the window that keeps the hands off all others, as the preferences do, or NULL. */
static GtkWindow *
find_modal (GtkWindow *parent)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (gtk_window_get_modal (l->data) && gtk_widget_get_mapped (l->data) && gtk_window_get_transient_for (l->data) == parent
        && !DAYBOOK_IS_REGISTER_EDITOR (l->data))
      return l->data;

  return NULL;
}

/* Takes over `draft` and `base`. */
static DaybookRegisterEditor *
present (GtkWindow            *parent,
         DaybookStore         *store,
         DaybookRegisterDraft *draft,
         char                 *base)
{
  GtkWindow *over = find_modal (parent);
  DaybookRegisterEditor *self = g_object_new (DAYBOOK_TYPE_REGISTER_EDITOR, "transient-for", over != NULL ? over : parent,
                                              "modal", over != NULL, NULL);

  self->store = g_object_ref (store);
  self->draft = draft;
  self->base = base;
  fill_register (self);
  self->fields = daybook_member_list_new (GTK_WIDGET (self->fields_group), draft, "fields", daybook_field_form_new, _("New Field"));
  self->stages = daybook_member_list_new (GTK_WIDGET (self->stages_group), draft, "stages", daybook_stage_form_new, _("New Stage"));
  daybook_rare_forms_add (self->rare_group, draft);
  daybook_register_preview_set_draft (self->preview, daybook_desk_of (store), draft);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "register.reset", is_ours_changed (self));
  g_signal_connect_object (draft, "changed", G_CALLBACK (on_draft_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  on_draft_changed (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

/* --- Opening it -------------------------------------------------------------------------------------- */

static gboolean
may_change (GtkWindow    *parent,
            DaybookStore *store)
{
  if (daybook_desk_may (daybook_desk_of (store), DAYBOOK_RIGHT_SETTINGS))
    return TRUE;

  daybook_shell_say (daybook_shell_of (GTK_WIDGET (parent)), _("Only the owner or a lead changes registers."));
  return FALSE;
}

/* NULL, and that is said, where there is none. */
static GPtrArray *
read_others (GtkWindow    *parent,
             DaybookStore *store)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *others = daybook_registers_others (daybook_store_get_reader (store), &error);

  if (others == NULL)
    daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (parent)), error);
  return others;
}

/* The window in which the register is open by now, or NULL. */
static GtkWindow *
find_open (DaybookStore *store,
           const char   *key)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (DAYBOOK_IS_REGISTER_EDITOR (l->data) && DAYBOOK_REGISTER_EDITOR (l->data)->store == store
        && DAYBOOK_REGISTER_EDITOR (l->data)->base != NULL && g_strcmp0 (get_key (l->data), key) == 0)
      return l->data;

  return NULL;
}

void
daybook_register_editor_begin (GtkWindow    *parent,
                               DaybookStore *store)
{
  GPtrArray *others = may_change (parent, store) ? read_others (parent, store) : NULL;

  if (others != NULL)
    gtk_widget_grab_focus (present (parent, store, daybook_register_draft_new (others), NULL)->title_row);
}

void
daybook_register_editor_open (GtkWindow    *parent,
                              DaybookStore *store,
                              const char   *key)
{
  GtkWindow *open = find_open (store, key);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = open == NULL && may_change (parent, store) ? read_definition (daybook_store_get_reader (store), key, &error) : NULL;
  GPtrArray *others = text != NULL ? read_others (parent, store) : NULL;
  DaybookRegisterDraft *draft = others != NULL ? daybook_register_draft_new_of (text, others, &error) : NULL;

  if (open != NULL)
    gtk_window_present (open);
  else if (draft != NULL)
    present (parent, store, draft, g_steal_pointer (&text));
  else if (error != NULL)
    daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (parent)), error);
}

void
daybook_register_editor_copy (GtkWindow    *parent,
                              DaybookStore *store,
                              const char   *text)
{
  GPtrArray *others = may_change (parent, store) ? read_others (parent, store) : NULL;
  g_autoptr(GError) error = NULL;
  DaybookRegisterDraft *draft = others != NULL ? daybook_register_draft_new_like (text, others, &error) : NULL;

  if (draft != NULL)
    gtk_widget_grab_focus (present (parent, store, draft, NULL)->title_row);
  else if (error != NULL)
    daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (parent)), error);
}

/* Onto what the shop has by that name, or a new one. */
static void
take (GtkWindow       *parent,
      DaybookStore    *store,
      DaybookRegister *definition,
      const char      *text,
      const char      *name)
{
  GPtrArray *others = read_others (parent, store);
  char *base = others != NULL ? read_definition (daybook_store_get_reader (store), daybook_register_get_key (definition), NULL) : NULL;
  DaybookRegisterDraft *draft = others == NULL ? NULL
    : base != NULL ? daybook_register_draft_new_of (base, others, NULL) : daybook_register_draft_new (others);
  /* Translators: the name of a file. */
  g_autofree char *fresh = g_strdup_printf (_("From the file “%s”. Save it to have it in this book."), name);
  /* Translators: the name of a file, the title of a register. */
  g_autofree char *over = g_strdup_printf (_("From the file “%1$s”. This shop has the register “%2$s” already: saving changes it. To keep both, copy this one to a new register."),
                                           name, daybook_register_get_title (definition));

  if (draft != NULL && daybook_register_draft_take (draft, text, NULL))
    say (present (parent, store, draft, base), base != NULL ? over : fresh);
}

void
daybook_register_editor_take (GtkWindow    *parent,
                              DaybookStore *store,
                              const char   *text,
                              const char   *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookRegister) definition = daybook_register_parse (text, -1, name, &error);

  if (definition == NULL)
    daybook_register_say_broken (parent, error);
  else if (may_change (parent, store))
    take (parent, store, definition, text, name);
}
