/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/order.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The flags in a row of buttons, each with its colour and its name. */
#define DAYBOOK_TYPE_FLAG_PICKER (daybook_flag_picker_get_type ())
G_DECLARE_FINAL_TYPE (DaybookFlagPicker, daybook_flag_picker, DAYBOOK, FLAG_PICKER, AdwBin)

GtkWidget *daybook_flag_picker_new      (void);
/* Shows a flag without emitting `picked`. */
void       daybook_flag_picker_set_flag (DaybookFlagPicker *self,
                                         DaybookFlag        flag);
/* Shows that the rows have different flags: any can be picked. */
void       daybook_flag_picker_set_mixed (DaybookFlagPicker *self);
/* Puts the focus on the flag in force. */
void       daybook_flag_picker_begin    (DaybookFlagPicker *self);

/* Signals: `picked` (int DaybookFlag): a person chose another one. `done`: a person
 * chose, the one in force perhaps. */

G_END_DECLS
