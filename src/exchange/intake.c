/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/intake.h"

#include "core/shop.h"
#include "exchange/clean.h"
#include "exchange/encoding.h"
#include "exchange/entries.h"
#include "exchange/entry-sums.h"
#include "exchange/export-time.h"
#include "exchange/mapping-private.h"
#include "exchange/orders.h"
#include "exchange/problem-keep.h"
#include "exchange/recognise.h"
#include "exchange/refuse.h"
#include "exchange/stager.h"
#include "exchange/stray-sheet.h"
#include "exchange/sums.h"
#include "exchange/table.h"
#include "store/reader.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define ROWS_BETWEEN_LOOKS 256
#define PROGRESS_INTERVAL (50 * G_TIME_SPAN_MILLISECOND)
/* A time in a row this far after now is a slip of somebody's, not news. */
#define FUTURE 86400
#define CELL_SEPARATOR "\x1f"
#define ROW_SEPARATOR "\x1e"

/* Everything that one run holds. */
typedef struct
{
  const DaybookIntakeRequest *request;
  DaybookIntake        *intake;
  DaybookIntakeProgress progress;
  gpointer              progress_data;
  gint64                last_progress;
  GCancellable         *cancellable;

  char                 *name;     /* of the file */
  DaybookReader        *book;
  DaybookId             shop_id;
  DaybookRow           *shop;     /* whose zone and currency count */
  GTimeZone            *zone;
  GPtrArray            *profiles;
  GPtrArray            *remembered; /* DaybookForm *: of settings; they live as long as the run */
  DaybookForm          *mapped;   /* what the person's mapping means */
  DaybookTableReader   *table;
  DaybookRecognition   *found;
  const DaybookFoundTable *companion; /* of the table that was found; or NULL: see find_companion() */
  guint                 sheet;    /* that is being read */
  guint                 n_before; /* columns of the table before this one: its cells are kept behind them */
  DaybookOrderParser   *parser;  /* NULL in a file of entries */
  DaybookOrderParser   *earlier;  /* that of the table before; or NULL */
  DaybookStager        *stager;
  DaybookEntryParser   *entries; /* NULL in one of orders */
  DaybookSums          *sums;
} Run;

static void
clear_run (Run *run)
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

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, clear_run)

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
  intake->as_of = 0;
  intake->fingerprint = 0;
}

/* A shop that is not there yet will be opened like the main one (daybook_shop_open()). */
static DaybookRow *
find_shop (Run     *run,
           GError **error)
{
  const DaybookId *main_shop = daybook_store_get_shop (run->request->store);
  g_autoptr(GError) local_error = NULL;
  DaybookRow *shop;

  run->shop_id = daybook_id_is_null (&run->request->shop) ? *main_shop : run->request->shop;
  shop = daybook_reader_find (run->book, &daybook_shops, &run->shop_id, &local_error);
  if (shop == NULL && g_error_matches (local_error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND))
    return daybook_reader_find (run->book, &daybook_shops, main_shop, error);

  if (shop == NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return shop;
}

static gboolean
open_shop (Run     *run,
           GError **error)
{
  DaybookStore *store = run->request->store;

  run->book = daybook_reader_new (store, error);
  if (run->book == NULL)
    return FALSE;
  run->shop = find_shop (run, error);
  if (run->shop == NULL)
    return FALSE;

  run->zone = g_time_zone_new_identifier (daybook_row_text (run->shop, DAYBOOK_SHOP_ZONE));
  if (run->zone == NULL)
    run->zone = g_time_zone_ref (daybook_store_get_zone (store));
  return TRUE;
}

/* The form of a mapping that a setting of the shop remembers, or NULL. */
static const DaybookForm *
find_remembered (guint64                fingerprint,
                 const DaybookProfile **profile,
                 gpointer               data)
{
  Run *run = data;
  g_autoptr(DaybookMapping) mapping = daybook_mapping_recall (run->book, fingerprint);
  DaybookForm *form = mapping != NULL ? daybook_mapping_to_form (mapping, NULL) : NULL;

  *profile = form != NULL ? daybook_profiles_find (run->profiles, daybook_mapping_get_platform (mapping)) : NULL;
  if (form != NULL)
    g_ptr_array_add (run->remembered, form);
  return *profile != NULL ? form : NULL;
}

static gboolean
refuse_platform (Run         *run,
                 const char  *platform,
                 GError     **error)
{
  g_autoptr(GString) known = g_string_new (NULL);

  for (guint i = 0; i < run->profiles->len; i++)
    {
      const DaybookProfile *profile = g_ptr_array_index (run->profiles, i);

      g_string_append_printf (known, "%s%s", known->len > 0 ? ", " : "", profile->id);
      for (guint v = 0; v < profile->variants->len; v++)
        g_string_append_printf (known, ", %s", ((DaybookVariant *) g_ptr_array_index (profile->variants, v))->id);
    }

  return daybook_refuse (error, _("There is no platform “%s”. Known are: %s."), platform, known->str);
}

/* Only this platform's forms are tried when a person has named it. */
static gboolean
keep_platform (Run     *run,
               GError **error)
{
  const char *platform = run->request->platform;
  const DaybookProfile *wanted;

  if (platform == NULL)
    return TRUE;
  wanted = daybook_profiles_find (run->profiles, platform);
  if (wanted == NULL)
    return refuse_platform (run, platform, error);

  for (guint i = run->profiles->len; run->request->mapping == NULL && i > 0; i--)
    if (g_ptr_array_index (run->profiles, i - 1) != wanted)
      g_ptr_array_remove_index (run->profiles, i - 1);
  return TRUE;
}

/* A heading written wrong would leave its column out, and nobody would know. */
static gboolean
check_mapping (Run     *run,
               GError **error)
{
  const char *missing = daybook_mapping_find_missing (run->request->mapping, (const char *const *) run->found->headings,
                                                      run->found->n_headings);

  return missing == NULL || daybook_refuse (error, _("The mapping names a column “%s”, which the table has not."), missing);
}

static gboolean
recognise_mapped (Run     *run,
                  GError **error)
{
  const char *platform = daybook_mapping_get_platform (run->request->mapping);
  const DaybookProfile *profile = daybook_profiles_find (run->profiles, platform);

  if (profile == NULL)
    return refuse_platform (run, platform, error);
  run->mapped = daybook_mapping_to_form (run->request->mapping, error);
  if (run->mapped == NULL)
    return FALSE;

  run->found = daybook_recognise (run->table, run->profiles, profile, run->mapped, NULL, NULL, error);
  if (run->found == NULL)
    return FALSE;
  if (run->found->form != NULL)
    return check_mapping (run, error);
  return daybook_refuse (error, _("The mapping does not fit: the table has not all the columns that identify a row. "
                                  "Map its columns anew."));
}

/* The first filled cell of each column, for the person who maps them. */
static char **
find_examples (const DaybookRecognition *found)
{
  char **examples = g_new0 (char *, found->n_headings + 1);

  for (guint c = 0; c < found->n_headings; c++)
    {
      for (guint r = 0; r < found->sample->len && examples[c] == NULL; r++)
        {
          char **cells = g_ptr_array_index (found->sample, r);

          if (g_strv_length (cells) > c && *cells[c] != '\0')
            examples[c] = g_strdup (cells[c]);
        }
      if (examples[c] == NULL)
        examples[c] = g_strdup ("");
    }
  return examples;
}

static void
describe_unknown (Run *run)
{
  DaybookUnknownTable *unknown = g_new0 (DaybookUnknownTable, 1);

  unknown->headings = g_strdupv (run->found->headings);
  unknown->examples = find_examples (run->found);
  unknown->n_columns = run->found->n_headings;
  unknown->rows = g_ptr_array_ref (run->found->sample);
  unknown->fingerprint = run->found->fingerprint;
  unknown->why = g_strdup (run->found->why);
  run->intake->unknown = unknown;
}

/* Whether the file is another platform's than a person has said. */
static gboolean
refuse_other_platform (Run     *run,
                       GError **error)
{
  g_autoptr(GPtrArray) all = daybook_profiles_load (daybook_store_get_folder (run->request->store), NULL);
  g_autoptr(DaybookRecognition) other = NULL;
  const DaybookProfile *wanted;

  if (run->request->platform == NULL || all == NULL)
    return FALSE;

  wanted = daybook_profiles_find (all, run->request->platform);
  other = daybook_recognise (run->table, all, NULL, NULL, NULL, NULL, NULL);
  if (other == NULL || other->form == NULL || other->profile == wanted)
    return FALSE;

  /* Translators: names of platforms, e.g. "Taobao", "Shopify" */
  daybook_refuse (error, _("This is a file from %s, not from %s."), daybook_profile_label (other->profile), daybook_profile_label (wanted));
  return TRUE;
}

/* A file that nobody knows by its headings is of the platform that the person has named,
 * when it has what that requires. */
static gboolean
recognise_said (Run     *run,
                GError **error)
{
  g_autoptr(DaybookRecognition) unknown = g_steal_pointer (&run->found);
  const DaybookProfile *said = daybook_profiles_find (run->profiles, run->request->platform);

  run->found = daybook_recognise (run->table, run->profiles, said, NULL, NULL, NULL, error);
  if (run->found != NULL && run->found->form == NULL)
    {
      daybook_recognition_free (run->found);
      run->found = g_steal_pointer (&unknown);
    }
  return run->found != NULL;
}

static gboolean
recognise (Run     *run,
           GError **error)
{
  run->profiles = daybook_profiles_load (daybook_store_get_folder (run->request->store), error);
  if (run->profiles == NULL || !keep_platform (run, error))
    return FALSE;
  run->remembered = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_form_free);
  run->table = daybook_table_reader_open_locked (run->request->path, daybook_store_get_folder (run->request->store),
                                                 run->request->passphrase, error);
  if (run->table == NULL)
    return FALSE;
  if (run->request->mapping != NULL)
    return recognise_mapped (run, error);

  run->found = daybook_recognise (run->table, run->profiles, NULL, NULL, find_remembered, run, error);
  if (run->found == NULL || run->found->form != NULL)
    return run->found != NULL;

  if (refuse_other_platform (run, error) || (run->request->platform != NULL && !recognise_said (run, error)))
    return FALSE;
  if (run->found->form != NULL)
    return TRUE;
  describe_unknown (run);
  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND, run->found->why);
  return FALSE;
}

/* What the shop's newest import of this platform or a sister was: an order's id
 * holds the platform, so the same shop must not change it from file to file. */
static char *
find_earlier (Run *run)
{
  g_autoptr(GPtrArray) imports = daybook_reader_all (run->book, &daybook_imports, NULL);

  for (guint i = imports != NULL ? imports->len : 0; i > 0; i--)
    {
      DaybookRow *row = g_ptr_array_index (imports, i - 1);
      const char *platform = daybook_row_text (row, DAYBOOK_IMPORT_PLATFORM);
      const DaybookId *shop = daybook_row_ref_id (row, DAYBOOK_IMPORT_SHOP);

      if (shop != NULL && daybook_id_equal (shop, &run->shop_id) &&
          daybook_row_int (row, DAYBOOK_IMPORT_STATE) == DAYBOOK_IMPORT_FINISHED &&
          daybook_profiles_find (run->profiles, platform) == run->found->profile)
        return g_strdup (platform);
    }

  return NULL;
}

static char *
choose_platform (Run *run)
{
  g_autofree char *earlier = NULL;
  g_autofree char *names = NULL;

  if (run->request->platform != NULL)
    return g_strdup (run->request->platform);
  if (run->request->mapping != NULL)
    return g_strdup (daybook_mapping_get_platform (run->request->mapping));

  earlier = run->found->profile->variants->len > 0 ? find_earlier (run) : NULL;
  names = g_strjoin (" ", run->name, daybook_table_reader_file_name (run->table, run->found->sheet), NULL);
  return g_strdup (daybook_recognise_variant (run->found, earlier, names));
}

static gboolean
is_of_lines (const DaybookForm *form)
{
  return g_strcmp0 (form->kind, DAYBOOK_KIND_ORDER_LINES) == 0;
}

/* A workbook that has its orders on one sheet and their items on another (千牛): both are read. */
static const DaybookFoundTable *
find_companion (const DaybookRecognition *found)
{
  for (guint i = 0; found->form->table == NULL && i < found->others->len; i++)
    {
      const DaybookFoundTable *table = &g_array_index (found->others, DaybookFoundTable, i);

      if (table->form->table == NULL && table->profile == found->profile && is_of_lines (table->form) != is_of_lines (found->form))
        return table;
    }

  return NULL;
}

/* Of two tables the headings of both. */
static char *
join_headings (Run *run)
{
  g_autofree char *header = g_strjoinv (CELL_SEPARATOR, run->found->headings);
  g_autofree char *more = NULL;

  if (run->companion == NULL)
    return g_steal_pointer (&header);
  more = g_strjoinv (CELL_SEPARATOR, run->companion->headings);
  return g_strconcat (header, CELL_SEPARATOR, more, NULL);
}

static guint64
join_fingerprints (Run        *run,
                   const char *header)
{
  const char *const joined[] = { header };

  return run->companion == NULL ? run->found->fingerprint : daybook_clean_fingerprint (joined, G_N_ELEMENTS (joined));
}

static gboolean
open_staging (Run     *run,
              GError **error)
{
  DaybookIntake *intake = run->intake;
  g_autofree char *header = NULL;
  DaybookStagingSpec spec = { 0 };

  run->companion = run->request->mapping == NULL ? find_companion (run->found) : NULL;
  header = join_headings (run);
  intake->platform = choose_platform (run);
  intake->kind = g_strdup (run->companion != NULL ? "orders" : run->found->form->kind);
  intake->encoding = g_strdup (daybook_table_reader_encoding (run->table));
  intake->fingerprint = run->found->fingerprint;

  spec.shop = run->shop_id;
  spec.platform = intake->platform;
  spec.kind = intake->kind;
  spec.table = run->found->form->table;
  spec.file = run->name;
  spec.encoding = intake->encoding;
  spec.form = join_fingerprints (run, header);
  spec.header = header;
  spec.numbers_are_orders = !g_str_equal (run->found->profile->id, DAYBOOK_PROFILE_GENERIC);
  intake->staging = daybook_staging_new (run->request->store, &spec, error);
  return intake->staging != NULL;
}

/* The cells of a second table stand behind those of the first, as its headings do. */
static void
shift_cells (GString *raw,
             guint    n_columns)
{
  g_autofree char *blanks = g_strnfill (n_columns, *CELL_SEPARATOR);
  g_autofree char *after = g_strconcat (ROW_SEPARATOR, blanks, NULL);

  g_string_replace (raw, ROW_SEPARATOR, after, 0);
  g_string_prepend (raw, blanks);
}

/* What an order lets guess of its lines and its status, another table tells. */
static void
leave_guesses (DaybookOrderRecord *record)
{
  g_array_set_size (record->lines, 0);
  if (!daybook_record_carries (record, DAYBOOK_ORDER_STAGE))
    record->values[DAYBOOK_ORDER_STAGE] = (DaybookValue) DAYBOOK_VALUE_INIT;
}

static gboolean
on_order_parsed (DaybookOrderRecord **record,
                 gpointer             data,
                 GError             **error)
{
  Run *run = data;
  DaybookSumsPart part = daybook_order_parser_part (run->parser);

  if (run->earlier != NULL && daybook_order_parser_has (run->earlier, (*record)->values[DAYBOOK_ORDER_NUMBER].text))
    part = DAYBOOK_SUMS_PIECE;
  if (run->companion != NULL && run->earlier == NULL)
    leave_guesses (*record);
  if (run->n_before > 0)
    shift_cells ((*record)->raw, run->n_before);
  (*record)->sheet = run->sheet;
  daybook_sums_add (run->sums, *record, daybook_order_parser_wall (run->parser), part);
  return daybook_stager_add (run->stager, record, error);
}

static gboolean
on_entry_parsed (DaybookEntry  *entry,
                 gpointer       data,
                 GError       **error)
{
  Run *run = data;

  entry->sheet = run->sheet;
  daybook_entry_sums_add (run->sums, entry, daybook_entry_parser_zone (run->entries));
  return daybook_staging_add_entry (run->intake->staging, entry, error);
}

static gboolean
stage_problem (Run                   *run,
               const DaybookProblem  *problem,
               GError               **error)
{
  return run->stager != NULL ? daybook_stager_add_problem (run->stager, problem, error)
                             : daybook_staging_add_problem (run->intake->staging, problem, error);
}

static gboolean
is_archive (Run *run)
{
  return daybook_table_reader_file_name (run->table, 0) != NULL;
}

/* Where there are several tables, it is said which. */
static char *
describe_problem (Run        *run,
                  const char *why)
{
  const char *sheet = daybook_table_reader_sheet_name (run->table, run->sheet);

  if (run->found->tables->len + run->found->others->len + run->found->strays->len == 1)
    return g_strdup (why);
  if (is_archive (run))
    /* Translators: in an archive of several files: the name of the file, a sentence about one of its rows */
    return g_strdup_printf (_("File “%s”: %s"), sheet, why);

  /* Translators: in a workbook of several sheets: the name of the sheet, a sentence about one of its rows */
  return g_strdup_printf (_("Sheet “%s”: %s"), sheet, why);
}

static gboolean
on_problem_found (const DaybookProblem  *problem,
                  gpointer               data,
                  GError               **error)
{
  Run *run = data;
  g_autofree char *why = describe_problem (run, problem->why);
  g_autoptr(DaybookProblem) placed = daybook_problem_new (problem->row, problem->column, problem->value, why);

  placed->sheet = run->sheet;
  return stage_problem (run, placed, error);
}

static void
look_up (Run *run)
{
  gint64 now = g_get_monotonic_time ();
  guint64 done, total;

  if (run->progress == NULL || now - run->last_progress < PROGRESS_INTERVAL)
    return;
  run->last_progress = now;
  daybook_table_reader_progress (run->table, &done, &total);
  run->progress (done, total, run->progress_data);
}

static gboolean
check_cancelled (Run     *run,
                 GError **error)
{
  if (!g_cancellable_is_cancelled (run->cancellable))
    return TRUE;
  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED, _("Reading the file was stopped. Nothing has changed."));
  return FALSE;
}

/* A column whose heading cannot be read would be left out, and nobody would know. */
static gboolean
check_headings (Run     *run,
                GError **error)
{
  for (guint i = 0; i < run->found->n_headings; i++)
    if (strstr (run->found->headings[i], DAYBOOK_DAMAGE) != NULL)
      return daybook_refuse (error, _("The heading of column %u is damaged: some of its bytes are no text. Download the file again."),
                             i + 1);

  return TRUE;
}

static gboolean
take_row (Run                    *run,
          const DaybookTableRow  *row,
          GError                **error)
{
  return run->parser != NULL ? daybook_order_parser_row (run->parser, row, error)
                             : daybook_entry_parser_row (run->entries, row, error);
}

static gboolean
end_table (Run     *run,
           GError **error)
{
  return run->parser != NULL ? daybook_order_parser_finish (run->parser, error)
                             : daybook_entry_parser_finish (run->entries, error);
}

/* What Daybook knows and has no use for. */
static gboolean
check_kind (Run     *run,
            GError **error)
{
  if (g_strcmp0 (run->found->form->kind, DAYBOOK_KIND_SETTLEMENT) != 0)
    return TRUE;

  /* Translators: %s is a platform's name */
  return daybook_refuse (error, _("This is a settlement file of %s: what the platform has paid out and kept as fees. It does not say "
                                  "what became of the orders. Import the order export of the same days."),
                         daybook_profile_label (run->found->profile));
}

/* The rows of one sheet, those above and with the header left out. */
static gboolean
parse_table (Run                     *run,
             const DaybookFoundTable *table,
             GError                 **error)
{
  DaybookTableStep step = DAYBOOK_TABLE_ROW;
  gboolean in_table = FALSE;
  DaybookTableRow row;
  guint n = 0;

  run->sheet = table->sheet;
  if (run->parser != NULL)
    daybook_order_parser_look_ahead (run->parser, table->sample);
  else
    daybook_entry_parser_look_ahead (run->entries, table->sample);
  if (!daybook_table_reader_select (run->table, table->sheet, error))
    return FALSE;

  while ((step = daybook_table_reader_next (run->table, &row, error)) == DAYBOOK_TABLE_ROW)
    {
      if (in_table && !take_row (run, &row, error))
        return FALSE;
      in_table = in_table || row.number >= table->header_row;
      if (++n % ROWS_BETWEEN_LOOKS != 0)
        continue;
      look_up (run);
      if (!check_cancelled (run, error))
        return FALSE;
    }

  return step == DAYBOOK_TABLE_END && end_table (run, error);
}

static gboolean
report_sheet (Run                      *run,
              const DaybookFoundTable  *table,
              const char               *why,
              GError                  **error)
{
  g_autoptr(DaybookProblem) problem = daybook_problem_new (table->header_row, "", "", why);

  run->sheet = table->sheet;
  return on_problem_found (problem, run, error);
}

static gboolean
is_number_read (const char *number,
                gpointer    data)
{
  Run *run = data;

  return daybook_order_parser_has (run->parser, number)
         || (run->earlier != NULL && daybook_order_parser_has (run->earlier, number));
}

/* Whether all the orders of a sheet that is left out were read elsewhere. */
static gboolean
check_repeated (Run                      *run,
                const DaybookFoundTable  *stray,
                gboolean                 *repeated,
                GError                  **error)
{
  const DaybookRecognition *found = run->found;
  const DaybookReadTable read = { found->form, (const char *const *) found->headings, found->n_headings, found->sample };
  g_autoptr(DaybookStrayCheck) check = daybook_stray_check_new (&read, is_number_read, run);
  DaybookTableStep step;
  DaybookTableRow row;
  guint n = 0;

  *repeated = FALSE;
  if (!daybook_table_reader_select (run->table, stray->sheet, error))
    return FALSE;

  while ((step = daybook_table_reader_next (run->table, &row, error)) == DAYBOOK_TABLE_ROW)
    {
      DaybookStrayRow kind = daybook_stray_check_row (check, &row);

      *repeated = kind == DAYBOOK_STRAY_ROW_READ || (*repeated && kind != DAYBOOK_STRAY_ROW_NEW);
      if (kind == DAYBOOK_STRAY_ROW_NEW)
        return TRUE;
      if (++n % ROWS_BETWEEN_LOOKS == 0 && !check_cancelled (run, error))
        return FALSE;
    }

  return step == DAYBOOK_TABLE_END;
}

static const char *
describe_other (Run *run)
{
  return is_archive (run) ? _("This file has orders too, but other headings than the one that is read: it is left out. "
                              "Unpack the archive and import this file by itself.")
                          : _("This sheet has orders too, but other headings than the one that is read: it is left out. "
                              "Save it as a file of its own and import that.");
}

static const char *
describe_stray (Run *run)
{
  return is_archive (run) ? _("This file seems to have orders too, but no headings that Daybook knows: it is left out. "
                              "Unpack the archive and import this file by itself.")
                          : _("This sheet seems to have orders too, but no headings that Daybook knows: it is left out. "
                              "Give it those of the sheet that is read, or save it as a file of its own and import that.");
}

/* What stands under other headings would need a reading of its own. */
static gboolean
report_left_out (Run     *run,
                 GError **error)
{
  const char *other = describe_other (run);
  const char *stray = describe_stray (run);

  for (guint i = 0; i < run->found->others->len; i++)
    {
      const DaybookFoundTable *table = &g_array_index (run->found->others, DaybookFoundTable, i);

      if (table != run->companion && !report_sheet (run, table, other, error))
        return FALSE;
    }
  for (guint i = 0; i < run->found->strays->len; i++)
    {
      const DaybookFoundTable *table = &g_array_index (run->found->strays, DaybookFoundTable, i);
      gboolean repeated;

      if (!check_repeated (run, table, &repeated, error) || (!repeated && !report_sheet (run, table, stray, error)))
        return FALSE;
    }

  return TRUE;
}

/* What follows is read by a parser of its own. `before`: see shift_cells(). */
static void
begin_table (Run               *run,
             const DaybookForm *form,
             char             **headings,
             guint              before)
{
  static const DaybookOrderSink SINK = { on_order_parsed, on_problem_found };

  run->earlier = g_steal_pointer (&run->parser);
  run->n_before = before;
  run->parser = daybook_order_parser_new (run->found->profile, form, (const char *const *) headings, g_strv_length (headings),
                                          run->zone, daybook_row_text (run->shop, DAYBOOK_SHOP_CURRENCY), &SINK, run);
  daybook_order_parser_set_limit (run->parser, daybook_store_get_now (run->request->store) + FUTURE);
}

static gboolean
parse_found (Run     *run,
             GError **error)
{
  const DaybookRecognition *found = run->found;

  begin_table (run, found->form, found->headings, 0);
  for (guint i = 0; i < found->tables->len; i++)
    if (!parse_table (run, &g_array_index (found->tables, DaybookFoundTable, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
parse_companion (Run     *run,
                 GError **error)
{
  begin_table (run, run->companion->form, run->companion->headings, run->found->n_headings);
  return parse_table (run, run->companion, error);
}

/* Orders go before their items. */
static gboolean
parse_orders (Run     *run,
              GError **error)
{
  gboolean companion_first = run->companion != NULL && is_of_lines (run->found->form);

  run->stager = daybook_stager_new (run->intake->staging);
  if (companion_first && !parse_companion (run, error))
    return FALSE;
  if (!parse_found (run, error) || (run->companion != NULL && !companion_first && !parse_companion (run, error)))
    return FALSE;

  return report_left_out (run, error) && daybook_stager_finish (run->stager, error);
}

static gboolean
parse_entries (Run     *run,
               GError **error)
{
  static const DaybookEntrySink SINK = { on_entry_parsed, on_problem_found };
  const DaybookRecognition *found = run->found;

  run->entries = daybook_entry_parser_new (found->profile, found->form, (const char *const *) found->headings, found->n_headings,
                                           run->zone, daybook_row_text (run->shop, DAYBOOK_SHOP_CURRENCY), &SINK, run);
  daybook_entry_parser_set_limit (run->entries, daybook_store_get_now (run->request->store) + FUTURE);
  for (guint i = 0; i < found->tables->len; i++)
    if (!parse_table (run, &g_array_index (found->tables, DaybookFoundTable, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
parse (Run     *run,
       GError **error)
{
  run->sums = daybook_sums_new (daybook_row_text (run->shop, DAYBOOK_SHOP_CURRENCY));
  return (run->found->form->table == NULL ? parse_orders : parse_entries) (run, error)
         && daybook_problem_rows_keep (run->table, run->found, run->companion, run->intake->staging, run->cancellable, error)
         && check_cancelled (run, error);
}

/* Of both tables. */
static gint64
find_newest (Run *run)
{
  gint64 newest = run->parser != NULL ? daybook_order_parser_newest (run->parser) : daybook_entry_parser_newest (run->entries);

  return run->earlier != NULL ? MAX (newest, daybook_order_parser_newest (run->earlier)) : newest;
}

static guint64
count_rows (Run *run)
{
  guint64 rows = run->parser != NULL ? daybook_order_parser_rows (run->parser) : daybook_entry_parser_rows (run->entries);

  return rows + (run->earlier != NULL ? daybook_order_parser_rows (run->earlier) : 0);
}

static gint64
export_time (Run        *run,
             const char *name)
{
  GTimeZone *zone = run->parser != NULL ? daybook_order_parser_zone (run->parser) : daybook_entry_parser_zone (run->entries);

  return daybook_export_time (run->found->prologue, name, find_newest (run), run->intake->saved, zone,
                              daybook_store_get_now (run->request->store));
}

/* Of an archive the files in it tell, the newest of them, and where none does its own name. */
static gint64
find_as_of (Run *run)
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

static gboolean
finish (Run     *run,
        GError **error)
{
  DaybookIntake *intake = run->intake;
  GStatBuf info;

  intake->saved = g_stat (run->request->path, &info) == 0 ? info.st_mtime : 0;
  intake->as_of = find_as_of (run);
  intake->sums = daybook_sums_to_json (run->sums);
  daybook_staging_set_as_of (intake->staging, intake->as_of);
  return daybook_staging_finish (intake->staging, count_rows (run), intake->sums, error);
}

gboolean
daybook_intake_run (DaybookIntake              *intake,
                    const DaybookIntakeRequest *request,
                    DaybookIntakeProgress       progress,
                    gpointer                    data,
                    GCancellable               *cancellable,
                    GError                    **error)
{
  g_auto(Run) run = { .request = request, .intake = intake, .progress = progress, .progress_data = data };

  run.cancellable = cancellable;
  run.name = g_filename_display_basename (request->path);
  daybook_intake_clear (intake);
  if (open_shop (&run, error) && recognise (&run, error) && check_kind (&run, error) && check_headings (&run, error) && open_staging (&run, error) &&
      parse (&run, error) && finish (&run, error))
    return TRUE;

  g_clear_pointer (&run.stager, daybook_stager_free);
  /* A table that nobody knows is an answer, not only a failure. */
  if (intake->staging != NULL)
    daybook_intake_clear (intake);
  return FALSE;
}
