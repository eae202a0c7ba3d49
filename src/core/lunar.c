/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/lunar.h"

#include <math.h>

/* The rules of 1645: a month begins on the day of the new moon in China; the winter solstice lies in the eleventh month; of
 * the months from one of these to the next, where they are thirteen, the first into which the sun carries no major term is a
 * leap month. ICU knows the same rules, but its sun and moon are some minutes off: 1987 had its leap month one too late, 2027
 * would begin a day late. */

#define MOST_MONTHS 13
#define N_YEARS (DAYBOOK_LUNAR_LAST - DAYBOOK_LUNAR_FIRST + 1)
#define SOLSTICE_MONTH 11

#define CHINA_DAYS (8.0 / 24) /* its clock, since 1929: before, a few months began a day earlier */
#define GDATE_DAYS 1721424.5 /* what an astronomer's day is ahead of GDate's */
#define NEW_MOON_2000 2451550.09766
#define J2000 2451545.0
#define MONTH_DAYS 29.530588861
#define CENTURY_DAYS 36525.0
#define SOLSTICE 270.0
#define MAJOR_TERM 30.0

typedef struct
{
  guint    month;
  gboolean leap;
  guint    days;
} Month;

typedef struct
{
  guint32 first; /* GDate's number of its first day; 0: not reckoned yet */
  guint   n_months;
  Month   months[MOST_MONTHS];
} Year;

/* --- Sun and moon ------------------------------------------------------------------------- */

static double
sine (double degrees)
{
  return sin (fmod (degrees, 360) * G_PI / 180);
}

/* How far dynamical time is ahead of the clocks, in days, `t` centuries after 2000 (Espenak, Meeus). */
static double
clock_lag (double t)
{
  double years = t * 100;

  return (63.86 + 0.3345 * years + 0.0058 * years * years) / 86400;
}

/* The k-th new moon since that of January 2000, in astronomers' days of dynamical time, to half a minute: the largest terms
 * of Meeus, Astronomical Algorithms, chapter 49. */
static double
new_moon (int k)
{
  static const struct { double days; int eccentric; int sun, moon, node, ascending; } TERMS[] = {
    { -0.40720, 0, 0, 1, 0, 0 },  { 0.17241, 1, 1, 0, 0, 0 },   { 0.01608, 0, 0, 2, 0, 0 },   { 0.01039, 0, 0, 0, 2, 0 },
    { 0.00739, 1, -1, 1, 0, 0 },  { -0.00514, 1, 1, 1, 0, 0 },  { 0.00208, 2, 2, 0, 0, 0 },   { -0.00111, 0, 0, 1, -2, 0 },
    { -0.00057, 0, 0, 1, 2, 0 },  { 0.00056, 1, 1, 2, 0, 0 },   { -0.00042, 0, 0, 3, 0, 0 },  { 0.00042, 1, 1, 0, 2, 0 },
    { 0.00038, 1, 1, 0, -2, 0 },  { -0.00024, 1, -1, 2, 0, 0 }, { -0.00017, 0, 0, 0, 0, 1 },  { -0.00007, 0, 2, 1, 0, 0 },
  };
  double moment = NEW_MOON_2000 + MONTH_DAYS * k, t = (moment - J2000) / CENTURY_DAYS;
  double sun = 2.5534 + 29.10535670 * k - 0.0000014 * t * t, moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t;
  double node = 160.7108 + 390.67050284 * k - 0.0016118 * t * t, ascending = 124.7746 - 1.56375588 * k + 0.0020672 * t * t;

  moment += 0.00015437 * t * t;
  for (gsize i = 0; i < G_N_ELEMENTS (TERMS); i++)
    moment += TERMS[i].days * pow (1 - 0.002516 * t, TERMS[i].eccentric)
              * sine (TERMS[i].sun * sun + TERMS[i].moon * moon + TERMS[i].node * node + TERMS[i].ascending * ascending);
  return moment;
}

/* The longitude in which the sun is seen at the midnight in China that begins the day, in degrees, to a hundredth: chapter 25. */
static double
sun_at (guint32 julian)
{
  double t = ((double) julian + GDATE_DAYS - CHINA_DAYS - J2000) / CENTURY_DAYS;
  double mean, anomaly, centre;

  t += clock_lag (t) / CENTURY_DAYS;
  mean = 280.46646 + 36000.76983 * t + 0.0003032 * t * t;
  anomaly = 357.52911 + 35999.05029 * t - 0.0001537 * t * t;
  centre = (1.914602 - 0.004817 * t) * sine (anomaly) + (0.019993 - 0.000101 * t) * sine (2 * anomaly) + 0.000289 * sine (3 * anomaly);
  return fmod (fmod (mean + centre - 0.00569 - 0.00478 * sine (125.04 - 1934.136 * t), 360) + 360, 360);
}

/* --- Months --------------------------------------------------------------------------------- */

/* The day on which the month begins that has the k-th new moon. */
static guint32
first_of (int k)
{
  double moment = new_moon (k);

  return (guint32) floor (moment - clock_lag ((moment - J2000) / CENTURY_DAYS) + CHINA_DAYS - GDATE_DAYS);
}

/* The month in which the winter solstice of the solar year lies. */
static int
find_solstice_month (int year)
{
  GDate date;
  guint32 julian;
  int k;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 19, G_DATE_DECEMBER, (GDateYear) year);
  for (julian = g_date_get_julian (&date); sun_at (julian + 1) < SOLSTICE; julian++)
    ;
  k = (int) round ((julian + GDATE_DAYS - NEW_MOON_2000) / MONTH_DAYS) + 1;
  while (first_of (k) > julian)
    k--;
  return k;
}

/* Which of the twelve the sun has passed last when the month begins. */
static int
term_of (int k)
{
  return (int) (sun_at (first_of (k)) / MAJOR_TERM);
}

static gboolean
has_major_term (int k)
{
  return term_of (k) != term_of (k + 1);
}

/* Appends the months from a solstice's to before the next one's that are of the year: it begins among them, or had begun. */
static void
add_months (Year *self,
            int   begin,
            int   end)
{
  gboolean is_leap_year = end - begin == MOST_MONTHS, had_leap = FALSE;
  guint number = SOLSTICE_MONTH - 1;

  for (int k = begin; k < end; k++)
    {
      gboolean leap = is_leap_year && !had_leap && k > begin && !has_major_term (k);

      had_leap |= leap;
      if (!leap)
        number = number % 12 + 1;
      if (number == 1 && !leap)
        {
          if (self->first != 0)
            return;
          self->first = first_of (k);
        }
      if (self->first != 0)
        self->months[self->n_months++] = (Month) { number, leap, first_of (k + 1) - first_of (k) };
    }
}

/* NULL: it is none of those that are reckoned. (transfer none) */
static const Year *
year_of (int number)
{
  static GMutex mutex;
  static Year years[N_YEARS];
  Year *year;

  if (number < DAYBOOK_LUNAR_FIRST || number > DAYBOOK_LUNAR_LAST)
    return NULL;

  year = &years[number - DAYBOOK_LUNAR_FIRST];
  g_mutex_lock (&mutex);
  if (year->first == 0)
    {
      int solstice = find_solstice_month (number);

      add_months (year, find_solstice_month (number - 1), solstice);
      add_months (year, solstice, find_solstice_month (number + 1));
    }
  g_mutex_unlock (&mutex);
  return year;
}

/* --- Days ------------------------------------------------------------------------------- */

gboolean
daybook_lunar_of (const GDate     *date,
                  DaybookLunarDay *lunar)
{
  int number = g_date_get_year (date);
  const Year *year = year_of (number);
  guint32 julian = g_date_get_julian (date), first;

  if (year == NULL || julian < year->first)
    year = year_of (--number);
  if (year == NULL)
    return FALSE;

  first = year->first;
  for (guint i = 0; i < year->n_months; first += year->months[i++].days)
    if (julian < first + year->months[i].days)
      {
        *lunar = (DaybookLunarDay) { number, year->months[i].month, year->months[i].leap, julian - first + 1 };
        return TRUE;
      }
  return FALSE;
}

gboolean
daybook_lunar_to_date (const DaybookLunarDay *lunar,
                       GDate                 *date)
{
  const Year *year = year_of (lunar->year);
  guint32 first = year != NULL ? year->first : 0;

  for (guint i = 0; year != NULL && i < year->n_months; first += year->months[i++].days)
    if (year->months[i].month == lunar->month && year->months[i].leap == lunar->leap)
      {
        if (lunar->day < 1 || lunar->day > year->months[i].days)
          return FALSE;
        g_date_clear (date, 1);
        g_date_set_julian (date, first + lunar->day - 1);
        return TRUE;
      }
  return FALSE;
}

guint
daybook_lunar_month_days (int      year,
                          guint    month,
                          gboolean leap)
{
  const Year *found = year_of (year);

  for (guint i = 0; found != NULL && i < found->n_months; i++)
    if (found->months[i].month == month && found->months[i].leap == leap)
      return found->months[i].days;

  return 0;
}
