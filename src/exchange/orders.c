/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/orders.h"

#include "core/moment.h"
#include "exchange/order-each.h"
#include "exchange/order-newest.h"
#include "exchange/order-said.h"
#include "exchange/order-settle.h"
#include "exchange/order-sum.h"
#include "exchange/order-value.h"
#include "exchange/row-alias.h"
#include "exchange/row-parts.h"
#include "exchange/row-raw.h"
#include "exchange/row-screen.h"
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
  DaybookRowScreen      screen;
  DaybookValueContext   context;
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

  DaybookRowAlias       alias;
  GString              *currency; /* of the order begun last */
  GString              *text;
  gint64                wall;     /* of the order's making, see the header */
  gint64                newest;
  gint64                limit;
};

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
    daybook_moment_parse_wall (self->text->str, daybook_profile_dates (self->screen.profile), &self->wall);
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

  daybook_bound_fetch (bound, self->screen.profile, row, self->text, &column);
  if (self->record->n_rows == 0) /* what the order says, and not one of its rows */
    daybook_order_said_note (&self->said, self->text);
  if (self->text->len == 0)
    return TRUE;
  if (!daybook_order_value_read (&self->context, bound->field, row, column, self->text->str, &value, &reason))
    {
      fail (self, row->number);
      return daybook_row_screen_report (&self->screen, row->number, column, self->text->str, reason->message, error);
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
  const GPtrArray *bounds = self->screen.binding->extra;

  daybook_extras_fetch (self->extras, self->screen.binding, self->screen.profile, row);
  for (guint i = 0; i < bounds->len; i++)
    {
      const DaybookBound *bound = g_ptr_array_index (bounds, i);

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
  const char *otherwise = self->screen.profile->currency != NULL ? self->screen.profile->currency : self->shop_currency;
  gboolean certain = *currency != '\0' || self->screen.profile->currency != NULL;

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
  const GPtrArray *bounds = self->screen.binding->order;

  if (self->screen.binding->currency != NULL && !take_value (self, self->screen.binding->currency, NULL, row, error))
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
  for (guint i = 0; i < self->screen.binding->each->len; i++)
    {
      const DaybookBound *bound = g_ptr_array_index (self->screen.binding->each, i);
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
  const GPtrArray *bounds = self->screen.binding->line;
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
  if (self->screen.binding->row_prices)
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

  if (daybook_order_sums_add (&self->sums, &self->context, row, &column, &reason))
    return TRUE;

  fail (self, row->number);
  return daybook_row_screen_report (&self->screen, row->number, column, self->sums.text->str, reason->message, error);
}

/* Mostly one. */
static gboolean
take_lines (DaybookOrderParser     *self,
            const DaybookTableRow  *row,
            GError                **error)
{
  g_autoptr(DaybookRowParts) parts = daybook_row_parts_new (self->screen.binding, row);
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
  DaybookOrderExtras extras = { self->screen.profile, (GString **) self->extras->pdata, self->screen.binding->present,
                                self->screen.binding->status_of_lines };

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
    if (!daybook_row_screen_report_number (&self->screen, g_array_index (self->pending, guint64, i),
                                           daybook_record_text (self->record, DAYBOOK_ORDER_NUMBER), why, error))
      return FALSE;

  return TRUE;
}

/* Whether an order may have several rows, a line in each. */
static gboolean
has_lines (DaybookOrderParser *self)
{
  return self->screen.binding->line->len > 0;
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
  return strcmp (self->screen.number->str, daybook_record_text (self->record, DAYBOOK_ORDER_NUMBER)) == 0;
}

/* An amount far from its order, in a file that names currencies elsewhere, may be in
 * any of them. */
static gboolean
check_currency_said (DaybookOrderParser     *self,
                     const DaybookTableRow  *row,
                     GError                **error)
{
  const char *why = _("The row stands apart from its order and does not say its currency. Put it below the order’s other rows.");

  if (self->state != DAYBOOK_SEEN_AGAIN || self->goes_on || self->failed_row != 0
      || self->screen.binding->currency == NULL || daybook_order_said_currency (&self->said)
      || !daybook_order_said_tells_amount (&self->said, row))
    return TRUE;

  self->failed_row = row->number;
  return daybook_row_screen_report_number (&self->screen, row->number, self->screen.number->str, why, error);
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
  if (self->screen.binding->number == NULL)
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
  return daybook_row_screen_report_cell (&self->screen, row, daybook_row_number_column (self->screen.binding), why, error);
}

/* Whether the row is of an order alone, in a file where such a one goes before those of its lines. */
static gboolean
is_of_no_line (DaybookOrderParser    *self,
               const DaybookTableRow *row)
{
  return self->screen.binding->summary && !daybook_order_said_names_line (&self->said, row);
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
  self->record->carried = self->screen.binding->carried | G_GUINT64_CONSTANT (1) << DAYBOOK_ORDER_NUMBER;
  daybook_record_set_text (self->record, DAYBOOK_ORDER_NUMBER, self->screen.number->str);
  self->open = TRUE;
  self->closed = FALSE;
  self->failed_row = GPOINTER_TO_SIZE (g_hash_table_lookup (self->failures, self->screen.number->str));
  daybook_order_said_begin (&self->said, row);
  daybook_order_sums_begin (&self->sums);
  self->summarised = is_of_no_line (self, row);
  self->wall = 0;
  g_array_set_size (self->pending, 0);
  return take_order_cells (self, row, error) && check_seen (self, row, error);
}

/* Whether it is a row of another line of the order at hand, of which the columns are cut
 * away: it tells nothing. */
static gboolean
is_cut_line (DaybookOrderParser    *self,
             const DaybookTableRow *row)
{
  return self->open && !has_lines (self) && self->screen.binding->begins != NULL && self->screen.binding->begins->len > 0
         && is_order_at_hand (self) && !daybook_binding_begins (self->screen.binding, row);
}

/* Whether a row of the order at hand is its first row once more, as where two exports
 * put together overlap by one order. */
static gboolean
is_told_again (DaybookOrderParser    *self,
               const DaybookTableRow *row)
{
  if (!daybook_binding_begins (self->screen.binding, row) || !daybook_order_said_the_same (&self->said, row))
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

  if (self->screen.binding->currency == NULL || daybook_order_said_currency (&self->said)
      || daybook_record_has_amount (self->record) || daybook_order_sums_began (&self->sums))
    return;

  daybook_bound_fetch (self->screen.binding->currency, self->screen.profile, row, self->text, &column);
  if (self->text->len == 0
      || !daybook_order_value_read (&self->context, self->screen.binding->currency->field, row, column, self->text->str,
                                    &(DaybookValue) DAYBOOK_VALUE_INIT, NULL))
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
  return daybook_row_screen_report (&self->screen, row->number, column, self->said.text->str, why, error);
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
  const char *why = _("The row stands apart from its order, of which each row tells a part. Put it below the order’s other rows.");

  fail (self, row->number);
  return daybook_row_screen_report_number (&self->screen, row->number, self->screen.number->str, why, error);
}

static gboolean
add_row (DaybookOrderParser     *self,
         const DaybookTableRow  *row,
         GError                **error)
{
  if (is_line_repeated (self, row))
    return TRUE;
  if (self->screen.binding->each->len > 0 && self->state == DAYBOOK_SEEN_AGAIN && self->failed_row == 0)
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
  /* Where it may be the rest of the order's row, the next one tells. */
  self->closed = TRUE;
  if (self->screen.pieces.n_pieces == 0 && !give_out (self, error))
    return FALSE;
  return daybook_row_screen_report_cell (&self->screen, row, daybook_row_number_column (self->screen.binding),
                                         daybook_row_number_fault (self->screen.binding, state), error);
}

/* Whether the row at hand is a later one of the order that is open: those may leave its
 * cells blank. */
static gboolean
is_later_row (DaybookOrderParser *self,
              DaybookIdState      state)
{
  if (!self->open || self->closed || !has_lines (self))
    return FALSE;

  return state == DAYBOOK_ID_EMPTY ? self->screen.binding->number != NULL : is_order_at_hand (self);
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
    note_row (self->failures, self->screen.number->str, row->number);

  return daybook_row_screen_report_cell (&self->screen, row, column, why, error);
}

/* The last row of the order at hand: see the screen. */
static const char *
take_back (gpointer parser,
           guint64  row)
{
  DaybookOrderParser *self = parser;

  if (!self->open || self->pending->len == 0 || g_array_index (self->pending, guint64, self->pending->len - 1) != row)
    return NULL;

  g_array_set_size (self->pending, self->pending->len - 1);
  fail (self, row);
  return daybook_record_text (self->record, DAYBOOK_ORDER_NUMBER);
}

/* Whether a cell that stands alone in its row is of the next line of the order at hand. */
static gboolean
is_line_alone (DaybookOrderParser    *self,
               const DaybookTableRow *row)
{
  guint column = daybook_row_first_filled (row);

  return is_later_row (self, DAYBOOK_ID_EMPTY) && daybook_binding_takes_line (self->screen.binding, column)
         && strchr (row->cells[column].text, ':') == NULL && strstr (row->cells[column].text, "：") == NULL;
}

/* Of remarks nothing is said. */
static gboolean
is_passed_over (DaybookOrderParser     *self,
                const DaybookTableRow  *row,
                DaybookIdState         *state)
{
  DaybookRemark remark = daybook_row_find_remark (row, self->screen.headings->len, self->screen.number);

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
  guint column;
  const char *fault = daybook_row_screen_find_fault (&self->screen, row, &column);

  if (fault != NULL)
    return leave_out (self, row, state, column, fault, error);
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
  DaybookIdState state = daybook_row_screen_read (&self->screen, row);
  gboolean done;

  daybook_row_alias_follow (&self->alias, self->screen.binding, row, self->screen.number);
  if (!daybook_row_screen_sift (&self->screen, row, state, &done, error))
    return FALSE;
  return done || is_passed_over (self, row, &state) || take_row (self, row, state, error);
}

gboolean
daybook_order_parser_finish (DaybookOrderParser  *self,
                             GError             **error)
{
  return daybook_row_screen_finish (&self->screen, error) && give_out (self, error);
}

static void
prepare_buffers (DaybookOrderParser *self)
{
  self->record = daybook_record_new ();
  self->pending = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->extras = daybook_extras_new (self->screen.profile);
  self->failures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->doubted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->rules = daybook_stage_rules_new (self->screen.profile);
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
  const DaybookRowScreenSink screened = { sink->problem, data, take_back, self };

  daybook_row_screen_init (&self->screen, profile, form, headings, n_headings, &screened);
  daybook_value_context_init (&self->context, profile, form, zone);
  self->shop_currency = g_strdup (currency);
  self->finish = daybook_order_code_find (profile->code);
  self->seen = daybook_seen_new ();
  if (has_lines (self))
    self->lines = daybook_seen_new ();
  daybook_order_said_init (&self->said, self->screen.binding, profile);
  daybook_order_sums_init (&self->sums, self->screen.binding);
  self->sink = sink;
  self->data = data;
  self->limit = G_MAXINT64;
  prepare_buffers (self);
  return self;
}

void
daybook_order_parser_free (DaybookOrderParser *self)
{
  daybook_row_screen_clear (&self->screen);
  daybook_value_context_clear (&self->context);
  g_free (self->shop_currency);
  daybook_record_free (self->record);
  g_array_unref (self->pending);
  g_ptr_array_unref (self->extras);
  g_hash_table_unref (self->failures);
  g_hash_table_unref (self->doubted);
  daybook_stage_rules_free (self->rules);
  daybook_seen_free (self->seen);
  g_clear_pointer (&self->lines, daybook_seen_free);
  daybook_order_said_clear (&self->said);
  daybook_order_sums_clear (&self->sums);
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
  return self->screen.n_rows;
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
  daybook_row_screen_look_ahead (&self->screen, sample);
}
