/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/merge.h"

#include <string.h>

#define STAMP_SHIFT 16
#define AHEAD_MS 60000

static const char LETTERS[] = {
  [DAYBOOK_VERDICT_ACCEPTED] = 'a',
  [DAYBOOK_VERDICT_EQUAL] = 'e',
  [DAYBOOK_VERDICT_WON] = 'w',
  [DAYBOOK_VERDICT_LOST] = 'l',
  [DAYBOOK_VERDICT_RENEWED] = 'r',
  [DAYBOOK_VERDICT_STALE] = 's',
};

G_STATIC_ASSERT (G_N_ELEMENTS (LETTERS) == DAYBOOK_N_VERDICTS);

/* A total order, so that every concurrent pair has one winner. */
static int
compare_claims (const DaybookClaim *a,
                const DaybookClaim *b)
{
  int devices = daybook_id_compare (&a->op.device, &b->op.device);

  if (a->stamp != b->stamp)
    return a->stamp < b->stamp ? -1 : 1;
  if (devices != 0)
    return devices;

  return (a->op.n > b->op.n) - (a->op.n < b->op.n);
}

static DaybookVerdict
decide_by_clock (const DaybookClaim *current,
                 const DaybookClaim *arriving)
{
  return compare_claims (arriving, current) > 0 ? DAYBOOK_VERDICT_WON : DAYBOOK_VERDICT_LOST;
}

static DaybookVerdict
decide_by_export (const DaybookClaim *current,
                  const DaybookClaim *arriving)
{
  if (arriving->as_of > current->as_of)
    return DAYBOOK_VERDICT_RENEWED;
  if (arriving->as_of < current->as_of)
    return DAYBOOK_VERDICT_STALE;

  return decide_by_clock (current, arriving);
}

/* A newer export that says the same makes the value as new as itself: an export
 * of an age between the two must not replace it. */
static gboolean
confirms (DaybookFieldClass   field_class,
          const DaybookClaim *current,
          const DaybookClaim *arriving)
{
  return field_class == DAYBOOK_CLASS_PLATFORM && arriving->as_of > current->as_of;
}

/* The author replaced what is there, knowing it. */
static gboolean
has_seen (const DaybookClaim *current,
          const DaybookClaim *arriving)
{
  return daybook_op_name_equal (&arriving->base, &current->op)
         || (arriving->seen != NULL && daybook_value_equal (arriving->seen, current->value));
}

DaybookVerdict
daybook_claim_decide (DaybookFieldClass   field_class,
                      const DaybookClaim *current,
                      const DaybookClaim *arriving)
{
  if (current == NULL || has_seen (current, arriving))
    return DAYBOOK_VERDICT_ACCEPTED;
  if (daybook_value_equal (arriving->value, current->value))
    return confirms (field_class, current, arriving) ? DAYBOOK_VERDICT_RENEWED : DAYBOOK_VERDICT_EQUAL;

  switch (field_class)
    {
    case DAYBOOK_CLASS_GUARDED:
    case DAYBOOK_CLASS_APPEND_ONLY:
      return DAYBOOK_VERDICT_LOST;
    case DAYBOOK_CLASS_PLATFORM:
      return decide_by_export (current, arriving);
    case DAYBOOK_CLASS_REGISTER:
    case DAYBOOK_CLASS_TEXT:
    default:
      return decide_by_clock (current, arriving);
    }
}

gboolean
daybook_verdict_takes (DaybookVerdict verdict)
{
  return verdict == DAYBOOK_VERDICT_ACCEPTED
         || verdict == DAYBOOK_VERDICT_WON
         || verdict == DAYBOOK_VERDICT_RENEWED;
}

char
daybook_verdict_letter (DaybookVerdict verdict)
{
  g_return_val_if_fail ((guint) verdict < DAYBOOK_N_VERDICTS, '?');

  return LETTERS[verdict];
}

gboolean
daybook_verdict_parse (char            letter,
                       DaybookVerdict *verdict)
{
  const char *found = memchr (LETTERS, letter, sizeof LETTERS);

  if (found == NULL)
    return FALSE;

  *verdict = (DaybookVerdict) (found - LETTERS);
  return TRUE;
}

gint64
daybook_stamp_clamp (gint64 stamp,
                     gint64 now_ms)
{
  return MIN (stamp, (now_ms + AHEAD_MS) << STAMP_SHIFT);
}

gboolean
daybook_op_name_equal (const DaybookOpName *a,
                       const DaybookOpName *b)
{
  return a->n == b->n && daybook_id_equal (&a->device, &b->device);
}
