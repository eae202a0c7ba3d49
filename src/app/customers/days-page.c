/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/days-page.h"

#include "app/common/desk.h"
#include "app/common/round-list.h"
#include "app/common/shell.h"
#include "app/customers/customer-panel.h"
#include "app/customers/day-row.h"
#include "app/customers/day-words.h"
#include "core/customer.h"
#include "store/customer-merge.h"
#include "store/days-ahead.h"
#include "store/due-acts.h"

#include <glib/gi18n-lib.h>

/* So many are shown; whoever is through with them sees the next ones. */
#define MOST 2000

struct _DaybookDaysPage
{
  DaybookPage           parent_instance;

  /* Template widgets */
  GtkStack             *stack;
  GtkLabel             *count;
  GtkListView          *list;
  DaybookCustomerPanel *panel;

  /* Owned */
  DaybookDesk          *desk;
  DaybookRoundList     *days; /* of DaybookDayObject */
};

G_DEFINE_FINAL_TYPE (DaybookDaysPage, daybook_days_page, DAYBOOK_TYPE_PAGE)

static DaybookStore *
get_store (DaybookDaysPage *self)
{
  return daybook_desk_get_store (self->desk);
}

/* --- What is at hand ------------------------------------------------------------------------- */

/* (transfer full), or NULL */
static DaybookDayObject *
find_at_hand (DaybookDaysPage *self)
{
  guint position = daybook_round_list_first_selected (self->days);

  return position != GTK_INVALID_LIST_POSITION ? daybook_round_list_at (self->days, position) : NULL;
}

/* Whoever was merged is on the card of that one. */
DaybookRow *
daybook_days_page_get_open (DaybookDaysPage *self)
{
  g_autoptr(DaybookDayObject) object = find_at_hand (self);
  const DaybookId *who = object != NULL ? daybook_day_object_get_who (object) : NULL;

  return who != NULL ? daybook_reader_customer_on_card (daybook_store_get_reader (get_store (self)), who, NULL) : NULL;
}

const char *
daybook_days_page_get_greeting (DaybookDaysPage *self)
{
  g_autoptr(DaybookDayObject) object = find_at_hand (self);

  return object != NULL ? daybook_day_greeting ((DaybookDayKind) daybook_row_int (daybook_day_object_get_day (object), DAYBOOK_REMEMBERED_KIND)) : NULL;
}

static void
show_panel (DaybookDaysPage *self)
{
  g_autoptr(DaybookRow) row = daybook_page_is_panel_open (DAYBOOK_PAGE (self)) ? daybook_days_page_get_open (self) : NULL;

  if (daybook_page_is_panel_open (DAYBOOK_PAGE (self)))
    daybook_customer_panel_show (self->panel, row);
}

/* --- The list -------------------------------------------------------------------------------- */

static void
show_count (DaybookDaysPage *self)
{
  guint n = daybook_round_list_count (self->days);
  g_autofree char *text = n < MOST
    ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u day to remember in the next %2$u days.", "%1$u days to remember in the next %2$u days.", n), n,
                       DAYBOOK_DAYS_TO_COME)
    : g_strdup_printf (_("The first %1$u days to remember; more of them come within %2$u days."), n, DAYBOOK_DAYS_TO_COME);

  gtk_label_set_text (self->count, text);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "nothing");
}

static gpointer
read_in_db (DaybookReader  *reader,
            gpointer        data,
            GCancellable   *cancellable,
            GError        **error)
{
  g_autoptr(GPtrArray) items = daybook_reader_days_ahead (reader, *(const gint64 *) data, DAYBOOK_DAYS_TO_COME, MOST, error);
  GPtrArray *objects;

  if (items == NULL)
    return NULL;

  objects = g_ptr_array_new_with_free_func (g_object_unref);
  while (items->len > 0)
    {
      DaybookDayObject *object = daybook_day_object_new (reader, g_ptr_array_steal_index (items, 0));

      if (object != NULL)
        g_ptr_array_add (objects, object);
    }
  return objects;
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(DaybookDaysPage) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) objects = daybook_lane_run_finish (result, &error);

  if (objects == NULL)
    {
      if (!g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED))
        g_warning ("%s", error->message);
      return;
    }

  daybook_round_list_take (self->days, objects);
  show_count (self);
  show_panel (self);
  daybook_page_commands_changed (DAYBOOK_PAGE (self));
}

static void
ask (DaybookPage  *page,
     DaybookLane  *lane,
     GCancellable *cancellable)
{
  gint64 now = daybook_store_get_now (get_store (DAYBOOK_DAYS_PAGE (page)));

  daybook_lane_run_async (lane, read_in_db, g_memdup2 (&now, sizeof now), g_free, (GDestroyNotify) g_ptr_array_unref, cancellable, on_read,
                          g_object_ref (page));
}

/* --- What is done ------------------------------------------------------------------------------ */

static void
end_selected (DaybookDaysPage *self)
{
  DaybookStore *store = get_store (self);
  g_autoptr(GPtrArray) objects = daybook_round_list_selected (self->days);
  g_autoptr(GPtrArray) items = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = NULL;

  for (guint i = 0; i < objects->len; i++)
    g_ptr_array_add (items, daybook_day_object_get_item (g_ptr_array_index (objects, i)));
  edit = daybook_due_act_done (daybook_store_get_reader (store), items, daybook_store_get_agent (store), daybook_store_get_now (store), &error);
  if (edit == NULL)
    {
      daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error);
      return;
    }

  daybook_round_list_leave (self->days, daybook_round_list_first_selected (self->days));
  daybook_shell_commit (daybook_shell_of (GTK_WIDGET (self)), edit, NULL);
}

static void
on_step_wanted (DaybookDaysPage  *self,
                DaybookDayObject *object,
                guint             step)
{
  guint position = daybook_round_list_find (self->days, object);

  if (position == GTK_INVALID_LIST_POSITION)
    return;

  daybook_round_list_select (self->days, position);
  if (step == DAYBOOK_DAY_DONE)
    end_selected (self);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.phrase", NULL);
}

static void
open_at (DaybookDaysPage *self,
         guint            position)
{
  daybook_round_list_select (self->days, position);
  daybook_page_open_panel (DAYBOOK_PAGE (self));
  show_panel (self);
}

static GtkWidget *
make_row (DaybookPage *page)
{
  GtkWidget *row = daybook_day_row_new (DAYBOOK_DAYS_PAGE (page)->desk);

  g_signal_connect_object (row, "step", G_CALLBACK (on_step_wanted), page, G_CONNECT_SWAPPED);
  return row;
}

static void
show_row (DaybookPage *page,
          GtkWidget   *row,
          gpointer     object)
{
  daybook_day_row_show (DAYBOOK_DAY_ROW (row), object);
}

static gint64
find_key (gpointer object)
{
  return daybook_day_object_get_key (object);
}

static void
renew (gpointer object,
       gpointer newer)
{
  daybook_day_object_take (object, newer);
}

static const DaybookRoundListSpec SPEC = { daybook_day_object_get_type, make_row, show_row, ask, find_key, renew };

/* --- The page ---------------------------------------------------------------------------------- */

static gboolean
can (DaybookPage *page,
     const char  *command)
{
  DaybookDaysPage *self = DAYBOOK_DAYS_PAGE (page);
  gboolean possible;

  if (daybook_round_list_can (self->days, command, &possible))
    return possible;

  return (g_str_equal (command, "done") || g_str_equal (command, "open")) && daybook_round_list_count_selected (self->days) > 0;
}

static void
perform (DaybookPage *page,
         const char  *command)
{
  DaybookDaysPage *self = DAYBOOK_DAYS_PAGE (page);

  if (daybook_round_list_perform (self->days, command))
    return;
  if (g_str_equal (command, "done"))
    end_selected (self);
  else if (daybook_round_list_count_selected (self->days) > 0)
    open_at (self, daybook_round_list_first_selected (self->days));
}

static void
shown (DaybookPage *page)
{
  daybook_round_list_shown (DAYBOOK_DAYS_PAGE (page)->days);
}

static void
daybook_days_page_dispose (GObject *object)
{
  DaybookDaysPage *self = DAYBOOK_DAYS_PAGE (object);

  g_clear_object (&self->days);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_days_page_parent_class)->dispose (object);
}

static void
daybook_days_page_class_init (DaybookDaysPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DaybookPageClass *page_class = DAYBOOK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_days_page_dispose;
  page_class->can = can;
  page_class->perform = perform;
  page_class->shown = shown;

  g_type_ensure (DAYBOOK_TYPE_CUSTOMER_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/customers/days-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookDaysPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DaybookDaysPage, count);
  gtk_widget_class_bind_template_child (widget_class, DaybookDaysPage, list);
  gtk_widget_class_bind_template_child (widget_class, DaybookDaysPage, panel);
  gtk_widget_class_bind_template_callback (widget_class, open_at);
}

static void
daybook_days_page_init (DaybookDaysPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

DaybookPage *
daybook_days_page_new (DaybookStore *store)
{
  DaybookDaysPage *self = g_object_new (DAYBOOK_TYPE_DAYS_PAGE, NULL);

  self->desk = g_object_ref (daybook_desk_of (store));
  self->days = daybook_round_list_new (DAYBOOK_PAGE (self), store, self->list, &SPEC);
  daybook_customer_panel_set_desk (self->panel, self->desk);
  g_signal_connect_object (daybook_round_list_get_selection (self->days), "selection-changed", G_CALLBACK (show_panel), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::panel-open", G_CALLBACK (show_panel), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (daybook_desk_get_clock (self->desk), "day", G_CALLBACK (daybook_round_list_outdate), self->days, G_CONNECT_SWAPPED);
  daybook_round_list_ask (self->days);
  return DAYBOOK_PAGE (self);
}
