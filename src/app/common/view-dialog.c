/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/view-dialog.h"

#include "app/common/shell.h"
#include "app/common/view-acts.h"
#include "app/common/view-icons.h"
#include "core/shop.h"
#include "store/reader.h"

#include <glib/gi18n-lib.h>

#define NAME_MAX_LENGTH 60

/* Lives as long as the dialog. */
typedef struct
{
  DaybookStore *store;
  DaybookId     view;
  GtkEditable  *name; /* borrowed, as the following */
  AdwComboRow  *icon;
} Question;

static void
free_question (gpointer data,
               GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->store);
  g_free (question);
}

static char *
typed_name (Question *question)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (question->name)));
}

/* NULL while none of the list is chosen: the one it has stays. */
static const char *
chosen_icon (Question *question)
{
  guint n_icons;
  const DaybookViewIcon *icons = daybook_view_icons (&n_icons);
  guint selected = adw_combo_row_get_selected (question->icon);

  return selected < n_icons ? icons[selected].icon : NULL;
}

static void
on_response (AdwMessageDialog *dialog,
             const char       *response,
             Question         *question)
{
  g_autofree char *name = typed_name (question);
  g_autoptr(DaybookEdit) edit = NULL;

  if (!g_str_equal (response, "save") || *name == '\0')
    return;

  edit = daybook_view_act_change (question->store, &question->view, name, chosen_icon (question));
  if (edit != NULL)
    daybook_shell_commit (daybook_shell_of (GTK_WIDGET (dialog)), edit, NULL);
}

static void
on_name_changed (AdwMessageDialog *dialog,
                 GtkEditable      *row)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  adw_message_dialog_set_response_enabled (dialog, "save", *name != '\0');
}

/* --- What is asked ----------------------------------------------------------------- */

static void
on_icon_setup (GtkSignalListItemFactory *factory,
               GtkListItem              *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_list_item_set_child (list_item, box);
}

/* The row itself shows the chosen one as the only item of a list: positions say
 * nothing there. */
static const char *
icon_named (const char *name)
{
  guint n_icons;
  const DaybookViewIcon *icons = daybook_view_icons (&n_icons);

  for (guint i = 0; i < n_icons; i++)
    if (g_str_equal (daybook_view_icon_name (i), name))
      return icons[i].icon;

  return NULL;
}

static void
on_icon_bind (GtkSignalListItemFactory *factory,
              GtkListItem              *list_item)
{
  GtkWidget *image = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  const char *name = gtk_string_object_get_string (gtk_list_item_get_item (list_item));

  gtk_image_set_from_icon_name (GTK_IMAGE (image), icon_named (name));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (image)), name);
}

static AdwComboRow *
make_icon_row (const char *icon)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint n_icons;

  daybook_view_icons (&n_icons);
  for (guint i = 0; i < n_icons; i++)
    gtk_string_list_append (names, daybook_view_icon_name (i));

  g_signal_connect (factory, "setup", G_CALLBACK (on_icon_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_icon_bind), NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Icon"));
  adw_combo_row_set_factory (ADW_COMBO_ROW (row), factory);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), daybook_view_icon_find (icon) < n_icons
                                                   ? daybook_view_icon_find (icon) : GTK_INVALID_LIST_POSITION);
  return ADW_COMBO_ROW (row);
}

static GtkEditable *
make_name_row (const char *name)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), C_ ("view", "Name"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_text_set_max_length (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (row))), NAME_MAX_LENGTH);
  gtk_editable_set_text (GTK_EDITABLE (row), name);
  return GTK_EDITABLE (row);
}

static GtkWidget *
make_list (Question *question)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (question->name));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (question->icon));
  return list;
}

static AdwMessageDialog *
make_dialog (GtkWindow *parent,
             Question  *question)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, _("Name and Icon of the View"), NULL));

  adw_message_dialog_set_extra_child (dialog, make_list (question));
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "save", _("_Save"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_swapped (question->name, "changed", G_CALLBACK (on_name_changed), dialog);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), question, free_question, 0);
  return dialog;
}

void
daybook_view_dialog_present (GtkWidget       *widget,
                             DaybookStore    *store,
                             const DaybookId *view)
{
  g_autoptr(DaybookRow) row = daybook_reader_find (daybook_store_get_reader (store), &daybook_views, view, NULL);
  Question *question;

  if (row == NULL)
    return;

  question = g_new0 (Question, 1);
  question->store = g_object_ref (store);
  question->view = *view;
  question->name = make_name_row (daybook_row_text (row, DAYBOOK_VIEW_NAME));
  question->icon = make_icon_row (daybook_row_text (row, DAYBOOK_VIEW_ICON));
  gtk_window_present (GTK_WINDOW (make_dialog (GTK_WINDOW (gtk_widget_get_root (widget)), question)));
  gtk_widget_grab_focus (GTK_WIDGET (question->name));
}
