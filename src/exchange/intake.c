/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/intake-private.h"

#include "exchange/export-time.h"
#include "exchange/mapping-private.h"

#include <glib/gstdio.h>

static void
clear_run (DaybookIntakeRun *run)
{
  g_clear_pointer (&run->stager, daybook_stager_free);
  g_clear_pointer (&run->parser, daybook_order_parser_free);
  g_clear_pointer (&run->entries, daybook_entry_parser_free);
  g_clear_pointer (&run->earlier, daybook_order_parser_free);
  g_clear_pointer (&run->found, daybook_recognition_free);
  g_clear_pointer (&run->sums, daybook_sums_free);
  g_clear_pointer (&run->table, daybook_table_reader_free);
  g_clear_pointer (&run->mapped, daybook_form_free);
  g_clear_pointer (&run->remembered, g_ptr_array_unref);
  g_clear_pointer (&run->profiles, g_ptr_array_unref);
  g_clear_pointer (&run->zone, g_time_zone_unref);
  g_clear_pointer (&run->shop, daybook_row_unref);
  g_clear_pointer (&run->book, daybook_reader_free);
  g_free (run->name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DaybookIntakeRun, clear_run)

void
daybook_intake_clear (DaybookIntake *intake)
{
  if (intake->staging != NULL)
    daybook_staging_discard (intake->staging);
  g_clear_object (&intake->staging);
  g_clear_pointer (&intake->unknown, daybook_unknown_table_free);
  g_clear_pointer (&intake->platform, g_free);
  g_clear_pointer (&intake->kind, g_free);
  g_clear_pointer (&intake->encoding, g_free);
  g_clear_pointer (&intake->sums, g_free);
  g_clear_pointer (&intake->feeds, daybook_feeds_free);
  intake->as_of = 0;
  intake->fingerprint = 0;
}

/* Of both tables. */
static gint64
find_newest (DaybookIntakeRun *run)
{
  gint64 newest = run->parser != NULL ? daybook_order_parser_newest (run->parser) : daybook_entry_parser_newest (run->entries);

  return run->earlier != NULL ? MAX (newest, daybook_order_parser_newest (run->earlier)) : newest;
}

static guint64
count_rows (DaybookIntakeRun *run)
{
  guint64 rows = run->parser != NULL ? daybook_order_parser_rows (run->parser) : daybook_entry_parser_rows (run->entries);

  return rows + (run->earlier != NULL ? daybook_order_parser_rows (run->earlier) : 0);
}

static gint64
export_time (DaybookIntakeRun *run,
             const char       *name)
{
  GTimeZone *zone = run->parser != NULL ? daybook_order_parser_zone (run->parser) : daybook_entry_parser_zone (run->entries);

  return daybook_export_time (run->found->prologue, name, find_newest (run), run->intake->saved, zone,
                              daybook_store_get_now (run->request->store));
}

/* Of an archive the files in it tell, the newest of them, and where none does its own name. */
static gint64
find_as_of (DaybookIntakeRun *run)
{
  gint64 untold = export_time (run, "");
  gint64 newest = 0;

  for (guint i = 0; i < run->found->tables->len; i++)
    {
      const char *name = daybook_table_reader_file_name (run->table, g_array_index (run->found->tables, DaybookFoundTable, i).sheet);
      gint64 told = name != NULL ? export_time (run, name) : untold;

      if (told != untold)
        newest = MAX (newest, told);
    }

  return newest != 0 ? newest : export_time (run, run->name);
}

/* The orders and their items where both are there. */
static DaybookFeeds *
find_feeds (DaybookIntakeRun *run)
{
  const DaybookRecognition *found = run->found;
  const DaybookFoundTable *companion = run->companion;
  DaybookFedTable tables[2] = { { found->form, (const char *const *) found->headings, found->n_headings } };

  if (companion != NULL)
    tables[1] = (DaybookFedTable) { companion->form, (const char *const *) companion->headings, g_strv_length (companion->headings) };
  return daybook_feeds_new (found->profile, run->intake->platform, tables, companion != NULL ? 2 : 1);
}

static void
tell_first_look (DaybookIntakeRun *run)
{
  const DaybookIntake *intake = run->intake;

  if (run->request->look != NULL)
    run->request->look (daybook_first_look_new (run->found, intake->platform, intake->kind, intake->encoding, find_feeds (run)),
                        run->progress_data);
}

static gboolean
open_and_look (DaybookIntakeRun  *run,
               GError           **error)
{
  if (!daybook_intake_open (run, error))
    return FALSE;

  tell_first_look (run);
  return TRUE;
}

static gboolean
finish (DaybookIntakeRun  *run,
        GError           **error)
{
  DaybookIntake *intake = run->intake;
  GStatBuf info;

  intake->saved = g_stat (run->request->path, &info) == 0 ? info.st_mtime : 0;
  /* What was pasted was seen just now, whatever its rows say. */
  intake->as_of = run->request->name != NULL ? daybook_store_get_now (run->request->store) : find_as_of (run);
  intake->sums = daybook_sums_to_json (run->sums);
  intake->feeds = find_feeds (run);
  daybook_staging_set_as_of (intake->staging, intake->as_of);
  return daybook_staging_finish (intake->staging, count_rows (run), intake->sums, error);
}

gboolean
daybook_intake_run (DaybookIntake               *intake,
                    const DaybookIntakeRequest  *request,
                    DaybookIntakeProgress        progress,
                    gpointer                     data,
                    GCancellable                *cancellable,
                    GError                     **error)
{
  g_auto(DaybookIntakeRun) run = { .request = request, .intake = intake, .progress = progress, .progress_data = data };

  run.cancellable = cancellable;
  run.name = request->name != NULL ? g_strdup (request->name) : g_filename_display_basename (request->path);
  daybook_intake_clear (intake);
  if (open_and_look (&run, error) && daybook_intake_parse (&run, error) && finish (&run, error))
    return TRUE;

  g_clear_pointer (&run.stager, daybook_stager_free);
  /* A table that nobody knows is an answer, not only a failure. */
  if (intake->staging != NULL)
    daybook_intake_clear (intake);
  return FALSE;
}
