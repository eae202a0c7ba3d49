/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A register is made or changed in it: at the left what it is, at the right what it will look like.
 * Nothing is in the book before it is saved, and what is not saved is asked about when the window is
 * closed. What somebody else saves meanwhile is taken in. */
#define DAYBOOK_TYPE_REGISTER_EDITOR (daybook_register_editor_get_type ())
G_DECLARE_FINAL_TYPE (DaybookRegisterEditor, daybook_register_editor, DAYBOOK, REGISTER_EDITOR, AdwWindow)

/* Each presents a window, over `parent`, whose shell is told. Only the owner and the leads change
 * registers: of others that is said, and nothing is opened. */

/* Of a new register. */
void daybook_register_editor_begin (GtkWindow    *parent,
                                    DaybookStore *store);
/* Of one that there is; its window, where it is open by now. */
void daybook_register_editor_open  (GtkWindow    *parent,
                                    DaybookStore *store,
                                    const char   *key);
/* Of one that begins as a copy of `text`. */
void daybook_register_editor_copy  (GtkWindow    *parent,
                                    DaybookStore *store,
                                    const char   *text);
/* Of one that a file has, `name`: to be looked at, and saved. What is wrong in it is said. */
void daybook_register_editor_take  (GtkWindow    *parent,
                                    DaybookStore *store,
                                    const char   *text,
                                    const char   *name);

G_END_DECLS
