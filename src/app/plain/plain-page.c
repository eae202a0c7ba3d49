/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/plain/plain-page.h"

#include "app/common/shell.h"

#include <glib/gi18n-lib.h>

struct _DaybookPlainPage
{
  DaybookViewPage         parent_instance;

  /* Template widgets */
  AdwStatusPage          *nothing;
  GtkWidget              *make_button;
  GtkWidget              *empty_make;
  GtkWidget              *empty_begin;

  const DaybookPlainSpec *spec;   /* static */
  GtkWidget              *more;   /* in the panel, once there is one; or NULL */
  DaybookId               wanted; /* a new row that is opened once it is in the book; or null */
};

G_DEFINE_FINAL_TYPE (DaybookPlainPage, daybook_plain_page, DAYBOOK_TYPE_VIEW_PAGE)

static DaybookStore *
get_store (DaybookPlainPage *self)
{
  return daybook_list_page_get_store (DAYBOOK_LIST_PAGE (self));
}

/* --- A new one --------------------------------------------------------------------------------- */

static void
make_row (DaybookPlainPage *self,
          const char       *name)
{
  const DaybookTable *table = self->spec->list.table;
  DaybookStore *store = get_store (self);
  g_autofree char *title = g_strdup_printf (_("%1$s: %2$s"), _(table->label), name);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (store));
  DaybookId id;

  daybook_id_fresh (&id, daybook_store_get_now (store) * 1000);
  daybook_edit_create (edit, table, &id);
  daybook_edit_give (edit, (guint) table->title, daybook_value_text (name));
  if (self->spec->fill != NULL)
    self->spec->fill (self, edit);
  self->wanted = id;
  daybook_view_page_commit (DAYBOOK_VIEW_PAGE (self), edit);
}

static void
open_wanted (DaybookPlainPage *self)
{
  DaybookId id = self->wanted;
  g_autoptr(DaybookRow) row = daybook_id_is_null (&id) ? NULL
    : daybook_reader_find (daybook_store_get_reader (get_store (self)), self->spec->list.table, &id, NULL);

  if (row == NULL)
    return;

  self->wanted = (DaybookId) { { 0 } };
  daybook_list_page_open (DAYBOOK_LIST_PAGE (self), &id);
}

static void
on_response (DaybookPlainPage *self,
             const char       *response,
             AdwMessageDialog *dialog)
{
  GtkEditable *entry = g_object_get_data (G_OBJECT (dialog), "entry");
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (g_str_equal (response, "save") && *name != '\0')
    make_row (self, name);
}

static void
on_typed (AdwMessageDialog *dialog,
          GtkEditable      *entry)
{
  adw_message_dialog_set_response_enabled (dialog, "save", *gtk_editable_get_text (entry) != '\0');
}

static void
ask_title (DaybookPlainPage *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _(self->spec->list.table->label), NULL);
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _(self->spec->asks));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _(self->spec->asks), -1);
  g_object_set_data (G_OBJECT (dialog), "entry", entry);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "save", _("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "save", FALSE);
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_typed), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
daybook_plain_page_make (DaybookPlainPage *self)
{
  if (self->spec->makes != NULL)
    self->spec->makes (self);
  else
    ask_title (self);
}

static void
on_make_clicked (DaybookPlainPage *self)
{
  daybook_plain_page_make (self);
}

static void
on_begin_clicked (DaybookPlainPage *self)
{
  g_autoptr(DaybookEdit) edit = self->spec->begins (get_store (self));

  daybook_view_page_commit (DAYBOOK_VIEW_PAGE (self), edit);
}

/* --- Commands ------------------------------------------------------------------------------------ */

/* What `.` copies of the row at hand; NULL: nothing. (transfer full) */
static char *
find_copied (DaybookPlainPage *self)
{
  g_autoptr(DaybookRow) row = self->spec->copies >= 0 ? daybook_list_page_get_current (DAYBOOK_LIST_PAGE (self)) : NULL;

  return row != NULL && daybook_row_has (row, (guint) self->spec->copies) ? g_strdup (daybook_row_text (row, (guint) self->spec->copies)) : NULL;
}

static gboolean
can (DaybookPage *page,
     const char  *command)
{
  DaybookPlainPage *self = DAYBOOK_PLAIN_PAGE (page);

  if (g_str_equal (command, "new-row"))
    return self->spec->make != NULL;
  if (g_str_equal (command, "copy"))
    {
      g_autofree char *copied = find_copied (self);

      return copied != NULL;
    }
  if (self->spec->can != NULL && self->spec->can (self, command))
    return TRUE;

  return DAYBOOK_PAGE_CLASS (daybook_plain_page_parent_class)->can (page, command);
}

static void
perform (DaybookPage *page,
         const char  *command)
{
  DaybookPlainPage *self = DAYBOOK_PLAIN_PAGE (page);

  if (g_str_equal (command, "new-row"))
    daybook_plain_page_make (self);
  else if (g_str_equal (command, "copy"))
    {
      g_autofree char *copied = find_copied (self);

      if (copied != NULL)
        daybook_shell_copy (GTK_WIDGET (self), copied, copied);
    }
  else if (self->spec->can != NULL && self->spec->can (self, command))
    self->spec->perform (self, command);
  else
    DAYBOOK_PAGE_CLASS (daybook_plain_page_parent_class)->perform (page, command);
}

/* --- The page -------------------------------------------------------------------------------------- */

static GtkWidget *
make_panel (DaybookPage *page)
{
  DaybookPlainPage *self = DAYBOOK_PLAIN_PAGE (page);
  GtkWidget *panel = daybook_plain_panel_new (daybook_list_page_get_desk (DAYBOOK_LIST_PAGE (page)), self->spec->list.table,
                                              self->spec->fields, self->spec->follows);

  g_signal_connect_object (panel, "edit", G_CALLBACK (daybook_view_page_commit), page, G_CONNECT_SWAPPED);
  if (self->spec->make_more != NULL)
    {
      self->more = self->spec->make_more (self);
      daybook_plain_panel_add (DAYBOOK_PLAIN_PANEL (panel), self->more);
    }
  return panel;
}

static void
show_row (DaybookListPage  *list,
          const DaybookRow *row)
{
  DaybookPlainPage *self = DAYBOOK_PLAIN_PAGE (list);

  if (row == NULL)
    return;

  daybook_plain_panel_show (DAYBOOK_PLAIN_PANEL (daybook_page_obtain_panel (DAYBOOK_PAGE (list))), row);
  if (self->more != NULL)
    self->spec->show_more (self->more, row);
}

static void
query_changed (DaybookListPage *list)
{
  DaybookPlainPage *self = DAYBOOK_PLAIN_PAGE (list);

  DAYBOOK_LIST_PAGE_CLASS (daybook_plain_page_parent_class)->query_changed (list);
  if (self->spec->query_changed != NULL)
    self->spec->query_changed (self);
}

static void
daybook_plain_page_class_init (DaybookPlainPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DaybookPageClass *page_class = DAYBOOK_PAGE_CLASS (klass);

  page_class->make_panel = make_panel;
  page_class->can = can;
  page_class->perform = perform;
  DAYBOOK_LIST_PAGE_CLASS (klass)->show_row = show_row;
  DAYBOOK_LIST_PAGE_CLASS (klass)->query_changed = query_changed;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/plain/plain-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookPlainPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, DaybookPlainPage, make_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookPlainPage, empty_make);
  gtk_widget_class_bind_template_child (widget_class, DaybookPlainPage, empty_begin);
  gtk_widget_class_bind_template_callback (widget_class, on_make_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_begin_clicked);
}

static void
daybook_plain_page_init (DaybookPlainPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_spec (DaybookPlainPage *self)
{
  const DaybookPlainSpec *spec = self->spec;

  adw_status_page_set_icon_name (self->nothing, spec->icon);
  adw_status_page_set_title (self->nothing, _(spec->empty));
  adw_status_page_set_description (self->nothing, _(spec->teaches));
  gtk_widget_set_visible (self->make_button, spec->make != NULL);
  gtk_widget_set_visible (self->empty_make, spec->make != NULL);
  gtk_widget_set_visible (self->empty_begin, spec->begin != NULL);
  if (spec->make != NULL)
    {
      gtk_button_set_label (GTK_BUTTON (self->empty_make), _(spec->make));
      gtk_widget_set_tooltip_text (self->make_button, _(spec->make));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->make_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _(spec->make), -1);
    }
  if (spec->begin != NULL)
    gtk_button_set_label (GTK_BUTTON (self->empty_begin), _(spec->begin));
}

DaybookPage *
daybook_plain_page_new (DaybookStore           *store,
                        const DaybookPlainSpec *spec)
{
  DaybookPlainPage *self = g_object_new (DAYBOOK_TYPE_PLAIN_PAGE, "title", _(spec->title), "panel-title", _(spec->list.table->label), NULL);

  self->spec = spec;
  show_spec (self);
  daybook_view_page_set_up (DAYBOOK_VIEW_PAGE (self), store, &spec->list);
  g_signal_connect_object (store, "changed", G_CALLBACK (open_wanted), self, G_CONNECT_SWAPPED);
  if (spec->make_notice != NULL)
    daybook_list_page_set_notice (DAYBOOK_LIST_PAGE (self), spec->make_notice (self));
  if (spec->set_up != NULL)
    spec->set_up (self);
  return DAYBOOK_PAGE (self);
}
