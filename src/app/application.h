/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The program: one instance for each folder of a shop. Its options are those of
 * CLI.md: `daybook [--data DIR] [--sample] [--page NAME] [--version] [FILE…]`. */
#define DAYBOOK_TYPE_APPLICATION (daybook_application_get_type ())
G_DECLARE_FINAL_TYPE (DaybookApplication, daybook_application, DAYBOOK, APPLICATION, AdwApplication)

DaybookApplication *daybook_application_new (void);

G_END_DECLS
