/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notify/words.h"

#include "core/case.h"
#include "core/moment.h"
#include "core/order.h"
#include "core/task.h"

#include <glib/gi18n-lib.h>

/* So much of a number tells a thing from the few others that are due. */
#define TAIL 4
#define MINUTE 60

void
daybook_notify_text_clear (DaybookNotifyText *text)
{
  g_clear_pointer (&text->summary, g_free);
  g_clear_pointer (&text->body, g_free);
}

/* The end of the number; NULL: it has none. (transfer full) */
static char *
tail_of (const char *number)
{
  glong length = number != NULL ? g_utf8_strlen (number, -1) : 0;

  return length > 0 ? g_strconcat ("…", g_utf8_offset_to_pointer (number, MAX (0, length - TAIL)), NULL) : NULL;
}

/* (transfer full) */
static char *
number_in (DaybookReader      *reader,
           const DaybookTable *table,
           const DaybookId    *id,
           guint               field)
{
  g_autoptr(DaybookRow) row = id != NULL ? daybook_reader_find (reader, table, id, NULL) : NULL;

  return row != NULL ? tail_of (daybook_row_text (row, field)) : NULL;
}

/* Of a task it is that of what it is for: its own words are a person's. (transfer full) */
static char *
number_of_task (DaybookReader   *reader,
                const DaybookId *id)
{
  g_autoptr(DaybookRow) task = daybook_reader_find (reader, &daybook_tasks, id, NULL);
  char *number = task != NULL ? number_in (reader, &daybook_cases, daybook_row_ref_id (task, DAYBOOK_TASK_CASE), DAYBOOK_CASE_NUMBER) : NULL;

  if (number == NULL && task != NULL)
    number = number_in (reader, &daybook_orders, daybook_row_ref_id (task, DAYBOOK_TASK_ORDER), DAYBOOK_ORDER_NUMBER);
  return number;
}

/* (transfer full) */
static char *
number_of (DaybookReader        *reader,
           const DaybookDueItem *item)
{
  if (item->table == &daybook_tasks)
    return number_of_task (reader, &item->id);
  if (item->table == &daybook_orders)
    return number_in (reader, &daybook_orders, &item->id, DAYBOOK_ORDER_NUMBER);

  return item->table == &daybook_cases ? number_in (reader, &daybook_cases, &item->id, DAYBOOK_CASE_NUMBER) : NULL;
}

char *
daybook_notify_name (DaybookReader        *reader,
                     const DaybookDueItem *item)
{
  g_autofree char *number = number_of (reader, item);
  const char *rule = _(daybook_rule_kind (item->due.rule)->label);

  return number != NULL ? g_strdup_printf ("%s · %s", rule, number) : g_strdup (rule);
}

/* (transfer full) */
static char *
say_how_late (const DaybookDueItem *item,
              GTimeZone            *zone,
              gint64                now)
{
  g_autofree char *when = daybook_moment_format (item->due.due, now, zone);
  g_autofree char *chip = daybook_due_chip (&item->due, now, zone);

  if (item->due.due > now)
    /* Translators: in a notification: “25 min left”, and when it is due. */
    return g_strdup_printf (_("%1$s, due %2$s"), chip, when);
  if (item->due.due > now - MINUTE)
    /* Translators: in a notification: when it is due, which is now. */
    return g_strdup_printf (_("Due %s"), when);

  /* Translators: in a notification: “2 h late”, and since when. */
  return g_strdup_printf (_("%1$s, since %2$s"), chip, when);
}

void
daybook_notify_say (DaybookNotifyText    *text,
                    DaybookReader        *reader,
                    const DaybookDueItem *worst,
                    guint                 n,
                    guint                 n_due,
                    GTimeZone            *zone,
                    gint64                now)
{
  g_autofree char *name = daybook_notify_name (reader, worst);
  g_autofree char *late = say_how_late (worst, zone, now);

  daybook_notify_text_clear (text);
  if (n == 1)
    {
      text->summary = g_steal_pointer (&name);
      text->body = g_steal_pointer (&late);
      return;
    }

  text->summary = n_due == n
    ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing is due", "%u things are due", n), n)
    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing is due or near", "%u things are due or near", n), n);
  /* Translators: the worst of several: “Answer the customer · …2031” and “2 h late, since 14:30”. */
  text->body = g_strdup_printf (_("%1$s: %2$s"), name, late);
}
