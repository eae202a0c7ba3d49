/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import.h"

#include "core/shop.h"
#include "exchange/intake.h"
#include "exchange/mapping-private.h"
#include "exchange/progress.h"
#include "store/reader.h"
#include "store/task.h"

#include <glib/gi18n-lib.h>

struct _DaybookImport
{
  GObject         parent_instance;

  DaybookStore   *store;
  char           *path;
  char           *name;
  gboolean        is_pasted; /* the name is no file's */
  char           *platform; /* said by the person */
  DaybookId       shop;
  DaybookMapping *mapping;
  char           *passphrase;
  DaybookFirstLookFunc look; /* or NULL */
  DaybookIntake   intake;   /* written by the main thread only */
};

G_DEFINE_FINAL_TYPE (DaybookImport, daybook_import, G_TYPE_OBJECT)

/* What the reading thread works with: nothing of it is the object's. */
typedef struct
{
  DaybookStore   *store;
  char           *path;
  char           *name;     /* of what was pasted, or NULL */
  char           *platform;
  DaybookId       shop;
  DaybookMapping *mapping;
  char           *passphrase;
  DaybookIntake   intake;
  GMainContext   *context;
  GFileProgressCallback progress;
  DaybookFirstLookFunc  look;
  gpointer        progress_data;
} Job;

/* On its way to whoever waits for it. */
typedef struct
{
  DaybookFirstLook     *look;
  DaybookFirstLookFunc  func;
  gpointer              data;
} Told;

static void
free_job (gpointer data)
{
  Job *job = data;

  daybook_intake_clear (&job->intake);
  g_clear_object (&job->store);
  g_clear_pointer (&job->mapping, daybook_mapping_unref);
  g_free (job->path);
  g_free (job->name);
  g_free (job->platform);
  g_free (job->passphrase);
  g_free (job);
}

static Job *
job_new (DaybookImport         *self,
         GFileProgressCallback  progress,
         gpointer               progress_data)
{
  Job *job = g_new0 (Job, 1);

  job->store = g_object_ref (self->store);
  job->path = g_strdup (self->path);
  job->name = self->is_pasted ? g_strdup (self->name) : NULL;
  job->platform = g_strdup (self->platform);
  job->shop = self->shop;
  job->mapping = self->mapping != NULL ? daybook_mapping_ref (self->mapping) : NULL;
  job->passphrase = g_strdup (self->passphrase);
  job->progress = progress;
  job->look = self->look;
  job->progress_data = progress_data;
  return job;
}

static gboolean
run_job (Job                    *job,
         DaybookIntakeProgress   progress,
         DaybookIntakeLook       look,
         GCancellable           *cancellable,
         GError                **error)
{
  const DaybookIntakeRequest request = { job->store, job->path, job->name, job->platform, job->shop, job->mapping, job->passphrase, look };

  return daybook_intake_run (&job->intake, &request, progress, job, cancellable, error);
}

/* The object takes over what the job has made. */
static void
take_result (DaybookImport *self,
             Job           *job)
{
  daybook_intake_clear (&self->intake);
  self->intake = job->intake;
  job->intake = (DaybookIntake) { 0 };
}

static void
on_read_in_place (guint64  done,
                  guint64  total,
                  gpointer data)
{
  Job *job = data;

  job->progress ((goffset) done, (goffset) total, job->progress_data);
}

static void
on_read_in_thread (guint64  done,
                   guint64  total,
                   gpointer data)
{
  Job *job = data;

  daybook_progress_send (job->context, job->progress, job->progress_data, done, total);
}

static void
free_told (gpointer data)
{
  Told *told = data;

  daybook_first_look_free (told->look);
  g_free (told);
}

static gboolean
on_look_arrived (gpointer data)
{
  Told *told = data;

  told->func (told->look, told->data);
  return G_SOURCE_REMOVE;
}

static void
on_looked_in_thread (DaybookFirstLook *look,
                     gpointer          data)
{
  Job *job = data;
  Told *told = g_new0 (Told, 1);

  told->look = look;
  told->func = job->look;
  told->data = job->progress_data;
  daybook_progress_call (job->context, on_look_arrived, told, free_told);
}

static void
prepare_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (run_job (job, job->progress != NULL ? on_read_in_thread : NULL, job->look != NULL ? on_looked_in_thread : NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
daybook_import_finalize (GObject *object)
{
  DaybookImport *self = DAYBOOK_IMPORT (object);

  daybook_intake_clear (&self->intake);
  g_clear_object (&self->store);
  g_clear_pointer (&self->mapping, daybook_mapping_unref);
  g_free (self->path);
  g_free (self->name);
  g_free (self->platform);
  g_free (self->passphrase);
  G_OBJECT_CLASS (daybook_import_parent_class)->finalize (object);
}

static void
daybook_import_class_init (DaybookImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_import_finalize;
}

static void
daybook_import_init (DaybookImport *self)
{
}

DaybookImport *
daybook_import_new (DaybookStore *store,
                    const char   *path)
{
  DaybookImport *self = g_object_new (DAYBOOK_TYPE_IMPORT, NULL);

  self->store = g_object_ref (store);
  self->path = g_strdup (path);
  self->name = g_filename_display_basename (path);
  return self;
}

void
daybook_import_set_name (DaybookImport *self,
                         const char    *name)
{
  g_free (self->name);
  self->name = g_strdup (name);
  self->is_pasted = TRUE;
}

void
daybook_import_set_platform (DaybookImport *self,
                             const char    *platform)
{
  g_free (self->platform);
  self->platform = g_strdup (platform);
}

void
daybook_import_set_shop (DaybookImport   *self,
                         const DaybookId *shop)
{
  self->shop = shop != NULL ? *shop : (DaybookId) { { 0 } };
}

void
daybook_import_set_mapping (DaybookImport  *self,
                            DaybookMapping *mapping)
{
  g_clear_pointer (&self->mapping, daybook_mapping_unref);
  self->mapping = mapping != NULL ? daybook_mapping_ref (mapping) : NULL;
}

void
daybook_import_set_passphrase (DaybookImport *self,
                               const char    *passphrase)
{
  g_free (self->passphrase);
  self->passphrase = g_strdup (passphrase);
}

void
daybook_import_set_first_look (DaybookImport        *self,
                               DaybookFirstLookFunc  func)
{
  self->look = func;
}

void
daybook_import_prepare_async (DaybookImport         *self,
                              GFileProgressCallback  progress,
                              gpointer               progress_data,
                              GCancellable          *cancellable,
                              GAsyncReadyCallback    callback,
                              gpointer               data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, data);
  Job *job = job_new (self, progress, progress_data);

  job->context = g_task_get_context (task);
  g_task_set_source_tag (task, daybook_import_prepare_async);
  g_task_set_task_data (task, job, free_job);
  /* The run itself says what was cancelled, in our words. */
  g_task_set_check_cancellable (task, FALSE);
  daybook_task_run_in_thread (task, prepare_in_thread);
}

gboolean
daybook_import_prepare_finish (DaybookImport  *self,
                               GAsyncResult   *result,
                               GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  take_result (self, g_task_get_task_data (G_TASK (result)));
  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
daybook_import_prepare (DaybookImport          *self,
                        GFileProgressCallback   progress,
                        gpointer                progress_data,
                        GCancellable           *cancellable,
                        GError                **error)
{
  Job *job = job_new (self, progress, progress_data);
  gboolean prepared = run_job (job, progress != NULL ? on_read_in_place : NULL, NULL, cancellable, error);

  take_result (self, job);
  free_job (job);
  return prepared;
}

const char *
daybook_import_get_file (DaybookImport *self)
{
  return self->name;
}

const char *
daybook_import_get_platform (DaybookImport *self)
{
  return self->intake.platform;
}

const char *
daybook_import_get_kind (DaybookImport *self)
{
  return self->intake.kind;
}

const char *
daybook_import_get_encoding (DaybookImport *self)
{
  return self->intake.encoding;
}

gint64
daybook_import_get_as_of (DaybookImport *self)
{
  return self->intake.as_of;
}

gint64
daybook_import_get_saved (DaybookImport *self)
{
  return self->intake.saved;
}

void
daybook_import_set_as_of (DaybookImport *self,
                          gint64         as_of)
{
  g_return_if_fail (self->intake.staging != NULL);

  self->intake.as_of = as_of;
  daybook_staging_set_as_of (self->intake.staging, as_of);
}

const DaybookStagingCounts *
daybook_import_get_counts (DaybookImport *self)
{
  return self->intake.staging != NULL ? daybook_staging_get_counts (self->intake.staging) : NULL;
}

DaybookStaging *
daybook_import_get_staging (DaybookImport *self)
{
  return self->intake.staging;
}

const char *
daybook_import_get_sums (DaybookImport *self)
{
  return self->intake.sums;
}

const DaybookFeeds *
daybook_import_get_feeds (DaybookImport *self)
{
  return self->intake.feeds;
}

const DaybookUnknownTable *
daybook_import_get_unknown (DaybookImport *self)
{
  return self->intake.unknown;
}

/* The value under which the setting stands now, or NULL. */
static char *
read_setting (DaybookReader   *reader,
              const DaybookId *id,
              gboolean        *exists)
{
  g_autoptr(DaybookRow) row = daybook_reader_find (reader, &daybook_settings, id, NULL);

  *exists = row != NULL && daybook_row_int (row, DAYBOOK_SETTING_DELETED) == 0;
  return *exists ? g_strdup (daybook_row_text (row, DAYBOOK_SETTING_VALUE)) : NULL;
}

static gboolean
write_setting (DaybookImport    *self,
               const DaybookId  *id,
               const char       *key,
               const char       *value,
               gboolean          exists,
               GError          **error)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_RULE, _("Remember a mapping of columns"),
                                                  daybook_store_get_agent (self->store));
  g_autoptr(DaybookOutcome) outcome = NULL;

  if (exists)
    daybook_edit_set (edit, &daybook_settings, id, DAYBOOK_SETTING_VALUE, daybook_value_text (value));
  else
    {
      daybook_edit_create (edit, &daybook_settings, id);
      daybook_edit_give (edit, DAYBOOK_SETTING_KEY, daybook_value_text (key));
      daybook_edit_give (edit, DAYBOOK_SETTING_VALUE, daybook_value_text (value));
    }

  outcome = daybook_store_commit (self->store, edit, error);
  return outcome != NULL;
}

gboolean
daybook_import_remember_mapping (DaybookImport  *self,
                                 GError        **error)
{
  g_autoptr(DaybookReader) reader = NULL;
  g_autofree char *key = NULL;
  g_autofree char *value = NULL;
  g_autofree char *present = NULL;
  const char *parts[1];
  gboolean exists;
  DaybookId id;

  if (self->mapping == NULL || self->intake.staging == NULL)
    return TRUE;

  reader = daybook_reader_new (self->store, error);
  if (reader == NULL)
    return FALSE;
  parts[0] = key = daybook_mapping_setting_key (self->intake.fingerprint);
  value = daybook_mapping_to_json (self->mapping);
  daybook_id_derive (&id, daybook_settings.kind, parts, G_N_ELEMENTS (parts));
  present = read_setting (reader, &id, &exists);
  return g_strcmp0 (present, value) == 0 || write_setting (self, &id, key, value, exists, error);
}
