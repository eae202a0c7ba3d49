/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/case-parts.h"
#include "core/edit.h"

G_BEGIN_DECLS

/* A file of a case: a photo that proves something. Its row (core/case-parts.h) says what it is; what it holds
 * lies beside the book under its hash (store/attachments.h) before an act tells of it. */
typedef struct
{
  const char *hash;   /* SHA-256 of what it holds, in hexadecimal */
  const char *name;   /* as daybook_attachment_name() gives it */
  const char *media;  /* "image/jpeg" or "image/png" */
  gint64      size;   /* in bytes */
  gint64      width;  /* in pixels */
  gint64      height;
} DaybookAttachment;

/* Adds the file to the case `of`, by `agent` (NULL: nobody) at `now`, UTC seconds. */
void  daybook_attachment_add  (DaybookEdit             *edit,
                               const DaybookId         *of,
                               const DaybookAttachment *attachment,
                               const DaybookId         *agent,
                               gint64                   now);
/* What a file of that name is called in a case and when it is saved again: no folder, nothing that
 * is not seen or turns the writing round, 60 characters at most, and the ending of what it
 * is now. Where nothing is left, “Photo”. (transfer full) */
char *daybook_attachment_name (const char *file,
                               const char *media);

G_END_DECLS
