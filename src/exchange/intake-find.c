/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/intake-private.h"

#include "core/shop.h"
#include "exchange/clean.h"
#include "exchange/encoding.h"
#include "exchange/mapping-private.h"
#include "exchange/refuse.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CELL_SEPARATOR "\x1f"

/* A shop that is not there yet will be opened like the main one (daybook_shop_open()). */
static DaybookRow *
find_shop (DaybookIntakeRun  *run,
           GError           **error)
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
open_shop (DaybookIntakeRun  *run,
           GError           **error)
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
  DaybookIntakeRun *run = data;
  g_autoptr(DaybookMapping) mapping = daybook_mapping_recall (run->book, fingerprint);
  DaybookForm *form = mapping != NULL ? daybook_mapping_to_form (mapping, NULL) : NULL;

  *profile = form != NULL ? daybook_profiles_find (run->profiles, daybook_mapping_get_platform (mapping)) : NULL;
  if (form != NULL)
    g_ptr_array_add (run->remembered, form);
  return *profile != NULL ? form : NULL;
}

static gboolean
refuse_platform (DaybookIntakeRun  *run,
                 const char        *platform,
                 GError           **error)
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

/* Only this platform's forms are tried when a person has named it, and those of tables that are
 * nobody's. */
static gboolean
keep_platform (DaybookIntakeRun  *run,
               GError           **error)
{
  const char *platform = run->request->platform;
  const DaybookProfile *wanted;

  if (platform == NULL)
    return TRUE;
  wanted = daybook_profiles_find (run->profiles, platform);
  if (wanted == NULL)
    return refuse_platform (run, platform, error);

  for (guint i = run->profiles->len; run->request->mapping == NULL && i > 0; i--)
    {
      const DaybookProfile *profile = g_ptr_array_index (run->profiles, i - 1);

      if (profile != wanted && g_strcmp0 (profile->id, DAYBOOK_PROFILE_GENERIC) != 0)
        g_ptr_array_remove_index (run->profiles, i - 1);
    }
  return TRUE;
}

/* A heading written wrong would leave its column out, and nobody would know. */
static gboolean
check_mapping (DaybookIntakeRun  *run,
               GError           **error)
{
  const char *missing = daybook_mapping_find_missing (run->request->mapping, (const char *const *) run->found->headings,
                                                      run->found->n_headings);

  return missing == NULL || daybook_refuse (error, _("The mapping names a column “%s”, which the table has not."), missing);
}

static gboolean
recognise_mapped (DaybookIntakeRun  *run,
                  GError           **error)
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
describe_unknown (DaybookIntakeRun *run)
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
refuse_other_platform (DaybookIntakeRun  *run,
                       GError           **error)
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
recognise_said (DaybookIntakeRun  *run,
                GError           **error)
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
recognise (DaybookIntakeRun  *run,
           GError           **error)
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
find_earlier (DaybookIntakeRun *run)
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
choose_platform (DaybookIntakeRun *run)
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

/* A workbook that has its orders on one sheet and their items on another (千牛): both are read. */
static const DaybookFoundTable *
find_companion (const DaybookRecognition *found)
{
  for (guint i = 0; found->form->table == NULL && i < found->others->len; i++)
    {
      const DaybookFoundTable *table = &g_array_index (found->others, DaybookFoundTable, i);

      if (table->form->table == NULL && table->profile == found->profile && daybook_form_is_of_lines (table->form) != daybook_form_is_of_lines (found->form))
        return table;
    }

  return NULL;
}

/* Of two tables the headings of both. */
static char *
join_headings (DaybookIntakeRun *run)
{
  g_autofree char *header = g_strjoinv (CELL_SEPARATOR, run->found->headings);
  g_autofree char *more = NULL;

  if (run->companion == NULL)
    return g_steal_pointer (&header);
  more = g_strjoinv (CELL_SEPARATOR, run->companion->headings);
  return g_strconcat (header, CELL_SEPARATOR, more, NULL);
}

static guint64
join_fingerprints (DaybookIntakeRun *run,
                   const char       *header)
{
  const char *const joined[] = { header };

  return run->companion == NULL ? run->found->fingerprint : daybook_clean_fingerprint (joined, G_N_ELEMENTS (joined));
}

static gboolean
open_staging (DaybookIntakeRun  *run,
              GError           **error)
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

/* A column whose heading cannot be read would be left out, and nobody would know. */
static gboolean
check_headings (DaybookIntakeRun  *run,
                GError           **error)
{
  for (guint i = 0; i < run->found->n_headings; i++)
    if (strstr (run->found->headings[i], DAYBOOK_DAMAGE) != NULL)
      return daybook_refuse (error, _("The heading of column %u is damaged: some of its bytes are no text. Download the file again."),
                             i + 1);

  return TRUE;
}

gboolean
daybook_intake_open (DaybookIntakeRun  *run,
                     GError           **error)
{
  return open_shop (run, error) && recognise (run, error) && check_headings (run, error)
         && open_staging (run, error);
}
