/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/case-card.h"

#include "app/common/cell.h"
#include "core/case.h"

#include <glib/gi18n-lib.h>

struct _DaybookCaseCard
{
  AdwBin         parent_instance;

  /* Template widgets */
  GtkLabel      *number;
  GtkLabel      *priority;
  GtkLabel      *since;
  GtkLabel      *customer;
  GtkLabel      *reason;
  GtkLabel      *handler;
  GtkMenuButton *button;

  /* Owned */
  DaybookDesk   *desk;
  DaybookItem   *item; /* shown, or NULL */
};

G_DEFINE_FINAL_TYPE (DaybookCaseCard, daybook_case_card, ADW_TYPE_BIN)

enum
{
  MENU,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* An empty one takes no place. */
static void
show_field (DaybookCaseCard  *self,
            GtkLabel         *label,
            const DaybookRow *row,
            guint             field)
{
  g_autofree char *text = daybook_desk_format (self->desk, row, field, DAYBOOK_SHOW_MASKED);

  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

/* Who is in no customer's file has a name of their own; of whom nothing is known, the subject
 * tells what it is. */
static guint
find_heading (const DaybookRow *row)
{
  static const guint FIELDS[] = { DAYBOOK_CASE_CUSTOMER, DAYBOOK_CASE_NAME, DAYBOOK_CASE_SUBJECT };

  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    if (daybook_row_has (row, FIELDS[i]))
      return FIELDS[i];

  return DAYBOOK_CASE_SUBJECT;
}

static void
show_row (DaybookCaseCard *self)
{
  const DaybookRow *row = daybook_item_get_row (self->item);
  gboolean given;

  if (row == NULL)
    return;

  given = daybook_row_has (row, DAYBOOK_CASE_HANDLER);
  gtk_label_set_label (self->number, daybook_row_text (row, DAYBOOK_CASE_NUMBER));
  daybook_chip_show (self->priority, row, DAYBOOK_CASE_PRIORITY);
  show_field (self, self->since, row, DAYBOOK_CASE_STAGE_SINCE);
  show_field (self, self->customer, row, find_heading (row));
  show_field (self, self->reason, row, DAYBOOK_CASE_REASON);
  show_field (self, self->handler, row, given ? DAYBOOK_CASE_HANDLER : DAYBOOK_CASE_OWNER);
}

static void
fill_menu (GtkMenuButton *button,
           gpointer       data)
{
  g_autoptr(GMenu) menu = g_menu_new ();

  g_signal_emit (data, signals[MENU], 0, menu);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static GdkContentProvider *
on_drag_prepared (DaybookCaseCard *self)
{
  return self->item != NULL ? gdk_content_provider_new_typed (G_TYPE_INT64, daybook_item_get_key (self->item)) : NULL;
}

static void
on_drag_begun (DaybookCaseCard *self,
               GdkDrag         *drag,
               GtkDragSource   *source)
{
  g_autoptr(GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static void
daybook_case_card_dispose (GObject *object)
{
  DaybookCaseCard *self = DAYBOOK_CASE_CARD (object);

  daybook_case_card_show (self, NULL);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_case_card_parent_class)->dispose (object);
}

static void
daybook_case_card_class_init (DaybookCaseCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_case_card_dispose;
  signals[MENU] = g_signal_new ("menu", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_MENU);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/cases/case-card.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookCaseCard, number);
  gtk_widget_class_bind_template_child (widget_class, DaybookCaseCard, priority);
  gtk_widget_class_bind_template_child (widget_class, DaybookCaseCard, since);
  gtk_widget_class_bind_template_child (widget_class, DaybookCaseCard, customer);
  gtk_widget_class_bind_template_child (widget_class, DaybookCaseCard, reason);
  gtk_widget_class_bind_template_child (widget_class, DaybookCaseCard, handler);
  gtk_widget_class_bind_template_child (widget_class, DaybookCaseCard, button);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_prepared);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_begun);
}

static void
daybook_case_card_init (DaybookCaseCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->button, fill_menu, self, NULL);
}

GtkWidget *
daybook_case_card_new (DaybookDesk *desk)
{
  DaybookCaseCard *self = g_object_new (DAYBOOK_TYPE_CASE_CARD, NULL);

  self->desk = g_object_ref (desk);
  return GTK_WIDGET (self);
}

void
daybook_case_card_show (DaybookCaseCard *self,
                        DaybookItem     *item)
{
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, show_row, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  g_signal_connect_object (item, "notify::row", G_CALLBACK (show_row), self, G_CONNECT_SWAPPED);
  show_row (self);
}

gint64
daybook_case_card_get_key (DaybookCaseCard *self)
{
  return self->item != NULL ? daybook_item_get_key (self->item) : 0;
}
