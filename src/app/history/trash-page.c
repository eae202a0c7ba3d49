/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/history/trash-page.h"

#include "app/common/key-selection.h"
#include "app/common/shell.h"
#include "app/common/words.h"
#include "app/history/trash-row.h"
#include "core/customer.h"
#include "core/order.h"
#include "core/shop.h"

#include <glib/gi18n-lib.h>

/* The main thread looks up each row that is restored: more than so many come
 * back by undoing the act that deleted them, in the history. */
#define MAX_RESTORED 1000

struct _DaybookTrashPage
{
  DaybookPage parent_instance;

  GtkStack           *stack;
  GtkDropDown        *kind_drop;
  GtkLabel           *count_label;
  GtkWidget          *restore_button;
  GtkListView        *list;

  DaybookStore       *store;
  GPtrArray          *tables; /* const DaybookTable *, of the dropdown's entries */
  DaybookResultModel *model;  /* of one kind; NULL before the first one */
  DaybookKeySelection *selection;
  gboolean            stale;  /* the book has changed while nobody looked */
};

G_DEFINE_FINAL_TYPE (DaybookTrashPage, daybook_trash_page, DAYBOOK_TYPE_PAGE)

/* Parts come back with the row they belong to; settings and the particulars of
 * imports with the act that made them. */
static gboolean
is_listed (const DaybookTable *table)
{
  return table->owner < 0 && table != &daybook_settings && table != &daybook_imports;
}

static gboolean
has_deleted (DaybookTrashPage   *self,
             const DaybookTable *table)
{
  g_autoptr (DaybookQuery) query = daybook_query_new (table);

  query->rows = DAYBOOK_ROWS_DELETED;
  return daybook_reader_count (daybook_store_get_reader (self->store), query, 1, NULL) > 0;
}

/* The kind in the list, or NULL. */
static const DaybookTable *
get_kind (DaybookTrashPage *self)
{
  return self->model != NULL ? daybook_result_model_get_query (self->model)->table : NULL;
}

static guint64
count_selected (DaybookTrashPage *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return gtk_bitset_get_size (selected);
}

/* "2 orders"; what is counted in many languages has a word of its own. */
static char *
count_rows (const DaybookTable *table,
            guint64             n)
{
  g_autofree char *count = daybook_words_count (n);

  if (table == &daybook_orders)
    return g_strdup_printf (ngettext ("%s order", "%s orders", n), count);
  if (table == &daybook_customers)
    return g_strdup_printf (ngettext ("%s customer", "%s customers", n), count);
  if (table == &daybook_products)
    return g_strdup_printf (ngettext ("%s product", "%s products", n), count);

  return g_strdup_printf (ngettext ("%s row", "%s rows", n), count);
}

static void
update_counts (DaybookTrashPage *self)
{
  guint64 n_selected = count_selected (self);
  guint64 n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  g_autofree char *count = daybook_words_count (n_selected);
  g_autofree char *text = n_selected > 0
    ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s selected", "%s selected", (gulong) n_selected), count)
    : count_rows (get_kind (self), n);

  gtk_label_set_label (self->count_label, text);
  gtk_widget_set_sensitive (self->restore_button, n_selected > 0);
}

/* A model answers about one table: another kind is another model. */
static void
show_kind (DaybookTrashPage   *self,
           const DaybookTable *table)
{
  g_autoptr (DaybookQuery) query = daybook_query_new (table);
  g_autoptr (DaybookResultModel) model = daybook_result_model_new (self->store);

  query->rows = DAYBOOK_ROWS_DELETED;
  daybook_result_model_set_query (model, query);
  g_set_object (&self->model, model);
  g_clear_object (&self->selection);
  self->selection = daybook_key_selection_new (g_object_ref (model));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));

  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (update_counts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (update_counts), self, G_CONNECT_SWAPPED);
  update_counts (self);
}

static void
on_kind_selected (DaybookTrashPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->kind_drop);

  if (self->tables != NULL && selected < self->tables->len && g_ptr_array_index (self->tables, selected) != get_kind (self))
    show_kind (self, g_ptr_array_index (self->tables, selected));
}

/* The kinds that have something in the trash. What was chosen stays so. */
static void
fill_kinds (DaybookTrashPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) kinds = g_ptr_array_new ();
  guint n_tables;
  guint selected = 0;
  const DaybookTable *const *tables = daybook_registry_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    {
      if (!is_listed (tables[i]) || !has_deleted (self, tables[i]))
        continue;

      if (tables[i] == get_kind (self))
        selected = kinds->len;
      g_ptr_array_add (kinds, (gpointer) tables[i]);
      gtk_string_list_append (names, _(tables[i]->labels));
    }

  /* While the entries are put in, none of them is chosen. */
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  gtk_drop_down_set_model (self->kind_drop, G_LIST_MODEL (names));
  self->tables = g_steal_pointer (&kinds);
  gtk_drop_down_set_selected (self->kind_drop, self->tables->len > 0 ? selected : GTK_INVALID_LIST_POSITION);
  gtk_stack_set_visible_child_name (self->stack, self->tables->len > 0 ? "list" : "empty");
  on_kind_selected (self);
}

static DaybookEdit *
make_restore (DaybookTrashPage   *self,
              const DaybookTable *table,
              GtkBitset          *positions,
              GError            **error)
{
  guint64 n = gtk_bitset_get_size (positions);
  g_autofree char *rows = count_rows (table, n);
  /* Translators: the title of an act: %s is "2 orders" */
  g_autofree char *title = g_strdup_printf (_("Restore %s"), rows);
  g_autoptr (DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (self->store));

  for (guint64 i = 0; i < n; i++)
    {
      gint64 key = daybook_result_model_get_key (self->model, gtk_bitset_get_nth (positions, i));
      DaybookId id;

      if (!daybook_reader_id (daybook_store_get_reader (self->store), table, key, &id, error))
        return NULL;
      daybook_edit_restore (edit, table, &id);
    }

  return g_steal_pointer (&edit);
}

static void
restore (DaybookTrashPage *self,
         GtkBitset        *positions)
{
  DaybookShell *shell = daybook_shell_of (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (DaybookEdit) edit = NULL;

  if (gtk_bitset_is_empty (positions))
    return;
  if (gtk_bitset_get_size (positions) > MAX_RESTORED)
    {
      daybook_shell_say (shell, _("So many rows come back by undoing the act that deleted them, in the history."));
      return;
    }

  edit = make_restore (self, get_kind (self), positions, &error);
  if (edit == NULL)
    daybook_shell_say_error (shell, error);
  else
    daybook_shell_commit (shell, edit, _("Restored"));
}

static void
on_restore_clicked (DaybookTrashPage *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  restore (self, selected);
}

static void
on_row_activated (DaybookTrashPage *self,
                  guint             position)
{
  g_autoptr (GtkBitset) one = gtk_bitset_new_range (position, 1);

  restore (self, one);
}

static void
on_setup (GtkListItemFactory *factory,
          GtkListItem        *cell,
          DaybookTrashPage   *self)
{
  gtk_list_item_set_child (cell, daybook_trash_row_new ());
}

static void
show_cell (DaybookTrashPage *self,
           GtkListItem      *cell)
{
  DaybookItem *item = gtk_list_item_get_item (cell);

  daybook_trash_row_show (DAYBOOK_TRASH_ROW (gtk_list_item_get_child (cell)), self->store, daybook_item_get_row (item));
}

static void
on_cell_selected (GtkListItem *cell)
{
  if (gtk_list_item_get_child (cell) != NULL)
    daybook_trash_row_set_chosen (DAYBOOK_TRASH_ROW (gtk_list_item_get_child (cell)), gtk_list_item_get_selected (cell));
}

static void
on_bind (GtkListItemFactory *factory,
         GtkListItem        *cell,
         DaybookTrashPage   *self)
{
  show_cell (self, cell);
  on_cell_selected (cell);
  g_signal_connect (cell, "notify::selected", G_CALLBACK (on_cell_selected), NULL);
}

static void
on_unbind (GtkListItemFactory *factory,
           GtkListItem        *cell,
           DaybookTrashPage   *self)
{
  g_signal_handlers_disconnect_by_func (cell, on_cell_selected, NULL);
}

static GtkListItemFactory *
make_factory (DaybookTrashPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, 0);
  return factory;
}

/* The model follows the book by itself; kinds may have come and gone. */
static void
on_book_changed (DaybookTrashPage *self)
{
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->stale)
    fill_kinds (self);
}

static void
daybook_trash_page_shown (DaybookPage *page)
{
  DaybookTrashPage *self = DAYBOOK_TRASH_PAGE (page);

  if (self->stale)
    fill_kinds (self);
  self->stale = FALSE;
}

static void
daybook_trash_page_dispose (GObject *object)
{
  DaybookTrashPage *self = DAYBOOK_TRASH_PAGE (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->store);
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  G_OBJECT_CLASS (daybook_trash_page_parent_class)->dispose (object);
}

static void
daybook_trash_page_class_init (DaybookTrashPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_trash_page_dispose;
  DAYBOOK_PAGE_CLASS (klass)->shown = daybook_trash_page_shown;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/history/trash-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookTrashPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DaybookTrashPage, kind_drop);
  gtk_widget_class_bind_template_child (widget_class, DaybookTrashPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, DaybookTrashPage, restore_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookTrashPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_restore_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
daybook_trash_page_init (DaybookTrashPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

DaybookPage *
daybook_trash_page_new (DaybookStore *store)
{
  DaybookTrashPage *self = g_object_new (DAYBOOK_TYPE_TRASH_PAGE, NULL);
  g_autoptr (GtkListItemFactory) factory = make_factory (self);

  self->store = g_object_ref (store);
  gtk_list_view_set_factory (self->list, factory);

  g_signal_connect_object (store, "changed", G_CALLBACK (on_book_changed), self, G_CONNECT_SWAPPED);
  fill_kinds (self);
  return DAYBOOK_PAGE (self);
}
