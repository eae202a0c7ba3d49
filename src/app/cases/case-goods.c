/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/case-goods.h"

#include "app/compat/wheel.h"
#include "core/case-parts.h"
#include "core/case.h"
#include "core/order.h"

#include <glib/gi18n-lib.h>

#define MOST_LINES 100
#define MOST_PIECES 9999

struct _DaybookCaseGoods
{
  AdwBin       parent_instance;

  GtkBox      *box;
  DaybookDesk *desk;
  DaybookRow  *row;   /* the case */
  GPtrArray   *lines; /* DaybookRow: of the order */
  GPtrArray   *goods; /* DaybookRow: of the case */
  gboolean     filling;
};

G_DEFINE_FINAL_TYPE (DaybookCaseGoods, daybook_case_goods, ADW_TYPE_BIN)

enum
{
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static DaybookStore *
get_store (DaybookCaseGoods *self)
{
  return daybook_desk_get_store (self->desk);
}

/* --- Acts ---------------------------------------------------------------------------- */

static DaybookEdit *
new_edit (DaybookCaseGoods *self)
{
  g_autofree char *title = g_strdup_printf ("%s: %s", daybook_row_text (self->row, DAYBOOK_CASE_NUMBER), _("Goods"));

  return daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (get_store (self)));
}

static void
on_counted (DaybookCaseGoods *self,
            GParamSpec       *pspec,
            GtkSpinButton    *spin)
{
  const DaybookRow *part = g_object_get_data (G_OBJECT (spin), "part");
  guint field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (spin), "field"));
  gint64 count = gtk_spin_button_get_value_as_int (spin);
  g_autoptr(DaybookEdit) edit = NULL;

  if (self->filling || count == daybook_row_int (part, field))
    return;

  edit = new_edit (self);
  daybook_edit_set (edit, &daybook_case_lines, &part->id, field, daybook_value_int (count));
  g_signal_emit (self, signals[EDITED], 0, edit);
}

static void
on_removed (DaybookCaseGoods *self,
            GtkWidget        *button)
{
  const DaybookRow *part = g_object_get_data (G_OBJECT (button), "part");
  g_autoptr(DaybookEdit) edit = new_edit (self);

  daybook_edit_delete (edit, &daybook_case_lines, &part->id);
  g_signal_emit (self, signals[EDITED], 0, edit);
}

/* All that was bought of it; a part is said by the count. */
static void
on_added (DaybookCaseGoods *self,
          GtkWidget        *button)
{
  const DaybookRow *line = g_object_get_data (G_OBJECT (button), "line");
  g_autoptr(DaybookEdit) edit = new_edit (self);
  DaybookId id;

  daybook_id_fresh (&id, daybook_store_get_now (get_store (self)) * 1000);
  daybook_edit_create (edit, &daybook_case_lines, &id);
  daybook_edit_give (edit, DAYBOOK_CASE_LINE_CASE, daybook_value_id (&self->row->id));
  daybook_edit_give (edit, DAYBOOK_CASE_LINE_LINE, daybook_value_id (&line->id));
  daybook_edit_give (edit, DAYBOOK_CASE_LINE_QUANTITY, daybook_value_int (MAX (1, daybook_row_int (line, DAYBOOK_LINE_QUANTITY))));
  g_signal_emit (self, signals[EDITED], 0, edit);
}

/* --- What is seen ----------------------------------------------------------------------- */

static const DaybookRow *
find_line (DaybookCaseGoods *self,
           const DaybookRow *part)
{
  const DaybookId *id = daybook_row_ref_id (part, DAYBOOK_CASE_LINE_LINE);

  for (guint i = 0; id != NULL && i < self->lines->len; i++)
    if (daybook_id_equal (id, &((const DaybookRow *) g_ptr_array_index (self->lines, i))->id))
      return g_ptr_array_index (self->lines, i);

  return NULL;
}

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 26);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static void
add_count (DaybookCaseGoods *self,
           GtkWidget        *grid,
           int               column,
           const DaybookRow *part,
           guint             field,
           gint64            most)
{
  GtkWidget *label = gtk_label_new (_(daybook_case_lines.fields[field].label));
  GtkWidget *spin = gtk_spin_button_new_with_range (0, (double) most, 1);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  daybook_wheel_never (spin);
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 2);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), (double) daybook_row_int (part, field));
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, _(daybook_case_lines.fields[field].label), -1);
  g_object_set_data_full (G_OBJECT (spin), "part", daybook_row_ref ((DaybookRow *) part), (GDestroyNotify) daybook_row_unref);
  g_object_set_data (G_OBJECT (spin), "field", GUINT_TO_POINTER (field));
  g_signal_connect_object (spin, "notify::value", G_CALLBACK (on_counted), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (GTK_GRID (grid), label, column, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), spin, column, 1, 1, 1);
}

static GtkWidget *
make_remove (DaybookCaseGoods *self,
             const DaybookRow *part)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _("Not About This"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Not About This"), -1);
  g_object_set_data_full (G_OBJECT (button), "part", daybook_row_ref ((DaybookRow *) part), (GDestroyNotify) daybook_row_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_removed), self, G_CONNECT_SWAPPED);
  return button;
}

/* Fewer came than the case is about: whoever refunds has to see it. (nullable) */
static char *
name_gap (const DaybookRow *part)
{
  gint64 announced = daybook_row_int (part, DAYBOOK_CASE_LINE_QUANTITY);
  gint64 received = daybook_row_int (part, DAYBOOK_CASE_LINE_RECEIVED);

  if (!daybook_row_has (part, DAYBOOK_CASE_LINE_RECEIVED) || received >= announced)
    return NULL;

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$d of %2$d came: %3$d is missing", "%1$d of %2$d came: %3$d are missing",
                                       (gulong) (announced - received)),
                          (int) received, (int) announced, (int) (announced - received));
}

static void
add_gap (GtkWidget        *box,
         const DaybookRow *part)
{
  g_autofree char *text = name_gap (part);
  GtkWidget *label = text != NULL ? make_label (text) : NULL;

  if (label == NULL)
    return;

  gtk_widget_add_css_class (label, "warning");
  gtk_box_append (GTK_BOX (box), label);
}

static void
add_part (DaybookCaseGoods *self,
          const DaybookRow *part)
{
  const DaybookRow *line = find_line (self, part);
  gint64 most = line != NULL && daybook_row_has (line, DAYBOOK_LINE_QUANTITY) ? daybook_row_int (line, DAYBOOK_LINE_QUANTITY) : MOST_PIECES;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *grid = gtk_grid_new ();

  gtk_box_append (GTK_BOX (head), make_label (line != NULL ? daybook_row_text (line, DAYBOOK_LINE_TITLE)
                                                           : daybook_row_text (part, DAYBOOK_CASE_LINE_TITLE)));
  gtk_box_append (GTK_BOX (head), make_remove (self, part));
  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  add_count (self, grid, 0, part, DAYBOOK_CASE_LINE_QUANTITY, most);
  add_count (self, grid, 1, part, DAYBOOK_CASE_LINE_RECEIVED, most);
  add_count (self, grid, 2, part, DAYBOOK_CASE_LINE_DAMAGED, most);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), grid);
  add_gap (box, part);
  gtk_box_append (self->box, box);
}

static gboolean
is_in_case (DaybookCaseGoods *self,
            const DaybookRow *line)
{
  for (guint i = 0; i < self->goods->len; i++)
    if (find_line (self, g_ptr_array_index (self->goods, i)) == line)
      return TRUE;

  return FALSE;
}

/* A line of the order that the case is not about, so far. */
static void
add_offer (DaybookCaseGoods *self,
           const DaybookRow *line)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();
  const char *title = daybook_row_text (line, DAYBOOK_LINE_TITLE);

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), title);
  gtk_widget_set_halign (content, GTK_ALIGN_START);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("It Is About This, Too"));
  g_object_set_data_full (G_OBJECT (button), "line", daybook_row_ref ((DaybookRow *) line), (GDestroyNotify) daybook_row_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_added), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, button);
}

static void
fill (DaybookCaseGoods *self)
{
  GtkWidget *child;

  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  for (guint i = 0; i < self->goods->len; i++)
    add_part (self, g_ptr_array_index (self->goods, i));
  for (guint i = 0; i < self->lines->len; i++)
    if (!is_in_case (self, g_ptr_array_index (self->lines, i)))
      add_offer (self, g_ptr_array_index (self->lines, i));
  self->filling = FALSE;
}

static gboolean
is_same (GPtrArray *a,
         GPtrArray *b)
{
  if (a == NULL || b == NULL || a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const DaybookRow *first = g_ptr_array_index (a, i), *second = g_ptr_array_index (b, i);

      if (!daybook_id_equal (&first->id, &second->id))
        return FALSE;
      for (guint f = 0; f < first->table->n_fields; f++)
        if (!daybook_value_equal (&first->values[f], &second->values[f]))
          return FALSE;
    }
  return TRUE;
}

static GPtrArray *
read_parts (DaybookCaseGoods   *self,
            const DaybookTable *table,
            guint               field,
            const DaybookId    *of)
{
  GPtrArray *rows = of == NULL ? NULL
    : daybook_reader_some_parts (daybook_store_get_reader (get_store (self)), table, field, of, DAYBOOK_PARTS_FIRST, MOST_LINES, NULL);

  return rows != NULL ? rows : g_ptr_array_new ();
}

static void
daybook_case_goods_dispose (GObject *object)
{
  DaybookCaseGoods *self = DAYBOOK_CASE_GOODS (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->row, daybook_row_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->goods, g_ptr_array_unref);

  G_OBJECT_CLASS (daybook_case_goods_parent_class)->dispose (object);
}

static void
daybook_case_goods_class_init (DaybookCaseGoodsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_case_goods_dispose;
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
daybook_case_goods_init (DaybookCaseGoods *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

void
daybook_case_goods_show (DaybookCaseGoods *self,
                         DaybookDesk      *desk,
                         const DaybookRow *row)
{
  g_autoptr(GPtrArray) goods_before = g_steal_pointer (&self->goods);
  g_autoptr(GPtrArray) lines_before = g_steal_pointer (&self->lines);

  g_set_object (&self->desk, desk);
  g_clear_pointer (&self->row, daybook_row_unref);
  self->row = daybook_row_ref ((DaybookRow *) row);
  self->goods = read_parts (self, &daybook_case_lines, DAYBOOK_CASE_LINE_CASE, &row->id);
  self->lines = read_parts (self, &daybook_order_lines, DAYBOOK_LINE_ORDER, daybook_row_ref_id (row, DAYBOOK_CASE_ORDER));
  if (!is_same (goods_before, self->goods) || !is_same (lines_before, self->lines))
    fill (self);
}
