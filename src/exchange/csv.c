/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Delimited text: `,` `;` or tab, cells in quotes where they hold a delimiter,
 * a quote or a line break, lines ending in LF, CRLF or CR. */

#include "exchange/encoding.h"
#include "exchange/refuse.h"
#include "exchange/table-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BUFFER_SIZE (512 * 1024)
/* Rows by which the delimiter is chosen. */
#define N_SAMPLE_ROWS 50
#define SAMPLE_SIZE (64 * 1024)
/* Ctrl+Z, by which programs of DOS times end a text. */
#define END_OF_TEXT '\x1a'
/* U+FEFF in UTF-8. */
#define MARK "\xef\xbb\xbf"

/* So much of a line is looked at to see how it begins. */
#define MAX_BEGINNING 64
/* By so many bytes, or digits, the numbers of one table differ: of rows, of orders, and days too. */
#define MAX_APART 2
/* From so many cells on their count alone tells a row from a sentence with commas. */
#define WIDE 4

static const char DELIMITERS[] = { ',', '\t', ';' };

/* Where a cell lies in the buffer, before it is cut out. */
typedef struct
{
  gsize    start;
  gsize    end;
  gboolean quoted; /* holds quotes that must go */
} Span;

typedef struct
{
  gsize length; /* bytes, at most MAX_BEGINNING */
  gsize n_digits;
} Beginning;

typedef struct
{
  DaybookTableReader parent;
  DaybookDecoder *decoder;
  char           *buffer; /* `size` bytes and one for a sentinel */
  gsize           size;
  gsize           pos;    /* of the next row */
  gsize           end;
  gboolean        ended;  /* nothing more to read behind `end` */
  char            delimiter;
  gboolean        stops[256]; /* bytes that end a cell without quotes */
  guint64         row;
  guint           widths[DAYBOOK_TABLE_MAX_COLUMNS + 1]; /* how many rows so far have so many cells */
  guint           width;  /* what most of them have, or 0; one cell is no table */
  gboolean        hinted; /* the first line only names the delimiter */
  GArray         *spans;  /* Span */
  GArray         *cells;  /* DaybookCell */
} CsvReader;

typedef enum
{
  SCAN_ROW,      /* a whole row is in the buffer */
  SCAN_MORE,     /* the buffer ends before the row does */
  SCAN_UNCLOSED, /* the file ends inside quotes */
  SCAN_LONE,     /* what closes the quotes belongs to another row */
  SCAN_COLUMNS,
  SCAN_CELL,
} Scan;

static void
set_delimiter (CsvReader *self,
               char       delimiter)
{
  memset (self->stops, 0, sizeof self->stops);
  self->delimiter = delimiter;
  self->stops[(guchar) delimiter] = TRUE;
  self->stops['\n'] = TRUE;
  self->stops['\r'] = TRUE;
}

/* Reads on behind `end`, making room first. */
static gboolean
fill (CsvReader  *self,
      GError    **error)
{
  gssize n;

  if (self->pos > 0)
    {
      memmove (self->buffer, self->buffer + self->pos, self->end - self->pos);
      self->end -= self->pos;
      self->pos = 0;
    }
  if (self->size - self->end < self->size / 2)
    {
      self->size *= 2;
      self->buffer = g_realloc (self->buffer, self->size + 1);
    }

  n = daybook_decoder_read (self->decoder, self->buffer + self->end, self->size - self->end, error);
  if (n < 0)
    return FALSE;
  self->ended = n == 0;
  self->end += (gsize) n;
  if (self->ended && self->end > 0 && self->buffer[self->end - 1] == END_OF_TEXT)
    self->end--;
  return TRUE;
}

/* The place behind the quote that closes the cell begun at `at`, or 0 when the
 * text ends before. */
static gsize
find_closing_quote (const char *buffer,
                    gsize       at,
                    gsize       end)
{
  for (;;)
    {
      const char *quote = memchr (buffer + at, '"', end - at);

      if (quote == NULL)
        return 0;
      at = (gsize) (quote - buffer) + 1;
      if (at == end || buffer[at] != '"')
        return at;
      at++;
    }
}

/* Finds the place behind the quote that closes the cell begun by the one at `at`. */
static Scan
scan_quotes (CsvReader *self,
             gsize      at,
             gsize     *close)
{
  *close = find_closing_quote (self->buffer, at + 1, self->end);
  if (*close == 0 && self->end - at > DAYBOOK_TABLE_MAX_CELL)
    return SCAN_CELL;
  /* A quote at the very end may be the first of two. */
  if (*close == 0 || (*close == self->end && !self->ended))
    return self->ended ? SCAN_UNCLOSED : SCAN_MORE;

  return SCAN_ROW;
}

/* The same in tab-separated files, where quotes are mostly literal (PLATFORMS §1, Amazon):
 * they count only around a whole cell, in which no tab stands. Else `close` is 0. */
static Scan
scan_quotes_between_tabs (CsvReader *self,
                          gsize      at,
                          gsize     *close)
{
  const gsize limit = MIN (self->end, at + DAYBOOK_TABLE_MAX_CELL);
  gboolean closed = FALSE;

  while (!closed && ++at < limit && self->buffer[at] != '\t')
    closed = self->buffer[at] == '"' && self->buffer[++at] != '"';
  if (at >= self->end && !self->ended)
    return SCAN_MORE;

  *close = closed && self->stops[(guchar) self->buffer[at]] ? at : 0;
  return SCAN_ROW;
}

/* Finds the end of the cell at `at`. The byte at `end` is a line break, so that
 * no bound need be checked. */
static inline gsize
scan_plain (CsvReader *self,
            gsize      at)
{
  const char *p = self->buffer + at;

  while (!self->stops[(guchar) *p])
    p++;
  return (gsize) (p - self->buffer);
}

/* The beginning of a line, as far as its first cell goes. */
static Beginning
look_at_beginning (CsvReader *self,
                   gsize      at)
{
  Beginning beginning = { 0, 0 };
  const char *p = self->buffer + at;

  for (; beginning.length < MAX_BEGINNING && !self->stops[(guchar) *p]; beginning.length++, p++)
    beginning.n_digits += g_ascii_isdigit (*p);
  return beginning;
}

static gboolean
are_near (gsize a,
          gsize b)
{
  return MAX (a, b) - MIN (a, b) <= MAX_APART;
}

/* Whether two lines begin as rows of one table do: both with a number of about as many digits,
 * or neither with one. Where a row has few cells, that must say more. */
static gboolean
begin_alike (CsvReader *self,
             Beginning  a,
             Beginning  b)
{
  if ((a.n_digits > 0) != (b.n_digits > 0) || !are_near (a.n_digits, b.n_digits))
    return FALSE;
  return are_near (a.length, b.length) || (a.n_digits == 0 && self->width >= WIDE);
}

/* How a line, cut at its delimiters without regard to quotes, compares with the rows before. */
typedef struct
{
  guint n_cells;
  guint n_sure;  /* without those behind a delimiter before a blank, which is one of somebody's sentence */
} LineWidth;

/* `at` is moved behind the line break. The byte at `end` is one. */
static LineWidth
measure_line (CsvReader *self,
              gsize     *at)
{
  const char *p = self->buffer + *at;
  LineWidth width = { 1, 1 };

  for (; *p != '\n' && *p != '\r'; p++)
    {
      width.n_cells += *p == self->delimiter;
      width.n_sure += *p == self->delimiter && p[1] != ' ';
    }
  if (*p == '\r' && p < self->buffer + self->end && p[1] == '\n')
    p++;

  *at = (gsize) (p - self->buffer) + 1;
  return width;
}

static gboolean
has_line_break (CsvReader *self,
                gsize      at,
                gsize      end)
{
  return memchr (self->buffer + at, '\n', end - at) != NULL || memchr (self->buffer + at, '\r', end - at) != NULL;
}

/* Whether a line in quotes is a row with as many cells as those before. Where the quotes are none
 * by the look of them, a row may have blanks, and leave them out at its end. */
static gboolean
is_row (CsvReader *self,
        LineWidth  width,
        gboolean   alike,
        gboolean   certain)
{
  if (certain || self->width < WIDE)
    return width.n_sure >= self->width && alike;

  return width.n_cells * 3 >= self->width * 2;
}

/* Two marks that each stand alone at the beginning of a cell look like quotes around all that
 * is between. They are told by what they would swallow: of the lines that they reach over most
 * are rows. The lines of a note are not. The second one, which would close the quotes, has text
 * behind it then: what it is the beginning of. */
static Scan
scan_lines (CsvReader  *self,
            const Span *span,
            gsize       close)
{
  gboolean certain = self->stops[(guchar) self->buffer[close]];
  gsize at = span->start;
  Beginning beginning;
  guint64 n_lines = 1;
  guint64 n_rows;

  if (self->width == 0 || !has_line_break (self, at, close))
    return SCAN_ROW;

  beginning = look_at_beginning (self, self->spans->len > 0 ? g_array_index (self->spans, Span, 0).start : at);
  n_rows = self->spans->len + measure_line (self, &at).n_sure >= self->width;
  for (; at < close; n_lines++)
    {
      gboolean alike = begin_alike (self, beginning, look_at_beginning (self, at));

      n_rows += is_row (self, measure_line (self, &at), alike, certain);
    }

  /* Nobody knows yet how the last one goes on. */
  if (at > self->end && !self->ended)
    return SCAN_MORE;
  return n_rows * 2 > n_lines ? SCAN_LONE : SCAN_ROW;
}

static Scan
scan_cell (CsvReader *self,
           gsize      at,
           Span      *span)
{
  Scan scan = SCAN_ROW;
  gsize close = 0;

  span->start = at;
  if (self->buffer[at] == '"')
    scan = (self->delimiter == '\t' ? scan_quotes_between_tabs : scan_quotes) (self, at, &close);
  if (scan != SCAN_ROW)
    return scan;

  span->quoted = close > 0;
  span->end = scan_plain (self, MAX (at, close));
  if (span->quoted)
    scan = scan_lines (self, span, close);
  if (scan != SCAN_ROW)
    return scan;
  return span->end - span->start > DAYBOOK_TABLE_MAX_CELL ? SCAN_CELL : SCAN_ROW;
}

/* Files put together have the mark of their encoding at the beginning of each: it is no part
 * of a cell. Where the buffer ends inside it, so does the row. */
static gsize
skip_mark (CsvReader *self,
           gsize      at)
{
  return self->end - at >= strlen (MARK) && memcmp (self->buffer + at, MARK, strlen (MARK)) == 0 ? at + strlen (MARK) : at;
}

/* Finds the cells of the row at `pos` without changing anything: when the
 * buffer ends first, the row is scanned again with more of it. */
static Scan
scan_row (CsvReader *self,
          gsize     *next)
{
  gsize at = skip_mark (self, self->pos);
  Span span;

  g_array_set_size (self->spans, 0);
  self->buffer[self->end] = '\n';
  for (;;)
    {
      Scan scan = scan_cell (self, at, &span);

      if (scan != SCAN_ROW)
        return scan;
      if (span.end == self->end && !self->ended)
        return SCAN_MORE;
      if (self->spans->len == DAYBOOK_TABLE_MAX_COLUMNS)
        return SCAN_COLUMNS;

      g_array_append_val (self->spans, span);
      at = span.end + 1;
      if (span.end == self->end || self->buffer[span.end] != self->delimiter)
        break;
    }

  /* CRLF is one break; a CR at the very end may be half of it. */
  if (span.end < self->end && self->buffer[span.end] == '\r')
    {
      if (at == self->end && !self->ended)
        return SCAN_MORE;
      if (at < self->end && self->buffer[at] == '\n')
        at++;
    }
  *next = MIN (at, self->end);
  return SCAN_ROW;
}

/* Takes the quotes out in place: what is left is never longer. */
static gsize
unquote (char  *text,
         gsize  length)
{
  const char *end = text + length;
  const char *in = text + 1;
  char *out = text;
  const char *quote;

  while ((quote = memchr (in, '"', (gsize) (end - in))) != NULL)
    {
      memmove (out, in, (gsize) (quote - in));
      out += quote - in;
      in = quote + 1;
      if (in == end || *in != '"')
        break; /* closed: what follows stands as it is */
      *out++ = '"';
      in++;
    }

  memmove (out, in, (gsize) (end - in));
  return (gsize) (out - text) + (gsize) (end - in);
}

static void
remember_width (CsvReader *self)
{
  guint n = self->spans->len;

  if (n > 1 && ++self->widths[n] >= self->widths[self->width])
    self->width = n;
}

static void
cut_row (CsvReader       *self,
         DaybookTableRow *row)
{
  gboolean ends_file = g_array_index (self->spans, Span, self->spans->len - 1).end == self->end;

  g_array_set_size (self->cells, self->spans->len);
  for (guint i = 0; i < self->spans->len; i++)
    {
      const Span *span = &g_array_index (self->spans, Span, i);
      DaybookCell *cell = &g_array_index (self->cells, DaybookCell, i);
      char *text = self->buffer + span->start;

      cell->kind = DAYBOOK_CELL_TEXT;
      cell->length = span->end - span->start;
      if (span->quoted)
        cell->length = unquote (text, cell->length);
      text[cell->length] = '\0';
      cell->text = text;
    }

  row->cells = (const DaybookCell *) (gpointer) self->cells->data;
  row->n_cells = self->cells->len;
  row->kind = ends_file ? DAYBOOK_ROW_UNENDED : DAYBOOK_ROW_OF_TEXT;
  row->number = self->row;
  row->doubtful = daybook_decoder_damage (self->decoder) > 0;
}

static DaybookTableStep
refuse_scan (CsvReader  *self,
             Scan        scan,
             GError    **error)
{
  if (scan == SCAN_COLUMNS)
    daybook_refuse_columns (error, self->row);
  else if (scan == SCAN_CELL)
    daybook_refuse (error, _("A cell in row %lu is larger than %d kB: a quotation mark before it "
                             "may never be closed. Download the file again, or correct that row."),
                    (gulong) self->row, DAYBOOK_TABLE_MAX_CELL / 1024);
  else if (scan == SCAN_LONE)
    daybook_refuse (error, _("The quotation mark at the beginning of a cell in row %lu is closed in a later line, behind cells "
                             "of other rows, which would be lost. Take it out of that row, or download the table as XLSX."),
                    (gulong) self->row);
  else
    daybook_refuse (error, _("The quotation mark that opens a cell in row %lu is never closed: the file is cut off "
                             "or damaged. Download it again, or correct that row."), (gulong) self->row);

  return DAYBOOK_TABLE_ERROR;
}

static DaybookTableStep
csv_next (DaybookTableReader  *reader,
          DaybookTableRow     *row,
          GError             **error)
{
  CsvReader *self = (CsvReader *) reader;
  Scan scan = SCAN_MORE;
  gsize next = 0;

  self->row++;
  while (self->pos == self->end || (scan = scan_row (self, &next)) == SCAN_MORE)
    {
      if (self->ended)
        return DAYBOOK_TABLE_END;
      if (self->end - self->pos > DAYBOOK_TABLE_MAX_ROW)
        return refuse_scan (self, SCAN_CELL, error);
      if (!fill (self, error))
        return DAYBOOK_TABLE_ERROR;
    }
  if (scan != SCAN_ROW)
    return refuse_scan (self, scan, error);

  cut_row (self, row);
  remember_width (self);
  self->pos = next;
  return DAYBOOK_TABLE_ROW;
}

static gboolean
csv_select (DaybookTableReader  *reader,
            guint                sheet,
            GError             **error)
{
  CsvReader *self = (CsvReader *) reader;
  DaybookTableRow row;

  if (!daybook_decoder_rewind (self->decoder, error))
    return FALSE;
  self->pos = self->end = 0;
  self->row = 0;
  self->ended = FALSE;
  memset (self->widths, 0, sizeof self->widths);
  self->width = 0;

  return !self->hinted || csv_next (reader, &row, error) != DAYBOOK_TABLE_ERROR;
}

static guint64
csv_done (DaybookTableReader *reader)
{
  CsvReader *self = (CsvReader *) reader;

  return daybook_decoder_done (self->decoder) - MIN (self->end - self->pos, daybook_decoder_done (self->decoder));
}

static void
csv_free (DaybookTableReader *reader)
{
  CsvReader *self = (CsvReader *) reader;

  daybook_decoder_free (self->decoder);
  g_free (self->buffer);
  g_array_unref (self->spans);
  g_array_unref (self->cells);
  g_free (self);
}

static const DaybookTableClass CSV_CLASS = { csv_next, csv_select, csv_done, csv_free };

/* A tab that ends a cell, so that no program takes its digits for a number (PLATFORMS §1.2), stands
 * before the delimiter, in quotes with it or not. */
static gboolean
begins_with_delimiter (CsvReader *self,
                       gsize      at)
{
  const char *p = self->buffer + at;

  p += *p == '"';
  return self->delimiter == '\t' && (*p == ',' || *p == ';');
}

/* How well a delimiter explains the first rows: most rows of a table have the
 * same number of cells, and more than one. The rows before the header and
 * decimal commas do not agree with each other. */
static guint
score_delimiter (CsvReader *self,
                 char       delimiter)
{
  guint counts[DAYBOOK_TABLE_MAX_COLUMNS + 1] = { 0 };
  guint best = 0, n_delimiters = 0, n_guards = 0;
  gsize saved = self->pos;
  gsize next;

  set_delimiter (self, delimiter);
  for (guint i = 0; i < N_SAMPLE_ROWS && self->pos < self->end; i++)
    {
      if (scan_row (self, &next) != SCAN_ROW)
        break;
      counts[self->spans->len]++;
      n_delimiters += self->spans->len - 1;
      for (guint c = 0; c < self->spans->len; c++)
        n_guards += begins_with_delimiter (self, g_array_index (self->spans, Span, c).start);
      self->pos = next;
    }
  self->pos = saved;
  if (n_guards > 0 && n_guards * 2 >= n_delimiters)
    return 0;

  for (guint n = 2; n < G_N_ELEMENTS (counts); n++)
    best = MAX (best, counts[n] * (n - 1));
  return best;
}

/* Excel's own hint: a first line that reads "sep=;". */
static gboolean
read_hint (CsvReader *self)
{
  if (self->end < 6 || g_ascii_strncasecmp (self->buffer, "sep=", 4) != 0)
    return FALSE;
  if (self->buffer[5] != '\n' && self->buffer[5] != '\r')
    return FALSE;

  set_delimiter (self, self->buffer[4]);
  self->hinted = TRUE;
  return TRUE;
}

static gboolean
choose_delimiter (CsvReader  *self,
                  GError    **error)
{
  guint best = 0;
  char chosen = DELIMITERS[0];

  while (!self->ended && self->end < SAMPLE_SIZE)
    if (!fill (self, error))
      return FALSE;
  if (self->end == 0)
    return daybook_refuse_empty (error);
  if (read_hint (self))
    return csv_select (&self->parent, 0, error);

  for (guint i = 0; i < G_N_ELEMENTS (DELIMITERS); i++)
    {
      guint score = score_delimiter (self, DELIMITERS[i]);

      if (score > best)
        {
          best = score;
          chosen = DELIMITERS[i];
        }
    }

  set_delimiter (self, chosen);
  return TRUE;
}

DaybookTableReader *
daybook_csv_open (int          fd,
                  const char  *path,
                  GError     **error)
{
  DaybookDecoder *decoder = daybook_decoder_new (fd, path, error);
  CsvReader *self;

  if (decoder == NULL)
    return NULL;

  self = g_new0 (CsvReader, 1);
  self->parent.klass = &CSV_CLASS;
  self->parent.encoding = daybook_decoder_encoding (decoder);
  self->parent.sheets = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->parent.sheets, g_strdup (""));
  self->decoder = decoder;
  self->size = BUFFER_SIZE;
  self->buffer = g_malloc (self->size + 1);
  self->spans = g_array_new (FALSE, FALSE, sizeof (Span));
  self->cells = g_array_new (FALSE, FALSE, sizeof (DaybookCell));

  if (!choose_delimiter (self, error))
    {
      daybook_table_reader_free (&self->parent);
      return NULL;
    }
  return &self->parent;
}
