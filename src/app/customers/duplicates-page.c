/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/duplicates-page.h"

#include "app/common/desk.h"
#include "app/common/lane.h"
#include "app/common/shell.h"
#include "app/common/told-bar.h"
#include "app/common/weak.h"
#include "app/common/words.h"
#include "app/customers/duplicate-row.h"
#include "app/customers/merge-customers.h"
#include "core/customer-merge.h"

#include <glib/gi18n-lib.h>

/* Whoever has settled these sees the next ones. */
#define ROWS_MAX 200
/* A long act changes the book many times a second, and all of it is looked through again. */
#define QUIET_MS 500

struct _DaybookDuplicatesPage
{
  DaybookPage      parent_instance;

  /* Template widgets */
  GtkStack        *stack;
  GtkProgressBar  *progress;
  GtkLabel        *count;
  GtkWidget       *merge_sure;
  GtkListBox      *list;

  /* Owned */
  DaybookDesk     *desk;
  DaybookLane     *lane;
  GCancellable    *cancellable; /* of the search at hand, or NULL */
  GPtrArray       *found;       /* DaybookDuplicates, or NULL */
  DaybookLane     *merging;     /* makes the act of those that are sure */

  guint            quiet_timer; /* until the book has been left alone for a moment, or 0 */
  gboolean         stale;       /* the book has changed since the newest search began */
  gboolean         outdated;    /* and since what is in sight was found */
  gboolean         making;      /* the act of those that are sure */
};

G_DEFINE_FINAL_TYPE (DaybookDuplicatesPage, daybook_duplicates_page, DAYBOOK_TYPE_PAGE)

static DaybookStore *
get_store (DaybookDuplicatesPage *self)
{
  return daybook_desk_get_store (self->desk);
}

/* --- What was found ---------------------------------------------------------- */

static guint
count_sure (DaybookDuplicatesPage *self)
{
  guint n = 0;

  for (guint i = 0; self->found != NULL && i < self->found->len; i++)
    n += ((const DaybookDuplicates *) g_ptr_array_index (self->found, i))->exact;

  return n;
}

static void
on_differ (DaybookDuplicatesPage *self,
           DaybookDuplicateRow   *row)
{
  g_autoptr(GPtrArray) customers = daybook_duplicate_row_customers (row);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, _("Not the same person"), daybook_store_get_agent (get_store (self)));

  if (customers == NULL)
    return;

  daybook_not_same_add (edit, customers, daybook_store_get_now (get_store (self)));
  daybook_shell_commit (daybook_shell_of (GTK_WIDGET (self)), edit, NULL);
}

static void
on_row_activated (DaybookDuplicatesPage *self,
                  DaybookDuplicateRow   *row)
{
  g_autoptr(GPtrArray) customers = daybook_duplicate_row_customers (row);

  if (customers != NULL && customers->len > DAYBOOK_MERGE_MOST)
    g_ptr_array_remove_range (customers, DAYBOOK_MERGE_MOST, customers->len - DAYBOOK_MERGE_MOST);
  daybook_merge_customers_begin (GTK_WIDGET (self), self->desk, customers);
}

/* Whom somebody has just called others is not merged by what was found before. */
static void
update_sure (DaybookDuplicatesPage *self)
{
  gtk_widget_set_sensitive (self->merge_sure, !self->outdated && !self->making);
}

static void
fill_list (DaybookDuplicatesPage *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < MIN (self->found->len, ROWS_MAX); i++)
    {
      GtkWidget *one = daybook_duplicate_row_new (self->desk, g_ptr_array_index (self->found, i));

      g_signal_connect_object (one, "differ", G_CALLBACK (on_differ), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, one);
    }
}

static void
show_found (DaybookDuplicatesPage *self)
{
  guint n = self->found->len, n_sure = count_sure (self);
  g_autofree char *all = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u group looks like one person", "%u groups look like one person each", n), n);
  g_autofree char *rest = daybook_words_rest (n, MIN (n, ROWS_MAX));
  g_autofree char *text = *rest != '\0' ? g_strdup_printf ("%s · %s", all, rest) : g_strdup (all);
  g_autofree char *sure = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Merge %u Sure One", "Merge %u Sure Ones", n_sure), n_sure);

  fill_list (self);
  gtk_label_set_label (self->count, text);
  gtk_button_set_label (GTK_BUTTON (self->merge_sure), sure);
  gtk_widget_set_visible (self->merge_sure, n_sure > 0);
  update_sure (self);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "nothing");
  daybook_page_commands_changed (DAYBOOK_PAGE (self));
}

/* --- Merging those that are sure ------------------------------------------------ */

typedef struct
{
  DaybookEdit *edit;
  GPtrArray   *found;
} Merge;

static void
merge_free (gpointer data)
{
  Merge *merge = data;

  daybook_edit_unref (merge->edit);
  g_ptr_array_unref (merge->found);
  g_free (merge);
}

/* Tens of thousands of customers are read for it. In the lane's thread. */
static gpointer
make_merge (DaybookReader  *reader,
            gpointer        data,
            GCancellable   *cancellable,
            GError        **error)
{
  const Merge *merge = data;

  return daybook_duplicates_merge_exact (reader, merge->edit, merge->found, error) < 0 ? NULL : daybook_edit_ref (merge->edit);
}

static void
on_merge_made (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr(DaybookDuplicatesPage) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = daybook_lane_run_finish (result, &error);
  DaybookShell *shell;

  if (g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED))
    return;

  shell = daybook_shell_of (GTK_WIDGET (self));
  self->making = FALSE;
  update_sure (self);
  if (shell == NULL)
    return;
  if (edit != NULL)
    daybook_shell_commit (shell, edit, NULL);
  else
    daybook_shell_say_error (shell, error);
}

/* All with the same full phone number and the same full name, as one act; the window shows how far it is, and stops it. */
static void
on_merge_sure_clicked (DaybookDuplicatesPage *self)
{
  Merge *merge = g_new (Merge, 1);

  *merge = (Merge) { daybook_edit_new (DAYBOOK_ACT_EDIT, "", daybook_store_get_agent (get_store (self))), g_ptr_array_ref (self->found) };
  self->making = TRUE;
  update_sure (self);
  daybook_lane_run_async (self->merging, make_merge, merge, merge_free, (GDestroyNotify) daybook_edit_unref, NULL,
                          on_merge_made, g_object_ref (self));
}

/* --- Searching ------------------------------------------------------------------ */

static gpointer
search (DaybookReader  *reader,
        gpointer        data,
        GCancellable   *cancellable,
        GError        **error)
{
  return daybook_reader_duplicates (reader, daybook_bar_tell, data, error);
}

static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(DaybookDuplicatesPage) self = data;
  g_autoptr(GError) error = NULL;
  GPtrArray *found = daybook_lane_run_finish (result, &error);

  if (found == NULL)
    {
      if (!g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED))
        g_warning ("%s", error->message);
      return;
    }

  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = found;
  self->outdated = self->stale;
  show_found (self);
}

/* What is in sight stays while the book is looked through again. */
static void
begin_search (DaybookDuplicatesPage *self)
{
  self->stale = FALSE;
  g_clear_handle_id (&self->quiet_timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (self->found == NULL)
    gtk_stack_set_visible_child_name (self->stack, "searching");
  daybook_lane_run_async (self->lane, search, daybook_bar_ear (self->progress), daybook_weak_free, (GDestroyNotify) g_ptr_array_unref,
                          self->cancellable, on_found, g_object_ref (self));
}

static void
on_stop_clicked (DaybookDuplicatesPage *self)
{
  g_cancellable_cancel (self->cancellable);
  gtk_stack_set_visible_child_name (self->stack, "stopped");
}

static void
on_search_clicked (DaybookDuplicatesPage *self)
{
  begin_search (self);
}

static gboolean
on_quiet (gpointer data)
{
  DaybookDuplicatesPage *self = data;

  self->quiet_timer = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    begin_search (self);
  return G_SOURCE_REMOVE;
}

static void
on_book_changed (DaybookDuplicatesPage *self)
{
  self->stale = TRUE;
  self->outdated = TRUE;
  update_sure (self);
  g_clear_handle_id (&self->quiet_timer, g_source_remove);
  self->quiet_timer = g_timeout_add (QUIET_MS, on_quiet, self);
}

/* --- The page ---------------------------------------------------------------------- */

static void
shown (DaybookPage *page)
{
  DaybookDuplicatesPage *self = DAYBOOK_DUPLICATES_PAGE (page);

  if (self->stale)
    begin_search (self);
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static gboolean
can (DaybookPage *page,
     const char  *command)
{
  return g_str_equal (command, "merge") && gtk_list_box_get_selected_row (DAYBOOK_DUPLICATES_PAGE (page)->list) != NULL;
}

static void
perform (DaybookPage *page,
         const char  *command)
{
  DaybookDuplicatesPage *self = DAYBOOK_DUPLICATES_PAGE (page);

  on_row_activated (self, DAYBOOK_DUPLICATE_ROW (gtk_list_box_get_selected_row (self->list)));
}

static void
daybook_duplicates_page_dispose (GObject *object)
{
  DaybookDuplicatesPage *self = DAYBOOK_DUPLICATES_PAGE (object);

  g_clear_handle_id (&self->quiet_timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->lane, daybook_lane_free);
  g_clear_pointer (&self->merging, daybook_lane_free);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_duplicates_page_parent_class)->dispose (object);
}

static void
daybook_duplicates_page_class_init (DaybookDuplicatesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DaybookPageClass *page_class = DAYBOOK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_duplicates_page_dispose;
  page_class->can = can;
  page_class->perform = perform;
  page_class->shown = shown;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/customers/duplicates-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookDuplicatesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DaybookDuplicatesPage, progress);
  gtk_widget_class_bind_template_child (widget_class, DaybookDuplicatesPage, count);
  gtk_widget_class_bind_template_child (widget_class, DaybookDuplicatesPage, merge_sure);
  gtk_widget_class_bind_template_child (widget_class, DaybookDuplicatesPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_merge_sure_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_search_clicked);
}

static void
daybook_duplicates_page_init (DaybookDuplicatesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

DaybookPage *
daybook_duplicates_page_new (DaybookStore *store)
{
  DaybookDuplicatesPage *self = g_object_new (DAYBOOK_TYPE_DUPLICATES_PAGE, NULL);

  self->desk = g_object_ref (daybook_desk_of (store));
  self->lane = daybook_lane_new (store);
  self->merging = daybook_lane_new (store);
  g_signal_connect_object (self->list, "selected-rows-changed", G_CALLBACK (daybook_page_commands_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_book_changed), self, G_CONNECT_SWAPPED);
  begin_search (self);
  return DAYBOOK_PAGE (self);
}
