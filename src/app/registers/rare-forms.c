/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/registers/rare-forms.h"

#include "app/common/view-icons.h"
#include "app/common/words.h"
#include "app/registers/case-fields.h"
#include "app/registers/draft-rows.h"
#include "app/registers/member-list.h"
#include "app/registers/member-row.h"
#include "core/shop.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const DaybookDraftWord WHEN[] = {
  { "never", "call-back", NC_("call-back", "Never") },
  { "untold", "call-back", NC_("call-back", "Where the customer was not told") },
  { "always", "call-back", NC_("call-back", "Always") },
  { NULL, NULL, NULL },
};

static const DaybookDraftWord BY[] = {
  { "owner", "call-back", NC_("call-back", "Who is in charge") },
  { "handler", "call-back", NC_("call-back", "The handler") },
  { "lead", "call-back", NC_("call-back", "A lead") },
  { NULL, NULL, NULL },
};

static const DaybookDraftWord COLORS[] = {
  { "blue", "color", NC_("color", "Blue") },
  { "teal", "color", NC_("color", "Teal") },
  { "green", "color", NC_("color", "Green") },
  { "yellow", "color", NC_("color", "Yellow") },
  { "orange", "color", NC_("color", "Orange") },
  { "red", "color", NC_("color", "Red") },
  { "pink", "color", NC_("color", "Pink") },
  { "purple", "color", NC_("color", "Purple") },
  { "slate", "color", NC_("color", "Slate") },
  { NULL, NULL, NULL },
};

/* Of every case, by their names. */
static const char *const ASKS[] = { "result", "cause", "told", "satisfied", NULL };

static GtkWidget *
make_expander (const char *title,
               const char *subtitle)
{
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle != NULL ? subtitle : "");
  return row;
}

static void
add (GtkWidget *expander,
     GtkWidget *row)
{
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
}

/* --- Its look -------------------------------------------------------------------------- */

/* Those of views, and before them the one that it has, where that is another. */
static DaybookDraftWord *
list_icons (DaybookRegisterDraft *draft)
{
  const char *icon = daybook_register_draft_get_word (draft, "icon");
  guint n_icons, n = 0;
  const DaybookViewIcon *icons = daybook_view_icons (&n_icons);
  DaybookDraftWord *words = g_new0 (DaybookDraftWord, n_icons + 2);

  if (icon != NULL && daybook_view_icon_find (icon) == n_icons)
    words[n++] = (DaybookDraftWord) { g_intern_string (icon), "icon", NC_("icon", "As it was") };
  for (guint i = 0; i < n_icons; i++)
    words[n++] = (DaybookDraftWord) { icons[i].icon, "icon", icons[i].name };
  return words;
}

GtkWidget *
daybook_rare_forms_new_look (DaybookRegisterDraft *draft)
{
  GtkWidget *row = make_expander (_("More About It"), NULL);
  DaybookDraftWord *icons = list_icons (draft);
  GtkWidget *icon = daybook_draft_choice_row (draft, "icon", _("Icon"), icons);

  g_object_set_data_full (G_OBJECT (icon), "icons", icons, g_free);
  add (row, daybook_draft_text_row (draft, "one", _("Name of one case; the title if empty")));
  add (row, daybook_draft_text_row (draft, "help", _("What the empty list says: the rule for it")));
  add (row, icon);
  add (row, daybook_draft_choice_row (draft, "color", _("Colour"), COLORS));
  return row;
}

/* --- Columns ---------------------------------------------------------------------------- */

static void
refresh_column (GtkWidget *row)
{
  DaybookRegisterDraft *draft = g_object_get_data (G_OBJECT (row), "draft");
  g_autofree char *label = daybook_case_fields_label (draft, g_object_get_data (G_OBJECT (row), "name"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
}

static GtkWidget *
make_column (DaybookMemberList *list,
             const char        *key)
{
  DaybookRegisterDraft *draft = daybook_member_list_get_draft (list);
  g_autofree char *label = daybook_case_fields_label (draft, key);
  GtkWidget *row = daybook_draft_listed_row (draft, "columns", key, label);

  g_object_set_data (G_OBJECT (row), "draft", draft); /* which the row holds */
  g_object_set_data_full (G_OBJECT (row), "name", g_strdup (key), g_free);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), daybook_member_list_make_arrows (list, key, row));
  daybook_draft_follow (draft, row, refresh_column);
  return row;
}

/* Of every case; its own fields say it themselves. */
static GtkWidget *
make_more_columns (DaybookRegisterDraft *draft)
{
  GtkWidget *row = make_expander (_("More Columns"), NULL);

  for (const char *const *name = daybook_case_fields_listed (); *name != NULL; name++)
    {
      g_autofree char *label = daybook_case_fields_label (draft, *name);

      add (row, daybook_draft_listed_row (draft, "columns", *name, label));
    }
  return row;
}

static GtkWidget *
make_columns (DaybookRegisterDraft *draft)
{
  GtkWidget *row = make_expander (_("Columns of the List"), NULL);
  DaybookMemberList *list = daybook_member_list_new (row, draft, "columns", make_column, NULL);

  daybook_member_list_end_with (list, make_more_columns (draft));
  return row;
}

/* --- The end ------------------------------------------------------------------------------- */

static void
refresh_caller (GtkWidget *row)
{
  const char *when = daybook_register_draft_get_word (g_object_get_data (G_OBJECT (row), "draft"), "call_back/when");

  gtk_widget_set_visible (row, when != NULL && !g_str_equal (when, "never"));
}

static void
add_caller (GtkWidget            *expander,
            DaybookRegisterDraft *draft,
            GtkWidget            *row)
{
  g_object_set_data (G_OBJECT (row), "draft", draft); /* which the row holds */
  daybook_draft_follow (draft, row, refresh_caller);
  add (expander, row);
}

static GtkWidget *
make_end (DaybookRegisterDraft *draft)
{
  GtkWidget *row = make_expander (_("At the End"), _("What closing a case asks, and who calls back"));

  for (const char *const *name = ASKS; *name != NULL; name++)
    {
      g_autofree char *label = daybook_case_fields_label (draft, *name);

      add (row, daybook_draft_listed_row (draft, "closing", *name, label));
    }
  add (row, daybook_draft_choice_row (draft, "call_back/when", _("Call-back"), WHEN));
  add_caller (row, draft, daybook_draft_choice_row (draft, "call_back/by", _("Who calls back"), BY));
  add_caller (row, draft, daybook_draft_word_row (draft, "call_back/after", _("So long after, such as 3d")));
  return row;
}

static GtkWidget *
make_roles (DaybookRegisterDraft *draft)
{
  const DaybookField *role = &daybook_agents.fields[DAYBOOK_AGENT_ROLE];
  GtkWidget *row = make_expander (_("Who Gets Its Cases"), _("To whom a case can be assigned"));

  for (const DaybookWord *word = role->words; word->word != NULL; word++)
    add (row, daybook_draft_listed_row (draft, "assign", word->word, daybook_words_label (word)));
  return row;
}

static GtkWidget *
make_limits (DaybookRegisterDraft *draft)
{
  GtkWidget *row = make_expander (_("Time Limits"), NULL);

  add (row, daybook_draft_limit_row (draft, "respond", _("Until the customer is answered, such as 2h")));
  add (row, daybook_draft_limit_row (draft, "resolve", _("Until the case is closed, such as 3d")));
  return row;
}

/* --- All of them ------------------------------------------------------------------------------ */

static GtkWidget *
make_texts (DaybookRegisterDraft *draft,
            const char           *path,
            const char           *title,
            const char           *subtitle,
            const char           *question)
{
  GtkWidget *row = make_expander (title, subtitle);

  daybook_member_list_new (row, draft, path, daybook_option_row_new, question);
  return row;
}

void
daybook_rare_forms_add (AdwPreferencesGroup  *group,
                        DaybookRegisterDraft *draft)
{
  adw_preferences_group_add (group, make_texts (draft, "reasons", _("Reasons"), _("Why the customer came"), _("New Reason")));
  adw_preferences_group_add (group, make_texts (draft, "causes", _("Causes"), _("What it turned out to be"), _("New Cause")));
  adw_preferences_group_add (group, make_columns (draft));
  adw_preferences_group_add (group, make_end (draft));
  adw_preferences_group_add (group, make_texts (draft, "questions", _("Questions of the Call-Back"), NULL, _("New Question")));
  adw_preferences_group_add (group, make_limits (draft));
  adw_preferences_group_add (group, make_roles (draft));
}
