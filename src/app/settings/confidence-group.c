/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/confidence-group.h"

#include "app/common/shell.h"
#include "core/disclosure.h"
#include "store/agent-role.h"
#include "store/setting.h"

#include <glib/gi18n-lib.h>

struct _DaybookConfidenceGroup
{
  AdwPreferencesGroup parent_instance;

  /* Template widgets */
  GtkTextView   *text_view;
  GtkWidget     *buttons;
  GtkWidget     *save_button;
  GtkWidget     *default_button;

  /* Owned */
  DaybookStore  *store;
  char          *shown; /* what the book has */
};

G_DEFINE_FINAL_TYPE (DaybookConfidenceGroup, daybook_confidence_group, ADW_TYPE_PREFERENCES_GROUP)

static char *
typed (DaybookConfidenceGroup *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
on_changed (DaybookConfidenceGroup *self)
{
  g_autofree char *text = typed (self);

  gtk_widget_set_sensitive (self->save_button, *text != '\0' && g_strcmp0 (text, self->shown) != 0);
}

/* "": Daybook's own again. */
static void
set_text (DaybookConfidenceGroup *self,
          const char             *text)
{
  DaybookShell *shell = daybook_shell_of (GTK_WIDGET (self));
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = NULL;

  if (!daybook_disclosure_text_check (text, &error))
    {
      daybook_shell_say_error (shell, error);
      return;
    }

  edit = daybook_edit_new (DAYBOOK_ACT_EDIT, _("Text on confidentiality"), daybook_store_get_agent (self->store));
  daybook_setting_set (edit, daybook_store_get_reader (self->store), DAYBOOK_DISCLOSURE_TEXT_SETTING, text);
  daybook_shell_commit (shell, edit, NULL);
}

static void
on_save_clicked (DaybookConfidenceGroup *self)
{
  g_autofree char *text = typed (self);

  set_text (self, text);
}

static void
on_default_clicked (DaybookConfidenceGroup *self)
{
  set_text (self, "");
}

/* What is being typed stands while something else changes. */
static void
fill (DaybookConfidenceGroup *self)
{
  DaybookReader *reader = daybook_store_get_reader (self->store);
  gboolean owner = daybook_reader_is_owner (reader, daybook_store_get_agent (self->store));
  g_autofree char *own = daybook_setting_get (reader, DAYBOOK_DISCLOSURE_TEXT_SETTING);
  const char *text = daybook_disclosure_text (own);

  gtk_text_view_set_editable (self->text_view, owner);
  gtk_widget_set_visible (self->buttons, owner);
  gtk_widget_set_sensitive (self->default_button, *own != '\0');
  if (g_strcmp0 (text, self->shown) == 0)
    return;

  g_free (self->shown);
  self->shown = g_strdup (text);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view), text, -1);
}

static void
daybook_confidence_group_dispose (GObject *object)
{
  g_clear_object (&DAYBOOK_CONFIDENCE_GROUP (object)->store);

  G_OBJECT_CLASS (daybook_confidence_group_parent_class)->dispose (object);
}

static void
daybook_confidence_group_finalize (GObject *object)
{
  g_free (DAYBOOK_CONFIDENCE_GROUP (object)->shown);

  G_OBJECT_CLASS (daybook_confidence_group_parent_class)->finalize (object);
}

static void
daybook_confidence_group_class_init (DaybookConfidenceGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_confidence_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = daybook_confidence_group_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/settings/confidence-group.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookConfidenceGroup, text_view);
  gtk_widget_class_bind_template_child (widget_class, DaybookConfidenceGroup, buttons);
  gtk_widget_class_bind_template_child (widget_class, DaybookConfidenceGroup, save_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookConfidenceGroup, default_button);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_default_clicked);
}

static void
daybook_confidence_group_init (DaybookConfidenceGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->text_view), "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}

void
daybook_confidence_group_set_store (DaybookConfidenceGroup *self,
                                    DaybookStore           *store)
{
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
}
