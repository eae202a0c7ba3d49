/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/backup-keep.h"

#include "store/backup.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define DAYS 7
#define WEEKS 5
#define MONTHS 12
#define PREFIX "daybook-"
#define DATE_LENGTH 10 /* YYYY-MM-DD */
#define TIME_LENGTH 17 /* YYYY-MM-DDTHHMMSS */

/* Behind the time in a name. */
static const char *const MARKS[] = {
  [DAYBOOK_BACKUP_OF_DAY] = "",
  [DAYBOOK_BACKUP_BY_HAND] = "-by-hand",
  [DAYBOOK_BACKUP_BEFORE_RESTORE] = "-before-restore",
};

char *
daybook_backup_keep_folder (const char *folder)
{
  return g_build_filename (folder, "backups", NULL);
}

gint64
daybook_backup_keep_until (gint64     now,
                           GTimeZone *zone)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (now);
  g_autoptr(GDateTime) local = g_date_time_to_timezone (utc, zone);
  g_autoptr(GDateTime) month = g_date_time_new (zone, g_date_time_get_year (local), g_date_time_get_month (local), 1, 0, 0, 0);
  g_autoptr(GDateTime) then = g_date_time_add_months (month, MONTHS);

  return g_date_time_to_unix (then);
}

static GDateTime *
local_now (DaybookStore *store)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (daybook_store_get_now (store));

  return g_date_time_to_timezone (utc, daybook_store_get_zone (store));
}

static char *
name_free_path (const char        *folder,
                const char        *stamp,
                DaybookBackupKind  kind,
                const char        *suffix)
{
  g_autofree char *name = g_strconcat (stamp, MARKS[kind], suffix, NULL);
  char *path = g_build_filename (folder, name, NULL);

  for (guint i = 2; kind != DAYBOOK_BACKUP_OF_DAY && g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_autofree char *next = g_strdup_printf ("%s%s-%u%s", stamp, MARKS[kind], i, suffix);

      g_free (path);
      path = g_build_filename (folder, next, NULL);
    }

  return path;
}

char *
daybook_backup_keep_path (DaybookStore       *store,
                          DaybookBackupKind   kind,
                          gboolean            sealed,
                          GError            **error)
{
  g_autofree char *folder = daybook_backup_keep_folder (daybook_store_get_folder (store));
  g_autoptr(GDateTime) now = local_now (store);
  g_autofree char *stamp = g_date_time_format (now, PREFIX "%Y-%m-%dT%H%M%S");

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return name_free_path (folder, stamp, kind, sealed ? ".db.sealed" : ".db");

  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED, _("The folder “%s” cannot be used: %s."), folder, g_strerror (errno));
  return NULL;
}

/* Of one second the longer name is the later: "-by-hand-2". */
static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  const char *first = *(const char *const *) a, *second = *(const char *const *) b;
  int order = strncmp (second, first, strlen (PREFIX) + TIME_LENGTH);

  if (order == 0 && strlen (first) != strlen (second))
    return strlen (first) > strlen (second) ? -1 : 1;
  return order != 0 ? order : strcmp (second, first);
}

static gboolean
is_backup (const char *name)
{
  return g_str_has_prefix (name, PREFIX)
         && strlen (name) > strlen (PREFIX) + DATE_LENGTH
         && (g_str_has_suffix (name, ".db") || g_str_has_suffix (name, ".db.sealed"));
}

/* Whether the day's rule is about it. */
static gboolean
is_of_day (const char *name)
{
  return strchr (name + strlen (PREFIX) + DATE_LENGTH, '-') == NULL;
}

static GPtrArray *
list_backups (const char *book)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = daybook_backup_keep_folder (book);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_backup (name))
      g_ptr_array_add (names, g_strdup (name));

  g_ptr_array_sort (names, compare_newest_first);
  return names;
}

/* A clock that stood in the future may have named some that are newer. */
gboolean
daybook_backup_keep_has_today (DaybookStore *store)
{
  g_autoptr(GPtrArray) names = list_backups (daybook_store_get_folder (store));
  g_autoptr(GDateTime) now = local_now (store);
  g_autofree char *today = g_date_time_format (now, PREFIX "%Y-%m-%d");

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      if (g_str_has_prefix (name, today) && strstr (name, MARKS[DAYBOOK_BACKUP_BEFORE_RESTORE]) == NULL)
        return TRUE;
    }

  return FALSE;
}

/* The day, ISO week and month that a name speaks of. */
static char *
period (const char *name,
        const char *format)
{
  int year, month, day;

  if (sscanf (name + strlen (PREFIX), "%4d-%2d-%2d", &year, &month, &day) != 3)
    return NULL;

  g_autoptr(GDateTime) date = g_date_time_new_utc (year, month, day, 0, 0, 0);
  return date != NULL ? g_date_time_format (date, format) : NULL;
}

/* Marks the newest of each of the first `n` periods. */
static void
keep_newest (GPtrArray  *names,
             const char *format,
             guint       n,
             GHashTable *kept)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < names->len && g_hash_table_size (seen) < n; i++)
    {
      char *name = g_ptr_array_index (names, i);
      char *when = period (name, format);

      if (when == NULL || g_hash_table_add (seen, when))
        g_hash_table_add (kept, name);
    }
}

static GPtrArray *
pick_of_days (GPtrArray *names)
{
  GPtrArray *picked = g_ptr_array_new ();

  for (guint i = 0; i < names->len; i++)
    if (is_of_day (g_ptr_array_index (names, i)))
      g_ptr_array_add (picked, g_ptr_array_index (names, i));

  return picked;
}

GPtrArray *
daybook_backup_keep_choose (GPtrArray *names)
{
  g_autoptr(GPtrArray) of_days = pick_of_days (names);
  g_autoptr(GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *doomed = g_ptr_array_new ();

  keep_newest (of_days, "%Y-%m-%d", DAYS, kept);
  keep_newest (of_days, "%G-%V", WEEKS, kept);
  keep_newest (of_days, "%Y-%m", MONTHS, kept);
  for (guint i = 0; i < of_days->len; i++)
    if (!g_hash_table_contains (kept, g_ptr_array_index (of_days, i)))
      g_ptr_array_add (doomed, g_ptr_array_index (of_days, i));

  return doomed;
}

void
daybook_backup_keep_sweep (DaybookStore *store)
{
  g_autofree char *folder = daybook_backup_keep_folder (daybook_store_get_folder (store));
  g_autoptr(GPtrArray) names = list_backups (daybook_store_get_folder (store));
  g_autoptr(GPtrArray) doomed = daybook_backup_keep_choose (names);

  for (guint i = 0; i < doomed->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (doomed, i), NULL);

      g_unlink (path);
    }
}

char *
daybook_backup_newest (const char *book,
                       gint64     *made)
{
  g_autofree char *folder = daybook_backup_keep_folder (book);
  g_autoptr(GPtrArray) names = list_backups (book);
  GStatBuf status;

  if (names->len == 0)
    return NULL;

  char *path = g_build_filename (folder, g_ptr_array_index (names, 0), NULL);
  *made = g_stat (path, &status) == 0 ? status.st_mtime : 0;
  return path;
}
