/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/quick-add.h"

G_BEGIN_DECLS

/* What the parts of a line name in a book: of store/quick-add.c alone. Each of these fills what the chip
 * says, and leaves the plan's rows alone where there are some already. */

DaybookQuickChip *daybook_quick_chip_new      (const DaybookQuickPart  *part);
void              daybook_quick_chip_free     (DaybookQuickChip        *chip);

gboolean          daybook_quick_find_order    (DaybookReader           *reader,
                                               DaybookQuickPlan        *plan,
                                               DaybookQuickChip        *chip,
                                               const char              *number,
                                               GError                 **error);
gboolean          daybook_quick_find_parcel   (DaybookReader           *reader,
                                               DaybookQuickPlan        *plan,
                                               DaybookQuickChip        *chip,
                                               const char              *number,
                                               GError                 **error);
gboolean          daybook_quick_find_case     (DaybookReader           *reader,
                                               DaybookQuickPlan        *plan,
                                               DaybookQuickChip        *chip,
                                               const char              *number,
                                               GError                 **error);
gboolean          daybook_quick_find_agent    (DaybookReader           *reader,
                                               DaybookQuickPlan        *plan,
                                               DaybookQuickChip        *chip,
                                               const char              *name,
                                               GError                 **error);
/* Among the words, once the order is known: one, or two that stand together (Ann Lee), which are one
 * chip then. `plain`: those that are nobody's; or NULL. */
gboolean          daybook_quick_find_customer (DaybookReader           *reader,
                                               DaybookQuickPlan        *plan,
                                               const char *const       *plain,
                                               GError                 **error);

G_END_DECLS
