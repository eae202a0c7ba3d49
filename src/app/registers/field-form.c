/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/registers/field-form.h"

#include "app/registers/draft-rows.h"
#include "app/registers/member-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const DaybookDraftWord TYPES[] = {
  { "text", "input", NC_("input", "Text, one line") },
  { "long_text", "input", NC_("input", "Text, several lines") },
  { "choice", "input", NC_("input", "Choice") },
  { "choices", "input", NC_("input", "Several choices") },
  { "yes_no", "input", NC_("input", "Yes or no") },
  { "money", "input", NC_("input", "Money") },
  { "number", "input", NC_("input", "Number") },
  { "date", "input", NC_("input", "Date") },
  { "time", "input", NC_("input", "Time") },
  { "person", "input", NC_("input", "Person of the shop") },
  { "parcel", "input", NC_("input", "Parcel: courier and number") },
  { "lines", "input", NC_("input", "Goods of the order") },
  { "photos", "input", NC_("input", "Photos") },
  { "stars", "input", NC_("input", "Stars") },
  { "link", "input", NC_("input", "Another case") },
  { NULL, NULL, NULL },
};

static const DaybookDraftWord MASKS[] = {
  { NULL, "mask", NC_("mask", "Nobody’s data") },
  { "name", "mask", NC_("mask", "A person’s name") },
  { "phone", "mask", NC_("mask", "A phone number") },
  { "address", "mask", NC_("mask", "An address") },
  { "email", "mask", NC_("mask", "An e-mail address") },
  { "account", "mask", NC_("mask", "An account") },
  { NULL, NULL, NULL },
};

static const DaybookDraftWord CLASSES[] = {
  { NULL, "class", NC_("class", "The later one counts") },
  { "guarded", "class", NC_("class", "The first one counts") },
  { NULL, NULL, NULL },
};

/* --- What it is in a line -------------------------------------------------------------- */

static const char *
type_of (DaybookRegisterDraft *draft,
         const char           *path)
{
  g_autofree char *type = g_strconcat (path, "/type", NULL);
  const char *word = daybook_register_draft_get_word (draft, type);

  return word != NULL ? word : "text";
}

/* The stage of a new case. (transfer full) */
static char *
path_of_needs (DaybookRegisterDraft *draft)
{
  g_auto(GStrv) stages = daybook_register_draft_get_keys (draft, "stages");
  const char *start = daybook_register_draft_get_word (draft, "start");

  return g_strconcat ("stages/", start != NULL ? start : stages[0] != NULL ? stages[0] : "", "/requires", NULL);
}

static char *
describe (DaybookRegisterDraft *draft,
          const char           *path)
{
  const char *type = type_of (draft, path);
  g_autofree char *needs = path_of_needs (draft);
  const char *label = "";

  for (const DaybookDraftWord *word = TYPES; word->label != NULL; word++)
    if (g_str_equal (word->word, type))
      label = g_dpgettext2 (GETTEXT_PACKAGE, word->context, word->label);

  /* Translators: of a field; %s is its type: “Money · every new case needs it”. */
  return daybook_register_draft_lists (draft, needs, strrchr (path, '/') + 1) ? g_strdup_printf (_("%s · every new case needs it"), label)
                                                                             : g_strdup (label);
}

/* --- What it has -------------------------------------------------------------------------- */

#define SHOWN_FOR "daybook-shown-for"

/* Of a row for some types only. */
static void
refresh_shown (GtkWidget *row)
{
  DaybookRegisterDraft *draft = g_object_get_data (G_OBJECT (row), "draft");
  const char *field = g_object_get_data (G_OBJECT (row), "field");
  g_auto(GStrv) types = g_strsplit (g_object_get_data (G_OBJECT (row), SHOWN_FOR), " ", -1);

  gtk_widget_set_visible (row, g_strv_contains ((const char *const *) types, type_of (draft, field)));
}

/* `types`: words with blanks between them. */
static void
add_for (DaybookMemberRow     *self,
         DaybookRegisterDraft *draft,
         GtkWidget            *row,
         const char           *types)
{
  g_autofree char *label = daybook_member_row_path (self, "");

  g_object_set_data (G_OBJECT (row), SHOWN_FOR, (gpointer) types);
  g_object_set_data (G_OBJECT (row), "draft", draft); /* which the field's row holds */
  g_object_set_data_full (G_OBJECT (row), "field", g_strndup (label, strlen (label) - 1), g_free);
  daybook_draft_follow (draft, row, refresh_shown);
  daybook_member_row_add (self, row);
}

static GtkWidget *
make_type (DaybookMemberRow     *self,
           DaybookRegisterDraft *draft)
{
  g_autofree char *path = daybook_member_row_path (self, "type");
  GtkWidget *row = daybook_draft_choice_row (draft, path, _("Type"), TYPES);
  gboolean saved = daybook_register_draft_is_saved (draft, path);

  gtk_widget_set_sensitive (row, !saved);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), saved ? _("Cases have it by now: the type stays") : "");
  return row;
}

static GtkWidget *
make_choices (DaybookMemberRow     *self,
              DaybookRegisterDraft *draft)
{
  g_autofree char *path = daybook_member_row_path (self, "choices");
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Choices"));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  daybook_member_list_new (row, draft, path, daybook_option_row_new, _("New Choice"));
  return row;
}

static void
refresh_digits (GtkWidget *row)
{
  DaybookRegisterDraft *draft = g_object_get_data (G_OBJECT (row), "draft");
  const char *path = g_object_get_data (G_OBJECT (row), "path");

  adw_combo_row_set_selected (ADW_COMBO_ROW (row), daybook_register_draft_get_count (draft, path));
}

static void
on_digits_chosen (GtkWidget *row)
{
  daybook_register_draft_set_count (g_object_get_data (G_OBJECT (row), "draft"), g_object_get_data (G_OBJECT (row), "path"),
                                    adw_combo_row_get_selected (ADW_COMBO_ROW (row)));
}

static GtkWidget *
make_digits (DaybookMemberRow     *self,
             DaybookRegisterDraft *draft)
{
  static const char *const DIGITS[] = { "0", "1", "2", "3", "4", NULL };
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr(GtkStringList) model = gtk_string_list_new (DIGITS);

  g_object_set_data_full (G_OBJECT (row), "path", daybook_member_row_path (self, "digits"), g_free);
  g_object_set_data (G_OBJECT (row), "draft", draft); /* which the field's row holds */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Digits behind the decimal sign"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  daybook_draft_follow (draft, row, refresh_digits);
  g_signal_connect (row, "notify::selected", G_CALLBACK (on_digits_chosen), NULL);
  return row;
}

/* Cases may begin in another stage by now. */
static void
refresh_needs (GtkWidget *row)
{
  g_autofree char *needs = path_of_needs (g_object_get_data (G_OBJECT (row), "draft"));

  daybook_draft_listed_row_turn (row, needs);
}

static GtkWidget *
make_needs (DaybookRegisterDraft *draft,
            const char           *key)
{
  g_autofree char *needs = path_of_needs (draft);
  GtkWidget *row = daybook_draft_listed_row (draft, needs, key, _("Every new case needs it"));

  g_object_set_data (G_OBJECT (row), "draft", draft); /* which the row holds */
  daybook_draft_follow (draft, row, refresh_needs);
  return row;
}

/* What is rarely said of a field. */
static GtkWidget *
make_more (DaybookMemberRow     *self,
           DaybookRegisterDraft *draft)
{
  g_autofree char *help = daybook_member_row_path (self, "help");
  g_autofree char *class = daybook_member_row_path (self, "class");
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *meet = daybook_draft_choice_row (draft, class, _("Two people change it at once"), CLASSES);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("More"));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), daybook_draft_text_row (draft, help, _("Help, shown over it")));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), meet);
  return row;
}

static void
fill (DaybookMemberRow     *self,
      DaybookRegisterDraft *draft,
      const char           *key)
{
  static const char LISTED[] = "text long_text money number date time choice choices yes_no person parcel stars link";
  g_autofree char *mask = daybook_member_row_path (self, "mask");
  g_autofree char *told = daybook_member_row_path (self, "told");

  daybook_member_row_add (self, make_type (self, draft));
  add_for (self, draft, make_choices (self, draft), "choice choices");
  add_for (self, draft, make_digits (self, draft), "number");
  add_for (self, draft, daybook_draft_choice_row (draft, mask, _("It holds"), MASKS), "text long_text");
  add_for (self, draft, daybook_draft_flag_row (draft, told, _("Customers read it"), _("Phrases go into it, and the word guard looks through it")),
           "long_text");
  daybook_member_row_add (self, make_needs (draft, key));
  add_for (self, draft, daybook_draft_listed_row (draft, "columns", key, _("It is a column of the list")), LISTED);
  daybook_member_row_add (self, make_more (self, draft));
}

GtkWidget *
daybook_field_form_new (DaybookMemberList *list,
                        const char        *key)
{
  static const DaybookMemberKind KIND = { describe, fill };

  return daybook_member_row_new (list, key, &KIND);
}
