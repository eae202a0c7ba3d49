/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/days-group.h"

#include "app/common/entry-text.h"
#include "app/common/shell.h"
#include "core/json.h"
#include "core/opening.h"
#include "store/rules.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DAY "daybook-day"

struct _DaybookDaysGroup
{
  AdwPreferencesGroup parent_instance;

  /* Template widgets */
  AdwEntryRow  *add_row;

  /* Owned */
  DaybookStore *store;
  GPtrArray    *rows; /* AdwEntryRow, borrowed: one for each day, in order */
};

G_DEFINE_FINAL_TYPE (DaybookDaysGroup, daybook_days_group, ADW_TYPE_PREFERENCES_GROUP)

/* What is said of days. (transfer full) */
static char *
read_days (DaybookDaysGroup *self)
{
  g_autoptr(DaybookRow) said = daybook_reader_opening (daybook_store_get_reader (self->store), NULL);

  return g_strdup (said != NULL && daybook_row_int (said, DAYBOOK_OPENING_DELETED) == 0 ? daybook_row_text (said, DAYBOOK_OPENING_DAYS) : "");
}

/* Says something else of days, or why that cannot be. */
static gboolean
say_days (DaybookDaysGroup *self,
          const char       *days)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookCalendar) calendar = daybook_opening_calendar (NULL, days, &error);
  g_autoptr(DaybookRow) said = daybook_reader_opening (daybook_store_get_reader (self->store), NULL);
  g_autoptr(DaybookEdit) edit = NULL;

  if (calendar == NULL)
    {
      daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error);
      return FALSE;
    }

  edit = daybook_edit_new (DAYBOOK_ACT_EDIT, _("Holidays and other days"), daybook_store_get_agent (self->store));
  daybook_opening_write (edit, said, NULL, days);
  daybook_shell_commit (daybook_shell_of (GTK_WIDGET (self)), edit, NULL);
  return TRUE;
}

/* --- Days that are there ------------------------------------------------------------------ */

static void
on_applied (DaybookDaysGroup *self,
            AdwEntryRow      *row)
{
  g_auto(GStrv) spans = daybook_opening_read_spans (gtk_editable_get_text (GTK_EDITABLE (row)));
  g_autofree char *before = read_days (self);
  g_autofree char *days = daybook_opening_say (before, g_object_get_data (G_OBJECT (row), DAY), (const char *const *) spans);

  if (say_days (self, days))
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
}

static void
on_removed (DaybookDaysGroup *self,
            GtkWidget        *button)
{
  g_autofree char *before = read_days (self);
  g_autofree char *days = daybook_opening_say (before, g_object_get_data (G_OBJECT (button), DAY), NULL);

  say_days (self, days);
}

static GtkWidget *
make_remove_button (DaybookDaysGroup *self,
                    const char       *day)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: %s is a day: 2026-10-01 */
  g_autofree char *name = g_strdup_printf (_("%s is a day as any other"), day);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), DAY, g_strdup (day), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_removed), self, G_CONNECT_SWAPPED);
  return button;
}

/* "2026-10-01, Thursday: closed" (transfer full) */
static char *
title_of (const char *day,
          gboolean    closed)
{
  g_autoptr(GDateTime) when = g_date_time_new_utc (atoi (day), atoi (day + 5), atoi (day + 8), 0, 0, 0);
  g_autofree char *name = when != NULL ? g_date_time_format (when, "%A") : g_strdup ("");

  if (closed)
    /* Translators: a day and the day of its week: 2026-10-01, Thursday */
    return g_strdup_printf (_("%1$s, %2$s: closed"), day, name);
  /* Translators: as above; what it is the title of holds its hours. */
  return g_strdup_printf (_("%1$s, %2$s"), day, name);
}

static void
add_day (DaybookDaysGroup *self,
         const char       *day)
{
  AdwEntryRow *row = ADW_ENTRY_ROW (adw_entry_row_new ());

  g_object_set_data_full (G_OBJECT (row), DAY, g_strdup (day), g_free);
  adw_entry_row_set_show_apply_button (row, TRUE);
  adw_entry_row_add_suffix (row, make_remove_button (self, day));
  g_signal_connect_object (row, "apply", G_CALLBACK (on_applied), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
}

static void
show_days (DaybookDaysGroup *self,
           const char       *days)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      AdwEntryRow *row = g_ptr_array_index (self->rows, i);
      const char *day = g_object_get_data (G_OBJECT (row), DAY);
      g_auto(GStrv) spans = daybook_opening_spans (days, day);
      g_autofree char *text = spans != NULL ? g_strjoinv (", ", spans) : g_strdup ("");
      g_autofree char *title = title_of (day, *text == '\0');

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      daybook_entry_text_show (row, text);
    }
}

/* The names in order. (transfer container) (element-type char) */
static GPtrArray *
list_days (JsonNode *node)
{
  GPtrArray *names = g_ptr_array_new ();
  GList *members = node != NULL ? json_object_get_members (json_node_get_object (node)) : NULL;

  members = g_list_sort (members, (GCompareFunc) strcmp);
  for (GList *member = members; member != NULL; member = member->next)
    g_ptr_array_add (names, member->data);
  g_list_free (members);
  return names;
}

static gboolean
are_as_shown (DaybookDaysGroup *self,
              GPtrArray        *names)
{
  gboolean same = names->len == self->rows->len;

  for (guint i = 0; same && i < names->len; i++)
    same = g_str_equal (g_object_get_data (g_ptr_array_index (self->rows, i), DAY), g_ptr_array_index (names, i));
  return same;
}

static void
fill (DaybookDaysGroup *self)
{
  g_autofree char *days = read_days (self);
  g_autoptr(JsonNode) node = *days != '\0' ? daybook_json_read_object (days, NULL) : NULL;
  g_autoptr(GPtrArray) names = list_days (node);

  if (!are_as_shown (self, names))
    {
      for (guint i = 0; i < self->rows->len; i++)
        adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
      g_ptr_array_set_size (self->rows, 0);
      for (guint i = 0; i < names->len; i++)
        add_day (self, g_ptr_array_index (names, i));
    }
  show_days (self, days);
}

/* --- Days that are added -------------------------------------------------------------------- */

static void
on_typed (DaybookDaysGroup *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->add_row), "error");
}

static void
on_added (DaybookDaysGroup *self)
{
  const char *const closed[] = { NULL };
  g_autofree char *before = read_days (self);
  g_autofree char *word = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->add_row))));
  g_autoptr(GError) error = NULL;
  g_autofree char *days = daybook_opening_say_days (before, word, closed, &error);

  if (days == NULL)
    daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error);
  if (days == NULL || !say_days (self, days))
    gtk_widget_add_css_class (GTK_WIDGET (self->add_row), "error");
  else
    gtk_editable_set_text (GTK_EDITABLE (self->add_row), "");
}

static void
daybook_days_group_dispose (GObject *object)
{
  DaybookDaysGroup *self = DAYBOOK_DAYS_GROUP (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (daybook_days_group_parent_class)->dispose (object);
}

static void
daybook_days_group_class_init (DaybookDaysGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_days_group_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/settings/days-group.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookDaysGroup, add_row);
  gtk_widget_class_bind_template_callback (widget_class, on_added);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
}

static void
daybook_days_group_init (DaybookDaysGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
}

void
daybook_days_group_set_store (DaybookDaysGroup *self,
                              DaybookStore     *store)
{
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
}
