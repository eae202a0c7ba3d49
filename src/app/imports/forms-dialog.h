/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A table of what the files of each platform can tell: a row for each form, a column for each
 * fact. Below it, what the chosen row feeds and where the rest is. */
#define DAYBOOK_TYPE_FORMS_DIALOG (daybook_forms_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DaybookFormsDialog, daybook_forms_dialog, DAYBOOK, FORMS_DIALOG, AdwWindow)

/* `folder` is that of the book, where a shop's own platforms are; or NULL. */
GtkWindow *daybook_forms_dialog_new (GtkWindow  *parent,
                                     const char *folder);

G_END_DECLS
