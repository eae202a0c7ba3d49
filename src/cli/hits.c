/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/hits.h"

#include "cli/looks.h"

void
daybook_hits_init (DaybookHits   *hits,
                   DaybookReader *reader)
{
  hits->reader = reader;
  hits->places = g_array_new (FALSE, FALSE, sizeof (DaybookHit));
}

void
daybook_hits_clear (DaybookHits *hits)
{
  g_clear_pointer (&hits->places, g_array_unref);
}

void
daybook_hits_add (DaybookHits        *hits,
                  const DaybookTable *table,
                  GArray             *keys)
{
  for (guint i = 0; i < keys->len; i++)
    {
      DaybookHit hit = { .table = table, .rowid = g_array_index (keys, gint64, i) };

      g_array_append_val (hits->places, hit);
    }
}

gboolean
daybook_hits_log (DaybookHits  *hits,
                  DaybookCli   *cli,
                  guint         first,
                  guint         last,
                  GError      **error)
{
  g_autoptr(DaybookLooks) looks = daybook_looks_new (cli);

  for (guint i = first; i < last; i++)
    {
      const DaybookHit *hit = &g_array_index (hits->places, DaybookHit, i);

      daybook_looks_add (looks, hit->table, hit->rowid);
    }

  return daybook_looks_log (looks, error);
}

DaybookRow *
daybook_hits_row (DaybookHits  *hits,
                  guint         place,
                  GError      **error)
{
  const DaybookHit *hit = &g_array_index (hits->places, DaybookHit, place);

  return daybook_reader_row (hits->reader, hit->table, hit->rowid, error);
}

gboolean
daybook_hits_id_at (gpointer   data,
                    guint      place,
                    DaybookId *id)
{
  DaybookHits *hits = data;
  const DaybookHit *hit = &g_array_index (hits->places, DaybookHit, place);

  return daybook_reader_id (hits->reader, hit->table, hit->rowid, id, NULL);
}
