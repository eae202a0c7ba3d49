/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/registers/draft-rows.h"

#include <glib/gi18n-lib.h>

/* On a row: what it shows. */
typedef struct
{
  DaybookRegisterDraft   *draft;
  char                   *path;
  char                   *name;  /* of a list, or a word; or NULL */
  const DaybookDraftWord *words;
  GtkWidget              *part;  /* what is used: a switch, a check; borrowed */
  GtkWidget              *sign;  /* that something is wrong; borrowed */
  gboolean                filling;
} Bond;

#define BOND "daybook-draft-bond"

static void
free_bond (gpointer data)
{
  Bond *bond = data;

  g_object_unref (bond->draft);
  g_free (bond->path);
  g_free (bond->name);
  g_free (bond);
}

static Bond *
bond_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), BOND);
}

static Bond *
bind (GtkWidget            *row,
      DaybookRegisterDraft *draft,
      const char           *path,
      const char           *title)
{
  Bond *bond = g_new0 (Bond, 1);

  bond->draft = g_object_ref (draft);
  bond->path = g_strdup (path);
  g_object_set_data_full (G_OBJECT (row), BOND, bond, free_bond);
  /* Words of a shop are no markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  return bond;
}

void
daybook_draft_follow (DaybookRegisterDraft *draft,
                      GtkWidget            *widget,
                      void                (*refresh) (GtkWidget *widget))
{
  refresh (widget);
  g_signal_connect_object (draft, "changed", G_CALLBACK (refresh), widget, G_CONNECT_SWAPPED);
}

/* --- Texts ----------------------------------------------------------------------- */

static GtkWidget *
make_sign (void)
{
  GtkWidget *sign = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_widget_add_css_class (sign, "error");
  gtk_widget_set_visible (sign, FALSE);
  return sign;
}

static void
show_problem (GtkWidget *row)
{
  Bond *bond = bond_of (row);
  const char *problem = daybook_register_draft_find_problem (bond->draft, bond->path);

  if (problem != NULL)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
  gtk_widget_set_visible (bond->sign, problem != NULL);
  gtk_widget_set_tooltip_text (bond->sign, problem);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bond->sign), GTK_ACCESSIBLE_PROPERTY_LABEL, problem != NULL ? problem : "", -1);
}

/* What is typed is not taken out of the hands that type it. */
static void
show_typed (GtkWidget  *row,
            const char *text)
{
  Bond *bond = bond_of (row);

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row)), text))
    {
      bond->filling = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (row), text);
      bond->filling = FALSE;
    }
  show_problem (row);
}

static void
refresh_text (GtkWidget *row)
{
  show_typed (row, daybook_register_draft_get_text (bond_of (row)->draft, bond_of (row)->path));
}

static void
on_text_changed (GtkWidget *row)
{
  Bond *bond = bond_of (row);

  if (!bond->filling)
    daybook_register_draft_set_text (bond->draft, bond->path, gtk_editable_get_text (GTK_EDITABLE (row)));
}

static GtkWidget *
make_entry (DaybookRegisterDraft *draft,
            const char           *path,
            const char           *title)
{
  GtkWidget *row = adw_entry_row_new ();
  Bond *bond = bind (row, draft, path, title);

  bond->sign = make_sign ();
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), bond->sign);
  return row;
}

GtkWidget *
daybook_draft_text_row (DaybookRegisterDraft *draft,
                        const char           *path,
                        const char           *title)
{
  GtkWidget *row = make_entry (draft, path, title);

  g_signal_connect (row, "changed", G_CALLBACK (on_text_changed), NULL);
  daybook_draft_follow (draft, row, refresh_text);
  return row;
}

static void
refresh_word (GtkWidget *row)
{
  const char *word = daybook_register_draft_get_word (bond_of (row)->draft, bond_of (row)->path);

  show_typed (row, word != NULL ? word : "");
}

static void
on_word_changed (GtkWidget *row)
{
  Bond *bond = bond_of (row);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));

  /* A register cannot be without its letters; a time can. */
  if (!bond->filling)
    daybook_register_draft_set_word (bond->draft, bond->path, *text != '\0' || g_str_equal (bond->path, "prefix") ? text : NULL);
}

GtkWidget *
daybook_draft_word_row (DaybookRegisterDraft *draft,
                        const char           *path,
                        const char           *title)
{
  GtkWidget *row = make_entry (draft, path, title);

  g_signal_connect (row, "changed", G_CALLBACK (on_word_changed), NULL);
  daybook_draft_follow (draft, row, refresh_word);
  return row;
}

/* --- Choices ------------------------------------------------------------------------- */

static void
refresh_choice (GtkWidget *row)
{
  Bond *bond = bond_of (row);
  const char *word = daybook_register_draft_get_word (bond->draft, bond->path);
  guint chosen = 0;

  for (guint i = 0; bond->words[i].label != NULL; i++)
    if (g_strcmp0 (bond->words[i].word, word) == 0)
      chosen = i;

  bond->filling = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), chosen);
  bond->filling = FALSE;
}

static void
on_choice_made (GtkWidget *row)
{
  Bond *bond = bond_of (row);
  guint chosen = adw_combo_row_get_selected (ADW_COMBO_ROW (row));

  if (!bond->filling && chosen != GTK_INVALID_LIST_POSITION)
    daybook_register_draft_set_word (bond->draft, bond->path, bond->words[chosen].word);
}

GtkWidget *
daybook_draft_choice_row (DaybookRegisterDraft   *draft,
                          const char             *path,
                          const char             *title,
                          const DaybookDraftWord *words)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);

  bind (row, draft, path, title)->words = words;
  for (; words->label != NULL; words++)
    gtk_string_list_append (labels, g_dpgettext2 (GETTEXT_PACKAGE, words->context, words->label));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  daybook_draft_follow (draft, row, refresh_choice);
  g_signal_connect (row, "notify::selected", G_CALLBACK (on_choice_made), NULL);
  return row;
}

/* --- Yes and no ------------------------------------------------------------------------- */

/* `part` is a switch or a check. */
static GtkWidget *
make_action_row (DaybookRegisterDraft *draft,
                 const char           *path,
                 const char           *title,
                 GtkWidget            *part)
{
  GtkWidget *row = adw_action_row_new ();

  bind (row, draft, path, title)->part = part;
  gtk_widget_set_valign (part, GTK_ALIGN_CENTER);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), part);
  return row;
}

static void
show_active (GtkWidget *row,
             gboolean   active)
{
  Bond *bond = bond_of (row);

  bond->filling = TRUE;
  g_object_set (bond->part, "active", active, NULL);
  bond->filling = FALSE;
}

static gboolean
is_active (GtkWidget *row)
{
  gboolean active = FALSE;

  g_object_get (bond_of (row)->part, "active", &active, NULL);
  return active;
}

static void
refresh_flag (GtkWidget *row)
{
  show_active (row, daybook_register_draft_get_flag (bond_of (row)->draft, bond_of (row)->path));
}

static void
on_flag_switched (GtkWidget *row)
{
  Bond *bond = bond_of (row);

  if (!bond->filling)
    daybook_register_draft_set_flag (bond->draft, bond->path, is_active (row));
}

GtkWidget *
daybook_draft_flag_row (DaybookRegisterDraft *draft,
                        const char           *path,
                        const char           *title,
                        const char           *subtitle)
{
  GtkWidget *part = gtk_switch_new ();
  GtkWidget *row = make_action_row (draft, path, title, part);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), part);
  daybook_draft_follow (draft, row, refresh_flag);
  g_signal_connect_object (part, "notify::active", G_CALLBACK (on_flag_switched), row, G_CONNECT_SWAPPED);
  return row;
}

static void
refresh_listed (GtkWidget *row)
{
  Bond *bond = bond_of (row);

  show_active (row, daybook_register_draft_lists (bond->draft, bond->path, bond->name));
}

static void
on_listed_toggled (GtkWidget *row)
{
  Bond *bond = bond_of (row);

  if (!bond->filling)
    daybook_register_draft_list (bond->draft, bond->path, bond->name, is_active (row));
}

GtkWidget *
daybook_draft_listed_row (DaybookRegisterDraft *draft,
                          const char           *path,
                          const char           *name,
                          const char           *title)
{
  GtkWidget *part = gtk_check_button_new ();
  GtkWidget *row = make_action_row (draft, path, title, part);

  bond_of (row)->name = g_strdup (name);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), part);
  daybook_draft_follow (draft, row, refresh_listed);
  g_signal_connect_object (part, "toggled", G_CALLBACK (on_listed_toggled), row, G_CONNECT_SWAPPED);
  return row;
}

void
daybook_draft_listed_row_turn (GtkWidget  *row,
                               const char *path)
{
  Bond *bond = bond_of (row);

  if (g_str_equal (bond->path, path))
    return;

  g_free (bond->path);
  bond->path = g_strdup (path);
  refresh_listed (row);
}

/* Without a word the first stage is meant. */
static void
refresh_chosen (GtkWidget *row)
{
  Bond *bond = bond_of (row);
  const char *word = daybook_register_draft_get_word (bond->draft, bond->path);
  g_auto(GStrv) stages = daybook_register_draft_get_keys (bond->draft, "stages");
  gboolean is_it = g_strcmp0 (word != NULL ? word : stages[0], bond->name) == 0;

  show_active (row, is_it);
  gtk_widget_set_sensitive (bond->part, !is_it);
}

static void
on_chosen_switched (GtkWidget *row)
{
  Bond *bond = bond_of (row);

  if (!bond->filling && is_active (row))
    daybook_register_draft_set_word (bond->draft, bond->path, bond->name);
}

GtkWidget *
daybook_draft_chosen_row (DaybookRegisterDraft *draft,
                          const char           *path,
                          const char           *word,
                          const char           *title)
{
  GtkWidget *part = gtk_switch_new ();
  GtkWidget *row = make_action_row (draft, path, title, part);

  bond_of (row)->name = g_strdup (word);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), part);
  daybook_draft_follow (draft, row, refresh_chosen);
  g_signal_connect_object (part, "notify::active", G_CALLBACK (on_chosen_switched), row, G_CONNECT_SWAPPED);
  return row;
}

/* --- Limits ------------------------------------------------------------------------------- */

/* (transfer full) */
static char *
path_within (Bond *bond)
{
  return g_strconcat (bond->path, "/within", NULL);
}

static void
refresh_limit (GtkWidget *row)
{
  Bond *bond = bond_of (row);
  g_autofree char *within = path_within (bond);
  const char *word = daybook_register_draft_get_word (bond->draft, within);
  gboolean simple = !daybook_register_draft_is_conditional (bond->draft, bond->path);

  gtk_widget_set_sensitive (row, simple);
  /* Translators: in place of a limit of time: there are several, by what a case is about. */
  show_typed (row, !simple ? _("depends on the case") : word != NULL ? word : "");
}

static void
on_limit_changed (GtkWidget *row)
{
  Bond *bond = bond_of (row);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));

  if (!bond->filling)
    daybook_register_draft_set_within (bond->draft, bond->path, text);
}

GtkWidget *
daybook_draft_limit_row (DaybookRegisterDraft *draft,
                         const char           *path,
                         const char           *title)
{
  GtkWidget *row = make_entry (draft, path, title);

  g_signal_connect (row, "changed", G_CALLBACK (on_limit_changed), NULL);
  daybook_draft_follow (draft, row, refresh_limit);
  return row;
}
