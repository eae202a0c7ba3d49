/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/paper.h"

#include "exchange/page-fonts.h"
#include "exchange/plot-draw.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>

/* A4 (ISO 216), and what of it stays free for the hands that hold it and for printers that
 * cannot print up to the edge. */
#define SHORT_SIDE (210 * 72 / 25.4)
#define LONG_SIDE (297 * 72 / 25.4)
#define MARGIN_SIDE 48.0
#define MARGIN_TOP 64.0
#define MARGIN_BOTTOM 56.0
#define HEAD_AT 34.0
#define FOOT_AT 36.0 /* from below */

struct _DaybookPaper
{
  char             *shop;
  char             *title;
  char             *printed;
  DaybookPaperTurn  turn;
  PangoContext     *context;
  PangoAttrList    *inks[DAYBOOK_N_INKS];
  GPtrArray        *pages;  /* cairo_surface_t: recordings */
  cairo_t          *cairo;  /* of the last one; NULL before the first */
  double            filled; /* from the top margin */
};

typedef struct
{
  double      size;
  PangoWeight weight;
  double      grey;
  gboolean    tabular;
} Ink;

static const Ink INKS[DAYBOOK_N_INKS] = {
  [DAYBOOK_INK_TITLE] = { 17, PANGO_WEIGHT_BOLD, 0.10, FALSE },
  [DAYBOOK_INK_HEADING] = { 10.5, PANGO_WEIGHT_BOLD, 0.10, FALSE },
  [DAYBOOK_INK_TEXT] = { 9.5, PANGO_WEIGHT_NORMAL, 0.12, TRUE },
  [DAYBOOK_INK_STRONG] = { 9.5, PANGO_WEIGHT_BOLD, 0.10, TRUE },
  [DAYBOOK_INK_LABEL] = { 8.5, PANGO_WEIGHT_NORMAL, 0.42, TRUE },
  [DAYBOOK_INK_CELL] = { 8, PANGO_WEIGHT_NORMAL, 0.12, TRUE },
  [DAYBOOK_INK_SUM] = { 8, PANGO_WEIGHT_BOLD, 0.10, TRUE },
  [DAYBOOK_INK_COLUMN] = { 7.5, PANGO_WEIGHT_BOLD, 0.32, FALSE },
  [DAYBOOK_INK_TINY] = { 6, PANGO_WEIGHT_NORMAL, 0.12, TRUE },
  [DAYBOOK_INK_FOOT] = { 7.5, PANGO_WEIGHT_NORMAL, 0.42, TRUE },
};

typedef struct
{
  double weight;
  double grey;
} Rule;

static const Rule RULES[] = {
  [DAYBOOK_RULE_HAIR] = { 0.35, 0.80 },
  [DAYBOOK_RULE_THIN] = { 0.5, 0.55 },
  [DAYBOOK_RULE_STRONG] = { 0.9, 0.20 },
};

/* --- Fonts -------------------------------------------------------------------- */

static PangoAttrList *
make_ink (const Ink *ink)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_size_new_absolute ((int) (ink->size * PANGO_SCALE)));
  pango_attr_list_insert (attributes, pango_attr_weight_new (ink->weight));
  if (ink->tabular)
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  return attributes;
}

/* --- Pages -------------------------------------------------------------------- */

static double
get_height (DaybookPaper *self)
{
  return self->turn == DAYBOOK_PAPER_LANDSCAPE ? SHORT_SIDE : LONG_SIDE;
}

static double
room_of_page (DaybookPaper *self)
{
  return get_height (self) - MARGIN_TOP - MARGIN_BOTTOM;
}

static void
begin_page (DaybookPaper *self)
{
  cairo_rectangle_t extents = { 0, 0, 0, 0 };
  cairo_surface_t *page;

  daybook_paper_get_size (self, &extents.width, &extents.height);
  page = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  g_clear_pointer (&self->cairo, cairo_destroy);
  g_ptr_array_add (self->pages, page);
  self->cairo = cairo_create (page);
  cairo_translate (self->cairo, MARGIN_SIDE, MARGIN_TOP);
  self->filled = 0;
}

/* Where something is drawn: on a page that has been begun. */
static cairo_t *
get_cairo (DaybookPaper *self)
{
  if (self->cairo == NULL)
    begin_page (self);
  return self->cairo;
}

static void
set_grey (cairo_t *cairo,
          double   grey)
{
  cairo_set_source_rgb (cairo, grey, grey, grey);
}

/* --- What stands on each page -------------------------------------------------- */

/* At one end of a line of its own; what is too long for its half ends in dots. */
static void
draw_note (DaybookPaper   *self,
           cairo_t        *cairo,
           PangoAlignment  side,
           double          y,
           const char     *text)
{
  double width = daybook_paper_width (self), half = width * 0.48;
  g_autoptr(PangoLayout) layout = daybook_paper_layout (self, DAYBOOK_INK_FOOT, half, text);

  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, side);
  set_grey (cairo, INKS[DAYBOOK_INK_FOOT].grey);
  cairo_move_to (cairo, side == PANGO_ALIGN_RIGHT ? MARGIN_SIDE + width - half : MARGIN_SIDE, y);
  pango_cairo_show_layout (cairo, layout);
}

static void
draw_line (cairo_t          *cairo,
           DaybookPaperRule  rule,
           double            x,
           double            y,
           double            width)
{
  set_grey (cairo, RULES[rule].grey);
  cairo_set_line_width (cairo, RULES[rule].weight);
  cairo_move_to (cairo, x, y);
  cairo_line_to (cairo, x + width, y);
  cairo_stroke (cairo);
}

static void
draw_surroundings (DaybookPaper *self,
                   cairo_t      *cairo,
                   guint         page)
{
  double width = daybook_paper_width (self), foot = get_height (self) - FOOT_AT;
  /* Translators: at the foot of a printed page. */
  g_autofree char *number = g_strdup_printf (_("Page %u of %u"), page + 1, self->pages->len);

  draw_note (self, cairo, PANGO_ALIGN_LEFT, HEAD_AT, self->shop);
  draw_note (self, cairo, PANGO_ALIGN_RIGHT, HEAD_AT, self->title);
  draw_line (cairo, DAYBOOK_RULE_HAIR, MARGIN_SIDE, HEAD_AT + 14, width);
  draw_line (cairo, DAYBOOK_RULE_HAIR, MARGIN_SIDE, foot - 4, width);
  draw_note (self, cairo, PANGO_ALIGN_LEFT, foot, self->printed);
  draw_note (self, cairo, PANGO_ALIGN_RIGHT, foot, number);
}

/* --- The paper ------------------------------------------------------------------ */

DaybookPaper *
daybook_paper_new (const char *shop,
                   const char *title,
                   const char *printed)
{
  DaybookPaper *self = g_new0 (DaybookPaper, 1);

  self->shop = g_strdup (shop);
  self->title = g_strdup (title);
  self->printed = g_strdup (printed);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  self->context = daybook_page_fonts_new ();
  for (guint i = 0; i < DAYBOOK_N_INKS; i++)
    self->inks[i] = make_ink (&INKS[i]);
  return self;
}

void
daybook_paper_free (DaybookPaper *self)
{
  g_clear_pointer (&self->cairo, cairo_destroy);
  g_ptr_array_unref (self->pages);
  for (guint i = 0; i < DAYBOOK_N_INKS; i++)
    pango_attr_list_unref (self->inks[i]);
  g_object_unref (self->context);
  g_free (self->shop);
  g_free (self->title);
  g_free (self->printed);
  g_free (self);
}

void
daybook_paper_turn (DaybookPaper     *self,
                    DaybookPaperTurn  turn)
{
  g_return_if_fail (self->cairo == NULL);

  self->turn = turn;
}

double
daybook_paper_width_of (DaybookPaperTurn turn)
{
  return (turn == DAYBOOK_PAPER_LANDSCAPE ? LONG_SIDE : SHORT_SIDE) - 2 * MARGIN_SIDE;
}

double
daybook_paper_width (DaybookPaper *self)
{
  return daybook_paper_width_of (self->turn);
}

gboolean
daybook_paper_need (DaybookPaper *self,
                    double        height)
{
  get_cairo (self);
  if (self->filled <= 0 || self->filled + height <= room_of_page (self))
    return FALSE;

  begin_page (self);
  return TRUE;
}

void
daybook_paper_advance (DaybookPaper *self,
                       double        height)
{
  self->filled += height;
}

void
daybook_paper_gap (DaybookPaper *self,
                   double        height)
{
  if (self->filled > 0)
    self->filled += height;
}

PangoLayout *
daybook_paper_layout (DaybookPaper *self,
                      DaybookInk    ink,
                      double        width,
                      const char   *text)
{
  PangoLayout *layout = pango_layout_new (self->context);

  pango_layout_set_attributes (layout, self->inks[ink]);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width < 0 ? -1 : (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  return layout;
}

double
daybook_layout_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

double
daybook_layout_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}

double
daybook_layout_baseline (PangoLayout *layout)
{
  return (double) pango_layout_get_baseline (layout) / PANGO_SCALE;
}

void
daybook_paper_put (DaybookPaper *self,
                   PangoLayout  *layout,
                   DaybookInk    ink,
                   double        x,
                   double        y)
{
  cairo_t *cairo = get_cairo (self);

  set_grey (cairo, INKS[ink].grey);
  cairo_move_to (cairo, x, self->filled + y);
  pango_cairo_show_layout (cairo, layout);
}

static void
put_line (DaybookPaper    *self,
          PangoLayoutIter *lines,
          DaybookInk       ink,
          double           x)
{
  PangoRectangle line;
  int top, bottom;
  double height;

  pango_layout_iter_get_line_extents (lines, NULL, &line);
  pango_layout_iter_get_line_yrange (lines, &top, &bottom);
  height = (double) (bottom - top) / PANGO_SCALE;
  daybook_paper_need (self, height);
  set_grey (self->cairo, INKS[ink].grey);
  cairo_move_to (self->cairo, x + (double) line.x / PANGO_SCALE,
                 self->filled + (double) (pango_layout_iter_get_baseline (lines) - top) / PANGO_SCALE);
  pango_cairo_show_layout_line (self->cairo, pango_layout_iter_get_line_readonly (lines));
  self->filled += height;
}

void
daybook_paper_flow (DaybookPaper *self,
                    DaybookInk    ink,
                    double        x,
                    double        width,
                    const char   *text)
{
  g_autoptr(PangoLayout) layout = daybook_paper_layout (self, ink, width, text);
  PangoLayoutIter *lines = pango_layout_get_iter (layout);

  do
    put_line (self, lines, ink, x);
  while (pango_layout_iter_next_line (lines));

  pango_layout_iter_free (lines);
}

void
daybook_paper_rule (DaybookPaper     *self,
                    DaybookPaperRule  rule,
                    double            x,
                    double            y,
                    double            width)
{
  draw_line (get_cairo (self), rule, x, self->filled + y, width);
}

void
daybook_paper_frame (DaybookPaper *self,
                     double        x,
                     double        y,
                     double        width,
                     double        height)
{
  cairo_t *cairo = get_cairo (self);

  set_grey (cairo, RULES[DAYBOOK_RULE_THIN].grey);
  cairo_set_line_width (cairo, RULES[DAYBOOK_RULE_THIN].weight);
  cairo_rectangle (cairo, x, self->filled + y, width, height);
  cairo_stroke (cairo);
}

/* --- Pictures ------------------------------------------------------------------------ */

/* In points: of a pixel. */
#define PIXEL (72.0 / 96)
/* Pixels to the inch: finer is of no use on paper, and a document of a hundred photos has to fit into memory. */
#define FINEST 150.0
#define QUALITY "88"

/* (transfer full), or NULL */
static GdkPixbuf *
unpack (GBytes *content)
{
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_bytes (content);

  return gdk_pixbuf_new_from_stream (stream, NULL, NULL);
}

/* A row as cairo has it: each pixel a number, its colours weighed by how far nothing is seen through. */
static void
copy_row (guint32      *to,
          const guchar *from,
          int           width,
          int           n_channels)
{
  for (int x = 0; x < width; x++, from += n_channels)
    {
      guint alpha = n_channels == 4 ? from[3] : 255;

      to[x] = (guint32) alpha << 24 | (from[0] * alpha / 255) << 16 | (from[1] * alpha / 255) << 8 | (from[2] * alpha / 255);
    }
}

/* (transfer full) */
static cairo_surface_t *
make_surface (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  cairo_surface_t *surface = cairo_image_surface_create (gdk_pixbuf_get_has_alpha (pixbuf) ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, width, height);
  guchar *data = cairo_image_surface_get_data (surface);

  for (int y = 0; data != NULL && y < height; y++)
    copy_row ((guint32 *) (void *) (data + (gsize) y * (gsize) cairo_image_surface_get_stride (surface)),
              gdk_pixbuf_read_pixels (pixbuf) + (gsize) y * (gsize) gdk_pixbuf_get_rowstride (pixbuf), width, gdk_pixbuf_get_n_channels (pixbuf));
  cairo_surface_mark_dirty (surface);
  return surface;
}

static void
free_bytes (void *bytes)
{
  g_bytes_unref (bytes);
}

static gboolean
is_jpeg (GBytes *content)
{
  gsize length;
  const guchar *bytes = g_bytes_get_data (content, &length);

  return length > 2 && bytes[0] == 0xff && bytes[1] == 0xd8;
}

/* Takes over `packed`: a photo stands in a PDF as it is packed. */
static void
attach (cairo_surface_t *surface,
        GBytes          *packed)
{
  gsize length;
  const guchar *bytes = g_bytes_get_data (packed, &length);

  if (cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, bytes, length, free_bytes, packed) != CAIRO_STATUS_SUCCESS)
    g_bytes_unref (packed);
}

/* As fine as it is of use at that width, in points. (transfer full) */
static cairo_surface_t *
make_picture (GdkPixbuf *pixbuf,
              GBytes    *content,
              double     width)
{
  int across = gdk_pixbuf_get_width (pixbuf), finest = MAX (1, (int) (width * FINEST / 72));
  int down = MAX (1, (int) ((gint64) gdk_pixbuf_get_height (pixbuf) * finest / across));
  g_autoptr(GdkPixbuf) smaller = across > finest ? gdk_pixbuf_scale_simple (pixbuf, finest, down, GDK_INTERP_BILINEAR) : NULL;
  cairo_surface_t *surface = make_surface (smaller != NULL ? smaller : pixbuf);
  char *packed = NULL;
  gsize length;

  if (!is_jpeg (content))
    return surface;
  if (smaller == NULL)
    attach (surface, g_bytes_ref (content));
  else if (gdk_pixbuf_save_to_buffer (smaller, &packed, &length, "jpeg", NULL, "quality", QUALITY, NULL))
    attach (surface, g_bytes_new_take (packed, length));
  return surface;
}

gboolean
daybook_paper_picture (DaybookPaper *self,
                       GBytes       *content,
                       double        x,
                       double        width)
{
  g_autoptr(GdkPixbuf) pixbuf = unpack (content);
  double scale, across, down;
  cairo_surface_t *surface;
  cairo_t *cairo;

  if (pixbuf == NULL)
    return FALSE;

  across = gdk_pixbuf_get_width (pixbuf);
  down = gdk_pixbuf_get_height (pixbuf);
  scale = MIN (PIXEL, MIN (width / across, room_of_page (self) / down));
  daybook_paper_need (self, scale * down);
  surface = make_picture (pixbuf, content, scale * across);
  cairo = get_cairo (self);
  cairo_save (cairo);
  cairo_translate (cairo, x, self->filled);
  cairo_scale (cairo, scale * across / cairo_image_surface_get_width (surface), scale * down / cairo_image_surface_get_height (surface));
  cairo_set_source_surface (cairo, surface, 0, 0);
  cairo_paint (cairo);
  cairo_restore (cairo);
  cairo_surface_destroy (surface);
  daybook_paper_advance (self, scale * down);
  return TRUE;
}

double
daybook_paper_plot_height (DaybookPaper      *self,
                           const DaybookPlot *plot)
{
  return daybook_plot_height (plot, &daybook_plot_look_paper, daybook_paper_width (self));
}

void
daybook_paper_plot (DaybookPaper      *self,
                    const DaybookPlot *plot)
{
  double width = daybook_paper_width (self);
  double height = fmin (daybook_paper_plot_height (self, plot), room_of_page (self));
  DaybookPlotLook look = daybook_plot_look_paper;
  cairo_t *cairo;

  look.titled = FALSE;

  daybook_paper_need (self, height);
  cairo = get_cairo (self);
  cairo_save (cairo);
  cairo_translate (cairo, 0, self->filled);
  daybook_plot_draw (plot, cairo, self->context, &look, width, height, NULL);
  cairo_restore (cairo);
  daybook_paper_advance (self, height);
}

/* --- What was filled -------------------------------------------------------------------- */

guint
daybook_paper_get_n_pages (DaybookPaper *self)
{
  return self->pages->len;
}

void
daybook_paper_get_size (DaybookPaper *self,
                        double       *width,
                        double       *height)
{
  *width = self->turn == DAYBOOK_PAPER_LANDSCAPE ? LONG_SIDE : SHORT_SIDE;
  *height = get_height (self);
}

void
daybook_paper_draw (DaybookPaper *self,
                    guint         page,
                    cairo_t      *cairo)
{
  g_return_if_fail (page < self->pages->len);

  cairo_save (cairo);
  cairo_set_source_surface (cairo, g_ptr_array_index (self->pages, page), 0, 0);
  cairo_paint (cairo);
  draw_surroundings (self, cairo, page);
  cairo_restore (cairo);
}

/* --- PDF ------------------------------------------------------------------------- */

static cairo_status_t
on_bytes_written (void                *file,
                  const unsigned char *bytes,
                  unsigned int         length)
{
  daybook_new_file_write (file, (const char *) bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
write_page (DaybookPaper    *self,
            guint            page,
            cairo_t         *cairo,
            DaybookNewFile  *file,
            GError         **error)
{
  daybook_paper_draw (self, page, cairo);
  cairo_show_page (cairo);
  return cairo_status (cairo) == CAIRO_STATUS_SUCCESS ? daybook_new_file_flush (file, error) : daybook_new_file_blame (file, EIO, error);
}

static gboolean
write_pages (DaybookPaper     *self,
             cairo_surface_t  *pdf,
             DaybookNewFile   *file,
             GCancellable     *cancellable,
             GError          **error)
{
  cairo_t *cairo = cairo_create (pdf);
  gboolean written = TRUE;

  for (guint i = 0; written && i < self->pages->len; i++)
    {
      written = !g_cancellable_is_cancelled (cancellable);
      if (written)
        written = write_page (self, i, cairo, file, error);
      else
        g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED, _("The export was stopped. No file was written."));
    }

  cairo_destroy (cairo);
  return written;
}

gboolean
daybook_paper_write (DaybookPaper    *self,
                     DaybookNewFile  *file,
                     GCancellable    *cancellable,
                     GError         **error)
{
  double width, height;
  cairo_surface_t *pdf;
  gboolean written;

  get_cairo (self);
  daybook_paper_get_size (self, &width, &height);
  pdf = cairo_pdf_surface_create_for_stream (on_bytes_written, file, width, height);
  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_CREATOR, "Daybook");
  written = write_pages (self, pdf, file, cancellable, error);
  cairo_surface_finish (pdf);
  if (written && cairo_surface_status (pdf) != CAIRO_STATUS_SUCCESS)
    written = daybook_new_file_blame (file, EIO, error);
  cairo_surface_destroy (pdf);
  return written;
}

gboolean
daybook_paper_save (DaybookPaper  *self,
                    const char    *path,
                    GError       **error)
{
  g_autoptr(DaybookNewFile) file = daybook_new_file_create (path, error);

  return file != NULL && daybook_paper_write (self, file, NULL, error) && daybook_new_file_keep (file, error);
}
