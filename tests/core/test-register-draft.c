/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/register-draft.h"

#include "core/json-patch.h"
#include "core/json.h"
#include "core/shop.h"

#include <string.h>

#define BASE \
  "{\"register\": \"keys\", \"prefix\": \"K\", \"title\": {\"en\": \"Lost keys\", \"zh_CN\": \"丢失的钥匙\"}," \
  " \"fields\": {\"door\": {\"type\": \"choice\", \"label\": {\"en\": \"Door\", \"zh_CN\": \"门\"}," \
  "   \"choices\": {\"front\": {\"en\": \"Front\"}, \"side\": \"Side\"}}, \"found\": {\"type\": \"date\", \"label\": \"Found\"}}," \
  " \"reasons\": {\"rust\": \"Rust\", \"theft\": \"Theft\"}," \
  " \"stages\": {\"open\": {\"label\": \"Open\", \"requires\": [\"door\", {\"one_of\": [\"found\"], \"when\": {\"door\": [\"front\"]}}], \"moves\": [\"shut\"]}," \
  "   \"shut\": {\"label\": \"Shut\", \"ends\": true, \"moves\": [\"open\"]}}," \
  " \"columns\": [\"number\", \"door\"], \"print\": {\"top\": {\"fields\": [\"door\", \"found\"]}}}"

static DaybookRegisterDraft *
open_base (void)
{
  g_autoptr(GError) error = NULL;
  DaybookRegisterDraft *self = daybook_register_draft_new_of (BASE, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (daybook_register_draft_get_problems (self)->len, ==, 0);
  return self;
}

static void
assert_keys (DaybookRegisterDraft *self,
             const char           *path,
             const char           *expected)
{
  g_auto(GStrv) keys = daybook_register_draft_get_keys (self, path);
  g_autofree char *joined = g_strjoinv (" ", keys);

  g_assert_cmpstr (joined, ==, expected);
}

/* Three stages that make sense, and a name and letters of its own. */
static void
test_new (void)
{
  GPtrArray *others = daybook_register_others_new ();
  g_autoptr(DaybookRegisterDraft) self = NULL;

  daybook_register_others_add (others, "samples", "S", "Samples");
  self = daybook_register_draft_new (others);
  assert_keys (self, "stages", "open working done");
  g_assert_cmpuint (daybook_register_draft_get_problems (self)->len, ==, 0);
  g_assert_false (daybook_register_draft_is_changed (self));

  daybook_register_draft_set_text (self, "title", "Samples");
  g_assert_cmpstr (daybook_register_draft_get_word (self, "register"), ==, "samples_2");
  g_assert_cmpstr (daybook_register_draft_get_word (self, "prefix"), ==, "SA");
  daybook_register_draft_set_text (self, "title", "样品登记");
  g_assert_cmpstr (daybook_register_draft_get_word (self, "register"), ==, "yangpindengji");
  g_assert_cmpstr (daybook_register_draft_get_word (self, "prefix"), ==, "Y");
  g_assert_true (daybook_register_draft_is_changed (self));

  daybook_register_draft_set_word (self, "prefix", "YP");
  daybook_register_draft_set_text (self, "title", "赠品");
  g_assert_cmpstr (daybook_register_draft_get_word (self, "prefix"), ==, "YP");
  g_assert_true (daybook_register_draft_is_new (self));
}

static void
test_like (void)
{
  g_autoptr(DaybookRegisterDraft) self = daybook_register_draft_new_like (BASE, NULL, NULL);

  g_assert_cmpstr (daybook_register_draft_get_text (self, "title"), ==, "Lost keys (copy)");
  g_assert_cmpstr (daybook_register_draft_get_word (self, "register"), ==, "lost_keys_copy");
  g_assert_false (daybook_register_draft_is_saved (self, "fields/door"));
  assert_keys (self, "fields", "door found");
}

/* Only the person's own language is another one. */
static void
test_languages (void)
{
  g_autoptr(DaybookRegisterDraft) self = open_base ();
  g_autofree char *text = NULL;
  g_autofree char *patch = NULL;

  g_assert_cmpstr (daybook_register_draft_get_text (self, "fields/door/label"), ==, "Door");
  daybook_register_draft_set_text (self, "fields/door/label", "Gate");
  daybook_register_draft_set_text (self, "fields/door/choices/front", "Street");
  daybook_register_draft_set_text (self, "fields/found/label", "When");
  daybook_register_draft_set_text (self, "fields/found/help", "The day");
  text = daybook_register_draft_print (self);
  patch = daybook_json_diff_text (BASE, text, NULL);
  g_assert_cmpstr (patch, ==, "{\"fields\":{\"door\":{\"label\":{\"en\":\"Gate\"},\"choices\":{\"front\":{\"en\":\"Street\"}}},"
                              "\"found\":{\"label\":\"When\",\"help\":\"The day\"}}}");
  daybook_register_draft_set_text (self, "fields/found/help", "");
  g_assert_false (daybook_register_draft_has (self, "fields/found/help"));
}

/* Names come from what people say, and not from what others have. */
static void
test_names (void)
{
  static const struct { const char *label; const char *key; } NAMES[] = {
    { "Colour of the strap", "colour_of_the_strap" }, { "赔付金额", "peifujine" }, { "A座 2号", "a_zuo_2_hao" }, { "Größe", "gro_e" },
    { "  ", "field" }, { "3D", "field_3d" }, { "Stage", "stage_2" }, { "Door", "door_2" }, { "ID", "id_2" }, { "×", "field_2" },
    { "Back courier", "back_courier_2" }, { "A name that is far too long to be one for good", "a_name_that_is_far_too_long_to_b" },
  };
  g_autoptr(DaybookRegisterDraft) self = open_base ();

  for (gsize i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      g_autofree char *key = daybook_register_draft_add (self, "fields", NAMES[i].label);

      g_assert_cmpstr (key, ==, NAMES[i].key);
      g_assert_true (daybook_is_key (key));
    }
}

/* A new stage is one that cases come to and leave. */
static void
test_stage (void)
{
  g_autoptr(DaybookRegisterDraft) self = daybook_register_draft_new (NULL);
  g_autofree char *key = daybook_register_draft_add (self, "stages", "Waits for parts");
  DaybookRegister *definition = daybook_register_draft_get_definition (self);

  assert_keys (self, "stages", "open working waits_for_parts done");
  g_assert_cmpuint (daybook_register_draft_get_problems (self)->len, ==, 0);
  g_assert_true (daybook_register_may_move (definition, 1, 2));
  g_assert_true (daybook_register_may_move (definition, 2, 3));
  g_assert_true (daybook_register_may_move (definition, 2, 1));
  g_assert_false (daybook_register_may_move (definition, 0, 2));

  daybook_register_draft_remove (self, "stages/waits_for_parts");
  assert_keys (self, "stages", "open working done");
  g_assert_false (daybook_register_draft_lists (self, "stages/working/moves", "waits_for_parts"));
  g_assert_false (daybook_register_draft_has (self, "stages_order"));
  g_assert_false (daybook_register_draft_is_changed (self));
}

static void
test_order (void)
{
  g_autoptr(DaybookRegisterDraft) self = open_base ();

  g_assert_true (daybook_register_draft_move (self, "fields", "found", -1));
  g_assert_false (daybook_register_draft_move (self, "fields", "found", -1));
  assert_keys (self, "fields", "found door");
  g_assert_cmpstr (daybook_register_get_field (daybook_register_draft_get_definition (self), 0)->key, ==, "found");
  g_assert_true (daybook_register_draft_is_changed (self));
  g_assert_true (daybook_register_draft_move (self, "fields", "found", 1));
  g_assert_false (daybook_register_draft_is_changed (self));

  g_assert_true (daybook_register_draft_move (self, "columns", "door", -1));
  assert_keys (self, "columns", "door number");
  g_assert_true (daybook_register_draft_move (self, "fields/door/choices", "side", -1));
  assert_keys (self, "fields/door/choices", "side front");
}

/* What is retired is asked for nowhere; what was there before is not removed but retired. */
static void
test_retired (void)
{
  g_autoptr(DaybookRegisterDraft) self = open_base ();
  g_autofree char *text = NULL;

  g_assert_true (daybook_register_draft_is_saved (self, "fields/found"));
  daybook_register_draft_retire (self, "fields/found", TRUE);
  daybook_register_draft_retire (self, "reasons/rust", TRUE);
  daybook_register_draft_retire (self, "fields/door/choices/front", TRUE);
  g_assert_cmpuint (daybook_register_draft_get_problems (self)->len, ==, 0);
  g_assert_true (daybook_register_draft_is_retired (self, "fields/found"));
  g_assert_true (daybook_register_draft_is_retired (self, "reasons/rust"));
  g_assert_cmpstr (daybook_register_draft_get_text (self, "reasons/rust"), ==, "Rust");
  g_assert_cmpstr (daybook_register_draft_get_text (self, "fields/door/choices/front"), ==, "Front");

  text = daybook_register_draft_print (self);
  g_assert_nonnull (strstr (text, "\"requires\":[\"door\"]"));
  g_assert_nonnull (strstr (text, "\"fields\":[\"door\"]"));
  daybook_register_draft_retire (self, "fields/found", FALSE);
  g_assert_false (daybook_register_draft_is_retired (self, "fields/found"));
}

static void
assert_problem (DaybookRegisterDraft *self,
                const char           *path,
                const char           *said)
{
  const char *problem = daybook_register_draft_find_problem (self, path);

  g_assert_nonnull (problem);
  if (strstr (problem, said) == NULL)
    g_error ("%s\nnot: %s", problem, said);
}

/* Each is said where it is, in words for the person in the window. */
static void
test_problems (void)
{
  GPtrArray *others = daybook_register_others_new ();
  g_autoptr(DaybookRegisterDraft) self = NULL;
  g_autofree char *key = NULL;

  daybook_register_others_add (others, "keys", "K", "Lost keys");
  daybook_register_others_add (others, "return", "R", "Returns");
  self = daybook_register_draft_new_of (BASE, others, NULL);
  g_assert_null (daybook_register_draft_find_problem (self, "prefix"));

  daybook_register_draft_set_word (self, "prefix", "R");
  assert_problem (self, "prefix", "“Returns” begin with R too");
  daybook_register_draft_set_word (self, "prefix", "r1");
  assert_problem (self, "prefix", "capital letters");
  daybook_register_draft_set_word (self, "prefix", "K");
  daybook_register_draft_set_text (self, "fields/door/label", "");
  assert_problem (self, "fields/door", "needs a name");
  g_assert_null (daybook_register_draft_find_problem (self, "fields/found"));
  g_assert_cmpstr (daybook_register_find_field (daybook_register_draft_get_definition (self), "door")->label, ==, "Door");
  daybook_register_draft_set_text (self, "fields/door/label", "Door");
  daybook_register_draft_set_word (self, "fields/found/type", "choices");
  assert_problem (self, "fields/found/choices", "no choices yet");
  key = daybook_register_draft_add (self, "fields/found/choices", "Today");
  g_assert_cmpuint (daybook_register_draft_get_problems (self)->len, ==, 0);
  daybook_register_draft_set_text (self, "fields/found/choices/today", "");
  assert_problem (self, "fields/found/choices/today", "needs a name");
  daybook_register_draft_set_text (self, "fields/found/choices/today", "Now");
  daybook_register_draft_list (self, "stages/open/moves", "shut", FALSE);
  assert_problem (self, "stages/shut", "No case can come to the stage “Shut”");
  assert_problem (self, "stages/open", "From the stage “Open” no case can be closed");
  daybook_register_draft_list (self, "stages/open/moves", "shut", TRUE);
  daybook_register_draft_retire (self, "stages/shut", TRUE);
  assert_problem (self, "stages/open", "no case can be closed");
}

/* --- Two people ------------------------------------------------------------------------ */

static void
test_rebase (void)
{
  g_autoptr(DaybookRegisterDraft) mine = open_base ();
  g_autoptr(DaybookRegisterDraft) theirs = open_base ();
  g_autofree char *theirs_key = daybook_register_draft_add (theirs, "fields", "Weight");
  g_autofree char *mine_key = daybook_register_draft_add (mine, "fields", "Colour");
  g_autofree char *saved = NULL;
  g_auto(GStrv) clash = NULL;

  daybook_register_draft_set_text (theirs, "fields/found/label", "Found on");
  daybook_register_draft_set_text (mine, "fields/found/label", "Day");
  daybook_register_draft_set_text (theirs, "stages/open/label", "New");
  daybook_register_draft_retire (mine, "reasons/rust", TRUE);
  saved = daybook_register_draft_print (theirs);
  clash = daybook_register_draft_rebase (mine, saved, NULL);

  g_assert_cmpuint (g_strv_length (clash), ==, 1);
  g_assert_cmpstr (clash[0], ==, "fields/found/label");
  g_assert_cmpstr (daybook_register_draft_get_text (mine, "fields/found/label"), ==, "Day");
  g_assert_cmpstr (daybook_register_draft_get_text (mine, "stages/open/label"), ==, "New");
  assert_keys (mine, "fields", "door found weight colour");
  g_assert_true (daybook_register_draft_is_retired (mine, "reasons/rust"));
  g_assert_true (daybook_register_draft_is_saved (mine, "fields/weight"));
  g_assert_false (daybook_register_draft_is_saved (mine, "fields/colour"));
  g_assert_null (daybook_register_draft_rebase (mine, "[]", NULL));
}

/* --- Any changes ------------------------------------------------------------------------ */

static const char *const LISTS[] = { "fields", "stages", "reasons", "causes", "questions" };

static char *
pick (DaybookRegisterDraft *self,
      const char           *path)
{
  g_auto(GStrv) keys = daybook_register_draft_get_keys (self, path);
  guint n = g_strv_length (keys);

  return n > 0 ? g_strdup (keys[g_test_rand_int_range (0, (gint32) n)]) : NULL;
}

static void
change_member (DaybookRegisterDraft *self,
               const char           *list,
               const char           *key)
{
  g_autofree char *path = g_strconcat (list, "/", key, NULL);
  g_autofree char *label = g_str_equal (list, "fields") || g_str_equal (list, "stages") ? g_strconcat (path, "/label", NULL) : g_strdup (path);
  g_autofree char *choices = g_strconcat (path, "/choices", NULL);
  g_autofree char *moves = g_strconcat (path, "/moves", NULL);
  g_autofree char *other = pick (self, "stages");
  g_autofree char *text = g_strdup_printf ("改 %d", g_test_rand_int_range (0, 99));

  switch (g_test_rand_int_range (0, 5))
    {
    case 0:
      daybook_register_draft_set_text (self, label, text);
      break;
    case 1:
      daybook_register_draft_move (self, list, key, g_test_rand_bit () ? 1 : -1);
      break;
    case 2:
      if (!daybook_register_draft_is_saved (self, path))
        daybook_register_draft_remove (self, path);
      else if (!g_str_equal (list, "questions"))
        daybook_register_draft_retire (self, path, g_test_rand_bit ());
      break;
    case 3:
      if (daybook_register_draft_has (self, choices))
        g_free (daybook_register_draft_add (self, choices, text));
      break;
    case 4:
    default:
      if (g_str_equal (list, "stages"))
        daybook_register_draft_list (self, moves, other, g_test_rand_bit ());
    }
}

static void
change_something (DaybookRegisterDraft *self)
{
  const char *list = LISTS[g_test_rand_int_range (0, G_N_ELEMENTS (LISTS))];
  g_autofree char *key = pick (self, list);
  g_autofree char *column = pick (self, "fields");

  if (key != NULL && g_test_rand_int_range (0, 5) > 0)
    change_member (self, list, key);
  else if (g_test_rand_bit ())
    g_free (daybook_register_draft_add (self, list, "Something"));
  else if (column != NULL)
    daybook_register_draft_list (self, "columns", column, g_test_rand_bit ());
}

/* Every list in the order of the draft, as text. */
static char *
print_order (const char *definition)
{
  g_autoptr(DaybookRegisterDraft) self = daybook_register_draft_new_of (definition, NULL, NULL);
  g_auto(GStrv) fields = daybook_register_draft_get_keys (self, "fields");
  GString *order = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (LISTS); i++)
    {
      g_auto(GStrv) keys = daybook_register_draft_get_keys (self, LISTS[i]);
      g_autofree char *joined = g_strjoinv (" ", keys);

      g_string_append_printf (order, "%s: %s\n", LISTS[i], joined);
    }
  for (char **field = fields; *field != NULL; field++)
    {
      g_autofree char *path = g_strconcat ("fields/", *field, "/choices", NULL);
      g_auto(GStrv) keys = daybook_register_draft_get_keys (self, path);
      g_autofree char *joined = g_strjoinv (" ", keys);

      g_string_append_printf (order, "%s: %s\n", path, joined);
    }
  return g_string_free (order, FALSE);
}

/* The patch makes of what is shipped what the person has made of it, to the order; and what the
 * draft holds to be right can be read. */
static void
assert_patch (const char           *shipped,
              DaybookRegisterDraft *self)
{
  g_autofree char *edited = daybook_register_draft_print (self);
  g_autofree char *patch = daybook_json_diff_text (shipped, edited, NULL);
  g_autofree char *again = daybook_json_patch_text (shipped, patch, NULL);
  g_autofree char *order = print_order (edited);
  g_autofree char *order_again = print_order (again);
  g_autoptr(JsonNode) one = daybook_json_read (edited, -1, NULL);
  g_autoptr(JsonNode) two = daybook_json_read (again, -1, NULL);
  g_autoptr(DaybookRegister) definition = daybook_register_parse_with (shipped, "x.json", patch, NULL);

  g_assert_true (json_node_equal (one, two));
  g_assert_cmpstr (order, ==, order_again);
  if (daybook_register_draft_get_problems (self)->len == 0)
    g_assert_nonnull (definition);
  if (definition != NULL)
    g_assert_true (daybook_register_get_table (definition) == daybook_register_get_table (daybook_register_draft_get_definition (self)));
}

static void
test_any_changes (void)
{
  static const char *const SHIPPED[] = { "inquiry", "return", "complaint", "review", "suggestion", "exchange" };

  for (guint round = 0; round < 120; round++)
    {
      g_autofree char *name = g_strconcat (SHIPPED[round % G_N_ELEMENTS (SHIPPED)], ".json", NULL);
      g_autofree char *path = g_build_filename (g_getenv ("DAYBOOK_SOURCE_ROOT"), "data", "registers", name, NULL);
      g_autofree char *text = NULL;
      g_autoptr(DaybookRegisterDraft) self = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      self = daybook_register_draft_new_of (text, NULL, NULL);
      for (int i = g_test_rand_int_range (1, 25); i > 0; i--)
        change_something (self);
      assert_patch (text, self);
    }
}

/* A definition that names no roles means all but those who only read; what is ticked is said then. */
static void
test_roles (void)
{
  g_autoptr(DaybookRegisterDraft) self = open_base ();

  g_assert_false (daybook_register_draft_has (self, "assign"));
  g_assert_true (daybook_register_draft_lists (self, "assign", "part_time"));
  g_assert_false (daybook_register_draft_lists (self, "assign", "read_only"));
  g_assert_false (daybook_register_draft_is_changed (self));

  daybook_register_draft_list (self, "assign", "part_time", FALSE);
  g_assert_false (daybook_register_draft_lists (self, "assign", "part_time"));
  g_assert_true (daybook_register_draft_lists (self, "assign", "agent"));
  g_assert_false (daybook_register_may_assign (daybook_register_draft_get_definition (self), DAYBOOK_ROLE_PART_TIME));
  g_assert_true (daybook_register_may_assign (daybook_register_draft_get_definition (self), DAYBOOK_ROLE_AGENT));

  daybook_register_draft_list (self, "assign", "owner", FALSE);
  daybook_register_draft_list (self, "assign", "lead", FALSE);
  daybook_register_draft_list (self, "assign", "agent", FALSE);
  g_assert_true (daybook_register_draft_lists (self, "assign", "agent"));
  g_assert_false (daybook_register_draft_lists (self, "assign", "lead"));
  g_assert_cmpuint (daybook_register_draft_get_problems (self)->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register-draft/new", test_new);
  g_test_add_func ("/register-draft/like", test_like);
  g_test_add_func ("/register-draft/languages", test_languages);
  g_test_add_func ("/register-draft/names", test_names);
  g_test_add_func ("/register-draft/stage", test_stage);
  g_test_add_func ("/register-draft/order", test_order);
  g_test_add_func ("/register-draft/retired", test_retired);
  g_test_add_func ("/register-draft/problems", test_problems);
  g_test_add_func ("/register-draft/rebase", test_rebase);
  g_test_add_func ("/register-draft/roles", test_roles);
  g_test_add_func ("/register-draft/any-changes", test_any_changes);
  return g_test_run ();
}
