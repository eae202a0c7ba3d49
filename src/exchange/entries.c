/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/entries.h"

#include "core/moment.h"
#include "core/payment.h"
#include "exchange/binding.h"
#include "exchange/choices.h"
#include "exchange/date-style.h"
#include "exchange/order-value.h"
#include "exchange/payment-settle.h"
#include "exchange/refuse.h"
#include "exchange/row-fault.h"
#include "exchange/row-number.h"
#include "exchange/row-pieces.h"
#include "exchange/row-problem.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CELL_SEPARATOR '\x1f'

struct _DaybookEntryParser
{
  const DaybookProfile *profile;
  const DaybookForm    *form;
  DaybookBinding       *binding;
  DaybookEntryFields    fields;
  GPtrArray            *headings; /* char * */
  GPtrArray            *dates;    /* const char *, see DaybookValueContext; or NULL */
  DaybookValueContext   context;
  DaybookDecimal        decimal;  /* of the file's amounts */
  char                 *currency; /* of amounts that name none */
  const DaybookEntrySink *sink;
  gpointer              data;

  DaybookEntry         *entry;
  gboolean              open;     /* it holds a row, which the next one may show to be a piece */
  gboolean              failed;   /* the row has a problem */
  GPtrArray            *extras;   /* GString * */
  GString              *number;   /* of the row at hand */
  GString              *text;
  DaybookRowWidths      widths;
  DaybookRowPieces      pieces;
  guint64               n_rows;
  gint64                newest;
  gint64                limit;
};

static gboolean
report (DaybookEntryParser  *self,
        guint64              row,
        guint                column,
        const char          *value,
        const char          *why,
        GError             **error)
{
  g_autoptr(DaybookProblem) problem = daybook_row_problem (self->profile, self->binding, self->headings, row, column, value, why);

  return self->sink->problem (problem, self->data, error);
}

/* --- One row ------------------------------------------------------------ */

static void
keep_cells (DaybookEntryParser    *self,
            const DaybookTableRow *row)
{
  GString *raw = self->entry->raw;

  for (guint i = 0; i < row->n_cells; i++)
    {
      gsize start = raw->len + (i > 0);

      if (i > 0)
        g_string_append_c (raw, CELL_SEPARATOR);
      g_string_append_len (raw, row->cells[i].text, (gssize) row->cells[i].length);
      for (char *p = raw->str + start; (p = strpbrk (p, "\x1e\x1f")) != NULL; p++)
        *p = ' ';
    }
}

/* Sets one field. A value that cannot be read fails the row. */
static gboolean
take_value (DaybookEntryParser     *self,
            const DaybookBound     *bound,
            const DaybookTableRow  *row,
            GError                **error)
{
  g_autoptr(GError) reason = NULL;
  DaybookValue value = DAYBOOK_VALUE_INIT;
  guint column;

  daybook_bound_fetch (bound, self->profile, row, self->text, &column);
  if (self->text->len == 0)
    return TRUE;
  /* A workbook's number comes with a point, whatever its texts are written with. */
  self->context.decimal = column < row->n_cells && row->cells[column].kind == DAYBOOK_CELL_NUMBER ? DAYBOOK_DECIMAL_POINT : self->decimal;
  if (!daybook_order_value_read (&self->context, bound->field, self->text->str, &value, &reason))
    {
      self->failed = TRUE;
      return report (self, row->number, column, self->text->str, reason->message, error);
    }

  if (bound->field->type == DAYBOOK_TYPE_TEXT)
    daybook_entry_set_text (self->entry, bound->target.index, self->text->str);
  else
    self->entry->values[bound->target.index] = value;
  return TRUE;
}

/* Amounts in a file that names no currency are in the platform's or the shop's. */
static gboolean
take_currency (DaybookEntryParser     *self,
               const DaybookTableRow  *row,
               GError                **error)
{
  int field = daybook_table_field (self->form->table, "currency");

  if (self->binding->currency != NULL && !take_value (self, self->binding->currency, row, error))
    return FALSE;
  if (field >= 0 && *daybook_entry_text (self->entry, (guint) field) == '\0')
    daybook_entry_set_text (self->entry, (guint) field, self->currency);

  self->context.currency = field >= 0 ? daybook_entry_text (self->entry, (guint) field) : self->currency;
  return TRUE;
}

static void
take_extras (DaybookEntryParser    *self,
             const DaybookTableRow *row)
{
  guint column;

  for (guint i = 0; i < self->extras->len; i++)
    g_string_truncate (g_ptr_array_index (self->extras, i), 0);
  for (guint i = 0; i < self->binding->extra->len; i++)
    {
      const DaybookBound *bound = g_ptr_array_index (self->binding->extra, i);

      daybook_bound_fetch (bound, self->profile, row, g_ptr_array_index (self->extras, bound->target.index), &column);
    }
}

/* A deadline may be before now: it is no news all the same. */
static void
note_newest (DaybookEntryParser *self)
{
  for (guint i = 0; i < self->entry->table->n_fields; i++)
    {
      const DaybookValue *value = &self->entry->values[i];

      if (self->entry->table->fields[i].type == DAYBOOK_TYPE_TIME && (int) i != self->fields.deadline && value->type == DAYBOOK_VALUE_INT
          && value->number > self->newest && value->number <= self->limit)
        self->newest = value->number;
    }
}

static gboolean
give_out (DaybookEntryParser  *self,
          GError             **error)
{
  if (!self->open)
    return TRUE;

  self->open = FALSE;
  note_newest (self);
  return self->sink->entry (self->entry, self->data, error);
}

static gboolean
begin_entry (DaybookEntryParser     *self,
             const DaybookTableRow  *row,
             GError                **error)
{
  const GPtrArray *bounds = self->binding->order;
  DaybookChoiceContext choices = { self->entry, (GString **) self->extras->pdata, self->binding };

  daybook_entry_reset (self->entry);
  self->failed = FALSE;
  self->entry->first_row = row->number;
  self->entry->apart = self->form->apart;
  self->entry->carried = self->binding->carried | G_GUINT64_CONSTANT (1) << self->fields.number;
  daybook_entry_set_text (self->entry, self->fields.number, self->number->str);
  keep_cells (self, row);
  if (!take_currency (self, row, error))
    return FALSE;
  for (guint i = 0; i < bounds->len; i++)
    if (!take_value (self, g_ptr_array_index (bounds, i), row, error))
      return FALSE;

  take_extras (self, row);
  daybook_choices_apply (self->form, &choices);
  if (self->form->table == &daybook_payments)
    daybook_payment_settle (self->entry);
  self->open = !self->failed;
  return TRUE;
}

/* --- Rows that are none ------------------------------------------------- */

/* Only now it is seen that the row before was not whole. */
static gboolean
fail_earlier (DaybookEntryParser  *self,
              guint64              number,
              const char          *why,
              GError             **error)
{
  if (!self->open || self->entry->first_row != number)
    return TRUE;

  self->open = FALSE;
  return report (self, number, daybook_row_number_column (self->binding), daybook_entry_text (self->entry, self->fields.number), why, error);
}

/* What the row, or NULL at the end of the table, says of the one before it. */
static gboolean
look_back (DaybookEntryParser     *self,
           const DaybookTableRow  *row,
           GError                **error)
{
  return !daybook_row_was_parted (&self->widths, row, self->headings)
         || fail_earlier (self, self->entry->first_row, daybook_row_parted (), error);
}

/* Whether the row is the rest of one that a line break has parted. */
static gboolean
join_pieces (DaybookEntryParser     *self,
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

static const char *
explain_number (DaybookEntryParser *self,
                DaybookIdState      state)
{
  if (state == DAYBOOK_ID_RUINED)
    return _("A spreadsheet program has rounded this number. Download the file again and import it without opening it first.");
  if (state == DAYBOOK_ID_BAD)
    return _("This is no number of a row.");
  if (self->binding->number == NULL)
    return _("The cells that should identify the row are empty.");

  return _("The row has no number.");
}

static gboolean
take_row (DaybookEntryParser     *self,
          const DaybookTableRow  *row,
          DaybookIdState          state,
          GError                **error)
{
  guint number_column = daybook_row_number_column (self->binding);
  const char *number = number_column < row->n_cells ? row->cells[number_column].text : "";
  const char *fault;
  guint column;

  self->n_rows++;
  fault = daybook_row_find_fault (row, self->binding, self->headings, &self->widths, &column);
  if (fault != NULL)
    return give_out (self, error) && report (self, row->number, column, column < row->n_cells ? row->cells[column].text : "", fault, error);
  self->widths.narrowest = MIN (self->widths.narrowest, row->n_cells);
  if (state == DAYBOOK_ID_GOOD)
    return give_out (self, error) && begin_entry (self, row, error);

  /* Where it may be the rest of the row before it, the next one tells. */
  return (self->pieces.n_pieces > 0 || give_out (self, error))
         && report (self, row->number, number_column, number, explain_number (self, state), error);
}

gboolean
daybook_entry_parser_row (DaybookEntryParser     *self,
                          const DaybookTableRow  *row,
                          GError                **error)
{
  DaybookIdState state = daybook_row_number_read (self->binding, row, self->number);
  DaybookHeadings headings = daybook_row_find_headings (self->binding, row, self->headings, self->number);
  DaybookRemark remark;
  gboolean done = FALSE;

  if (headings == DAYBOOK_HEADINGS_OTHER)
    return daybook_row_refuse_headings (row->number, error);
  if (!look_back (self, row, error))
    return FALSE;
  if (headings == DAYBOOK_HEADINGS_AGAIN || daybook_row_is_sums (row, self->profile, self->number))
    {
      daybook_row_pieces_stop (&self->pieces);
      return TRUE;
    }
  if (!join_pieces (self, row, state, &done, error))
    return FALSE;

  remark = daybook_row_find_remark (row, self->headings->len, self->number);
  if (done || remark == DAYBOOK_REMARK_SURE || remark == DAYBOOK_REMARK_ALONE)
    return TRUE;
  if (remark == DAYBOOK_REMARK_NUMBER && state == DAYBOOK_ID_GOOD)
    state = DAYBOOK_ID_BAD;
  return take_row (self, row, state, error);
}

gboolean
daybook_entry_parser_finish (DaybookEntryParser  *self,
                             GError             **error)
{
  daybook_row_pieces_stop (&self->pieces);
  return look_back (self, NULL, error) && give_out (self, error);
}

/* --- The parser --------------------------------------------------------- */

DaybookEntryParser *
daybook_entry_parser_new (const DaybookProfile    *profile,
                          const DaybookForm       *form,
                          const char *const       *headings,
                          guint                    n_headings,
                          GTimeZone               *zone,
                          const char              *currency,
                          const DaybookEntrySink  *sink,
                          gpointer                 data)
{
  DaybookEntryParser *self = g_new0 (DaybookEntryParser, 1);

  self->profile = profile;
  self->form = form;
  self->decimal = form->decimal != DAYBOOK_DECIMAL_GUESSED ? form->decimal : profile->decimal;
  self->binding = daybook_binding_new (form, headings, n_headings);
  daybook_entry_fields (form->table, &self->fields);
  self->headings = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n_headings; i++)
    g_ptr_array_add (self->headings, g_strstrip (g_strdup (headings[i])));
  self->widths.narrowest = daybook_row_count_named (self->headings);
  self->currency = g_strdup (profile->currency != NULL ? profile->currency : currency);
  self->context.profile = profile;
  self->context.zone = profile->zone != NULL ? g_time_zone_new_identifier (profile->zone) : NULL;
  if (self->context.zone == NULL)
    self->context.zone = g_time_zone_ref (zone);
  self->entry = daybook_entry_new (form->table);
  self->extras = g_ptr_array_new ();
  for (guint i = 0; i < profile->extras->len; i++)
    g_ptr_array_add (self->extras, g_string_new (NULL));
  self->number = g_string_new (NULL);
  self->text = g_string_new (NULL);
  self->sink = sink;
  self->data = data;
  self->limit = G_MAXINT64;
  return self;
}

void
daybook_entry_parser_free (DaybookEntryParser *self)
{
  for (guint i = 0; i < self->extras->len; i++)
    g_string_free (g_ptr_array_index (self->extras, i), TRUE);
  g_ptr_array_unref (self->extras);
  daybook_binding_free (self->binding);
  g_ptr_array_unref (self->headings);
  g_clear_pointer (&self->dates, g_ptr_array_unref);
  g_time_zone_unref (self->context.zone);
  g_free (self->currency);
  daybook_entry_free (self->entry);
  g_string_free (self->number, TRUE);
  g_string_free (self->text, TRUE);
  g_free (self);
}

void
daybook_entry_parser_look_ahead (DaybookEntryParser *self,
                                 const GPtrArray    *sample)
{
  self->binding->rounding = daybook_row_number_rounding (self->binding, sample);
  g_clear_pointer (&self->dates, g_ptr_array_unref);
  self->dates = daybook_date_style_find (daybook_profile_dates (self->profile), self->binding, sample);
  self->context.dates = (const char *const *) self->dates->pdata;
  self->widths.usual = self->pieces.usual = daybook_row_usual_width (sample);
}

guint64
daybook_entry_parser_rows (DaybookEntryParser *self)
{
  return self->n_rows;
}

GTimeZone *
daybook_entry_parser_zone (DaybookEntryParser *self)
{
  return self->context.zone;
}

gint64
daybook_entry_parser_newest (DaybookEntryParser *self)
{
  return self->newest;
}

void
daybook_entry_parser_set_limit (DaybookEntryParser *self,
                                gint64              limit)
{
  self->limit = limit;
}
