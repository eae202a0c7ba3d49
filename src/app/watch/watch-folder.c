/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/watch/watch-folder.h"

#include "app/common/desk.h"
#include "app/common/prefs.h"
#include "app/common/weak.h"
#include "app/watch/folder-scan.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define ON_KEY "watch-exports"
#define FOLDER_KEY "watch-folder"
#define SINCE_KEY "watch-since"
#define TOLD_KEY "watch-told"
#define ANSWERS_KEY "watch-answered"

/* So many single answers are remembered. */
#define ANSWERS_MAX 200
/* A file is whole when it has not changed for a moment; one that is old is not being written. */
#define MOMENT_MS 2000
#define OLD (60 * G_TIME_SPAN_SECOND)
/* After something has happened in the folder, which seldom comes alone. */
#define SOON_MS 300
/* A folder that is not there is looked for so often. */
#define RETRY_MS 5000

/* A file as it was seen, and when it was first seen so (monotonic). */
typedef struct
{
  DaybookFoundFile *file;
  gint64            at;
} Sighting;

struct _DaybookWatchFolder
{
  GObject       parent_instance;

  DaybookStore *store;       /* borrowed: it owns this */
  GSettings    *prefs;       /* NULL where the schema is not installed */
  GFile        *folder;      /* or NULL */
  char         *name;
  char         *problem;
  GPtrArray    *files;       /* DaybookFoundFile: those that are offered */
  GArray       *sightings;   /* Sighting: of the last look */
  GFileMonitor *monitor;     /* NULL while the folder is not there */
  GCancellable *cancellable; /* of the look that goes on, or NULL */
  gboolean      again;       /* something has happened meanwhile */
  guint         timer;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DaybookWatchFolder, daybook_watch_folder, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum
{
  PROP_0,
  PROP_COUNT,
  PROP_PROBLEM,
  N_PROPERTIES,
};

enum
{
  FOUND,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void schedule (DaybookWatchFolder *self, guint after_ms);

static GType
get_item_type (GListModel *model)
{
  return DAYBOOK_TYPE_FOUND_FILE;
}

static guint
get_n_items (GListModel *model)
{
  return DAYBOOK_WATCH_FOLDER (model)->files->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  DaybookWatchFolder *self = DAYBOOK_WATCH_FOLDER (model);

  return position < self->files->len ? g_object_ref (g_ptr_array_index (self->files, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* --- What is offered ------------------------------------------------------------- */

static gboolean
has_file (GPtrArray        *files,
          DaybookFoundFile *file)
{
  for (guint i = 0; i < files->len; i++)
    if (daybook_found_file_equal (g_ptr_array_index (files, i), file))
      return TRUE;

  return FALSE;
}

static void
remove_at (DaybookWatchFolder *self,
           guint               position)
{
  g_ptr_array_remove_index (self->files, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

/* Rows that stay are the same ones: the focus may be in one. Both are the newest first. */
static void
offer (DaybookWatchFolder *self,
       GPtrArray          *files)
{
  guint before = self->files->len;

  for (guint i = self->files->len; i > 0; i--)
    if (!has_file (files, g_ptr_array_index (self->files, i - 1)))
      remove_at (self, i - 1);

  for (guint i = 0; i < files->len; i++)
    {
      DaybookFoundFile *file = g_ptr_array_index (files, i);

      if (i < self->files->len && daybook_found_file_equal (g_ptr_array_index (self->files, i), file))
        continue;
      g_ptr_array_insert (self->files, (int) i, g_object_ref (file));
      g_list_model_items_changed (G_LIST_MODEL (self), i, 0, 1);
    }

  if (self->files->len != before)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

/* Each is told of once, also when the program is closed meanwhile. */
static void
tell (DaybookWatchFolder *self)
{
  gint64 told = g_settings_get_int64 (self->prefs, TOLD_KEY);
  gint64 newest = told;
  guint n = 0;

  for (guint i = 0; i < self->files->len; i++)
    {
      gint64 appeared = daybook_found_file_get_appeared (g_ptr_array_index (self->files, i));

      n += appeared > told;
      newest = MAX (newest, appeared);
    }
  if (n == 0)
    return;

  g_settings_set_int64 (self->prefs, TOLD_KEY, newest);
  g_signal_emit (self, signals[FOUND], 0, n);
}

static void
set_problem (DaybookWatchFolder *self,
             const char         *problem)
{
  if (g_strcmp0 (self->problem, problem) == 0)
    return;

  g_free (self->problem);
  self->problem = g_strdup (problem);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

/* --- Looking -------------------------------------------------------------------- */

static void
clear_sighting (gpointer data)
{
  g_clear_object (&((Sighting *) data)->file);
}

static gint64
first_seen (DaybookWatchFolder *self,
            DaybookFoundFile   *file,
            gint64              now)
{
  for (guint i = 0; i < self->sightings->len; i++)
    {
      const Sighting *sighting = &g_array_index (self->sightings, Sighting, i);

      if (daybook_found_file_equal (sighting->file, file))
        return sighting->at;
    }

  return now;
}

static GArray *
new_sightings (void)
{
  GArray *sightings = g_array_new (FALSE, FALSE, sizeof (Sighting));

  g_array_set_clear_func (sightings, clear_sighting);
  return sightings;
}

/* Leaves those that may still be written to; TRUE when there are some. */
static gboolean
leave_unsettled (DaybookWatchFolder *self,
                 GPtrArray          *files)
{
  GArray *sightings = new_sightings ();
  gint64 now = g_get_monotonic_time ();
  guint n = files->len;

  for (guint i = n; i > 0; i--)
    {
      DaybookFoundFile *file = g_ptr_array_index (files, i - 1);
      Sighting sighting = { g_object_ref (file), first_seen (self, file, now) };

      g_array_append_val (sightings, sighting);
      if (now - sighting.at < MOMENT_MS * G_TIME_SPAN_MILLISECOND
          && g_get_real_time () - daybook_found_file_get_appeared (file) < OLD)
        g_ptr_array_remove_index (files, i - 1);
    }

  g_array_unref (self->sightings);
  self->sightings = sightings;
  return files->len < n;
}

static void
on_folder_changed (DaybookWatchFolder *self)
{
  schedule (self, SOON_MS);
}

/* Only of a folder that was just listed: one on a disk that does not answer is waited for in
 * the thread. TRUE when it begins: then something may have come in between. */
static gboolean
begin_watching (DaybookWatchFolder *self)
{
  if (self->monitor != NULL)
    return FALSE;

  self->monitor = g_file_monitor_directory (self->folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor == NULL)
    return FALSE;

  g_signal_connect_object (self->monitor, "changed", G_CALLBACK (on_folder_changed), self, G_CONNECT_SWAPPED);
  return TRUE;
}

static void
stop_watching (DaybookWatchFolder *self)
{
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
}

static char *
explain (DaybookWatchFolder *self,
         const GError       *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_MOUNTED))
    /* Translators: %s is the name of a folder */
    return g_strdup_printf (_("The folder “%s” is not there. New exports are looked for again when it is back."), self->name);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    /* Translators: %s is the name of a folder */
    return g_strdup_printf (_("The folder “%s” may not be read. Choose another one in Preferences."), self->name);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    /* Translators: %s is a name */
    return g_strdup_printf (_("“%s” is no folder any more. Choose another one in Preferences."), self->name);

  /* Translators: %1$s is the name of a folder, %2$s what the system says */
  return g_strdup_printf (_("The folder “%1$s” cannot be read: %2$s"), self->name, error->message);
}

static void
take_failure (DaybookWatchFolder *self,
              const GError       *error)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autofree char *problem = explain (self, error);

  stop_watching (self);
  set_problem (self, problem);
  offer (self, none);
  schedule (self, RETRY_MS);
}

static void
take_files (DaybookWatchFolder *self,
            GPtrArray          *files)
{
  gboolean unsettled = leave_unsettled (self, files);

  set_problem (self, NULL);
  offer (self, files);
  tell (self);
  if (begin_watching (self) || self->again)
    schedule (self, SOON_MS);
  else if (unsettled)
    schedule (self, MOMENT_MS);
}

static void
on_scanned (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (DaybookWatchFolder) self = daybook_weak_take (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = daybook_folder_scan_finish (result, &error);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  if (files != NULL)
    take_files (self, files);
  else
    take_failure (self, error);
  self->again = FALSE;
}

static gboolean
is_followed (DaybookWatchFolder *self)
{
  return daybook_watch_folder_is_on (self) && self->folder != NULL && !daybook_desk_is_sample (daybook_desk_of (self->store));
}

static void
look (DaybookWatchFolder *self)
{
  g_autoptr (GVariant) answers = NULL;

  if (self->cancellable != NULL)
    {
      self->again = TRUE;
      return;
    }

  g_clear_handle_id (&self->timer, g_source_remove);
  answers = g_settings_get_value (self->prefs, ANSWERS_KEY);
  self->cancellable = g_cancellable_new ();
  daybook_folder_scan_async (self->store, self->folder, g_settings_get_int64 (self->prefs, SINCE_KEY), answers,
                             self->cancellable, on_scanned, daybook_weak_new (self));
}

/* A look that goes on does not know of the answer. */
static void
look_anew (DaybookWatchFolder *self)
{
  if (self->cancellable == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  look (self);
}

static gboolean
on_time (gpointer data)
{
  DaybookWatchFolder *self = data;

  self->timer = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

/* Unless it is looked before. A file that grows tells so many times a second. */
static void
schedule (DaybookWatchFolder *self,
          guint               after_ms)
{
  if (self->timer == 0)
    self->timer = g_timeout_add (after_ms, on_time, self);
}

/* --- What is set ----------------------------------------------------------------- */

static void
stop (DaybookWatchFolder *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->again = FALSE;
  stop_watching (self);
  g_array_set_size (self->sightings, 0);
  offer (self, none);
  set_problem (self, NULL);
}

static void
take_folder (DaybookWatchFolder *self)
{
  g_autofree char *uri = g_settings_get_string (self->prefs, FOLDER_KEY);
  g_autofree char *base = NULL;

  g_clear_object (&self->folder);
  if (*uri != '\0')
    self->folder = g_file_new_for_uri (uri);
  base = self->folder != NULL ? g_file_get_basename (self->folder) : NULL;
  g_free (self->name);
  self->name = base != NULL ? g_filename_display_name (base) : g_strdup ("");
}

static void
on_setting_changed (DaybookWatchFolder *self)
{
  stop (self);
  take_folder (self);
  if (is_followed (self))
    look (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

/* What is offered may have been imported elsewhere, as from the command line. */
static void
on_book_changed (DaybookWatchFolder *self)
{
  if (self->files->len > 0 && is_followed (self))
    schedule (self, MOMENT_MS);
}

/* What is there when somebody turns it on is not new. */
static void
begin_now (DaybookWatchFolder *self)
{
  g_settings_set_int64 (self->prefs, SINCE_KEY, g_get_real_time ());
  g_settings_reset (self->prefs, ANSWERS_KEY);
}

static void
remember_answer (DaybookWatchFolder *self,
                 DaybookFoundFile   *file)
{
  g_autoptr (GVariant) before = g_settings_get_value (self->prefs, ANSWERS_KEY);
  gsize n = g_variant_n_children (before);
  g_autofree char *name = g_file_get_basename (daybook_found_file_get_file (file));
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  GVariantBuilder answers;

  g_variant_builder_init (&answers, G_VARIANT_TYPE (DAYBOOK_ANSWERS_TYPE));
  for (gsize i = n >= ANSWERS_MAX ? n - ANSWERS_MAX + 1 : 0; i < n; i++)
    {
      g_autoptr (GVariant) answer = g_variant_get_child_value (before, i);

      g_variant_builder_add_value (&answers, answer);
    }
  g_variant_builder_add (&answers, "(sxx)", valid, (gint64) daybook_found_file_get_size (file),
                         daybook_found_file_get_appeared (file));
  g_settings_set_value (self->prefs, ANSWERS_KEY, g_variant_builder_end (&answers));
}

/* --- The object ------------------------------------------------------------------ */

static void
daybook_watch_folder_get_property (GObject    *object,
                                   guint       property,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  DaybookWatchFolder *self = DAYBOOK_WATCH_FOLDER (object);

  switch (property)
    {
    case PROP_COUNT:
      g_value_set_int64 (value, self->files->len);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
daybook_watch_folder_dispose (GObject *object)
{
  DaybookWatchFolder *self = DAYBOOK_WATCH_FOLDER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  stop_watching (self);
  g_clear_object (&self->prefs);
  g_clear_object (&self->folder);
  G_OBJECT_CLASS (daybook_watch_folder_parent_class)->dispose (object);
}

static void
daybook_watch_folder_finalize (GObject *object)
{
  DaybookWatchFolder *self = DAYBOOK_WATCH_FOLDER (object);

  g_ptr_array_unref (self->files);
  g_array_unref (self->sightings);
  g_free (self->name);
  g_free (self->problem);
  G_OBJECT_CLASS (daybook_watch_folder_parent_class)->finalize (object);
}

static void
daybook_watch_folder_class_init (DaybookWatchFolderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = daybook_watch_folder_get_property;
  object_class->dispose = daybook_watch_folder_dispose;
  object_class->finalize = daybook_watch_folder_finalize;

  properties[PROP_COUNT] = g_param_spec_int64 ("count", NULL, NULL, 0, G_MAXINT64, 0,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[FOUND] = g_signal_new ("found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
daybook_watch_folder_init (DaybookWatchFolder *self)
{
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  self->sightings = new_sightings ();
  self->name = g_strdup ("");
}

static DaybookWatchFolder *
make_watch_folder (DaybookStore *store)
{
  DaybookWatchFolder *self = g_object_new (DAYBOOK_TYPE_WATCH_FOLDER, NULL);

  self->store = store;
  self->prefs = daybook_prefs_new ();
  if (self->prefs == NULL)
    return self;

  g_signal_connect_object (self->prefs, "changed::" ON_KEY, G_CALLBACK (on_setting_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->prefs, "changed::" FOLDER_KEY, G_CALLBACK (on_setting_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_book_changed), self, G_CONNECT_SWAPPED);
  on_setting_changed (self);
  return self;
}

DaybookWatchFolder *
daybook_watch_folder_of (DaybookStore *store)
{
  DaybookWatchFolder *self = g_object_get_data (G_OBJECT (store), "daybook-watch-folder");

  if (self == NULL)
    {
      self = make_watch_folder (store);
      g_object_set_data_full (G_OBJECT (store), "daybook-watch-folder", self, g_object_unref);
    }

  return self;
}

gboolean
daybook_watch_folder_is_on (DaybookWatchFolder *self)
{
  return self->prefs != NULL && g_settings_get_boolean (self->prefs, ON_KEY);
}

void
daybook_watch_folder_set_on (DaybookWatchFolder *self,
                             gboolean            on)
{
  const char *downloads = g_get_user_special_dir (G_USER_DIRECTORY_DOWNLOAD);

  if (self->prefs == NULL || on == daybook_watch_folder_is_on (self))
    return;

  if (on)
    begin_now (self);
  if (on && self->folder == NULL && downloads != NULL)
    {
      g_autofree char *uri = g_filename_to_uri (downloads, NULL, NULL);

      g_settings_set_string (self->prefs, FOLDER_KEY, uri != NULL ? uri : "");
    }
  g_settings_set_boolean (self->prefs, ON_KEY, on);
}

GFile *
daybook_watch_folder_get_folder (DaybookWatchFolder *self)
{
  return self->folder;
}

void
daybook_watch_folder_set_folder (DaybookWatchFolder *self,
                                 GFile              *folder)
{
  g_autofree char *uri = g_file_get_uri (folder);

  if (self->prefs == NULL || (self->folder != NULL && g_file_equal (folder, self->folder)))
    return;

  begin_now (self);
  g_settings_set_string (self->prefs, FOLDER_KEY, uri);
}

const char *
daybook_watch_folder_get_name (DaybookWatchFolder *self)
{
  return self->name;
}

const char *
daybook_watch_folder_get_problem (DaybookWatchFolder *self)
{
  return self->problem;
}

gboolean
daybook_watch_folder_is_watching (DaybookWatchFolder *self)
{
  return self->monitor != NULL;
}

void
daybook_watch_folder_look (DaybookWatchFolder *self)
{
  if (is_followed (self))
    look (self);
}

void
daybook_watch_folder_answer (DaybookWatchFolder *self,
                             GFile              *file)
{
  for (guint i = self->files->len; i > 0; i--)
    {
      DaybookFoundFile *found = g_ptr_array_index (self->files, i - 1);

      if (!g_file_equal (daybook_found_file_get_file (found), file))
        continue;
      remember_answer (self, found);
      remove_at (self, i - 1);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
      look_anew (self);
    }
}

static gint64
time_of (const struct timespec *time)
{
  return (gint64) time->tv_sec * G_TIME_SPAN_SECOND + time->tv_nsec / 1000;
}

void
daybook_watch_folder_ignore (DaybookWatchFolder *self,
                             const char         *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (DaybookFoundFile) written = NULL;
  GStatBuf info;

  if (!is_followed (self) || !g_file_has_parent (file, self->folder) || g_stat (path, &info) != 0)
    return;

  written = daybook_found_file_new (file, (guint64) info.st_size, time_of (&info.st_mtim),
                                    MAX (time_of (&info.st_mtim), time_of (&info.st_ctim)));
  remember_answer (self, written);
  look_anew (self);
}

void
daybook_watch_folder_dismiss_all (DaybookWatchFolder *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  if (self->files->len == 0)
    return;

  /* The newest is the first; older ones that are not shown are not wanted either. */
  g_settings_set_int64 (self->prefs, SINCE_KEY, daybook_found_file_get_appeared (g_ptr_array_index (self->files, 0)));
  offer (self, none);
  look_anew (self);
}
