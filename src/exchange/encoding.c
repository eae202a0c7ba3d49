/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/encoding.h"

#include "exchange/refuse.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <uchardet.h>
#include <unistd.h>

#define BLOCK_SIZE (256 * 1024)
/* What the detector sees: it is right from some 2 kB on (PLATFORMS §3). */
#define SAMPLE_SIZE (64 * 1024)
/* Bytes beyond ASCII that say an encoding beyond doubt. */
#define SURE_BYTES 16

static const struct
{
  const char *name;
  const char *mark;
  gsize       length;
} MARKS[] = {
  { "UTF-8", "\xef\xbb\xbf", 3 },
  { "UTF-16LE", "\xff\xfe", 2 },
  { "UTF-16BE", "\xfe\xff", 2 },
};

/* The detector's other answers are not trusted: short of these it is wrong
 * more often than Windows-1252 is. */
static const char *const DETECTED[] = {
  "BIG5", "SHIFT_JIS", "EUC-JP", "EUC-KR", "WINDOWS-1250", "WINDOWS-1251", "WINDOWS-1252",
  "ISO-8859-1", "ISO-8859-2", "ISO-8859-15", "KOI8-R",
};

/* What has been learnt while reading through the file. */
typedef struct
{
  gboolean utf8;      /* every byte so far fits */
  gboolean gb18030;
  guchar   tail[4];   /* an unfinished UTF-8 sequence at the end of a block */
  gsize    n_tail;
  guint    gb_state;  /* bytes of an unfinished GB18030 character */
  gboolean gb_four;   /* ... which is one of four bytes */
  char     sample[SAMPLE_SIZE];
  gsize    n_sample;
} Scan;

static gboolean
refuse_cut_off (GError **error)
{
  return daybook_refuse (error, _("The file ends in the middle of a character: it was not saved whole. "
                                  "Download it again."));
}

static gboolean
refuse_binary (GError **error)
{
  return daybook_refuse (error, _("This is not a table but a binary file, or a table that was damaged on its way. Choose the CSV, XLS "
                                  "or XLSX file that the platform gave you, or download it again."));
}

static gssize
read_block (int          fd,
            const char  *path,
            void        *buffer,
            gsize        size,
            GError     **error)
{
  gssize n;

  do
    n = read (fd, buffer, size);
  while (n < 0 && errno == EINTR);

  if (n < 0)
    daybook_refuse_errno (error, path, errno);
  return n;
}

static const guchar *
skip_ascii (const guchar *p,
            const guchar *end)
{
  guint64 word;

  for (; end - p >= (gssize) sizeof word; p += sizeof word)
    {
      memcpy (&word, p, sizeof word);
      if ((word & G_GUINT64_CONSTANT (0x8080808080808080)) != 0)
        break;
    }
  while (p < end && *p < 0x80)
    p++;
  return p;
}

/* Bytes that the sequence begun by `lead` has; 0 when none begins so. */
static gsize
sequence_length (guchar lead)
{
  if (lead < 0x80)
    return 1;
  if (lead >= 0xc2 && lead <= 0xdf)
    return 2;
  if (lead >= 0xe0 && lead <= 0xef)
    return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/* Whether `p` begins a sequence that the next block can finish. */
static gboolean
is_unfinished (const guchar *p,
               const guchar *end)
{
  gsize length = sequence_length (*p);

  if (length <= (gsize) (end - p))
    return FALSE;
  for (const guchar *q = p + 1; q < end; q++)
    if ((*q & 0xc0) != 0x80)
      return FALSE;
  return TRUE;
}

static const guchar *
finish_tail (Scan         *scan,
             const guchar *p,
             const guchar *end)
{
  gsize length = sequence_length (scan->tail[0]);

  while (scan->n_tail < length && p < end)
    scan->tail[scan->n_tail++] = *p++;
  if (scan->n_tail < length)
    return p;

  scan->utf8 = g_utf8_validate_len ((const char *) scan->tail, length, NULL);
  scan->n_tail = 0;
  return p;
}

static void
scan_utf8 (Scan         *scan,
           const guchar *p,
           const guchar *end)
{
  const char *stop;

  if (scan->n_tail > 0)
    p = finish_tail (scan, p, end);

  while (scan->utf8 && (p = skip_ascii (p, end)) < end)
    {
      if (g_utf8_validate_len ((const char *) p, (gsize) (end - p), &stop))
        return;
      p = (const guchar *) stop;
      scan->utf8 = is_unfinished (p, end);
      if (!scan->utf8)
        return;
      scan->n_tail = (gsize) (end - p);
      memcpy (scan->tail, p, scan->n_tail);
      return;
    }
}

/* One byte of the form of GB18030: one byte; two with a second of 40-7E or
 * 80-FE; four with digits second and fourth. */
static inline gboolean
step_gb18030 (Scan   *scan,
              guchar  byte)
{
  if (scan->gb_state == 0)
    {
      scan->gb_state = byte >= 0x80;
      return byte != 0x80 && byte != 0xff;
    }
  if (scan->gb_state == 1)
    {
      scan->gb_four = byte >= '0' && byte <= '9';
      scan->gb_state = scan->gb_four ? 2 : 0;
      return scan->gb_four || (byte >= 0x40 && byte != 0x7f && byte != 0xff);
    }
  if (scan->gb_state == 2)
    {
      scan->gb_state = 3;
      return byte >= 0x81 && byte != 0xff;
    }

  scan->gb_state = 0;
  return byte >= '0' && byte <= '9';
}

static void
scan_gb18030 (Scan         *scan,
              const guchar *p,
              const guchar *end)
{
  while (scan->gb18030 && p < end)
    {
      if (scan->gb_state == 0 && (p = skip_ascii (p, end)) == end)
        return;
      scan->gb18030 = step_gb18030 (scan, *p++);
    }
}

/* Whether the header can be Chinese: the first line of more than one cell
 * holds a byte outside ASCII. */
static gboolean
header_is_ascii (const Scan *scan)
{
  const char *end = scan->sample + scan->n_sample;

  for (const char *line = scan->sample; line < end;)
    {
      const char *stop = line;

      while (stop < end && *stop != '\n' && *stop != '\r')
        stop++;
      if (skip_ascii ((const guchar *) line, (const guchar *) stop) < (const guchar *) stop)
        return FALSE;
      for (const char *p = line; p < stop; p++)
        if (*p == ',' || *p == ';' || *p == '\t')
          return TRUE;
      line = stop + 1;
    }

  return TRUE;
}

static const char *
ask_detector (const Scan *scan)
{
  uchardet_t detector = uchardet_new ();
  const char *answer = NULL;

  uchardet_handle_data (detector, scan->sample, scan->n_sample);
  uchardet_data_end (detector);
  for (guint i = 0; i < G_N_ELEMENTS (DETECTED); i++)
    if (g_ascii_strcasecmp (uchardet_get_charset (detector), DETECTED[i]) == 0)
      answer = DETECTED[i];
  uchardet_delete (detector);
  return answer;
}

/* Whether the sample is UTF-8 for so long that it can be nothing else. */
static gboolean
begins_as_utf8 (const Scan *scan)
{
  const guchar *p = (const guchar *) scan->sample;
  const char *stop;
  gsize n_sure = 0;

  g_utf8_validate_len (scan->sample, scan->n_sample, &stop);
  for (; p < (const guchar *) stop; p++)
    n_sure += *p >= 0x80;
  return n_sure >= SURE_BYTES;
}

/* Whether it is Chinese in GB18030 for as long: most second bytes of the characters
 * are then beyond ASCII, whereas in a Western text letters follow each other. */
static gboolean
begins_as_gb18030 (const Scan *scan)
{
  Scan try = { .gb18030 = TRUE };
  gsize n_high = 0, n_sure = 0;

  for (gsize i = 0; i < scan->n_sample && try.gb18030; i++)
    {
      guchar byte = (guchar) scan->sample[i];
      gboolean second = try.gb_state == 1;

      try.gb18030 = step_gb18030 (&try, byte);
      n_high += try.gb18030 && second;
      n_sure += try.gb18030 && second && byte >= 0xa1;
    }

  return n_sure >= SURE_BYTES && n_sure * 5 >= n_high * 4;
}

/* A platform cuts a text in the middle of a character: the file is what it was all
 * along, and a row of it is damaged. */
static const char *
choose_damaged (const Scan *scan)
{
  if (begins_as_utf8 (scan))
    return "UTF-8";
  return begins_as_gb18030 (scan) ? "GB18030" : NULL;
}

static void
choose_encoding (const Scan      *scan,
                 DaybookEncoding *encoding)
{
  encoding->mark = 0;
  encoding->damaged = FALSE;
  encoding->name = scan->utf8 ? "UTF-8" : NULL;
  if (encoding->name == NULL && scan->gb18030 && !header_is_ascii (scan))
    encoding->name = "GB18030";
  if (encoding->name != NULL)
    return;

  encoding->name = choose_damaged (scan);
  encoding->damaged = encoding->name != NULL;
  if (encoding->name == NULL)
    encoding->name = ask_detector (scan);
  if (encoding->name == NULL)
    encoding->name = scan->gb18030 ? "GB18030" : "WINDOWS-1252";
}

static gboolean
scan_block (Scan         *scan,
            const guchar *block,
            gsize         n,
            GError      **error)
{
  gsize n_sample = MIN (n, SAMPLE_SIZE - scan->n_sample);

  if (memchr (block, '\0', n) != NULL)
    return refuse_binary (error);

  memcpy (scan->sample + scan->n_sample, block, n_sample);
  scan->n_sample += n_sample;
  if (scan->utf8)
    scan_utf8 (scan, block, block + n);
  scan_gb18030 (scan, block, block + n);
  return TRUE;
}

static gboolean
find_mark (const guchar    *block,
           gsize            n,
           DaybookEncoding *encoding)
{
  for (guint i = 0; i < G_N_ELEMENTS (MARKS); i++)
    if (n >= MARKS[i].length && memcmp (block, MARKS[i].mark, MARKS[i].length) == 0)
      {
        encoding->name = MARKS[i].name;
        encoding->mark = MARKS[i].length;
        encoding->damaged = FALSE;
        return TRUE;
      }

  return FALSE;
}

/* Reads the file once from its beginning, and leaves `fd` at any place.
 * Errors: FORMAT when the file is no text, or is cut off in mid-character. */
static gboolean
detect_encoding (int               fd,
                 const char       *path,
                 DaybookEncoding  *encoding,
                 GError          **error)
{
  g_autofree guchar *block = g_malloc (BLOCK_SIZE);
  g_autofree Scan *scan = g_new0 (Scan, 1);
  gssize n;

  scan->utf8 = scan->gb18030 = TRUE;
  if (lseek (fd, 0, SEEK_SET) < 0)
    return daybook_refuse_errno (error, path, errno);

  for (gboolean first = TRUE; (n = read_block (fd, path, block, BLOCK_SIZE, error)) > 0; first = FALSE)
    {
      if (first && find_mark (block, (gsize) n, encoding))
        return TRUE;
      if (!scan_block (scan, block, (gsize) n, error))
        return FALSE;
    }
  if (n < 0)
    return FALSE;

  if (scan->utf8 && scan->n_tail > 0)
    return refuse_cut_off (error);
  scan->gb18030 = scan->gb18030 && scan->gb_state == 0;
  choose_encoding (scan, encoding);
  return TRUE;
}

struct _DaybookDecoder
{
  int             fd;
  char           *path;
  DaybookEncoding encoding;
  GIConv          conv;      /* (GIConv) -1: the file is UTF-8 */
  guchar         *block;     /* bytes read and not decoded yet */
  gsize           n_block;
  guint64         done;
  gboolean        ended;
  guint           damage;    /* bytes that were no text */
};

static const GIConv NO_CONV = (GIConv) -1;

DaybookDecoder *
daybook_decoder_new (int          fd,
                     const char  *path,
                     GError     **error)
{
  g_autoptr(DaybookDecoder) self = g_new0 (DaybookDecoder, 1);

  self->fd = fd;
  self->path = g_strdup (path);
  self->conv = NO_CONV;
  self->block = g_malloc (BLOCK_SIZE);
  if (!detect_encoding (fd, path, &self->encoding, error))
    return NULL;
  if (strcmp (self->encoding.name, "UTF-8") != 0)
    self->conv = g_iconv_open ("UTF-8", self->encoding.name);
  if (!daybook_decoder_rewind (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
daybook_decoder_free (DaybookDecoder *self)
{
  if (self->conv != NO_CONV)
    g_iconv_close (self->conv);
  close (self->fd);
  g_free (self->path);
  g_free (self->block);
  g_free (self);
}

const char *
daybook_decoder_encoding (DaybookDecoder *self)
{
  return self->encoding.name;
}

guint
daybook_decoder_damage (DaybookDecoder *self)
{
  return self->damage;
}

guint64
daybook_decoder_done (DaybookDecoder *self)
{
  return self->done;
}

gboolean
daybook_decoder_rewind (DaybookDecoder *self,
                        GError        **error)
{
  if (lseek (self->fd, (off_t) self->encoding.mark, SEEK_SET) < 0)
    return daybook_refuse_errno (error, self->path, errno);
  if (self->conv != NO_CONV)
    g_iconv (self->conv, NULL, NULL, NULL, NULL);

  self->n_block = 0;
  self->done = self->encoding.mark;
  self->ended = FALSE;
  self->damage = 0;
  return TRUE;
}

static gboolean
fill_block (DaybookDecoder *self,
            gsize           limit,
            GError        **error)
{
  gssize n;

  if (self->ended || self->n_block >= limit)
    return TRUE;
  n = read_block (self->fd, self->path, self->block + self->n_block, limit - self->n_block, error);
  if (n < 0)
    return FALSE;

  self->ended = n == 0;
  self->n_block += (gsize) n;
  self->done += (guint64) n;
  return TRUE;
}

static void
drop_decoded (DaybookDecoder *self,
              gsize           n)
{
  self->n_block -= n;
  memmove (self->block, self->block + n, self->n_block);
}

/* No character could be decoded from what is in the block. */
static gboolean
refuse_undecodable (DaybookDecoder *self,
                    GError        **error)
{
  if (memchr (self->block, '\0', self->n_block) != NULL)
    return refuse_binary (error);
  if (self->ended && self->n_block < 4)
    return refuse_cut_off (error);

  return daybook_refuse (error, _("The file is not text in one encoding: it looks like %s and then does not. "
                                  "Save it as CSV in UTF-8 and import that."), self->encoding.name);
}

/* A file with a mark says that it is UTF-8; the bytes are checked all the same. */
static gsize
pass_utf8 (DaybookDecoder *self,
           char           *buffer,
           gboolean       *bad)
{
  const char *stop;
  gsize n;

  g_utf8_validate_len ((const char *) self->block, self->n_block, &stop);
  n = (gsize) (stop - (const char *) self->block);
  *bad = n == 0 && !is_unfinished (self->block, self->block + self->n_block);
  memcpy (buffer, self->block, n);
  drop_decoded (self, n);
  return n;
}

static gsize
convert (DaybookDecoder *self,
         char           *buffer,
         gsize           size,
         gboolean       *bad)
{
  char *in = (char *) self->block;
  char *out = buffer;
  gsize n_in = self->n_block;
  gsize n_out = size;
  gsize result = g_iconv (self->conv, &in, &n_in, &out, &n_out);

  *bad = result == (gsize) -1 && errno == EILSEQ && out == buffer;
  drop_decoded (self, (gsize) (in - (char *) self->block));
  return (gsize) (out - buffer);
}

static gboolean
can_mark_damage (DaybookDecoder *self)
{
  return self->encoding.damaged && self->damage < DAYBOOK_DAMAGE_MAX && self->block[0] != '\0';
}

static gssize
mark_damage (DaybookDecoder *self,
             char           *buffer)
{
  memcpy (buffer, DAYBOOK_DAMAGE, strlen (DAYBOOK_DAMAGE));
  drop_decoded (self, 1);
  self->damage++;
  return (gssize) strlen (DAYBOOK_DAMAGE);
}

gssize
daybook_decoder_read (DaybookDecoder  *self,
                      char            *buffer,
                      gsize            size,
                      GError         **error)
{
  /* UTF-8 is passed on as it is, so no more may be read than fits. */
  gsize limit = self->conv == NO_CONV ? MIN (size, BLOCK_SIZE) : BLOCK_SIZE;
  gboolean bad = FALSE;
  gsize n = 0;

  do
    {
      if (!fill_block (self, limit, error))
        return -1;
      if (self->n_block == 0)
        return 0;
      n = self->conv == NO_CONV ? pass_utf8 (self, buffer, &bad) : convert (self, buffer, size, &bad);
    }
  while (n == 0 && !bad && !self->ended);

  if (n == 0 && bad && can_mark_damage (self))
    return mark_damage (self, buffer);
  if (n == 0)
    return refuse_undecodable (self, error) ? 0 : -1;
  if (memchr (buffer, '\0', n) != NULL)
    return refuse_binary (error) ? 0 : -1;
  return (gssize) n;
}
