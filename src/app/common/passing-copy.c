/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/passing-copy.h"

#define WATCH "daybook-passing-copy"

/* What is to go, kept on its clipboard. */
typedef struct
{
  GdkClipboard       *clipboard; /* borrowed: it owns this */
  GdkContentProvider *content;
  guint               source;
} Watch;

static void
free_watch (gpointer data)
{
  Watch *watch = data;

  g_clear_handle_id (&watch->source, g_source_remove);
  g_object_unref (watch->content);
  g_free (watch);
}

/* Another program's content is none of ours: then the clipboard gives NULL. */
static gboolean
on_time_over (gpointer data)
{
  Watch *watch = data;
  GdkClipboard *clipboard = watch->clipboard;

  watch->source = 0;
  if (gdk_clipboard_get_content (clipboard) == watch->content)
    gdk_clipboard_set_content (clipboard, NULL);
  g_object_set_data (G_OBJECT (clipboard), WATCH, NULL);
  return G_SOURCE_REMOVE;
}

void
daybook_passing_copy_watch (GdkClipboard *clipboard,
                            guint         seconds)
{
  GdkContentProvider *content = gdk_clipboard_get_content (clipboard);
  Watch *watch;

  if (content == NULL)
    return;

  watch = g_new0 (Watch, 1);
  watch->clipboard = clipboard;
  watch->content = g_object_ref (content);
  watch->source = g_timeout_add_seconds (seconds, on_time_over, watch);
  g_object_set_data_full (G_OBJECT (clipboard), WATCH, watch, free_watch);
}

void
daybook_passing_copy (GdkClipboard *clipboard,
                      const char   *text)
{
  gdk_clipboard_set_text (clipboard, text);
  daybook_passing_copy_watch (clipboard, DAYBOOK_PASSING_SECONDS);
}
