/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/carried.h"

#include "core/shop.h"
#include "exchange/mapping-private.h"
#include "store/reader.h"

#include <gio/gio.h>

static gboolean
fills (const DaybookForm *form,
       guint              field)
{
  for (guint i = 0; i < form->sources->len; i++)
    {
      const DaybookSource *source = g_ptr_array_index (form->sources, i);

      if (source->target.kind == DAYBOOK_TARGET_ORDER && source->target.index == field)
        return TRUE;
    }

  return FALSE;
}

static void
add_id (GPtrArray  *ids,
        const char *id)
{
  if (!g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
    g_ptr_array_add (ids, g_strdup (id));
}

static void
add_profile (GPtrArray            *ids,
             const DaybookProfile *profile,
             guint                 field)
{
  gboolean carries = FALSE;

  for (guint i = 0; i < profile->forms->len; i++)
    carries = carries || fills (g_ptr_array_index (profile->forms, i), field);
  if (!carries)
    return;

  add_id (ids, profile->id);
  for (guint i = 0; i < profile->variants->len; i++)
    add_id (ids, ((DaybookVariant *) g_ptr_array_index (profile->variants, i))->id);
}

/* A mapping that cannot be read is as good as none. */
static void
add_mapping (GPtrArray        *ids,
             const DaybookRow *setting,
             guint             field)
{
  g_autoptr(DaybookMapping) mapping = NULL;

  if (!daybook_mapping_is_setting (daybook_row_text (setting, DAYBOOK_SETTING_KEY)))
    return;

  mapping = daybook_mapping_from_json (daybook_row_text (setting, DAYBOOK_SETTING_VALUE), NULL);
  if (mapping != NULL && g_str_equal (daybook_mapping_get_kind (mapping), "orders")
      && daybook_mapping_get (mapping, daybook_orders.fields[field].name) != NULL)
    add_id (ids, daybook_mapping_get_platform (mapping));
}

char **
daybook_carried_platforms (GPtrArray    *profiles,
                           DaybookStore *store,
                           guint         field)
{
  g_autoptr(GPtrArray) settings = daybook_reader_all (daybook_store_get_reader (store), &daybook_settings, NULL);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < profiles->len; i++)
    add_profile (ids, g_ptr_array_index (profiles, i), field);
  for (guint i = 0; settings != NULL && i < settings->len; i++)
    add_mapping (ids, g_ptr_array_index (settings, i), field);

  g_ptr_array_add (ids, NULL);
  return (char **) g_ptr_array_free (ids, FALSE);
}
