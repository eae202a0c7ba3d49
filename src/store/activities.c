/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/activities.h"

#include "core/customer.h"
#include "core/mask.h"
#include "core/phrase.h"
#include "core/words.h"
#include "store/consents.h"
#include "store/customer-group.h"
#include "store/customer-merge.h"
#include "store/phrase-rows.h"
#include "store/reader-private.h"
#include "store/telling.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
refuse (const char  *sentence,
        GError     **error)
{
  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, sentence);
}

/* --- Whom ------------------------------------------------------------------------------ */

void
daybook_activity_people_free (DaybookActivityPeople *people)
{
  g_array_unref (people->ids);
  g_free (people);
}

/* One that was merged is whoever it was merged into. */
static gboolean
add_person (DaybookActivityPeople  *people,
            GArray                 *roots,
            GHashTable             *known,
            DaybookDatabase        *db,
            gint64                  key,
            GError                **error)
{
  gint64 root = daybook_customer_root (db, key, error);
  g_autoptr(DaybookStatement) statement = root == 0 ? NULL
    : daybook_database_prepare (db, "SELECT id, quiet FROM customers WHERE rowid = :row AND deleted = 0", error);
  GError *local = NULL;
  DaybookId id;

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", root);
  if (!daybook_statement_next (statement, &local) || !daybook_column_id (statement, 0, &id))
    {
      if (local != NULL)
        g_propagate_error (error, local);
      return local == NULL;
    }

  if (root != key && g_hash_table_contains (known, &id))
    people->n_merged++;
  else if (sqlite3_column_int64 (statement, 1) != 0)
    people->n_quiet++;
  else if (g_hash_table_add (known, g_memdup2 (&id, sizeof id)))
    {
      g_array_append_val (people->ids, id);
      g_array_append_val (roots, root);
    }
  return TRUE;
}

DaybookActivityPeople *
daybook_reader_activity_people (DaybookReader       *reader,
                                const DaybookQuery  *query,
                                GError             **error)
{
  g_autoptr(DaybookActivityPeople) people = g_new0 (DaybookActivityPeople, 1);
  g_autoptr(GHashTable) known = g_hash_table_new_full (daybook_id_hash, daybook_id_equal, g_free, NULL);
  g_autoptr(GArray) keys = daybook_reader_keys (reader, query, 0, error);
  g_autoptr(GArray) roots = g_array_new (FALSE, FALSE, sizeof (gint64));
  DaybookConsents consents;

  people->ids = g_array_new (FALSE, FALSE, sizeof (DaybookId));
  for (guint i = 0; keys != NULL && i < keys->len; i++)
    if (!add_person (people, roots, known, reader->db, g_array_index (keys, gint64, i), error))
      return NULL;
  if (keys == NULL || !daybook_reader_consents (reader, &daybook_customers, roots, &consents, error))
    return NULL;

  people->n_no_consent = people->ids->len - consents.n_given;
  return g_steal_pointer (&people);
}

/* --- The list ------------------------------------------------------------------------------ */

void
daybook_activity_line_id (DaybookId       *id,
                          const DaybookId *activity,
                          const DaybookId *customer)
{
  g_autofree char *list = daybook_id_to_string (activity);
  g_autofree char *who = daybook_id_to_string (customer);
  const char *const parts[] = { list, who };

  daybook_id_derive (id, daybook_activity_lines.kind, parts, G_N_ELEMENTS (parts));
}

static void
add_line (DaybookEdit     *edit,
          const DaybookId *activity,
          const DaybookId *customer)
{
  DaybookId id;

  daybook_activity_line_id (&id, activity, customer);
  daybook_edit_create (edit, &daybook_activity_lines, &id);
  daybook_edit_give (edit, DAYBOOK_ACTIVITY_LINE_ACTIVITY, daybook_value_id (activity));
  daybook_edit_give (edit, DAYBOOK_ACTIVITY_LINE_CUSTOMER, daybook_value_id (customer));
}

DaybookEdit *
daybook_activity_act_new (DaybookStore                *store,
                          const DaybookActivityPlan   *plan,
                          const DaybookActivityPeople *people,
                          DaybookId                   *id,
                          GError                     **error)
{
  g_autofree char *title = NULL;
  gint64 now = daybook_store_get_now (store);
  DaybookEdit *edit;

  if (plan->title == NULL || strspn (plan->title, " \t\n") == strlen (plan->title))
    {
      refuse (_("Give the list a title by which others know what it is for."), error);
      return NULL;
    }
  if (people->ids->len == 0)
    {
      refuse (_("There is nobody on this list: ask for other customers."), error);
      return NULL;
    }

  /* Translators: an act in the history: an activity list, and how many customers it has. */
  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s: %2$u customer", "%1$s: %2$u customers", people->ids->len), plan->title, people->ids->len);
  edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (store));
  daybook_id_fresh (id, now * 1000);
  daybook_edit_create (edit, &daybook_activities, id);
  daybook_edit_give (edit, DAYBOOK_ACTIVITY_TITLE, daybook_value_text (plan->title));
  daybook_edit_give (edit, DAYBOOK_ACTIVITY_WHERE, daybook_value_text (plan->where));
  daybook_edit_give (edit, DAYBOOK_ACTIVITY_PHRASE, daybook_value_id (plan->phrase));
  daybook_edit_give (edit, DAYBOOK_ACTIVITY_CAMPAIGN, daybook_value_id (plan->campaign));
  daybook_edit_give (edit, DAYBOOK_ACTIVITY_CHANNEL, daybook_value_int (plan->channel));
  daybook_edit_give (edit, DAYBOOK_ACTIVITY_MADE_AT, daybook_value_int (now));
  daybook_edit_give (edit, DAYBOOK_ACTIVITY_AGENT, daybook_value_id (daybook_store_get_agent (store)));
  for (guint i = 0; i < people->ids->len; i++)
    add_line (edit, id, &g_array_index (people->ids, DaybookId, i));
  return edit;
}

gboolean
daybook_reader_activity_counts (DaybookReader          *reader,
                                const DaybookRow       *activity,
                                DaybookActivityCounts  *counts,
                                GError                **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db,
    "SELECT outcome, count (*) FROM activity_lines WHERE activity = :activity AND deleted = 0 GROUP BY outcome", error);
  GError *local = NULL;

  *counts = (DaybookActivityCounts) { 0 };
  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":activity", activity->rowid);
  while (daybook_statement_next (statement, &local))
    {
      gint64 outcome = sqlite3_column_int64 (statement, 0);
      guint n = (guint) sqlite3_column_int64 (statement, 1);

      if (outcome >= 0 && outcome <= DAYBOOK_ACTIVITY_UNWANTED)
        counts->of[outcome] = n;
      counts->all += n;
    }
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

/* Merged since the list was made, a person may have several lines of it: the first counts, unless another is done. They are
 * few (+: by customer), the list is long. */
#define IS_ALONE "c.merged_into IS NULL AND NOT EXISTS (SELECT 1 FROM customers m WHERE m.merged_into = c.rowid)"
#define MAY_BE_TOLD \
  "EXISTS (SELECT 1 FROM customers r WHERE r.rowid IN " DAYBOOK_CUSTOMER_GROUP ("l.customer") \
  " AND r.quiet = 0 AND r.deleted = 0 AND " DAYBOOK_CUSTOMER_IS_ROOT ("r") ")"
#define OTHER_LINES \
  "SELECT 1 FROM activity_lines o WHERE o.customer IN " DAYBOOK_CUSTOMER_GROUP ("l.customer") \
  " AND +o.activity = l.activity AND o.deleted = 0 AND o.rowid <> l.rowid"

/* 0: there is none, or an error. */
static gint64
find_open (DaybookReader     *reader,
           const DaybookRow  *activity,
           gint64             after,
           GError           **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db,
    "SELECT l.rowid FROM activity_lines l JOIN customers c ON c.rowid = l.customer"
    " WHERE l.activity = :activity AND l.outcome = 0 AND l.deleted = 0 AND l.rowid > :after"
    " AND CASE WHEN " IS_ALONE " THEN c.quiet = 0 AND c.deleted = 0"
    " ELSE " MAY_BE_TOLD " AND NOT EXISTS (" OTHER_LINES " AND (o.outcome <> 0 OR o.rowid < l.rowid)) END"
    " ORDER BY l.rowid LIMIT 1", error);

  if (statement == NULL)
    return 0;

  daybook_bind_int (statement, ":activity", activity->rowid);
  daybook_bind_int (statement, ":after", after);
  return daybook_statement_next (statement, error) ? sqlite3_column_int64 (statement, 0) : 0;
}

DaybookRow *
daybook_reader_activity_next (DaybookReader     *reader,
                              const DaybookRow  *activity,
                              gint64             after,
                              GError           **error)
{
  GError *local = NULL;
  gint64 line = find_open (reader, activity, after, &local);

  if (line == 0 && local == NULL && after != 0)
    line = find_open (reader, activity, 0, &local);
  if (local == NULL)
    return line != 0 ? daybook_reader_row (reader, &daybook_activity_lines, line, error) : NULL;

  g_propagate_error (error, local);
  return NULL;
}

GPtrArray *
daybook_reader_activities_of (DaybookReader     *reader,
                              const DaybookRow  *customer,
                              guint              limit,
                              GError           **error)
{
  return daybook_reader_some_parts (reader, &daybook_activity_lines, DAYBOOK_ACTIVITY_LINE_CUSTOMER, &customer->id, DAYBOOK_PARTS_LAST, limit, error);
}

/* --- What each is told ------------------------------------------------------------------------ */

/* NULL, and no error: the list has none. */
static DaybookRow *
phrase_of (DaybookStore      *store,
           const DaybookRow  *activity,
           GError           **error)
{
  const DaybookId *id = daybook_row_ref_id (activity, DAYBOOK_ACTIVITY_PHRASE);

  return id != NULL ? daybook_reader_find (daybook_store_get_reader (store), &daybook_phrases, id, error) : NULL;
}

DaybookPhraseFilling *
daybook_activity_fill (DaybookStore      *store,
                       const DaybookRow  *activity,
                       const DaybookRow  *customer,
                       GHashTable        *values,
                       GError           **error)
{
  g_autoptr(GError) local = NULL;
  g_autoptr(DaybookRow) phrase = phrase_of (store, activity, &local);
  g_auto(DaybookPhraseRows) rows = { 0 };

  if (phrase == NULL)
    {
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      else
        refuse (_("This list has no phrase: say it in your own words."), error);
      return NULL;
    }
  if (!daybook_phrase_rows_read (store, customer, &rows, error))
    return NULL;

  rows.about.language = (DaybookLanguage) daybook_row_int (phrase, DAYBOOK_PHRASE_LANGUAGE);
  g_autoptr(DaybookPhraseText) text = daybook_phrase_text_parse (daybook_row_text (phrase, DAYBOOK_PHRASE_TEXT));
  g_autoptr(DaybookPhraseFacts) facts = daybook_phrase_facts_new (&rows.about);
  return daybook_phrase_fill (text, 0, values, daybook_phrase_facts_lookup, facts);
}

/* --- What came of it ----------------------------------------------------------------------------- */

static void
set_outcome (DaybookEdit            *edit,
             DaybookStore           *store,
             const DaybookRow       *line,
             DaybookActivityOutcome  outcome)
{
  gboolean open = outcome == DAYBOOK_ACTIVITY_OPEN;

  daybook_edit_set (edit, &daybook_activity_lines, &line->id, DAYBOOK_ACTIVITY_LINE_OUTCOME, daybook_value_int (outcome));
  daybook_edit_set (edit, &daybook_activity_lines, &line->id, DAYBOOK_ACTIVITY_LINE_AT,
                    open ? (DaybookValue) DAYBOOK_VALUE_INIT : daybook_value_int (daybook_store_get_now (store)));
  daybook_edit_set (edit, &daybook_activity_lines, &line->id, DAYBOOK_ACTIVITY_LINE_AGENT,
                    open ? (DaybookValue) DAYBOOK_VALUE_INIT : daybook_value_id (daybook_store_get_agent (store)));
}

static gboolean
refuse_done (GError **error)
{
  refuse (_("Somebody has done this one already: go on with the next."), error);
  return FALSE;
}

/* As the book has it now: several people work at one list. */
static gboolean
check_open (DaybookStore      *store,
            const DaybookRow  *line,
            GError           **error)
{
  g_autoptr(DaybookRow) now = daybook_reader_find (daybook_store_get_reader (store), &daybook_activity_lines, &line->id, error);

  if (now == NULL)
    return FALSE;

  return (daybook_row_int (now, DAYBOOK_ACTIVITY_LINE_OUTCOME) == DAYBOOK_ACTIVITY_OPEN && daybook_row_int (now, DAYBOOK_ACTIVITY_LINE_DELETED) == 0)
         || refuse_done (error);
}

/* Nobody is told twice. */
static gboolean
check_other_lines (DaybookReader     *reader,
                   const DaybookRow  *line,
                   GError           **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db,
    "SELECT 1 FROM activity_lines l WHERE l.rowid = :row AND EXISTS (" OTHER_LINES " AND o.outcome <> 0)", error);
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", line->rowid);
  if (daybook_statement_next (statement, &local))
    return refuse_done (error);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

/* Whether a customer may be told something now. */
static gboolean
check_telling (DaybookStore      *store,
               const DaybookRow  *activity,
               const DaybookRow  *line,
               GError           **error)
{
  if (!check_open (store, line, error) || !check_other_lines (daybook_store_get_reader (store), line, error))
    return FALSE;
  if (!daybook_row_has (activity, DAYBOOK_ACTIVITY_CLOSED_AT))
    return TRUE;

  refuse (_("This list is closed: open it again to go on with it."), error);
  return FALSE;
}

DaybookEdit *
daybook_activity_act_sent (DaybookStore      *store,
                           const DaybookRow  *activity,
                           const DaybookRow  *line,
                           const char        *text,
                           GError           **error)
{
  g_autoptr(DaybookRow) customer = check_telling (store, activity, line, error)
    ? daybook_reader_find (daybook_store_get_reader (store), &daybook_customers, daybook_row_ref_id (line, DAYBOOK_ACTIVITY_LINE_CUSTOMER), error) : NULL;
  g_autoptr(DaybookRow) phrase = customer != NULL ? phrase_of (store, activity, NULL) : NULL;
  g_autoptr(GPtrArray) phrases = g_ptr_array_new ();
  DaybookEdit *edit;

  if (customer == NULL)
    return NULL;

  if (phrase != NULL)
    g_ptr_array_add (phrases, phrase);
  const DaybookTelling telling = {
    .of = customer, .text = text, .phrases = phrases, .channel = (DaybookChannel) daybook_row_int (activity, DAYBOOK_ACTIVITY_CHANNEL),
  };
  edit = daybook_telling_act (store, &telling, error);
  if (edit != NULL)
    set_outcome (edit, store, line, DAYBOOK_ACTIVITY_SENT);
  return edit;
}

/* No message to the person, whose card may be another one by now. */
static void
set_quiet (DaybookEdit      *edit,
           DaybookStore     *store,
           const DaybookRow *line)
{
  DaybookId root;

  daybook_reader_customer_root_id (daybook_store_get_reader (store), daybook_row_ref_id (line, DAYBOOK_ACTIVITY_LINE_CUSTOMER), &root);
  daybook_edit_set (edit, &daybook_customers, &root, DAYBOOK_CUSTOMER_QUIET, daybook_value_int (TRUE));
}

/* "张*: Skipped" */
static char *
left_title (DaybookStore           *store,
            const DaybookRow       *line,
            DaybookActivityOutcome  outcome)
{
  DaybookReader *reader = daybook_store_get_reader (store);
  g_autoptr(DaybookRow) customer = daybook_reader_find (reader, &daybook_customers, daybook_row_ref_id (line, DAYBOOK_ACTIVITY_LINE_CUSTOMER), NULL);
  DaybookMask mask = DAYBOOK_MASK_NONE;
  g_autofree char *full = customer != NULL ? daybook_reader_title (reader, customer, &mask) : g_strdup ("");
  g_autofree char *name = daybook_mask (mask, full);

  return g_strdup_printf ("%s: %s", name, daybook_words_enum (&daybook_activity_lines.fields[DAYBOOK_ACTIVITY_LINE_OUTCOME], outcome));
}

DaybookEdit *
daybook_activity_act_leave (DaybookStore            *store,
                            const DaybookRow        *line,
                            DaybookActivityOutcome   outcome,
                            const char              *note,
                            GError                 **error)
{
  g_autofree char *title = left_title (store, line, outcome);
  DaybookEdit *edit;

  if (outcome != DAYBOOK_ACTIVITY_OPEN && !check_open (store, line, error))
    return NULL;

  edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (store));
  set_outcome (edit, store, line, outcome);
  if (note != NULL)
    daybook_edit_set (edit, &daybook_activity_lines, &line->id, DAYBOOK_ACTIVITY_LINE_NOTE, daybook_value_text (note));
  if (outcome == DAYBOOK_ACTIVITY_UNWANTED)
    set_quiet (edit, store, line);
  return edit;
}

DaybookEdit *
daybook_activity_act_close (DaybookStore     *store,
                            const DaybookRow *activity,
                            gboolean          closed)
{
  g_autofree char *title = g_strdup_printf (closed ? _("Closed: %s") : _("Open again: %s"), daybook_row_text (activity, DAYBOOK_ACTIVITY_TITLE));
  DaybookEdit *edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (store));

  daybook_edit_set (edit, &daybook_activities, &activity->id, DAYBOOK_ACTIVITY_CLOSED_AT,
                    closed ? daybook_value_int (daybook_store_get_now (store)) : (DaybookValue) DAYBOOK_VALUE_INIT);
  return edit;
}
