/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A line of quick add, and the moments in it. */

#include "harness.h"

#include "core/quick-add.h"
#include "core/soon-word.h"

#include <string.h>

#define NOW G_GINT64_CONSTANT (1796004000) /* 2026-11-30 02:00 UTC */

static GPtrArray *
get_registers (void)
{
  static const char JSON[] =
    "{\"register\": \"return\", \"prefix\": \"R\", \"title\": \"退货退款\", \"words\": [\"退货\", \"return\", \" \"],"
    "\"stages\": {\"open\": {\"label\": \"Open\", \"moves\": [\"shut\"]}, \"shut\": {\"label\": \"Shut\", \"ends\": true}}}";
  static GPtrArray *registers;

  if (registers == NULL)
    {
      registers = g_ptr_array_new ();
      g_ptr_array_add (registers, daybook_register_parse (JSON, -1, "return.json", NULL));
    }
  g_assert_nonnull (g_ptr_array_index (registers, 0));
  return registers;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *line = daybook_quick_line (text);
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("America/New_York");
  g_autoptr(GPtrArray) parts = daybook_quick_parse (line, get_registers (), NULL, NOW, zone);
  gsize end = 0;
  gint64 moment;

  for (guint i = 0; i < parts->len; i++)
    {
      const DaybookQuickPart *part = g_ptr_array_index (parts, i);

      g_assert_cmpuint (part->from, >=, end);
      g_assert_cmpuint (part->to, >, part->from);
      g_assert_cmpuint (part->to, <=, strlen (line));
      g_assert_true (strncmp (line + part->from, part->text, part->to - part->from) == 0);
      g_assert_true (g_utf8_validate (part->text, -1, NULL));
      g_assert_true (part->kind != DAYBOOK_QUICK_TIME || part->at > NOW);
      end = part->to;
    }

  g_assert_true (!daybook_soon_word (text, NOW, zone, &moment) || moment > NOW);
  return 0;
}
