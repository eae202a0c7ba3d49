/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/view.h"

#include "core/shop.h"

#include <glib/gi18n-lib.h>

struct _DaybookView
{
  GObject   parent_instance;

  char     *key;
  char     *name;
  char     *icon;
  char     *where;
  char     *sort;
  char     *search;
  char     *hint;
  char     *empty;
  DaybookId row; /* null of a shipped one */
  gint64    count;
};

G_DEFINE_FINAL_TYPE (DaybookView, daybook_view, G_TYPE_OBJECT)

enum
{
  PROP_COUNT = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
daybook_view_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  if (id == PROP_COUNT)
    g_value_set_int64 (value, DAYBOOK_VIEW (object)->count);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
daybook_view_finalize (GObject *object)
{
  DaybookView *self = DAYBOOK_VIEW (object);

  g_free (self->key);
  g_free (self->name);
  g_free (self->icon);
  g_free (self->where);
  g_free (self->sort);
  g_free (self->search);
  g_free (self->hint);
  g_free (self->empty);

  G_OBJECT_CLASS (daybook_view_parent_class)->finalize (object);
}

static void
daybook_view_class_init (DaybookViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = daybook_view_get_property;
  object_class->finalize = daybook_view_finalize;
  properties[PROP_COUNT] = g_param_spec_int64 ("count", NULL, NULL, DAYBOOK_COUNT_UNKNOWN, G_MAXINT64,
                                               DAYBOOK_COUNT_UNKNOWN, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
daybook_view_init (DaybookView *self)
{
  self->count = DAYBOOK_COUNT_UNKNOWN;
}

DaybookView *
daybook_view_new_shipped (const DaybookShippedView *shipped,
                          DaybookStore             *store)
{
  DaybookView *self = g_object_new (DAYBOOK_TYPE_VIEW, NULL);

  self->key = g_strdup (shipped->key);
  self->name = g_strdup (_(shipped->name));
  self->icon = g_strdup (shipped->icon);
  self->where = daybook_shipped_view_where (shipped, store);
  self->sort = g_strdup (shipped->sort != NULL ? shipped->sort : "");
  self->search = g_strdup ("");
  self->hint = shipped->hint != NULL ? g_strdup (_(shipped->hint)) : NULL;
  self->empty = shipped->empty != NULL ? g_strdup (_(shipped->empty)) : NULL;
  return self;
}

DaybookView *
daybook_view_new_saved (const DaybookRow *row)
{
  DaybookView *self = g_object_new (DAYBOOK_TYPE_VIEW, NULL);
  const char *icon = daybook_row_text (row, DAYBOOK_VIEW_ICON);

  self->key = daybook_id_to_string (&row->id);
  self->row = row->id;
  self->name = g_strdup (daybook_row_text (row, DAYBOOK_VIEW_NAME));
  self->icon = g_strdup (*icon != '\0' ? icon : "view-list-symbolic");
  self->where = g_strdup (daybook_row_text (row, DAYBOOK_VIEW_WHERE));
  self->sort = g_strdup (daybook_row_text (row, DAYBOOK_VIEW_SORT));
  self->search = g_strdup (daybook_row_text (row, DAYBOOK_VIEW_SEARCH));
  return self;
}

const char *
daybook_view_get_key (DaybookView *self)
{
  return self->key;
}

const char *
daybook_view_get_name (DaybookView *self)
{
  return self->name;
}

const char *
daybook_view_get_icon (DaybookView *self)
{
  return self->icon;
}

const char *
daybook_view_get_hint (DaybookView *self)
{
  return self->hint;
}

const char *
daybook_view_get_empty (DaybookView *self)
{
  return self->empty;
}

const DaybookId *
daybook_view_get_row (DaybookView *self)
{
  return daybook_id_is_null (&self->row) ? NULL : &self->row;
}

DaybookQuery *
daybook_view_make_query (DaybookView        *self,
                         const DaybookTable *table,
                         GError            **error)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (table);

  if (*self->where != '\0' && !daybook_query_parse_where (query, self->where, error))
    return NULL;
  if (!daybook_query_parse_sort (query, self->sort, error))
    return NULL;

  query->search = *self->search != '\0' ? g_strdup (self->search) : NULL;
  return g_steal_pointer (&query);
}

void
daybook_view_set_count (DaybookView *self,
                        gint64       count)
{
  if (self->count == count)
    return;

  self->count = count;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

gboolean
daybook_view_is_same (DaybookView *self,
                      DaybookView *other)
{
  return g_str_equal (self->key, other->key)
         && g_str_equal (self->name, other->name)
         && g_str_equal (self->icon, other->icon)
         && g_str_equal (self->where, other->where)
         && g_str_equal (self->sort, other->sort)
         && g_str_equal (self->search, other->search);
}
