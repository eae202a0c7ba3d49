/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/trace-pass.h"

#include "core/attention.h"
#include "core/case-event.h"
#include "core/moment.h"
#include "core/shop.h"
#include "store/case-write.h"
#include "store/due-acts.h"
#include "store/due-orders.h"
#include "store/reader-private.h"
#include "store/registers.h"
#include "store/rules.h"

#include <glib/gi18n-lib.h>

#define DAY (24 * 60 * 60)

/* What the register calls these; a shop that has changed it does without. */
#define FIELD_PARCEL "parcel"
#define FIELD_EXTENDED "extended"
#define STAGE_WAITING "waiting"
#define REASON "no_movement"

void
daybook_trace_line_free (DaybookTraceLine *line)
{
  g_clear_pointer (&line->order, daybook_row_unref);
  g_clear_pointer (&line->trace, daybook_row_unref);
  g_free (line);
}

/* --- Which ------------------------------------------------------------------------------------ */

/* Whether it was looked up since it left: when, and by whom. */
static gboolean
read_looked_up (DaybookReader    *reader,
                const DaybookId  *order,
                gint64            shipped_at,
                gint64           *when,
                DaybookId        *agent,
                GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db,
    "SELECT t.done_at, a.id FROM attentions t LEFT JOIN agents a ON a.rowid = t.agent WHERE t.id = :id AND t.deleted = 0", error);
  GError *local = NULL;
  DaybookId id;

  if (statement == NULL)
    return FALSE;

  daybook_attention_row_id (&id, daybook_rule_kind (DAYBOOK_RULE_TRACE)->key, daybook_orders.kind, order, shipped_at);
  daybook_bind_id (statement, ":id", &id);
  *when = 0;
  if (daybook_statement_next (statement, &local))
    {
      *when = sqlite3_column_int64 (statement, 0);
      if (agent != NULL)
        daybook_column_id (statement, 1, agent);
    }
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
add_mark (DaybookReader     *reader,
          DaybookStatement  *statement,
          GArray            *marks,
          GError           **error)
{
  DaybookTraceMark mark = { sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 2), 0 };
  DaybookId id;

  if (!daybook_column_id (statement, 1, &id))
    return TRUE;
  if (!read_looked_up (reader, &id, mark.shipped_at, &mark.looked_up, NULL, error))
    return FALSE;

  g_array_append_val (marks, mark);
  return TRUE;
}

GArray *
daybook_reader_traces (DaybookReader  *reader,
                       gint64          now,
                       GError        **error)
{
  GTimeZone *zone = daybook_store_get_zone (reader->store);
  g_autoptr(GArray) marks = g_array_new (FALSE, FALSE, sizeof (DaybookTraceMark));
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db,
    "SELECT rowid, id, shipped_at FROM orders INDEXED BY orders_on_way"
    " WHERE stage = 3 AND deleted = 0 AND tracking IS NOT NULL AND shipped_at >= :from AND shipped_at < :to"
    " ORDER BY shipped_at, rowid", error);
  GError *local = NULL;

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":from", daybook_moment_day (now, zone, -DAYBOOK_TRACE_DAYS));
  daybook_bind_int (statement, ":to", daybook_moment_day (now, zone, 0));
  while (local == NULL && daybook_statement_next (statement, &local))
    add_mark (reader, statement, marks, &local);
  if (local == NULL)
    return g_steal_pointer (&marks);

  g_propagate_error (error, local);
  return NULL;
}

/* --- One of them ---------------------------------------------------------------------------------- */

/* The newest case of the order in the register that is not closed; 0 without error: none. */
static gint64
find_case (DaybookReader  *reader,
           gint64          order,
           GError        **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db,
    "SELECT rowid FROM cases WHERE \"order\" = :order AND register = :register AND closed_at IS NULL AND merged_into IS NULL AND deleted = 0"
    " ORDER BY rowid DESC LIMIT 1", error);

  if (statement == NULL)
    return 0;

  daybook_bind_int (statement, ":order", order);
  daybook_bind_text (statement, ":register", DAYBOOK_TRACE_REGISTER);
  return daybook_statement_next (statement, error) ? sqlite3_column_int64 (statement, 0) : 0;
}

static gboolean
was_told (DaybookReader  *reader,
          gint64          trace,
          gboolean       *told,
          GError        **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db,
    "SELECT 1 FROM events WHERE \"case\" = :case AND kind = :told AND deleted = 0 LIMIT 1", error);
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":case", trace);
  daybook_bind_int (statement, ":told", DAYBOOK_EVENT_TOLD);
  *told = daybook_statement_next (statement, &local);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

/* -1: the register has no such field. */
static int
find_field (const DaybookTable *table,
            const char         *name)
{
  for (guint i = DAYBOOK_CASE_N_FIELDS; i < table->n_fields; i++)
    if (g_str_equal (daybook_field_get_name (&table->fields[i]), name))
      return (int) i;

  return -1;
}

static gboolean
read_trace (DaybookReader     *reader,
            DaybookTraceLine  *line,
            GError           **error)
{
  GError *local = NULL;
  gint64 key = find_case (reader, line->order->rowid, &local);
  int extended;

  if (key == 0)
    {
      if (local != NULL)
        g_propagate_error (error, local);
      return local == NULL;
    }

  line->trace = daybook_reader_row (reader, &daybook_cases, key, error);
  if (line->trace == NULL || !was_told (reader, key, &line->told, error))
    return FALSE;

  extended = find_field (line->trace->table, FIELD_EXTENDED);
  line->asked = g_str_equal (daybook_row_text (line->trace, DAYBOOK_CASE_STAGE), STAGE_WAITING);
  line->extended = extended >= 0 && daybook_row_int (line->trace, (guint) extended) == DAYBOOK_ANSWER_YES;
  return TRUE;
}

static gboolean
read_confirms_at (DaybookReader     *reader,
                  DaybookTraceLine  *line,
                  GError           **error)
{
  g_auto(DaybookDueTerms) terms = { 0 };

  if (!daybook_reader_due_terms (reader, &terms, error))
    return FALSE;
  if (daybook_platform_facts (daybook_row_text (line->order, DAYBOOK_ORDER_PLATFORM)) & DAYBOOK_FACT_CONFIRMS)
    line->confirms_at = daybook_row_int (line->order, DAYBOOK_ORDER_SHIPPED_AT) + (gint64) terms.rules.of[DAYBOOK_RULE_CONFIRM].number * DAY;
  return TRUE;
}

DaybookTraceLine *
daybook_reader_trace (DaybookReader  *reader,
                      gint64          order,
                      GError        **error)
{
  g_autoptr(DaybookTraceLine) line = g_new0 (DaybookTraceLine, 1);

  line->order = daybook_reader_row (reader, &daybook_orders, order, error);
  if (line->order == NULL
      || !read_looked_up (reader, &line->order->id, daybook_row_int (line->order, DAYBOOK_ORDER_SHIPPED_AT), &line->looked_up, &line->agent, error)
      || !read_trace (reader, line, error) || !read_confirms_at (reader, line, error))
    return NULL;

  return g_steal_pointer (&line);
}

/* --- Acts -------------------------------------------------------------------------------------------- */

typedef struct
{
  DaybookReader    *reader;
  DaybookEdit      *edit;
  DaybookTraceStep  step;
  const DaybookId  *agent;
  gint64            now;
} Doing;

static gboolean
add_looked_up (const Doing             *self,
               const DaybookTraceLine  *line,
               GError                 **error)
{
  const DaybookDueItem item = {
    .table = &daybook_orders, .rowid = line->order->rowid, .id = line->order->id,
    .due = { .rule = DAYBOOK_RULE_TRACE, .cycle = daybook_row_int (line->order, DAYBOOK_ORDER_SHIPPED_AT) },
  };

  return line->looked_up != 0 || daybook_due_add_done (self->edit, self->reader, &item, self->agent, self->now, error);
}

static gboolean
has_reason (DaybookRegister *definition)
{
  GPtrArray *reasons = daybook_register_get_reasons (definition);

  for (guint i = 0; i < reasons->len; i++)
    if (g_str_equal (((const DaybookOption *) g_ptr_array_index (reasons, i))->key, REASON))
      return TRUE;

  return FALSE;
}

static void
set_own (DaybookCaseDraft *draft,
         const char       *name,
         DaybookValue      value)
{
  int field = find_field (daybook_case_draft_row (draft)->table, name);

  if (field >= 0)
    daybook_case_draft_set (draft, (guint) field, value);
  else
    daybook_value_clear (&value);
}

/* The case that there is, or a new one. */
static DaybookCaseDraft *
open_draft (const Doing             *self,
            DaybookRegister         *definition,
            const DaybookTraceLine  *line)
{
  DaybookCaseDraft *draft;

  if (line->trace != NULL)
    return daybook_case_draft_of (definition, line->trace, self->now);

  draft = daybook_case_draft_new (definition, daybook_store_get_shop (self->reader->store), self->agent,
                                  daybook_store_get_currency (self->reader->store), self->now);
  daybook_case_draft_take_order (draft, line->order);
  daybook_case_draft_set (draft, DAYBOOK_CASE_ORDER, daybook_value_id (&line->order->id));
  if (has_reason (definition))
    daybook_case_draft_set (draft, DAYBOOK_CASE_REASON, daybook_value_text (REASON));
  set_own (draft, FIELD_PARCEL, daybook_value_text (daybook_row_text (line->order, DAYBOOK_ORDER_TRACKING)));
  return draft;
}

static gboolean
tell (const Doing       *self,
      const DaybookRow  *row,
      GError           **error)
{
  const DaybookCaseEvent event = {
    .kind = DAYBOOK_EVENT_TOLD, .text = _("Told that the parcel does not move and is being looked for."), .channel = DAYBOOK_CHANNEL_SHOP_CHAT,
  };

  return daybook_case_event_add (self->edit, row, &event, self->agent, self->now, error);
}

static gboolean
add_case (const Doing             *self,
          DaybookRegister         *definition,
          const DaybookTraceLine  *line,
          GError                 **error)
{
  g_autoptr(DaybookCaseDraft) draft = open_draft (self, definition, line);
  int waiting = daybook_register_find_stage (definition, STAGE_WAITING);

  if (self->step == DAYBOOK_TRACE_ASK_COURIER && waiting >= 0)
    daybook_case_draft_move (draft, (guint) waiting);
  if (self->step == DAYBOOK_TRACE_EXTEND)
    set_own (draft, FIELD_EXTENDED, daybook_value_int (DAYBOOK_ANSWER_YES));
  return daybook_reader_build_case (self->reader, draft, self->edit, error)
         && (self->step != DAYBOOK_TRACE_TELL_CUSTOMER || tell (self, daybook_case_draft_row (draft), error));
}

static gboolean
add_order (const Doing  *self,
           gint64        order,
           GError      **error)
{
  g_autoptr(DaybookTraceLine) line = daybook_reader_trace (self->reader, order, error);
  DaybookRegister *definition;

  if (line == NULL || !add_looked_up (self, line, error))
    return FALSE;
  if (self->step == DAYBOOK_TRACE_MOVES)
    return TRUE;

  definition = daybook_reader_register (self->reader, DAYBOOK_TRACE_REGISTER);
  if (definition != NULL)
    return add_case (self, definition, line, error);

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND, _("This shop has no register of parcel traces: bring it back in Registers → Edit."));
  return FALSE;
}

/* (transfer full) */
static char *
title_of (DaybookTraceStep  step,
          const char       *number,
          guint             n)
{
  if (n > 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u parcel looked up", "%u parcels looked up", n), n);

  switch (step)
    {
    case DAYBOOK_TRACE_ASK_COURIER:
      /* Translators: an act in the history; %s: an order's number. The same of those that follow. */
      return g_strdup_printf (_("Courier asked · %s"), number);
    case DAYBOOK_TRACE_TELL_CUSTOMER:
      return g_strdup_printf (_("Customer told · %s"), number);
    case DAYBOOK_TRACE_EXTEND:
      return g_strdup_printf (_("Receipt extended · %s"), number);
    case DAYBOOK_TRACE_MOVES:
    default:
      return g_strdup_printf (_("Parcel moves · %s"), number);
    }
}

DaybookEdit *
daybook_trace_act (DaybookReader     *reader,
                   GArray            *orders,
                   DaybookTraceStep   step,
                   const DaybookId   *agent,
                   gint64             now,
                   GError           **error)
{
  g_autoptr(DaybookRow) first = orders->len > 0 ? daybook_reader_row (reader, &daybook_orders, g_array_index (orders, gint64, 0), error) : NULL;
  g_autofree char *title = first != NULL ? title_of (step, daybook_row_text (first, DAYBOOK_ORDER_NUMBER), orders->len) : NULL;
  g_autoptr(DaybookEdit) edit = first != NULL ? daybook_edit_new (DAYBOOK_ACT_EDIT, title, agent) : NULL;
  const Doing doing = { reader, edit, step, agent, now };

  if (edit == NULL)
    return NULL;

  for (guint i = 0; i < orders->len; i++)
    if (!add_order (&doing, g_array_index (orders, gint64, i), error))
      return NULL;
  return g_steal_pointer (&edit);
}
