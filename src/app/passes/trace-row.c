/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/passes/trace-row.h"

#include "app/common/cell.h"
#include "core/case.h"
#include "core/moment.h"
#include "core/order.h"

#include <glib/gi18n-lib.h>

struct _DaybookTraceRow
{
  DaybookRoundRow parent_instance;

  /* Template widgets */
  GtkImage       *state;
  GtkButton      *trace;
  GtkWidget      *moves;
  GtkButton      *courier_asked;
  GtkButton      *customer_told;
  GtkButton      *receipt_extended;
};

G_DEFINE_FINAL_TYPE (DaybookTraceRow, daybook_trace_row, DAYBOOK_TYPE_ROUND_ROW)

enum
{
  OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static DaybookRoundRow *
as_row (DaybookTraceRow *self)
{
  return DAYBOOK_ROUND_ROW (self);
}

static DaybookDesk *
get_desk (DaybookTraceRow *self)
{
  return daybook_round_row_get_desk (as_row (self));
}

/* --- What it shows ------------------------------------------------------------------------- */

static char *
format_moment (DaybookTraceRow *self,
               gint64           moment)
{
  DaybookStore *store = daybook_desk_get_store (get_desk (self));

  return daybook_moment_format (moment, daybook_store_get_now (store), daybook_store_get_zone (store));
}

/* "…4567 · 张* · shipped Yesterday 10:20 · confirms by itself 12-08 01:15" (transfer full) */
static char *
describe (DaybookTraceRow        *self,
          const DaybookTraceLine *line)
{
  g_autofree char *name = daybook_desk_order_name (get_desk (self), line->order);
  g_autofree char *customer = daybook_desk_format (get_desk (self), line->order, DAYBOOK_ORDER_RECEIVER, DAYBOOK_SHOW_MASKED);
  g_autofree char *shipped = format_moment (self, daybook_row_int (line->order, DAYBOOK_ORDER_SHIPPED_AT));
  g_autofree char *confirms = line->confirms_at != 0 ? format_moment (self, line->confirms_at) : NULL;
  GString *text = g_string_new (name);

  if (*customer != '\0')
    g_string_append_printf (text, " · %s", customer);
  g_string_append (text, " · ");
  /* Translators: when a parcel left. */
  g_string_append_printf (text, _("shipped %s"), shipped);
  if (confirms != NULL)
    {
      g_string_append (text, " · ");
      /* Translators: when the platform ends an order by itself. */
      g_string_append_printf (text, _("confirms by itself %s"), confirms);
    }
  return g_string_free (text, FALSE);
}

/* Who looked it up, and when; or that nobody has. */
static void
show_state (DaybookTraceRow        *self,
            const DaybookTraceLine *line)
{
  gboolean done = line->looked_up != 0, still = line->trace != NULL;
  g_autofree char *when = done ? format_moment (self, line->looked_up) : NULL;
  g_autofree char *who = daybook_desk_name (get_desk (self), "agent", daybook_id_is_null (&line->agent) ? NULL : &line->agent);
  /* Translators: when somebody looked a parcel up, and who. */
  g_autofree char *text = done ? g_strdup_printf (_("Looked up %1$s, %2$s"), when, who) : g_strdup (_("To be looked up"));

  gtk_image_set_from_icon_name (self->state, still ? "dialog-warning-symbolic" : done ? "object-select-symbolic" : "daybook-circle-symbolic");
  gtk_widget_remove_css_class (GTK_WIDGET (self->state), "success");
  gtk_widget_remove_css_class (GTK_WIDGET (self->state), "warning");
  if (done)
    gtk_widget_add_css_class (GTK_WIDGET (self->state), still ? "warning" : "success");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->state), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->state), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* What was done says so, and is not offered again. */
static void
show_step (GtkButton  *button,
           const char *label,
           const char *tooltip,
           const char *said,
           gboolean    done)
{
  gtk_button_set_label (button, done ? said : label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), done ? said : tooltip);
  gtk_widget_set_sensitive (GTK_WIDGET (button), !done);
}

static void
show_steps (DaybookTraceRow        *self,
            const DaybookTraceLine *line)
{
  gtk_widget_set_visible (self->moves, line->looked_up == 0);
  /* Translators: a button: it does not move, so the courier is asked. The next two are alike. */
  show_step (self->courier_asked, C_("trace", "Courier"), _("It does not move: ask the courier (1)"), _("Courier asked"), line->asked);
  show_step (self->customer_told, C_("trace", "Customer"), _("It does not move: tell the customer (2)"), _("Customer told"), line->told);
  show_step (self->receipt_extended, C_("trace", "Extend"), _("It does not move: extend the receipt (3)"), _("Extended"), line->extended);
}

static void
show_number (DaybookTraceRow *self,
             const char      *number)
{
  GtkLabel *label = daybook_round_row_get_name (as_row (self));
  g_autoptr(PangoAttrList) attributes = daybook_number_attributes (number);

  gtk_label_set_text (label, number);
  gtk_label_set_attributes (label, attributes);
}

static void
show (DaybookTraceRow    *self,
      DaybookTraceObject *object)
{
  const DaybookTraceLine *line = daybook_trace_object_read (object, daybook_store_get_reader (daybook_desk_get_store (get_desk (self))));
  g_autofree char *about = line != NULL ? describe (self, line) : NULL;

  show_number (self, line != NULL ? daybook_row_text (line->order, DAYBOOK_ORDER_TRACKING) : "");
  gtk_label_set_text (daybook_round_row_get_word (as_row (self)), line != NULL ? daybook_row_text (line->order, DAYBOOK_ORDER_COURIER) : "");
  gtk_label_set_text (daybook_round_row_get_about (as_row (self)), about != NULL ? about : "");
  if (line == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->trace), line->trace != NULL);
  gtk_button_set_label (self->trace, line->trace != NULL ? daybook_row_text (line->trace, DAYBOOK_CASE_NUMBER) : "");
  show_state (self, line);
  show_steps (self, line);
}

/* --- Callbacks ------------------------------------------------------------------------------- */

static void
on_moves_clicked (DaybookTraceRow *self)
{
  daybook_round_row_want (as_row (self), DAYBOOK_TRACE_MOVES);
}

static void
on_courier_clicked (DaybookTraceRow *self)
{
  daybook_round_row_want (as_row (self), DAYBOOK_TRACE_ASK_COURIER);
}

static void
on_customer_clicked (DaybookTraceRow *self)
{
  daybook_round_row_want (as_row (self), DAYBOOK_TRACE_TELL_CUSTOMER);
}

static void
on_extend_clicked (DaybookTraceRow *self)
{
  daybook_round_row_want (as_row (self), DAYBOOK_TRACE_EXTEND);
}

static void
on_case_clicked (DaybookTraceRow *self)
{
  DaybookTraceObject *object = daybook_round_row_get_object (as_row (self));

  if (object != NULL)
    g_signal_emit (self, signals[OPENED], 0, object);
}

/* --- The widget -------------------------------------------------------------------------------- */

static void
daybook_trace_row_class_init (DaybookTraceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, DAYBOOK_TYPE_TRACE_OBJECT);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/passes/trace-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookTraceRow, state);
  gtk_widget_class_bind_template_child (widget_class, DaybookTraceRow, trace);
  gtk_widget_class_bind_template_child (widget_class, DaybookTraceRow, moves);
  gtk_widget_class_bind_template_child (widget_class, DaybookTraceRow, courier_asked);
  gtk_widget_class_bind_template_child (widget_class, DaybookTraceRow, customer_told);
  gtk_widget_class_bind_template_child (widget_class, DaybookTraceRow, receipt_extended);
  gtk_widget_class_bind_template_callback (widget_class, on_moves_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_courier_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_customer_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_extend_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_case_clicked);
}

static void
daybook_trace_row_init (DaybookTraceRow *self)
{
  GtkLabel *number = daybook_round_row_get_name (as_row (self));

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_ellipsize (number, PANGO_ELLIPSIZE_START);
  gtk_widget_add_css_class (GTK_WIDGET (number), "numeric");
}

GtkWidget *
daybook_trace_row_new (DaybookDesk *desk)
{
  DaybookTraceRow *self = g_object_new (DAYBOOK_TYPE_TRACE_ROW, NULL);

  daybook_round_row_set_desk (as_row (self), desk);
  return GTK_WIDGET (self);
}

void
daybook_trace_row_show (DaybookTraceRow    *self,
                        DaybookTraceObject *object)
{
  daybook_round_row_set_object (as_row (self), object);
  if (object != NULL)
    show (self, object);
}
