/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/about.h"

#include "config.h"

#include <glib/gi18n-lib.h>

void
daybook_about_show (DaybookWindow *window)
{
  static const char *const DEVELOPERS[] = { "The Daybook authors", NULL };

  adw_show_about_window (GTK_WINDOW (window),
                         "application-name", _("Daybook"),
                         "application-icon", DAYBOOK_APP_ID,
                         "version", DAYBOOK_VERSION,
                         "developer-name", _("The Daybook authors"),
                         "developers", DEVELOPERS,
                         /* Translators: put your names here, one a line. */
                         "translator-credits", _("translator-credits"),
                         "comments", _("The after-sales desk of a small shop: its orders, its customers and what "
                                       "is still to be done for them, in one book on your own computer."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         NULL);
}
