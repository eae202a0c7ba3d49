/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/imports/first-look-view.h"

#include "app/imports/describe.h"
#include "app/imports/feeds-view.h"

struct _DaybookFirstLookView
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  DaybookFeedsView    *feeds;

  GPtrArray           *lines; /* AdwActionRow, borrowed */
};

G_DEFINE_FINAL_TYPE (DaybookFirstLookView, daybook_first_look_view, ADW_TYPE_BIN)

static void
daybook_first_look_view_finalize (GObject *object)
{
  g_ptr_array_unref (DAYBOOK_FIRST_LOOK_VIEW (object)->lines);
  G_OBJECT_CLASS (daybook_first_look_view_parent_class)->finalize (object);
}

static void
daybook_first_look_view_class_init (DaybookFirstLookViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = daybook_first_look_view_finalize;
  g_type_ensure (DAYBOOK_TYPE_FEEDS_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/imports/first-look-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookFirstLookView, group);
  gtk_widget_class_bind_template_child (widget_class, DaybookFirstLookView, feeds);
}

static void
daybook_first_look_view_init (DaybookFirstLookView *self)
{
  self->lines = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  daybook_first_look_view_show (self, NULL);
}

/* Cells come from outside: no markup. */
static void
add_line (DaybookFirstLookView *self,
          const char           *text)
{
  GtkWidget *line = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (line), 3);
  adw_preferences_group_add (self->group, line);
  g_ptr_array_add (self->lines, line);
}

static void
clear (DaybookFirstLookView *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->lines, i));
  g_ptr_array_set_size (self->lines, 0);
}

void
daybook_first_look_view_show (DaybookFirstLookView   *self,
                              const DaybookFirstLook *look)
{
  g_return_if_fail (DAYBOOK_IS_FIRST_LOOK_VIEW (self));

  clear (self);
  gtk_widget_set_visible (GTK_WIDGET (self), look != NULL);
  daybook_feeds_view_show (self->feeds, look != NULL ? look->feeds : NULL);
  if (look == NULL)
    return;

  g_autofree char *title = daybook_describe_first_look (look);
  adw_preferences_group_set_title (self->group, title);
  for (char **row = look->rows; *row != NULL; row++)
    add_line (self, *row);
}
