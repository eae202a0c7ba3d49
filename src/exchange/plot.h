/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <math.h>

G_BEGIN_DECLS

/* What a plot shows, wherever it is drawn (exchange/plot-draw.h): figures by categories, in one or several
 * series. Whoever makes one fills it and then leaves it as it is; it is read in any thread. */
typedef struct _DaybookPlot DaybookPlot;

typedef enum
{
  DAYBOOK_PLOT_BARS,    /* of several series beside each other */
  DAYBOOK_PLOT_STACKED, /* of several series upon each other */
  DAYBOOK_PLOT_LINES,   /* categories follow each other, as months do */
  DAYBOOK_PLOT_HEAT,    /* a table whose cells are the darker the more there is; series are its rows */
  DAYBOOK_PLOT_PARETO,  /* bars of one series, the most frequent first, and what share all so far are */
} DaybookPlotKind;

typedef enum
{
  DAYBOOK_PLOT_COUNT,
  DAYBOOK_PLOT_PERCENT, /* 12.5 is 12.5 % */
  DAYBOOK_PLOT_MONEY,   /* minor units */
  DAYBOOK_PLOT_STARS,   /* averages of one to five */
} DaybookPlotUnit;

/* Where nothing is known; it is no zero. */
#define DAYBOOK_PLOT_NONE ((double) NAN)

DaybookPlot *daybook_plot_new          (DaybookPlotKind    kind,
                                        const char        *title);
DaybookPlot *daybook_plot_ref          (DaybookPlot       *self);
void         daybook_plot_unref        (DaybookPlot       *self);

/* --- Filling --- */

/* What the figures are; `currency` of MONEY, else NULL. */
void         daybook_plot_set_unit     (DaybookPlot       *self,
                                        DaybookPlotUnit    unit,
                                        const char        *currency);
/* What stands along the categories, and along the figures; each may be NULL. */
void         daybook_plot_set_axes     (DaybookPlot       *self,
                                        const char        *across,
                                        const char        *up);
/* Before any series. */
void         daybook_plot_add_category (DaybookPlot       *self,
                                        const char        *label);
/* As many values as there are categories. */
void         daybook_plot_add_series   (DaybookPlot       *self,
                                        const char        *label,
                                        const double      *values);

/* --- Reading --- */

DaybookPlotKind daybook_plot_get_kind  (const DaybookPlot *self);
const char  *daybook_plot_get_title    (const DaybookPlot *self);
DaybookPlotUnit daybook_plot_get_unit  (const DaybookPlot *self);
const char  *daybook_plot_get_across   (const DaybookPlot *self);
const char  *daybook_plot_get_up       (const DaybookPlot *self);
guint        daybook_plot_n_categories (const DaybookPlot *self);
const char  *daybook_plot_category     (const DaybookPlot *self,
                                        guint              category);
guint        daybook_plot_n_series     (const DaybookPlot *self);
const char  *daybook_plot_series       (const DaybookPlot *self,
                                        guint              series);
double       daybook_plot_value        (const DaybookPlot *self,
                                        guint              category,
                                        guint              series);
/* Whether there is any figure at all. */
gboolean     daybook_plot_is_empty     (const DaybookPlot *self);
/* Of PARETO: what all categories down to this one are of the whole, in percent. */
double       daybook_plot_so_far       (const DaybookPlot *self,
                                        guint              category);
/* "1,234", "12.5 %", "¥1,325.00"; "–" of none. (transfer full) */
char        *daybook_plot_format       (const DaybookPlot *self,
                                        double             value);
/* What one whole is: of money as many minor units as it has. */
double       daybook_plot_one          (const DaybookPlot *self);
/* A figure at an axis, which says itself what it counts: money without its sign. (transfer full) */
char        *daybook_plot_format_tick  (const DaybookPlot *self,
                                        double             value);
/* What one figure says: "2026-11, repeat buyers: 12.5 %". (transfer full) */
char        *daybook_plot_read         (const DaybookPlot *self,
                                        guint              category,
                                        guint              series);
/* All of it in words, for whoever does not see it. (transfer full) */
char        *daybook_plot_describe     (const DaybookPlot *self);
/* The figures as a table, with its head: categories below each other, of HEAT the series. (transfer full) (element-type GStrv) */
GPtrArray   *daybook_plot_table        (const DaybookPlot *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookPlot, daybook_plot_unref)

G_END_DECLS
