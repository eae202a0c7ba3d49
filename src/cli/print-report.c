/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/print-report.h"

#include "cli/print-list.h"
#include "core/mask.h"
#include "exchange/report-file.h"
#include "exchange/report-quality.h"

#include <glib/gi18n-lib.h>

static DaybookTextTable *
make_table (const DaybookReport     *report,
            const DaybookReportPart *part)
{
  DaybookTextTable *table = daybook_print_new_table ();

  for (guint i = 0; i < part->columns->len; i++)
    {
      const DaybookReportColumn *column = &g_array_index (part->columns, DaybookReportColumn, i);

      daybook_text_table_column (table, column->label, column->kind == DAYBOOK_REPORT_TEXT ? DAYBOOK_ALIGN_LEFT : DAYBOOK_ALIGN_RIGHT);
    }
  for (guint row = 0; row < part->rows->len; row++)
    {
      daybook_text_table_row (table);
      for (guint i = 0; i < part->columns->len; i++)
        {
          g_autofree char *said = daybook_report_say (report, part, row, i);

          daybook_text_table_cell (table, said);
        }
    }
  return table;
}

void
daybook_print_report (const DaybookReport *report)
{
  daybook_print ("%s\n", report->title);
  for (guint i = 0; i < report->notes->len; i++)
    daybook_print ("%s\n", (const char *) g_ptr_array_index (report->notes, i));
  for (guint i = 0; i < report->parts->len; i++)
    {
      const DaybookReportPart *part = g_ptr_array_index (report->parts, i);
      g_autoptr(DaybookTextTable) table = make_table (report, part);

      if (part->rows->len == 0)
        continue;
      daybook_print ("\n%s\n", part->title);
      daybook_print_table (table);
    }
}

/* --- Quality --------------------------------------------------------------------------------- */

static DaybookReport *
report_of (DaybookCli           *cli,
           const DaybookRow     *row,
           const DaybookQuality *quality)
{
  guint title = (guint) row->table->title;
  g_autofree char *name = daybook_mask (row->table->fields[title].mask, daybook_row_text (row, title));

  return daybook_report_of_quality (quality, name, daybook_store_get_currency (cli->store));
}

gboolean
daybook_print_quality (DaybookCli        *cli,
                       const DaybookRow  *row,
                       GError           **error)
{
  g_autoptr(DaybookQuality) quality = daybook_quality_read (cli->store, row->table, row->rowid, NULL, error);
  g_autoptr(DaybookReport) report = NULL;

  if (quality == NULL || (quality->n_sold == 0 && quality->n_cases + quality->n_reviews == 0))
    return quality != NULL;

  report = report_of (cli, row, quality);
  if (quality->n_cases + quality->n_reviews == 0)
    g_ptr_array_set_size (report->parts, 0);
  daybook_print ("\n");
  daybook_print_report (report);
  return TRUE;
}

gboolean
daybook_quality_to_json (DaybookCli        *cli,
                         const DaybookRow  *row,
                         JsonObject        *object,
                         GError           **error)
{
  g_autoptr(DaybookQuality) quality = daybook_quality_read (cli->store, row->table, row->rowid, NULL, error);
  g_autoptr(DaybookReport) report = quality != NULL ? report_of (cli, row, quality) : NULL;
  g_autoptr(JsonObject) said = report != NULL ? daybook_report_to_json (report, daybook_store_get_reader (cli->store), DAYBOOK_LIST_LIMIT, error)
                                              : NULL;

  if (said == NULL)
    return FALSE;

  json_object_set_int_member (said, "sold", quality->n_sold);
  json_object_set_int_member (said, "cases", quality->n_cases);
  json_object_set_int_member (said, "reviews", quality->n_reviews);
  json_object_set_int_member (said, "listed", quality->n_listed);
  json_object_set_object_member (object, "quality", g_steal_pointer (&said));
  return TRUE;
}
