/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/plot.h"

#include "core/money.h"

#include <glib/gi18n-lib.h>

/* A description that is longer than this is no longer listened to: the table says the rest. */
#define MOST_WORDS 40

typedef struct
{
  char   *label;
  double *values;
} Series;

struct _DaybookPlot
{
  DaybookPlotKind  kind;
  DaybookPlotUnit  unit;
  char            *title;
  char            *currency;
  char            *across;
  char            *up;
  GPtrArray       *categories; /* char */
  GArray          *series;     /* Series */
};

static void
clear_series (gpointer data)
{
  Series *series = data;

  g_free (series->label);
  g_free (series->values);
}

static void
clear (gpointer data)
{
  DaybookPlot *self = data;

  g_free (self->title);
  g_free (self->currency);
  g_free (self->across);
  g_free (self->up);
  g_ptr_array_unref (self->categories);
  g_array_unref (self->series);
}

DaybookPlot *
daybook_plot_new (DaybookPlotKind  kind,
                  const char      *title)
{
  DaybookPlot *self = g_atomic_rc_box_new0 (DaybookPlot);

  self->kind = kind;
  self->title = g_strdup (title);
  self->categories = g_ptr_array_new_with_free_func (g_free);
  self->series = g_array_new (FALSE, TRUE, sizeof (Series));
  g_array_set_clear_func (self->series, clear_series);
  return self;
}

DaybookPlot *
daybook_plot_ref (DaybookPlot *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
daybook_plot_unref (DaybookPlot *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/* --- Filling -------------------------------------------------------------------------- */

void
daybook_plot_set_unit (DaybookPlot     *self,
                       DaybookPlotUnit  unit,
                       const char      *currency)
{
  self->unit = unit;
  g_free (self->currency);
  self->currency = g_strdup (currency);
}

void
daybook_plot_set_axes (DaybookPlot *self,
                       const char  *across,
                       const char  *up)
{
  g_free (self->across);
  g_free (self->up);
  self->across = g_strdup (across);
  self->up = g_strdup (up);
}

void
daybook_plot_add_category (DaybookPlot *self,
                           const char  *label)
{
  g_return_if_fail (self->series->len == 0);

  g_ptr_array_add (self->categories, g_strdup (label));
}

void
daybook_plot_add_series (DaybookPlot  *self,
                         const char   *label,
                         const double *values)
{
  Series series = { g_strdup (label), g_memdup2 (values, sizeof (double) * self->categories->len) };

  g_array_append_val (self->series, series);
}

/* --- Reading -------------------------------------------------------------------------- */

DaybookPlotKind
daybook_plot_get_kind (const DaybookPlot *self)
{
  return self->kind;
}

const char *
daybook_plot_get_title (const DaybookPlot *self)
{
  return self->title;
}

DaybookPlotUnit
daybook_plot_get_unit (const DaybookPlot *self)
{
  return self->unit;
}

const char *
daybook_plot_get_across (const DaybookPlot *self)
{
  return self->across;
}

const char *
daybook_plot_get_up (const DaybookPlot *self)
{
  return self->up;
}

guint
daybook_plot_n_categories (const DaybookPlot *self)
{
  return self->categories->len;
}

const char *
daybook_plot_category (const DaybookPlot *self,
                       guint              category)
{
  return g_ptr_array_index (self->categories, category);
}

guint
daybook_plot_n_series (const DaybookPlot *self)
{
  return self->series->len;
}

const char *
daybook_plot_series (const DaybookPlot *self,
                     guint              series)
{
  return g_array_index (self->series, Series, series).label;
}

double
daybook_plot_value (const DaybookPlot *self,
                    guint              category,
                    guint              series)
{
  return g_array_index (self->series, Series, series).values[category];
}

gboolean
daybook_plot_is_empty (const DaybookPlot *self)
{
  for (guint s = 0; s < self->series->len; s++)
    for (guint c = 0; c < self->categories->len; c++)
      if (!isnan (daybook_plot_value (self, c, s)))
        return FALSE;

  return TRUE;
}

double
daybook_plot_so_far (const DaybookPlot *self,
                     guint              category)
{
  double sum = 0, all = 0;

  for (guint c = 0; c < self->categories->len; c++)
    {
      double value = daybook_plot_value (self, c, 0);

      value = isnan (value) ? 0 : value;
      all += value;
      sum += c <= category ? value : 0;
    }
  return all > 0 ? sum * 100 / all : 0;
}

/* --- In words ------------------------------------------------------------------------- */

char *
daybook_plot_format (const DaybookPlot *self,
                     double             value)
{
  if (isnan (value))
    return g_strdup ("–");

  switch (self->unit)
    {
    case DAYBOOK_PLOT_PERCENT:
      /* Translators: a share. */
      return g_strdup_printf (_("%.1f %%"), value);
    case DAYBOOK_PLOT_MONEY:
      return daybook_money_format (llround (value), self->currency);
    case DAYBOOK_PLOT_STARS:
      return g_strdup_printf ("%.2f", value);
    case DAYBOOK_PLOT_COUNT:
    default:
      return g_strdup_printf ("%'.0f", value);
    }
}

double
daybook_plot_one (const DaybookPlot *self)
{
  return self->unit == DAYBOOK_PLOT_MONEY ? pow (10, daybook_money_digits (self->currency)) : 1;
}

char *
daybook_plot_format_tick (const DaybookPlot *self,
                          double             value)
{
  double whole = value / daybook_plot_one (self);
  gboolean is_even = fabs (whole - round (whole)) < 1e-9;
  g_autofree char *number = g_strdup_printf ("%'.*f", is_even ? 0 : 1, whole);

  return self->unit == DAYBOOK_PLOT_PERCENT ? g_strdup_printf ("%s %%", number) : g_steal_pointer (&number);
}

/* "2026-11, repeat buyers" */
static char *
name_figure (const DaybookPlot *self,
             guint              category,
             guint              series)
{
  const char *first = daybook_plot_category (self, category), *second = daybook_plot_series (self, series);

  if (self->kind == DAYBOOK_PLOT_HEAT)
    return g_strdup_printf ("%s, %s", second, first);
  return self->series->len > 1 ? g_strdup_printf ("%s, %s", first, second) : g_strdup (first);
}

char *
daybook_plot_read (const DaybookPlot *self,
                   guint              category,
                   guint              series)
{
  g_autofree char *value = daybook_plot_format (self, daybook_plot_value (self, category, series));
  g_autofree char *name = name_figure (self, category, series);

  if (self->kind != DAYBOOK_PLOT_PARETO)
    return g_strdup_printf ("%s: %s", name, value);

  /* Translators: of a cause: its name, how many, and how many percent all causes down to this one are together. */
  return g_strdup_printf (_("%s: %s · %.0f %% so far"), name, value, daybook_plot_so_far (self, category));
}

char *
daybook_plot_describe (const DaybookPlot *self)
{
  g_autoptr(GString) words = g_string_new (self->title);
  guint n = 0;

  for (guint s = 0; s < self->series->len; s++)
    for (guint c = 0; c < self->categories->len && n < MOST_WORDS; c++)
      {
        g_autofree char *figure = NULL;

        if (isnan (daybook_plot_value (self, c, s)))
          continue;
        figure = daybook_plot_read (self, c, s);
        g_string_append_printf (words, "%s %s", n++ == 0 ? "." : ";", figure);
      }
  return g_strdup (words->str);
}

/* --- As a table ------------------------------------------------------------------------- */

static char **
make_head (const DaybookPlot *self)
{
  g_autoptr(GStrvBuilder) cells = g_strv_builder_new ();

  g_strv_builder_add (cells, self->kind == DAYBOOK_PLOT_HEAT ? (self->up != NULL ? self->up : "") : (self->across != NULL ? self->across : ""));
  if (self->kind == DAYBOOK_PLOT_HEAT)
    for (guint c = 0; c < self->categories->len; c++)
      g_strv_builder_add (cells, daybook_plot_category (self, c));
  else
    for (guint s = 0; s < self->series->len; s++)
      g_strv_builder_add (cells, daybook_plot_series (self, s));
  if (self->kind == DAYBOOK_PLOT_PARETO)
    /* Translators: a column: what share this cause and all before it are. */
    g_strv_builder_add (cells, _("So Far"));
  return g_strv_builder_end (cells);
}

static void
add_figure (const DaybookPlot *self,
            GStrvBuilder      *cells,
            guint              category,
            guint              series)
{
  g_autofree char *figure = daybook_plot_format (self, daybook_plot_value (self, category, series));

  g_strv_builder_add (cells, figure);
}

static char **
make_row (const DaybookPlot *self,
          guint              row)
{
  g_autoptr(GStrvBuilder) cells = g_strv_builder_new ();
  g_autofree char *share = self->kind == DAYBOOK_PLOT_PARETO ? g_strdup_printf ("%.0f %%", daybook_plot_so_far (self, row)) : NULL;

  g_strv_builder_add (cells, self->kind == DAYBOOK_PLOT_HEAT ? daybook_plot_series (self, row) : daybook_plot_category (self, row));
  if (self->kind == DAYBOOK_PLOT_HEAT)
    for (guint c = 0; c < self->categories->len; c++)
      add_figure (self, cells, c, row);
  else
    for (guint s = 0; s < self->series->len; s++)
      add_figure (self, cells, row, s);
  if (share != NULL)
    g_strv_builder_add (cells, share);
  return g_strv_builder_end (cells);
}

GPtrArray *
daybook_plot_table (const DaybookPlot *self)
{
  GPtrArray *table = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  guint n_rows = self->kind == DAYBOOK_PLOT_HEAT ? self->series->len : self->categories->len;

  g_ptr_array_add (table, make_head (self));
  for (guint row = 0; row < n_rows; row++)
    g_ptr_array_add (table, make_row (self, row));
  return table;
}
