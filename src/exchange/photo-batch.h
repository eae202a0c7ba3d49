/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/attachment.h"
#include "core/edit.h"
#include "exchange/photo.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* Photos on their way into a case, or pictures into an article, all that were dropped, pasted or named at once: each is read
 * (exchange/photo.h) and laid beside the book (store/attachments.h); then one edit tells of those that
 * could be. What is refused is said, and holds nothing up. */

/* One that is to go in. */
typedef struct
{
  char         *name;
  DaybookPhoto *photo;
  gsize         size;
} DaybookBatchPhoto;

/* What an act tells of it; borrows from it. */
DaybookAttachment  daybook_batch_photo_describe (const DaybookBatchPhoto *one);

/* One that is not, and why: a sentence. */
typedef struct
{
  char *name;
  char *reason;
} DaybookBatchRefusal;

typedef struct
{
  char       *folder;  /* of the book */
  GHashTable *known;   /* hashes of what the case has, or gets by this */
  GPtrArray  *photos;  /* DaybookBatchPhoto */
  GPtrArray  *refused; /* DaybookBatchRefusal */
  GPtrArray  *same;    /* names of those that the case has already */
} DaybookPhotoBatch;

/* For the case `of`; reads what it has. NULL: for something that has none so far. Errors: as daybook_reader_parts(). */
DaybookPhotoBatch *daybook_photo_batch_new  (DaybookStore       *store,
                                             DaybookReader      *reader,
                                             const DaybookId    *of,
                                             GError            **error);
void               daybook_photo_batch_free (DaybookPhotoBatch  *self);

/* Takes one, from a file or from bytes with a name. Any thread, one at a time. FALSE only where it is of
 * no use to go on. Errors: CANCELLED; FULL. */
gboolean           daybook_photo_batch_take       (DaybookPhotoBatch  *self,
                                                   GFile              *file,
                                                   GCancellable       *cancellable,
                                                   GError            **error);
gboolean           daybook_photo_batch_take_bytes (DaybookPhotoBatch  *self,
                                                   GBytes             *bytes,
                                                   const char         *name,
                                                   GCancellable       *cancellable,
                                                   GError            **error);
/* Adds what is to go in to the edit; by the edit's agent. */
void               daybook_photo_batch_build      (DaybookPhotoBatch  *self,
                                                   DaybookEdit        *edit,
                                                   const DaybookId    *of,
                                                   gint64              now);
/* "2 photos added" (transfer full) */
char              *daybook_photo_batch_title      (DaybookPhotoBatch  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookPhotoBatch, daybook_photo_batch_free)

G_END_DECLS
