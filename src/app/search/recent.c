/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/search/recent.h"

#include <string.h>

#define KEY "recently-used"

struct _DaybookRecent
{
  GSettings *settings; /* or NULL */
  GPtrArray *keys;     /* ended by NULL */
  char      *seen;     /* looked at just now, or NULL */
  guint      dwelling; /* source id while it is */
};

static guint
count (DaybookRecent *self)
{
  return self->keys->len - 1;
}

static void
read_kept (DaybookRecent *self)
{
  g_auto(GStrv) kept = self->settings != NULL ? g_settings_get_strv (self->settings, KEY) : NULL;

  for (guint i = 0; kept != NULL && kept[i] != NULL && i < DAYBOOK_RECENT_KEPT; i++)
    g_ptr_array_add (self->keys, g_strdup (kept[i]));
  g_ptr_array_add (self->keys, NULL);
}

DaybookRecent *
daybook_recent_new (GSettings *settings)
{
  DaybookRecent *self = g_new0 (DaybookRecent, 1);

  g_set_object (&self->settings, settings);
  self->keys = g_ptr_array_new_with_free_func (g_free);
  read_kept (self);
  return self;
}

static void
forget_seen (DaybookRecent *self)
{
  g_clear_handle_id (&self->dwelling, g_source_remove);
  g_clear_pointer (&self->seen, g_free);
}

void
daybook_recent_free (DaybookRecent *self)
{
  daybook_recent_settle (self);
  g_ptr_array_unref (self->keys);
  g_clear_object (&self->settings);
  g_free (self);
}

/* `key` may be one of the list's own. */
void
daybook_recent_add (DaybookRecent *self,
                    const char    *key)
{
  char *head = g_strdup (key);

  for (guint i = count (self); i > 0; i--)
    if (g_str_equal (g_ptr_array_index (self->keys, i - 1), head))
      g_ptr_array_remove_index (self->keys, i - 1);

  g_ptr_array_insert (self->keys, 0, head);
  if (count (self) > DAYBOOK_RECENT_KEPT)
    g_ptr_array_remove_index (self->keys, DAYBOOK_RECENT_KEPT);
  if (self->settings != NULL)
    g_settings_set_strv (self->settings, KEY, daybook_recent_get (self));
}

static gboolean
on_dwelt (gpointer data)
{
  DaybookRecent *self = data;

  self->dwelling = 0;
  daybook_recent_settle (self);
  return G_SOURCE_REMOVE;
}

void
daybook_recent_see (DaybookRecent *self,
                    const char    *key)
{
  forget_seen (self);
  self->seen = g_strdup (key);
  self->dwelling = g_timeout_add_seconds (DAYBOOK_RECENT_DWELL_S, on_dwelt, self);
}

void
daybook_recent_settle (DaybookRecent *self)
{
  g_autofree char *seen = g_steal_pointer (&self->seen);

  forget_seen (self);
  if (seen != NULL)
    daybook_recent_add (self, seen);
}

const char *const *
daybook_recent_get (DaybookRecent *self)
{
  return (const char *const *) self->keys->pdata;
}

char *
daybook_recent_row_key (const DaybookTable *table,
                        const DaybookId    *row)
{
  g_autofree char *id = daybook_id_to_string (row);

  return g_strconcat (table->kind, ":", id, NULL);
}

gboolean
daybook_recent_parse_row (const char          *key,
                          const DaybookTable **table,
                          DaybookId           *row)
{
  const char *colon = strchr (key, ':');
  g_autofree char *kind = colon != NULL ? g_strndup (key, (gsize) (colon - key)) : NULL;

  *table = kind != NULL ? daybook_registry_find (kind) : NULL;
  return *table != NULL && daybook_id_parse (colon + 1, row);
}
