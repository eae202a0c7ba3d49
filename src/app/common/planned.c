/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/planned.h"

void
daybook_planned_free (DaybookPlanned *planned)
{
  g_free (planned->label);
  g_free (planned->says);
  g_free (planned);
}

const DaybookPlanned *
daybook_planned_find (GPtrArray *planned,
                      gint64     key)
{
  for (guint i = 0; planned != NULL && i < planned->len; i++)
    {
      const DaybookPlanned *one = g_ptr_array_index (planned, i);

      if (one->key == key)
        return one;
    }
  return NULL;
}

GPtrArray *
daybook_planned_on (GPtrArray   *planned,
                    const GDate *day)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; planned != NULL && i < planned->len; i++)
    {
      DaybookPlanned *one = g_ptr_array_index (planned, i);

      if (g_date_compare (&one->first, day) <= 0 && g_date_compare (&one->last, day) >= 0)
        g_ptr_array_add (found, one);
    }
  return found;
}
