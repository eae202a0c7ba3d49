/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/customer-days.h"

#include "app/common/bits.h"
#include "app/customers/day-form.h"
#include "app/customers/day-words.h"
#include "store/customer-acts.h"
#include "store/day-words.h"

#include <glib/gi18n-lib.h>

#define MOST 50

struct _DaybookCustomerDays
{
  DaybookCustomerBox parent_instance;

  GtkBox            *list;
  GtkWidget         *offer;
  DaybookDayForm    *form;
  GtkWidget         *add;

  char              *seen; /* what the lines say */
};

G_DEFINE_FINAL_TYPE (DaybookCustomerDays, daybook_customer_days, DAYBOOK_TYPE_CUSTOMER_BOX)

/* A day, and when it comes next. */
typedef struct
{
  DaybookRow       *row;
  DaybookYearlyTime next;
  gboolean          comes;
} Coming;

static void
coming_free (gpointer data)
{
  Coming *coming = data;

  daybook_row_unref (coming->row);
  g_free (coming);
}

static DaybookCustomerBox *
as_box (DaybookCustomerDays *self)
{
  return DAYBOOK_CUSTOMER_BOX (self);
}

/* --- Acts -------------------------------------------------------------------------------- */

static void
on_add (DaybookCustomerDays *self)
{
  daybook_day_form_open (self->form, daybook_customer_box_get_desk (as_box (self)), daybook_customer_box_get_customer (as_box (self)), NULL);
}

static void
on_change (DaybookCustomerDays *self,
           GtkWidget           *button)
{
  daybook_day_form_open (self->form, daybook_customer_box_get_desk (as_box (self)), daybook_customer_box_get_customer (as_box (self)),
                         g_object_get_data (G_OBJECT (button), "row"));
}

static void
on_left (DaybookCustomerDays *self)
{
  gtk_widget_grab_focus (self->add);
}

static void
on_offer (DaybookCustomerDays *self)
{
  const DaybookRow *customer = daybook_customer_box_get_customer (as_box (self));
  g_autoptr(DaybookEdit) edit = daybook_customer_box_new_edit (as_box (self), _("The birthday of the platform’s list taken over"));
  DaybookDayDraft draft = { .kind = DAYBOOK_DAY_BIRTHDAY, .ahead = -1 };
  g_autofree char *text = NULL;
  DaybookReader *reader = daybook_customer_box_get_reader (as_box (self));

  if (daybook_customer_listed_birthday (reader, customer, &draft.day, &text)
      && daybook_customer_add_day (edit, reader, &customer->id, &draft, NULL, NULL))
    daybook_customer_box_commit (as_box (self), edit);
}

/* --- What there is --------------------------------------------------------------------------- */

/* What does not come any more is last. */
static int
compare (gconstpointer a,
         gconstpointer b)
{
  const Coming *first = *(Coming *const *) a, *second = *(Coming *const *) b;

  if (first->comes != second->comes)
    return second->comes - first->comes;
  return first->comes ? g_date_compare (&first->next.date, &second->next.date) : 0;
}

/* (element-type Coming) (transfer full) */
static GPtrArray *
read_days (DaybookCustomerDays *self,
           const GDate         *today)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (coming_free);
  g_autoptr(GPtrArray) rows = daybook_reader_some_parts (daybook_customer_box_get_reader (as_box (self)), &daybook_remembered_days,
                                                         DAYBOOK_REMEMBERED_CUSTOMER, &daybook_customer_box_get_customer (as_box (self))->id,
                                                         DAYBOOK_PARTS_LAST, MOST, NULL);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      Coming *coming = g_new0 (Coming, 1);

      coming->row = daybook_row_ref (g_ptr_array_index (rows, i));
      coming->comes = daybook_remembered_day_next (coming->row, today, &coming->next);
      g_ptr_array_add (all, coming);
    }
  g_ptr_array_sort (all, compare);
  return all;
}

/* "in 12 days: 3 May 1990, on Sun 3 May 2026; turns 36." */
static char *
describe (const Coming *coming,
          const GDate  *today)
{
  DaybookYearlyDay day;
  g_autofree char *until = coming->comes ? daybook_day_until (today, &coming->next.date) : NULL;
  g_autofree char *told = coming->comes ? daybook_day_tell (coming->row, &coming->next) : NULL;

  if (coming->comes)
    /* Translators: how far off a day is, and what there is to say of it: “in 12 days: 3 May 1990, on …”. */
    return g_strdup_printf (_("%1$s: %2$s"), until, told);

  daybook_remembered_day_of (coming->row, &day);
  return daybook_yearly_day_words (&day);
}

/* --- What is seen ------------------------------------------------------------------------------ */

static void
add_line (DaybookCustomerDays *self,
          const Coming        *coming,
          const char          *text)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const char *name = daybook_remembered_day_name (coming->row);
  GtkWidget *told = daybook_bit_label (text);
  /* Translators: %s is a day to remember, e.g. “Birthday”. */
  g_autofree char *change = g_strdup_printf (_("Change “%s”"), name);
  GtkWidget *button = daybook_bit_button ("document-edit-symbolic", change, coming->row);

  gtk_widget_add_css_class (told, "caption");
  gtk_widget_add_css_class (told, "dim-label");
  gtk_widget_add_css_class (told, "numeric");
  gtk_box_append (GTK_BOX (words), daybook_bit_label (name));
  gtk_box_append (GTK_BOX (words), told);
  gtk_widget_add_css_class (button, "small-button");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_change), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (self->list, line);
}

static void
show_offer (DaybookCustomerDays *self)
{
  DaybookYearlyDay day;
  g_autofree char *text = NULL;
  gboolean is_there = daybook_customer_listed_birthday (daybook_customer_box_get_reader (as_box (self)),
                                                        daybook_customer_box_get_customer (as_box (self)), &day, &text);
  g_autofree char *words = is_there ? daybook_yearly_day_words (&day) : NULL;
  /* Translators: %s: a day. */
  g_autofree char *label = is_there ? g_strdup_printf (_("Take over the birthday of the platform’s list: %s"), words) : g_strdup ("");

  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->offer))), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->offer), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (self->offer, is_there);
}

static void
show (DaybookCustomerBox *box)
{
  DaybookCustomerDays *self = DAYBOOK_CUSTOMER_DAYS (box);
  GDate today;
  g_autoptr(GPtrArray) days = NULL;
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GString) seen = g_string_new (NULL);

  daybook_day_today (daybook_customer_box_get_desk (box), &today);
  days = read_days (self, &today);
  for (guint i = 0; i < days->len; i++)
    {
      const Coming *coming = g_ptr_array_index (days, i);

      g_ptr_array_add (texts, describe (coming, &today));
      g_string_append_printf (seen, "%" G_GINT64_FORMAT "\t%s\t%s\n", coming->row->rowid, daybook_remembered_day_name (coming->row),
                              (char *) texts->pdata[i]);
    }
  show_offer (self);
  if (!daybook_bit_is_new (&self->seen, g_strdup (seen->str)))
    return;

  daybook_bit_empty (GTK_WIDGET (self->list));
  for (guint i = 0; i < days->len; i++)
    add_line (self, g_ptr_array_index (days, i), g_ptr_array_index (texts, i));
  gtk_widget_set_visible (GTK_WIDGET (self->list), days->len > 0);
}

static void
leave (DaybookCustomerBox *box)
{
  daybook_part_form_close (DAYBOOK_PART_FORM (DAYBOOK_CUSTOMER_DAYS (box)->form));
}

static void
daybook_customer_days_finalize (GObject *object)
{
  g_free (DAYBOOK_CUSTOMER_DAYS (object)->seen);

  G_OBJECT_CLASS (daybook_customer_days_parent_class)->finalize (object);
}

static void
daybook_customer_days_class_init (DaybookCustomerDaysClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_customer_days_finalize;
  DAYBOOK_CUSTOMER_BOX_CLASS (klass)->show = show;
  DAYBOOK_CUSTOMER_BOX_CLASS (klass)->leave = leave;
}

static void
daybook_customer_days_init (DaybookCustomerDays *self)
{
  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->form = g_object_new (DAYBOOK_TYPE_DAY_FORM, NULL);
  self->add = daybook_bit_button ("list-add-symbolic", _("Add a Day to Remember"), NULL);
  self->offer = daybook_bit_link ("", NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "panel-card");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "facts");
  gtk_widget_set_margin_top (self->offer, 6);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (on_add), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->offer, "clicked", G_CALLBACK (on_offer), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "edit", G_CALLBACK (daybook_customer_box_commit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "left", G_CALLBACK (on_left), self, G_CONNECT_SWAPPED);
  daybook_customer_box_set_group (as_box (self), _("Days to Remember"), self->add);
  daybook_customer_box_append (as_box (self), GTK_WIDGET (self->list));
  daybook_customer_box_append (as_box (self), self->offer);
  daybook_customer_box_append (as_box (self), GTK_WIDGET (self->form));
}
