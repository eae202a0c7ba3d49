/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Takes reviews that a person has copied from a platform's page, shows what is made of
 * them, and hands them over as a file to import (exchange/pasted.h). Nothing is pasted
 * unasked.
 *
 * Signal: accepted (GFile *): Import was pressed; the dialog closes. */
#define DAYBOOK_TYPE_PASTE_DIALOG (daybook_paste_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DaybookPasteDialog, daybook_paste_dialog, DAYBOOK, PASTE_DIALOG, AdwWindow)

/* Modal over `parent`. (transfer none): of the toolkit, as windows are. */
GtkWindow *daybook_paste_dialog_new (GtkWindow    *parent,
                                     DaybookStore *store);

G_END_DECLS
