/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/phrase-offer.h"

#include "core/place-list.h"
#include "store/reader-private.h"

/* So many that words find are looked at. */
#define MOST_FOUND 300

/* What is read of every phrase: all that puts it in its place, but no text. */
#define STANDING \
  "SELECT p.rowid, p.purpose, p.language, p.daypart, a.id, p.channels, p.registers, f.slot" \
  " FROM phrases p LEFT JOIN agents a ON a.rowid = p.agent" \
  " LEFT JOIN favourites f ON f.phrase = p.rowid AND f.deleted = 0 AND f.agent = (SELECT rowid FROM agents WHERE id = :agent)" \
  " WHERE p.deleted = 0 AND p.retired = 0"

/* By the index alone, and so with those that were taken back: to put ten thousand phrases in their places. */
#define ALL_USES "SELECT phrase, count (*) FROM uses WHERE phrase IS NOT NULL GROUP BY phrase"
/* How often one was of use indeed. */
#define USES_OF_ONE \
  "SELECT count (*) FROM (SELECT 1 FROM uses WHERE phrase = :row AND deleted = 0 AND verdict <> 2 LIMIT :most)"

typedef struct
{
  gint64 rowid;
  guint  slot;
  guint  n_uses;
  guint  found;   /* where the words found it */
  guint  language, place, channel, daypart; /* how well it fits: the less the better */
} Standing;

void
daybook_phrase_offer_free (DaybookPhraseOffer *offer)
{
  g_clear_pointer (&offer->row, daybook_row_unref);
  g_free (offer);
}

/* --- One phrase's place ----------------------------------------------------------------------- */

static gboolean
is_whose (DaybookStatement        *statement,
          const DaybookPhraseWish *wish)
{
  DaybookId own;
  gboolean has_own = daybook_column_id (statement, 4, &own);
  gboolean is_own = has_own && wish->agent != NULL && daybook_id_equal (&own, wish->agent);

  switch (wish->of)
    {
    case DAYBOOK_PHRASES_OWN:
      return is_own;
    case DAYBOOK_PHRASES_SHOP:
      return !has_own;
    case DAYBOOK_PHRASES_ALL:
    default:
      return is_own || !has_own;
    }
}

/* What is for some other place comes behind what is for none. */
static guint
read_place (const char              *registers,
            const DaybookPhraseWish *wish)
{
  if (*registers == '\0')
    return 2;

  switch (daybook_place_list_fit (registers, wish->reg != NULL ? wish->reg : "", wish->stage))
    {
    case DAYBOOK_PLACE_STAGE:
      return 0;
    case DAYBOOK_PLACE_REGISTER:
      return 1;
    case DAYBOOK_PLACE_NONE:
    default:
      return 3;
    }
}

/* FALSE: it is not offered. */
static gboolean
read_standing (DaybookStatement        *statement,
               const DaybookPhraseWish *wish,
               Standing                *standing)
{
  gint64 language = daybook_column_value (statement, 2).number, daypart = daybook_column_value (statement, 3).number;
  const char *channels = daybook_column_text (statement, 5);

  if (!is_whose (statement, wish)
      || (wish->purpose != DAYBOOK_PURPOSE_ANY && daybook_column_value (statement, 1).number != wish->purpose))
    return FALSE;

  *standing = (Standing) {
    .rowid = daybook_column_value (statement, 0).number,
    .slot = (guint) daybook_column_value (statement, 7).number,
    .language = language != DAYBOOK_LANGUAGE_ANY && wish->language != DAYBOOK_LANGUAGE_ANY && language != (gint64) wish->language,
    .place = read_place (daybook_column_text (statement, 6), wish),
    .channel = *channels != '\0' && wish->channel != NULL && !daybook_place_list_has (channels, wish->channel),
    .daypart = daypart == (gint64) wish->daypart ? 0 : daypart == DAYBOOK_DAYPART_ANY ? 1 : 2,
  };
  return TRUE;
}

static int
compare_numbers (guint first,
                 guint second)
{
  return first < second ? -1 : first > second;
}

/* By key those that have one; the others behind. */
static int
compare_slots (const Standing *first,
               const Standing *second)
{
  return compare_numbers (first->slot > 0 ? first->slot : DAYBOOK_N_FAVOURITES + 1, second->slot > 0 ? second->slot : DAYBOOK_N_FAVOURITES + 1);
}

static int
compare_offered (gconstpointer a,
                 gconstpointer b)
{
  const Standing *first = a, *second = b;
  const int ways[] = {
    compare_slots (first, second), compare_numbers (first->language, second->language), compare_numbers (first->place, second->place),
    compare_numbers (first->channel, second->channel), compare_numbers (first->daypart, second->daypart),
    compare_numbers (second->n_uses, first->n_uses),
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (ways[i] != 0)
      return ways[i];

  return first->rowid < second->rowid ? -1 : first->rowid > second->rowid;
}

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const Standing *first = a, *second = b;
  int language = compare_numbers (first->language, second->language);

  return language != 0 ? language : compare_numbers (first->found, second->found);
}

/* --- Reading ------------------------------------------------------------------------------------ */

/* `found`: how many of the words' rows were read before it. */
static gboolean
collect (DaybookReader           *reader,
         const char              *sql,
         gint64                   row,
         guint                    found,
         const DaybookPhraseWish *wish,
         GArray                  *all,
         GError                 **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db, sql, error);
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;

  if (wish->agent != NULL)
    daybook_bind_id (statement, ":agent", wish->agent);
  if (row != 0)
    daybook_bind_int (statement, ":row", row);
  while (daybook_statement_next (statement, &local))
    {
      Standing standing;

      if (read_standing (statement, wish, &standing))
        {
          standing.found = found;
          g_array_append_val (all, standing);
        }
    }
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
count_uses (DaybookReader  *reader,
            GArray         *all,
            GError        **error)
{
  g_autoptr(GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db, ALL_USES, error);
  GError *local = NULL;

  for (guint i = 0; i < all->len; i++)
    g_hash_table_insert (places, &g_array_index (all, Standing, i).rowid, &g_array_index (all, Standing, i));
  while (statement != NULL && daybook_statement_next (statement, &local))
    {
      gint64 phrase = daybook_column_value (statement, 0).number;
      Standing *standing = g_hash_table_lookup (places, &phrase);

      if (standing != NULL)
        standing->n_uses = (guint) daybook_column_value (statement, 1).number;
    }
  if (local != NULL)
    g_propagate_error (error, local);
  return statement != NULL && local == NULL;
}

static gboolean
collect_found (DaybookReader           *reader,
               const DaybookPhraseWish *wish,
               GArray                  *all,
               GError                 **error)
{
  g_autoptr(GArray) keys = daybook_reader_search (reader, &daybook_phrases, wish->text, MOST_FOUND, error);

  for (guint i = 0; keys != NULL && i < keys->len; i++)
    if (!collect (reader, STANDING " AND p.rowid = :row", g_array_index (keys, gint64, i), i, wish, all, error))
      return FALSE;

  return keys != NULL;
}

/* Whoever has one phrase on two keys sees it once, by the first. */
static gboolean
is_double (GPtrArray      *offers,
           const Standing *standing)
{
  for (guint i = 0; standing->slot > 0 && i < offers->len; i++)
    if (((const DaybookPhraseOffer *) g_ptr_array_index (offers, i))->row->rowid == standing->rowid)
      return TRUE;

  return FALSE;
}

static gboolean
count_uses_of (DaybookReader  *reader,
               gint64          row,
               guint          *n,
               GError        **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db, USES_OF_ONE, error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", row);
  daybook_bind_int (statement, ":most", DAYBOOK_USES_MOST);
  if (!daybook_statement_next (statement, error))
    return FALSE;

  *n = (guint) daybook_column_value (statement, 0).number;
  return TRUE;
}

static GPtrArray *
read_rows (DaybookReader  *reader,
           GArray         *all,
           guint           limit,
           GError        **error)
{
  g_autoptr(GPtrArray) offers = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_phrase_offer_free);

  for (guint i = 0; i < all->len && offers->len < limit; i++)
    {
      const Standing *standing = &g_array_index (all, Standing, i);
      DaybookPhraseOffer *offer;

      if (is_double (offers, standing))
        continue;
      offer = g_new0 (DaybookPhraseOffer, 1);
      offer->row = daybook_reader_row (reader, &daybook_phrases, standing->rowid, error);
      offer->slot = standing->slot;
      if (offer->row == NULL || !count_uses_of (reader, standing->rowid, &offer->n_uses, error))
        {
          daybook_phrase_offer_free (offer);
          return NULL;
        }
      g_ptr_array_add (offers, offer);
    }

  return g_steal_pointer (&offers);
}

GPtrArray *
daybook_reader_offer_phrases (DaybookReader            *reader,
                              const DaybookPhraseWish  *wish,
                              guint                     limit,
                              GError                  **error)
{
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (Standing));
  gboolean by_words = wish->text != NULL && *wish->text != '\0';

  if (by_words ? !collect_found (reader, wish, all, error)
               : !collect (reader, STANDING, 0, 0, wish, all, error) || !count_uses (reader, all, error))
    return NULL;

  g_array_sort (all, by_words ? compare_found : compare_offered);
  return read_rows (reader, all, limit, error);
}

/* --- Favourites, and one's own ------------------------------------------------------------------- */

/* (transfer full), or NULL, also in the trash. */
static DaybookRow *
find_favourite (DaybookReader    *reader,
                const DaybookId  *agent,
                guint             slot,
                GError          **error)
{
  g_autoptr(GError) local = NULL;
  DaybookRow *row;
  DaybookId id;

  daybook_favourite_id (&id, agent, slot);
  row = daybook_reader_find (reader, &daybook_favourites, &id, &local);
  if (row == NULL && !g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&local));
  return row;
}

DaybookRow *
daybook_reader_favourite (DaybookReader    *reader,
                          const DaybookId  *agent,
                          guint             slot,
                          GError          **error)
{
  g_autoptr(DaybookRow) favourite = find_favourite (reader, agent, slot, error);
  const DaybookId *id = favourite != NULL && daybook_row_int (favourite, DAYBOOK_FAVOURITE_DELETED) == 0
    ? daybook_row_ref_id (favourite, DAYBOOK_FAVOURITE_PHRASE) : NULL;
  g_autoptr(DaybookRow) phrase = id != NULL ? daybook_reader_find (reader, &daybook_phrases, id, error) : NULL;

  if (phrase == NULL || daybook_row_int (phrase, DAYBOOK_PHRASE_DELETED) != 0 || daybook_row_int (phrase, DAYBOOK_PHRASE_RETIRED) != 0)
    return NULL;

  return g_steal_pointer (&phrase);
}

static void
write_favourite (DaybookEdit      *edit,
                 const DaybookRow *known,
                 const DaybookId  *agent,
                 guint             slot,
                 const DaybookId  *phrase)
{
  DaybookId id;

  daybook_favourite_id (&id, agent, slot);
  if (known != NULL && daybook_row_int (known, DAYBOOK_FAVOURITE_DELETED) == 0)
    {
      daybook_edit_set (edit, &daybook_favourites, &id, DAYBOOK_FAVOURITE_PHRASE, daybook_value_id (phrase));
      return;
    }

  daybook_edit_create (edit, &daybook_favourites, &id);
  daybook_edit_give (edit, DAYBOOK_FAVOURITE_AGENT, daybook_value_id (agent));
  daybook_edit_give (edit, DAYBOOK_FAVOURITE_SLOT, daybook_value_int (slot));
  daybook_edit_give (edit, DAYBOOK_FAVOURITE_PHRASE, daybook_value_id (phrase));
}

gboolean
daybook_favourite_set (DaybookEdit      *edit,
                       DaybookReader    *reader,
                       const DaybookId  *agent,
                       guint             slot,
                       const DaybookId  *phrase,
                       GError          **error)
{
  for (guint i = 1; i <= DAYBOOK_N_FAVOURITES; i++)
    {
      g_autoptr(GError) local = NULL;
      g_autoptr(DaybookRow) known = find_favourite (reader, agent, i, &local);
      const DaybookId *has = known != NULL && daybook_row_int (known, DAYBOOK_FAVOURITE_DELETED) == 0
        ? daybook_row_ref_id (known, DAYBOOK_FAVOURITE_PHRASE) : NULL;

      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (i == slot)
        write_favourite (edit, known, agent, slot, phrase);
      else if (has != NULL && daybook_id_equal (has, phrase))
        daybook_edit_delete (edit, &daybook_favourites, &known->id);
    }

  return TRUE;
}

void
daybook_phrase_copy (DaybookEdit      *edit,
                     const DaybookRow *phrase,
                     const DaybookId  *agent,
                     gint64            now,
                     DaybookId        *id)
{
  daybook_id_fresh (id, now * 1000);
  daybook_edit_create (edit, &daybook_phrases, id);
  for (guint i = DAYBOOK_PHRASE_TITLE; i < DAYBOOK_PHRASE_N_FIELDS; i++)
    if (i != DAYBOOK_PHRASE_AGENT && i != DAYBOOK_PHRASE_STARTER && i != DAYBOOK_PHRASE_RETIRED)
      daybook_edit_give (edit, i, daybook_value_copy (&phrase->values[i]));
  daybook_edit_give (edit, DAYBOOK_PHRASE_AGENT, daybook_value_id (agent));
}
