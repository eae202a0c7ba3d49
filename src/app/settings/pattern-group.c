/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/pattern-group.h"

#include "app/common/entry-text.h"
#include "app/common/shell.h"
#include "store/setting.h"
#include "core/proposal.h"
#include "core/shop.h"

#include <glib/gi18n-lib.h>

struct _DaybookPatternGroup
{
  AdwPreferencesGroup parent_instance;

  AdwEntryRow  *pattern_row;
  GtkEditable  *note_row;
  AdwActionRow *found_row;

  DaybookStore *store;
  GPtrArray    *agents; /* DaybookRow */
};

G_DEFINE_FINAL_TYPE (DaybookPatternGroup, daybook_pattern_group, ADW_TYPE_PREFERENCES_GROUP)

static char *
describe_found (const DaybookRow *agent,
                const char       *note)
{
  const char *code;

  if (*note == '\0')
    return g_strdup (_("Write a note as it stands on the platform"));
  if (agent == NULL)
    return g_strdup (_("Nobody, or more than one person"));

  code = daybook_row_text (agent, DAYBOOK_AGENT_CODE);
  if (*code == '\0')
    return g_strdup (daybook_row_text (agent, DAYBOOK_AGENT_NAME));

  /* Translators: a person: name and code */
  return g_strdup_printf (C_("agent", "%s %s"), daybook_row_text (agent, DAYBOOK_AGENT_NAME), code);
}

static void
try_pattern (DaybookPatternGroup *self)
{
  const char *note = gtk_editable_get_text (self->note_row);
  g_autoptr (GError) error = NULL;
  g_autoptr (DaybookProposer) proposer = NULL;
  g_autofree char *found = NULL;

  if (self->agents == NULL)
    return;

  proposer = daybook_proposer_new (gtk_editable_get_text (GTK_EDITABLE (self->pattern_row)), self->agents, &error);
  found = proposer != NULL ? describe_found (daybook_proposer_find (proposer, note), note)
                           : g_strdup (error->message);
  adw_action_row_set_subtitle (self->found_row, found);
  if (proposer == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->pattern_row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->pattern_row), "error");
}

static void
on_pattern_applied (DaybookPatternGroup *self)
{
  const char *pattern = gtk_editable_get_text (GTK_EDITABLE (self->pattern_row));
  g_autoptr (GError) error = NULL;
  g_autoptr (DaybookProposer) proposer = daybook_proposer_new (pattern, self->agents, &error);
  g_autoptr (DaybookEdit) edit = NULL;

  if (proposer == NULL)
    {
      daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error);
      return;
    }

  edit = daybook_edit_new (DAYBOOK_ACT_EDIT, _("Set how agents sign in platform notes"),
                           daybook_store_get_agent (self->store));
  daybook_setting_set (edit, daybook_store_get_reader (self->store), DAYBOOK_PROPOSAL_SETTING, pattern);
  daybook_shell_commit (daybook_shell_of (GTK_WIDGET (self)), edit, NULL);
}

static void
show_pattern (DaybookPatternGroup *self)
{
  g_autofree char *pattern = daybook_setting_get (daybook_store_get_reader (self->store), DAYBOOK_PROPOSAL_SETTING);

  daybook_entry_text_show (self->pattern_row, *pattern != '\0' ? pattern : DAYBOOK_PROPOSAL_DEFAULT);
}

/* The people may have changed on the page beside. */
static void
on_book_changed (DaybookPatternGroup *self)
{
  g_autoptr (GPtrArray) agents = daybook_reader_all (daybook_store_get_reader (self->store), &daybook_agents, NULL);

  if (agents == NULL)
    return;

  g_clear_pointer (&self->agents, g_ptr_array_unref);
  self->agents = g_steal_pointer (&agents);
  show_pattern (self);
  try_pattern (self);
}

static void
daybook_pattern_group_dispose (GObject *object)
{
  DaybookPatternGroup *self = DAYBOOK_PATTERN_GROUP (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->agents, g_ptr_array_unref);
  G_OBJECT_CLASS (daybook_pattern_group_parent_class)->dispose (object);
}

static void
daybook_pattern_group_class_init (DaybookPatternGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_pattern_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/settings/pattern-group.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookPatternGroup, pattern_row);
  gtk_widget_class_bind_template_child (widget_class, DaybookPatternGroup, note_row);
  gtk_widget_class_bind_template_child (widget_class, DaybookPatternGroup, found_row);
  gtk_widget_class_bind_template_callback (widget_class, on_pattern_applied);
  gtk_widget_class_bind_template_callback (widget_class, try_pattern);
}

static void
daybook_pattern_group_init (DaybookPatternGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
daybook_pattern_group_set_store (DaybookPatternGroup *self,
                                 DaybookStore        *store)
{
  g_return_if_fail (DAYBOOK_IS_PATTERN_GROUP (self));

  g_set_object (&self->store, store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_book_changed), self, G_CONNECT_SWAPPED);
  on_book_changed (self);
}
