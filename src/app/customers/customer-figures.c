/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/customer-figures.h"

#include "app/common/bits.h"
#include "app/common/facts.h"
#include "app/common/plot-view.h"
#include "app/common/words.h"
#include "core/moment.h"
#include "core/money.h"
#include "store/customer-numbers.h"

#include <glib/gi18n-lib.h>

/* More months than that are told by quarters, and of more quarters the last ones. */
#define MOST_MONTHS 12
#define MOST_QUARTERS 12
#define MONTHS_A_YEAR 12

struct _DaybookCustomerFigures
{
  DaybookCustomerBox parent_instance;

  DaybookFacts      *facts;
  GtkWidget         *holder; /* of the plot */
  DaybookPlotView   *plot;   /* made with the first customer; in the holder */

  char              *seen;   /* what the plot says */
};

G_DEFINE_FINAL_TYPE (DaybookCustomerFigures, daybook_customer_figures, DAYBOOK_TYPE_CUSTOMER_BOX)

/* --- Figures --------------------------------------------------------------------------------- */

static void
add_money (DaybookFacts                 *facts,
           const char                   *label,
           const DaybookCustomerNumbers *numbers,
           gint64                        amount)
{
  g_autofree char *money = daybook_money_format (amount, numbers->currency);

  daybook_facts_add (facts, label, money, DAYBOOK_FACT_FIGURE);
}

static void
add_count (DaybookFacts *facts,
           const char   *label,
           guint         count)
{
  g_autofree char *words = daybook_words_count (count);
  g_autofree char *more = count < DAYBOOK_TOTALS_MAX ? g_strdup (words) : g_strconcat (words, "+", NULL);

  daybook_facts_add (facts, label, more, DAYBOOK_FACT_FIGURE);
}

static void
add_moment (DaybookFacts       *facts,
            DaybookCustomerBox *box,
            const char         *label,
            gint64              moment)
{
  DaybookStore *store = daybook_customer_box_get_store (box);
  g_autofree char *words = moment != 0 ? daybook_moment_format (moment, daybook_store_get_now (store), daybook_store_get_zone (store)) : g_strdup ("");

  daybook_facts_add (facts, label, words, DAYBOOK_FACT_FIGURE);
}

static void
add_products (DaybookFacts                 *facts,
              const DaybookCustomerNumbers *numbers)
{
  for (guint i = 0; i < numbers->products->len; i++)
    {
      const DaybookCustomerProduct *product = &g_array_index (numbers->products, DaybookCustomerProduct, i);
      g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT " × %s", product->quantity, product->title);

      daybook_facts_add (facts, i == 0 ? _("Bought most") : "", value, DAYBOOK_FACT_PLAIN);
    }
}

static void
fill_facts (DaybookCustomerFigures       *self,
            const DaybookCustomerNumbers *numbers)
{
  DaybookCustomerBox *box = DAYBOOK_CUSTOMER_BOX (self);
  guint n_own = numbers->n_orders - numbers->n_others;

  daybook_facts_begin (self->facts);
  if (numbers->n_orders > 0)
    {
      add_count (self->facts, _("Orders"), numbers->n_orders);
      add_money (self->facts, _("Spent"), numbers, numbers->paid);
      if (n_own > 0)
        add_money (self->facts, _("On average"), numbers, numbers->paid / n_own);
      if (numbers->n_returns > 0)
        add_count (self->facts, _("Orders with a refund"), numbers->n_returns);
      if (numbers->refunded > 0)
        add_money (self->facts, _("Refunded"), numbers, numbers->refunded);
      if (numbers->n_others > 0)
        add_count (self->facts, _("Orders in other currencies"), numbers->n_others);
      add_moment (self->facts, box, _("First order"), numbers->first);
      add_moment (self->facts, box, _("Last order"), numbers->newest);
      add_products (self->facts, numbers);
    }
  daybook_facts_end (self->facts);
}

/* --- The plot ---------------------------------------------------------------------------------- */

/* Months since the year 0. */
static int
read_month (const char *text)
{
  return (int) strtol (text, NULL, 10) * MONTHS_A_YEAR + (int) strtol (text + 5, NULL, 10) - 1;
}

static char *
name_span (int first,
           int months)
{
  int year = first / MONTHS_A_YEAR, month = first % MONTHS_A_YEAR;

  /* Translators: a quarter of a year: its year and number. */
  return months == 1 ? g_strdup_printf ("%04d-%02d", year, month + 1) : g_strdup_printf (_("%1$d Q%2$d"), year, month / 3 + 1);
}

static void
sum_up (const DaybookCustomerNumbers *numbers,
        int                           first,
        int                           months,
        double                       *paid,
        double                       *refunded,
        int                           n)
{
  for (guint i = 0; i < numbers->months->len; i++)
    {
      const DaybookCustomerMonth *month = &g_array_index (numbers->months, DaybookCustomerMonth, i);
      int at = (read_month (month->month) - first) / months;

      if (read_month (month->month) >= first && at < n)
        {
          paid[at] += (double) month->paid;
          refunded[at] += (double) month->refunded;
        }
    }
}

/* By months, or of a long time by quarters; those without an order are among them, or time would seem shorter. */
static DaybookPlot *
make_plot (const DaybookCustomerNumbers *numbers)
{
  g_autoptr(DaybookPlot) plot = daybook_plot_new (DAYBOOK_PLOT_BARS, _("Purchases over Time"));
  int first = read_month (g_array_index (numbers->months, DaybookCustomerMonth, 0).month);
  int last = read_month (g_array_index (numbers->months, DaybookCustomerMonth, numbers->months->len - 1).month);
  int months = last - first >= MOST_MONTHS ? 3 : 1, n;
  g_autofree double *paid = NULL;
  g_autofree double *refunded = NULL;

  if (months == 3)
    first = MAX (first - first % 3, last - last % 3 - 3 * (MOST_QUARTERS - 1));
  n = (last - first) / months + 1;
  paid = g_new0 (double, n);
  refunded = g_new0 (double, n);
  sum_up (numbers, first, months, paid, refunded, n);

  daybook_plot_set_unit (plot, DAYBOOK_PLOT_MONEY, numbers->currency);
  daybook_plot_set_axes (plot, months == 1 ? _("Month") : _("Quarter"), numbers->currency);
  for (int i = 0; i < n; i++)
    {
      g_autofree char *name = name_span (first + i * months, months);

      daybook_plot_add_category (plot, name);
    }
  daybook_plot_add_series (plot, _("Bought"), paid);
  if (numbers->refunded > 0)
    daybook_plot_add_series (plot, _("Refunded"), refunded);
  return g_steal_pointer (&plot);
}

static void
show_plot (DaybookCustomerFigures       *self,
           const DaybookCustomerNumbers *numbers)
{
  g_autoptr(DaybookPlot) plot = numbers->months->len > 0 ? make_plot (numbers) : NULL;
  char *said = plot != NULL ? daybook_plot_describe (plot) : g_strdup ("");

  if (!daybook_bit_is_new (&self->seen, said))
    return;

  if (self->plot == NULL)
    {
      self->plot = DAYBOOK_PLOT_VIEW (daybook_plot_view_new (daybook_customer_box_get_store (DAYBOOK_CUSTOMER_BOX (self))));
      adw_bin_set_child (ADW_BIN (self->holder), GTK_WIDGET (self->plot));
    }
  daybook_plot_view_set (self->plot, plot);
}

static void
show (DaybookCustomerBox *box)
{
  DaybookCustomerFigures *self = DAYBOOK_CUSTOMER_FIGURES (box);
  g_autoptr(DaybookCustomerNumbers) numbers = daybook_reader_customer_numbers (daybook_customer_box_get_reader (box),
                                                                               daybook_customer_box_get_customer (box)->rowid, NULL);

  gtk_widget_set_visible (GTK_WIDGET (self), numbers != NULL && numbers->n_orders > 0);
  if (numbers == NULL)
    return;

  fill_facts (self, numbers);
  show_plot (self, numbers);
}

/* --- The widget ----------------------------------------------------------------------------------- */

static void
daybook_customer_figures_finalize (GObject *object)
{
  g_free (DAYBOOK_CUSTOMER_FIGURES (object)->seen);

  G_OBJECT_CLASS (daybook_customer_figures_parent_class)->finalize (object);
}

static void
daybook_customer_figures_class_init (DaybookCustomerFiguresClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_customer_figures_finalize;
  DAYBOOK_CUSTOMER_BOX_CLASS (klass)->show = show;
}

static void
daybook_customer_figures_init (DaybookCustomerFigures *self)
{
  self->facts = g_object_new (DAYBOOK_TYPE_FACTS, NULL);
  self->holder = adw_bin_new ();
  gtk_widget_add_css_class (GTK_WIDGET (self->facts), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->facts), "panel-card");
  gtk_widget_set_margin_top (self->holder, 12);
  daybook_customer_box_set_group (DAYBOOK_CUSTOMER_BOX (self), _("Bought and Returned"), NULL);
  daybook_customer_box_append (DAYBOOK_CUSTOMER_BOX (self), GTK_WIDGET (self->facts));
  daybook_customer_box_append (DAYBOOK_CUSTOMER_BOX (self), self->holder);
}
