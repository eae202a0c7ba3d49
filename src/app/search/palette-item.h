/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/row.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* One line of the palette: a command, a place of the window, or a row of the book. */
#define DAYBOOK_TYPE_PALETTE_ITEM (daybook_palette_item_get_type ())
G_DECLARE_FINAL_TYPE (DaybookPaletteItem, daybook_palette_item, DAYBOOK, PALETTE_ITEM, GObject)

typedef enum
{
  DAYBOOK_PALETTE_COMMAND,
  DAYBOOK_PALETTE_PLACE,
  DAYBOOK_PALETTE_ROW,
  DAYBOOK_PALETTE_TYPED, /* a command on the words that were typed: it is not remembered */
} DaybookPaletteKind;

/* A command or a place: what it does is the action `action`, as for
 * g_action_parse_detailed_name(). `accel` is shown at the right, or NULL. */
DaybookPaletteItem *daybook_palette_item_new     (DaybookPaletteKind  kind,
                                                  const char         *title,
                                                  const char         *icon,
                                                  const char         *action,
                                                  const char         *accel);
/* A row: `title` names it, masked; `detail` says where the words stand, or what it is. */
DaybookPaletteItem *daybook_palette_item_new_row (const DaybookTable *table,
                                                  const DaybookId    *id,
                                                  const char         *title,
                                                  const char         *detail);

/* Where what was searched for stands in both; either may be NULL. (element-type DaybookSpan) */
void                daybook_palette_item_mark    (DaybookPaletteItem *self,
                                                  GArray             *in_title,
                                                  GArray             *in_detail);

DaybookPaletteKind  daybook_palette_item_get_kind   (DaybookPaletteItem *self);
const char         *daybook_palette_item_get_title  (DaybookPaletteItem *self);
/* NULL when there is none, as with the following two. */
const char         *daybook_palette_item_get_detail (DaybookPaletteItem *self);
/* (transfer none) */
GArray             *daybook_palette_item_get_title_matches  (DaybookPaletteItem *self);
GArray             *daybook_palette_item_get_detail_matches (DaybookPaletteItem *self);
const char         *daybook_palette_item_get_action (DaybookPaletteItem *self);
const char         *daybook_palette_item_get_accel  (DaybookPaletteItem *self);
const char         *daybook_palette_item_get_icon   (DaybookPaletteItem *self);
const DaybookTable *daybook_palette_item_get_table  (DaybookPaletteItem *self);
const DaybookId    *daybook_palette_item_get_row    (DaybookPaletteItem *self);

/* What choosing it does, as one word that names no person: the action, or the
 * row's kind and id (app/search/recent.h). (transfer full) */
char               *daybook_palette_item_get_key    (DaybookPaletteItem *self);
/* Whether what was typed means this command or place: a part of its title, the
 * beginnings of its words, or of its sound in pinyin. */
gboolean            daybook_palette_item_matches    (DaybookPaletteItem *self,
                                                     const char         *text);
G_END_DECLS
