/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/place.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Which places the sidebar has, in their order. */

typedef struct
{
  DaybookStore *store;
  GPtrArray    *registers; /* DaybookPageEntry: those shown */
  GHashTable   *views;     /* id of the page → GListModel of DaybookView */
  guint64       needed;    /* daybook_places_needed() */
} DaybookPlacesSource;

/* Bit i: page i is one of those that have a place only where the book has rows for them, or only for some
 * people, and has it now. `before`: what it was; where it cannot be read, nothing has changed. */
guint64 daybook_places_needed (DaybookStore              *store,
                               guint64                    before);
/* Puts them into the list, in place of those that were there. */
void    daybook_places_fill   (GListStore                *list,
                               const DaybookPlacesSource *source);

G_END_DECLS
