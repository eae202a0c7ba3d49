/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/announcement.h"

#include "core/fields.h"

static const DaybookWord KIND_WORDS[] = {
  [DAYBOOK_ANNOUNCEMENT_NEWS] = QUIET_WORD ("news", "announcement", "News"),
  [DAYBOOK_ANNOUNCEMENT_ACTIVITY] = WORD ("activity", "announcement", "Activity"),
  [DAYBOOK_ANNOUNCEMENT_TRAINING] = WORD ("training", "announcement", "Training"),
  [DAYBOOK_ANNOUNCEMENT_SPECIAL] = WORD ("special", "announcement", "Special issue"),
  { NULL, NULL, NULL },
};

static const DaybookField FIELDS[] = {
  [DAYBOOK_ANNOUNCEMENT_DELETED] = DELETED_FIELD,
  [DAYBOOK_ANNOUNCEMENT_TITLE] = { "title", N_("Title"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_REQUIRED | DAYBOOK_FIELD_SEARCH },
  [DAYBOOK_ANNOUNCEMENT_KIND] = { "kind", N_("Kind"), ENUM (REGISTER, KIND_WORDS) },
  [DAYBOOK_ANNOUNCEMENT_TEXT] = { "text", N_("Text"), TEXT (TEXT), .flags = DAYBOOK_FIELD_MULTILINE | DAYBOOK_FIELD_SEARCH },
  [DAYBOOK_ANNOUNCEMENT_ARTICLE] = { "article", N_("Article"), REF (REGISTER, "article") },
  [DAYBOOK_ANNOUNCEMENT_READERS] = { "readers", N_("Readers"), ENUM (REGISTER, daybook_chore_who_words) },
  [DAYBOOK_ANNOUNCEMENT_AT] = { "at", N_("When"), TIME (APPEND_ONLY) },
  [DAYBOOK_ANNOUNCEMENT_AGENT] = { "agent", N_("Agent"), REF (APPEND_ONLY, "agent") },
  [DAYBOOK_ANNOUNCEMENT_UNTIL] = { "until", N_("Until"), TIME (REGISTER) },
};

static const DaybookField READ_MARK_FIELDS[] = {
  [DAYBOOK_READ_MARK_DELETED] = DELETED_FIELD,
  [DAYBOOK_READ_MARK_ANNOUNCEMENT] = { "announcement", N_("Announcement"), REF (APPEND_ONLY, "announcement") },
  [DAYBOOK_READ_MARK_ARTICLE] = { "article", N_("Article"), REF (APPEND_ONLY, "article") },
  [DAYBOOK_READ_MARK_REVISION] = { "revision", N_("Revision"), REF (REGISTER, "revision") },
  [DAYBOOK_READ_MARK_AGENT] = { "agent", N_("Agent"), REF (APPEND_ONLY, "agent"), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_READ_MARK_AT] = { "at", N_("When"), TIME (REGISTER) },
};

const DaybookTable daybook_announcements = {
  "announcement", "announcements", N_("Announcement"), N_("Announcements"),
  FIELDS, G_N_ELEMENTS (FIELDS), -1, DAYBOOK_ANNOUNCEMENT_TITLE, -1,
};

const DaybookTable daybook_read_marks = {
  "read_mark", "read_marks", N_("Read mark"), N_("Read marks"),
  READ_MARK_FIELDS, G_N_ELEMENTS (READ_MARK_FIELDS), -1, DAYBOOK_READ_MARK_AT, -1,
};

gboolean
daybook_readers_fit (DaybookChoreWho readers,
                     DaybookRole     role)
{
  return role != DAYBOOK_ROLE_READ_ONLY && (readers == DAYBOOK_CHORE_ANYONE || (int) readers == (int) role + 1);
}

void
daybook_read_mark_id (DaybookId       *id,
                      const DaybookId *of,
                      const DaybookId *agent)
{
  char what[DAYBOOK_ID_STRING_SIZE], who[DAYBOOK_ID_STRING_SIZE];
  const char *const parts[] = { what, who };

  daybook_id_print (of, what);
  daybook_id_print (agent, who);
  daybook_id_derive (id, daybook_read_marks.kind, parts, G_N_ELEMENTS (parts));
}
