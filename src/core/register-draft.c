/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/register-draft-private.h"

#include "core/json-patch.h"
#include "core/json.h"
#include "core/register-key.h"
#include "core/register-parts.h"
#include "core/register-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (DaybookRegisterDraft, daybook_register_draft, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static JsonObject *
root_of (DaybookRegisterDraft *self)
{
  return json_node_get_object (self->root);
}

static char *
print_node (JsonNode *node)
{
  return json_to_string (node, FALSE);
}

/* --- Other registers -------------------------------------------------------------- */

static void
free_other (gpointer data)
{
  DaybookRegisterOther *other = data;

  g_free (other->key);
  g_free (other->prefix);
  g_free (other->title);
  g_free (other);
}

GPtrArray *
daybook_register_others_new (void)
{
  return g_ptr_array_new_with_free_func (free_other);
}

void
daybook_register_others_add (GPtrArray  *others,
                             const char *key,
                             const char *prefix,
                             const char *title)
{
  DaybookRegisterOther *other = g_new0 (DaybookRegisterOther, 1);

  other->key = g_strdup (key);
  other->prefix = g_strdup (prefix);
  other->title = g_strdup (title);
  g_ptr_array_add (others, other);
}

static gboolean
is_key_taken (const char *key,
              gpointer    data)
{
  DaybookRegisterDraft *self = data;

  for (guint i = 0; i < self->others->len; i++)
    if (g_str_equal (((const DaybookRegisterOther *) g_ptr_array_index (self->others, i))->key, key))
      return TRUE;

  return FALSE;
}

/* Another one whose cases have numbers that begin so, or NULL. */
static const DaybookRegisterOther *
find_prefix (DaybookRegisterDraft *self,
             const char           *prefix)
{
  const char *key = daybook_register_draft_get_word (self, "register");

  for (guint i = 0; i < self->others->len; i++)
    {
      const DaybookRegisterOther *other = g_ptr_array_index (self->others, i);

      if (g_str_equal (other->prefix, prefix) && g_strcmp0 (other->key, key) != 0)
        return other;
    }

  return NULL;
}

static gboolean
is_prefix_taken (const char *prefix,
                 gpointer    data)
{
  return find_prefix (data, prefix) != NULL;
}

/* --- Problems ----------------------------------------------------------------------- */

static void
free_problem (gpointer data)
{
  DaybookRegisterProblem *problem = data;

  g_free (problem->path);
  g_free (problem->text);
  g_free (problem);
}

static void
free_fault (gpointer data)
{
  DaybookRegisterFault *fault = data;

  g_free (fault->member);
  g_free (fault->why);
  g_free (fault);
}

/* Takes over `text`. */
static void
add_problem (DaybookRegisterDraft *self,
             const char           *path,
             char                 *text)
{
  DaybookRegisterProblem *problem = g_new0 (DaybookRegisterProblem, 1);

  problem->path = g_strdup (path);
  problem->text = text;
  g_ptr_array_add (self->problems, problem);
}

static gboolean
is_span (const char *member)
{
  return g_str_equal (member, "within") || g_str_equal (member, "after");
}

/* A sentence of its own: those for a file speak of its members. */
static char *
describe (const DaybookRegisterFault *fault)
{
  JsonNode *node = json_object_get_member (fault->object, fault->member);
  gboolean is_empty = node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
                      && *json_node_get_string (node) == '\0';
  g_autofree char *first = NULL;

  if (g_str_equal (fault->member, "prefix"))
    return g_strdup (_("One to three capital letters, such as R"));
  if (is_span (fault->member))
    return g_strdup (_("A time such as 30min, 24h or 3d"));
  if (is_empty || g_str_equal (fault->member, "label"))
    return g_strdup (_("It needs a name"));

  first = g_utf8_substring (fault->why, 0, 1);
  return g_strdup_printf ("%s%s", g_ascii_isalpha (*first) ? (*first = g_ascii_toupper (*first), first) : first,
                          g_utf8_next_char (fault->why));
}

static void
add_faults (DaybookRegisterDraft *self,
            GPtrArray            *faults)
{
  for (guint i = 0; i < faults->len; i++)
    {
      const DaybookRegisterFault *fault = g_ptr_array_index (faults, i);
      g_autofree char *path = daybook_parts_path (root_of (self), fault->object, fault->member);

      add_problem (self, path != NULL ? path : "", describe (fault));
    }
}

/* A list of nothing cannot be chosen from. */
static void
check_choices (DaybookRegisterDraft *self)
{
  for (guint i = 0; i < daybook_register_get_n_fields (self->definition); i++)
    {
      const DaybookRegisterField *field = daybook_register_get_field (self->definition, i);
      g_autofree char *path = g_strconcat ("fields/", field->key, "/choices", NULL);

      if (field->choices != NULL && field->choices->len == 0 && !field->retired)
        add_problem (self, path, g_strdup (_("It has no choices yet")));
    }
}

static void
check_prefix (DaybookRegisterDraft *self)
{
  const char *prefix = daybook_register_draft_get_word (self, "prefix");
  const DaybookRegisterOther *other = prefix != NULL ? find_prefix (self, prefix) : NULL;

  if (other != NULL)
    /* Translators: letters, and a register’s title. */
    add_problem (self, "prefix", g_strdup_printf (_("The numbers of “%2$s” begin with %1$s too: take other letters"), prefix, other->title));
}

static void
check (DaybookRegisterDraft *self)
{
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func (free_fault);
  DaybookRegister *definition = daybook_register_parse_node (self->root, faults);

  g_ptr_array_set_size (self->problems, 0);
  add_faults (self, faults);
  check_prefix (self);
  if (definition == NULL)
    return;

  g_clear_object (&self->definition);
  self->definition = definition;
  check_choices (self);
}

/* --- Changing ------------------------------------------------------------------------- */

/* Until it is saved, or a person says otherwise. */
static void
name_itself (DaybookRegisterDraft *self)
{
  const char *title = daybook_register_draft_get_text (self, "title");
  g_autofree char *key = daybook_register_make_key (title, "register", is_key_taken, self);
  g_autofree char *prefix = daybook_register_make_prefix (title, is_prefix_taken, self);

  json_object_set_string_member (root_of (self), "register", key);
  if (prefix != NULL)
    json_object_set_string_member (root_of (self), "prefix", prefix);
}

void
daybook_register_draft_be_changed (DaybookRegisterDraft *self)
{
  if (self->names_itself)
    name_itself (self);
  check (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Takes over `root`. */
static void
replace_root (DaybookRegisterDraft *self,
              JsonNode             *root)
{
  g_clear_pointer (&self->root, json_node_unref);
  self->root = root;
}

static void
finalize (GObject *object)
{
  DaybookRegisterDraft *self = DAYBOOK_REGISTER_DRAFT (object);

  g_clear_pointer (&self->root, json_node_unref);
  g_clear_pointer (&self->base, json_node_unref);
  g_clear_object (&self->definition);
  g_ptr_array_unref (self->others);
  g_ptr_array_unref (self->problems);

  G_OBJECT_CLASS (daybook_register_draft_parent_class)->finalize (object);
}

static void
daybook_register_draft_class_init (DaybookRegisterDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
daybook_register_draft_init (DaybookRegisterDraft *self)
{
  self->problems = g_ptr_array_new_with_free_func (free_problem);
}

/* Deep: json_node_copy() shares the objects. */
static JsonNode *
copy_deep (JsonNode *node)
{
  g_autofree char *text = print_node (node);

  return json_from_string (text, NULL);
}

/* Takes over `root` and `others`. */
static DaybookRegisterDraft *
make (JsonNode  *root,
      GPtrArray *others)
{
  DaybookRegisterDraft *self = g_object_new (DAYBOOK_TYPE_REGISTER_DRAFT, NULL);

  self->root = root;
  self->others = others != NULL ? others : daybook_register_others_new ();
  return self;
}

static DaybookRegisterDraft *
begin_new (DaybookRegisterDraft *self)
{
  self->is_new = TRUE;
  self->names_itself = TRUE;
  name_itself (self);
  check (self);
  self->base = copy_deep (self->root);
  return self;
}

static void
add_stage (JsonObject        *stages,
           const char        *key,
           const char        *label,
           const char *const *moves)
{
  JsonObject *stage = json_object_new ();
  JsonArray *array = json_array_new ();

  for (; *moves != NULL; moves++)
    json_array_add_string_element (array, *moves);
  json_object_set_string_member (stage, "label", label);
  if (g_str_equal (key, "done"))
    json_object_set_boolean_member (stage, "ends", TRUE);
  json_object_set_array_member (stage, "moves", array);
  json_object_set_object_member (stages, key, stage);
}

static JsonNode *
make_first (void)
{
  static const char *const FROM_OPEN[] = { "working", "done", NULL };
  static const char *const FROM_WORKING[] = { "done", "open", NULL };
  static const char *const FROM_DONE[] = { "working", NULL };
  static const char *const COLUMNS[] = { "number", "stage", "subject", "customer", "handler", "opened_at", NULL };
  JsonObject *root = json_object_new ();
  JsonObject *stages = json_object_new ();
  JsonArray *columns = json_array_new ();
  JsonNode *node;

  for (const char *const *column = COLUMNS; *column != NULL; column++)
    json_array_add_string_element (columns, *column);
  json_object_set_string_member (root, "title", _("New Register"));
  json_object_set_object_member (root, "fields", json_object_new ());
  add_stage (stages, "open", C_("stage", "Open"), FROM_OPEN);
  add_stage (stages, "working", C_("stage", "In work"), FROM_WORKING);
  add_stage (stages, "done", C_("stage", "Done"), FROM_DONE);
  json_object_set_object_member (root, "stages", stages);
  json_object_set_array_member (root, "columns", columns);
  node = json_node_init_object (json_node_alloc (), root);
  json_object_unref (root);
  return node;
}

/* --- Where it comes from, and where it goes ------------------------------------------------ */

DaybookRegisterDraft *
daybook_register_draft_new (GPtrArray *others)
{
  return begin_new (make (make_first (), others));
}

DaybookRegisterDraft *
daybook_register_draft_new_of (const char  *text,
                               GPtrArray   *others,
                               GError     **error)
{
  g_autoptr(GPtrArray) owned = others;
  JsonNode *root = daybook_json_read_object (text, error);
  DaybookRegisterDraft *self;

  if (root == NULL)
    return NULL;

  self = make (root, g_steal_pointer (&owned));
  self->base = copy_deep (root);
  check (self);
  return self;
}

DaybookRegisterDraft *
daybook_register_draft_new_like (const char  *text,
                                 GPtrArray   *others,
                                 GError     **error)
{
  g_autoptr(GPtrArray) owned = others;
  JsonNode *root = daybook_json_read_object (text, error);
  DaybookRegisterDraft *self;
  g_autofree char *title = NULL;

  if (root == NULL)
    return NULL;

  self = make (root, g_steal_pointer (&owned));
  json_object_remove_member (root_of (self), "first");
  /* Translators: the title of a register that begins as another one is; %s is that one’s. */
  title = g_strdup_printf (_("%s (copy)"), daybook_register_draft_get_text (self, "title"));
  json_object_set_string_member (root_of (self), "title", title);
  json_object_remove_member (root_of (self), "one");
  return begin_new (self);
}

void
daybook_register_draft_set_others (DaybookRegisterDraft *self,
                                   GPtrArray            *others)
{
  g_ptr_array_unref (self->others);
  self->others = others;
  daybook_register_draft_be_changed (self);
}

gboolean
daybook_register_draft_take (DaybookRegisterDraft  *self,
                             const char            *text,
                             GError               **error)
{
  JsonNode *root = daybook_json_read_object (text, error);

  if (root == NULL)
    return FALSE;

  replace_root (self, root);
  self->names_itself = FALSE;
  daybook_register_draft_be_changed (self);
  return TRUE;
}

char *
daybook_register_draft_print (DaybookRegisterDraft *self)
{
  return print_node (self->root);
}

gboolean
daybook_register_draft_is_new (DaybookRegisterDraft *self)
{
  return self->is_new;
}

gboolean
daybook_register_draft_is_changed (DaybookRegisterDraft *self)
{
  return !json_node_equal (self->root, self->base);
}

/* The patch from what was opened to `text`, as an object of its own. */
static JsonNode *
make_patch (DaybookRegisterDraft *self,
            const char           *text)
{
  g_autofree char *before = print_node (self->base);
  g_autofree char *patch = daybook_json_diff_text (before, text, NULL);

  return json_from_string (patch != NULL ? patch : "{}", NULL);
}

char **
daybook_register_draft_rebase (DaybookRegisterDraft  *self,
                               const char            *text,
                               GError               **error)
{
  g_autoptr(JsonNode) theirs = daybook_json_read_object (text, error);
  g_autofree char *now = print_node (self->root);
  g_autoptr(JsonNode) mine = theirs != NULL ? make_patch (self, now) : NULL;
  g_autoptr(JsonNode) other = theirs != NULL ? make_patch (self, text) : NULL;
  g_autoptr(GStrvBuilder) clash = g_strv_builder_new ();

  if (theirs == NULL)
    return NULL;

  daybook_parts_clash (json_node_get_object (mine), json_node_get_object (other), "", clash);
  json_node_unref (self->base);
  self->base = copy_deep (theirs);
  daybook_json_patch (json_node_get_object (theirs), json_node_get_object (mine));
  replace_root (self, copy_deep (theirs));
  daybook_register_draft_be_changed (self);
  return g_strv_builder_end (clash);
}

DaybookRegister *
daybook_register_draft_get_definition (DaybookRegisterDraft *self)
{
  return self->definition;
}

GPtrArray *
daybook_register_draft_get_problems (DaybookRegisterDraft *self)
{
  return self->problems;
}

const char *
daybook_register_draft_find_problem (DaybookRegisterDraft *self,
                                     const char           *path)
{
  gsize length = strlen (path);

  for (guint i = 0; i < self->problems->len; i++)
    {
      const DaybookRegisterProblem *problem = g_ptr_array_index (self->problems, i);

      if (g_str_has_prefix (problem->path, path) && (problem->path[length] == '\0' || problem->path[length] == '/'))
        return problem->text;
    }

  return NULL;
}
