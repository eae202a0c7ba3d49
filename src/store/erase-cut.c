/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/erase-cut.h"

#include "core/registry.h"

#include <string.h>

#define COVER "***"
/* A Han nick that is shorter is a word: 快乐. */
#define HAN_NICK_CHARACTERS 4
/* Of a mobile phone; and what may stand before it: 0086. */
#define WHOLE_NUMBER 11
#define MOST_CODE_DIGITS 4
/* From here on there are no letters of which words are made, but characters. */
#define FIRST_CHARACTER 0x2e80

/* --- Where a text stands ---------------------------------------------------------------- */

/* What may not be beside it. */
typedef enum
{
  NOWHERE,
  NO_DIGITS,  /* digits beside digits, letters and digits beside letters: phones, addresses, e-mails */
  NO_LETTERS, /* letters and digits beside either: names */
  IN_WORDS,   /* the same: nicks, but those that are words */
  ALONE,      /* anything of which a word or a nick is made */
  CELL,       /* anything */
} Place;

static gboolean
is_latin (gunichar character)
{
  return character < FIRST_CHARACTER && g_unichar_isalnum (character);
}

static gboolean
is_alnum (gunichar character)
{
  return g_unichar_isalnum (character);
}

static gboolean
is_mark (gunichar character)
{
  return character == '-' || character == '+' || character == '.';
}

static gunichar
character_before (const char  *text,
                  const char **at)
{
  const char *before = g_utf8_find_prev_char (text, *at);

  *at = before;
  return before != NULL ? g_utf8_get_char (before) : 0;
}

/* A needle and one place of it in a text. */
typedef struct
{
  const char *text;
  const char *at;
  const char *needle;
  gsize       length;
} Spot;

static gunichar
first_of (const Spot *spot)
{
  return g_utf8_get_char (spot->needle);
}

static gunichar
last_of (const Spot *spot)
{
  return g_utf8_get_char (g_utf8_prev_char (spot->needle + spot->length));
}

/* "a.lily12" is another's, ". lily12" is not. */
static gboolean
is_joined_before (const Spot *spot,
                  gboolean  (*is_part) (gunichar character))
{
  const char *at = spot->at;
  gunichar beside = character_before (spot->text, &at);

  return is_part (beside) || beside == '_'
         || (is_mark (beside) && is_latin (character_before (spot->text, &at)));
}

static gboolean
is_joined_after (const Spot *spot)
{
  const char *after = spot->at + spot->length;
  gunichar beside = g_utf8_get_char (after);

  return is_alnum (beside) || beside == '_' || beside == '@' || (is_mark (beside) && is_latin (g_utf8_get_char (after + 1)));
}

static gboolean
is_within_letters (const Spot *spot)
{
  const char *at = spot->at;
  gunichar before = character_before (spot->text, &at), after = g_utf8_get_char (spot->at + spot->length);

  return (is_latin (first_of (spot)) && (is_latin (before) || before == '_'))
         || (is_latin (last_of (spot)) && (is_latin (after) || after == '_'));
}

static guint
digits_before (const Spot *spot)
{
  const char *at = spot->at;
  guint n = 0;

  while (g_unichar_isdigit (character_before (spot->text, &at)))
    n++;
  return n;
}

/* A whole number may have its country's code before it: 8613812341234, 0086…. */
static gboolean
is_within_number (const Spot *spot)
{
  guint before = g_unichar_isdigit (first_of (spot)) ? digits_before (spot) : 0;

  return before > (spot->length >= WHOLE_NUMBER ? MOST_CODE_DIGITS : 0)
         || (g_unichar_isdigit (last_of (spot)) && g_unichar_isdigit (g_utf8_get_char (spot->at + spot->length)));
}

static gboolean
is_letter (gunichar character)
{
  return is_latin (character) && !g_unichar_isdigit (character);
}

static gboolean
is_within_address (const Spot *spot)
{
  gunichar after = g_utf8_get_char (spot->at + spot->length);

  return (is_letter (first_of (spot)) && is_joined_before (spot, is_latin))
         || (is_letter (last_of (spot)) && is_latin (after))
         || is_within_number (spot);
}

static gboolean
is_cell (const Spot *spot)
{
  const char *at = spot->at;

  return character_before (spot->text, &at) < ' ' && g_utf8_get_char (spot->at + spot->length) < ' ';
}

static gboolean
is_word (const Spot *spot)
{
  return first_of (spot) >= FIRST_CHARACTER && g_utf8_strlen (spot->needle, -1) < HAN_NICK_CHARACTERS;
}

static gboolean
is_all (const Spot *spot)
{
  return spot->at == spot->text && spot->text[spot->length] == '\0';
}

/* What a new row is given is told as JSON: the keys there are the book's, and so may be what has the form of one. */
static gboolean
is_key (const Spot *spot)
{
  return spot->text[0] == '{' && spot->at > spot->text && spot->at[-1] == '"' && spot->at[spot->length] == '"' && daybook_is_key (spot->needle);
}

static gboolean
stands (const Spot *spot,
        Place       place)
{
  switch (place)
    {
    case NO_DIGITS:
      return !is_within_address (spot);
    case NO_LETTERS:
      return !is_within_letters (spot) && !is_key (spot);
    case IN_WORDS:
      return is_word (spot) ? !is_joined_before (spot, is_alnum) && !is_joined_after (spot) : !is_within_letters (spot);
    case ALONE:
      return is_word (spot) ? is_all (spot) : !is_joined_before (spot, is_alnum) && !is_joined_after (spot) && !is_key (spot);
    case CELL:
      return is_cell (spot);
    case NOWHERE:
    default:
      return FALSE;
    }
}

/* NULL: it is nowhere behind `from`. */
static const char *
find (const char *text,
      const char *from,
      const char *needle,
      Place       place)
{
  Spot spot = { text, from, needle, strlen (needle) };

  for (; (spot.at = strstr (spot.at, needle)) != NULL; spot.at += spot.length)
    if (stands (&spot, place))
      return spot.at;

  return NULL;
}

/* --- Cutting -------------------------------------------------------------------------------- */

static const struct
{
  gboolean strong;
  gboolean names;
  gboolean masked;
  Place    nicks;
} CUTS[] = {
  [DAYBOOK_CUT_NOTHING] = { FALSE, FALSE, FALSE, NOWHERE },
  [DAYBOOK_CUT_SHOP] = { TRUE, FALSE, FALSE, NOWHERE },
  [DAYBOOK_CUT_OTHERS] = { TRUE, TRUE, FALSE, ALONE },
  [DAYBOOK_CUT_FIELDS] = { TRUE, TRUE, FALSE, NOWHERE },
  [DAYBOOK_CUT_OWN] = { TRUE, TRUE, FALSE, IN_WORDS },
  [DAYBOOK_CUT_TITLES] = { TRUE, TRUE, TRUE, IN_WORDS },
  [DAYBOOK_CUT_CELLS] = { TRUE, FALSE, FALSE, CELL },
  [DAYBOOK_CUT_ROWS] = { TRUE, TRUE, FALSE, CELL },
};

static gboolean
is_in (const char *text,
       GPtrArray  *needles,
       Place       place)
{
  for (guint i = 0; place != NOWHERE && i < needles->len; i++)
    if (find (text, text, g_ptr_array_index (needles, i), place) != NULL)
      return TRUE;

  return FALSE;
}

static void
cut_needle (GString    *text,
            const char *needle,
            Place       place)
{
  const gsize length = strlen (needle);
  const char *at = text->str;

  while ((at = find (text->str, at, needle, place)) != NULL)
    {
      gssize offset = at - text->str;

      g_string_erase (text, offset, (gssize) length);
      g_string_insert (text, offset, COVER);
      at = text->str + offset + strlen (COVER);
    }
}

static void
cut_from (GString   *text,
          GPtrArray *needles,
          Place      place)
{
  for (guint i = 0; place != NOWHERE && i < needles->len; i++)
    cut_needle (text, g_ptr_array_index (needles, i), place);
}

static DaybookCut
cut_of (sqlite3_value *value)
{
  int what = sqlite3_value_int (value);

  return what >= 0 && what < (int) G_N_ELEMENTS (CUTS) ? (DaybookCut) what : DAYBOOK_CUT_NOTHING;
}

static void
hit (sqlite3_context  *context,
     int               n_arguments,
     sqlite3_value   **arguments)
{
  const DaybookErasePlan *plan = sqlite3_user_data (context);
  const char *text = sqlite3_value_type (arguments[1]) == SQLITE_TEXT ? (const char *) sqlite3_value_text (arguments[1]) : NULL;
  DaybookCut what = cut_of (arguments[0]);

  sqlite3_result_int (context, text != NULL && ((CUTS[what].strong && is_in (text, plan->strong, NO_DIGITS))
                                                || (CUTS[what].names && is_in (text, plan->weak, NO_LETTERS))
                                                || is_in (text, plan->nicks, CUTS[what].nicks)));
}

static void
cut (sqlite3_context  *context,
     int               n_arguments,
     sqlite3_value   **arguments)
{
  const DaybookErasePlan *plan = sqlite3_user_data (context);
  DaybookCut what = cut_of (arguments[0]);
  g_autoptr(GString) text = NULL;

  if (sqlite3_value_type (arguments[1]) != SQLITE_TEXT)
    {
      sqlite3_result_value (context, arguments[1]);
      return;
    }

  text = g_string_new ((const char *) sqlite3_value_text (arguments[1]));
  if (CUTS[what].strong)
    cut_from (text, plan->strong, NO_DIGITS);
  if (CUTS[what].names)
    cut_from (text, plan->weak, NO_LETTERS);
  cut_from (text, plan->nicks, CUTS[what].nicks);
  for (guint i = 0; CUTS[what].masked && i < plan->masked->len; i++)
    g_string_replace (text, g_ptr_array_index (plan->masked, i), COVER, 0);
  sqlite3_result_text (context, text->str, -1, SQLITE_TRANSIENT);
}

gboolean
daybook_erase_cut_register (DaybookErasePlan  *plan,
                            DaybookDatabase   *db,
                            GError           **error)
{
  int flags = SQLITE_UTF8 | SQLITE_DIRECTONLY;
  int code = sqlite3_create_function_v2 (db->handle, "erase_hit", 2, flags, plan, hit, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_create_function_v2 (db->handle, "erase_cut", 2, flags, plan, cut, NULL, NULL, NULL);
  if (code == SQLITE_OK)
    return TRUE;

  daybook_database_set_error (error, db->handle, code);
  return FALSE;
}

/* --- Columns --------------------------------------------------------------------------------- */

/* By these the book and the platforms know things; the fields of the history have the same names. */
static const char *const IDENTIFIERS[] = {
  "act", "boot_id", "cause", "channels", "class", "code", "courier", "currency", "cycle", "day", "encoding", "field", "hash", "icon",
  "item", "key", "kind", "letter", "media", "merchant_number", "number", "of", "order_number", "pass", "payment", "pin", "platform",
  "platform_number", "recurrence", "register", "registers", "round", "row", "row_kind", "rule", "server", "sku", "sort", "stage",
  "starter", "status", "step", "sums", "tbl", "template", "tracking", "verdicts", "zone", NULL,
};

/* Columns that are not what their names say elsewhere: keys of a register, and what goods are called. */
static const struct
{
  const char *table;
  const char *kind;
  const char *column;
  DaybookCut  cut;
} COLUMNS[] = {
  { "cases", "case", "reason", DAYBOOK_CUT_NOTHING },
  { "case_lines", "case_line", "reason", DAYBOOK_CUT_NOTHING },
  { "case_lines", "case_line", "title", DAYBOOK_CUT_SHOP },
  { "orders", "order", "title", DAYBOOK_CUT_SHOP },
  { "aftersales", "aftersale", "title", DAYBOOK_CUT_SHOP },
  { "aftersales", "aftersale", "goods", DAYBOOK_CUT_SHOP },
  { "reviews", "review", "title", DAYBOOK_CUT_SHOP },
  { "reviews", "review", "product", DAYBOOK_CUT_SHOP },
  { "payments", "payment", "title", DAYBOOK_CUT_SHOP },
  { "stocks", "stock", "title", DAYBOOK_CUT_SHOP },
  { "stocks", "stock", "variant", DAYBOOK_CUT_SHOP },
  { "stocks", "stock", "place", DAYBOOK_CUT_SHOP },
};

/* A name may be a word of the shop's, or one of its own people's. */
static const char *const SHOP[] = {
  "agents", "shops", "products", "order_lines", "registers", "rules", "calendars", "settings", "views", "articles", "revisions",
  "phrases", "guarded_words", "trade_contacts", "grades", "chores", "shift_templates", "call_plans", "campaigns", "market_notes",
  "sub_accounts", "source_forms", "local", "imports", NULL,
};

/* In operations values of all tables stand together: by table and field it is said whose they are. (transfer full) */
static char *
cut_of_history (void)
{
  g_autoptr(GString) sql = g_string_new ("CASE WHEN field IN (''");

  for (gsize i = 0; IDENTIFIERS[i] != NULL; i++)
    g_string_append_printf (sql, ", '%s'", IDENTIFIERS[i]);
  g_string_append_printf (sql, ") THEN %d", DAYBOOK_CUT_NOTHING);
  for (gsize i = 0; i < G_N_ELEMENTS (COLUMNS); i++)
    g_string_append_printf (sql, " WHEN tbl = '%s' AND field = '%s' THEN %d", COLUMNS[i].kind, COLUMNS[i].column, COLUMNS[i].cut);
  g_string_append (sql, " WHEN tbl IN (''");
  for (gsize i = 0; SHOP[i] != NULL; i++)
    {
      const DaybookTable *table = daybook_registry_find (SHOP[i]);

      if (table != NULL)
        g_string_append_printf (sql, ", '%s'", table->kind);
    }
  g_string_append_printf (sql, ") THEN %d WHEN field GLOB '" DAYBOOK_EXTRA_PREFIX "*' THEN %d ELSE %d END",
                          DAYBOOK_CUT_SHOP, DAYBOOK_CUT_FIELDS, DAYBOOK_CUT_OTHERS);
  return g_strdup (sql->str);
}

static gboolean
is_history (const char *table)
{
  static const char *const TABLES[] = { "ops", "shadows", "conflicts", NULL };

  return g_strv_contains (TABLES, table);
}

static DaybookCut
cut_of_column (const char *table,
               const char *column,
               DaybookCut  what)
{
  if (g_strv_contains (IDENTIFIERS, column))
    return DAYBOOK_CUT_NOTHING;
  for (gsize i = 0; i < G_N_ELEMENTS (COLUMNS); i++)
    if (g_str_equal (COLUMNS[i].table, table) && g_str_equal (COLUMNS[i].column, column))
      return COLUMNS[i].cut;

  return g_str_equal (column, "extra") ? DAYBOOK_CUT_FIELDS : what;
}

/* The columns of a table that may hold a text and are no part of its key. (element-type utf8) */
static GPtrArray *
text_columns (DaybookDatabase *db,
              const char      *table)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT name FROM pragma_table_info (:table) WHERE type IN ('TEXT', 'ANY') AND pk = 0", NULL);

  if (statement == NULL)
    return columns;

  daybook_bind_text (statement, ":table", table);
  while (daybook_statement_next (statement, NULL))
    g_ptr_array_add (columns, g_strdup (daybook_column_text (statement, 0)));
  return columns;
}

/* Whose a value of the history is costs more to say than whether there is anything in it. (transfer full) */
static char *
hit_of_history (const char *column,
                const char *what)
{
  return g_strdup_printf ("(erase_hit (%d, \"%s\") AND erase_hit (%s, \"%s\"))", DAYBOOK_CUT_OTHERS, column, what, column);
}

/* Adds the column to both lists, unless nothing of it is ever cut. */
static void
add_column (GString    *set,
            GString    *hits,
            const char *table,
            const char *column,
            DaybookCut  of_table)
{
  DaybookCut what = cut_of_column (table, column, of_table);
  g_autofree char *sql = is_history (table) ? cut_of_history () : g_strdup_printf ("%d", what);
  g_autofree char *hit_sql = is_history (table) ? hit_of_history (column, sql) : g_strdup_printf ("erase_hit (%s, \"%s\")", sql, column);

  if (what == DAYBOOK_CUT_NOTHING)
    return;

  g_string_append_printf (set, "%s\"%s\" = erase_cut (%s, \"%s\")", set->len > 0 ? ", " : "", column, sql, column);
  g_string_append_printf (hits, "%s%s", hits->len > 0 ? " OR " : "", hit_sql);
}

gboolean
daybook_erase_cut_table (DaybookDatabase  *db,
                         const char       *table,
                         const char       *where,
                         DaybookCut        what,
                         GError          **error)
{
  g_autoptr(GPtrArray) columns = text_columns (db, table);
  g_autoptr(GString) set = g_string_new (NULL);
  g_autoptr(GString) hits = g_string_new (NULL);
  g_autofree char *sql = NULL;

  for (guint i = 0; i < columns->len; i++)
    add_column (set, hits, table, g_ptr_array_index (columns, i), what);
  if (set->len == 0)
    return TRUE;

  sql = g_strdup_printf ("UPDATE main.\"%s\" SET %s WHERE (%s) AND (%s)", table, set->str, where, hits->str);
  return daybook_database_run (db, sql, error);
}

/* --- Everywhere --------------------------------------------------------------------------------- */

/* Of the names, those that nobody else has, nor as part of theirs, and that are no nick. */
static GPtrArray *
find_unique (DaybookErasePlan *plan,
             DaybookDatabase  *db)
{
  GPtrArray *unique = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < plan->weak->len; i++)
    {
      const char *name = g_ptr_array_index (plan->weak, i);
      g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
        "SELECT 1 FROM customers WHERE instr (name, :name) > 0"
        " UNION ALL SELECT 1 FROM orders WHERE instr (receiver, :name) > 0 OR instr (buyer, :name) > 0 LIMIT 1", NULL);

      if (statement == NULL || g_ptr_array_find_with_equal_func (plan->nicks, name, g_str_equal, NULL))
        continue;
      daybook_bind_text (statement, ":name", name);
      if (!daybook_statement_next (statement, NULL))
        daybook_erase_add_text (unique, name);
    }
  return unique;
}

static gboolean
cut_everywhere (DaybookDatabase  *db,
                GError          **error)
{
  g_autoptr(GPtrArray) tables = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'", error);

  while (statement != NULL && daybook_statement_next (statement, NULL))
    g_ptr_array_add (tables, g_strdup (daybook_column_text (statement, 0)));
  for (guint i = 0; i < tables->len; i++)
    {
      const char *table = g_ptr_array_index (tables, i);

      if (!daybook_erase_cut_table (db, table, "1", g_strv_contains (SHOP, table) ? DAYBOOK_CUT_SHOP : DAYBOOK_CUT_OTHERS, error))
        return FALSE;
    }

  return statement != NULL;
}

gboolean
daybook_erase_cut_rest (DaybookErasePlan  *plan,
                        DaybookDatabase   *db,
                        GError           **error)
{
  g_autoptr(GPtrArray) unique = find_unique (plan, db);
  GPtrArray *weak = plan->weak;
  gboolean ok;

  plan->weak = unique;
  ok = cut_everywhere (db, error);
  plan->weak = weak;
  return ok;
}
