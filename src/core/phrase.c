/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/phrase.h"

#include "core/case.h"
#include "core/clip.h"
#include "core/fields.h"
#include "core/phrase-path.h"
#include "core/place-list.h"

const DaybookWord daybook_purpose_words[] = {
  [DAYBOOK_PURPOSE_OTHER] = QUIET_WORD ("other", "phrase", "Other"),
  [DAYBOOK_PURPOSE_GREETING] = WORD ("greeting", "phrase", "Greeting"),
  [DAYBOOK_PURPOSE_CONGRATULATION] = WORD ("congratulation", "phrase", "Congratulation"),
  [DAYBOOK_PURPOSE_FAREWELL] = WORD ("farewell", "phrase", "Farewell"),
  [DAYBOOK_PURPOSE_APOLOGY] = WORD ("apology", "phrase", "Apology"),
  [DAYBOOK_PURPOSE_THANKS] = WORD ("thanks", "phrase", "Thanks"),
  [DAYBOOK_PURPOSE_ANSWER] = WORD ("answer", "phrase", "Answer"),
  [DAYBOOK_PURPOSE_INQUIRY] = WORD ("inquiry", "phrase", "Asking back"),
  [DAYBOOK_PURPOSE_EXPLANATION] = WORD ("explanation", "phrase", "Explanation"),
  [DAYBOOK_PURPOSE_NEGOTIATION] = WORD ("negotiation", "phrase", "Negotiation"),
  [DAYBOOK_PURPOSE_PAYMENT] = WORD ("payment", "phrase", "Payment reminder"),
  [DAYBOOK_PURPOSE_SHIPPING] = WORD ("shipping", "phrase", "Shipping notice"),
  [DAYBOOK_PURPOSE_DELAY] = WORD ("delay", "phrase", "Delay"),
  [DAYBOOK_PURPOSE_WORKING] = WORD ("working", "phrase", "Still working on it"),
  [DAYBOOK_PURPOSE_FEEDBACK] = WORD ("feedback", "phrase", "When we answer"),
  [DAYBOOK_PURPOSE_PHONE] = WORD ("phone", "phrase", "On the phone"),
  [DAYBOOK_PURPOSE_PAUSE] = WORD ("pause", "phrase", "One moment"),
  [DAYBOOK_PURPOSE_UNCLEAR] = WORD ("unclear", "phrase", "Not understood"),
  [DAYBOOK_PURPOSE_REVIEW] = WORD ("review", "phrase", "Reviews"),
  [DAYBOOK_PURPOSE_AFTERSALE] = WORD ("aftersale", "phrase", "After-sales"),
  [DAYBOOK_PURPOSE_DOUBT] = WORD ("doubt", "phrase", "Doubts"),
  [DAYBOOK_PURPOSE_BARGAIN] = WORD ("bargain", "phrase", "Bargaining"),
  { NULL, NULL, NULL },
};

static const DaybookWord DAYPART_WORDS[] = {
  [DAYBOOK_DAYPART_ANY] = QUIET_WORD ("any", "daypart", "Any time"),
  [DAYBOOK_DAYPART_MORNING] = WORD ("morning", "daypart", "Morning"),
  [DAYBOOK_DAYPART_NOON] = WORD ("noon", "daypart", "Noon"),
  [DAYBOOK_DAYPART_AFTERNOON] = WORD ("afternoon", "daypart", "Afternoon"),
  [DAYBOOK_DAYPART_EVENING] = WORD ("evening", "daypart", "Evening"),
  [DAYBOOK_DAYPART_NIGHT] = WORD ("night", "daypart", "Night"),
  { NULL, NULL, NULL },
};

/* --- What a person gives ----------------------------------------------------------------- */

static gboolean
check_key (const char  *text,
           GError     **error)
{
  g_autofree char *clip = NULL;

  if (daybook_is_key (text))
    return TRUE;

  clip = daybook_clip (text);
  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("“%s” is no name: small letters, digits and _ make one."), clip);
  return FALSE;
}

static gboolean
check_channels (const char  *text,
                GError     **error)
{
  g_auto(GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && daybook_word_index (daybook_channel_words, words[i]) <= DAYBOOK_CHANNEL_UNKNOWN)
      {
        g_autofree char *clip = daybook_clip (words[i]);

        g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT,
                     _("“%s” is no channel: phone, wechat, shop_chat and others are, with blanks between them."), clip);
        return FALSE;
      }

  return TRUE;
}

static const DaybookField FIELDS[] = {
  [DAYBOOK_PHRASE_DELETED] = DELETED_FIELD,
  [DAYBOOK_PHRASE_TITLE] = { "title", N_("Title"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_REQUIRED | DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_PERSON },
  [DAYBOOK_PHRASE_KEY] = { "key", N_("Key"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_SEARCH, .check = check_key },
  [DAYBOOK_PHRASE_TEXT] = { "text", N_("Text"), TEXT (TEXT), .flags = DAYBOOK_FIELD_REQUIRED | DAYBOOK_FIELD_MULTILINE | DAYBOOK_FIELD_SEARCH },
  [DAYBOOK_PHRASE_PURPOSE] = { "purpose", N_("Purpose"), ENUM (REGISTER, daybook_purpose_words) },
  [DAYBOOK_PHRASE_LANGUAGE] = { "language", N_("Language"), ENUM (REGISTER, daybook_language_words) },
  [DAYBOOK_PHRASE_DAYPART] = { "daypart", N_("Time of day"), ENUM (REGISTER, DAYPART_WORDS) },
  [DAYBOOK_PHRASE_AGENT] = { "agent", N_("Whose own"), REF (REGISTER, "agent") },
  [DAYBOOK_PHRASE_CHANNELS] = { "channels", N_("Channels"), TEXT (REGISTER), .check = check_channels },
  [DAYBOOK_PHRASE_REGISTERS] = { "registers", N_("Registers"), TEXT (REGISTER), .check = daybook_place_list_check },
  [DAYBOOK_PHRASE_PATHS] = { "paths", N_("What comes next"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_MULTILINE, .check = daybook_phrase_paths_check },
  [DAYBOOK_PHRASE_STAGE] = { "stage", N_("Proposes stage"), TEXT (REGISTER), .check = check_key },
  [DAYBOOK_PHRASE_SNOOZE] = { "snooze", N_("Proposes to put off"), TEXT (REGISTER), .check = daybook_phrase_when_check },
  [DAYBOOK_PHRASE_PROMISE] = { "promise", N_("Promises an answer"), TEXT (REGISTER), .check = daybook_phrase_when_check },
  [DAYBOOK_PHRASE_RETIRED] = { "retired", N_("Retired"), BOOL (REGISTER) },
  [DAYBOOK_PHRASE_STARTER] = { "starter", N_("Starter"), BOOL (APPEND_ONLY), .flags = DAYBOOK_FIELD_HIDDEN },
  [DAYBOOK_PHRASE_USES] = { DAYBOOK_EXTRA_PREFIX "uses", N_("Uses"), INT (APPEND_ONLY), .flags = DAYBOOK_FIELD_COUNTED },
  [DAYBOOK_PHRASE_USED_AT] = { DAYBOOK_EXTRA_PREFIX "used_at", N_("Last used"), TIME (APPEND_ONLY), .flags = DAYBOOK_FIELD_COUNTED },
};

static const DaybookField FAVOURITE_FIELDS[] = {
  [DAYBOOK_FAVOURITE_DELETED] = DELETED_FIELD,
  [DAYBOOK_FAVOURITE_AGENT] = { "agent", N_("Agent"), REF (APPEND_ONLY, "agent"), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_FAVOURITE_SLOT] = { "slot", N_("Number"), INT (APPEND_ONLY), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_FAVOURITE_PHRASE] = { "phrase", N_("Phrase"), REF (REGISTER, "phrase") },
};

const DaybookTable daybook_phrases = {
  "phrase", "phrases", N_("Phrase"), N_("Phrases"),
  FIELDS, DAYBOOK_PHRASE_N_FIELDS, -1, DAYBOOK_PHRASE_TITLE, -1,
};

const DaybookTable daybook_used_phrases = {
  "phrase", "phrases", N_("Phrase"), N_("Phrases"),
  FIELDS, DAYBOOK_USED_PHRASE_N_FIELDS, -1, DAYBOOK_PHRASE_TITLE, -1, .base = &daybook_phrases,
};

const DaybookTable daybook_favourites = {
  "favourite", "favourites", N_("Favourite"), N_("Favourites"),
  FAVOURITE_FIELDS, G_N_ELEMENTS (FAVOURITE_FIELDS), -1, DAYBOOK_FAVOURITE_SLOT, -1,
};

void
daybook_phrase_starter_id (DaybookId       *id,
                           const char      *key,
                           DaybookLanguage  language)
{
  const char *const parts[] = { "starter", key, daybook_language_code (language) };

  daybook_id_derive (id, daybook_phrases.kind, parts, G_N_ELEMENTS (parts));
}

void
daybook_favourite_id (DaybookId       *id,
                      const DaybookId *agent,
                      guint            slot)
{
  char of[DAYBOOK_ID_STRING_SIZE];
  g_autofree char *number = g_strdup_printf ("%u", slot);
  const char *const parts[] = { of, number };

  daybook_id_print (agent, of);
  daybook_id_derive (id, daybook_favourites.kind, parts, G_N_ELEMENTS (parts));
}
