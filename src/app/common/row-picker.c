/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/row-picker.h"

#include <glib/gi18n-lib.h>

/* Whoever has not found it among so many types another word. */
#define SHOWN 5
/* Of those that the words find some are not offered. */
#define LOOKED_AT 50
/* Below the two lines that are always there. */
#define FIRST_FOUND 2

struct _DaybookRowPicker
{
  AdwBin         parent_instance;

  GtkListBox    *list;
  AdwEntryRow   *entry;  /* while none is chosen */
  AdwActionRow  *chosen; /* else */

  /* Owned */
  DaybookDesk   *desk;
  GPtrArray     *found;  /* DaybookRow: what stands below the entry */
  DaybookId      id;     /* null: none */

  /* Borrowed */
  const DaybookRowPicking *picking;
};

G_DEFINE_FINAL_TYPE (DaybookRowPicker, daybook_row_picker, ADW_TYPE_BIN)

enum
{
  PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static DaybookReader *
get_reader (DaybookRowPicker *self)
{
  return daybook_store_get_reader (daybook_desk_get_store (self->desk));
}

/* --- What the words find ---------------------------------------------------------------------- */

/* (element-type DaybookRow) (transfer full) */
static GPtrArray *
find (DaybookRowPicker *self,
      const char       *text)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  g_autoptr(GArray) keys = *text != '\0' ? daybook_reader_search (get_reader (self), self->picking->table, text, LOOKED_AT, NULL) : NULL;
  g_autoptr(GPtrArray) rows = keys != NULL
    ? daybook_reader_rows (get_reader (self), self->picking->table, (const gint64 *) (void *) keys->data, keys->len, NULL) : NULL;

  for (guint i = 0; rows != NULL && i < rows->len && found->len < SHOWN; i++)
    {
      DaybookRow *row = g_ptr_array_index (rows, i);

      if (daybook_row_int (row, DAYBOOK_FIELD_DELETED) == 0 && (self->picking->fits == NULL || self->picking->fits (row)))
        g_ptr_array_add (found, daybook_row_ref (row));
    }
  return found;
}

/* Of a person, masked. */
static void
set_title (DaybookRowPicker *self,
           AdwActionRow     *line,
           const DaybookRow *row)
{
  DaybookMask mask = DAYBOOK_MASK_NONE;
  g_autofree char *full = daybook_reader_title (get_reader (self), row, &mask);
  g_autofree char *title = daybook_mask (mask, full);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), title);
  adw_action_row_set_title_lines (line, 2);
}

static void
set_detail (DaybookRowPicker *self,
            AdwActionRow     *line,
            const DaybookRow *row)
{
  g_autofree char *detail = self->picking->detail < 0 ? NULL
    : daybook_desk_format (self->desk, row, (guint) self->picking->detail, DAYBOOK_SHOW_MASKED);

  if (detail != NULL)
    adw_action_row_set_subtitle (line, detail);
}

static void
show_found (DaybookRowPicker *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  GtkListBoxRow *line;

  while ((line = gtk_list_box_get_row_at_index (self->list, FIRST_FOUND)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (line));
  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = find (self, daybook_id_is_null (&self->id) ? text : "");
  for (guint i = 0; i < self->found->len; i++)
    {
      GtkWidget *made = adw_action_row_new ();

      set_title (self, ADW_ACTION_ROW (made), g_ptr_array_index (self->found, i));
      set_detail (self, ADW_ACTION_ROW (made), g_ptr_array_index (self->found, i));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (made), TRUE);
      gtk_list_box_append (self->list, made);
    }
}

static void
show (DaybookRowPicker *self)
{
  gboolean is_chosen = !daybook_id_is_null (&self->id);
  g_autoptr(DaybookRow) row = is_chosen ? daybook_reader_find (get_reader (self), self->picking->table, &self->id, NULL) : NULL;

  if (row != NULL)
    set_title (self, self->chosen, row);
  gtk_widget_set_visible (GTK_WIDGET (self->chosen), is_chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->entry), !is_chosen);
  show_found (self);
}

static void
show_at_all (DaybookRowPicker *self)
{
  DaybookQuery *query = daybook_query_new (self->picking->table);

  gtk_widget_set_visible (GTK_WIDGET (self), !daybook_id_is_null (&self->id)
                                               || daybook_reader_count (get_reader (self), query, 1, NULL) > 0);
  daybook_query_free (query);
  show_found (self);
}

/* --- Choosing ----------------------------------------------------------------------------------- */

static void
pick (DaybookRowPicker *self,
      const DaybookId  *picked)
{
  DaybookId id = picked != NULL ? *picked : (DaybookId) { { 0 } };

  self->id = id;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  show (self);
  g_signal_emit (self, signals[PICKED], 0, daybook_id_is_null (&id) ? NULL : &id);
}

static void
pick_found (DaybookRowPicker *self,
            guint             index)
{
  if (index >= self->found->len)
    return;

  pick (self, &((const DaybookRow *) g_ptr_array_index (self->found, index))->id);
  gtk_widget_child_focus (GTK_WIDGET (self->chosen), GTK_DIR_TAB_FORWARD);
}

/* The best one. */
static void
on_entry_activated (DaybookRowPicker *self)
{
  pick_found (self, 0);
}

static void
on_row_activated (DaybookRowPicker *self,
                  GtkListBoxRow    *line)
{
  int index = gtk_list_box_row_get_index (line) - FIRST_FOUND;

  if (index >= 0)
    pick_found (self, (guint) index);
}

static void
on_removed (DaybookRowPicker *self)
{
  pick (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
daybook_row_picker_dispose (GObject *object)
{
  DaybookRowPicker *self = DAYBOOK_ROW_PICKER (object);

  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_row_picker_parent_class)->dispose (object);
}

static void
daybook_row_picker_class_init (DaybookRowPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_row_picker_dispose;

  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static GtkWidget *
make_remove_button (DaybookRowPicker *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, g_dgettext (GETTEXT_PACKAGE, self->picking->remove));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, g_dgettext (GETTEXT_PACKAGE, self->picking->remove), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_removed), self, G_CONNECT_SWAPPED);
  return button;
}

static void
daybook_row_picker_init (DaybookRowPicker *self)
{
  self->found = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  self->entry = ADW_ENTRY_ROW (adw_entry_row_new ());
  self->chosen = ADW_ACTION_ROW (adw_action_row_new ());
  gtk_list_box_append (self->list, GTK_WIDGET (self->entry));
  gtk_list_box_append (self->list, GTK_WIDGET (self->chosen));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

void
daybook_row_picker_set_up (DaybookRowPicker        *self,
                           DaybookDesk             *desk,
                           const DaybookRowPicking *picking)
{
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  self->picking = picking;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry), g_dgettext (GETTEXT_PACKAGE, picking->prompt));
  adw_action_row_set_subtitle (self->chosen, g_dgettext (GETTEXT_PACKAGE, picking->chosen));
  adw_action_row_add_suffix (self->chosen, make_remove_button (self));
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (show_found), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "entry-activated", G_CALLBACK (on_entry_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated), self, G_CONNECT_SWAPPED);
  /* What was written just now is found a moment later. */
  g_signal_connect_object (daybook_desk_get_store (desk), "changed", G_CALLBACK (show_at_all), self, G_CONNECT_SWAPPED);
  show (self);
  show_at_all (self);
}

void
daybook_row_picker_set_row (DaybookRowPicker *self,
                            const DaybookId  *id)
{
  self->id = id != NULL ? *id : (DaybookId) { { 0 } };
  show (self);
  show_at_all (self);
}
