/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/case-menu.h"

#include "store/registers.h"

typedef struct
{
  DaybookDesk *desk;
  DaybookRow  *row;
} Of;

static void
free_of (gpointer data)
{
  Of *of = data;

  g_object_unref (of->desk);
  daybook_row_unref (of->row);
  g_free (of);
}

/* Lines are looked up within their orders. "": the row is no part of another. (transfer full) */
static char *
print_owner (const DaybookRow *row)
{
  const DaybookId *owner = row->table->owner >= 0 ? daybook_row_ref_id (row, (guint) row->table->owner) : NULL;

  return owner != NULL ? daybook_id_to_string (owner) : g_strdup ("");
}

GMenuModel *
daybook_case_menu_new (DaybookDesk      *desk,
                       const DaybookRow *row)
{
  g_autoptr(GPtrArray) registers = daybook_registers_read (daybook_store_get_reader (daybook_desk_get_store (desk)), NULL, NULL);
  g_autofree char *id = daybook_id_to_string (&row->id);
  g_autofree char *owner = print_owner (row);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; registers != NULL && i < registers->len; i++)
    {
      const DaybookShopRegister *one = g_ptr_array_index (registers, i);
      g_autoptr(GMenuItem) item = NULL;

      if (!one->used)
        continue;
      item = g_menu_item_new (daybook_register_get_label (one->definition), NULL);
      g_menu_item_set_action_and_target (item, "win.new-case-of", "(ssss)", daybook_register_get_key (one->definition), row->table->kind, id, owner);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static void
on_menu_wanted (GtkMenuButton *button,
                gpointer       data)
{
  const Of *of = data;
  g_autoptr(GMenuModel) menu = daybook_case_menu_new (of->desk, of->row);

  gtk_menu_button_set_menu_model (button, menu);
}

void
daybook_case_menu_attach (GtkMenuButton    *button,
                          DaybookDesk      *desk,
                          const DaybookRow *row)
{
  Of *of = g_new0 (Of, 1);

  of->desk = g_object_ref (desk);
  of->row = daybook_row_ref ((DaybookRow *) row);
  gtk_menu_button_set_create_popup_func (button, on_menu_wanted, of, free_of);
}
