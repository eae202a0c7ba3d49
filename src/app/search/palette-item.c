/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/search/palette-item.h"

#include "app/search/recent.h"
#include "core/aftersale.h"
#include "core/announcement.h"
#include "core/article.h"
#include "core/case.h"
#include "core/customer.h"
#include "core/order.h"
#include "core/payment.h"
#include "core/phrase.h"
#include "core/pinyin.h"
#include "core/review.h"
#include "core/stock.h"

#include <string.h>

struct _DaybookPaletteItem
{
  GObject             parent_instance;

  DaybookPaletteKind  kind;
  char               *title;
  char               *detail;
  char               *icon;
  char               *action;
  char               *accel;
  char               *folded; /* the title as it is compared */
  char               *sound;  /* pinyin keys, parted by blanks */
  const DaybookTable *table;
  DaybookId           row;
  GArray             *title_matches;  /* or NULL, as */
  GArray             *detail_matches; /* those */
};

G_DEFINE_FINAL_TYPE (DaybookPaletteItem, daybook_palette_item, G_TYPE_OBJECT)

static void
daybook_palette_item_finalize (GObject *object)
{
  DaybookPaletteItem *self = DAYBOOK_PALETTE_ITEM (object);

  g_free (self->title);
  g_free (self->detail);
  g_free (self->icon);
  g_free (self->action);
  g_free (self->accel);
  g_free (self->folded);
  g_free (self->sound);
  g_clear_pointer (&self->title_matches, g_array_unref);
  g_clear_pointer (&self->detail_matches, g_array_unref);

  G_OBJECT_CLASS (daybook_palette_item_parent_class)->finalize (object);
}

static void
daybook_palette_item_class_init (DaybookPaletteItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_palette_item_finalize;
}

static void
daybook_palette_item_init (DaybookPaletteItem *self)
{
}

DaybookPaletteItem *
daybook_palette_item_new (DaybookPaletteKind  kind,
                          const char         *title,
                          const char         *icon,
                          const char         *action,
                          const char         *accel)
{
  DaybookPaletteItem *self = g_object_new (DAYBOOK_TYPE_PALETTE_ITEM, NULL);

  self->kind = kind;
  self->title = g_strdup (title);
  self->icon = g_strdup (icon);
  self->action = g_strdup (action);
  self->accel = g_strdup (accel);
  self->folded = g_utf8_casefold (title, -1);
  self->sound = daybook_pinyin_keys (title);
  return self;
}

static const char *
icon_of (const DaybookTable *table)
{
  static const struct { const DaybookTable *table; const char *icon; } ICONS[] = {
    { &daybook_orders, "package-x-generic-symbolic" },
    { &daybook_cases, "task-due-symbolic" },
    { &daybook_customers, "avatar-default-symbolic" },
    { &daybook_aftersales, "media-playlist-repeat-symbolic" },
    { &daybook_reviews, "starred-symbolic" },
    { &daybook_payments, "accessories-calculator-symbolic" },
    { &daybook_phrases, "mail-send-symbolic" },
    { &daybook_articles, "text-x-generic-symbolic" },
    { &daybook_announcements, "dialog-information-symbolic" },
    { &daybook_stocks, "system-file-manager-symbolic" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ICONS); i++)
    if (ICONS[i].table == daybook_table_base (table))
      return ICONS[i].icon;

  return "view-grid-symbolic";
}

DaybookPaletteItem *
daybook_palette_item_new_row (const DaybookTable *table,
                              const DaybookId    *id,
                              const char         *title,
                              const char         *detail)
{
  DaybookPaletteItem *self = g_object_new (DAYBOOK_TYPE_PALETTE_ITEM, NULL);

  self->kind = DAYBOOK_PALETTE_ROW;
  self->title = g_strdup (title);
  self->detail = g_strdup (detail);
  self->icon = g_strdup (icon_of (table));
  self->table = table;
  self->row = *id;
  return self;
}

void
daybook_palette_item_mark (DaybookPaletteItem *self,
                           GArray             *in_title,
                           GArray             *in_detail)
{
  self->title_matches = in_title != NULL ? g_array_ref (in_title) : NULL;
  self->detail_matches = in_detail != NULL ? g_array_ref (in_detail) : NULL;
}

GArray *
daybook_palette_item_get_title_matches (DaybookPaletteItem *self)
{
  return self->title_matches;
}

GArray *
daybook_palette_item_get_detail_matches (DaybookPaletteItem *self)
{
  return self->detail_matches;
}

DaybookPaletteKind
daybook_palette_item_get_kind (DaybookPaletteItem *self)
{
  return self->kind;
}

const char *
daybook_palette_item_get_title (DaybookPaletteItem *self)
{
  return self->title;
}

const char *
daybook_palette_item_get_detail (DaybookPaletteItem *self)
{
  return self->detail;
}

const char *
daybook_palette_item_get_action (DaybookPaletteItem *self)
{
  return self->action;
}

const char *
daybook_palette_item_get_accel (DaybookPaletteItem *self)
{
  return self->accel;
}

const char *
daybook_palette_item_get_icon (DaybookPaletteItem *self)
{
  return self->icon;
}

const DaybookTable *
daybook_palette_item_get_table (DaybookPaletteItem *self)
{
  return self->table;
}

const DaybookId *
daybook_palette_item_get_row (DaybookPaletteItem *self)
{
  return self->table != NULL ? &self->row : NULL;
}

char *
daybook_palette_item_get_key (DaybookPaletteItem *self)
{
  return self->table != NULL ? daybook_recent_row_key (self->table, &self->row) : g_strdup (self->action);
}

static gboolean
sounds_like (DaybookPaletteItem *self,
             const char         *text)
{
  g_auto(GStrv) keys = g_strsplit (self->sound, " ", -1);

  for (guint i = 0; keys[i] != NULL; i++)
    if (*keys[i] != '\0' && g_str_has_prefix (keys[i], text))
      return TRUE;

  return FALSE;
}

gboolean
daybook_palette_item_matches (DaybookPaletteItem *self,
                              const char         *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  const char *wanted = g_strstrip (folded);

  if (self->folded == NULL)
    return FALSE;

  return strstr (self->folded, wanted) != NULL
         || g_str_match_string (wanted, self->title, TRUE)
         || sounds_like (self, wanted);
}
