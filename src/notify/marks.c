/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notify/marks.h"

void
daybook_notify_overlay (GArray       *reminders,
                        const GArray *marks)
{
  g_autoptr(GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; marks->len > 0 && i < reminders->len; i++)
    {
      DaybookReminder *reminder = &g_array_index (reminders, DaybookReminder, i);

      g_hash_table_insert (places, &reminder->key, reminder);
    }

  for (guint i = 0; i < marks->len; i++)
    {
      const DaybookReminderMark *mark = &g_array_index (marks, DaybookReminderMark, i);
      DaybookReminder *reminder = g_hash_table_lookup (places, &mark->key);

      if (reminder == NULL || reminder->due != mark->due)
        continue;
      reminder->told = MAX (reminder->told, mark->told);
      reminder->seen = MAX (reminder->seen, mark->seen);
      reminder->missed = reminder->missed || mark->missed;
    }
}

void
daybook_notify_mark_seen (GArray       *marks,
                          const GArray *about,
                          gint64        now)
{
  for (guint i = 0; i < about->len; i++)
    {
      const DaybookReminder *reminder = &g_array_index (about, DaybookReminder, i);
      DaybookToldLevel level = reminder->due <= now ? DAYBOOK_TOLD_DUE : DAYBOOK_TOLD_NEAR;
      const DaybookReminderMark mark = { reminder->key, reminder->due, level, level, FALSE };

      g_array_append_val (marks, mark);
    }
}

void
daybook_notify_forget (GArray *marks,
                       gint64  now)
{
  for (guint i = marks->len; i > 0; i--)
    if (g_array_index (marks, DaybookReminderMark, i - 1).due > now)
      g_array_remove_index (marks, i - 1);
}

guint
daybook_notify_count_due (const GArray *about,
                          gint64        now)
{
  guint n = 0;

  for (guint i = 0; i < about->len; i++)
    n += g_array_index (about, DaybookReminder, i).due <= now;
  return n;
}
