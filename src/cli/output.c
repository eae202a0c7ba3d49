/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/output.h"

#include "core/moment.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

void
daybook_print (const char *format,
               ...)
{
  va_list arguments;

  va_start (arguments, format);
  vprintf (format, arguments);
  va_end (arguments);
}

/* Cells across the terminal; 0 when it is none. */
static guint
terminal_width (void)
{
  struct winsize size;

  if (!isatty (STDOUT_FILENO) || ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
    return 0;

  return size.ws_col;
}

DaybookTextTable *
daybook_print_new_table (void)
{
  return daybook_text_table_new (terminal_width ());
}

void
daybook_print_table (DaybookTextTable *table)
{
  /* NO_COLOR: https://no-color.org */
  gboolean bold = isatty (STDOUT_FILENO) && g_getenv ("NO_COLOR") == NULL;
  g_autofree char *text = daybook_text_table_to_string (table, bold ? DAYBOOK_COLOR_HEADING : DAYBOOK_COLOR_NEVER);

  fputs (text, stdout);
}

/* The text of one object, on one line. (transfer full) */
static char *
write_object (JsonObject *object)
{
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_node_set_object (node, object);
  return json_to_string (node, FALSE);
}

void
daybook_print_json (JsonObject *object)
{
  g_autofree char *text = write_object (object);

  puts (text);
}

void
daybook_json_set_text (JsonObject *object,
                       const char *member,
                       const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, member, text);
  else
    json_object_set_null_member (object, member);
}

void
daybook_json_set_id (JsonObject      *object,
                     const char      *member,
                     const DaybookId *id)
{
  g_autofree char *text = id != NULL && !daybook_id_is_null (id) ? daybook_id_to_string (id) : NULL;

  daybook_json_set_text (object, member, text);
}

void
daybook_json_set_moment (JsonObject *object,
                         const char *member,
                         DaybookCli *cli,
                         gint64      moment)
{
  g_autofree char *text = moment != 0 ? daybook_moment_to_iso (moment, daybook_store_get_zone (cli->store)) : NULL;

  daybook_json_set_text (object, member, text);
}

gboolean
daybook_print_flush (GError **error)
{
  int saved_errno;

  if (fflush (stdout) == 0 && !ferror (stdout))
    return TRUE;

  saved_errno = errno;
  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FAILED,
               _("The answer could not be written: %s."), g_strerror (saved_errno));
  return FALSE;
}

void
daybook_print_list_begin (const char *kind,
                          gint64      total)
{
  printf ("{\"kind\":\"%s\",\"total\":%" G_GINT64_FORMAT ",\"rows\":[", kind, total);
}

void
daybook_print_list_row (JsonObject *row,
                        guint       index)
{
  g_autofree char *text = write_object (row);

  if (index > 0)
    putchar (',');
  fputs (text, stdout);
}

void
daybook_print_list_beside (const char *member)
{
  printf ("],\"%s\":[", member);
}

void
daybook_print_list_end (void)
{
  puts ("]}");
}
