/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/duplicates.h"

#include "core/attention.h"
#include "core/customer-merge.h"
#include "core/number-order.h"
#include "store/customer-group.h"
#include "store/document.h"
#include "store/reader-private.h"
#include "store/row-sql.h"

#include <string.h>

/* Rows between two words on how far it is. */
#define TELL_EVERY 20000

/* What one contact or account says of a customer. */
typedef struct
{
  guint64         hash; /* keyed: what is held in memory gives no number away */
  gint64          customer;
  DaybookLikeness likeness;
} Mark;

typedef struct
{
  DaybookDatabase       *db;
  DaybookSecret          secret;
  GArray                *marks;    /* Mark */
  GHashTable            *roots;    /* gint64 → gint64, of those who were merged; 0: the root is in the trash */
  GHashTable            *not_same; /* DaybookId of attention rows */
  GHashTable            *apart;    /* gint64 roots: of two who are not one, one is among them */
  GHashTable            *found;    /* gint64 customer → Party, which several share */
  GFileProgressCallback  progress;
  gpointer               progress_data;
  gint64                 done;
  gint64                 total;
} Hunt;

/* Customers who hang together. */
typedef struct
{
  GArray          *customers;
  DaybookLikeness  likeness;
  gboolean         apart;    /* one of them is not the same person as somebody */
  gboolean         doubtful; /* one of them may as well be of another party, of which somebody here is not */
} Party;

static void
party_free (gpointer data)
{
  Party *party = data;

  g_array_unref (party->customers);
  g_free (party);
}

void
daybook_duplicates_free (DaybookDuplicates *duplicates)
{
  g_array_unref (duplicates->customers);
  g_free (duplicates);
}

/* --- What is known ----------------------------------------------------------- */

static gboolean
is_deleted (DaybookDatabase  *db,
            gint64            customer,
            GError          **error)
{
  g_autoptr(DaybookStatement) statement =
    daybook_database_prepare (db, "SELECT deleted FROM customers WHERE rowid = :row", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", customer);
  return daybook_statement_next (statement, error) && sqlite3_column_int (statement, 0) != 0;
}

static gboolean
read_roots (Hunt    *hunt,
            GError **error)
{
  GError *local = NULL;
  GHashTableIter iter;
  gpointer root;

  hunt->roots = daybook_customer_roots (hunt->db, error);
  if (hunt->roots == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, hunt->roots);
  while (local == NULL && g_hash_table_iter_next (&iter, NULL, &root))
    if (is_deleted (hunt->db, *(gint64 *) root, &local))
      *(gint64 *) root = 0;
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

/* The person of whom the row was written, as they are known now. */
static void
add_apart (Hunt        *hunt,
           const char  *text,
           GError     **error)
{
  GError *local = NULL;
  DaybookId id;
  gint64 customer = daybook_id_parse (text, &id) ? daybook_row_key (hunt->db, &daybook_customers, &id, NULL, NULL, &local) : 0;
  gint64 root = customer != 0 ? daybook_customer_root (hunt->db, customer, &local) : 0;

  if (root != 0)
    g_hash_table_add (hunt->apart, g_memdup2 (&root, sizeof root));
  if (local != NULL)
    g_propagate_error (error, local);
}

static gboolean
read_not_same (Hunt    *hunt,
               GError **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (hunt->db,
    "SELECT id, \"row\" FROM attentions WHERE rule = :rule AND deleted = 0 AND done_at IS NOT NULL", error);
  GError *local = NULL;
  DaybookId id;

  if (statement == NULL)
    return FALSE;

  daybook_bind_text (statement, ":rule", DAYBOOK_NOT_SAME_RULE);
  while (local == NULL && daybook_statement_next (statement, &local))
    if (daybook_column_id (statement, 0, &id))
      {
        g_hash_table_add (hunt->not_same, g_memdup2 (&id, sizeof id));
        add_apart (hunt, daybook_column_text (statement, 1), &local);
      }
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

static gint64
root_of (Hunt   *hunt,
         gint64  customer)
{
  const gint64 *root = g_hash_table_lookup (hunt->roots, &customer);

  return root != NULL ? *root : customer;
}

/* --- Marks --------------------------------------------------------------------- */

/* Takes over `text`. */
static void
add_mark (Hunt            *hunt,
          gint64           customer,
          DaybookLikeness  likeness,
          char            *text)
{
  g_autofree char *owned = text;
  Mark mark = { .customer = customer, .likeness = likeness };

  if (owned == NULL)
    return;

  crypto_shorthash ((guint8 *) &mark.hash, (const guint8 *) owned, strlen (owned), hunt->secret.bytes);
  mark.hash ^= (guint64) likeness;
  g_array_append_val (hunt->marks, mark);
}

static void
tell (Hunt *hunt)
{
  hunt->done++;
  if (hunt->progress != NULL && hunt->done % TELL_EVERY == 0)
    hunt->progress (MIN (hunt->done, hunt->total), hunt->total, hunt->progress_data);
}

static void
mark_contact (Hunt             *hunt,
              DaybookStatement *statement)
{
  gint64 customer = sqlite3_column_int64 (statement, 0);
  const char *value = daybook_column_text (statement, 2);

  if (sqlite3_column_int64 (statement, 1) == DAYBOOK_CONTACT_PHONE)
    add_mark (hunt, customer, DAYBOOK_LIKE_PHONE, daybook_likeness_phone (value));
  else
    add_mark (hunt, customer, DAYBOOK_LIKE_ADDRESS, daybook_likeness_address (daybook_column_text (statement, 3), value));
  tell (hunt);
}

static void
mark_handle (Hunt             *hunt,
             DaybookStatement *statement)
{
  add_mark (hunt, sqlite3_column_int64 (statement, 0), DAYBOOK_LIKE_NICK,
            daybook_likeness_nick (daybook_column_text (statement, 1), daybook_column_text (statement, 2)));
  tell (hunt);
}

/* A number with an end is lent to one order, and to somebody else later. */
#define SELECT_CONTACTS \
  "SELECT k.customer, k.kind, k.value, c.name FROM contacts k JOIN customers c ON c.rowid = k.customer" \
  " WHERE k.deleted = 0 AND k.masked = 0 AND k.kind IN (0, 2) AND k.valid_until IS NULL AND c.deleted = 0"
#define SELECT_HANDLES \
  "SELECT h.customer, h.platform, h.account FROM handles h JOIN customers c ON c.rowid = h.customer" \
  " WHERE h.deleted = 0 AND c.deleted = 0"

static gboolean
mark_all (Hunt        *hunt,
          const char  *sql,
          void       (*mark) (Hunt *, DaybookStatement *),
          GError     **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (hunt->db, sql, error);
  GError *local = NULL;

  while (statement != NULL && daybook_statement_next (statement, &local))
    mark (hunt, statement);
  if (local == NULL)
    return statement != NULL;

  g_propagate_error (error, local);
  return FALSE;
}

/* --- Who hangs together ----------------------------------------------------------- */

/* All by whom the person is known. (element-type DaybookId), or NULL. */
static GArray *
read_ids (Hunt   *hunt,
          gint64  root)
{
  g_autoptr(GArray) group = daybook_customer_group (hunt->db, root, NULL);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (DaybookId));

  for (guint i = 0; group != NULL && i < group->len; i++)
    {
      DaybookId id;

      if (!daybook_row_id (hunt->db, &daybook_customers, g_array_index (group, gint64, i), &id, NULL))
        return NULL;
      g_array_append_val (ids, id);
    }
  return group != NULL ? g_steal_pointer (&ids) : NULL;
}

static gboolean
is_apart (Hunt   *hunt,
          gint64  root)
{
  return g_hash_table_contains (hunt->apart, &root);
}

/* Whether somebody said of the two, whoever was merged into them, that they are not one. */
static gboolean
differ (Hunt   *hunt,
        gint64  one,
        gint64  other)
{
  if (!is_apart (hunt, one) && !is_apart (hunt, other))
    return FALSE;

  g_autoptr(GArray) first = read_ids (hunt, one);
  g_autoptr(GArray) second = read_ids (hunt, other);

  if (first == NULL || second == NULL)
    return TRUE;

  for (guint i = 0; i < first->len; i++)
    for (guint j = 0; j < second->len; j++)
      {
        DaybookId id;

        daybook_not_same_id (&id, &g_array_index (first, DaybookId, i), &g_array_index (second, DaybookId, j));
        if (g_hash_table_contains (hunt->not_same, &id))
          return TRUE;
      }
  return FALSE;
}

/* The same of anyone of the one party and anyone of the other. */
static gboolean
parties_differ (Hunt        *hunt,
                const Party *one,
                const Party *other)
{
  if (!one->apart && !other->apart)
    return FALSE;

  for (guint i = 0; i < one->customers->len; i++)
    for (guint j = 0; j < other->customers->len; j++)
      if (differ (hunt, g_array_index (one->customers, gint64, i), g_array_index (other->customers, gint64, j)))
        return TRUE;
  return FALSE;
}

static Party *
party_of (Hunt   *hunt,
          gint64  customer)
{
  Party *party = g_hash_table_lookup (hunt->found, &customer);

  if (party != NULL)
    return party;

  party = g_new0 (Party, 1);
  party->customers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (party->customers, customer);
  party->apart = is_apart (hunt, customer);
  g_hash_table_insert (hunt->found, g_memdup2 (&customer, sizeof customer), party);
  return party;
}

static void
unite (Hunt  *hunt,
       Party *into,
       Party *from)
{
  into->likeness |= from->likeness;
  into->apart |= from->apart;
  into->doubtful |= from->doubtful;
  g_array_append_vals (into->customers, from->customers->data, from->customers->len);
  for (guint i = 0; i < from->customers->len; i++)
    {
      gint64 customer = g_array_index (from->customers, gint64, i);

      g_hash_table_insert (hunt->found, g_memdup2 (&customer, sizeof customer), into);
    }
  party_free (from);
}

static void
join (Hunt            *hunt,
      gint64           one,
      gint64           other,
      DaybookLikeness  likeness)
{
  Party *into = party_of (hunt, one);
  Party *from = party_of (hunt, other);

  if (into != from && parties_differ (hunt, into, from))
    {
      into->doubtful = from->doubtful = TRUE;
      return;
    }

  into->likeness |= likeness;
  if (into != from)
    unite (hunt, into, from);
}

/* Those with one mark, which stand at these places. */
static void
join_run (Hunt          *hunt,
          const Mark    *marks,
          const guint32 *places,
          guint          n)
{
  if (n < 2 || n > DAYBOOK_DUPLICATES_CROWD)
    return;

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        gint64 one = root_of (hunt, marks[places[i]].customer), other = root_of (hunt, marks[places[j]].customer);

        if (one != 0 && other != 0 && one != other && !differ (hunt, one, other))
          join (hunt, one, other, marks[places[i]].likeness);
      }
}

/* The places of marks, like ones beside each other. */
static guint32 *
order_marks (Hunt *hunt)
{
  g_autofree gint64 *hashes = g_new (gint64, hunt->marks->len);

  for (guint i = 0; i < hunt->marks->len; i++)
    hashes[i] = (gint64) g_array_index (hunt->marks, Mark, i).hash;
  return daybook_number_order (hashes, hunt->marks->len);
}

static void
join_all (Hunt *hunt)
{
  const Mark *marks = (const Mark *) (gpointer) hunt->marks->data;
  g_autofree guint32 *order = order_marks (hunt);

  for (guint i = 0, n; i < hunt->marks->len; i += n)
    {
      n = 1;
      while (i + n < hunt->marks->len && marks[order[i + n]].hash == marks[order[i]].hash)
        n++;
      join_run (hunt, marks, order + i, n);
    }
}

/* --- What is told -------------------------------------------------------------------- */

/* NULL too of one who was merged and has the card all the same, since two laptops merged two into each other: that is
 * nothing to be merged without a person. */
static char *
read_name (Hunt   *hunt,
           gint64  customer)
{
  g_autoptr(DaybookStatement) statement =
    daybook_database_prepare (hunt->db, "SELECT name FROM customers WHERE rowid = :row AND merged_into IS NULL", NULL);

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":row", customer);
  return daybook_statement_next (statement, NULL) ? daybook_likeness_name (daybook_column_text (statement, 0)) : NULL;
}

/* Of two alone it is sure that the phone is that of both. */
static gboolean
is_exact (Hunt        *hunt,
          const Party *party)
{
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  if (party->customers->len != 2 || party->doubtful || (party->likeness & DAYBOOK_LIKE_PHONE) == 0)
    return FALSE;

  one = read_name (hunt, g_array_index (party->customers, gint64, 0));
  other = read_name (hunt, g_array_index (party->customers, gint64, 1));
  return one != NULL && g_strcmp0 (one, other) == 0;
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  const gint64 *first = a, *second = b;

  return *first < *second ? -1 : *first > *second;
}

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const DaybookDuplicates *first = *(DaybookDuplicates *const *) a, *second = *(DaybookDuplicates *const *) b;
  gint64 newest = g_array_index (first->customers, gint64, first->customers->len - 1);
  gint64 other = g_array_index (second->customers, gint64, second->customers->len - 1);

  if (first->exact != second->exact)
    return first->exact ? -1 : 1;
  return newest > other ? -1 : newest < other;
}

static DaybookDuplicates *
make_found (Hunt  *hunt,
            Party *party)
{
  DaybookDuplicates *found = g_new0 (DaybookDuplicates, 1);

  found->customers = g_array_ref (party->customers);
  found->likeness = party->likeness;
  found->exact = is_exact (hunt, party);
  g_array_sort (found->customers, compare_keys);
  return found;
}

static GPtrArray *
list_found (Hunt *hunt)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_duplicates_free);
  g_autoptr(GHashTable) parties = g_hash_table_new_full (NULL, NULL, party_free, NULL);
  GHashTableIter iter;
  gpointer party;

  g_hash_table_iter_init (&iter, hunt->found);
  while (g_hash_table_iter_next (&iter, NULL, &party))
    if (!g_hash_table_contains (parties, party))
      g_hash_table_add (parties, party);
  g_hash_table_iter_init (&iter, parties);
  while (g_hash_table_iter_next (&iter, &party, NULL))
    if (((const Party *) party)->customers->len > 1)
      g_ptr_array_add (all, make_found (hunt, party));
  g_ptr_array_sort (all, compare_found);
  return all;
}

static void
hunt_clear (Hunt *hunt)
{
  g_clear_pointer (&hunt->marks, g_array_unref);
  g_clear_pointer (&hunt->roots, g_hash_table_unref);
  g_clear_pointer (&hunt->not_same, g_hash_table_unref);
  g_clear_pointer (&hunt->apart, g_hash_table_unref);
  g_clear_pointer (&hunt->found, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Hunt, hunt_clear)

static void
hunt_init (Hunt          *hunt,
           DaybookReader *reader)
{
  hunt->db = reader->db;
  hunt->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  hunt->not_same = g_hash_table_new_full (daybook_id_hash, daybook_id_equal, g_free, NULL);
  hunt->apart = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  hunt->found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

GPtrArray *
daybook_reader_duplicates (DaybookReader          *self,
                           GFileProgressCallback   progress,
                           gpointer                progress_data,
                           GError                **error)
{
  g_auto(Hunt) hunt = { .progress = progress, .progress_data = progress_data };
  GError *local = NULL;

  hunt_init (&hunt, self);
  hunt.total = daybook_database_number (self->db, "SELECT (SELECT count (*) FROM contacts) + (SELECT count (*) FROM handles)", 0, &local);
  if (local == NULL && daybook_secret_read (self->db, &hunt.secret, &local) && read_roots (&hunt, &local)
      && read_not_same (&hunt, &local) && mark_all (&hunt, SELECT_CONTACTS, mark_contact, &local)
      && mark_all (&hunt, SELECT_HANDLES, mark_handle, &local))
    {
      join_all (&hunt);
      return list_found (&hunt);
    }

  g_propagate_error (error, local);
  return NULL;
}

/* --- Of one customer ------------------------------------------------------------------- */

/* More contacts than these has a reseller, who is like many. */
#define MOST_PARTS 20

/* Whether the other one has the mark too. */
static gboolean
has_mark (Hunt   *hunt,
          gint64  customer,
          guint64 hash)
{
  g_autoptr(DaybookStatement) contacts = daybook_database_prepare (hunt->db,
    SELECT_CONTACTS " AND k.customer IN " DAYBOOK_CUSTOMER_GROUP (":row"), NULL);
  g_autoptr(DaybookStatement) handles = daybook_database_prepare (hunt->db,
    SELECT_HANDLES " AND h.customer IN " DAYBOOK_CUSTOMER_GROUP (":row"), NULL);
  guint first = hunt->marks->len;
  gboolean found = FALSE;

  if (contacts == NULL || handles == NULL)
    return FALSE;

  daybook_bind_int (contacts, ":row", customer);
  while (daybook_statement_next (contacts, NULL))
    mark_contact (hunt, contacts);
  daybook_bind_int (handles, ":row", customer);
  while (daybook_statement_next (handles, NULL))
    mark_handle (hunt, handles);
  for (guint i = first; i < hunt->marks->len && !found; i++)
    found = g_array_index (hunt->marks, Mark, i).hash == hash;
  g_array_set_size (hunt->marks, first);
  return found;
}

/* Whether one more may be the same person as all those: they are offered together. */
static gboolean
fits (Hunt   *hunt,
      GArray *alikes,
      gint64  hit)
{
  for (guint i = 0; i < alikes->len; i++)
    {
      gint64 other = g_array_index (alikes, gint64, i);

      if (other == hit || differ (hunt, other, hit))
        return FALSE;
    }
  return TRUE;
}

/* Those whom the search finds by `words` and who have the customer's mark, which is the last one. */
static gboolean
add_alikes (Hunt           *hunt,
            DaybookReader  *reader,
            gint64          customer,
            const char     *words,
            guint           limit,
            GArray         *alikes,
            GError        **error)
{
  guint64 hash = g_array_index (hunt->marks, Mark, hunt->marks->len - 1).hash;
  g_autoptr(GArray) hits = daybook_reader_search (reader, &daybook_customers, words, DAYBOOK_DUPLICATES_CROWD, error);

  for (guint i = 0; hits != NULL && i < hits->len && alikes->len < limit; i++)
    {
      gint64 hit = g_array_index (hits, gint64, i);

      if (hit != customer && !differ (hunt, customer, hit) && fits (hunt, alikes, hit) && has_mark (hunt, hit, hash))
        g_array_append_val (alikes, hit);
    }
  return hits != NULL;
}

/* Marks what an account or contact says; gives the words by which others who have it are found. NULL: it says nothing. */
static const char *
mark_part (Hunt             *hunt,
           const DaybookRow *row,
           const DaybookRow *part)
{
  const char *name = daybook_row_text (row, DAYBOOK_CUSTOMER_NAME);
  const char *value = part->table == &daybook_contacts ? daybook_row_text (part, DAYBOOK_CONTACT_VALUE) : "";
  guint before = hunt->marks->len;

  if (part->table == &daybook_handles)
    {
      value = daybook_row_text (part, DAYBOOK_HANDLE_ACCOUNT);
      add_mark (hunt, row->rowid, DAYBOOK_LIKE_NICK, daybook_likeness_nick (daybook_row_text (part, DAYBOOK_HANDLE_PLATFORM), value));
    }
  else if (daybook_row_has (part, DAYBOOK_CONTACT_VALID_UNTIL))
    return NULL;
  else if (daybook_row_int (part, DAYBOOK_CONTACT_KIND) == DAYBOOK_CONTACT_PHONE)
    add_mark (hunt, row->rowid, DAYBOOK_LIKE_PHONE, daybook_likeness_phone (value));
  else if (daybook_row_int (part, DAYBOOK_CONTACT_KIND) == DAYBOOK_CONTACT_ADDRESS)
    {
      add_mark (hunt, row->rowid, DAYBOOK_LIKE_ADDRESS, daybook_likeness_address (name, value));
      value = name;
    }
  return hunt->marks->len > before ? value : NULL;
}

static gboolean
add_of_parts (Hunt                *hunt,
              DaybookReader       *reader,
              const DaybookRow    *row,
              const DaybookTable  *table,
              guint                limit,
              GArray              *alikes,
              GError             **error)
{
  g_autoptr(GPtrArray) parts =
    daybook_reader_some_parts (reader, table, (guint) table->owner, &row->id, DAYBOOK_PARTS_LAST, MOST_PARTS, error);

  for (guint i = 0; parts != NULL && i < parts->len && alikes->len < limit; i++)
    {
      const char *words = mark_part (hunt, row, g_ptr_array_index (parts, i));

      if (words != NULL && !add_alikes (hunt, reader, row->rowid, words, limit, alikes, error))
        return FALSE;
    }
  return parts != NULL;
}

GArray *
daybook_reader_look_alikes (DaybookReader     *self,
                            const DaybookRow  *row,
                            guint              limit,
                            GError           **error)
{
  g_auto(Hunt) hunt = { 0 };
  g_autoptr(GArray) alikes = g_array_new (FALSE, FALSE, sizeof (gint64));

  hunt_init (&hunt, self);
  return daybook_secret_read (self->db, &hunt.secret, error) && read_not_same (&hunt, error)
         && add_of_parts (&hunt, self, row, &daybook_contacts, limit, alikes, error)
         && add_of_parts (&hunt, self, row, &daybook_handles, limit, alikes, error)
         ? g_steal_pointer (&alikes) : NULL;
}

/* --- Those about whom there is no doubt -------------------------------------------------- */

static const DaybookRow *
find_oldest (GPtrArray *customers)
{
  const DaybookRow *oldest = g_ptr_array_index (customers, 0);

  for (guint i = 1; i < customers->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (customers, i);

      if (daybook_row_has (row, DAYBOOK_CUSTOMER_FIRST_SEEN)
          && (!daybook_row_has (oldest, DAYBOOK_CUSTOMER_FIRST_SEEN)
              || daybook_row_int (row, DAYBOOK_CUSTOMER_FIRST_SEEN) < daybook_row_int (oldest, DAYBOOK_CUSTOMER_FIRST_SEEN)))
        oldest = row;
    }
  return oldest;
}

gint64
daybook_duplicates_merge_exact (DaybookReader  *self,
                                DaybookEdit    *edit,
                                GPtrArray      *all,
                                GError        **error)
{
  g_autofree char *title = NULL;
  guint n = 0, n_groups = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const DaybookDuplicates *found = g_ptr_array_index (all, i);
      g_autoptr(GPtrArray) customers = NULL;

      if (!found->exact)
        continue;
      customers = daybook_reader_rows (self, &daybook_customers, (const gint64 *) (gpointer) found->customers->data,
                                       found->customers->len, error);
      if (customers == NULL)
        return -1;
      /* Since they were found, one of them may have been merged, moved to the trash or erased. */
      if (customers->len < found->customers->len || !daybook_customer_merge (edit, customers, find_oldest (customers), NULL, NULL))
        continue;
      n += customers->len;
      n_groups++;
    }

  title = daybook_customer_merge_title (n);
  daybook_edit_set_title (edit, title);
  return n_groups;
}
