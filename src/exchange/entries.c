/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/entries.h"

#include "core/membership.h"
#include "exchange/choices.h"
#include "exchange/date-style.h"
#include "exchange/entry-settle.h"
#include "exchange/order-value.h"
#include "exchange/row-raw.h"
#include "exchange/row-screen.h"

#include <glib/gi18n-lib.h>

struct _DaybookEntryParser
{
  DaybookRowScreen      screen;
  const DaybookForm    *form;
  DaybookEntryFields    fields;
  DaybookValueContext   context;
  GPtrArray            *dates;    /* const char *, see the context; or NULL */
  char                 *currency; /* of amounts that name none */
  const DaybookEntrySink *sink;
  gpointer              data;

  DaybookEntry         *entry;
  gboolean              open;     /* it holds a row, which the next one may show to be a piece */
  gboolean              failed;   /* the row has a problem */
  GPtrArray            *extras;   /* GString * */
  GString              *text;
  gint64                newest;
  gint64                limit;
};

/* --- One row ------------------------------------------------------------ */

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

  daybook_bound_fetch (bound, self->screen.profile, row, self->text, &column);
  if (self->text->len == 0)
    return TRUE;
  if (!daybook_order_value_read (&self->context, bound->field, row, column, self->text->str, &value, &reason))
    {
      self->failed = TRUE;
      return daybook_row_screen_report (&self->screen, row->number, column, self->text->str, reason->message, error);
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

  if (self->screen.binding->currency != NULL && !take_value (self, self->screen.binding->currency, row, error))
    return FALSE;
  if (field >= 0 && *daybook_entry_text (self->entry, (guint) field) == '\0')
    daybook_entry_set_text (self->entry, (guint) field, self->currency);

  self->context.currency = field >= 0 ? daybook_entry_text (self->entry, (guint) field) : self->currency;
  return TRUE;
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
  const GPtrArray *bounds = self->screen.binding->order;
  DaybookChoiceContext choices = { self->entry, (GString **) self->extras->pdata, self->screen.binding };
  const char *why;

  daybook_entry_reset (self->entry);
  self->failed = FALSE;
  self->entry->first_row = row->number;
  self->entry->apart = self->form->apart;
  self->entry->carried = self->screen.binding->carried | G_GUINT64_CONSTANT (1) << self->fields.number;
  daybook_entry_set_text (self->entry, self->fields.number, self->screen.number->str);
  daybook_row_append_raw (row, self->entry->raw);
  if (!take_currency (self, row, error))
    return FALSE;
  for (guint i = 0; i < bounds->len; i++)
    if (!take_value (self, g_ptr_array_index (bounds, i), row, error))
      return FALSE;

  daybook_extras_fetch (self->extras, self->screen.binding, self->screen.profile, row);
  daybook_choices_apply (self->form, &choices);
  why = daybook_entry_settle (self->entry);
  if (why != NULL && !self->failed)
    {
      self->failed = TRUE;
      return daybook_row_screen_report_cell (&self->screen, row, daybook_row_number_column (self->screen.binding), why, error);
    }
  self->open = !self->failed;
  return TRUE;
}

/* --- Rows that are none ------------------------------------------------- */

/* The row that is held: see the screen. */
static const char *
take_back (gpointer parser,
           guint64  row)
{
  DaybookEntryParser *self = parser;

  if (!self->open || self->entry->first_row != row)
    return NULL;

  self->open = FALSE;
  return daybook_entry_text (self->entry, self->fields.number);
}

static const char *
explain_number (DaybookEntryParser *self,
                DaybookIdState      state)
{
  if (state == DAYBOOK_ID_RUINED)
    return _("A spreadsheet program has rounded this number. Download the file again and import it without opening it first.");
  if (state == DAYBOOK_ID_BAD)
    return _("This is no number of a row.");
  if (self->screen.binding->number == NULL)
    return _("The cells that should identify the row are empty.");
  if (self->form->table == &daybook_memberships)
    return _("The row has neither an account nor a phone or an e-mail: it tells of nobody.");

  return _("The row has no number.");
}

static gboolean
take_row (DaybookEntryParser     *self,
          const DaybookTableRow  *row,
          DaybookIdState          state,
          GError                **error)
{
  guint column;
  const char *fault = daybook_row_screen_find_fault (&self->screen, row, &column);

  if (fault != NULL)
    return give_out (self, error) && daybook_row_screen_report_cell (&self->screen, row, column, fault, error);
  if (state == DAYBOOK_ID_GOOD)
    return give_out (self, error) && begin_entry (self, row, error);

  /* Where it may be the rest of the row before it, the next one tells. */
  return (self->screen.pieces.n_pieces > 0 || give_out (self, error))
         && daybook_row_screen_report_cell (&self->screen, row, daybook_row_number_column (self->screen.binding),
                                            explain_number (self, state), error);
}

/* A second line of headings, directly below the first: nothing stands in it where every row has
 * something. */
static gboolean
is_more_headings (DaybookEntryParser    *self,
                  const DaybookTableRow *row)
{
  const DaybookBinding *binding = self->screen.binding;
  g_autoptr(GString) text = g_string_new (NULL);

  if (binding->begins == NULL || self->screen.n_rows > 0)
    return FALSE;

  for (guint i = 0; i < binding->begins->len; i++)
    if (daybook_cell_fetch (row, g_array_index (binding->begins, guint, i), self->screen.profile, text))
      return FALSE;
  return TRUE;
}

gboolean
daybook_entry_parser_row (DaybookEntryParser     *self,
                          const DaybookTableRow  *row,
                          GError                **error)
{
  DaybookIdState state = daybook_row_screen_read (&self->screen, row);
  DaybookRemark remark;
  gboolean done;

  if (!daybook_row_screen_sift (&self->screen, row, state, &done, error))
    return FALSE;

  remark = daybook_row_find_remark (row, self->screen.headings->len, self->screen.number);
  if (done || remark == DAYBOOK_REMARK_SURE || remark == DAYBOOK_REMARK_ALONE || is_more_headings (self, row))
    return TRUE;
  if (remark == DAYBOOK_REMARK_NUMBER && state == DAYBOOK_ID_GOOD)
    state = DAYBOOK_ID_BAD;
  return take_row (self, row, state, error);
}

gboolean
daybook_entry_parser_finish (DaybookEntryParser  *self,
                             GError             **error)
{
  return daybook_row_screen_finish (&self->screen, error) && give_out (self, error);
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
  const DaybookRowScreenSink screened = { sink->problem, data, take_back, self };

  daybook_row_screen_init (&self->screen, profile, form, headings, n_headings, &screened);
  daybook_value_context_init (&self->context, profile, form, zone);
  daybook_entry_fields (form->table, &self->fields);
  self->form = form;
  self->currency = g_strdup (profile->currency != NULL ? profile->currency : currency);
  self->entry = daybook_entry_new (form->table);
  self->extras = daybook_extras_new (profile);
  self->text = g_string_new (NULL);
  self->sink = sink;
  self->data = data;
  self->limit = G_MAXINT64;
  return self;
}

void
daybook_entry_parser_free (DaybookEntryParser *self)
{
  daybook_row_screen_clear (&self->screen);
  daybook_value_context_clear (&self->context);
  g_clear_pointer (&self->dates, g_ptr_array_unref);
  g_free (self->currency);
  daybook_entry_free (self->entry);
  g_ptr_array_unref (self->extras);
  g_string_free (self->text, TRUE);
  g_free (self);
}

void
daybook_entry_parser_look_ahead (DaybookEntryParser *self,
                                 const GPtrArray    *sample)
{
  daybook_row_screen_look_ahead (&self->screen, sample);
  g_clear_pointer (&self->dates, g_ptr_array_unref);
  self->dates = daybook_date_style_find (daybook_profile_dates (self->screen.profile), self->screen.binding, sample);
  self->context.dates = (const char *const *) self->dates->pdata;
}

guint64
daybook_entry_parser_rows (DaybookEntryParser *self)
{
  return self->screen.n_rows;
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
