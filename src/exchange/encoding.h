/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/error.h"

G_BEGIN_DECLS

/* In which encoding a text file is written, seen from its bytes alone
 * (PLATFORMS §2): a byte order mark, else strict UTF-8 over the whole file,
 * else GB18030, else what a detector guesses, else Windows-1252. */
typedef struct
{
  const char *name; /* for iconv and for people; static */
  gsize       mark; /* bytes of the byte order mark */
  gboolean    damaged; /* it is this one beyond doubt, but for some bytes that are no text in any */
} DaybookEncoding;

/* Stands in the text for a byte that is none: a character that no file has. */
#define DAYBOOK_DAMAGE "\xef\xb7\x90" /* U+FDD0 */
/* A file with more such bytes is refused. */
#define DAYBOOK_DAMAGE_MAX 1000


/* The text of a file as UTF-8, piece by piece. */
typedef struct _DaybookDecoder DaybookDecoder;

/* Takes over `fd`, also on failure; reads the file once. Errors: FORMAT when the file
 * is no text, or is cut off in mid-character. */
DaybookDecoder *daybook_decoder_new      (int              fd,
                                          const char      *path,
                                          GError         **error);
void            daybook_decoder_free     (DaybookDecoder  *self);
const char     *daybook_decoder_encoding (DaybookDecoder  *self);
/* Begins again at the first character. */
gboolean        daybook_decoder_rewind   (DaybookDecoder  *self,
                                          GError         **error);
/* Fills at most `size` bytes, never ending inside a character; `size` is at
 * least 16. 0 at the end, -1 on error. */
gssize          daybook_decoder_read     (DaybookDecoder  *self,
                                          char            *buffer,
                                          gsize            size,
                                          GError         **error);
/* How many bytes were no text so far. */
guint           daybook_decoder_damage   (DaybookDecoder  *self);
/* Bytes of the file that were read so far. */
guint64         daybook_decoder_done     (DaybookDecoder  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookDecoder, daybook_decoder_free)

G_END_DECLS
