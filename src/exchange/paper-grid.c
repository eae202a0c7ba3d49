/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/paper-grid.h"

#define N_COLUMNS 3
#define MOST_LINES 3        /* what is longer has the whole width */
#define COLUMN_GAP 16.0
#define ROW_GAP 7.0
#define LABEL_GAP 1.0     /* between a label and its value */
#define HEAD_GAP 14.0     /* before a heading */
#define HEAD_LINE 3.0     /* between a heading and its rule */
#define HEAD_NEEDS 72.0   /* a heading, and something below it */
#define BLANK_HEIGHT 20.0 /* a line written by hand needs as much */
#define BOX 7.0
#define BOX_GAP 4.0
#define WORD_GAP 14.0

struct _DaybookPaperGrid
{
  DaybookPaper *paper;
  /* The row at hand: for a blank the value is NULL. */
  PangoLayout  *labels[N_COLUMNS];
  PangoLayout  *values[N_COLUMNS];
  guint         n_cells;
};

static double
get_cell_width (DaybookPaperGrid *self)
{
  return (daybook_paper_width (self->paper) - COLUMN_GAP * (N_COLUMNS - 1)) / N_COLUMNS;
}

static double
get_x (DaybookPaperGrid *self,
       guint             column)
{
  return column * (get_cell_width (self) + COLUMN_GAP);
}

/* --- The row at hand ------------------------------------------------------------- */

/* Where a label or a value stands on its line, and what it needs below that; a blank needs all of
 * its height. */
static double
above (PangoLayout *layout)
{
  return layout != NULL ? daybook_layout_baseline (layout) : 0;
}

static double
below (PangoLayout *layout)
{
  return layout != NULL ? daybook_layout_height (layout) - daybook_layout_baseline (layout) : BLANK_HEIGHT;
}

/* How high the line of these is, side by side; `baseline`: where all of them stand. */
static double
measure_line (DaybookPaperGrid  *self,
              PangoLayout      **layouts,
              double            *baseline)
{
  double depth = 0;

  *baseline = 0;
  for (guint i = 0; i < self->n_cells; i++)
    {
      *baseline = MAX (*baseline, above (layouts[i]));
      depth = MAX (depth, below (layouts[i]));
    }

  return *baseline + depth;
}

static void
end_row (DaybookPaperGrid *self)
{
  double label_base, value_base, values_at, height;

  if (self->n_cells == 0)
    return;

  values_at = measure_line (self, self->labels, &label_base) + LABEL_GAP;
  height = values_at + measure_line (self, self->values, &value_base);
  daybook_paper_need (self->paper, height);
  for (guint i = 0; i < self->n_cells; i++)
    {
      daybook_paper_put (self->paper, self->labels[i], DAYBOOK_INK_LABEL, get_x (self, i), label_base - above (self->labels[i]));
      if (self->values[i] != NULL)
        daybook_paper_put (self->paper, self->values[i], DAYBOOK_INK_TEXT, get_x (self, i),
                           values_at + value_base - above (self->values[i]));
      else
        daybook_paper_rule (self->paper, DAYBOOK_RULE_THIN, get_x (self, i), height, get_cell_width (self));
      g_clear_object (&self->labels[i]);
      g_clear_object (&self->values[i]);
    }
  daybook_paper_advance (self->paper, height + ROW_GAP);
  self->n_cells = 0;
}

/* `value` NULL: a blank. */
static void
add_cell (DaybookPaperGrid *self,
          const char       *label,
          const char       *value)
{
  double width = get_cell_width (self);

  self->labels[self->n_cells] = daybook_paper_layout (self->paper, DAYBOOK_INK_LABEL, width, label);
  self->values[self->n_cells] = value != NULL ? daybook_paper_layout (self->paper, DAYBOOK_INK_TEXT, width, value) : NULL;
  self->n_cells++;
  if (self->n_cells == N_COLUMNS)
    end_row (self);
}

/* --- Over the whole width ----------------------------------------------------------- */

/* The label, with room below it for so much. */
static void
put_label (DaybookPaperGrid *self,
           const char       *label,
           double            needs)
{
  g_autoptr(PangoLayout) layout = daybook_paper_layout (self->paper, DAYBOOK_INK_LABEL, daybook_paper_width (self->paper), label);
  double height = daybook_layout_height (layout);

  end_row (self);
  daybook_paper_need (self->paper, height + needs);
  daybook_paper_put (self->paper, layout, DAYBOOK_INK_LABEL, 0, 0);
  daybook_paper_advance (self->paper, height + LABEL_GAP);
}

/* Puts the box with its word at `x`, or at the head of the next line where it has no room there.
 * Where the next one may stand. */
static double
put_box (DaybookPaperGrid *self,
         double            x,
         const char       *word)
{
  double most = daybook_paper_width (self->paper) - BOX - BOX_GAP;
  g_autoptr(PangoLayout) layout = daybook_paper_layout (self->paper, DAYBOOK_INK_TEXT, most, word);
  double width = daybook_layout_width (layout), height = daybook_layout_height (layout);

  if (x > 0 && x + BOX + BOX_GAP + width > daybook_paper_width (self->paper))
    {
      daybook_paper_advance (self->paper, height + LABEL_GAP);
      x = 0;
    }
  daybook_paper_need (self->paper, height);
  daybook_paper_frame (self->paper, x, (height - BOX) / 2, BOX, BOX);
  daybook_paper_put (self->paper, layout, DAYBOOK_INK_TEXT, x + BOX + BOX_GAP, 0);
  return x + BOX + BOX_GAP + width + WORD_GAP;
}

static double
line_height (DaybookPaperGrid *self)
{
  g_autoptr(PangoLayout) layout = daybook_paper_layout (self->paper, DAYBOOK_INK_TEXT, -1, "");

  return daybook_layout_height (layout);
}

/* --- The grid ------------------------------------------------------------------------- */

DaybookPaperGrid *
daybook_paper_grid_new (DaybookPaper *paper)
{
  DaybookPaperGrid *self = g_new0 (DaybookPaperGrid, 1);

  self->paper = paper;
  return self;
}

void
daybook_paper_grid_free (DaybookPaperGrid *self)
{
  for (guint i = 0; i < self->n_cells; i++)
    {
      g_clear_object (&self->labels[i]);
      g_clear_object (&self->values[i]);
    }
  g_free (self);
}

void
daybook_paper_grid_head (DaybookPaperGrid *self,
                         const char       *heading)
{
  double width = daybook_paper_width (self->paper);
  g_autoptr(PangoLayout) layout = daybook_paper_layout (self->paper, DAYBOOK_INK_HEADING, width, heading);

  end_row (self);
  daybook_paper_gap (self->paper, HEAD_GAP - ROW_GAP);
  daybook_paper_need (self->paper, HEAD_NEEDS);
  daybook_paper_put (self->paper, layout, DAYBOOK_INK_HEADING, 0, 0);
  daybook_paper_advance (self->paper, daybook_layout_height (layout) + HEAD_LINE);
  daybook_paper_rule (self->paper, DAYBOOK_RULE_THIN, 0, 0, width);
  daybook_paper_advance (self->paper, ROW_GAP);
}

void
daybook_paper_grid_add (DaybookPaperGrid *self,
                        const char       *label,
                        const char       *value)
{
  g_autoptr(PangoLayout) layout = daybook_paper_layout (self->paper, DAYBOOK_INK_TEXT, get_cell_width (self), value);

  if (pango_layout_get_line_count (layout) <= MOST_LINES)
    add_cell (self, label, value);
  else
    daybook_paper_grid_add_text (self, label, value);
}

void
daybook_paper_grid_add_text (DaybookPaperGrid *self,
                             const char       *label,
                             const char       *text)
{
  put_label (self, label, 2 * line_height (self));
  daybook_paper_flow (self->paper, DAYBOOK_INK_TEXT, 0, daybook_paper_width (self->paper), text);
  daybook_paper_advance (self->paper, ROW_GAP);
}

void
daybook_paper_grid_add_blank (DaybookPaperGrid *self,
                              const char       *label)
{
  add_cell (self, label, NULL);
}

void
daybook_paper_grid_add_lines (DaybookPaperGrid *self,
                              const char       *label,
                              guint             n_lines)
{
  put_label (self, label, n_lines * BLANK_HEIGHT);
  for (guint i = 1; i <= n_lines; i++)
    daybook_paper_rule (self->paper, DAYBOOK_RULE_THIN, 0, i * BLANK_HEIGHT, daybook_paper_width (self->paper));
  daybook_paper_advance (self->paper, n_lines * BLANK_HEIGHT + ROW_GAP);
}

void
daybook_paper_grid_add_boxes (DaybookPaperGrid  *self,
                              const char        *label,
                              const char *const *words)
{
  double height = line_height (self), x = 0;

  put_label (self, label, height);
  for (const char *const *word = words; *word != NULL; word++)
    x = put_box (self, x, *word);
  daybook_paper_advance (self->paper, height + ROW_GAP);
}

void
daybook_paper_grid_end (DaybookPaperGrid *self)
{
  end_row (self);
}
