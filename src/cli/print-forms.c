/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/print-forms.h"

#include "cli/output.h"
#include "exchange/feeds.h"

#include <glib/gi18n-lib.h>

typedef const char *(*Namer) (guint bit);

static const char *
name_fact (guint bit)
{
  return daybook_fact_name ((DaybookFact) bit);
}

static const char *
name_follow_up (guint bit)
{
  return daybook_follow_up_name ((DaybookFollowUp) bit);
}

static JsonArray *
bits_to_json (guint bits,
              guint n_bits,
              Namer name)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < n_bits; i++)
    if ((bits & 1u << i) != 0)
      json_array_add_string_element (array, name (i));

  return array;
}

/* The platform's other forms that have it. */
static JsonArray *
companions_to_json (const DaybookProfile *profile,
                    const DaybookForm    *form,
                    DaybookFact           fact)
{
  g_autoptr(GPtrArray) companions = daybook_feeds_companions (profile, form, fact);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < companions->len; i++)
    {
      const DaybookForm *other = g_ptr_array_index (companions, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "kind", other->kind);
      daybook_json_set_text (object, "name", other->name);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonObject *
form_to_json (const DaybookProfile *profile,
              const DaybookForm    *form,
              const DaybookFeeds   *feeds)
{
  JsonObject *object = json_object_new ();
  JsonObject *missing = json_object_new ();

  json_object_set_string_member (object, "platform", profile->id);
  json_object_set_string_member (object, "kind", form->kind);
  daybook_json_set_text (object, "name", form->name);
  json_object_set_array_member (object, "facts", bits_to_json (feeds->facts, DAYBOOK_N_FACTS, name_fact));
  json_object_set_array_member (object, "follow_ups", bits_to_json (feeds->follow_ups, DAYBOOK_N_FOLLOW_UPS, name_follow_up));
  for (guint i = 0; i < DAYBOOK_N_FACTS; i++)
    if ((feeds->missing & 1u << i) != 0)
      json_object_set_array_member (missing, daybook_fact_name ((DaybookFact) i), companions_to_json (profile, form, (DaybookFact) i));
  json_object_set_object_member (object, "missing", missing);
  return object;
}

static void
add_row (DaybookTextTable     *table,
         const DaybookProfile *profile,
         const DaybookForm    *form,
         const DaybookFeeds   *feeds)
{
  g_autofree char *name = daybook_form_describe (form);
  g_autofree char *facts = daybook_facts_join (feeds->facts);

  daybook_text_table_row (table);
  daybook_text_table_cell (table, daybook_profile_label (profile));
  daybook_text_table_cell (table, name);
  daybook_text_table_cell (table, facts != NULL ? facts : "");
}

/* Into the table, or the array where there is none. */
static void
add_platform (DaybookTextTable     *table,
              JsonArray            *rows,
              const DaybookProfile *profile)
{
  for (guint i = 0; i < profile->forms->len; i++)
    {
      const DaybookForm *form = g_ptr_array_index (profile->forms, i);
      const DaybookFedTable whole = { form, NULL, 0 };
      g_autoptr(DaybookFeeds) feeds = daybook_feeds_new (profile, NULL, &whole, 1);

      if (table != NULL)
        add_row (table, profile, form, feeds);
      else
        json_array_add_object_element (rows, form_to_json (profile, form, feeds));
    }
}

static DaybookTextTable *
new_table (void)
{
  DaybookTextTable *table = daybook_print_new_table ();

  daybook_text_table_column (table, _("Platform"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("File"), DAYBOOK_ALIGN_LEFT);
  /* Translators: heading of a column: what a file can tell of orders and the like */
  daybook_text_table_column (table, _("Tells at Most"), DAYBOOK_ALIGN_WHOLE);
  return table;
}

gboolean
daybook_print_forms (DaybookCli  *cli,
                     GError     **error)
{
  g_autoptr(GPtrArray) profiles = daybook_profiles_load (cli->folder, error);
  g_autoptr(DaybookTextTable) table = daybook_cli_is_json (cli) ? NULL : new_table ();
  g_autoptr(JsonObject) object = json_object_new ();
  JsonArray *rows = json_array_new ();

  json_object_set_string_member (object, "kind", "forms");
  json_object_set_array_member (object, "rows", rows);
  for (guint i = 0; profiles != NULL && i < profiles->len; i++)
    add_platform (table, rows, g_ptr_array_index (profiles, i));

  if (profiles != NULL && table != NULL)
    daybook_print_table (table);
  else if (profiles != NULL)
    daybook_print_json (object);
  return profiles != NULL;
}
