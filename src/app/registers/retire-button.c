/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/registers/retire-button.h"

#include "app/registers/draft-rows.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  DaybookRegisterDraft *draft;
  char                 *path;
  DaybookRetireLook     look;
} Member;

#define MEMBER "daybook-retire-member"

static void
free_member (gpointer data)
{
  Member *member = data;

  g_object_unref (member->draft);
  g_free (member->path);
  g_free (member);
}

static gboolean
is_kept (const Member *member)
{
  return daybook_register_draft_is_saved (member->draft, member->path) && !g_str_has_prefix (member->path, "questions/");
}

static void
on_clicked (GtkWidget *button)
{
  Member *member = g_object_get_data (G_OBJECT (button), MEMBER);

  if (is_kept (member))
    daybook_register_draft_retire (member->draft, member->path, !daybook_register_draft_is_retired (member->draft, member->path));
  else
    daybook_register_draft_remove (member->draft, member->path);
}

static void
look_like (GtkWidget  *button,
           const char *icon,
           const char *label,
           const char *tip)
{
  Member *member = g_object_get_data (G_OBJECT (button), MEMBER);

  if (member->look == DAYBOOK_RETIRE_ICON)
    gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  else
    gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
refresh (GtkWidget *button)
{
  Member *member = g_object_get_data (G_OBJECT (button), MEMBER);

  if (!daybook_register_draft_has (member->draft, member->path))
    return;
  if (!is_kept (member))
    look_like (button, "user-trash-symbolic", _("Remove"), _("Take it away"));
  else if (daybook_register_draft_is_retired (member->draft, member->path))
    look_like (button, "edit-undo-symbolic", _("Use Again"), _("Offer it again"));
  else
    look_like (button, "action-unavailable-symbolic", _("Retire"), _("Offer it no longer. Cases that have it keep it."));
}

GtkWidget *
daybook_retire_button_new (DaybookRegisterDraft *draft,
                           const char           *path,
                           DaybookRetireLook     look)
{
  GtkWidget *button = gtk_button_new ();
  Member *member = g_new0 (Member, 1);

  member->draft = g_object_ref (draft);
  member->path = g_strdup (path);
  member->look = look;
  g_object_set_data_full (G_OBJECT (button), MEMBER, member, free_member);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (look == DAYBOOK_RETIRE_ICON)
    gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked), NULL);
  daybook_draft_follow (draft, button, refresh);
  return button;
}
