/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/watch.h"

#include "app/common/words.h"
#include "app/compat/toasts.h"
#include "app/imports/imports-page.h"
#include "app/watch/watch-folder.h"

#include <glib/gi18n-lib.h>

#define IMPORTS "imports"

static void
on_found (DaybookWindow      *window,
          guint               n,
          DaybookWatchFolder *folder)
{
  g_autofree char *count = daybook_words_count (n);
  /* Translators: %1$s is a number, %2$s the name of a folder: "2 new exports in Downloads" */
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s new export in %2$s", "%1$s new exports in %2$s", n),
                                           count, daybook_watch_folder_get_name (folder));
  AdwToast *toast;

  /* The sidebar says it too: an Undo that is still offered is not taken away. */
  if (DAYBOOK_IS_IMPORTS_PAGE (daybook_window_get_page (window)) || daybook_window_is_saying (window))
    return;

  toast = daybook_toast_new (text);
  /* Translators: a button: shows the new exports */
  adw_toast_set_button_label (toast, _("Show"));
  adw_toast_set_action_name (toast, "win.show-page");
  adw_toast_set_action_target (toast, "s", IMPORTS);
  daybook_window_add_toast (window, toast);
}

void
daybook_watch_begin (DaybookWindow *window)
{
  g_signal_connect_object (daybook_watch_folder_of (daybook_window_get_store (window)), "found", G_CALLBACK (on_found),
                           window, G_CONNECT_SWAPPED);
}
