/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/announcements/announcements-page.h"

#include "app/announcements/announcement-panel.h"
#include "app/common/derived-column.h"
#include "app/common/last-act.h"
#include "core/announcement-edit.h"
#include "store/announcements.h"
#include "store/read-marks.h"

#include <glib/gi18n-lib.h>

#define STATE_WIDTH 164

struct _DaybookAnnouncementsPage
{
  DaybookListPage           parent_instance;

  /* Template widgets */
  DaybookAnnouncementPanel *panel;
};

G_DEFINE_FINAL_TYPE (DaybookAnnouncementsPage, daybook_announcements_page, DAYBOOK_TYPE_LIST_PAGE)

static const int COLUMNS[] = {
  DAYBOOK_ANNOUNCEMENT_TITLE, DAYBOOK_ANNOUNCEMENT_KIND, DAYBOOK_ANNOUNCEMENT_READERS, DAYBOOK_ANNOUNCEMENT_AT,
  DAYBOOK_ANNOUNCEMENT_AGENT, DAYBOOK_ANNOUNCEMENT_UNTIL, -1,
};

static DaybookStore *
get_store (DaybookAnnouncementsPage *self)
{
  return daybook_list_page_get_store (DAYBOOK_LIST_PAGE (self));
}

/* --- How the rows stand out -------------------------------------------------------------------- */

/* Who is to read it, and who has; `own` tells whether the person at the desk is one of those who have not. */
static GPtrArray *
read_readings (DaybookDesk      *desk,
               const DaybookRow *row,
               gboolean         *own)
{
  DaybookStore *store = daybook_desk_get_store (desk);
  GPtrArray *all = daybook_announcement_readers (daybook_store_get_reader (store), row, NULL);

  *own = FALSE;
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const DaybookReading *reading = g_ptr_array_index (all, i);

      *own = *own || (reading->at == 0 && daybook_id_equal (&reading->agent->id, daybook_store_get_agent (store)));
    }
  return all;
}

static gboolean
is_over (DaybookDesk      *desk,
         const DaybookRow *row)
{
  return daybook_announcement_is_over (row, daybook_store_get_now (daybook_desk_get_store (desk)));
}

static DaybookEmphasis
emphasise (DaybookDesk      *desk,
           const DaybookRow *row)
{
  gboolean own;
  g_autoptr(GPtrArray) all = NULL;

  if (is_over (desk, row))
    return DAYBOOK_EMPHASIS_DIM;

  all = read_readings (desk, row, &own);
  return own ? DAYBOOK_EMPHASIS_STRONG : DAYBOOK_EMPHASIS_NONE;
}

/* "Unread · 2 of 5", "Ended · 5 of 5" */
static char *
say_state (DaybookDesk      *desk,
           const DaybookRow *row)
{
  gboolean own;
  g_autoptr(GPtrArray) all = read_readings (desk, row, &own);
  g_autofree char *count = NULL;
  guint n_read = 0;

  if (all == NULL)
    return g_strdup ("");

  for (guint i = 0; i < all->len; i++)
    n_read += ((const DaybookReading *) g_ptr_array_index (all, i))->at != 0;
  count = g_strdup_printf (_("%1$u of %2$u"), n_read, all->len);
  if (is_over (desk, row))
    /* Translators: of an announcement; %s: how many have read it, “2 of 5”. */
    return g_strdup_printf (_("Ended · %s"), count);

  /* Translators: of an announcement, for whoever is at the desk; %s: how many have read it, “2 of 5”. */
  return own ? g_strdup_printf (_("Unread · %s"), count) : g_steal_pointer (&count);
}

/* --- Acts ---------------------------------------------------------------------------------------- */

static void
on_edit_wanted (DaybookAnnouncementsPage *self,
                DaybookEdit              *edit)
{
  daybook_last_act_commit (GTK_WIDGET (self), get_store (self), edit);
}

/* (element-type DaybookRow) (transfer full) */
static GPtrArray *
rows_at_hand (DaybookAnnouncementsPage *self)
{
  g_autoptr(GArray) keys = daybook_list_page_get_at_hand (DAYBOOK_LIST_PAGE (self));
  GPtrArray *rows = daybook_reader_rows (daybook_store_get_reader (get_store (self)), &daybook_announcements,
                                         (const gint64 *) (void *) keys->data, keys->len, NULL);

  return rows != NULL ? rows : g_ptr_array_new ();
}

/* Of what is at hand that which the person at the desk has not read. (element-type DaybookRow) (transfer full) */
static GPtrArray *
unread_at_hand (DaybookAnnouncementsPage *self)
{
  DaybookStore *store = get_store (self);
  g_autoptr(GPtrArray) rows = rows_at_hand (self);
  GPtrArray *unread = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);

  for (guint i = 0; i < rows->len; i++)
    {
      DaybookRow *row = g_ptr_array_index (rows, i);
      g_autoptr(DaybookRow) mark = daybook_read_mark_find (daybook_store_get_reader (store), &row->id, daybook_store_get_agent (store), NULL);

      if (mark == NULL)
        g_ptr_array_add (unread, daybook_row_ref (row));
    }
  return unread;
}

static void
say_read (DaybookAnnouncementsPage *self)
{
  DaybookStore *store = get_store (self);
  g_autoptr(GPtrArray) unread = unread_at_hand (self);
  g_autoptr(DaybookEdit) edit = daybook_read_act (unread, daybook_store_get_agent (store));

  for (guint i = 0; i < unread->len; i++)
    daybook_read_mark_add (edit, g_ptr_array_index (unread, i), NULL, NULL, daybook_store_get_agent (store), daybook_store_get_now (store));
  if (unread->len > 0)
    on_edit_wanted (self, edit);
}

static void
drop (DaybookAnnouncementsPage *self)
{
  g_autoptr(GPtrArray) rows = rows_at_hand (self);
  g_autoptr(DaybookEdit) edit = daybook_announcement_act_drop (rows, daybook_store_get_agent (get_store (self)));

  if (rows->len > 0)
    on_edit_wanted (self, edit);
}

/* --- The page -------------------------------------------------------------------------------------- */

static void
show_row (DaybookListPage  *list,
          const DaybookRow *row)
{
  DaybookAnnouncementsPage *self = DAYBOOK_ANNOUNCEMENTS_PAGE (list);

  gtk_widget_set_visible (GTK_WIDGET (self->panel), row != NULL);
  if (row != NULL)
    daybook_announcement_panel_show (self->panel, daybook_list_page_get_desk (list), row);
  else
    daybook_announcement_panel_flush (self->panel);
}

/* Somebody else has read other things; and what held a minute ago may not hold now. */
static void
show_anew (DaybookAnnouncementsPage *self)
{
  DaybookListPage *list = DAYBOOK_LIST_PAGE (self);
  g_autoptr(DaybookRow) row = NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  daybook_list_page_redraw (list);
  row = daybook_page_is_panel_open (DAYBOOK_PAGE (self)) ? daybook_list_page_get_current (list) : NULL;
  if (row != NULL)
    daybook_announcement_panel_show (self->panel, daybook_list_page_get_desk (list), row);
  daybook_page_commands_changed (DAYBOOK_PAGE (self));
}

static void
shown (DaybookPage *page)
{
  DAYBOOK_PAGE_CLASS (daybook_announcements_page_parent_class)->shown (page);
  show_anew (DAYBOOK_ANNOUNCEMENTS_PAGE (page));
}

static gboolean
can (DaybookPage *page,
     const char  *command)
{
  DaybookAnnouncementsPage *self = DAYBOOK_ANNOUNCEMENTS_PAGE (page);

  if (g_str_equal (command, "done"))
    {
      g_autoptr(GPtrArray) unread = unread_at_hand (self);

      return unread->len > 0;
    }
  if (g_str_equal (command, "trash"))
    {
      g_autoptr(GArray) keys = daybook_list_page_get_at_hand (DAYBOOK_LIST_PAGE (self));

      return keys->len > 0;
    }
  return DAYBOOK_PAGE_CLASS (daybook_announcements_page_parent_class)->can (page, command);
}

static void
perform (DaybookPage *page,
         const char  *command)
{
  if (g_str_equal (command, "done"))
    say_read (DAYBOOK_ANNOUNCEMENTS_PAGE (page));
  else if (g_str_equal (command, "trash"))
    drop (DAYBOOK_ANNOUNCEMENTS_PAGE (page));
  else
    DAYBOOK_PAGE_CLASS (daybook_announcements_page_parent_class)->perform (page, command);
}

static void
daybook_announcements_page_class_init (DaybookAnnouncementsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DaybookPageClass *page_class = DAYBOOK_PAGE_CLASS (klass);
  DaybookListPageClass *list_class = DAYBOOK_LIST_PAGE_CLASS (klass);

  page_class->shown = shown;
  page_class->can = can;
  page_class->perform = perform;
  list_class->show_row = show_row;
  list_class->emphasise = emphasise;

  g_type_ensure (DAYBOOK_TYPE_ANNOUNCEMENT_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/announcements/announcements-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookAnnouncementsPage, panel);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_wanted);
}

static void
daybook_announcements_page_init (DaybookAnnouncementsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

DaybookPage *
daybook_announcements_page_new (DaybookStore *store)
{
  DaybookAnnouncementsPage *self = g_object_new (DAYBOOK_TYPE_ANNOUNCEMENTS_PAGE, NULL);
  DaybookListPage *list = DAYBOOK_LIST_PAGE (self);
  DaybookDesk *desk;

  daybook_list_page_set_up (list, store, &daybook_announcements, COLUMNS);
  desk = daybook_list_page_get_desk (list);
  daybook_list_page_set_heading (list, _("Announcements"));
  daybook_list_page_insert_column (list, 1, daybook_derived_column_new (desk, NULL, _("Read by"), DAYBOOK_TEXT_TIME, STATE_WIDTH, say_state));
  g_signal_connect_object (desk, "agent-changed", G_CALLBACK (show_anew), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (daybook_desk_get_clock (desk), "minute", G_CALLBACK (show_anew), self, G_CONNECT_SWAPPED);
  return DAYBOOK_PAGE (self);
}
