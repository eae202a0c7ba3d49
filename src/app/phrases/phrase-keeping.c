/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/phrases/phrase-keeping.h"

#include "app/common/last-act.h"
#include "app/common/shell.h"
#include "store/phrase-offer.h"

#include <glib/gi18n-lib.h>

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        GVariant   *target)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

void
daybook_phrase_keeping_show (GtkMenuButton    *button,
                             const DaybookRow *phrase,
                             guint             slot)
{
  g_autoptr(GMenu) menu = g_menu_new (), favourites = g_menu_new (), others = g_menu_new ();

  for (guint i = 1; i <= DAYBOOK_N_FAVOURITES; i++)
    {
      /* Translators: makes a phrase the one that the key of this number takes. */
      g_autofree char *label = g_strdup_printf (i == slot ? _("Is Favourite %u") : _("Make It Favourite %u"), i);

      append (favourites, label, "phrases.favourite", g_variant_new_uint32 (i));
    }
  if (slot != 0)
    append (others, _("No Favourite Any More"), "phrases.favourite", g_variant_new_uint32 (0));
  if (!daybook_row_has (phrase, DAYBOOK_PHRASE_AGENT))
    append (others, _("Make a Copy of My Own"), "phrases.own", NULL);
  append (others, _("Edit the Phrase"), "phrases.edit", NULL);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (favourites));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static DaybookEdit *
new_edit (DaybookDesk      *desk,
          const DaybookRow *phrase,
          const char       *what)
{
  g_autofree char *title = g_strdup_printf ("%s: %s", what, daybook_row_text (phrase, DAYBOOK_PHRASE_TITLE));

  return daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (daybook_desk_get_store (desk)));
}

void
daybook_phrase_keeping_set (GtkWidget        *widget,
                            DaybookDesk      *desk,
                            const DaybookRow *phrase,
                            guint             slot)
{
  DaybookStore *store = daybook_desk_get_store (desk);
  g_autofree char *what = slot != 0 ? g_strdup_printf (_("Favourite %u"), slot) : g_strdup (_("No favourite any more"));
  g_autoptr(DaybookEdit) edit = new_edit (desk, phrase, what);
  g_autoptr(GError) error = NULL;

  if (daybook_favourite_set (edit, daybook_store_get_reader (store), daybook_store_get_agent (store), slot, &phrase->id, &error))
    daybook_last_act_commit (widget, store, edit);
  else if (daybook_shell_of (widget) != NULL)
    daybook_shell_say_error (daybook_shell_of (widget), error);
}

void
daybook_phrase_keeping_copy (GtkWidget        *widget,
                             DaybookDesk      *desk,
                             const DaybookRow *phrase)
{
  DaybookStore *store = daybook_desk_get_store (desk);
  g_autoptr(DaybookEdit) edit = new_edit (desk, phrase, _("My own copy"));
  DaybookId id;

  daybook_phrase_copy (edit, phrase, daybook_store_get_agent (store), daybook_store_get_now (store), &id);
  daybook_last_act_commit (widget, store, edit);
}
