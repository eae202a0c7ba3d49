/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/week-row.h"

#include "app/compat/colour.h"
#include "core/month.h"

#include <glib/gi18n-lib.h>

/* In pixels: above the bars stands the number of the day. */
#define HEAD 28
#define LANE 23
#define GAP 2

typedef struct
{
  GtkWidget *widget; /* DaybookDayBar */
  guint      from;   /* columns */
  guint      to;
  guint      lane;
} Piece;

struct _DaybookWeekRow
{
  GtkWidget  parent_instance;

  GtkWidget *cells[DAYBOOK_WEEK_DAYS];
  GArray    *pieces;    /* Piece */
  guint      n_lanes;
  guint      n_shown;   /* lanes for which there is room */
  guint      more[DAYBOOK_WEEK_DAYS];
  GDate      first;
  int        preview_from; /* columns; -1: none */
  int        preview_to;
};

G_DEFINE_FINAL_TYPE (DaybookWeekRow, daybook_week_row, GTK_TYPE_WIDGET)

/* --- Where things stand ------------------------------------------------------------------ */

static gboolean
is_mirrored (DaybookWeekRow *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* The place of the columns from `from` to `to`. */
static void
find_place (DaybookWeekRow *self,
            int             width,
            guint           from,
            guint           to,
            int            *x,
            int            *extent)
{
  int left = width * (int) from / DAYBOOK_WEEK_DAYS, right = width * (int) (to + 1) / DAYBOOK_WEEK_DAYS;

  *extent = right - left;
  *x = is_mirrored (self) ? width - right : left;
}

guint
daybook_week_row_column_at (DaybookWeekRow *self,
                            double          x)
{
  int width = MAX (1, gtk_widget_get_width (GTK_WIDGET (self)));
  int column = (int) CLAMP (x * DAYBOOK_WEEK_DAYS / width, 0, DAYBOOK_WEEK_DAYS - 1);

  return (guint) (is_mirrored (self) ? DAYBOOK_WEEK_DAYS - 1 - column : column);
}

/* Where all have no room, the last line tells how many more there are. */
static guint
count_shown (DaybookWeekRow *self,
             int             height)
{
  guint room = (guint) MAX (1, (height - HEAD) / LANE);

  return self->n_lanes <= room ? self->n_lanes : room - 1;
}

static void
count_more (DaybookWeekRow *self)
{
  for (guint column = 0; column < DAYBOOK_WEEK_DAYS; column++)
    self->more[column] = 0;
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);

      for (guint column = piece->from; piece->lane >= self->n_shown && column <= piece->to; column++)
        self->more[column]++;
    }
}

gboolean
daybook_week_row_is_more (DaybookWeekRow *self,
                          double          x,
                          double          y)
{
  return self->more[daybook_week_row_column_at (self, x)] > 0 && y >= HEAD + self->n_shown * LANE;
}

/* --- The widget ---------------------------------------------------------------------------- */

static void
measure (GtkWidget      *widget,
         GtkOrientation  orientation,
         int             for_size,
         int            *minimum,
         int            *natural,
         int            *minimum_baseline,
         int            *natural_baseline)
{
  DaybookWeekRow *self = DAYBOOK_WEEK_ROW (widget);

  *minimum = *natural = 0;
  for (guint i = 0; i < DAYBOOK_WEEK_DAYS; i++)
    {
      int least, wanted;

      gtk_widget_measure (self->cells[i], orientation, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, wanted);
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum *= DAYBOOK_WEEK_DAYS;
      *natural *= DAYBOOK_WEEK_DAYS;
    }
  else
    {
      *minimum = MAX (*minimum, HEAD + 2 * LANE);
      *natural = MAX (*natural, HEAD + 3 * LANE);
    }
}

static void
allocate_piece (DaybookWeekRow *self,
                const Piece    *piece,
                int             width)
{
  GtkAllocation place = { .y = HEAD + (int) piece->lane * LANE, .height = LANE - GAP };
  int least;

  gtk_widget_set_child_visible (piece->widget, piece->lane < self->n_shown);
  if (piece->lane >= self->n_shown)
    return;

  gtk_widget_measure (piece->widget, GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
  find_place (self, width, piece->from, piece->to, &place.x, &place.width);
  place.height = MAX (place.height, least);
  gtk_widget_size_allocate (piece->widget, &place, -1);
}

static void
size_allocate (GtkWidget *widget,
               int        width,
               int        height,
               int        baseline)
{
  DaybookWeekRow *self = DAYBOOK_WEEK_ROW (widget);

  for (guint column = 0; column < DAYBOOK_WEEK_DAYS; column++)
    {
      GtkAllocation place = { .height = height };

      find_place (self, width, column, column, &place.x, &place.width);
      gtk_widget_size_allocate (self->cells[column], &place, -1);
    }
  self->n_shown = count_shown (self, height);
  count_more (self);
  for (guint i = 0; i < self->pieces->len; i++)
    allocate_piece (self, &g_array_index (self->pieces, Piece, i), width);
}

/* Where the days are narrow, the number alone. (transfer full) */
static PangoLayout *
lay_out_more (DaybookWeekRow *self,
              guint           more,
              int             extent)
{
  /* Translators: in a calendar: so many more things on that day than there is room for. */
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "+%u more", "+%u more", more), more);
  g_autofree char *number = g_strdup_printf ("+%u", more);
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width > extent)
    pango_layout_set_text (layout, number, -1);
  return layout;
}

/* It is drawn, and no label: how many there are is known when there is no more time to ask for room. */
static void
draw_more (DaybookWeekRow *self,
           GtkSnapshot    *snapshot,
           guint           column)
{
  g_autoptr(PangoLayout) layout = NULL;
  GdkRGBA colour;
  int x, extent;

  find_place (self, gtk_widget_get_width (GTK_WIDGET (self)), column, column, &x, &extent);
  layout = lay_out_more (self, self->more[column], extent - 8);
  daybook_widget_colour (GTK_WIDGET (self), &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x + 6, (float) (HEAD + self->n_shown * LANE)));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
draw_preview (DaybookWeekRow *self,
              GtkSnapshot    *snapshot)
{
  float widths[4] = { 2, 2, 2, 2 };
  GdkRGBA colours[4];
  GskRoundedRect outline;
  int x, extent;

  find_place (self, gtk_widget_get_width (GTK_WIDGET (self)), (guint) self->preview_from, (guint) self->preview_to, &x, &extent);
  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    daybook_widget_colour (GTK_WIDGET (self), &colours[i]);
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT ((float) x + 2, HEAD - 2, (float) extent - 4,
                                                                  (float) (gtk_widget_get_height (GTK_WIDGET (self)) - HEAD)), 6);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

static void
draw (GtkWidget   *widget,
      GtkSnapshot *snapshot)
{
  DaybookWeekRow *self = DAYBOOK_WEEK_ROW (widget);

  GTK_WIDGET_CLASS (daybook_week_row_parent_class)->snapshot (widget, snapshot);
  for (guint column = 0; column < DAYBOOK_WEEK_DAYS; column++)
    if (self->more[column] > 0)
      draw_more (self, snapshot, column);
  if (self->preview_from >= 0)
    draw_preview (self, snapshot);
}

static void
forget_pieces (DaybookWeekRow *self)
{
  for (guint i = 0; i < self->pieces->len; i++)
    gtk_widget_unparent (g_array_index (self->pieces, Piece, i).widget);
  g_array_set_size (self->pieces, 0);
}

static void
daybook_week_row_dispose (GObject *object)
{
  DaybookWeekRow *self = DAYBOOK_WEEK_ROW (object);

  if (self->pieces != NULL)
    forget_pieces (self);
  g_clear_pointer (&self->pieces, g_array_unref);
  for (guint i = 0; i < DAYBOOK_WEEK_DAYS; i++)
    g_clear_pointer (&self->cells[i], gtk_widget_unparent);

  G_OBJECT_CLASS (daybook_week_row_parent_class)->dispose (object);
}

static void
daybook_week_row_class_init (DaybookWeekRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_week_row_dispose;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
  widget_class->snapshot = draw;
  gtk_widget_class_set_css_name (widget_class, "week");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
daybook_week_row_init (DaybookWeekRow *self)
{
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  self->preview_from = self->preview_to = -1;
}

GtkWidget *
daybook_week_row_new (const GDate *first)
{
  DaybookWeekRow *self = g_object_new (DAYBOOK_TYPE_WEEK_ROW, NULL);
  GDate day = *first;

  self->first = *first;
  for (guint i = 0; i < DAYBOOK_WEEK_DAYS; i++)
    {
      self->cells[i] = daybook_day_cell_new (&day);
      gtk_widget_set_parent (self->cells[i], GTK_WIDGET (self));
      g_date_add_days (&day, 1);
    }
  return GTK_WIDGET (self);
}

/* --- What stands over the days ------------------------------------------------------------------ */

/* FALSE: not on any day of the week. */
static gboolean
find_columns (DaybookWeekRow *self,
              const GDate    *from,
              const GDate    *to,
              guint          *first,
              guint          *last)
{
  int begins = g_date_days_between (&self->first, from), ends = g_date_days_between (&self->first, to);

  *first = (guint) CLAMP (begins, 0, DAYBOOK_WEEK_DAYS - 1);
  *last = (guint) CLAMP (ends, 0, DAYBOOK_WEEK_DAYS - 1);
  return begins < DAYBOOK_WEEK_DAYS && ends >= 0;
}

static void
add_piece (DaybookWeekRow       *self,
           const DaybookPlanned *planned)
{
  Piece piece = { 0 };

  if (!find_columns (self, &planned->first, &planned->last, &piece.from, &piece.to))
    return;

  piece.widget = daybook_day_bar_new (planned, daybook_day_cell_get_day (DAYBOOK_DAY_CELL (self->cells[piece.from])),
                                      daybook_day_cell_get_day (DAYBOOK_DAY_CELL (self->cells[piece.to])));
  gtk_widget_set_parent (piece.widget, GTK_WIDGET (self));
  g_array_append_val (self->pieces, piece);
}

static void
find_lanes (DaybookWeekRow *self,
            GPtrArray      *planned)
{
  g_autofree DaybookDaySpan *spans = g_new0 (DaybookDaySpan, planned->len + 1);
  g_autofree guint *lanes = g_new0 (guint, planned->len + 1);
  guint n = 0, first, last;

  for (guint i = 0; i < planned->len; i++)
    {
      const DaybookPlanned *one = g_ptr_array_index (planned, i);

      if (find_columns (self, &one->first, &one->last, &first, &last))
        spans[n++] = (DaybookDaySpan) { g_date_get_julian (&one->first), g_date_get_julian (&one->last) };
    }
  self->n_lanes = daybook_day_lanes (spans, n, lanes);
  for (guint i = 0; i < n; i++)
    g_array_index (self->pieces, Piece, i).lane = lanes[i];
}

static void
describe (DaybookWeekRow *self,
          GPtrArray      *planned,
          guint           column)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < planned->len; i++)
    {
      const DaybookPlanned *one = g_ptr_array_index (planned, i);
      guint first, last;

      if (find_columns (self, &one->first, &one->last, &first, &last) && column >= first && column <= last)
        g_string_append_printf (text, "%s%s", text->len > 0 ? C_("days", ", ") : "", one->label);
    }
  daybook_day_cell_describe (DAYBOOK_DAY_CELL (self->cells[column]), text->str);
}

void
daybook_week_row_show (DaybookWeekRow *self,
                       GPtrArray      *planned)
{
  forget_pieces (self);
  for (guint i = 0; i < planned->len; i++)
    add_piece (self, g_ptr_array_index (planned, i));
  find_lanes (self, planned);
  for (guint column = 0; column < DAYBOOK_WEEK_DAYS; column++)
    describe (self, planned, column);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

DaybookDayCell *
daybook_week_row_get_cell (DaybookWeekRow *self,
                           guint           column)
{
  return DAYBOOK_DAY_CELL (self->cells[column]);
}

DaybookDayBar *
daybook_week_row_find_bar (DaybookWeekRow *self,
                           gint64          key)
{
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);

      if (daybook_day_bar_get_key (DAYBOOK_DAY_BAR (piece->widget)) == key)
        return gtk_widget_get_child_visible (piece->widget) ? DAYBOOK_DAY_BAR (piece->widget) : NULL;
    }
  return NULL;
}

void
daybook_week_row_preview (DaybookWeekRow *self,
                          const GDate    *from,
                          const GDate    *to)
{
  guint first, last;
  gboolean here = from != NULL && find_columns (self, from, to, &first, &last);

  self->preview_from = here ? (int) first : -1;
  self->preview_to = here ? (int) last : -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
