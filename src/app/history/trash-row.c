/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/history/trash-row.h"

#include "app/common/desk.h"
#include "app/history/act-words.h"
#include "core/moment.h"
#include "core/order.h"

#include <glib/gi18n-lib.h>

struct _DaybookTrashRow
{
  AdwBin parent_instance;

  GtkWidget *mark;
  GtkLabel  *title_label;
  GtkLabel  *deleted_label;
};

G_DEFINE_FINAL_TYPE (DaybookTrashRow, daybook_trash_row, ADW_TYPE_BIN)

static void
daybook_trash_row_class_init (DaybookTrashRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/history/trash-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookTrashRow, mark);
  gtk_widget_class_bind_template_child (widget_class, DaybookTrashRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, DaybookTrashRow, deleted_label);
}

static void
daybook_trash_row_init (DaybookTrashRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
describe_deletion (DaybookStore     *store,
                   const DaybookRow *row)
{
  g_autoptr (DaybookAct) act = daybook_reader_deleted_by (daybook_store_get_reader (store), row->table, &row->id, NULL);
  g_autofree char *at = NULL;

  if (act == NULL)
    return g_strdup ("");

  at = daybook_moment_format (act->at, daybook_store_get_now (store), daybook_store_get_zone (store));
  /* That somebody has deleted it is all that the title of an edit says. */
  if (act->kind == DAYBOOK_ACT_EDIT)
    /* Translators: of a row in the trash: who put it there, and when */
    return g_strdup_printf (_("Deleted by %s · %s"), daybook_act_author (act), at);

  /* Translators: of a row in the trash: who put it there, when, and what they did ("Undo: Import orders.csv") */
  return g_strdup_printf (_("Deleted by %s · %s · %s"), daybook_act_author (act), at, act->title);
}

GtkWidget *
daybook_trash_row_new (void)
{
  return g_object_new (DAYBOOK_TYPE_TRASH_ROW, NULL);
}

void
daybook_trash_row_show (DaybookTrashRow *self,
                        DaybookStore    *store,
                        DaybookRow      *row)
{
  g_autofree char *title = NULL;
  g_autofree char *deletion = NULL;

  g_return_if_fail (DAYBOOK_IS_TRASH_ROW (self));

  if (row != NULL)
    {
      title = row->table == &daybook_orders
        ? daybook_desk_order_name (daybook_desk_of (store), row)
        : daybook_desk_format (daybook_desk_of (store), row, row->table->title, DAYBOOK_SHOW_MASKED);
      deletion = describe_deletion (store, row);
    }
  gtk_label_set_label (self->title_label, title != NULL ? title : "");
  gtk_label_set_label (self->deleted_label, deletion != NULL ? deletion : "");
}

void
daybook_trash_row_set_chosen (DaybookTrashRow *self,
                              gboolean         chosen)
{
  g_return_if_fail (DAYBOOK_IS_TRASH_ROW (self));

  gtk_widget_set_opacity (self->mark, chosen ? 1.0 : 0.0);
}
