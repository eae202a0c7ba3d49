/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/tally-file.h"

#include "core/words.h"
#include "exchange/csv-text.h"
#include "exchange/export.h"
#include "exchange/new-file.h"
#include "store/tally-sums.h"

#include <glib/gi18n-lib.h>

static void
append_line (GString    *text,
             const char *day,
             const char *class,
             const char *channel)
{
  daybook_csv_append (text, day);
  g_string_append_c (text, ',');
  daybook_csv_append (text, class);
  g_string_append_c (text, ',');
  daybook_csv_append (text, channel);
  g_string_append_c (text, ',');
}

static void
append_count (GString *text,
              gint64   count)
{
  g_string_append_printf (text, "%" G_GINT64_FORMAT DAYBOOK_CSV_LINE_END, count);
}

static GString *
make_text (DaybookReader *reader,
           GPtrArray     *days)
{
  GString *text = g_string_new (DAYBOOK_CSV_MARK);
  gint64 all = 0;

  append_line (text, _("Day"), _("Class"), _("Channel"));
  daybook_csv_append (text, _("Count"));
  g_string_append (text, DAYBOOK_CSV_LINE_END);
  for (guint i = 0; i < days->len; i++)
    {
      const DaybookTallySum *sum = g_ptr_array_index (days, i);
      g_autofree char *class = daybook_tally_class_label (reader, sum->class);

      append_line (text, sum->day, class, daybook_words_enum (&daybook_tallies.fields[DAYBOOK_TALLY_CHANNEL], sum->channel));
      append_count (text, sum->count);
      all += sum->count;
    }
  append_line (text, _("All"), "", "");
  append_count (text, all);
  return text;
}

gboolean
daybook_tally_file_write (DaybookStore  *store,
                          GPtrArray     *days,
                          const char    *path,
                          GError       **error)
{
  g_autoptr(DaybookNewFile) file = daybook_export_check_person (store, error) ? daybook_new_file_create (path, error) : NULL;

  if (file == NULL)
    return FALSE;

  GString *text = make_text (daybook_store_get_reader (store), days);
  daybook_new_file_write (file, text->str, text->len);
  g_string_free (text, TRUE);
  return daybook_new_file_keep (file, error);
}
