/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A survey on its own, without a call: whoever was asked in the chat, by mail or at the counter (RH-27). */
#define DAYBOOK_TYPE_SURVEY_WINDOW (daybook_survey_window_get_type ())
G_DECLARE_FINAL_TYPE (DaybookSurveyWindow, daybook_survey_window, DAYBOOK, SURVEY_WINDOW, AdwWindow)

/* Of a case, an order or a customer; `of` NULL: the customer is looked for in it. */
void daybook_survey_window_present (GtkWidget        *parent,
                                    DaybookDesk      *desk,
                                    const DaybookRow *of);

G_END_DECLS
