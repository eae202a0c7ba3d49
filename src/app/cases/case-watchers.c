/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/case-watchers.h"

#include "app/cases/case-bits.h"
#include "app/common/agent-picker.h"
#include "app/compat/wrap-box.h"
#include "core/case-parts.h"

#include <glib/gi18n-lib.h>

struct _DaybookCaseWatchers
{
  AdwBin              parent_instance;

  GtkWidget          *chips;
  GtkButton          *me;     /* "Watch This" */
  DaybookAgentPicker *others;

  DaybookDesk        *desk;
  DaybookRow         *row;
  GPtrArray          *watchers; /* DaybookRow */
  char               *seen;     /* what the chips say: one with the focus stays while it is the same */
};

G_DEFINE_FINAL_TYPE (DaybookCaseWatchers, daybook_case_watchers, ADW_TYPE_BIN)

enum
{
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const DaybookId *
get_me (DaybookCaseWatchers *self)
{
  return daybook_store_get_agent (daybook_desk_get_store (self->desk));
}

static const DaybookRow *
find (DaybookCaseWatchers *self,
      const DaybookId     *agent)
{
  for (guint i = 0; i < self->watchers->len; i++)
    {
      const DaybookRow *watcher = g_ptr_array_index (self->watchers, i);
      const DaybookId *id = daybook_row_ref_id (watcher, DAYBOOK_WATCHER_AGENT);

      if (id != NULL && daybook_id_equal (id, agent))
        return watcher;
    }

  return NULL;
}

/* --- Acts ---------------------------------------------------------------------------- */

static void
add (DaybookCaseWatchers *self,
     const DaybookId     *agent)
{
  g_autoptr(DaybookEdit) edit = daybook_case_edit_new (self->desk, self->row, _("Watched"));

  daybook_watcher_add (edit, &self->row->id, agent);
  g_signal_emit (self, signals[EDITED], 0, edit);
}

static void
take_off (DaybookCaseWatchers *self,
          const DaybookRow    *watcher)
{
  g_autoptr(DaybookEdit) edit = daybook_case_edit_new (self->desk, self->row, _("No longer watched"));

  daybook_edit_delete (edit, &daybook_watchers, &watcher->id);
  g_signal_emit (self, signals[EDITED], 0, edit);
}

static void
on_removed (DaybookCaseWatchers *self,
            GtkWidget           *button)
{
  take_off (self, g_object_get_data (G_OBJECT (button), "row"));
}

static void
on_me_clicked (DaybookCaseWatchers *self)
{
  const DaybookRow *mine = find (self, get_me (self));

  if (mine != NULL)
    take_off (self, mine);
  else
    add (self, get_me (self));
}

static gboolean
ask_again (gpointer data)
{
  daybook_agent_picker_set_mixed (DAYBOOK_AGENT_PICKER (data));
  return G_SOURCE_REMOVE;
}

/* The list asks again once it has told of the choice. */
static void
on_picked (DaybookCaseWatchers *self,
           DaybookRow          *agent)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, ask_again, g_object_ref (self->others), g_object_unref);
  if (agent != NULL && find (self, &agent->id) == NULL)
    add (self, &agent->id);
}

/* --- What is seen -------------------------------------------------------------------- */

static void
add_chip (DaybookCaseWatchers *self,
          const DaybookRow    *watcher)
{
  g_autofree char *who = daybook_desk_format (self->desk, watcher, DAYBOOK_WATCHER_AGENT, DAYBOOK_SHOW_MASKED);
  /* Translators: %s is an agent. */
  g_autofree char *name = g_strdup_printf (_("%s No Longer Watches"), who);
  GtkWidget *remove = daybook_bit_button ("window-close-symbolic", name, watcher);

  g_signal_connect_object (remove, "clicked", G_CALLBACK (on_removed), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_before (daybook_bit_chip (who, remove), self->chips, NULL);
}

static char *
write_seen (DaybookCaseWatchers *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->watchers->len; i++)
    {
      g_autofree char *who = daybook_desk_format (self->desk, g_ptr_array_index (self->watchers, i), DAYBOOK_WATCHER_AGENT, DAYBOOK_SHOW_MASKED);

      g_string_append_printf (text, "%s\n", who);
    }
  return g_string_free (text, FALSE);
}

static void
fill (DaybookCaseWatchers *self)
{
  gtk_button_set_label (self->me, find (self, get_me (self)) != NULL ? _("Watch It No Longer") : _("Watch This"));
  if (!daybook_bit_is_new (&self->seen, write_seen (self)))
    return;

  daybook_bit_empty (self->chips);
  for (guint i = 0; i < self->watchers->len; i++)
    add_chip (self, g_ptr_array_index (self->watchers, i));
  gtk_widget_set_visible (self->chips, self->watchers->len > 0);
}

static void
daybook_case_watchers_dispose (GObject *object)
{
  DaybookCaseWatchers *self = DAYBOOK_CASE_WATCHERS (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->row, daybook_row_unref);
  g_clear_pointer (&self->watchers, g_ptr_array_unref);
  g_clear_pointer (&self->seen, g_free);

  G_OBJECT_CLASS (daybook_case_watchers_parent_class)->dispose (object);
}

static void
daybook_case_watchers_class_init (DaybookCaseWatchersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_case_watchers_dispose;
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
daybook_case_watchers_init (DaybookCaseWatchers *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->chips = g_object_new (DAYBOOK_TYPE_WRAP_BOX, "visible", FALSE, NULL);
  self->me = GTK_BUTTON (gtk_button_new ());
  self->others = g_object_new (DAYBOOK_TYPE_AGENT_PICKER, "halign", GTK_ALIGN_START, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->others), "field-editor");
  g_signal_connect_object (self->me, "clicked", G_CALLBACK (on_me_clicked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->others, "picked", G_CALLBACK (on_picked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->me));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->others));
  gtk_box_append (GTK_BOX (column), self->chips);
  gtk_box_append (GTK_BOX (column), line);
  adw_bin_set_child (ADW_BIN (self), column);
}

void
daybook_case_watchers_show (DaybookCaseWatchers *self,
                            DaybookDesk         *desk,
                            const DaybookRow    *row)
{
  DaybookReader *reader = daybook_store_get_reader (daybook_desk_get_store (desk));

  if (self->desk == NULL)
    {
      self->desk = g_object_ref (desk);
      daybook_agent_picker_set_desk (self->others, desk);
      daybook_agent_picker_set_mixed (self->others);
    }
  if (self->row != NULL && !daybook_id_equal (&self->row->id, &row->id))
    g_clear_pointer (&self->seen, g_free);
  g_clear_pointer (&self->row, daybook_row_unref);
  g_clear_pointer (&self->watchers, g_ptr_array_unref);
  self->row = daybook_row_ref ((DaybookRow *) row);
  self->watchers = daybook_reader_parts (reader, &daybook_watchers, DAYBOOK_WATCHER_CASE, &row->id, NULL);
  if (self->watchers == NULL)
    self->watchers = g_ptr_array_new ();
  fill (self);
}

gboolean
daybook_case_watchers_has_use (DaybookCaseWatchers *self)
{
  return self->watchers != NULL && (self->watchers->len > 0 || daybook_desk_get_agents (self->desk)->len > 1);
}
