/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/log-vfs.h"

#include <sqlite3.h>
#include <string.h>

#define NAME "daybook-log"
/* SQLite's own VFS for Unix cuts what it is given to 17 bits of length: nobody writes
 * more at a time (os_unix.c, seekAndWriteFd()). */
#define ROOM 0x1ffff

/* The log's format (sqlite.org/fileformat.html, "The Write-Ahead Log"): a header,
 * and frames of a header and a page each. Bytes 4 to 7 of a frame's header are zero
 * but in the one that commits. */
#define FRAME_HEADER 24
#define SIZE_AFTER_COMMIT 4

/* SQLite allocates szOsFile bytes: this, and behind it the default VFS's own. */
typedef struct
{
  sqlite3_file   base;
  guint8        *bytes;   /* what is gathered; ROOM, once there was something */
  gsize          length;
  sqlite3_int64  start;   /* place of the first of them in the log, also when they are lost */
  sqlite3_int64  end;     /* of the log, as far as written here */
  sqlite3_int64  header;  /* where the frame header ends that was written last; -1: it was something else */
  gboolean       commits; /* says that header */
  int            failure; /* what could not be written out, met by a read: the next write tells */
} LogFile;

static sqlite3_vfs *
beneath (sqlite3_vfs *vfs)
{
  return vfs->pAppData;
}

static sqlite3_file *
real (sqlite3_file *file)
{
  return (sqlite3_file *) ((LogFile *) file + 1);
}

/* --- Gathering ---------------------------------------------------------- */

static int
write_out (LogFile *self)
{
  gsize length = self->length;

  self->length = 0;
  if (length == 0)
    return SQLITE_OK;

  self->failure = real (&self->base)->pMethods->xWrite (real (&self->base), self->bytes, (int) length, self->start);
  return self->failure;
}

/* A write that fails ends its transaction. A read that fails may end one statement
 * only, and what was to be written out for it is lost: the transaction must not go on
 * without, so its next write fails as well. One that has rolled back, all of it or as
 * far as what is lost, goes on with a frame at that place or before. */
static int
take_failure (LogFile       *self,
              int            length,
              sqlite3_int64  offset)
{
  gboolean begins_frame = length == FRAME_HEADER || offset == 0;
  int failure = begins_frame && offset <= self->start ? SQLITE_OK : self->failure;

  self->failure = SQLITE_OK;
  return failure;
}

static int
write_through (LogFile       *self,
               const void    *data,
               int            length,
               sqlite3_int64  offset)
{
  int code = write_out (self);

  return code != SQLITE_OK ? code : real (&self->base)->pMethods->xWrite (real (&self->base), data, length, offset);
}

static int
gather (LogFile       *self,
        const void    *data,
        int            length,
        sqlite3_int64  offset)
{
  gboolean follows = self->length > 0 && offset == self->start + (sqlite3_int64) self->length
                     && self->length + (gsize) length <= ROOM;
  int code = follows ? SQLITE_OK : write_out (self);

  if (code != SQLITE_OK)
    return code;
  if (self->bytes == NULL)
    self->bytes = g_try_malloc (ROOM);
  if (self->bytes == NULL || length > ROOM)
    return write_through (self, data, length, offset);

  if (self->length == 0)
    self->start = offset;
  memcpy (self->bytes + self->length, data, (gsize) length);
  self->length += (gsize) length;
  return SQLITE_OK;
}

static gboolean
is_commit (const guint8 *header)
{
  static const guint8 NONE[4] = { 0 };

  return memcmp (header + SIZE_AFTER_COMMIT, NONE, sizeof NONE) != 0;
}

/* Whether a write goes on with the log. It does where the log ended, as far as this
 * connection knows, and also before: when the log has begun anew, a page after its
 * header shows where it is now. A header that is written again, for checksums made
 * anew, has no page after it. */
static gboolean
is_append (LogFile       *self,
           sqlite3_int64  offset)
{
  return offset >= self->end || offset == self->header;
}

/* --- Files -------------------------------------------------------------- */

static int
close_file (sqlite3_file *file)
{
  LogFile *self = (LogFile *) file;

  g_clear_pointer (&self->bytes, g_free); /* of no commit */
  return real (file)->pMethods->xClose (real (file));
}

static int
read_file (sqlite3_file  *file,
           void          *data,
           int            length,
           sqlite3_int64  offset)
{
  LogFile *self = (LogFile *) file;
  int code = offset + length > self->start ? write_out (self) : SQLITE_OK;

  return code != SQLITE_OK ? code : real (file)->pMethods->xRead (real (file), data, length, offset);
}

static int
write_file (sqlite3_file  *file,
            const void    *data,
            int            length,
            sqlite3_int64  offset)
{
  LogFile *self = (LogFile *) file;
  gboolean commits = self->commits && offset == self->header;
  gboolean appends = is_append (self, offset);
  int code = take_failure (self, length, offset);

  if (code == SQLITE_OK)
    code = appends ? gather (self, data, length, offset) : write_through (self, data, length, offset);
  if (code == SQLITE_OK && commits)
    code = write_out (self);
  self->failure = SQLITE_OK; /* it is told */

  if (appends)
    self->end = offset + length;
  self->header = length == FRAME_HEADER ? offset + length : -1;
  self->commits = length == FRAME_HEADER && is_commit (data);
  return code;
}

static int
truncate_file (sqlite3_file  *file,
               sqlite3_int64  size)
{
  LogFile *self = (LogFile *) file;
  int code = write_out (self);

  self->end = MIN (self->end, size);
  return code != SQLITE_OK ? code : real (file)->pMethods->xTruncate (real (file), size);
}

static int
sync_file (sqlite3_file *file,
           int           flags)
{
  int code = write_out ((LogFile *) file);

  return code != SQLITE_OK ? code : real (file)->pMethods->xSync (real (file), flags);
}

static int
get_file_size (sqlite3_file  *file,
               sqlite3_int64 *size)
{
  int code = write_out ((LogFile *) file);

  return code != SQLITE_OK ? code : real (file)->pMethods->xFileSize (real (file), size);
}

/* SQLite locks no log; but a file has these. */
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

static const sqlite3_io_methods METHODS = {
  .iVersion = 1, /* a log has no shared memory and is not mapped */
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
};

/* --- The VFS ------------------------------------------------------------ */

/* Anything but a log is the default VFS's own file. */
static int
open_file (sqlite3_vfs  *vfs,
           const char   *name,
           sqlite3_file *file,
           int           flags,
           int          *out_flags)
{
  LogFile *self = (LogFile *) file;

  if ((flags & SQLITE_OPEN_WAL) == 0)
    return beneath (vfs)->xOpen (beneath (vfs), name, file, flags, out_flags);

  *self = (LogFile) { .header = -1 };
  int code = beneath (vfs)->xOpen (beneath (vfs), name, real (file), flags, out_flags);
  if (real (file)->pMethods != NULL)
    file->pMethods = &METHODS;
  return code;
}

static int
delete_file (sqlite3_vfs *vfs,
             const char  *name,
             int          syncs)
{
  return beneath (vfs)->xDelete (beneath (vfs), name, syncs);
}

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

/* What is not about a file (time, randomness, the last error) is the default VFS's. */
static gboolean
register_vfs (void)
{
  static sqlite3_vfs vfs;
  sqlite3_vfs *standard = sqlite3_vfs_find (NULL);

  if (standard == NULL)
    return FALSE;

  vfs = *standard;
  vfs.pNext = NULL;
  vfs.zName = NAME;
  vfs.pAppData = standard;
  vfs.szOsFile = (int) sizeof (LogFile) + standard->szOsFile;
  vfs.xOpen = open_file;
  vfs.xDelete = delete_file;
  vfs.xAccess = has_access;
  vfs.xFullPathname = get_full_path;
  return sqlite3_vfs_register (&vfs, 0) == SQLITE_OK;
}

const char *
daybook_log_vfs (void)
{
  static gsize registered = 0;

  if (g_once_init_enter (&registered))
    g_once_init_leave (&registered, register_vfs () ? 1 : 2);

  return registered == 1 ? NAME : NULL; /* NULL: the default, which is as safe */
}
