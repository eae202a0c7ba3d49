/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

/* Leaks, on purpose: under the sanitizers this program has to fail, or the
 * suppressions (tests/lib/lsan.supp) or the options hide what they must not. */
int
main (void)
{
  void *volatile lost = malloc (100);

  lost = NULL;
  return lost != NULL;
}
