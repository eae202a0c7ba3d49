/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/grade-proposals.h"

#include "core/attention.h"
#include "core/mask.h"
#include "store/customer-group.h"
#include "store/reader-private.h"
#include "store/row-sql.h"

#include <glib/gi18n-lib.h>

/* How often it is said how far it is. */
#define CUSTOMERS_PER_LOOK 8192

/* All that counts of an order is in the index: the orders themselves are not read. */
#define COUNTED " o.created, o.stage, o.refund, o.currency, o.paid, o.refunded, o.total FROM orders o INDEXED BY orders_customer"
#define WITH_CUSTOMER " WHERE o.customer IS NOT NULL AND o.deleted = 0"

typedef struct
{
  gint64   grade;
  gboolean held;
  gboolean seen;
} Graded;

typedef struct
{
  DaybookReader           *reader;
  const DaybookGradeRules *rules;
  gint64                   now;
  GHashTable              *graded; /* key → Graded: of all who have a grade or hold none by hand */
  GHashTable              *roots;  /* store/customer-group.h */
  GHashTable              *joined; /* key of a root → DaybookGradeFacts */
  GHashTable              *declined; /* ids of attentions → gint64 *: when */
  GArray                  *found;
} Scan;

static void
clear_scan (Scan *scan)
{
  g_clear_pointer (&scan->graded, g_hash_table_unref);
  g_clear_pointer (&scan->roots, g_hash_table_unref);
  g_clear_pointer (&scan->joined, g_hash_table_unref);
  g_clear_pointer (&scan->declined, g_hash_table_unref);
  g_clear_pointer (&scan->found, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scan, clear_scan)

/* --- Orders ------------------------------------------------------------------------------ */

/* From the column `first` on. */
static void
add_order (DaybookGradeFacts       *facts,
           const DaybookGradeRules *rules,
           DaybookStatement        *statement,
           int                      first,
           gint64                   now)
{
  const DaybookGradeOrder order = {
    .created = sqlite3_column_int64 (statement, first),
    .stage = sqlite3_column_int64 (statement, first + 1),
    .refund = sqlite3_column_int64 (statement, first + 2),
    .currency = daybook_column_text (statement, first + 3),
    .paid = daybook_column_amount (statement, first + 4),
    .refunded = daybook_column_amount (statement, first + 5),
    .total = daybook_column_amount (statement, first + 6),
  };

  daybook_grade_facts_add (facts, rules, &order, now);
}

gboolean
daybook_reader_grade_facts (DaybookReader           *reader,
                            const DaybookGradeRules *rules,
                            gint64                   customer,
                            gint64                   now,
                            DaybookGradeFacts       *facts,
                            GError                 **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db,
    "SELECT" COUNTED WITH_CUSTOMER " AND o.customer IN " DAYBOOK_CUSTOMER_GROUP (":customer"), error);
  GError *local = NULL;

  *facts = (DaybookGradeFacts) { 0 };
  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":customer", customer);
  while (daybook_statement_next (statement, &local))
    add_order (facts, rules, statement, 0, now);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

/* --- What is known of customers ------------------------------------------------------------ */

static gboolean
read_graded (Scan    *scan,
             GError **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (scan->reader->db,
    "SELECT c.rowid, c.grade, c.grade_held FROM customers c WHERE c.grade <> 0 AND c.deleted = 0 AND " DAYBOOK_CUSTOMER_IS_ROOT ("c"), error);
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;

  while (daybook_statement_next (statement, &local))
    {
      gint64 key = sqlite3_column_int64 (statement, 0);
      const Graded graded = { sqlite3_column_int64 (statement, 1), sqlite3_column_int64 (statement, 2) != 0, FALSE };

      g_hash_table_insert (scan->graded, g_memdup2 (&key, sizeof key), g_memdup2 (&graded, sizeof graded));
    }
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
read_merged (Scan    *scan,
             GError **error)
{
  GHashTableIter iter;
  gpointer root;

  scan->roots = daybook_customer_roots (scan->reader->db, error);
  if (scan->roots == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, scan->roots);
  while (g_hash_table_iter_next (&iter, NULL, &root))
    g_hash_table_insert (scan->joined, g_memdup2 (root, sizeof (gint64)), g_new0 (DaybookGradeFacts, 1));
  return TRUE;
}

static gboolean
read_declined (Scan    *scan,
               GError **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (scan->reader->db,
    "SELECT id, done_at FROM attentions WHERE rule = :rule AND done_at IS NOT NULL AND deleted = 0", error);
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;

  daybook_bind_text (statement, ":rule", DAYBOOK_GRADE_ATTENTION);
  while (daybook_statement_next (statement, &local))
    {
      DaybookId id;
      gint64 at = sqlite3_column_int64 (statement, 1);

      if (daybook_column_id (statement, 0, &id))
        g_hash_table_insert (scan->declined, g_memdup2 (&id, sizeof id), g_memdup2 (&at, sizeof at));
    }
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

/* Whether the customer is there, and nobody else. */
static gboolean
read_customer (Scan                   *scan,
               DaybookGradeCandidate  *candidate,
               gboolean               *held,
               GError                **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (scan->reader->db,
    "SELECT c.id, c.grade_held FROM customers c WHERE c.rowid = :row AND c.deleted = 0 AND " DAYBOOK_CUSTOMER_IS_ROOT ("c"), error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", candidate->customer);
  if (!daybook_statement_next (statement, error) || !daybook_column_id (statement, 0, &candidate->id))
    return FALSE;

  *held = sqlite3_column_int64 (statement, 1) != 0;
  return TRUE;
}

static void
attention_id (const DaybookGradeCandidate *candidate,
              DaybookId                   *id)
{
  daybook_attention_row_id (id, DAYBOOK_GRADE_ATTENTION, daybook_customers.kind, &candidate->id,
                            daybook_grade_proposal_cycle (&candidate->proposal));
}

static gboolean
is_declined (Scan                        *scan,
             const DaybookGradeCandidate *candidate)
{
  const gint64 *at;
  DaybookId id;

  if (g_hash_table_size (scan->declined) == 0)
    return FALSE;

  attention_id (candidate, &id);
  at = g_hash_table_lookup (scan->declined, &id);
  return at != NULL && daybook_grade_is_declined (&candidate->proposal, scan->rules, *at, scan->now);
}

/* --- Going through them ------------------------------------------------------------------------ */

/* One customer with all that was bought. */
static gboolean
weigh (Scan                    *scan,
       gint64                   customer,
       const DaybookGradeFacts *facts,
       GError                 **error)
{
  Graded *graded = g_hash_table_lookup (scan->graded, &customer);
  DaybookGradeCandidate candidate = { .customer = customer };
  gboolean held = graded != NULL && graded->held;
  GError *local = NULL;

  if (graded != NULL)
    graded->seen = TRUE;
  if (!daybook_grade_propose (scan->rules, facts, graded != NULL ? (DaybookGrade) graded->grade : DAYBOOK_GRADE_NONE, held, &candidate.proposal))
    return TRUE;

  if (read_customer (scan, &candidate, &held, &local) && !held && !is_declined (scan, &candidate))
    g_array_append_val (scan->found, candidate);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

/* Those of whom others are part, or who are part of others, wait until all is known. */
static gboolean
end_customer (Scan                    *scan,
              gint64                   customer,
              const DaybookGradeFacts *facts,
              GError                 **error)
{
  const gint64 *root = g_hash_table_lookup (scan->roots, &customer);

  if (root == NULL)
    return weigh (scan, customer, facts, error);

  daybook_grade_facts_join (g_hash_table_lookup (scan->joined, root), facts);
  return TRUE;
}

static gboolean
walk_orders (Scan                   *scan,
             GFileProgressCallback   progress,
             gpointer                progress_data,
             GError                **error)
{
  gint64 total = progress != NULL ? daybook_database_number (scan->reader->db, "SELECT max (rowid) FROM customers", 0, NULL) : 0;
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (scan->reader->db,
    "SELECT o.customer," COUNTED WITH_CUSTOMER " ORDER BY o.customer", error);
  DaybookGradeFacts facts = { 0 };
  gint64 customer = 0, n = 0;
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;

  while (local == NULL && daybook_statement_next (statement, &local))
    {
      gint64 next = sqlite3_column_int64 (statement, 0);

      if (next != customer && customer != 0)
        {
          end_customer (scan, customer, &facts, &local);
          facts = (DaybookGradeFacts) { 0 };
          if (progress != NULL && n++ % CUSTOMERS_PER_LOOK == 0)
            progress (next, MAX (next, total), progress_data);
        }
      customer = next;
      add_order (&facts, scan->rules, statement, 1, scan->now);
    }
  if (local == NULL && customer != 0)
    end_customer (scan, customer, &facts, &local);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
weigh_joined (Scan    *scan,
              GError **error)
{
  GHashTableIter iter;
  gpointer key, facts;

  g_hash_table_iter_init (&iter, scan->joined);
  while (g_hash_table_iter_next (&iter, &key, &facts))
    if (!weigh (scan, *(const gint64 *) key, facts, error))
      return FALSE;
  return TRUE;
}

/* Those with a grade who have bought nothing at all. */
static gboolean
weigh_others (Scan    *scan,
              GError **error)
{
  const DaybookGradeFacts nothing = { 0 };
  GHashTableIter iter;
  gpointer key, graded;

  g_hash_table_iter_init (&iter, scan->graded);
  while (g_hash_table_iter_next (&iter, &key, &graded))
    if (!((Graded *) graded)->seen && !weigh (scan, *(const gint64 *) key, &nothing, error))
      return FALSE;
  return TRUE;
}

/* The highest grades first, those who lose one last; equal ones as they came to the shop. */
static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const DaybookGradeCandidate *first = a, *second = b;
  int lost = (first->proposal.to < first->proposal.from) - (second->proposal.to < second->proposal.from);
  int by_grade = (int) second->proposal.to - (int) first->proposal.to;

  if (lost != 0)
    return lost;
  if (by_grade != 0)
    return by_grade;
  if (first->proposal.spent != second->proposal.spent)
    return first->proposal.spent < second->proposal.spent ? 1 : -1;
  return (first->customer > second->customer) - (first->customer < second->customer);
}

static gboolean
any_proposes (const DaybookGradeRules *rules)
{
  for (guint i = DAYBOOK_GRADE_1; i < DAYBOOK_N_GRADES; i++)
    if (daybook_grade_rule_proposes (&rules->of[i]))
      return TRUE;

  return FALSE;
}

GArray *
daybook_reader_grade_candidates (DaybookReader           *reader,
                                 const DaybookGradeRules *rules,
                                 gint64                   now,
                                 GFileProgressCallback    progress,
                                 gpointer                 progress_data,
                                 GError                 **error)
{
  g_auto(Scan) scan = {
    .reader = reader, .rules = rules, .now = now,
    .graded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free),
    .joined = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free),
    .declined = g_hash_table_new_full (daybook_id_hash, daybook_id_equal, g_free, g_free),
    .found = g_array_new (FALSE, FALSE, sizeof (DaybookGradeCandidate)),
  };

  if (any_proposes (rules)
      && (!read_graded (&scan, error) || !read_merged (&scan, error) || !read_declined (&scan, error)
          || !walk_orders (&scan, progress, progress_data, error) || !weigh_joined (&scan, error) || !weigh_others (&scan, error)))
    return NULL;

  g_array_sort (scan.found, compare_candidates);
  return g_steal_pointer (&scan.found);
}

/* --- One customer -------------------------------------------------------------------------------- */

/* When it was declined; 0: it was not. */
static gint64
declined_at (DaybookReader               *reader,
             const DaybookGradeCandidate *candidate)
{
  g_autoptr(DaybookRow) row = NULL;
  DaybookId id;

  attention_id (candidate, &id);
  row = daybook_reader_find (reader, &daybook_attentions, &id, NULL);
  return row != NULL && daybook_row_int (row, DAYBOOK_ATTENTION_DELETED) == 0 ? daybook_row_int (row, DAYBOOK_ATTENTION_DONE_AT) : 0;
}

gboolean
daybook_reader_grade_candidate (DaybookReader           *reader,
                                const DaybookGradeRules *rules,
                                const DaybookRow        *customer,
                                gint64                   now,
                                DaybookGradeCandidate   *candidate)
{
  DaybookGradeFacts facts;
  gint64 at;

  *candidate = (DaybookGradeCandidate) { customer->rowid, customer->id, { 0 } };
  if (!any_proposes (rules) || daybook_customer_root (reader->db, customer->rowid, NULL) != customer->rowid || daybook_row_int (customer, DAYBOOK_CUSTOMER_DELETED) != 0
      || !daybook_reader_grade_facts (reader, rules, customer->rowid, now, &facts, NULL)
      || !daybook_grade_propose (rules, &facts, (DaybookGrade) daybook_row_int (customer, DAYBOOK_CUSTOMER_GRADE),
                                 daybook_row_int (customer, DAYBOOK_CUSTOMER_GRADE_HELD) != 0, &candidate->proposal))
    return FALSE;

  at = declined_at (reader, candidate);
  return at == 0 || !daybook_grade_is_declined (&candidate->proposal, rules, at, now);
}

gint64
daybook_reader_vip_off (DaybookReader *reader,
                        gint64         customer,
                        const char    *currency)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db,
    "SELECT sum (vip_off) FROM orders WHERE customer IN " DAYBOOK_CUSTOMER_GROUP (":customer") " AND vip_off IS NOT NULL AND deleted = 0 AND coalesce (currency, :currency) = :currency",
    NULL);

  if (statement == NULL)
    return 0;

  daybook_bind_int (statement, ":customer", customer);
  daybook_bind_text (statement, ":currency", currency);
  return daybook_statement_next (statement, NULL) ? sqlite3_column_int64 (statement, 0) : 0;
}

/* --- Acts -------------------------------------------------------------------------------------------- */

/* "张*"; of several NULL. */
static char *
name_one (DaybookReader *reader,
          GArray        *candidates)
{
  g_autoptr(DaybookRow) row = candidates->len == 1
    ? daybook_reader_row (reader, &daybook_customers, g_array_index (candidates, DaybookGradeCandidate, 0).customer, NULL) : NULL;
  DaybookMask mask = DAYBOOK_MASK_NONE;
  g_autofree char *full = row != NULL ? daybook_reader_title (reader, row, &mask) : NULL;

  return full != NULL ? daybook_mask (mask, full) : NULL;
}

DaybookEdit *
daybook_grade_act_confirm (DaybookReader           *reader,
                           const DaybookGradeRules *rules,
                           GArray                  *candidates,
                           const DaybookId         *agent)
{
  g_autofree char *name = name_one (reader, candidates);
  g_autofree char *title = name != NULL
    ? g_strdup_printf ("%s: %s", name, daybook_grade_name (rules, g_array_index (candidates, DaybookGradeCandidate, 0).proposal.to))
    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "VIP grade of %u customer", "VIP grades of %u customers", candidates->len), candidates->len);
  DaybookEdit *edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, agent);

  for (guint i = 0; i < candidates->len; i++)
    {
      const DaybookGradeCandidate *candidate = &g_array_index (candidates, DaybookGradeCandidate, i);

      daybook_edit_set (edit, &daybook_customers, &candidate->id, DAYBOOK_CUSTOMER_GRADE, daybook_value_int (candidate->proposal.to));
    }
  return edit;
}

/* What was said of one in the trash, or long ago, is said anew. */
static gboolean
add_declined (DaybookEdit                  *edit,
              DaybookReader                *reader,
              const DaybookGradeCandidate  *candidate,
              const DaybookId              *agent,
              gint64                        now,
              GError                      **error)
{
  g_autofree char *row = daybook_id_to_string (&candidate->id);
  g_autofree char *cycle = g_strdup_printf ("%" G_GINT64_FORMAT, daybook_grade_proposal_cycle (&candidate->proposal));
  g_autoptr(GError) local = NULL;
  g_autoptr(DaybookRow) known = NULL;
  DaybookId id;

  attention_id (candidate, &id);
  known = daybook_reader_find (reader, &daybook_attentions, &id, &local);
  if (local != NULL && !g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (known != NULL && daybook_row_int (known, DAYBOOK_ATTENTION_DELETED) == 0)
    {
      daybook_edit_set (edit, &daybook_attentions, &id, DAYBOOK_ATTENTION_DONE_AT, daybook_value_int (now));
      daybook_edit_set (edit, &daybook_attentions, &id, DAYBOOK_ATTENTION_AGENT, daybook_value_id (agent));
      return TRUE;
    }

  daybook_edit_create (edit, &daybook_attentions, &id);
  daybook_edit_give (edit, DAYBOOK_ATTENTION_RULE, daybook_value_text (DAYBOOK_GRADE_ATTENTION));
  daybook_edit_give (edit, DAYBOOK_ATTENTION_KIND, daybook_value_text (daybook_customers.kind));
  daybook_edit_give (edit, DAYBOOK_ATTENTION_ROW, daybook_value_text (row));
  daybook_edit_give (edit, DAYBOOK_ATTENTION_CYCLE, daybook_value_text (cycle));
  daybook_edit_give (edit, DAYBOOK_ATTENTION_DONE_AT, daybook_value_int (now));
  daybook_edit_give (edit, DAYBOOK_ATTENTION_AGENT, daybook_value_id (agent));
  return TRUE;
}

DaybookEdit *
daybook_grade_act_decline (DaybookReader    *reader,
                           GArray           *candidates,
                           const DaybookId  *agent,
                           gint64            now,
                           GError          **error)
{
  g_autofree char *name = name_one (reader, candidates);
  g_autofree char *title = name != NULL
    /* Translators: an act in the history; %s: a customer. */
    ? g_strdup_printf (_("%s keeps the grade"), name)
    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u customer keeps the grade", "%u customers keep their grades", candidates->len), candidates->len);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, agent);

  for (guint i = 0; i < candidates->len; i++)
    if (!add_declined (edit, reader, &g_array_index (candidates, DaybookGradeCandidate, i), agent, now, error))
      return NULL;

  return g_steal_pointer (&edit);
}
