/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/boxes/boxes-page.h"

#include "app/boxes/box-panel.h"
#include "app/boxes/box-scan.h"
#include "app/common/last-act.h"
#include "app/common/shell.h"
#include "core/case.h"
#include "store/box-acts.h"

#include <glib/gi18n-lib.h>

struct _DaybookBoxesPage
{
  DaybookListPage parent_instance;

  DaybookBoxScan *scan;
  DaybookId       wanted; /* the box scanned last, while it is on its way into the book; or null */
  DaybookId       last;   /* the box scanned last, or null */
};

G_DEFINE_FINAL_TYPE (DaybookBoxesPage, daybook_boxes_page, DAYBOOK_TYPE_LIST_PAGE)

static const int COLUMNS[] = {
  DAYBOOK_BOX_AT,
  DAYBOOK_BOX_NUMBER,
  DAYBOOK_BOX_STATE,
  DAYBOOK_BOX_CASE,
  DAYBOOK_BOX_ORDER,
  DAYBOOK_BOX_RECEIVED,
  DAYBOOK_BOX_REMARK,
  DAYBOOK_BOX_AGENT,
  -1,
};

static DaybookStore *
get_store (DaybookBoxesPage *self)
{
  return daybook_list_page_get_store (DAYBOOK_LIST_PAGE (self));
}

static DaybookDesk *
get_desk (DaybookBoxesPage *self)
{
  return daybook_list_page_get_desk (DAYBOOK_LIST_PAGE (self));
}

static DaybookBoxPanel *
get_panel (DaybookBoxesPage *self)
{
  return DAYBOOK_BOX_PANEL (daybook_page_obtain_panel (DAYBOOK_PAGE (self)));
}

/* --- What was found ---------------------------------------------------------------------- */

/* "R-A1001 · Return and refund · On its way back" */
static char *
name_case (DaybookBoxesPage *self,
           const DaybookRow *row)
{
  g_autofree char *stage = daybook_desk_format (get_desk (self), row, DAYBOOK_CASE_STAGE, DAYBOOK_SHOW_MASKED);

  return g_strjoin (" · ", daybook_row_text (row, DAYBOOK_CASE_NUMBER), _(row->table->label), stage, NULL);
}

/* Since when it lies there, of a box that was scanned before. */
static char *
describe_again (DaybookBoxesPage        *self,
                const DaybookParcelFind *find)
{
  g_autofree char *at = daybook_desk_format (get_desk (self), find->box, DAYBOOK_BOX_AT, DAYBOOK_SHOW_MASKED);
  g_autofree char *agent = daybook_desk_format (get_desk (self), find->box, DAYBOOK_BOX_AGENT, DAYBOOK_SHOW_MASKED);

  /* Translators: %1$s is a time, %2$s a person. */
  return g_strdup_printf (_("Scanned before: %1$s, %2$s."), at, agent);
}

static char *
describe_unknown (DaybookBoxesPage        *self,
                  const DaybookParcelFind *find)
{
  if (find->cases->len > 1)
    return g_strdup (_("Several cases have this number: say which one it is of."));
  if (find->orders->len == 0)
    return g_strdup (_("No case and no order has this number. It is kept until it has one."));

  g_autofree char *order = daybook_desk_order_name (get_desk (self), g_ptr_array_index (find->orders, 0));
  return g_strdup_printf (find->beside->len > 0 ? _("It is of the order %s, which has an open case.")
                                                : _("It is of the order %s, which has no open case."), order);
}

static void
say_found (DaybookBoxesPage        *self,
           const DaybookParcelFind *find)
{
  const DaybookRow *to = daybook_parcel_find_case (find);
  g_autofree char *name = to != NULL ? name_case (self, to) : g_strdup (_("Box without a case"));
  g_autofree char *title = g_strdup_printf ("%s: %s", find->number, name);
  g_autofree char *unknown = to == NULL ? describe_unknown (self, find) : NULL;
  g_autofree char *again = find->box != NULL ? describe_again (self, find) : NULL;
  g_autofree char *detail = g_strjoin (again != NULL && unknown != NULL ? " " : "", again != NULL ? again : "",
                                       unknown != NULL ? unknown : "", NULL);

  daybook_box_scan_say (self->scan, to != NULL ? DAYBOOK_SCAN_FOUND : DAYBOOK_SCAN_WAITS, title, detail,
                        to != NULL ? _("What Was Received") : _("Whose Is It?"));
}

/* --- Scanning ------------------------------------------------------------------------------- */

/* Beside the list; where there is no room for both, the list stays and Enter opens it. */
static void
show_box (DaybookBoxesPage *self,
          const DaybookId  *id)
{
  if (!daybook_page_has_room (DAYBOOK_PAGE (self)))
    return;

  daybook_list_page_open (DAYBOOK_LIST_PAGE (self), id);
  daybook_box_scan_begin (self->scan);
}

static void
take_in (DaybookBoxesPage        *self,
         const DaybookParcelFind *find)
{
  DaybookStore *store = get_store (self);
  g_autoptr(DaybookEdit) edit = daybook_box_act_scan (find, NULL, daybook_store_get_agent (store), daybook_store_get_now (store));

  daybook_box_id (&self->last, find->number);
  if (daybook_edit_size (edit) == 0)
    {
      show_box (self, &self->last);
      return;
    }

  self->wanted = self->last;
  daybook_last_act_commit (GTK_WIDGET (self), store, edit);
}

/* A scanner that reads a code twice in one go means one box. */
static gboolean
is_on_its_way (DaybookBoxesPage        *self,
               const DaybookParcelFind *find)
{
  DaybookId id;

  daybook_box_id (&id, find->number);
  return daybook_id_equal (&id, &self->wanted);
}

void
daybook_boxes_page_scan (DaybookBoxesPage *self,
                         const char       *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookParcelFind) find = daybook_reader_find_parcel (daybook_store_get_reader (get_store (self)), text, &error);

  if (find == NULL)
    {
      daybook_box_scan_say (self->scan, DAYBOOK_SCAN_REFUSED, text, error->message, NULL);
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  if (is_on_its_way (self, find))
    return;

  say_found (self, find);
  take_in (self, find);
}

static void
on_scanned (DaybookBoxesPage *self,
            const char       *text)
{
  daybook_boxes_page_scan (self, text);
}

static void
on_next (DaybookBoxesPage *self)
{
  daybook_list_page_open (DAYBOOK_LIST_PAGE (self), &self->last);
  daybook_box_panel_begin (get_panel (self));
}

/* It is opened once it is there. */
static void
on_store_changed (DaybookBoxesPage *self)
{
  DaybookId wanted = self->wanted;
  g_autoptr(DaybookRow) row = daybook_id_is_null (&wanted) ? NULL
    : daybook_reader_find (daybook_store_get_reader (get_store (self)), &daybook_boxes, &wanted, NULL);

  if (row == NULL)
    return;

  self->wanted = (DaybookId) { { 0 } };
  show_box (self, &wanted);
}

/* --- Acts --------------------------------------------------------------------------------------- */

static void
on_edit_wanted (DaybookBoxesPage *self,
                DaybookEdit      *edit)
{
  daybook_last_act_commit (GTK_WIDGET (self), get_store (self), edit);
}

static void
move_to_trash (DaybookBoxesPage *self)
{
  g_autoptr(GArray) keys = daybook_list_page_get_at_hand (DAYBOOK_LIST_PAGE (self));
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u box moved to the trash", "%u boxes moved to the trash",
                                                         keys->len), keys->len);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (get_store (self)));
  DaybookId id;

  for (guint i = 0; i < keys->len; i++)
    if (daybook_reader_id (daybook_store_get_reader (get_store (self)), &daybook_boxes, g_array_index (keys, gint64, i), &id, NULL))
      daybook_edit_delete (edit, &daybook_boxes, &id);
  on_edit_wanted (self, edit);
}

static void
copy_number (DaybookBoxesPage *self)
{
  g_autoptr(DaybookRow) row = daybook_list_page_get_current (DAYBOOK_LIST_PAGE (self));
  const char *number = daybook_row_text (row, DAYBOOK_BOX_NUMBER);

  daybook_shell_copy (GTK_WIDGET (self), number, number);
}

/* --- The page -------------------------------------------------------------------------------------- */

static GtkWidget *
make_panel (DaybookPage *page)
{
  DaybookBoxPanel *panel = g_object_new (DAYBOOK_TYPE_BOX_PANEL, NULL);

  daybook_box_panel_set_up (panel, daybook_list_page_get_desk (DAYBOOK_LIST_PAGE (page)));
  g_signal_connect_object (panel, "edit", G_CALLBACK (on_edit_wanted), page, G_CONNECT_SWAPPED);
  return GTK_WIDGET (panel);
}

static void
show_row (DaybookListPage  *list,
          const DaybookRow *row)
{
  daybook_box_panel_show (get_panel (DAYBOOK_BOXES_PAGE (list)), row);
}

static void
shown (DaybookPage *page)
{
  DAYBOOK_PAGE_CLASS (daybook_boxes_page_parent_class)->shown (page);
  daybook_box_scan_begin (DAYBOOK_BOXES_PAGE (page)->scan);
}

/* From the panel back to the line for the next box. */
static gboolean
back (DaybookPage *page)
{
  DaybookBoxesPage *self = DAYBOOK_BOXES_PAGE (page);
  gboolean was_open = daybook_page_is_panel_open (page) && daybook_box_panel_end (get_panel (self));

  was_open = was_open || DAYBOOK_PAGE_CLASS (daybook_boxes_page_parent_class)->back (page);
  if (!was_open && daybook_page_is_panel_open (page))
    {
      daybook_page_close_panel (page);
      was_open = TRUE;
    }
  if (was_open)
    daybook_box_scan_begin (self->scan);
  return was_open;
}

static gboolean
has_one (DaybookListPage *list)
{
  g_autoptr(DaybookRow) row = daybook_list_page_get_current (list);

  return row != NULL;
}

static gboolean
can (DaybookPage *page,
     const char  *command)
{
  DaybookListPage *list = DAYBOOK_LIST_PAGE (page);

  if (g_str_equal (command, "trash"))
    return daybook_list_page_count_selected (list) > 1 || has_one (list);
  if (g_str_equal (command, "copy"))
    return has_one (list);

  return DAYBOOK_PAGE_CLASS (daybook_boxes_page_parent_class)->can (page, command);
}

static void
perform (DaybookPage *page,
         const char  *command)
{
  DaybookBoxesPage *self = DAYBOOK_BOXES_PAGE (page);

  if (g_str_equal (command, "trash"))
    move_to_trash (self);
  else if (g_str_equal (command, "copy"))
    copy_number (self);
  else
    DAYBOOK_PAGE_CLASS (daybook_boxes_page_parent_class)->perform (page, command);
}

static void
daybook_boxes_page_class_init (DaybookBoxesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DaybookPageClass *page_class = DAYBOOK_PAGE_CLASS (klass);

  page_class->shown = shown;
  page_class->back = back;
  page_class->can = can;
  page_class->perform = perform;
  page_class->make_panel = make_panel;
  DAYBOOK_LIST_PAGE_CLASS (klass)->show_row = show_row;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/boxes/boxes-page.ui");
}

static void
daybook_boxes_page_init (DaybookBoxesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What is still to be done: those that wait. The others are one click away, at the filter. */
static void
show_waiting (DaybookBoxesPage *self)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_boxes);

  daybook_query_add (query, DAYBOOK_BOX_STATE, DAYBOOK_OP_EQ, (const char *const[]) { "waiting", NULL });
  daybook_list_page_set_query (DAYBOOK_LIST_PAGE (self), query);
}

DaybookPage *
daybook_boxes_page_new (DaybookStore *store)
{
  DaybookBoxesPage *self = g_object_new (DAYBOOK_TYPE_BOXES_PAGE, NULL);
  DaybookListPage *list = DAYBOOK_LIST_PAGE (self);
  GtkWidget *scan = daybook_box_scan_new ();

  self->scan = DAYBOOK_BOX_SCAN (scan);
  g_signal_connect_object (scan, "scanned", G_CALLBACK (on_scanned), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scan, "next", G_CALLBACK (on_next), self, G_CONNECT_SWAPPED);
  daybook_list_page_set_up (list, store, &daybook_boxes, COLUMNS);
  daybook_list_page_set_heading (list, _("Box on the Table"));
  daybook_list_page_set_notice (list, scan);
  daybook_list_page_set_nothing (list, "daybook-box-symbolic", _("No Box Is Without a Case"),
                                 _("Every box that was scanned has found its case."));
  daybook_page_set_panel_title (DAYBOOK_PAGE (self), _(daybook_boxes.label));
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  show_waiting (self);
  return DAYBOOK_PAGE (self);
}

void
daybook_boxes_page_begin (DaybookBoxesPage *self)
{
  daybook_box_scan_begin (self->scan);
}
