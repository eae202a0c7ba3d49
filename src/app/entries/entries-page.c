/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/entries/entries-page.h"

#include "app/common/facts.h"
#include "app/common/row-source.h"
#include "app/common/shell.h"
#include "core/aftersale.h"
#include "core/case.h"
#include "core/order.h"
#include "core/payment.h"
#include "core/review.h"
#include "core/stock.h"
#include "store/entries.h"
#include "store/late-cases.h"

#include <glib/gi18n-lib.h>

/* What one kind of such rows is called and shown by. */
typedef struct
{
  const DaybookTable *table;
  const int          *columns; /* ends with -1 */
  const char         *icon;
  const char         *empty;   /* msgid: title where there are none */
  const char         *how;     /* msgid: how they come */
} Spec;

struct _DaybookEntriesPage
{
  DaybookListPage   parent_instance;

  /* Template widgets */
  AdwStatusPage    *empty;
  GtkWidget        *scroller;
  GtkLabel         *name;
  GtkWidget        *order_button;
  GtkWidget        *case_button;
  DaybookFacts     *facts;
  GtkWidget        *source_group;
  DaybookRowSource *source;

  /* Owned */
  DaybookId         order; /* of the row in the panel; or null */

  /* Borrowed */
  const Spec       *spec;
};

G_DEFINE_FINAL_TYPE (DaybookEntriesPage, daybook_entries_page, DAYBOOK_TYPE_LIST_PAGE)

static const int AFTERSALE_COLUMNS[] = {
  DAYBOOK_AFTERSALE_NUMBER,
  DAYBOOK_AFTERSALE_STAGE,
  DAYBOOK_AFTERSALE_KIND,
  DAYBOOK_AFTERSALE_AMOUNT,
  DAYBOOK_AFTERSALE_DEADLINE,
  DAYBOOK_AFTERSALE_ASKED_AT,
  DAYBOOK_AFTERSALE_ORDER_NUMBER,
  DAYBOOK_AFTERSALE_REASON,
  DAYBOOK_AFTERSALE_TITLE,
  -1,
};

static const int REVIEW_COLUMNS[] = {
  DAYBOOK_REVIEW_STARS,
  DAYBOOK_REVIEW_WORDS,
  DAYBOOK_REVIEW_WRITTEN_AT,
  DAYBOOK_REVIEW_BUYER,
  DAYBOOK_REVIEW_REPLY,
  DAYBOOK_REVIEW_PRODUCT,
  DAYBOOK_REVIEW_ORDER_NUMBER,
  -1,
};

static const int PAYMENT_COLUMNS[] = {
  DAYBOOK_PAYMENT_AT,
  DAYBOOK_PAYMENT_KIND,
  DAYBOOK_PAYMENT_AMOUNT,
  DAYBOOK_PAYMENT_STAGE,
  DAYBOOK_PAYMENT_ORDER_NUMBER,
  DAYBOOK_PAYMENT_PARTY,
  DAYBOOK_PAYMENT_TITLE,
  DAYBOOK_PAYMENT_PLATFORM,
  -1,
};

static const int STOCK_COLUMNS[] = {
  DAYBOOK_STOCK_NUMBER,
  DAYBOOK_STOCK_ON_HAND,
  DAYBOOK_STOCK_TITLE,
  DAYBOOK_STOCK_VARIANT,
  DAYBOOK_STOCK_PLACE,
  DAYBOOK_STOCK_AS_OF,
  -1,
};

static const Spec AFTERSALES = {
  &daybook_aftersales, AFTERSALE_COLUMNS, "media-playlist-repeat-symbolic", N_("No After-Sales Yet"),
  N_("Import the platform’s list of refunds and after-sales: each request is shown here with its deadline, and on its order."),
};

static const Spec REVIEWS = {
  &daybook_reviews, REVIEW_COLUMNS, "starred-symbolic", N_("No Reviews Yet"),
  N_("Import a file of reviews, or paste them on the page of imports."),
};

static const Spec PAYMENTS = {
  &daybook_payments, PAYMENT_COLUMNS, "accessories-calculator-symbolic", N_("No Payments Yet"),
  N_("Import a bill of Alipay, WeChat Pay or PayPal: each order then shows what was received and refunded, and whether it agrees."),
};

static const Spec STOCK = {
  &daybook_stocks, STOCK_COLUMNS, "system-file-manager-symbolic", N_("No Stock Yet"),
  N_("Import a table of SKUs and how many of each are there: the products then show it."),
};

/* --- The panel ---------------------------------------------------------------- */

static void
on_order_clicked (DaybookEntriesPage *self)
{
  if (!daybook_id_is_null (&self->order))
    daybook_shell_show_row (daybook_shell_of (GTK_WIDGET (self)), &daybook_orders, &self->order);
}

/* --- Its case ------------------------------------------------------------------- */

static DaybookReader *
get_reader (DaybookEntriesPage *self)
{
  return daybook_store_get_reader (daybook_list_page_get_store (DAYBOOK_LIST_PAGE (self)));
}

/* The case that the row has, or the way to one. Rows of which no register has cases have neither. */
static void
show_case (DaybookEntriesPage *self,
           const DaybookRow   *row)
{
  g_autoptr(DaybookRow) found = daybook_late_case_find (get_reader (self), row);
  gboolean is_there = found != NULL && daybook_row_int (found, DAYBOOK_CASE_DELETED) == 0;
  DaybookRegister *definition = daybook_late_case_register (get_reader (self), row);
  g_autofree char *text = is_there
    /* Translators: a button; %s is a number: “Its Case: R-A2031”. */
    ? g_strdup_printf (_("Its Case: %s"), daybook_row_text (found, DAYBOOK_CASE_NUMBER))
    : definition != NULL
    /* Translators: a button; %s is one case of a register: “Open a Case: Return and refund”. */
    ? g_strdup_printf (_("Open a Case: %s"), daybook_register_get_label (definition)) : g_strdup ("");

  gtk_button_set_label (GTK_BUTTON (self->case_button), text);
  gtk_widget_set_visible (self->case_button, *text != '\0');
}

static void
on_case_opened (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr(DaybookEntriesPage) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = daybook_late_case_open_finish (DAYBOOK_STORE (source), result, &error);
  DaybookShell *shell = daybook_shell_of (GTK_WIDGET (self));

  if (shell == NULL)
    return;
  if (outcome != NULL)
    daybook_shell_tell (shell, outcome, NULL);
  else
    daybook_shell_say_error (shell, error);
}

static void
bring_back (DaybookEntriesPage *self,
            const DaybookRow   *found)
{
  DaybookStore *store = daybook_list_page_get_store (DAYBOOK_LIST_PAGE (self));
  g_autofree char *title = g_strdup_printf (_("%s: Brought back from the trash"), daybook_row_text (found, DAYBOOK_CASE_NUMBER));
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (store));

  daybook_edit_restore (edit, &daybook_cases, &found->id);
  daybook_shell_commit (daybook_shell_of (GTK_WIDGET (self)), edit, NULL);
}

static void
on_case_clicked (DaybookEntriesPage *self)
{
  g_autoptr(DaybookRow) row = daybook_list_page_get_current (DAYBOOK_LIST_PAGE (self));
  g_autoptr(DaybookRow) found = row != NULL ? daybook_late_case_find (get_reader (self), row) : NULL;
  DaybookRegister *definition = row != NULL ? daybook_late_case_register (get_reader (self), row) : NULL;

  if (found != NULL && daybook_row_int (found, DAYBOOK_CASE_DELETED) == 0)
    daybook_shell_show_row (daybook_shell_of (GTK_WIDGET (self)), &daybook_cases, &found->id);
  else if (found != NULL && !daybook_late_case_may_open (get_reader (self), row))
    bring_back (self, found);
  else if (definition != NULL)
    daybook_late_case_open_async (daybook_list_page_get_store (DAYBOOK_LIST_PAGE (self)), definition, row, on_case_opened, g_object_ref (self));
}

/* --- The fields --------------------------------------------------------------------- */

static gboolean
is_number (const DaybookField *field)
{
  return (field->flags & DAYBOOK_FIELD_NUMBER) != 0;
}

static void
add_field (DaybookEntriesPage *self,
           const DaybookRow   *row,
           guint               index)
{
  const DaybookField *field = &row->table->fields[index];
  DaybookDesk *desk = daybook_list_page_get_desk (DAYBOOK_LIST_PAGE (self));
  g_autofree char *value = NULL;

  if (index == DAYBOOK_FIELD_DELETED || (field->flags & DAYBOOK_FIELD_HIDDEN) != 0)
    return;
  /* Zero is what an enumeration says when there is nothing to say. */
  if (field->type == DAYBOOK_TYPE_ENUM && daybook_row_int (row, index) == 0)
    return;

  value = daybook_desk_format (desk, row, index, DAYBOOK_SHOW_MASKED);
  daybook_facts_add (self->facts, _(field->label), value, is_number (field) ? DAYBOOK_FACT_COPY : DAYBOOK_FACT_PLAIN);
}

static void
find_order (DaybookEntriesPage *self,
            const DaybookRow   *row)
{
  DaybookStore *store = daybook_list_page_get_store (DAYBOOK_LIST_PAGE (self));
  g_autoptr(GPtrArray) orders = daybook_reader_orders_of_entry (daybook_store_get_reader (store), row, NULL);

  self->order = orders != NULL && orders->len > 0 ? ((const DaybookRow *) g_ptr_array_index (orders, 0))->id : (DaybookId) { { 0 } };
  gtk_widget_set_visible (self->order_button, !daybook_id_is_null (&self->order));
}

static void
show_row (DaybookListPage  *list,
          const DaybookRow *row)
{
  DaybookEntriesPage *self = DAYBOOK_ENTRIES_PAGE (list);
  g_autofree char *title = NULL;

  gtk_widget_set_visible (self->scroller, row != NULL);
  if (row == NULL)
    return;

  title = daybook_desk_format (daybook_list_page_get_desk (list), row, (guint) row->table->title, DAYBOOK_SHOW_MASKED);
  gtk_label_set_label (self->name, title);
  find_order (self, row);
  show_case (self, row);
  daybook_facts_begin (self->facts);
  for (guint i = 0; i < row->table->n_fields; i++)
    if ((int) i != row->table->title || is_number (&row->table->fields[i]))
      add_field (self, row, i);
  daybook_facts_end (self->facts);
  gtk_widget_set_visible (self->source_group, daybook_row_source_show (self->source, (DaybookRow *) row));
}

static void
copy_title (DaybookEntriesPage *self)
{
  g_autoptr(DaybookRow) row = daybook_list_page_get_current (DAYBOOK_LIST_PAGE (self));
  int number = daybook_table_field (row->table, "number");
  const char *text = daybook_row_text (row, (guint) number);

  daybook_shell_copy (GTK_WIDGET (self), text, text);
}

static gboolean
can (DaybookPage *page,
     const char  *command)
{
  if (g_str_equal (command, "copy"))
    {
      g_autoptr(DaybookRow) row = daybook_list_page_get_current (DAYBOOK_LIST_PAGE (page));

      return row != NULL;
    }

  return DAYBOOK_PAGE_CLASS (daybook_entries_page_parent_class)->can (page, command);
}

static void
perform (DaybookPage *page,
         const char  *command)
{
  if (g_str_equal (command, "copy"))
    copy_title (DAYBOOK_ENTRIES_PAGE (page));
  else
    DAYBOOK_PAGE_CLASS (daybook_entries_page_parent_class)->perform (page, command);
}

/* --- The page ------------------------------------------------------------------- */

static void
daybook_entries_page_class_init (DaybookEntriesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DaybookPageClass *page_class = DAYBOOK_PAGE_CLASS (klass);

  page_class->can = can;
  page_class->perform = perform;
  DAYBOOK_LIST_PAGE_CLASS (klass)->show_row = show_row;

  g_type_ensure (DAYBOOK_TYPE_FACTS);
  g_type_ensure (DAYBOOK_TYPE_ROW_SOURCE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/entries/entries-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookEntriesPage, empty);
  gtk_widget_class_bind_template_child (widget_class, DaybookEntriesPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, DaybookEntriesPage, name);
  gtk_widget_class_bind_template_child (widget_class, DaybookEntriesPage, order_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookEntriesPage, case_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookEntriesPage, facts);
  gtk_widget_class_bind_template_child (widget_class, DaybookEntriesPage, source_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookEntriesPage, source);
  gtk_widget_class_bind_template_callback (widget_class, on_order_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_case_clicked);
}

static void
daybook_entries_page_init (DaybookEntriesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static DaybookPage *
page_new (DaybookStore *store,
          const Spec   *spec)
{
  DaybookEntriesPage *self = g_object_new (DAYBOOK_TYPE_ENTRIES_PAGE, NULL);
  DaybookListPage *list = DAYBOOK_LIST_PAGE (self);

  self->spec = spec;
  adw_status_page_set_icon_name (self->empty, spec->icon);
  adw_status_page_set_title (self->empty, _(spec->empty));
  adw_status_page_set_description (self->empty, _(spec->how));
  daybook_list_page_set_up (list, store, spec->table, spec->columns);
  daybook_list_page_set_heading (list, _(spec->table->labels));
  daybook_page_set_panel_title (DAYBOOK_PAGE (self), _(spec->table->label));
  daybook_row_source_set_desk (self->source, daybook_list_page_get_desk (list));
  return DAYBOOK_PAGE (self);
}

DaybookPage *
daybook_aftersales_page_new (DaybookStore *store)
{
  return page_new (store, &AFTERSALES);
}

DaybookPage *
daybook_reviews_page_new (DaybookStore *store)
{
  return page_new (store, &REVIEWS);
}

DaybookPage *
daybook_payments_page_new (DaybookStore *store)
{
  return page_new (store, &PAYMENTS);
}

DaybookPage *
daybook_stocks_page_new (DaybookStore *store)
{
  return page_new (store, &STOCK);
}
