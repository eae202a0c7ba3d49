/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/row-problem.h"

#include "core/clip.h"
#include "core/mask.h"
#include "exchange/encoding.h"
#include "exchange/personal.h"
#include "exchange/row-number.h"

/* As people see it. */
static char *
show_damage (const char *text)
{
  GString *shown = g_string_new (text);

  g_string_replace (shown, DAYBOOK_DAMAGE, "\xef\xbf\xbd", 0);
  return g_string_free (shown, FALSE);
}

static char *
name_column (const char *heading,
             guint       column)
{
  g_autoptr(GString) letters = g_string_new (NULL);

  if (*heading != '\0')
    return g_strdup (heading);

  for (guint n = column + 1; n > 0; n = (n - 1) / 26)
    g_string_prepend_c (letters, (char) ('A' + (n - 1) % 26));
  return g_strdup (letters->str);
}

/* A cell of a row that has shifted stands under another heading than its own: what can only be
 * a phone is masked there too, but where rows have their numbers. */
static DaybookMask
mask_of (const DaybookProfile *profile,
         const DaybookBinding *binding,
         guint                 column,
         const char           *heading,
         const char           *value)
{
  DaybookPersonalColumn found = daybook_personal_column (profile, binding, column, heading);
  DaybookMask mask = daybook_personal_mask (&found, value);

  return mask == DAYBOOK_MASK_NONE && column != daybook_row_number_column (binding) ? daybook_personal_stray_mask (value) : mask;
}

/* What is said of a value may repeat it, or the beginning of it. */
static char *
mask_why (const char *why,
          const char *value,
          const char *masked)
{
  g_autofree char *clip = daybook_clip (value);
  GString *shown = g_string_new (why);

  if (*value != '\0' && !g_str_equal (value, masked))
    {
      g_string_replace (shown, value, masked, 0);
      g_string_replace (shown, clip, masked, 0);
    }
  return g_string_free (shown, FALSE);
}

DaybookProblem *
daybook_row_problem (const DaybookProfile *profile,
                     const DaybookBinding *binding,
                     const GPtrArray      *headings,
                     guint64               row,
                     guint                 column,
                     const char           *value,
                     const char           *why)
{
  const char *heading = column < headings->len ? g_ptr_array_index (headings, column) : "";
  g_autofree char *masked = daybook_mask (mask_of (profile, binding, column, heading, value), value);
  g_autofree char *clip = daybook_clip (masked);
  g_autofree char *shown = show_damage (clip);
  g_autofree char *said = mask_why (why, value, masked);
  g_autofree char *reason = show_damage (said);
  g_autofree char *name = name_column (heading, column);

  return daybook_problem_new (row, name, shown, reason);
}
