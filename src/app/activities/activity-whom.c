/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/activities/activity-whom.h"

#include "app/common/told-bar.h"
#include "app/common/weak.h"
#include "core/customer.h"
#include "core/shop.h"
#include "store/customer-value.h"
#include "store/days-ahead.h"
#include "store/grades.h"

#include <glib/gi18n-lib.h>

/* Of these a customer's value is told, as on its page at first. */
#define VALUE_MONTHS 12

/* --- What there is to choose --------------------------------------------------------------- */

static void
whom_free (gpointer data)
{
  DaybookWhom *whom = data;

  g_free (whom->label);
  g_free (whom->where);
  g_free (whom);
}

static DaybookWhom *
add (GPtrArray       *all,
     DaybookWhomKind  kind,
     const char      *label)
{
  DaybookWhom *whom = g_new0 (DaybookWhom, 1);

  whom->kind = kind;
  whom->label = g_strdup (label);
  g_ptr_array_add (all, whom);
  return whom;
}

static void
add_grade (GPtrArray  *all,
           const char *label,
           DaybookOp   op,
           const char *word)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_customers);

  daybook_query_add (query, DAYBOOK_CUSTOMER_GRADE, op, (const char *const[]) { word, NULL });
  add (all, DAYBOOK_WHOM_QUERY, label)->where = daybook_query_print_where (query);
}

static void
add_grades (GPtrArray    *all,
            DaybookStore *store)
{
  g_auto(DaybookGradeRules) rules = { 0 };

  add_grade (all, _("All VIPs"), DAYBOOK_OP_NE, daybook_grade_words[DAYBOOK_GRADE_NONE].word);
  if (daybook_reader_grades (daybook_store_get_reader (store), &rules, NULL))
    for (guint i = DAYBOOK_GRADE_1; i < DAYBOOK_N_GRADES; i++)
      add_grade (all, daybook_grade_name (&rules, (DaybookGrade) i), DAYBOOK_OP_EQ, daybook_grade_words[i].word);
}

static void
add_segments (GPtrArray *all)
{
  for (guint i = 0; i < DAYBOOK_N_SEGMENTS; i++)
    {
      /* Translators: a segment of customer value: “Value: Sleeping”. */
      g_autofree char *label = g_strdup_printf (_("Value: %s"), daybook_segment_get_label (&daybook_segments[i]));

      add (all, DAYBOOK_WHOM_SEGMENT, label)->segment = i;
    }
}

/* Of customers; those of other lists are left out. */
static void
add_views (GPtrArray    *all,
           DaybookStore *store)
{
  g_autoptr(GPtrArray) views = daybook_reader_all (daybook_store_get_reader (store), &daybook_views, NULL);

  for (guint i = 0; views != NULL && i < views->len; i++)
    {
      const DaybookRow *view = g_ptr_array_index (views, i);

      if (g_str_equal (daybook_row_text (view, DAYBOOK_VIEW_KIND), daybook_customers.plural))
        add (all, DAYBOOK_WHOM_QUERY, daybook_row_text (view, DAYBOOK_VIEW_NAME))->where = g_strdup (daybook_row_text (view, DAYBOOK_VIEW_WHERE));
    }
}

GPtrArray *
daybook_whom_all (DaybookStore *store)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (whom_free);

  add_grades (all, store);
  add (all, DAYBOOK_WHOM_TAG, _("Those with a tag"));
  add (all, DAYBOOK_WHOM_FILTER, _("By a filter"));
  add (all, DAYBOOK_WHOM_DAYS, _("Those with a day to remember soon"));
  add_views (all, store);
  add_segments (all);
  return all;
}

gboolean
daybook_whom_is_typed (const DaybookWhom *whom)
{
  return whom->kind == DAYBOOK_WHOM_TAG || whom->kind == DAYBOOK_WHOM_FILTER;
}

/* --- One question ---------------------------------------------------------------------------- */

struct _DaybookWhomQuestion
{
  DaybookStore   *store; /* a reference */
  DaybookWhomKind kind;
  guint           segment;
  gint64          now;
  DaybookQuery   *query; /* of what is asked of customers themselves, or NULL */
  char           *where;
  gpointer        ear;   /* or NULL */
};

void
daybook_whom_question_free (DaybookWhomQuestion *question)
{
  g_clear_pointer (&question->query, daybook_query_free);
  g_clear_pointer (&question->ear, daybook_weak_free);
  g_object_unref (question->store);
  g_free (question->where);
  g_free (question);
}

static gboolean
read_words (const DaybookWhom  *whom,
            const char         *typed,
            DaybookQuery       *query,
            GError            **error)
{
  g_autofree char *words = g_strstrip (g_strdup (typed));

  if (*words == '\0')
    {
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT,
                           whom->kind == DAYBOOK_WHOM_TAG ? _("Which tag have these customers?") : _("Say which customers: “tags ~ tea and friend = true”."));
      return FALSE;
    }
  if (whom->kind == DAYBOOK_WHOM_FILTER)
    return daybook_query_parse_where (query, words, error);

  daybook_query_add (query, DAYBOOK_CUSTOMER_TAGS, DAYBOOK_OP_CONTAINS, (const char *const[]) { words, NULL });
  return TRUE;
}

static gboolean
read_query (DaybookWhomQuestion  *question,
            const DaybookWhom    *whom,
            const char           *words,
            GError              **error)
{
  question->query = daybook_query_new (&daybook_customers);
  if (daybook_whom_is_typed (whom) ? !read_words (whom, words, question->query, error) : !daybook_query_parse_where (question->query, whom->where, error))
    return FALSE;

  question->where = daybook_query_print_where (question->query);
  return TRUE;
}

DaybookWhomQuestion *
daybook_whom_question_new (DaybookStore       *store,
                           const DaybookWhom  *whom,
                           const char         *words,
                           GError            **error)
{
  g_autoptr(DaybookWhomQuestion) question = g_new0 (DaybookWhomQuestion, 1);

  question->store = g_object_ref (store);
  question->kind = whom->kind;
  question->segment = whom->segment;
  question->now = daybook_store_get_now (store);
  if (whom->kind == DAYBOOK_WHOM_DAYS || whom->kind == DAYBOOK_WHOM_SEGMENT)
    question->where = g_strdup (whom->label);
  else if (!read_query (question, whom, words, error))
    return NULL;

  return g_steal_pointer (&question);
}

const char *
daybook_whom_question_get_where (DaybookWhomQuestion *question)
{
  return question->where;
}

/* --- Who that is ----------------------------------------------------------------------------- */

static DaybookQuery *
find_segment (DaybookWhomQuestion  *question,
              GCancellable         *cancellable,
              GError              **error)
{
  g_autoptr(DaybookCustomerValue) value = daybook_customer_value_read (question->store, VALUE_MONTHS, daybook_bar_tell, question->ear, cancellable, error);

  return value != NULL ? daybook_customer_value_query (value, question->segment) : NULL;
}

/* (transfer full) */
static DaybookQuery *
find_query (DaybookWhomQuestion  *question,
            DaybookReader        *reader,
            GCancellable         *cancellable,
            GError              **error)
{
  if (question->kind == DAYBOOK_WHOM_SEGMENT)
    return find_segment (question, cancellable, error);
  if (question->kind == DAYBOOK_WHOM_DAYS)
    return daybook_reader_customers_of_days (reader, question->now, DAYBOOK_DAYS_TO_COME, error);

  return daybook_query_copy (question->query);
}

static gpointer
ask_in_db (DaybookReader  *reader,
           gpointer        data,
           GCancellable   *cancellable,
           GError        **error)
{
  g_autoptr(DaybookQuery) query = find_query (data, reader, cancellable, error);

  return query != NULL ? daybook_reader_activity_people (reader, query, error) : NULL;
}

void
daybook_whom_ask_async (DaybookLane          *lane,
                        DaybookWhomQuestion  *question,
                        gpointer              ear,
                        GCancellable         *cancellable,
                        GAsyncReadyCallback   callback,
                        gpointer              data)
{
  question->ear = ear;
  daybook_lane_run_async (lane, ask_in_db, question, (GDestroyNotify) daybook_whom_question_free, (GDestroyNotify) daybook_activity_people_free,
                          cancellable, callback, data);
}

DaybookActivityPeople *
daybook_whom_ask_finish (GAsyncResult  *result,
                         GError       **error)
{
  return daybook_lane_run_finish (result, error);
}
