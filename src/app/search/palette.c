/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/search/palette.h"

#include "app/common/found-marks.h"
#include "app/common/lane.h"
#include "app/common/phone-log.h"
#include "app/compat/accel.h"
#include "app/search/palette-search.h"
#include "core/parcel-number.h"
#include "core/terms.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Shorter numbers are typed for other reasons. */
#define SHORTEST_PARCEL 10

struct _DaybookPalette
{
  AdwWindow           parent_instance;

  /* Template widgets */
  GtkEditable        *entry;
  GtkStack           *stack;
  GtkListView        *list;

  /* Owned */
  DaybookStore       *store;
  DaybookLane        *lane;
  GListModel         *items;  /* what can be chosen */
  GListStore         *shown;
  GCancellable       *cancellable; /* of the search under way, or NULL */
  char               *asked; /* what the list answers */

  /* Borrowed */
  GtkSingleSelection *selection;

  gboolean            eager; /* Enter was pressed before anything was found */
};

G_DEFINE_FINAL_TYPE (DaybookPalette, daybook_palette, ADW_TYPE_WINDOW)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- What is shown --------------------------------------------------------------- */

static char *
typed_text (DaybookPalette *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
}

static void
update_stack (DaybookPalette *self)
{
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->shown)) == 0;

  gtk_stack_set_visible_child_name (self->stack, is_empty && self->cancellable == NULL ? "nothing" : "list");
}

static void choose (DaybookPalette *self,
                    guint           position);

static void
log_phones (DaybookPalette *self,
            GPtrArray      *found)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);

  if (!daybook_terms_have_phone (self->asked))
    return;

  for (guint i = 0; i < found->len; i++)
    {
      DaybookPaletteItem *item = g_ptr_array_index (found, i);
      DaybookRow *row = daybook_reader_find (daybook_store_get_reader (self->store), daybook_palette_item_get_table (item),
                                             daybook_palette_item_get_row (item), NULL);

      if (row != NULL)
        g_ptr_array_add (rows, row);
    }

  daybook_phone_log_note (self->store, self->asked, rows);
}

/* What a scanner types: nothing that was found may be it, and then the box is put on the table. */
static void
offer_box (DaybookPalette *self)
{
  g_autofree char *number = daybook_parcel_number (self->asked);
  g_autofree char *action = NULL;
  g_autoptr(DaybookPaletteItem) item = NULL;

  if (number == NULL || strlen (number) < SHORTEST_PARCEL)
    return;

  g_autofree char *title = g_strdup_printf (_("Box on the Table: %s"), number);
  action = g_strdup_printf ("win.scan-box('%s')", number);
  item = daybook_palette_item_new (DAYBOOK_PALETTE_TYPED, title, "daybook-box-symbolic", action, NULL);
  g_list_store_append (self->shown, item);
}

static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(DaybookPalette) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = daybook_palette_search_finish (result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  g_clear_object (&self->cancellable);
  if (rows != NULL)
    log_phones (self, rows);
  if (rows != NULL)
    g_list_store_splice (self->shown, g_list_model_get_n_items (G_LIST_MODEL (self->shown)), 0,
                         rows->pdata, rows->len);
  else
    g_warning ("%s", error->message);
  offer_box (self);
  update_stack (self);
  if (self->eager)
    choose (self, 0);
}

static void
cancel (DaybookPalette *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
show_matching (DaybookPalette *self,
               const char     *text)
{
  g_autoptr(GPtrArray) matching = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (self->items); i++)
    {
      g_autoptr(DaybookPaletteItem) item = g_list_model_get_item (self->items, i);

      if (*text == '\0' || daybook_palette_item_matches (item, text))
        g_ptr_array_add (matching, g_steal_pointer (&item));
    }

  g_list_store_splice (self->shown, 0, g_list_model_get_n_items (G_LIST_MODEL (self->shown)),
                       matching->pdata, matching->len);
}

/* Enter takes the first of what other words find, also where the one that was marked
 * before is among them. */
static void
mark_first (DaybookPalette *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->shown)) == 0)
    return;

  gtk_single_selection_set_selected (self->selection, 0);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", 0);
}

static void
ask (DaybookPalette *self,
     const char     *text)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  cancel (self);
  self->eager = FALSE;
  g_free (self->asked);
  self->asked = g_strdup (text);
  show_matching (self, text);
  mark_first (self);
  if (*text != '\0')
    {
      self->cancellable = g_cancellable_new ();
      daybook_palette_search_async (self->lane, self->store, DAYBOOK_IS_SHELL (parent) ? DAYBOOK_SHELL (parent) : NULL, text,
                                    self->cancellable, on_found, g_object_ref (self));
    }
  update_stack (self);
}

/* The entry tells a moment later, and by then Enter may have asked. */
static void
on_search_changed (DaybookPalette *self)
{
  g_autofree char *text = typed_text (self);

  if (g_strcmp0 (text, self->asked) != 0)
    ask (self, text);
}

/* --- Rows of the list ------------------------------------------------------------ */

typedef struct
{
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *detail;
  GtkLabel *accel;
} RowParts;

static GtkWidget *
make_text (RowParts *parts)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  parts->title = GTK_LABEL (gtk_label_new (NULL));
  parts->detail = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (parts->title, 0);
  gtk_label_set_xalign (parts->detail, 0);
  gtk_label_set_ellipsize (parts->title, PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (parts->detail, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (parts->title), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (parts->detail), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (parts->detail), "caption");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (parts->title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (parts->detail));
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static void
on_row_setup (GtkListItemFactory *factory,
              GtkListItem        *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  RowParts *parts = g_new0 (RowParts, 1);

  parts->icon = GTK_IMAGE (gtk_image_new ());
  parts->accel = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (parts->accel), "keycap");
  gtk_widget_set_valign (GTK_WIDGET (parts->accel), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (parts->icon));
  gtk_box_append (GTK_BOX (box), make_text (parts));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (parts->accel));
  gtk_widget_add_css_class (box, "palette-row");
  g_object_set_data_full (G_OBJECT (list_item), "parts", parts, g_free);
  gtk_list_item_set_child (list_item, box);
}

static void
on_row_bind (GtkListItemFactory *factory,
             GtkListItem        *list_item)
{
  DaybookPaletteItem *item = gtk_list_item_get_item (list_item);
  const RowParts *parts = g_object_get_data (G_OBJECT (list_item), "parts");
  const char *detail = daybook_palette_item_get_detail (item);
  g_autofree char *accel = daybook_accel_label (daybook_palette_item_get_accel (item));

  gtk_image_set_from_icon_name (parts->icon, daybook_palette_item_get_icon (item));
  daybook_found_marks_set (parts->title, daybook_palette_item_get_title (item), daybook_palette_item_get_title_matches (item));
  daybook_found_marks_set (parts->detail, detail != NULL ? detail : "", daybook_palette_item_get_detail_matches (item));
  gtk_widget_set_visible (GTK_WIDGET (parts->detail), detail != NULL);
  gtk_label_set_label (parts->accel, accel != NULL ? accel : "");
  gtk_widget_set_visible (GTK_WIDGET (parts->accel), accel != NULL);
}

/* --- Choosing -------------------------------------------------------------------- */

static void
choose (DaybookPalette *self,
        guint           position)
{
  g_autoptr(DaybookPaletteItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), position);
  g_autoptr(DaybookPalette) hold = g_object_ref (self);

  if (item == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  /* The window below has the focus again before anything is done in it. */
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[CHOSEN], 0, item);
}

static void
on_activated (DaybookPalette *self,
              guint           position)
{
  choose (self, position);
}

static void
on_entry_activated (DaybookPalette *self)
{
  g_autofree char *text = typed_text (self);

  /* Who types fast presses Enter before the list has followed. */
  if (g_strcmp0 (text, self->asked) != 0)
    ask (self, text);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->shown)) == 0 && self->cancellable != NULL)
    self->eager = TRUE;
  else
    choose (self, gtk_single_selection_get_selected (self->selection));
}

static void
move (DaybookPalette *self,
      int             step)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  gint64 there = (gint64) gtk_single_selection_get_selected (self->selection) + step;

  if (there < 0 || there >= n_items)
    return;

  gtk_single_selection_set_selected (self->selection, (guint) there);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", (guint) there);
}

/* After the entry, and so after the input method, has had its turn. */
static gboolean
on_key_pressed (DaybookPalette *self,
                guint           key)
{
  switch (key)
    {
    case GDK_KEY_Up:
      move (self, -1);
      return TRUE;
    case GDK_KEY_Down:
      move (self, 1);
      return TRUE;
    default:
      return FALSE;
    }
}

/* A search under way holds the window until it ends: nobody waits for it any more. */
static void
daybook_palette_unmap (GtkWidget *widget)
{
  cancel (DAYBOOK_PALETTE (widget));

  GTK_WIDGET_CLASS (daybook_palette_parent_class)->unmap (widget);
}

static void
daybook_palette_dispose (GObject *object)
{
  DaybookPalette *self = DAYBOOK_PALETTE (object);

  cancel (self);
  g_clear_pointer (&self->lane, daybook_lane_free);
  g_clear_object (&self->items);
  g_clear_object (&self->shown);
  g_clear_object (&self->store);
  g_clear_pointer (&self->asked, g_free);

  G_OBJECT_CLASS (daybook_palette_parent_class)->dispose (object);
}

static void
daybook_palette_class_init (DaybookPaletteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_palette_dispose;
  widget_class->unmap = daybook_palette_unmap;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, DAYBOOK_TYPE_PALETTE_ITEM);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/search/palette.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookPalette, entry);
  gtk_widget_class_bind_template_child (widget_class, DaybookPalette, stack);
  gtk_widget_class_bind_template_child (widget_class, DaybookPalette, list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, gtk_window_close);
}

static void
daybook_palette_init (DaybookPalette *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->shown = g_list_store_new (DAYBOOK_TYPE_PALETTE_ITEM);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->shown)));
  g_signal_connect (factory, "setup", G_CALLBACK (on_row_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_row_bind), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection);
}

GtkWindow *
daybook_palette_new (GtkWindow    *parent,
                     DaybookStore *store,
                     GListModel   *items)
{
  DaybookPalette *self = g_object_new (DAYBOOK_TYPE_PALETTE, "transient-for", parent, NULL);

  self->store = g_object_ref (store);
  self->lane = daybook_lane_new (store);
  self->items = g_object_ref (items);
  ask (self, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  return GTK_WINDOW (self);
}
