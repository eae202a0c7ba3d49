/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/case-boxes.h"

#include "app/common/shell.h"
#include "core/case.h"
#include "store/box-acts.h"

#include <glib/gi18n-lib.h>

struct _DaybookCaseBoxes
{
  AdwBin       parent_instance;

  GtkBox      *list;
  DaybookDesk *desk;
  DaybookRow  *row; /* the case */
};

G_DEFINE_FINAL_TYPE (DaybookCaseBoxes, daybook_case_boxes, ADW_TYPE_BIN)

enum
{
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_match_clicked (DaybookCaseBoxes *self,
                  GtkWidget        *button)
{
  DaybookStore *store = daybook_desk_get_store (self->desk);
  const DaybookRow *box = g_object_get_data (G_OBJECT (button), "box");
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = daybook_box_act_match (box, self->row, daybook_store_get_agent (store), daybook_store_get_now (store), &error);

  if (edit != NULL)
    g_signal_emit (self, signals[EDITED], 0, edit);
  else
    daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error);
}

/* "The box from yesterday 10:20 has arrived: SF1234567890123 · two cups" */
static char *
describe (DaybookCaseBoxes *self,
          const DaybookRow *box)
{
  g_autofree char *at = daybook_desk_format (self->desk, box, DAYBOOK_BOX_AT, DAYBOOK_SHOW_MASKED);
  const char *received = daybook_row_text (box, DAYBOOK_BOX_RECEIVED);
  /* Translators: %1$s is a time, %2$s the number of a parcel. */
  g_autofree char *text = g_strdup_printf (_("Box on the table since %1$s: %2$s"), at, daybook_row_text (box, DAYBOOK_BOX_NUMBER));

  return *received != '\0' ? g_strjoin (" · ", text, received, NULL) : g_steal_pointer (&text);
}

static GtkWidget *
make_match (DaybookCaseBoxes *self,
            DaybookRow       *box)
{
  GtkWidget *button = gtk_button_new_with_label (_("It Belongs to This Case"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (button), "box", daybook_row_ref (box), (GDestroyNotify) daybook_row_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_match_clicked), self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_box (DaybookCaseBoxes *self,
         DaybookRow       *box)
{
  g_autofree char *text = describe (self, box);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_box_append (self->list, label);
  if (daybook_row_int (box, DAYBOOK_BOX_STATE) == DAYBOOK_BOX_WAITING)
    gtk_box_append (self->list, make_match (self, box));
  else
    gtk_widget_add_css_class (label, "dim-label");
}

static void
daybook_case_boxes_dispose (GObject *object)
{
  DaybookCaseBoxes *self = DAYBOOK_CASE_BOXES (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->row, daybook_row_unref);

  G_OBJECT_CLASS (daybook_case_boxes_parent_class)->dispose (object);
}

static void
daybook_case_boxes_class_init (DaybookCaseBoxesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_case_boxes_dispose;
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
daybook_case_boxes_init (DaybookCaseBoxes *self)
{
  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

void
daybook_case_boxes_show (DaybookCaseBoxes *self,
                         DaybookDesk      *desk,
                         const DaybookRow *row)
{
  g_autoptr(GPtrArray) boxes = daybook_reader_boxes_of (daybook_store_get_reader (daybook_desk_get_store (desk)), row, NULL);
  GtkWidget *child;

  g_set_object (&self->desk, desk);
  g_clear_pointer (&self->row, daybook_row_unref);
  self->row = daybook_row_ref ((DaybookRow *) row);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  for (guint i = 0; boxes != NULL && i < boxes->len; i++)
    add_box (self, g_ptr_array_index (boxes, i));
  gtk_widget_set_visible (GTK_WIDGET (self), boxes != NULL && boxes->len > 0);
}
