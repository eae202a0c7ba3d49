/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/consent-dialog.h"

#include "app/common/words.h"
#include "core/order.h"

#include <glib/gi18n-lib.h>

static char *
make_heading (const DaybookEdit *edit)
{
  guint n = daybook_edit_count_deleted (edit, NULL);
  g_autofree char *count = daybook_words_count (n);

  if (daybook_edit_count_deleted (edit, &daybook_orders) == n)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Move %s Order to the Trash?", "Move %s Orders to the Trash?", n), count);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Move %s Row to the Trash?", "Move %s Rows to the Trash?", n), count);
}

GtkWindow *
daybook_consent_dialog_new (GtkWindow         *parent,
                            const DaybookEdit *edit)
{
  g_autofree char *heading = make_heading (edit);
  AdwMessageDialog *dialog =
    ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading,
                                                _("That is a large part of the book. Undo brings everything back, and so does the history later.")));

  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), DAYBOOK_CONSENT_GIVEN, _("_Move to Trash"), NULL);
  adw_message_dialog_set_response_appearance (dialog, DAYBOOK_CONSENT_GIVEN, ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  return GTK_WINDOW (dialog);
}
