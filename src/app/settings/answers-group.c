/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/answers-group.h"

#include "app/common/desk.h"
#include "app/common/shell.h"
#include "app/common/words.h"
#include "app/settings/answer-row.h"
#include "core/case.h"
#include "core/presence.h"

#include <glib/gi18n-lib.h>

struct _DaybookAnswersGroup
{
  AdwPreferencesGroup parent_instance;

  /* Borrowed */
  GtkMenuButton      *add_button; /* of channels: those that have nobody yet */
  AdwEntryRow        *add_row;    /* of sub-accounts: its name */
  GtkDropDown        *platform;   /* in it */
  GPtrArray          *rows;       /* owned; DaybookAnswerRow */

  /* Owned */
  DaybookStore       *store;
  const DaybookTable *table;
  DaybookId           added; /* here last: the row is opened when it appears */
};

G_DEFINE_FINAL_TYPE (DaybookAnswersGroup, daybook_answers_group, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
is_channels (DaybookAnswersGroup *self)
{
  return self->table == &daybook_channel_people;
}

static DaybookValue
value_of_desk (DaybookAnswersGroup *self)
{
  return daybook_value_id (daybook_store_get_agent (self->store));
}

static DaybookEdit *
new_edit (DaybookAnswersGroup *self,
          const char          *what)
{
  g_autofree char *title = g_strdup_printf (_("Who answers for: %s"), what);

  return daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (self->store));
}

/* --- Another ------------------------------------------------------------------------------ */

/* Whoever sits at the desk, until it is said who else. */
static void
on_channel_added (GSimpleAction       *action,
                  GVariant            *target,
                  DaybookAnswersGroup *self)
{
  guint channel = (guint) g_variant_get_int32 (target);
  g_autoptr(DaybookEdit) edit = new_edit (self, daybook_words_enum (&self->table->fields[DAYBOOK_CHANNEL_PERSON_CHANNEL], channel));

  daybook_channel_person_give (edit, channel, value_of_desk (self), (DaybookValue) DAYBOOK_VALUE_INIT, &self->added);
  daybook_shell_commit (daybook_shell_of (GTK_WIDGET (self)), edit, NULL);
}

static void
on_account_added (DaybookAnswersGroup *self)
{
  g_autofree char *account = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->add_row))));
  const char *platform = daybook_words_platform_key (gtk_drop_down_get_selected (self->platform));
  g_autoptr(DaybookEdit) edit = new_edit (self, account);

  if (*account == '\0' || platform == NULL)
    return;

  daybook_sub_account_give (edit, daybook_store_get_shop (self->store), platform, account, value_of_desk (self), &self->added);
  daybook_shell_commit (daybook_shell_of (GTK_WIDGET (self)), edit, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->add_row), "");
}

static gboolean
has_channel (GPtrArray *rows,
             gint64     channel)
{
  for (guint i = 0; i < rows->len; i++)
    if (daybook_row_int (g_ptr_array_index (rows, i), DAYBOOK_CHANNEL_PERSON_CHANNEL) == channel)
      return TRUE;

  return FALSE;
}

static void
offer_channels (DaybookAnswersGroup *self,
                GPtrArray           *rows)
{
  const DaybookField *field = &self->table->fields[DAYBOOK_CHANNEL_PERSON_CHANNEL];
  g_autoptr(GMenu) menu = g_menu_new ();

  for (int i = DAYBOOK_CHANNEL_UNKNOWN + 1; field->words[i].word != NULL; i++)
    if (!has_channel (rows, i))
      {
        g_autofree char *label = daybook_words_in_menu (daybook_words_enum (field, i));
        g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

        g_menu_item_set_action_and_target (item, "answers.add", "i", i);
        g_menu_append_item (menu, item);
      }
  gtk_menu_button_set_menu_model (self->add_button, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->add_button), g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
}

/* --- The list ------------------------------------------------------------------------------ */

static void
describe (DaybookAnswersGroup *self,
          gboolean             empty)
{
  const char *of_channels = empty ? _("Nobody is named yet. Name somebody for each channel, and who answers when they are not there.")
                                  : _("Each channel has somebody who answers for it, and who does in their place.");
  const char *of_accounts = empty ? _("None yet. Say who answers under which sub-account of a platform, so that a message left there finds its person.")
                                  : _("Who answers under which sub-account of a platform.");

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), is_channels (self) ? of_channels : of_accounts);
}

static gboolean
are_as_shown (DaybookAnswersGroup *self,
              GPtrArray           *rows)
{
  gboolean same = rows->len == self->rows->len;

  for (guint i = 0; same && i < rows->len; i++)
    same = daybook_id_equal (daybook_answer_row_get_id (g_ptr_array_index (self->rows, i)), &((const DaybookRow *) g_ptr_array_index (rows, i))->id);
  return same;
}

static void
make_rows (DaybookAnswersGroup *self,
           guint                n)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = daybook_answer_row_new (daybook_desk_of (self->store), self->table);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
}

/* Who may not see to the people reads it. */
static void
fill (DaybookAnswersGroup *self)
{
  DaybookDesk *desk = daybook_desk_of (self->store);
  g_autoptr(GPtrArray) rows = daybook_reader_all (daybook_store_get_reader (self->store), self->table, NULL);
  gboolean may = daybook_desk_may (desk, DAYBOOK_RIGHT_PEOPLE);

  if (rows == NULL)
    return;

  if (!are_as_shown (self, rows))
    make_rows (self, rows->len);
  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (self->rows, i);
      const DaybookRow *row = g_ptr_array_index (rows, i);

      daybook_answer_row_show (DAYBOOK_ANSWER_ROW (widget), row);
      gtk_widget_set_sensitive (widget, may);
      if (daybook_id_equal (&row->id, &self->added))
        adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
    }
  self->added = (DaybookId) { { 0 } };
  describe (self, rows->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self), daybook_desk_get_agents (desk)->len > 1);
  if (is_channels (self))
    offer_channels (self, rows);
  gtk_widget_set_sensitive (is_channels (self) ? GTK_WIDGET (self->add_button) : GTK_WIDGET (self->add_row), may);
}

/* --- The group ------------------------------------------------------------------------------- */

static void
make_channels (DaybookAnswersGroup *self)
{
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr(GSimpleAction) add = g_simple_action_new ("add", G_VARIANT_TYPE_INT32);
  const char *label = _("Name Somebody for a Channel");

  g_signal_connect_object (add, "activate", G_CALLBACK (on_channel_added), self, 0);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (add));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "answers", G_ACTION_GROUP (actions));

  self->add_button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->add_button, "list-add-symbolic");
  gtk_widget_set_valign (GTK_WIDGET (self->add_button), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->add_button), "flat");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->add_button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->add_button));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Channels"));
}

static void
make_accounts (DaybookAnswersGroup *self)
{
  g_autoptr(GtkStringList) platforms = gtk_string_list_new (NULL);
  const char *label = _("Platform");

  for (guint i = 0; daybook_words_platform_key (i) != NULL; i++)
    gtk_string_list_append (platforms, daybook_words_platform (daybook_words_platform_key (i)));
  self->platform = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&platforms)), NULL));
  gtk_widget_set_valign (GTK_WIDGET (self->platform), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->platform), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  self->add_row = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add_row), _("Add a sub-account: its name"));
  adw_entry_row_set_show_apply_button (self->add_row, TRUE);
  adw_entry_row_add_prefix (self->add_row, GTK_WIDGET (self->platform));
  g_signal_connect_object (self->add_row, "apply", G_CALLBACK (on_account_added), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->add_row));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Sub-accounts of Platforms"));
}

static void
daybook_answers_group_dispose (GObject *object)
{
  DaybookAnswersGroup *self = DAYBOOK_ANSWERS_GROUP (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (daybook_answers_group_parent_class)->dispose (object);
}

static void
daybook_answers_group_class_init (DaybookAnswersGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_answers_group_dispose;
}

static void
daybook_answers_group_init (DaybookAnswersGroup *self)
{
  self->rows = g_ptr_array_new ();
}

void
daybook_answers_group_set_store (DaybookAnswersGroup *self,
                                 DaybookStore        *store,
                                 const DaybookTable  *table)
{
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
  self->table = table;
  if (is_channels (self))
    make_channels (self);
  else
    make_accounts (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (daybook_desk_of (store), "agent-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (daybook_desk_of (store), "names-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
}
