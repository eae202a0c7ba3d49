/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/first-look.h"

#include "core/clip.h"
#include "core/mask.h"
#include "exchange/clean.h"
#include "exchange/personal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ROWS_SHOWN 3
#define CELLS_SHOWN 12

/* "买家会员名: t**8", or NULL where the cell says nothing. */
static char *
describe_cell (const DaybookRecognition *found,
               const DaybookBinding     *binding,
               guint                     column,
               const char               *cell)
{
  g_autoptr(GString) text = g_string_new (NULL);
  DaybookPersonalColumn personal;
  g_autofree char *masked = NULL;
  g_autofree char *clipped = NULL;

  daybook_clean_text (cell, strlen (cell), text);
  if (daybook_clean_is_empty (text->str))
    return NULL;

  personal = daybook_personal_column (found->profile, binding, column, found->headings[column]);
  masked = daybook_mask (daybook_personal_mask (&personal, text->str), text->str);
  clipped = daybook_clip (masked);
  /* Translators: a column of a file, and what a cell in it says */
  return g_strdup_printf (_("%s: %s"), found->headings[column], clipped);
}

static char *
describe_row (const DaybookRecognition *found,
              const DaybookBinding     *binding,
              char                    **cells)
{
  g_autoptr(GString) line = g_string_new (NULL);
  guint n_cells = MIN (g_strv_length (cells), found->n_headings);

  for (guint i = 0, n = 0; i < n_cells && n < CELLS_SHOWN; i++)
    {
      g_autofree char *cell = describe_cell (found, binding, i, cells[i]);

      if (cell == NULL)
        continue;
      if (n++ > 0)
        g_string_append (line, " · ");
      g_string_append (line, cell);
    }

  return g_string_free (g_steal_pointer (&line), FALSE);
}

static char **
describe_rows (const DaybookRecognition *found)
{
  g_autoptr(DaybookBinding) binding = daybook_binding_new (found->form, (const char *const *) found->headings, found->n_headings);
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < found->sample->len && rows->len < ROWS_SHOWN; i++)
    {
      g_autofree char *row = describe_row (found, binding, g_ptr_array_index (found->sample, i));

      if (*row != '\0')
        g_ptr_array_add (rows, g_steal_pointer (&row));
    }

  g_ptr_array_add (rows, NULL);
  return (char **) g_ptr_array_free (rows, FALSE);
}

DaybookFirstLook *
daybook_first_look_new (const DaybookRecognition *found,
                        const char               *platform,
                        const char               *kind,
                        const char               *encoding,
                        DaybookFeeds             *feeds)
{
  DaybookFirstLook *look = g_new0 (DaybookFirstLook, 1);

  look->platform = g_strdup (platform);
  look->kind = g_strdup (kind);
  look->encoding = g_strdup (encoding);
  look->rows = describe_rows (found);
  look->feeds = feeds;
  return look;
}

void
daybook_first_look_free (DaybookFirstLook *look)
{
  g_strfreev (look->rows);
  daybook_feeds_free (look->feeds);
  g_free (look->platform);
  g_free (look->kind);
  g_free (look->encoding);
  g_free (look);
}
