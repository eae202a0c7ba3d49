/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/shell.h"
#include "app/window/window.h"

G_BEGIN_DECLS

/* Fills the pages of a list in the background (window/work.h), then asks on which printer. What
 * comes out of it is masked: in full it is saved as PDF, where the question stands. */
void daybook_prints_list  (DaybookWindow           *window,
                           const DaybookListExport *list);
/* The same of a case or a form; or asks into which PDF, writes it and says where it is. */
void daybook_prints_begin (DaybookWindow           *window,
                           DaybookPrint            *print,
                           const char              *title,
                           DaybookTake              as);

G_END_DECLS
