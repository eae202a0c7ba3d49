/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/case-head.h"

#include "app/cases/case-bits.h"
#include "app/common/cell.h"
#include "app/common/shell.h"
#include "app/common/words.h"
#include "core/case.h"
#include "core/customer.h"
#include "core/order.h"

#include <glib/gi18n-lib.h>

struct _DaybookCaseHead
{
  AdwBin       parent_instance;

  /* Template widgets */
  GtkLabel    *number;
  GtkMenuButton *priority_button;
  GtkLabel    *priority;
  GtkLabel    *normal;
  GtkWidget   *copy_button;
  GtkLabel    *origin;
  GtkButton   *order_button;
  GtkButton   *customer_button;

  /* Owned */
  DaybookDesk *desk;
  DaybookRow  *row; /* shown, in the book or not */
};

G_DEFINE_FINAL_TYPE (DaybookCaseHead, daybook_case_head, ADW_TYPE_BIN)

enum
{
  PRIORITY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_link (DaybookCaseHead *self,
           GtkButton       *button,
           guint            field)
{
  g_autofree char *name = daybook_desk_format (self->desk, self->row, field, DAYBOOK_SHOW_MASKED);

  gtk_button_set_label (button, name);
  gtk_widget_set_visible (GTK_WIDGET (button), *name != '\0');
}

/* "Return and refund · opened yesterday 10:20 · level 1" */
static char *
describe_origin (DaybookCaseHead *self,
                 DaybookRegister *definition)
{
  g_autofree char *opened = daybook_desk_format (self->desk, self->row, DAYBOOK_CASE_OPENED_AT, DAYBOOK_SHOW_MASKED);
  g_autofree char *deadline = daybook_desk_format (self->desk, self->row, DAYBOOK_CASE_PLATFORM_DEADLINE, DAYBOOK_SHOW_MASKED);
  gint64 level = daybook_row_int (self->row, DAYBOOK_CASE_LEVEL);
  gint64 again = daybook_row_int (self->row, DAYBOOK_CASE_REOPENED);
  GString *text = g_string_new (daybook_register_get_label (definition));

  /* Translators: %s is a time: “Yesterday 10:20”. */
  g_string_append_printf (text, _(" · opened %s"), opened);
  if (*deadline != '\0')
    /* Translators: %s is the time by which the platform wants an answer. */
    g_string_append_printf (text, _(" · the platform’s deadline: %s"), deadline);
  if (level > 0)
    /* Translators: how often a case was handed to a superior. */
    g_string_append_printf (text, _(" · escalated, level %d"), (int) level);
  if (again > 0)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, " · opened again %d time", " · opened again %d times", (gulong) again),
                            (int) again);
  return g_string_free (text, FALSE);
}

static void
take (DaybookCaseHead  *self,
      DaybookDesk      *desk,
      const DaybookRow *row)
{
  g_set_object (&self->desk, desk);
  g_clear_pointer (&self->row, daybook_row_unref);
  self->row = daybook_row_copy (row);
  show_link (self, self->order_button, DAYBOOK_CASE_ORDER);
  show_link (self, self->customer_button, DAYBOOK_CASE_CUSTOMER);
}

/* --- What is done with it ------------------------------------------------------------- */

static void
on_copy_clicked (DaybookCaseHead *self)
{
  const char *number = daybook_row_text (self->row, DAYBOOK_CASE_NUMBER);

  daybook_shell_copy (GTK_WIDGET (self), number, number);
}

static void
show_other (DaybookCaseHead    *self,
            const DaybookTable *table,
            guint               field)
{
  const DaybookId *id = daybook_row_ref_id (self->row, field);

  if (id != NULL)
    daybook_shell_show_row (daybook_shell_of (GTK_WIDGET (self)), table, id);
}

static void
on_order_clicked (DaybookCaseHead *self)
{
  show_other (self, &daybook_orders, DAYBOOK_CASE_ORDER);
}

static void
on_customer_clicked (DaybookCaseHead *self)
{
  show_other (self, &daybook_customers, DAYBOOK_CASE_CUSTOMER);
}

static void
on_priority_chosen (GSimpleAction *action,
                    GVariant      *priority,
                    gpointer       data)
{
  g_signal_emit (data, signals[PRIORITY], 0, g_variant_get_uint32 (priority));
}

/* --- Class ---------------------------------------------------------------------------- */

static void
daybook_case_head_dispose (GObject *object)
{
  DaybookCaseHead *self = DAYBOOK_CASE_HEAD (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->row, daybook_row_unref);

  G_OBJECT_CLASS (daybook_case_head_parent_class)->dispose (object);
}

static void
daybook_case_head_class_init (DaybookCaseHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_case_head_dispose;
  signals[PRIORITY] = g_signal_new ("priority", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/cases/case-head.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookCaseHead, priority_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookCaseHead, normal);
  gtk_widget_class_bind_template_child (widget_class, DaybookCaseHead, number);
  gtk_widget_class_bind_template_child (widget_class, DaybookCaseHead, priority);
  gtk_widget_class_bind_template_child (widget_class, DaybookCaseHead, copy_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookCaseHead, origin);
  gtk_widget_class_bind_template_child (widget_class, DaybookCaseHead, order_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookCaseHead, customer_button);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_order_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_customer_clicked);
}

static void
daybook_case_head_init (DaybookCaseHead *self)
{
  static const GActionEntry ACTIONS[] = {
    { .name = "priority", .activate = on_priority_chosen, .parameter_type = "u" },
  };
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr(GMenuModel) menu = daybook_bit_priorities ("head.priority");

  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (actions), ACTIONS, G_N_ELEMENTS (ACTIONS), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "head", G_ACTION_GROUP (actions));
  gtk_menu_button_set_menu_model (self->priority_button, menu);
  gtk_label_set_label (self->normal, daybook_words_enum (&daybook_cases.fields[DAYBOOK_CASE_PRIORITY], DAYBOOK_URGENCY_NORMAL));
}

void
daybook_case_head_show (DaybookCaseHead  *self,
                        DaybookDesk      *desk,
                        DaybookRegister  *definition,
                        const DaybookRow *row)
{
  take (self, desk, row);

  g_autofree char *origin = describe_origin (self, definition);
  gtk_label_set_label (self->number, daybook_row_text (row, DAYBOOK_CASE_NUMBER));
  gtk_label_set_label (self->origin, origin);
  gtk_widget_set_visible (GTK_WIDGET (self->origin), TRUE);
  gtk_widget_set_visible (self->copy_button, TRUE);
  daybook_chip_show (self->priority, row, DAYBOOK_CASE_PRIORITY);
}

void
daybook_case_head_show_new (DaybookCaseHead  *self,
                            DaybookDesk      *desk,
                            DaybookRegister  *definition,
                            const DaybookRow *row,
                            const char       *about)
{
  g_autofree char *title = g_strdup_printf (_("New: %s"), daybook_register_get_label (definition));

  take (self, desk, row);
  gtk_label_set_label (self->number, title);
  gtk_label_set_label (self->origin, about != NULL ? about : "");
  gtk_widget_set_visible (GTK_WIDGET (self->origin), about != NULL);
  gtk_widget_set_visible (self->copy_button, FALSE);
}

void
daybook_case_head_begin_priority (DaybookCaseHead *self)
{
  gtk_menu_button_popup (self->priority_button);
}
