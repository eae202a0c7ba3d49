/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sequence-diff.h"

/* Myers, "An O(ND) Difference Algorithm and Its Variations": how far down each diagonal one comes with so many
 * differences, from both ends at once; where the two meet, the way is cut in two and each half gone again. */

#define OUTSIDE (-1)

typedef struct
{
  const guint *a;
  const guint *b;
  gboolean    *goes;
  gboolean    *comes;
  int         *forward;  /* by diagonal, x - y: the x that is reached; the middle one is at [0] */
  int         *backward; /* the same, counted from the end */
  gint64      *budget;
} Diff;

/* A part of both, to be compared. */
typedef struct
{
  int a_start;
  int a_end;
  int b_start;
  int b_end;
} Part;

/* The x that is reached on a diagonal with one more difference, before what is the same; OUTSIDE: none is. */
static int
step (const int *reached,
      int        diagonal,
      int        width,
      int        height)
{
  int right = reached[diagonal - 1] != OUTSIDE && reached[diagonal - 1] < width ? reached[diagonal - 1] + 1 : OUTSIDE;
  int down = reached[diagonal + 1] != OUTSIDE && reached[diagonal + 1] - diagonal <= height ? reached[diagonal + 1] : OUTSIDE;

  return MAX (right, down);
}

static int
follow_forward (Diff       *d,
                const Part *part,
                int         x,
                int         diagonal)
{
  const guint *a = d->a + part->a_start;
  const guint *b = d->b + part->b_start;
  int start = x;

  while (x < part->a_end - part->a_start && x - diagonal < part->b_end - part->b_start && a[x] == b[x - diagonal])
    x++;
  *d->budget -= x - start + 1;
  return x;
}

static int
follow_backward (Diff       *d,
                 const Part *part,
                 int         x,
                 int         diagonal)
{
  const guint *a = d->a + part->a_end - 1;
  const guint *b = d->b + part->b_end - 1;
  int start = x;

  while (x < part->a_end - part->a_start && x - diagonal < part->b_end - part->b_start && *(a - x) == *(b - (x - diagonal)))
    x++;
  *d->budget -= x - start + 1;
  return x;
}

/* Whether the ways from both ends meet on a diagonal that the other side has come to with `n` differences. */
static gboolean
meet (const int *others,
      int        x,
      int        diagonal,
      int        n,
      int        width)
{
  return diagonal >= -n && diagonal <= n && others[diagonal] != OUTSIDE && x + others[diagonal] >= width;
}

/* Finds where the shortest way can be cut; FALSE: the budget is used up. */
static gboolean
find_cut (Diff       *d,
          const Part *part,
          int        *x_cut,
          int        *y_cut)
{
  int width = part->a_end - part->a_start;
  int height = part->b_end - part->b_start;
  int shift = width - height;
  gboolean is_odd = shift % 2 != 0;

  for (int n = 0; *d->budget > 0; n++)
    {
      d->forward[n + 1] = d->forward[-n - 1] = OUTSIDE;
      d->backward[n + 1] = d->backward[-n - 1] = OUTSIDE;
      for (int k = -n; k <= n; k += 2)
        {
          int x = n == 0 ? 0 : step (d->forward, k, width, height);

          d->forward[k] = x == OUTSIDE ? OUTSIDE : follow_forward (d, part, x, k);
          if (x != OUTSIDE && is_odd && meet (d->backward, d->forward[k], shift - k, n - 1, width))
            {
              *x_cut = part->a_start + d->forward[k];
              *y_cut = part->b_start + d->forward[k] - k;
              return TRUE;
            }
        }
      for (int k = -n; k <= n; k += 2)
        {
          int x = n == 0 ? 0 : step (d->backward, k, width, height);

          d->backward[k] = x == OUTSIDE ? OUTSIDE : follow_backward (d, part, x, k);
          if (x != OUTSIDE && !is_odd && meet (d->forward, d->backward[k], shift - k, n, width))
            {
              *x_cut = part->a_end - d->backward[k];
              *y_cut = part->b_end - (d->backward[k] - k);
              return TRUE;
            }
        }
    }
  return FALSE;
}

static void
replace (Diff       *d,
         const Part *part)
{
  for (int i = part->a_start; i < part->a_end; i++)
    d->goes[i] = TRUE;
  for (int i = part->b_start; i < part->b_end; i++)
    d->comes[i] = TRUE;
}

static void
compare (Diff *d,
         Part  part)
{
  int x;
  int y;

  while (part.a_start < part.a_end && part.b_start < part.b_end && d->a[part.a_start] == d->b[part.b_start])
    part.a_start++, part.b_start++;
  while (part.a_start < part.a_end && part.b_start < part.b_end && d->a[part.a_end - 1] == d->b[part.b_end - 1])
    part.a_end--, part.b_end--;

  if (part.a_start == part.a_end || part.b_start == part.b_end || !find_cut (d, &part, &x, &y))
    {
      replace (d, &part);
      return;
    }
  compare (d, (Part) { part.a_start, x, part.b_start, y });
  compare (d, (Part) { x, part.a_end, y, part.b_end });
}

void
daybook_sequence_diff (const guint *a,
                       gsize        n_a,
                       const guint *b,
                       gsize        n_b,
                       gboolean    *goes,
                       gboolean    *comes,
                       gint64      *budget)
{
  gsize half = n_a + n_b + 2;
  g_autofree int *forward = g_new (int, 2 * half + 1);
  g_autofree int *backward = g_new (int, 2 * half + 1);
  Diff d = { a, b, goes, comes, forward + half, backward + half, budget };

  compare (&d, (Part) { 0, (int) n_a, 0, (int) n_b });
}
