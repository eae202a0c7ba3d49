/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/new-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#define TEMPORARY ".daybook-export-XXXXXX"

struct _DaybookNewFile
{
  char *path;
  char *folder;
  char *temporary; /* or NULL, once it has its own name */
  FILE *stream;
  int   fault;     /* an errno: why writing has failed first, or 0 */
};

static gboolean
set_error (const char  *path,
           int          code,
           GError     **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  switch (code)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FULL,
                   _("There is no room left for “%s”. Make room, or take another place."), shown);
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
                   _("“%s” may not be written there. Take another folder."), shown);
      break;
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND,
                   _("The folder of “%s” does not exist."), shown);
      break;
    case EISDIR:
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
                   _("“%s” is a folder. Give the file another name."), shown);
      break;
    default:
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FAILED,
                   _("“%s” could not be written: %s."), shown, g_strerror (code));
      break;
    }

  return FALSE;
}

/* A pipe or a device is none that a file may take the place of. */
static gboolean
may_be_replaced (const char  *path,
                 GError     **error)
{
  g_autofree char *shown = NULL;
  GStatBuf found;

  if (g_stat (path, &found) != 0 || S_ISREG (found.st_mode))
    return TRUE;
  if (S_ISDIR (found.st_mode))
    return set_error (path, EISDIR, error);

  shown = g_filename_display_name (path);
  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
               _("“%s” is no file but a device or a pipe. Give the file another name."), shown);
  return FALSE;
}

DaybookNewFile *
daybook_new_file_create (const char  *path,
                         GError     **error)
{
  g_autoptr(DaybookNewFile) self = g_new0 (DaybookNewFile, 1);
  g_autofree char *temporary = NULL;
  int file;

  self->path = g_strdup (path);
  self->folder = g_path_get_dirname (path);
  if (!may_be_replaced (path, error))
    return NULL;

  temporary = g_build_filename (self->folder, TEMPORARY, NULL);
  file = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);
  if (file < 0)
    {
      set_error (path, errno, error);
      return NULL;
    }

  self->temporary = g_steal_pointer (&temporary);
  self->stream = fdopen (file, "wb");
  if (self->stream != NULL)
    return g_steal_pointer (&self);

  set_error (path, errno, error);
  close (file);
  return NULL;
}

void
daybook_new_file_free (DaybookNewFile *self)
{
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  if (self->stream != NULL)
    fclose (self->stream);
  g_free (self->temporary);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

const char *
daybook_new_file_get_path (DaybookNewFile *self)
{
  return self->temporary;
}

void
daybook_new_file_write (DaybookNewFile *self,
                        const char     *text,
                        gsize           length)
{
  if (fwrite (text, 1, length, self->stream) != length && self->fault == 0)
    self->fault = errno;
}

gboolean
daybook_new_file_blame (DaybookNewFile  *self,
                        int              code,
                        GError         **error)
{
  return set_error (self->path, code, error);
}

gboolean
daybook_new_file_flush (DaybookNewFile  *self,
                        GError         **error)
{
  if (fflush (self->stream) != 0 && self->fault == 0)
    self->fault = errno;

  return self->fault == 0 || set_error (self->path, self->fault, error);
}

/* A name that is not on the disk yet is lost with the power; some file systems have no
 * such thing for folders. */
static void
sync_folder (DaybookNewFile *self)
{
  int folder = g_open (self->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (folder < 0)
    return;
  if (fsync (folder) != 0)
    g_debug ("%s: %s", self->folder, g_strerror (errno));
  close (folder);
}

gboolean
daybook_new_file_keep (DaybookNewFile  *self,
                       GError         **error)
{
  if (!daybook_new_file_flush (self, error))
    return FALSE;
  if (fsync (fileno (self->stream)) != 0 || g_rename (self->temporary, self->path) != 0)
    return set_error (self->path, errno, error);

  g_clear_pointer (&self->temporary, g_free);
  sync_folder (self);
  return TRUE;
}
