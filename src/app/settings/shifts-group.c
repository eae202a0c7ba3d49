/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/shifts-group.h"

#include "app/common/entry-text.h"
#include "app/common/shell.h"
#include "core/opening.h"
#include "core/shift.h"
#include "store/reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SHIFT "daybook-shift"

struct _DaybookShiftsGroup
{
  AdwPreferencesGroup parent_instance;

  /* Template widgets */
  AdwEntryRow  *add_row;

  /* Owned */
  DaybookStore *store;
  GPtrArray    *rows; /* AdwEntryRow, borrowed: one for each shift, each with its id */
};

G_DEFINE_FINAL_TYPE (DaybookShiftsGroup, daybook_shifts_group, ADW_TYPE_PREFERENCES_GROUP)

static const DaybookId *
id_of (gpointer widget)
{
  return g_object_get_data (widget, SHIFT);
}

static void
take_id (gpointer         widget,
         const DaybookId *id)
{
  g_object_set_data_full (widget, SHIFT, g_memdup2 (id, sizeof *id), g_free);
}

static void
commit (DaybookShiftsGroup *self,
        DaybookEdit        *edit)
{
  daybook_shell_commit (daybook_shell_of (GTK_WIDGET (self)), edit, NULL);
}

static DaybookEdit *
new_edit (DaybookShiftsGroup *self,
          const char         *name)
{
  /* Translators: the title of an act; %s is the name of a shift. */
  g_autofree char *title = g_strdup_printf (_("Shift “%s”"), name);

  return daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (self->store));
}

/* The week of these hours; NULL, and that is said: they are none. (transfer full) */
static char *
read_week (DaybookShiftsGroup *self,
           AdwEntryRow        *row,
           const char         *spans)
{
  g_autofree char *week = daybook_shift_template_daily (spans);
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookCalendar) calendar = daybook_opening_calendar (week, NULL, &error);

  if (calendar != NULL)
    return g_steal_pointer (&week);

  gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error);
  return NULL;
}

/* --- Shifts that are there --------------------------------------------------------------- */

static void
on_applied (DaybookShiftsGroup *self,
            AdwEntryRow        *row)
{
  g_autofree char *week = read_week (self, row, gtk_editable_get_text (GTK_EDITABLE (row)));
  g_autoptr(DaybookEdit) edit = new_edit (self, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  if (week == NULL)
    return;

  gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  daybook_edit_set (edit, &daybook_shift_templates, id_of (row), DAYBOOK_SHIFT_TEMPLATE_WEEK, daybook_value_text (week));
  commit (self, edit);
}

static void
on_removed (DaybookShiftsGroup *self,
            GtkWidget          *button)
{
  g_autoptr(DaybookRow) shift = daybook_reader_find (daybook_store_get_reader (self->store), &daybook_shift_templates, id_of (button), NULL);
  g_autoptr(DaybookEdit) edit = shift != NULL ? new_edit (self, daybook_row_text (shift, DAYBOOK_SHIFT_TEMPLATE_NAME)) : NULL;

  if (edit == NULL)
    return;
  daybook_edit_set (edit, &daybook_shift_templates, &shift->id, DAYBOOK_FIELD_DELETED, daybook_value_int (1));
  commit (self, edit);
}

static GtkWidget *
make_remove_button (DaybookShiftsGroup *self,
                    const DaybookRow   *shift)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: %s is the name of a shift. */
  g_autofree char *name = g_strdup_printf (_("Move “%s” to the trash"), daybook_row_text (shift, DAYBOOK_SHIFT_TEMPLATE_NAME));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  take_id (button, &shift->id);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_removed), self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_row (DaybookShiftsGroup *self,
         const DaybookRow   *shift)
{
  AdwEntryRow *row = ADW_ENTRY_ROW (adw_entry_row_new ());

  take_id (row, &shift->id);
  adw_entry_row_set_show_apply_button (row, TRUE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_entry_row_add_suffix (row, make_remove_button (self, shift));
  g_signal_connect_object (row, "apply", G_CALLBACK (on_applied), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
}

/* One whose days differ says so; what is written over it is for all of them. */
static void
show_shift (AdwEntryRow      *row,
            const DaybookRow *shift)
{
  g_autofree char *spans = daybook_shift_template_spans (shift);
  g_autofree char *title = spans != NULL ? g_strdup (daybook_row_text (shift, DAYBOOK_SHIFT_TEMPLATE_NAME))
    /* Translators: %s is the name of a shift. */
    : g_strdup_printf (_("%s: other hours on some days"), daybook_row_text (shift, DAYBOOK_SHIFT_TEMPLATE_NAME));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  daybook_entry_text_show (row, spans != NULL ? spans : "");
}

static gboolean
are_as_shown (DaybookShiftsGroup *self,
              GPtrArray          *shifts)
{
  gboolean same = shifts->len == self->rows->len;

  for (guint i = 0; same && i < shifts->len; i++)
    same = daybook_id_equal (id_of (g_ptr_array_index (self->rows, i)), &((const DaybookRow *) g_ptr_array_index (shifts, i))->id);
  return same;
}

static void
fill (DaybookShiftsGroup *self)
{
  g_autoptr(GPtrArray) shifts = daybook_reader_all (daybook_store_get_reader (self->store), &daybook_shift_templates, NULL);

  if (shifts == NULL)
    return;

  if (!are_as_shown (self, shifts))
    {
      for (guint i = 0; i < self->rows->len; i++)
        adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
      g_ptr_array_set_size (self->rows, 0);
      for (guint i = 0; i < shifts->len; i++)
        add_row (self, g_ptr_array_index (shifts, i));
    }
  for (guint i = 0; i < shifts->len; i++)
    show_shift (g_ptr_array_index (self->rows, i), g_ptr_array_index (shifts, i));
}

/* --- Shifts that are added ------------------------------------------------------------------ */

static void
on_typed (DaybookShiftsGroup *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->add_row), "error");
}

/* "Late 15:00-18:00, 18:00-24:00": the name goes up to the first digit. */
static void
on_added (DaybookShiftsGroup *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->add_row));
  gsize length = strcspn (text, "0123456789");
  g_autofree char *name = g_strstrip (g_strndup (text, length));
  g_autofree char *week = *name != '\0' ? read_week (self, self->add_row, text + length) : NULL;
  g_autoptr(DaybookEdit) edit = NULL;
  DaybookId id;

  if (week == NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->add_row), "error");
      return;
    }

  edit = new_edit (self, name);
  daybook_id_fresh (&id, daybook_store_get_now (self->store) * 1000);
  daybook_edit_create (edit, &daybook_shift_templates, &id);
  daybook_edit_give (edit, DAYBOOK_SHIFT_TEMPLATE_NAME, daybook_value_text (name));
  daybook_edit_give (edit, DAYBOOK_SHIFT_TEMPLATE_WEEK, daybook_value_text (week));
  commit (self, edit);
  gtk_editable_set_text (GTK_EDITABLE (self->add_row), "");
}

static void
daybook_shifts_group_dispose (GObject *object)
{
  DaybookShiftsGroup *self = DAYBOOK_SHIFTS_GROUP (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (daybook_shifts_group_parent_class)->dispose (object);
}

static void
daybook_shifts_group_class_init (DaybookShiftsGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_shifts_group_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/settings/shifts-group.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookShiftsGroup, add_row);
  gtk_widget_class_bind_template_callback (widget_class, on_added);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
}

static void
daybook_shifts_group_init (DaybookShiftsGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
}

void
daybook_shifts_group_set_store (DaybookShiftsGroup *self,
                                DaybookStore       *store)
{
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
}
