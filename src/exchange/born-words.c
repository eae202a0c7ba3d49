/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/born-words.h"

#include <glib/gi18n-lib.h>

/* "Refunds 5, Returns 7"; counts all of them. (transfer full) */
static char *
list_registers (GPtrArray *born,
                guint     *n)
{
  g_autoptr(GString) text = g_string_new (NULL);

  *n = 0;
  for (guint i = 0; born != NULL && i < born->len; i++)
    {
      const DaybookBornOf *one = g_ptr_array_index (born, i);

      *n += one->n;
      if (one->n > 0)
        g_string_append_printf (text, "%s%s %u",
                                /* Translators: between the things of a list. */
                                text->len > 0 ? _(", ") : "",
                                daybook_register_get_title (one->definition), one->n);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
daybook_born_describe (GPtrArray       *born,
                       DaybookBornTime  time)
{
  guint n;
  g_autofree char *registers = list_registers (born, &n);

  if (n == 0)
    return NULL;
  if (time == DAYBOOK_BORN_AHEAD)
    /* Translators: of an import; %u is a number of cases, %s names registers: “Refunds 5, Returns 7”. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u case will be opened: %s", "%u cases will be opened: %s", n), n, registers);

  /* Translators: of an import; %u is a number of cases, %s names registers: “Refunds 5, Returns 7”. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u case was opened: %s", "%u cases were opened: %s", n), n, registers);
}
