/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/outcome-button.h"

#include "app/common/shell.h"
#include "core/order.h"
#include "core/register-money.h"
#include "store/case-continue.h"
#include "store/registers.h"

#include <glib/gi18n-lib.h>

struct _DaybookOutcomeButton
{
  AdwBin           parent_instance;

  GtkMenuButton   *button;
  DaybookDesk     *desk;
  DaybookRegister *definition;
  DaybookRow      *row;   /* NULL: a new case */
  DaybookId        order; /* of a new case */
};

G_DEFINE_FINAL_TYPE (DaybookOutcomeButton, daybook_outcome_button, ADW_TYPE_BIN)

enum
{
  CONTINUED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static DaybookStore *
get_store (DaybookOutcomeButton *self)
{
  return daybook_desk_get_store (self->desk);
}

static void
on_continue_asked (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  DaybookOutcomeButton *self = DAYBOOK_OUTCOME_BUTTON (widget);
  DaybookReader *reader = daybook_store_get_reader (get_store (self));
  DaybookRegister *into = daybook_reader_register (reader, g_variant_get_string (parameter, NULL));
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = NULL;
  g_autofree char *title = NULL;
  DaybookId id;

  if (into == NULL || self->row == NULL)
    return;

  title = g_strdup_printf ("%s: %s", daybook_row_text (self->row, DAYBOOK_CASE_NUMBER), daybook_register_get_label (into));
  edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (get_store (self)));
  if (daybook_case_continue (reader, edit, self->row, into, NULL, daybook_store_get_now (get_store (self)), &id, &error))
    g_signal_emit (self, signals[CONTINUED], 0, edit, &id);
  else
    daybook_shell_say_error (daybook_shell_of (widget), error);
}

static void
add_item (DaybookOutcomeButton *self,
          GMenu                *menu,
          DaybookRegister      *into)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (daybook_register_get_label (into), NULL);
  g_autofree char *order = daybook_id_to_string (&self->order);

  if (self->row != NULL)
    g_menu_item_set_action_and_target (item, "outcome.continue", "s", daybook_register_get_key (into));
  else
    g_menu_item_set_action_and_target (item, "win.new-case-of", "(ssss)", daybook_register_get_key (into), daybook_orders.kind, order, "");
  g_menu_append_item (menu, item);
}

/* What the shop uses, in the order of the definition. */
static GMenuModel *
make_menu (DaybookOutcomeButton *self)
{
  g_autoptr(GPtrArray) registers = daybook_registers_read (daybook_store_get_reader (get_store (self)), NULL, NULL);
  char **keys = daybook_register_get_outcomes (self->definition)->into;
  GMenu *menu = g_menu_new ();

  for (char **key = keys; key != NULL && *key != NULL; key++)
    for (guint i = 0; registers != NULL && i < registers->len; i++)
      {
        const DaybookShopRegister *one = g_ptr_array_index (registers, i);

        if (one->used && g_str_equal (daybook_register_get_key (one->definition), *key))
          add_item (self, menu, one->definition);
      }
  return G_MENU_MODEL (menu);
}

static void
on_menu_wanted (GtkMenuButton *button,
                gpointer       data)
{
  g_autoptr(GMenuModel) menu = make_menu (data);

  gtk_menu_button_set_menu_model (button, menu);
}

static void
daybook_outcome_button_dispose (GObject *object)
{
  DaybookOutcomeButton *self = DAYBOOK_OUTCOME_BUTTON (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->definition);
  g_clear_pointer (&self->row, daybook_row_unref);

  G_OBJECT_CLASS (daybook_outcome_button_parent_class)->dispose (object);
}

static void
daybook_outcome_button_class_init (DaybookOutcomeButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_outcome_button_dispose;
  signals[CONTINUED] = g_signal_new ("continued", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_POINTER);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "outcome.continue", "s", on_continue_asked);
}

static void
daybook_outcome_button_init (DaybookOutcomeButton *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_widget_set_halign (GTK_WIDGET (self->button), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "outcome-button");
  gtk_menu_button_set_create_popup_func (self->button, on_menu_wanted, self, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

static void
show (DaybookOutcomeButton *self,
      DaybookDesk          *desk,
      DaybookRegister      *definition,
      const char           *label,
      const char           *tip)
{
  g_set_object (&self->desk, desk);
  g_set_object (&self->definition, definition);
  gtk_menu_button_set_label (self->button, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), tip);
}

void
daybook_outcome_button_show (DaybookOutcomeButton *self,
                             DaybookDesk          *desk,
                             DaybookRegister      *definition,
                             const DaybookRow     *row)
{
  g_clear_pointer (&self->row, daybook_row_unref);
  self->row = daybook_row_ref ((DaybookRow *) row);
  show (self, desk, definition, _("Continue As…"), _("Moves What Is Known Into a Case of Another Register"));
  gtk_widget_set_visible (GTK_WIDGET (self), daybook_case_can_continue (definition, row));
}

void
daybook_outcome_button_show_new (DaybookOutcomeButton *self,
                                 DaybookDesk          *desk,
                                 DaybookRegister      *definition,
                                 const DaybookId      *order)
{
  g_clear_pointer (&self->row, daybook_row_unref);
  self->order = order != NULL ? *order : (DaybookId) { { 0 } };
  show (self, desk, definition, _("Something Else…"), _("Begins the Case in Another Register"));
  gtk_widget_set_visible (GTK_WIDGET (self), order != NULL && daybook_register_get_outcomes (definition)->into != NULL);
}
