/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/products-page.h"

#include "app/common/facts.h"
#include "app/common/note-editor.h"
#include "app/common/shell.h"
#include "app/customers/articles-box.h"
#include "app/customers/quality-box.h"
#include "app/customers/set-note.h"
#include "core/shop.h"

#include <glib/gi18n-lib.h>

struct _DaybookProductsPage
{
  DaybookListPage     parent_instance;

  /* Template widgets */
  GtkWidget          *scroller;
  GtkLabel           *name;
  DaybookNoteEditor  *note;
  DaybookFacts       *facts;
  DaybookArticlesBox *articles;
  DaybookQualityBox  *quality;

  DaybookRow         *product; /* in the panel, or NULL */
};

G_DEFINE_FINAL_TYPE (DaybookProductsPage, daybook_products_page, DAYBOOK_TYPE_LIST_PAGE)

static const int COLUMNS[] = {
  DAYBOOK_PRODUCT_TITLE,
  DAYBOOK_PRODUCT_NUMBER,
  DAYBOOK_PRODUCT_SKU,
  DAYBOOK_PRODUCT_ON_HAND,
  DAYBOOK_PRODUCT_PLATFORM,
  DAYBOOK_PRODUCT_NOTE,
  -1,
};

static void
on_note_edited (DaybookProductsPage *self,
                const char          *text)
{
  DaybookStore *store = daybook_list_page_get_store (DAYBOOK_LIST_PAGE (self));

  if (self->product != NULL)
    daybook_set_note (GTK_WIDGET (self), store, self->product, DAYBOOK_PRODUCT_NOTE, text);
}

static void
copy_number (DaybookProductsPage *self)
{
  g_autoptr(DaybookRow) product = daybook_list_page_get_current (DAYBOOK_LIST_PAGE (self));
  const char *number = daybook_row_text (product, DAYBOOK_PRODUCT_NUMBER);

  daybook_shell_copy (GTK_WIDGET (self), number, number);
}

static void
add_field (DaybookProductsPage *self,
           guint                field,
           DaybookFactKind      kind)
{
  g_autofree char *value = daybook_desk_format (daybook_list_page_get_desk (DAYBOOK_LIST_PAGE (self)), self->product,
                                                field, DAYBOOK_SHOW_MASKED);

  daybook_facts_add (self->facts, _(daybook_products.fields[field].label), value, kind);
}

static void
show_articles (DaybookProductsPage *self)
{
  if (self->product != NULL)
    daybook_articles_box_show (self->articles, daybook_list_page_get_desk (DAYBOOK_LIST_PAGE (self)), self->product);
}

static void
show_row (DaybookListPage  *list,
          const DaybookRow *product)
{
  DaybookProductsPage *self = DAYBOOK_PRODUCTS_PAGE (list);

  if (product == NULL || self->product == NULL || product->rowid != self->product->rowid)
    daybook_note_editor_flush (self->note);

  g_clear_pointer (&self->product, daybook_row_unref);
  gtk_widget_set_visible (self->scroller, product != NULL);
  if (product == NULL)
    return;

  self->product = daybook_row_ref ((DaybookRow *) product);
  gtk_label_set_label (self->name, daybook_row_text (product, DAYBOOK_PRODUCT_TITLE));
  daybook_note_editor_set_text (self->note, daybook_row_text (product, DAYBOOK_PRODUCT_NOTE));
  daybook_facts_clear (self->facts);
  add_field (self, DAYBOOK_PRODUCT_NUMBER, DAYBOOK_FACT_COPY);
  add_field (self, DAYBOOK_PRODUCT_SKU, DAYBOOK_FACT_COPY);
  add_field (self, DAYBOOK_PRODUCT_ON_HAND, DAYBOOK_FACT_PLAIN);
  add_field (self, DAYBOOK_PRODUCT_COUNTED, DAYBOOK_FACT_PLAIN);
  add_field (self, DAYBOOK_PRODUCT_PLATFORM, DAYBOOK_FACT_PLAIN);
  add_field (self, DAYBOOK_PRODUCT_SHOP, DAYBOOK_FACT_PLAIN);
  show_articles (self);
  daybook_quality_box_show (self->quality, daybook_list_page_get_desk (list), product);
}

static gboolean
can (DaybookPage *page,
     const char  *command)
{
  if (g_str_equal (command, "note") || g_str_equal (command, "copy"))
    {
      g_autoptr(DaybookRow) product = daybook_list_page_get_current (DAYBOOK_LIST_PAGE (page));

      return product != NULL;
    }

  return DAYBOOK_PAGE_CLASS (daybook_products_page_parent_class)->can (page, command);
}

static void
perform (DaybookPage *page,
         const char  *command)
{
  DaybookPageClass *parent_class = DAYBOOK_PAGE_CLASS (daybook_products_page_parent_class);

  if (g_str_equal (command, "copy"))
    copy_number (DAYBOOK_PRODUCTS_PAGE (page));
  else if (!g_str_equal (command, "note"))
    parent_class->perform (page, command);
  else
    {
      if (!daybook_page_is_panel_open (page))
        parent_class->perform (page, "open");
      daybook_note_editor_begin (DAYBOOK_PRODUCTS_PAGE (page)->note);
    }
}

static void
daybook_products_page_finalize (GObject *object)
{
  g_clear_pointer (&DAYBOOK_PRODUCTS_PAGE (object)->product, daybook_row_unref);

  G_OBJECT_CLASS (daybook_products_page_parent_class)->finalize (object);
}

static void
daybook_products_page_class_init (DaybookProductsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DaybookPageClass *page_class = DAYBOOK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = daybook_products_page_finalize;
  page_class->can = can;
  page_class->perform = perform;
  DAYBOOK_LIST_PAGE_CLASS (klass)->show_row = show_row;

  g_type_ensure (DAYBOOK_TYPE_ARTICLES_BOX);
  g_type_ensure (DAYBOOK_TYPE_QUALITY_BOX);
  g_type_ensure (DAYBOOK_TYPE_FACTS);
  g_type_ensure (DAYBOOK_TYPE_NOTE_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/customers/products-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookProductsPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, DaybookProductsPage, name);
  gtk_widget_class_bind_template_child (widget_class, DaybookProductsPage, note);
  gtk_widget_class_bind_template_child (widget_class, DaybookProductsPage, facts);
  gtk_widget_class_bind_template_child (widget_class, DaybookProductsPage, articles);
  gtk_widget_class_bind_template_child (widget_class, DaybookProductsPage, quality);
  gtk_widget_class_bind_template_callback (widget_class, on_note_edited);
}

static void
daybook_products_page_init (DaybookProductsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

DaybookPage *
daybook_products_page_new (DaybookStore *store)
{
  DaybookProductsPage *self = g_object_new (DAYBOOK_TYPE_PRODUCTS_PAGE, NULL);

  daybook_list_page_set_up (DAYBOOK_LIST_PAGE (self), store, &daybook_products, COLUMNS);
  daybook_list_page_set_heading (DAYBOOK_LIST_PAGE (self), _("Products"));
  /* What is written of it changes no row of the list. */
  g_signal_connect_object (store, "changed", G_CALLBACK (show_articles), self, G_CONNECT_SWAPPED);
  return DAYBOOK_PAGE (self);
}
