/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/orders/order-panel.h"

#include "app/common/cell.h"
#include "app/common/eye.h"
#include "app/common/facts.h"
#include "app/common/note-editor.h"
#include "app/common/shell.h"
#include "app/common/words.h"
#include "app/common/agent-picker.h"
#include "app/orders/flag-picker.h"
#include "app/orders/order-aftersales.h"
#include "app/orders/order-history.h"
#include "app/orders/order-lines.h"
#include "app/orders/order-payments.h"
#include "app/orders/order-vip.h"
#include "app/common/row-cases.h"
#include "app/common/row-clocks.h"
#include "app/common/row-events.h"
#include "app/common/row-source.h"
#include "core/contact.h"
#include "core/moment.h"
#include "core/order.h"
#include "core/proposal.h"

#include <glib/gi18n-lib.h>

/* An order of many parts is read elsewhere; this shows its first ones. */
#define PARTS_MAX 50

struct _DaybookOrderPanel
{
  AdwBin              parent_instance;

  /* Template widgets */
  GtkScrolledWindow  *scroller;
  GtkLabel           *number;
  GtkWidget          *copy_button;
  GtkLabel           *stage;
  GtkLabel           *refund;
  GtkLabel           *status;
  GtkLabel           *origin;
  DaybookRowClocks   *clocks;
  DaybookFlagPicker  *flag;
  DaybookAgentPicker *agent;
  DaybookNoteEditor  *note;
  GtkWidget          *proposal;
  GtkLabel           *proposal_text;
  DaybookRowCases    *cases;
  GtkWidget          *lines_group;
  GtkBox             *lines;
  GtkWidget          *money_group;
  DaybookFacts       *money;
  GtkWidget          *aftersales_group;
  DaybookFacts       *aftersales;
  DaybookOrderVip    *vip;
  GtkWidget          *payments_group;
  DaybookFacts       *payments;
  GtkWidget          *parcel_group;
  DaybookFacts       *parcel;
  GtkWidget          *buyer_group;
  DaybookFacts       *buyer;
  DaybookEye         *eye;
  GtkWidget          *customer_button;
  GtkWidget          *platform_group;
  DaybookFacts       *platform;
  GtkWidget          *source_group;
  DaybookRowSource *source;
  DaybookRowEvents   *events;
  GtkWidget          *history_group;
  GtkBox             *history;

  /* Owned */
  DaybookDesk        *desk;
  DaybookRow         *order;
};

G_DEFINE_FINAL_TYPE (DaybookOrderPanel, daybook_order_panel, ADW_TYPE_BIN)

enum
{
  ACT,
  CUSTOMER_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static DaybookReader *
get_reader (DaybookOrderPanel *self)
{
  return daybook_store_get_reader (daybook_desk_get_store (self->desk));
}

/* --- What the person does ------------------------------------------------------- */

static DaybookOrderAct *
new_act (DaybookOrderPanel   *self,
         DaybookOrderActKind  kind)
{
  return daybook_order_act_new_one (kind, self->order->rowid,
                                    daybook_store_get_agent (daybook_desk_get_store (self->desk)));
}

static void
on_flag_picked (DaybookOrderPanel *self,
                int                flag)
{
  g_autoptr(DaybookOrderAct) act = new_act (self, DAYBOOK_ORDER_SET_FLAG);

  act->flag = (DaybookFlag) flag;
  g_signal_emit (self, signals[ACT], 0, act);
}

static void
on_agent_picked (DaybookOrderPanel *self,
                 DaybookRow        *agent)
{
  g_autoptr(DaybookOrderAct) act = new_act (self, DAYBOOK_ORDER_SET_AGENT);

  if (agent != NULL)
    {
      act->agent = agent->id;
      act->name = daybook_desk_name (self->desk, "agent", &agent->id);
    }
  g_signal_emit (self, signals[ACT], 0, act);
}

static void
on_note_edited (DaybookOrderPanel *self,
                const char        *text)
{
  g_autoptr(DaybookOrderAct) act = NULL;

  if (self->order == NULL)
    return;

  act = new_act (self, DAYBOOK_ORDER_SET_NOTE);
  act->note = g_strdup (text);
  g_signal_emit (self, signals[ACT], 0, act);
}

static void
on_take_over_clicked (DaybookOrderPanel *self)
{
  g_autoptr(DaybookOrderAct) act = new_act (self, DAYBOOK_ORDER_TAKE_OVER);

  g_signal_emit (self, signals[ACT], 0, act);
}

static void
on_copy_number_clicked (DaybookOrderPanel *self)
{
  const char *number = daybook_row_text (self->order, DAYBOOK_ORDER_NUMBER);

  daybook_shell_copy (GTK_WIDGET (self), number, number);
}

static void
on_customer_clicked (DaybookOrderPanel *self)
{
  g_signal_emit (self, signals[CUSTOMER_WANTED], 0);
}

/* --- What it shows ---------------------------------------------------------------- */

static void
add_field (DaybookOrderPanel *self,
           DaybookFacts      *facts,
           guint              field,
           DaybookFactKind    kind)
{
  g_autofree char *value = daybook_desk_format (self->desk, self->order, field, daybook_eye_get_show (self->eye));

  daybook_facts_add (facts, _(daybook_orders.fields[field].label), value, kind);
}

static void
end_group (GtkWidget    *group,
           DaybookFacts *facts)
{
  daybook_facts_end (facts);
  gtk_widget_set_visible (group, !daybook_facts_is_empty (facts));
}

/* "Tmall · 20 November 2026, 10:20" */
static void
show_origin (DaybookOrderPanel *self)
{
  GTimeZone *zone = daybook_store_get_zone (daybook_desk_get_store (self->desk));
  g_autofree char *created = NULL;
  g_autofree char *text = NULL;

  if (daybook_row_has (self->order, DAYBOOK_ORDER_CREATED))
    created = daybook_moment_format_long (daybook_row_int (self->order, DAYBOOK_ORDER_CREATED), zone);

  text = g_strjoin (" · ", daybook_words_platform (daybook_row_text (self->order, DAYBOOK_ORDER_PLATFORM)),
                    created, NULL);
  gtk_label_set_label (self->origin, text);
}

static void
show_head (DaybookOrderPanel *self)
{
  gboolean made_up = daybook_desk_is_made_up (self->order, DAYBOOK_ORDER_NUMBER);
  g_autofree char *number = daybook_desk_order_name (self->desk, self->order);
  g_autoptr(PangoAttrList) attributes = made_up ? NULL : daybook_number_attributes (number);

  gtk_widget_set_visible (self->copy_button, !made_up);
  gtk_label_set_label (self->number, number);
  gtk_label_set_attributes (self->number, attributes);
  gtk_label_set_label (self->status, daybook_row_text (self->order, DAYBOOK_ORDER_STATUS));
  daybook_chip_show (self->stage, self->order, DAYBOOK_ORDER_STAGE);
  daybook_chip_show (self->refund, self->order, DAYBOOK_ORDER_REFUND);
  show_origin (self);
}

static void
show_proposal (DaybookOrderPanel *self)
{
  g_autoptr(DaybookProposer) proposer = daybook_order_proposer_new (get_reader (self), NULL);
  g_autofree char *text = NULL;
  DaybookProposal proposal;

  if (proposer != NULL && daybook_proposer_propose (proposer, self->order, &proposal))
    text = daybook_order_describe_proposal (&proposal);

  gtk_label_set_label (self->proposal_text, text != NULL ? text : "");
  gtk_widget_set_visible (self->proposal, text != NULL);
}

static void
show_ours (DaybookOrderPanel *self)
{
  daybook_flag_picker_set_flag (self->flag, (DaybookFlag) daybook_row_int (self->order, DAYBOOK_ORDER_FLAG));
  daybook_agent_picker_set_agent (self->agent, daybook_row_ref_id (self->order, DAYBOOK_ORDER_AGENT));
  daybook_note_editor_set_text (self->note, daybook_row_text (self->order, DAYBOOK_ORDER_NOTE));
  show_proposal (self);
}

/* (element-type DaybookRow), or NULL: the first; `rest` says how many are left out. */
static GPtrArray *
read_parts (DaybookOrderPanel   *self,
            const DaybookTable  *table,
            char               **rest)
{
  guint owner = (guint) table->owner;
  GPtrArray *parts = daybook_reader_some_parts (get_reader (self), table, owner, &self->order->id,
                                                DAYBOOK_PARTS_FIRST, PARTS_MAX, NULL);
  guint n_shown = parts != NULL ? parts->len : 0;
  gint64 n = n_shown;

  if (n_shown == PARTS_MAX)
    n = daybook_reader_count_parts (get_reader (self), table, owner, &self->order->id, DAYBOOK_WORDS_REST_MAX, NULL);
  *rest = daybook_words_rest (n, n_shown);
  return parts;
}

static void
show_lines (DaybookOrderPanel *self)
{
  g_autofree char *rest = NULL;
  g_autoptr(GPtrArray) lines = read_parts (self, &daybook_order_lines, &rest);

  daybook_order_lines_fill (self->lines, self->desk, self->order, lines, rest);
  gtk_widget_set_visible (self->lines_group, gtk_widget_get_first_child (GTK_WIDGET (self->lines)) != NULL);
}

static void
show_money (DaybookOrderPanel *self)
{
  daybook_facts_begin (self->money);
  add_field (self, self->money, DAYBOOK_ORDER_TOTAL, DAYBOOK_FACT_FIGURE);
  add_field (self, self->money, DAYBOOK_ORDER_POSTAGE, DAYBOOK_FACT_FIGURE);
  add_field (self, self->money, DAYBOOK_ORDER_PAID, DAYBOOK_FACT_FIGURE);
  if (daybook_row_int (self->order, DAYBOOK_ORDER_REFUNDED) != 0)
    add_field (self, self->money, DAYBOOK_ORDER_REFUNDED, DAYBOOK_FACT_FIGURE);
  daybook_order_payments_sum_up (self->money, self->desk, self->order);
  end_group (self->money_group, self->money);
}

static void
show_aftersales (DaybookOrderPanel *self)
{
  daybook_facts_begin (self->aftersales);
  daybook_order_aftersales_fill (self->aftersales, self->desk, self->order);
  end_group (self->aftersales_group, self->aftersales);
}

static void
show_payments (DaybookOrderPanel *self)
{
  daybook_facts_begin (self->payments);
  daybook_order_payments_fill (self->payments, self->desk, self->order);
  end_group (self->payments_group, self->payments);
}

/* The order's own columns name one parcel; an order sent in several has rows. */
static void
show_parcels (DaybookOrderPanel *self)
{
  g_autofree char *rest = NULL;
  g_autoptr(GPtrArray) parcels = read_parts (self, &daybook_parcels, &rest);

  daybook_facts_begin (self->parcel);
  for (guint i = 0; parcels != NULL && parcels->len > 1 && i < parcels->len; i++)
    {
      const DaybookRow *parcel = g_ptr_array_index (parcels, i);
      const char *courier = daybook_row_text (parcel, DAYBOOK_PARCEL_COURIER);

      daybook_facts_add (self->parcel, *courier != '\0' ? courier : _("Parcel"),
                         daybook_row_text (parcel, DAYBOOK_PARCEL_TRACKING), DAYBOOK_FACT_COPY);
    }
  daybook_facts_add (self->parcel, "", rest, DAYBOOK_FACT_REMARK);
  if (parcels == NULL || parcels->len <= 1)
    {
      add_field (self, self->parcel, DAYBOOK_ORDER_COURIER, DAYBOOK_FACT_PLAIN);
      add_field (self, self->parcel, DAYBOOK_ORDER_TRACKING, DAYBOOK_FACT_COPY);
    }
  add_field (self, self->parcel, DAYBOOK_ORDER_SHIPPED_AT, DAYBOOK_FACT_PLAIN);
  end_group (self->parcel_group, self->parcel);
}

/* A number that the platform has taken back is read, but not copied to be called. */
static void
add_phone (DaybookOrderPanel *self)
{
  DaybookReader *reader = daybook_store_get_reader (daybook_desk_get_store (self->desk));
  const DaybookId *customer = daybook_row_ref_id (self->order, DAYBOOK_ORDER_CUSTOMER);
  g_autoptr(GPtrArray) contacts = customer != NULL ? daybook_reader_parts (reader, &daybook_contacts, DAYBOOK_CONTACT_CUSTOMER, customer, NULL) : NULL;
  gboolean over = contacts != NULL && daybook_contacts_have_outlived (contacts, daybook_row_text (self->order, DAYBOOK_ORDER_PHONE),
                                                                      daybook_store_get_now (daybook_desk_get_store (self->desk)));

  add_field (self, self->buyer, DAYBOOK_ORDER_PHONE, over ? DAYBOOK_FACT_PLAIN : DAYBOOK_FACT_PERSON);
  if (over)
    daybook_facts_add (self->buyer, "", _("The platform’s number has run out: ask in the chat."), DAYBOOK_FACT_ALARM);
}

static void
show_buyer (DaybookOrderPanel *self)
{
  daybook_facts_begin (self->buyer);
  add_field (self, self->buyer, DAYBOOK_ORDER_BUYER, DAYBOOK_FACT_PERSON);
  add_field (self, self->buyer, DAYBOOK_ORDER_RECEIVER, DAYBOOK_FACT_PLAIN);
  add_phone (self);
  add_field (self, self->buyer, DAYBOOK_ORDER_EMAIL, DAYBOOK_FACT_PERSON);
  add_field (self, self->buyer, DAYBOOK_ORDER_REGION, DAYBOOK_FACT_PLAIN);
  add_field (self, self->buyer, DAYBOOK_ORDER_ADDRESS, DAYBOOK_FACT_PERSON);
  gtk_widget_set_visible (self->customer_button, daybook_row_has (self->order, DAYBOOK_ORDER_CUSTOMER));
  end_group (self->buyer_group, self->buyer);
}

static void
show_platform (DaybookOrderPanel *self)
{
  daybook_facts_begin (self->platform);
  add_field (self, self->platform, DAYBOOK_ORDER_BUYER_NOTE, DAYBOOK_FACT_PLAIN);
  add_field (self, self->platform, DAYBOOK_ORDER_SELLER_NOTE, DAYBOOK_FACT_PLAIN);
  if (daybook_row_int (self->order, DAYBOOK_ORDER_SELLER_FLAG) != DAYBOOK_FLAG_NONE)
    add_field (self, self->platform, DAYBOOK_ORDER_SELLER_FLAG, DAYBOOK_FACT_PLAIN);
  add_field (self, self->platform, DAYBOOK_ORDER_CLOSE_REASON, DAYBOOK_FACT_PLAIN);
  add_field (self, self->platform, DAYBOOK_ORDER_PAID_AT, DAYBOOK_FACT_PLAIN);
  add_field (self, self->platform, DAYBOOK_ORDER_COMPLETED_AT, DAYBOOK_FACT_PLAIN);
  add_field (self, self->platform, DAYBOOK_ORDER_PAYMENT, DAYBOOK_FACT_COPY);
  add_field (self, self->platform, DAYBOOK_ORDER_AS_OF, DAYBOOK_FACT_PLAIN);
  end_group (self->platform_group, self->platform);
}

static void
show_history (DaybookOrderPanel *self)
{
  daybook_order_history_fill (self->history, self->desk, self->order);
  gtk_widget_set_visible (self->history_group, gtk_widget_get_first_child (GTK_WIDGET (self->history)) != NULL);
}

static void
show_all (DaybookOrderPanel *self)
{
  show_head (self);
  show_ours (self);
  daybook_row_cases_show (self->cases, self->desk, self->order);
  show_lines (self);
  show_money (self);
  show_aftersales (self);
  daybook_order_vip_show (self->vip, self->desk, self->order);
  show_payments (self);
  show_parcels (self);
  show_buyer (self);
  show_platform (self);
  gtk_widget_set_visible (self->source_group, daybook_row_source_show (self->source, self->order));
  daybook_row_events_show (self->events, self->desk, self->order);
  show_history (self);
}

static void
on_eye_asked (DaybookOrderPanel *self,
              GPtrArray         *rows)
{
  if (self->order != NULL)
    g_ptr_array_add (rows, daybook_row_ref (self->order));
}

static void
on_eye_changed (DaybookOrderPanel *self)
{
  if (self->order != NULL)
    show_buyer (self);
}

static void
daybook_order_panel_dispose (GObject *object)
{
  DaybookOrderPanel *self = DAYBOOK_ORDER_PANEL (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->order, daybook_row_unref);

  G_OBJECT_CLASS (daybook_order_panel_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DaybookOrderPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, DaybookOrderPanel, number);
  gtk_widget_class_bind_template_child (widget_class, DaybookOrderPanel, copy_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookOrderPanel, stage);
  gtk_widget_class_bind_template_child (widget_class, DaybookOrderPanel, refund);
  gtk_widget_class_bind_template_child (widget_class, DaybookOrderPanel, status);
  gtk_widget_class_bind_template_child (widget_class, DaybookOrderPanel, origin);
  gtk_widget_class_bind_template_child (widget_class, DaybookOrderPanel, flag);
  gtk_widget_class_bind_template_child (widget_class, DaybookOrderPanel, clocks);
  gtk_widget_class_bind_template_child (widget_class, DaybookOrderPanel, agent);
  gtk_widget_class_bind_template_child (widget_class, DaybookOrderPanel, note);
  gtk_widget_class_bind_template_child (widget_class, DaybookOrderPanel, proposal);
  gtk_widget_class_bind_template_child (widget_class, DaybookOrderPanel, proposal_text);
  gtk_widget_class_bind_template_child (widget_class, DaybookOrderPanel, cases);
  gtk_widget_class_bind_template_child (widget_class, DaybookOrderPanel, lines_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookOrderPanel, lines);
  gtk_widget_class_bind_template_child (widget_class, DaybookOrderPanel, money_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookOrderPanel, money);
  gtk_widget_class_bind_template_child (widget_class, DaybookOrderPanel, aftersales_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookOrderPanel, aftersales);
  gtk_widget_class_bind_template_child (widget_class, DaybookOrderPanel, vip);
  gtk_widget_class_bind_template_child (widget_class, DaybookOrderPanel, payments_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookOrderPanel, payments);
  gtk_widget_class_bind_template_child (widget_class, DaybookOrderPanel, parcel_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookOrderPanel, parcel);
  gtk_widget_class_bind_template_child (widget_class, DaybookOrderPanel, buyer_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookOrderPanel, buyer);
  gtk_widget_class_bind_template_child (widget_class, DaybookOrderPanel, eye);
  gtk_widget_class_bind_template_child (widget_class, DaybookOrderPanel, customer_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookOrderPanel, platform_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookOrderPanel, platform);
  gtk_widget_class_bind_template_child (widget_class, DaybookOrderPanel, source_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookOrderPanel, source);
  gtk_widget_class_bind_template_child (widget_class, DaybookOrderPanel, events);
  gtk_widget_class_bind_template_child (widget_class, DaybookOrderPanel, history_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookOrderPanel, history);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_flag_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_agent_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_note_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_take_over_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_number_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_customer_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_eye_asked);
  gtk_widget_class_bind_template_callback (widget_class, on_eye_changed);
}

static void
daybook_order_panel_class_init (DaybookOrderPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_order_panel_dispose;
  signals[ACT] = g_signal_new ("act", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                               0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[CUSTOMER_WANTED] = g_signal_new ("customer-wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (DAYBOOK_TYPE_ORDER_VIP);
  g_type_ensure (DAYBOOK_TYPE_EYE);
  g_type_ensure (DAYBOOK_TYPE_FACTS);
  g_type_ensure (DAYBOOK_TYPE_NOTE_EDITOR);
  g_type_ensure (DAYBOOK_TYPE_FLAG_PICKER);
  g_type_ensure (DAYBOOK_TYPE_AGENT_PICKER);
  g_type_ensure (DAYBOOK_TYPE_ROW_CASES);
  g_type_ensure (DAYBOOK_TYPE_ROW_CLOCKS);
  g_type_ensure (DAYBOOK_TYPE_ROW_EVENTS);
  g_type_ensure (DAYBOOK_TYPE_ROW_SOURCE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/orders/order-panel.ui");
  bind_children (widget_class);
  bind_callbacks (widget_class);
}

static void
daybook_order_panel_init (DaybookOrderPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
daybook_order_panel_set_desk (DaybookOrderPanel *self,
                              DaybookDesk       *desk)
{
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  daybook_agent_picker_set_desk (self->agent, desk);
  daybook_eye_set_desk (self->eye, desk);
  daybook_row_source_set_desk (self->source, desk);
}

/* Another order begins at its top, masked, with nothing of the last one's note. */
static void
turn_from (DaybookOrderPanel *self)
{
  daybook_note_editor_flush (self->note);
  daybook_eye_close (self->eye);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

void
daybook_order_panel_show (DaybookOrderPanel *self,
                          const DaybookRow  *order)
{
  gboolean is_other = order == NULL || self->order == NULL || order->rowid != self->order->rowid;

  if (is_other)
    turn_from (self);

  g_clear_pointer (&self->order, daybook_row_unref);
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), order != NULL);
  if (order == NULL)
    return;

  self->order = daybook_row_ref ((DaybookRow *) order);
  daybook_eye_check (self->eye);
  daybook_row_clocks_show (self->clocks, self->desk, order);
  show_all (self);
}

void
daybook_order_panel_edit_note (DaybookOrderPanel *self)
{
  daybook_note_editor_begin (self->note);
}

void
daybook_order_panel_edit_flag (DaybookOrderPanel *self)
{
  daybook_flag_picker_begin (self->flag);
}

void
daybook_order_panel_edit_agent (DaybookOrderPanel *self)
{
  daybook_agent_picker_begin (self->agent);
}
