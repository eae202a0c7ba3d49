/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The response of who wants it; every other one leaves things as they are. */
#define DAYBOOK_CONSENT_GIVEN "delete"

/* The one question before an act that deletes much (DESIGN §8), with how much it is. */
GtkWindow *daybook_consent_dialog_new (GtkWindow         *parent,
                                       const DaybookEdit *edit);

G_END_DECLS
