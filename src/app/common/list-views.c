/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/list-views.h"

#include "app/common/shell.h"
#include "app/common/view-acts.h"
#include "app/common/view-dialog.h"
#include "app/common/view-saver.h"

#include <glib/gi18n-lib.h>

struct _DaybookListViews
{
  GObject           parent_instance;

  DaybookListPage  *page;  /* borrowed */
  DaybookViewSaver *saver; /* borrowed; made when it is needed first */
  DaybookViewList  *views;
  char             *first;
  char             *nothing;
  char             *heading; /* or NULL: the view's name */
  char             *key;     /* of the view in sight */
};

G_DEFINE_FINAL_TYPE (DaybookListViews, daybook_list_views, G_TYPE_OBJECT)

static DaybookStore *
get_store (DaybookListViews *self)
{
  return daybook_list_page_get_store (self->page);
}

static DaybookShell *
get_shell (DaybookListViews *self)
{
  return daybook_shell_of (GTK_WIDGET (self->page));
}

static const DaybookTable *
get_table (DaybookListViews *self)
{
  return daybook_list_page_get_query (self->page)->table;
}

static DaybookView *
current_view (DaybookListViews *self)
{
  return daybook_view_list_find (self->views, self->key);
}

static void
show_heading (DaybookListViews *self,
              DaybookView      *view)
{
  gboolean is_own = daybook_view_get_row (view) != NULL;

  daybook_list_page_set_heading (self->page, self->heading != NULL && !is_own ? self->heading : daybook_view_get_name (view));
}

static void
turn_to_view (DaybookListViews   *self,
              DaybookView        *view,
              const DaybookQuery *query)
{
  daybook_list_views_end (self);
  g_free (self->key);
  self->key = g_strdup (daybook_view_get_key (view));
  show_heading (self, view);
  daybook_list_page_set_query (self->page, query);
  daybook_page_commands_changed (DAYBOOK_PAGE (self->page));
}

/* --- What is seen ------------------------------------------------------------------ */

/* A saved view does not name one act, nor the rows of a count. */
static gboolean
is_of_act (DaybookListViews *self)
{
  return daybook_query_names_rows (daybook_list_page_get_query (self->page));
}

/* The list is asked for what the view asks for, in whatever order: nothing was
 * filtered or looked for besides. */
static gboolean
is_as_view_asks (DaybookListViews *self,
                 DaybookView      *view)
{
  const DaybookQuery *query = daybook_list_page_get_query (self->page);
  g_autoptr(DaybookQuery) own = daybook_view_make_query (view, query->table, NULL);
  g_autofree char *own_where = own != NULL ? daybook_query_print_where (own) : NULL;
  g_autofree char *where = daybook_query_print_where (query);

  return own != NULL && g_strcmp0 (own_where, where) == 0 && g_strcmp0 (own->search, query->search) == 0
         && !is_of_act (self);
}

/* What an empty list means depends on whose filters it has. */
void
daybook_list_views_query_changed (DaybookListViews *self)
{
  DaybookView *view = self->key != NULL ? current_view (self) : NULL;

  const char *empty = view != NULL ? daybook_view_get_empty (view) : NULL;

  if (view != NULL && daybook_view_get_hint (view) != NULL && is_as_view_asks (self, view))
    daybook_list_page_set_nothing (self->page, empty != NULL ? daybook_view_get_icon (view) : "object-select-symbolic",
                                   empty != NULL ? empty : _("All Done Here"), daybook_view_get_hint (view));
  else
    daybook_list_page_set_nothing (self->page, "edit-find-symbolic", _("Nothing Found"), self->nothing);
}

/* The view in sight may have another name now, or be gone. */
static void
on_views_changed (DaybookListViews *self)
{
  DaybookView *view = current_view (self);

  if (view == NULL)
    daybook_list_views_turn_to (self, NULL);
  else
    show_heading (self, view);
}

/* --- Commands ------------------------------------------------------------------------ */

static void
on_view_named (DaybookListViews *self,
               const char       *name,
               const char       *icon)
{
  const DaybookQuery *query = daybook_list_page_get_query (self->page);
  g_autoptr(DaybookEdit) edit = daybook_view_act_save (get_store (self), query, name, icon);

  daybook_shell_commit (get_shell (self), edit, NULL);
}

static void
begin_view (DaybookListViews *self)
{
  if (self->saver == NULL)
    {
      self->saver = g_object_new (DAYBOOK_TYPE_VIEW_SAVER, NULL);
      g_signal_connect_object (self->saver, "saved", G_CALLBACK (on_view_named), self, G_CONNECT_SWAPPED);
      daybook_list_page_set_notice (self->page, GTK_WIDGET (self->saver));
    }

  daybook_view_saver_begin (self->saver);
}

static void
rename_view (DaybookListViews *self)
{
  daybook_view_dialog_present (GTK_WIDGET (self->page), get_store (self), daybook_view_get_row (current_view (self)));
}

static void
delete_view (DaybookListViews *self)
{
  g_autoptr(DaybookEdit) edit = daybook_view_act_delete (get_store (self), daybook_view_get_row (current_view (self)));

  if (edit != NULL)
    daybook_shell_commit (get_shell (self), edit, NULL);
}

static gboolean
has_saved_view (DaybookListViews *self)
{
  DaybookView *view = current_view (self);

  return view != NULL && daybook_view_get_row (view) != NULL;
}

/* --- The object ------------------------------------------------------------------------ */

static void
daybook_list_views_finalize (GObject *object)
{
  DaybookListViews *self = DAYBOOK_LIST_VIEWS (object);

  g_object_unref (self->views);
  g_free (self->first);
  g_free (self->nothing);
  g_free (self->heading);
  g_free (self->key);

  G_OBJECT_CLASS (daybook_list_views_parent_class)->finalize (object);
}

static void
daybook_list_views_class_init (DaybookListViewsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_list_views_finalize;
}

static void
daybook_list_views_init (DaybookListViews *self)
{
}

DaybookListViews *
daybook_list_views_new (DaybookListPage *page,
                        DaybookViewList *views,
                        const char      *first,
                        const char      *nothing)
{
  DaybookListViews *self = g_object_new (DAYBOOK_TYPE_LIST_VIEWS, NULL);

  self->page = page;
  self->views = views;
  self->first = g_strdup (first);
  self->nothing = g_strdup (nothing);
  g_signal_connect_object (views, "items-changed", G_CALLBACK (on_views_changed), self, G_CONNECT_SWAPPED);
  return self;
}

void
daybook_list_views_set_heading (DaybookListViews *self,
                                const char       *name)
{
  g_free (self->heading);
  self->heading = g_strdup (name);
}

void
daybook_list_views_turn_to (DaybookListViews *self,
                            const char       *key)
{
  DaybookView *view = daybook_view_list_find (self->views, key != NULL ? key : self->first);
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookQuery) query = view != NULL ? daybook_view_make_query (view, get_table (self), &error) : NULL;

  if (query != NULL)
    turn_to_view (self, view, query);
  else if (error != NULL)
    daybook_shell_say_error (get_shell (self), error);
}

void
daybook_list_views_show_query (DaybookListViews   *self,
                               const char         *key,
                               const DaybookQuery *query)
{
  turn_to_view (self, daybook_view_list_find (self->views, key), query);
}

const char *
daybook_list_views_get_key (DaybookListViews *self)
{
  return self->key;
}

DaybookViewList *
daybook_list_views_get_list (DaybookListViews *self)
{
  return self->views;
}

gboolean
daybook_list_views_end (DaybookListViews *self)
{
  return self->saver != NULL && daybook_view_saver_end (self->saver);
}

gboolean
daybook_list_views_can (DaybookListViews *self,
                        const char       *command,
                        gboolean         *possible)
{
  if (g_str_equal (command, "save-view"))
    *possible = !is_of_act (self);
  else if (g_str_equal (command, "rename-view") || g_str_equal (command, "delete-view"))
    *possible = has_saved_view (self);
  else
    return FALSE;

  return TRUE;
}

gboolean
daybook_list_views_perform (DaybookListViews *self,
                            const char       *command)
{
  if (g_str_equal (command, "save-view"))
    begin_view (self);
  else if (g_str_equal (command, "rename-view"))
    rename_view (self);
  else if (g_str_equal (command, "delete-view"))
    delete_view (self);
  else
    return FALSE;

  return TRUE;
}
