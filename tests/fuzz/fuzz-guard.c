/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A list of guarded words, which shops may pass on to each other, and a text: the parts of an input. */

#include "harness.h"

#include "core/guard.h"

#include <string.h>

static char *
text_of (HarnessPart part)
{
  return g_utf8_make_valid ((const char *) part.data, (gssize) part.size);
}

/* The findings are in order, apart from each other and as long as they say. */
static void
check (const char *text,
       GArray     *findings)
{
  gsize end = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const DaybookGuardFinding *finding = &g_array_index (findings, DaybookGuardFinding, i);
      g_autofree char *better = daybook_guard_apply (text, finding);

      g_assert_cmpuint (finding->from, >=, end);
      g_assert_cmpuint (finding->to, >, finding->from);
      g_assert_cmpuint (finding->to, <=, strlen (text));
      g_assert_cmpint (g_utf8_pointer_to_offset (text, text + finding->from), ==, finding->start);
      g_assert_cmpint (g_utf8_pointer_to_offset (text, text + finding->to), ==, finding->end);
      g_assert_true (g_utf8_validate (better, -1, NULL));
      end = finding->to;
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  const guint8 *end = data + size;
  g_autofree char *json = text_of (harness_cut (&data, end));
  g_autofree char *text = text_of (harness_cut (&data, end));
  g_autofree char *word = text_of (harness_cut (&data, end));
  const char *const allowed[] = { word, NULL };
  const DaybookGuardOwn own = { .text = word, .instead = "x" };
  g_autoptr(GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_guard_list_free);
  DaybookGuardList *list = daybook_guard_list_parse (json, "fuzz", NULL);

  if (list != NULL)
    g_ptr_array_add (lists, list);

  g_autoptr(DaybookGuard) guard = daybook_guard_new (lists, &own, 1);
  g_autoptr(GArray) strict = daybook_guard_check (guard, text, DAYBOOK_CHANNEL_UNKNOWN, NULL);
  g_autoptr(GArray) lenient = daybook_guard_check (guard, text, DAYBOOK_CHANNEL_PHONE, allowed);

  check (text, strict);
  check (text, lenient);
  return 0;
}
