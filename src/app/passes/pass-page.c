/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/passes/pass-page.h"

#include "app/common/desk.h"
#include "app/passes/tick-group.h"
#include "core/day.h"
#include "core/moment.h"
#include "store/passes.h"

#include <glib/gi18n-lib.h>

struct _DaybookPassPage
{
  DaybookPage        parent_instance;

  /* Template widgets */
  GtkLabel          *help;
  GtkBox            *today;
  GtkBox            *yesterday;

  /* Owned */
  DaybookStore      *store;

  const DaybookPass *pass; /* lives for good */
  gboolean           stale; /* the book has changed while nobody looked */
};

G_DEFINE_FINAL_TYPE (DaybookPassPage, daybook_pass_page, DAYBOOK_TYPE_PAGE)

/* --- Days --------------------------------------------------------------------------------- */

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
fill (DaybookPassPage   *self,
      GtkBox            *box,
      const char        *day,
      DaybookTicksState  state)
{
  for (guint i = 0; i < self->pass->rounds->len; i++)
    {
      const DaybookPassRound *round = g_ptr_array_index (self->pass->rounds, i);
      /* Translators: %s is a part of the day: “Before the Shift”. */
      g_autofree char *label = state == DAYBOOK_TICKS_PAST ? g_strdup_printf (_("Yesterday: %s"), round->label) : g_strdup (round->label);

      gtk_box_append (box, daybook_tick_group_new (self->store, self->pass, round, day, label, state));
    }
}

static void
show_ticks (DaybookPassPage *self)
{
  gint64 now = daybook_store_get_now (self->store);
  GTimeZone *zone = daybook_store_get_zone (self->store);
  g_autofree char *day = daybook_day_of (now, zone);
  g_autofree char *before = daybook_day_of (daybook_moment_day (now, zone, -1), zone);
  int focus = daybook_ticks_find_focus (GTK_WIDGET (self->today));

  clear (self->today);
  clear (self->yesterday);
  fill (self, self->today, day, DAYBOOK_TICKS_LIVE);
  fill (self, self->yesterday, before, DAYBOOK_TICKS_PAST);
  daybook_ticks_put_focus (GTK_WIDGET (self->today), focus);
}

/* --- The page -------------------------------------------------------------------------------- */

static void
on_book_changed (DaybookPassPage *self)
{
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->stale)
    show_ticks (self);
}

static void
shown (DaybookPage *page)
{
  DaybookPassPage *self = DAYBOOK_PASS_PAGE (page);

  if (self->stale)
    show_ticks (self);
  self->stale = FALSE;
}

static void
daybook_pass_page_dispose (GObject *object)
{
  DaybookPassPage *self = DAYBOOK_PASS_PAGE (object);

  g_clear_object (&self->store);

  G_OBJECT_CLASS (daybook_pass_page_parent_class)->dispose (object);
}

static void
daybook_pass_page_class_init (DaybookPassPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_pass_page_dispose;
  DAYBOOK_PAGE_CLASS (klass)->shown = shown;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/passes/pass-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookPassPage, help);
  gtk_widget_class_bind_template_child (widget_class, DaybookPassPage, today);
  gtk_widget_class_bind_template_child (widget_class, DaybookPassPage, yesterday);
}

static void
daybook_pass_page_init (DaybookPassPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

DaybookPage *
daybook_sweep_page_new (DaybookStore *store)
{
  DaybookPassPage *self = g_object_new (DAYBOOK_TYPE_PASS_PAGE, NULL);

  self->store = g_object_ref (store);
  self->pass = daybook_pass_shipped (DAYBOOK_PASS_SWEEP);
  daybook_page_set_title (DAYBOOK_PAGE (self), self->pass->title);
  gtk_label_set_label (self->help, self->pass->help);
  show_ticks (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_book_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (daybook_desk_get_clock (daybook_desk_of (store)), "day", G_CALLBACK (on_book_changed), self, G_CONNECT_SWAPPED);
  return DAYBOOK_PAGE (self);
}
