/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/window.h"

#include "app/cases/cases-page.h"
#include "app/common/desk.h"
#include "app/common/prefs.h"
#include "app/common/shell.h"
#include "app/compat/toasts.h"
#include "app/imports/imports-page.h"
#include "app/imports/order-files.h"
#include "app/search/palette.h"
#include "app/start/start-page.h"
#include "app/window/actions.h"
#include "app/window/acts.h"
#include "app/window/exports.h"
#include "app/window/prints.h"
#include "app/window/failure-page.h"
#include "app/window/lock.h"
#include "app/window/page-table.h"
#include "app/window/palette-list.h"
#include "app/window/panes.h"
#include "app/window/places.h"
#include "app/window/sidebar.h"
#include "app/window/watch.h"
#include "app/window/window-state.h"
#include "core/case.h"
#include "core/customer.h"
#include "core/order.h"
#include "core/phrase.h"
#include "core/shop.h"
#include "core/task.h"
#include "store/customer-merge.h"
#include "store/reader.h"

#include <glib/gi18n-lib.h>

/* Long enough to read it, think, and reach for Undo. */
#define TOAST_SECONDS 10

struct _DaybookWindow
{
  AdwApplicationWindow parent_instance;

  /* Template widgets */
  AdwToastOverlay *toasts;
  GtkBox          *works;
  GtkStack        *stack;
  AdwLeaflet      *leaflet;
  DaybookSidebar  *sidebar;
  GtkStack        *pages;

  /* Owned */
  DaybookStore    *store;
  GListStore      *places;
  guint64          needed; /* see daybook_places_needed() */
  GPtrArray       *registers; /* DaybookPageEntry: those shown */
  GHashTable      *definitions; /* of registers that were shown: id → DaybookRegister */
  DaybookRecent   *recent;
  GHashTable      *views;  /* id of a page -> its DaybookViewList */
  char            *wanted; /* the page asked for before there was a store */

  /* Borrowed */
  AdwToast        *toast;  /* the newest, or NULL when it is gone */

  gboolean         drawn;  /* once, in whatever state */
  guint            turn;   /* source id: the first page is about to be made */
};

static void shell_init (DaybookShellInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DaybookWindow, daybook_window, ADW_TYPE_APPLICATION_WINDOW,
                               G_IMPLEMENT_INTERFACE (DAYBOOK_TYPE_SHELL, shell_init))

static void on_commands_changed (DaybookWindow *self);

static void
on_row_opened (DaybookWindow *self,
               DaybookRow    *row)
{
  g_autofree char *key = daybook_recent_row_key (row->table, &row->id);

  daybook_recent_see (self->recent, key);
}

static DaybookPage *
make_page (DaybookWindow          *self,
           const DaybookPageEntry *entry)
{
  DaybookPage *page = daybook_page_entry_make (entry, self->store);

  gtk_stack_add_named (self->pages, GTK_WIDGET (page), entry->id);
  g_object_bind_property (self->leaflet, "folded", page, "sidebar-folded", G_BINDING_SYNC_CREATE);
  g_signal_connect_swapped (page, "commands-changed", G_CALLBACK (on_commands_changed), self);
  g_signal_connect_object (page, "row-opened", G_CALLBACK (on_row_opened), self, G_CONNECT_SWAPPED);
  return page;
}

static DaybookPage *
obtain_page (DaybookWindow          *self,
             const DaybookPageEntry *entry)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, entry->id);

  return page != NULL ? DAYBOOK_PAGE (page) : make_page (self, entry);
}

static DaybookPlace *
find_place (DaybookWindow          *self,
            const DaybookPageEntry *entry,
            const char             *view)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->places));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DaybookPlace) place = g_list_model_get_item (G_LIST_MODEL (self->places), i);

      if (daybook_place_get_entry (place) == entry && g_strcmp0 (daybook_place_get_view (place), view) == 0)
        return place;
    }

  return NULL;
}

/* Of the page in view; NULL: there is none yet. */
static const DaybookPageEntry *
get_entry (DaybookWindow *self)
{
  return daybook_window_get_page (self) != NULL ? daybook_page_table_find (gtk_stack_get_visible_child_name (self->pages)) : NULL;
}

static void
mark_place (DaybookWindow *self)
{
  const DaybookPageEntry *entry = get_entry (self);

  daybook_sidebar_mark (self->sidebar, entry != NULL ? find_place (self, entry, daybook_page_get_view (daybook_window_get_page (self))) : NULL);
}

/* What several rows can be done to is not covered by what was done to them. */
static void
lift_toasts (DaybookWindow *self)
{
  DaybookPage *page = daybook_window_get_page (self);

  daybook_toasts_lift (GTK_WIDGET (self->toasts), page != NULL ? daybook_page_get_foot (page) : 0);
}

static void
on_commands_changed (DaybookWindow *self)
{
  mark_place (self);
  lift_toasts (self);
  daybook_actions_follow (self);
  daybook_actions_update (self);
}

/* Turns to a page as it was left; to the first one instead of what is not for whoever sits there. */
static void
turn_to (DaybookWindow          *self,
         const DaybookPageEntry *entry)
{
  DaybookPage *page = obtain_page (self, daybook_page_entry_is_shown (entry, self->store) ? entry : daybook_page_table ());

  daybook_lock_show (self, self->stack, "open");
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (page));
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->pages));
  mark_place (self);
  lift_toasts (self);
  daybook_page_shown (page);
  daybook_actions_update (self);
}

static void
on_place_chosen (DaybookWindow *self,
                 DaybookPlace  *place)
{
  daybook_window_show_view (self, daybook_place_get_entry (place)->id, daybook_place_get_view (place));
}

static void
fill_places (DaybookWindow *self)
{
  self->needed = daybook_places_needed (self->store, self->needed);
  daybook_places_fill (self->places, &(DaybookPlacesSource) { self->store, self->registers, self->views, self->needed });
  mark_place (self);
}

static void
follow_views_of (DaybookWindow          *self,
                 const DaybookPageEntry *entry)
{
  DaybookViewList *views = daybook_page_entry_views (entry, self->store);

  if (views == NULL)
    return;

  g_signal_connect_object (views, "items-changed", G_CALLBACK (fill_places), self, G_CONNECT_SWAPPED);
  g_hash_table_insert (self->views, (gpointer) entry->id, views);
}

static void
follow_views (DaybookWindow *self)
{
  for (const DaybookPageEntry *entry = daybook_page_table (); entry->id != NULL; entry++)
    follow_views_of (self, entry);
}

/* --- Registers -------------------------------------------------------------------- */

/* Opens a page anew where a person was in it. */
static void
restore_page (DaybookWindow          *self,
              const DaybookPageEntry *entry,
              const char             *view,
              const DaybookRow       *row)
{
  turn_to (self, entry);
  daybook_page_show_view (obtain_page (self, entry), view);
  if (row != NULL)
    daybook_page_open_row (obtain_page (self, entry), &row->id);
}

/* The page of a register that was changed shows fields that it no longer has. FALSE: something is
 * being written in it that is nowhere else; it waits. */
static gboolean
forget_page (DaybookWindow          *self,
             const DaybookPageEntry *entry)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, entry->id);
  gboolean was_seen = page != NULL && page == gtk_stack_get_visible_child (self->pages);
  gboolean is_open = was_seen && daybook_page_is_panel_open (DAYBOOK_PAGE (page));
  g_autofree char *view = was_seen ? g_strdup (daybook_page_get_view (DAYBOOK_PAGE (page))) : NULL;
  g_autoptr(DaybookRow) row = is_open ? daybook_list_page_get_current (DAYBOOK_LIST_PAGE (page)) : NULL;

  if (page != NULL && daybook_cases_page_is_writing (DAYBOOK_CASES_PAGE (page)))
    return FALSE;

  /* A field that is being typed into is saved when the focus leaves it. */
  if (was_seen)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  g_hash_table_remove (self->views, entry->id);
  if (page != NULL)
    gtk_stack_remove (self->pages, page);
  if (was_seen)
    restore_page (self, entry, view, row);
  return TRUE;
}

/* Whether the shop shows other registers than it did, or has changed one. */
static gboolean
read_registers (DaybookWindow *self)
{
  g_autoptr(GPtrArray) entries = daybook_page_table_registers (self->store);
  gboolean same = entries->len == self->registers->len;

  for (guint i = 0; i < entries->len; i++)
    {
      const DaybookPageEntry *entry = g_ptr_array_index (entries, i);
      gconstpointer known = g_hash_table_lookup (self->definitions, entry->id);

      same = same && known == entry->definition && g_ptr_array_index (self->registers, i) == entry;
      if (known == NULL || known == entry->definition || forget_page (self, entry))
        g_hash_table_insert (self->definitions, (gpointer) entry->id, entry->definition);
      if (!g_hash_table_contains (self->views, entry->id))
        follow_views_of (self, entry);
    }
  if (same)
    return FALSE;

  g_ptr_array_unref (self->registers);
  self->registers = g_ptr_array_ref (entries);
  return TRUE;
}

static void
shell_commit (DaybookShell *shell,
              DaybookEdit  *edit,
              const char   *done)
{
  daybook_acts_commit (DAYBOOK_WINDOW (shell), edit, done);
}

static void
shell_tell (DaybookShell         *shell,
            const DaybookOutcome *outcome,
            const char           *done)
{
  daybook_acts_tell (DAYBOOK_WINDOW (shell), outcome, done);
}

static void
shell_say (DaybookShell *shell,
           const char   *text)
{
  daybook_window_add_toast (DAYBOOK_WINDOW (shell), daybook_toast_new (text));
}

static gboolean
shell_can_show (DaybookShell       *shell,
                const DaybookTable *table)
{
  return daybook_table_base (table) == &daybook_cases || daybook_page_table_of_kind (table) != NULL;
}

static void
shell_show_row (DaybookShell       *shell,
                const DaybookTable *table,
                const DaybookId    *id)
{
  DaybookWindow *self = DAYBOOK_WINDOW (shell);
  const DaybookPageEntry *entry = daybook_page_table_of_row (self->store, table, id);
  DaybookId row = *id;

  if (entry == NULL)
    return;

  /* One who was merged is on the card of the one who stays. */
  if (table == &daybook_customers)
    daybook_reader_customer_root_id (daybook_store_get_reader (self->store), id, &row);
  turn_to (self, entry);
  daybook_page_open_row (obtain_page (self, entry), &row);
}

static void
shell_show_query (DaybookShell       *shell,
                  const DaybookQuery *query)
{
  const DaybookPageEntry *entry = daybook_page_table_of_kind (query->table);

  if (entry == NULL)
    return;

  turn_to (DAYBOOK_WINDOW (shell), entry);
  daybook_page_show_query (obtain_page (DAYBOOK_WINDOW (shell), entry), query);
}

static void
shell_import (DaybookShell *shell,
              GListModel   *files)
{
  DaybookWindow *self = DAYBOOK_WINDOW (shell);

  /* It would lie over what the import asks. */
  daybook_window_hush (self);
  daybook_window_show_page (self, "imports");
  daybook_imports_page_import (DAYBOOK_IMPORTS_PAGE (daybook_window_get_page (self)), files);
}

static void
shell_export (DaybookShell            *shell,
              const DaybookListExport *list)
{
  if (list->as == DAYBOOK_TAKE_PAPER)
    daybook_prints_list (DAYBOOK_WINDOW (shell), list);
  else
    daybook_exports_begin (DAYBOOK_WINDOW (shell), list);
}

static void
shell_print (DaybookShell *shell,
             DaybookPrint *print,
             const char   *title,
             DaybookTake   as)
{
  daybook_prints_begin (DAYBOOK_WINDOW (shell), print, title, as);
}

static void
shell_init (DaybookShellInterface *iface)
{
  iface->commit = shell_commit;
  iface->tell = shell_tell;
  iface->say = shell_say;
  iface->can_show = shell_can_show;
  iface->show_row = shell_show_row;
  iface->show_query = shell_show_query;
  iface->import = shell_import;
  iface->export = shell_export;
  iface->print = shell_print;
}

static void
on_files_dropped (GListModel *files,
                  gpointer    data)
{
  if (DAYBOOK_WINDOW (data)->store != NULL)
    daybook_shell_import (DAYBOOK_SHELL (data), files);
}

static void
on_sample_requested (DaybookWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "app.open-sample", NULL);
}

/* A book in which there is nothing yet opens with its doors (UX 22). */
static gboolean
is_new (DaybookWindow *self)
{
  const DaybookTable *const tables[] = { &daybook_orders, &daybook_cases, &daybook_tasks };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr(DaybookQuery) query = daybook_query_new (tables[i]);

      if (daybook_reader_count (daybook_store_get_reader (self->store), query, 1, NULL) != 0)
        return FALSE;
    }

  return TRUE;
}

static void
show_start (DaybookWindow *self)
{
  GtkWidget *page = daybook_start_page_new ();

  g_signal_connect_swapped (page, "files-chosen", G_CALLBACK (daybook_shell_import), self);
  g_signal_connect_swapped (page, "sample-requested", G_CALLBACK (on_sample_requested), self);
  gtk_stack_add_named (self->stack, page, "start");
  gtk_stack_set_visible_child (self->stack, page);
  daybook_actions_update (self);
}

/* A register that the shop has not, or does not show, is only known by now. */
static const DaybookPageEntry *
find_wanted (DaybookWindow *self)
{
  const DaybookPageEntry *entry = self->wanted != NULL ? daybook_page_table_find (self->wanted) : NULL;

  return entry != NULL ? entry : daybook_page_table ();
}

static gboolean
on_turn_due (gpointer data)
{
  DaybookWindow *self = data;

  self->turn = 0;
  /* Whoever turned to a page meanwhile wants that one. */
  if (daybook_window_get_page (self) == NULL)
    turn_to (self, find_wanted (self));

  return G_SOURCE_REMOVE;
}

/* A list takes longer to make than the rest of the window: the first frame, which
 * says that the program was started, does not wait for it. Between the two the loop
 * turns once, and what was drawn reaches the screen. */
static void
show_first (DaybookWindow *self)
{
  if (self->wanted == NULL && is_new (self))
    {
      show_start (self);
      return;
    }

  daybook_lock_show (self, self->stack, "open");
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    on_turn_due (self);
  else if (self->drawn)
    self->turn = g_idle_add_full (G_PRIORITY_DEFAULT, on_turn_due, self, NULL);
}

static void
on_painted (DaybookWindow *self,
            GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_func (clock, on_painted, self);
  self->drawn = TRUE;
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "open") == 0 || daybook_lock_is_on (self))
    self->turn = g_idle_add_full (G_PRIORITY_DEFAULT, on_turn_due, self, NULL);
}

/* Who goes on working would sign with another name and not know it. */
static void
on_agent_gone (DaybookWindow *self,
               DaybookRow    *gone)
{
  DaybookDesk *desk = daybook_desk_of (self->store);
  g_autofree char *name = daybook_desk_name (desk, "agent", daybook_store_get_agent (self->store));
  /* Translators: both are people: %1$s was taken from the list of who works here. */
  g_autofree char *text = g_strdup_printf (_("%1$s was removed. At the desk now: %2$s"),
                                           daybook_row_text (gone, DAYBOOK_AGENT_NAME), name);

  daybook_shell_say (DAYBOOK_SHELL (self), text);
}

static void
daybook_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (daybook_window_parent_class)->realize (widget);

  if (!DAYBOOK_WINDOW (widget)->drawn)
    g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (on_painted), widget,
                             G_CONNECT_SWAPPED);
}

/* Another person, or one with another role, may have no such page. */
static void
leave_hidden (DaybookWindow *self)
{
  const DaybookPageEntry *entry = get_entry (self);

  if (entry != NULL && !daybook_page_entry_is_shown (entry, self->store))
    turn_to (self, daybook_page_table ());
  daybook_actions_update (self);
}

/* Orders may come from the command line while the doors are shown. */
static void
on_store_changed (DaybookWindow *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "start") == 0 && !is_new (self))
    turn_to (self, daybook_page_table ());
  if (!read_registers (self) && daybook_places_needed (self->store, self->needed) == self->needed)
    return;

  fill_places (self);
  leave_hidden (self);
}

/* What is being typed is saved when the focus leaves it, here while the window still
 * is one; the program waits for what is then under way (common/last-act.h). */
static gboolean
daybook_window_close_request (GtkWindow *window)
{
  gtk_window_set_focus (window, NULL);

  return GTK_WINDOW_CLASS (daybook_window_parent_class)->close_request (window);
}

static void
daybook_window_dispose (GObject *object)
{
  DaybookWindow *self = DAYBOOK_WINDOW (object);

  g_clear_handle_id (&self->turn, g_source_remove);
  g_clear_weak_pointer (&self->toast);
  g_clear_object (&self->places);
  g_clear_pointer (&self->recent, daybook_recent_free);
  g_clear_pointer (&self->views, g_hash_table_unref);
  g_clear_pointer (&self->registers, g_ptr_array_unref);
  g_clear_pointer (&self->definitions, g_hash_table_unref);
  g_clear_object (&self->store);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (daybook_window_parent_class)->dispose (object);
}

static void
daybook_window_class_init (DaybookWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = daybook_window_dispose;
  widget_class->realize = daybook_window_realize;
  GTK_WINDOW_CLASS (klass)->close_request = daybook_window_close_request;

  g_type_ensure (DAYBOOK_TYPE_SIDEBAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/window/window.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, DaybookWindow, works);
  gtk_widget_class_bind_template_child (widget_class, DaybookWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, DaybookWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, DaybookWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, DaybookWindow, pages);
  gtk_widget_class_bind_template_callback (widget_class, on_place_chosen);
}

static DaybookRecent *
make_recent (void)
{
  g_autoptr(GSettings) settings = daybook_prefs_new ();

  return daybook_recent_new (settings);
}

static void
daybook_window_init (DaybookWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  daybook_toasts_mend (GTK_WIDGET (self->toasts));
  self->places = g_list_store_new (DAYBOOK_TYPE_PLACE);
  self->recent = make_recent ();
  self->registers = g_ptr_array_new ();
  self->definitions = g_hash_table_new (g_str_hash, g_str_equal);
  self->views = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  gtk_widget_add_controller (GTK_WIDGET (self), daybook_files_drop_new (on_files_dropped, self));
  daybook_window_state_keep (GTK_WINDOW (self));
}

DaybookWindow *
daybook_window_new (AdwApplication *application)
{
  DaybookWindow *self = g_object_new (DAYBOOK_TYPE_WINDOW, "application", application, NULL);

  /* Its keys belong to the application. */
  daybook_actions_install (self);
  return self;
}

/* It may fail once more, or open at last. */
static void
forget_failure (DaybookWindow *self)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, "failed");

  if (page != NULL)
    gtk_stack_remove (self->stack, page);
}

void
daybook_window_set_store (DaybookWindow *self,
                          DaybookStore  *store)
{
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
  daybook_sidebar_set_places (self->sidebar, G_LIST_MODEL (self->places));
  daybook_sidebar_set_desk (self->sidebar, daybook_desk_of (store));
  follow_views (self);
  read_registers (self);
  fill_places (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (daybook_desk_of (store), "agent-changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (daybook_desk_of (store), "agent-gone", G_CALLBACK (on_agent_gone), self, G_CONNECT_SWAPPED);
  daybook_window_state_clock (GTK_WINDOW (self), daybook_desk_get_clock (daybook_desk_of (store)));
  if (daybook_desk_is_sample (daybook_desk_of (store)))
    gtk_window_set_title (GTK_WINDOW (self), _("Sample Shop — Daybook"));
  show_first (self);
  daybook_watch_begin (self);
  forget_failure (self);
  daybook_lock_begin (self, self->stack);
  if (daybook_store_get_recovery (store) != NULL)
    daybook_shell_say (DAYBOOK_SHELL (self), daybook_store_get_recovery (store));
}

void
daybook_window_set_failed (DaybookWindow *self,
                           const char    *folder,
                           const GError  *error)
{
  GtkWidget *page = daybook_failure_page_new (folder, error);

  forget_failure (self);
  gtk_stack_add_named (self->stack, page, "failed");
  gtk_stack_set_visible_child (self->stack, page);
}

DaybookStore *
daybook_window_get_store (DaybookWindow *self)
{
  return self->store;
}

DaybookPage *
daybook_window_get_page (DaybookWindow *self)
{
  GtkWidget *page = self->pages != NULL ? gtk_stack_get_visible_child (self->pages) : NULL;

  /* Before the first page is made an empty one stands there. */
  return DAYBOOK_IS_PAGE (page) ? DAYBOOK_PAGE (page) : NULL;
}

gboolean
daybook_window_show_page (DaybookWindow *self,
                          const char    *id)
{
  const DaybookPageEntry *entry = daybook_page_table_find (id);
  gboolean may_be_register = self->store == NULL && g_str_has_prefix (id, "cases.");

  if (entry == NULL && !may_be_register)
    return FALSE;

  if (self->store != NULL)
    {
      turn_to (self, entry);
      return TRUE;
    }

  g_free (self->wanted);
  self->wanted = g_strdup (id);
  return TRUE;
}

gboolean
daybook_window_show_view (DaybookWindow *self,
                          const char    *id,
                          const char    *view)
{
  if (self->store == NULL || !daybook_window_show_page (self, id))
    return FALSE;

  if (view != NULL)
    daybook_page_show_view (daybook_window_get_page (self), view);
  return TRUE;
}

/* (transfer full), NULL: it is gone. */
static DaybookRow *
find_beginning (DaybookReader      *reader,
                const DaybookTable *table,
                const DaybookId    *id,
                const DaybookId    *owner)
{
  g_autoptr(GPtrArray) parts = owner != NULL ? daybook_reader_parts (reader, table, (guint) table->owner, owner, NULL) : NULL;

  if (owner == NULL)
    return daybook_reader_find (reader, table, id, NULL);
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    if (daybook_id_equal (&((const DaybookRow *) g_ptr_array_index (parts, i))->id, id))
      return daybook_row_ref (g_ptr_array_index (parts, i));

  return NULL;
}

void
daybook_window_new_case (DaybookWindow      *self,
                         const char         *key,
                         const DaybookTable *table,
                         const DaybookId    *id,
                         const DaybookId    *owner)
{
  const DaybookPageEntry *entry = daybook_page_table_of_register (self->store, key);
  g_autoptr(DaybookRow) row = id == NULL ? NULL : find_beginning (daybook_store_get_reader (self->store), table, id, owner);

  if (entry == NULL || (row == NULL && id != NULL))
    return;

  turn_to (self, entry);
  daybook_cases_page_begin_new (DAYBOOK_CASES_PAGE (daybook_window_get_page (self)), row);
}

static void
on_palette_chosen (DaybookWindow      *self,
                   DaybookPaletteItem *item)
{
  g_autofree char *key = daybook_palette_item_get_key (item);

  if (daybook_palette_item_get_kind (item) != DAYBOOK_PALETTE_TYPED)
    daybook_recent_add (self->recent, key);
  if (daybook_palette_item_get_table (item) == &daybook_phrases)
    daybook_actions_phrase (self, daybook_palette_item_get_row (item));
  else if (daybook_palette_item_get_kind (item) == DAYBOOK_PALETTE_ROW)
    daybook_shell_show_row (DAYBOOK_SHELL (self), daybook_palette_item_get_table (item),
                            daybook_palette_item_get_row (item));
  else
    daybook_palette_activate (GTK_WIDGET (self), item);
}

void
daybook_window_show_palette (DaybookWindow *self)
{
  g_autoptr(GListModel) items = NULL;
  GtkWindow *palette;

  daybook_recent_settle (self->recent);
  items = daybook_palette_list (self, self->recent, G_LIST_MODEL (self->places));
  palette = daybook_palette_new (GTK_WINDOW (self), self->store, items);
  g_signal_connect_object (palette, "chosen", G_CALLBACK (on_palette_chosen), self, G_CONNECT_SWAPPED);
  gtk_window_present (palette);
}

/* The dialog that says what is done in it, or NULL. */
static AdwPreferencesWindow *
find_dialog (DaybookWindow *self)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_PREFERENCES_WINDOW (l->data) && gtk_widget_get_mapped (l->data)
        && gtk_window_get_transient_for (l->data) == GTK_WINDOW (self))
      return l->data;

  return NULL;
}

void
daybook_window_hush (DaybookWindow *self)
{
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
}

void
daybook_window_add_toast (DaybookWindow *self,
                          AdwToast      *toast)
{
  AdwPreferencesWindow *dialog = find_dialog (self);

  /* What was said before is over: toasts would queue up behind each other. */
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);

  g_set_weak_pointer (&self->toast, toast);
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  lift_toasts (self);
  if (dialog != NULL)
    adw_preferences_window_add_toast (dialog, toast);
  else
    adw_toast_overlay_add_toast (self->toasts, toast);
}

gboolean
daybook_window_is_saying (DaybookWindow *self)
{
  return self->toast != NULL || find_dialog (self) != NULL;
}

void
daybook_window_turn_pane (DaybookWindow *self,
                          int            step)
{
  daybook_panes_turn (self->sidebar, daybook_window_get_page (self), step);
}

void
daybook_window_add_work (DaybookWindow *self,
                         GtkWidget     *bar)
{
  gtk_box_append (self->works, bar);
}

void
daybook_window_remove_work (GtkWidget *bar)
{
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (bar)), bar);
}

void
daybook_window_show_sidebar (DaybookWindow *self)
{
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->sidebar));
}
