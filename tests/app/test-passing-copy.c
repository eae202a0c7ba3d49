/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/passing-copy.h"

/* What was copied of a person goes out of the clipboard again; what somebody copied since stays. */

#define PATIENCE_S 20

static gboolean
on_late (gpointer data)
{
  g_error ("The clipboard was not emptied.");
  return G_SOURCE_REMOVE;
}

static void
await_nothing (GdkClipboard *clipboard)
{
  guint late = g_timeout_add_seconds (PATIENCE_S, on_late, NULL);

  while (gdk_clipboard_get_content (clipboard) != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);
}

static gboolean
on_over (gpointer is_over)
{
  *(gboolean *) is_over = TRUE;
  return G_SOURCE_REMOVE;
}

/* Longer than what is watched lasts: behind it in the loop. */
static void
wait_longer (void)
{
  gboolean is_over = FALSE;

  g_timeout_add_seconds (2, on_over, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

static GdkClipboard *
get_clipboard (void)
{
  return gdk_display_get_clipboard (gdk_display_get_default ());
}

/* The display must have given the clipboard to the first one before a second asks for it. */
static void
set_text (GdkClipboard *clipboard,
          const char   *text)
{
  gdk_clipboard_set_text (clipboard, text);
  gdk_display_sync (gdk_clipboard_get_display (clipboard));
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

static void
test_it_goes (void)
{
  GdkClipboard *clipboard = get_clipboard ();

  set_text (clipboard, "13800001111");
  daybook_passing_copy_watch (clipboard, 1);
  g_assert_nonnull (gdk_clipboard_get_content (clipboard));
  await_nothing (clipboard);
}

static void
test_what_came_since_stays (void)
{
  GdkClipboard *clipboard = get_clipboard ();
  GdkContentProvider *content;

  set_text (clipboard, "13800001111");
  daybook_passing_copy_watch (clipboard, 1);
  set_text (clipboard, "3800000000000000001");
  content = gdk_clipboard_get_content (clipboard);
  wait_longer ();
  g_assert_true (gdk_clipboard_get_content (clipboard) == content);
}

/* The second one has its own time. */
static void
test_copied_again (void)
{
  GdkClipboard *clipboard = get_clipboard ();

  set_text (clipboard, "13800001111");
  daybook_passing_copy_watch (clipboard, 1);
  daybook_passing_copy (clipboard, "13800002222");
  wait_longer ();
  g_assert_nonnull (gdk_clipboard_get_content (clipboard));
  daybook_passing_copy_watch (clipboard, 1);
  await_nothing (clipboard);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/passing-copy/it-goes", test_it_goes);
  g_test_add_func ("/passing-copy/what-came-since-stays", test_what_came_since_stays);
  g_test_add_func ("/passing-copy/copied-again", test_copied_again);

  return g_test_run ();
}
