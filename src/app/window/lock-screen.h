/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Stands before everything until somebody has sat down at the desk, with their PIN where they have one (RECORDS §9). */
#define DAYBOOK_TYPE_LOCK_SCREEN (daybook_lock_screen_get_type ())
G_DECLARE_FINAL_TYPE (DaybookLockScreen, daybook_lock_screen, DAYBOOK, LOCK_SCREEN, AdwBin)

typedef enum
{
  DAYBOOK_LOCK_CHOICE, /* whoever sits there may stay, and go back */
  DAYBOOK_LOCK_SHUT,   /* nobody sits there */
} DaybookLockManner;

GtkWidget        *daybook_lock_screen_new        (DaybookDesk       *desk);
/* Offers those who work here, first of all `agent`. */
void              daybook_lock_screen_open       (DaybookLockScreen *self,
                                                  const DaybookId   *agent,
                                                  DaybookLockManner  manner);
DaybookLockManner daybook_lock_screen_get_manner (DaybookLockScreen *self);
/* As the button does, where there is one. */
void              daybook_lock_screen_stay       (DaybookLockScreen *self);

/* Signals: `passed` (DaybookRow *agent): they are who they say they are. `stayed`: nobody else sat down. */

G_END_DECLS
