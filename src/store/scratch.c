/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/scratch.h"

#include "store/backup-file.h"
#include "store/claim.h"
#include "store/database.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Of nobody else: what is left under such a name is swept. */
#define SUFFIX ".daybook-part"

static void
close_lock (DaybookScratch *self)
{
  if (self->lock >= 0)
    close (self->lock);
  g_free (self->path);
  g_free (self);
}

DaybookScratch *
daybook_scratch_new (const char  *name,
                     GError     **error)
{
  DaybookScratch *self = g_new0 (DaybookScratch, 1);

  self->path = g_strconcat (name, SUFFIX, NULL);
  /* One of another process is not ours to empty, nor to delete. */
  self->lock = daybook_claim_file (self->path, DAYBOOK_CLAIM_WAIT_US);
  if (self->lock >= 0 && ftruncate (self->lock, 0) == 0 && fchmod (self->lock, 0600) == 0)
    return self;

  daybook_database_set_system_error (error, errno);
  close_lock (self);
  return NULL;
}

void
daybook_scratch_free (DaybookScratch *self)
{
  static const char *const PARTS[] = { "-journal", "-wal", "-shm", "" };

  for (gsize i = 0; !self->placed && i < G_N_ELEMENTS (PARTS); i++)
    {
      g_autofree char *file = g_strconcat (self->path, PARTS[i], NULL);

      g_unlink (file);
    }

  close_lock (self);
}

gboolean
daybook_scratch_place (DaybookScratch  *self,
                       const char      *name,
                       GError         **error)
{
  if (!daybook_file_sync (self->path, error))
    return FALSE;

  if (g_rename (self->path, name) != 0)
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FAILED,
                   _("The backup could not be put in its place: %s."), g_strerror (errno));
      return FALSE;
    }

  self->placed = TRUE;
  return daybook_file_sync (name, error);
}

void
daybook_scratch_sweep (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (!g_str_has_prefix (name, "daybook") || !g_str_has_suffix (name, SUFFIX))
        continue;

      DaybookScratch *left = g_new0 (DaybookScratch, 1);
      left->path = g_build_filename (folder, name, NULL);
      left->lock = daybook_claim_file (left->path, 0);
      if (left->lock >= 0)
        daybook_scratch_free (left);
      else
        close_lock (left);
    }
}
