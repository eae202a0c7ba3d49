/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The preferences: the shop and its people, the appearance, the book's file and
 * its backups. What is changed here goes through the window's shell and can be
 * undone there; so the window stays usable beside it. */
#define DAYBOOK_TYPE_PREFERENCES (daybook_preferences_get_type ())
G_DECLARE_FINAL_TYPE (DaybookPreferences, daybook_preferences, DAYBOOK, PREFERENCES, AdwPreferencesWindow)

typedef enum
{
  DAYBOOK_PREFERENCES_SHOP,
  DAYBOOK_PREFERENCES_VIPS,
  DAYBOOK_PREFERENCES_DATA, /* "Where is my data" and backups */
} DaybookPreferencesPage;

/* `parent` is the window whose shell is used. */
GtkWindow *daybook_preferences_new (GtkWindow              *parent,
                                    DaybookStore           *store,
                                    DaybookPreferencesPage  page);

G_END_DECLS
