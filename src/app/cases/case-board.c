/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/case-board.h"

#include "app/cases/board-column.h"

#include <glib/gi18n-lib.h>

struct _DaybookCaseBoard
{
  AdwBin           parent_instance;

  GtkBox          *box;
  GPtrArray       *columns; /* DaybookBoardColumn by stage, borrowed */
  DaybookRegister *definition;
};

G_DEFINE_FINAL_TYPE (DaybookCaseBoard, daybook_case_board, ADW_TYPE_BIN)

enum
{
  OPENED,
  MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_opened (DaybookCaseBoard *self,
           gint64            key)
{
  g_signal_emit (self, signals[OPENED], 0, key);
}

/* The hands go along with the card. */
static void
on_moved (DaybookCaseBoard *self,
          gint64            key,
          guint             stage)
{
  for (guint i = 0; i < self->columns->len; i++)
    daybook_board_column_await (g_ptr_array_index (self->columns, i), i == stage ? key : 0);
  g_signal_emit (self, signals[MOVED], 0, key, stage);
}

/* In the order in which they stand. */
static void
on_turned (DaybookCaseBoard *self,
           int               direction,
           GtkWidget        *column)
{
  do
    column = direction > 0 ? gtk_widget_get_next_sibling (column) : gtk_widget_get_prev_sibling (column);
  while (column != NULL && !daybook_board_column_focus (DAYBOOK_BOARD_COLUMN (column)));
}

static void
add_column (DaybookCaseBoard *self,
            DaybookDesk      *desk,
            guint             stage)
{
  GtkWidget *column = daybook_board_column_new (desk, self->definition, stage);

  g_signal_connect_object (column, "opened", G_CALLBACK (on_opened), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (column, "moved", G_CALLBACK (on_moved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (column, "turned", G_CALLBACK (on_turned), self, G_CONNECT_SWAPPED);
  g_ptr_array_index (self->columns, stage) = column;
  gtk_box_append (self->box, column);
}

/* Those that end cases, or the others. */
static void
add_columns (DaybookCaseBoard *self,
             DaybookDesk      *desk,
             gboolean          ends)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (daybook_register_get_stage (self->definition, i)->ends == ends)
      add_column (self, desk, i);
}

static void
daybook_case_board_dispose (GObject *object)
{
  DaybookCaseBoard *self = DAYBOOK_CASE_BOARD (object);

  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_object (&self->definition);

  G_OBJECT_CLASS (daybook_case_board_parent_class)->dispose (object);
}

static void
daybook_case_board_class_init (DaybookCaseBoardClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_case_board_dispose;
  signals[OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_UINT);
}

static void
daybook_case_board_init (DaybookCaseBoard *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "board");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->box));
  adw_bin_set_child (ADW_BIN (self), scroller);
}

GtkWidget *
daybook_case_board_new (DaybookDesk     *desk,
                        DaybookRegister *definition)
{
  DaybookCaseBoard *self = g_object_new (DAYBOOK_TYPE_CASE_BOARD, NULL);

  self->definition = g_object_ref (definition);
  self->columns = g_ptr_array_new ();
  g_ptr_array_set_size (self->columns, (int) daybook_register_get_n_stages (definition));
  add_columns (self, desk, FALSE);
  add_columns (self, desk, TRUE);
  return GTK_WIDGET (self);
}

void
daybook_case_board_set_query (DaybookCaseBoard   *self,
                              const DaybookQuery *query)
{
  for (guint i = 0; i < self->columns->len; i++)
    daybook_board_column_set_query (g_ptr_array_index (self->columns, i), query);
}
