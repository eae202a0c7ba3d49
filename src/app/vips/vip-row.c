/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/vips/vip-row.h"

#include "app/common/clock-chip.h"
#include "app/customers/day-words.h"
#include "core/customer.h"
#include "core/moment.h"

#include <glib/gi18n-lib.h>

struct _DaybookVipRow
{
  DaybookRoundRow   parent_instance;

  /* Template widgets */
  DaybookClockChip *chip;
  GtkWidget        *answers;
  GtkWidget        *contacts;
};

G_DEFINE_FINAL_TYPE (DaybookVipRow, daybook_vip_row, DAYBOOK_TYPE_ROUND_ROW)

static DaybookRoundRow *
as_row (DaybookVipRow *self)
{
  return DAYBOOK_ROUND_ROW (self);
}

static DaybookDesk *
get_desk (DaybookVipRow *self)
{
  return daybook_round_row_get_desk (as_row (self));
}

static DaybookStore *
get_store (DaybookVipRow *self)
{
  return daybook_desk_get_store (get_desk (self));
}

/* --- What it says ------------------------------------------------------------------------ */

static void
show_proposal (DaybookVipRow           *self,
               const DaybookVipMark    *mark,
               const DaybookGradeRules *rules)
{
  const DaybookGradeProposal *proposal = &mark->candidate.proposal;
  GtkWidget *grade = GTK_WIDGET (daybook_round_row_get_word (as_row (self)));
  GtkLabel *about = daybook_round_row_get_about (as_row (self));
  g_autofree char *grades = g_strdup_printf ("%s → %s", daybook_grade_name (rules, proposal->from), daybook_grade_name (rules, proposal->to));
  g_autofree char *why = daybook_grade_proposal_reason (proposal, rules);

  gtk_label_set_text (GTK_LABEL (grade), grades);
  gtk_label_set_text (about, why);
  gtk_widget_set_tooltip_text (GTK_WIDGET (about), why);
  if (proposal->to < proposal->from)
    gtk_widget_add_css_class (grade, "warning");
  else
    gtk_widget_remove_css_class (grade, "warning");
}

/* "Last contact 09-15 11:33 · every 30 days" (transfer full) */
static char *
describe_contact (DaybookVipRow           *self,
                  const DaybookRow        *customer,
                  const DaybookVipMark    *mark,
                  const DaybookGradeRules *rules)
{
  DaybookStore *store = get_store (self);
  gint64 days = daybook_rhythm_interval (customer, rules);
  g_autofree char *last = mark->due != 0 ? daybook_moment_format (mark->began, daybook_store_get_now (store), daybook_store_get_zone (store)) : NULL;

  if (last == NULL)
    return g_strdup (daybook_row_int (customer, DAYBOOK_CUSTOMER_QUIET) != 0 ? _("Wants no messages") : _("No interval of contact is set"));

  /* Translators: when the customer was contacted last, and how often they are to be. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Last contact %1$s · every %2$u day", "Last contact %1$s · every %2$u days", (gulong) days),
                          last, (guint) days);
}

/* The same, and the next day to remember: "… · Birthday in 12 days". (transfer full) */
static char *
describe_rhythm (DaybookVipRow           *self,
                 const DaybookRow        *customer,
                 const DaybookVipMark    *mark,
                 const DaybookGradeRules *rules)
{
  g_autofree char *contact = describe_contact (self, customer, mark, rules);
  g_autofree char *day = daybook_day_next_words (get_desk (self), customer);

  return day != NULL ? g_strjoin (" · ", contact, day, NULL) : g_steal_pointer (&contact);
}

static void
show_rhythm (DaybookVipRow           *self,
             const DaybookRow        *customer,
             const DaybookVipMark    *mark,
             const DaybookGradeRules *rules)
{
  DaybookStore *store = get_store (self);
  GtkLabel *word = daybook_round_row_get_word (as_row (self)), *label = daybook_round_row_get_about (as_row (self));
  gint64 grade = daybook_row_int (customer, DAYBOOK_CUSTOMER_GRADE);
  g_autofree char *about = describe_rhythm (self, customer, mark, rules);

  gtk_label_set_text (word, grade > DAYBOOK_GRADE_NONE && grade < DAYBOOK_N_GRADES ? daybook_grade_name (rules, (DaybookGrade) grade) : "");
  gtk_widget_remove_css_class (GTK_WIDGET (word), "warning");
  gtk_label_set_text (label, about);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), about);
  if (mark->due != 0)
    {
      const DaybookDue due = {
        .rule = DAYBOOK_RULE_VIP_CONTACT, .began = mark->began, .due = mark->due, .warn = daybook_rhythm_warn (mark->began, mark->due),
      };

      daybook_clock_chip_show (self->chip, &due, daybook_store_get_now (store), daybook_store_get_zone (store));
    }
}

void
daybook_vip_row_show (DaybookVipRow           *self,
                      DaybookVipObject        *object,
                      const DaybookGradeRules *rules)
{
  const DaybookVipMark *mark = object != NULL ? daybook_vip_object_get_mark (object) : NULL;
  DaybookReader *reader = daybook_store_get_reader (get_store (self));
  g_autoptr(DaybookRow) row = mark != NULL ? daybook_reader_row (reader, &daybook_customers, mark->customer, NULL) : NULL;
  g_autofree char *name = row != NULL ? daybook_desk_name (get_desk (self), daybook_customers.kind, &row->id) : NULL;

  daybook_round_row_set_object (as_row (self), object);
  if (row == NULL)
    return;

  gtk_label_set_text (daybook_round_row_get_name (as_row (self)), *name != '\0' ? name : _("No name"));
  gtk_widget_set_visible (GTK_WIDGET (self->chip), !mark->proposed && mark->due != 0);
  gtk_widget_set_visible (self->answers, mark->proposed && daybook_desk_may (get_desk (self), DAYBOOK_RIGHT_GRADE));
  gtk_widget_set_visible (self->contacts, !mark->proposed && mark->due != 0);
  if (mark->proposed)
    show_proposal (self, mark, rules);
  else
    show_rhythm (self, row, mark, rules);
}

/* --- What is done -------------------------------------------------------------------------- */

static void
on_confirm_clicked (DaybookVipRow *self)
{
  daybook_round_row_want (as_row (self), DAYBOOK_VIP_CONFIRM);
}

static void
on_decline_clicked (DaybookVipRow *self)
{
  daybook_round_row_want (as_row (self), DAYBOOK_VIP_DECLINE);
}

static void
on_contacted_clicked (DaybookVipRow *self)
{
  daybook_round_row_want (as_row (self), DAYBOOK_VIP_CONTACTED);
}

static void
on_called_clicked (DaybookVipRow *self)
{
  daybook_round_row_want (as_row (self), DAYBOOK_VIP_CALLED);
}

/* --- The widget ------------------------------------------------------------------------------ */

static void
daybook_vip_row_class_init (DaybookVipRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DAYBOOK_TYPE_CLOCK_CHIP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/vips/vip-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookVipRow, chip);
  gtk_widget_class_bind_template_child (widget_class, DaybookVipRow, answers);
  gtk_widget_class_bind_template_child (widget_class, DaybookVipRow, contacts);
  gtk_widget_class_bind_template_callback (widget_class, on_confirm_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_decline_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_contacted_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_called_clicked);
}

static void
daybook_vip_row_init (DaybookVipRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (daybook_round_row_get_word (as_row (self))), "heading");
}

GtkWidget *
daybook_vip_row_new (DaybookDesk *desk)
{
  DaybookVipRow *self = g_object_new (DAYBOOK_TYPE_VIP_ROW, NULL);

  daybook_round_row_set_desk (as_row (self), desk);
  return GTK_WIDGET (self);
}
