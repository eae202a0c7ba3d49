/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fault-vfs.h"

#include <signal.h>
#include <sqlite3.h>

#define PIECE 2048 /* bytes */

/* SQLite allocates szOsFile bytes: this, and behind it the default VFS's own. */
typedef struct
{
  sqlite3_file       base;
  sqlite3_io_methods methods; /* as many as the default VFS has for this file */
} FaultFile;

/* The writer's thread and the main one call at once: guarded by `lock`. */
static struct
{
  GMutex     lock;
  FaultCalls calls;
  FaultKind  kind;
  guint      nth;
  guint      counted;
  guint      struck;
} armed;

static sqlite3_vfs *
beneath (sqlite3_vfs *vfs)
{
  return vfs->pAppData;
}

static sqlite3_file *
real (sqlite3_file *file)
{
  return (sqlite3_file *) ((FaultFile *) file + 1);
}

/* Counts `n` calls of a kind, one after the other. SQLITE_OK when they are to go
 * through; else `done` of them have. */
static int
meet_many (FaultCalls call,
           guint      n,
           guint     *done)
{
  int code = SQLITE_OK;

  *done = 0;
  g_mutex_lock (&armed.lock);
  while ((armed.calls & call) && code == SQLITE_OK && *done < n)
    {
      gboolean now = ++armed.counted == armed.nth;
      gboolean since = armed.nth != 0 && armed.counted > armed.nth && armed.kind == FAULT_STAYS_FULL;

      if (since && call == FAULT_DELETES)
        now = since = FALSE;
      if (now || since)
        {
          armed.struck++;
          code = armed.kind == FAULT_IOERR ? SQLITE_IOERR : armed.kind == FAULT_KILL ? SQLITE_ABORT : SQLITE_FULL;
        }
      else
        (*done)++;
    }
  g_mutex_unlock (&armed.lock);

  return code;
}

static int
meet (FaultCalls call)
{
  guint done;

  return meet_many (call, 1, &done);
}

static guint
count_calls (int length)
{
  g_mutex_lock (&armed.lock);
  gboolean by_pieces = (armed.calls & FAULT_PIECES) != 0;
  g_mutex_unlock (&armed.lock);

  return by_pieces ? MAX (1, (guint) length / PIECE) : 1;
}

/* What a call returns that met `code`. A kill does not return. */
static int
strike (int code,
        int specific)
{
  if (code == SQLITE_ABORT)
    raise (SIGKILL);

  return code == SQLITE_IOERR ? specific : code;
}

/* --- Files -------------------------------------------------------------- */

static int
close_file (sqlite3_file *file)
{
  return real (file)->pMethods->xClose (real (file));
}

static int
read_file (sqlite3_file  *file,
           void          *data,
           int            length,
           sqlite3_int64  offset)
{
  int code = meet (FAULT_READS);

  if (code != SQLITE_OK)
    return strike (code, SQLITE_IOERR_READ);
  return real (file)->pMethods->xRead (real (file), data, length, offset);
}

static int
write_file (sqlite3_file  *file,
            const void    *data,
            int            length,
            sqlite3_int64  offset)
{
  guint calls = count_calls (length), done;
  int code = meet_many (FAULT_WRITES, calls, &done);

  if (code == SQLITE_OK)
    return real (file)->pMethods->xWrite (real (file), data, length, offset);

  /* What fails half-way has written half of that call, and those before. */
  real (file)->pMethods->xWrite (real (file), data, length / (int) calls * (int) done + length / (int) calls / 2, offset);
  return strike (code, SQLITE_IOERR_WRITE);
}

static int
truncate_file (sqlite3_file  *file,
               sqlite3_int64  size)
{
  int code = meet (FAULT_TRUNCATES);

  if (code != SQLITE_OK)
    return strike (code, SQLITE_IOERR_TRUNCATE);
  return real (file)->pMethods->xTruncate (real (file), size);
}

static int
sync_file (sqlite3_file *file,
           int           flags)
{
  int code = meet (FAULT_SYNCS);

  if (code != SQLITE_OK)
    return strike (code, SQLITE_IOERR_FSYNC);
  return real (file)->pMethods->xSync (real (file), flags);
}

static int
get_file_size (sqlite3_file  *file,
               sqlite3_int64 *size)
{
  return real (file)->pMethods->xFileSize (real (file), size);
}

static int
lock_file (sqlite3_file *file,
           int           level)
{
  return real (file)->pMethods->xLock (real (file), level);
}

static int
unlock_file (sqlite3_file *file,
             int           level)
{
  return real (file)->pMethods->xUnlock (real (file), level);
}

static int
is_file_reserved (sqlite3_file *file,
                  int          *reserved)
{
  return real (file)->pMethods->xCheckReservedLock (real (file), reserved);
}

static int
control_file (sqlite3_file *file,
              int           what,
              void         *data)
{
  return real (file)->pMethods->xFileControl (real (file), what, data);
}

static int
get_sector_size (sqlite3_file *file)
{
  return real (file)->pMethods->xSectorSize (real (file));
}

static int
get_device_characteristics (sqlite3_file *file)
{
  return real (file)->pMethods->xDeviceCharacteristics (real (file));
}

static int
map_shm (sqlite3_file   *file,
         int             page,
         int             size,
         int             extend,
         void volatile **at)
{
  return real (file)->pMethods->xShmMap (real (file), page, size, extend, at);
}

static int
lock_shm (sqlite3_file *file,
          int           offset,
          int           n,
          int           flags)
{
  return real (file)->pMethods->xShmLock (real (file), offset, n, flags);
}

static void
order_shm (sqlite3_file *file)
{
  real (file)->pMethods->xShmBarrier (real (file));
}

static int
unmap_shm (sqlite3_file *file,
           int           deletes)
{
  return real (file)->pMethods->xShmUnmap (real (file), deletes);
}

static int
fetch_page (sqlite3_file   *file,
            sqlite3_int64   offset,
            int             length,
            void          **page)
{
  return real (file)->pMethods->xFetch (real (file), offset, length, page);
}

static int
unfetch_page (sqlite3_file  *file,
              sqlite3_int64  offset,
              void          *page)
{
  return real (file)->pMethods->xUnfetch (real (file), offset, page);
}

static const sqlite3_io_methods METHODS = {
  .xClose = close_file,
  .xRead = read_file,
  .xWrite = write_file,
  .xTruncate = truncate_file,
  .xSync = sync_file,
  .xFileSize = get_file_size,
  .xLock = lock_file,
  .xUnlock = unlock_file,
  .xCheckReservedLock = is_file_reserved,
  .xFileControl = control_file,
  .xSectorSize = get_sector_size,
  .xDeviceCharacteristics = get_device_characteristics,
  .xShmMap = map_shm,
  .xShmLock = lock_shm,
  .xShmBarrier = order_shm,
  .xShmUnmap = unmap_shm,
  .xFetch = fetch_page,
  .xUnfetch = unfetch_page,
};

/* --- The disk ----------------------------------------------------------- */

static int
open_file (sqlite3_vfs  *vfs,
           const char   *name,
           sqlite3_file *file,
           int           flags,
           int          *out_flags)
{
  FaultFile *fault = (FaultFile *) file;
  int code = meet (FAULT_OPENS);

  file->pMethods = NULL;
  if (code != SQLITE_OK)
    return strike (code, SQLITE_CANTOPEN);

  code = beneath (vfs)->xOpen (beneath (vfs), name, real (file), flags, out_flags);
  if (real (file)->pMethods == NULL)
    return code;

  fault->methods = METHODS;
  fault->methods.iVersion = MIN (3, real (file)->pMethods->iVersion);
  file->pMethods = &fault->methods;
  return code;
}

static int
delete_file (sqlite3_vfs *vfs,
             const char  *name,
             int          syncs)
{
  int code = meet (FAULT_DELETES);

  if (code != SQLITE_OK)
    return strike (code, SQLITE_IOERR_DELETE);
  return beneath (vfs)->xDelete (beneath (vfs), name, syncs);
}

/* What the default VFS does by its pAppData (how it locks) is asked of itself. */
static int
has_access (sqlite3_vfs *vfs,
            const char  *name,
            int          flags,
            int         *result)
{
  return beneath (vfs)->xAccess (beneath (vfs), name, flags, result);
}

static int
get_full_path (sqlite3_vfs *vfs,
               const char  *name,
               int          size,
               char        *path)
{
  return beneath (vfs)->xFullPathname (beneath (vfs), name, size, path);
}

/* --- Public ------------------------------------------------------------- */

void
fault_vfs_install (void)
{
  static sqlite3_vfs vfs;
  sqlite3_vfs *system = sqlite3_vfs_find (NULL);

  g_return_if_fail (system != NULL && system != &vfs);

  vfs = *system;
  vfs.pNext = NULL;
  vfs.zName = "fault";
  vfs.pAppData = system;
  vfs.szOsFile = (int) sizeof (FaultFile) + system->szOsFile;
  vfs.xOpen = open_file;
  vfs.xDelete = delete_file;
  vfs.xAccess = has_access;
  vfs.xFullPathname = get_full_path;
  if (sqlite3_vfs_register (&vfs, 1) != SQLITE_OK)
    g_error ("The failing disk cannot be registered");
}

void
fault_vfs_arm (FaultCalls calls,
               FaultKind  kind,
               guint      nth)
{
  g_mutex_lock (&armed.lock);
  armed.calls = calls;
  armed.kind = kind;
  armed.nth = nth;
  armed.counted = 0;
  armed.struck = 0;
  g_mutex_unlock (&armed.lock);
}

guint
fault_vfs_disarm (void)
{
  g_mutex_lock (&armed.lock);
  armed.calls = 0;
  guint struck = armed.struck;
  g_mutex_unlock (&armed.lock);

  return struck;
}

guint
fault_vfs_count (void)
{
  g_mutex_lock (&armed.lock);
  guint counted = armed.counted;
  g_mutex_unlock (&armed.lock);

  return counted;
}
