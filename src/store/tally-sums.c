/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/tally-sums.h"

#include "core/day.h"
#include "core/moment.h"
#include "core/words.h"
#include "store/reader-private.h"
#include "store/registers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
free_sum (gpointer data)
{
  DaybookTallySum *sum = data;

  g_free (sum->day);
  g_free (sum->class);
  g_free (sum);
}

/* --- Classes --------------------------------------------------------------------------- */

GPtrArray *
daybook_reader_tally_classes (DaybookReader *self)
{
  DaybookRegister *definition = daybook_reader_register (self, DAYBOOK_TALLY_REGISTER);
  const DaybookRegisterField *field = definition != NULL ? daybook_register_find_field (definition, DAYBOOK_TALLY_FIELD) : NULL;
  GPtrArray *classes = g_ptr_array_new ();

  for (guint i = 0; field != NULL && field->choices != NULL && i < field->choices->len; i++)
    if (!((const DaybookOption *) g_ptr_array_index (field->choices, i))->retired)
      g_ptr_array_add (classes, g_ptr_array_index (field->choices, i));
  return classes;
}

/* Its place among the classes; one that the shop no longer has comes last. */
static guint
place_of (GPtrArray  *classes,
          const char *key)
{
  guint i = 0;

  while (i < classes->len && !g_str_equal (((const DaybookOption *) g_ptr_array_index (classes, i))->key, key))
    i++;
  return i;
}

char *
daybook_tally_class_label (DaybookReader *self,
                           const char    *class)
{
  DaybookRegister *definition = daybook_reader_register (self, DAYBOOK_TALLY_REGISTER);
  const DaybookRegisterField *field = definition != NULL ? daybook_register_find_field (definition, DAYBOOK_TALLY_FIELD) : NULL;
  const DaybookOption *option = field != NULL && field->choices != NULL ? daybook_option_find (field->choices, class) : NULL;

  return g_strdup (option != NULL ? option->label : class);
}

/* --- Sums -------------------------------------------------------------------------------- */

static int
compare_sums (gconstpointer a,
              gconstpointer b,
              gpointer      classes)
{
  const DaybookTallySum *first = *(DaybookTallySum *const *) a, *second = *(DaybookTallySum *const *) b;
  guint place = place_of (classes, first->class), other = place_of (classes, second->class);

  if (place != other)
    return place < other ? -1 : 1;
  if (!g_str_equal (first->class, second->class))
    return strcmp (first->class, second->class);
  return first->channel < second->channel ? -1 : first->channel > second->channel;
}

GPtrArray *
daybook_reader_tally_sums (DaybookReader  *self,
                           gint64          from,
                           gint64          until,
                           GError        **error)
{
  g_autoptr(GPtrArray) sums = g_ptr_array_new_with_free_func (free_sum);
  g_autoptr(GPtrArray) classes = daybook_reader_tally_classes (self);
  GError *local = NULL;
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "SELECT class, channel, sum (count)"
    " FROM tallies"
    " WHERE at >= :from AND at < :until AND deleted = 0"
    " GROUP BY class, channel", error);

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":from", from);
  daybook_bind_int (statement, ":until", until);
  while (daybook_statement_next (statement, &local))
    {
      DaybookTallySum *sum = g_new0 (DaybookTallySum, 1);

      sum->class = g_strdup (daybook_column_text (statement, 0));
      sum->channel = sqlite3_column_int64 (statement, 1);
      sum->count = sqlite3_column_int64 (statement, 2);
      g_ptr_array_add (sums, sum);
    }
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return NULL;
    }

  g_ptr_array_sort_with_data (sums, compare_sums, classes);
  return g_steal_pointer (&sums);
}

/* The sums of one day behind the others. */
static gboolean
add_day (DaybookReader  *self,
         gint64          midnight,
         GPtrArray      *days,
         GError        **error)
{
  GTimeZone *zone = daybook_store_get_zone (self->store);
  g_autofree char *day = daybook_day_of (midnight, zone);
  g_autoptr(GPtrArray) sums = daybook_reader_tally_sums (self, midnight, daybook_moment_day (midnight, zone, 1), error);

  if (sums == NULL)
    return FALSE;

  g_ptr_array_set_free_func (sums, NULL);
  for (guint i = 0; i < sums->len; i++)
    {
      DaybookTallySum *sum = g_ptr_array_index (sums, i);

      sum->day = g_strdup (day);
      g_ptr_array_add (days, sum);
    }
  return TRUE;
}

GPtrArray *
daybook_reader_tally_days (DaybookReader  *self,
                           gint64          from,
                           gint64          to,
                           GError        **error)
{
  GTimeZone *zone = daybook_store_get_zone (self->store);
  g_autoptr(GPtrArray) days = g_ptr_array_new_with_free_func (free_sum);
  gint64 first = daybook_moment_day (from, zone, 0);
  gint64 day = daybook_moment_day (to, zone, 0);

  if (from > to || daybook_moment_day (from, zone, DAYBOOK_TALLY_DAYS) <= day)
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT,
                   _("The days end before they begin, or are more than %d."), DAYBOOK_TALLY_DAYS);
      return NULL;
    }

  for (; day >= first; day = daybook_moment_day (day, zone, -1))
    if (!add_day (self, day, days, error))
      return NULL;

  return g_steal_pointer (&days);
}

DaybookRow *
daybook_reader_tally_last (DaybookReader    *self,
                           const DaybookId  *agent,
                           GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "SELECT rowid FROM tallies"
    " WHERE deleted = 0 AND (:agent IS NULL OR agent = (SELECT rowid FROM agents WHERE id = :agent))"
    " ORDER BY at DESC LIMIT 1", error);

  if (statement == NULL)
    return NULL;

  if (agent != NULL)
    daybook_bind_id (statement, ":agent", agent);
  return daybook_statement_next (statement, error)
           ? daybook_reader_row (self, &daybook_tallies, sqlite3_column_int64 (statement, 0), error) : NULL;
}

/* --- Counting ------------------------------------------------------------------------------- */

static gboolean
check (GPtrArray   *classes,
       const char  *class,
       gint64       count,
       GError     **error)
{
  if (place_of (classes, class) == classes->len)
    {
      g_autoptr(GString) known = g_string_new (NULL);

      for (guint i = 0; i < classes->len; i++)
        g_string_append_printf (known, i > 0 ? ", %s" : "%s", ((const DaybookOption *) g_ptr_array_index (classes, i))->key);
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT,
                   /* Translators: %2$s is a list of keys. */
                   _("“%1$s” is no class of inquiries; there are: %2$s."), class, known->str);
      return FALSE;
    }
  if (count < 1 || count > DAYBOOK_TALLY_MOST)
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("One counts 1 to %d enquiries at once."), DAYBOOK_TALLY_MOST);
      return FALSE;
    }

  return TRUE;
}

DaybookEdit *
daybook_tally_act_add (DaybookReader    *reader,
                       const char       *class,
                       DaybookChannel    channel,
                       gint64            count,
                       const DaybookId  *agent,
                       gint64            now,
                       GError          **error)
{
  g_autoptr(GPtrArray) classes = daybook_reader_tally_classes (reader);
  DaybookEdit *edit;
  DaybookId id;

  if (!check (classes, class, count, error))
    return NULL;

  const DaybookOption *option = g_ptr_array_index (classes, place_of (classes, class));
  /* Translators: the title of an act: a class of questions, by which channel they came, how many. */
  g_autofree char *title = g_strdup_printf (_("Answered at once: %1$s · %2$s × %3$d"), option->label,
                                            daybook_words_enum (&daybook_tallies.fields[DAYBOOK_TALLY_CHANNEL], channel), (int) count);

  edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, agent);
  daybook_id_fresh (&id, now * 1000);
  daybook_edit_create (edit, &daybook_tallies, &id);
  daybook_edit_give (edit, DAYBOOK_TALLY_CLASS, daybook_value_text (class));
  daybook_edit_give (edit, DAYBOOK_TALLY_CHANNEL, daybook_value_int (channel));
  daybook_edit_give (edit, DAYBOOK_TALLY_COUNT, daybook_value_int (count));
  daybook_edit_give (edit, DAYBOOK_TALLY_AT, daybook_value_int (now));
  daybook_edit_give (edit, DAYBOOK_TALLY_AGENT, daybook_value_id (agent));
  return edit;
}
