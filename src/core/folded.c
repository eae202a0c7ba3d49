/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/folded.h"

#include "core/han.h"

/* One that folds into several, or into none, stays as it is. */
static gunichar
fold (gunichar c)
{
  gunichar folded[DAYBOOK_HAN_FOLD_MAX];

  if (g_unichar_isspace (c))
    return ' ';
  return daybook_han_fold_char (c, folded) == 1 ? folded[0] : c;
}

DaybookFolded *
daybook_folded_new (const char *line)
{
  g_autofree char *valid = g_utf8_make_valid (line, -1);
  g_autoptr(GArray) origins = g_array_new (FALSE, FALSE, sizeof (gsize));
  GString *text = g_string_new (NULL);
  DaybookFolded *self = g_new0 (DaybookFolded, 1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize origin = (gsize) (p - valid);

      g_string_append_unichar (text, fold (g_utf8_get_char (p)));
      while (origins->len < text->len)
        g_array_append_val (origins, origin);
    }

  gsize end = strlen (valid);
  g_array_append_val (origins, end);
  self->length = text->len;
  self->text = g_string_free (text, FALSE);
  self->origins = (gsize *) g_array_free (g_steal_pointer (&origins), FALSE);
  return self;
}

void
daybook_folded_free (DaybookFolded *self)
{
  g_free (self->text);
  g_free (self->origins);
  g_free (self);
}
