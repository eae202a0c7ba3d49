/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/presence.h"

#include "core/case.h"
#include "core/fields.h"

static const DaybookWord KIND_WORDS[] = {
  [DAYBOOK_PRESENCE_ON] = WORD ("on", "presence", "On shift"),
  [DAYBOOK_PRESENCE_AWAY] = WORD ("away", "presence", "Away"),
  { NULL, NULL, NULL },
};

static const DaybookField PRESENCE_FIELDS[] = {
  [DAYBOOK_PRESENCE_DELETED] = DELETED_FIELD,
  [DAYBOOK_PRESENCE_AGENT] = { "agent", N_("Agent"), REF (APPEND_ONLY, "agent"), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_PRESENCE_KIND] = { "kind", N_("Kind"), ENUM (APPEND_ONLY, KIND_WORDS) },
  [DAYBOOK_PRESENCE_BEGAN] = { "began", N_("From"), TIME (APPEND_ONLY), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_PRESENCE_ENDED] = { "ended", N_("Until"), TIME (REGISTER) },
  [DAYBOOK_PRESENCE_NOTE] = { "note", N_("Note"), TEXT (REGISTER) },
  [DAYBOOK_PRESENCE_FORGOTTEN] = { "forgotten", N_("Not signed off"), BOOL (REGISTER) },
};

static const DaybookField SUB_ACCOUNT_FIELDS[] = {
  [DAYBOOK_SUB_ACCOUNT_DELETED] = DELETED_FIELD,
  [DAYBOOK_SUB_ACCOUNT_SHOP] = { "shop", N_("Shop"), REF (REGISTER, "shop") },
  [DAYBOOK_SUB_ACCOUNT_PLATFORM] = { "platform", N_("Platform"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_SUB_ACCOUNT_ACCOUNT] = { "account", N_("Sub-account"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_SUB_ACCOUNT_AGENT] = { "agent", N_("Agent"), REF (REGISTER, "agent") },
  [DAYBOOK_SUB_ACCOUNT_NOTE] = { "note", N_("Note"), TEXT (REGISTER) },
};

static const DaybookField CHANNEL_PERSON_FIELDS[] = {
  [DAYBOOK_CHANNEL_PERSON_DELETED] = DELETED_FIELD,
  [DAYBOOK_CHANNEL_PERSON_CHANNEL] = { "channel", N_("Channel"), ENUM (APPEND_ONLY, daybook_channel_words) },
  [DAYBOOK_CHANNEL_PERSON_AGENT] = { "agent", N_("Agent"), REF (REGISTER, "agent") },
  [DAYBOOK_CHANNEL_PERSON_DEPUTY] = { "deputy", N_("Deputy"), REF (REGISTER, "agent") },
};

const DaybookTable daybook_presences = {
  "presence", "presences", N_("Presence"), N_("Presences"),
  PRESENCE_FIELDS, G_N_ELEMENTS (PRESENCE_FIELDS), -1, DAYBOOK_PRESENCE_BEGAN, -1,
};

const DaybookTable daybook_sub_accounts = {
  "sub_account", "sub_accounts", N_("Sub-account"), N_("Sub-accounts"),
  SUB_ACCOUNT_FIELDS, G_N_ELEMENTS (SUB_ACCOUNT_FIELDS), -1, DAYBOOK_SUB_ACCOUNT_ACCOUNT, -1,
};

const DaybookTable daybook_channel_people = {
  "channel_person", "channel_people", N_("Person for a channel"), N_("People for channels"),
  CHANNEL_PERSON_FIELDS, G_N_ELEMENTS (CHANNEL_PERSON_FIELDS), -1, DAYBOOK_CHANNEL_PERSON_CHANNEL, -1,
};

guint
daybook_presence_hours (const char *setting)
{
  guint64 number;

  return g_ascii_string_to_unsigned (setting, 10, 1, DAYBOOK_PRESENCE_HOURS_MOST, &number, NULL) ? (guint) number : DAYBOOK_PRESENCE_HOURS;
}

gint64
daybook_presence_end (gint64 began,
                      gint64 last,
                      guint  hours)
{
  return CLAMP (last, began, began + (gint64) hours * 3600);
}

/* A row of a natural key: made, or found again, with what is said of it now. */
static void
name_row (DaybookEdit        *edit,
          const DaybookTable *table,
          const char *const  *parts,
          gsize               n_parts,
          DaybookId          *id)
{
  daybook_id_derive (id, table->kind, parts, n_parts);
  daybook_edit_create (edit, table, id);
}

void
daybook_sub_account_give (DaybookEdit     *edit,
                          const DaybookId *shop,
                          const char      *platform,
                          const char      *account,
                          DaybookValue     agent,
                          DaybookId       *id)
{
  const char *parts[] = { platform, account };
  gboolean ends = agent.type == DAYBOOK_VALUE_NONE;

  name_row (edit, &daybook_sub_accounts, parts, G_N_ELEMENTS (parts), id);
  daybook_edit_give (edit, DAYBOOK_SUB_ACCOUNT_SHOP, daybook_value_id (shop));
  daybook_edit_give (edit, DAYBOOK_SUB_ACCOUNT_PLATFORM, daybook_value_text (platform));
  daybook_edit_give (edit, DAYBOOK_SUB_ACCOUNT_ACCOUNT, daybook_value_text (account));
  daybook_edit_set (edit, &daybook_sub_accounts, id, DAYBOOK_SUB_ACCOUNT_AGENT, agent);
  if (ends)
    daybook_edit_delete (edit, &daybook_sub_accounts, id);
}

void
daybook_channel_person_give (DaybookEdit  *edit,
                             guint         channel,
                             DaybookValue  agent,
                             DaybookValue  deputy,
                             DaybookId    *id)
{
  const char *parts[] = { daybook_channel_words[channel].word };

  name_row (edit, &daybook_channel_people, parts, G_N_ELEMENTS (parts), id);
  daybook_edit_give (edit, DAYBOOK_CHANNEL_PERSON_CHANNEL, daybook_value_int (channel));
  daybook_edit_set (edit, &daybook_channel_people, id, DAYBOOK_CHANNEL_PERSON_AGENT, agent);
  daybook_edit_set (edit, &daybook_channel_people, id, DAYBOOK_CHANNEL_PERSON_DEPUTY, deputy);
}
