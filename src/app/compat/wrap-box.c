/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/compat/wrap-box.h"

/* Between children and between lines, in pixels. */
#define SPACING 6

struct _DaybookWrapBox
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (DaybookWrapBox, daybook_wrap_box, GTK_TYPE_WIDGET)

typedef struct
{
  GtkWidget *first;
  GtkWidget *end;      /* the first of the next line, or NULL */
  int        width;    /* of the children and what is between them */
  int        height;
  int        n_expand; /* children that take more */
} Line;

/* The child itself or the next one that has a place. */
static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static int
width_of (GtkWidget *child,
          int        room)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return MIN (natural, room);
}

static int
height_of (GtkWidget *child,
           int        width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* As many as there is room for from `first` on, and one at least. */
static Line
take_line (GtkWidget *first,
           int        room)
{
  Line line = { .first = first, .width = -SPACING };
  GtkWidget *child = first;

  for (; child != NULL; child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int width = width_of (child, room);

      if (child != first && line.width + SPACING + width > room)
        break;
      line.width += SPACING + width;
      line.height = MAX (line.height, height_of (child, width));
      line.n_expand += gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
    }

  line.end = child;
  return line;
}

static void
measure_width (GtkWidget *widget,
               int       *minimum,
               int       *natural)
{
  int widest = 0;
  int sum = -SPACING;

  for (GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget));
       child != NULL;
       child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int least, wanted;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      widest = MAX (widest, least);
      sum += SPACING + wanted;
    }

  *minimum = widest;
  *natural = MAX (sum, widest);
}

static int
measure_height (GtkWidget *widget,
                int        width)
{
  int sum = -SPACING;
  GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget));

  while (child != NULL)
    {
      Line line = take_line (child, width);

      sum += SPACING + line.height;
      child = line.end;
    }

  return MAX (sum, 0);
}

static void
daybook_wrap_box_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (widget, minimum, natural);
  else
    *minimum = *natural = measure_height (widget, for_size >= 0 ? for_size : G_MAXINT);
}

static GtkSizeRequestMode
daybook_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
place_line (GtkWidget  *widget,
            const Line *line,
            int         room,
            int         y)
{
  gboolean from_right = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int spare = room - line->width;
  int n_expand = line->n_expand;
  int x = 0;

  for (GtkWidget *child = line->first; child != line->end; child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int width = width_of (child, room);

      if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        {
          int share = spare / n_expand--;

          width += share;
          spare -= share;
        }
      gtk_widget_size_allocate (child, &(GtkAllocation) { from_right ? room - x - width : x, y, width, line->height }, -1);
      x += width + SPACING;
    }
}

static void
daybook_wrap_box_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget));
  int y = 0;

  while (child != NULL)
    {
      Line line = take_line (child, width);

      place_line (widget, &line, width, y);
      y += line.height + SPACING;
      child = line.end;
    }
}

static void
daybook_wrap_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (daybook_wrap_box_parent_class)->dispose (object);
}

static void
daybook_wrap_box_class_init (DaybookWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_wrap_box_dispose;
  widget_class->measure = daybook_wrap_box_measure;
  widget_class->get_request_mode = daybook_wrap_box_get_request_mode;
  widget_class->size_allocate = daybook_wrap_box_size_allocate;
}

static void
daybook_wrap_box_init (DaybookWrapBox *self)
{
}
