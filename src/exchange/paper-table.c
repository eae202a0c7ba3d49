/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/paper-table.h"

/* So many rows say how wide the columns are. */
#define SAMPLE_ROWS 200
/* A cell has so many lines at most: what is longer is read on the screen. */
#define MOST_LINES 4
#define COLUMN_GAP 10.0
#define PAD 3.0          /* above and below a row */
#define TITLE_GAP 12.0
#define ROUNDING 0.1     /* a text that just has room is not wrapped */
#define LEAST_TEXT 56.0  /* narrower than that nobody reads a text */
/* A column that has room takes no more than this of what is left over. */
#define LARGEST_GROWTH 1.8
/* Cells are set smaller where they need this much more room than there is. */
#define CROWDED 1.5

typedef struct
{
  DaybookPaperColumn kind;
  char              *label;
  gboolean           blank;
  double             natural; /* as wide as its widest cell */
  double             x;
  double             width;
  PangoLayout       *layout;
} Column;

struct _DaybookPaperTable
{
  DaybookPaper      *paper;
  DaybookPaperTableFlags flags;
  Column            *columns;
  guint              n_columns;
  char              *title; /* or NULL */
  char              *note;
  GPtrArray         *sample; /* GStrv: rows that wait for the widths; NULL once these are settled */
  char             **sums;   /* or NULL, so far */
  DaybookInk         ink;
};

/* --- Widths --------------------------------------------------------------------- */

static double
measure (DaybookPaperTable *self,
         DaybookInk         ink,
         const char        *text)
{
  g_autoptr(PangoLayout) layout = daybook_paper_layout (self->paper, ink, -1, text);

  return daybook_layout_width (layout);
}

/* What a sum needs that is not known yet: it has some digits more than what it is made of. */
static double
measure_sum (DaybookPaperTable *self,
             guint              column)
{
  if (self->sums != NULL)
    return measure (self, DAYBOOK_INK_SUM, self->sums[column]);

  return self->columns[column].kind == DAYBOOK_PAPER_FIGURE ? self->columns[column].natural + measure (self, self->ink, "00,0") : 0;
}

static void
measure_columns (DaybookPaperTable *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      Column *column = &self->columns[i];

      column->natural = measure (self, DAYBOOK_INK_COLUMN, column->label);
      for (guint j = 0; j < self->sample->len; j++)
        column->natural = MAX (column->natural, measure (self, self->ink, ((char **) g_ptr_array_index (self->sample, j))[i]));
      column->natural = MAX (column->natural, measure_sum (self, i)) + ROUNDING;
    }
}

static double
sum_natural (DaybookPaperTable *self)
{
  double sum = COLUMN_GAP * (self->n_columns - 1);

  for (guint i = 0; i < self->n_columns; i++)
    sum += self->columns[i].natural;
  return sum;
}

/* Whether a column gives way where there is too little room: texts do, and all do where the
 * others alone would leave these next to nothing. */
static gboolean
gives_way (const Column *column,
           gboolean      all)
{
  return all || column->kind == DAYBOOK_PAPER_TEXT;
}

/* How much room those that give way have together. */
static double
room_of (DaybookPaperTable *self,
         gboolean           all,
         guint             *n_columns)
{
  double room = daybook_paper_width (self->paper) - COLUMN_GAP * (self->n_columns - 1);

  *n_columns = 0;
  for (guint i = 0; i < self->n_columns; i++)
    if (gives_way (&self->columns[i], all))
      *n_columns += 1;
    else
      room -= self->columns[i].natural;

  return room;
}

/* The width that no column is wider than when all of them just have room: those that need less
 * leave the rest to the others. */
static double
find_limit (DaybookPaperTable *self,
            gboolean           all,
            double             room,
            guint              n_columns)
{
  double limit = room / n_columns, before = 0;

  while (limit > before)
    {
      double left = room;
      guint n_wide = 0;

      before = limit;
      for (guint i = 0; i < self->n_columns; i++)
        if (gives_way (&self->columns[i], all) && self->columns[i].natural > limit)
          n_wide++;
        else if (gives_way (&self->columns[i], all))
          left -= self->columns[i].natural;
      limit = n_wide > 0 ? MAX (limit, left / n_wide) : limit;
    }

  return limit;
}

static void
narrow (DaybookPaperTable *self)
{
  guint n_columns;
  double room = room_of (self, FALSE, &n_columns);
  gboolean all = n_columns == 0 || room < LEAST_TEXT * n_columns;
  double limit;

  if (all)
    room = room_of (self, TRUE, &n_columns);
  limit = find_limit (self, all, room, n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    self->columns[i].width = gives_way (&self->columns[i], all) ? MIN (self->columns[i].natural, limit) : self->columns[i].natural;
}

static void
widen (DaybookPaperTable *self,
       double             sum)
{
  double gaps = COLUMN_GAP * (self->n_columns - 1);
  double growth = MIN ((daybook_paper_width (self->paper) - gaps) / (sum - gaps), LARGEST_GROWTH);

  for (guint i = 0; i < self->n_columns; i++)
    self->columns[i].width = self->columns[i].natural * growth;
}

/* To the one column that takes it. FALSE: there is none. */
static gboolean
leave_room (DaybookPaperTable *self,
            double             sum)
{
  for (guint i = 0; i < self->n_columns; i++)
    self->columns[i].width = self->columns[i].natural;
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].blank)
      {
        self->columns[i].width += daybook_paper_width (self->paper) - sum;
        return TRUE;
      }

  return FALSE;
}

static void
place_columns (DaybookPaperTable *self)
{
  double x = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      Column *column = &self->columns[i];

      column->x = x;
      x += column->width + COLUMN_GAP;
      g_clear_object (&column->layout);
      column->layout = daybook_paper_layout (self->paper, self->ink, column->width, "");
      pango_layout_set_height (column->layout, -MOST_LINES);
      pango_layout_set_ellipsize (column->layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_alignment (column->layout, column->kind == DAYBOOK_PAPER_FIGURE ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
    }
}

/* What is too wide for the paper is put across it first, then set smaller. */
static void
settle_widths (DaybookPaperTable *self)
{
  double sum;

  measure_columns (self);
  sum = sum_natural (self);
  if (sum > daybook_paper_width (self->paper) && (self->flags & DAYBOOK_PAPER_TABLE_MAY_TURN) != 0)
    daybook_paper_turn (self->paper, DAYBOOK_PAPER_LANDSCAPE);
  if (sum > daybook_paper_width (self->paper) * CROWDED)
    {
      self->ink = DAYBOOK_INK_TINY;
      measure_columns (self);
      sum = sum_natural (self);
    }

  if (sum > daybook_paper_width (self->paper))
    narrow (self);
  else if (!leave_room (self, sum))
    widen (self, sum);
  place_columns (self);
}

/* --- Rows ------------------------------------------------------------------------- */

static double
get_width (DaybookPaperTable *self)
{
  const Column *last = &self->columns[self->n_columns - 1];

  return last->x + last->width;
}

static PangoLayout *
make_heading (DaybookPaperTable *self,
              const Column      *column)
{
  PangoLayout *layout = daybook_paper_layout (self->paper, DAYBOOK_INK_COLUMN, column->width, column->label);

  pango_layout_set_height (layout, -2);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, pango_layout_get_alignment (column->layout));
  return layout;
}

static void
put_headings (DaybookPaperTable *self)
{
  double height = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autoptr(PangoLayout) layout = make_heading (self, &self->columns[i]);

      height = MAX (height, daybook_layout_height (layout));
      daybook_paper_put (self->paper, layout, DAYBOOK_INK_COLUMN, self->columns[i].x, 0);
    }
  daybook_paper_advance (self->paper, height + PAD);
  daybook_paper_rule (self->paper, DAYBOOK_RULE_STRONG, 0, 0, get_width (self));
}

/* Sets the cells, whose first lines stand on one `baseline`; how high the row is. */
static double
set_row (DaybookPaperTable  *self,
         char              **cells,
         double             *baseline)
{
  double below = 0;

  *baseline = 0;
  for (guint i = 0; i < self->n_columns; i++)
    {
      PangoLayout *layout = self->columns[i].layout;
      double own;

      pango_layout_set_text (layout, cells[i], -1);
      own = daybook_layout_baseline (layout);
      *baseline = MAX (*baseline, own);
      below = MAX (below, daybook_layout_height (layout) - own);
    }

  return *baseline + below;
}

static void
put_row (DaybookPaperTable  *self,
         char              **cells,
         DaybookInk          ink)
{
  double baseline;
  double height = set_row (self, cells, &baseline) + 2 * PAD;

  if (daybook_paper_need (self->paper, height))
    put_headings (self);
  for (guint i = 0; i < self->n_columns; i++)
    if (*cells[i] != '\0')
      daybook_paper_put (self->paper, self->columns[i].layout, ink, self->columns[i].x,
                         PAD + baseline - daybook_layout_baseline (self->columns[i].layout));
  daybook_paper_advance (self->paper, height);
  daybook_paper_rule (self->paper, DAYBOOK_RULE_HAIR, 0, 0, get_width (self));
}

static void
put_title (DaybookPaperTable *self)
{
  if (self->title == NULL)
    return;

  daybook_paper_flow (self->paper, DAYBOOK_INK_TITLE, 0, daybook_paper_width (self->paper), self->title);
  if (*self->note != '\0')
    daybook_paper_flow (self->paper, DAYBOOK_INK_LABEL, 0, daybook_paper_width (self->paper), self->note);
  daybook_paper_advance (self->paper, TITLE_GAP);
}

/* The widths are known from here on, and what waited for them is put down. */
static void
begin (DaybookPaperTable *self)
{
  g_autoptr(GPtrArray) rows = NULL;

  if (self->sample == NULL)
    return;

  settle_widths (self);
  rows = g_steal_pointer (&self->sample);
  put_title (self);
  daybook_paper_need (self->paper, LEAST_TEXT);
  put_headings (self);
  for (guint i = 0; i < rows->len; i++)
    put_row (self, g_ptr_array_index (rows, i), self->ink);
}

/* --- The table ----------------------------------------------------------------------- */

DaybookPaperTable *
daybook_paper_table_new (DaybookPaper      *paper,
                         guint              n_columns,
                         DaybookPaperTableFlags  flags)
{
  DaybookPaperTable *self = g_new0 (DaybookPaperTable, 1);

  g_return_val_if_fail (n_columns > 0, NULL);

  self->paper = paper;
  self->flags = flags;
  self->columns = g_new0 (Column, n_columns);
  self->n_columns = n_columns;
  self->sample = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->ink = DAYBOOK_INK_CELL;
  return self;
}

void
daybook_paper_table_free (DaybookPaperTable *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_free (self->columns[i].label);
      g_clear_object (&self->columns[i].layout);
    }
  g_clear_pointer (&self->sample, g_ptr_array_unref);
  g_free (self->columns);
  g_free (self->title);
  g_free (self->note);
  g_free (self);
}

void
daybook_paper_table_set_column (DaybookPaperTable *self,
                                guint              column,
                                DaybookPaperColumn  kind,
                                const char        *label)
{
  self->columns[column].kind = kind;
  self->columns[column].label = g_strdup (label);
}

void
daybook_paper_table_set_blank (DaybookPaperTable *self,
                               guint              column)
{
  self->columns[column].blank = TRUE;
}

void
daybook_paper_table_set_title (DaybookPaperTable *self,
                               const char        *title,
                               const char        *note)
{
  self->title = g_strdup (title);
  self->note = g_strdup (note);
}

void
daybook_paper_table_add (DaybookPaperTable  *self,
                         char              **cells)
{
  g_auto(GStrv) row = cells;

  if (self->sample == NULL)
    put_row (self, row, self->ink);
  else
    g_ptr_array_add (self->sample, g_steal_pointer (&row));
  if (self->sample != NULL && self->sample->len == SAMPLE_ROWS)
    begin (self);
}

void
daybook_paper_table_add_sums (DaybookPaperTable  *self,
                              char              **cells)
{
  g_auto(GStrv) row = cells;

  self->sums = row;
  begin (self);
  self->ink = DAYBOOK_INK_SUM;
  place_columns (self);
  put_row (self, row, DAYBOOK_INK_SUM);
  self->sums = NULL;
}

void
daybook_paper_table_end (DaybookPaperTable *self)
{
  begin (self);
}
