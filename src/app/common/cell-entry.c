/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/cell-entry.h"

struct _DaybookCellEntry
{
  AdwBin    parent_instance;

  GtkEntry *entry;
  char     *saved;        /* while it is open */
  gboolean  is_composing; /* an input method has letters that are not in the text yet */
  guint     source;       /* it is going to hide */
};

G_DEFINE_FINAL_TYPE (DaybookCellEntry, daybook_cell_entry, ADW_TYPE_BIN)

enum
{
  EDITED,
  LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
on_hiding_due (gpointer data)
{
  DaybookCellEntry *self = data;

  self->source = 0;
  /* Another row was turned to from within it. */
  if (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN)
    g_signal_emit (self, signals[LEFT], 0);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  return G_SOURCE_REMOVE;
}

/* The focus may be on its way from here: what it leaves goes afterwards. */
static void
end (DaybookCellEntry *self)
{
  g_clear_pointer (&self->saved, g_free);
  if (self->source == 0)
    self->source = g_idle_add (on_hiding_due, self);
}

static void
on_enter_pressed (DaybookCellEntry *self)
{
  if (self->is_composing || self->saved == NULL)
    return;

  daybook_cell_entry_save (self);
  g_signal_emit (self, signals[LEFT], 0);
}

static gboolean
on_key_pressed (DaybookCellEntry *self,
                guint             key,
                guint             code,
                GdkModifierType   state)
{
  if (key != GDK_KEY_Escape || self->saved == NULL)
    return FALSE;

  end (self);
  g_signal_emit (self, signals[LEFT], 0);
  return TRUE;
}

static void
on_preedit_changed (DaybookCellEntry *self,
                    const char       *preedit)
{
  self->is_composing = preedit != NULL && *preedit != '\0';
}

static void
daybook_cell_entry_dispose (GObject *object)
{
  DaybookCellEntry *self = DAYBOOK_CELL_ENTRY (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->saved, g_free);

  G_OBJECT_CLASS (daybook_cell_entry_parent_class)->dispose (object);
}

static void
daybook_cell_entry_class_init (DaybookCellEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_cell_entry_dispose;

  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
watch (DaybookCellEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  /* After the text and its input method. */
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (daybook_cell_entry_save), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (on_enter_pressed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)), "preedit-changed",
                           G_CALLBACK (on_preedit_changed), self, G_CONNECT_SWAPPED);
}

static void
daybook_cell_entry_init (DaybookCellEntry *self)
{
  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->entry), "cell-entry");
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->entry));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  watch (self);
}

GtkWidget *
daybook_cell_entry_new (const char *label)
{
  DaybookCellEntry *self = g_object_new (DAYBOOK_TYPE_CELL_ENTRY, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

void
daybook_cell_entry_begin (DaybookCellEntry *self,
                          const char       *text)
{
  daybook_cell_entry_save (self);
  g_clear_handle_id (&self->source, g_source_remove);
  self->saved = g_strdup (text);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

void
daybook_cell_entry_save (DaybookCellEntry *self)
{
  g_autofree char *saved = g_steal_pointer (&self->saved);
  g_autofree char *text = NULL;

  if (saved == NULL)
    return;

  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  end (self);
  if (!g_str_equal (text, saved))
    g_signal_emit (self, signals[EDITED], 0, g_strstrip (text));
}
