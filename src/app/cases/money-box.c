/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/money-box.h"

#include "app/cases/double-banner.h"
#include "core/balance.h"
#include "core/case-event.h"
#include "core/case-parts.h"
#include "core/money.h"
#include "core/order.h"
#include "core/refund-share.h"

#include <glib/gi18n-lib.h>

struct _DaybookMoneyBox
{
  AdwBin               parent_instance;

  /* Template widgets */
  GtkBox              *banners;
  GtkWidget           *owed;
  GtkLabel            *owed_said;
  GtkWidget           *card;
  GtkWidget           *sum;
  GtkLabel            *figures;
  GtkLabel            *state;
  GtkLabel            *words;
  GtkLabel            *explained;
  GtkWidget           *platform_line;
  GtkImage            *platform_icon;
  GtkLabel            *platform;
  GtkWidget           *buttons;
  GtkButton           *propose_button;
  GtkButton           *write_button;

  /* Owned */
  DaybookDesk         *desk;
  DaybookRegister     *definition;
  DaybookRow          *row;
  DaybookCaseKept      kept;
  DaybookBalance       balance;
  DaybookPlatformMoney money;
  gint64               proposal; /* or -1 */
};

G_DEFINE_FINAL_TYPE (DaybookMoneyBox, daybook_money_box, ADW_TYPE_BIN)

enum
{
  EDITED,
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static DaybookStore *
get_store (DaybookMoneyBox *self)
{
  return daybook_desk_get_store (self->desk);
}

static DaybookReader *
get_reader (DaybookMoneyBox *self)
{
  return daybook_store_get_reader (get_store (self));
}

static const char *
get_currency (DaybookMoneyBox *self)
{
  return daybook_row_text (self->row, DAYBOOK_CASE_CURRENCY);
}

static int
get_refund_field (DaybookMoneyBox *self)
{
  return daybook_table_role (self->row->table, daybook_register_get_money (self->definition)->refund);
}

/* --- Acts ------------------------------------------------------------------------- */

static void
write_event (DaybookMoneyBox        *self,
             const DaybookCaseEvent *event,
             const char             *what)
{
  g_autofree char *title = g_strdup_printf ("%s: %s", daybook_row_text (self->row, DAYBOOK_CASE_NUMBER), what);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (get_store (self)));

  if (daybook_case_event_add (edit, self->row, event, daybook_edit_agent (edit), daybook_store_get_now (get_store (self)), NULL))
    g_signal_emit (self, signals[EDITED], 0, edit);
}

static void
on_meant (DaybookMoneyBox     *self,
          const char          *why,
          DaybookDoubleBanner *banner)
{
  const char *other = daybook_row_text (daybook_double_banner_get_row (banner), DAYBOOK_CASE_NUMBER);
  const DaybookCaseEvent event = { .kind = DAYBOOK_EVENT_BOTH, .text = why, .reference = other };

  write_event (self, &event, _("Both are meant"));
}

static void
on_propose_clicked (DaybookMoneyBox *self)
{
  g_auto(DaybookValue) value = daybook_value_int (self->proposal);

  g_signal_emit (self, signals[CHANGED], 0, (guint) get_refund_field (self), &value);
}

/* What the platform has paid and nobody has written down: nothing is typed twice. */
static void
on_write_clicked (DaybookMoneyBox *self)
{
  const DaybookCaseEvent event = {
    .kind = DAYBOOK_EVENT_MONEY,
    .amount = self->money.refunded - self->money.written,
    .way = self->money.source == DAYBOOK_PLATFORM_BY_BILLS ? DAYBOOK_WAY_UNKNOWN : DAYBOOK_WAY_PLATFORM,
    .reference = self->money.number,
  };

  write_event (self, &event, _("Money"));
}

/* --- Warnings ----------------------------------------------------------------------- */

static void
clear_banners (DaybookMoneyBox *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->banners))) != NULL)
    gtk_box_remove (self->banners, child);
}

static DaybookCaseDoes
get_does (DaybookMoneyBox *self)
{
  return daybook_register_get_money (self->definition)->refund != NULL ? DAYBOOK_CASE_PAYS_BACK : DAYBOOK_CASE_SENDS;
}

/* What somebody is writing why into a banner stays while the banners say the same. */
static gboolean
is_in_sight (DaybookMoneyBox *self,
             GPtrArray       *doubles)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->banners));

  for (guint i = 0; i < doubles->len; i++, child = gtk_widget_get_next_sibling (child))
    {
      const DaybookDouble *one = g_ptr_array_index (doubles, i);

      if (child == NULL || one->confirmed
          || !daybook_id_equal (&daybook_double_banner_get_row (DAYBOOK_DOUBLE_BANNER (child))->id, &one->row->id))
        return FALSE;
    }
  return child == NULL;
}

static void
show_banners (DaybookMoneyBox *self)
{
  g_autoptr(GPtrArray) doubles = daybook_reader_case_doubles (get_reader (self), self->definition, self->row, NULL);

  if (doubles != NULL && is_in_sight (self, doubles))
    return;

  clear_banners (self);
  for (guint i = 0; doubles != NULL && i < doubles->len; i++)
    {
      GtkWidget *banner = daybook_double_banner_new (g_ptr_array_index (doubles, i), get_does (self), self->kept == DAYBOOK_CASE_IN_BOOK);

      g_signal_connect_object (banner, "meant", G_CALLBACK (on_meant), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->banners, banner);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->banners), doubles != NULL && doubles->len > 0);
}

/* The stages in which nothing goes out before the customer has paid are the definition's. */
static void
show_owed (DaybookMoneyBox *self)
{
  int stage = daybook_register_find_stage (self->definition, daybook_row_text (self->row, DAYBOOK_CASE_STAGE));
  gint64 owed = daybook_balance_owed (&self->balance);
  gboolean careful = owed > 0 && stage >= 0 && daybook_register_get_stage (self->definition, (guint) stage)->paid_first;
  g_autofree char *amount = daybook_money_format (owed, get_currency (self));
  /* Translators: %s is an amount. */
  g_autofree char *text = g_strdup_printf (_("The customer still owes %s: send when it has come in."), amount);

  gtk_label_set_label (self->owed_said, text);
  gtk_widget_set_visible (self->owed, careful);
}

/* --- The sum ------------------------------------------------------------------------- */

static const char *
class_of (DaybookBalanceState state)
{
  switch (state)
    {
    case DAYBOOK_BALANCE_SETTLED:
      return "chip-green";
    case DAYBOOK_BALANCE_OWED:
    case DAYBOOK_BALANCE_PARTLY:
    case DAYBOOK_BALANCE_TOO_MUCH:
      return "chip-yellow";
    default:
      return "chip-plain";
    }
}

static void
show_state (DaybookMoneyBox *self)
{
  const char *const classes[] = { "chip", class_of (self->balance.state), NULL };

  gtk_label_set_label (self->state, daybook_balance_name (self->balance.state));
  gtk_widget_set_css_classes (GTK_WIDGET (self->state), (const char **) classes);
}

static void
show_balance (DaybookMoneyBox *self)
{
  g_autofree char *figures = daybook_balance_figures (&self->balance, get_currency (self));
  g_autofree char *words = daybook_balance_say (&self->balance, get_currency (self));
  g_autofree char *explained = daybook_balance_explain (&self->balance, get_currency (self));

  gtk_label_set_label (self->figures, figures);
  gtk_label_set_label (self->words, words);
  gtk_label_set_label (self->explained, explained);
  gtk_widget_set_visible (GTK_WIDGET (self->explained), *explained != '\0');
  show_state (self);
  gtk_widget_set_visible (self->sum, self->balance.state != DAYBOOK_BALANCE_NOTHING);
}

/* --- The platform ----------------------------------------------------------------------- */

static void
show_platform (DaybookMoneyBox *self)
{
  g_autofree char *said = daybook_platform_money_say (&self->money, get_currency (self), daybook_store_get_zone (get_store (self)));
  gboolean differs = self->money.verdict == DAYBOOK_PLATFORM_DIFFERS;

  gtk_label_set_label (self->platform, said);
  gtk_image_set_from_icon_name (self->platform_icon, differs ? "dialog-warning-symbolic"
                                : self->money.verdict == DAYBOOK_PLATFORM_AGREES ? "object-select-symbolic" : "document-open-recent-symbolic");
  if (differs)
    gtk_widget_add_css_class (self->platform_line, "warning");
  else
    gtk_widget_remove_css_class (self->platform_line, "warning");
  gtk_widget_set_visible (self->platform_line, self->money.verdict != DAYBOOK_PLATFORM_SILENT);
}

static void
show_write_button (DaybookMoneyBox *self)
{
  gint64 gap = self->money.refunded - self->money.written;
  g_autofree char *amount = daybook_money_format (gap, get_currency (self));
  /* Translators: a button; %s is an amount that the platform says it has refunded. */
  g_autofree char *label = g_strdup_printf (_("Write Down %s"), amount);

  gtk_button_set_label (self->write_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->write_button), self->kept == DAYBOOK_CASE_IN_BOOK && get_refund_field (self) >= 0
                                                           && self->money.verdict == DAYBOOK_PLATFORM_DIFFERS && gap > 0);
}

/* --- The proposal ------------------------------------------------------------------------- */

/* Of an open case in the book that pays back: what its goods are worth; -1: not known. */
static gint64
reckon_proposal (DaybookMoneyBox *self)
{
  const DaybookId *id = daybook_row_ref_id (self->row, DAYBOOK_CASE_ORDER);
  g_autoptr(DaybookRow) order = NULL;
  g_autoptr(GPtrArray) goods = NULL;
  g_autoptr(GPtrArray) lines = NULL;

  if (id == NULL || self->kept == DAYBOOK_CASE_NOT_SAVED || get_refund_field (self) < 0 || daybook_row_has (self->row, DAYBOOK_CASE_CLOSED_AT))
    return -1;

  order = daybook_reader_find (get_reader (self), &daybook_orders, id, NULL);
  goods = daybook_reader_parts (get_reader (self), &daybook_case_lines, DAYBOOK_CASE_LINE_CASE, &self->row->id, NULL);
  lines = daybook_reader_parts (get_reader (self), &daybook_order_lines, DAYBOOK_LINE_ORDER, id, NULL);
  return order != NULL && goods != NULL && lines != NULL ? daybook_refund_share (goods, lines, order) : -1;
}

static void
show_proposal (DaybookMoneyBox *self)
{
  gint64 refund = self->proposal > 0 ? daybook_row_int (self->row, (guint) get_refund_field (self)) : 0;
  g_autofree char *amount = daybook_money_format (MAX (0, self->proposal), get_currency (self));
  /* Translators: a button that fills in what is to be refunded; %s is an amount. */
  g_autofree char *label = g_strdup_printf (_("Propose %s"), amount);

  gtk_button_set_label (self->propose_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->propose_button), self->proposal > 0 && self->proposal != refund);
}

/* --- The box --------------------------------------------------------------------------------- */

static gboolean
has_part_in_money (DaybookRegister *definition)
{
  const DaybookRegisterMoney *money = daybook_register_get_money (definition);

  return money->refund != NULL || money->compensation != NULL || money->parts->len > 0 || daybook_register_get_replaces (definition) != NULL;
}

/* Where the book is busy for once, nothing is said. */
static void
read_money (DaybookMoneyBox *self)
{
  gint64 moved = 0;

  daybook_platform_money_clear (&self->money);
  daybook_reader_case_moved (get_reader (self), self->row, &moved, NULL);
  daybook_balance_reckon (&self->balance, self->definition, self->row, moved);
  daybook_reader_platform_money (get_reader (self), self->row, &self->money, NULL);
  self->proposal = reckon_proposal (self);
}

static gboolean
is_seen (gpointer widget)
{
  return gtk_widget_get_visible (GTK_WIDGET (widget));
}

static void
hide_empty (DaybookMoneyBox *self)
{
  gtk_widget_set_visible (self->buttons, is_seen (self->propose_button) || is_seen (self->write_button));
  gtk_widget_set_visible (self->card, is_seen (self->sum) || is_seen (self->platform_line) || is_seen (self->buttons));
  gtk_widget_set_visible (GTK_WIDGET (self), is_seen (self->card) || is_seen (self->owed) || is_seen (self->banners));
}

static void
update (DaybookMoneyBox *self)
{
  read_money (self);
  show_banners (self);
  show_owed (self);
  show_balance (self);
  show_platform (self);
  show_write_button (self);
  show_proposal (self);
  hide_empty (self);
}

static void
daybook_money_box_dispose (GObject *object)
{
  DaybookMoneyBox *self = DAYBOOK_MONEY_BOX (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->definition);
  g_clear_pointer (&self->row, daybook_row_unref);
  daybook_platform_money_clear (&self->money);

  G_OBJECT_CLASS (daybook_money_box_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/cases/money-box.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookMoneyBox, banners);
  gtk_widget_class_bind_template_child (widget_class, DaybookMoneyBox, owed);
  gtk_widget_class_bind_template_child (widget_class, DaybookMoneyBox, owed_said);
  gtk_widget_class_bind_template_child (widget_class, DaybookMoneyBox, card);
  gtk_widget_class_bind_template_child (widget_class, DaybookMoneyBox, sum);
  gtk_widget_class_bind_template_child (widget_class, DaybookMoneyBox, figures);
  gtk_widget_class_bind_template_child (widget_class, DaybookMoneyBox, state);
  gtk_widget_class_bind_template_child (widget_class, DaybookMoneyBox, words);
  gtk_widget_class_bind_template_child (widget_class, DaybookMoneyBox, explained);
  gtk_widget_class_bind_template_child (widget_class, DaybookMoneyBox, platform_line);
  gtk_widget_class_bind_template_child (widget_class, DaybookMoneyBox, platform_icon);
  gtk_widget_class_bind_template_child (widget_class, DaybookMoneyBox, platform);
  gtk_widget_class_bind_template_child (widget_class, DaybookMoneyBox, buttons);
  gtk_widget_class_bind_template_child (widget_class, DaybookMoneyBox, propose_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookMoneyBox, write_button);
  gtk_widget_class_bind_template_callback (widget_class, on_propose_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_write_clicked);
}

static void
daybook_money_box_class_init (DaybookMoneyBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_money_box_dispose;
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_POINTER);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
daybook_money_box_init (DaybookMoneyBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
daybook_money_box_show (DaybookMoneyBox  *self,
                        DaybookDesk      *desk,
                        DaybookRegister  *definition,
                        const DaybookRow *row,
                        DaybookCaseKept   kept)
{
  gboolean is_other = self->row == NULL || !daybook_id_equal (&self->row->id, &row->id) || self->kept != kept;

  g_set_object (&self->desk, desk);
  g_set_object (&self->definition, definition);
  g_clear_pointer (&self->row, daybook_row_unref);
  /* A new case goes on changing under our hands. */
  self->row = daybook_row_copy (row);
  self->kept = kept;
  if (is_other)
    clear_banners (self);
  if (has_part_in_money (definition))
    update (self);
  else
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
