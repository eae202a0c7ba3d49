/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/article.h"

#include "core/chore.h"
#include "core/fields.h"

static const DaybookWord KIND_WORDS[] = {
  [DAYBOOK_ARTICLE_GUIDE] = WORD ("guide", "article", "Guide"),
  [DAYBOOK_ARTICLE_FAQ] = WORD ("faq", "article", "Frequent questions"),
  [DAYBOOK_ARTICLE_PROCEDURE] = WORD ("procedure", "article", "Procedure"),
  [DAYBOOK_ARTICLE_PRODUCT] = WORD ("product", "article", "Product page"),
  [DAYBOOK_ARTICLE_POLICY] = WORD ("policy", "article", "Policy"),
  [DAYBOOK_ARTICLE_TRAINING] = WORD ("training", "article", "Training"),
  [DAYBOOK_ARTICLE_RUNBOOK] = WORD ("runbook", "article", "Emergency plan"),
  [DAYBOOK_ARTICLE_LEGAL] = WORD ("legal", "article", "Law and risk"),
  { NULL, NULL, NULL },
};

static const DaybookWord STATE_WORDS[] = {
  [DAYBOOK_ARTICLE_IN_USE] = QUIET_WORD ("in_use", "article", "In use"),
  [DAYBOOK_ARTICLE_DRAFT] = WORD ("draft", "article", "Draft"),
  [DAYBOOK_ARTICLE_RETIRED] = WORD ("retired", "article", "Retired"),
  { NULL, NULL, NULL },
};

static const DaybookField FIELDS[] = {
  [DAYBOOK_ARTICLE_DELETED] = DELETED_FIELD,
  [DAYBOOK_ARTICLE_TITLE] = { "title", N_("Title"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_REQUIRED | DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_PERSON },
  [DAYBOOK_ARTICLE_KIND] = { "kind", N_("Kind"), ENUM (REGISTER, KIND_WORDS) },
  [DAYBOOK_ARTICLE_STATE] = { "state", N_("State"), ENUM (REGISTER, STATE_WORDS) },
  [DAYBOOK_ARTICLE_TOLD] = { "told", N_("Customers may be told"), BOOL (REGISTER) },
  [DAYBOOK_ARTICLE_CATEGORY] = { "category", N_("Category"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_SEARCH },
  [DAYBOOK_ARTICLE_TAGS] = { "tags", N_("Tags"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_SEARCH },
  [DAYBOOK_ARTICLE_LANGUAGE] = { "language", N_("Language"), ENUM (REGISTER, daybook_language_words) },
  [DAYBOOK_ARTICLE_BODY] = { "body", N_("Text"), TEXT (TEXT), .flags = DAYBOOK_FIELD_MULTILINE | DAYBOOK_FIELD_SEARCH },
  [DAYBOOK_ARTICLE_OWNER] = { "owner", N_("Kept by"), REF (REGISTER, "agent") },
  [DAYBOOK_ARTICLE_REVIEW_BY] = { "review_by", N_("Review by"), TIME (REGISTER) },
  [DAYBOOK_ARTICLE_REVIEW_MONTHS] = { "review_months", N_("Months between reviews"), INT (REGISTER) },
  [DAYBOOK_ARTICLE_REGISTERS] = { "registers", N_("Procedure of"), TEXT (REGISTER) },
  [DAYBOOK_ARTICLE_PRODUCT_OF] = { "product", N_("Product"), REF (REGISTER, "product") },
  [DAYBOOK_ARTICLE_LAUNCH] = { "launch", N_("Listed on"), TIME (REGISTER) },
  [DAYBOOK_ARTICLE_READ_BY] = { "read_by", N_("To be read by"), TIME (REGISTER) },
  [DAYBOOK_ARTICLE_READERS] = { "readers", N_("Readers"), ENUM (REGISTER, daybook_chore_who_words) },
  [DAYBOOK_ARTICLE_CASE] = { "case", N_("Case"), REF (REGISTER, "case") },
  [DAYBOOK_ARTICLE_CHANGED_AT] = { "changed_at", N_("Changed"), TIME (REGISTER) },
  [DAYBOOK_ARTICLE_CHANGED_BY] = { "changed_by", N_("Changed by"), REF (REGISTER, "agent") },
  [DAYBOOK_ARTICLE_STARTER] = { "starter", N_("Starter"), TEXT (APPEND_ONLY), .flags = DAYBOOK_FIELD_HIDDEN },
};

static const DaybookField REVISION_FIELDS[] = {
  [DAYBOOK_REVISION_DELETED] = DELETED_FIELD,
  [DAYBOOK_REVISION_ARTICLE] = { "article", N_("Article"), REF (APPEND_ONLY, "article"), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_REVISION_TITLE] = { "title", N_("Title"), TEXT (APPEND_ONLY) },
  [DAYBOOK_REVISION_BODY] = { "body", N_("Text"), TEXT (APPEND_ONLY), .flags = DAYBOOK_FIELD_MULTILINE },
  [DAYBOOK_REVISION_NOTE] = { "note", N_("What was changed"), TEXT (APPEND_ONLY) },
  [DAYBOOK_REVISION_AT] = { "at", N_("When"), TIME (APPEND_ONLY) },
  [DAYBOOK_REVISION_AGENT] = { "agent", N_("Agent"), REF (APPEND_ONLY, "agent") },
};

static const DaybookField COMMENT_FIELDS[] = {
  [DAYBOOK_COMMENT_DELETED] = DELETED_FIELD,
  [DAYBOOK_COMMENT_ARTICLE] = { "article", N_("Article"), REF (APPEND_ONLY, "article"), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_COMMENT_TEXT] = { "text", N_("Text"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_REQUIRED | DAYBOOK_FIELD_MULTILINE },
  [DAYBOOK_COMMENT_AT] = { "at", N_("When"), TIME (APPEND_ONLY) },
  [DAYBOOK_COMMENT_AGENT] = { "agent", N_("Agent"), REF (APPEND_ONLY, "agent") },
  [DAYBOOK_COMMENT_SETTLED_AT] = { "settled_at", N_("Settled at"), TIME (REGISTER) },
  [DAYBOOK_COMMENT_SETTLED_BY] = { "settled_by", N_("Settled by"), REF (REGISTER, "agent") },
};

static const DaybookField PICTURE_FIELDS[] = {
  [DAYBOOK_PICTURE_DELETED] = DELETED_FIELD,
  [DAYBOOK_PICTURE_ARTICLE] = { "article", N_("Article"), REF (APPEND_ONLY, "article"), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_PICTURE_HASH] = { "hash", N_("Hash"), TEXT (APPEND_ONLY), .flags = DAYBOOK_FIELD_REQUIRED | DAYBOOK_FIELD_HIDDEN },
  [DAYBOOK_PICTURE_NAME] = { "name", N_("Name"), TEXT (APPEND_ONLY) },
  [DAYBOOK_PICTURE_MEDIA] = { "media", N_("Kind of file"), TEXT (APPEND_ONLY) },
  [DAYBOOK_PICTURE_SIZE] = { "size", N_("Size"), INT (APPEND_ONLY) },
  [DAYBOOK_PICTURE_WIDTH] = { "width", N_("Width"), INT (APPEND_ONLY) },
  [DAYBOOK_PICTURE_HEIGHT] = { "height", N_("Height"), INT (APPEND_ONLY) },
  [DAYBOOK_PICTURE_AT] = { "at", N_("When"), TIME (APPEND_ONLY) },
  [DAYBOOK_PICTURE_AGENT] = { "agent", N_("Agent"), REF (APPEND_ONLY, "agent") },
};

static const DaybookField TRAINING_FIELDS[] = {
  [DAYBOOK_TRAINING_DELETED] = DELETED_FIELD,
  [DAYBOOK_TRAINING_ARTICLE] = { "article", N_("Article"), REF (APPEND_ONLY, "article"), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_TRAINING_AGENT] = { "agent", N_("Agent"), REF (APPEND_ONLY, "agent"), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_TRAINING_ITEM] = { "item", N_("Point"), TEXT (APPEND_ONLY), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_TRAINING_DONE_AT] = { "done_at", N_("Done at"), TIME (REGISTER) },
  [DAYBOOK_TRAINING_STARS] = { "stars", N_("Stars"), INT (REGISTER), .flags = DAYBOOK_FIELD_STARS },
  [DAYBOOK_TRAINING_NOTE] = { "note", N_("Note"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_MULTILINE },
  [DAYBOOK_TRAINING_JUDGED_BY] = { "judged_by", N_("Judged by"), REF (REGISTER, "agent") },
  [DAYBOOK_TRAINING_JUDGED_AT] = { "judged_at", N_("Judged at"), TIME (REGISTER) },
};

const DaybookTable daybook_articles = {
  "article", "articles", N_("Article"), N_("Articles"),
  FIELDS, G_N_ELEMENTS (FIELDS), -1, DAYBOOK_ARTICLE_TITLE, -1,
};

const DaybookTable daybook_revisions = {
  "revision", "revisions", N_("Revision"), N_("Revisions"),
  REVISION_FIELDS, G_N_ELEMENTS (REVISION_FIELDS), DAYBOOK_REVISION_ARTICLE, DAYBOOK_REVISION_TITLE, -1,
};

const DaybookTable daybook_comments = {
  "comment", "comments", N_("Comment"), N_("Comments"),
  COMMENT_FIELDS, G_N_ELEMENTS (COMMENT_FIELDS), DAYBOOK_COMMENT_ARTICLE, DAYBOOK_COMMENT_TEXT, -1,
};

const DaybookTable daybook_pictures = {
  "picture", "pictures", N_("Picture"), N_("Pictures"),
  PICTURE_FIELDS, G_N_ELEMENTS (PICTURE_FIELDS), DAYBOOK_PICTURE_ARTICLE, DAYBOOK_PICTURE_NAME, -1,
};

const DaybookTable daybook_trainings = {
  "training", "trainings", N_("Training point"), N_("Training points"),
  TRAINING_FIELDS, G_N_ELEMENTS (TRAINING_FIELDS), DAYBOOK_TRAINING_ARTICLE, DAYBOOK_TRAINING_ITEM, -1,
};

void
daybook_article_starter_id (DaybookId       *id,
                            const char      *starter,
                            DaybookLanguage  language)
{
  const char *const parts[] = { "starter", starter, daybook_language_code (language) };

  daybook_id_derive (id, daybook_articles.kind, parts, G_N_ELEMENTS (parts));
}

void
daybook_training_id (DaybookId       *id,
                     const DaybookId *article,
                     const DaybookId *agent,
                     const char      *item)
{
  char of[DAYBOOK_ID_STRING_SIZE], by[DAYBOOK_ID_STRING_SIZE];
  const char *const parts[] = { of, by, item };

  daybook_id_print (article, of);
  daybook_id_print (agent, by);
  daybook_id_derive (id, daybook_trainings.kind, parts, G_N_ELEMENTS (parts));
}
