/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks for the password of an archive. */

#define DAYBOOK_PASSWORD_DIALOG_OPEN "open" /* the response that means it; something was typed then */

/* `name`: the file, for people; `why`: a sentence that says why it is asked.
 * (transfer floating) */
AdwMessageDialog *daybook_password_dialog_new (GtkWindow        *parent,
                                               const char       *name,
                                               const char       *why);
/* What was typed. (transfer full) */
char             *daybook_password_dialog_get (AdwMessageDialog *dialog);

G_END_DECLS
