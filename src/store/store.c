/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/store-private.h"

#include "core/intern.h"
#include "core/moment.h"
#include "core/shop.h"
#include "store/backup.h"
#include "store/case-parcels.h"
#include "store/due-rebuild.h"
#include "store/erase.h"
#include "store/migrate.h"
#include "store/old-rule.h"
#include "store/reader.h"
#include "store/search-index.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define LOCK_NAME "daybook.lock"
#define LONG_WAIT_US G_USEC_PER_SEC
#define LONG_LOOK_US 2000
#define WRITER_WAIT_MS 5000
#define CHANGES_PER_SECOND 4
/* What another program writes is in the log before it counts, and that program may be held up in between: it is
 * looked for again after so long, and each time after twice as long, so often. */
#define AGAIN_MS 250
#define AGAIN_TIMES 8
/* Of one beside others, which writes little: in KiB. */
#define SMALL_CACHE "PRAGMA cache_size = -256"
#define DEFAULT_CURRENCY "CNY"
#define DEFAULT_ZONE "Asia/Shanghai"

struct _DaybookStore
{
  GObject        parent_instance;

  char          *folder;
  char          *path;
  DaybookWriter *writer;
  DaybookReader *reader;         /* the main thread's */
  GThread       *owner;          /* of the reader: who opened, then who began; not owned */
  DaybookStoreMode mode;
  DaybookSearchIndex *index;     /* NULL: opened beside others */
  int            lock;           /* of long acts; a file descriptor */
  int            lock_depth;     /* long acts running here; the writer's thread */
  char          *recovery;

  DaybookId      shop;
  DaybookId      agent;          /* read by any thread */
  GMutex         agent_mutex;
  gboolean       agent_chosen;
  const char    *currency;       /* interned */
  GTimeZone     *zone;
  gint64         fixed_now;      /* 0: the system's clock; atomic */
  int            due_percent;    /* atomic */

  GFileMonitor  *monitor;        /* of the write-ahead log: other processes */
  guint          again;          /* source id: to look again, since the log has changed */
  guint          n_again;        /* so often that was done since */
  gint64         version;        /* data_version last told of */
  gboolean       search_changed; /* atomic */
  gint64         told_at;        /* monotonic microseconds */
  GSource       *pending;        /* the next look */
  gboolean       telling;        /* begun: before, nobody looks */
  GMutex         pending_mutex;  /* guards pending, telling and told_at */
};

G_DEFINE_FINAL_TYPE (DaybookStore, daybook_store, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- Telling of changes ------------------------------------------------- */

static void load_shop (DaybookStore *self);

static void
remember_telling (DaybookStore *self)
{
  g_mutex_lock (&self->pending_mutex);
  self->told_at = g_get_monotonic_time ();
  g_mutex_unlock (&self->pending_mutex);
}

static gboolean
on_look_due (gpointer data)
{
  DaybookStore *self = data;

  g_mutex_lock (&self->pending_mutex);
  g_clear_pointer (&self->pending, g_source_unref);
  g_mutex_unlock (&self->pending_mutex);

  if (self->reader == NULL)
    return G_SOURCE_REMOVE;

  gint64 version = daybook_reader_version (self->reader);
  gboolean search_changed = __atomic_exchange_n (&self->search_changed, FALSE, __ATOMIC_RELAXED);
  if (version != self->version || search_changed)
    {
      self->version = version;
      remember_telling (self);
      load_shop (self);
      g_signal_emit (self, signals[CHANGED], 0);
    }

  return G_SOURCE_REMOVE;
}

static void
forget_look (DaybookStore *self)
{
  g_mutex_lock (&self->pending_mutex);
  if (self->pending != NULL)
    {
      g_source_destroy (self->pending);
      g_clear_pointer (&self->pending, g_source_unref);
    }
  g_mutex_unlock (&self->pending_mutex);
}

static void
look_soon (DaybookStore *self)
{
  g_mutex_lock (&self->pending_mutex);
  if (self->telling && self->pending == NULL)
    {
      gint64 since = (g_get_monotonic_time () - self->told_at) / 1000;
      gint64 pause = 1000 / CHANGES_PER_SECOND;

      self->pending = g_timeout_source_new ((guint) CLAMP (pause - since, 0, pause));
      /* No reference: who runs no main loop would never let go of the store. */
      g_source_set_callback (self->pending, on_look_due, self, NULL);
      g_source_attach (self->pending, NULL);
    }
  g_mutex_unlock (&self->pending_mutex);
}

void
daybook_store_begin (DaybookStore *self)
{
  self->owner = g_thread_self ();
  g_mutex_lock (&self->pending_mutex);
  self->telling = TRUE;
  g_mutex_unlock (&self->pending_mutex);
  look_soon (self);
}

void
daybook_store_notify (DaybookStore *self)
{
  if (self->index != NULL)
    daybook_search_index_wake (self->index);
  look_soon (self);
}

void
daybook_store_notify_search (DaybookStore *self)
{
  __atomic_store_n (&self->search_changed, TRUE, __ATOMIC_RELAXED);
  look_soon (self);
}

void
daybook_store_note_rebuild (DaybookStore *self,
                            int           percent)
{
  __atomic_store_n (&self->due_percent, percent, __ATOMIC_RELAXED);
}

int
daybook_store_get_due_percent (DaybookStore *self)
{
  return __atomic_load_n (&self->due_percent, __ATOMIC_RELAXED);
}

static gboolean on_again_due (gpointer data);

static void
look_again (DaybookStore *self)
{
  if (self->n_again < AGAIN_TIMES)
    self->again = g_timeout_add (AGAIN_MS << self->n_again, on_again_due, self);
}

static gboolean
on_again_due (gpointer data)
{
  DaybookStore *self = data;

  self->again = 0;
  self->n_again++;
  daybook_store_notify (self);
  look_again (self);
  return G_SOURCE_REMOVE;
}

static void
on_log_changed (DaybookStore *self)
{
  daybook_store_notify (self);
  g_clear_handle_id (&self->again, g_source_remove);
  self->n_again = 0;
  look_again (self);
}

static void
watch_log (DaybookStore *self)
{
  g_autofree char *path = g_strconcat (self->path, "-wal", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;

  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, &error);
  if (self->monitor == NULL)
    g_warning ("Changes by other programs will not be seen at once: %s", error->message);
  else
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (on_log_changed), self, G_CONNECT_SWAPPED);
}

/* --- The shop ----------------------------------------------------------- */

static char *
system_zone (void)
{
  g_autoptr(GTimeZone) local = g_time_zone_new_local ();
  const char *name = g_time_zone_get_identifier (local);
  g_autoptr(GTimeZone) known = g_time_zone_new_identifier (name);

  /* "UTC" is what a machine says that nobody has told where it stands. */
  if (known == NULL || g_str_equal (name, "UTC") || g_str_has_prefix (name, "Etc/") || g_str_has_prefix (name, "/") || strchr (name, '/') == NULL)
    return g_strdup (DEFAULT_ZONE);

  return g_strdup (name);
}

static DaybookEdit *
make_shop_edit (void)
{
  DaybookEdit *edit = daybook_edit_new (DAYBOOK_ACT_RULE, _("Opened the book"), NULL);
  g_autofree char *zone = system_zone ();
  DaybookId shop, owner;

  daybook_id_random (&shop);
  daybook_id_random (&owner);
  daybook_edit_create (edit, &daybook_shops, &shop);
  daybook_edit_give (edit, DAYBOOK_SHOP_NAME, daybook_value_text (_("My shop")));
  daybook_edit_give (edit, DAYBOOK_SHOP_ZONE, daybook_value_text (zone));
  daybook_edit_give (edit, DAYBOOK_SHOP_CURRENCY, daybook_value_text (DEFAULT_CURRENCY));
  daybook_edit_create (edit, &daybook_agents, &owner);
  daybook_edit_give (edit, DAYBOOK_AGENT_CODE, daybook_value_text ("001"));
  daybook_edit_give (edit, DAYBOOK_AGENT_NAME, daybook_value_text (_("Owner")));
  daybook_edit_give (edit, DAYBOOK_AGENT_ROLE, daybook_value_int (DAYBOOK_ROLE_OWNER));
  return edit;
}

static void
load_zone (DaybookStore *self,
           const char   *name)
{
  if (self->zone != NULL && g_str_equal (g_time_zone_get_identifier (self->zone), name))
    return;

  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = g_time_zone_new_identifier (name);
  if (self->zone == NULL)
    self->zone = g_time_zone_new_utc ();
}

static const DaybookRow *
find_agent (GPtrArray       *agents,
            const DaybookId *id)
{
  for (guint i = 0; i < agents->len; i++)
    if (daybook_id_equal (&((const DaybookRow *) g_ptr_array_index (agents, i))->id, id))
      return g_ptr_array_index (agents, i);

  return NULL;
}

static void
put_agent (DaybookStore    *self,
           const DaybookId *agent)
{
  g_mutex_lock (&self->agent_mutex);
  self->agent = *agent;
  g_mutex_unlock (&self->agent_mutex);
}

/* Whoever is taken from the people of the shop, here or elsewhere, acts no longer:
 * the owner sits in the place. */
static void
load_agent (DaybookStore *self,
            GPtrArray    *agents)
{
  self->agent_chosen = self->agent_chosen && find_agent (agents, &self->agent) != NULL;

  for (guint i = 0; !self->agent_chosen && i < agents->len; i++)
    {
      const DaybookRow *agent = g_ptr_array_index (agents, i);

      if (daybook_row_int (agent, DAYBOOK_AGENT_ROLE) != DAYBOOK_ROLE_OWNER)
        continue;
      put_agent (self, &agent->id);
      break;
    }
}

static void
load_shop (DaybookStore *self)
{
  g_autoptr(GPtrArray) shops = daybook_reader_all (self->reader, &daybook_shops, NULL);
  g_autoptr(GPtrArray) agents = daybook_reader_all (self->reader, &daybook_agents, NULL);

  if (shops != NULL && shops->len > 0)
    {
      const DaybookRow *shop = g_ptr_array_index (shops, 0);

      self->shop = shop->id;
      /* Interned: who asked for it before a change goes on reading it. */
      self->currency = daybook_intern (daybook_row_text (shop, DAYBOOK_SHOP_CURRENCY));
      load_zone (self, daybook_row_text (shop, DAYBOOK_SHOP_ZONE));
    }

  if (agents != NULL)
    load_agent (self, agents);
}

typedef enum
{
  SHOP_UNKNOWN, /* the book cannot be read */
  SHOP_MISSING,
  SHOP_THERE,
} ShopState;

static ShopState
find_shop (DaybookStore  *self,
           GError       **error)
{
  g_autoptr(GPtrArray) shops = daybook_reader_all (self->reader, &daybook_shops, error);

  if (shops == NULL)
    return SHOP_UNKNOWN;
  return shops->len > 0 ? SHOP_THERE : SHOP_MISSING;
}

static gboolean
make_shop (DaybookStore  *self,
           GError       **error)
{
  g_autoptr(DaybookEdit) edit = make_shop_edit ();
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (self, edit, error);

  return outcome != NULL;
}

/* Two processes may meet over a new book: whoever has the lock looks again. No
 * long act can hold it while there is no shop. */
static gboolean
ensure_shop (DaybookStore  *self,
             GError       **error)
{
  ShopState state = find_shop (self, error);

  if (state == SHOP_MISSING)
    {
      flock (self->lock, LOCK_EX);
      state = find_shop (self, error);
      if (state == SHOP_MISSING && make_shop (self, error))
        state = SHOP_THERE;
      flock (self->lock, LOCK_UN);
    }
  if (state != SHOP_THERE)
    return FALSE;

  load_shop (self);
  return TRUE;
}

/* --- Opening and closing ------------------------------------------------ */

static gboolean
refuse_folder (const char  *folder,
               int          code,
               GError     **error)
{
  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
               _("The folder “%s” cannot be used: %s."), folder, g_strerror (code));
  return FALSE;
}

/* What a full disk or a cut-off copy leaves of a book: 0 bytes, which SQLite takes
 * for a new one. What lies beside it says that it is none. The book is looked at last:
 * one that another process is making has its first page before anything lies beside it. */
static gboolean
check_not_emptied (DaybookStore  *self,
                   GError       **error)
{
  g_autofree char *index = g_build_filename (self->folder, "search.db", NULL);
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  GStatBuf status;
  gint64 made = 0;
  gboolean has_log = g_stat (log, &status) == 0 && status.st_size > 0;
  gboolean was_used = has_log || g_file_test (index, G_FILE_TEST_EXISTS);
  g_autofree char *backup = daybook_backup_newest (self->folder, &made);

  if (g_stat (self->path, &status) != 0 || status.st_size > 0)
    return TRUE;

  if (backup != NULL)
    {
      g_autoptr(GTimeZone) here = g_time_zone_new_local ();
      g_autofree char *when = daybook_moment_format_long (made, here);

      /* Translators: %s is a day and a time */
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CORRUPT,
                   _("The book is empty: nothing is left in its file. There is a backup of %s: restore it."), when);
    }
  else if (was_used)
    g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CORRUPT,
                         _("The book is empty: nothing is left in its file. Restore a backup, or choose another folder."));
  else
    return TRUE;

  return FALSE;
}

/* The folder 0700 and the file 0600: nobody else on this machine reads them. */
static gboolean
prepare_folder (DaybookStore      *self,
                DaybookStoreMode   mode,
                GError           **error)
{
  if (g_file_test (self->path, G_FILE_TEST_IS_REGULAR))
    return check_not_emptied (self, error);

  if (mode != DAYBOOK_STORE_CREATE)
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND,
                   _("There is no book in “%s”. Import a file to begin one, or name its folder with --data."), self->folder);
      return FALSE;
    }

  if (g_mkdir_with_parents (self->folder, 0700) != 0)
    return refuse_folder (self->folder, errno, error);

  int file = g_open (self->path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0)
    return refuse_folder (self->folder, errno, error);

  close (file);
  return TRUE;
}

static gboolean
open_lock (DaybookStore  *self,
           GError       **error)
{
  g_autofree char *path = g_build_filename (self->folder, LOCK_NAME, NULL);

  self->lock = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  return self->lock >= 0 || refuse_folder (self->folder, errno, error);
}

gboolean
daybook_store_lock_long (DaybookStore *self)
{
  if (self->lock_depth == 0 && flock (self->lock, LOCK_EX | LOCK_NB) != 0)
    return FALSE;

  self->lock_depth++;
  return TRUE;
}

gboolean
daybook_store_await_long (DaybookStore *self)
{
  gint64 until = g_get_monotonic_time () + LONG_WAIT_US;

  while (!daybook_store_lock_long (self))
    {
      if (g_get_monotonic_time () >= until)
        return FALSE;
      g_usleep (LONG_LOOK_US);
    }

  return TRUE;
}

void
daybook_store_unlock_long (DaybookStore *self)
{
  if (--self->lock_depth == 0)
    flock (self->lock, LOCK_UN);
}

gboolean
daybook_store_is_long_running (DaybookStore *self)
{
  g_autofree char *path = g_build_filename (self->folder, LOCK_NAME, NULL);
  gint64 until = g_get_monotonic_time () + LONG_WAIT_US;
  int file = g_open (path, O_RDWR | O_CLOEXEC, 0600);
  gboolean running = TRUE;

  /* A descriptor of its own meets the lock of this process too. One that is just being
   * opened holds it for a moment. */
  while (file >= 0 && (running = flock (file, LOCK_EX | LOCK_NB) != 0) && g_get_monotonic_time () < until)
    g_usleep (LONG_LOOK_US);

  if (file >= 0)
    close (file);
  return file >= 0 && running;
}

gboolean
daybook_store_is_in_long (DaybookStore *self)
{
  return self->lock_depth > 0;
}

gboolean
daybook_store_has_index (DaybookStore *self)
{
  return self->mode != DAYBOOK_STORE_BESIDE;
}

static gboolean
open_index (DaybookStore     *self,
            DaybookDatabase  *db,
            GError          **error)
{
  if (!daybook_store_has_index (self))
    return daybook_database_run (db, SMALL_CACHE, error);

  self->index = daybook_search_index_new (self, error);
  return self->index != NULL;
}

static gboolean
open_connections (DaybookStore  *self,
                  GError       **error)
{
  if (!daybook_migrate_recognise (self->path, WRITER_WAIT_MS, error))
    return FALSE;

  g_autoptr(DaybookDatabase) db = daybook_database_open (self->path, DAYBOOK_DATABASE_CREATE, WRITER_WAIT_MS, error);
  if (db == NULL || !daybook_migrate (db, self->path, error))
    return FALSE;

  daybook_database_set_turn (db, self->lock);
  if (!open_index (self, db, error))
    return FALSE;

  self->writer = daybook_writer_new (self, g_steal_pointer (&db));
  self->reader = daybook_reader_new (self, error);
  if (self->reader == NULL)
    return FALSE;

  daybook_reader_hurry (self->reader);
  return TRUE;
}

/* GLib registers the resources of a program when one is first asked for, and gives NULL to a thread that asks while
 * another is at it (2.74): it is done before the store has threads. */
static void
register_resources (void)
{
  g_resources_get_info ("/", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL);
}

static DaybookStore *
open_silent (const char        *folder,
             DaybookStoreMode   mode,
             gint64             now,
             GError           **error)
{
  g_autoptr(DaybookStore) self = g_object_new (DAYBOOK_TYPE_STORE, NULL);
  GError *local = NULL;

  if (sodium_init () < 0)
    g_error ("libsodium cannot be initialised: no source of random numbers");
  register_resources ();

  self->owner = g_thread_self ();
  self->mode = mode;
  daybook_store_fix_now (self, now);
  self->folder = g_canonicalize_filename (folder, NULL);
  self->path = g_build_filename (self->folder, "daybook.db", NULL);

  if (!prepare_folder (self, mode, error)
      || !open_lock (self, error)
      || !open_connections (self, error)
      || !ensure_shop (self, error))
    return NULL;

  if (mode != DAYBOOK_STORE_BESIDE)
    self->recovery = daybook_store_recover (self, &local);
  if (mode != DAYBOOK_STORE_BESIDE && local == NULL && self->recovery == NULL)
    self->recovery = daybook_store_resume_erasure (self, &local);
  if (mode != DAYBOOK_STORE_BESIDE && local == NULL)
    daybook_store_take_over_old_rule (self, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return NULL;
    }

  daybook_writer_follow_rules (self->writer);
  self->version = daybook_reader_version (self->reader);
  watch_log (self);
  return g_steal_pointer (&self);
}

DaybookStore *
daybook_store_open (const char        *folder,
                    DaybookStoreMode   mode,
                    GError           **error)
{
  return daybook_store_open_at (folder, mode, 0, error);
}

DaybookStore *
daybook_store_open_at (const char        *folder,
                       DaybookStoreMode   mode,
                       gint64             now,
                       GError           **error)
{
  DaybookStore *self = open_silent (folder, mode, now, error);

  if (self != NULL)
    daybook_store_begin (self);
  return self;
}

DaybookStore *
daybook_store_open_in_thread (const char        *folder,
                              DaybookStoreMode   mode,
                              gint64             now,
                              GError           **error)
{
  return open_silent (folder, mode, now, error);
}

void
daybook_store_close (DaybookStore *self)
{
  g_clear_object (&self->monitor);
  g_clear_handle_id (&self->again, g_source_remove);
  g_clear_pointer (&self->writer, daybook_writer_free);
  g_clear_pointer (&self->index, daybook_search_index_free);
  g_clear_pointer (&self->reader, daybook_reader_free);
  forget_look (self);
  if (self->lock >= 0)
    close (self->lock);
  self->lock = -1;
}

static void
daybook_store_finalize (GObject *object)
{
  DaybookStore *self = DAYBOOK_STORE (object);

  daybook_store_close (self);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->recovery);
  g_mutex_clear (&self->agent_mutex);
  g_mutex_clear (&self->pending_mutex);

  G_OBJECT_CLASS (daybook_store_parent_class)->finalize (object);
}

static void
daybook_store_class_init (DaybookStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_store_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
daybook_store_init (DaybookStore *self)
{
  self->lock = -1;
  self->due_percent = -1;
  self->currency = DEFAULT_CURRENCY;
  self->zone = g_time_zone_new_utc ();
  g_mutex_init (&self->agent_mutex);
  g_mutex_init (&self->pending_mutex);
}

/* --- What a store knows ------------------------------------------------- */

const char *
daybook_store_get_folder (DaybookStore *self)
{
  return self->folder;
}

const char *
daybook_store_get_path (DaybookStore *self)
{
  return self->path;
}

const char *
daybook_store_get_recovery (DaybookStore *self)
{
  return self->recovery;
}

const DaybookId *
daybook_store_get_shop (DaybookStore *self)
{
  return &self->shop;
}

const char *
daybook_store_get_currency (DaybookStore *self)
{
  return self->currency;
}

GTimeZone *
daybook_store_get_zone (DaybookStore *self)
{
  return self->zone;
}

const DaybookId *
daybook_store_get_agent (DaybookStore *self)
{
  return &self->agent;
}

void
daybook_store_set_agent (DaybookStore    *self,
                         const DaybookId *agent)
{
  put_agent (self, agent);
  self->agent_chosen = TRUE;
}

DaybookId
daybook_store_copy_agent (DaybookStore *self)
{
  g_mutex_lock (&self->agent_mutex);
  DaybookId agent = self->agent;
  g_mutex_unlock (&self->agent_mutex);
  return agent;
}

gint64
daybook_store_get_now_ms (DaybookStore *self)
{
  gint64 fixed = __atomic_load_n (&self->fixed_now, __ATOMIC_RELAXED);

  return fixed != 0 ? fixed * 1000 : g_get_real_time () / 1000;
}

gint64
daybook_store_get_now (DaybookStore *self)
{
  return daybook_store_get_now_ms (self) / 1000;
}

gint64
daybook_store_fix_now (DaybookStore *self,
                       gint64        now)
{
  return __atomic_exchange_n (&self->fixed_now, now, __ATOMIC_RELAXED);
}

void
daybook_store_settle (DaybookStore *self)
{
  if (self->index != NULL)
    daybook_search_index_settle (self->index);
}

gboolean
daybook_store_rebuild (DaybookStore           *store,
                       GFileProgressCallback   progress,
                       gpointer                progress_data,
                       GCancellable           *cancellable,
                       GError                **error)
{
  return daybook_case_parcels_rebuild (store, error)
         && daybook_due_rebuild (store, NULL, NULL, error)
         && daybook_search_index_rebuild (store->index, progress, progress_data, cancellable, error);
}

DaybookReader *
daybook_store_get_reader (DaybookStore *self)
{
  /* Two threads in one connection spoil each other's answers, and now and then more. */
  if (g_thread_self () != self->owner)
    g_critical ("The main thread’s reader of the book is asked for in another thread");

  return self->reader;
}

DaybookWriter *
daybook_store_get_writer (DaybookStore *self)
{
  return self->writer;
}
