/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Who shows notifications: it comes and goes, and may never be there. */
typedef struct _DaybookNotifyServer DaybookNotifyServer;

/* `changed` is called on the main context once it is known whether there is one, and each time another is. */
DaybookNotifyServer *daybook_notify_server_new    (void                (*changed) (gpointer data),
                                                   gpointer              data);
void                 daybook_notify_server_free   (DaybookNotifyServer  *self);
/* The bus with the name that this one has there: another one, or this one started anew, has another. NULL:
 * there is none. */
const char          *daybook_notify_server_get_id (DaybookNotifyServer  *self);
/* Asks the bus to start one, where it knows one; once until one has come and gone. */
void                 daybook_notify_server_want   (DaybookNotifyServer  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookNotifyServer, daybook_notify_server_free)

G_END_DECLS
