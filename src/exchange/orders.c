/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/orders.h"

#include "core/moment.h"
#include "exchange/binding.h"
#include "exchange/clean.h"
#include "exchange/order-each.h"
#include "exchange/order-newest.h"
#include "exchange/order-said.h"
#include "exchange/order-settle.h"
#include "exchange/order-sum.h"
#include "exchange/order-value.h"
#include "exchange/row-alias.h"
#include "exchange/row-fault.h"
#include "exchange/row-number.h"
#include "exchange/row-parts.h"
#include "exchange/row-pieces.h"
#include "exchange/row-problem.h"
#include "exchange/row-raw.h"
#include "exchange/seen.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An order of more lines is given out in pieces: the staging joins them. */
#define MAX_LINES 1000
/* Numbers of orders with a problem are remembered, so that rows of theirs that
 * come later are not taken for whole orders. */
#define MAX_FAILED 100000
#define CELL_SEPARATOR '\x1f'

struct _DaybookOrderParser
{
  const DaybookProfile *profile;
  DaybookBinding       *binding;
  GPtrArray            *headings; /* char * */
  DaybookValueContext   context;
  DaybookDecimal        decimal;  /* of the file's amounts */
  char                 *shop_currency;
  DaybookOrderFinish    finish;
  const DaybookOrderSink *sink;
  gpointer              data;

  DaybookOrderRecord   *record;
  gboolean              open;     /* the record holds an order */
  gboolean              closed;   /* ... of which what follows is no line any more */
  guint64               failed_row; /* one with a problem: it will not be given out; or 0 */
  DaybookSeenState      state;    /* of the order among those before it */
  DaybookSeen          *seen;
  DaybookSeen          *lines;    /* of the orders' numbers and lines; or NULL: the form has none */
  gboolean              filled_down; /* the file repeats an order's cells in the rows of its other lines */
  gboolean              goes_on;  /* the order is the one given out last, which has too many lines */
  DaybookOrderSaid      said;     /* by the order's first row */
  DaybookOrderSums      sums;     /* of its rows */
  gboolean              summarised; /* the first row was of the order alone */
  GArray               *pending;  /* guint64: its rows without a problem of their own */
  GPtrArray            *extras;   /* GString * */
  GHashTable           *failures; /* number -> row */
  GHashTable           *doubted;  /* number -> row: the last that said otherwise than an earlier one */
  DaybookStageRules    *rules;

  GString              *number;   /* of the row at hand */
  DaybookRowAlias       alias;
  GString              *currency; /* of the order begun last */
  GString              *text;
  guint64               n_rows;
  DaybookRowWidths      widths;
  DaybookRowPieces      pieces;
  guint64               last_row; /* the one before the row at hand */
  gint64                wall;     /* of the order's making, see the header */
  gint64                newest;
  gint64                limit;
};

static gboolean
report (DaybookOrderParser  *self,
        guint64              row,
        guint                column,
        const char          *value,
        const char          *why,
        GError             **error)
{
  g_autoptr(DaybookProblem) problem = daybook_row_problem (self->profile, self->binding, self->headings, row, column, value, why);

  return self->sink->problem (problem, self->data, error);
}

/* In `failures` or `doubted`. */
static void
note_row (GHashTable *rows,
          const char *number,
          guint64     row)
{
  if (g_hash_table_size (rows) < MAX_FAILED)
    g_hash_table_replace (rows, g_strdup (number), GSIZE_TO_POINTER (row));
}

static void
fail (DaybookOrderParser *self,
      guint64             row)
{
  self->failed_row = row;
  note_row (self->failures, daybook_record_text (self->record, DAYBOOK_ORDER_NUMBER), row);
}

/* Control sums count days as the file does, whose times may each have an offset of their own. */
static void
note_wall (DaybookOrderParser *self,
           guint               field)
{
  if (field == DAYBOOK_ORDER_CREATED || (field == DAYBOOK_ORDER_PAID_AT && self->wall == 0))
    daybook_moment_parse_wall (self->text->str, daybook_profile_dates (self->profile), &self->wall);
}

/* Sets one field of the order or a line. FALSE with the error when the sink
 * gave up; a value that cannot be read fails the order. */
static gboolean
take_value (DaybookOrderParser     *self,
            const DaybookBound     *bound,
            DaybookLineRecord      *line,
            const DaybookTableRow  *row,
            GError                **error)
{
  g_autoptr(GError) reason = NULL;
  DaybookValue value = DAYBOOK_VALUE_INIT;
  guint column;

  daybook_bound_fetch (bound, self->profile, row, self->text, &column);
  if (self->record->n_rows == 0) /* what the order says, and not one of its rows */
    daybook_order_said_note (&self->said, self->text);
  if (self->text->len == 0)
    return TRUE;
  self->context.decimal = daybook_order_value_decimal (row, column, self->decimal);
  if (!daybook_order_value_read (&self->context, bound->field, self->text->str, &value, &reason))
    {
      fail (self, row->number);
      return report (self, row->number, column, self->text->str, reason->message, error);
    }

  if (bound->field->type == DAYBOOK_TYPE_TEXT && line != NULL)
    daybook_record_line_text (self->record, line, bound->target.index, self->text->str);
  else if (bound->field->type == DAYBOOK_TYPE_TEXT)
    daybook_record_set_text (self->record, bound->target.index, self->text->str);
  else if (line != NULL)
    line->values[bound->target.index] = value;
  else
    self->record->values[bound->target.index] = value;
  if (bound->field->type == DAYBOOK_TYPE_TIME && line == NULL)
    note_wall (self, bound->target.index);
  return TRUE;
}

static void
take_extras (DaybookOrderParser    *self,
             const DaybookTableRow *row)
{
  guint column;

  for (guint i = 0; i < self->extras->len; i++)
    g_string_truncate (g_ptr_array_index (self->extras, i), 0);
  for (guint i = 0; i < self->binding->extra->len; i++)
    {
      const DaybookBound *bound = g_ptr_array_index (self->binding->extra, i);

      daybook_bound_fetch (bound, self->profile, row, g_ptr_array_index (self->extras, bound->target.index), &column);
      daybook_order_said_note (&self->said, g_ptr_array_index (self->extras, bound->target.index));
    }
}

/* An amount in a file that names no currency, or not in this row, is in the
 * platform's or the shop's. The shop's is only a guess: what is known of the order
 * goes before it. */
static void
settle_currency (DaybookOrderParser *self)
{
  const char *currency = daybook_record_text (self->record, DAYBOOK_ORDER_CURRENCY);
  const char *otherwise = self->profile->currency != NULL ? self->profile->currency : self->shop_currency;
  gboolean certain = *currency != '\0' || self->profile->currency != NULL;

  if (*currency == '\0')
    daybook_record_set_text (self->record, DAYBOOK_ORDER_CURRENCY, self->goes_on ? self->currency->str : otherwise);
  g_string_assign (self->currency, daybook_record_text (self->record, DAYBOOK_ORDER_CURRENCY));
  self->record->carried &= ~(G_GUINT64_CONSTANT (1) << DAYBOOK_ORDER_CURRENCY);
  self->record->carried |= (guint64) certain << DAYBOOK_ORDER_CURRENCY;
  self->context.currency = daybook_record_text (self->record, DAYBOOK_ORDER_CURRENCY);
}

static gboolean
take_order_cells (DaybookOrderParser     *self,
                  const DaybookTableRow  *row,
                  GError                **error)
{
  const GPtrArray *bounds = self->binding->order;

  if (self->binding->currency != NULL && !take_value (self, self->binding->currency, NULL, row, error))
    return FALSE;
  settle_currency (self);

  for (guint i = 0; i < bounds->len; i++)
    if (!take_value (self, g_ptr_array_index (bounds, i), NULL, row, error))
      return FALSE;
  take_extras (self, row);
  return TRUE;
}

/* What each row tells, put to what those before it have told. */
static gboolean
take_each (DaybookOrderParser     *self,
           const DaybookTableRow  *row,
           GError                **error)
{
  for (guint i = 0; i < self->binding->each->len; i++)
    {
      const DaybookBound *bound = g_ptr_array_index (self->binding->each, i);
      DaybookValue before = self->record->values[bound->target.index];

      self->record->values[bound->target.index] = (DaybookValue) DAYBOOK_VALUE_INIT;
      if (!take_value (self, bound, NULL, row, error))
        return FALSE;
      if (self->record->lines->len > 0)
        daybook_order_each_join (self->record, bound->target.index, &before);
    }

  return TRUE;
}

static gboolean
take_line (DaybookOrderParser     *self,
           const DaybookTableRow  *row,
           GError                **error)
{
  const GPtrArray *bounds = self->binding->line;
  DaybookLineRecord *line;

  if (!take_each (self, row, error))
    return FALSE;
  if (bounds->len == 0)
    return TRUE;

  line = daybook_record_add_line (self->record);
  line->values[DAYBOOK_LINE_POSITION] = daybook_value_int (self->record->lines->len - 1);
  for (guint i = 0; i < bounds->len; i++)
    if (!take_value (self, g_ptr_array_index (bounds, i), line, row, error))
      return FALSE;
  if (self->binding->row_prices)
    daybook_line_part_price (line);
  return TRUE;
}

static gboolean
take_sums (DaybookOrderParser     *self,
           const DaybookTableRow  *row,
           GError                **error)
{
  g_autoptr(GError) reason = NULL;
  guint column;

  if (daybook_order_sums_add (&self->sums, &self->context, self->decimal, row, &column, &reason))
    return TRUE;

  fail (self, row->number);
  return report (self, row->number, column, self->sums.text->str, reason->message, error);
}

/* Mostly one. */
static gboolean
take_lines (DaybookOrderParser     *self,
            const DaybookTableRow  *row,
            GError                **error)
{
  g_autoptr(DaybookRowParts) parts = daybook_row_parts_new (self->binding, row);
  DaybookTableRow line;

  if (parts == NULL)
    return take_line (self, row, error);

  for (guint i = 0; i < daybook_row_parts_count (parts); i++)
    {
      daybook_row_parts_get (parts, i, &line);
      if (!take_line (self, &line, error))
        return FALSE;
    }
  return TRUE;
}

static void
finish_record (DaybookOrderParser *self)
{
  DaybookOrderExtras extras = { self->profile, (GString **) self->extras->pdata, self->binding->present,
                                self->binding->status_of_lines };

  daybook_order_sums_settle (&self->sums, self->record);
  daybook_order_settle (self->record, self->rules, self->finish, &extras);
  self->newest = MAX (self->newest, daybook_order_newest (self->record, &extras, self->context.zone, self->limit));
}

/* Of an order with a problem in one row the others are not imported either. */
static gboolean
report_pending (DaybookOrderParser  *self,
                GError             **error)
{
  g_autofree char *why = g_strdup_printf (_("Row %lu of the same order has a problem."), (gulong) self->failed_row);

  for (guint i = 0; i < self->pending->len; i++)
    if (!report (self, g_array_index (self->pending, guint64, i), daybook_row_number_column (self->binding),
                 daybook_record_text (self->record, DAYBOOK_ORDER_NUMBER), why, error))
      return FALSE;

  return TRUE;
}

/* Whether an order may have several rows, a line in each. */
static gboolean
has_lines (DaybookOrderParser *self)
{
  return self->binding->line->len > 0;
}

static gboolean
give_out (DaybookOrderParser  *self,
          GError             **error)
{
  if (!self->open)
    return TRUE;

  self->open = FALSE;
  if (self->failed_row != 0)
    return report_pending (self, error);
  if (self->state == DAYBOOK_SEEN_AGAIN && self->record->lines->len == 0)
    return TRUE;

  finish_record (self);
  return self->sink->order (&self->record, self->data, error);
}

/* Whether the row at hand is of the order that is open. */
static gboolean
is_order_at_hand (DaybookOrderParser *self)
{
  return strcmp (self->number->str, daybook_record_text (self->record, DAYBOOK_ORDER_NUMBER)) == 0;
}

/* An amount far from its order, in a file that names currencies elsewhere, may be in
 * any of them. */
static gboolean
check_currency_said (DaybookOrderParser     *self,
                     const DaybookTableRow  *row,
                     GError                **error)
{
  if (self->state != DAYBOOK_SEEN_AGAIN || self->goes_on || self->failed_row != 0
      || self->binding->currency == NULL || daybook_order_said_currency (&self->said)
      || !daybook_order_said_tells_amount (&self->said, row))
    return TRUE;

  self->failed_row = row->number;
  return report (self, row->number, daybook_row_number_column (self->binding), self->number->str,
                 _("The row stands apart from its order and does not say its currency. Put it below the order’s other rows."), error);
}

/* A row that says the same as an earlier one is nothing new, as in exports put together,
 * or it is the order's next line; the order's cells may then be blank. Of one that says
 * otherwise nobody knows which is right. */
static gboolean
check_seen (DaybookOrderParser     *self,
            const DaybookTableRow  *row,
            GError                **error)
{
  const char *number = daybook_record_text (self->record, DAYBOOK_ORDER_NUMBER);
  const char *why = _("An earlier row has this order too, with other values. That row is taken; compare the two.");

  /* Cells that a person has named may not tell all orders apart: the rest of the row does. */
  if (self->binding->number == NULL)
    {
      daybook_order_said_note_row (&self->said, row);
      why = _("An earlier row has the same in the columns that identify a row, and other values elsewhere. "
              "Choose columns that tell all rows apart.");
    }

  self->state = self->goes_on && has_lines (self) ? DAYBOOK_SEEN_AGAIN : daybook_seen_add (self->seen, number, self->said.content);
  if (self->state == DAYBOOK_SEEN_OTHERWISE && self->said.is_blank && has_lines (self))
    {
      /* A line of the row that was taken, or of the one that was not? */
      self->state = DAYBOOK_SEEN_AGAIN;
      if (self->failed_row == 0)
        self->failed_row = GPOINTER_TO_SIZE (g_hash_table_lookup (self->doubted, number));
    }
  if (self->state != DAYBOOK_SEEN_OTHERWISE || self->failed_row != 0)
    return check_currency_said (self, row, error);

  self->failed_row = row->number;
  note_row (self->doubted, number, row->number);
  return report (self, row->number, daybook_row_number_column (self->binding), row->cells[daybook_row_number_column (self->binding)].text, why, error);
}

/* Whether the row is of an order alone, in a file where such a one goes before those of its lines. */
static gboolean
is_of_no_line (DaybookOrderParser    *self,
               const DaybookTableRow *row)
{
  return self->binding->summary && !daybook_order_said_names_line (&self->said, row);
}

static gboolean
begin_order (DaybookOrderParser     *self,
             const DaybookTableRow  *row,
             gboolean                again,
             GError                **error)
{
  self->goes_on = self->open && !again && is_order_at_hand (self);
  if (!give_out (self, error))
    return FALSE;

  daybook_record_reset (self->record);
  self->record->first_row = row->number;
  self->record->carried = self->binding->carried | G_GUINT64_CONSTANT (1) << DAYBOOK_ORDER_NUMBER;
  daybook_record_set_text (self->record, DAYBOOK_ORDER_NUMBER, self->number->str);
  self->open = TRUE;
  self->closed = FALSE;
  self->failed_row = GPOINTER_TO_SIZE (g_hash_table_lookup (self->failures, self->number->str));
  daybook_order_said_begin (&self->said, row);
  daybook_order_sums_begin (&self->sums);
  self->summarised = is_of_no_line (self, row);
  self->wall = 0;
  g_array_set_size (self->pending, 0);
  return take_order_cells (self, row, error) && check_seen (self, row, error);
}

/* Whether the row has a cell that only the first one of an order has. */
static gboolean
begins_order (DaybookOrderParser    *self,
              const DaybookTableRow *row)
{
  for (guint i = 0; self->binding->begins != NULL && i < self->binding->begins->len; i++)
    {
      guint column = g_array_index (self->binding->begins, guint, i);

      if (column < row->n_cells && row->cells[column].length > 0)
        return TRUE;
    }

  return FALSE;
}

/* Whether it is a row of another line of the order at hand, of which the columns are cut
 * away: it tells nothing. */
static gboolean
is_cut_line (DaybookOrderParser    *self,
             const DaybookTableRow *row)
{
  return self->open && !has_lines (self) && self->binding->begins != NULL && self->binding->begins->len > 0
         && is_order_at_hand (self) && !begins_order (self, row);
}

/* Whether a row of the order at hand is its first row once more, as where two exports
 * put together overlap by one order. */
static gboolean
is_told_again (DaybookOrderParser    *self,
               const DaybookTableRow *row)
{
  if (!begins_order (self, row) || !daybook_order_said_the_same (&self->said, row))
    return FALSE;

  /* Its first row has its first line. With another line, the file was filled down. */
  self->filled_down = self->filled_down || daybook_order_said_hash_line (&self->said, row) != self->said.line;
  return !self->filled_down;
}

/* Platforms leave the currency out where a row has no amount: then a later one says it first. */
static void
adopt_currency (DaybookOrderParser    *self,
                const DaybookTableRow *row)
{
  guint column;

  if (self->binding->currency == NULL || daybook_order_said_currency (&self->said)
      || daybook_record_has_amount (self->record) || daybook_order_sums_began (&self->sums))
    return;

  daybook_bound_fetch (self->binding->currency, self->profile, row, self->text, &column);
  if (self->text->len == 0
      || !daybook_order_value_read (&self->context, self->binding->currency->field, self->text->str, &(DaybookValue) DAYBOOK_VALUE_INIT, NULL))
    return;
  daybook_order_said_note_currency (&self->said, self->text);
  daybook_record_set_text (self->record, DAYBOOK_ORDER_CURRENCY, self->text->str);
  settle_currency (self);
}

/* A later row of the order may repeat what its first row says, not say otherwise. */
static gboolean
check_later_row (DaybookOrderParser     *self,
                 const DaybookTableRow  *row,
                 GError                **error)
{
  g_autofree char *why = NULL;
  guint column;

  adopt_currency (self, row);
  if (self->summarised || !daybook_order_said_otherwise (&self->said, row, &column))
    return TRUE;

  why = g_strdup_printf (_("Row %lu of the same order says otherwise."), (gulong) self->record->first_row);
  fail (self, row->number);
  return report (self, row->number, column, self->said.text->str, why, error);
}

/* In exports put together an order stands twice, with all its lines. One that has the same line
 * twice has it in rows that follow each other; but a line with a number of its own is one. */
static gboolean
is_line_repeated (DaybookOrderParser    *self,
                  const DaybookTableRow *row)
{
  g_autofree char *key = NULL;
  gboolean is_known;

  if (!has_lines (self))
    return FALSE;

  key = g_strdup_printf ("%s%c%08x", daybook_record_text (self->record, DAYBOOK_ORDER_NUMBER), CELL_SEPARATOR,
                         daybook_order_said_hash_line (&self->said, row));
  is_known = daybook_seen_add (self->lines, key, 0) == DAYBOOK_SEEN_AGAIN;
  return is_known && ((self->state == DAYBOOK_SEEN_AGAIN && !self->goes_on) || daybook_order_said_numbers_line (&self->said, row));
}

/* Where each row tells a part of the order, those that stand apart would be left out of it. */
static gboolean
refuse_apart (DaybookOrderParser     *self,
              const DaybookTableRow  *row,
              GError                **error)
{
  fail (self, row->number);
  return report (self, row->number, daybook_row_number_column (self->binding), self->number->str,
                 _("The row stands apart from its order, of which each row tells a part. Put it below the order’s other rows."), error);
}

static gboolean
add_row (DaybookOrderParser     *self,
         const DaybookTableRow  *row,
         GError                **error)
{
  if (is_line_repeated (self, row))
    return TRUE;
  if (self->binding->each->len > 0 && self->state == DAYBOOK_SEEN_AGAIN && self->failed_row == 0)
    return refuse_apart (self, row, error);

  daybook_row_append_raw (row, self->record->raw);
  self->record->n_rows++;
  if (!is_of_no_line (self, row) && (!take_lines (self, row, error) || !take_sums (self, row, error)))
    return FALSE;

  if (self->failed_row != row->number)
    g_array_append_val (self->pending, row->number);
  return TRUE;
}

static gboolean
report_number (DaybookOrderParser     *self,
               const DaybookTableRow  *row,
               DaybookIdState          state,
               GError                **error)
{
  guint column = daybook_row_number_column (self->binding);
  const char *value = column < row->n_cells ? row->cells[column].text : "";
  const char *why = daybook_row_number_fault (self->binding, state);

  /* Where it may be the rest of the order's row, the next one tells. */
  self->closed = TRUE;
  if (self->pieces.n_pieces == 0 && !give_out (self, error))
    return FALSE;
  return report (self, row->number, column, value, why, error);
}

/* Whether the row at hand is a later one of the order that is open: those may leave its
 * cells blank. */
static gboolean
is_later_row (DaybookOrderParser *self,
              DaybookIdState      state)
{
  if (!self->open || self->closed || !has_lines (self))
    return FALSE;

  return state == DAYBOOK_ID_EMPTY ? self->binding->number != NULL : is_order_at_hand (self);
}

/* A row that cannot be read, and with it its order. */
static gboolean
leave_out (DaybookOrderParser     *self,
           const DaybookTableRow  *row,
           DaybookIdState          state,
           guint                   column,
           const char             *why,
           GError                **error)
{
  if (is_later_row (self, state))
    fail (self, row->number);
  else if (!give_out (self, error))
    return FALSE;
  else if (state == DAYBOOK_ID_GOOD)
    note_row (self->failures, self->number->str, row->number);

  return report (self, row->number, column, column < row->n_cells ? row->cells[column].text : "", why, error);
}

/* Only now it is seen that row `number` of the order at hand was not whole. */
static gboolean
fail_earlier (DaybookOrderParser  *self,
              guint64              number,
              const char          *why,
              GError             **error)
{
  if (!self->open || self->pending->len == 0 || g_array_index (self->pending, guint64, self->pending->len - 1) != number)
    return TRUE;

  g_array_set_size (self->pending, self->pending->len - 1);
  fail (self, number);
  return report (self, number, daybook_row_number_column (self->binding), daybook_record_text (self->record, DAYBOOK_ORDER_NUMBER),
                 why, error);
}

/* What the row, or NULL at the end of the table, says of the one before it. */
static gboolean
look_back (DaybookOrderParser     *self,
           const DaybookTableRow  *row,
           GError                **error)
{
  return !daybook_row_was_parted (&self->widths, row, self->headings)
         || fail_earlier (self, self->last_row, daybook_row_parted (), error);
}

/* Whether the row is the rest of one that a line break has parted; `done` says that no more is
 * to be made of it. */
static gboolean
join_pieces (DaybookOrderParser     *self,
             const DaybookTableRow  *row,
             DaybookIdState          state,
             gboolean               *done,
             GError                **error)
{
  guint64 begun = self->pieces.row;
  DaybookPieces pieces = daybook_row_pieces_add (&self->pieces, row, state, self->number);
  g_autofree char *rest = NULL;

  *done = pieces == DAYBOOK_PIECES_WHOLE;
  if (pieces == DAYBOOK_PIECES_NONE)
    return TRUE;
  if (!fail_earlier (self, begun, daybook_row_broken (), error))
    return FALSE;
  if (!*done)
    return TRUE;

  self->n_rows++;
  rest = daybook_row_rest (begun);
  return report (self, row->number, 0, row->cells[0].text, rest, error);
}

/* Whether a cell that stands alone in its row is of the next line of the order at hand. */
static gboolean
is_line_alone (DaybookOrderParser    *self,
               const DaybookTableRow *row)
{
  guint column = daybook_row_first_filled (row);

  return is_later_row (self, DAYBOOK_ID_EMPTY) && daybook_binding_takes_line (self->binding, column)
         && strchr (row->cells[column].text, ':') == NULL && strstr (row->cells[column].text, "：") == NULL;
}

/* Of remarks nothing is said. */
static gboolean
is_passed_over (DaybookOrderParser     *self,
                const DaybookTableRow  *row,
                DaybookIdState         *state)
{
  DaybookRemark remark = daybook_row_find_remark (row, self->headings->len, self->number);

  if (remark == DAYBOOK_REMARK_NUMBER && *state == DAYBOOK_ID_GOOD && !is_later_row (self, *state))
    *state = DAYBOOK_ID_BAD;

  return remark == DAYBOOK_REMARK_SURE || (remark == DAYBOOK_REMARK_ALONE && !is_line_alone (self, row));
}

/* A row without a number is the order's next line only where it says of what. */
static gboolean
add_unnumbered (DaybookOrderParser     *self,
                const DaybookTableRow  *row,
                GError                **error)
{
  if (!daybook_order_said_names_line (&self->said, row))
    return leave_out (self, row, DAYBOOK_ID_EMPTY, daybook_row_first_filled (row),
                      _("This row has no order number, and says of no goods: a line of the order above, or a sum?"), error);

  return check_later_row (self, row, error) && add_row (self, row, error);
}

static gboolean
take_row (DaybookOrderParser     *self,
          const DaybookTableRow  *row,
          DaybookIdState          state,
          GError                **error)
{
  gboolean again, same;
  const char *fault;
  guint column;

  self->n_rows++;
  fault = daybook_row_find_fault (row, self->binding, self->headings, &self->widths, &column);
  if (fault != NULL)
    return leave_out (self, row, state, column, fault, error);
  self->widths.narrowest = MIN (self->widths.narrowest, row->n_cells);
  if (state == DAYBOOK_ID_EMPTY && is_later_row (self, state))
    return add_unnumbered (self, row, error);
  if (state != DAYBOOK_ID_GOOD)
    return report_number (self, row, state, error);
  if (is_cut_line (self, row))
    return TRUE;

  same = is_later_row (self, state) && self->record->lines->len < MAX_LINES;
  again = same && is_told_again (self, row);
  return (same && !again ? check_later_row (self, row, error) : begin_order (self, row, again, error))
         && add_row (self, row, error);
}

gboolean
daybook_order_parser_row (DaybookOrderParser     *self,
                          const DaybookTableRow  *row,
                          GError                **error)
{
  DaybookIdState state = daybook_row_number_read (self->binding, row, self->number);
  DaybookHeadings headings = daybook_row_find_headings (self->binding, row, self->headings, self->number);
  gboolean done = FALSE;

  daybook_row_alias_follow (&self->alias, self->binding, row, self->number);
  if (headings == DAYBOOK_HEADINGS_OTHER)
    return daybook_row_refuse_headings (row->number, error);
  if (!look_back (self, row, error))
    return FALSE;
  self->last_row = row->number;
  if (headings == DAYBOOK_HEADINGS_AGAIN || daybook_row_is_sums (row, self->profile, self->number))
    {
      daybook_row_pieces_stop (&self->pieces);
      return TRUE;
    }

  if (!join_pieces (self, row, state, &done, error))
    return FALSE;
  return done || is_passed_over (self, row, &state) || take_row (self, row, state, error);
}

gboolean
daybook_order_parser_finish (DaybookOrderParser  *self,
                             GError             **error)
{
  daybook_row_pieces_stop (&self->pieces);
  return look_back (self, NULL, error) && give_out (self, error);
}

static void
prepare_context (DaybookOrderParser *self,
                 GTimeZone          *shop_zone)
{
  self->context.profile = self->profile;
  if (self->profile->zone != NULL)
    self->context.zone = g_time_zone_new_identifier (self->profile->zone);
  if (self->context.zone == NULL)
    self->context.zone = g_time_zone_ref (shop_zone);
}

static void
prepare_buffers (DaybookOrderParser *self)
{
  self->record = daybook_record_new ();
  self->pending = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->extras = g_ptr_array_new ();
  for (guint i = 0; i < self->profile->extras->len; i++)
    g_ptr_array_add (self->extras, g_string_new (NULL));
  self->failures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->doubted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->rules = daybook_stage_rules_new (self->profile);
  self->number = g_string_new (NULL);
  daybook_row_alias_init (&self->alias);
  self->currency = g_string_new (NULL);
  self->text = g_string_new (NULL);
}

DaybookOrderParser *
daybook_order_parser_new (const DaybookProfile   *profile,
                          const DaybookForm      *form,
                          const char *const      *headings,
                          guint                   n_headings,
                          GTimeZone              *zone,
                          const char             *currency,
                          const DaybookOrderSink *sink,
                          gpointer                data)
{
  DaybookOrderParser *self = g_new0 (DaybookOrderParser, 1);

  self->profile = profile;
  self->decimal = form->decimal != DAYBOOK_DECIMAL_GUESSED ? form->decimal : profile->decimal;
  self->binding = daybook_binding_new (form, headings, n_headings);
  self->headings = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n_headings; i++)
    g_ptr_array_add (self->headings, g_strstrip (g_strdup (headings[i])));
  self->widths.narrowest = daybook_row_count_named (self->headings);
  self->shop_currency = g_strdup (currency);
  self->finish = daybook_order_code_find (profile->code);
  self->seen = daybook_seen_new ();
  if (has_lines (self))
    self->lines = daybook_seen_new ();
  daybook_order_said_init (&self->said, self->binding, profile);
  daybook_order_sums_init (&self->sums, self->binding);
  self->sink = sink;
  self->data = data;
  self->limit = G_MAXINT64;
  prepare_context (self, zone);
  prepare_buffers (self);
  return self;
}

void
daybook_order_parser_free (DaybookOrderParser *self)
{
  for (guint i = 0; i < self->extras->len; i++)
    g_string_free (g_ptr_array_index (self->extras, i), TRUE);
  g_ptr_array_unref (self->extras);
  daybook_binding_free (self->binding);
  g_ptr_array_unref (self->headings);
  g_time_zone_unref (self->context.zone);
  g_free (self->shop_currency);
  daybook_record_free (self->record);
  g_array_unref (self->pending);
  g_hash_table_unref (self->failures);
  g_hash_table_unref (self->doubted);
  daybook_stage_rules_free (self->rules);
  daybook_seen_free (self->seen);
  g_clear_pointer (&self->lines, daybook_seen_free);
  daybook_order_said_clear (&self->said);
  daybook_order_sums_clear (&self->sums);
  g_string_free (self->number, TRUE);
  daybook_row_alias_clear (&self->alias);
  g_string_free (self->currency, TRUE);
  g_string_free (self->text, TRUE);
  g_free (self);
}

DaybookSumsPart
daybook_order_parser_part (DaybookOrderParser *self)
{
  return self->state == DAYBOOK_SEEN_NEW ? DAYBOOK_SUMS_ORDER : DAYBOOK_SUMS_PIECE;
}

gboolean
daybook_order_parser_has (DaybookOrderParser *self,
                          const char         *number)
{
  return daybook_seen_has (self->seen, number);
}

guint64
daybook_order_parser_rows (DaybookOrderParser *self)
{
  return self->n_rows;
}

GTimeZone *
daybook_order_parser_zone (DaybookOrderParser *self)
{
  return self->context.zone;
}

gint64
daybook_order_parser_wall (DaybookOrderParser *self)
{
  return self->wall;
}

gint64
daybook_order_parser_newest (DaybookOrderParser *self)
{
  return self->newest;
}

void
daybook_order_parser_set_limit (DaybookOrderParser *self,
                                gint64              limit)
{
  self->limit = limit;
}

void
daybook_order_parser_look_ahead (DaybookOrderParser *self,
                                 const GPtrArray    *sample)
{
  self->binding->rounding = daybook_row_number_rounding (self->binding, sample);
  self->widths.usual = self->pieces.usual = daybook_row_usual_width (sample);
}
