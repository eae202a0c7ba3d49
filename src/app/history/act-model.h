/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/history/act-item.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The history as a list, newest first, read a page at a time. Elements are
 * DaybookActItem. */
#define DAYBOOK_TYPE_ACT_MODEL (daybook_act_model_get_type ())
G_DECLARE_FINAL_TYPE (DaybookActModel, daybook_act_model, DAYBOOK, ACT_MODEL, GObject)

/* So many acts are read at once. */
#define DAYBOOK_ACT_PAGE 100

/* Holds the first page. */
DaybookActModel *daybook_act_model_new       (DaybookStore    *store);
/* Reads the next page. FALSE when there is none, or it cannot be read (see the
 * error). */
gboolean         daybook_act_model_load_more (DaybookActModel *self,
                                              GError         **error);
/* Reads anew what is there and what has come since, and emits just the
 * differences. */
gboolean         daybook_act_model_reload    (DaybookActModel *self,
                                              GError         **error);

G_END_DECLS
