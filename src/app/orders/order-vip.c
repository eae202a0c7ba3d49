/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/orders/order-vip.h"

#include "app/common/shell.h"
#include "core/customer.h"
#include "core/money.h"
#include "core/order.h"
#include "store/grades.h"

#include <glib/gi18n-lib.h>

struct _DaybookOrderVip
{
  AdwBin               parent_instance;

  AdwPreferencesGroup *group;
  AdwEntryRow         *off;
  GtkButton           *take;

  /* Owned */
  DaybookDesk         *desk;
  DaybookRow          *order;
  gint64               proposed; /* minor units; 0: nothing is */
};

G_DEFINE_FINAL_TYPE (DaybookOrderVip, daybook_order_vip, ADW_TYPE_BIN)

static DaybookStore *
get_store (DaybookOrderVip *self)
{
  return daybook_desk_get_store (self->desk);
}

static const char *
currency_of (DaybookOrderVip *self)
{
  const char *currency = daybook_row_text (self->order, DAYBOOK_ORDER_CURRENCY);

  return *currency != '\0' ? currency : daybook_store_get_currency (get_store (self));
}

/* --- Saying ---------------------------------------------------------------------------- */

/* Takes over `value`. */
static void
set_off (DaybookOrderVip *self,
         DaybookValue     value)
{
  g_autofree char *name = daybook_desk_order_name (self->desk, self->order);
  g_autofree char *title = g_strdup_printf ("%s: %s", name, _(daybook_orders.fields[DAYBOOK_ORDER_VIP_OFF].label));
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (get_store (self)));

  daybook_edit_set (edit, &daybook_orders, &self->order->id, DAYBOOK_ORDER_VIP_OFF, value);
  daybook_shell_commit (daybook_shell_of (GTK_WIDGET (self)), edit, NULL);
}

static void
on_taken (DaybookOrderVip *self)
{
  set_off (self, daybook_value_int (self->proposed));
}

/* What is refused stays, marked, to be mended; an empty line: nothing was taken off. */
static void
on_applied (DaybookOrderVip *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->off));
  g_autoptr(GError) error = NULL;
  gint64 minor = 0;

  if (*text != '\0' && !daybook_money_parse (text, currency_of (self), &minor, &error))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->off), "error");
      daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error);
      return;
    }

  gtk_widget_remove_css_class (GTK_WIDGET (self->off), "error");
  set_off (self, *text != '\0' ? daybook_value_int (minor) : (DaybookValue) DAYBOOK_VALUE_INIT);
}

/* --- What is shown ------------------------------------------------------------------------ */

static gint64
grade_of (DaybookOrderVip *self)
{
  const DaybookId *id = daybook_row_ref_id (self->order, DAYBOOK_ORDER_CUSTOMER);
  g_autoptr(DaybookRow) customer = id != NULL ? daybook_reader_find (daybook_store_get_reader (get_store (self)), &daybook_customers, id, NULL) : NULL;
  gint64 grade = customer != NULL ? daybook_row_int (customer, DAYBOOK_CUSTOMER_GRADE) : DAYBOOK_GRADE_NONE;

  return grade > DAYBOOK_GRADE_NONE && grade < DAYBOOK_N_GRADES ? grade : DAYBOOK_GRADE_NONE;
}

static void
show_off (DaybookOrderVip *self,
          gboolean         known)
{
  g_autofree char *text = known ? daybook_money_to_string (daybook_row_int (self->order, DAYBOOK_ORDER_VIP_OFF), currency_of (self)) : g_strdup ("");
  gboolean typed_in = (gtk_widget_get_state_flags (GTK_WIDGET (self->off)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  if (!typed_in && !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->off)), text))
    {
      /* Written by the program, there is nothing to apply. */
      adw_entry_row_set_show_apply_button (self->off, FALSE);
      gtk_editable_set_text (GTK_EDITABLE (self->off), text);
      adw_entry_row_set_show_apply_button (self->off, TRUE);
    }
}

static void
show_proposal (DaybookOrderVip        *self,
               const DaybookGradeRule *rule,
               gboolean                known)
{
  g_autofree char *money = NULL;

  self->proposed = known || rule == NULL ? 0 : daybook_grade_rule_off (rule, daybook_row_int (self->order, DAYBOOK_ORDER_PAID));
  gtk_widget_set_visible (GTK_WIDGET (self->take), self->proposed > 0);
  if (self->proposed == 0)
    return;

  money = daybook_money_format (self->proposed, currency_of (self));
  /* Translators: a button: %s is an amount that is proposed. */
  g_autofree char *label = g_strdup_printf (_("Take over %s"), money);
  gtk_button_set_label (self->take, label);
}

void
daybook_order_vip_show (DaybookOrderVip  *self,
                        DaybookDesk      *desk,
                        const DaybookRow *order)
{
  g_auto(DaybookGradeRules) rules = { 0 };
  gboolean known = daybook_row_has (order, DAYBOOK_ORDER_VIP_OFF);
  gint64 grade;

  g_set_object (&self->desk, desk);
  g_clear_pointer (&self->order, daybook_row_unref);
  self->order = daybook_row_ref ((DaybookRow *) order);
  grade = grade_of (self);
  if (!daybook_reader_grades (daybook_store_get_reader (get_store (self)), &rules, NULL))
    return;

  const DaybookGradeRule *rule = grade != DAYBOOK_GRADE_NONE && rules.of[grade].used ? &rules.of[grade] : NULL;
  g_autofree char *gives = rule != NULL ? daybook_grade_rule_gives (rule) : g_strdup ("");
  g_autofree char *title = *gives != '\0' ? g_strdup_printf ("%s: %s", daybook_grade_name (&rules, (DaybookGrade) grade), gives) : g_strdup (_("VIP"));
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  gtk_widget_set_visible (GTK_WIDGET (self), known || *gives != '\0');
  adw_preferences_group_set_title (self->group, escaped);
  show_off (self, known);
  show_proposal (self, rule, known);
}

/* --- The widget ------------------------------------------------------------------------------- */

static void
daybook_order_vip_dispose (GObject *object)
{
  DaybookOrderVip *self = DAYBOOK_ORDER_VIP (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->order, daybook_row_unref);

  G_OBJECT_CLASS (daybook_order_vip_parent_class)->dispose (object);
}

static void
daybook_order_vip_class_init (DaybookOrderVipClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_order_vip_dispose;
}

static void
daybook_order_vip_init (DaybookOrderVip *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->off = ADW_ENTRY_ROW (adw_entry_row_new ());
  self->take = GTK_BUTTON (gtk_button_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->off), _(daybook_orders.fields[DAYBOOK_ORDER_VIP_OFF].label));
  adw_entry_row_set_show_apply_button (self->off, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->take), GTK_ALIGN_CENTER);
  adw_entry_row_add_suffix (self->off, GTK_WIDGET (self->take));
  adw_preferences_group_add (self->group, GTK_WIDGET (self->off));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  g_signal_connect_object (self->off, "apply", G_CALLBACK (on_applied), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->take, "clicked", G_CALLBACK (on_taken), self, G_CONNECT_SWAPPED);
}
