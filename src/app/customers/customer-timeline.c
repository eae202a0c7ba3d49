/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/customer-timeline.h"

#include "app/common/bits.h"
#include "app/common/shell.h"
#include "app/customers/happenings.h"
#include "core/yearly-day.h"

#include <glib/gi18n-lib.h>

/* So many are shown before somebody asks for the older ones, and so many at most. */
#define FIRST 10
#define MOST 500

struct _DaybookCustomerTimeline
{
  DaybookCustomerBox parent_instance;

  GtkDropDown       *kind;
  GtkBox            *list;
  GtkWidget         *older;

  guint              limit;
  char              *seen; /* what the lines say: those with the focus stay while it is the same */
};

G_DEFINE_FINAL_TYPE (DaybookCustomerTimeline, daybook_customer_timeline, DAYBOOK_TYPE_CUSTOMER_BOX)

static DaybookCustomerBox *
as_box (DaybookCustomerTimeline *self)
{
  return DAYBOOK_CUSTOMER_BOX (self);
}

static void
on_row_wanted (DaybookCustomerTimeline *self,
               GtkWidget               *button)
{
  const DaybookRow *row = g_object_get_data (G_OBJECT (button), "row");

  daybook_shell_show_row (daybook_shell_of (GTK_WIDGET (self)), daybook_table_base (row->table), &row->id);
}

/* --- Lines --------------------------------------------------------------------------------- */

static void
add_dim (GtkWidget  *box,
         const char *text,
         const char *style)
{
  GtkWidget *label = daybook_bit_label (text);

  gtk_widget_add_css_class (label, style);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), label);
}

static GtkWidget *
make_line (DaybookCustomerTimeline *self,
           const DaybookHappening  *happening)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  if (happening->row != NULL)
    {
      GtkWidget *link = daybook_bit_link (happening->head, happening->row);

      g_signal_connect_object (link, "clicked", G_CALLBACK (on_row_wanted), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (line), link);
    }
  else
    add_dim (line, happening->head, "caption");
  if (happening->text != NULL && *happening->text != '\0')
    {
      GtkWidget *text = daybook_bit_label (happening->text);

      if (happening->machine)
        gtk_widget_add_css_class (text, "dim-label");
      gtk_box_append (GTK_BOX (line), text);
    }
  return line;
}

/* What the program did several times in a row is one line, until somebody wants to know. */
static GtkWidget *
make_fold (DaybookCustomerTimeline *self,
           GPtrArray               *all,
           guint                    from,
           guint                    to)
{
  guint n = to - from;
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u change by imports and rules", "%u changes by imports and rules", n), n);
  GtkWidget *fold = gtk_expander_new (label);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = from; i < to; i++)
    gtk_box_append (GTK_BOX (lines), make_line (self, g_ptr_array_index (all, i)));
  gtk_widget_add_css_class (fold, "dim-label");
  gtk_expander_set_child (GTK_EXPANDER (fold), lines);
  return fold;
}

/* (transfer full) */
static char *
name_day (DaybookCustomerTimeline *self,
          gint64                   at)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (at);
  g_autoptr(GDateTime) local = g_date_time_to_timezone (utc, daybook_store_get_zone (daybook_customer_box_get_store (as_box (self))));
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (local), (GDateMonth) g_date_time_get_month (local),
                  (GDateYear) g_date_time_get_year (local));
  return daybook_date_words (&date);
}

/* How far the run of what the program did goes that begins there, on one day. */
static guint
find_end (DaybookCustomerTimeline *self,
          GPtrArray               *all,
          guint                    from,
          guint                    n,
          const char              *day)
{
  guint to = from;

  for (; to < n; to++)
    {
      const DaybookHappening *happening = g_ptr_array_index (all, to);
      g_autofree char *its_day = name_day (self, happening->at);

      if (!happening->machine || !g_str_equal (its_day, day))
        break;
    }
  return to;
}

static void
fill (DaybookCustomerTimeline *self,
      GPtrArray               *all,
      guint                    n)
{
  g_autofree char *before = NULL;

  daybook_bit_empty (GTK_WIDGET (self->list));
  for (guint i = 0; i < n;)
    {
      const DaybookHappening *happening = g_ptr_array_index (all, i);
      g_autofree char *day = name_day (self, happening->at);
      guint end = find_end (self, all, i, n, day);

      if (g_strcmp0 (day, before) != 0)
        add_dim (GTK_WIDGET (self->list), day, "caption-heading");
      gtk_box_append (self->list, end > i + 1 ? make_fold (self, all, i, end) : make_line (self, happening));
      i = MAX (end, i + 1);
      g_free (before);
      before = g_steal_pointer (&day);
    }
}

/* --- What is seen ------------------------------------------------------------------------------ */

static void
show (DaybookCustomerBox *box)
{
  DaybookCustomerTimeline *self = DAYBOOK_CUSTOMER_TIMELINE (box);
  g_autoptr(GPtrArray) all = NULL;
  GString *seen = g_string_new (NULL);
  guint n;

  if (daybook_customer_box_is_other (box))
    self->limit = FIRST;
  all = daybook_happenings_read (daybook_customer_box_get_desk (box), daybook_customer_box_get_customer (box),
                                 (DaybookHappened) gtk_drop_down_get_selected (self->kind), self->limit + 1);
  n = MIN (all->len, self->limit);
  for (guint i = 0; i < n; i++)
    {
      const DaybookHappening *happening = g_ptr_array_index (all, i);

      g_string_append_printf (seen, "%" G_GINT64_FORMAT "\t%s\t%s\n", happening->at, happening->head, happening->text != NULL ? happening->text : "");
    }
  gtk_widget_set_visible (self->older, all->len > n && self->limit < MOST);
  if (daybook_bit_is_new (&self->seen, g_string_free (seen, FALSE)))
    fill (self, all, n);
}

static void
on_kind_chosen (DaybookCustomerTimeline *self)
{
  if (daybook_customer_box_get_customer (as_box (self)) != NULL)
    show (as_box (self));
}

static void
on_older_clicked (DaybookCustomerTimeline *self)
{
  self->limit = MOST;
  daybook_customer_box_show (as_box (self), daybook_customer_box_get_desk (as_box (self)), daybook_customer_box_get_customer (as_box (self)),
                             daybook_customer_box_get_show (as_box (self)));
}

/* --- The widget ----------------------------------------------------------------------------------- */

static void
daybook_customer_timeline_finalize (GObject *object)
{
  g_free (DAYBOOK_CUSTOMER_TIMELINE (object)->seen);

  G_OBJECT_CLASS (daybook_customer_timeline_parent_class)->finalize (object);
}

static void
daybook_customer_timeline_class_init (DaybookCustomerTimelineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_customer_timeline_finalize;
  DAYBOOK_CUSTOMER_BOX_CLASS (klass)->show = show;
}

static GtkDropDown *
make_kinds (void)
{
  g_autoptr(GtkStringList) kinds = gtk_string_list_new (NULL);
  GtkDropDown *choice;

  for (guint i = 0; i < DAYBOOK_N_HAPPENED; i++)
    gtk_string_list_append (kinds, daybook_happened_label ((DaybookHappened) i));
  choice = GTK_DROP_DOWN (gtk_drop_down_new (g_object_ref (G_LIST_MODEL (kinds)), NULL));
  gtk_widget_set_valign (GTK_WIDGET (choice), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What the Timeline Shows"), -1);
  return choice;
}

static void
daybook_customer_timeline_init (DaybookCustomerTimeline *self)
{
  self->limit = FIRST;
  self->kind = make_kinds ();
  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  g_signal_connect_object (self->kind, "notify::selected", G_CALLBACK (on_kind_chosen), self, G_CONNECT_SWAPPED);
  daybook_customer_box_set_group (as_box (self), _("Timeline"), GTK_WIDGET (self->kind));
  daybook_customer_box_append (as_box (self), GTK_WIDGET (self->list));
  self->older = daybook_customer_box_append_older (as_box (self));
  g_signal_connect_object (self->older, "clicked", G_CALLBACK (on_older_clicked), self, G_CONNECT_SWAPPED);
}
