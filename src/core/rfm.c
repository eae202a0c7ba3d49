/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/rfm.h"

#include <glib/gi18n-lib.h>

#define N_ROWS 3

/* From the first that fits on; the last rows leave nothing out. */
const DaybookSegment daybook_segments[] = {
  { "champions", NC_("segment", "Champions"), N_("Bought lately, often and for much. Thank them, and let them know of what is new first."),
    { 4, 4, 4 }, { 5, 5, 5 } },
  { "loyal", NC_("segment", "Loyal"), N_("Buy again and again. Ask them for reviews, and what else they need."),
    { 3, 3, 1 }, { 5, 5, 5 } },
  { "promising", NC_("segment", "Promising"), N_("Have lately bought a second time. A third sale makes them loyal."),
    { 4, 2, 1 }, { 5, 2, 5 } },
  { "new", NC_("segment", "New"), N_("Have lately bought for the first time. Call them back, and help with the goods."),
    { 4, 1, 1 }, { 5, 1, 5 } },
  { "attention", NC_("segment", "Need attention"), N_("Have not bought for a while. A reminder of what they liked comes in time."),
    { 3, 1, 1 }, { 3, 2, 5 } },
  { "must_not_lose", NC_("segment", "Must not be lost"), N_("Bought often and for much, but long ago. Call them yourself."),
    { 1, 4, 4 }, { 2, 5, 5 } },
  { "at_risk", NC_("segment", "At risk"), N_("Used to buy again, but not lately. Ask what was wrong."),
    { 1, 2, 1 }, { 2, 5, 5 } },
  { "sleeping", NC_("segment", "Sleeping"), N_("Bought once, some time ago. An activity may wake them."),
    { 2, 1, 1 }, { 2, 1, 5 } },
  { "lost", NC_("segment", "Lost"), N_("Bought once, long ago. Spend no time on them that others need."),
    { 1, 1, 1 }, { 1, 1, 5 } },
  { NULL, NULL, NULL, { 0, 0, 0 }, { 0, 0, 0 } },
};

G_STATIC_ASSERT (G_N_ELEMENTS (daybook_segments) == DAYBOOK_N_SEGMENTS + 1);

/* --- Bounds --------------------------------------------------------------------------------- */

static gint64 *
row_of (DaybookRfmBounds *bounds,
        guint             row)
{
  return row == 0 ? bounds->recency : row == 1 ? bounds->frequency : bounds->money;
}

static gboolean
parse_row (const char  *text,
           gint64      *row,
           GError     **error)
{
  g_auto(GStrv) numbers = g_strsplit (text, ",", -1);

  for (guint i = 0; i < DAYBOOK_RFM_N_BOUNDS; i++)
    if (g_strv_length (numbers) != DAYBOOK_RFM_N_BOUNDS || !g_ascii_string_to_signed (g_strstrip (numbers[i]), 10, 0, G_MAXINT64, &row[i], NULL))
      {
        g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT, _("Bounds are four whole numbers with commas between them; “%s” is not."), text);
        return FALSE;
      }

  for (guint i = 1; i < DAYBOOK_RFM_N_BOUNDS; i++)
    if (row[i] <= row[i - 1])
      {
        g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("Each bound is higher than the one before it; those of “%s” are not."), text);
        return FALSE;
      }
  return TRUE;
}

gboolean
daybook_rfm_bounds_parse (const char        *text,
                          DaybookRfmBounds  *bounds,
                          GError           **error)
{
  g_auto(GStrv) rows = NULL;
  DaybookRfmBounds read;

  if (text == NULL || *text == '\0')
    return FALSE;

  rows = g_strsplit (text, ";", -1);
  if (g_strv_length (rows) != N_ROWS)
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT,
                   _("Bounds are three rows, of days, sales and money, with semicolons between them; “%s” is not."), text);
      return FALSE;
    }

  for (guint row = 0; row < N_ROWS; row++)
    if (!parse_row (rows[row], row_of (&read, row), error))
      return FALSE;
  *bounds = read;
  return TRUE;
}

char *
daybook_rfm_bounds_print (const DaybookRfmBounds *bounds)
{
  DaybookRfmBounds copy = *bounds;
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < N_ROWS; row++)
    for (guint i = 0; i < DAYBOOK_RFM_N_BOUNDS; i++)
      g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? "," : row > 0 ? ";" : "", row_of (&copy, row)[i]);
  return g_string_free (text, FALSE);
}

/* Parts the numbers from `first` to before `end` by one of them: those below it, those like it from *like on, and those
 * above it from *above on. The one in the middle serves as well as any: nobody chooses in which order customers come. */
static void
split (gint64 *numbers,
       guint   first,
       guint   end,
       guint  *like,
       guint  *above)
{
  gint64 middle = numbers[first + (end - first) / 2];

  *like = first;
  *above = end;
  for (guint i = first; i < *above;)
    {
      gint64 number = numbers[i];

      if (number < middle)
        {
          numbers[i++] = numbers[*like];
          numbers[(*like)++] = number;
        }
      else if (number > middle)
        {
          numbers[i] = numbers[--*above];
          numbers[*above] = number;
        }
      else
        i++;
    }
}

/* The number that stands at `place` when they are in order; those before `first` are in front of it already. Only where it
 * stands is looked for: putting a million in order takes longer than all that is reckoned of them. */
static gint64
number_at (gint64 *numbers,
           guint   first,
           guint   end,
           guint   place)
{
  while (TRUE)
    {
      guint like, above;

      split (numbers, first, end, &like, &above);
      if (place < like)
        end = like;
      else if (place >= above)
        first = above;
      else
        return numbers[place];
    }
}

/* A number that stands on its bound is of the fifth that begins there, or of the one that ends. */
typedef enum
{
  BEGINS,
  ENDS,
} Bound;

/* Each bound is above the one before it, and the first is no lower than `least`. */
static void
part (gint64 *bounds,
      Bound   bound,
      gint64 *numbers,
      guint   n,
      gint64  least)
{
  for (guint i = 0, first = 0; i < DAYBOOK_RFM_N_BOUNDS; i++)
    {
      guint begin = (guint) ((guint64) n * (i + 1) / DAYBOOK_RFM_BEST);
      guint place = bound == ENDS && begin > 0 ? begin - 1 : begin;
      gint64 fifth = n > 0 ? number_at (numbers, first, n, place) : 0;

      first = place;
      bounds[i] = MAX (fifth, i == 0 ? least : bounds[i - 1] + 1);
    }
}

void
daybook_rfm_propose (DaybookRfmBounds *bounds,
                     gint64           *days,
                     gint64           *sales,
                     gint64           *spent,
                     guint             n)
{
  part (bounds->recency, ENDS, days, n, 1);
  part (bounds->frequency, BEGINS, sales, n, 2);
  part (bounds->money, BEGINS, spent, n, 1);
}

/* --- Scores ----------------------------------------------------------------------------------- */

/* How many of the bounds it has reached, and one. */
static guint8
count_reached (const gint64 *bounds,
               gint64        number)
{
  guint8 reached = 1;

  for (guint i = 0; i < DAYBOOK_RFM_N_BOUNDS; i++)
    reached += number >= bounds[i];
  return reached;
}

DaybookRfmScore
daybook_rfm_score (const DaybookRfmBounds *bounds,
                   gint64                  days,
                   gint64                  sales,
                   gint64                  spent)
{
  guint8 recency = DAYBOOK_RFM_BEST;

  for (guint i = 0; i < DAYBOOK_RFM_N_BOUNDS; i++)
    recency -= days > bounds->recency[i];
  return (DaybookRfmScore) { recency, count_reached (bounds->frequency, sales), count_reached (bounds->money, spent) };
}

/* --- Segments ----------------------------------------------------------------------------------- */

static gboolean
is_within (DaybookRfmScore score,
           DaybookRfmScore least,
           DaybookRfmScore most)
{
  return score.recency >= least.recency && score.recency <= most.recency && score.frequency >= least.frequency
         && score.frequency <= most.frequency && score.money >= least.money && score.money <= most.money;
}

guint
daybook_segment_of (DaybookRfmScore score)
{
  for (guint i = 0; i < DAYBOOK_N_SEGMENTS; i++)
    if (is_within (score, daybook_segments[i].least, daybook_segments[i].most))
      return i;

  g_return_val_if_reached (DAYBOOK_N_SEGMENTS - 1);
}

int
daybook_segment_find (const char *key)
{
  for (guint i = 0; i < DAYBOOK_N_SEGMENTS; i++)
    if (g_str_equal (daybook_segments[i].key, key))
      return (int) i;

  return -1;
}

const char *
daybook_segment_get_label (const DaybookSegment *segment)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "segment", segment->label);
}
