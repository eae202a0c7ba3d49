/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sample-case.h"

G_BEGIN_DECLS

/* What the sample shop's people did with its customers. Each is an edit of `agent` (an index of the desk's), as of `at`, to
 * be committed; NULL without an error: there is nobody to do it with. */

/* Those whose orders come to it are VIPs, and one whose orders do not any more. */
DaybookEdit *daybook_sample_vips       (DaybookSampleDesk *desk,
                                        guint              agent,
                                        gint64             at,
                                        GError           **error);
/* So are those whose newest orders come to it; one is left to be promoted, and the other to lose the grade. */
DaybookEdit *daybook_sample_promote    (DaybookSampleDesk *desk,
                                        guint              agent,
                                        gint64             at,
                                        GError           **error);
/* What is known of them: wishes, tags, contacts, consent; and when they heard from the shop. */
DaybookEdit *daybook_sample_cards      (DaybookSampleDesk *desk,
                                        guint              agent,
                                        gint64             at,
                                        GError           **error);
DaybookEdit *daybook_sample_days       (DaybookSampleDesk *desk,
                                        guint              agent,
                                        gint64             at,
                                        GError           **error);
DaybookEdit *daybook_sample_surveys    (DaybookSampleDesk *desk,
                                        guint              agent,
                                        gint64             at,
                                        GError           **error);
/* The activity list; the next on it is told; the next but one is left out. */
DaybookEdit *daybook_sample_activity   (DaybookSampleDesk *desk,
                                        guint              agent,
                                        gint64             at,
                                        GError           **error);
DaybookEdit *daybook_sample_tell_next  (DaybookSampleDesk *desk,
                                        guint              agent,
                                        gint64             at,
                                        GError           **error);
DaybookEdit *daybook_sample_skip_next  (DaybookSampleDesk *desk,
                                        guint              agent,
                                        gint64             at,
                                        GError           **error);
/* Somebody looked at the phone number of the newest order in full. */
DaybookEdit *daybook_sample_look       (DaybookSampleDesk *desk,
                                        guint              agent,
                                        gint64             at,
                                        GError           **error);

G_END_DECLS
