/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/read-paste.h"

#include "cli/input.h"
#include "exchange/encoding.h"
#include "exchange/nameless.h"
#include "exchange/refuse.h"
#include "exchange/small-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#define PIECE 4096

static GString *
read_file (const char  *file,
           GError     **error)
{
  g_autoptr(GError) reason = NULL;
  g_autofree char *name = NULL;
  gsize length = 0;
  g_autofree char *content = daybook_small_file_read (file, DAYBOOK_PASTE_MAX, &length, &reason);

  if (content != NULL)
    return g_string_new_len (content, (gssize) length);

  name = g_filename_display_name (file);
  /* Translators: the name of a file and a reason, such as "No such file or directory" */
  daybook_refuse (error, _("The text “%s” cannot be read: %s."), name, reason->message);
  return NULL;
}

/* As UTF-8, whatever it is written in. */
static GString *
decode (const GString  *bytes,
        GError        **error)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(DaybookDecoder) decoder = NULL;
  char piece[PIECE];
  gssize n;
  int fd = daybook_nameless_open (NULL, error);

  if (fd < 0 || !daybook_nameless_write (fd, bytes->str, bytes->len, error) || lseek (fd, 0, SEEK_SET) != 0)
    return NULL;
  decoder = daybook_decoder_new (fd, "", error);
  if (decoder == NULL)
    return NULL;

  while ((n = daybook_decoder_read (decoder, piece, sizeof piece, error)) > 0)
    g_string_append_len (text, piece, n);
  return n < 0 ? NULL : g_steal_pointer (&text);
}

static GString *
load (const char    *file,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr(GString) bytes = g_str_equal (file, DAYBOOK_STANDARD_INPUT) ? daybook_input_read (DAYBOOK_PASTE_MAX, cancellable, error) : read_file (file, error);

  /* That it is too long, or empty, whoever reads it says. */
  if (bytes == NULL || bytes->len > DAYBOOK_PASTE_MAX || bytes->len == 0)
    return g_steal_pointer (&bytes);
  return decode (bytes, error);
}

DaybookPasted *
daybook_read_paste (DaybookCli    *cli,
                    const char    *file,
                    const char    *platform,
                    guint         *n_left_out,
                    GCancellable  *cancellable,
                    GError       **error)
{
  const char *folder = daybook_store_get_folder (cli->store);
  g_autoptr(GString) text = load (file, cancellable, error);
  g_autoptr(GPtrArray) profiles = text != NULL ? daybook_profiles_load (folder, error) : NULL;
  g_autoptr(DaybookPaste) paste = profiles != NULL ? daybook_paste_read (text->str, text->len, profiles, error) : NULL;

  if (paste == NULL)
    return NULL;
  if (!paste->is_table && paste->reviews->len == 0)
    {
      daybook_refuse (error, _("No review is to be seen in this text. Each begins with a name or a date."));
      return NULL;
    }

  *n_left_out = paste->left_out->len;
  return daybook_pasted_new (folder, paste, text->str, text->len, platform, error);
}
