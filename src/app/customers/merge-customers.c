/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/merge-customers.h"

#include "app/common/shell.h"
#include "app/common/words.h"
#include "core/customer-merge.h"
#include "core/customer.h"
#include "store/customer-totals.h"

#include <glib/gi18n-lib.h>

static char *
title (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Merge %u Customer", "Merge %u Customers", n), n);
}

static gboolean
asks (const DaybookTable *table,
      guint               field)
{
  return daybook_customer_merge_asks (field);
}

/* The one known longest. */
static guint
stays (GPtrArray *rows)
{
  guint oldest = 0;

  for (guint i = 1; i < rows->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (rows, i), *known = g_ptr_array_index (rows, oldest);

      if (daybook_row_has (row, DAYBOOK_CUSTOMER_FIRST_SEEN)
          && (!daybook_row_has (known, DAYBOOK_CUSTOMER_FIRST_SEEN)
              || daybook_row_int (row, DAYBOOK_CUSTOMER_FIRST_SEEN) < daybook_row_int (known, DAYBOOK_CUSTOMER_FIRST_SEEN)))
        oldest = i;
    }
  return oldest;
}

static guint
usual (GPtrArray *rows,
       guint      keep,
       guint      field)
{
  g_auto(DaybookValue) value = daybook_customer_merge_usual (rows, g_ptr_array_index (rows, keep), field);

  if (daybook_value_equal (&value, &((const DaybookRow *) g_ptr_array_index (rows, keep))->values[field]))
    return keep;
  for (guint i = 0; i < rows->len; i++)
    if (daybook_value_equal (&value, &((const DaybookRow *) g_ptr_array_index (rows, i))->values[field]))
      return i;

  return rows->len;
}

char *
daybook_merge_customers_name (DaybookDesk      *desk,
                              const DaybookRow *row)
{
  DaybookReader *reader = daybook_store_get_reader (daybook_desk_get_store (desk));
  g_autofree char *who = daybook_desk_name (desk, daybook_customers.kind, &row->id);
  g_autoptr(GPtrArray) handles = daybook_reader_some_parts (reader, &daybook_handles, DAYBOOK_HANDLE_CUSTOMER, &row->id,
                                                            DAYBOOK_PARTS_FIRST, 1, NULL);
  g_autofree char *account = handles != NULL && handles->len > 0
    ? daybook_desk_format (desk, handles->pdata[0], DAYBOOK_HANDLE_ACCOUNT, DAYBOOK_SHOW_MASKED) : NULL;

  return g_strjoin (" · ", *who != '\0' ? who : _("Customer"), account, NULL);
}

static char *
head (DaybookDesk      *desk,
      const DaybookRow *row)
{
  DaybookReader *reader = daybook_store_get_reader (daybook_desk_get_store (desk));
  g_autofree char *name = daybook_merge_customers_name (desk, row);
  g_autofree char *first = daybook_desk_format (desk, row, DAYBOOK_CUSTOMER_FIRST_SEEN, DAYBOOK_SHOW_MASKED);
  g_autoptr(DaybookCustomerTotals) totals = daybook_reader_customer_totals (reader, row->rowid, NULL);
  guint n = totals != NULL ? totals->n_orders : 0;
  g_autofree char *orders = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u order", "%u orders", n), n);

  return *first != '\0' ? g_strdup_printf ("%s\n%s · %s", name, first, orders) : g_strdup_printf ("%s\n%s", name, orders);
}

static DaybookValue
value_of (GPtrArray                *rows,
          guint                     keep,
          const DaybookMergeChoice *choice)
{
  return choice->from < rows->len
         ? daybook_value_copy (&((const DaybookRow *) g_ptr_array_index (rows, choice->from))->values[choice->field])
         : daybook_customer_merge_join (rows, g_ptr_array_index (rows, keep), choice->field);
}

static DaybookEdit *
merge (DaybookDesk  *desk,
       GPtrArray    *rows,
       guint         keep,
       GArray       *choices,
       gpointer      data,
       GError      **error)
{
  g_autofree char *act = daybook_customer_merge_title (rows->len);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, act, daybook_store_get_agent (daybook_desk_get_store (desk)));
  g_autoptr(GArray) chosen = daybook_customer_choices_new ();

  for (guint i = 0; i < choices->len; i++)
    {
      const DaybookMergeChoice *choice = &g_array_index (choices, DaybookMergeChoice, i);
      const DaybookCustomerChoice one = { choice->field, value_of (rows, keep, choice) };

      g_array_append_val (chosen, one);
    }
  return daybook_customer_merge (edit, rows, g_ptr_array_index (rows, keep), chosen, error) ? g_steal_pointer (&edit) : NULL;
}

const DaybookMergeKind daybook_merge_customers = {
  .explanation = N_("One of them stays. Orders, cases and accounts of the others are shown with it; the others are in no list any more. They can be taken apart again."),
  .title = title,
  .asks = asks,
  .gives = daybook_customer_merge_gives,
  .joins = daybook_customer_merge_joins,
  .stays = stays,
  .usual = usual,
  .name = daybook_merge_customers_name,
  .head = head,
  .merge = merge,
};

static void
on_merged (GtkWidget   *widget,
           DaybookEdit *edit)
{
  daybook_shell_commit (daybook_shell_of (widget), edit, NULL);
}

void
daybook_merge_customers_begin (GtkWidget   *widget,
                               DaybookDesk *desk,
                               GPtrArray   *customers)
{
  GtkWindow *dialog;

  if (customers == NULL || customers->len < 2 || customers->len > DAYBOOK_MERGE_MOST)
    return;

  dialog = daybook_merge_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), desk, &daybook_merge_customers, customers, NULL);
  g_signal_connect_object (dialog, "merged", G_CALLBACK (on_merged), widget, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}
