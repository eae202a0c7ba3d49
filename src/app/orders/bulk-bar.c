/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/orders/bulk-bar.h"

#include "app/common/lane.h"
#include "app/common/words.h"
#include "app/compat/wrap-box.h"
#include "app/common/agent-picker.h"
#include "app/orders/flag-picker.h"
#include "core/money.h"

#include <glib/gi18n-lib.h>

struct _DaybookBulkBar
{
  AdwBin              parent_instance;

  /* Template widgets */
  GtkLabel           *summary;
  DaybookFlagPicker  *flag;
  DaybookAgentPicker *agent;
  GtkRevealer        *note_revealer;
  GtkEditable        *note_entry;

  /* Owned */
  DaybookDesk        *desk;
  DaybookLane        *lane;
  GArray             *keys;
  GCancellable       *cancellable; /* of the summing */
};

G_DEFINE_FINAL_TYPE (DaybookBulkBar, daybook_bulk_bar, ADW_TYPE_BIN)

enum
{
  ACT,
  CLOSE,
  RESIZED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- Count and sum ------------------------------------------------------------------ */

static void
add_paid (GHashTable       *sums,
          const DaybookRow *order)
{
  const char *currency = daybook_row_text (order, DAYBOOK_ORDER_CURRENCY);
  gint64 *sum = g_hash_table_lookup (sums, currency);

  if (sum == NULL)
    {
      sum = g_new0 (gint64, 1);
      g_hash_table_insert (sums, g_strdup (currency), sum);
    }
  *sum += daybook_row_int (order, DAYBOOK_ORDER_PAID);
}

/* What was paid, by currency. */
static gpointer
sum_in_db (DaybookReader *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  GArray *keys = data;
  g_autoptr(GHashTable) sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < keys->len; i++)
    {
      g_autoptr(DaybookRow) order = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;

      order = daybook_reader_row (reader, &daybook_orders, g_array_index (keys, gint64, i), NULL);
      if (order != NULL)
        add_paid (sums, order);
    }

  return g_steal_pointer (&sums);
}

static char *
describe_count (DaybookBulkBar *self)
{
  g_autofree char *count = daybook_words_count (self->keys->len);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s selected", "%s selected", self->keys->len), count);
}

static void
show_sums (DaybookBulkBar *self,
           GHashTable     *sums)
{
  g_autofree char *count = describe_count (self);
  g_autoptr(GString) text = g_string_new (count);
  GHashTableIter iter;
  gpointer currency;
  gpointer sum;

  g_hash_table_iter_init (&iter, sums);
  while (g_hash_table_iter_next (&iter, &currency, &sum))
    {
      const char *shop = daybook_store_get_currency (daybook_desk_get_store (self->desk));
      const char *code = currency;
      g_autofree char *money = daybook_money_format (*(gint64 *) sum, *code != '\0' ? code : shop);

      g_string_append_printf (text, " · %s", money);
    }

  gtk_label_set_label (self->summary, text->str);
}

static void
on_summed (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(DaybookBulkBar) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) sums = daybook_lane_run_finish (result, &error);

  /* The count stands; a sum of another selection would be wrong. */
  if (sums == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  show_sums (self, sums);
}

/* --- Acts ----------------------------------------------------------------------------- */

static DaybookOrderAct *
new_act (DaybookBulkBar      *self,
         DaybookOrderActKind  kind)
{
  return daybook_order_act_new (kind, g_array_ref (self->keys),
                                daybook_store_get_agent (daybook_desk_get_store (self->desk)));
}

static void
on_flag_picked (DaybookBulkBar *self,
                int             flag)
{
  g_autoptr(DaybookOrderAct) act = new_act (self, DAYBOOK_ORDER_SET_FLAG);

  act->flag = (DaybookFlag) flag;
  g_signal_emit (self, signals[ACT], 0, act);
}

static void
on_agent_picked (DaybookBulkBar *self,
                 DaybookRow     *agent)
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
on_note_done (DaybookBulkBar *self)
{
  g_autofree char *note = g_strstrip (g_strdup (gtk_editable_get_text (self->note_entry)));
  g_autoptr(DaybookOrderAct) act = NULL;

  if (*note == '\0')
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  act = new_act (self, DAYBOOK_ORDER_ADD_NOTE);
  act->note = g_steal_pointer (&note);
  daybook_bulk_bar_end_note (self);
  g_signal_emit (self, signals[ACT], 0, act);
}

static void
on_take_over_clicked (DaybookBulkBar *self)
{
  g_autoptr(DaybookOrderAct) act = new_act (self, DAYBOOK_ORDER_TAKE_OVER);

  g_signal_emit (self, signals[ACT], 0, act);
}

static void
on_trash_clicked (DaybookBulkBar *self)
{
  g_autoptr(DaybookOrderAct) act = new_act (self, DAYBOOK_ORDER_TRASH);

  g_signal_emit (self, signals[ACT], 0, act);
}

static void
on_close_clicked (DaybookBulkBar *self)
{
  g_signal_emit (self, signals[CLOSE], 0);
}

/* Open or closed, and done with sliding. */
static void
on_note_turned (DaybookBulkBar *self)
{
  g_signal_emit (self, signals[RESIZED], 0);
}

static void
cancel (DaybookBulkBar *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
daybook_bulk_bar_dispose (GObject *object)
{
  DaybookBulkBar *self = DAYBOOK_BULK_BAR (object);

  cancel (self);
  g_clear_pointer (&self->lane, daybook_lane_free);
  g_clear_pointer (&self->keys, g_array_unref);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_bulk_bar_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/orders/bulk-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookBulkBar, summary);
  gtk_widget_class_bind_template_child (widget_class, DaybookBulkBar, flag);
  gtk_widget_class_bind_template_child (widget_class, DaybookBulkBar, agent);
  gtk_widget_class_bind_template_child (widget_class, DaybookBulkBar, note_revealer);
  gtk_widget_class_bind_template_child (widget_class, DaybookBulkBar, note_entry);
  gtk_widget_class_bind_template_callback (widget_class, on_flag_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_agent_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_note_done);
  gtk_widget_class_bind_template_callback (widget_class, on_take_over_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_trash_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_note_turned);
}

static void
daybook_bulk_bar_class_init (DaybookBulkBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_bulk_bar_dispose;
  signals[ACT] = g_signal_new ("act", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                               0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[CLOSE] = g_signal_new ("close", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RESIZED] = g_signal_new ("resized", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (DAYBOOK_TYPE_FLAG_PICKER);
  g_type_ensure (DAYBOOK_TYPE_AGENT_PICKER);
  g_type_ensure (DAYBOOK_TYPE_WRAP_BOX);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
daybook_bulk_bar_init (DaybookBulkBar *self)
{
  self->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
daybook_bulk_bar_set_desk (DaybookBulkBar *self,
                           DaybookDesk    *desk)
{
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  self->lane = daybook_lane_new (daybook_desk_get_store (desk));
  daybook_agent_picker_set_desk (self->agent, desk);
}

void
daybook_bulk_bar_set_keys (DaybookBulkBar *self,
                           GArray         *keys)
{
  g_autofree char *count = NULL;

  g_array_unref (self->keys);
  self->keys = keys;
  daybook_flag_picker_set_mixed (self->flag);
  daybook_agent_picker_set_mixed (self->agent);

  cancel (self);
  count = describe_count (self);
  gtk_label_set_label (self->summary, count);
  self->cancellable = g_cancellable_new ();
  daybook_lane_run_async (self->lane, sum_in_db, g_array_ref (keys), (GDestroyNotify) g_array_unref,
                          (GDestroyNotify) g_hash_table_unref, self->cancellable, on_summed, g_object_ref (self));
}

void
daybook_bulk_bar_begin_note (DaybookBulkBar *self)
{
  gtk_revealer_set_reveal_child (self->note_revealer, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->note_entry));
}

void
daybook_bulk_bar_begin_flag (DaybookBulkBar *self)
{
  daybook_flag_picker_begin (self->flag);
}

void
daybook_bulk_bar_begin_agent (DaybookBulkBar *self)
{
  daybook_agent_picker_begin (self->agent);
}

gboolean
daybook_bulk_bar_end_note (DaybookBulkBar *self)
{
  gboolean was_open = gtk_revealer_get_reveal_child (self->note_revealer);

  gtk_editable_set_text (self->note_entry, "");
  gtk_revealer_set_reveal_child (self->note_revealer, FALSE);
  return was_open;
}
