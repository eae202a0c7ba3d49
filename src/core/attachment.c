/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/attachment.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LONGEST 60
/* Longer ones are no ending but part of the name: "R-A2031 v1.2 broken". */
#define LONGEST_ENDING 5

void
daybook_attachment_add (DaybookEdit             *edit,
                        const DaybookId         *of,
                        const DaybookAttachment *attachment,
                        const DaybookId         *agent,
                        gint64                   now)
{
  DaybookId id;

  daybook_id_fresh (&id, now * 1000);
  daybook_edit_create (edit, &daybook_attachments, &id);
  daybook_edit_give (edit, DAYBOOK_ATTACHMENT_CASE, daybook_value_id (of));
  daybook_edit_give (edit, DAYBOOK_ATTACHMENT_HASH, daybook_value_text (attachment->hash));
  daybook_edit_give (edit, DAYBOOK_ATTACHMENT_NAME, daybook_value_text (attachment->name));
  daybook_edit_give (edit, DAYBOOK_ATTACHMENT_MEDIA, daybook_value_text (attachment->media));
  daybook_edit_give (edit, DAYBOOK_ATTACHMENT_SIZE, daybook_value_int (attachment->size));
  daybook_edit_give (edit, DAYBOOK_ATTACHMENT_WIDTH, daybook_value_int (attachment->width));
  daybook_edit_give (edit, DAYBOOK_ATTACHMENT_HEIGHT, daybook_value_int (attachment->height));
  daybook_edit_give (edit, DAYBOOK_ATTACHMENT_AT, daybook_value_int (now));
  daybook_edit_give (edit, DAYBOOK_ATTACHMENT_AGENT, daybook_value_id (agent));
}

/* What a name shows and cannot hide something with: the formats are the marks that turn the writing
 * round, so that "gpj.exe" is read as "exe.jpg". */
static gboolean
is_seen (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_UNASSIGNED:
      return FALSE;
    default:
      return c != '/' && c != '\\';
    }
}

static void
cut_ending (char *name)
{
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name && strlen (dot + 1) <= LONGEST_ENDING && strchr (dot, ' ') == NULL)
    *dot = '\0';
}

/* The name alone, without what comes before a slash of either kind. */
static char *
take_stem (const char *file)
{
  const char *slash = strrchr (file, '/');
  const char *other = strrchr (file, '\\');
  const char *last = MAX (slash != NULL ? slash + 1 : file, other != NULL ? other + 1 : file);
  char *stem = g_utf8_make_valid (last, -1);

  cut_ending (stem);
  return stem;
}

char *
daybook_attachment_name (const char *file,
                         const char *media)
{
  g_autofree char *stem = take_stem (file);
  GString *name = g_string_new (NULL);
  guint n = 0;

  for (const char *p = stem; *p != '\0' && n < LONGEST; p = g_utf8_next_char (p))
    if (is_seen (g_utf8_get_char (p)))
      {
        g_string_append_unichar (name, g_utf8_get_char (p));
        n++;
      }
  g_strstrip (name->str);
  g_string_truncate (name, strlen (name->str));
  /* One that begins with a dot is not seen in a folder. */
  while (name->len > 0 && name->str[0] == '.')
    g_string_erase (name, 0, 1);
  if (name->len == 0)
    /* Translators: what a picture is called that came without a file name. */
    g_string_append (name, _("Photo"));

  g_string_append (name, g_strcmp0 (media, "image/png") == 0 ? ".png" : ".jpg");
  return g_string_free (name, FALSE);
}
