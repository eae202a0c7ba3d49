/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/guard-words.h"

#include "core/guarded-word.h"
#include "core/han.h"
#include "store/setting.h"
#include "store/word-guard.h"

#include <string.h>

/* A rule that is not in use has this in the setting of its name; that of names, unless it says so, is none. */
#define OFF "off"
#define ON "on"

void
daybook_guarded_entry_free (DaybookGuardedEntry *entry)
{
  g_free (entry->text);
  g_free (entry->rule);
  g_free (entry->title);
  g_free (entry->why);
  g_free (entry->instead);
  g_free (entry->folded);
  g_clear_pointer (&entry->let_pass, g_array_unref);
  g_free (entry);
}

/* --- Rules ------------------------------------------------------------------------------ */

static char *
setting_of (const char *rule)
{
  return g_strconcat ("guard.", rule, NULL);
}

gboolean
daybook_reader_guard_rule_is_on (DaybookReader *self,
                                 const char    *rule)
{
  g_autofree char *setting = setting_of (rule);
  g_autofree char *value = daybook_setting_get (self, setting);

  return g_str_equal (rule, DAYBOOK_GUARD_NAMES) ? g_str_equal (value, ON) : !g_str_equal (value, OFF);
}

void
daybook_guard_rule_switch (DaybookEdit   *edit,
                           DaybookReader *reader,
                           const char    *rule,
                           gboolean       on)
{
  g_autofree char *setting = setting_of (rule);

  daybook_setting_set (edit, reader, setting, on ? ON : OFF);
}

/* --- The shop's own --------------------------------------------------------------------- */

/* What the list is made of. */
typedef struct
{
  DaybookReader *reader;
  GPtrArray     *lists;    /* DaybookGuardList */
  GPtrArray     *entries;
  GHashTable    *let_pass; /* key → GArray of DaybookId: the rows that let such a word pass everywhere */
  GHashTable    *seen;     /* keys of those that Daybook brings */
} Listing;

/* Each text is a line of its own. */
static char *
fold (const DaybookGuardedEntry *entry)
{
  const char *const texts[] = { entry->text, entry->instead, entry->title, entry->shipped ? NULL : entry->why };
  g_autoptr(GString) all = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL)
      g_string_append_printf (all, "%s\n", texts[i]);
  return daybook_han_fold (all->str);
}

static char *
copy_text (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

static const DaybookGuardList *
find_list (GPtrArray  *lists,
           const char *rule)
{
  for (guint i = 0; i < lists->len; i++)
    if (g_strcmp0 (((const DaybookGuardList *) g_ptr_array_index (lists, i))->rule, rule) == 0)
      return g_ptr_array_index (lists, i);

  return NULL;
}

static DaybookGuardedEntry *
make_own (const Listing         *listing,
          const DaybookRow      *row,
          const DaybookGuardOwn *own)
{
  const DaybookGuardList *list = find_list (listing->lists, own->rule);
  DaybookGuardedEntry *entry = g_new0 (DaybookGuardedEntry, 1);

  entry->id = row->id;
  entry->spares = own->passes;
  entry->text = copy_text (own->text);
  entry->rule = copy_text (own->rule);
  entry->title = list != NULL ? g_strdup (list->title) : copy_text (own->rule);
  entry->why = copy_text (own->why);
  entry->instead = copy_text (own->instead);
  entry->channels = own->channels;
  entry->folded = fold (entry);
  return entry;
}

/* The rows of one word that Daybook brings, or NULL. */
static GArray *
find_let_pass (const Listing *listing,
               const char    *key)
{
  return g_hash_table_lookup (listing->let_pass, key);
}

/* The keys of all that Daybook brings. */
static GHashTable *
read_keys (GPtrArray *lists)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < lists->len; i++)
    {
      const DaybookGuardList *list = g_ptr_array_index (lists, i);

      for (guint j = 0; j < list->words->len; j++)
        for (guint language = 0; language < DAYBOOK_N_LANGUAGES; language++)
          for (char **text = ((const DaybookGuardWord *) g_ptr_array_index (list->words, j))->texts[language]; text != NULL && *text != NULL; text++)
            g_hash_table_add (keys, daybook_guard_word_key (*text));
    }
  return keys;
}

/* The same for good: the lists never change. */
static GHashTable *
shipped_keys (void)
{
  static GHashTable *keys = NULL;

  if (g_once_init_enter (&keys))
    g_once_init_leave (&keys, read_keys (daybook_guard_shipped ()));
  return keys;
}

/* One that lets pass what Daybook brings is the switch of that word, and none of the shop's own. */
static void
add_own (Listing          *listing,
         const DaybookRow *row)
{
  DaybookGuardOwn own;
  gboolean known = daybook_guarded_word_read (row, &own);
  g_autofree char *key = own.text != NULL ? daybook_guard_word_key (own.text) : g_strdup ("");
  GArray *rows;

  if (!known || !own.passes || own.channels != 0 || !g_hash_table_contains (shipped_keys (), key))
    {
      g_ptr_array_add (listing->entries, make_own (listing, row, &own));
      return;
    }

  rows = find_let_pass (listing, key);
  if (rows == NULL)
    {
      rows = g_array_new (FALSE, FALSE, sizeof (DaybookId));
      g_hash_table_insert (listing->let_pass, g_steal_pointer (&key), rows);
    }
  g_array_append_val (rows, row->id);
}

/* --- What Daybook brings ---------------------------------------------------------------- */

static void
add_shipped (Listing                *listing,
             const DaybookGuardList *list,
             const DaybookGuardWord *word,
             guint                   language,
             const char             *text,
             gboolean                rule_off)
{
  g_autofree char *key = daybook_guard_word_key (text);
  const char *const parts[] = { "shipped", key };
  DaybookGuardedEntry *entry;
  GArray *rows;

  /* The same word in other characters, or in a second list: the first one counts. */
  if (g_hash_table_contains (listing->seen, key))
    return;

  entry = g_new0 (DaybookGuardedEntry, 1);
  daybook_id_derive (&entry->id, daybook_guarded_words.kind, parts, G_N_ELEMENTS (parts));
  entry->shipped = TRUE;
  entry->rule_off = rule_off;
  entry->text = g_strdup (text);
  entry->rule = g_strdup (list->rule);
  entry->title = g_strdup (list->title);
  entry->why = g_strdup (list->why);
  entry->instead = g_strdup (word->instead[language]);
  entry->channels = word->channels;
  entry->folded = fold (entry);
  rows = find_let_pass (listing, key);
  entry->let_pass = rows != NULL ? g_array_ref (rows) : NULL;
  entry->off = rows != NULL;
  g_ptr_array_add (listing->entries, entry);
  g_hash_table_add (listing->seen, g_steal_pointer (&key));
}

static void
add_language (Listing                *listing,
              const DaybookGuardList *list,
              guint                   language,
              gboolean                rule_off)
{
  for (guint i = 0; i < list->words->len; i++)
    {
      const DaybookGuardWord *word = g_ptr_array_index (list->words, i);

      for (char **text = word->texts[language]; text != NULL && *text != NULL; text++)
        add_shipped (listing, list, word, language, *text, rule_off);
    }
}

static void
add_list (Listing                *listing,
          const DaybookGuardList *list)
{
  gboolean rule_off = !daybook_reader_guard_rule_is_on (listing->reader, list->rule);
  guint here = daybook_language_here ();

  add_language (listing, list, here, rule_off);
  for (guint i = DAYBOOK_LANGUAGE_ANY + 1; i < DAYBOOK_N_LANGUAGES; i++)
    if (i != here)
      add_language (listing, list, i, rule_off);
}

/* --- The list --------------------------------------------------------------------------- */

GPtrArray *
daybook_reader_guarded (DaybookReader  *self,
                        GError        **error)
{
  g_autoptr(GPtrArray) rows = daybook_reader_all (self, &daybook_guarded_words, error);
  g_autoptr(GHashTable) let_pass = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Listing listing = { self, daybook_guard_shipped (), NULL, let_pass, seen };

  if (rows == NULL)
    return NULL;

  listing.entries = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_guarded_entry_free);
  for (guint i = rows->len; i > 0; i--)
    add_own (&listing, g_ptr_array_index (rows, i - 1));
  for (guint i = 0; i < listing.lists->len; i++)
    add_list (&listing, g_ptr_array_index (listing.lists, i));
  return listing.entries;
}

gboolean
daybook_guarded_entry_holds (const DaybookGuardedEntry *entry,
                             const char                *folded)
{
  return strstr (entry->folded, folded) != NULL;
}

GHashTable *
daybook_guarded_entries_keys (GPtrArray *entries)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const DaybookGuardedEntry *entry = g_ptr_array_index (entries, i);

      if (!entry->shipped && entry->text != NULL)
        g_hash_table_add (keys, daybook_guard_word_key (entry->text));
    }
  return keys;
}

void
daybook_guarded_entry_switch (DaybookEdit               *edit,
                              const DaybookGuardedEntry *entry,
                              gboolean                   on)
{
  const DaybookGuardOwn passes = { .text = entry->text, .rule = entry->rule, .passes = TRUE };

  g_return_if_fail (entry->shipped);

  if (!on && !entry->off)
    daybook_guarded_word_create (edit, &entry->id, &passes);
  for (guint i = 0; on && entry->let_pass != NULL && i < entry->let_pass->len; i++)
    daybook_edit_delete (edit, &daybook_guarded_words, &g_array_index (entry->let_pass, DaybookId, i));
}
