/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/imports/describe.h"

#include "app/common/words.h"
#include "core/moment.h"

#include <glib/gi18n-lib.h>

char *
daybook_describe_import (DaybookStore  *store,
                         DaybookImport *import)
{
  g_autofree char *as_of = daybook_moment_format_long (daybook_import_get_as_of (import),
                                                       daybook_store_get_zone (store));

  /* Translators: what a file is: the platform ("Tmall"), what it holds ("orders"),
   * its character encoding ("GB18030"), the time of the export */
  return g_strdup_printf (_("%s %s, %s, as of %s"),
                          daybook_words_platform (daybook_import_get_platform (import)),
                          daybook_words_kind (daybook_import_get_kind (import)),
                          daybook_import_get_encoding (import), as_of);
}

char *
daybook_describe_counts (const DaybookStagingCounts *counts)
{
  g_autofree char *n_new = daybook_words_count (counts->n_new);
  g_autofree char *n_updated = daybook_words_count (counts->n_updated);
  g_autofree char *n_same = daybook_words_count (counts->n_same);
  g_autofree char *n_problems = daybook_words_count (counts->n_problems);

  if (counts->n_problems == 0)
    /* Translators: what an import did, with numbers */
    return g_strdup_printf (_("%s new · %s updated · %s the same"), n_new, n_updated, n_same);

  /* Translators: what an import did, with numbers */
  return g_strdup_printf (_("%s new · %s updated · %s the same · %s with problems"),
                          n_new, n_updated, n_same, n_problems);
}

char *
daybook_describe_progress (goffset current,
                           goffset total)
{
  if (total <= 0)
    return g_strdup ("");

  /* Translators: how much of a long work is done */
  return g_strdup_printf (_("%d %%"), (int) (CLAMP (current, 0, total) * 100 / total));
}
