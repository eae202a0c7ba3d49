/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/register-private.h"

#include "core/json-patch.h"
#include "core/json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a definition may have at most. */
#define MOST_FIELDS 64
#define MOST_STAGES 32 /* DaybookStageRule.moves has 64 bits */
#define MOST_DIGITS 4

/* In the order of the enumerations. */
static const char *const INPUTS[] = {
  "text", "long_text", "money", "number", "date", "time", "choice", "choices", "yes_no", "person",
  "lines", "parcel", "photos", "stars", "link", NULL,
};
static const char *const CLASSES[] = { "register", "guarded", "append_only", "text", NULL };
static const char *const MASKS[] = { "none", "name", "phone", "address", "email", "contact", "account", NULL };
static const char *const WAITS[] = { "shop", "customer", "courier", "platform", "department", "nobody", NULL };
static const char *const ASKS[] = { "result", "cause", "told", "satisfied", NULL };
static const char *const WHEN[] = { "never", "untold", "always", NULL };
static const char *const BY[] = { "owner", "handler", "lead", NULL };
static const char *const COLORS[] = {
  "blue", "teal", "green", "yellow", "orange", "red", "pink", "purple", "slate", NULL,
};

/* --- Choices ---------------------------------------------------------------- */

/* `all` has a text for people under the key, or an object with one, which may say that
 * it is retired. */
static void
read_option (DaybookRegisterRead *read,
             JsonObject          *all,
             const char          *key,
             gpointer             data)
{
  JsonNode *node = json_object_get_member (all, key);
  JsonObject *whole = JSON_NODE_HOLDS_OBJECT (node) && json_object_has_member (json_node_get_object (node), "label")
    ? json_node_get_object (node) : NULL;
  DaybookOption *option = g_new0 (DaybookOption, 1);

  option->key = g_strdup (key);
  option->label = whole != NULL ? daybook_register_label (read, whole, "label", DAYBOOK_MEMBER_REQUIRED)
                                : daybook_register_label (read, all, key, DAYBOOK_MEMBER_REQUIRED);
  option->retired = whole != NULL && daybook_register_flag (read, whole, "retired");
  g_ptr_array_add (data, option);
}

/* --- Fields ------------------------------------------------------------------- */

/* Texts of several lines are merged by text where two people change them. */
static DaybookFieldClass
usual_class (DaybookInput input)
{
  return input == DAYBOOK_INPUT_LONG_TEXT ? DAYBOOK_CLASS_TEXT : DAYBOOK_CLASS_REGISTER;
}

static gboolean
has_choices (const DaybookRegisterField *field)
{
  return field->input == DAYBOOK_INPUT_CHOICE || field->input == DAYBOOK_INPUT_CHOICES;
}

static void
read_field (DaybookRegisterRead *read,
            JsonObject          *all,
            const char          *key,
            gpointer             data)
{
  DaybookRegister *self = data;
  JsonObject *object = daybook_register_object (read, all, key, DAYBOOK_MEMBER_REQUIRED);
  DaybookRegisterField *field = g_new0 (DaybookRegisterField, 1);

  field->key = g_strdup (key);
  g_ptr_array_add (self->fields, field);
  if (object == NULL)
    return;

  daybook_register_text (read, object, "type", DAYBOOK_MEMBER_REQUIRED);
  field->input = (DaybookInput) daybook_register_word (read, object, "type", INPUTS, DAYBOOK_INPUT_TEXT);
  field->label = daybook_register_label (read, object, "label", DAYBOOK_MEMBER_REQUIRED);
  field->help = daybook_register_label (read, object, "help", DAYBOOK_MEMBER_OPTIONAL);
  field->field_class = (DaybookFieldClass) daybook_register_word (read, object, "class", CLASSES, usual_class (field->input));
  field->mask = (DaybookMask) daybook_register_word (read, object, "mask", MASKS, DAYBOOK_MASK_NONE);
  field->digits = daybook_register_count (read, object, "digits", MOST_DIGITS, 0);
  field->target = g_strdup (daybook_register_text (read, object, "register", DAYBOOK_MEMBER_OPTIONAL));
  field->retired = daybook_register_flag (read, object, "retired");
  field->told = daybook_register_flag (read, object, "told") && field->input == DAYBOOK_INPUT_LONG_TEXT;
  if (!has_choices (field))
    return;

  field->choices = daybook_options_new ();
  daybook_register_each (read, object, "choices", DAYBOOK_MEMBER_REQUIRED, read_option, field->choices);
}

/* --- Words -------------------------------------------------------------------- */

/* Bit i: the i-th word is among those of the member. */
static guint
read_words (DaybookRegisterRead *read,
            JsonObject          *object,
            const char          *member,
            const char *const   *words)
{
  g_auto(GStrv) said = daybook_register_texts (read, object, member);
  guint bits = 0;

  for (guint i = 0; said[i] != NULL; i++)
    {
      guint place = 0;

      while (words[place] != NULL && !g_str_equal (words[place], said[i]))
        place++;
      if (words[place] == NULL)
        daybook_register_wrong (read, object, member, g_strdup_printf (_("“%s” has “%s”, which is not known"), member, said[i]));
      else
        bits |= 1u << place;
    }
  return bits;
}

/* --- Stages --------------------------------------------------------------------- */

static void
read_stage (DaybookRegisterRead *read,
            JsonObject          *all,
            const char          *key,
            gpointer             data)
{
  DaybookRegister *self = data;
  JsonObject *object = daybook_register_object (read, all, key, DAYBOOK_MEMBER_REQUIRED);
  DaybookStageRule *stage = g_new0 (DaybookStageRule, 1);

  stage->key = g_strdup (key);
  g_ptr_array_add (self->stages, stage);
  if (object == NULL)
    return;

  stage->label = daybook_register_label (read, object, "label", DAYBOOK_MEMBER_REQUIRED);
  stage->ends = daybook_register_flag (read, object, "ends");
  stage->waits = (DaybookWaits) daybook_register_word (read, object, "waits_for", WAITS,
                                                       stage->ends ? DAYBOOK_WAITS_FOR_NOBODY : DAYBOOK_WAITS_FOR_SHOP);
  stage->pauses = daybook_register_flag (read, object, "pauses");
  stage->retired = daybook_register_flag (read, object, "retired");
  stage->paid_first = daybook_register_flag (read, object, "paid_first");
  stage->step = daybook_register_read_limits (read, object, "step");
  stage->required = daybook_register_read_requires (read, object, "requires");
  if (stage->ends)
    stage->asks = json_object_has_member (object, "closing") ? (DaybookAsks) read_words (read, object, "closing", ASKS) : self->asks;
}

/* When all stages are known. */
static void
read_moves (DaybookRegisterRead *read,
            JsonObject          *all,
            const char          *key,
            gpointer             data)
{
  DaybookRegister *self = data;
  JsonObject *object = daybook_register_object (read, all, key, DAYBOOK_MEMBER_REQUIRED);
  int from = daybook_register_find_stage (self, key);
  g_auto(GStrv) moves = object != NULL ? daybook_register_texts (read, object, "moves") : NULL;

  for (guint i = 0; moves != NULL && moves[i] != NULL; i++)
    {
      int to = daybook_register_find_stage (self, moves[i]);

      if (to < 0)
        daybook_register_wrong (read, object, "moves", g_strdup_printf (_("“moves” names “%s”, which is no stage"), moves[i]));
      else
        ((DaybookStageRule *) g_ptr_array_index (self->stages, from))->moves |= G_GUINT64_CONSTANT (1) << to;
    }
}

static void
read_stages (DaybookRegisterRead *read,
             JsonObject          *root,
             DaybookRegister     *self)
{
  const char *start = daybook_register_text (read, root, "start", DAYBOOK_MEMBER_OPTIONAL);
  int place = 0;

  daybook_register_each (read, root, "stages", DAYBOOK_MEMBER_REQUIRED, read_stage, self);
  if (self->stages->len == 0 || self->stages->len > MOST_STAGES)
    daybook_register_wrong (read, root, "stages", g_strdup_printf (_("a register has one to %d stages"), MOST_STAGES));
  if (read->wrong != NULL)
    return;

  daybook_register_each (read, root, "stages", DAYBOOK_MEMBER_REQUIRED, read_moves, self);
  if (start != NULL)
    place = daybook_register_find_stage (self, start);
  if (place < 0)
    daybook_register_wrong (read, root, "start", g_strdup_printf (_("“start” is “%s”, which is no stage"), start));
  self->start = (guint) MAX (0, place);
}

/* --- Calls and closing ------------------------------------------------------------ */

static void
read_call_back (DaybookRegisterRead *read,
                JsonObject          *root,
                DaybookRegister     *self)
{
  JsonObject *object = daybook_register_object (read, root, "call_back", DAYBOOK_MEMBER_OPTIONAL);

  if (object == NULL)
    return;

  self->call_back_when = (DaybookCallBackWhen) daybook_register_word (read, object, "when", WHEN, DAYBOOK_CALL_BACK_UNTOLD);
  self->call_back_by = (DaybookCallBackBy) daybook_register_word (read, object, "by", BY, DAYBOOK_CALL_BACK_BY_OWNER);
  daybook_register_read_span (read, object, "after", DAYBOOK_MEMBER_OPTIONAL, &self->call_back_after);
}

static void
read_question (DaybookRegisterRead *read,
               JsonObject          *all,
               const char          *key,
               gpointer             data)
{
  g_autofree char *question = daybook_register_label (read, all, key, DAYBOOK_MEMBER_REQUIRED);

  if (question != NULL)
    g_strv_builder_add (data, question);
}

/* (transfer full) */
static char **
read_questions (DaybookRegisterRead *read,
                JsonObject          *object)
{
  g_autoptr(GStrvBuilder) questions = g_strv_builder_new ();

  daybook_register_each (read, object, "questions", DAYBOOK_MEMBER_OPTIONAL, read_question, questions);
  return g_strv_builder_end (questions);
}

static void
read_call_first (DaybookRegisterRead *read,
                 JsonObject          *root,
                 DaybookRegister     *self)
{
  JsonObject *object = daybook_register_object (read, root, "call_first", DAYBOOK_MEMBER_OPTIONAL);

  if (object == NULL)
    return;

  daybook_register_read_when (read, object, &self->call_first.when);
  daybook_register_read_span (read, object, "within", DAYBOOK_MEMBER_REQUIRED, &self->call_first.within);
  self->call_first.by = (DaybookCallBackBy) daybook_register_word (read, object, "by", BY, DAYBOOK_CALL_BACK_BY_OWNER);
  self->call_first.questions = read_questions (read, object);
}

static void
read_closing (DaybookRegisterRead *read,
              JsonObject          *root,
              DaybookRegister     *self)
{
  self->asks = (DaybookAsks) read_words (read, root, "closing", ASKS);
  read_call_back (read, root, self);
  read_call_first (read, root, self);
  self->questions = read_questions (read, root);
}

/* --- The whole --------------------------------------------------------------------- */

static void
read_part (DaybookRegisterRead *read,
           JsonObject          *all,
           const char          *key,
           gpointer             data)
{
  JsonObject *object = daybook_register_object (read, all, key, DAYBOOK_MEMBER_REQUIRED);
  DaybookPrintPart *part = g_new0 (DaybookPrintPart, 1);

  g_ptr_array_add (data, part);
  if (object == NULL)
    return;

  part->heading = daybook_register_label (read, object, "label", DAYBOOK_MEMBER_OPTIONAL);
  part->fields = daybook_register_texts (read, object, "fields");
}

/* The words of roles, as agents have them. */
static guint
read_roles (DaybookRegisterRead *read,
            JsonObject          *root)
{
  const DaybookField *field = &daybook_agents.fields[DAYBOOK_AGENT_ROLE];
  const char *words[DAYBOOK_ROLE_READ_ONLY + 2] = { NULL };

  for (guint i = 0; i <= DAYBOOK_ROLE_READ_ONLY; i++)
    words[i] = field->words[i].word;

  if (json_object_has_member (root, "assign"))
    {
      guint roles = read_words (read, root, "assign", words);

      if (roles == 0)
        daybook_register_wrong (read, root, "assign", g_strdup (_("“assign” names no role: nobody could be given a case")));
      return roles;
    }

  return 1u << DAYBOOK_ROLE_OWNER | 1u << DAYBOOK_ROLE_LEAD | 1u << DAYBOOK_ROLE_AGENT | 1u << DAYBOOK_ROLE_PART_TIME;
}

static void
read_names (DaybookRegisterRead *read,
            JsonObject          *root,
            DaybookRegister     *self)
{
  const char *key = daybook_register_text (read, root, "register", DAYBOOK_MEMBER_REQUIRED);
  const char *prefix = daybook_register_text (read, root, "prefix", DAYBOOK_MEMBER_REQUIRED);
  const char *icon = daybook_register_text (read, root, "icon", DAYBOOK_MEMBER_OPTIONAL);

  if (key != NULL && !daybook_is_key (key))
    daybook_register_wrong (read, root, "register", g_strdup_printf (_("“%s” is no name: small letters, digits and _ make one"), key));
  if (prefix != NULL && (strlen (prefix) > 3 || strspn (prefix, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != strlen (prefix)))
    daybook_register_wrong (read, root, "prefix", g_strdup_printf (_("“prefix” is “%s”; it is one to three capital letters"), prefix));

  self->key = g_strdup (key);
  self->prefix = g_strdup (prefix);
  self->icon = g_strdup (icon != NULL ? icon : "view-list-symbolic");
  self->color = g_strdup (COLORS[daybook_register_word (read, root, "color", COLORS, 0)]);
  self->title = daybook_register_label (read, root, "title", DAYBOOK_MEMBER_REQUIRED);
  self->label = daybook_register_label (read, root, "one", DAYBOOK_MEMBER_OPTIONAL);
  self->help = daybook_register_label (read, root, "help", DAYBOOK_MEMBER_OPTIONAL);
  self->words = daybook_register_texts (read, root, "words");
  self->first = daybook_register_flag (read, root, "first");
  if (self->label == NULL)
    self->label = g_strdup (self->title);
}

static void
read_root (DaybookRegisterRead *read,
           JsonObject          *root,
           DaybookRegister     *self)
{
  read_names (read, root, self);
  daybook_register_each (read, root, "fields", DAYBOOK_MEMBER_OPTIONAL, read_field, self);
  if (self->fields->len > MOST_FIELDS)
    daybook_register_wrong (read, root, "fields", g_strdup_printf (_("a register has at most %d fields"), MOST_FIELDS));
  daybook_register_each (read, root, "reasons", DAYBOOK_MEMBER_OPTIONAL, read_option, self->reasons);
  daybook_register_each (read, root, "causes", DAYBOOK_MEMBER_OPTIONAL, read_option, self->causes);
  g_ptr_array_unref (self->respond);
  self->respond = daybook_register_read_limits (read, root, "respond");
  g_ptr_array_unref (self->resolve);
  self->resolve = daybook_register_read_limits (read, root, "resolve");
  self->roles = read_roles (read, root);
  read_closing (read, root, self);
  self->columns = daybook_register_texts (read, root, "columns");
  daybook_register_each (read, root, "print", DAYBOOK_MEMBER_OPTIONAL, read_part, self->print);
  daybook_register_read_roles (read, root, self);
  read_stages (read, root, self);
  if (read->wrong == NULL)
    self->birth = daybook_register_read_birth (read, root, self);
  if (read->wrong == NULL)
    daybook_register_check (self, read, root);
}

static DaybookRegister *
parse (JsonNode           *node,
       DaybookRegisterRead *read)
{
  g_autoptr(DaybookRegister) self = daybook_register_new ();

  if (JSON_NODE_HOLDS_OBJECT (node))
    read_root (read, json_node_get_object (node), self);
  else
    read->wrong = g_strdup (_("it does not begin with {"));

  return read->wrong == NULL ? g_steal_pointer (&self) : NULL;
}

DaybookRegister *
daybook_register_parse_node (JsonNode  *node,
                             GPtrArray *faults)
{
  DaybookRegisterRead read = { NULL, NULL, 0, faults };
  DaybookRegister *self = parse (node, &read);

  g_free (read.wrong);
  return self;
}

DaybookRegister *
daybook_register_parse (const char  *json,
                        gssize       length,
                        const char  *name,
                        GError     **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(DaybookJsonLines) lines = daybook_json_lines_new (json, length, &failure);
  DaybookRegisterRead read = { lines, NULL, 0, NULL };
  DaybookRegister *self = lines != NULL ? parse (daybook_json_lines_root (lines), &read) : NULL;
  g_autofree char *wrong = read.wrong;

  if (lines == NULL)
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT,
                 /* Translators: the file's name, and what is wrong in it. */
                 _("The register file “%s” cannot be read: %s. Correct it, or take it away."), name, failure->message);
  else if (self == NULL)
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT,
                 /* Translators: the file's name, the number of a line of it, and what is wrong there. */
                 _("The register file “%s” cannot be used, line %u: %s. Correct it, or take it away."),
                 name, MAX (1, read.line), wrong);
  return self;
}

DaybookRegister *
daybook_register_parse_with (const char  *json,
                             const char  *name,
                             const char  *changes,
                             GError     **error)
{
  g_autoptr(DaybookRegister) plain = daybook_register_parse (json, -1, name, error);
  g_autoptr(GError) failure = NULL;
  g_autofree char *whole = plain != NULL ? daybook_json_patch_text (json, changes, &failure) : NULL;
  g_autoptr(JsonNode) root = whole != NULL ? daybook_json_read (whole, -1, NULL) : NULL;
  DaybookRegisterRead read = { NULL, NULL, 0, NULL };
  DaybookRegister *self = root != NULL ? parse (root, &read) : NULL;
  g_autofree char *wrong = read.wrong;

  if (self == NULL && plain != NULL)
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT,
                 /* Translators: the register's title, and what is wrong. */
                 _("The shop’s own changes to the register “%s” cannot be used: %s."),
                 plain->title, wrong != NULL ? wrong : failure->message);
  return self;
}
