/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/pasted.h"

#include "exchange/nameless.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#define KEY "daybook-pasted"

struct _DaybookPasted
{
  int   fd;
  char *path;
  char *platform;
};

/* What the archives' errors say of unpacking is not what goes on here. */
static gboolean
explain (GError **error)
{
  int code = (*error)->code;

  g_clear_error (error);
  if (code == DAYBOOK_ERROR_FULL)
    g_set_error_literal (error, DAYBOOK_ERROR, code, _("There is no room left on the disk for what was pasted. Make room and try again."));
  else
    g_set_error_literal (error, DAYBOOK_ERROR, code, _("Nothing may be written into the folder of the book. Give yourself the right to, and try again."));
  return FALSE;
}

static gboolean
write_text (int            fd,
            const char    *text,
            gsize          length,
            GError       **error)
{
  GError *reason = NULL;

  if (daybook_nameless_write (fd, text, length, &reason))
    return TRUE;

  explain (&reason);
  g_propagate_error (error, reason);
  return FALSE;
}

static int
open_file (const char  *folder,
           GError     **error)
{
  GError *reason = NULL;
  int fd = daybook_nameless_open (folder, &reason);

  if (fd >= 0)
    return fd;

  explain (&reason);
  g_propagate_error (error, reason);
  return -1;
}

DaybookPasted *
daybook_pasted_new (const char          *folder,
                    const DaybookPaste  *paste,
                    const char          *text,
                    gsize                length,
                    const char          *platform,
                    GError             **error)
{
  g_autoptr(DaybookPasted) pasted = g_new0 (DaybookPasted, 1);
  GString *csv = paste->is_table ? g_string_new_len (text, (gssize) length) : daybook_paste_to_csv (paste);
  g_autofree char *content = NULL;
  gsize size = csv->len;

  content = g_string_free (csv, FALSE);
  pasted->fd = open_file (folder, error);
  if (pasted->fd < 0 || !write_text (pasted->fd, content, size, error))
    return NULL;

  pasted->path = g_strdup_printf ("/proc/self/fd/%d", pasted->fd);
  pasted->platform = g_strdup (platform);
  return g_steal_pointer (&pasted);
}

void
daybook_pasted_free (DaybookPasted *pasted)
{
  if (pasted->fd >= 0)
    close (pasted->fd);
  g_free (pasted->path);
  g_free (pasted->platform);
  g_free (pasted);
}

const char *
daybook_pasted_get_path (DaybookPasted *pasted)
{
  return pasted->path;
}

const char *
daybook_pasted_name (void)
{
  /* Translators: stands where imports have the name of their file */
  return _("Pasted reviews");
}

void
daybook_pasted_tell (DaybookPasted *pasted,
                     DaybookImport *import)
{
  daybook_import_set_name (import, daybook_pasted_name ());
  daybook_import_set_platform (import, pasted->platform);
}

GFile *
daybook_pasted_to_file (DaybookPasted *pasted)
{
  GFile *file = g_file_new_for_path (pasted->path);

  g_object_set_data_full (G_OBJECT (file), KEY, pasted, (GDestroyNotify) daybook_pasted_free);
  return file;
}

DaybookPasted *
daybook_pasted_of (GFile *file)
{
  return g_object_get_data (G_OBJECT (file), KEY);
}
