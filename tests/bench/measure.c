/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

double
measure_now (void)
{
  return (double) g_get_monotonic_time () / G_USEC_PER_SEC;
}

double
measure_cpu (void)
{
  struct timespec spent;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &spent);
  return (double) spent.tv_sec + (double) spent.tv_nsec / 1e9;
}

static double
measure_process (void)
{
  struct timespec spent;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &spent);
  return (double) spent.tv_sec + (double) spent.tv_nsec / 1e9;
}

MeasureSpan
measure_begin (void)
{
  return (MeasureSpan) { measure_now (), measure_process () };
}

MeasureSpan
measure_end (MeasureSpan begun)
{
  return (MeasureSpan) { (measure_now () - begun.wall) * 1000, (measure_process () - begun.cpu) * 1000 };
}

DaybookStore *
measure_open (const char *folder)
{
  g_autoptr(GError) error = NULL;
  DaybookStore *store = daybook_store_open (folder, DAYBOOK_STORE_CREATE, &error);

  if (store == NULL)
    g_error ("%s: %s", folder, error->message);
  return store;
}

GArray *
measure_series (void)
{
  return g_array_new (FALSE, FALSE, sizeof (double));
}

void
measure_add (GArray *series,
             double  value)
{
  g_array_append_val (series, value);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

double
measure_quantile (GArray *series,
                  double  share)
{
  if (series->len == 0)
    return 0;

  g_array_sort (series, compare);
  guint place = (guint) (share * series->len);
  return g_array_index (series, double, MIN (place, series->len - 1));
}

double
measure_peak (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL)
      || (line = strstr (status, "VmHWM:")) == NULL)
    return 0;

  return (double) g_ascii_strtoll (line + strlen ("VmHWM:"), NULL, 10) * 1024 / 1e6;
}

void
measure_print (const char *name,
               ...)
{
  g_autoptr(GString) line = g_string_new (NULL);
  const char *member;
  va_list members;

  g_string_printf (line, "{\"name\":\"%s\"", name);
  va_start (members, name);
  while ((member = va_arg (members, const char *)) != NULL)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (number, sizeof number, "%.6f", va_arg (members, double));
      g_string_append_printf (line, ",\"%s\":%s", member, number);
    }
  va_end (members);

  g_print ("%s}\n", line->str);
}
