/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/staging.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The four counts of an import, big: new, updated, the same, with problems. */
#define DAYBOOK_TYPE_FIGURES (daybook_figures_get_type ())
G_DECLARE_FINAL_TYPE (DaybookFigures, daybook_figures, DAYBOOK, FIGURES, AdwBin)

void daybook_figures_show (DaybookFigures             *self,
                           const DaybookStagingCounts *counts);

G_END_DECLS
