/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/shop.h"

#include "core/error.h"
#include "core/fields.h"
#include "core/query.h"

#include <string.h>

static const DaybookWord ROLE_WORDS[] = {
  [DAYBOOK_ROLE_OWNER] = WORD ("owner", "role", "Owner"),
  [DAYBOOK_ROLE_LEAD] = WORD ("lead", "role", "Lead"),
  [DAYBOOK_ROLE_AGENT] = WORD ("agent", "role", "Agent"),
  [DAYBOOK_ROLE_PART_TIME] = WORD ("part_time", "role", "Part-time"),
  [DAYBOOK_ROLE_READ_ONLY] = WORD ("read_only", "role", "Read only"),
  { NULL, NULL, NULL },
};

static const DaybookWord IMPORT_STATE_WORDS[] = {
  [DAYBOOK_IMPORT_RUNNING] = WORD ("running", "import", "Running"),
  [DAYBOOK_IMPORT_FINISHED] = WORD ("finished", "import", "Finished"),
  [DAYBOOK_IMPORT_CANCELLED] = WORD ("cancelled", "import", "Cancelled"),
  { NULL, NULL, NULL },
};

static gboolean
check_zone (const char  *text,
            GError     **error)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (text);

  if (zone != NULL)
    return TRUE;

  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT,
               _("There is no time zone “%s”. Write its name, such as Asia/Shanghai or Europe/Berlin."), text);
  return FALSE;
}

static gboolean
check_currency (const char  *text,
                GError     **error)
{
  if (strspn (text, G_CSET_A_2_Z) == 3 && text[3] == '\0')
    return TRUE;

  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT,
               _("“%s” is no currency. Write its three letters, such as CNY, USD or EUR."), text);
  return FALSE;
}

/* A view is seen by everyone, and its filter is not logged. */
static gboolean
check_where (const char  *text,
             GError     **error)
{
  guint n_tables;
  const DaybookTable *const *tables = daybook_registry_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    {
      g_autoptr(DaybookQuery) query = daybook_query_new (tables[i]);

      if (!daybook_query_parse_where (query, text, NULL) || daybook_query_asks_person (query) < 0)
        continue;
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT,
                           _("A view is seen by everyone and cannot hold a person’s number or address. Search for it instead."));
      return FALSE;
    }

  return TRUE;
}

static const DaybookField SHOP_FIELDS[] = {
  [DAYBOOK_SHOP_DELETED] = DELETED_FIELD,
  [DAYBOOK_SHOP_NAME] = { "name", N_("Shop name"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_SHOP_ZONE] = { "zone", N_("Time zone"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_REQUIRED, .check = check_zone },
  [DAYBOOK_SHOP_CURRENCY] = { "currency", N_("Currency"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_REQUIRED, .check = check_currency },
};

static const DaybookField AGENT_FIELDS[] = {
  [DAYBOOK_AGENT_DELETED] = DELETED_FIELD,
  [DAYBOOK_AGENT_CODE] = { "code", N_("Code"), TEXT (REGISTER) },
  [DAYBOOK_AGENT_NAME] = { "name", N_("Name"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_AGENT_ROLE] = { "role", N_("Role"), ENUM (REGISTER, ROLE_WORDS) },
  [DAYBOOK_AGENT_SHIFT] = { "shift", N_("Shift"), REF (REGISTER, "shift_template") },
  [DAYBOOK_AGENT_PIN] = { "pin", N_("PIN"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_HIDDEN | DAYBOOK_FIELD_SECRET },
  [DAYBOOK_AGENT_TRUSTED] = { "trusted", N_("Trusted with personal data"), BOOL (REGISTER) },
  [DAYBOOK_AGENT_QUOTA] = { "quota", N_("Reveals a day"), INT (REGISTER) },
};

static const DaybookField PRODUCT_FIELDS[] = {
  [DAYBOOK_PRODUCT_DELETED] = DELETED_FIELD,
  [DAYBOOK_PRODUCT_SHOP] = { "shop", N_("Shop"), REF (PLATFORM, "shop"), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_PRODUCT_PLATFORM] = { "platform", N_("Platform"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_PRODUCT_NUMBER] = { "number", N_("Product number"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_REQUIRED | DAYBOOK_FIELD_NUMBER | DAYBOOK_FIELD_SORT },
  [DAYBOOK_PRODUCT_SKU] = { "sku", N_("SKU"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_SEARCH },
  [DAYBOOK_PRODUCT_TITLE] = { "title", N_("Title"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_SORT },
  [DAYBOOK_PRODUCT_NOTE] = { "note", N_("Note"), TEXT (TEXT), .flags = DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_MULTILINE },
  [DAYBOOK_PRODUCT_ON_HAND] = { "on_hand", N_("On hand"), INT (PLATFORM), .flags = DAYBOOK_FIELD_SETTLED },
  [DAYBOOK_PRODUCT_COUNTED] = { "counted", N_("Stock as of"), TIME (PLATFORM), .flags = DAYBOOK_FIELD_SETTLED },
};

static const DaybookField VIEW_FIELDS[] = {
  [DAYBOOK_VIEW_DELETED] = DELETED_FIELD,
  [DAYBOOK_VIEW_NAME] = { "name", N_("View name"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_VIEW_ICON] = { "icon", N_("Icon"), TEXT (REGISTER) },
  [DAYBOOK_VIEW_KIND] = { "kind", N_("Kind"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_VIEW_WHERE] = { "where", N_("Filter"), TEXT (REGISTER), .check = check_where },
  [DAYBOOK_VIEW_SORT] = { "sort", N_("Sort"), TEXT (REGISTER) },
  [DAYBOOK_VIEW_SEARCH] = { "search", N_("Search"), TEXT (REGISTER) },
  [DAYBOOK_VIEW_POSITION] = { "position", N_("Position"), INT (REGISTER) },
};

static const DaybookField SETTING_FIELDS[] = {
  [DAYBOOK_SETTING_DELETED] = DELETED_FIELD,
  [DAYBOOK_SETTING_KEY] = { "key", N_("Key"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_SETTING_VALUE] = { "value", N_("Value"), TEXT (REGISTER) },
};

static const DaybookField IMPORT_FIELDS[] = {
  [DAYBOOK_IMPORT_DELETED] = DELETED_FIELD,
  [DAYBOOK_IMPORT_ACT] = { "act", N_("Act"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_REQUIRED | DAYBOOK_FIELD_HIDDEN },
  [DAYBOOK_IMPORT_SHOP] = { "shop", N_("Shop"), REF (REGISTER, "shop") },
  [DAYBOOK_IMPORT_FILE] = { "file", N_("File"), TEXT (REGISTER) },
  [DAYBOOK_IMPORT_PLATFORM] = { "platform", N_("Platform"), TEXT (REGISTER) },
  [DAYBOOK_IMPORT_KIND] = { "kind", N_("Kind"), TEXT (REGISTER) },
  [DAYBOOK_IMPORT_ENCODING] = { "encoding", N_("Encoding"), TEXT (REGISTER) },
  [DAYBOOK_IMPORT_AS_OF] = { "as_of", N_("As of"), TIME (REGISTER) },
  [DAYBOOK_IMPORT_AT] = { "at", N_("Imported"), TIME (REGISTER) },
  [DAYBOOK_IMPORT_STATE] = { "state", N_("State"), ENUM (REGISTER, IMPORT_STATE_WORDS) },
  [DAYBOOK_IMPORT_ROWS] = { "rows", N_("Rows"), INT (REGISTER) },
  [DAYBOOK_IMPORT_NEW] = { "new", N_("New"), INT (REGISTER) },
  [DAYBOOK_IMPORT_UPDATED] = { "updated", N_("Updated"), INT (REGISTER) },
  [DAYBOOK_IMPORT_SAME] = { "same", N_("Same"), INT (REGISTER) },
  [DAYBOOK_IMPORT_PROBLEMS] = { "problems", N_("Problems"), INT (REGISTER) },
  [DAYBOOK_IMPORT_SUMS] = { "sums", N_("Sums"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_HIDDEN },
};

const DaybookTable daybook_shops = {
  "shop", "shops", N_("Shop"), N_("Shops"),
  SHOP_FIELDS, G_N_ELEMENTS (SHOP_FIELDS), -1, DAYBOOK_SHOP_NAME, -1,
};

const DaybookTable daybook_agents = {
  "agent", "agents", N_("Agent"), N_("Agents"),
  AGENT_FIELDS, G_N_ELEMENTS (AGENT_FIELDS), -1, DAYBOOK_AGENT_NAME, -1,
};

const DaybookTable daybook_products = {
  "product", "products", N_("Product"), N_("Products"),
  PRODUCT_FIELDS, G_N_ELEMENTS (PRODUCT_FIELDS), -1, DAYBOOK_PRODUCT_TITLE, -1,
};

const DaybookTable daybook_views = {
  "view", "views", N_("View"), N_("Views"),
  VIEW_FIELDS, G_N_ELEMENTS (VIEW_FIELDS), -1, DAYBOOK_VIEW_NAME, -1,
};

const DaybookTable daybook_settings = {
  "setting", "settings", N_("Setting"), N_("Settings"),
  SETTING_FIELDS, G_N_ELEMENTS (SETTING_FIELDS), -1, DAYBOOK_SETTING_KEY, -1,
};

const DaybookTable daybook_imports = {
  "import", "imports", N_("Import"), N_("Imports"),
  IMPORT_FIELDS, G_N_ELEMENTS (IMPORT_FIELDS), -1, DAYBOOK_IMPORT_FILE, -1,
};

void
daybook_shop_open (DaybookEdit      *edit,
                   const DaybookRow *first,
                   const DaybookId  *shop,
                   const char       *name)
{
  daybook_edit_create (edit, &daybook_shops, shop);
  daybook_edit_give (edit, DAYBOOK_SHOP_NAME, daybook_value_text (name));
  daybook_edit_give (edit, DAYBOOK_SHOP_ZONE, daybook_value_copy (&first->values[DAYBOOK_SHOP_ZONE]));
  daybook_edit_give (edit, DAYBOOK_SHOP_CURRENCY, daybook_value_copy (&first->values[DAYBOOK_SHOP_CURRENCY]));
}
