/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/person-row.h"

#include "app/common/desk.h"
#include "app/common/entry-text.h"
#include "app/common/shell.h"
#include "app/common/words.h"
#include "core/answering.h"
#include "core/pin.h"
#include "core/right.h"
#include "core/shift.h"
#include "core/shop.h"
#include "store/presences.h"
#include "store/task.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

struct _DaybookPersonRow
{
  AdwExpanderRow parent_instance;

  AdwEntryRow  *name_row;
  AdwEntryRow  *code_row;
  AdwComboRow  *role_row;
  AdwComboRow  *shift_row;
  AdwPasswordEntryRow *pin_row;
  GtkWidget    *forget_button;
  GtkWidget    *trusted_row;
  GtkSwitch    *trusted_switch;
  AdwEntryRow  *quota_row;
  GtkWidget    *remove_row;

  DaybookStore *store;
  DaybookId     id;
  char         *name;
  gint64        role;
  gboolean      trusted;
  GPtrArray    *shifts; /* DaybookRow: what the row offers after "none"; or NULL */
};

G_DEFINE_FINAL_TYPE (DaybookPersonRow, daybook_person_row, ADW_TYPE_EXPANDER_ROW)

static const DaybookField *
role_field (void)
{
  return &daybook_agents.fields[DAYBOOK_AGENT_ROLE];
}

/* Takes over `value` and the act's `title`. */
static void
commit (DaybookPersonRow *self,
        guint             field,
        DaybookValue      value,
        char             *title)
{
  g_autofree char *owned_title = title;
  g_autoptr (DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (self->store));

  daybook_edit_set (edit, &daybook_agents, &self->id, field, value);
  daybook_shell_commit (daybook_shell_of (GTK_WIDGET (self)), edit, NULL);
}

static void
on_name_applied (DaybookPersonRow *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));

  if (*name == '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->name_row), self->name);
  else
    /* Translators: the title of an act; %s is a person */
    commit (self, DAYBOOK_AGENT_NAME, daybook_value_text (name),
            g_strdup_printf (_("Rename %s"), self->name));
}

static void
on_code_applied (DaybookPersonRow *self)
{
  g_autofree char *code = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->code_row))));

  /* Translators: the title of an act; %s is a person */
  commit (self, DAYBOOK_AGENT_CODE, daybook_value_text (*code != '\0' ? code : NULL),
            g_strdup_printf (_("Set the code of %s"), self->name));
}

static void
on_role_selected (DaybookPersonRow *self)
{
  guint role = adw_combo_row_get_selected (self->role_row);

  if (self->store == NULL || daybook_field_word_name (role_field (), role) == NULL || role == self->role)
    return;

  /* Translators: the title of an act; %s is a person */
  commit (self, DAYBOOK_AGENT_ROLE, daybook_value_int (role),
            g_strdup_printf (_("Set the role of %s"), self->name));
}

static void
on_shift_selected (DaybookPersonRow *self)
{
  guint selected = adw_combo_row_get_selected (self->shift_row);
  const DaybookRow *shift = self->shifts != NULL && selected > 0 && selected <= self->shifts->len ? g_ptr_array_index (self->shifts, selected - 1) : NULL;

  if (self->shifts == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;

  /* Translators: the title of an act; %s is a person */
  commit (self, DAYBOOK_AGENT_SHIFT, shift != NULL ? daybook_value_id (&shift->id) : (DaybookValue) DAYBOOK_VALUE_INIT,
          g_strdup_printf (_("Set the shift of %s"), self->name));
}

/* --- PIN, trust and quota ------------------------------------------------------------------ */

static void
hash_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  char *hash = daybook_pin_hash (data, &error);

  if (hash != NULL)
    g_task_return_pointer (task, hash, g_free);
  else
    g_task_return_error (task, error);
}

static void
on_hashed (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  DaybookPersonRow *self = DAYBOOK_PERSON_ROW (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = g_task_propagate_pointer (G_TASK (result), &error);
  DaybookShell *shell = daybook_shell_of (GTK_WIDGET (self));

  /* The preferences were closed meanwhile. */
  if (shell == NULL)
    return;
  if (hash == NULL)
    daybook_shell_say_error (shell, error);
  else
    /* Translators: the title of an act; %s is a person */
    commit (self, DAYBOOK_AGENT_PIN, daybook_value_text (hash), g_strdup_printf (_("Set the PIN of %s"), self->name));
}

static void
free_pin (gpointer pin)
{
  sodium_memzero (pin, strlen (pin));
  g_free (pin);
}

static void
on_pin_applied (DaybookPersonRow *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_hashed, NULL);

  g_task_set_source_tag (task, on_pin_applied);
  g_task_set_task_data (task, g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->pin_row))), free_pin);
  gtk_editable_set_text (GTK_EDITABLE (self->pin_row), "");
  daybook_task_run_in_thread (task, hash_in_thread);
}

static void
on_forget_clicked (DaybookPersonRow *self)
{
  /* Translators: the title of an act; %s is a person */
  commit (self, DAYBOOK_AGENT_PIN, (DaybookValue) DAYBOOK_VALUE_INIT, g_strdup_printf (_("Take away the PIN of %s"), self->name));
}

static void
on_trusted_changed (DaybookPersonRow *self)
{
  gboolean trusted = gtk_switch_get_active (self->trusted_switch);

  if (self->store == NULL || trusted == self->trusted)
    return;

  /* Translators: the title of an act; %s is a person */
  commit (self, DAYBOOK_AGENT_TRUSTED, daybook_value_int (trusted), g_strdup_printf (_("Say whether %s is trusted"), self->name));
}

static void
on_quota_applied (DaybookPersonRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->quota_row));
  guint64 number;
  gboolean is_number = g_ascii_string_to_unsigned (text, 10, 1, 100000, &number, NULL);

  /* Translators: the title of an act; %s is a person */
  commit (self, DAYBOOK_AGENT_QUOTA, is_number ? daybook_value_int ((gint64) number) : (DaybookValue) DAYBOOK_VALUE_INIT,
          g_strdup_printf (_("Set how often %s may reveal"), self->name));
}

static gboolean
is_shared (DaybookPersonRow *self)
{
  return daybook_desk_get_agents (daybook_desk_of (self->store))->len > 1;
}

static void
show_pin (DaybookPersonRow *self,
          const DaybookRow *agent)
{
  gboolean has_pin = *daybook_row_text (agent, DAYBOOK_AGENT_PIN) != '\0';

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->pin_row), has_pin ? _("Another PIN") : _("PIN: none yet"));
  gtk_widget_set_visible (self->forget_button, has_pin);
  /* A shop of one person asks nobody. */
  gtk_widget_set_visible (GTK_WIDGET (self->pin_row), has_pin || is_shared (self));
}

/* Who is trusted, and how often, is the owner's to say of others. */
static void
show_trust (DaybookPersonRow *self,
            const DaybookRow *agent)
{
  DaybookDesk *desk = daybook_desk_of (self->store);
  gboolean visible = is_shared (self) && self->role != DAYBOOK_ROLE_OWNER && self->role != DAYBOOK_ROLE_READ_ONLY;
  gboolean sensitive = daybook_desk_may (desk, DAYBOOK_RIGHT_OWNERS);
  g_autofree char *quota = daybook_row_has (agent, DAYBOOK_AGENT_QUOTA)
    ? g_strdup_printf ("%" G_GINT64_FORMAT, daybook_row_int (agent, DAYBOOK_AGENT_QUOTA)) : NULL;
  /* Translators: %u is how many reveals of personal data the role has */
  g_autofree char *title = g_strdup_printf (_("Reveals a day (empty: %u, as the role has)"), daybook_right_quota ((DaybookRole) self->role));

  self->trusted = daybook_row_int (agent, DAYBOOK_AGENT_TRUSTED) != 0;
  gtk_switch_set_active (self->trusted_switch, self->trusted);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->quota_row), title);
  daybook_entry_text_show (self->quota_row, quota != NULL ? quota : "");
  gtk_widget_set_visible (self->trusted_row, visible);
  gtk_widget_set_visible (GTK_WIDGET (self->quota_row), visible);
  gtk_widget_set_sensitive (self->trusted_row, sensitive);
  gtk_widget_set_sensitive (GTK_WIDGET (self->quota_row), sensitive);
}

/* A shop without shifts does not ask. */
static void
show_shift (DaybookPersonRow *self,
            const DaybookRow *agent)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) shifts = daybook_reader_all (daybook_store_get_reader (self->store), &daybook_shift_templates, NULL);
  const DaybookId *works = daybook_row_ref_id (agent, DAYBOOK_AGENT_SHIFT);
  guint selected = 0;

  if (shifts == NULL)
    return;

  gtk_string_list_append (names, _("None"));
  for (guint i = 0; i < shifts->len; i++)
    {
      const DaybookRow *shift = g_ptr_array_index (shifts, i);

      gtk_string_list_append (names, daybook_row_text (shift, DAYBOOK_SHIFT_TEMPLATE_NAME));
      if (works != NULL && daybook_id_equal (&shift->id, works))
        selected = i + 1;
    }

  /* What is shown is no choice of a person. */
  g_clear_pointer (&self->shifts, g_ptr_array_unref);
  adw_combo_row_set_model (self->shift_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->shift_row, selected);
  self->shifts = g_steal_pointer (&shifts);
  gtk_widget_set_visible (GTK_WIDGET (self->shift_row), self->shifts->len > 0);
}

/* "on shift since 18:02"; "". (transfer full) */
static char *
read_attendance (DaybookPersonRow *self)
{
  g_auto(DaybookAttendance) attendance = DAYBOOK_ATTENDANCE_INIT;

  if (!daybook_attendance_read (daybook_store_get_reader (self->store), &self->id, &attendance, NULL))
    return g_strdup ("");

  return daybook_attendance_describe (&attendance, daybook_store_get_now (self->store), daybook_store_get_zone (self->store));
}

/* What they answer for, or NULL. (transfer full) */
static char *
read_answering (DaybookPersonRow *self)
{
  DaybookReader *reader = daybook_store_get_reader (self->store);
  g_autoptr(GPtrArray) channels = daybook_reader_all (reader, &daybook_channel_people, NULL);
  g_autoptr(GPtrArray) accounts = daybook_reader_all (reader, &daybook_sub_accounts, NULL);
  g_autofree char *what = channels != NULL && accounts != NULL ? daybook_answering_describe (channels, accounts, &self->id) : NULL;

  /* Translators: %s is as in "Phone, WeChat". */
  return what != NULL ? g_strdup_printf (_("Answers for: %s"), what) : NULL;
}

/* "007 · Agent · away since 19:30: dinner", and below it what they answer for. */
static void
show_standing (DaybookPersonRow *self,
               const char       *code)
{
  const char *role = daybook_words_enum (role_field (), self->role);
  g_autofree char *who = *code != '\0' ? g_strdup_printf (_("%s · %s"), code, role) : g_strdup (role);
  g_autofree char *attendance = read_attendance (self);
  g_autofree char *now = *attendance != '\0' ? g_strdup_printf (_("%s · %s"), who, attendance) : g_strdup (who);
  g_autofree char *answering = read_answering (self);
  g_autofree char *both = answering != NULL ? g_strconcat (now, "\n", answering, NULL) : g_strdup (now);

  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), both);
}

/* An owner other than the person of the row, or NULL. */
static const DaybookRow *
find_other_owner (DaybookPersonRow *self)
{
  GPtrArray *agents = daybook_desk_get_agents (daybook_desk_of (self->store));

  for (guint i = 0; i < agents->len; i++)
    {
      const DaybookRow *agent = g_ptr_array_index (agents, i);

      if (daybook_row_int (agent, DAYBOOK_AGENT_ROLE) == DAYBOOK_ROLE_OWNER && !daybook_id_equal (&agent->id, &self->id))
        return agent;
    }

  return NULL;
}

/* Who goes signs this last act; the next is an owner's, and that is said. */
static char *
leave_desk (DaybookPersonRow *self)
{
  const DaybookRow *owner = find_other_owner (self);

  if (owner == NULL || !daybook_id_equal (&self->id, daybook_store_get_agent (self->store)))
    return NULL;

  daybook_desk_set_agent (daybook_desk_of (self->store), &owner->id);
  /* Translators: both are people: %1$s was taken from the list of who works here. */
  return g_strdup_printf (_("%1$s was removed. At the desk now: %2$s"), self->name,
                          daybook_row_text (owner, DAYBOOK_AGENT_NAME));
}

static void
on_remove_clicked (DaybookPersonRow *self)
{
  /* Translators: the title of an act; %s is a person */
  g_autofree char *title = g_strdup_printf (_("Remove %s"), self->name);
  g_autoptr (DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (self->store));
  g_autofree char *done = leave_desk (self);

  daybook_edit_set (edit, &daybook_agents, &self->id, DAYBOOK_FIELD_DELETED, daybook_value_int (1));
  daybook_shell_commit (daybook_shell_of (GTK_WIDGET (self)), edit, done);
}

static void
fill_roles (DaybookPersonRow *self)
{
  g_autoptr (GtkStringList) roles = gtk_string_list_new (NULL);
  const DaybookField *field = role_field ();

  for (gint64 i = 0; field->words[i].word != NULL; i++)
    gtk_string_list_append (roles, daybook_words_enum (field, i));
  adw_combo_row_set_model (self->role_row, G_LIST_MODEL (roles));
}

static void
daybook_person_row_dispose (GObject *object)
{
  DaybookPersonRow *self = DAYBOOK_PERSON_ROW (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->shifts, g_ptr_array_unref);
  G_OBJECT_CLASS (daybook_person_row_parent_class)->dispose (object);
}

static void
daybook_person_row_class_init (DaybookPersonRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_person_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/settings/person-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookPersonRow, name_row);
  gtk_widget_class_bind_template_child (widget_class, DaybookPersonRow, code_row);
  gtk_widget_class_bind_template_child (widget_class, DaybookPersonRow, role_row);
  gtk_widget_class_bind_template_child (widget_class, DaybookPersonRow, shift_row);
  gtk_widget_class_bind_template_child (widget_class, DaybookPersonRow, pin_row);
  gtk_widget_class_bind_template_child (widget_class, DaybookPersonRow, forget_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookPersonRow, trusted_row);
  gtk_widget_class_bind_template_child (widget_class, DaybookPersonRow, trusted_switch);
  gtk_widget_class_bind_template_child (widget_class, DaybookPersonRow, quota_row);
  gtk_widget_class_bind_template_child (widget_class, DaybookPersonRow, remove_row);
  gtk_widget_class_bind_template_callback (widget_class, on_name_applied);
  gtk_widget_class_bind_template_callback (widget_class, on_code_applied);
  gtk_widget_class_bind_template_callback (widget_class, on_role_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_shift_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_pin_applied);
  gtk_widget_class_bind_template_callback (widget_class, on_forget_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_trusted_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_quota_applied);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
}

static void
daybook_person_row_init (DaybookPersonRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_roles (self);
}

GtkWidget *
daybook_person_row_new (DaybookStore *store)
{
  DaybookPersonRow *self = g_object_new (DAYBOOK_TYPE_PERSON_ROW, NULL);

  self->store = g_object_ref (store);
  return GTK_WIDGET (self);
}

void
daybook_person_row_show (DaybookPersonRow *self,
                         const DaybookRow *agent,
                         guint             n_owners)
{
  const char *code = daybook_row_text (agent, DAYBOOK_AGENT_CODE);
  gboolean last_owner;

  g_return_if_fail (DAYBOOK_IS_PERSON_ROW (self));

  self->id = agent->id;
  self->role = daybook_row_int (agent, DAYBOOK_AGENT_ROLE);
  g_free (self->name);
  self->name = g_strdup (daybook_row_text (agent, DAYBOOK_AGENT_NAME));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), self->name);
  show_standing (self, code);
  daybook_entry_text_show (self->name_row, self->name);
  daybook_entry_text_show (self->code_row, code);
  adw_combo_row_set_selected (self->role_row, self->role);
  show_shift (self, agent);
  show_pin (self, agent);
  show_trust (self, agent);

  last_owner = self->role == DAYBOOK_ROLE_OWNER && n_owners == 1;
  gtk_widget_set_sensitive (GTK_WIDGET (self->role_row), !last_owner);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->role_row), last_owner ? _("A shop has one owner at least") : "");
  gtk_widget_set_visible (self->remove_row, !last_owner);
}

const DaybookId *
daybook_person_row_get_id (DaybookPersonRow *self)
{
  g_return_val_if_fail (DAYBOOK_IS_PERSON_ROW (self), NULL);

  return &self->id;
}
