/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/find-article.h"

#include "cli/find-row.h"
#include "cli/input.h"
#include "cli/interrupt.h"
#include "cli/read-paste.h"

#include "core/article.h"
#include "core/edit.h"
#include "exchange/refuse.h"
#include "exchange/small-file.h"
#include "store/article-text.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#define PIECE 4096

DaybookRow *
daybook_find_article (DaybookCli  *cli,
                      const char  *word,
                      GError     **error)
{
  GError *local = NULL;
  DaybookId id;

  if (!daybook_id_parse (word, &id) && daybook_article_find_titled (daybook_store_get_reader (cli->store), word, &id, &local))
    return daybook_reader_find (daybook_store_get_reader (cli->store), &daybook_articles, &id, error);
  if (local == NULL)
    return daybook_find_row_in_use (cli->store, &daybook_articles, word, error);

  g_propagate_error (error, local);
  return NULL;
}

/* --- Texts ------------------------------------------------------------------------------- */

/* No more than is taken, and one byte. */
static GString *
read_input (GError **error)
{
  g_autoptr(DaybookInterrupt) interrupt = daybook_interrupt_new ();
  g_autoptr(GString) text = g_string_new (NULL);
  char piece[PIECE];
  gssize n = 1;

  while (n > 0 && text->len <= DAYBOOK_LONG_TEXT_MAX)
    {
      if (!daybook_input_wait (daybook_interrupt_get_cancellable (interrupt)))
        {
          g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED, _("Reading the text was stopped. Nothing has changed."));
          return NULL;
        }
      n = read (STDIN_FILENO, piece, sizeof piece);
      if (n > 0)
        g_string_append_len (text, piece, n);
      else if (n < 0 && errno == EINTR)
        n = 1;
    }

  return g_steal_pointer (&text);
}

static GString *
read_file (const char  *file,
           GError     **error)
{
  g_autoptr(GError) reason = NULL;
  g_autofree char *name = NULL;
  gsize length = 0;
  g_autofree char *content = daybook_small_file_read (file, DAYBOOK_LONG_TEXT_MAX, &length, &reason);

  if (content != NULL)
    return g_string_new_len (content, (gssize) length);

  name = g_filename_display_name (file);
  daybook_refuse (error, _("The text “%s” cannot be read: %s."), name, reason->message);
  return NULL;
}

char *
daybook_read_text (const char  *word,
                   GError     **error)
{
  g_autoptr(GString) text = NULL;

  if (!g_str_equal (word, DAYBOOK_STANDARD_INPUT) && *word != '@')
    return g_strdup (word);

  text = *word == '@' ? read_file (word + 1, error) : read_input (error);
  if (text == NULL)
    return NULL;
  if (text->len > DAYBOOK_LONG_TEXT_MAX)
    {
      daybook_refuse (error, _("The text is longer than %d kB."), DAYBOOK_LONG_TEXT_MAX / 1024);
      return NULL;
    }
  if (!g_utf8_validate (text->str, (gssize) text->len, NULL))
    {
      daybook_refuse (error, _("This is no UTF-8 text."));
      return NULL;
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
