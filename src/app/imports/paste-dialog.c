/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/imports/paste-dialog.h"

#include "app/common/buffer-text.h"
#include "app/common/words.h"
#include "app/imports/pasted-row.h"
#include "core/shop.h"
#include "exchange/pasted.h"
#include "store/reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What was typed or pasted is read when nothing more has come for so long. */
#define PAUSE_MS 150
/* So many of the reviews are shown. */
#define MAX_SHOWN 20

struct _DaybookPasteDialog
{
  AdwWindow       parent_instance;

  /* Template widgets */
  AdwComboRow    *platform_row;
  GtkTextView    *view;
  GtkWidget      *placeholder;
  GtkLabel       *count_label;
  GtkLabel       *left_out_label;
  GtkListBox     *list;
  GtkLabel       *rest_label;
  GtkWidget      *import_button;

  /* Owned */
  DaybookStore   *store;
  GPtrArray      *profiles;  /* NULL: a platform's file is damaged */
  GPtrArray      *platforms; /* char *, in the order of the row */
  DaybookPaste   *paste;     /* what the text is, as far as it was read; or NULL */
  guint           timeout;   /* until it is read anew; or 0 */
};

G_DEFINE_FINAL_TYPE (DaybookPasteDialog, daybook_paste_dialog, ADW_TYPE_WINDOW)

enum
{
  ACCEPTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- Platforms ------------------------------------------------------------ */

static void
add_platform (DaybookPasteDialog *self,
              const char         *platform)
{
  if (daybook_profiles_find (self->profiles, platform) != NULL
      && !g_ptr_array_find_with_equal_func (self->platforms, platform, g_str_equal, NULL))
    g_ptr_array_add (self->platforms, g_strdup (platform));
}

/* The shop's own, the newest first, then those whose reviews are copied, then all others. */
static void
find_platforms (DaybookPasteDialog *self)
{
  static const char *const USUAL[] = { "taobao", "tmall", "jd" };
  g_autoptr (GPtrArray) imports = daybook_reader_all (daybook_store_get_reader (self->store), &daybook_imports, NULL);

  for (guint i = imports != NULL ? imports->len : 0; i > 0; i--)
    {
      const char *platform = daybook_row_text (g_ptr_array_index (imports, i - 1), DAYBOOK_IMPORT_PLATFORM);

      if (!g_str_equal (platform, DAYBOOK_PROFILE_GENERIC))
        add_platform (self, platform);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (USUAL); i++)
    add_platform (self, USUAL[i]);
  for (guint i = 0; i < self->profiles->len; i++)
    add_platform (self, ((DaybookProfile *) g_ptr_array_index (self->profiles, i))->id);
}

/* A shop's own platform has its name in its file. */
static const char *
name_platform (DaybookPasteDialog *self,
               const char         *platform)
{
  const char *name = daybook_words_platform (platform);

  return g_str_equal (name, platform) ? daybook_profile_label (daybook_profiles_find (self->profiles, platform)) : name;
}

static void
fill_platforms (DaybookPasteDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  find_platforms (self);
  for (guint i = 0; i < self->platforms->len; i++)
    gtk_string_list_append (names, name_platform (self, g_ptr_array_index (self->platforms, i)));
  adw_combo_row_set_model (self->platform_row, G_LIST_MODEL (names));
}

/* --- What the text is ------------------------------------------------------ */

static void
clear_list (DaybookPasteDialog *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
show_reviews (DaybookPasteDialog *self)
{
  const GPtrArray *reviews = self->paste != NULL ? self->paste->reviews : NULL;
  guint n = reviews != NULL ? reviews->len : 0;
  g_autofree char *rest = daybook_words_rest (n, MIN (n, MAX_SHOWN));

  clear_list (self);
  for (guint i = 0; i < MIN (n, MAX_SHOWN); i++)
    gtk_list_box_append (self->list, daybook_pasted_row_new (g_ptr_array_index (reviews, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_label_set_label (self->rest_label, rest);
  gtk_widget_set_visible (GTK_WIDGET (self->rest_label), *rest != '\0');
}

/* Nothing of what was pasted goes without a word. */
static void
show_left_out (DaybookPasteDialog *self)
{
  guint n = self->paste != NULL && self->paste->reviews->len > 0 ? self->paste->left_out->len : 0;
  g_autofree char *count = daybook_words_count (n);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->left_out_label), n > 0);
  if (n == 0)
    return;

  /* Translators: a number, and the first of the lines */
  text = g_strdup_printf (ngettext ("%s line is of no review and is left out: “%s”",
                                    "%s lines are of no review and are left out, the first: “%s”", n),
                          count, (char *) g_ptr_array_index (self->paste->left_out, 0));
  gtk_label_set_label (self->left_out_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->left_out_label), text);
}

static char *
describe_paste (DaybookPasteDialog *self,
                gboolean            is_empty)
{
  guint n = self->paste->reviews->len;
  g_autofree char *count = daybook_words_count (n);

  if (is_empty)
    return g_strdup ("");
  if (self->paste->is_table)
    return g_strdup (_("This is a table of reviews. It is read like a file, and shown before it is imported."));
  if (n == 0)
    return g_strdup (_("No review is to be seen in this text. Each begins with a name or a date."));
  return g_strdup_printf (ngettext ("%s review found", "%s reviews found", n), count);
}

static void
show_count (DaybookPasteDialog *self,
            const char         *text,
            gboolean            is_problem)
{
  gtk_label_set_label (self->count_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), *text != '\0');
  if (is_problem)
    gtk_widget_add_css_class (GTK_WIDGET (self->count_label), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->count_label), "error");
}

static void
read_text (DaybookPasteDialog *self)
{
  g_autofree char *text = daybook_view_text (self->view);
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->paste, daybook_paste_free);
  self->paste = daybook_paste_read (text, strlen (text), self->profiles, &error);
  said = self->paste != NULL ? describe_paste (self, *text == '\0') : g_strdup (error->message);

  show_count (self, said, self->paste == NULL);
  show_left_out (self);
  show_reviews (self);
  gtk_widget_set_sensitive (self->import_button, self->paste != NULL && (self->paste->is_table || self->paste->reviews->len > 0));
}

static gboolean
on_pause (gpointer data)
{
  DaybookPasteDialog *self = data;

  self->timeout = 0;
  read_text (self);
  return G_SOURCE_REMOVE;
}

static void
on_text_changed (DaybookPasteDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);

  gtk_widget_set_visible (self->placeholder, gtk_text_buffer_get_char_count (buffer) == 0);
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (PAUSE_MS, on_pause, self);
}

/* --- Import ---------------------------------------------------------------- */

static const char *
get_platform (DaybookPasteDialog *self)
{
  return g_ptr_array_index (self->platforms, adw_combo_row_get_selected (self->platform_row));
}

static void
on_import_clicked (DaybookPasteDialog *self)
{
  g_autofree char *text = daybook_view_text (self->view);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  DaybookPasted *pasted;

  if (self->timeout != 0)
    read_text (self);
  if (!gtk_widget_get_sensitive (self->import_button))
    return;

  pasted = daybook_pasted_new (daybook_store_get_folder (self->store), self->paste, text, strlen (text), get_platform (self), &error);
  if (pasted == NULL)
    {
      show_count (self, error->message, TRUE);
      return;
    }

  file = daybook_pasted_to_file (pasted);
  g_signal_emit (self, signals[ACCEPTED], 0, file);
  gtk_window_close (GTK_WINDOW (self));
}

/* Ctrl+Enter. */
static void
import_asked (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  on_import_clicked (DAYBOOK_PASTE_DIALOG (widget));
}

static void
daybook_paste_dialog_dispose (GObject *object)
{
  DaybookPasteDialog *self = DAYBOOK_PASTE_DIALOG (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->paste, daybook_paste_free);
  g_clear_pointer (&self->profiles, g_ptr_array_unref);
  g_clear_pointer (&self->platforms, g_ptr_array_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (daybook_paste_dialog_parent_class)->dispose (object);
}

static void
daybook_paste_dialog_class_init (DaybookPasteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_paste_dialog_dispose;

  signals[ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/imports/paste-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookPasteDialog, platform_row);
  gtk_widget_class_bind_template_child (widget_class, DaybookPasteDialog, view);
  gtk_widget_class_bind_template_child (widget_class, DaybookPasteDialog, placeholder);
  gtk_widget_class_bind_template_child (widget_class, DaybookPasteDialog, count_label);
  gtk_widget_class_bind_template_child (widget_class, DaybookPasteDialog, left_out_label);
  gtk_widget_class_bind_template_child (widget_class, DaybookPasteDialog, list);
  gtk_widget_class_bind_template_child (widget_class, DaybookPasteDialog, rest_label);
  gtk_widget_class_bind_template_child (widget_class, DaybookPasteDialog, import_button);
  gtk_widget_class_bind_template_callback (widget_class, on_text_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_import_clicked);
  gtk_widget_class_install_action (widget_class, "paste.import", NULL, import_asked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
daybook_paste_dialog_init (DaybookPasteDialog *self)
{
  self->platforms = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
daybook_paste_dialog_new (GtkWindow    *parent,
                          DaybookStore *store)
{
  DaybookPasteDialog *self = g_object_new (DAYBOOK_TYPE_PASTE_DIALOG, "transient-for", parent, NULL);
  g_autoptr (GError) error = NULL;

  self->store = g_object_ref (store);
  self->profiles = daybook_profiles_load (daybook_store_get_folder (store), &error);
  if (self->profiles == NULL)
    {
      show_count (self, error->message, TRUE);
      gtk_widget_set_sensitive (GTK_WIDGET (self->view), FALSE);
      return GTK_WINDOW (self);
    }

  fill_platforms (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  return GTK_WINDOW (self);
}
