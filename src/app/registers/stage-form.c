/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/registers/stage-form.h"

#include "app/registers/case-fields.h"
#include "app/registers/draft-rows.h"
#include "app/registers/member-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const DaybookDraftWord WAITS[] = {
  { "shop", "waits", NC_("waits", "Waits for us") },
  { "customer", "waits", NC_("waits", "Waits for the customer") },
  { "courier", "waits", NC_("waits", "Waits for the courier") },
  { "platform", "waits", NC_("waits", "Waits for the platform") },
  { "department", "waits", NC_("waits", "Waits for another department, a supplier, a repairer") },
  { "nobody", "waits", NC_("waits", "Waits for nobody") },
  { NULL, NULL, NULL },
};

static const char *
describe_waiting (DaybookRegisterDraft *draft,
                  const char           *path)
{
  g_autofree char *waits = g_strconcat (path, "/waits_for", NULL);
  const char *word = daybook_register_draft_get_word (draft, waits);

  for (const DaybookDraftWord *one = WAITS; one->label != NULL; one++)
    if (g_strcmp0 (one->word, word) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, one->context, one->label);

  return g_dpgettext2 (GETTEXT_PACKAGE, WAITS[0].context, WAITS[0].label);
}

static char *
describe (DaybookRegisterDraft *draft,
          const char           *path)
{
  g_autofree char *ends = g_strconcat (path, "/ends", NULL);
  g_autofree char *within = g_strconcat (path, "/step/within", NULL);
  const char *limit = daybook_register_draft_get_word (draft, within);

  if (daybook_register_draft_get_flag (draft, ends))
    return g_strdup (_("The case is closed"));
  if (limit != NULL)
    /* Translators: of a stage: for whom it waits, and until when it should be left: “Waits for us · within 24h”. */
    return g_strdup_printf (_("%1$s · within %2$s"), describe_waiting (draft, path), limit);

  return g_strdup (describe_waiting (draft, path));
}

/* --- What is ticked ------------------------------------------------------------------------ */

#define TICKED "daybook-ticked"

/* In the list of stages, or of fields, one that the stage's list has or not. */
static void
refresh_ticked (GtkWidget *row)
{
  DaybookRegisterDraft *draft = g_object_get_data (G_OBJECT (row), "draft");
  const char *member = g_object_get_data (G_OBJECT (row), "member");
  const char *list = g_object_get_data (G_OBJECT (row), TICKED);
  g_autofree char *label = g_strconcat (member, "/label", NULL);
  gboolean itself = g_str_has_prefix (list, member) && list[strlen (member)] == '/';

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), daybook_register_draft_get_text (draft, label));
  gtk_widget_set_visible (row, !itself && !daybook_register_draft_is_retired (draft, member));
}

static GtkWidget *
make_ticked (DaybookMemberList *list,
             const char        *key)
{
  DaybookRegisterDraft *draft = daybook_member_list_get_draft (list);
  const char *path = daybook_member_list_get_tag (list);
  GtkWidget *row = daybook_draft_listed_row (draft, path, key, "");

  g_object_set_data (G_OBJECT (row), "draft", draft); /* which the row holds */
  g_object_set_data_full (G_OBJECT (row), "member", daybook_member_list_get_path (list, key), g_free);
  g_object_set_data_full (G_OBJECT (row), TICKED, g_strdup (path), g_free);
  daybook_draft_follow (draft, row, refresh_ticked);
  return row;
}

/* An expander of members that the list at `path` may have. */
static GtkWidget *
make_ticks (DaybookRegisterDraft *draft,
            const char           *members,
            const char           *path,
            const char           *title)
{
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  daybook_member_list_new_tagged (row, draft, members, make_ticked, path);
  return row;
}

static GtkWidget *
make_needs (DaybookMemberRow     *self,
            DaybookRegisterDraft *draft)
{
  g_autofree char *path = daybook_member_row_path (self, "requires");
  GtkWidget *row = make_ticks (draft, "fields", path, _("Needed before a case comes here"));

  for (const char *const *name = daybook_case_fields_needed (); *name != NULL; name++)
    {
      g_autofree char *label = daybook_case_fields_label (draft, *name);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), daybook_draft_listed_row (draft, path, *name, label));
    }
  return row;
}

/* --- What it has ------------------------------------------------------------------------------ */

static void
fill (DaybookMemberRow     *self,
      DaybookRegisterDraft *draft,
      const char           *key)
{
  g_autofree char *waits = daybook_member_row_path (self, "waits_for");
  g_autofree char *step = daybook_member_row_path (self, "step");
  g_autofree char *moves = daybook_member_row_path (self, "moves");
  g_autofree char *pauses = daybook_member_row_path (self, "pauses");
  g_autofree char *ends = daybook_member_row_path (self, "ends");

  daybook_member_row_add (self, daybook_draft_choice_row (draft, waits, _("For whom it waits"), WAITS));
  daybook_member_row_add (self, make_ticks (draft, "stages", moves, _("It may move to")));
  daybook_member_row_add (self, make_needs (self, draft));
  daybook_member_row_add (self, daybook_draft_limit_row (draft, step, _("To be left within, such as 24h or 3d")));
  daybook_member_row_add (self, daybook_draft_chosen_row (draft, "start", key, _("New cases begin here")));
  daybook_member_row_add (self, daybook_draft_flag_row (draft, ends, _("The case is closed here"), NULL));
  daybook_member_row_add (self, daybook_draft_flag_row (draft, pauses, _("The clocks stand still"), _("While it is here, no limit runs")));
}

GtkWidget *
daybook_stage_form_new (DaybookMemberList *list,
                        const char        *key)
{
  static const DaybookMemberKind KIND = { describe, fill };

  return daybook_member_row_new (list, key, &KIND);
}
