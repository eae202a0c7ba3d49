/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/imports/forms-dialog.h"

#include "app/imports/form-item.h"

#include <glib/gi18n-lib.h>

struct _DaybookFormsDialog
{
  AdwWindow parent_instance;

  GtkSearchEntry     *search;
  GtkStack           *stack;
  GtkColumnView      *view;
  GtkWidget          *explanation_box;
  GtkLabel           *explanation;

  GListStore         *items;
  GtkStringFilter    *filter;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (DaybookFormsDialog, daybook_forms_dialog, ADW_TYPE_WINDOW)

/* --- Columns ---------------------------------------------------------------- */

static void
on_title_set_up (GtkSignalListItemFactory *factory,
                 GtkListItem              *cell)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (cell, label);
}

static void
on_title_bound (GtkSignalListItemFactory *factory,
                GtkListItem              *cell)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (cell)), daybook_form_item_get_title (gtk_list_item_get_item (cell)));
}

static void
on_fact_set_up (GtkSignalListItemFactory *factory,
                GtkListItem              *cell)
{
  gtk_list_item_set_child (cell, gtk_label_new (NULL));
}

static void
on_fact_bound (GtkSignalListItemFactory *factory,
               GtkListItem              *cell,
               gpointer                  data)
{
  DaybookFormItem *item = gtk_list_item_get_item (cell);
  DaybookFact fact = (DaybookFact) GPOINTER_TO_UINT (data);
  GtkWidget *label = gtk_list_item_get_child (cell);
  g_autofree char *said = daybook_form_item_say (item, fact);

  gtk_label_set_label (GTK_LABEL (label), (daybook_form_item_get_feeds (item)->facts & 1u << fact) != 0 ? "✓" : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

static void
add_column (DaybookFormsDialog *self,
            const char         *title,
            GtkListItemFactory *factory)
{
  g_autoptr(GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);

  gtk_column_view_append_column (self->view, column);
}

static void
add_columns (DaybookFormsDialog *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_title_set_up), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_title_bound), NULL);
  add_column (self, _("File"), factory);
  for (guint i = 0; i < DAYBOOK_N_FACTS; i++)
    {
      factory = gtk_signal_list_item_factory_new ();
      g_signal_connect (factory, "setup", G_CALLBACK (on_fact_set_up), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (on_fact_bound), GUINT_TO_POINTER (i));
      add_column (self, daybook_fact_label ((DaybookFact) i), factory);
    }
}

/* --- Rows --------------------------------------------------------------------- */

static void
on_search_changed (DaybookFormsDialog *self)
{
  gtk_string_filter_set_search (self->filter, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
on_selected (DaybookFormsDialog *self)
{
  DaybookFormItem *item = gtk_single_selection_get_selected_item (self->selection);
  g_autofree char *text = item != NULL ? daybook_form_item_explain (item) : g_strdup ("");

  gtk_label_set_label (self->explanation, text);
  gtk_widget_set_visible (self->explanation_box, item != NULL);
  gtk_stack_set_visible_child_name (self->stack, item != NULL ? "table" : "nothing");
}

static void
add_rows (DaybookFormsDialog *self,
          GPtrArray          *profiles)
{
  for (guint p = 0; p < profiles->len; p++)
    {
      const DaybookProfile *profile = g_ptr_array_index (profiles, p);

      for (guint i = 0; i < profile->forms->len; i++)
        {
          g_autoptr(DaybookFormItem) item = daybook_form_item_new (profile, g_ptr_array_index (profile->forms, i));

          g_list_store_append (self->items, item);
        }
    }
}

/* With a file of the shop's own that cannot be read, ours go: whoever imports is told. */
static void
load (DaybookFormsDialog *self,
      const char         *folder)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) profiles = daybook_profiles_load (folder, &error);

  if (profiles == NULL)
    {
      g_info ("%s", error->message);
      profiles = daybook_profiles_load (NULL, NULL);
    }
  if (profiles != NULL)
    add_rows (self, profiles);
}

static void
daybook_forms_dialog_dispose (GObject *object)
{
  DaybookFormsDialog *self = DAYBOOK_FORMS_DIALOG (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->items);
  G_OBJECT_CLASS (daybook_forms_dialog_parent_class)->dispose (object);
}

static void
daybook_forms_dialog_class_init (DaybookFormsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_forms_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/imports/forms-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookFormsDialog, search);
  gtk_widget_class_bind_template_child (widget_class, DaybookFormsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, DaybookFormsDialog, view);
  gtk_widget_class_bind_template_child (widget_class, DaybookFormsDialog, explanation_box);
  gtk_widget_class_bind_template_child (widget_class, DaybookFormsDialog, explanation);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
daybook_forms_dialog_init (DaybookFormsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->items = g_list_store_new (DAYBOOK_TYPE_FORM_ITEM);
  self->filter = gtk_string_filter_new (gtk_property_expression_new (DAYBOOK_TYPE_FORM_ITEM, NULL, "title"));
  self->selection = gtk_single_selection_new (
    G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)), g_object_ref (GTK_FILTER (self->filter)))));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  add_columns (self);
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self));
}

GtkWindow *
daybook_forms_dialog_new (GtkWindow  *parent,
                          const char *folder)
{
  DaybookFormsDialog *self = g_object_new (DAYBOOK_TYPE_FORMS_DIALOG, "transient-for", parent, NULL);

  load (self, folder);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  on_selected (self);
  return GTK_WINDOW (self);
}
