/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/passes.h"

#include "store/passes-resource.h"
#include "store/reader-private.h"

#include <gio/gio.h>

#define RESOURCE_PATH "/io/github/daybook/Daybook/passes/"

const char *const daybook_pass_shipped_keys[] = {
  DAYBOOK_PASS_SWEEP, "patrol", "mailbox", "weekly_meeting", "weekly_summary", "morning_presale", "morning_after_sales",
  "product_digest", "shop_health", "items_sold", "shipping_bills", "product_facts", "month_end", NULL,
};

static DaybookPass *
read_shipped (const char *key)
{
  g_autofree char *path = g_strconcat (RESOURCE_PATH, key, ".json", NULL);
  g_autoptr(GBytes) bytes = g_resource_lookup_data (daybook_passes_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr(GError) error = NULL;
  DaybookPass *pass = bytes != NULL ? daybook_pass_parse (g_bytes_get_data (bytes, NULL), key, &error) : NULL;

  /* It is ours: a test reads each of them. */
  if (error != NULL)
    g_warning ("%s", error->message);
  return pass;
}

const DaybookPass *
daybook_pass_shipped (const char *key)
{
  static GMutex mutex;
  static GHashTable *known = NULL; /* key → DaybookPass */
  DaybookPass *pass;

  g_mutex_lock (&mutex);
  if (known == NULL)
    known = g_hash_table_new (g_str_hash, g_str_equal);
  pass = g_hash_table_lookup (known, key);
  if (pass == NULL)
    {
      pass = read_shipped (key);
      if (pass != NULL)
        g_hash_table_insert (known, pass->key, pass);
    }
  g_mutex_unlock (&mutex);
  return pass;
}

GPtrArray *
daybook_reader_pass_ticks (DaybookReader  *self,
                           const char     *pass,
                           const char     *day,
                           GError        **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "SELECT rowid FROM pass_ticks WHERE pass = :pass AND day = :day AND deleted = 0 ORDER BY rowid", error);
  g_autoptr(GArray) keys = NULL;

  if (statement == NULL)
    return NULL;

  daybook_bind_text (statement, ":pass", pass);
  daybook_bind_text (statement, ":day", day);
  keys = daybook_statement_keys (statement, error);
  return keys != NULL ? daybook_reader_rows (self, &daybook_pass_ticks, (const gint64 *) (void *) keys->data, keys->len, error) : NULL;
}

const DaybookRow *
daybook_pass_ticks_find (GPtrArray  *ticks,
                         const char *round,
                         const char *step)
{
  for (guint i = 0; i < ticks->len; i++)
    {
      const DaybookRow *tick = g_ptr_array_index (ticks, i);

      if (g_str_equal (daybook_row_text (tick, DAYBOOK_PASS_TICK_ROUND), round)
          && g_str_equal (daybook_row_text (tick, DAYBOOK_PASS_TICK_STEP), step))
        return tick;
    }
  return NULL;
}

DaybookEdit *
daybook_pass_act_tick (const DaybookPass      *pass,
                       const char             *day,
                       const DaybookPassRound *round,
                       const DaybookPassStep  *step,
                       DaybookTickState        state,
                       const DaybookId        *agent,
                       gint64                  now)
{
  g_autofree char *title = *round->label != '\0' ? g_strdup_printf ("%s: %s · %s", pass->title, round->label, step->label)
                                                : g_strdup_printf ("%s: %s", pass->title, step->label);
  DaybookEdit *edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, agent);
  DaybookId id;

  daybook_pass_tick_id (&id, pass->key, day, round->key, step->key);
  if (state == DAYBOOK_TICK_OFF)
    {
      daybook_edit_delete (edit, &daybook_pass_ticks, &id);
      return edit;
    }

  daybook_edit_create (edit, &daybook_pass_ticks, &id);
  daybook_edit_give (edit, DAYBOOK_PASS_TICK_PASS, daybook_value_text (pass->key));
  daybook_edit_give (edit, DAYBOOK_PASS_TICK_DAY, daybook_value_text (day));
  daybook_edit_give (edit, DAYBOOK_PASS_TICK_ROUND, daybook_value_text (round->key));
  daybook_edit_give (edit, DAYBOOK_PASS_TICK_STEP, daybook_value_text (step->key));
  daybook_edit_give (edit, DAYBOOK_PASS_TICK_AT, daybook_value_int (now));
  daybook_edit_give (edit, DAYBOOK_PASS_TICK_AGENT, daybook_value_id (agent));
  return edit;
}
