/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/row-events.h"

#include "core/event.h"
#include "core/moment.h"
#include "core/order.h"

#include <glib/gi18n-lib.h>

/* More are read in the cases. */
#define MOST 10
#define LINE_CHARS 28

struct _DaybookRowEvents
{
  AdwBin  parent_instance;

  GtkBox *list;
};

G_DEFINE_FINAL_TYPE (DaybookRowEvents, daybook_row_events, ADW_TYPE_BIN)

static void
add_label (GtkWidget  *box,
           const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LINE_CHARS);
  if (style != NULL)
    {
      gtk_widget_add_css_class (label, style);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "numeric");
    }
  else
    gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (box), label);
}

/* "Yesterday 21:40 · 林 · Told the customer" */
static char *
write_head (DaybookDesk      *desk,
            const DaybookRow *event)
{
  DaybookStore *store = daybook_desk_get_store (desk);
  g_autofree char *when = daybook_moment_format (daybook_row_int (event, DAYBOOK_EVENT_AT), daybook_store_get_now (store), daybook_store_get_zone (store));
  g_autofree char *who = daybook_desk_name (desk, "agent", daybook_row_ref_id (event, DAYBOOK_EVENT_AGENT));
  g_autofree char *what = daybook_desk_format (desk, event, DAYBOOK_EVENT_KIND, DAYBOOK_SHOW_MASKED);

  return *who != '\0' ? g_strjoin (" · ", when, who, what, NULL) : g_strjoin (" · ", when, what, NULL);
}

static void
add_event (DaybookRowEvents *self,
           DaybookDesk      *desk,
           const DaybookRow *event)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *head = write_head (desk, event);
  g_autofree char *promised = daybook_desk_format (desk, event, DAYBOOK_EVENT_PROMISED_AT, DAYBOOK_SHOW_MASKED);
  g_autofree char *promise = g_strdup_printf ("%s: %s", _(daybook_events.fields[DAYBOOK_EVENT_PROMISED_AT].label), promised);

  add_label (line, head, "caption");
  if (daybook_row_has (event, DAYBOOK_EVENT_TEXT))
    add_label (line, daybook_row_text (event, DAYBOOK_EVENT_TEXT), NULL);
  if (*promised != '\0')
    add_label (line, promise, "caption");
  gtk_box_append (self->list, line);
}

static void
daybook_row_events_class_init (DaybookRowEventsClass *klass)
{
}

static void
daybook_row_events_init (DaybookRowEvents *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 10));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Said and Written"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), group);
}

void
daybook_row_events_show (DaybookRowEvents *self,
                         DaybookDesk      *desk,
                         const DaybookRow *row)
{
  guint field = row->table == &daybook_orders ? DAYBOOK_EVENT_ORDER : DAYBOOK_EVENT_CUSTOMER;
  g_autoptr(GPtrArray) events = daybook_reader_some_parts (daybook_store_get_reader (daybook_desk_get_store (desk)), &daybook_events, field,
                                                           &row->id, DAYBOOK_PARTS_LAST, MOST, NULL);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  for (guint i = events != NULL ? events->len : 0; i > 0; i--)
    add_event (self, desk, g_ptr_array_index (events, i - 1));
  gtk_widget_set_visible (GTK_WIDGET (self), events != NULL && events->len > 0);
}
