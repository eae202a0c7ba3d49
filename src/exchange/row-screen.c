/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/row-screen.h"

#include "exchange/row-problem.h"

/* Only now it is seen that row `row` was not whole. */
static gboolean
fail_earlier (DaybookRowScreen  *self,
              guint64            row,
              const char        *why,
              GError           **error)
{
  const char *number = self->sink.take_back (self->sink.parser, row);

  return number == NULL || daybook_row_screen_report_number (self, row, number, why, error);
}

/* What the row, or NULL at the end of the table, says of the one before it. */
static gboolean
look_back (DaybookRowScreen       *self,
           const DaybookTableRow  *row,
           GError                **error)
{
  return !daybook_row_was_parted (&self->widths, row, self->headings)
         || fail_earlier (self, self->last_row, daybook_row_parted (), error);
}

/* Whether the row is the rest of one that a line break has parted; `done` says that no more is
 * to be made of it. */
static gboolean
join_pieces (DaybookRowScreen       *self,
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
  return daybook_row_screen_report_cell (self, row, 0, rest, error);
}

void
daybook_row_screen_init (DaybookRowScreen           *self,
                         const DaybookProfile       *profile,
                         const DaybookForm          *form,
                         const char *const          *headings,
                         guint                       n_headings,
                         const DaybookRowScreenSink *sink)
{
  *self = (DaybookRowScreen) {
    .profile = profile,
    .binding = daybook_binding_new (form, headings, n_headings),
    .headings = g_ptr_array_new_with_free_func (g_free),
    .number = g_string_new (NULL),
    .sink = *sink,
  };
  for (guint i = 0; i < n_headings; i++)
    g_ptr_array_add (self->headings, g_strstrip (g_strdup (headings[i])));
  self->widths.narrowest = daybook_row_count_named (self->headings);
}

void
daybook_row_screen_clear (DaybookRowScreen *self)
{
  daybook_binding_free (self->binding);
  g_ptr_array_unref (self->headings);
  g_string_free (self->number, TRUE);
}

void
daybook_row_screen_look_ahead (DaybookRowScreen *self,
                               const GPtrArray  *sample)
{
  self->binding->rounding = daybook_row_number_rounding (self->binding, sample);
  self->widths.usual = self->pieces.usual = daybook_row_usual_width (sample);
}

DaybookIdState
daybook_row_screen_read (DaybookRowScreen      *self,
                         const DaybookTableRow *row)
{
  DaybookIdState state = daybook_row_number_read (self->binding, row, self->number);

  self->header = daybook_row_find_headings (self->binding, row, self->headings, self->number);
  return state;
}

gboolean
daybook_row_screen_sift (DaybookRowScreen       *self,
                         const DaybookTableRow  *row,
                         DaybookIdState          state,
                         gboolean               *done,
                         GError                **error)
{
  if (self->header == DAYBOOK_HEADINGS_OTHER)
    return daybook_row_refuse_headings (row->number, error);
  if (!look_back (self, row, error))
    return FALSE;

  self->last_row = row->number;
  *done = self->header == DAYBOOK_HEADINGS_AGAIN || daybook_row_is_sums (row, self->profile, self->number);
  if (!*done)
    return join_pieces (self, row, state, done, error);

  daybook_row_pieces_stop (&self->pieces);
  return TRUE;
}

const char *
daybook_row_screen_find_fault (DaybookRowScreen      *self,
                               const DaybookTableRow *row,
                               guint                 *column)
{
  const char *fault = daybook_row_find_fault (row, self->binding, self->headings, &self->widths, column);

  self->n_rows++;
  if (fault == NULL)
    self->widths.narrowest = MIN (self->widths.narrowest, row->n_cells);
  return fault;
}

gboolean
daybook_row_screen_finish (DaybookRowScreen  *self,
                           GError           **error)
{
  daybook_row_pieces_stop (&self->pieces);
  return look_back (self, NULL, error);
}

gboolean
daybook_row_screen_report (DaybookRowScreen  *self,
                           guint64            row,
                           guint              column,
                           const char        *value,
                           const char        *why,
                           GError           **error)
{
  g_autoptr(DaybookProblem) problem = daybook_row_problem (self->profile, self->binding, self->headings, row, column, value, why);

  return self->sink.problem (problem, self->sink.data, error);
}

gboolean
daybook_row_screen_report_cell (DaybookRowScreen       *self,
                                const DaybookTableRow  *row,
                                guint                   column,
                                const char             *why,
                                GError                **error)
{
  return daybook_row_screen_report (self, row->number, column, column < row->n_cells ? row->cells[column].text : "", why, error);
}

gboolean
daybook_row_screen_report_number (DaybookRowScreen  *self,
                                  guint64            row,
                                  const char        *number,
                                  const char        *why,
                                  GError           **error)
{
  return daybook_row_screen_report (self, row, daybook_row_number_column (self->binding), number, why, error);
}
