/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/photo-source.h"

#include "app/common/shell.h"
#include "app/common/weak.h"
#include "exchange/photo.h"

#include <glib/gi18n-lib.h>

/* On a widget: what is told of what comes. */
#define WATCH "daybook-photo-watch"

typedef struct
{
  const DaybookPhotoSource *source;
  gpointer                  data;
} Watch;

static Watch *
get_watch (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), WATCH);
}

static gboolean
can_take (GtkWidget *widget)
{
  Watch *watch = get_watch (widget);

  return gtk_widget_get_mapped (widget) && watch->source->can_take (watch->data);
}

/* --- Files -------------------------------------------------------------------- */

/* By its name, which is all that is known on the main thread; what nobody can say may be one. */
static gboolean
may_be_picture (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  gboolean uncertain = TRUE;
  g_autofree char *type = name != NULL ? g_content_type_guess (name, NULL, 0, &uncertain) : NULL;

  return type == NULL || g_content_type_is_unknown (type) || g_content_type_is_mime_type (type, "image/*");
}

static gboolean
has_picture (GListModel *files)
{
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr(GFile) file = g_list_model_get_item (files, i);

      if (may_be_picture (file))
        return TRUE;
    }

  return FALSE;
}

static void
take_files (GtkWidget    *widget,
            const GValue *value)
{
  g_autoptr(GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr(GListStore) list = g_list_store_new (G_TYPE_FILE);
  Watch *watch = get_watch (widget);
  DaybookShell *shell = daybook_shell_of (widget);

  for (GSList *link = files; link != NULL; link = link->next)
    g_list_store_append (list, link->data);
  if (files == NULL)
    return;

  if (watch->source->others == DAYBOOK_PHOTO_OTHERS_IMPORTED && shell != NULL && !has_picture (G_LIST_MODEL (list)))
    daybook_shell_import (shell, G_LIST_MODEL (list));
  else
    watch->source->take (G_LIST_MODEL (list), NULL, watch->data);
}

static gboolean
on_drop_met (GtkDropTarget *target,
             GdkDrop       *drop,
             GtkWidget     *widget)
{
  return can_take (widget) && gdk_content_formats_contain_gtype (gdk_drop_get_formats (drop), GDK_TYPE_FILE_LIST);
}

static gboolean
on_dropped (GtkDropTarget *target,
            const GValue  *value,
            double         x,
            double         y,
            GtkWidget     *widget)
{
  Watch *watch = get_watch (widget);

  if (watch->source->point != NULL)
    watch->source->point (x, y, watch->data);
  take_files (widget, value);
  return TRUE;
}

void
daybook_photo_source_choose (GtkWidget        *parent,
                             GCancellable     *cancellable,
                             DaybookFilesFunc  func,
                             gpointer          data)
{
  static const char *const SUFFIXES[] = { "jpg", "jpeg", "png", "webp", "gif", "bmp", "tif", "tiff", NULL };
  GtkFileChooser *chooser = daybook_file_chooser_new (parent, GTK_FILE_CHOOSER_ACTION_OPEN, _("Choose Photos"), _("_Add"));

  gtk_file_chooser_set_select_multiple (chooser, TRUE);
  daybook_file_chooser_offer (chooser, _("Pictures"), SUFFIXES);
  daybook_file_chooser_keep_folder (chooser, "photos-folder");
  daybook_file_chooser_run (chooser, cancellable, func, data);
}

/* --- The clipboard -------------------------------------------------------------- */

static void
refuse (GtkWidget *widget)
{
  Watch *watch = get_watch (widget);

  watch->source->refuse (_("What was copied is no picture that can be read."), watch->data);
}

static void
on_files_pasted (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr(GtkWidget) widget = daybook_weak_take (data);
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);

  if (widget == NULL || !can_take (widget))
    return;

  if (value != NULL)
    take_files (widget, value);
  else
    refuse (widget);
}

typedef struct
{
  gpointer  widget; /* weak */
  guint8   *content;
} Paste;

static void
on_picture_read (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autofree Paste *paste = data;
  g_autofree guint8 *content = paste->content;
  g_autoptr(GtkWidget) widget = daybook_weak_take (paste->widget);
  g_autoptr(GBytes) bytes = NULL;
  gsize length = 0;
  gboolean read = g_input_stream_read_all_finish (G_INPUT_STREAM (source), result, &length, NULL);

  if (widget == NULL || !can_take (widget))
    return;
  if (!read || length == 0)
    {
      refuse (widget);
      return;
    }

  bytes = g_bytes_new (content, length);
  get_watch (widget)->source->take (NULL, bytes, get_watch (widget)->data);
}

/* As it was copied: what it is, is found out in a thread. */
static void
on_picture_pasted (GObject      *source,
                   GAsyncResult *result,
                   gpointer      data)
{
  g_autoptr(GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  Paste *paste;

  if (stream == NULL)
    {
      g_autoptr(GtkWidget) widget = daybook_weak_take (data);

      if (widget != NULL)
        refuse (widget);
      return;
    }

  paste = g_new0 (Paste, 1);
  paste->widget = data;
  paste->content = g_malloc (DAYBOOK_PHOTO_FILE_MAX + 1);
  g_input_stream_read_all_async (stream, paste->content, DAYBOOK_PHOTO_FILE_MAX + 1, G_PRIORITY_DEFAULT, NULL, on_picture_read, paste);
}

static gboolean
is_in_text (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus));
}

/* A text that was copied is pasted where one is being written; a screenshot would go nowhere there. */
static gboolean
on_paste_pressed (GtkWidget *widget,
                  GVariant  *arguments,
                  gpointer   data)
{
  static const char *TYPES[] = { "image/png", "image/jpeg", "image/webp", "image/bmp", "image/tiff", "image/gif", NULL };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  gboolean has_files = gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST)
                       || gdk_content_formats_contain_mime_type (formats, "text/uri-list");
  gboolean has_picture = FALSE;

  for (gsize i = 0; TYPES[i] != NULL; i++)
    has_picture |= gdk_content_formats_contain_mime_type (formats, TYPES[i]);
  has_picture |= gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE);
  if (!can_take (widget) || (!has_files && !has_picture)
      || (is_in_text (widget) && gdk_content_formats_contain_gtype (formats, G_TYPE_STRING)))
    return FALSE;

  if (has_files)
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, on_files_pasted, daybook_weak_new (widget));
  else
    gdk_clipboard_read_async (clipboard, TYPES, G_PRIORITY_DEFAULT, NULL, on_picture_pasted, daybook_weak_new (widget));
  return TRUE;
}

void
daybook_photo_source_watch (GtkWidget                *widget,
                            const DaybookPhotoSource *source,
                            gpointer                  data)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  GtkEventController *keys = gtk_shortcut_controller_new ();
  Watch *watch = g_new0 (Watch, 1);

  *watch = (Watch) { source, data };
  g_object_set_data_full (G_OBJECT (widget), WATCH, watch, g_free);
  g_signal_connect (target, "accept", G_CALLBACK (on_drop_met), widget);
  g_signal_connect (target, "drop", G_CALLBACK (on_dropped), widget);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));

  /* The list has the focus as often as the panel. */
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_v, GDK_CONTROL_MASK),
                                                          gtk_callback_action_new (on_paste_pressed, NULL, NULL)));
  gtk_widget_add_controller (widget, keys);
}
