/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/passes/trace-page.h"

#include "app/common/desk.h"
#include "app/common/round-list.h"
#include "app/common/shell.h"
#include "app/passes/trace-row.h"
#include "core/case.h"
#include "core/order.h"

#include <glib/gi18n-lib.h>

struct _DaybookTracePage
{
  DaybookPage        parent_instance;

  /* Template widgets */
  GtkStack          *stack;
  GtkLabel          *count;
  GtkProgressBar    *progress;
  GtkListView       *list;

  /* Owned */
  DaybookDesk       *desk;
  DaybookRoundList  *parcels; /* of DaybookTraceObject */
};

G_DEFINE_FINAL_TYPE (DaybookTracePage, daybook_trace_page, DAYBOOK_TYPE_PAGE)

static DaybookStore *
get_store (DaybookTracePage *self)
{
  return daybook_desk_get_store (self->desk);
}

/* --- The list ------------------------------------------------------------------------------- */

static void
show_count (DaybookTracePage *self)
{
  guint n = daybook_round_list_count (self->parcels), done = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DaybookTraceObject) object = daybook_round_list_at (self->parcels, i);

      done += daybook_trace_object_is_done (object);
    }

  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u of %2$u parcel looked up", "%1$u of %2$u parcels looked up", n), done, n);

  gtk_label_set_text (self->count, text);
  gtk_progress_bar_set_fraction (self->progress, n > 0 ? (double) done / n : 0);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "nothing");
}

/* Behind what is chosen, the next one that nobody has looked up; from the end on, the first. At once, so that
 * the next key means the next one, however long the act takes. */
static void
go_to_next (DaybookTracePage *self)
{
  g_autoptr(GtkBitset) selected = gtk_selection_model_get_selection (daybook_round_list_get_selection (self->parcels));
  guint n = daybook_round_list_count (self->parcels), from = gtk_bitset_is_empty (selected) ? 0 : gtk_bitset_get_maximum (selected);

  for (guint i = 1; i < n; i++)
    {
      guint position = (from + i) % n;
      g_autoptr(DaybookTraceObject) object = daybook_round_list_at (self->parcels, position);

      if (!gtk_bitset_contains (selected, position) && !daybook_trace_object_is_done (object))
        {
          daybook_round_list_select (self->parcels, position);
          return;
        }
    }
}

/* --- Asking ------------------------------------------------------------------------------------ */

static gpointer
fetch (DaybookReader  *reader,
       gpointer        data,
       GCancellable   *cancellable,
       GError        **error)
{
  return daybook_reader_traces (reader, *(const gint64 *) data, error);
}

static void
on_fetched (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(DaybookTracePage) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) marks = daybook_lane_run_finish (result, &error);
  g_autoptr(GPtrArray) objects = g_ptr_array_new_with_free_func (g_object_unref);

  if (marks == NULL)
    {
      if (!g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED))
        g_warning ("%s", error->message);
      return;
    }

  for (guint i = 0; i < marks->len; i++)
    g_ptr_array_add (objects, daybook_trace_object_new (&g_array_index (marks, DaybookTraceMark, i)));
  daybook_round_list_take (self->parcels, objects);
  show_count (self);
  daybook_page_commands_changed (DAYBOOK_PAGE (self));
}

static void
ask (DaybookPage  *page,
     DaybookLane  *lane,
     GCancellable *cancellable)
{
  gint64 now = daybook_store_get_now (get_store (DAYBOOK_TRACE_PAGE (page)));

  daybook_lane_run_async (lane, fetch, g_memdup2 (&now, sizeof now), g_free, (GDestroyNotify) g_array_unref, cancellable, on_fetched,
                          g_object_ref (page));
}

/* --- Acts ---------------------------------------------------------------------------------------- */

static void
do_step (DaybookTracePage *self,
         GArray           *orders,
         DaybookTraceStep  step)
{
  DaybookStore *store = get_store (self);
  DaybookShell *shell = daybook_shell_of (GTK_WIDGET (self));
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = daybook_trace_act (daybook_store_get_reader (store), orders, step, daybook_store_get_agent (store),
                                                   daybook_store_get_now (store), &error);

  if (edit == NULL)
    daybook_shell_say_error (shell, error);
  else if (daybook_edit_size (edit) > 0)
    {
      daybook_shell_commit (shell, edit, NULL);
      /* One that does not move may want more than one step. */
      if (step == DAYBOOK_TRACE_MOVES)
        go_to_next (self);
    }
}

static void
do_selected (DaybookTracePage *self,
             DaybookTraceStep  step)
{
  g_autoptr(GPtrArray) objects = daybook_round_list_selected (self->parcels);
  g_autoptr(GArray) orders = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < objects->len; i++)
    {
      gint64 key = daybook_trace_object_get_key (g_ptr_array_index (objects, i));

      g_array_append_val (orders, key);
    }
  do_step (self, orders, step);
}

static void
on_step_wanted (DaybookTracePage   *self,
                DaybookTraceObject *object,
                guint               step)
{
  g_autoptr(GArray) orders = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 key = daybook_trace_object_get_key (object);
  guint position = daybook_round_list_find (self->parcels, object);

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_selection_model_select_item (daybook_round_list_get_selection (self->parcels), position, TRUE);
  g_array_append_val (orders, key);
  do_step (self, orders, (DaybookTraceStep) step);
}

static const DaybookTraceLine *
line_of (DaybookTracePage   *self,
         DaybookTraceObject *object)
{
  return daybook_trace_object_read (object, daybook_store_get_reader (get_store (self)));
}

static void
on_case_wanted (DaybookTracePage   *self,
                DaybookTraceObject *object)
{
  const DaybookTraceLine *line = line_of (self, object);

  if (line != NULL && line->trace != NULL)
    daybook_shell_show_row (daybook_shell_of (GTK_WIDGET (self)), &daybook_cases, &line->trace->id);
}

static void
on_activated (DaybookTracePage *self,
              guint             position)
{
  g_autoptr(DaybookTraceObject) object = daybook_round_list_at (self->parcels, position);
  const DaybookTraceLine *line = object != NULL ? line_of (self, object) : NULL;

  if (line != NULL)
    daybook_shell_show_row (daybook_shell_of (GTK_WIDGET (self)), &daybook_orders, &line->order->id);
}

static void
copy_number (DaybookTracePage *self,
             guint             position)
{
  g_autoptr(DaybookTraceObject) object = daybook_round_list_at (self->parcels, position);
  const DaybookTraceLine *line = object != NULL ? line_of (self, object) : NULL;
  const char *number = line != NULL ? daybook_row_text (line->order, DAYBOOK_ORDER_TRACKING) : "";

  if (*number != '\0')
    daybook_shell_copy (GTK_WIDGET (self), number, number);
}

/* --- Rows ------------------------------------------------------------------------------------------ */

static GtkWidget *
make_row (DaybookPage *page)
{
  GtkWidget *row = daybook_trace_row_new (DAYBOOK_TRACE_PAGE (page)->desk);

  g_signal_connect_object (row, "step", G_CALLBACK (on_step_wanted), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "opened", G_CALLBACK (on_case_wanted), page, G_CONNECT_SWAPPED);
  return row;
}

static void
show_row (DaybookPage *page,
          GtkWidget   *row,
          gpointer     object)
{
  daybook_trace_row_show (DAYBOOK_TRACE_ROW (row), object);
}

static gint64
find_key (gpointer object)
{
  return daybook_trace_object_get_key (object);
}

static void
renew (gpointer object,
       gpointer newer)
{
  daybook_trace_object_take (object, newer);
}

static const DaybookRoundListSpec SPEC = { daybook_trace_object_get_type, make_row, show_row, ask, find_key, renew };

/* --- The page ---------------------------------------------------------------------------------------- */

/* -1: it is none of the pass. */
static int
step_of (const char *command)
{
  static const char *const COMMANDS[] = { "done", "ask-courier", "tell-customer", "extend-receipt" };

  for (guint i = 0; i < G_N_ELEMENTS (COMMANDS); i++)
    if (g_str_equal (COMMANDS[i], command))
      return (int) i;

  return -1;
}

static gboolean
can (DaybookPage *page,
     const char  *command)
{
  DaybookTracePage *self = DAYBOOK_TRACE_PAGE (page);
  guint n_selected = daybook_round_list_count_selected (self->parcels);
  gboolean possible;

  if (daybook_round_list_can (self->parcels, command, &possible))
    return possible;
  if (step_of (command) >= 0)
    return n_selected > 0;

  return (g_str_equal (command, "copy") || g_str_equal (command, "open")) && n_selected == 1;
}

static void
perform (DaybookPage *page,
         const char  *command)
{
  DaybookTracePage *self = DAYBOOK_TRACE_PAGE (page);

  if (daybook_round_list_perform (self->parcels, command))
    return;
  if (step_of (command) >= 0)
    do_selected (self, (DaybookTraceStep) step_of (command));
  else if (g_str_equal (command, "copy"))
    copy_number (self, daybook_round_list_first_selected (self->parcels));
  else
    on_activated (self, daybook_round_list_first_selected (self->parcels));
}

static void
shown (DaybookPage *page)
{
  daybook_round_list_shown (DAYBOOK_TRACE_PAGE (page)->parcels);
}

static void
daybook_trace_page_dispose (GObject *object)
{
  DaybookTracePage *self = DAYBOOK_TRACE_PAGE (object);

  g_clear_object (&self->parcels);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_trace_page_parent_class)->dispose (object);
}

static void
daybook_trace_page_class_init (DaybookTracePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DaybookPageClass *page_class = DAYBOOK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_trace_page_dispose;
  page_class->can = can;
  page_class->perform = perform;
  page_class->shown = shown;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/passes/trace-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookTracePage, stack);
  gtk_widget_class_bind_template_child (widget_class, DaybookTracePage, count);
  gtk_widget_class_bind_template_child (widget_class, DaybookTracePage, progress);
  gtk_widget_class_bind_template_child (widget_class, DaybookTracePage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
daybook_trace_page_init (DaybookTracePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

DaybookPage *
daybook_trace_page_new (DaybookStore *store)
{
  DaybookTracePage *self = g_object_new (DAYBOOK_TYPE_TRACE_PAGE, NULL);

  self->desk = g_object_ref (daybook_desk_of (store));
  self->parcels = daybook_round_list_new (DAYBOOK_PAGE (self), store, self->list, &SPEC);
  daybook_round_list_ask (self->parcels);
  return DAYBOOK_PAGE (self);
}
