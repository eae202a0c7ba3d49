/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/view-page.h"

#include "app/common/last-act.h"
#include "app/common/shared-views.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  DaybookListViews          *views; /* owned; NULL while the page is set up */
  const DaybookViewPageSpec *spec;
} DaybookViewPagePrivate;

G_DEFINE_TYPE_WITH_PRIVATE (DaybookViewPage, daybook_view_page, DAYBOOK_TYPE_LIST_PAGE)

static DaybookViewPagePrivate *
get_private (DaybookPage *page)
{
  return daybook_view_page_get_instance_private (DAYBOOK_VIEW_PAGE (page));
}

static DaybookStore *
get_store (DaybookViewPage *self)
{
  return daybook_list_page_get_store (DAYBOOK_LIST_PAGE (self));
}

/* --- Views ------------------------------------------------------------------------------------- */

static void
show_view (DaybookPage *page,
           const char  *key)
{
  daybook_list_views_turn_to (get_private (page)->views, key);
}

static void
show_query (DaybookPage        *page,
            const DaybookQuery *query)
{
  DaybookViewPagePrivate *priv = get_private (page);

  daybook_list_views_show_query (priv->views, priv->spec->all, query);
}

static const char *
get_view (DaybookPage *page)
{
  DaybookViewPagePrivate *priv = get_private (page);

  return priv->views != NULL ? daybook_list_views_get_key (priv->views) : NULL;
}

static void
query_changed (DaybookListPage *list)
{
  DaybookViewPagePrivate *priv = get_private (DAYBOOK_PAGE (list));

  if (priv->views != NULL)
    daybook_list_views_query_changed (priv->views);
}

/* --- Commands ------------------------------------------------------------------------------------ */

static void
remove_rows (DaybookViewPage *self,
             DaybookEdit     *edit,
             GPtrArray       *rows G_GNUC_UNUSED)
{
  daybook_view_page_commit (self, edit);
}

static void
drop_rows (DaybookViewPage *self)
{
  g_autoptr(GPtrArray) rows = daybook_view_page_rows (self);
  g_autofree char *name = daybook_view_page_name_rows (self, rows);
  g_autofree char *title = g_strdup_printf (_("Moved to the trash: %s"), name);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (get_store (self)));

  for (guint i = 0; i < rows->len; i++)
    daybook_edit_delete (edit, get_private (DAYBOOK_PAGE (self))->spec->table, &((const DaybookRow *) g_ptr_array_index (rows, i))->id);
  if (rows->len > 0)
    DAYBOOK_VIEW_PAGE_GET_CLASS (self)->remove_rows (self, edit, rows);
}

static gboolean
can (DaybookPage *page,
     const char  *command)
{
  gboolean possible;

  if (g_str_equal (command, "trash"))
    return daybook_view_page_has_rows (DAYBOOK_VIEW_PAGE (page));
  if (daybook_list_views_can (get_private (page)->views, command, &possible))
    return possible;

  return DAYBOOK_PAGE_CLASS (daybook_view_page_parent_class)->can (page, command);
}

static void
perform (DaybookPage *page,
         const char  *command)
{
  if (g_str_equal (command, "trash"))
    drop_rows (DAYBOOK_VIEW_PAGE (page));
  else if (!daybook_list_views_perform (get_private (page)->views, command))
    DAYBOOK_PAGE_CLASS (daybook_view_page_parent_class)->perform (page, command);
}

static gboolean
back (DaybookPage *page)
{
  return daybook_list_views_end (get_private (page)->views) || DAYBOOK_PAGE_CLASS (daybook_view_page_parent_class)->back (page);
}

/* --- The page -------------------------------------------------------------------------------------- */

static void
daybook_view_page_dispose (GObject *object)
{
  g_clear_object (&get_private (DAYBOOK_PAGE (object))->views);

  G_OBJECT_CLASS (daybook_view_page_parent_class)->dispose (object);
}

static void
daybook_view_page_class_init (DaybookViewPageClass *klass)
{
  DaybookPageClass *page_class = DAYBOOK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_view_page_dispose;
  page_class->show_view = show_view;
  page_class->show_query = show_query;
  page_class->get_view = get_view;
  page_class->can = can;
  page_class->perform = perform;
  page_class->back = back;
  DAYBOOK_LIST_PAGE_CLASS (klass)->query_changed = query_changed;
  klass->remove_rows = remove_rows;
}

static void
daybook_view_page_init (DaybookViewPage *self)
{
}

void
daybook_view_page_set_up (DaybookViewPage           *self,
                          DaybookStore              *store,
                          const DaybookViewPageSpec *spec)
{
  DaybookViewPagePrivate *priv = get_private (DAYBOOK_PAGE (self));

  priv->spec = spec;
  daybook_list_page_set_up (DAYBOOK_LIST_PAGE (self), store, spec->table, spec->columns);
  priv->views = daybook_list_views_new (DAYBOOK_LIST_PAGE (self), daybook_view_page_views_for (store, spec), spec->first, _(spec->nothing));
  show_view (DAYBOOK_PAGE (self), NULL);
}

DaybookViewList *
daybook_view_page_views_for (DaybookStore              *store,
                             const DaybookViewPageSpec *spec)
{
  return daybook_shared_views (store, spec->table, spec->views);
}

void
daybook_view_page_commit (DaybookViewPage *self,
                          DaybookEdit     *edit)
{
  daybook_last_act_commit (GTK_WIDGET (self), get_store (self), edit);
}

GPtrArray *
daybook_view_page_rows (DaybookViewPage *self)
{
  g_autoptr(GArray) keys = daybook_list_page_get_at_hand (DAYBOOK_LIST_PAGE (self));
  GPtrArray *rows = daybook_reader_rows (daybook_store_get_reader (get_store (self)), get_private (DAYBOOK_PAGE (self))->spec->table,
                                         (const gint64 *) (void *) keys->data, keys->len, NULL);

  return rows != NULL ? rows : g_ptr_array_new ();
}

gboolean
daybook_view_page_has_rows (DaybookViewPage *self)
{
  g_autoptr(GArray) keys = daybook_list_page_get_at_hand (DAYBOOK_LIST_PAGE (self));

  return keys->len > 0;
}

char *
daybook_view_page_name_rows (DaybookViewPage *self,
                             GPtrArray       *rows)
{
  const DaybookViewPageSpec *spec = get_private (DAYBOOK_PAGE (self))->spec;

  return rows->len == 1 ? g_strdup (daybook_row_text (g_ptr_array_index (rows, 0), (guint) spec->table->title)) : spec->count (rows->len);
}
